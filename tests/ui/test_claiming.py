"""Two windows on one store: who looks at what, and what the other decided."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from console.desk import claims, triage
from console.domain.decision import Verb
from tests.console.desk.conftest import ALL_RIGHT
from tests.ui.conftest import flag, press, settle
from tests.ui.test_week import current, kade, open_texts, page, said, shown_text  # noqa: F401  # fixtures
from ui.models.queue import ROW_ROLE


@pytest.fixture(autouse=True)
def at_once(qtbot, window, page):  # noqa: F811
    """Nobody waits here until somebody stays with a message."""
    page._claiming.stay.setInterval(0)
    settle(qtbot, window.jobs)


@pytest.fixture
def bert(page):  # noqa: F811
    """Another person on the same store."""
    return replace(page.jobs.console, actor="Bert", window="elsewhere")


@pytest.fixture
def look(qtbot, window, page):  # noqa: F811
    """Look at the other windows, as the page does now and then."""

    def now():
        page._claiming.look()
        settle(qtbot, window.jobs)

    return now


def item_of(page, author):  # noqa: F811
    rows = (page.rows.row(place) for place in range(page.rows.rowCount()))
    return next(row.item.id for row in rows if row.item.author == author)


def looks(page):  # noqa: F811
    """Who looks at what, as the list shows it."""
    rows = [page.rows.index(place).data(ROW_ROLE) for place in range(page.rows.rowCount())]
    return {row.item.author: row.looked_at_by for row in rows if row.looked_at_by}


def test_others_see_what_this_window_looks_at_while_it_does(qtbot, window, page, bert, open_page):  # noqa: F811
    assert claims.others(bert) == {item_of(page, "Joost"): "Anja"}
    press(qtbot, window, Qt.Key.Key_Space)
    settle(qtbot, window.jobs)
    assert claims.others(bert) == {item_of(page, "Sandra"): "Anja"}
    open_page("groups")
    assert claims.others(bert) == {}
    open_page("week")
    assert claims.others(bert) == {item_of(page, "Sandra"): "Anja"}
    window.close()
    settle(qtbot, window.jobs)
    assert claims.others(bert) == {}


def test_who_only_passes_by_claims_nothing(qtbot, window, page, bert):  # noqa: F811
    page._claiming.stay.setInterval(60_000)
    press(qtbot, window, Qt.Key.Key_Space)
    settle(qtbot, window.jobs)
    assert claims.others(bert) == {item_of(page, "Joost"): "Anja"}


def test_nothing_is_looked_at_when_all_is_done(qtbot, window, page, bert):  # noqa: F811
    for _ in range(3):
        press(qtbot, window, Qt.Key.Key_G)
        settle(qtbot, window.jobs)
    assert claims.others(bert) == {}


def test_who_looks_stands_in_the_list_and_above_the_message(qtbot, window, page, bert, look):  # noqa: F811
    claims.claim(bert, item_of(page, "Sandra"))
    look()
    assert looks(page) == {"Sandra": "Bert"}
    index = page.rows.index(page.rows.row_of(item_of(page, "Sandra")))
    assert "Bert kijkt nu" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert not page.parts.top.looked_at.isVisible()
    press(qtbot, window, Qt.Key.Key_Space)
    settle(qtbot, window.jobs)
    assert page.parts.top.looked_at.text() == "\u2068Bert\u2069 kijkt nu"
    assert page.parts.top.looked_at.isVisible()
    assert claims.others(page.jobs.console) == {item_of(page, "Sandra"): "Bert"}  # it stays whose it is
    claims.release(bert)
    look()
    assert looks(page) == {}
    assert not page.parts.top.looked_at.isVisible()


def test_message_that_another_looks_at_may_be_decided(qtbot, window, page, bert, look):  # noqa: F811
    claims.claim(bert, item_of(page, "Sandra"))
    press(qtbot, window, Qt.Key.Key_Space)
    press(qtbot, window, Qt.Key.Key_G)
    settle(qtbot, window.jobs)
    assert len(open_texts(page)) == 2


def test_decision_of_another_becomes_a_quiet_line_in_its_place(qtbot, window, page, bert, look):  # noqa: F811
    triage.decide(bert, item_of(page, "Sandra"), ALL_RIGHT)
    before = page.parts.queue.visualRect(page.rows.index(0))
    look()
    assert [page.rows.row(place).done for place in range(3)] == [None, Verb.FINE, None]
    assert current(page) == "Joost"
    assert shown_text(page) == "Er staat iemand aan de deur"
    assert page.parts.queue.visualRect(page.rows.index(0)) == before
    assert "Wacht op u: 2 berichten" in said(page)
    press(qtbot, window, Qt.Key.Key_Space)
    settle(qtbot, window.jobs)
    assert current(page) == "Ria"
    triage.undo(bert)
    look()
    assert [page.rows.row(place).done for place in range(3)] == [None, None, None]


def test_message_on_the_screen_that_another_decided_cannot_be_decided(qtbot, window, page, bert, look):  # noqa: F811
    triage.decide(bert, item_of(page, "Joost"), ALL_RIGHT)
    look()
    assert current(page) == "Joost"
    press(qtbot, window, Qt.Key.Key_H)
    settle(qtbot, window.jobs)
    assert page.rows.row(0).done is Verb.FINE
    assert len(open_texts(page)) == 2


def test_answer_to_what_another_decided_is_refused_with_a_sentence(qtbot, window, page, bert, look):  # noqa: F811
    press(qtbot, window, Qt.Key.Key_P)
    settle(qtbot, window.jobs)
    field = page.parts.answer.field
    field.setPlainText("Beste Joost, belt u 112?")
    triage.decide(bert, item_of(page, "Joost"), ALL_RIGHT)
    look()
    assert page.parts.answer.isVisible()
    assert field.toPlainText() == "Beste Joost, belt u 112?"
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window.jobs)
    assert window.messages.is_trouble
    assert "beslist" in window.messages.text


def test_message_that_comes_in_elsewhere_shows_up_with_the_next_look(qtbot, window, page, bert, kade, look):  # noqa: F811
    flag(kade, "Nog een: 06-87654321", "06-87654321", author="Els")
    triage.add_note(bert, item_of(page, "Sandra"), "nieuwe export ingelezen")
    look()
    assert page.rows.rowCount() == 4
    assert current(page) == "Joost"


def test_coming_back_to_the_window_looks_again(qtbot, window, page, bert):  # noqa: F811
    claims.claim(bert, item_of(page, "Ria"))
    QApplication.sendEvent(page, QEvent(QEvent.Type.ActivationChange))
    settle(qtbot, window.jobs)
    assert looks(page) == {"Ria": "Bert"}


def test_page_looks_now_and_then_while_it_is_on_the_screen(qtbot, window, page, bert, open_page):  # noqa: F811
    timer = page._claiming._timer
    assert timer.isActive()
    assert timer.interval() == 20_000
    claims.claim(bert, item_of(page, "Ria"))
    timer.setInterval(1)
    qtbot.waitUntil(lambda: looks(page) == {"Ria": "Bert"})
    timer.setInterval(20_000)
    settle(qtbot, window.jobs)
    open_page("groups")
    assert not timer.isActive()


def test_name_that_is_no_name_stays_text_in_the_row(qtbot, window, page, bert, look):  # noqa: F811
    evil = replace(bert, actor="<b>\u202ex</b>")
    claims.claim(evil, item_of(page, "Joost"))
    claims.release(page.jobs.console)
    claims.claim(evil, item_of(page, "Joost"))
    look()
    assert page.parts.top.looked_at.text() == "\u2068<b>‹U+202E›x</b>\u2069 kijkt nu"
