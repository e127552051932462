"""Backups: by themselves once a day when something changed, before what cannot be undone, and when somebody asks.

Each counts only once it was opened, checked and counted. They stay seven days one by one and then one a week, 30 days
at most (``store.backups``). A second place that is not there, such as a stick, hinders nothing: a sentence tells so.
"""

import json
import logging
import os
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from console import texts
from console.desk.console import Console
from console.desk.forgetting import erasure_list
from console.domain.vault import BackedUp, Backup, BackupState, Place, SecondPlace, Why
from console.errors import ExpectedError
from console.store import backup as store_backup
from console.store import backups as store_backups
from console.store import crypt, recovery
from console.store.faults import file_faults
from console.store.places import is_on_network, made_aside, take_place

log = logging.getLogger(__name__)

EVERY: Final = timedelta(hours=20)  # who starts the program a little earlier than yesterday gets one too
LONGEST_WITHOUT_COPY: Final = timedelta(days=7)


def backups(of: Console | Path, second: Path | None = None, *, now: datetime | None = None) -> tuple[Backup, ...]:
    """Return the backups of a store, by its console or its path, in both places; the newest first.

    One that stands in both places is there twice. Those that a clock which was ahead dated in the future come last.
    Raises ``ExpectedError`` when the own folder cannot be read.
    """
    path = of if isinstance(of, Path) else of.store.path
    found = list(store_backups.of_store(path, store_backups.folder_of(path)))
    if second is not None:
        try:
            found += store_backups.of_store(path, second, Place.SECOND)
        except ExpectedError as error:  # a stick that is just taken out
            log.info("the second place cannot be read: %s", error.key)
    at = now or (datetime.now(UTC) if isinstance(of, Path) else of.now())
    return store_backups.in_order(found, at)


def is_due(console: Console) -> bool:
    """Whether something changed since the last backup, and that was no longer today. Never in the demo."""
    due = _next_due(console, _last(console))
    return due is not None and due <= console.now()


def back_up(console: Console, second: Path | None = None, why: Why = Why.DAILY) -> BackedUp:
    """Make a verified backup now, copy it to the second place, and thin out the older ones.

    Runs for seconds, on the CPU lane. Raises ``ExpectedError``: disk full, place not writable, store damaged. Trouble
    with the second place is in the answer, not raised.
    """
    path, now = console.store.path, console.now()
    folder = store_backups.folder_of(path)
    made = store_backup.make_backup(console.store, folder, now, is_quick=why is Why.ERASURE)  # a person waits for it
    log.info("backup made (%s)", why)
    erasure_list.write(console.store)
    store_backups.thin(path, folder, now)
    store_backups.thin_aside(path, now)
    backup = next(each for each in backups(console) if each.path == made)
    return _copied(console, backup, second)


def run_daily(console: Console, second: Path | None = None) -> BackedUp | None:
    """Do at the start and once a day what is to be done: ``back_up`` when that is due, else thin out and copy.

    A stick that was away gets the last backup when it is back. None when nothing was made or copied and nothing is
    the matter. Raises ``ExpectedError`` as ``back_up`` does.
    """
    if console.is_demo:
        return None
    path, last = console.store.path, _last(console)
    if is_due(console) or last is None or not _is_good(console, last):  # the older ones go only beside a good one
        return back_up(console, second)
    store_backups.thin(path, store_backups.folder_of(path), console.now())
    store_backups.thin_aside(path, console.now())
    if second is None or (second / last.path.name).exists():
        return None
    return _copied(console, last, second)


def before(console: Console, why: Why) -> Backup | None:
    """Make sure that there is a backup of how it is now, before what cannot be undone; None in the demo.

    Raises ``ExpectedError`` as ``back_up`` does: then the other must not happen.
    """
    if console.is_demo:
        return None
    last = _last(console)
    if last is not None and not _has_changed(console, last) and _is_good(console, last):
        return last
    return back_up(console, why=why).backup


def state(console: Console, second: Path | None = None) -> BackupState:
    """Return the last backup, when the next is due, and what is the matter."""
    last = _last(console)
    return BackupState(last, _next_due(console, last), _trouble(console, second))


def second_place(console: Console, folder: Path) -> SecondPlace:
    """Return what is to be said of a folder as the second place, before it becomes that."""
    path = console.store.path

    def say(key: str) -> str:
        return texts.say(f"backup.{key}", console.language, folder=folder)

    if not folder.is_dir():
        return SecondPlace(refused=say("second_missing"))
    if folder.resolve() in (path.parent.resolve(), store_backups.folder_of(path).resolve()):
        return SecondPlace(refused=say("second_is_first"))
    if is_on_network(folder):
        return SecondPlace(refused=say("second_on_network"))
    if not os.access(folder, os.W_OK):
        return SecondPlace(refused=say("second_read_only"))
    if is_of_other(console, folder):
        return SecondPlace(refused=say("second_of_other"))
    is_same_disk = folder.stat().st_dev == path.stat().st_dev
    return SecondPlace(warning=say("second_same_disk") if is_same_disk else None)


