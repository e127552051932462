"""A page of a PDF and what can be drawn on it: letters, shapes, pictograms. Measured in points from its top left.

The letters travel in the file (DejaVu Sans, ``resources/fonts``), so that it looks the same on every computer; the
kinds of it hold Latin, Cyrillic and Arabic.
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import datetime
from functools import cached_property
from typing import Final, Self

from console.assets import resource
from console.papers.lines import ISOLATES, Line, Paragraph

MM: Final = 72 / 25.4  # points

Colour = tuple[int, int, int]
BLACK: Final[Colour] = (0, 0, 0)

_FONT: Final = "DejaVuSans"
_NO_SIGN: Final = "\ufffd"
_PICTURES: Final = 0x1F000  # emoji stand from here; a few of them these letters have, without their colours
_JOINED: Final = re.compile("\u200d[\u2600-\u27bf]|[\ufe00-\ufe0f]")  # makes another emoji of the one before it
LEADING: Final = 1.25  # height of a row, in letters; they stand in the middle of it


class Page:
    """A page, and perhaps more after it, in narrow letters where many words must stand on one. Use it with ``with``: it
    holds files open.
    """

    def __init__(
        self, width: float, height: float, *, title: str, language: str, made_at: datetime, is_narrow: bool = False
    ) -> None:
        from fpdf.fonts import TTFFont

        from console.papers.shaping import ShapingPdf

        self.width, self.height = width, height
        self.unknown = ""  # every sign, once, that was asked for and that these letters lack
        self._pdf = pdf = ShapingPdf(unit="pt", format=(width, height))
        pdf.set_auto_page_break(auto=False)
        pdf.c_margin = 0
        pdf.alias_nb_pages("")  # or a group named {nb} becomes a number
        name = "DejaVuSansCondensed" if is_narrow else "DejaVuSans"
        pdf.add_font(_FONT, "", resource("fonts", f"{name}.ttf"))
        pdf.add_font(_FONT, "B", resource("fonts", f"{name}-Bold.ttf"))
        pdf.set_title(title.encode("utf-8", "replace").decode())  # a window may give half a pair of signs
        pdf.set_lang(language)
        pdf.set_creation_date(made_at)
        pdf.add_page()
        self._regular, self._bold = (font for font in pdf.fonts.values() if isinstance(font, TTFFont))
        self._widths: dict[tuple[str, bool, bool], float] = {}
        self._paragraphs: dict[tuple[str, bool, bool], Paragraph] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._regular.ttfont.close()
        self._bold.ttfont.close()

    def next_page(self) -> None:
        """Go on at the top of a new page."""
        self._pdf.add_page()

    def finished(self) -> bytes:
        """Return the file."""
        return bytes(self._pdf.output())

    # --- letters ------------------------------------------------------------------------------------------------------

    def _printable(self, text: str) -> str:
        """Return a text on one row with only what these letters can show; ``unknown`` keeps what they lack.

        A picture (an emoji) leaves nothing behind, a letter of another script a mark. The signs that keep a number
        as it is between Arabic words stay; they are not drawn.
        """
        plain = _JOINED.sub("", unicodedata.normalize("NFC", text))
        return " ".join("".join(map(self._sign, plain)).split())

    @cached_property
    def _known(self) -> frozenset[int]:
        return frozenset(self._regular.cmap) & frozenset(self._bold.cmap)

    def _sign(self, character: str) -> str:
        if character.isspace():
            return " "
        if character in ISOLATES:
            return character
        kind = unicodedata.category(character)
        if ord(character) in self._known and kind not in {"Cc", "Cf"} and ord(character) < _PICTURES:
            return character
        if kind not in {"Mn", "Me", "Cc", "Cf", "Cs"} and character not in self.unknown:
            self.unknown += character
        return "" if kind in {"So", "Sk", "Mn", "Me", "Cc", "Cf", "Cs"} else _NO_SIGN

    def paragraph(self, text: str, *, is_bold: bool = False, is_rtl: bool = False) -> Paragraph:
        """Return a text, as far as these letters can show it, ready to be broken into lines."""
        key = (text, is_bold, is_rtl)
        if key not in self._paragraphs:
            measure = self._measure_bold if is_bold else self._measure
            self._paragraphs[key] = Paragraph(self._printable(text), measure, is_rtl=is_rtl)
        return self._paragraphs[key]

    def _measure(self, text: str, is_rtl: bool, *, is_bold: bool = False) -> float:
        """Return how wide a text is, in letters."""
        key = (text, is_bold, is_rtl)
        if key not in self._widths:
            from fpdf.enums import TextDirection

            font = self._bold if is_bold else self._regular
            shaping = {"features": {}, "fragment_direction": TextDirection.RTL} if is_rtl else None
            self._widths[key] = font.get_text_width(text, 1000, shaping)[1] / 1000
        return self._widths[key]

    def _measure_bold(self, text: str, is_rtl: bool) -> float:
        return self._measure(text, is_rtl, is_bold=True)

    def _shape(self, *, is_rtl: bool) -> None:
        """Arabic letters take the shape that fits their neighbours; the others have only one."""
        if is_rtl:
            self._pdf.set_text_shaping(use_shaping_engine=True, direction="rtl")
        else:
            self._pdf.set_text_shaping(use_shaping_engine=False)

    def write(
        self, line: Line, left: float, top: float, size: float, *, is_bold: bool = False, colour: Colour = BLACK
    ) -> None:
        """Write a line with its upper left corner there; ``size`` is that of its letters."""
        self._pdf.set_text_color(*colour)
        self._pdf.set_font(_FONT, "B" if is_bold else "", size)
        for run in line.runs:
            self._shape(is_rtl=run.is_rtl)
            width = self._measure(run.text, run.is_rtl, is_bold=is_bold) * size
            self._pdf.set_xy(left, top)
            self._pdf.cell(width, size * LEADING, run.text)
            left += width

    # --- shapes -------------------------------------------------------------------------------------------------------

    def box(self, left: float, top: float, width: float, height: float, colour: Colour, *, radius: float = 0) -> None:
        """Fill a rectangle, its corners round with a radius."""
        self._pdf.set_fill_color(*colour)
        round_corners = radius > 0
        self._pdf.rect(left, top, width, height, style="F", round_corners=round_corners, corner_radius=radius)

    def disc(self, left: float, top: float, side: float, colour: Colour) -> None:
        """Fill a circle in a square."""
        self._pdf.set_fill_color(*colour)
        self._pdf.ellipse(left, top, side, side, style="F")

    def boxes(self, boxes: Iterable[tuple[float, float, float, float]], colour: Colour) -> None:
        """Fill many rectangles: left, top, width, height."""
        for left, top, width, height in boxes:
            self.box(left, top, width, height, colour)

    def pictogram(self, name: str, left: float, top: float, side: float) -> None:
        """Draw a pictogram of ``resources/pictograms`` in a square."""
        self._pdf.image(str(resource("pictograms", f"{name}.svg")), left, top, side, side)

    def link(self, left: float, top: float, width: float, height: float, address: str) -> None:
        """Make a place lead to an address, for who reads it on a screen."""
        self._pdf.link(left, top, width, height, address)
