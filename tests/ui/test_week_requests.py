"""Who asks to join, in the one queue of Deze week: the same keys, another kind of item."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from console.desk import triage
from console.desk.joining import requests
from console.domain.decision import ItemKind, Verb
from console.domain.join_request import RequestState
from console.domain.judgement import Attention, Flag
from tests.console.desk.conftest import NOW
from tests.ui.conftest import flag, press, settle
from tests.ui.requests_steps import FATIMA, WIM, ask, set_area
from tests.ui.test_requests import key, on_phone, said
from ui.widgets.text import PlainLabel

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def kade(make_group, console):
    """An urgent message, a request that waits too long, one of yesterday, and an ordinary message."""
    chat = make_group("Kade", profile="hic", review_from=NOW - timedelta(days=30))
    set_area(console, chat.group_id, "Kade 1-40")
    flag(chat, "Er staat iemand aan de deur", "aan de deur", author="Joost", flag=Flag.CALL112, attention=Attention.NOW)
    flag(chat, "Te koop: fiets", "Te koop", author="Ria", flag=Flag.OFF_TOPIC, attention=Attention.LATER)
    ask(console, chat.group_id, FATIMA, 9)
    ask(console, chat.group_id, WIM, 1)
    return chat


@pytest.fixture
def page(kade, open_page, dutch):
    shown = open_page("week")
    shown.brake_ms = 0
    return shown


def kinds(page):
    return [page.rows.row(place).item.kind for place in range(page.rows.rowCount())]


def test_requests_stand_right_after_what_is_urgent(page):
    assert kinds(page)[:2] == [ItemKind.MESSAGE, ItemKind.REQUEST]
    assert "Wacht op u: 2 berichten, 2 aanmeldingen" in said(page)
    title = page.rows.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Fatima de Groot" in title


def test_message_gives_way_to_the_card_and_comes_back(qtbot, window, page):
    assert page.parts.conversation.isVisible()
    press(qtbot, window, "g")
    settle(qtbot, window.jobs)
    assert page.parts.request.card.isVisible()
    assert not page.parts.conversation.isVisible()
    assert "Fatima de Groot" in said(page.parts.request.card)
    assert "Joost" not in " ".join(label.text() for label in page.parts.person.findChildren(PlainLabel))
    press(qtbot, window, Qt.Key.Key_Backspace)
    settle(qtbot, window.jobs)
    assert page.parts.conversation.isVisible()


def test_one_key_means_the_same_kind_of_thing_for_both(qtbot, window, page):
    press(qtbot, window, "g")  # the message: all right
    settle(qtbot, window.jobs)
    press(qtbot, window, "g")  # the request: admit, with a word of welcome
    settle(qtbot, window.jobs)
    assert page.parts.request.answer.isVisible()
    assert not page.parts.answer.isVisible()
    key(qtbot, window, Qt.Key.Key_Return, CTRL)
    states = {one.applicant.name: one.state for one in requests.requests(page.jobs.console)}
    assert states["Fatima de Groot"] is RequestState.ADMITTED
    assert [page.rows.row(place).done for place in range(2)] == [Verb.FINE, Verb.ADMIT]
    assert len(triage.week(page.jobs.console)) == 2
    assert "staat klaar" in window.messages.text
    assert on_phone(page)
    for _ in range(2):
        press(qtbot, window, "z")
        settle(qtbot, window.jobs)
    assert len(triage.week(page.jobs.console)) == 4


def test_next_item_is_there_before_it_is_asked_for(qtbot, window, page):
    assert page._details.get(page.rows.row(1).item.id) is not None
    page.go_next()
    assert page.parts.request.card.request is not None  # at once: no wait for the desk
    assert page.parts.request.card.request.applicant.name == "Fatima de Groot"


def test_escape_puts_the_reason_away(qtbot, window, page):
    page.go_next()
    settle(qtbot, window.jobs)
    press(qtbot, window, "v")
    assert page.can_put_away()
    key(qtbot, window, Qt.Key.Key_Escape)
    assert not page.can_put_away()
    assert page.parts.queue.hasFocus()


def test_later_and_a_note_work_as_with_a_message(qtbot, window, page):
    page.go_next()
    settle(qtbot, window.jobs)
    press(qtbot, window, "n")
    assert page.parts.request.bar.is_asking
    key(qtbot, window, Qt.Key.Key_Escape)
    press(qtbot, window, "l")
    key(qtbot, window, Qt.Key.Key_Return)  # tomorrow
    assert page.rows.row(1).done is Verb.LATER
    assert len(triage.week(page.jobs.console)) == 3


def test_second_press_at_once_is_braked(qtbot, window, page):
    page.brake_ms = 60_000
    page.go_next()
    settle(qtbot, window.jobs)
    press(qtbot, window, "h")
    settle(qtbot, window.jobs)
    assert len(triage.week(page.jobs.console)) == 4


def test_who_is_not_a_message_is_not_explained(qtbot, window, page):
    page.go_next()
    settle(qtbot, window.jobs)
    press(qtbot, window, "r")  # why: there is no judge here
    settle(qtbot, window.jobs)
    assert page.parts.request.card.isVisible()
    assert not window.messages.is_trouble
