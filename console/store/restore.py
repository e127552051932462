"""A backup in the place of a store. At any moment the old store or the new one stands there, whole.

The copy is made beside the store, checked and prepared; then the store gets a second name, and the copy takes the first
(``design/security.md`` E 2). Nothing is deleted: a store that was good is kept as ``STORE-before-MOMENT.db`` for some
weeks, and anything else, with the files of SQLite beside it, as ``STORE-damaged-MOMENT.db`` for good.
"""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

import sqlcipher3.dbapi2
from sqlcipher3.dbapi2 import Connection

from console.errors import ExpectedError
from console.jobs import Progress
from console.store import backup, backups, crypt, migrations
from console.store.faults import DAMAGED, database_faults, file_faults, result_code
from console.store.places import give_name, is_on_network, made_aside, take_place, write_names_down
from console.store.rekey import alone_with, sweep_beside, which_opens
from console.store.session import Store

_BESIDE: Final = ("", "-wal", "-shm", "-journal")
_NOT_USABLE: Final = frozenset(
    {"store_missing", "store_empty", "store_damaged", "store_not_encrypted", "store_not_ours"}
)


@dataclass(frozen=True, slots=True)
class Contents:
    """What a store or backup holds: rows per table, its ``Store.stamp``, last ids of some tables, what was erased."""

    rows: Mapping[str, int]
    stamp: int
    last: Mapping[str, int]
    erased: frozenset[tuple[object, ...]]


def usable_key(path: Path, keys: Sequence[str]) -> str | None:
    """Return which key opens the store that stands at ``path``; None when none does, or it is damaged or not there.

    Raises ``ExpectedError`` for a store that must not be replaced: of a newer program, or out of reach.
    """
    try:
        key = which_opens(path, keys)
        if key is not None:
            with database_faults(path), closing(crypt.connect(path, key)) as connection:
                assert_known(connection, path)
    except ExpectedError as error:
        if error.key not in _NOT_USABLE:
            raise
        return None
    return key


def assert_known(connection: Connection, path: Path) -> None:
    """Assert that this is a store, and of no newer program. Raises ``ExpectedError``."""
    has_table = "SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'"
    if not connection.execute(has_table).fetchone()[0]:
        raise ExpectedError("store_not_ours", path=path)
    revision = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if revision is None:
        raise ExpectedError("store_not_ours", path=path)
    if revision[0] not in migrations.REVISIONS:
        raise ExpectedError("store_newer", path=path)


def contents(connection: Connection, tables: Sequence[str]) -> Contents:
    """Return what is in an open store or backup, with the highest id of the tables named."""
    rows = backup.rows_of(connection)
    stamp = int(connection.execute("PRAGMA user_version").fetchone()[0])
    known = [table for table in tables if table in rows]  # an older schema has fewer
    last = {
        table: connection.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0]  # noqa: S608  # our own
        for table in known
    }
    erased = "SELECT kind, marks, erased_at FROM erasures" if "erasures" in rows else "SELECT 0 LIMIT 0"
    return Contents(rows, stamp, last, frozenset(connection.execute(erased).fetchall()))


def holds_nothing(path: Path, key: str) -> bool:
    """Whether the store at ``path`` is whole and has no group: nobody did anything with it yet."""
    try:
        with database_faults(path), closing(crypt.connect(path, key)) as connection:
            is_empty: bool = connection.execute("SELECT count(*) FROM groups").fetchone()[0] == 0
            return is_empty
    except ExpectedError as error:
        if error.key != "store_damaged":
            raise
        return False


def count_since(path: Path, key: str, last: Mapping[str, int]) -> tuple[Contents, Mapping[str, int]] | None:
    """Return what the store at ``path`` holds, and how many rows of each table came after the number given for it.

    The store may be open elsewhere. None when it turns out to be damaged.
    """
    try:
        with database_faults(path), closing(crypt.connect(path, key)) as connection:
            connection.execute("BEGIN")
            now = contents(connection, tuple(last))
            since = {
                table: connection.execute(f"SELECT count(*) FROM {table} WHERE id > ?", (number,)).fetchone()[0]  # noqa: S608
                for table, number in last.items()
                if table in now.rows
            }
            return now, since
    except ExpectedError as error:
        if error.key != "store_damaged":
            raise
        return None


def settings_of(path: Path, key: str, names: Sequence[str]) -> Mapping[str, str] | None:
    """Return those of the settings that the store at ``path`` has, each as JSON; None when it is damaged."""
    wanted = ",".join("?" * len(names))
    try:
        with database_faults(path), closing(crypt.connect(path, key)) as connection:
            found = connection.execute(f"SELECT key, json(value) FROM settings WHERE key IN ({wanted})", tuple(names))  # noqa: S608
            return dict(found.fetchall())
    except ExpectedError as error:
        if error.key != "store_damaged":
            raise
        return None


