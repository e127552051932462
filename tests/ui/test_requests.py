"""Aanmeldingen over a real store, by keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from console.desk import todos, triage
from console.desk.joining import requests
from console.desk.joining.requests import Incoming, put
from console.domain.decision import Act, Verb
from console.domain.join_request import Applicant, RefusalReason, RequestSource, RequestState
from console.domain.outgoing import Action
from console.domain.work_area import Answer
from console.store.tables import items
from tests.console.desk.conftest import NOW
from tests.ui import requests_steps
from tests.ui.conftest import press, settle
from tests.ui.requests_steps import WIM, ask, current, key, said, states
from ui.pages.requests import MOST_SHOWN
from ui.shortcuts import Command
from ui.widgets.chip_label import ChipLabel

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
kade, page = requests_steps.kade, requests_steps.page  # fixtures


def on_phone(page):
    return [(todo.action, todo.recipient) for todo in todos.todos(page.jobs.console)]


def test_card_says_who_asks_from_where_and_why_the_area_fits(page):
    card = page.parts.request.card
    words = said(card)
    for part in ("Fatima de Groot", "Kade 12a, 3021 AB", "Kade 12a hoort bij Kade 1-40", "06 12345678", "toelaten"):
        assert part in words
    chips = [chip.text for chip in card.findChildren(ChipLabel)]
    assert "! wacht 9 dagen, langer dan 7 dagen" in chips
    assert "✓ goed" in chips  # a mark and a word, never colour alone


def test_question_in_the_chat_stands_on_the_card_and_a_mere_notice_does_not(qtbot, window, page, kade, console):
    kade.say("Wie heeft de bus gezien?", author="Bram")
    asks = kade.say("Mag mijn buurvrouw Els van nr 3 erbij?", author="Henk")
    notice = kade.say("~ Noor wil meedoen", author=None, kind="system", event="join_requested")
    for name, source, message_id in (("Els", RequestSource.CHAT, asks), ("Noor", RequestSource.EXPORT, notice)):
        with console.store.writing() as connection:
            put(connection, console, kade.group_id, [Incoming(Applicant(name), NOW, source, message_id)])
    page.refresh()
    settle(qtbot, window.jobs)
    page._choose(3)
    settle(qtbot, window.jobs)
    assert current(page) == "Els"
    words = said(page.parts.request.card)
    assert "\u2068Henk\u2069 · " in words
    assert "Mag mijn buurvrouw Els van nr 3 erbij?" in words
    assert "Wie heeft de bus gezien?" in words
    page._choose(4)
    settle(qtbot, window.jobs)
    assert current(page) == "Noor"
    assert "wil meedoen" not in said(page.parts.request.card)


def test_one_pass_through_all_of_them_with_three_keys_each_at_most(qtbot, window, page):
    press(qtbot, window, "s")  # what is proposed: a word of welcome opens
    settle(qtbot, window.jobs)
    assert QApplication.focusWidget() is page.parts.request.answer.field
    assert page.parts.request.answer.field.text.startswith("Hoi Fatima")
    key(qtbot, window, Qt.Key.Key_Return, CTRL)
    assert current(page) == "Omar Yilmaz"
    press(qtbot, window, "d")
    settle(qtbot, window.jobs)
    assert "Vogelbuurt" in page.parts.request.answer.field.text
    key(qtbot, window, Qt.Key.Key_Return, CTRL)
    assert current(page) == "Wim"
    press(qtbot, window, "v")
    settle(qtbot, window.jobs)
    key(qtbot, window, Qt.Key.Key_5)
    assert page.parts.request.answer.isVisible()
    key(qtbot, window, Qt.Key.Key_Return, CTRL)
    assert page.parts.request.card.request.group == "Vogelbuurt"  # where Omar's request was put down
    press(qtbot, window, "h")
    settle(qtbot, window.jobs)
    assert states(page)["Fatima de Groot"] is RequestState.ADMITTED
    assert states(page)["Wim"] is RequestState.REFUSED
    refused = next(one for one in requests.requests(page.jobs.console) if one.applicant.name == "Wim")
    assert refused.reason_code is RefusalReason.NOBODY_KNOWS
    assert (Action.ADMIT, "Fatima de Groot") in on_phone(page)
    assert page.parts.list.current_row == -1
    assert "Er wacht niemand op u." in said(page.parts)
    assert [page.rows.row(place).done for place in range(3)] == [Verb.ADMIT, Verb.REFER, Verb.REFUSE]
    for _ in range(4):
        press(qtbot, window, "z")
        settle(qtbot, window.jobs)
    assert set(states(page).values()) == {RequestState.OPEN}
    assert current(page) == "Fatima de Groot"


def test_nobody_is_told_of_a_right_group_that_nobody_knows(qtbot, window, page, kade):
    page.parts.list.choose(2)  # who said no address
    settle(qtbot, window.jobs)
    press(qtbot, window, "d")
    settle(qtbot, window.jobs)
    answer = page.parts.request.answer
    assert answer.target.hasFocus()
    assert answer.target.currentText() == ""
    assert "Vogelbuurt" not in answer.field.text
    assert not answer.send.isEnabled()
    assert not answer.silent.isEnabled()
    key(qtbot, window, Qt.Key.Key_Return, CTRL)
    assert states(page)["Wim"] is RequestState.OPEN
    key(qtbot, window, Qt.Key.Key_Down)
    assert answer.target.currentText() == "Vogelbuurt"
    assert "Vogelbuurt" in answer.field.text
    assert answer.silent.isEnabled()
    key(qtbot, window, Qt.Key.Key_Return, CTRL)
    assert states(page)["Wim"] is RequestState.REDIRECTED


def test_right_group_gets_the_request_too_unless_the_person_says_no(qtbot, window, page, kade):
    page.go_next()
    settle(qtbot, window.jobs)
    assert "doorverwijzen naar \u2068Vogelbuurt" in said(page.parts.request.card)
    press(qtbot, window, "d")
    settle(qtbot, window.jobs)
    answer = page.parts.request.answer
    assert answer.target.currentText() == "Vogelbuurt"
    assert answer.hands_over.isChecked()
    key(qtbot, window, Qt.Key.Key_Return, CTRL)
    found = requests.requests(page.jobs.console, group_id=kade.birds.group_id)
    assert [one.applicant.name for one in found] == ["Omar Yilmaz"]


def test_question_waits_for_the_applicant_in_a_section_of_its_own(qtbot, window, page):
    press(qtbot, window, "p")
    settle(qtbot, window.jobs)
    while page.parts.request.answer.field.choose_blank():
        qtbot.keyClicks(page.parts.request.answer.field, "Woont u hier?")
    assert page.parts.request.answer.until.date().toString("yyyy-MM-dd") == "2026-11-22"  # the group's seven days
    key(qtbot, window, Qt.Key.Key_Return, CTRL)
    assert states(page)["Fatima de Groot"] is RequestState.WAITING_APPLICANT
    page.parts.choose(RequestState.WAITING_APPLICANT, None)
    page._show_list()
    settle(qtbot, window.jobs)
    assert current(page) == "Fatima de Groot"
    assert "U wacht op een antwoord van de aanvrager." in said(page.parts.request.card)
    assert "Komt terug" in said(page.parts.request.card)
    press(qtbot, window, "g")  # the answer came: it is decided from here
    settle(qtbot, window.jobs)
    key(qtbot, window, Qt.Key.Key_Return, CTRL)
    assert states(page)["Fatima de Groot"] is RequestState.ADMITTED


def test_waiting_list_has_a_day_and_no_text_is_needed(qtbot, window, page, console):
    press(qtbot, window, "w")
    settle(qtbot, window.jobs)
    page.parts.request.answer.silent.click()
    settle(qtbot, window.jobs)
    assert states(page)["Fatima de Groot"] is RequestState.WAITING_LIST
    assert on_phone(page) == []
    with console.store.reading() as connection:
        assert connection.scalars(select(items.c.state).order_by(items.c.id)).first() == "later"


def test_withdrawn_is_one_key(qtbot, window, page):
    press(qtbot, window, "h")
    settle(qtbot, window.jobs)
    assert states(page)["Fatima de Groot"] is RequestState.WITHDRAWN
    assert current(page) == "Omar Yilmaz"


def test_shift_stays_and_nothing_more_can_be_decided(qtbot, window, page):
    press(qtbot, window, "h", modifier=SHIFT)
    settle(qtbot, window.jobs)
    assert current(page) == "Fatima de Groot"
    press(qtbot, window, "g")
    settle(qtbot, window.jobs)
    assert page.parts.request.answer.isHidden()
    assert page.rows.row(0).done is Verb.WITHDRAW


def test_escape_leaves_the_reason_and_then_the_text(qtbot, window, page):
    press(qtbot, window, "v")
    settle(qtbot, window.jobs)
    assert QApplication.focusWidget() is page.parts.request.refusal.list
    press(qtbot, window, "g")  # no decision: the list has the focus
    settle(qtbot, window.jobs)
    assert page.parts.request.refusal.isVisible()
    key(qtbot, window, Qt.Key.Key_Escape)
    assert page.parts.request.refusal.isHidden()
    assert page.parts.request.bar.isVisible()
    assert QApplication.focusWidget() is page.parts.list
    assert set(states(page).values()) == {RequestState.OPEN}


def test_another_reason_needs_words_of_ones_own(qtbot, window, page):
    press(qtbot, window, "v")
    settle(qtbot, window.jobs)
    refusal = page.parts.request.refusal
    key(qtbot, window, Qt.Key.Key_9)
    assert QApplication.focusWidget() is refusal.own
    qtbot.keyClicks(refusal.own, "verhuisd")
    key(qtbot, window, Qt.Key.Key_Return)
    page.parts.request.answer.silent.click()
    settle(qtbot, window.jobs)
    refused = next(one for one in requests.requests(page.jobs.console) if one.state is RequestState.REFUSED)
    assert (refused.reason_code, refused.reason) == (RefusalReason.OTHER, "verhuisd")


def test_who_is_not_admitted_may_read_so_in_arabic(qtbot, window, page):
    press(qtbot, window, "v")
    settle(qtbot, window.jobs)
    key(qtbot, window, Qt.Key.Key_8)
    answer = page.parts.request.answer
    settle(qtbot, window.jobs)
    arabic = answer.language.findData("ar")
    assert answer.language.itemText(arabic) == "العربية (nog niet nagekeken)"
    answer.language.setCurrentIndex(arabic)
    answer.language.activated.emit(arabic)
    settle(qtbot, window.jobs)
    assert answer.field.text.startswith("مرحبًا")
    assert answer.field.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert not answer.tone.isVisible()
    answer.field.setPlainText("شكرًا")
    assert not answer.own.isVisible()  # a version of the group's own is in Dutch or English
    key(qtbot, window, Qt.Key.Key_Return, CTRL)
    settle(qtbot, window.jobs)
    assert "شكرًا" in [todo.text for todo in todos.todos(page.jobs.console)]


def test_details_are_mended_and_looked_at_again(qtbot, window, page):
    for _ in range(2):
        page.go_next()
    settle(qtbot, window.jobs)
    assert current(page) == "Wim"
    press(qtbot, window, "k")
    form = page.parts.request.form
    assert form.isVisible()
    assert page.parts.request.card.isHidden()
    form.street.setText("Kade")
    form.number.setText("3")
    key(qtbot, window, Qt.Key.Key_Return, CTRL)
    assert form.isHidden()
    checks = requests.detail(page.jobs.console, page.parts.request.card.request.id).screening.checks
    assert checks[0].answer is Answer.YES
    assert "Kade 3" in said(page.parts.request.card)


def test_rows_stay_while_decided_and_leave_at_the_next_visit(qtbot, window, page, open_page):
    press(qtbot, window, "h")
    settle(qtbot, window.jobs)
    assert page.rows.rowCount() == 3
    assert window._list.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Aanmeldingen, 2"
    open_page("groups")
    open_page("requests")
    settle(qtbot, window.jobs)
    assert page.rows.rowCount() == 2


def test_list_shows_one_group_and_what_is_decided_with_the_day_that_it_goes(qtbot, window, page, kade, console):
    ask(console, kade.birds.group_id, WIM)
    press(qtbot, window, "h")
    settle(qtbot, window.jobs)
    page.open_with(kade.birds.group_id)
    settle(qtbot, window.jobs)
    assert [page.rows.row(place).request.group for place in range(page.rows.rowCount())] == ["Vogelbuurt"]
    page.parts.choose("decided", None)
    page._show_list()
    settle(qtbot, window.jobs)
    assert current(page) == "Fatima de Groot"
    assert "Wordt bewaard tot" in said(page.parts.request.card)
    assert "30 dagen" in said(page.parts)  # what is kept of whom, in plain words


def test_list_that_is_long_shows_the_first_and_says_how_many_follow(qtbot, window, kade, console, open_page, dutch):
    many = [Applicant(f"Naam {number}", phone=f"+316{number:08}") for number in range(MOST_SHOWN + 2)]
    came = [Incoming(applicant, NOW, RequestSource.FORM) for applicant in many]
    with console.store.writing() as connection:
        put(connection, console, kade.birds.group_id, came)
    page = open_page("requests")
    assert page.rows.rowCount() == MOST_SHOWN
    assert "En nog 5, na deze." in said(page.parts)
    assert page.parts.section.itemText(0) == f"Wacht op u ({MOST_SHOWN + 5})"
    page.open_with(kade.birds.group_id)
    settle(qtbot, window.jobs)
    assert "En nog 2, na deze." in said(page.parts)
    page.open_with(kade.group_id)
    settle(qtbot, window.jobs)
    assert page.rows.rowCount() == 3
    assert "na deze" not in said(page.parts)


def test_requests_of_one_group_are_shown_at_once_on_a_page_that_was_not_opened_yet(qtbot, window, kade, dutch):
    window.show_page("requests").open_with(kade.group_id)
    settle(qtbot, window.jobs)
    page = window.page("requests")
    assert page.parts.wanted == (RequestState.OPEN, kade.group_id)
    assert page.parts.group.currentText() == "Kade"
    assert {page.rows.row(place).request.group for place in range(page.rows.rowCount())} == {"Kade"}


def test_open_groups_are_named_and_cannot_be_asked(qtbot, window, page, make_group, open_page):
    make_group("Vrij", join_policy="open")
    page.refresh()
    settle(qtbot, window.jobs)
    assert "mag iedereen zo meedoen" in said(page.parts)
    page.intake.ask_new()
    names = [page.parts.new.group.itemText(place) for place in range(page.parts.new.group.count())]
    assert "Vrij" not in names


def test_wave_is_decided_together_after_one_sample(qtbot, window, page):
    ask_at_once = [Applicant(f"Nieuw {number}", "+3161000000" + str(number)) for number in range(3)]
    for applicant in ask_at_once:
        ask(page.jobs.console, page.parts.request.card.request.group_id, applicant, 5)
    page.acting._alike.stay.setInterval(0)
    page._is_new_visit = True
    page.refresh()
    settle(qtbot, window.jobs)
    place = next(at for at in range(page.rows.rowCount()) if page.rows.row(at).request.applicant.name == "Nieuw 0")
    page._choose(place)
    settle(qtbot, window.jobs)
    press(qtbot, window, "b")
    settle(qtbot, window.jobs)
    view = page.parts.request
    assert view.is_deciding_together
    assert view.alike.admit.isVisible()
    assert not view.alike.fine.isVisible()
    press(qtbot, window, "v")
    settle(qtbot, window.jobs)
    assert "deze 3 mensen" in said(view.refusal)
    key(qtbot, window, Qt.Key.Key_5)
    assert not view.is_deciding_together
    assert [states(page)[f"Nieuw {number}"] for number in range(3)] == [RequestState.REFUSED] * 3
    press(qtbot, window, "z")
    settle(qtbot, window.jobs)
    assert [states(page)[f"Nieuw {number}"] for number in range(3)] == [RequestState.OPEN] * 3


def test_refused_decision_comes_back_with_its_sentence(qtbot, window, page):
    triage.decide(page.jobs.console, page.parts.request.card.request.item_id, Act(Verb.WITHDRAW))
    press(qtbot, window, "h")
    settle(qtbot, window.jobs)
    assert window.messages.is_trouble


def test_nobody_asks_says_so(qtbot, window, make_group, open_page, dutch):
    make_group("Leeg")
    page = open_page("requests")
    assert "Er wacht niemand op u." in said(page.parts)
    assert page.parts.add.isEnabled()


@pytest.mark.parametrize("command", [Command.FINE, Command.DELETE, Command.PRIVATE, Command.REDIRECT, Command.OFFICER])
def test_every_button_does_what_its_key_does(qtbot, window, page, command):
    page.parts.request.bar._buttons[command].click()
    settle(qtbot, window.jobs)
    assert page.parts.request.is_asking
    page.put_away()
    assert not page.parts.request.is_asking
