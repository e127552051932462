"""Another key for a store, when somebody may know the old one.

The store is copied under the new key beside itself, and the copy takes its place once it was opened, checked and
counted. A program that is killed meanwhile leaves the old store or the new one, whole; ``which_opens`` tells which
(``design/security.md`` E 2). So whoever asks for this keeps both keys before, and leaves the old one out only after.
"""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlcipher3.dbapi2 import Connection

from console.errors import ExpectedError
from console.jobs import Progress
from console.store import backup, crypt
from console.store.faults import database_faults, file_faults
from console.store.places import made_aside, take_place
from console.store.session import Store


def rekey(store: Store, new_key: str, backups: Path, progress: Progress | None = None) -> Path:
    """Give a store another key after a verified backup under the old one, and return where that is.

    ``store`` goes on with the new key. Nobody else may have the store open meanwhile; other threads of this program
    wait. Raises ``ExpectedError``: locked by another window, disk full, damaged, not writable; nothing is then changed.
    """
    new_key = crypt.checked_key(new_key)
    progress = progress or Progress()
    progress.report("backing_up", None, 0)
    kept = backup.make_backup(store, backups)
    progress.report("copying", None, 0)
    with store.getting_key(new_key), database_faults(store.path), alone_with(store.path, store.key) as connection:
        sweep_beside(store.path)
        with made_aside(store.path) as part:
            rows = backup.copy_into(part, new_key, connection, store.path)
            progress.report("checking", None, 0)
            result = backup.check_file(part, new_key)
            if not result.ok or result.rows != rows:
                raise ExpectedError("rekey_not_good", path=store.path)
            progress.report("exchanging", None, 0)
            if os.name == "nt":  # Windows renames no file that is open, and none over one that another program opened
                connection.close()
            take_place(part, store.path)
    return kept


def which_opens(path: Path, keys: Iterable[str]) -> str | None:
    """Return which of some keys opens a store, None when none does.

    Raises ``ExpectedError`` for whatever else is wrong with the store, as ``crypt.assert_usable`` does.
    """
    for key in keys:
        try:
            crypt.assert_usable(path, key)
        except ExpectedError as error:
            if error.key != "store_wrong_key":
                raise
        else:
            return key
    return None


def sweep(store: Store) -> None:
    """Remove what programs that were killed left half made of this store; nobody is making one while this one reads."""
    with store.reading() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM sqlite_master")
        sweep_beside(store.path)


@contextmanager
def alone_with(path: Path, key: str) -> Iterator[Connection]:
    """Give the only connection to a store, in a transaction that reads; its log is in the file, and nobody gets in.

    To leave the log behind, SQLite must have the file to itself: who has it open, also without doing anything, keeps
    us out. Do not open the file by other means before this connection is closed: on POSIX that drops its lock. Raises
    the driver's own errors, and ``ExpectedError``.
    """
    with closing(crypt.connect(path, key)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")  # from now on a lock stays, also between transactions
        connection.execute("BEGIN EXCLUSIVE")
        if connection.execute("PRAGMA journal_mode").fetchone()[0] != "delete":  # somebody got in between
            raise ExpectedError("store_locked", path=path)
        connection.execute("COMMIT")
        connection.execute("BEGIN")  # the online backup does not copy from a transaction that may write
        yield connection


def sweep_beside(path: Path) -> None:
    """Remove what programs that were killed left half made beside a store, for who is alone with it."""
    part = re.compile(rf"\.{re.escape(path.name)}\.[0-9a-f]{{8}}\.part(-wal|-shm|-journal)?")
    with file_faults(path):
        for file in path.parent.iterdir():
            if part.fullmatch(file.name):
                file.unlink(missing_ok=True)
