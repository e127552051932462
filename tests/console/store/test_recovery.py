"""The keys of a store come back with the code on the sheet, and with nothing else; each other case has its sentence."""

import os
import stat
from pathlib import Path

import pytest

from console.errors import ExpectedError
from console.store import crypt, recovery, recovery_code
from console.texts import LANGUAGES

KEY = "0123456789abcdef" * 4
OTHER = "f" * 64


@pytest.fixture(scope="module")
def code() -> str:
    return recovery_code.new_code()


@pytest.fixture(scope="module")
def wrapped(tmp_path_factory: pytest.TempPathFactory, code: str) -> bytes:
    """A recovery file with two keys; making one takes the time of three derivations."""
    return recovery.wrap(tmp_path_factory.mktemp("wrapped") / "store.db", code, (KEY, OTHER)).read_bytes()


def name_of(code: str, key: str = KEY) -> str:
    return f"store-{crypt.key_id(key)}-{recovery_code.sheet_number(code)}.recovery"


def refused(store: Path, code: str) -> str:
    with pytest.raises(ExpectedError) as caught:
        recovery.unwrap(store, code)
    for language in LANGUAGES:
        sentence = caught.value.sentence(language)
        assert KEY not in sentence
        assert code not in sentence
    return caught.value.key


def test_the_code_gives_the_keys_back_however_it_is_typed(tmp_path: Path, code: str) -> None:
    store = tmp_path / "new" / "store.db"
    path = recovery.wrap(store, code.lower().replace("-", " "), (KEY, OTHER))
    assert path == store.with_name(name_of(code))
    assert list(store.parent.iterdir()) == [path]
    assert recovery.unwrap(store, code.replace("0", "o").replace("1", "l")) == (KEY, OTHER)
    assert list(store.parent.iterdir()) == [path]
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    content = path.read_bytes()
    secrets = [KEY, bytes.fromhex(KEY), code, code.replace("-", ""), b"SQLite format", b"keys"]
    assert not any((secret.encode() if isinstance(secret, str) else secret) in content for secret in secrets)
    assert len(content) < 16_384


def test_the_code_of_another_sheet_is_told_which_sheet_it_takes(tmp_path: Path, code: str, wrapped: bytes) -> None:
    (tmp_path / name_of(code)).write_bytes(wrapped)
    other = recovery_code.new_code()
    with pytest.raises(ExpectedError) as caught:
        recovery.unwrap(tmp_path / "store.db", other)
    assert caught.value.key == "recovery_other_sheet"
    assert recovery_code.sheet_number(code) in caught.value.sentence()
    typo = code[:-1] + ("7" if code[-1] != "7" else "8")
    assert refused(tmp_path / "store.db", typo) == "recovery_code_typo"


def test_a_file_that_is_not_there_is_a_sentence(tmp_path: Path, code: str) -> None:
    assert refused(tmp_path / "store.db", code) == "recovery_missing"
    assert refused(tmp_path / "none" / "store.db", code) == "store_no_folder"
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_file_is_a_sentence_and_stays_as_it_is(tmp_path: Path, code: str, wrapped: bytes) -> None:
    path = tmp_path / name_of(code)
    flipped = bytes([*wrapped[:1000], wrapped[1000] ^ 1, *wrapped[1001:]])
    for damaged in (b"", b"x", wrapped[:1000], wrapped[:4096], flipped, bytes(len(wrapped)), b"\xff" * 12_288):
        path.write_bytes(damaged)
        assert refused(tmp_path / "store.db", code) == "recovery_damaged"
        assert path.read_bytes() == damaged


def test_a_copy_beside_a_damaged_one_still_opens(tmp_path: Path, code: str, wrapped: bytes) -> None:
    path = tmp_path / name_of(code)
    path.with_name(path.stem + " (1).recovery").write_bytes(wrapped)
    path.write_bytes(wrapped[:4096])
    assert recovery.unwrap(tmp_path / "store.db", code) == (KEY, OTHER)


def test_a_new_sheet_leaves_the_last_one_good_until_it_is_confirmed(tmp_path: Path, code: str, wrapped: bytes) -> None:
    store = tmp_path / "store.db"
    (tmp_path / name_of(code)).write_bytes(wrapped)
    neighbour = tmp_path / ("other-" + name_of(code).removeprefix("store-"))
    neighbour.write_bytes(wrapped)
    newer = recovery_code.new_code()
    path = recovery.wrap(store, newer, (KEY,))
    assert recovery.unwrap(store, code) == (KEY, OTHER)
    assert recovery.unwrap(store, newer) == (KEY,)
    recovery.keep_only(store, path, {crypt.key_id(KEY)})
    assert {file.name for file in tmp_path.iterdir()} == {path.name, neighbour.name}


def test_whether_a_key_has_a_sheet_is_known_without_the_code(tmp_path: Path, code: str, wrapped: bytes) -> None:
    (tmp_path / name_of(code)).write_bytes(wrapped)
    assert recovery.is_current(tmp_path / "store.db", KEY)
    assert not recovery.is_current(tmp_path / "store.db", "e" * 64)
    assert not recovery.is_current(tmp_path / "other.db", KEY)


def test_a_folder_with_backups_gets_the_recovery_file_too(tmp_path: Path, code: str, wrapped: bytes) -> None:
    (tmp_path / name_of(code)).write_bytes(wrapped)
    for _ in range(2):
        (copy,) = recovery.copy_to(tmp_path / "store.db", tmp_path / "backups")
        assert recovery.copy_to(tmp_path / "store.db", tmp_path) == ()
    assert [copy] == list((tmp_path / "backups").iterdir())
    assert recovery.unwrap(tmp_path / "backups" / "store-20261122T120000Z-12345678.db", code) == (KEY, OTHER)


def test_it_is_not_written_to_a_place_that_is_closed_and_no_half_file_stays(tmp_path: Path, code: str) -> None:
    file = tmp_path / "file"
    file.write_text("")
    with pytest.raises(ExpectedError) as caught:
        recovery.wrap(file / "store.db", code, (KEY,))
    assert caught.value.key == "store_no_folder"
    with pytest.raises(ExpectedError) as caught:
        recovery.wrap(tmp_path / "store.db", code, ("x" * 64,))
    assert caught.value.key == "key_malformed"
    assert list(tmp_path.iterdir()) == [file]
