"""From the local time that an export writes to moments, also in the hour that comes twice."""

from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

_EPOCH: Final = datetime(1970, 1, 1)  # noqa: DTZ001 counts local seconds
_SECOND: Final = timedelta(seconds=1)


def written_seconds(moment: datetime) -> int:
    """Return a local time as seconds on the export's own clock, for comparing exports with each other."""
    return (moment - _EPOCH) // _SECOND


class LocalClock:
    """Turns local times into moments, in the order of an export.

    When summer time ends, 02:00 to 03:00 comes twice and the export does not say which is meant. A chat runs forward:
    the second time begins where the clock jumps back inside that hour.
    """

    def __init__(self, zone: str) -> None:
        self._zone = ZoneInfo(zone)
        self._offsets: dict[date, timedelta | None] = {}
        self._in_double_hour: datetime | None = None
        self._is_second = False

    def moment(self, written: datetime) -> datetime:
        """Return the moment in UTC."""
        day = written.date()
        if day not in self._offsets:
            self._offsets[day] = self._offset_of(day)
        offset = self._offsets[day]
        if offset is not None:
            self._in_double_hour, self._is_second = None, False
            return (written - offset).replace(tzinfo=UTC)
        return self._on_changing_day(written)

    def _offset_of(self, day: date) -> timedelta | None:
        """Return the offset of a day, None for the two days a year on which it changes."""
        midnight = datetime(day.year, day.month, day.day, tzinfo=self._zone)
        at_start, at_end = midnight.utcoffset(), (midnight + timedelta(hours=23, minutes=59)).utcoffset()
        return at_start if at_start == at_end else None

    def _on_changing_day(self, written: datetime) -> datetime:
        first, second = written.replace(tzinfo=self._zone, fold=0), written.replace(tzinfo=self._zone, fold=1)
        if first.utcoffset() == second.utcoffset():
            self._in_double_hour, self._is_second = None, False
            return first.astimezone(UTC)
        if written.fold:
            self._is_second = True  # an export that counts seconds since 1970 knows
        elif self._in_double_hour is not None and written < self._in_double_hour - timedelta(minutes=5):
            self._is_second = True  # further back than messages that overtake each other
        self._in_double_hour = written
        return (second if self._is_second else first).astimezone(UTC)
