"""``beheer rekey`` and ``beheer recovery-sheet``: the data opens with the new key and with the code on paper."""

import io
import re
import sys
from pathlib import Path

import pypdfium2
import pytest

from console.cli import key_files
from console.desk.vault import opening
from console.errors import ExpectedError
from console.store import crypt, recovery_code
from console.store.rekey import rekey, which_opens
from console.store.session import Store

from .desk.vault.conftest import Ring, ring  # noqa: F401
from .test_cli import KEY, Beheer, beheer  # noqa: F401


class Terminal(io.StringIO):
    """A person who types lines."""

    def isatty(self) -> bool:
        return True


def code_on(sheet: Path) -> str:
    """The code that a person would read from the paper."""
    document = pypdfium2.PdfDocument(sheet)
    page = document[0]
    text = page.get_textpage()
    words = text.get_text_range().split()
    assert len(document) == 1
    for each in (text, page, document):
        each.close()
    return "-".join(word for word in words if re.fullmatch("[0-9A-Z]{4}", word))


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    return _key_file(tmp_path)


@pytest.fixture
def filled(beheer: Beheer) -> Beheer:  # noqa: F811
    beheer("import", beheer.chat(), "--group", "Kade", "--no-judge")
    return beheer


def test_the_code_on_the_sheet_opens_the_data_and_names_no_group(filled: Beheer, tmp_path: Path) -> None:
    (made,) = filled("recovery-sheet", tmp_path / "blad.pdf", "--json")
    assert Path(made["path"]) == tmp_path / "blad.pdf"
    assert (tmp_path / "blad.pdf").stat().st_mode & 0o077 == 0
    assert b"Kade" not in (tmp_path / "blad.pdf").read_bytes()
    code = code_on(tmp_path / "blad.pdf")
    assert recovery_code.sheet_number(code) == made["sheet"]
    assert opening.open_with_code(filled.store, code).keys == (KEY,)
    assert code not in filled.out + filled.err


def test_a_sheet_that_cannot_be_written_leaves_no_code(filled: Beheer, tmp_path: Path) -> None:
    filled("recovery-sheet", tmp_path / "blad.txt", status=1)
    filled("recovery-sheet", tmp_path / "nergens" / "blad.pdf", status=1)
    assert not list(tmp_path.glob("*.recovery"))


def test_two_groups_are_asked_back_at_a_terminal(
    filled: Beheer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = tmp_path / "blad.pdf"
    filled("recovery-sheet", sheet)
    older = code_on(sheet)
    monkeypatch.setattr(recovery_code, "to_ask_back", lambda: (2, 5))
    monkeypatch.setattr(sys, "stdin", Terminal("0000\n0000\n"))
    filled("recovery-sheet", sheet, status=1)
    assert "groepje 2" in filled.err
    assert opening.open_with_code(filled.store, older)
    really = recovery_code.new_code()
    monkeypatch.setattr(recovery_code, "new_code", lambda: really)
    parts = recovery_code.groups(really)
    monkeypatch.setattr(sys, "stdin", Terminal(f"{parts[1].lower()}\n{parts[4]}\n"))
    filled("recovery-sheet", sheet)
    with pytest.raises(ExpectedError):
        opening.open_with_code(filled.store, older)


def test_a_new_key_stands_in_the_key_file_and_the_old_one_beside_it(
    filled: Beheer, key_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = filled("check", "--json")[0]["rows"]
    filled("recovery-sheet", key_file.with_name("blad.pdf"))
    code = code_on(key_file.with_name("blad.pdf"))
    (done,) = filled("rekey", "--key-file", key_file, "--json")
    assert done["needs_sheet"]
    assert "recovery-sheet" in filled.err
    monkeypatch.delenv("BEHEER_KEY")
    assert filled("check", "--key-file", key_file, "--json")[0]["rows"] == before
    assert key_file.read_text().strip() != KEY
    assert key_file.with_name("key.old").read_text().strip() == KEY
    assert not key_file.with_name("key.new").exists()
    assert which_opens(Path(done["backup"]), (KEY,)) == KEY
    filled("check", "--key-file", key_file.with_name("key.old"), status=1)
    filled("recovery-sheet", key_file.with_name("blad.pdf"), "--key-file", key_file)
    code = code_on(key_file.with_name("blad.pdf"))
    monkeypatch.setattr(sys, "stdin", Terminal(f"{code}\n"))
    assert not filled("rekey", "--key-file", key_file, "--json")[0]["needs_sheet"]
    assert opening.open_with_code(filled.store, code).keys[0] == key_file.read_text().strip()
    assert opening.open_with_code(Path(done["backup"]), code).keys[0] == KEY  # what is older still opens
    filled("restore", done["backup"], "--key-file", key_file, "--yes")


def test_a_program_that_was_killed_left_the_new_key_beside_the_key_file(filled: Beheer, key_file: Path) -> None:
    new = crypt.new_key()
    key_files.keeping(key_file, KEY)((KEY, new))
    filled("check", "--key-file", key_file)
    assert key_files.known(key_file) == (KEY,)
    with Store.open(filled.store, KEY) as store:
        rekey(store, new, filled.folder / "backups")
    filled("check", "--key-file", key_file)
    assert key_files.known(key_file) == (new, KEY)
    assert not key_file.with_name("key.new").exists()


def test_a_key_in_the_environment_cannot_be_changed_and_nothing_is(filled: Beheer) -> None:
    filled("rekey", status=1)
    assert "--key-file" in filled.err
    assert not (filled.folder / "backups").exists()
    filled("check")


def test_a_person_at_a_terminal_types_the_code_when_the_keyring_fails_and_a_script_does_not(
    filled: Beheer,
    ring: Ring,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    filled("recovery-sheet", tmp_path / "blad.pdf", "--key-file", _key_file(tmp_path))
    code = code_on(tmp_path / "blad.pdf")
    filled("groups", "--json", status=1)
    assert "--key-file" in filled.err
    monkeypatch.setattr(sys, "stdin", Terminal("\n"))
    filled("groups", "--json", status=1)  # who has no sheet at hand hears the same
    assert "herstelblad" in filled.err
    assert ring.kept == {}
    monkeypatch.setattr(sys, "stdin", Terminal(f"{code[:-1]}\n{code.lower()}\n"))
    assert filled("groups", "--json")
    assert "35" in filled.err  # signs, of the first try
    assert ring.kept == {str(filled.store): KEY}
    monkeypatch.setattr(sys, "stdin", Terminal(""))
    assert filled("groups", "--json")  # asked once
    ring.fault = OSError("GEHEIM")
    monkeypatch.setattr(sys, "stdin", Terminal(f"{code}\n"))
    assert filled("groups", "--json")
    assert "volgende keer" in filled.err


def _key_file(folder: Path) -> Path:
    path = folder / "key"
    path.write_text(KEY)
    path.chmod(0o600)
    return path
