"""What a line says of itself, over a real store."""

import pytest
from PySide6.QtCore import Qt

from console.desk import todos
from tests.ui import lines_steps
from tests.ui.conftest import press, settle
from tests.ui.requests_steps import key, said

CTRL = Qt.KeyboardModifier.ControlModifier
quay = lines_steps.quay  # a fixture


@pytest.fixture
def leaf(quay, open_page, dutch):
    shown = open_page("feedback").shown_leaf
    shown.brake_ms = 0
    return shown


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
