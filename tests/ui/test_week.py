"""Deze week over a real store, by keyboard alone."""

import threading
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from console.desk import triage
from console.domain.decision import Verb
from console.domain.judgement import Attention, Flag
from tests.console.desk.conftest import ALL_RIGHT, NOW, flagged
from tests.ui.conftest import flag, press, settle
from ui import words
from ui.widgets.key_button import KeyButton
from ui.widgets.text import PlainLabel

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def kade(make_group):
    """Three flagged messages among ordinary ones; the urgent one last, so that the order of the desk shows."""
    chat = make_group("Kade", review_from=NOW - timedelta(days=30))
    chat.say("Goedemorgen")
    flag(chat, "Bel Piet op 06-12345678", "06-12345678", author="Sandra")
    chat.say("Dank je")
    flag(chat, "Te koop: fiets", "Te koop", author="Ria", flag=Flag.OFF_TOPIC, attention=Attention.LATER)
    flag(chat, "Er staat iemand aan de deur", "aan de deur", author="Joost", flag=Flag.CALL112, attention=Attention.NOW)
    return chat


@pytest.fixture
def page(kade, open_page, dutch):
    shown = open_page("week")
    shown.brake_ms = 0
    return shown


def open_texts(page):
    return [item.text for item in triage.week(page.jobs.console)]


def current(page):
    row = page.parts.queue.current_row
    return page.rows.row(row).item.author if row >= 0 else None


def shown_text(page):
    view = page.parts.conversation
    return view.currentIndex().data()


def said(widget):
    return " ".join(label.text() for label in widget.findChildren(PlainLabel))


def test_first_item_is_on_the_screen_with_its_conversation_reason_and_writer(page):
    assert current(page) == "Joost"
    assert shown_text(page) == "Er staat iemand aan de deur"
    assert "Let op: aan de deur." in said(page.parts.reasons)
    assert words.word(Flag.CALL112) in said(page.parts.reasons)
    assert "call112.test" not in said(page.parts.reasons)  # the name of a rule is for who writes rules
    assert "Joost" in said(page.parts.person)


def test_picture_is_of_what_stands_on_top_also_when_it_came_in_last(qtbot, window, page, kade):
    flag(kade, "Er is brand", "brand", author="Nev", flag=Flag.CALL112, attention=Attention.NOW)
    page.refresh()
    settle(qtbot, window.jobs)
    assert current(page) == "Joost"  # nothing moves under a reader's eyes
    page.show_example()
    assert current(page) == "Nev"


def test_whole_week_by_keyboard(qtbot, window, page, kade):
    for _ in range(3):
        press(qtbot, window, Qt.Key.Key_G)
        settle(qtbot, window.jobs)
    assert open_texts(page) == []
    assert page.parts.queue.current_row == -1
    assert "Alles is bekeken." in said(page.parts._right.currentWidget())
    for expected in (1, 2, 3):
        press(qtbot, window, Qt.Key.Key_Z)
        settle(qtbot, window.jobs)
        assert len(open_texts(page)) == expected
    assert page.rows.open_count == 3


def test_acting_goes_on_and_leaves_a_quiet_line(qtbot, window, page):
    press(qtbot, window, Qt.Key.Key_G)
    assert current(page) == "Sandra"
    settle(qtbot, window.jobs)
    assert page.rows.rowCount() == 3
    assert page.rows.row(0).done is Verb.FINE
    assert shown_text(page) == "Bel Piet op 06-12345678"


def test_list_made_before_a_decision_does_not_open_the_row_again(qtbot, window, page):
    may_end, seen = threading.Event(), []
    window.jobs.run(may_end.wait, 10)
    page.refresh()
    press(qtbot, window, Qt.Key.Key_G)  # waits behind the list, in which it is open still
    page.rows.dataChanged.connect(lambda *_: seen.append(page.rows.row(0).done))
    page.rows.modelReset.connect(lambda: seen.append(page.rows.row(0).done))
    may_end.set()
    settle(qtbot, window.jobs)
    assert page.rows.row(0).done is Verb.FINE
    assert None not in seen


