"""``beheer restore``: what was backed up comes back, and a person is asked first."""

import io
import sys
from pathlib import Path

import pytest

from console.store import crypt

from .test_cli import KEY, Beheer, beheer  # noqa: F401
from .test_cli_vault import Terminal, code_on


@pytest.fixture
def backup(beheer: Beheer) -> Path:  # noqa: F811
    """A backup of a store that went on after it."""
    beheer("import", beheer.chat(), "--group", "Kade", "--no-judge")
    (made,) = beheer("backup", beheer.folder / "copies", "--json")
    text = "14-11-2026 20:01 - Anja: Van daarna\n"
    beheer("import", beheer.chat(text, "later.txt"), "--group", "Kade", "--no-judge")
    return Path(made["path"])


def count(beheer: Beheer) -> int:  # noqa: F811
    return beheer("check", "--json")[0]["rows"]["messages"]


def test_a_script_is_asked_nothing(beheer: Beheer, backup: Path) -> None:  # noqa: F811
    before = count(beheer)
    (done,) = beheer("restore", backup, "--json")
    assert count(beheer) == before - 1
    assert (Path(done["path"]), done["needs_sheet"]) == (beheer.store, True)
    beheer("restore", done["kept"])
    assert "beheer-before-" in beheer.err
    assert count(beheer) == before


def test_a_person_sees_what_it_changes_and_is_asked(
    beheer: Beheer,  # noqa: F811
    backup: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = count(beheer)
    monkeypatch.setattr(sys, "stdin", Terminal("nee\n"))
    beheer("restore", backup, status=1)
    assert "1 bericht van na deze reservekopie is dan weg." in beheer.err
    assert "Er is niets veranderd." in beheer.err
    assert count(beheer) == before
    assert not list(beheer.folder.glob("beheer-*"))
    monkeypatch.setattr(sys, "stdin", Terminal("Yes\n"))
    beheer("restore", backup, "--lang", "en")
    assert count(beheer) == before - 1
    monkeypatch.setattr(sys, "stdin", Terminal(""))
    beheer("restore", backup, "--yes")


def test_a_damaged_store_comes_back_and_a_bad_backup_changes_nothing(beheer: Beheer, backup: Path) -> None:  # noqa: F811
    before = count(beheer)
    good = backup.read_bytes()
    for content, sentence in (
        (good[:-3000], "beschadigd. Kies een andere"),
        (b"", "beschadigd. Kies een andere"),
        (b"SQLite format 3\0" + bytes(5000), "niet versleuteld"),
    ):
        backup.write_bytes(content)
        beheer("restore", backup, status=1)
        assert sentence in beheer.err
    beheer("restore", backup.with_name("none.db"), status=1)
    assert count(beheer) == before
    backup.write_bytes(good)
    beheer.store.write_bytes(b"")
    (done,) = beheer("restore", backup, "--json")
    assert "beheer-damaged-" in done["kept"]
    assert count(beheer) == before - 1


def test_on_another_computer_the_code_is_asked(
    beheer: Beheer,  # noqa: F811
    backup: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sheet = tmp_path / "blad.pdf"
    beheer("recovery-sheet", sheet)
    (made,) = beheer("backup", tmp_path / "stick", "--json")
    key_file = tmp_path / "key"
    key_file.write_text(crypt.new_key())
    key_file.chmod(0o600)
    other = Beheer(tmp_path / "other", beheer._capsys)
    monkeypatch.delenv("BEHEER_KEY")
    other("restore", made["path"], status=1)
    assert "code van het herstelblad" in other.err
    monkeypatch.setattr(sys, "stdin", Terminal(f"{code_on(sheet)}\nja\n"))
    other("restore", made["path"])
    assert "raakt dus niets kwijt" in other.err
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    monkeypatch.setenv("BEHEER_KEY", KEY)
    assert count(other) == count(beheer)
    third = Beheer(tmp_path / "third", beheer._capsys)
    monkeypatch.delenv("BEHEER_KEY")
    third("restore", made["path"], "--key-file", key_file, status=1)
    key_file.with_name("key.old").write_text(KEY)
    key_file.with_name("key.old").chmod(0o600)
    third("restore", made["path"], "--key-file", key_file)
    third("check", "--key-file", key_file)  # the key in use counts, also for an older backup
