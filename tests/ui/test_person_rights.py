"""What a person may ask about his own data, in Leden and under Settings, from the key to the proof."""

import json

import pytest
from PySide6.QtCore import Qt

from console.desk import members, triage
from console.desk.one_person import asking, finding, objecting
from console.domain.one_person import Asks
from tests.console.desk.conftest import NOW
from tests.console.desk.one_person import conftest as one_person
from tests.ui import test_accessibility
from tests.ui.conftest import press, settle
from tests.ui.test_accessibility import assert_names_and_letters
from ui import theme
from ui.shortcuts import Command, keys_of
from ui.widgets.rights_home import LATER, LOW_EM, REFUSE
from ui.widgets.rights_panel import ERASED
from ui.widgets.text import PlainLabel

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
neighbourhood, languages = one_person.neighbourhood, test_accessibility.languages  # fixtures


def said(widget) -> str:
    return " ".join(label.text() for label in widget.findChildren(PlainLabel) if label.isVisibleTo(widget))


@pytest.fixture
def panel(qtbot, window, neighbourhood, open_page, dutch):
    """The rights of Jan de Vries in Leden, opened with the key."""
    page = open_page("people")
    page.open_with(neighbourhood.jan.person_id)
    settle(qtbot, window.jobs)
    assert keys_of(Command.RIGHTS) == ("Ctrl+R",)
    press(qtbot, window, KEY.Key_R, modifier=CTRL)
    settle(qtbot, window.jobs)
    shown = page.parts.rights_panel
    assert shown.isVisible()
    assert not page.parts.sheet.isVisible()
    assert "De rechten van" in said(shown)
    return shown


@pytest.fixture
def page(panel, window):
    return window.page("people")


def asked(console, kind: Asks):
    return [one for one in asking.asked(console) if one.kind is kind]


# --- a copy ----------------------------------------------------------------------------------------------------------


def test_a_copy_is_read_saved_and_counts_as_the_answer(qtbot, window, page, panel, console, tmp_path):
    assert window.focusWidget() is panel.home.buttons[Asks.ACCESS.value]
    press(qtbot, window, KEY.Key_Space)
    settle(qtbot, window.jobs)
    shown = said(panel.copy)
    assert "Ik ben op de markt" in shown
    assert "Anja Smit" not in shown
    for name in ("kopie.json", "kopie.pdf"):
        page.rights.write(tmp_path / name)
        settle(qtbot, window.jobs)
    assert "Jan de Vries" in json.dumps(json.loads((tmp_path / "kopie.json").read_text()), ensure_ascii=False)
    assert (tmp_path / "kopie.pdf").read_bytes().startswith(b"%PDF")
    assert window.messages.text.startswith("Bewaard.")
    (request,) = asked(console, Asks.ACCESS)
    assert request.answered_at == NOW
    press(qtbot, window, KEY.Key_Escape)
    assert panel.step == ""
    press(qtbot, window, KEY.Key_Escape)
    assert not panel.isVisible()
    assert page.parts.sheet.isVisible()
    assert window.focusWidget() is page.parts.table


def test_what_was_looked_up_for_a_step_that_was_left_puts_nothing_away(qtbot, window, panel):
    for step in (Asks.ACCESS, Asks.ERASURE):
        panel.take(step.value)
        press(qtbot, window, KEY.Key_Escape)
        panel.take(Asks.CORRECTION.value)
        panel.correction.words.setPlainText("Ik heet anders")
        settle(qtbot, window.jobs)
        assert panel.correction.isVisible()
        panel.go_home()


# --- to put right, to object, later ----------------------------------------------------------------------------------


def test_a_name_is_put_right_and_that_is_undone(qtbot, window, page, panel, console, neighbourhood):
    jan = neighbourhood.jan.person_id
    panel.take(Asks.CORRECTION.value)
    form = panel.correction
    assert (form.name.text(), form.phone.text(), form.keep.isEnabled()) == ("Jan de Vries", "06 12345678", False)
    form.name.setText("Jan van Vries")
    form.words.setPlainText("Ik heet anders")
    qtbot.keyClick(form.words, KEY.Key_Return, CTRL)
    settle(qtbot, window.jobs)
    assert members.card(console, jan).name == "Jan van Vries"
    assert [one.words for one in asked(console, Asks.CORRECTION)] == ["Ik heet anders"]
    assert panel.step == ""
    assert "Jan van Vries" in said(panel)
    triage.undo(console)
    assert members.card(console, jan).name == "Jan de Vries"


