"""Every way in which a store can be wrong has its own sentence, and the file stays as it was (security.md E 5, 7)."""

import os
import secrets
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from console.errors import ExpectedError
from console.store import crypt
from console.store.session import Store
from console.texts import LANGUAGES

PAGE = 4096


def refusal(path: Path, key: str | None, *, create: bool = True) -> str:
    """Open what cannot be opened; return the key of the sentence. The file must not be touched by that."""
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(ExpectedError) as caught:
        Store.open(path, key, create=create)
    for language in LANGUAGES:
        assert caught.value.sentence(language)
        assert not key or key not in caught.value.sentence(language)
    assert (path.read_bytes() if path.is_file() else None) == before
    return caught.value.key


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        (None, "key_missing"),
        ("", "key_missing"),
        ("0" * 63, "key_malformed"),  # SQLCipher would take it for a passphrase
        ("0" * 65, "key_malformed"),
        ("g" * 64, "key_malformed"),
        ("x'" + "0" * 62, "key_malformed"),
        ("0" * 63 + '"', "key_malformed"),
    ],
)
def test_a_key_of_another_form_is_refused(store_path: Path, key: str | None, sentence: str) -> None:
    assert refusal(store_path, key) == sentence


def test_a_key_in_capitals_with_a_line_end_is_taken(store_path: Path, store_key: str) -> None:
    Store.open(store_path, store_key.upper() + "\n").close()


def test_a_wrong_key_is_refused(store_path: Path) -> None:
    assert refusal(store_path, crypt.new_key()) == "store_wrong_key"


def test_a_missing_file_is_not_made_unasked(tmp_path: Path, store_key: str) -> None:
    assert refusal(tmp_path / "none.db", store_key, create=False) == "store_missing"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"x"])
def test_an_empty_file_is_no_new_store(tmp_path: Path, store_key: str, content: bytes) -> None:
    path = tmp_path / "empty.db"
    path.write_bytes(content)
    assert refusal(path, store_key) == "store_empty"


def test_a_plain_database_is_refused(tmp_path: Path, store_key: str) -> None:
    path = tmp_path / "plain.db"
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("CREATE TABLE t (a)")
    assert refusal(path, store_key) == "store_not_encrypted"


def test_a_folder_is_refused(tmp_path: Path, store_key: str) -> None:
    assert refusal(tmp_path, store_key) == "store_not_a_file"


def test_an_encrypted_database_of_something_else_is_refused(tmp_path: Path, store_key: str) -> None:
    path = tmp_path / "other.db"
    path.touch()
    with closing(crypt.connect(path, store_key)) as other:
        other.execute("CREATE TABLE t (a)")
    assert refusal(path, store_key) == "store_not_ours"


