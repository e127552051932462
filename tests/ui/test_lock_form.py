"""The subject Vergrendelen: minutes that are kept, and a code that is chosen, changed and removed."""

import pytest
from PySide6.QtCore import Qt

from console.desk.preferences import Settings
from console.desk.vault import access_code, changing
from tests.ui.conftest import settle


@pytest.fixture
def leaf(window, open_page):
    page = open_page("settings")
    page.show_leaf("lock")
    return page.shown_leaf


def fill(leaf, *codes: str) -> None:
    for field, code in zip((leaf.form.new, leaf.form.again, leaf.form.old), codes, strict=False):
        field.setText(code)


def test_minutes_are_kept_at_once_and_not_while_a_number_is_typed(qtbot, leaf):
    minutes = leaf.form.minutes
    minutes.clearFocus()  # what somebody is changing is not changed under his hands
    leaf.show_wishes(Settings(lock_minutes=15))
    assert minutes.value() == 15
    assert (minutes.minimum(), minutes.maximum()) == (1, 60)
    with qtbot.waitSignal(leaf.wishes_changed) as kept:
        minutes.setFocus()
        minutes.selectAll()
        qtbot.keyClicks(minutes, "30")
        qtbot.keyClick(minutes, Qt.Key.Key_Return)
    assert kept.args == [{"lock_minutes": 30.0}]


def test_code_is_chosen_changed_and_removed(qtbot, dutch, window, leaf, console):
    form = leaf.form
    settle(qtbot, window.jobs)
    assert not form.old.isVisible()
    fill(leaf, "grüne Tür", "grüne Tor")
    form.keep.click()
    assert "niet gelijk" in form.trouble.text()
    fill(leaf, "grüne Tür", "grüne Tür")
    form.keep.click()
    settle(qtbot, window.jobs)
    assert "herstelblad" in form.trouble.text()  # else there is no way in for who forgets it
    changing.make_sheet(console.store, ())
    for _ in range(2):
        qtbot.keyClick(form.again, Qt.Key.Key_Return)
    settle(qtbot, window.jobs)
    assert not form.trouble.isVisible()
    assert access_code.check(console, "grüne Tür")
    assert form.old.isVisible()
    assert [field.text() for field in form.fields] == ["", "", ""]
    fill(leaf, "zes-en-meer", "zes-en-meer")
    assert not form.keep.isEnabled()  # who changes it knows it
    form.old.setText("verkeerd")
    form.keep.click()
    settle(qtbot, window.jobs)
    assert "toegangscode is niet goed" in form.trouble.text()
    assert leaf.can_put_away()
    leaf.put_away()
    assert not leaf.can_put_away()
    form.old.setText("grüne Tür")
    for _ in range(2):  # a double click
        qtbot.mouseClick(form.drop, Qt.MouseButton.LeftButton)
    settle(qtbot, window.jobs)
    assert not access_code.is_set(console)
    assert not form.old.isVisible()
