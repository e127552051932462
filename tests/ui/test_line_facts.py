"""What a line says of itself, over a real store."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from console.desk import todos
from tests.ui import lines_steps
from tests.ui.conftest import press, settle
from tests.ui.requests_steps import key, said
from ui import line_facts

CTRL = Qt.KeyboardModifier.ControlModifier
quay = lines_steps.quay  # a fixture


@pytest.fixture
def leaf(quay, open_page, dutch):
    shown = open_page("feedback").shown_leaf
    shown.brake_ms = 0
    return shown


def test_what_was_open_for_less_than_a_day_is_not_since_today_when_it_is_closed(quay, dutch):
    today = replace(quay.lamp, days=0)
    assert line_facts.days_open(today) == "sinds vandaag"
    assert line_facts.days_open(replace(today, closed_at=today.since)) == "dezelfde dag"


def test_words_on_the_phone_are_told_only_when_they_went_out(qtbot, window, leaf, quay, console):
    leaf.open_with(quay.bus.id)
    settle(qtbot, window.jobs)
    press(qtbot, window, "p")
    settle(qtbot, window.jobs)
    key(qtbot, window, Qt.Key.Key_Return, CTRL)
    leaf.open_with(quay.bus.id)
    settle(qtbot, window.jobs)
    words = said(leaf.parts.line.card)
    assert "De tekst staat klaar. U moet hem nog versturen" in words
    assert "staat klaar, nog niet verstuurd" in words
    assert "verteld op" not in words
    for todo in todos.todos(console):
        leaf.changed(todos.done(console, todo.id))
    settle(qtbot, window.jobs)
    words = said(leaf.parts.line.card)
    assert "Iedereen weet het antwoord." in words
    assert words.count("verteld op") == 4
