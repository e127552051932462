"""The parts of a join request that know no desk: card, form and reason."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from console.domain.decision import ItemId, Verb
from console.domain.group import GroupId
from console.domain.join_request import (
    Check,
    CheckKind,
    JoinRequest,
    RefusalReason,
    RequestId,
    RequestProposal,
    RequestSource,
    RequestState,
    RightGroup,
    Screening,
)
from console.domain.work_area import Address, Answer
from tests.console.desk.conftest import NOW
from tests.ui.requests_steps import FATIMA
from ui import theme
from ui.shortcuts import KeyMap
from ui.widgets.chip_label import ChipLabel
from ui.widgets.refusal_choice import REASONS, RefusalChoice
from ui.widgets.request_card import RequestCard
from ui.widgets.request_form import RequestForm
from ui.widgets.text import PlainLabel, isolated

REQUEST = JoinRequest(
    RequestId(1), ItemId(1), GroupId(1), "Kade", FATIMA, RequestSource.FORM, RequestState.OPEN, NOW - timedelta(days=9)
)
CHECKS = (
    Check(CheckKind.AREA, Answer.YES, "Kade 12a hoort bij Kade 1-40."),
    Check(CheckKind.RULES, Answer.UNKNOWN, "Daar zei de aanvrager niets over."),
    Check(CheckKind.AGE, Answer.UNKNOWN, "Niet gevraagd.", is_asked=False),
    Check(CheckKind.EARLIER, Answer.NO, "Op 3 mei geweigerd.", is_asked=False),
    Check(CheckKind.ELSEWHERE, Answer.UNKNOWN, "In geen andere groep gevonden."),
)
SCREENING = Screening(CHECKS, (), 9, 7, None)


@pytest.fixture
def card(qtbot, qapp, dutch):
    KeyMap(qapp)
    made = RequestCard()
    qtbot.addWidget(made)
    made.resize(theme.em(made, 60), theme.em(made, 40))
    made.show()
    return made


def texts(card):
    return [label.text() for label in card.widget().findChildren(PlainLabel)]


def chips(card):
    return [chip.text for chip in card.widget().findChildren(ChipLabel)]


def test_what_speaks_against_stands_on_top_and_what_is_not_asked_stays_away(card):
    card.show_request(REQUEST, SCREENING)
    assert chips(card)[1:] == ["! let op", "? onbekend", "✓ goed"]
    said = " ".join(texts(card))
    assert "Niet gevraagd." not in said
    assert "In geen andere groep gevonden." not in said
    assert "Op 3 mei geweigerd." in said


def test_name_of_a_stranger_stays_text(card):
    card.show_request(replace(REQUEST, applicant=replace(FATIMA, name="<b>\u202ex</b>")), SCREENING)
    assert "\u2068<b>‹U+202E›x</b>\u2069" in texts(card)


def test_erased_request_says_so(card):
    erased = replace(FATIMA, name="", phone=None, email=None, address=Address())
    card.show_request(replace(REQUEST, applicant=erased, state=RequestState.REFUSED), SCREENING)
    assert "Gewist: de termijn is voorbij" in texts(card)
    assert "Adres niet bekend" in texts(card)
    assert not any(check.because in texts(card) for check in CHECKS)  # there is nobody left to check


def test_words_of_a_neighbour_are_not_the_applicants_own(card):
    asked = replace(FATIMA, words="Mag Fatima van nummer 12 erbij?", address=Address(house_number="12"))
    card.show_request(replace(REQUEST, applicant=asked, source=RequestSource.CHAT), SCREENING)
    assert "Zo stond het in de chat" in texts(card)
    assert "nummer 12" in texts(card)
    card.show_request(replace(REQUEST, applicant=asked), SCREENING)
    assert "In eigen woorden" in texts(card)


def test_proposal_names_the_right_group_and_its_button_asks_for_it(qtbot, card):
    right = (RightGroup(GroupId(2), "Vogelbuurt", "Merelstraat 8 hoort bij Merelstraat 1-60."),)
    proposal = RequestProposal(Verb.REFER, "Het adres hoort bij een andere groep.", GroupId(2))
    card.show_request(REQUEST, replace(SCREENING, right_groups=right, proposal=proposal))
    assert any("doorverwijzen naar \u2068Vogelbuurt\u2069" in text for text in texts(card))
    with qtbot.waitSignal(card.step_requested):
        card.step.click()
    card.set_can_decide(False)
    assert not card.step.isEnabled()
    other = RequestProposal(Verb.ASK, "Nog niet bekend: gebied.")
    card.show_request(REQUEST, replace(SCREENING, right_groups=right, proposal=other))
    assert not card.refer.isEnabled()  # it stays as it was told
    card.set_can_decide(True)
    with qtbot.waitSignal(card.refer_requested):
        card.refer.click()


def test_same_request_again_moves_nothing(card):
    card.show_request(REQUEST, SCREENING, (("Notities", (("", "lang\n" * 80),)),))
    card.verticalScrollBar().setValue(50)
    content = card.widget()
    card.show_request(REQUEST, SCREENING, (("Notities", (("", "lang\n" * 80),)),))
    assert card.widget() is content
    assert card.verticalScrollBar().value() == 50


def test_narrow_card_cuts_no_word(qtbot, card):
    card.show_request(REQUEST, SCREENING)
    card.resize(theme.em(card, 20), theme.em(card, 40))
    qtbot.waitUntil(lambda: card.widget().width() <= card.viewport().width())
    assert card.horizontalScrollBar().maximum() == 0


def test_days_are_counted_and_a_decided_one_waits_no_more(card):
    card.show_request(REQUEST, SCREENING)
    assert chips(card)[0] == "! wacht 9 dagen, langer dan 7 dagen"
    card.show_request(REQUEST, replace(SCREENING, days=0))
    assert chips(card)[0] == "wacht nog geen dag"  # it may have come in last night
    card.show_request(replace(REQUEST, state=RequestState.ADMITTED, decided_at=NOW), SCREENING)
    assert chips(card)[0] == "toegelaten"
    assert any("Toegelaten op 15 nov" in text for text in texts(card))


# --- the form --------------------------------------------------------------------------------------------------------


@pytest.fixture
def form(qtbot, qapp, dutch):
    KeyMap(qapp)
    made = RequestForm()
    qtbot.addWidget(made)
    return made


def test_form_gives_back_what_it_was_given(form):
    form.ask(GroupId(1), "Kade", FATIMA, NOW)
    assert form.applicant == FATIMA
    assert form.phone.text() == "06 12345678"
    assert form.paste.isHidden()


def test_unknown_is_not_no(form):
    form.ask_new([(GroupId(1), "Kade")], None, NOW)
    form.name.setText("Wim")
    assert (form.applicant.is_old_enough, form.applicant.has_read_rules, form.applicant.consent_at) == (None,) * 3
    form.age.setCurrentIndex(2)
    assert form.applicant.is_old_enough is False


def test_agreement_is_dated_when_it_is_given(form):
    form.ask(GroupId(1), "Kade", replace(FATIMA, consent_at=None, consent_channel=None), NOW)
    assert not form.channel.isEnabled()
    form.consent.setChecked(True)
    form.channel.setText("aan de deur")
    assert (form.applicant.consent_at, form.applicant.consent_channel) == (NOW, "aan de deur")


def test_nobody_without_a_name_is_kept(qtbot, form):
    form.ask_new([(GroupId(1), "Kade"), (GroupId(2), "Oost")], GroupId(2), NOW)
    kept = []
    form.kept.connect(lambda *said: kept.append(said))
    form.finish()
    assert kept == []
    form.name.setText("Wim")
    form.finish()
    assert kept[0][0] == GroupId(2)
    assert kept[0][1].name == "Wim"


def test_nobody_is_filed_under_a_group_that_merely_stands_first(form):
    form.ask_new([(GroupId(1), "Kade"), (GroupId(2), "Oost")], None, NOW)
    form.name.setText("Wim")
    assert not form.keep.isEnabled()
    form.group.setCurrentIndex(1)
    assert form.keep.isEnabled()


def test_what_was_typed_stands_there_again_until_it_is_kept(form):
    groups = [(GroupId(1), "Kade")]
    form.ask_new(groups, None, NOW)
    form.name.setText("Wim")
    form.street.setText("Kade")
    form.put_away()
    form.ask(GroupId(1), "Kade", FATIMA, NOW)  # another form meanwhile
    form.put_away()
    form.ask_new(groups, None, NOW)
    assert (form.applicant.name, form.applicant.address.street) == ("Wim", "Kade")
    form.put_away_kept()
    form.ask_new(groups, None, NOW)
    assert form.name.text() == ""


def test_ctrl_enter_keeps_also_when_the_focus_is_on_the_other_button(qtbot, form):
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    form.ask(GroupId(1), "Kade", FATIMA, NOW)
    form._close.setAutoDefault(True)  # as on a desktop where Enter presses the button that has the focus
    form._close.setFocus()
    with qtbot.waitSignal(form.kept) as kept, qtbot.assertNotEmitted(form.closed):
        qtbot.keyClick(form._close, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert kept.args == [GroupId(1), FATIMA]


# --- the reason ------------------------------------------------------------------------------------------------------


@pytest.fixture
def refusal(qtbot, qapp, dutch):
    KeyMap(qapp)
    made = RefusalChoice()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.ask(isolated("Fatima de Groot"), RefusalReason.FULL)
    return made


def test_proposed_reason_is_chosen_and_enter_takes_it(qtbot, refusal):
    with qtbot.waitSignal(refusal.chosen) as chosen:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert chosen.args == [RefusalReason.FULL, ""]
    assert refusal.isHidden()


def test_without_a_proposal_no_reason_is_chosen(qtbot, refusal):
    refusal.ask(isolated("Fatima de Groot"), None)
    assert not refusal.go_on.isEnabled()
    with qtbot.assertNotEmitted(refusal.chosen):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    with qtbot.waitSignal(refusal.chosen) as chosen:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert chosen.args[0] is REASONS[0]


@pytest.mark.parametrize("number", [1, 4, 8])
def test_number_takes_a_reason_at_once(qtbot, refusal, number):
    with qtbot.waitSignal(refusal.chosen) as chosen:
        qtbot.keyClick(QApplication.focusWidget(), str(number))
    assert chosen.args[0] is REASONS[number - 1]


def test_language_changes_under_an_open_question(refusal, dutch):
    dutch.choose("en")
    QApplication.processEvents()
    assert refusal._title.text() == f"Why is {isolated('Fatima de Groot')} not admitted?"
    assert refusal.list.currentRow() == REASONS.index(RefusalReason.FULL)
    assert refusal.list.item(0).text() == "1   Does not live or work in the area"
