"""Dates and times in the cells of a table, as people and programs write them."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from console.chats.dates import parse_date
from console.chats.fields import MONTHS, local_time
from console.chats.headers import Signature
from console.chats.reading import DateOrder
from console.chats.table_rows import Cell

_CLOCK: Final = r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:[.,]\d{1,9})?)?"
_HALF_DAY: Final = r"(?:\s?(?P<half>[aApP])\.?\s?[mM]\.?)?"
_ZONE: Final = r"(?:\s?(?:Z|UTC|[+-]\d{2}:?\d{2}))?"  # the wall time as written is what counts
_TIME: Final = rf"{_CLOCK}{_HALF_DAY}{_ZONE}(?: uur)?"
_ISO: Final = r"\d{4}(?P<iso_gap>[-/.])\d{1,2}(?P=iso_gap)\d{1,2}"
_NUMERIC: Final = rf"(?P<numeric>\d{{1,2}}(?P<gap>[-/.])\d{{1,2}}(?P=gap)(?:\d{{4}}|\d{{2}})|{_ISO})"
_NAMED: Final = r"(?P<day>\d{1,2})[ -](?P<month>[A-Za-z]{3,9})\.?[ -](?P<year>\d{4})"
_MOMENT: Final = re.compile(rf"(?:[A-Za-z]{{2,9}},? )?(?:{_NUMERIC}|{_NAMED})(?:(?:T|,? (?:om )?){_TIME})?", re.ASCII)
_TIME_ONLY: Final = re.compile(_TIME, re.ASCII)

_EXCEL_START: Final = date(1899, 12, 30)
_EXCEL_DAYS: Final = range(36526, 73051)  # 2000 up to 2100: other numbers are no dates that lost their format

Clock = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class WrittenMoment:
    """A cell taken apart. ``day`` is known, or ``written`` is a date in an order that only the whole file tells."""

    day: date | None
    written: str
    clock: Clock | None

    def at(self, order: DateOrder | None, clock: Clock | None = None) -> datetime | None:
        """Return the moment, with the clock of another cell if there is one; None when it does not exist."""
        day = self.day or (parse_date(self.written, order) if order else None)
        return local_time(day.year, day.month, day.day, clock or self.clock or (0, 0, 0)) if day else None


def read_moment(cell: Cell) -> WrittenMoment | None:
    """Return what a cell says about the date, and the time if it has one; None when it holds no date."""
    match cell:
        case datetime():
            whole = (cell + timedelta(milliseconds=500)).replace(tzinfo=None)  # Excel keeps fractions of a day
            return WrittenMoment(whole.date(), "", (whole.hour, whole.minute, whole.second))
        case date():
            return WrittenMoment(cell, "", None)
        case float():
            if int(cell) not in _EXCEL_DAYS:
                return None
            return WrittenMoment(_EXCEL_START + timedelta(days=int(cell)), "", _clock_of_day(cell % 1))
        case str():
            return _read_written(cell)
        case _:
            return None


def read_clock(cell: Cell) -> Clock | None:
    """Return the time of day in a cell, or None when it holds none."""
    match cell:
        case datetime() | time():
            return (cell.hour, cell.minute, cell.second)
        case timedelta():
            return _clock_of_day(cell / timedelta(days=1))
        case float():
            return _clock_of_day(cell)
        case str():
            found = _TIME_ONLY.fullmatch(cell.strip())
            return _clock(found) if found else None
        case _:
            return None


def signature_of(written: str) -> Signature:
    """Return the form of a date in the words of ``dates.decide``, which reads chats with a header on every line."""
    gap = next(mark for mark in written if not mark.isdigit())
    last = written.rpartition(gap)[2]
    year = "last4" if len(last) == 4 else "last2"
    return Signature("table", False, gap, year, "", False, "", ":", False, False, False, "")


def _read_written(text: str) -> WrittenMoment | None:
    found = _MOMENT.fullmatch(text.strip())
    if not found:
        return None
    clock = _clock(found) if found["hour"] else None
    if found["hour"] and clock is None:
        return None
    if found["month"]:
        month = MONTHS.get(found["month"].lower())
        moment = local_time(int(found["year"]), month, int(found["day"])) if month else None
        return WrittenMoment(moment.date(), "", clock) if moment else None
    if found["iso_gap"]:
        day = parse_date(found["numeric"], DateOrder.YMD)
        return WrittenMoment(day, "", clock) if day else None
    return WrittenMoment(None, found["numeric"], clock)


def _clock(found: re.Match[str]) -> Clock | None:
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
    if found["half"]:
        hour = hour % 12 + 12 * (found["half"] in "pP")
    return (hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None


def _clock_of_day(fraction: float) -> Clock | None:
    """Return the time at a fraction of a day, as Excel keeps it."""
    if not 0 <= fraction < 1:
        return None
    seconds = min(round(fraction * 86400), 86399)
    return (seconds // 3600, seconds // 60 % 60, seconds % 60)
