"""Every way in which the store can be wrong is a Dutch sentence, and never leads to a new store (security.md E 5)."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest

from console import bootstrap, texts
from console.desk.vault import opening, restoring
from console.errors import ExpectedError
from console.store import backup, crypt, recovery
from console.store.session import Store

from .conftest import Ring

PAGE: Final = 4096
Spoil = Callable[[Path, str], None]


def written(change: Callable[[bytearray], bytes | bytearray]) -> Spoil:
    def spoil(path: Path, _key: str) -> None:
        path.write_bytes(change(bytearray(path.read_bytes())))

    return spoil


def put(content: bytearray, at: int, new: bytes) -> bytearray:
    content[at : at + len(new)] = new
    return content


def swapped(content: bytearray) -> bytearray:
    one, other = 20 * PAGE, 30 * PAGE
    first, second = content[one : one + PAGE], content[other : other + PAGE]
    return put(put(content, one, second), other, first)


def newer(path: Path, key: str) -> None:
    with closing(crypt.connect(path, key)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


def of_something_else(path: Path, key: str) -> None:
    path.write_bytes(b"")
    with closing(crypt.connect(path, key)) as connection:
        connection.execute("CREATE TABLE recipes (name)")


def plain(path: Path, _key: str) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (name)")


def another_key(path: Path, _key: str) -> None:
    path.unlink()
    Store.open(path, crypt.new_key(), create=True).close()


CASES: Final[dict[str, tuple[Spoil, str]]] = {
    "truncated in a page": (written(lambda all_of_it: all_of_it[:-1000]), "beschadigd"),
    "truncated to a page": (written(lambda all_of_it: all_of_it[: 10 * PAGE]), "is beschadigd"),
    "truncated in the first page": (written(lambda all_of_it: all_of_it[:100]), "is beschadigd"),
    "first page zeroed": (
        written(lambda all_of_it: put(all_of_it, 0, bytes(PAGE))),
        "het begin van het bestand beschadigd",
    ),
    "a page zeroed": (written(lambda all_of_it: put(all_of_it, 25 * PAGE, bytes(PAGE))), "beschadigd"),
    "two pages swapped": (written(swapped), "beschadigd"),
    "salt changed": (written(lambda all_of_it: put(all_of_it, 3, b"x")), "het begin van het bestand beschadigd"),
    "garbage after it": (written(lambda all_of_it: all_of_it + b"x" * PAGE * 3), "beschadigd"),
    "empty": (written(lambda _all: b""), "is leeg"),
    "missing": (lambda path, _key: path.unlink(), "Er is niets nieuws gemaakt"),
    "newer": (newer, "nieuwere versie"),
    "another key": (another_key, "past niet"),
    "plain": (plain, "niet versleuteld"),
    "of another program": (of_something_else, "van een ander programma"),
    "a text": (written(lambda _all: b"Beste buren,\n" * 1000), "past niet"),
}


def told(path: Path, key: str, config: Path) -> str:
    """What a person reads who starts the program, and has it checked if it starts."""
    try:
        found = opening.find_key(path, settings_path=config)
        if isinstance(found, opening.NeedsCode):
            return " ".join(found.sentences("nl"))
        assert isinstance(found, opening.Unlocked)
        console = bootstrap.open_console(path, settings_path=config)
    except ExpectedError as error:
        return error.sentence("nl")
    result = backup.check(console.store)
    bootstrap.close(console)
    return "" if result.ok else texts.say("cli.check_bad", "nl")


@pytest.mark.parametrize("case", CASES)
def test_the_sentence_is_right_and_the_last_good_backup_is_at_hand(
    case: str, path: Path, ring: Ring, config: Path, store_key: str
) -> None:
    spoil, sentence = CASES[case]
    path.with_name(f"{path.stem}-{crypt.key_id(store_key)}-abc123{recovery.SUFFIX}").touch()  # there is a sheet
    with Store.open(path, store_key) as store:
        copy = backup.make_backup(store, path.parent / "backups")
    assert told(path, store_key, config) == ""
    spoil(path, store_key)
    before, keys = path.read_bytes() if path.exists() else None, dict(ring.kept)
    said = told(path, store_key, config)
    assert sentence in said, said
    assert "verwijder" not in said.replace("niet veranderd of verwijderd", "")
    assert (path.read_bytes() if path.exists() else None) == before
    assert ring.kept == keys
    assert [file.name for file in path.parent.glob("*.db")] == ([path.name] if before is not None else [])
    found = restoring.last_good(path, (store_key,))
    assert found is not None
    assert found.path == copy
