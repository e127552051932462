"""Filters in Deze week: three states, words, views with a name, and what a choice hides."""

from collections import Counter
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from console.desk import triage, views
from console.domain.filters import Attribute, Counted, Filters, View, ViewId, Wish
from console.domain.judgement import Attention, Flag
from tests.console.desk.conftest import NOW
from tests.ui.conftest import flag, press, settle
from tests.ui.test_accessibility import interactive, letters_of, name_of
from ui.widgets.chips import ChipState
from ui.widgets.text import PlainLabel

SALE = Filters().wishing(Attribute.FLAG, "off_topic", Wish.REQUIRE)


@pytest.fixture
def page(make_group, open_page, dutch):
    """Three flagged messages in two groups; the urgent one on top."""
    kade, plein = (make_group(name, review_from=NOW - timedelta(days=30)) for name in ("Kade", "Plein"))
    flag(kade, "Bel Piet op 06-12345678", "06-12345678", author="Sandra")
    flag(plein, "Te koop: fiets", "Te koop", author="Ria", flag=Flag.OFF_TOPIC, attention=Attention.LATER)
    flag(kade, "Er staat iemand", "staat", author="Joost", flag=Flag.CALL112, attention=Attention.NOW)
    shown = open_page("week")
    shown.brake_ms = 0
    return shown


def authors(page):
    return [page.rows.row(place).item.author for place in range(page.rows.rowCount())]


def chip(page, attribute, value):
    return next(each for each in page.parts.filters._rows[attribute].chips if each.value == value)


@pytest.fixture
def panel(qtbot, window, page):
    """The panel, open."""
    press(qtbot, window, "f")
    settle(qtbot, window.jobs)
    return page.parts.filters


def test_key_opens_the_panel_at_its_first_word_and_escape_closes_it(qtbot, window, page):
    press(qtbot, window, "f")
    settle(qtbot, window.jobs)
    panel = page.parts.filters
    assert panel.isVisible()
    assert not page.parts.conversation.isVisible()
    assert QApplication.focusWidget() is panel._rows[Attribute.GROUP].chips[0]
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert page.parts.conversation.isVisible()
    assert QApplication.focusWidget() is page.parts.queue


def test_escape_closes_the_panel_from_the_list_too(qtbot, window, page, panel):
    page.parts.queue.setFocus()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_row_that_the_reader_is_on_stays_in_sight_when_the_list_becomes_another(qtbot, window, page, make_group):
    haven = make_group("Haven", review_from=NOW - timedelta(days=30))
    for number in range(20):
        flag(haven, f"Te koop: bank {number}", "Te koop", author="Els", flag=Flag.OFF_TOPIC)
    page.refresh()
    settle(qtbot, window.jobs)
    queue = page.parts.queue
    queue.choose(page.rows.rowCount() - 1)
    chosen = page.rows.row(queue.current_row).item.id
    settle(qtbot, window.jobs)
    queue.verticalScrollBar().setValue(0)  # he looks at the others, and forgets that
    assert not queue.viewport().rect().intersects(queue.visualRect(queue.currentIndex()))
    press(qtbot, window, "f")
    settle(qtbot, window.jobs)
    qtbot.keyClick(chip(page, Attribute.FLAG, "off_topic"), Qt.Key.Key_Space)
    settle(qtbot, window.jobs)
    assert page.rows.row(queue.current_row).item.id == chosen
    assert queue.viewport().rect().intersects(queue.visualRect(queue.currentIndex()))


def test_a_press_requires_a_second_excludes_a_third_does_not_mind(qtbot, window, page, panel):
    seen = []
    for _ in range(3):
        pressed = chip(page, Attribute.FLAG, "off_topic")
        pressed.setFocus()
        qtbot.keyClick(pressed, Qt.Key.Key_Space)
        settle(qtbot, window.jobs)
        assert chip(page, Attribute.FLAG, "off_topic").hasFocus()
        seen.append((pressed.text(), authors(page)))
    assert seen == [
        ("✓ moet: hoort hier niet", ["Ria"]),
        ("✗ niet: hoort hier niet", ["Joost", "Sandra"]),
        ("hoort hier niet", ["Joost", "Sandra", "Ria"]),
    ]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_panel_has_names_and_letters_of_its_own(qtbot, window, page, panel, dutch, language):
    dutch.choose(language)
    panel.set_filters(SALE)
    panel.set_views((View(ViewId(1), "Te koop", SALE),))  # shows every button
    page.refresh()
    settle(qtbot, window.jobs)
    assert [letter for letter, count in Counter(letters_of(window)).items() if count > 1] == []
    assert all(name_of(widget) for widget in interactive(page))


def test_only_what_waits_can_be_chosen(page, panel):
    flags = [each.value for each in panel._rows[Attribute.FLAG].chips]
    assert flags == ["call112", "personal_data", "off_topic"]
    assert panel._rows[Attribute.PROFILE].isHidden()  # both groups are of one kind
    assert panel._rows[Attribute.KIND].isHidden()
    assert panel._rows[Attribute.NOTE].isVisible()


