"""Putting a backup back: what it would change, and doing so. Whatever stood there before is kept beside the store.

Nobody may have the store open meanwhile, this program neither: close the console first and open it anew after.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, delete, insert, inspect, update

from console import texts
from console.desk.forgetting import erasure_list
from console.desk.vault import backing_up
from console.domain.outgoing import SendState
from console.domain.retention import Replayed
from console.domain.vault import Backup, Restored, RestorePreview
from console.errors import ExpectedError
from console.jobs import Progress
from console.store import backup as store_backup
from console.store import backups as store_backups
from console.store import crypt, recovery
from console.store import restore as store_restore
from console.store.faults import file_faults
from console.store.places import made_aside, take_place
from console.store.session import Store
from console.store.tables import erasures, outbox, settings
from console.texts import DEFAULT_LANGUAGE

_SHEET: Final = "recovery_sheet"  # that of the key in use (changing.py)
_OF_THE_PERSON: Final = (  # settings of this computer and its person: they do not go back in time with the rest
    *("retention_notice_at", "retention_clock"),  # desk/forgetting/retention.py and clock.py
    *("access_code", "locked"),  # access_code.py
)
_LOST: Final = (  # in the order in which they are told
    *("messages", "decisions", "members", "join_requests", "feedback", "privacy_requests", "notes", "groups"),
)


def preview(
    path: Path,
    backup: Backup,
    keys: Sequence[str],
    *,
    language: str = DEFAULT_LANGUAGE,
    is_good: bool | None = None,
) -> RestorePreview:
    """Return what putting ``backup`` back at ``path`` would change; nothing is, and the store may be open.

    ``keys`` are those at hand (``opening.kept_keys``, or ``keys_by_code``). ``is_good`` is what ``last_good`` found: to
    look takes seconds for a million messages. Raises ``ExpectedError`` when the backup is damaged so that nothing can
    be read, out of reach, of a newer program or no store; and when the store at ``path`` must not be replaced.
    """
    with _told_of(backup):
        opens_with = _key_of(backup, keys)
        if opens_with is None:
            return RestorePreview(backup, opens=False)
        with store_backup.reading(backup.path, opens_with) as connection:
            store_restore.assert_known(connection, backup.path)
            then = store_restore.contents(connection, _LOST)
    since_then = {table: then.last.get(table, 0) for table in _LOST}
    if is_good is None:
        is_good = store_backup.is_whole(backup.path, opens_with)
    present = store_restore.usable_key(path, keys)
    found = None if present is None else store_restore.count_since(path, present, since_then)
    if found is None:
        key = "unknown" if path.exists() else "no_store"
        since = texts.say(f"restore.{key}", language, moment=f"{backup.made_at.astimezone():%d-%m-%Y %H:%M}")
        return RestorePreview(backup, opens=True, is_good=is_good, then_rows=then.rows, since=(since,))
    now, counts = found
    lost = {table: counts[table] for table in _LOST if counts.get(table)}
    erased = len(now.erased - then.erased)
    said = tuple(_sentences(lost, erased, language, is_same=now.stamp == then.stamp))
    return RestorePreview(backup, True, is_good, then.rows, now.rows, lost, said, erased)


def restore(
    path: Path,
    backup: Backup,
    keys: Sequence[str],
    *,
    now: datetime,
    may_change_key: bool = False,
    language: str = DEFAULT_LANGUAGE,
    progress: Progress | None = None,
) -> Restored:
    """Put a backup in the place of the store at ``path``, and return where that went.

    ``keys`` as for ``preview``; the key in use stays in use, also when the backup has an older one. Only where nothing
    was done with the store yet, as on a new computer, and with ``may_change_key``, that of the backup is in use from
    then on, so that the paper that opened it goes on to do so. What was erased after the backup was made is erased
    again, before it gets its name. A program that is killed meanwhile leaves the old store or the new one, whole. Put
    ``Restored.keys`` in the keyring after (``opening.try_to_keep``) when they came from a code. Raises
    ``ExpectedError``: somebody has the store open, disk full, the backup damaged, of a newer program or opened by no
    key; nothing is then changed.
    """
    with _told_of(backup):
        opens_with = _key_of(backup, keys)
    if opens_with is None:
        raise ExpectedError("restore_no_key", path=backup.path)
    present = store_restore.usable_key(path, keys)
    is_new_here = present is not None and may_change_key and store_restore.holds_nothing(path, present)
    key = opens_with if is_new_here else present or keys[0]
    stays = _OF_THE_PERSON if is_new_here else (*_OF_THE_PERSON, _SHEET)
    kept_settings = None if present is None else store_restore.settings_of(path, present, stays)
    erased = 0

    def prepare(copy: Store) -> None:
        nonlocal erased
        with copy.writing() as connection:
            _keep_settings(connection, stays, kept_settings)
            _let_nothing_leave(connection)
        again = _erase_again(copy, path, backup, partial(erasure_list.replay, now=now, keys=keys, language=language))
        erased = again.people + sum(again.due.count(kind) for kind in again.due.kinds)

    if present is not None:
        _write_list(path, present)
    _bring_recovery_files(path, backup, keys, key)
    call = partial(store_restore.exchange, path, present or key, backup.path, opens_with, prepare)
    with _told_of(backup):
        exchange = call(now=now, new_key=key, progress=progress)
    ordered = tuple(dict.fromkeys((key, *keys)))
    return Restored(path, exchange.kept, exchange.backup, ordered, not recovery.is_current(path, key), erased)


def keys_by_code(backup: Backup, code: str) -> tuple[str, ...]:
    """Return the keys that the code on the recovery sheet gives, one of which opens ``backup``: on another computer.

    Raises ``ExpectedError`` as ``opening.open_with_code`` does.
    """
    keys = recovery.unwrap(backup.path, code)
    if _key_of(backup, keys) is None:
        raise ExpectedError("restore_no_key", path=backup.path)
    return keys


def last_good(
    path: Path, keys: Sequence[str], second: Path | None = None, *, now: datetime | None = None
) -> Backup | None:
    """Return the newest backup of a store that is whole and opens, in either place; None when there is none.

    Takes under five seconds for a million messages when the first is good.
    """
    for backup in backing_up.backups(path, second, now=now):
        try:
            key = _key_of(backup, keys)
            if key is not None and store_backup.is_whole(backup.path, key):
                return backup
        except ExpectedError:  # damaged, or on a stick that is going
            continue
    return None


def of_file(path: Path) -> Backup:
    """Return a backup by its file alone, also under another name than ours. Raises ``ExpectedError`` when missing."""
    return store_backups.of_file(path)


def _sentences(lost: Mapping[str, int], erased: int, language: str, *, is_same: bool) -> Iterator[str]:
    """Yield what would be lost, a sentence for each kind."""
    if is_same:
        yield texts.say("restore.same", language)
        return
    for table, count in lost.items():
        yield texts.say(f"restore.lost_{table}{'_one' if count == 1 else ''}", language, count=count)
    if not lost:
        yield texts.say("restore.nothing_lost", language)
    if erased:
        yield texts.say(f"restore.erased_again{'_one' if erased == 1 else ''}", language, count=erased)


def _keep_settings(connection: Connection, stays: Sequence[str], kept: Mapping[str, str] | None) -> None:
    """Give a copy the settings that stay as they are now, each as JSON; None when they cannot be read any more."""
    if kept is None:
        return
    connection.execute(delete(settings).where(settings.c.key.in_(stays)))
    for name, value in kept.items():
        connection.execute(insert(settings).values(key=name, value=json.loads(value)))


def _let_nothing_leave(connection: Connection) -> None:
    """What waited to leave or had failed when the copy was made may have left since: a person decides about each."""
    waited = outbox.c.state.in_((SendState.WAITING.value, SendState.SENDING.value, SendState.FAILED.value))
    connection.execute(update(outbox).where(waited).values(state=SendState.UNKNOWN.value))


def _write_list(path: Path, key: str) -> None:
    """Have the list of what was erased tell all that the store knows, before another takes its place."""
    with closing(Store(path, key)) as store:
        with store.reading() as connection:
            has_list = inspect(connection).has_table(erasures.name)  # an older program made no such list
        if has_list:
            erasure_list.write(store)


def _erase_again(copy: Store, path: Path, backup: Backup, replay: Callable[..., Replayed]) -> Replayed:
    """Erase in a copy what was erased since, by the lists that stand with the store, its backups and this backup.

    The two of the store itself tell the same, so that one of them may be unreadable.
    """
    own = {erasure_list.list_path(path), erasure_list.list_path(path, store_backups.folder_of(path))}
    lists = [erasure_list.list_path(store_backups.of_which(backup.path))]  # first: a copy without a key takes that one
    lists += sorted(own.difference(lists))
    while True:
        try:
            return replay(copy, lists)
        except ExpectedError as error:
            unreadable = error.values.get("path")
            if unreadable not in lists or not any(each.exists() for each in own - {unreadable}):
                raise
            lists.remove(unreadable)
            own.discard(unreadable)


@contextmanager
def _told_of(backup: Backup) -> Iterator[None]:
    """Have a damaged backup be told as one: it is not the store that is lost."""
    try:
        yield
    except ExpectedError as error:
        if error.key not in ("store_damaged", "store_empty") or error.values.get("path") != backup.path:
            raise
        raise ExpectedError("backup_damaged", path=backup.path) from error


# --- keys ------------------------------------------------------------------------------------------------------------


def _key_of(backup: Backup, keys: Sequence[str]) -> str | None:
    """Return which key opens a backup; the one that its name tells is tried first."""
    for key in sorted(keys, key=lambda key: crypt.key_id(key) != backup.key_id):
        try:
            with store_backup.reading(backup.path, key):
                return key
        except ExpectedError as error:
            if error.key != "store_wrong_key":
                raise
    return None


def _bring_recovery_files(path: Path, backup: Backup, keys: Sequence[str], in_use: str) -> None:
    """Put beside a store on another computer what its recovery sheet opens; without, the paper would be of no use."""
    ids = {crypt.key_id(key) for key in keys}
    with file_faults(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if recovery.is_current(path, in_use):
        return
    for file in recovery.files_for(backup.path):
        target = path.with_name(f"{path.stem}-{file.key_id}-{file.sheet}{recovery.SUFFIX}")
        if file.key_id in ids and not target.exists():
            with made_aside(target) as part, file_faults(target):
                part.write_bytes(file.path.read_bytes())
                take_place(part, target)
