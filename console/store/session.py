"""The one way to the database. All threads may share a ``Store``; a connection stays in the thread that asked."""

import secrets
import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import sqlcipher3.dbapi2
from sqlalchemy import URL, Connection, Engine, create_engine, event

from console.errors import ExpectedError
from console.store import crypt, migrations
from console.store.faults import database_faults, file_faults
from console.store.folding import fold
from console.store.places import give_name, is_on_network, made_aside

QUIET_SECONDS: Final = 20.0  # for those at work to finish before the store gets another key

# How each kind of work begins. Python's driver would begin late and leave half a migration behind, and a transaction
# that starts to write half-way can be refused without waiting (security.md 0.2), so each says at once what it is.
_BEGINNINGS: Final = {
    "read": ("PRAGMA query_only = ON", "BEGIN"),
    "write": ("PRAGMA query_only = OFF", "BEGIN IMMEDIATE"),
    # Rebuilding a table drops it, and with foreign keys on that takes every row along that points to it.
    "migrate": ("PRAGMA query_only = OFF", "PRAGMA foreign_keys = OFF", "BEGIN IMMEDIATE"),
}


class Store:
    """One encrypted database file, open. Close it, or use it in a ``with``."""

    def __init__(self, path: Path, key: str) -> None:
        """Use ``Store.open`` or ``Store.throwaway``: they also assert that the file is what it should be."""
        self.path = path
        self.key = key
        self.older_keys: tuple[str, ...] = ()  # as far as is known: they open older backups
        self._engine = _engine(path, key)
        self._write_turn = threading.Lock()
        self._writing_thread: int | None = None
        self._gate = threading.Condition()
        self._at_work = 0  # transactions that are open
        self._is_getting_key = False
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    @classmethod
    def open(cls, path: Path, key: str | None, *, create: bool = False) -> Self:
        """Open the store at ``path``, brought up to this program's schema after a verified backup beside it.

        A missing file is made only when ``create`` is true; an existing file is never replaced or deleted.
        Raises ``ExpectedError`` for every way in which the key, the file or its place can be wrong
        (``design/security.md`` E 5 and 7), and for a file of a newer program, which stays as it is.
        """
        key = crypt.checked_key(key)
        if is_on_network(path):
            raise ExpectedError("store_on_network", path=path)
        with file_faults(path):
            is_new = create and not path.exists()
        if is_new:
            _create(path, key)
        crypt.assert_usable(path, key)
        store = cls(path, key)
        try:
            store._bring_up_to_date()
        except BaseException:
            store.close()
            raise
        return store

    @classmethod
    def open_copy(cls, path: Path, key: str) -> Self:
        """Open a copy of a store that has no name yet, brought up to this program's schema without a backup of it.

        Raises ``ExpectedError`` for a copy of a newer program, and of something else.
        """
        copy = cls(path, key)
        try:
            with copy.reading() as connection:
                has_pending = migrations.has_pending(connection, path)
            if has_pending:
                copy._migrate()
        except BaseException:
            copy.close()
            raise
        return copy

    @classmethod
    def throwaway(cls) -> Self:
        """Make an empty store for a demonstration, with a key nobody knows; closing it removes it."""
        folder = tempfile.TemporaryDirectory(prefix="beheerconsole-")
        store = cls.open(Path(folder.name) / "demo.db", crypt.new_key(), create=True)
        store._folder = folder
        return store

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Store({str(self.path)!r})"  # never the key

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one moment of the store, cannot write, and waits for no writer.

        Raises ``ExpectedError`` when the file turns out to be damaged or out of reach.
        """
        with self._begun("read") as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give the one connection that may write: kept whole when the block ends, undone whole when it raises.

        Writers of this program wait for each other. Another program that writes is given two seconds. Raises
        ``ExpectedError`` for a full disk, a locked store and a read-only place; nothing of the block is then kept.
        """
        with self._turn_to_write(), self._begun("write") as connection:
            before = _changes(connection)
            yield connection
            if _changes(connection) != before:
                connection.exec_driver_sql(f"PRAGMA user_version = {secrets.randbits(31)}")

    def stamp(self) -> int:
        """Return a number that is another one after every change of what is kept; a copy of the store has its number.

        Drawn by lot, so that no two histories of a store that was put back come to the same one.
        """
        with self.reading() as connection:
            return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())

    def empty_log(self) -> None:
        """Move what is in the write-ahead log into the file and empty it, so that erased text is gone from both.

        Raises ``ExpectedError`` when somebody is still reading an older moment of the store.
        """
        with self._turn_to_write(), database_faults(self.path), self._engine.connect() as connection:
            driver = connection.connection.cursor()  # a checkpoint cannot run inside a transaction
            is_busy = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            driver.close()
        if is_busy:
            raise ExpectedError("store_locked", path=self.path)

    @contextmanager
    def getting_key(self, key: str) -> Iterator[None]:
        """Close every connection while the file gets another key, and go on with that one when the block ends.

        Whoever reads or writes in another thread is waited for, and waits for it. Raises ``ExpectedError`` when one of
        them takes too long.
        """
        with self._turn_to_write(), self._alone():
            self._engine.dispose()
            yield
            self.older_keys = (self.key, *(older for older in self.older_keys if older != key))
            self.key, self._engine = key, _engine(self.path, key)

    def close(self) -> None:
        """Close every connection; a throw-away store is removed. Closing twice is no trouble."""
        self._engine.dispose()
        if self._folder is not None:
            self._folder.cleanup()

    @contextmanager
    def _turn_to_write(self) -> Iterator[None]:
        if self._writing_thread == threading.get_ident():
            raise RuntimeError("this thread is already writing: one desk call is one transaction")
        with self._write_turn:
            self._writing_thread = threading.get_ident()
            try:
                yield
            finally:
                self._writing_thread = None

    @contextmanager
    def _begun(self, work: str) -> Iterator[Connection]:
        with self._counted(), database_faults(self.path), self._engine.connect() as connection:
            connection.execution_options(work=work)
            with connection.begin():
                yield connection

    @contextmanager
    def _counted(self) -> Iterator[None]:
        """Count who is at work, after waiting for another key."""
        with self._gate:
            self._gate.wait_for(lambda: not self._is_getting_key)
            self._at_work += 1
        try:
            yield
        finally:
            with self._gate:
                self._at_work -= 1
                self._gate.notify_all()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Let whoever is at work finish, and nobody begin."""
        try:
            with self._gate:
                self._is_getting_key = True
                if not self._gate.wait_for(lambda: not self._at_work, QUIET_SECONDS):
                    raise ExpectedError("store_locked", path=self.path)
            yield
        finally:
            with self._gate:
                self._is_getting_key = False
                self._gate.notify_all()

    def _bring_up_to_date(self) -> None:
        with self.reading() as connection:
            has_pending = migrations.has_pending(connection, self.path)
        if not has_pending:
            return
        from console.store import backup, backups  # only now: most starts need none

        backup.make_backup(self, backups.folder_of(self.path))
        self._migrate()

    def _migrate(self, revision: str = migrations.HEAD) -> None:
        """Run every pending step in one transaction: the file is of the old schema or of the new, never between."""
        with self._turn_to_write(), self._begun("migrate") as connection:
            migrations.run_pending(connection, revision)
        self._engine.dispose()  # the migrating connection must not be used again: it does not look after foreign keys


def _engine(path: Path, key: str) -> Engine:
    engine = create_engine(
        URL.create("sqlite+pysqlite", database=str(path)),
        module=sqlcipher3.dbapi2,  # without it, errors would surface as the driver's own
        creator=lambda: crypt.connect(path, key),
        hide_parameters=True,  # or an error's text would hold the text of messages
    )
    event.listen(engine, "connect", _teach)
    event.listen(engine, "begin", _begin)
    return engine


def _teach(connection: sqlcipher3.dbapi2.Connection, _record: object) -> None:
    """Let SQL compare names as people do; its own ``lower`` knows no letters with accents."""
    connection.create_function("fold", 1, lambda text: None if text is None else fold(text), deterministic=True)


def _begin(connection: Connection) -> None:
    for statement in _BEGINNINGS[connection.get_execution_options()["work"]]:
        connection.exec_driver_sql(statement)


def _changes(connection: Connection) -> int:
    """How many rows this connection ever changed."""
    driver: sqlcipher3.dbapi2.Connection | None = connection.connection.driver_connection
    assert driver is not None
    return int(driver.total_changes)


def _create(path: Path, key: str) -> None:
    """Make a whole new store aside and then give it its name: a crash leaves no store, never half a one."""
    with made_aside(path) as part:
        with closing(Store(part, key)) as store:
            store._migrate()
        give_name(part, path)