def test_a_choice_says_what_it_hides_and_one_key_drops_it(qtbot, window, page, panel):
    counts = []
    page.counted.connect(lambda _key, count: counts.append(count))
    chip(page, Attribute.FLAG, "off_topic").click()
    settle(qtbot, window.jobs)
    press(qtbot, window, Qt.Key.Key_Escape)
    line = page.parts.filter_line
    assert line.text == "U ziet niet alles. Uw keuze verbergt er 2. 1 daarvan vraagt nu aandacht."
    assert counts[-1] == 3  # beside the name of the page stands all that waits
    press(qtbot, window, "0")
    settle(qtbot, window.jobs)
    assert line.text == ""
    assert authors(page) == ["Joost", "Sandra", "Ria"]
    assert chip(page, Attribute.FLAG, "off_topic").state is ChipState.IGNORE


def test_nobody_is_told_that_all_is_done_while_something_is_hidden(qtbot, window, page, panel):
    chip(page, Attribute.FLAG, "off_topic").click()
    settle(qtbot, window.jobs)
    press(qtbot, window, Qt.Key.Key_Escape)
    press(qtbot, window, "g")
    settle(qtbot, window.jobs)
    said = " ".join(label.text() for label in page.findChildren(PlainLabel) if label.isVisible())
    assert "U hebt alles bekeken wat u koos. Uw keuze verbergt er nog 2." in said
    assert "In deze lijst wacht niets op u." in said
    assert "Alles is bekeken" not in said


def test_no_key_decides_while_the_panel_hides_the_message(qtbot, window, page, panel, console):
    page.parts.queue.setFocus()
    for key in "gl":
        press(qtbot, window, key)
    settle(qtbot, window.jobs)
    assert len(triage.week(console)) == 3
    assert not page.parts.bar.is_asking


def test_words_narrow_the_list_while_typing(qtbot, window, page, panel):
    panel.words.setFocus()
    qtbot.keyClicks(panel.words, "fiets")
    settle(qtbot, window.jobs)
    assert authors(page) == ["Ria"]
    panel.words.clear()
    qtbot.keyClicks(panel.without, "fiets")
    settle(qtbot, window.jobs)
    assert authors(page) == ["Joost", "Sandra"]


def test_an_old_answer_does_not_undo_a_newer_choice(qtbot, window, page, panel):
    """The list may be on its way while the next word is pressed."""
    chip(page, Attribute.FLAG, "off_topic").click()
    page.refresh()
    panel.set_filters(Filters())
    page.refresh()
    settle(qtbot, window.jobs)
    assert authors(page) == ["Joost", "Sandra", "Ria"]
    assert page.parts.filter_line.text == ""


def test_view_is_kept_chosen_and_forgotten_and_undone(qtbot, window, page, panel, console):
    chip(page, Attribute.FLAG, "off_topic").click()
    panel.name.setFocus()
    qtbot.keyClicks(panel.name, "Te koop")
    qtbot.keyClick(panel.name, Qt.Key.Key_Return)
    settle(qtbot, window.jobs)
    assert [(view.name, view.filters) for view in views.views(console)] == [("Te koop", SALE)]
    assert window.messages.text == "De weergave is bewaard. Met Z of Ctrl+Z maakt u dat ongedaan."
    assert panel.view.currentText() == "Te koop"
    panel.everything.click()
    settle(qtbot, window.jobs)
    assert panel.view.currentIndex() == -1
    panel.view.activated.emit(0)
    settle(qtbot, window.jobs)
    assert authors(page) == ["Ria"]
    panel.forget.click()
    settle(qtbot, window.jobs)
    assert views.views(console) == ()
    assert authors(page) == ["Ria"]  # the choice itself stays
    page.parts.queue.setFocus()  # in a field Ctrl+Z takes back what was typed
    press(qtbot, window, Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window.jobs)
    assert panel.view.currentText() == "Te koop"


def test_a_name_with_marks_and_ampersands_is_shown_as_it_is(qtbot, window, page, make_group):
    chat = make_group("R&D <b>", review_from=NOW - timedelta(days=30))
    flag(chat, "Bel 06-12345678", "06-12345678")
    page.refresh()
    press(qtbot, window, "f")
    settle(qtbot, window.jobs)
    chip = next(each for each in page.parts.filters._rows[Attribute.GROUP].chips if "<b>" in each.text())
    assert chip.text() == "R&&D <b>"


def test_hidden_line_says_when_nothing_is_hidden(qtbot, page, panel):
    page.parts.filter_line.show_hidden(Counted(0, 0))
    assert page.parts.filter_line.text == "U ziet alles. Uw keuze verbergt niets."


def test_with_little_room_the_line_and_the_panel_stay_whole(qtbot, window, page, panel):
    """The line says it in few words, and what is chosen from stands below its name."""
    window.resize(700, 800)
    chip(page, Attribute.FLAG, "off_topic").click()
    settle(qtbot, window.jobs)
    qtbot.waitUntil(lambda: page.parts.filter_line.text == "2 verborgen, 1 nu")
    row = panel._rows[Attribute.FLAG]
    qtbot.waitUntil(lambda: row.y() > row.label.y())
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: row.y() <= row.label.y())
    assert page.parts.filter_line.text.startswith("U ziet niet alles.")


def test_undo_works_while_the_panel_is_open(qtbot, window, page, console):
    press(qtbot, window, "g")
    settle(qtbot, window.jobs)
    press(qtbot, window, "f")
    settle(qtbot, window.jobs)
    press(qtbot, window, "z")
    settle(qtbot, window.jobs)
    assert len(triage.week(console)) == 3
    assert "Ongedaan" in window.messages.text