def test_an_objection_stands_until_it_is_refused_with_a_reason(qtbot, window, panel, console, neighbourhood):
    jan = neighbourhood.jan.person_id
    panel.take(Asks.OBJECTION.value)
    panel.objection.words.setPlainText("Mijn oude ruzie mag niet meetellen")
    panel.objection.finish()
    settle(qtbot, window.jobs)
    assert objecting.objection_of(console, jan).words == "Mijn oude ruzie mag niet meetellen"
    assert "U moet nog beslissen" in said(panel.home)
    assert not panel.home.buttons[Asks.OBJECTION.value].isEnabled()
    panel.leave()
    settle(qtbot, window.jobs)
    assert "Maakt bezwaar" in said(window.page("people").parts.sheet)
    window.page("people").ask_rights()
    settle(qtbot, window.jobs)
    panel.take(REFUSE)
    assert not panel.objection.keep.isEnabled()  # never without a reason
    panel.objection.words.setPlainText("Het gaat om de veiligheid van de groep")
    panel.objection.finish()
    settle(qtbot, window.jobs)
    assert objecting.objection_of(console, jan) is None
    assert "U moet nog beslissen" not in said(panel.home)


def test_in_a_low_window_what_waits_for_a_decision_has_the_room(panel):
    home = panel.home
    hint = home._hints[Asks.ERASURE.value]
    for height, is_said in ((theme.em(home, LOW_EM) + 1, True), (theme.em(home, LOW_EM) - 1, False)):
        home.resize(home.width(), height)
        assert hint.isVisibleTo(home) is is_said
        assert home.buttons[Asks.ERASURE.value].isVisibleTo(home)


def test_what_is_answered_later_tells_by_when_and_is_ticked(qtbot, window, panel, console):
    panel.take(LATER)
    panel.later.kind.setCurrentIndex(panel.later.kind.findData(Asks.ERASURE))
    panel.later.day.setDate(panel.later.day.date().addDays(-3))
    panel.later.keep.click()
    panel.later.keep.click()  # a double click says it once
    settle(qtbot, window.jobs)
    (request,) = asked(console, Asks.ERASURE)
    assert (NOW - request.asked_at).days == 3
    assert "Antwoord vóór 12 dec 2026." in said(panel.home)
    panel.home.answered.emit(request.id)
    settle(qtbot, window.jobs)
    assert asked(console, Asks.ERASURE)[0].answered_at == NOW
    assert "Beantwoord op 15 nov 2026." in said(panel.home)


# --- to be forgotten -------------------------------------------------------------------------------------------------


def test_somebody_is_forgotten_after_his_name_is_typed_and_the_proof_is_shown(
    qtbot, window, page, panel, console, clipboard
):
    panel.take(Asks.ERASURE.value)
    settle(qtbot, window.jobs)
    shown = said(panel.erase)
    assert "Deze persoon zit nog in" in shown
    assert "Dag Jan, tot straks" in shown
    (key,) = panel.erase._ticks
    panel.erase._ticks[key].click()
    panel.erase.name.setFocus()
    qtbot.keyClicks(panel.erase.name, "jan de vrie")
    press(qtbot, window, KEY.Key_Return)
    assert not panel.erase.erase.isEnabled()
    qtbot.keyClicks(panel.erase.name, "s")
    for _ in range(2):  # a second press erases nothing more
        panel.erase.finish()
    settle(qtbot, window.jobs)
    assert not window.messages.is_trouble
    assert panel.step == ERASED
    assert "0 keer gevonden" in said(panel.erased)
    assert "alleen een voornaam" not in said(panel.erased)  # it was ticked
    assert finding.find(console, "Vries") == ()
    assert page.rows.rowCount() == 1
    _ask_others(qtbot, window, panel, console, clipboard)
    assert window.focusWidget() is not None
    press(qtbot, window, KEY.Key_Escape)
    assert not panel.isVisible()


def _ask_others(qtbot, window, panel, console, clipboard):
    """Copy the text for the first recipient, and say that it was asked."""
    buttons = {button.text(): button for button in panel.erased.contents.findChildren(type(panel.home.buttons[LATER]))}
    buttons["Tekst kopiëren"].click()
    assert clipboard.text()
    assert "een minuut" in window.messages.text
    buttons["Gevraagd"].click()
    settle(qtbot, window.jobs)
    (request,) = asked(console, Asks.ERASURE)
    assert any(one.told_at == NOW for one in request.recipients)
    assert "Gevraagd op 15 nov 2026." in said(panel.erased)


def test_another_row_leaves_the_rights_of_who_was_shown(qtbot, window, page, panel):
    page.parts.table.choose(0)
    settle(qtbot, window.jobs)
    assert not panel.isVisible()
    assert page.parts.sheet.isVisible()


