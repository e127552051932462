"""Groepen over a real store: the table, and one group as a sheet with its leaves."""

import pytest
from PySide6.QtCore import QPoint, Qt

from console.desk import groups as desk
from console.desk.group_list import GroupFilter
from console.domain.group import GroupId
from console.domain.judgement import Flag
from tests.console.desk.conftest import NOW
from tests.ui.conftest import flag, press, settle
from ui import window_state
from ui.models.groups import Column
from ui.pages.group_table import KEPT_AS, GroupTableView


@pytest.fixture
def page(make_group, open_page, dutch):
    kade = make_group("Kade", profile="hic", umbrella="WABP", managed_by="residents", addresses=137)
    flag(kade, "Bel 06-12345678", "06-12345678", flag=Flag.PERSONAL_DATA)
    make_group("Akker")
    return open_page("groups")


def row(page, at):
    """What is in the cells of a row."""
    return [page.rows.index(at, column).data() for column in Column]


def names(page):
    return [page.rows.index(at, Column.NAME).data() for at in range(page.rows.rowCount())]


def fetched(qtbot, page):
    """Wait until the rows in sight are there, as painting them would ask for them."""
    names(page)
    settle(qtbot, page.jobs)


def test_table_shows_the_numbers_of_the_desk(qtbot, page, make_group):
    fetched(qtbot, page)
    assert names(page) == ["Kade", "Akker"]
    assert row(page, 0) == [
        "Kade",
        "HIC-groep",
        "WhatsApp",
        "WABP",
        "bewoners",
        "1",
        "1 van 137 adressen, 1%",
        "8 nov 2026 20:01",
        "1",
        "0",
        "",
        "",
        "0 van 1",
    ]
    assert row(page, 1)[Column.COVERAGE] == "onbekend"
    said = page.rows.index(0, Column.COVERAGE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Dekking: 1 van 137 adressen, 1%"


def test_columns_sort_by_a_click_and_by_a_choice(qtbot, page):
    header = page.table.horizontalHeader()
    place = header.sectionViewportPosition(Column.NAME) + header.sectionSize(Column.NAME) // 2
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, header.height() // 2))
    fetched(qtbot, page)
    assert names(page) == ["Akker", "Kade"]
    order = page.all.filters.order
    assert order.currentText() == "Groep"
    for expected in (["Kade", "Akker"], ["Akker", "Kade"]):  # the most first, and then the other way round
        order.setCurrentIndex(Column.OPEN)
        order.activated.emit(Column.OPEN)
        fetched(qtbot, page)
        assert names(page) == expected
        assert header.sortIndicatorSection() == Column.OPEN


def test_words_and_boxes_narrow_the_table_and_one_key_drops_them(qtbot, window, page):
    page.table.setFocus()
    press(qtbot, window, Qt.Key.Key_Slash)
    assert page.all.filters.search.hasFocus()
    qtbot.keyClicks(page.all.filters.search, "akk")
    press(qtbot, window, Qt.Key.Key_Return)
    fetched(qtbot, page)
    assert names(page) == ["Akker"]
    assert page.table.hasFocus()
    assert page.all._count_label.text() == "1 van de 2 groepen"
    filters = page.all.filters
    filters.profile.setCurrentIndex(filters.profile.findData("hic"))
    qtbot.waitUntil(page.table.isHidden)
    assert page.all._count_label.text().startswith("Niets gevonden")
    qtbot.keyClick(page.all._everything, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.rows.rowCount() == 2)
    assert filters.value() == GroupFilter()


def test_only_what_asks_for_a_look(qtbot, window, page, make_group):
    make_group("Straat", addresses=9)
    page.all.filters.attention.setChecked(True)
    qtbot.waitUntil(lambda: page.rows.rowCount() == 1)
    fetched(qtbot, page)
    assert row(page, 0)[Column.CONCERNS] == "klein gebied"


def test_the_keys_go_to_the_table_as_soon_as_it_is_there(qtbot, window, make_group):
    make_group("Kade")
    make_group("Akker")
    page = window.show_page("groups")
    assert page.rows.rowCount() == 0  # nothing is there yet, and nothing that Enter opens has the focus
    assert page.hasFocus()
    settle(qtbot, window.jobs)
    assert page.table.hasFocus()
    press(qtbot, window, Qt.Key.Key_Return)
    assert is_open(page)


def test_who_moved_on_before_the_table_came_stays_there(qtbot, window, make_group):
    make_group("Kade")
    make_group("Akker")
    page = window.show_page("groups")
    page.all.new_button.setFocus()
    settle(qtbot, window.jobs)
    assert page.all.new_button.hasFocus()


def test_another_order_begins_at_its_first_and_news_leaves_the_choice(qtbot, page):
    page.all.choose(1)
    page.refresh()
    fetched(qtbot, page)
    assert names(page)[page.table.currentIndex().row()] == "Akker"
    page.all.sort_requested.emit(Column.NAME, Qt.SortOrder.DescendingOrder)
    fetched(qtbot, page)
    assert names(page)[page.table.currentIndex().row()] == "Kade"


def test_group_is_made_by_hand_with_the_keyboard_and_undone(qtbot, window, page):
    qtbot.keyClick(page.all.new_button, Qt.Key.Key_Space)
    form = page.all.form
    assert form.name.hasFocus()
    assert not form.make.isEnabled()
    qtbot.keyClicks(form.name, "Dijk")
    form.profile.setCurrentIndex(form.profile.findData("business_park"))
    press(qtbot, window, Qt.Key.Key_Return)
    settle(qtbot, window.jobs)
    assert is_open(page)
    assert "Dijk" in page.sheet.title.text()
    assert stored(page)["Dijk"] == "business_park"
    assert window.messages.text.startswith("De groep is gemaakt.")
    press(qtbot, window, Qt.Key.Key_Z)
    settle(qtbot, window.jobs)
    assert set(stored(page)) == {"Kade", "Akker"}


def test_a_name_that_is_taken_says_so_and_stays_in_the_form(qtbot, window, page):
    page.all.new_button.click()
    qtbot.keyClicks(page.all.form.name, "Akker")
    press(qtbot, window, Qt.Key.Key_Return)
    settle(qtbot, window.jobs)
    assert window.messages.is_trouble
    assert page.all.form.isVisible()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert page.all.form.isHidden()
    assert page.table.hasFocus()


def test_no_groups_leads_to_taking_in_or_to_a_group_by_hand(qtbot, open_page, dutch):
    page = open_page("groups")
    assert page.table.isHidden()
    assert page.all.filters.isHidden()
    assert page.all.new_button.isVisible()
    page.file_choice_requested.disconnect()  # the window would open a dialog
    with qtbot.waitSignal(page.file_choice_requested):
        qtbot.keyClick(page.all.take_in, Qt.Key.Key_Space)


def test_archive_is_a_list_of_its_own(qtbot, window, page, make_group):
    assert page.all.filters.archive.isHidden()
    make_group("Oud", archived_at=NOW)
    page.refresh()
    settle(qtbot, window.jobs)
    archive = page.all.filters.archive
    assert archive.text() == "Archie&f (1)"
    archive.setChecked(True)
    qtbot.waitUntil(lambda: page.rows.rowCount() == 1)
    fetched(qtbot, page)
    assert names(page) == ["Oud"]


def test_waiting_work_stays_in_sight_in_a_narrow_window(qtbot, page):
    """No scrolling sideways: what matters least goes first."""
    for width, wide in ((2_000, True), (500, False)):
        page.table.resize(width, 300)
        header = page.table.horizontalHeader()
        assert page.table.isColumnHidden(Column.TOOL) is not wide
        assert header.sectionViewportPosition(Column.OPEN) + header.sectionSize(Column.OPEN) <= width


def stored(page):
    return {group.name: group.profile for group in desk.groups(page.jobs.console)}


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
    assert names(page)[page.table.currentIndex().row()] == "Akker"


def test_buttons_open_a_group_and_go_back(qtbot, window, page):
    qtbot.keyClick(page.all.open_button, Qt.Key.Key_Space)
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


def test_beside_the_only_group_another_can_be_made(qtbot, window, make_group, open_page, dutch):
    make_group("Kade", profile="hic")
    page = open_page("groups")
    qtbot.keyClick(page.sheet.new, Qt.Key.Key_Space)
    page.refresh()
    settle(qtbot, window.jobs)
    assert not is_open(page)  # what is being filled in does not make place for the group
    assert page.all.form.name.hasFocus()
    qtbot.keyClicks(page.all.form.name, "Akker")
    page.all.form.make.click()
    settle(qtbot, window.jobs)
    assert page.sheet.title.text() == "\u2068Akker\u2069"
    assert page.sheet.new.isHidden()
    assert not page.sheet.back.isHidden()


def test_escape_puts_away_what_is_typed_before_it_goes_back(qtbot, window, page):
    page.open(GroupId(1), "rules")
    settle(qtbot, window.jobs)
    kind = page.sheet.leaf("rules").form.profile
    kind.setCurrentIndex(kind.findData("broad"))
    page.sheet.list.setFocus()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert (kind.currentData(), is_open(page)) == ("hic", True)
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not is_open(page)


def test_another_page_can_point_at_a_leaf(qtbot, window, page):
    page.open_with((GroupId(2), "rules"))
    settle(qtbot, window.jobs)
    assert page.sheet.leaf_key == "rules"
    assert page.sheet.leaf("rules").form.profile.currentData() == "broad"
    assert "Akker" in page.sheet.title.text()


# --- which columns ---------------------------------------------------------------------------------------------------


@pytest.fixture
def forgets():
    """Leave no choice of columns behind."""
    yield
    window_state.save_columns(KEPT_AS, None)


def shown(page):
    return page.table.shown_columns


def test_the_column_that_the_table_is_sorted_by_is_on_the_screen(qtbot, page):
    assert Column.FAMILY not in shown(page)
    page.all.filters.order.activated.emit(Column.FAMILY)
    fetched(qtbot, page)
    assert Column.FAMILY in shown(page)
    page.all.filters.order.activated.emit(Column.NAME)
    assert Column.FAMILY not in shown(page)


def test_columns_are_chosen_by_keyboard_and_kept(qtbot, window, page, forgets):
    window.resize(640, 800)
    qtbot.waitUntil(lambda: window.width() == 640)
    before = shown(page)
    choice = page.all.columns
    qtbot.keyClick(page.all.columns_button, Qt.Key.Key_Space)
    assert choice.boxes[Column.PROFILE].hasFocus()
    assert {column for column, box in choice.boxes.items() if box.isChecked()} == before - {Column.NAME}
    assert not choice.fitting.isEnabled()
    for column in set(Column) - before:
        qtbot.keyClick(choice.boxes[column], Qt.Key.Key_Space)
    assert shown(page) == set(Column)
    qtbot.waitUntil(lambda: page.table.horizontalScrollBar().maximum() > 0)
    qtbot.keyClick(choice.boxes[Column.LAST], Qt.Key.Key_Space)
    assert Column.LAST in shown(page)  # the table is sorted by it
    press(qtbot, window, Qt.Key.Key_Escape)
    assert choice.isHidden()
    assert page.table.hasFocus()
    again = GroupTableView(page.rows)
    qtbot.addWidget(again)
    assert again.table.shown_columns == set(Column)
    page.all.columns_button.click()
    qtbot.keyClick(choice.fitting, Qt.Key.Key_Space)
    assert shown(page) == before
    qtbot.waitUntil(lambda: page.table.horizontalScrollBar().maximum() == 0)
    assert window_state.restore_columns(KEPT_AS) is None
