"""Answers that are owed in the one queue of Deze week, and questions that begin with a message."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from console.desk import todos
from console.desk.feedback import lines
from console.domain.feedback import LineKind, LineState, Owing
from console.domain.outgoing import Action
from tests.ui import lines_steps
from tests.ui.conftest import flag, press, settle
from tests.ui.lines_steps import state_of
from tests.ui.requests_steps import key, said

CTRL = Qt.KeyboardModifier.ControlModifier
quay = lines_steps.quay  # a fixture


@pytest.fixture
def page(quay, open_page, dutch):
    shown = open_page("week")
    shown.brake_ms = 0
    return shown


def test_answers_owed_wait_in_the_queue_with_what_they_are_about(window, page):
    assert "Wacht op u: 3 antwoorden" in said(page)
    heard = page.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Peter Smit zou antwoorden" in heard
    assert page.parts.line.isVisible()
    assert not page.parts.person.isVisible()
    feedback = next(item for item in window._list._all() if item.text() == "Terugkoppeling")
    assert feedback.data(Qt.ItemDataRole.AccessibleTextRole) == "Terugkoppeling, 3"


def test_one_pass_with_the_same_keys(qtbot, window, page, quay, console):
    press(qtbot, window, "s")  # too late: ask again
    settle(qtbot, window.jobs)
    assert page.parts.line.question.isVisible()
    key(qtbot, window, Qt.Key.Key_Return, CTRL)
    assert page.parts.line.card.detail.line.id == quay.bus.id
    press(qtbot, window, "s")  # answered: report back
    settle(qtbot, window.jobs)
    key(qtbot, window, Qt.Key.Key_Return, CTRL)
    assert page.parts.line.card.detail.line.id == quay.tile.id
    press(qtbot, window, "v")
    settle(qtbot, window.jobs)
    key(qtbot, window, Qt.Key.Key_1)
    assert page.parts.queue.current_row == -1
    states = [state_of(console, line) for line in (quay.lamp, quay.bus, quay.tile)]
    assert states == [LineState.ASKED, LineState.TOLD, LineState.LAPSED]
    assert todos.todos(console)[0].action is Action.OFFICER
    for _ in range(3):
        press(qtbot, window, "z")
        settle(qtbot, window.jobs)
    states = [state_of(console, line) for line in (quay.lamp, quay.bus, quay.tile)]
    assert states == [LineState.ASKED, LineState.ANSWERED, LineState.TO_ASK]


def test_escape_leaves_what_is_written_and_the_row_stays(qtbot, window, page, quay):
    press(qtbot, window, "i")
    settle(qtbot, window.jobs)
    assert page.parts.line.answer.isVisible()
    key(qtbot, window, Qt.Key.Key_Escape)
    assert not page.parts.line.answer.isVisible()
    assert page.parts.line.card.detail.line.id == quay.lamp.id
    assert QApplication.focusWidget() is page.parts.queue


def test_answer_here_goes_on_to_the_texts(qtbot, window, page, quay, console):
    press(qtbot, window, "i")
    settle(qtbot, window.jobs)
    qtbot.keyClicks(page.parts.line.answer.field, "Gemaakt.")
    key(qtbot, window, Qt.Key.Key_Return, CTRL)
    assert page.parts.line.tellings.isVisible()
    key(qtbot, window, Qt.Key.Key_Return, CTRL)
    assert state_of(console, quay.lamp) is LineState.TOLD


def test_question_about_a_flagged_message_leaves_the_message_as_it_is(qtbot, window, quay, open_page, dutch, console):
    item = flag(quay, "Bel 06-12345678 over de bouwput", "06-12345678")
    page = open_page("week")
    page.brake_ms = 0
    assert page.shown_item == item
    press(qtbot, window, "q")
    settle(qtbot, window.jobs)
    form = page.parts.new_line
    assert form.isVisible()
    assert not page.parts.bar.isVisible()
    assert form.owing.currentText().startswith("Peter Smit")
    form.what.setText("De bouwput aan de Kade")
    key(qtbot, window, Qt.Key.Key_Return, CTRL)
    (line,) = lines.lines(console, text="bouwput")
    assert (line.kind, line.state, line.owing) == (LineKind.SUSPICIOUS, LineState.TO_ASK, quay.officer)
    assert line.groups[0].about.startswith("Bel 06-12345678")
    assert not form.isVisible()
    assert page.parts.bar.isVisible()
    assert page.shown_item == item


def test_question_begins_with_any_message_of_berichten(qtbot, window, quay, open_page, dutch, console):
    page = open_page("messages")
    page.open_with(quay.say("Wie weet wat er gebouwd wordt?", "Els"))
    settle(qtbot, window.jobs)
    page.table.setFocus()
    press(qtbot, window, "q")
    settle(qtbot, window.jobs)
    form = page.detail.form
    assert form.isVisible()
    assert "Wie weet wat er gebouwd wordt?" in form.what.text()
    key(qtbot, window, Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert lines.lines(console, text="gebouwd") == ()
    page.table.setFocus()
    press(qtbot, window, "q")
    settle(qtbot, window.jobs)
    form.owing.setEditText("gemeente")
    key(qtbot, window, Qt.Key.Key_Return, CTRL)
    assert lines.lines(console, text="gebouwd")[0].owing == Owing(service="gemeente")
