"""The backups of a store in a folder: how they are called, which there are, and which of them may go.

That is told by the moments in their names. A clock that is wrong takes nothing extra: a backup from the future counts
as the oldest, and for a week after a leap of the clock none grows too old. So a backup gets 30 days old for who uses
the program week by week, and older for who stays away for long by as much as that.
"""

import logging
import os
import re
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Final

from console.domain.vault import Backup, Place
from console.errors import ExpectedError
from console.store import crypt
from console.store.faults import file_faults

log = logging.getLogger(__name__)

MOST_DAYS: Final = 30
NEWEST: Final = 3  # also of one day: before an erasure, a restore, another key
DAILY: Final = 7
WEEKLY: Final = 3

_FORM: Final = "%Y%m%dT%H%M%S%fZ"
_NAME: Final = re.compile(r"(.+?)(?:-before|-damaged)?-(\d{8}T\d{12}Z)(?:-([0-9a-f]{8}))?\.db")
_DAY: Final = timedelta(days=1)
_LITTLE: Final = timedelta(hours=23)  # less than a day ahead: so that the next is none from the future
_LEAP: Final = timedelta(days=14)  # between two backups: perhaps a holiday, perhaps a clock that is wrong
_WAIT: Final = timedelta(days=7)  # for somebody to notice which
_LEAST_STEP: Final = timedelta(microseconds=1)


def folder_of(store_path: Path) -> Path:
    """Return the folder for the backups of a store that needs no asking."""
    return store_path.parent / "backups"


def next_name(store_path: Path, folder: Path, key: str, now: datetime) -> Path:
    """Return where the next backup goes: the moment in UTC, and the id of the key that opens it.

    It is later than the last one, also when the clock stepped back a little meanwhile.
    """
    made = {backup.made_at for backup in of_store(store_path, folder)}
    at = max((now, *(moment + _LEAST_STEP for moment in made if moment < now + _LITTLE)))
    while at in made:
        at += _LEAST_STEP
    return folder / f"{store_path.stem}-{at.astimezone(UTC):{_FORM}}-{crypt.key_id(key)}.db"


def name_aside(store_path: Path, why: str, now: datetime) -> Path:
    """Return where a store goes when another takes its place: ``why`` is "before" or "damaged"."""
    while (path := store_path.with_name(f"{store_path.stem}-{why}-{now.astimezone(UTC):{_FORM}}.db")).exists():
        now += _LEAST_STEP
    return path


def of_store(store_path: Path, folder: Path, place: Place = Place.OWN) -> tuple[Backup, ...]:
    """Return the backups of a store in a folder, in no order; () when there is no such folder.

    Raises ``ExpectedError`` when the folder cannot be read.
    """
    form = rf"{re.escape(store_path.stem)}-(\d{{8}}T\d{{12}}Z)-([0-9a-f]{{8}})\.db"
    return tuple(
        Backup(path, moment, named[2], found.st_size, place)
        for path, found, named in _named(folder, form)
        if (moment := _moment(named[1]))
    )


def of_file(path: Path) -> Backup:
    """Return a backup by its file alone; under another name than ours, its moment is that of the file.

    Raises ``ExpectedError`` when there is no such file.
    """
    with file_faults(path):
        if not path.is_file():
            raise ExpectedError("store_missing", path=path)
        found = path.stat()
    named = _NAME.fullmatch(path.name)
    moment = None if named is None else _moment(named[2])
    made_at = moment or datetime.fromtimestamp(found.st_mtime, UTC)
    return Backup(path, made_at, (named and named[3]) or "", found.st_size)


def of_which(path: Path) -> Path:
    """Return the path that the store of a backup has, by its name, if it stands in the same folder."""
    named = _NAME.fullmatch(path.name)
    return path if named is None else path.with_name(f"{named[1]}.db")


def in_order(backups: Iterable[Backup], now: datetime) -> tuple[Backup, ...]:
    """Return backups the newest first; those from the future, made while the clock was ahead, come last."""
    newest = sorted(backups, key=lambda backup: backup.made_at, reverse=True)
    return tuple(sorted(newest, key=lambda backup: backup.made_at > now + _DAY))