def test_shift_acts_and_stays(qtbot, window, page):
    press(qtbot, window, Qt.Key.Key_G, modifier=SHIFT)
    settle(qtbot, window.jobs)
    assert current(page) == "Joost"
    assert len(open_texts(page)) == 2
    press(qtbot, window, Qt.Key.Key_G)  # decided already: nothing happens
    settle(qtbot, window.jobs)
    assert len(open_texts(page)) == 2


def test_space_and_backspace_walk_through_the_queue(qtbot, window, page):
    walked = []
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace):
        press(qtbot, window, key)
        settle(qtbot, window.jobs)
        walked.append(current(page))
    assert walked == ["Sandra", "Ria", "Sandra", "Joost"]
    assert len(open_texts(page)) == 3


def test_next_message_is_there_before_it_is_asked_for(qtbot, window, page):
    press(qtbot, window, Qt.Key.Key_Space)
    assert shown_text(page) == "Bel Piet op 06-12345678"  # without waiting for any job


def test_double_press_decides_once(qtbot, window, page):
    page.brake_ms = 60_000
    page._acting.message._since_shown.restart()
    press(qtbot, window, Qt.Key.Key_G)
    settle(qtbot, window.jobs)
    assert len(open_texts(page)) == 3
    page.brake_ms = 0
    press(qtbot, window, Qt.Key.Key_G)
    page.brake_ms = 60_000
    press(qtbot, window, Qt.Key.Key_G)
    settle(qtbot, window.jobs)
    assert len(open_texts(page)) == 2


def test_later_until_tomorrow_by_keyboard(qtbot, window, page, clock):
    press(qtbot, window, Qt.Key.Key_L)
    focus = QApplication.focusWidget()
    assert focus.text() == "&Morgen"
    qtbot.keyClick(focus, Qt.Key.Key_Return)
    settle(qtbot, window.jobs)
    assert current(page) == "Sandra"
    assert QApplication.focusWidget() is page.parts.queue
    assert "Er staat iemand aan de deur" not in open_texts(page)
    clock.forward(hours=4, minutes=1)  # past midnight in Amsterdam
    assert "Er staat iemand aan de deur" in open_texts(page)


def test_later_is_put_away_with_escape(qtbot, window, page):
    press(qtbot, window, Qt.Key.Key_L)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not page.parts.bar.is_asking
    assert QApplication.focusWidget() is page.parts.queue
    assert len(open_texts(page)) == 3


def test_note_is_kept_and_shown_and_letters_are_dead_in_it(qtbot, window, page):
    press(qtbot, window, Qt.Key.Key_N)
    field = QApplication.focusWidget()
    qtbot.keyClicks(field, "gzln belt morgen")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle(qtbot, window.jobs)
    assert len(open_texts(page)) == 3
    assert current(page) == "Joost"
    assert "gzln belt morgen" in said(page.parts.person)
    assert window.messages.text == "De notitie is bewaard."
    press(qtbot, window, Qt.Key.Key_Z, modifier=CTRL)
    settle(qtbot, window.jobs)
    assert "gzln belt morgen" not in said(page.parts.person)
    assert window.messages.text == "Ongedaan gemaakt: Notitie."


def test_undo_brings_the_reader_back_to_the_message(qtbot, window, page):
    press(qtbot, window, Qt.Key.Key_G)
    settle(qtbot, window.jobs)
    press(qtbot, window, Qt.Key.Key_Z)
    settle(qtbot, window.jobs)
    assert current(page) == "Joost"
    assert page.rows.row(0).done is None
    assert shown_text(page) == "Er staat iemand aan de deur"


def test_undo_with_nothing_to_undo_says_so(qtbot, window, page):
    press(qtbot, window, Qt.Key.Key_Z)
    settle(qtbot, window.jobs)
    assert window.messages.text == "Er is niets om ongedaan te maken."


