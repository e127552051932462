"""The page Berichten over a real store: search, filters, conversation, correction, all by keyboard."""

import threading
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from console.desk import intake
from console.desk import messages as desk
from console.desk.messages import MessageFilter
from console.domain.changes import Changes
from console.domain.judgement import Category
from tests.ui.support import FLAGGED_TEXT, LINDENHOF, open_console
from ui import theme
from ui.jobs import Jobs
from ui.models.messages import Column
from ui.pages.messages import MessagesView
from ui.pages.page import FLAGGED
from ui.shortcuts import KeyMap
from ui.widgets.chips import ChipState
from ui.widgets.text import PlainLabel

DISPLAY = Qt.ItemDataRole.DisplayRole
KADE = """\
10-11-2026 09:00 - Anja Bakker: Vergadering is om half negen
10-11-2026 09:30 - Sam: <Media weggelaten>
"""


@pytest.fixture
def console(tmp_path):
    opened = open_console(tmp_path, ("Lindenhof", LINDENHOF), ("Kade", KADE))
    yield opened
    opened.store.close()


@pytest.fixture
def page(qtbot, qapp, jobs):
    made = MessagesView(jobs, KeyMap(qapp))
    qtbot.addWidget(made)
    made.resize(1100, 760)
    jobs.changed.connect(made.changed)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.refresh()
    qtbot.waitUntil(lambda: made.model.rowCount() == 6)
    return made


def texts(page):
    """What stands in the column of messages; None for a row that is not here yet."""
    rows = [page.model.row_at(row) for row in range(page.model.rowCount())]
    return [row.text if row else None for row in rows]


def wait_for(qtbot, page, *wanted):
    qtbot.waitUntil(lambda: texts(page) == list(wanted))


def focus_line(page):
    lines = page.detail.conversation.model()
    return lines.text(lines.focus) if lines.focus >= 0 else ""


def test_page_shows_every_message_newest_on_top(qtbot, page):
    qtbot.waitUntil(lambda: texts(page)[0] == FLAGGED_TEXT)
    index = page.model.index(0, Column.AT)
    assert index.data(DISPLAY) == "14-11-2026 12:00"
    assert page.model.index(0, Column.GROUP).data(DISPLAY) == "Lindenhof"
    assert page.model.index(0, Column.AUTHOR).data(DISPLAY) == "Henk"
    qtbot.waitUntil(lambda: page.count.text().startswith("6 "))


def test_page_says_no_number_before_it_knows_it(qtbot, qapp, jobs):
    page = MessagesView(jobs, KeyMap(qapp))
    qtbot.addWidget(page)
    page.show()
    assert (page.count.text(), page._nothing.isVisible()) == ("", False)
    page.refresh()
    qtbot.waitUntil(lambda: page.count.text().startswith("6 "))


def test_newest_rows_are_there_before_the_whole_list(qtbot, page, monkeypatch):
    may_end = threading.Event()
    page.filters.search.setText("xyzzy")
    qtbot.waitUntil(lambda: page.model.rowCount() == 0 and page.jobs.is_idle)
    monkeypatch.setattr(desk, "message_ids", partial(_after, may_end, desk.message_ids))
    page.filters.reset()
    page._search()
    qtbot.waitUntil(lambda: texts(page)[:1] == [FLAGGED_TEXT])
    assert page.count.text() == ""
    may_end.set()
    qtbot.waitUntil(lambda: page.count.text().startswith("6 "))
    assert texts(page)[0] == FLAGGED_TEXT


def test_message_to_open_that_is_not_among_the_newest_waits_for_the_list(qtbot, qapp, jobs, console, monkeypatch):
    monkeypatch.setattr("ui.pages.messages.PAGE_ROWS", 1)
    oldest = desk.message_ids(console, MessageFilter())[0]
    page = MessagesView(jobs, KeyMap(qapp))
    qtbot.addWidget(page)
    page.show()
    page.open_with(oldest)
    page.refresh()
    qtbot.waitUntil(lambda: page.model.rowCount() == 6)
    assert page.model.id_at(page.table.currentIndex().row()) == page._chosen == oldest


