"""What one cell of a sheet means: a telephone number, a postcode, a date, yes or no.

A reader takes a ``Written`` and returns the value, None for an empty cell, and raises ``ExpectedError`` with what is
wrong. People write sheets by hand and Excel changes what they wrote (it drops the 0 of a number), so readers are kind;
what could mean two things is refused.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Final, NamedTuple

from console.chats.dates import parse_date
from console.chats.fields import clean_name
from console.chats.reading import DateOrder
from console.chats.table_dates import read_moment
from console.chats.table_rows import Cell
from console.desk.phone_numbers import e164
from console.errors import ExpectedError

LONGEST_TEXT: Final = 256
LONGEST_WORDS: Final = 2_000

_MOBILE: Final = re.compile(r"(?:\+31|0031|31|0)?(6[1-58]\d{7})", re.ASCII)  # asking phonenumbers takes 50 times longer
_NATIONAL_WITHOUT_ZERO: Final = re.compile(r"[1-9]\d{8}", re.ASCII)
_BETWEEN_DIGITS: Final = re.compile(r"[\s().\-/\u2011\u2013]+|\(0\)")
_POSTCODE: Final = re.compile(r"([1-9]\d{3})\s*([A-Z]{2})", re.ASCII)
_NO_LETTERS: Final = frozenset({"SA", "SD", "SS"})  # never given out
_MAIL: Final = re.compile(r"[^\s@,;<>\"]{1,64}@[^\s@,;<>\"]{1,190}\.[^\s@,;<>\".\d]{2,24}")
_WHOLE: Final = re.compile(r"\d{1,6}", re.ASCII)
_YES: Final = frozenset(
    (
        "ja",
        "j",
        "yes",
        "y",
        "true",
        "waar",
        "1",
        "x",
        "v",
        "✓",
        "✔",
        "☑",
        "☒",
        "✅",
        "akkoord",
        "aan",
        "on",
        "ok",
        "oké",
    )
)
_NO: Final = frozenset(("nee", "n", "no", "false", "onwaar", "0", "niet", "uit", "off", "☐", "niet akkoord", "❌"))


class Written(NamedTuple):
    """A cell: as the file has it, and as a person reads it, on one line. ``order`` is that of the column's dates."""

    cell: Cell
    text: str
    order: DateOrder = DateOrder.DMY


Reader = Callable[[Written], object]


def as_read(cell: Cell) -> str:
    """Return a cell as a person reads it, on one line and without invisible marks: a whole number without a point."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return f"{cell:.0f}"
    if isinstance(cell, str):
        return cell.strip() if cell.isascii() and cell.isprintable() else clean_name(cell) or ""
    return str(cell)


def text(written: Written) -> str | None:
    """A name, a street: what fits on one line of 256 characters."""
    if isinstance(written.cell, str) and len(written.cell) > LONGEST_TEXT:
        raise ExpectedError("cell_too_long", most=LONGEST_TEXT)
    return written.text or None


def words(written: Written) -> str | None:
    """What somebody wrote besides, line ends and all."""
    told = written.cell.strip() if isinstance(written.cell, str) else written.text
    lines = (clean_name(line) or "" for line in told[:LONGEST_WORDS].splitlines())
    return "\n".join(lines).strip() or None


def phone(written: Written) -> str | None:
    """A telephone number as E.164; Dutch when it has no country code."""
    if not written.text:
        return None
    digits = _BETWEEN_DIGITS.sub("", written.text.removeprefix("tel:"))
    mobile = _MOBILE.fullmatch(digits)
    if mobile:
        return f"+31{mobile[1]}"
    if _NATIONAL_WITHOUT_ZERO.fullmatch(digits):  # a program for sheets took it for an amount
        digits = f"0{digits}"
    try:
        return e164(digits if digits.removeprefix("+").isdecimal() else written.text)
    except ExpectedError:
        raise ExpectedError("cell_not_phone") from None


def postcode(written: Written) -> str | None:
    """A postcode as "3021 AB"."""
    if not written.text:
        return None
    found = _POSTCODE.fullmatch(written.text.upper())
    if not found or found[2] in _NO_LETTERS:
        raise ExpectedError("cell_not_postcode")
    return f"{found[1]} {found[2]}"


def email(written: Written) -> str | None:
    """An e-mail address, in small letters."""
    address = written.text.removeprefix("mailto:").strip("<>").lower()
    if not address:
        return None
    if not _MAIL.fullmatch(address):
        raise ExpectedError("cell_not_email")
    return address


def day(written: Written) -> date | None:
    """A date, without its time; in the order of the column where 3/4 could be two days (``sheets.check``)."""
    if not written.text:
        return None
    moment = read_moment(written.cell if not isinstance(written.cell, str) else written.text)
    found = (moment.day or parse_date(moment.written, written.order)) if moment else None
    if found is None:
        raise ExpectedError("cell_not_date")
    return found


def moment(written: Written) -> datetime | None:
    """A date with its time, without zone; midnight when no time is written."""
    if not written.text:
        return None
    read = read_moment(written.cell if not isinstance(written.cell, str) else written.text)
    found = read.at(written.order) if read else None
    if found is None:
        raise ExpectedError("cell_not_date")
    return found


def yes_no(written: Written) -> bool | None:
    """Yes or no, as people and programs tick it."""
    told = written.text.casefold().rstrip(".!")
    if not told:
        return None
    if told in _YES or told.startswith(("ja,", "ja ", "yes,", "yes ")):
        return True
    if told in _NO or told.startswith(("nee,", "nee ", "no,", "no ")):
        return False
    raise ExpectedError("cell_not_yes_no")


def number(written: Written) -> int | None:
    """A whole number of nought or more, such as a house number without its addition."""
    if not written.text:
        return None
    if not _WHOLE.fullmatch(written.text):
        raise ExpectedError("cell_not_number")
    return int(written.text)


def one_of(known: Mapping[str, object]) -> Reader:
    """Return a reader of words that have a fixed meaning; ``known`` has them in small letters."""

    def read(written: Written) -> object:
        told = written.text.casefold()
        if told and told not in known:
            raise ExpectedError("cell_not_known", known=", ".join(known))
        return known[told] if told else None

    return read