def test_refused_decision_comes_back_with_its_sentence(qtbot, window, page):
    triage.decide(page.jobs.console, page.rows.row(0).item.id, ALL_RIGHT)  # as somebody else would
    press(qtbot, window, Qt.Key.Key_G)
    settle(qtbot, window.jobs)
    assert window.messages.is_trouble
    assert "Anja besliste al: goed zo" in window.messages.text


def test_list_counts_and_drops_what_was_decided_when_the_page_is_opened_again(qtbot, window, page, open_page):
    press(qtbot, window, Qt.Key.Key_G)
    settle(qtbot, window.jobs)
    assert page.rows.rowCount() == 3
    assert "Wacht op u: 2 berichten" in said(page)
    open_page("groups")
    open_page("week")
    assert page.rows.rowCount() == 2


def test_message_that_comes_in_joins_without_moving_the_reader(qtbot, window, page, kade):
    press(qtbot, window, Qt.Key.Key_Space)
    flag(kade, "Nog een: 06-87654321", "06-87654321", author="Els")
    page.refresh()
    settle(qtbot, window.jobs)
    assert page.rows.rowCount() == 4
    assert current(page) == "Sandra"


def test_older_ones_are_one_calm_line_that_leads_to_messages(qtbot, kade, open_page, dutch):
    flag_at = NOW - timedelta(days=60)
    kade.say("oud: 06-11111111", judgement=flagged(), at=flag_at)
    page = open_page("week")
    assert "1 ouder bericht" in said(page)
    button = next(button for button in page.findChildren(QPushButton) if button.text() == "Bek&ijken")
    page.page_requested.disconnect()
    button.setFocus()
    with qtbot.waitSignal(page.page_requested) as asked:
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert asked.args == ["messages", "flagged"]


def test_empty_week_is_calm(open_page, kade, console, dutch):
    for item in triage.week(console):
        triage.decide(console, item.id, ALL_RIGHT)
    page = open_page("week")
    assert "Alles is bekeken." in said(page)
    assert "Er wacht niets op u." in said(page)


def test_every_action_shows_its_key(page):
    shown = {button.text().replace("&", ""): button.key for button in page.findChildren(KeyButton)}
    assert shown["Goed zo"] == "G"
    assert shown["Klopt niet…"] == "K"
    assert shown["Waarom?"] == "R"
    assert shown["Later…"] == "L"
    assert shown["Notitie…"] == "N"
    assert shown["Ongedaan"] == "Z"
    assert shown["Kiezen…"] == "F"
    assert all(button.key for button in page.findChildren(KeyButton) if button.isVisible())


def test_reasons_follow_the_language(qtbot, window, page, dutch):
    dutch.choose("en")
    window.jobs.set_language("en")
    settle(qtbot, window.jobs)
    assert "Note: aan de deur." in said(page.parts.reasons)
    assert "This week" in said(page)
    assert page.parts.conversation.accessibleName() == "Conversation"


def test_telling_something_moves_nothing(qtbot, window, page):
    before = page.parts.bar.mapTo(window, page.parts.bar.rect().topLeft())
    page.told.emit("Het staat klaar.")
    settle(qtbot, window.jobs)
    assert window.messages.isVisible()
    assert page.parts.bar.mapTo(window, page.parts.bar.rect().topLeft()) == before
    window.messages.clear()
    settle(qtbot, window.jobs)
    assert page.parts.bar.mapTo(window, page.parts.bar.rect().topLeft()) == before


def test_chosen_row_stays_in_sight_when_something_opens_under_the_list(qtbot, window, page):
    queue = page.parts.queue
    press(qtbot, window, Qt.Key.Key_Space)
    press(qtbot, window, Qt.Key.Key_Space)
    settle(qtbot, window.jobs)
    queue.setFixedHeight(queue.visualRect(queue.currentIndex()).bottom() + 1)
    QApplication.processEvents()
    queue.setFixedHeight(queue.height() - 40)
    QApplication.processEvents()
    assert queue.viewport().rect().contains(queue.visualRect(queue.currentIndex()))
