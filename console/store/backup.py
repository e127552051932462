"""Copies of the store that are known to be good, and the question whether the store itself still is."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import sqlcipher3.dbapi2
from sqlcipher3.dbapi2 import Connection

from console.errors import ExpectedError
from console.store import crypt, recovery
from console.store.faults import DAMAGED, database_faults, result_code
from console.store.places import give_name, made_aside

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


def make_backup(store: "Store", folder: Path) -> Path:
    """Write a copy of this moment of the store into ``folder``, under the same key, and return its path.

    Writers go on meanwhile. The copy gets its name only after it was opened, checked and counted; the name holds the
    moment in UTC and the id of the key. The recovery files of the store go along: on another computer nobody could open
    it without. Raises ``ExpectedError``: disk full, place not writable, store damaged.
    """
    name = f"{store.path.stem}-{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}-{crypt.key_id(store.key)}.db"
    target = folder / name
    with made_aside(target) as part:
        with (
            database_faults(store.path),
            database_faults(target, but=DAMAGED),
            closing(crypt.connect(store.path, store.key)) as source,
        ):
            source.execute("BEGIN")
            rows = copy_into(part, store.key, source, store.path)
        result = check_file(part, store.key)
        if not result.ok or result.rows != rows:
            if not check(store).ok:  # a copy is only as good as what was copied
                raise ExpectedError("store_damaged", path=store.path)
            raise ExpectedError("backup_not_good", path=target)
        give_name(part, target)
    recovery.copy_to(store.path, folder)
    return target


def copy_into(part: Path, key: str, source: Connection, path: Path) -> Mapping[str, int]:
    """Copy the store at ``path`` under a key into an empty file and return how many rows each table had.

    ``source`` is open on the store and inside a transaction that reads: the counts and the copy are of the same
    moment. Raises the driver's own errors, and ``ExpectedError`` for a damaged page.
    """
    with closing(crypt.connect(part, key)) as target:
        rows = _rows(source)
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
            rows = _rows(connection)
    except sqlcipher3.dbapi2.DatabaseError as error:
        if result_code(error) not in DAMAGED:
            raise
        problems.append(str(error))
    return CheckResult(not problems, crypt.cipher_version(), rows, tuple(problems[:_PROBLEMS_KEPT]))


def _bad_pages(connection: Connection) -> list[str]:
    """Return what SQLCipher says of pages with a wrong signature.

    It reads the file without a lock, and another thread may be writing a page just then: only what stays wrong counts.
    """
    for _ in range(_READS):
        bad = [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")]
        if not bad:
            break
    return bad


def _rows(connection: Connection) -> Mapping[str, int]:
    names = [row[0] for row in connection.execute(_TABLES)]
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}  # noqa: S608
