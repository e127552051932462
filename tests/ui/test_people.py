"""Leden over a real store, by keyboard alone: find somebody, read what is known, fill in what is not."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from console.desk import identity, ladder, members, triage
from console.domain.decision import Act, Verb
from tests.console.desk.test_members import person
from tests.ui.conftest import flag, press, settle
from ui.models.people import Column
from ui.widgets.text import PlainLabel

KEY = Qt.Key


@pytest.fixture
def kade(make_group):
    """Two groups with four people, of whom two carry the same name."""
    chat, other = make_group("Kade"), make_group("Haven")
    chat.say("Goedemorgen", author="Bram de Wit")
    chat.member("Anja")
    other.member("Bram de Wit")
    other.member("Zoë van Dam")
    return chat


@pytest.fixture
def page(kade, open_page, dutch):
    return open_page("people")


def said(page) -> str:
    return " ".join(label.text() for label in page.parts.sheet.findChildren(PlainLabel))


def listed(page) -> list[str]:
    rows = range(page.rows.rowCount())
    return [page.rows.index(row, Column.NAME).data().strip("\u2068\u2069") for row in rows]


def go_to(qtbot, window, page, name: str) -> None:
    """Search somebody and go to the list, as a person does."""
    page.parts.table.setFocus()
    press(qtbot, window, "/")
    assert window.focusWidget() is page.parts.filters.search
    qtbot.keyClicks(page.parts.filters.search, name)
    settle(qtbot, window.jobs)
    qtbot.waitUntil(lambda: not page._search_soon.isActive())
    settle(qtbot, window.jobs)
    press(qtbot, window, KEY.Key_Down)


def focused(window) -> str:
    widget = window.focusWidget()
    return widget.accessibleName() or widget.text()


def test_everybody_stands_in_the_list_by_name_and_the_first_on_the_right(page):
    assert listed(page) == ["Anja", "Bram de Wit", "Bram de Wit", "Zoë van Dam"]
    assert "Anja" in said(page)
    assert page.rows.index(3, Column.GROUPS).data() == "Haven"


def test_words_find_somebody_and_enter_goes_to_the_list(qtbot, window, page):
    go_to(qtbot, window, page, "zoe")
    assert listed(page) == ["Zoë van Dam"]
    assert "Zoë van Dam" in said(page)
    assert window.focusWidget() is page.parts.table


def test_enter_right_after_the_words_opens_no_form_for_somebody_else(qtbot, window, page):
    page.parts.table.setFocus()
    press(qtbot, window, "/")
    qtbot.keyClicks(page.parts.filters.search, "zoe")
    press(qtbot, window, KEY.Key_Return)
    press(qtbot, window, KEY.Key_N)
    assert not page.parts.is_asking
    settle(qtbot, window.jobs)  # the search did not wait for a pause
    assert listed(page) == ["Zoë van Dam"]
    press(qtbot, window, KEY.Key_N)
    assert page.parts.is_asking


def test_a_key_right_after_an_arrow_is_about_nobody_who_stood_there_before(qtbot, window, page):
    first, second = listed(page)[:2]
    assert page.parts.sheet.isVisible()
    press(qtbot, window, KEY.Key_Down)
    press(qtbot, window, KEY.Key_N)
    assert not page.parts.note_form.isVisible()
    press(qtbot, window, KEY.Key_R, modifier=Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window.jobs)
    assert page.parts.rights_panel.person.name == second != first


def test_nobody_found_says_what_to_do(qtbot, window, page):
    go_to(qtbot, window, page, "niemand")
    assert page.rows.rowCount() == 0
    assert said(page) == ""
    assert "Niemand gevonden" in page.parts._count_label.text()
    qtbot.keyClick(page.parts._everybody, KEY.Key_Space)
    settle(qtbot, window.jobs)
    qtbot.waitUntil(lambda: page.rows.rowCount() == 4)


def test_without_members_the_page_says_where_they_come_from(open_page, dutch):
    page = open_page("people")
    assert page.parts.take_in.isVisible()
    assert not page.parts.note.isVisible()
    press_nothing = (page.ask_note, page.ask_phone, page.ask_agreement, page.ask_same_person)
    for ask in press_nothing:
        ask()
    assert not page.can_put_away()


def test_a_note_is_written_ended_and_undone_by_keyboard(qtbot, window, page, kade, console):
    anja = person(console, kade, "Anja")
    page.parts.table.setFocus()
    press(qtbot, window, KEY.Key_N)
    assert window.focusWidget() is page.parts.note_form.field
    qtbot.keyClicks(window.focusWidget(), "Belt liever")
    press(qtbot, window, KEY.Key_Return)
    settle(qtbot, window.jobs)
    assert [(note.text, note.group) for note in members.card(console, anja).notes] == [("Belt liever", "Kade")]
    assert "Belt liever" in said(page)
    assert window.focusWidget() is page.parts.table
    end = next(button for button in page.parts.sheet.findChildren(QPushButton) if button.text() == "Notitie afsluiten")
    end.setFocus()
    press(qtbot, window, KEY.Key_Return)
    settle(qtbot, window.jobs)
    assert "Belt liever" not in said(page)
    press(qtbot, window, KEY.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window.jobs)
    assert "Belt liever" in said(page)


def test_a_note_for_all_groups_ends_when_it_is_told_to(qtbot, window, page, kade, console):
    page.parts.table.setFocus()
    press(qtbot, window, KEY.Key_N)
    form = page.parts.note_form
    form.where.setCurrentIndex(form.where.count() - 1)
    form.until.setCurrentIndex(0)
    qtbot.keyClicks(form.field, "Op vakantie")
    press(qtbot, window, KEY.Key_Return)
    settle(qtbot, window.jobs)
    (note,) = members.card(console, person(console, kade, "Anja")).notes
    assert note.group is None
    assert (note.ends_at - note.created_at).days == 7


def test_esc_puts_a_form_away_and_keeps_nothing(qtbot, window, page, kade, console):
    page.parts.table.setFocus()
    press(qtbot, window, KEY.Key_N)
    qtbot.keyClicks(window.focusWidget(), "Toch niet")
    press(qtbot, window, KEY.Key_Escape)
    assert not page.can_put_away()
    assert window.focusWidget() is page.parts.table
    assert members.card(console, person(console, kade, "Anja")).notes == ()


def test_a_number_is_filled_in_and_a_wrong_one_is_explained(qtbot, window, page, kade, console):
    page.parts.table.setFocus()
    press(qtbot, window, KEY.Key_T)
    qtbot.keyClicks(window.focusWidget(), "06-123")
    press(qtbot, window, KEY.Key_Return)
    settle(qtbot, window.jobs)
    assert window.messages.is_trouble
    assert page.parts.phone_form.field.text() == "06-123"
    page.parts.phone_form.field.setText("06-12345678")
    press(qtbot, window, KEY.Key_Return)
    settle(qtbot, window.jobs)
    assert members.card(console, person(console, kade, "Anja")).phone == "+31612345678"
    assert "06 12345678" in said(page)
    press(qtbot, window, KEY.Key_T)
    assert page.parts.phone_form.field.text() == "06 12345678"


def test_agreement_and_rules_are_filled_in_by_keyboard(qtbot, window, page, kade, console):
    page.parts.table.setFocus()
    press(qtbot, window, KEY.Key_E)
    press(qtbot, window, KEY.Key_Space)  # agrees
    press(qtbot, window, KEY.Key_Tab)
    qtbot.keyClicks(window.focusWidget(), "bij de deur")
    press(qtbot, window, KEY.Key_Tab)
    press(qtbot, window, KEY.Key_Space)  # was sent the rules
    page.parts.consent_form.how.setFocus()
    press(qtbot, window, KEY.Key_Return)
    settle(qtbot, window.jobs)
    consent = members.card(console, person(console, kade, "Anja")).memberships[0].consent
    assert (consent.channel, consent.consent_at is None, consent.rules_sent_at is None) == ("bij de deur", False, False)
    assert consent.rules_confirmed_at is None
    assert "bij de deur" in said(page)


def test_two_names_become_one_person_and_two_again(qtbot, window, page, kade, console):
    go_to(qtbot, window, page, "wit")
    assert len(listed(page)) == 2
    press(qtbot, window, KEY.Key_M)
    assert "is dezelfde persoon" in focused(window)
    press(qtbot, window, KEY.Key_Return)
    settle(qtbot, window.jobs)
    assert listed(page) == ["Bram de Wit"]
    assert page.rows.index(0, Column.GROUPS).data() == "Haven, Kade"
    assert window.focusWidget() is page.parts.table
    press(qtbot, window, KEY.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window.jobs)
    assert len(listed(page)) == 2
    press(qtbot, window, KEY.Key_M)
    press(qtbot, window, KEY.Key_Tab)
    press(qtbot, window, KEY.Key_Return)  # two people
    settle(qtbot, window.jobs)
    assert not page.parts.same.isVisible()
    assert members.card(console, person(console, kade, "Bram de Wit")).questions == ()


def test_who_was_taken_for_the_same_stands_apart_again(qtbot, window, page, kade, console):
    go_to(qtbot, window, page, "wit")
    press(qtbot, window, KEY.Key_M)
    press(qtbot, window, KEY.Key_Return)
    settle(qtbot, window.jobs)
    apart = next(b for b in page.parts.sheet.findChildren(QPushButton) if b.text() == "Toch niet dezelfde")
    apart.setFocus()
    press(qtbot, window, KEY.Key_Return)
    settle(qtbot, window.jobs)
    assert len(listed(page)) == 2


def test_only_who_may_be_the_same_person_are_listed_on_request(qtbot, window, page):
    page.parts.filters.asked_about.setFocus()
    press(qtbot, window, KEY.Key_Space)
    settle(qtbot, window.jobs)
    qtbot.waitUntil(lambda: listed(page) == ["Bram de Wit", "Bram de Wit"])


def test_a_message_leads_to_its_conversation(qtbot, window, page):
    go_to(qtbot, window, page, "wit")
    press(qtbot, window, KEY.Key_Down)
    settle(qtbot, window.jobs)
    qtbot.waitUntil(lambda: "Goedemorgen" in said(page))
    show = next(button for button in page.parts.sheet.findChildren(QPushButton) if button.text() == "Toon")
    show.setFocus()
    press(qtbot, window, KEY.Key_Return)
    settle(qtbot, window.jobs)
    assert window.current_key == "messages"


def test_deze_week_leads_to_the_card_of_who_wrote(qtbot, window, kade, open_page, dutch, console):
    flag(kade, "Bel 06-12345678", "06-12345678", author="Bram de Wit")
    week = open_page("week")
    more = next(b for b in week.parts.person.findChildren(QPushButton) if b.text() == "Meer over dit lid")
    more.setFocus()
    press(qtbot, window, KEY.Key_Return)
    settle(qtbot, window.jobs)
    assert window.current_key == "people"
    page = window.page("people")
    assert page._card.id == person(console, kade, "Bram de Wit")
    assert window.focusWidget() is page.parts.table


def test_card_in_deze_week_tells_what_still_counts_and_where_else_somebody_is(kade, open_page, dutch, console):
    first = person(console, kade, "Bram de Wit")
    (question,) = members.card(console, first).questions
    identity.merge(console, first, question.person_id)
    members.add_person_note(console, first, "Belt liever", group_id=kade.group_id)
    done = flag(kade, "Bel 06-11111111", "06-11111111", author="Bram de Wit")
    triage.decide(console, done, Act(Verb.PRIVATE, text="Dag Bram", rung="note"))
    flag(kade, "Bel 06-12345678", "06-12345678", author="Bram de Wit")
    week = open_page("week")
    shown = " ".join(label.text() for label in week.parts.person.findChildren(PlainLabel))
    for part in ("privébericht", "Haven", "Belt liever", "Dag Bram", "Toestemming: niet bekend"):
        assert part in shown


def test_no_number_ranks_anybody(page, kade, console):
    first = person(console, kade, "Bram de Wit")
    for _ in range(7):
        triage.decide(console, kade.flag(author="Bram de Wit"), Act(Verb.FINE))
    card = members.card(console, first)
    assert not any(isinstance(getattr(card, name), (int, float)) for name in card.__dataclass_fields__ if name != "id")
    assert page.rows.columnCount() == len(Column)


def ladder_form(qtbot, open_page, chat):
    page = open_page("groups")
    page.open(chat.group_id, "rules")
    settle(qtbot, page.jobs)
    form = page.sheet.leaf("rules").form
    form.leaves.setCurrentWidget(form.ladder)
    return form.ladder


def test_the_ladder_of_a_group_is_chosen_by_keyboard_and_undone(qtbot, window, kade, open_page, dutch, console):
    form = ladder_form(qtbot, open_page, kade)
    chosen = kade.group_id
    usual = form.value()
    form.steps["remove"].setFocus()
    press(qtbot, window, KEY.Key_Space)
    form.days["note"].setValue(30)
    assert form.is_edited
    form.keep.setFocus()
    press(qtbot, window, KEY.Key_Return)
    settle(qtbot, window.jobs)
    own = ladder.of_group(console, chosen)
    assert own.is_own
    assert "remove" not in {rung.key for rung in own.ladder.rungs}
    assert form.value()["note"] == 30
    assert form.as_kind.isVisible()
    form.as_kind.setFocus()
    press(qtbot, window, KEY.Key_Return)
    settle(qtbot, window.jobs)
    assert form.value() == usual
    window.page("groups").sheet.list.setFocus()
    press(qtbot, window, KEY.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window.jobs)
    assert ladder.of_group(console, chosen).is_own


def test_a_ladder_without_steps_is_refused_and_esc_puts_back(qtbot, window, kade, open_page, dutch, console):
    form = ladder_form(qtbot, open_page, kade)
    usual = form.value()
    for box in form.steps.values():
        box.setChecked(False)
    form.keep.setFocus()
    press(qtbot, window, KEY.Key_Return)
    settle(qtbot, window.jobs)
    assert window.messages.is_trouble
    assert form.value() == {}
    form.steps["note"].setFocus()
    press(qtbot, window, KEY.Key_Escape)
    assert form.value() == usual


def test_a_name_typed_on_the_list_undoes_nothing(qtbot, window, jobs, console, make_group, open_page, dutch):
    item = flag(make_group("Kade"), "Bel 06-12345678", "06-12345678", author="Yvonne")
    triage.decide(console, item, Act(Verb.FINE))
    page = open_page("people")
    page.parts.table.setFocus()
    press(qtbot, window, KEY.Key_Z)
    press(qtbot, window, KEY.Key_Y)
    settle(qtbot, jobs)
    assert triage.week(console) == ()
    press(qtbot, window, KEY.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, jobs)
    assert len(triage.week(console)) == 1
