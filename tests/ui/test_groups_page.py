"""Groepen over a real store: the table, and changing a group by keyboard."""

import pytest
from PySide6.QtCore import Qt

from console.desk import groups as desk
from console.domain.judgement import Flag
from tests.ui.conftest import flag, press, settle
from ui.models.groups import Column


@pytest.fixture
def page(make_group, open_page, dutch):
    kade = make_group("Kade", profile="hic")
    flag(kade, "Bel 06-12345678", "06-12345678", flag=Flag.PERSONAL_DATA)
    make_group("Akker")
    return open_page("groups")


def rows(page):
    return [page.rows.group(row).name for row in range(page.rows.rowCount())]


def stored(page):
    return {group.name: group.profile for group in desk.groups(page.jobs.console)}


def test_table_shows_the_numbers_of_the_desk(page):
    assert rows(page) == ["Kade", "Akker"]
    assert page.rows.index(0, Column.OPEN).data() == "1"
    assert page.rows.index(0, Column.PROFILE).data() == "HIC-groep"


def test_columns_sort_by_a_click(qtbot, page):
    page.table.sortByColumn(Column.NAME, Qt.SortOrder.AscendingOrder)
    assert rows(page) == ["Akker", "Kade"]


def test_group_is_renamed_by_keyboard_and_undone(qtbot, window, page):
    page.form.name.setFocus()
    page.form.name.selectAll()
    qtbot.keyClicks(page.form.name, "Kade Zuid")
    qtbot.keyClick(page.form.name, Qt.Key.Key_Return)
    settle(qtbot, window.jobs)
    assert set(stored(page)) == {"Kade Zuid", "Akker"}
    assert not page.form.is_edited
    assert page.form.name.text() == "Kade Zuid"
    page.table.setFocus()
    press(qtbot, window, Qt.Key.Key_Z)
    settle(qtbot, window.jobs)
    assert set(stored(page)) == {"Kade", "Akker"}
    assert page.form.name.text() == "Kade"


def test_kind_of_group_is_changed(qtbot, window, page):
    page.form.profile.setCurrentIndex(page.form.profile.findData("broad"))
    assert page.form.is_edited
    qtbot.keyClick(page.form.keep, Qt.Key.Key_Space)
    settle(qtbot, window.jobs)
    assert stored(page)["Kade"] == "broad"
    assert page.rows.index(page.rows.row_of(1), Column.PROFILE).data() == "Brede buurtgroep"


def test_refused_name_says_why_and_stays_in_the_field(qtbot, window, page):
    page.form.name.setText("Akker")
    page.form.name.setFocus()
    qtbot.keyClick(page.form.name, Qt.Key.Key_Return)
    settle(qtbot, window.jobs)
    assert window.messages.is_trouble
    assert "Akker" in window.messages.text
    assert page.form.name.text() == "Akker"
    assert set(stored(page)) == {"Kade", "Akker"}


def test_what_somebody_types_survives_news_from_the_desk(qtbot, window, page):
    page.form.name.setText("Half get")
    page.refresh()
    settle(qtbot, window.jobs)
    assert page.form.name.text() == "Half get"


def test_escape_puts_back_what_is_in_force(qtbot, page):
    page.form.name.setFocus()
    page.form.name.setText("Anders")
    qtbot.keyClick(page.form.name, Qt.Key.Key_Escape)
    assert page.form.name.text() == "Kade"
    page.form.profile.setCurrentIndex(page.form.profile.findData("broad"))
    page.form.keep.setFocus()
    qtbot.keyClick(page.form.keep, Qt.Key.Key_Escape)
    assert page.form.profile.currentData() == "hic"


def test_no_groups_leads_to_taking_in(qtbot, open_page, dutch):
    page = open_page("groups")
    assert page.table.isHidden()
    page.file_choice_requested.disconnect()  # the window would open a dialog
    with qtbot.waitSignal(page.file_choice_requested):
        qtbot.keyClick(page._take_in, Qt.Key.Key_Space)


def test_waiting_work_stays_in_sight_in_a_narrow_window(qtbot, page):
    """No scrolling sideways: what matters least goes first."""
    for width, wide in ((1_200, True), (500, False)):
        page.table.resize(width, 300)
        header = page.table.horizontalHeader()
        assert page.table.isColumnHidden(Column.TOOL) is not wide
        assert header.sectionViewportPosition(Column.OPEN) + header.sectionSize(Column.OPEN) <= width