def test_answer_to_an_older_question_is_not_shown(qtbot, page, monkeypatch):
    qtbot.waitUntil(lambda: page.jobs.is_idle)
    may_end, counts = threading.Event(), []
    monkeypatch.setattr(desk, "message_ids", partial(_after, may_end, desk.message_ids))
    page.model.modelReset.connect(lambda: counts.append(page.model.rowCount()))
    for words in ("xyzzy", "bus"):
        page.filters.search.setText(words)
        page._search()
    may_end.set()
    wait_for(qtbot, page, "Wie kent de witte bus voor nummer 12?")
    assert counts == [1]


def _after(may_end, call, *values):
    may_end.wait(10)
    return call(*values)


def test_page_opens_the_conversation_of_the_chosen_message(qtbot, page):
    qtbot.waitUntil(lambda: focus_line(page) == FLAGGED_TEXT)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: focus_line(page).startswith("Rode kat"))


def test_page_says_why_a_message_was_flagged(qtbot, page):
    qtbot.waitUntil(lambda: focus_line(page) == FLAGGED_TEXT)
    said = [label.text() for label in page.detail.reasons.findChildren(PlainLabel)]
    assert any("telefoonnummer" in text for text in said)


def test_search_finds_while_typing_and_esc_clears(qtbot, page):
    page.table.setFocus()
    qtbot.keyClicks(page.table, "/")
    search = page.filters.search
    assert search.hasFocus()
    qtbot.keyClicks(search, "zwag")
    wait_for(qtbot, page, "Die is van mijn zwager")
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""
    qtbot.waitUntil(lambda: page.model.rowCount() == 6)
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert page.table.hasFocus()


def test_search_goes_to_what_it_found_by_keyboard(qtbot, page):
    page.filters.search.setFocus()
    qtbot.keyClicks(page.filters.search, "bus")
    wait_for(qtbot, page, "Wie kent de witte bus voor nummer 12?")
    qtbot.keyClick(page.filters.search, Qt.Key.Key_Down)
    assert page.table.hasFocus()
    qtbot.waitUntil(lambda: focus_line(page).startswith("Wie kent de witte bus"))


def test_search_that_finds_nothing_says_what_to_do(qtbot, page):
    page.filters.search.setText("xyzzy")
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    assert page._nothing.isVisible()
    assert not page.table.isVisible()
    page._clear.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 6)
    assert page.table.isVisible()


@pytest.mark.parametrize("words", ['"', "C++", "-auto", "12-ABC-3", 'a"b', "*", "(", "NEAR(", "\x00", "<img src=x>"])
def test_search_takes_any_words(qtbot, page, words):
    page.filters.search.setText(words)
    with qtbot.waitSignal(page.jobs.became_idle):
        page._search()


@pytest.mark.parametrize(
    ("chip", "state", "count"),
    [
        ("flagged", ChipState.REQUIRE, 1),
        ("flagged", ChipState.EXCLUDE, 5),
        ("media", ChipState.REQUIRE, 1),
        ("media", ChipState.EXCLUDE, 5),
        ("system", ChipState.REQUIRE, 1),
        ("system", ChipState.IGNORE, 7),
        ("edited", ChipState.REQUIRE, 0),
        ("deleted", ChipState.EXCLUDE, 6),
    ],
)
def test_chips_filter(qtbot, page, chip, state, count):
    names = dict(zip(("flagged", "media", "deleted", "edited", "system"), page.filters._chips, strict=True))
    while names[chip].state is not state:
        names[chip].click()
    with qtbot.waitSignal(page.jobs.became_idle):
        page._search()
    assert page.model.rowCount() == count


