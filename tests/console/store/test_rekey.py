"""A store under another key is the same store; the old key opens it no more, and nobody gets in between."""

import os
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3.dbapi2

from console.errors import ExpectedError
from console.jobs import Progress
from console.store import backup, crypt, rekey, session
from console.store.session import Store

NEW = "f" * 64
MESSAGE = "INSERT INTO messages (group_id, position, sent_at, written_at, kind, text) VALUES (1, ?, 0, 0, 'text', ?)"


@pytest.fixture
def filled(store: Store) -> Store:
    with store.writing() as connection:
        connection.exec_driver_sql("INSERT INTO groups (id, name, profile, created_at) VALUES (1, 'A', 'b', 0)")
        connection.exec_driver_sql(MESSAGE, [(n, f"bericht {n} Merkwoord") for n in range(500)])
    return store


class At(Progress):
    """Does something when the work reaches a stage."""

    def __init__(self, stage: str, act: Callable[[], None]) -> None:
        super().__init__()
        self._at, self._act = stage, act

    def report(self, stage: str, fraction: float | None, count: int) -> None:
        """Do it."""
        super().report(stage, fraction, count)
        if stage == self._at:
            self._act()


def found(store: Store) -> int:
    with store.reading() as connection:
        query = "SELECT count(*) FROM messages_fts WHERE messages_fts MATCH 'merkwoord'"
        return int(connection.exec_driver_sql(query).scalar_one())


def refused(store: Store, folder: Path, progress: Progress | None = None) -> str:
    with pytest.raises(ExpectedError) as caught:
        rekey.rekey(store, NEW, folder, progress)
    return caught.value.key


def test_the_same_rows_stand_under_the_new_key_and_the_old_one_opens_nothing(filled: Store, tmp_path: Path) -> None:
    old, before = filled.key, backup.check(filled)
    mode = filled.path.stat().st_mode
    kept = rekey.rekey(filled, NEW.upper(), tmp_path / "backups")
    assert filled.key == NEW
    assert backup.check(filled) == before
    assert found(filled) == 500
    with filled.writing() as connection:  # the same object goes on
        connection.exec_driver_sql(MESSAGE, (500, "erna"))
    assert filled.path.stat().st_mode == mode
    filled.close()
    assert {path.name for path in tmp_path.iterdir()} == {"store.db", "backups"}
    assert rekey.which_opens(filled.path, (old,)) is None
    assert rekey.which_opens(filled.path, (old, NEW)) == NEW
    assert list(kept.parent.iterdir()) == [kept]
    assert rekey.which_opens(kept, (NEW, old)) == old
    with pytest.raises(ExpectedError) as caught:
        Store.open(filled.path, old)
    assert caught.value.key == "store_wrong_key"


def test_what_stood_only_in_the_log_goes_along(filled: Store, tmp_path: Path) -> None:
    with filled.writing() as connection:
        connection.exec_driver_sql(MESSAGE, (500, "laatste Merkwoord"))
    assert filled.path.with_name("store.db-wal").stat().st_size > 0
    rekey.rekey(filled, NEW, tmp_path / "backups")
    assert found(filled) == 501


def test_another_window_keeps_it_out_and_nothing_is_changed(
    filled: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crypt, "BUSY_SECONDS", 0.05)
    old = filled.key
    with Store.open(filled.path, old) as other:
        assert found(other) == 500
        assert refused(filled, tmp_path / "backups") == "store_locked"
        assert (filled.key, found(filled), found(other)) == (old, 500, 500)
    rekey.rekey(filled, NEW, tmp_path / "backups")
    assert found(filled) == 500


