"""The answer mail of a professional, from the clipboard to the texts for everybody."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from console.desk import todos, triage
from console.desk.feedback import lines
from console.domain.feedback import LineState
from console.domain.outgoing import Action
from console.domain.report import Result
from tests.ui import lines_steps
from tests.ui.conftest import drop, press, settle
from tests.ui.lines_steps import state_of
from tests.ui.requests_steps import key, said

CTRL = Qt.KeyboardModifier.ControlModifier
quay = lines_steps.quay  # a fixture


@pytest.fixture
def leaf(quay, open_page, dutch):
    shown = open_page("feedback").shown_leaf
    shown.brake_ms = 0
    return shown


def mail_of(quay):
    return f"""Beste Anja,

[{quay.lamp.number}] De lantaarn is vanochtend gemaakt.
[{quay.tile.number}] De tegel staat bij ons op de lijst.

Groet, Peter
"""


def paste(qtbot, window, leaf, text):
    leaf.parts.paste.click()
    panel = leaf.parts.mail
    panel.paste.setPlainText(text)
    panel.paste.setFocus()
    key(qtbot, window, Qt.Key.Key_Return, CTRL)
    return panel


def test_each_answer_goes_to_its_question_and_then_to_all_who_wait(qtbot, window, leaf, quay, console):
    panel = paste(qtbot, window, leaf, mail_of(quay))
    assert [answer._line.id for answer in panel.answers[:2]] == [quay.lamp.id, quay.tile.id]
    assert "vanochtend gemaakt" in panel.answers[0].field.toPlainText()
    panel.answers[0].result.setCurrentIndex(panel.answers[0].result.findData(Result.SOLVED))
    key(qtbot, window, Qt.Key.Key_Return, CTRL)
    assert state_of(console, quay.lamp) is LineState.ANSWERED
    assert lines.line(console, quay.lamp.id).result is Result.SOLVED
    tellings = leaf.parts.tellings
    assert tellings.isVisible()
    assert {field.to_tell.line_id for field in tellings.fields} == {quay.lamp.id, quay.tile.id}
    assert quay.lamp.number in tellings.fields[0].to_tell.title
    key(qtbot, window, Qt.Key.Key_Return, CTRL)
    assert not tellings.isVisible()
    assert {state_of(console, line) for line in (quay.lamp, quay.tile)} == {LineState.TOLD}
    actions = sorted(todo.action for todo in todos.todos(console))
    assert actions == [Action.GROUP, Action.GROUP, Action.PRIVATE, Action.PRIVATE]
    triage.undo(console)  # all that was told at once
    assert {state_of(console, line) for line in (quay.lamp, quay.tile)} == {LineState.ANSWERED}
    triage.undo(console)  # and all of the mail
    assert (state_of(console, quay.lamp), state_of(console, quay.tile)) == (LineState.ASKED, LineState.TO_ASK)


def test_first_answer_has_the_keyboard_and_what_came_of_it_is_proposed(qtbot, window, leaf, quay):
    repeated = f"> [{quay.tile.number}] {quay.tile.what}"
    panel = paste(qtbot, window, leaf, f"[{quay.lamp.number}] De lantaarn is gemaakt.\n\nGroet, Peter\n\n{repeated}")
    assert QApplication.focusWidget() is panel.answers[0].field
    assert panel.answers[0].result.currentData() == Result.SOLVED
    assert f"Over deze staat er niets: {quay.tile.number}." in said(panel)


def test_text_without_a_number_goes_where_a_person_says(qtbot, window, leaf, quay, console):
    panel = paste(qtbot, window, leaf, "De lantaarn wordt volgende week gemaakt.")
    (rest,) = panel.answers
    assert rest.which.isVisible()
    assert not panel.go_on.isEnabled()
    rest.which.setCurrentIndex(rest.which.findData(quay.lamp.id))
    rest.which.activated.emit(1)
    panel.go_on.click()
    settle(qtbot, window.jobs)
    assert lines.line(console, quay.lamp.id).answer == "De lantaarn wordt volgende week gemaakt."


def test_numbers_that_nobody_has_are_told(qtbot, window, leaf, quay):
    panel = paste(qtbot, window, leaf, f"[{quay.lamp.number}] Gemaakt.\n[BC-999] Ook gemaakt.")
    assert "Deze nummers zijn niet bekend: BC-999." in said(panel)


def test_escape_leaves_the_mail_and_nothing_is_kept(qtbot, window, leaf, quay, console):
    paste(qtbot, window, leaf, mail_of(quay))
    key(qtbot, window, Qt.Key.Key_Escape)
    assert leaf.parts.shows_line
    assert QApplication.focusWidget() is leaf.parts.list
    assert state_of(console, quay.lamp) is LineState.ASKED


def test_saved_mail_that_is_dropped_here_is_read(qtbot, window, leaf, quay, tmp_path):
    path = tmp_path / "antwoord.eml"
    path.write_bytes(f"From: p@politie.nl\nSubject: Re\n\n[{quay.lamp.number}] Gemaakt.\n".encode())
    drop(window, path)
    settle(qtbot, window.jobs)
    assert window.current_key == "feedback"
    assert leaf.parts.mail.answers[0].field.toPlainText() == "Gemaakt."


def test_empty_mail_says_what_is_wrong(qtbot, window, leaf, tmp_path):
    leaf.intake.take_file(tmp_path / "weg.eml")
    settle(qtbot, window.jobs)
    assert window.messages.text
    press(qtbot, window, Qt.Key.Key_Escape)
