"""A talk that lasted too long on Deze week: why it is there, and closing it with two keys."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from console.desk import todos, triage
from console.desk.reports import placing
from console.domain.judgement import Attention, Category, Flag, Judgement, Reason, Span
from tests.console.desk.conftest import NOW
from tests.ui.conftest import press, settle
from ui.widgets.text import PlainLabel

CTRL = Qt.KeyboardModifier.ControlModifier
SAID = ("Inbraak bezig in de Kerkstraat!", "Ik zie ze ook", "112 gebeld", "Ze rennen weg", "Oh, die zijn weg")
WHY = "Dit gesprek duurde 16 minuten, langer dan 10. U kunt het sluiten."


@pytest.fixture
def page(make_group, console, open_page, dutch):
    """A talk of sixteen minutes that has just ended; of its last message the judge has only something to remark."""
    chat = make_group("Pendrecht", profile="hic")
    remark = Reason(Flag.OFF_TOPIC, "off_topic.hic.reply", "Dit zegt niets nieuws.", "Nothing new.", (Span(0, 2),))
    calm = Judgement(Category.REPLY, off_topic=True, attention=Attention.NONE, reasons=(remark,))
    for number, text in enumerate(SAID):
        at = NOW - timedelta(minutes=20 - 4 * number)
        chat.say(text, f"Lid {number % 2}", at=at, judgement=calm if number == len(SAID) - 1 else None)
    placing.place_pending(console)
    shown = open_page("week")
    shown.brake_ms = 0
    return shown


def test_it_says_why_it_is_here_and_nothing_else(page):
    said = [label.text() for label in page.parts.reasons.findChildren(PlainLabel) if label.isVisible()]
    assert said == [WHY, "Onderwerp: reactie"]
    assert page.rows.row(0).item.why == WHY


def test_two_keys_close_the_talk(qtbot, window, page, console):
    press(qtbot, window, Qt.Key.Key_I)
    settle(qtbot, window.jobs)
    press(qtbot, QApplication.focusWidget().window(), Qt.Key.Key_Return, modifier=CTRL)
    settle(qtbot, window.jobs)
    assert triage.week(console) == ()
    (todo,) = todos.todos(console)
    assert todo.text.startswith("Beste buren, dank voor het opletten. 112 is gebeld. We stoppen nu met appen.")
