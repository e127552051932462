"""Settings, Sleutels: a recovery sheet, another key, and older ones; as a person does it, on a real store."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from console.desk.vault import changing, opening
from console.store import backup, crypt, recovery_code, rekey
from tests.console.desk.vault.conftest import Ring, ring  # noqa: F401  # a fixture
from tests.ui.conftest import press, settle
from tests.ui.test_accessibility import assert_names_and_letters
from ui import theme
from ui.pages.settings_leaves import SHEET, VAULT
from ui.pages.week_layout import LOW_EM
from ui.widgets.text import PlainLabel


@pytest.fixture
def kept(ring: Ring, console, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ring:  # noqa: F811
    """A keyring that has the key of the console's store."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    opening.keep(console.store.path, (console.store.key,))
    return ring


@pytest.fixture
def leaf(qtbot, window, kept, open_page, dutch):
    page = open_page("settings")
    page.open_with(VAULT)
    settle(qtbot, window.jobs)
    return page.shown_leaf


def type_group(qtbot, field, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def asked_groups(sheet) -> list[str]:
    return [recovery_code.groups(sheet._sheet.code)[number - 1] for number in sheet._sheet.asked]


def test_a_sheet_is_saved_typed_back_and_its_file_removed(qtbot, window, leaf, console, tmp_path):
    assert "nog geen blad op papier" in leaf.form.sheet.text()
    older = changing.make_sheet(console.store, ())
    leaf.form.make.click()
    sheet = leaf.sheet
    sheet.save_to(tmp_path / "nergens" / "blad.pdf")
    settle(qtbot, window.jobs)
    assert window.messages.is_trouble  # and nothing was made
    window.messages.clear()  # good news of the same moment would not take its place
    assert not sheet.check.isVisible()
    path = tmp_path / "blad.pdf"
    for copy in (path, tmp_path / "ook.pdf"):
        sheet.save_to(copy)
        settle(qtbot, window.jobs)
        assert copy.read_bytes().startswith(b"%PDF")
    first, second = sheet.asked.fields.values()
    type_group(qtbot, first, "0000")
    assert second.hasFocus()  # a full group leads to the next
    press(qtbot, window, Qt.Key.Key_Return)
    settle(qtbot, window.jobs)
    assert sheet.trouble.text().startswith("Dat staat niet op het blad.")
    assert opening.open_with_code(console.store.path, older.code)  # counts until the new one is on paper
    groups = asked_groups(sheet)
    number, code = sheet._sheet.number, sheet._sheet.code
    type_group(qtbot, first, groups[0].lower())
    type_group(qtbot, second, groups[1])
    press(qtbot, window, Qt.Key.Key_Return)
    settle(qtbot, window.jobs)
    assert not sheet.trouble.isVisible()
    sheet.remove.click()
    settle(qtbot, window.jobs)
    assert not path.exists()
    assert not (tmp_path / "ook.pdf").exists()
    assert sheet._sheet is None  # it holds the code
    assert window.messages.text == f"Herstelblad {number} geldt vanaf nu, en geen ouder blad."
    assert number in leaf.form.sheet.text()
    assert opening.open_with_code(console.store.path, code).keys[0] == console.store.key
    assert [file.sheet for file in changing.recovery.files_for(console.store.path)] == [number]


def test_another_key_without_the_code_asks_for_a_new_sheet_and_escape_leaves_it_for_later(
    qtbot, window, leaf, console, kept
):
    sheet = changing.make_sheet(console.store, ())
    assert changing.confirm_with_code(console.store, sheet.code) == sheet.number
    old = console.store.key
    leaf.form.change.click()
    leaf.panel.confirm.click()
    settle(qtbot, window.jobs)
    assert console.store.key != old
    assert kept.kept[str(console.store.path)] == f"{console.store.key} {old}"
    assert window.messages.text == "Uw groepen hebben een nieuwe sleutel."
    assert leaf.sheet.isVisible()
    press(qtbot, window, Qt.Key.Key_Escape)
    settle(qtbot, window.jobs)
    assert leaf.form.isVisible()
    assert "nog geen blad op papier" in leaf.form.sheet.text()
    week = window.show_page("week")
    settle(qtbot, window.jobs)
    bar = week.parts.sheet_due
    assert bar.text == "Uw herstelblad staat nog niet op papier."
    said, size = bar.findChild(PlainLabel), window.size()
    for height, is_said in ((theme.em(window, LOW_EM) - 1, False), (theme.em(window, LOW_EM + 10), True)):
        window.resize(size.width(), height)
        assert bar.button.isVisible()
        assert said.isVisible() is is_said  # a low window leaves the room to the list
    week.parts.sheet_due.button.click()
    assert leaf.sheet.isVisible()
    leaf.sheet.later.click()
    leaf.form.check.click()  # the older paper will do, for who still has it
    leaf.panel.code.fields[1].setFocus()
    for group in recovery_code.groups(sheet.code):
        qtbot.keyClicks(window.focusWidget(), group.lower())
    press(qtbot, window, Qt.Key.Key_Return)
    settle(qtbot, window.jobs)
    assert sheet.number in leaf.form.sheet.text()
    assert opening.open_with_code(console.store.path, sheet.code).keys == (console.store.key, old)
    window.show_page("week")
    settle(qtbot, window.jobs)
    assert week.parts.sheet_due.text == ""


def test_with_the_code_the_sheet_goes_on_to_count_and_a_wrong_one_changes_nothing(qtbot, window, leaf, console):
    sheet, old = changing.make_sheet(console.store, ()), console.store.key
    changing.confirm_with_code(console.store, sheet.code)
    leaf.form.change.click()
    code = leaf.panel.code
    code._take(1, recovery_code.new_code())  # pasted, of another sheet
    leaf.panel.confirm.click()
    settle(qtbot, window.jobs)
    assert "ander herstelblad" in leaf.panel.trouble.text()
    assert console.store.key == old
    code._take(1, sheet.code[:-2])
    leaf.panel.confirm.click()
    assert "negen groepjes" in leaf.panel.trouble.text()
    code._take(1, sheet.code)
    leaf.panel.confirm.click()
    settle(qtbot, window.jobs)
    assert leaf.form.isVisible()
    assert sheet.number in leaf.form.sheet.text()
    for field in code.fields.values():
        field.undo()
    assert code.text.strip("-") == ""  # a code does not stay on the screen, nor comes back
    assert opening.find_key(console.store.path).keys == (console.store.key, old)


def test_older_keys_go_when_no_backup_needs_them(qtbot, window, leaf, console, kept, tmp_path):
    unused, needed = crypt.new_key(), console.store.key
    console.store.older_keys = (unused,)
    second = tmp_path / "stick"
    leaf._second = second
    made = rekey.rekey(console.store, crypt.new_key(), console.store.path.parent / "backups")
    leaf.refresh()
    settle(qtbot, window.jobs)
    assert leaf.form.older.text().startswith("Er zijn ook nog 2 oudere sleutels.")
    leaf.form.forget.click()
    settle(qtbot, window.jobs)
    assert str(second) in window.messages.text  # the stick is not there, and may need them
    second.mkdir()
    window.messages.clear()
    leaf.form.forget.click()
    settle(qtbot, window.jobs)
    assert window.messages.text == "1 oudere sleutel is vergeten."
    assert kept.kept[str(console.store.path)] == f"{console.store.key} {needed}"
    made.rename(second / made.name)
    leaf.form.forget.click()
    settle(qtbot, window.jobs)
    assert window.messages.text == "Elke oudere sleutel is nog nodig voor een reservekopie."
    aside = console.store.path.with_name(f"{console.store.path.stem}-damaged-20261122T120000000000Z.db")
    aside.write_bytes((second / made.name).read_bytes())
    (second / made.name).unlink()
    leaf.form.forget.click()
    settle(qtbot, window.jobs)
    assert kept.kept[str(console.store.path)].endswith(needed)
    aside.unlink()
    leaf.form.forget.click()
    settle(qtbot, window.jobs)
    assert kept.kept[str(console.store.path)] == console.store.key
    assert not leaf.form.forget.isVisible()
    assert backup.check(console.store).ok


def test_every_step_has_names_and_letters_of_its_own(qtbot, window, leaf, dutch, tmp_path):
    leaf.form.forget.show()
    for language in ("nl", "en"):
        dutch.choose(language)
        window.jobs.set_language(language)
        settle(qtbot, window.jobs)
        assert_names_and_letters(window, leaf)
        for ask in (leaf.change_key, leaf.check_sheet):
            ask()
            assert_names_and_letters(window, leaf)
            leaf.put_away()
        leaf.open_with(SHEET)
        assert_names_and_letters(window, leaf)
        leaf.sheet.save_to(tmp_path / f"{language}.pdf")
        settle(qtbot, window.jobs)
        assert_names_and_letters(window, leaf)
        for field, group in zip(leaf.sheet.asked.fields.values(), asked_groups(leaf.sheet), strict=True):
            field.setText(group)
        leaf.sheet.check.click()
        settle(qtbot, window.jobs)
        assert_names_and_letters(window, leaf)
        leaf.put_away()
        settle(qtbot, window.jobs)
