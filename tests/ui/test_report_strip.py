"""The line over a message that says in which report it is, on Deze week and Berichten."""

import pytest
from PySide6.QtCore import Qt

from console.desk import triage
from console.desk.feedback import changing
from console.desk.reports import mending
from tests.console.desk.conftest import flagged
from tests.console.desk.reports.conftest import BEGIN, talk  # noqa: F401  # fixture
from tests.ui.conftest import press, settle
from ui.models.messages import Column

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def flagged_talk(talk):  # noqa: F811
    """The burglar, with one message that waits for a person."""
    item = talk.chat.say("Bel Piet, 06-12345678", "Dirk", judgement=flagged(), at=BEGIN)
    mending.move(talk.console, item, talk.of_burglar)
    return talk


def test_week_says_in_which_report_a_message_is_and_leads_there(qtbot, window, flagged_talk, open_page, dutch):
    page = open_page("week")
    strip = page.parts.strip
    assert strip.words.text() == "Melding: 4 berichten · 112 gebeld na 3 minuten"
    line = changing.open_by_hand(flagged_talk.console, flagged_talk.burglar[0])
    window.jobs.changed.emit(line.changes)
    settle(qtbot, window.jobs)
    assert strip.words.text().endswith(f"· vraag BC-{line.line_id} te vragen")
    press(qtbot, window, "m", modifier=CTRL)
    settle(qtbot, window.jobs)
    feedback = window.page("feedback")
    assert feedback.isVisible()
    leaf = feedback.leaf("reports")
    assert "Inbraak bezig" in leaf.sheet._title.text()


def test_message_in_no_report_is_told_so(qtbot, window, flagged_talk, open_page, dutch):
    page = open_page("week")
    (item,) = triage.week(flagged_talk.console)
    moved = mending.move(flagged_talk.console, item.subject_id, None)
    window.jobs.changed.emit(moved)
    settle(qtbot, window.jobs)
    assert page.parts.strip.words.text() == "Dit bericht hoort bij geen melding"
    assert page.parts.strip.button.isHidden()
    press(qtbot, window, "m", modifier=CTRL)
    assert page.isVisible()


def test_messages_say_it_too_and_look_again_when_they_are_shown(qtbot, window, talk, open_page, dutch):  # noqa: F811
    page = open_page("messages")
    page.table.setCurrentIndex(page.model.index(page.model.row_of(talk.lamp[1]), Column.TEXT))
    qtbot.waitUntil(lambda: page.detail.strip.words.text() == "Melding: 3 berichten")
    page.hide()
    window.jobs.changed.emit(mending.move(talk.console, talk.lamp[1], None))
    settle(qtbot, window.jobs)
    assert page.detail.strip.words.text() == "Melding: 3 berichten"  # nobody sees it
    page.show()
    qtbot.waitUntil(lambda: "geen melding" in page.detail.strip.words.text())


def test_what_is_not_known_of_112_is_no_no(qtbot, window, make_group, talk, open_page, dutch):  # noqa: F811
    mending.move(talk.console, talk.burglar[1], None)
    page = open_page("messages")
    page.table.setCurrentIndex(page.model.index(page.model.row_of(talk.burglar[0]), Column.TEXT))
    qtbot.waitUntil(lambda: "112: niet bekend of er is gebeld" in page.detail.strip.words.text())