@pytest.mark.parametrize("stage", ["copying", "checking", "exchanging"])
def test_who_starts_meanwhile_is_told_to_wait(
    filled: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    monkeypatch.setattr(crypt, "BUSY_SECONDS", 0.05)
    old, told = filled.key, list[str]()

    def start() -> None:
        try:
            Store.open(filled.path, old).close()
            told.append("in")
        except ExpectedError as error:
            told.append(error.key)

    rekey.rekey(filled, NEW, tmp_path / "backups", At(stage, start))
    assert told == ["in" if stage == "copying" else "store_locked"]  # that one comes before the lock
    assert found(filled) == 500


@pytest.mark.skipif(os.name != "posix", reason="elsewhere a file that is open cannot be replaced")
def test_who_waited_for_the_old_file_does_nothing_to_the_new_one(
    filled: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """His file has no name any more; a write-ahead log of his would have stood beside the new store."""
    really, old, has_opened = sqlcipher3.dbapi2.connect, filled.key, threading.Event()
    told: list[str] = []

    def connect(*values, **options):
        opened = really(*values, **options)
        has_opened.set()
        return opened

    def start() -> None:
        try:
            Store.open(filled.path, old).close()
            told.append("in")
        except ExpectedError as error:
            told.append(error.key)

    waiting = threading.Thread(target=start)

    def let_one_in() -> None:
        monkeypatch.setattr(sqlcipher3.dbapi2, "connect", connect)
        waiting.start()
        has_opened.wait(10)

    rekey.rekey(filled, NEW, tmp_path / "backups", At("exchanging", let_one_in))
    waiting.join()
    assert told == ["store_locked"]
    assert found(filled) == 500
    assert backup.check(filled).ok


def test_threads_of_this_program_wait_and_go_on_with_the_new_key(filled: Store, tmp_path: Path) -> None:
    has_begun, may_end, told = threading.Event(), threading.Event(), list[object]()

    def read_long() -> None:
        with filled.reading() as connection:
            has_begun.set()
            may_end.wait(10)
            told.append(connection.exec_driver_sql("SELECT count(*) FROM groups").scalar_one())

    def read_meanwhile() -> None:
        told.append(found(filled))

    early, late = threading.Thread(target=read_long), threading.Thread(target=read_meanwhile)

    def begin() -> None:
        early.start()
        has_begun.wait(10)
        threading.Timer(0.05, may_end.set).start()

    class Steps(Progress):
        def report(self, stage: str, fraction: float | None, count: int) -> None:
            super().report(stage, fraction, count)
            {"copying": begin, "checking": late.start}.get(stage, lambda: None)()

    old = filled.key
    rekey.rekey(filled, NEW, tmp_path / "backups", Steps())
    early.join()
    late.join()
    assert told == [1, 500]
    assert (filled.key, filled.older_keys) == (NEW, (old,))


def test_who_reads_for_ever_keeps_the_old_key(filled: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "QUIET_SECONDS", 0.05)
    with filled.reading():
        assert refused(filled, tmp_path / "backups") == "store_locked"
    assert found(filled) == 500


def test_a_copy_that_is_not_good_changes_nothing(filled: Store, tmp_path: Path) -> None:
    old = filled.key

    def spoil() -> None:
        (part,) = tmp_path.glob(".store.db.*.part")
        content = bytearray(part.read_bytes())
        content[len(content) * 9 // 10] ^= 1
        part.write_bytes(content)

    assert refused(filled, tmp_path / "backups", At("checking", spoil)) == "rekey_not_good"
    assert (filled.key, found(filled)) == (old, 500)
    assert not list(tmp_path.glob(".*"))


def test_a_damaged_store_gets_no_new_key(filled: Store, tmp_path: Path) -> None:
    filled.close()
    damaged = bytearray(filled.path.read_bytes())
    damaged[len(damaged) * 9 // 10] ^= 1
    filled.path.write_bytes(damaged)
    assert refused(filled, tmp_path / "backups") == "store_damaged"
    filled.close()
    assert filled.path.read_bytes() == damaged


def test_a_full_disk_changes_nothing(store: Store, tmp_path: Path, small_disk: Callable[[int], Path]) -> None:
    path = small_disk(store.path.stat().st_size * 5 // 4 // 1024) / "store.db"
    shutil.copy(store.path, path)
    with Store.open(path, store.key) as full:
        before = backup.check(full)
        assert refused(full, tmp_path / "backups") == "store_disk_full"
        assert backup.check(full) == before
    assert [file.name for file in path.parent.iterdir()] == ["store.db"]


@pytest.mark.parametrize("key", ["", "f" * 63, "x'" + NEW + "'"])
def test_a_key_of_another_form_is_refused_before_anything_is_made(filled: Store, tmp_path: Path, key: str) -> None:
    with pytest.raises(ExpectedError):
        rekey.rekey(filled, key, tmp_path / "backups")
    assert not (tmp_path / "backups").exists()


def test_what_a_killed_program_left_is_swept_away_and_nothing_else(filled: Store, tmp_path: Path) -> None:
    left = [".store.db.0123abcd.part", ".store.db.0123abcd.part-wal", ".store.db.0123abcd.part-journal"]
    others = [".other.db.0123abcd.part", ".store.db.part", "store.db.part", "store-x-y.recovery"]
    for name in left + others:
        (tmp_path / name).write_bytes(b"x")
    rekey.sweep(filled)
    assert not any((tmp_path / name).exists() for name in left)
    assert all((tmp_path / name).exists() for name in others)
