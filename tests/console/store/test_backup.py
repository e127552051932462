"""Backups are good copies, or they are not there; and the check tells the truth."""

import itertools
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from console.errors import ExpectedError
from console.store import backup, crypt, recovery, recovery_code
from console.store.session import Store

MESSAGE = "INSERT INTO messages (group_id, position, sent_at, written_at, kind, text) VALUES (1, ?, 0, 0, 'text', ?)"


@pytest.fixture
def filled(store: Store) -> Store:
    with store.writing() as connection:
        connection.exec_driver_sql("INSERT INTO groups (id, name, profile, created_at) VALUES (1, 'A', 'b', 0)")
        connection.exec_driver_sql(MESSAGE, [(n, f"bericht {n} Merkwoord") for n in range(500)])
    return store


def occurrences(store: Store, word: bytes) -> int:
    """How often a word stands in the file's pages once they are decrypted, the free ones too."""
    ciphers = pytest.importorskip("cryptography.hazmat.primitives.ciphers", reason="decrypts the pages itself")
    algorithm = ciphers.algorithms.AES(bytes.fromhex(store.key))
    count = 0
    with store.path.open("rb") as stream:
        for start in itertools.chain([16], itertools.repeat(0)):  # the salt stands in the first page
            if not (page := stream.read(4096)):
                return count
            decryptor = ciphers.Cipher(algorithm, ciphers.modes.CBC(page[-80:-64])).decryptor()
            count += decryptor.update(page[start:-80]).lower().count(word)
    return count


def test_a_backup_holds_the_same_rows_under_the_same_key(filled: Store, tmp_path: Path) -> None:
    path = backup.make_backup(filled, tmp_path / "copies")
    assert crypt.key_id(filled.key) in path.name
    assert list(path.parent.iterdir()) == [path]
    with Store.open(path, filled.key) as copy:
        assert backup.check(copy).rows == backup.check(filled).rows
        with copy.reading() as connection:
            found = "SELECT count(*) FROM messages_fts WHERE messages_fts MATCH 'merkwoord'"
            assert connection.exec_driver_sql(found).scalar() == 500
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_recovery_file_goes_along(filled: Store, tmp_path: Path) -> None:
    code = recovery_code.new_code()
    recovery.wrap(filled.path, code, (filled.key,))
    path = backup.make_backup(filled, tmp_path / "copies")
    assert recovery.unwrap(path, code) == (filled.key,)


def test_a_backup_is_of_what_was_kept_and_does_not_wait_for_a_writer(filled: Store, tmp_path: Path) -> None:
    with filled.writing() as connection:
        connection.exec_driver_sql(MESSAGE, (500, "nog niet bewaard"))
        path = backup.make_backup(filled, tmp_path / "copies")
    with Store.open(path, filled.key) as copy:
        assert backup.check(copy).rows["messages"] == 500


def test_two_backups_do_not_write_over_each_other(filled: Store, tmp_path: Path) -> None:
    paths = {backup.make_backup(filled, tmp_path / "copies") for _ in range(3)}
    assert set((tmp_path / "copies").iterdir()) == paths
    assert len(paths) == 3


def test_the_id_of_a_key_tells_keys_apart_and_does_not_hold_them(store_key: str) -> None:
    other = crypt.new_key()
    assert crypt.key_id(store_key) != crypt.key_id(other)
    assert crypt.key_id(other) not in other


def test_check_counts_and_names_the_cipher(filled: Store) -> None:
    result = backup.check(filled)
    assert result.ok
    assert result.problems == ()
    assert result.rows["messages"] == 500
    assert result.rows["groups"] == 1
    assert not [name for name in result.rows if "_fts" in name or "alembic" in name]
    assert result.cipher[0].isdigit()


def test_check_tells_of_damage(filled: Store) -> None:
    filled.close()
    damaged = bytearray(filled.path.read_bytes())
    damaged[len(damaged) * 9 // 10] ^= 1  # among the rows: in the schema, SQLite itself would stumble
    filled.path.write_bytes(damaged)
    result = backup.check(filled)
    assert not result.ok
    assert "HMAC" in result.problems[0]


def test_no_backup_is_made_of_any_damaged_page(store: Store, tmp_path: Path) -> None:
    """SQLite's online backup copies a page with a wrong signature as zeros and says that all went well."""
    with store.writing() as connection:
        connection.exec_driver_sql("INSERT INTO settings VALUES ('long', ?)", (f'"{"x" * 20_000}"',))
    store.close()
    good = store.path.read_bytes()
    for page in range(1, len(good) // 4096):
        damaged = bytearray(good)
        damaged[page * 4096 + 2000] ^= 1
        store.path.write_bytes(damaged)
        with pytest.raises(ExpectedError) as caught:
            backup.make_backup(store, tmp_path / "copies")
        assert caught.value.key == "store_damaged", f"page {page + 1}"
    assert list((tmp_path / "copies").iterdir()) == []


def test_check_of_a_store_that_went_missing_is_a_sentence(filled: Store) -> None:
    filled.close()
    filled.path.unlink()
    with pytest.raises(ExpectedError):
        backup.check(filled)
    assert not filled.path.exists()


def test_a_full_disk_leaves_no_half_backup(filled: Store, small_disk: Callable[[int], Path]) -> None:
    folder = small_disk(256)
    with pytest.raises(ExpectedError) as caught:
        backup.make_backup(filled, folder)
    assert caught.value.key == "store_disk_full"
    assert list(folder.iterdir()) == []


def test_the_index_follows_every_change_of_text(filled: Store) -> None:
    def found(word: str) -> int:
        with filled.reading() as connection:
            query = "SELECT count(*) FROM messages_fts WHERE messages_fts MATCH ?"
            return int(connection.exec_driver_sql(query, (word,)).scalar_one())

    with filled.writing() as connection:
        connection.exec_driver_sql("UPDATE messages SET text = 'anders' WHERE position = 7")
        connection.exec_driver_sql("UPDATE messages SET is_edited = 1 WHERE position = 8")
        connection.exec_driver_sql("DELETE FROM messages WHERE position = 9")
    assert (found("merkwoord"), found("anders")) == (498, 1)
    with filled.writing() as connection:
        connection.exec_driver_sql("DELETE FROM groups")  # takes its messages along
    assert (found("merkwoord"), found("anders")) == (0, 0)
    assert backup.check(filled).ok


def test_erased_text_is_gone_from_the_file_and_its_log(filled: Store) -> None:
    filled.empty_log()
    assert occurrences(filled, b"merkwoord") > 500
    with filled.writing() as connection:
        connection.exec_driver_sql("UPDATE messages SET text = '' WHERE position < 250")
        connection.exec_driver_sql("DELETE FROM messages WHERE position >= 250")
    filled.empty_log()
    assert occurrences(filled, b"merkwoord") == 0
    assert filled.path.with_name("store.db-wal").stat().st_size == 0
