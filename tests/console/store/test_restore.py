"""A backup takes the place of a store: whole, under the key in use, and whatever stood there is kept."""

import os
import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from console.errors import ExpectedError
from console.jobs import Progress
from console.store import backup, crypt, migrations, restore
from console.store.session import Store

NOW = datetime(2026, 11, 22, 19, 0, tzinfo=UTC)
MESSAGE = "INSERT INTO messages (group_id, position, sent_at, written_at, kind, text) VALUES (1, ?, 0, 0, 'text', ?)"


@pytest.fixture
def filled(store: Store) -> Store:
    with store.writing() as connection:
        connection.exec_driver_sql("INSERT INTO groups (id, name, profile, created_at) VALUES (1, 'A', 'b', 0)")
        connection.exec_driver_sql(MESSAGE, [(n, f"bericht {n} Merkwoord") for n in range(100)])
    return store


@pytest.fixture
def copy(filled: Store, tmp_path: Path) -> Path:
    """A backup of which the store is one message ahead, in its log; the store is closed."""
    made = backup.make_backup(filled, tmp_path / "copies", NOW)
    with filled.writing() as connection:
        connection.exec_driver_sql(MESSAGE, (100, "van daarna"))
    filled.close()
    return made


def put_back(
    path: Path, key: str, source: Path, source_key: str | None = None, prepare=lambda _copy: None, **values
) -> restore.Exchange:
    return restore.exchange(path, key, source, source_key or key, prepare, now=NOW, **values)


