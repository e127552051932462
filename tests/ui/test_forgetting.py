"""Settings, Keeping and forgetting: shorter terms, what goes when, and to erase it now."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from sqlalchemy import func, select

from console.desk import triage
from console.desk.forgetting import retention, terms
from console.domain.group import GroupId
from console.domain.retention import OlderKept
from console.store.tables import memberships, messages, refusal_marks
from tests.console.desk.conftest import NOW
from tests.ui import test_accessibility
from tests.ui.conftest import judged, press, settle
from tests.ui.test_accessibility import assert_names_and_letters
from ui.pages.forgetting import GOES
from ui.widgets.forgetting_view import ALL
from ui.widgets.text import PlainLabel

languages = test_accessibility.languages  # a fixture
JUDGED = {"needs_judging": False, "needs_placing": False}


def said(widget) -> str:
    texts = (label.text() for label in widget.findChildren(PlainLabel) if label.isVisibleTo(widget))
    return " ".join(texts).replace("\u2068", "").replace("\u2069", "")


@pytest.fixture
def kade(make_group):
    """A group with texts that are 100 and 86 days old, one of which still waits, and somebody who left."""
    chat = make_group("Kade")
    chat.say("Een oud bericht over de fietsen bij de brug", at=NOW - timedelta(days=100), **JUDGED)
    waits = "Zijn nummer is 06-12345678"
    chat.say(waits, at=NOW - timedelta(days=100), judgement=judged(waits, "06-12345678"), **JUDGED)
    chat.say("Een bericht dat bijna oud is", at=NOW - timedelta(days=86), **JUDGED)
    chat.member("Henk Oud", joined_at=NOW - timedelta(days=300), left_at=NOW - timedelta(days=86))
    make_group("Akker")
    return chat


@pytest.fixture
def leaf(qtbot, window, kade, open_page, dutch):
    page = open_page("settings")
    page.open_with("forgetting")
    settle(qtbot, window.jobs)
    return page.shown_leaf


def kept_texts(console) -> int:
    with console.store.reading() as connection:
        return connection.scalar(select(func.count()).where(messages.c.text != "", messages.c.forgotten_at.is_(None)))


def test_a_group_keeps_texts_shorter_never_longer_and_that_is_undone(qtbot, window, leaf, console, kade):
    part, box = leaf.terms, leaf.terms.form.days["messages"]
    assert part.group.currentText() == "Akker"
    part.group.setCurrentIndex(part.group.findData(kade.group_id))
    part.group.activated.emit(part.group.currentIndex())
    settle(qtbot, window.jobs)
    assert (box.value(), box.maximum(), part.form.keep.isEnabled()) == (90, 90, False)
    box.setValue(500)
    assert box.value() == 90
    box.setValue(0)
    assert box.value() == terms.LEAST["messages"]
    box.setValue(30)
    leaf.refresh()  # something changed elsewhere
    settle(qtbot, window.jobs)
    assert box.value() == 30
    assert leaf.can_put_away()
    leaf.put_away()
    assert box.value() == 90
    box.setValue(30)
    for _ in range(2):  # a double click
        part.form.keep.click()
    settle(qtbot, window.jobs)
    assert terms.of_group(console, kade.group_id).messages == 30
    assert (part.group_id, box.value(), leaf.can_put_away()) == (kade.group_id, 30, False)
    triage.undo(console)
    assert terms.of_group(console, kade.group_id).messages == 90


def test_all_groups_get_one_term_and_what_is_shorter_stays_so_unless_it_is_said(
    qtbot, window, leaf, console, kade, languages
):
    part, form = leaf.terms, leaf.terms.form
    terms.set_terms(console, kade.group_id, messages=20)
    part.group.setCurrentIndex(part.group.findData(ALL))
    part.group.activated.emit(part.group.currentIndex())
    settle(qtbot, window.jobs)
    assert "geldt voor alle 2 groepen" in said(part)
    assert not form.keep_older.isVisible()
    box = form.days["messages"]
    box.setValue(60)
    assert "Dit verandert 1 van de 2 groepen. 1 groep bewaart iets al korter: Kade. Dat blijft zo." in said(part)
    form.all_groups.longer.click()
    assert "Dit verandert 2 van de 2 groepen. 1 groep bewaart iets nu korter: Kade. Dat wordt langer." in said(part)
    box.setValue(50)
    assert not form.all_groups.longer.isChecked()  # he agreed with 60
    for _language in languages():
        assert_names_and_letters(window, leaf)
    leaf.put_away()
    box.setValue(50)
    form.keep.setFocus()
    for _ in range(2):
        form.keep.click()
    settle(qtbot, window.jobs)
    assert window.focusWidget() is leaf.terms.group  # and not the list of pages
    kept = {one.group: one.terms.messages for one in terms.of_all(console)}
    assert (kept, box.value(), form.keep.isEnabled()) == ({"Kade": 20, "Akker": 50}, 50, False)
    triage.undo(console)
    assert {one.group: one.terms.messages for one in terms.of_all(console)} == {"Kade": 20, "Akker": 90}


def test_what_is_kept_or_erased_is_of_the_group_that_was_shown(qtbot, window, leaf, console, kade):
    part, goes = leaf.terms, leaf.goes
    part.form.days["messages"].setValue(30)
    part.group.setCurrentIndex(part.group.findData(kade.group_id))
    part.group.activated.emit(part.group.currentIndex())
    part.form.keep.click()  # before the desk told of the other group
    settle(qtbot, window.jobs)
    assert terms.of_group(console, kade.group_id).messages == 90
    assert terms.of_group(console, GroupId(2)).messages == 30
    leaf.open_with(GOES)
    goes.erase.click()
    goes.group.setCurrentIndex(1)
    goes.group.activated.emit(1)
    assert not goes.is_asking  # what he was asked is not what he would say yes to
    assert not goes.erase.isEnabled()
    settle(qtbot, window.jobs)
    assert kept_texts(console) == 3


def test_a_history_that_is_kept_for_an_evaluation_is_told_and_ended(qtbot, window, leaf, console):
    akker, form = GroupId(2), leaf.terms.form
    form.keep_older.click()
    assert window.focusWidget() is form.evaluation.day
    form.evaluation.day.setDate(QDate(2031, 1, 1))
    assert form.evaluation.day.date() == QDate(2027, 11, 15)  # a year at most
    form.evaluation.day.setDate(QDate(2027, 1, 14))
    assert not form.keep_until.isEnabled()  # never without a reason
    qtbot.keyClicks(form.evaluation.reason, "Evaluatie met de gemeente")
    form.keep_until.click()
    settle(qtbot, window.jobs)
    kept = terms.older_of_group(console, akker)
    assert kept == OlderKept(
        NOW - timedelta(days=90), datetime(2027, 1, 14, 23, tzinfo=UTC), "Evaluatie met de gemeente"
    )
    assert "tot en met 14 jan 2027. Reden: Evaluatie met de gemeente" in said(leaf.terms)
    assert not leaf.can_put_away()
    form.end_older.click()
    settle(qtbot, window.jobs)
    assert terms.older_of_group(console, akker) is None
    assert "Evaluatie" not in said(leaf.terms)


def test_what_goes_is_shown_beforehand_and_erased_after_a_second_yes(qtbot, window, leaf, console):
    leaf.open_with(GOES)
    goes = leaf.goes
    shown = said(goes.view)
    for part in ("De tekst van 3 berichten.", "Henk Oud: bewaard tot 19 nov 2026.", "1 van deze berichten wacht nog"):
        assert part in shown
    goes.span.setCurrentIndex(0)
    goes.span.activated.emit(0)
    settle(qtbot, window.jobs)
    assert "De tekst van 2 berichten." in said(goes.view)
    assert "Henk" not in said(goes.view)
    goes.erase.click()
    leaf.refresh()  # something changed elsewhere, and not what goes
    settle(qtbot, window.jobs)
    assert "de tekst van 2 berichten, 1 van deze berichten wacht nog op u. U kunt" in said(goes)
    assert "Weet u het zeker?" in said(goes)
    assert window.focusWidget() is goes.no
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not goes.is_asking
    assert kept_texts(console) == 3
    goes.erase.click()
    goes.yes.click()
    assert not goes.no.isEnabled()  # it would stop nothing
    settle(qtbot, window.jobs)
    assert kept_texts(console) == 1
    assert "Voorgoed gewist: de tekst van 2" in said(goes)
    assert "Het programma zocht 1 van de teksten in het hele bestand: 0 keer gevonden." in said(goes)
    assert "De laatste keer was op 15 nov 2026." in said(goes)
    assert not goes.erase.isEnabled()
    assert "In deze tijd gaat er niets weg." in said(goes.view)


def test_one_of_a_kind_is_told_as_one(qtbot, window, leaf, console, kade):
    with console.store.writing() as connection:
        connection.execute(messages.delete().where(messages.c.sent_at < NOW - timedelta(days=90)))
        mark = {"kind": "phone", "mark": "a", "refused_at": NOW - timedelta(days=365), "ends_at": NOW}
        connection.execute(refusal_marks.insert().values(group_id=kade.group_id, **mark))
    leaf.refresh()
    settle(qtbot, window.jobs)
    shown = said(leaf.goes.view)
    assert "De tekst van 1 bericht. Het is van 21 aug 2026." in shown
    assert "Een code van een weigering: bewaard tot" in shown


def test_who_reads_a_long_list_stays_where_he_is(qtbot, window, leaf, console, make_group):
    leaf.open_with(GOES)
    for group in range(30):
        chat = make_group(f"Groep {group}")
        for member in range(10):
            chat.member(f"Henk {member}", joined_at=NOW - timedelta(days=300), left_at=NOW - timedelta(days=86))
    leaf.refresh()
    settle(qtbot, window.jobs)
    view = leaf.goes.view
    assert (said(view).count("Henk"), said(view).count("En nog 2.")) == (241, 30)
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum() // 2)
    leaf.refresh()
    settle(qtbot, window.jobs)
    assert 0 < bar.value() == bar.maximum() // 2


@pytest.mark.parametrize("part", ["terms", "goes"])
def test_a_list_of_groups_that_is_open_stays_as_it_is(qtbot, window, leaf, make_group, part):
    box = getattr(leaf, part).group
    leaf.tabs.setCurrentWidget(getattr(leaf, part))
    box.showPopup()
    for _ in range(2):
        qtbot.keyClick(box.view(), Qt.Key.Key_Down)
    stood = box.view().currentIndex().row()
    leaf.refresh()
    settle(qtbot, window.jobs)
    assert (box.view().isVisible(), box.view().currentIndex().row()) == (True, stood)
    box.hidePopup()
    make_group("Zandpad")
    leaf.refresh()
    settle(qtbot, window.jobs)
    assert box.findText("Zandpad") >= 0


def test_in_the_week_of_notice_it_says_when_it_begins(qtbot, window, leaf, console, clock):
    retention.run_daily(console)
    for days, told in ((0, "Vanaf 22 nov 2026 wist het programma één keer per dag"), (7, "Eén keer per dag wist")):
        clock.forward(days=days)
        leaf.refresh()
        settle(qtbot, window.jobs)
        assert told in said(leaf.goes)
        assert ("Tot die dag gaat er niets vanzelf weg." in said(leaf.goes)) is (days == 0)


def test_who_can_erase_nothing_now_reads_why_and_from_when(qtbot, window, leaf, console):
    why = "Er is nu niets om te wissen."
    assert leaf.goes.erase.isEnabled()
    assert why not in said(leaf.goes)
    retention.run(console)
    leaf.refresh()
    settle(qtbot, window.jobs)
    assert not leaf.goes.erase.isEnabled()
    assert f"{why} Vanaf 19 nov 2026 wel. Wat u inleest, blijft eerst een week staan." in said(leaf.goes)
    with console.store.writing() as connection:
        connection.execute(messages.delete())
        connection.execute(memberships.delete())
    leaf.refresh()
    settle(qtbot, window.jobs)
    assert f"{why} Vanaf" not in said(leaf.goes)
    assert why in said(leaf.goes)


def test_every_part_has_names_and_letters_of_its_own(qtbot, window, leaf, languages):
    for place in range(leaf.tabs.count()):
        leaf.tabs.setCurrentIndex(place)
        for is_asking in (False, True) if place else (False,):
            if is_asking:
                leaf.goes.ask()
            elif not place:
                leaf.terms.form.ask_evaluation()
            for _language in languages():
                assert_names_and_letters(window, leaf)