def thin(store_path: Path, folder: Path, now: datetime) -> tuple[Path, ...]:
    """Remove what ``superfluous`` says, and what programs that were killed left half made; return what went.

    What cannot be removed stays, for the next time.
    """
    gone = [backup.path for backup in superfluous(of_store(store_path, folder), now)]
    return _removed([*gone, *_half_made(store_path, folder)])


def thin_aside(store_path: Path, now: datetime) -> tuple[Path, ...]:
    """Remove the stores that were kept when a backup was put back, once they are too old; never a damaged one.

    And what programs that were killed left half made beside the store, for that may be a whole copy of it.
    """
    form = rf"{re.escape(store_path.stem)}-before-(\d{{8}}T\d{{12}}Z)\.db"
    kept = [(path, moment) for path, _, named in _named(store_path.parent, form) if (moment := _moment(named[1]))]
    made = [backup.made_at for backup in of_store(store_path, folder_of(store_path))]
    at = _now_by([*made, *(moment for _, moment in kept)], now)
    old = [path for path, moment in kept if at - moment > timedelta(days=MOST_DAYS)]
    return _removed([*old, *_half_made(store_path, store_path.parent)])


def superfluous(backups: Sequence[Backup], now: datetime) -> tuple[Backup, ...]:
    """Return the backups that may go: all but a few, the last of each of seven days and then of three weeks.

    The newest never goes. Those from the future go once there are seven days without them.
    """
    ordered = in_order(backups, now)
    at = _now_by([backup.made_at for backup in ordered], now)
    present = [backup for backup in ordered if backup.made_at <= now + _DAY]
    young = [backup for backup in present if at - backup.made_at <= timedelta(days=MOST_DAYS)]
    of_days = _last_of_each(young)
    kept = {*young[:NEWEST], *of_days[:DAILY]}
    kept |= set([backup for backup in _last_of_each(young, by_week=True) if backup not in kept][:WEEKLY])
    if len(of_days) < DAILY:
        kept |= set(ordered) - set(present)
    return tuple(backup for backup in ordered[1:] if backup not in kept)


def _last_of_each(newest_first: Sequence[Backup], *, by_week: bool = False) -> list[Backup]:
    """Return the last of each day, or week, that has any."""
    last: dict[date | tuple[int, int], Backup] = {}
    for backup in newest_first:
        year, week, _ = backup.made_at.isocalendar()
        last.setdefault((year, week) if by_week else backup.made_at.date(), backup)
    return list(last.values())


def _now_by(moments: Iterable[datetime], now: datetime) -> datetime:
    """Return the moment by which backups age: before a leap of the clock, as long as that is new, and else now."""
    known = sorted(moment for moment in moments if moment <= now)
    for earlier, later in pairwise([*known, now]):
        if later - earlier > _LEAP and now - later < _WAIT:
            return earlier
    return now


def _named(folder: Path, form: str) -> Iterator[tuple[Path, os.stat_result, "re.Match[str]"]]:
    """Yield the files whose whole name has a form; what another program removes meanwhile is not there."""
    with file_faults(folder):
        paths = list(folder.iterdir()) if folder.is_dir() else []
    for path in paths:
        if named := re.fullmatch(form, path.name):
            try:
                yield path, path.stat(), named
            except FileNotFoundError:
                continue


def _moment(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, _FORM).replace(tzinfo=UTC)
    except ValueError:  # such as a 31st of February: no name of ours
        return None


def _half_made(store_path: Path, folder: Path) -> Iterator[Path]:
    """Yield what nobody can still be making: it is a day old."""
    part = rf"\.{re.escape(store_path.stem)}[-.].*\.[0-9a-f]{{8}}\.part(-wal|-shm|-journal)?"
    for path, found, _ in _named(folder, part):
        if time.time() - found.st_mtime > _DAY.total_seconds():
            yield path


def _removed(paths: Iterable[Path]) -> tuple[Path, ...]:
    gone = []
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:  # somebody has it open, or the stick is read-only
            log.warning("an older backup could not be removed: %s", error.strerror)
            continue
        gone.append(path)
    return tuple(gone)