def test_a_store_of_a_newer_program_is_refused(store_path: Path, store_key: str) -> None:
    with closing(crypt.connect(store_path, store_key)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    assert refusal(store_path, store_key) == "store_newer"
    assert [path.name for path in store_path.parent.iterdir()] == ["store.db"]


@pytest.mark.parametrize("length", [2, 100, PAGE - 1, PAGE, PAGE + 1, 10 * PAGE, 10 * PAGE + 77])
def test_a_truncated_file_is_refused(store_path: Path, store_key: str, length: int) -> None:
    os.truncate(store_path, length)
    assert refusal(store_path, store_key) == "store_damaged"


def test_a_zeroed_first_page_is_refused(store_path: Path, store_key: str) -> None:
    with store_path.open("r+b") as stream:
        stream.write(bytes(PAGE))
    assert refusal(store_path, store_key) == "store_wrong_key"  # the salt is gone, so no key fits any more


def test_a_flipped_bit_in_the_first_page_is_damage_and_no_wrong_key(store_path: Path, store_key: str) -> None:
    with store_path.open("r+b") as stream:
        stream.seek(1000)
        byte = stream.read(1)[0]
        stream.seek(1000)
        stream.write(bytes([byte ^ 1]))
    assert refusal(store_path, store_key) == "store_damaged"


def test_two_stores_swapped_are_refused(store_path: Path, store_key: str) -> None:
    other = store_path.with_name("other.db")
    Store.open(other, crypt.new_key(), create=True).close()
    shutil.copy(other, store_path)
    assert refusal(store_path, store_key) == "store_wrong_key"


def test_a_store_that_another_program_keeps_to_itself_is_locked(store_path: Path, store_key: str) -> None:
    with closing(crypt.connect(store_path, store_key)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("UPDATE alembic_version SET version_num = version_num")
        assert refusal(store_path, store_key) == "store_locked"


def test_another_program_that_writes_locks_out_writing_only(store: Store, store_key: str) -> None:
    with closing(crypt.connect(store.path, store_key)) as other:
        other.execute("BEGIN IMMEDIATE")
        with store.reading() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM groups").scalar() == 0
        with pytest.raises(ExpectedError) as caught, store.writing():
            pass
    assert caught.value.key == "store_locked"
    with store.writing():
        pass


def test_a_new_store_is_for_its_owner_only(tmp_path: Path, store_key: str) -> None:
    path = tmp_path / "new" / "folder" / "beheerconsole.db"
    with Store.open(path, store_key, create=True) as store, store.writing() as connection:
        connection.exec_driver_sql("INSERT INTO settings VALUES ('a', '\"1\"')")
        if os.name == "posix":
            assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()} == {0o600}
            assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_path_with_marks_that_mean_something_in_an_address_is_taken(tmp_path: Path, store_key: str) -> None:
    path = tmp_path / "wijk #1? 50%25 café & co" / "a?mode=memory.db"
    Store.open(path, store_key, create=True).close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    Store.open(path, store_key).close()


def test_create_opens_what_is_there(store_path: Path, store_key: str) -> None:
    with Store.open(store_path, store_key) as store, store.writing() as connection:
        connection.exec_driver_sql("INSERT INTO settings VALUES ('a', '\"1\"')")
    with Store.open(store_path, store_key, create=True) as store, store.reading() as connection:
        assert connection.exec_driver_sql("SELECT value FROM settings").scalar() == '"1"'


@contextmanager
def _ordinary_user() -> Iterator[None]:
    """Be somebody whom file permissions can stop; root cannot be."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def own_folder() -> Iterator[Path]:
    """A folder that the ordinary user owns; pytest's own folders are closed to all but root."""
    with _ordinary_user():
        folder = Path(tempfile.mkdtemp())
    yield folder
    folder.chmod(0o700)
    shutil.rmtree(folder)


@pytest.mark.skipif(os.name != "posix", reason="permissions of this kind are POSIX")
@pytest.mark.parametrize(
    ("file_mode", "folder_mode", "sentence"),
    [
        (0o000, 0o700, "store_no_access"),
        (0o400, 0o700, "store_read_only"),
        (0o600, 0o500, "store_read_only"),
        (0o600, 0o000, "store_no_access"),
    ],
)
def test_a_place_without_permission_is_refused(
    own_folder: Path, store_key: str, file_mode: int, folder_mode: int, sentence: str
) -> None:
    path = own_folder / "store.db"
    with _ordinary_user():
        Store.open(path, store_key, create=True).close()
        path.chmod(file_mode)
        own_folder.chmod(folder_mode)
        with pytest.raises(ExpectedError) as caught:
            Store.open(path, store_key)
    assert caught.value.key == sentence


@pytest.mark.skipif(os.name != "posix", reason="permissions of this kind are POSIX")
def test_a_new_store_in_a_closed_folder_is_refused(own_folder: Path, store_key: str) -> None:
    with _ordinary_user():
        own_folder.chmod(0o500)
        with pytest.raises(ExpectedError) as caught:
            Store.open(own_folder / "store.db", store_key, create=True)
    assert caught.value.key == "store_no_access"


def _fill(store: Store) -> None:
    with store.writing() as connection:
        for number in range(400):
            value = f'"{secrets.token_hex(2000)}"'
            connection.exec_driver_sql("INSERT INTO settings VALUES (?, ?)", (str(number), value))


def test_a_full_disk_keeps_what_was_and_works_again_after(store: Store) -> None:
    with store.writing() as connection:
        connection.exec_driver_sql("INSERT INTO settings VALUES ('before', '1')")
        connection.exec_driver_sql("PRAGMA max_page_count = 150")  # SQLite then answers as on a full disk
    with pytest.raises(ExpectedError) as caught:
        _fill(store)
    assert caught.value.key == "store_disk_full"
    with store.writing() as connection:
        assert connection.exec_driver_sql("SELECT key FROM settings").scalars().all() == ["before"]
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    _fill(store)


def test_damage_seen_while_reading_is_a_sentence(store: Store) -> None:
    _fill(store)
    store.close()
    damaged = bytearray(store.path.read_bytes())
    for start in range(40 * PAGE, len(damaged), PAGE):
        damaged[start + 100] ^= 1
    store.path.write_bytes(damaged)
    with pytest.raises(ExpectedError) as caught, store.reading() as connection:
        connection.exec_driver_sql("SELECT sum(length(value)) FROM settings").scalar()
    assert caught.value.key == "store_damaged"
    assert store.path.read_bytes() == damaged
