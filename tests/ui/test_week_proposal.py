"""What the ladder proposes, where the reasons stand."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from console.domain.judgement import Abuse, Attention, Category, Flag, Judgement, Reason
from tests.console.desk.conftest import NOW
from tests.ui.conftest import flag, press, settle


@pytest.fixture
def kade(make_group):
    """A threat of Bram, and an urgent message of Joost that is nobody's fault."""
    chat = make_group("Kade", profile="broad", review_from=NOW - timedelta(days=30))
    flag(chat, "Er staat iemand aan de deur", "aan de deur", author="Joost", flag=Flag.CALL112, attention=Attention.NOW)
    reason = Reason(Flag.ABUSE, "abuse.threat", "Hier staat een dreigement.", "This is a threat.", ())
    threat = Judgement(Category.REPLY, abuse=Abuse.THREAT, attention=Attention.TODAY, reasons=(reason,))
    chat.item(chat.say("Ik weet je te vinden", author="Bram", judgement=threat))
    return chat


@pytest.fixture
def page(kade, open_page, dutch):
    shown = open_page("week")
    shown.brake_ms = 0
    return shown


@pytest.fixture
def go_to(qtbot, window, page):
    def go(author):
        rows = range(page.rows.rowCount())
        page.parts.queue.choose(next(row for row in rows if page.rows.row(row).item.author == author))
        settle(qtbot, window.jobs)
        return page.parts.proposal

    return go


def test_step_stands_with_why_and_the_way_out_beside_it(go_to):
    shown = go_to("Bram")
    assert shown.isVisible()
    assert "privébericht" in shown._why.text()
    assert "Er telt nu geen eerdere stap mee." in shown._why.text()
    assert "wijkagent" in shown._aside_why.text()
    assert (shown.step.key, shown.officer.key) == ("S", "W")


def test_nothing_is_proposed_for_what_is_nobodys_fault(go_to):
    go_to("Bram")
    assert not go_to("Joost").isVisible()


def test_key_of_the_step_says_that_there_is_none(qtbot, window, page, go_to):
    go_to("Joost")
    press(qtbot, window, Qt.Key.Key_S)
    assert window.messages.text == "Hier wordt geen stap voorgesteld."
    assert not page.can_put_away()


@pytest.mark.parametrize(("button", "title"), [("step", "Bram"), ("officer", "wijkagent")])
def test_its_buttons_do_what_their_keys_do(qtbot, window, page, go_to, button, title):
    pressed = getattr(go_to("Bram"), button)
    pressed.setFocus()
    qtbot.keyClick(pressed, Qt.Key.Key_Return)
    settle(qtbot, window.jobs)
    assert QApplication.focusWidget() is page.parts.answer.field
    assert title in page.parts.answer._title.text()


def test_nothing_is_to_be_taken_once_it_is_decided(qtbot, window, page, go_to):
    shown = go_to("Bram")
    assert shown.step.isEnabled()
    press(qtbot, window, Qt.Key.Key_G, modifier=Qt.KeyboardModifier.ShiftModifier)
    settle(qtbot, window.jobs)
    assert not shown.step.isEnabled()
    assert not shown.officer.isEnabled()
