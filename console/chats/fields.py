"""Makes what stands in one field of an export (a name, a text, a time) safe and equal across formats.

For formats whose texts are not read line by line; ``decode`` does the same for those that are.
"""

import re
from datetime import UTC, datetime
from typing import Final, Protocol
from unicodedata import is_normalized, normalize
from zoneinfo import ZoneInfo

from console.chats.headers import MARKS

MAX_LINE_CHARACTERS: Final = 64 * 1024
MAX_NAME_CHARACTERS: Final = 256

_ANY_MARK: Final = re.compile(f"[{MARKS}]")
# The end is looked for only where a run of marks begins: 16,000 in one text took eight seconds (measured).
_EDGE_MARK: Final = re.compile(f"^[{MARKS}]+|(?<![{MARKS}])[{MARKS}]+$", re.MULTILINE)
_UNUSABLE: Final = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff]")
_CONTROL: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_BLANK: Final = re.compile("[\u00a0\u202f ]+")
_LONG_WORD: Final = re.compile(r"(\S{65,})")

# All chats are of groups in the Netherlands; exports that give a moment are shown in its time.
_ZONE: Final = ZoneInfo("Europe/Amsterdam")
_LAST_SECOND: Final = int(datetime(9998, 12, 31, tzinfo=UTC).timestamp())

MONTHS: Final = {
    name: number
    for names in (
        "januari februari maart april mei juni juli augustus september oktober november december",
        "january february march april may june july august september october november december",
        "jan feb mrt apr mei jun jul aug sep okt nov dec",
        "jan feb mar apr may jun jul aug sep oct nov dec",
    )
    for number, name in enumerate(names.split(), start=1)
}


class _Notes(Protocol):
    cut_lines: int
    replaced_characters: int


def clean_text(text: str, notes: _Notes) -> str:
    """Return a message's text: LF line ends, no unusable characters, no marks at the edges of lines, NFC.

    A line of more than 64 KiB is cut there; ``notes`` counts that and the characters replaced by U+FFFD.
    """
    if text.isascii() and text.isprintable() and len(text) <= MAX_LINE_CHARACTERS:
        return text
    text, count = _UNUSABLE.subn("\ufffd", text.replace("\r\n", "\n"))
    notes.replaced_characters += count
    if len(text) > MAX_LINE_CHARACTERS:
        lines = text.split("\n")
        notes.cut_lines += sum(len(line) > MAX_LINE_CHARACTERS for line in lines)
        text = "\n".join(line[:MAX_LINE_CHARACTERS] for line in lines)
    return text if text.isascii() else nfc(_EDGE_MARK.sub("", text))


def clean_name(name: str) -> str | None:
    """Return a name as one line without invisible marks, or None when nothing is left of it."""
    name = _CONTROL.sub(" ", _ANY_MARK.sub("", name[: 2 * MAX_NAME_CHARACTERS]))
    name = nfc(_BLANK.sub(" ", name).replace("\u2011", "-")).strip()
    return name[:MAX_NAME_CHARACTERS] or None


def nfc(text: str) -> str:
    """Return the text in NFC, except words too long to be words.

    64,000 combining marks on one letter take ``normalize`` six seconds, because it sorts them pair by pair (measured).
    """
    if is_normalized("NFC", text):
        return text
    pieces = _LONG_WORD.split(text)
    pieces[::2] = [normalize("NFC", piece) for piece in pieces[::2]]
    return "".join(pieces)


def wall_time(seconds: float) -> datetime | None:
    """Return the time on a Dutch clock at a moment in seconds since 1970; None outside the years that exist.

    In the hour that comes twice ``fold`` tells which of the two it was, though the value carries no zone.
    """
    if not 0 <= seconds <= _LAST_SECOND:
        return None
    return datetime.fromtimestamp(seconds, _ZONE).replace(tzinfo=None)


def local_time(year: int, month: int, day: int, clock: tuple[int, int, int] = (0, 0, 0)) -> datetime | None:
    """Return a time as an export writes it, without zone; None when it does not exist or is before 1970."""
    try:
        return datetime(year, month, day, *clock) if year >= 1970 else None  # noqa: DTZ001
    except ValueError:
        return None