def test_filters_on_group_author_and_days(qtbot, page):
    filters = page.filters
    qtbot.waitUntil(lambda: filters.group.count() == 3)
    filters.group.setCurrentIndex(filters.group.findText("Kade"))
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    filters.author.setText("anja")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    filters.group.setCurrentIndex(0)
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    filters.more.click()
    filters.period.setCurrentIndex(filters.period.findData("days"))
    assert filters.first_day.isVisibleTo(filters)
    for day in (filters.first_day, filters.last_day):
        day.setDate(day.date().fromString("2026-11-10", Qt.DateFormat.ISODate))
    wait_for(qtbot, page, "Vergadering is om half negen")
    assert "3" not in filters.more.text()
    assert "2" in filters.more.text()


def test_filters_on_category_and_flag_pass_the_domain_values(qtbot, page):
    filters = page.filters
    filters.category.setCurrentIndex(filters.category.findData(Category.LOST_FOUND.value))
    filters.flag.setCurrentIndex(1)
    wanted = filters.value()
    assert isinstance(wanted, MessageFilter)
    assert wanted.category is Category.LOST_FOUND
    assert wanted.flag is not None
    filters.reset()
    assert filters.value() == MessageFilter()


def test_page_turns_the_order_around_and_keeps_the_choice(qtbot, page):
    qtbot.waitUntil(lambda: focus_line(page) == FLAGGED_TEXT)
    page.newest_first.click()
    qtbot.waitUntil(lambda: texts(page)[0] == "Vergadering is om half negen")
    assert page.model.id_at(page.table.currentIndex().row()) == page._chosen
    assert page.table.currentIndex().row() == 5
    header = page.table.horizontalHeader()
    header.sectionClicked.emit(Column.AT)
    assert page.newest_first.isChecked()


def test_page_looks_again_when_it_is_shown_after_a_change(qtbot, page, console):
    qtbot.waitUntil(lambda: page.jobs.is_idle)
    page.hide()
    intake.import_text(console, "15-11-2026 08:00 - Anja Bakker: Goedemorgen\n", "Kade")
    page.changed(Changes(messages=True))
    assert page.jobs.is_idle
    page.show()
    qtbot.waitUntil(lambda: page.model.rowCount() == 7)


def test_page_keeps_the_chosen_message_when_the_list_grows(qtbot, page, console):
    page.table.setCurrentIndex(page.model.index(2, Column.TEXT))
    chosen = page.model.id_at(2)
    intake.import_text(console, "15-11-2026 08:00 - Anja Bakker: Goedemorgen\n", "Kade")
    page.changed(Changes(messages=True))
    qtbot.waitUntil(lambda: page.model.rowCount() == 7)
    assert page.model.id_at(page.table.currentIndex().row()) == chosen
    assert page.table.currentIndex().row() == 3


def test_page_opens_with_the_flagged_messages(qtbot, page):
    page.open_with(FLAGGED)
    wait_for(qtbot, page, FLAGGED_TEXT)
    assert page.filters._more_box.isVisible()


def test_empty_store_says_what_to_do(qtbot, qapp, tmp_path):
    opened = open_console(tmp_path)
    jobs = Jobs("nl")
    jobs.console = opened
    page = MessagesView(jobs, KeyMap(qapp))
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(jobs.became_idle):
        page.refresh()
    assert page._nothing.isVisible()
    assert not page._clear.isVisible()
    jobs.close()
    opened.store.close()


def test_letters_are_text_in_the_search_field(qtbot, page):
    page.filters.search.setFocus()
    assert QApplication.focusWidget() is page.filters.search
    qtbot.keyClicks(page.filters.search, "/gz")
    assert page.filters.search.text() == "/gz"


def test_narrow_page_shows_who_and_what_and_keeps_the_conversation_wide(page):
    narrow = theme.em(page, 28)
    page.resize(narrow, 760)
    QApplication.processEvents()
    assert [column for column in Column if not page.table.isColumnHidden(column)] == [Column.AUTHOR, Column.TEXT]
    assert page.detail.conversation.width() > narrow * 0.9
    page.resize(theme.em(page, 80), 760)
    QApplication.processEvents()
    assert not any(page.table.isColumnHidden(column) for column in Column)
    assert page.detail.conversation.width() < page.detail.width() * 0.8