def refused(path: Path, key: str, source: Path, **values) -> str:
    """Putting back is refused, and leaves the store and its folder as they were."""
    before = {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
    with pytest.raises(ExpectedError) as caught:
        put_back(path, key, source, **values)
    assert {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()} == before
    assert ".part" not in caught.value.sentence("nl")
    return caught.value.key


def messages(path: Path, key: str) -> int:
    with Store.open(path, key) as store:
        result = backup.check(store)
    assert result.ok
    return result.rows["messages"]


def names(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


def flip(path: Path, part: float) -> bytes:
    content = bytearray(path.read_bytes())
    content[int(len(content) * part)] ^= 1
    path.write_bytes(content)
    return bytes(content)


def test_the_copy_stands_there_and_the_store_beside_it(copy: Path, store_path: Path, store_key: str) -> None:
    was, mode = copy.read_bytes(), store_path.stat().st_mode
    done = put_back(store_path, store_key, copy)
    assert names(store_path.parent) == {"store.db", "store-before-20261122T190000000000Z.db", "backups", "copies"}
    assert done.kept == store_path.with_name("store-before-20261122T190000000000Z.db")
    assert store_path.stat().st_mode == mode
    assert done.backup
    assert messages(store_path, store_key) == 100
    assert messages(done.kept, store_key) == messages(done.backup, store_key) == 101
    assert copy.read_bytes() == was
    again = put_back(store_path, store_key, done.backup)
    assert again.kept != done.kept
    assert messages(store_path, store_key) == 101


def test_a_backup_under_an_older_key_gets_the_one_in_use(copy: Path, store_path: Path, store_key: str) -> None:
    from console.store import rekey

    new = "f" * 64
    with Store.open(store_path, store_key) as store:
        rekey.rekey(store, new, store_path.parent / "backups")
    put_back(store_path, new, copy, store_key)
    assert messages(store_path, new) == 100
    assert rekey.which_opens(store_path, (store_key,)) is None


def test_an_older_schema_is_brought_up_to_date(
    tmp_path: Path, store_path: Path, store_key: str, make_store: Callable[[Path, str, int], None]
) -> None:
    older = tmp_path / "older" / "store.db"
    make_store(older, "0005", 7)
    put_back(store_path, store_key, older)
    assert messages(store_path, store_key) == 7
    assert names(older.parent) == {"store.db"}  # no backup of a copy that has no name


def test_where_no_store_is_nothing_is_kept(copy: Path, store_path: Path, store_key: str) -> None:
    store_path.unlink()
    done = put_back(store_path, store_key, copy)
    assert done == restore.Exchange(None, None)
    assert messages(store_path, store_key) == 100


@pytest.mark.parametrize("part", [0.002, 0.9])
def test_a_damaged_store_is_kept_for_good(part: float, copy: Path, store_path: Path, store_key: str) -> None:
    damaged = flip(store_path, part)
    done = put_back(store_path, store_key, copy)
    assert done.backup is None
    assert done.kept == store_path.with_name("store-damaged-20261122T190000000000Z.db")
    assert done.kept.read_bytes()[8192:] == damaged[8192:]  # SQLite may have noted in the first page that it was there
    assert not backup.is_whole(done.kept, store_key)
    assert messages(store_path, store_key) == 100


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0" + bytes(5000), os.urandom(5000)])
def test_what_is_no_store_of_ours_is_kept_too(content: bytes, copy: Path, store_path: Path, store_key: str) -> None:
    store_path.write_bytes(content)
    kept = put_back(store_path, store_key, copy).kept
    assert kept is not None
    assert kept.read_bytes() == content
    assert messages(store_path, store_key) == 100


def test_a_damaged_store_set_aside_takes_its_log_along(copy: Path, store_path: Path, store_key: str) -> None:
    store_path.write_bytes(b"")
    store_path.with_name("store.db-wal").write_bytes(b"log")
    kept = put_back(store_path, store_key, copy).kept
    assert kept is not None
    assert kept.read_bytes() == b""
    assert kept.with_name(f"{kept.name}-wal").read_bytes() == b"log"
    assert messages(store_path, store_key) == 100  # and the log of the other is no log of this one


def test_who_has_the_store_open_keeps_it(
    copy: Path, store_path: Path, store_key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crypt, "BUSY_SECONDS", 0.05)
    with Store.open(store_path, store_key) as other, other.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM messages").scalar() == 101
        with pytest.raises(ExpectedError) as caught:
            put_back(store_path, store_key, copy)
    assert caught.value.key == "store_locked"
    assert messages(store_path, store_key) == 101


@pytest.mark.parametrize("stage", ["copying", "checking", "exchanging"])
def test_who_starts_meanwhile_is_told_to_wait(
    stage: str, copy: Path, store_path: Path, store_key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crypt, "BUSY_SECONDS", 0.05)
    told: list[str] = []

    class Told(Progress):
        def report(self, name: str, fraction: float | None, count: int) -> None:
            if name == stage and not told:
                with pytest.raises(ExpectedError) as caught:
                    Store.open(store_path, store_key)
                told.append(caught.value.key)

    put_back(store_path, store_key, copy, progress=Told())
    assert told == ["store_locked"]
    assert messages(store_path, store_key) == 100


def test_a_bad_backup_changes_nothing(copy: Path, store_path: Path, store_key: str) -> None:
    with Store.open(store_path, store_key) as store:
        store.empty_log()
    good = copy.read_bytes()
    for part in (0.001, 0.1, 0.5, 0.9):
        flip(copy, part)
        assert refused(store_path, store_key, copy) == "store_damaged"
        copy.write_bytes(good)
    for content, key in ((good[:50_000], "store_damaged"), (b"", "store_empty"), (None, "store_missing")):
        copy.unlink() if content is None else copy.write_bytes(content)
        assert refused(store_path, store_key, copy) == key
    copy.write_bytes(good)
    assert refused(store_path, store_key, copy, source_key="e" * 64) == "store_wrong_key"
    with closing(crypt.connect(copy, store_key)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    assert refused(store_path, store_key, copy) == "store_newer"
    assert messages(store_path, store_key) == 101


def test_the_store_of_a_newer_program_is_never_replaced(copy: Path, store_path: Path, store_key: str) -> None:
    with closing(crypt.connect(store_path, store_key)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    assert refused(store_path, store_key, copy) == "store_newer"


def test_what_fails_before_the_copy_has_its_name_changes_nothing(copy: Path, store_path: Path, store_key: str) -> None:
    def spoil(opened: Store) -> None:
        flip(opened.path, 0.9)

    def break_down(_opened: Store) -> None:
        raise ExpectedError("store_disk_full", path=store_path)

    there = names(store_path.parent) - {"store.db-wal", "store.db-shm"} | {"backups"}
    for prepare in (spoil, break_down):
        with pytest.raises(ExpectedError):
            put_back(store_path, store_key, copy, prepare=prepare)
    assert names(store_path.parent) == there
    assert messages(store_path, store_key) == 101


def test_a_full_disk_changes_nothing(
    copy: Path, store_path: Path, store_key: str, small_disk: Callable[[int], Path]
) -> None:
    with Store.open(store_path, store_key) as store:
        store.empty_log()
    size = store_path.stat().st_size // 1024
    folder = small_disk(size * 7 // 4)
    full = Path(shutil.copy(store_path, folder / "store.db"))
    (folder / "backups").symlink_to(store_path.parent / "elsewhere")
    (store_path.parent / "elsewhere").mkdir()
    with pytest.raises(ExpectedError) as caught:
        put_back(full, store_key, copy)
    assert caught.value.key == "store_disk_full"
    assert full.name in caught.value.sentence("nl")
    assert ".part" not in caught.value.sentence("nl")
    assert names(folder) == {"store.db", "backups"}
    assert messages(full, store_key) == 101


def test_a_disk_without_links_keeps_the_store_by_a_copy(
    copy: Path, store_path: Path, store_key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_paths: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    kept = put_back(store_path, store_key, copy).kept
    assert kept is not None
    assert messages(kept, store_key) == 101
    damaged = flip(store_path, 0.01)
    kept = put_back(store_path, store_key, copy).kept
    assert kept is not None
    assert kept.read_bytes() == damaged
    assert messages(store_path, store_key) == 100


def test_what_is_erased_in_the_copy_is_gone_from_its_file(copy: Path, store_path: Path, store_key: str) -> None:
    def erase(opened: Store) -> None:
        assert opened.path != store_path
        with opened.writing() as connection:
            connection.exec_driver_sql("DELETE FROM messages WHERE position < 40")

    put_back(store_path, store_key, copy, prepare=erase)
    assert not store_path.with_name("store.db-wal").exists()
    with closing(crypt.connect(store_path, store_key)) as connection:
        assert connection.execute("SELECT count(*) FROM messages").fetchone()[0] == 60
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone()[0] == migrations.HEAD
