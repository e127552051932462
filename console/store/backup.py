"""Copies of the store that are known to be good, and the question whether the store itself still is."""

import errno
import shutil
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import sqlcipher3.dbapi2
from sqlcipher3.dbapi2 import Connection

from console.errors import ExpectedError
from console.store import backups, crypt, recovery
from console.store.faults import DAMAGED, NOT_A_DATABASE, database_faults, file_faults, result_code
from console.store.places import give_name, made_aside, take_place

if TYPE_CHECKING:
    from console.store.session import Store

_PROBLEMS_KEPT: Final = 20
_READS: Final = 3
_TABLES: Final = """
    SELECT name FROM sqlite_master
    WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB '*_fts*' AND name <> 'alembic_version'
    ORDER BY name
"""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What ``beheer check`` tells. ``rows`` counts per table; ``problems`` are SQLite's own words, without any text."""

    ok: bool
    cipher: str
    rows: Mapping[str, int]
    problems: tuple[str, ...] = ()


def check(store: "Store") -> CheckResult:
    """Read the whole file and test every page's signature and every index. Takes seconds for a million messages.

    Damage is in the answer, not raised; ``ExpectedError`` when the file cannot be reached at all.
    """
    with database_faults(store.path):
        return check_file(store.path, store.key)


def make_backup(store: "Store", folder: Path, now: datetime | None = None, *, is_quick: bool = False) -> Path:
    """Write a copy of this moment of the store into ``folder``, under the same key, and return its path.

    Writers go on meanwhile. The copy gets its name only after it was opened, checked and counted; the name holds the
    moment in UTC and the id of the key. The recovery files of the store go along: on another computer nobody could open
    it without. ``now`` is aware. ``is_quick`` does not look for what only a mistake of SQLite itself could have broken:
    that takes a third of the time. Raises ``ExpectedError``: disk full, place not writable, store damaged.
    """
    target = backups.next_name(store.path, folder, store.key, now or datetime.now(UTC))
    with made_aside(target) as part:
        with (
            database_faults(store.path),
            database_faults(target, but=DAMAGED),
            closing(crypt.connect(store.path, store.key)) as source,
        ):
            source.execute("BEGIN")
            rows = copy_into(part, store.key, source, store.path)
        if not (_is_same_quickly if is_quick else _is_same)(part, store.key, rows):
            if not check(store).ok:  # a copy is only as good as what was copied
                raise ExpectedError("store_damaged", path=store.path)
            raise ExpectedError("backup_not_good", path=target)
        give_name(part, target)
    recovery.copy_to(store.path, folder)
    return target


def _is_same(part: Path, key: str, rows: Mapping[str, int]) -> bool:
    result = check_file(part, key)
    return result.ok and result.rows == rows


def _is_same_quickly(part: Path, key: str, rows: Mapping[str, int]) -> bool:
    with reading(part, key) as connection:
        return rows_of(connection) == rows and is_whole(part, key)


def copy_into(part: Path, key: str, source: Connection, path: Path) -> Mapping[str, int]:
    """Copy the store at ``path`` under a key into an empty file and return how many rows each table had.

    ``source`` is open on the store and inside a transaction that reads: the counts and the copy are of the same
    moment. Raises the driver's own errors, and ``ExpectedError`` for a damaged page.
    """
    with closing(crypt.connect(part, key)) as target:
        rows = rows_of(source)
        source.backup(target)
        if _bad_pages(source):  # it copies a page whose signature is wrong as zeros, without a word (measured)
            raise ExpectedError("store_damaged", path=path)
        return rows


def check_file(path: Path, key: str) -> CheckResult:
    """Check a file that nobody has open as a store; see ``check``. Raises the driver's own errors."""
    problems: list[str] = []
    rows: Mapping[str, int] = {}
    try:
        with closing(crypt.connect(path, key)) as connection:
            problems += _bad_pages(connection)
            problems += [row[0] for row in connection.execute("PRAGMA quick_check") if row[0] != "ok"]
            rows = rows_of(connection)
    except sqlcipher3.dbapi2.DatabaseError as error:
        if result_code(error) not in DAMAGED:
            raise
        problems.append(str(error))
    return CheckResult(not problems, crypt.cipher_version(), rows, tuple(problems[:_PROBLEMS_KEPT]))


def copy_to(path: Path, folder: Path, key: str) -> Path:
    """Copy a backup to another folder, and return the copy once it was opened there and is whole.

    One that stands there already and is whole stays. Raises ``ExpectedError``: disk full, no folder, no right to write.
    """
    target = folder / path.name
    with file_faults(target):
        if not folder.is_dir():  # nobody wants it on this disk because the stick is not there
            raise FileNotFoundError(errno.ENOENT, "no such folder", str(folder))
        if target.exists() and is_whole(target, key):
            return target
    with made_aside(target) as part:
        with file_faults(target):
            shutil.copyfile(path, part)
        if not is_whole(part, key):
            raise ExpectedError("backup_not_good", path=target)
        take_place(part, target)
    return target


def is_whole(path: Path, key: str) -> bool:
    """Whether a backup opens and every page is as it was written; all else was checked when it was made.

    Two seconds for a million messages. Raises ``ExpectedError`` when it is out of reach or ``key`` does not fit.
    """
    try:
        with reading(path, key):
            pass
        with file_faults(path):
            return crypt.is_signed_throughout(path, key)
    except ExpectedError as error:
        if error.key not in ("store_damaged", "store_empty"):
            raise
        return False


def stamp_of(path: Path, key: str) -> int:
    """Return the ``Store.stamp`` of a backup. Raises ``ExpectedError`` as ``reading`` does."""
    with reading(path, key) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


@contextmanager
def reading(path: Path, key: str) -> Iterator[Connection]:
    """Give a connection to a backup, or to a copy, that leaves its file and its folder alone: both may be read-only.

    Raises ``ExpectedError`` for a wrong key, damage and a file that is missing, empty or out of reach.
    """
    log = path.with_name(f"{path.name}-wal")
    with file_faults(path):
        if not path.exists():
            raise ExpectedError("store_missing", path=path)
        if path.stat().st_size <= 1:
            raise ExpectedError("store_empty", path=path)
        has_log = log.exists() and log.stat().st_size > 0  # somebody opened it as a store
    try:
        with (
            database_faults(path, but={NOT_A_DATABASE}),
            closing(_connect(path, key, "mode=rw" if has_log else "mode=ro&immutable=1")) as connection,
        ):
            yield connection
    except sqlcipher3.dbapi2.DatabaseError as error:
        if result_code(error) != NOT_A_DATABASE:
            raise
        raise ExpectedError(crypt.trouble_of(path, key), path=path) from error


def rows_of(connection: Connection) -> Mapping[str, int]:
    """Return how many rows each table has."""
    names = [row[0] for row in connection.execute(_TABLES)]
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}  # noqa: S608


def _connect(path: Path, key: str, way: str) -> Connection:
    connection = sqlcipher3.dbapi2.connect(f"{path.absolute().as_uri()}?{way}", uri=True, isolation_level=None)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # the first page read tests the key
        connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _bad_pages(connection: Connection) -> list[str]:
    """Return what SQLCipher says of pages with a wrong signature.

    It reads the file without a lock, and another thread may be writing a page just then: only what stays wrong counts.
    """
    for _ in range(_READS):
        bad = [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")]
        if not bad:
            break
    return bad