# --- questions about data, of members or not -------------------------------------------------------------------------


@pytest.fixture
def leaf(qtbot, window, neighbourhood, open_page, dutch):
    page = open_page("settings")
    page.open_with("rights")
    settle(qtbot, window.jobs)
    return page.shown_leaf


def test_who_asks_is_found_by_words_and_his_rights_open(qtbot, window, leaf):
    assert window.focusWidget() is leaf.view.field
    qtbot.keyClicks(leaf.view.field, "niemand")
    press(qtbot, window, KEY.Key_Return)
    settle(qtbot, window.jobs)
    assert "Niemand gevonden" in said(leaf.view)
    assert "Wat alleen in een bericht staat, vindt u op de pagina Berichten." in said(leaf.view)
    leaf.view.field.clear()
    qtbot.keyClicks(leaf.view.field, "06-12345678")
    press(qtbot, window, KEY.Key_Return)
    settle(qtbot, window.jobs)
    assert leaf.view.found.count() == 1
    assert "vroeg om mee te doen" in leaf.view.found.item(0).text()
    assert window.focusWidget() is leaf.view.found
    press(qtbot, window, KEY.Key_Return)
    settle(qtbot, window.jobs)
    assert leaf.panel.isVisible()
    press(qtbot, window, KEY.Key_Escape)
    assert window.focusWidget() is leaf.view.field


def test_who_has_the_same_name_in_another_group_is_told_of_until_they_are_chosen_together(
    qtbot, window, leaf, neighbourhood
):
    neighbourhood.plein.say("Hoi", author="Anja Smit")
    neighbourhood.plein.say("Hoi", author="Anja Smit-Bos")
    for chosen in (1, 2):
        leaf.view.field.clear()
        qtbot.keyClicks(leaf.view.field, "Anja")
        press(qtbot, window, KEY.Key_Return)
        settle(qtbot, window.jobs)
        for row in range(chosen):
            leaf.view.found.item(row).setSelected(True)
        press(qtbot, window, KEY.Key_Return)
        settle(qtbot, window.jobs)
        assert ("Er staat meer onder deze naam" in said(leaf.panel)) is (chosen == 1)
        assert "Anja Smit-Bos" not in said(leaf.panel)
        press(qtbot, window, KEY.Key_Escape)


def test_a_question_that_waits_is_opened_and_answered(qtbot, window, leaf, console, neighbourhood):
    assert "Er wacht geen vraag op uw antwoord." in said(leaf.view)
    window.jobs.ask(asking.ask, neighbourhood.jan, Asks.ACCESS, "Wat staat er over mij?")
    settle(qtbot, window.jobs)
    assert "Wat staat er over mij?" in said(leaf.view)
    (request,) = asking.asked(console)
    leaf.view.request_opened.emit(request)
    settle(qtbot, window.jobs)
    assert leaf.panel.person.name == "Jan de Vries"
    leaf.put_away()
    leaf.view.answered.emit(request.id)
    settle(qtbot, window.jobs)
    assert "Er wacht geen vraag op uw antwoord." in said(leaf.view)


def test_every_step_has_names_and_letters_of_its_own(qtbot, window, page, panel, languages):
    for step in ("", LATER, REFUSE, *Asks):
        panel.go_home()
        if step:
            panel.take(str(step))
        settle(qtbot, window.jobs)
        for _language in languages():
            assert_names_and_letters(window, panel)


def test_deze_week_says_until_when_a_question_is_to_be_answered_and_leads_there(
    qtbot, window, console, neighbourhood, dutch
):
    week = window.show_page("week")
    settle(qtbot, window.jobs)
    assert week.parts.asked_due.text == ""
    window.jobs.ask(asking.ask, neighbourhood.jan, Asks.ACCESS)
    settle(qtbot, window.jobs)
    (waits,) = asking.asked(console)
    bar = week.parts.asked_due
    assert bar.text.startswith("1 vraag over iemands eigen gegevens: antwoord voor ")
    assert f" {waits.due_at.astimezone().day} " in bar.text
    label = bar.findChild(PlainLabel)
    for width, is_beside in ((14, False), (60, True)):  # else the sentence is a column of single words
        bar.resize(theme.em(bar, width), bar.height())
        bar.layout().activate()
        assert (label.geometry().right() < bar.button.x()) is is_beside
    bar.button.click()
    settle(qtbot, window.jobs)
    assert window.current_key == "settings"
    window.jobs.ask(asking.answer, waits.id)
    window.show_page("week")
    settle(qtbot, window.jobs)
    assert week.parts.asked_due.text == ""
