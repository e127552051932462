"""From the bytes of an export to clean text, block by block.

Kept: zero-width joiners and every line break character inside a message (only LF and CRLF end a line). Replaced by
U+FFFD: NUL and other control characters, which neither a window nor a database can hold (``design/security.md`` C2);
lone surrogates never come out of the decoder. Text is NFC, never NFKC: that would change what was written.
"""

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO, Final, Protocol

from console.chats.fields import nfc

BLOCK_BYTES: Final = 64 * 1024  # with all that is made of it, this fits the cache of a processor
MAX_LINE_CHARACTERS: Final = 64 * 1024
_MAX_LINE_BYTES: Final = 4 * (MAX_LINE_CHARACTERS + 1)  # holds more characters than are kept, whatever they are

# Every C0 control character but TAB, LF, CR and the two that people's phones use as a line break (VT, FF).
_CONTROLS: Final = bytes(code for code in range(0x20) if code not in b"\t\n\r\v\f")
_CONTROL: Final = re.compile(f"[{re.escape(_CONTROLS.decode())}]")


class _Notes(Protocol):
    cut_lines: int
    replaced_characters: int


def guess_encoding(head: bytes) -> str:
    """Return the name of the encoding: by its mark, by the zero bytes of UTF-16, UTF-8 if it fits, else cp1252."""
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    sample = head[:4096]
    for name, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if len(sample) >= 8 and zeros.count(0) > len(zeros) * 0.7 and sample.count(0) < len(sample) * 0.6:
            return name
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        # A real UTF-8 file with a few damaged bytes stays UTF-8; cp1252 text hardly ever forms a valid sequence.
        valid = len(re.findall(rb"[\xc3-\xf4][\x80-\xbf]+", head))
        broken = head.decode("utf-8", "replace").count("\ufffd")
        return "utf-8" if valid > 4 * broken else "cp1252"
    return "utf-8"


def decode_head(head: bytes, encoding: str) -> str:
    """Return the head as text without the character that its end may have cut in half."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    return decoder.decode(head)


def text_blocks(stream: BinaryIO, encoding: str, notes: _Notes) -> Iterator[str]:
    """Yield clean text in blocks, each ending at the end of a line.

    A line of more than 64 KiB is cut there; ``notes`` counts that and the characters replaced. CR before LF stays.
    """
    # Cut at line ends while still bytes: text that holds an emoji takes four bytes a character to copy.
    rest = b""
    for data in _utf8_blocks(stream, encoding):
        data = rest + data if rest else data  # noqa: PLW2901
        end = data.rfind(b"\n") + 1
        rest = data[end:]
        if len(rest) > 2 * _MAX_LINE_BYTES:  # a line without end must not fill the memory
            rest = rest[:_MAX_LINE_BYTES]
        if end:
            yield _clean(data[:end], notes)
    if rest:
        yield _clean(rest, notes)


def _utf8_blocks(stream: BinaryIO, encoding: str) -> Iterator[bytes]:
    """Yield the stream as UTF-8 without a byte-order mark; damaged UTF-8 is passed on as it is."""
    if encoding in ("utf-8", "utf-8-sig"):
        yield stream.read(BLOCK_BYTES).removeprefix(codecs.BOM_UTF8 if encoding == "utf-8-sig" else b"")
        while data := stream.read(BLOCK_BYTES):
            yield data
        return
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    while data := stream.read(BLOCK_BYTES):
        yield decoder.decode(data).encode()
    yield decoder.decode(b"", final=True).encode()


def _clean(data: bytes, notes: _Notes) -> str:
    text = data.decode("utf-8", "replace")
    # Looked for in the bytes one by one, which is thirty times faster than a pattern on the text.
    if any(map(data.__contains__, _CONTROLS)):
        text, count = _CONTROL.subn("\ufffd", text)
        notes.replaced_characters += count
    if _has_long_line(text):
        lines = text.split("\n")
        notes.cut_lines += sum(len(line) > MAX_LINE_CHARACTERS for line in lines)
        text = "\n".join(line[:MAX_LINE_CHARACTERS] for line in lines)
    return text if text.isascii() else nfc(text)


def _has_long_line(text: str) -> bool:
    """Whether some line may be too long: a stretch of half the limit without a line end."""
    step = MAX_LINE_CHARACTERS // 2
    return any(text.find("\n", at, at + step) < 0 for at in range(0, len(text) - step + 1, step))