def is_of_other(console: Console, folder: Path) -> bool:
    """Whether the backups in a folder are of another computer, whose store has the same name: nothing is written there.

    Raises ``ExpectedError`` when the folder cannot be read.
    """
    found = {backup.key_id for backup in store_backups.of_store(console.store.path, folder)}
    return not found <= _own_keys(console)


def own_place(console: Console, second: Path | None) -> Path | None:
    """Return the second place; None where it cannot be read, or is of another computer: the wrong stick."""
    try:
        return None if second is None or is_of_other(console, second) else second
    except ExpectedError as error:
        log.info("the second place cannot be read: %s", error.key)
        return None


# --- when it is due --------------------------------------------------------------------------------------------------


def _last(console: Console) -> Backup | None:
    return next(iter(backups(console)), None)


def _next_due(console: Console, last: Backup | None) -> datetime | None:
    if console.is_demo:
        return None
    now = console.now()
    if last is None or last.made_at > now + EVERY:  # that one is of a clock that was ahead
        return now
    return last.made_at + EVERY if _has_changed(console, last) else None


def _has_changed(console: Console, last: Backup) -> bool:
    """Whether the store is another one than its last backup, which is out of reach or under an older key otherwise."""
    store = console.store
    if last.key_id != crypt.key_id(store.key):
        return True
    try:
        return store_backup.stamp_of(last.path, store.key) != store.stamp()
    except ExpectedError as error:
        log.warning("the last backup cannot be read: %s", error.key)
        return True


def _is_good(console: Console, last: Backup) -> bool:
    """Whether the last backup is still as it was written; one under an older key was looked at when that was in use."""
    if last.key_id != crypt.key_id(console.store.key):
        return True
    try:
        return store_backup.is_whole(last.path, console.store.key)
    except ExpectedError as error:
        log.warning("the last backup cannot be read: %s", error.key)
        return False


# --- the second place ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Copied:
    """What is written down of the second place, because when it is away nobody can look there.

    ``at`` (aware UTC) is when it got its last copy. ``key_ids`` are of the keys of all that it got: backups under other
    keys are of another computer, whose store may well have the same name.
    """

    at: datetime | None = None
    key_ids: frozenset[str] = frozenset()


def _copied(console: Console, backup: Backup, second: Path | None) -> BackedUp:
    """Copy a backup, and the recovery files without which nobody opens it elsewhere; what fails is a sentence."""
    if second is None:
        return BackedUp(backup)
    refused = second_place(console, second).refused
    if refused is not None:
        return BackedUp(backup, trouble=refused)
    path, now = console.store.path, console.now()
    try:
        copy = store_backup.copy_to(backup.path, second, console.store.key)
        recovery.copy_to(path, second)
        erasure_list.catch_up(console, second)
        erasure_list.write(console.store, second)
        _write_note(path, _Copied(now, _read_note(path).key_ids | {backup.key_id}))
        store_backups.thin(path, second, now)
        needed = {each.key_id for each in store_backups.of_store(path, second)}
        recovery.drop_older(path, second, _own_keys(console), needed)
    except ExpectedError as error:
        return BackedUp(backup, trouble=error.sentence(console.language))
    return BackedUp(backup, replace(backup, path=copy, place=Place.SECOND))


def _own_keys(console: Console) -> frozenset[str]:
    """Return the ids of the keys that this store has, or had."""
    path, store = console.store.path, console.store
    own = {backup.key_id for backup in store_backups.of_store(path, store_backups.folder_of(path))}
    return _read_note(path).key_ids | own | {crypt.key_id(key) for key in (store.key, *store.older_keys)}


def _trouble(console: Console, second: Path | None) -> str | None:
    """Return what is the matter with the second place, once that lasts: who takes his stick home hears nothing."""
    if second is None or console.is_demo:
        return None
    copied_at = _read_note(console.store.path).at
    if copied_at is None:
        return texts.say("backup.second_never", console.language, folder=second)
    is_behind = any(backup.made_at > copied_at for backup in backups(console))
    if not is_behind or console.now() - copied_at < LONGEST_WITHOUT_COPY:
        return None
    return texts.say("backup.second_behind", console.language, folder=second, day=f"{copied_at.astimezone():%d-%m-%Y}")


def _note(path: Path) -> Path:
    return store_backups.folder_of(path) / f"{path.stem}.copied"


def _write_note(path: Path, copied: _Copied) -> None:
    note = _note(path)
    content = {"at": copied.at and copied.at.astimezone(UTC).isoformat(), "key_ids": sorted(copied.key_ids)}
    with made_aside(note) as part, file_faults(note):
        part.write_text(json.dumps(content), encoding="utf-8")
        take_place(part, note)


def _read_note(path: Path) -> _Copied:
    try:
        content = json.loads(_note(path).read_text(encoding="utf-8"))
        return _Copied(datetime.fromisoformat(content["at"]), frozenset(map(str, content["key_ids"])))
    except (OSError, ValueError, TypeError, KeyError):  # none yet, or half a note after a power cut
        return _Copied()
