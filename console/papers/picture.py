"""Pictures of a page: for the preview, and the card that is sent in a chat."""

from io import BytesIO
from threading import Lock
from typing import Final

_COLOURS: Final = 96  # enough for letters with soft edges on a few grounds; it makes the file three times smaller
_one_at_a_time = Lock()  # pdfium takes one call at a time


def png_of(pdf: bytes, width: int) -> bytes:
    """Return the first page of a PDF as a PNG so many pixels wide."""
    import pypdfium2
    from PIL import Image

    with _one_at_a_time:
        document = pypdfium2.PdfDocument(pdf)
        try:
            page = document[0]
            picture = page.render(scale=width / page.get_width()).to_pil()
        finally:
            document.close()
    file = BytesIO()
    picture.quantize(_COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(file, "PNG")
    return file.getvalue()
