"""Groepen over a real store: the table, and one group as a sheet with its leaves."""

import pytest
from PySide6.QtCore import Qt

from console.domain.group import GroupId
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


def test_table_shows_the_numbers_of_the_desk(page):
    assert rows(page) == ["Kade", "Akker"]
    assert page.rows.index(0, Column.OPEN).data() == "1"
    assert page.rows.index(0, Column.PROFILE).data() == "HIC-groep"


def test_columns_sort_by_a_click(qtbot, page):
    page.table.sortByColumn(Column.NAME, Qt.SortOrder.AscendingOrder)
    assert rows(page) == ["Akker", "Kade"]


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


# --- one group -------------------------------------------------------------------------------------------------------


def is_open(page):
    return page.sheet.isVisible()


def test_enter_opens_a_group_and_escape_goes_back(qtbot, window, page):
    page.table.setFocus()
    press(qtbot, window, Qt.Key.Key_Down)
    press(qtbot, window, Qt.Key.Key_Return)
    settle(qtbot, window.jobs)
    assert is_open(page)
    assert "Akker" in page.sheet.title.text()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not is_open(page)
    assert page.table.hasFocus()
    assert page.rows.group(page.table.currentIndex().row()).name == "Akker"


def test_buttons_open_a_group_and_go_back(qtbot, window, page):
    qtbot.keyClick(page.open_button, Qt.Key.Key_Space)
    settle(qtbot, window.jobs)
    assert is_open(page)
    qtbot.keyClick(page.sheet.back, Qt.Key.Key_Space)
    assert not is_open(page)


def test_only_group_opens_by_itself_and_has_nothing_to_go_back_to(qtbot, window, make_group, open_page, dutch):
    make_group("Kade", profile="hic")
    page = open_page("groups")
    assert is_open(page)
    assert page.sheet.back.isHidden()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert is_open(page)


def test_escape_puts_away_what_is_typed_before_it_goes_back(qtbot, window, page):
    page.open(GroupId(1), "rules")
    settle(qtbot, window.jobs)
    name = page.sheet.leaf("rules").form.name
    name.setText("Anders")
    page.sheet.list.setFocus()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert (name.text(), is_open(page)) == ("Kade", True)
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not is_open(page)


def test_another_page_can_point_at_a_leaf(qtbot, window, page):
    page.open_with((GroupId(2), "rules"))
    settle(qtbot, window.jobs)
    assert page.sheet.leaf_key == "rules"
    assert page.sheet.leaf("rules").form.name.text() == "Akker"
