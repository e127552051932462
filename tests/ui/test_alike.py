"""Bij elkaar on Deze week: one sample, the differences, one decision and one undo, by keyboard alone."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from console.desk import todos, triage
from console.domain.decision import Verb
from tests.console.desk.conftest import ALL_RIGHT, NOW
from tests.ui.conftest import flag, press, settle
from tests.ui.test_week import current, open_texts, said

CHAIN = "Doorsturen! Witte bus, bel 06-12345678"


@pytest.fixture
def week(make_group):
    """A chain letter three times over two groups, once more by Bram, and one message like no other."""
    kade = make_group("Kade", review_from=NOW - timedelta(days=30))
    dijk = make_group("Dijk", review_from=NOW - timedelta(days=30))
    flag(kade, CHAIN, "06-12345678", author="Bram")
    flag(kade, CHAIN.upper(), "06-12345678", author="Cor")
    flag(dijk, CHAIN, "06-12345678", author="Dirk")
    flag(kade, "Bel Piet op 06-87654321", "06-87654321", author="Bram")
    flag(dijk, "Zijn nummer is 06-11112222", "06-11112222", author="Els")
    return kade


@pytest.fixture
def page(week, open_page, dutch):
    shown = open_page("week")
    shown.brake_ms = 0
    shown._acting.message._alike.stay.setInterval(0)
    return shown


@pytest.fixture
def at(qtbot, window, page):
    """Show the n-th message of somebody, and what is like it."""

    def show(author: str):
        rows = [page.rows.row(place).item.author for place in range(page.rows.rowCount())]
        page.parts.queue.choose(rows.index(author))
        settle(qtbot, window.jobs)

    return show


@pytest.fixture
def opened(qtbot, window, page, at):
    """What is like the chain letter of Dirk, open."""
    at("Dirk")
    press(qtbot, window, "b")
    settle(qtbot, window.jobs)
    assert page.parts.is_deciding_together
    return page.parts.alike


def decided(page):
    """What stands in the list as decided, by author."""
    rows = [page.rows.row(place) for place in range(page.rows.rowCount())]
    return sorted((row.item.author, row.done) for row in rows if row.done is not None)


def test_line_above_the_message_counts_what_is_like_it(page, at):
    at("Dirk")
    assert page.parts.top.alike.isVisible()
    assert page.parts.top.alike.text() == "2 lijken hierop"
    assert page.parts.top.alike.key == "B"
    at("Bram")  # the chain letter, and one more of his
    assert page.parts.top.alike.text() == "3 lijken hierop"


def test_who_only_passes_by_does_not_make_the_desk_look(qtbot, window, page, at):
    at("Els")
    page._acting.message._alike.stay.setInterval(60_000)
    at("Dirk")
    assert not page.parts.top.alike.isVisible()
    press(qtbot, window, "b")  # who asks, gets it at once
    settle(qtbot, window.jobs)
    assert page.parts.is_deciding_together


def test_no_line_where_nothing_is_alike(qtbot, window, page, at):
    at("Els")
    height = page.parts.top.group.height()
    assert not page.parts.top.alike.isVisible()
    press(qtbot, window, "b")
    settle(qtbot, window.jobs)
    assert not page.parts.is_deciding_together
    assert window.messages.text == "Er wacht niets anders dat hierop lijkt."
    at("Dirk")
    assert page.parts.top.group.height() == height  # the message stays where it is


def test_panel_shows_the_differences_in_the_place_of_reasons_and_actions(page, opened):
    assert "3 berichten met dezelfde tekst" in said(opened)
    assert [line.replace("\u2068", "").replace("\u2069", "").split(" · ")[:2] for line in opened.list.lines] == [
        *(["Kade", "Bram"], ["Kade", "Cor"])
    ]
    assert CHAIN.upper() in opened.list.lines[1]  # it is spelt in another way
    assert CHAIN not in opened.list.lines[0]
    assert not page.parts.bar.isVisible()
    assert not page.parts.reasons.isVisible()
    assert QApplication.focusWidget() is opened.list
    assert not opened.kind.isVisible()


def test_one_key_decides_about_all_and_one_undo_takes_it_back(qtbot, window, page, opened):
    press(qtbot, window, "g")
    settle(qtbot, window.jobs)
    assert decided(page) == [("Bram", Verb.FINE), ("Cor", Verb.FINE), ("Dirk", Verb.FINE)]
    assert len(open_texts(page)) == 2
    assert not page.parts.is_deciding_together
    assert page.parts.bar.isVisible()
    assert QApplication.focusWidget() is page.parts.queue
    assert current(page) in ("Bram", "Els")
    assert window.messages.text == "Over 3 tegelijk besloten. Met Z of Ctrl+Z maakt u het ongedaan."
    press(qtbot, window, "z")
    settle(qtbot, window.jobs)
    assert len(open_texts(page)) == 5
    assert decided(page) == []


@pytest.mark.parametrize(("key", "verb"), [("h", Verb.HANDLED), ("v", Verb.DELETE)])
def test_other_actions_for_all(qtbot, window, page, opened, key, verb):
    press(qtbot, window, key)
    settle(qtbot, window.jobs)
    assert decided(page) == [("Bram", verb), ("Cor", verb), ("Dirk", verb)]
    assert len(todos.todos(page.jobs.console)) == (3 if verb is Verb.DELETE else 0)


def test_button_does_the_same(qtbot, window, page, opened):
    opened.handled.setFocus()
    qtbot.keyClick(opened.handled, Qt.Key.Key_Space)
    settle(qtbot, window.jobs)
    assert len(decided(page)) == 3


def test_all_of_them_later(qtbot, window, page, opened, clock):
    press(qtbot, window, "l")
    assert QApplication.focusWidget().text() == "&Morgen"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle(qtbot, window.jobs)
    assert decided(page) == [("Bram", Verb.LATER), ("Cor", Verb.LATER), ("Dirk", Verb.LATER)]
    assert len(open_texts(page)) == 2
    clock.forward(hours=4, minutes=1)  # past midnight in Amsterdam
    assert len(open_texts(page)) == 5


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, "b"])
def test_put_away_decides_nothing(qtbot, window, page, opened, key):
    press(qtbot, window, key)
    settle(qtbot, window.jobs)
    assert not page.parts.is_deciding_together
    assert page.parts.bar.isVisible()
    assert page.parts.reasons.isVisible()
    assert len(open_texts(page)) == 5
    press(qtbot, window, "g")  # again about one message
    settle(qtbot, window.jobs)
    assert decided(page) == [("Dirk", Verb.FINE)]


def test_same_sender_is_another_choice(qtbot, window, page, at):
    at("Bram")
    press(qtbot, window, "b")
    settle(qtbot, window.jobs)
    view = page.parts.alike
    names = [view.kind.itemText(place).replace("\u2068", "").replace("\u2069", "") for place in range(2)]
    assert names == ["3 berichten met dezelfde tekst", "2 berichten van Bram"]
    view.kind.setFocus()
    qtbot.keyClick(view.kind, Qt.Key.Key_Down)
    assert "Bel Piet op 06-87654321" in view.list.lines[0]
    view.fine.setFocus()
    press(qtbot, window, "g")
    settle(qtbot, window.jobs)
    assert decided(page) == [("Bram", Verb.FINE), ("Bram", Verb.FINE)]


def test_what_changed_meanwhile_is_refused_for_all(qtbot, window, page, opened):
    bert = replace(page.jobs.console, actor="Bert", window="elsewhere")
    cor = next(item for item in triage.week(bert) if item.author == "Cor")
    triage.decide(bert, cor.id, ALL_RIGHT)
    press(qtbot, window, "h")
    settle(qtbot, window.jobs)
    assert window.messages.is_trouble
    assert "Bert besliste al: goed zo" in window.messages.text
    assert {"Bram", "Dirk"} <= {item.author for item in triage.week(page.jobs.console)}
    assert [author for author, _verb in decided(page) if author != "Cor"] == []


def test_going_on_puts_it_away(qtbot, window, page, opened):
    press(qtbot, window, Qt.Key.Key_Space)
    settle(qtbot, window.jobs)
    assert not page.parts.is_deciding_together
    assert page.parts.bar.isVisible()


def test_answer_takes_its_place(qtbot, window, page, opened):
    press(qtbot, window, "p")
    settle(qtbot, window.jobs)
    assert page.parts.answer.isVisible()
    assert not page.parts.alike.isVisible()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert page.parts.bar.isVisible()


def test_note_about_the_one_message_brings_its_actions_back(qtbot, window, page, opened):
    press(qtbot, window, "n")
    assert not page.parts.is_deciding_together
    assert QApplication.focusWidget() is page.parts.bar._note_panel.field
    assert page.parts.bar.isVisible()


def test_menu_of_other_actions_stays_away_while_the_keys_are_about_all(qtbot, window, page, opened):
    press(qtbot, window, "j")
    assert not page.parts.bar._others.isVisible()


def test_long_text_is_there_to_the_end(qtbot, window, page, week, at):
    long = "Hij belt overal aan. " * 10 + "Nummer 06-44444444 einde"
    flag(week, long, "06-44444444", author="Bram")
    page.refresh()
    settle(qtbot, window.jobs)
    place = next(row for row in range(6) if page.rows.row(row).item.text == "Bel Piet op 06-87654321")
    page.parts.queue.choose(place)
    settle(qtbot, window.jobs)
    press(qtbot, window, "b")
    settle(qtbot, window.jobs)
    view = page.parts.alike.list
    row = next(row for row, line in enumerate(view.lines) if long in line)
    width = view.fontMetrics().horizontalAdvance(long)
    assert width > 2 * view.viewport().width()
    assert view.sizeHintForRow(row) >= view.fontMetrics().height() * (1 + width / view.viewport().width())
