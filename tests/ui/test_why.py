"""Waarom?: the whole reasoning about a message, on both pages, by keyboard."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from console.desk import why as desk
from console.desk.intake import import_text
from console.domain.judgement import Category, Flag, Judgement, Reasoning, Span, Step
from tests.console.desk.conftest import NOW
from tests.ui.conftest import flag, press, settle
from ui.models.steps import ROW_ROLE
from ui.widgets.conversation import ConversationView
from ui.widgets.why_panel import WhyView

CALL = "Bel Piet Jansen maar op 06-12345678"
CHAT = f"""\
14-11-2026 12:00 - Anja Bakker: Goedemorgen allemaal
14-11-2026 12:05 - Henk: {CALL}
"""


@pytest.fixture(params=["week", "messages"])
def page(request, qtbot, window, console, open_page, dutch):
    import_text(console, CHAT, "Kade", review_from=NOW - timedelta(days=30))
    shown = open_page(request.param)
    qtbot.waitUntil(lambda: panel_of(shown).text == CALL)
    return shown


def panel_of(page):
    return page.parts.panel if hasattr(page, "parts") else page.detail.panel


def list_of(page):
    return page.parts.queue if hasattr(page, "parts") else page.table


def spans_of(page):
    lines = page.findChild(ConversationView).model()
    return lines.spans(lines.focus)


def said(page):
    return [page.rows.index(row).data() for row in range(page.rows.rowCount())]


@pytest.fixture
def open_why(qtbot, window, page):
    list_of(page).setFocus()
    press(qtbot, window, Qt.Key.Key_R)
    settle(qtbot, window.jobs)
    return panel_of(page)


def test_reasoning_opens_in_place_with_the_focus_on_its_steps(page, console, open_why):
    assert open_why.is_explaining
    assert QApplication.focusWidget() is open_why.why.list
    steps = open_why.why.steps
    wanted = desk.why(console, open_why.message_id).steps
    assert [steps.index(row).data() for row in range(steps.rowCount())] == [step.nl for step in wanted]
    assert page.findChild(ConversationView).isVisible()


def test_words_of_the_chosen_step_are_marked_in_the_message(qtbot, page, console, open_why):
    marked_before = desk.why(console, open_why.message_id).judgement.reasons[0].spans
    wanted = [step.spans for step in desk.why(console, open_why.message_id).steps]
    assert any(wanted)
    open_why.why.list.setCurrentIndex(open_why.why.steps.index(0))
    seen = [spans_of(page)]
    for _ in wanted[1:]:
        qtbot.keyClick(open_why.why.list, Qt.Key.Key_Down)
        seen.append(spans_of(page))
    assert seen == wanted
    qtbot.keyClick(open_why.why.list, Qt.Key.Key_Escape)
    assert set(marked_before) <= set(spans_of(page))


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_R])
def test_reasoning_is_put_away_and_the_focus_returns(qtbot, window, page, open_why, key):
    press(qtbot, window, key)
    assert not open_why.is_explaining
    assert QApplication.focusWidget() is list_of(page)


def test_escape_in_the_list_puts_it_away_too(qtbot, page, open_why):
    list_of(page).setFocus()
    qtbot.keyClick(list_of(page), Qt.Key.Key_Escape)
    assert not open_why.is_explaining


def test_button_does_the_same_as_the_key(qtbot, window, page):
    window.resize(1800, 900)  # in less room it stands under Meer
    settle(qtbot, window.jobs)
    found = (button for button in page.findChildren(QPushButton) if button.text().replace("&", "") == "Waarom?")
    button = next(button for button in found if button.isVisible())
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    settle(qtbot, window.jobs)
    assert panel_of(page).is_explaining


def test_reasoning_follows_the_language_and_stays(qtbot, window, page, dutch, open_why):
    dutch.choose("en")
    window.jobs.set_language("en")
    settle(qtbot, window.jobs)
    wanted = desk.why(window.jobs.console, open_why.message_id).steps
    steps = open_why.why.steps
    assert open_why.is_explaining
    assert [steps.index(row).data() for row in range(steps.rowCount())] == [step.en for step in wanted]


def test_reasoning_goes_with_the_message(qtbot, window, make_group, open_page, dutch):
    chat = make_group("Kade", review_from=NOW - timedelta(days=30))
    for number in (1, 2):
        flag(chat, f"Bel 06-1234567{number}", "06-1234567")
    page = open_page("week")
    press(qtbot, window, Qt.Key.Key_R)
    settle(qtbot, window.jobs)
    press(qtbot, window, Qt.Key.Key_Space)
    settle(qtbot, window.jobs)
    assert not panel_of(page).is_explaining
    assert QApplication.focusWidget() is page.parts.queue


def test_reasoning_stays_while_the_list_is_renewed(qtbot, window, page, open_why):
    open_why.why.list.setCurrentIndex(open_why.why.steps.index(0))
    page.refresh()
    settle(qtbot, window.jobs)
    assert open_why.is_explaining
    assert open_why.why.list.currentIndex().row() == 0
    assert QApplication.focusWidget() is open_why.why.list


def test_message_that_nobody_judged_has_no_reasoning(qtbot, window, make_group, open_page, dutch):
    make_group("Kade").say("Hallo")
    page = open_page("messages")
    qtbot.waitUntil(lambda: page.detail.panel.text == "Hallo")
    page.ask_why()
    settle(qtbot, window.jobs)
    assert not page.detail.panel.is_explaining
    assert "nog niet beoordeeld" in window.messages.text


def test_steps_say_once_what_they_are_about_and_read_their_words_out(qtbot, dutch):
    view = WhyView()
    qtbot.addWidget(view)
    steps = (
        Step(None, "Dit is spoed.", "Urgent."),
        Step(Flag.STIGMA, "Er staat wie iemand is.", "It names who somebody is.", (Span(0, 3),)),
        Step(Flag.STIGMA, "Er staat niet wat hij doet.", "It names no act."),
    )
    view.show_reasoning(Reasoning(Judgement(Category.URGENT), steps), "Die <b>man</b>", "nl")
    headings = [view.steps.index(row).data(ROW_ROLE).heading for row in range(3)]
    assert headings == ["Waar het over gaat", "Stigmatiserend", ""]
    assert view.list.currentIndex().row() == 1
    heard = view.steps.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Stigmatiserend: Er staat wie iemand is. Woorden: Die"


def test_nothing_is_asked_while_no_message_is_shown(qtbot, window, open_page, dutch):
    page = open_page("messages")
    page.ask_why()
    assert window.jobs.is_idle