@dataclass(frozen=True, slots=True)
class Exchange:
    """What a store was exchanged for: where it went, and the backup of it; None where there was none to make."""

    kept: Path | None
    backup: Path | None


def exchange(
    path: Path,
    key: str,
    source: Path,
    source_key: str,
    prepare: Callable[[Store], None],
    *,
    now: datetime,
    new_key: str | None = None,
    progress: Progress | None = None,
) -> Exchange:
    """Put the backup ``source`` in the place of the store at ``path``, under ``new_key`` or else ``key``.

    ``key`` is that of the present store where that opens, and ``prepare`` works on the copy before it gets its name.
    Nobody may have the store open. Raises ``ExpectedError``; there is then no copy, and the store is as it was.
    """
    progress = progress or Progress()
    if is_on_network(path):
        raise ExpectedError("store_on_network", path=path)
    _assert_good(source, source_key)
    present = usable_key(path, (key,))
    new_key = new_key or key
    progress.report("backing_up", None, 0)
    copy = None if present is None else _backup_of(path, present, now)
    with _alone_with(path, present) as connection:
        if connection is not None:
            sweep_beside(path)
        with made_aside(path) as part, _told_of(path, part):
            _fill(part, new_key, source, source_key, progress)
            with closing(Store.open_copy(part, new_key)) as opened:
                prepare(opened)
                opened.empty_log()
            progress.report("checking", None, 0)
            if not backup.is_whole(part, new_key):
                raise ExpectedError("restore_not_good", path=source)
            progress.report("exchanging", None, 0)
            kept = _keep_aside(path, connection, key, "damaged" if copy is None else "before", now)
            if connection is not None and os.name == "nt":  # it renames no file that is open
                connection.close()
            take_place(part, path)
    return Exchange(kept, copy)


# --- one step each ---------------------------------------------------------------------------------------------------


def _assert_good(source: Path, key: str) -> None:
    with backup.reading(source, key) as opened:
        assert_known(opened, source)
    if not backup.is_whole(source, key):
        raise ExpectedError("store_damaged", path=source)


def _backup_of(path: Path, key: str, now: datetime) -> Path | None:
    """Make a backup of the store as it is; None when it is damaged."""
    try:
        with closing(Store(path, key)) as store:
            return backup.make_backup(store, backups.folder_of(path), now)
    except ExpectedError as error:
        if error.key != "store_damaged":
            raise
        return None


@contextmanager
def _alone_with(path: Path, key: str | None) -> Iterator[Connection | None]:
    """Keep everybody out of the store; None where there is none that opens, so that nobody can be in it."""
    with ExitStack() as stack:
        connection = None
        if key is not None:
            try:
                with database_faults(path, but=DAMAGED):
                    connection = stack.enter_context(alone_with(path, key))
            except sqlcipher3.dbapi2.DatabaseError as error:
                if result_code(error) not in DAMAGED:
                    raise
        yield connection


@contextmanager
def _told_of(path: Path, part: Path) -> Iterator[None]:
    """Have trouble with the copy name the store: the person never sees the other."""
    try:
        yield
    except ExpectedError as error:
        if error.values.get("path") != part:
            raise
        raise ExpectedError(error.key, **(error.values | {"path": path})) from error


def _fill(part: Path, key: str, source: Path, source_key: str, progress: Progress) -> None:
    """Copy a backup under the key in use, and check every page and row of the copy."""
    progress.report("copying", None, 0)
    with backup.reading(source, source_key) as opened:
        opened.execute("BEGIN")
        with database_faults(part, but=DAMAGED):
            rows = backup.copy_into(part, key, opened, source)
    progress.report("checking", None, 0)
    result = backup.check_file(part, key)
    if not result.ok or result.rows != rows:
        raise ExpectedError("restore_not_good", path=source)


def _keep_aside(path: Path, connection: Connection | None, key: str, why: str, now: datetime) -> Path | None:
    """Give the store a second name, and return that; None when there is no file at all.

    Without a connection, which has SQLite's own files put away, those get a name beside it too, and lose their first.
    """
    kept = backups.name_aside(path, why, now)
    beside = _BESIDE if connection is None else _BESIDE[:1]
    with file_faults(path):
        there = [suffix for suffix in beside if path.with_name(path.name + suffix).exists()]
        for suffix in there:
            _name_also(path.with_name(path.name + suffix), kept.with_name(kept.name + suffix), connection, key)
        write_names_down(path.parent)
        for suffix in there:
            if suffix:  # or SQLite would take them for those of the new store
                path.with_name(path.name + suffix).unlink(missing_ok=True)
    return kept if there else None


def _name_also(path: Path, name: Path, connection: Connection | None, key: str) -> None:
    try:
        os.link(path, name)
    except OSError:  # a disk without links, such as an exFAT stick
        with made_aside(name) as part:
            if connection is None:
                shutil.copyfile(path, part)
            else:  # to read the file by other means would drop the lock
                backup.copy_into(part, key, connection, path)
            give_name(part, name)
