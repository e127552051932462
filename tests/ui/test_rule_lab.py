"""Trying rules in the form of a group: choose, try, look, then switch on, in the shade, or not at all."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from console.desk import groups as desk
from console.desk import judging, shadow, triage
from console.domain.group import GroupId
from console.domain.judgement import Category, Flag, Strictness
from console.domain.rules import Rules
from tests.console.desk.conftest import ALL_RIGHT
from tests.ui.conftest import press, settle
from ui.widgets.rule_lab_view import Stage

ADVERTS = (
    "Te koop: bankstel in goede staat, 50 euro, ophalen",
    "Te koop aangeboden: een kinderfiets, 30 euro",
)
FINE = "Wat een mooie avond was het gisteren in de straat"


@pytest.fixture
def alarm(make_group, console):
    """An alarm group with two adverts, of which one was found all right, and another group."""
    make_group("Praat")
    chat = make_group("Alarm", profile="wabp_alarm")
    for text in (*ADVERTS, FINE):
        chat.say(text, needs_judging=True)
    judging.judge_pending(console)
    triage.decide(console, triage.week(console)[0].id, ALL_RIGHT)
    return chat


@pytest.fixture
def page(qtbot, alarm, open_page, dutch):
    """The leaf of the group's rules."""
    groups = open_page("groups")
    groups.open(alarm.group_id, "rules")
    settle(qtbot, groups.jobs)
    shown = groups.sheet.leaf("rules")
    shown.form.leaves.setCurrentWidget(shown.form.lab)
    return shown


@pytest.fixture
def lab(page):
    return page.form.lab


def space(qtbot, window, button) -> None:
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    settle(qtbot, window.jobs)


@pytest.fixture
def tried(qtbot, window, lab):
    """The lab after the alarm group was tried with adverts in it."""
    lab.form.belongs[Category.TRADE].setChecked(True)
    space(qtbot, window, lab.try_out)
    return lab


def rules(page, alarm) -> Rules:
    return desk.settings(page.jobs.console, alarm.group_id).rules


def test_the_form_starts_with_what_is_in_force(page, lab):
    assert lab.form.profile.currentText() == "WhatsApp-alarmgroep"
    assert lab.form.belongs[Category.URGENT].isChecked()
    assert not lab.form.belongs[Category.TRADE].isChecked()
    assert lab.form.expects_112.isChecked()
    assert lab.months.currentText() == "de laatste 3 maanden"
    assert not lab.can_put_away()


def test_another_kind_brings_what_belongs_in_it(qtbot, lab):
    place = lab.form.profile.findData("broad")
    lab.form.profile.setCurrentIndex(place)
    lab.form.profile.activated.emit(place)
    assert lab.form.rules() == Rules("broad")
    assert lab.form.belongs[Category.SOCIAL].isChecked()
    assert not lab.form.expects_112.isChecked()
    qtbot.keyClick(lab.form.profile, Qt.Key.Key_Escape)
    assert lab.form.rules() == Rules("wabp_alarm")


def test_a_trial_tells_in_words_what_would_change_and_changes_nothing(page, alarm, tried):
    assert tried.stage is Stage.OUTCOME
    assert "3 berichten bekeken, vanaf " in tried.trial.text
    assert "Met de regels van nu vragen er 2 uw aandacht, met deze regels 0." in tried.trial.text
    assert "Komt erbij: 0." in tried.trial.text
    assert "Valt weg: 2. 1 daarvan vond u goed. Over 1 besliste u nog niets." in tried.trial.text
    rows = tried.trial.samples
    told = [[rows.index(row, column).data() for column in (0, 2, 3)] for row in range(rows.rowCount())]
    assert sorted(told) == [
        ["valt weg", ADVERTS[1], "nog niet beslist"],
        ["valt weg", ADVERTS[0], "u vond het goed"],
    ]
    assert "hoort niet in deze groep" in tried.trial.why
    assert rules(page, alarm) == Rules("wabp_alarm")
    assert len(triage.week(page.jobs.console)) == 1


def test_rules_are_switched_on_from_the_keyboard_and_undone(qtbot, window, page, alarm, tried):
    space(qtbot, window, tried.switch_on)
    on_topic = rules(page, alarm).on_topic
    assert on_topic is not None
    assert Category.TRADE in on_topic
    assert window.messages.text.startswith("Deze regels gelden vanaf nu.")
    judging.judge_waiting(page.jobs.console)
    assert triage.week(page.jobs.console) == ()
    assert tried.stage is Stage.RULES
    assert tried.form.belongs[Category.TRADE].isChecked()
    window.page("groups").sheet.list.setFocus()
    press(qtbot, window, Qt.Key.Key_Z)
    settle(qtbot, window.jobs)
    assert rules(page, alarm) == Rules("wabp_alarm")
    assert not tried.form.belongs[Category.TRADE].isChecked()


def test_what_is_in_force_already_cannot_be_switched_on(qtbot, window, lab):
    space(qtbot, window, lab.try_out)
    assert lab.stage is Stage.OUTCOME
    assert not lab.switch_on.isEnabled()
    assert not lab.in_shade.isEnabled()


def test_rules_judge_along_in_the_shade_and_the_trial_is_ended(qtbot, window, page, alarm, tried):
    console = page.jobs.console
    space(qtbot, window, tried.in_shade)
    assert tried.stage is Stage.SHADOW
    assert "te koop en gevraagd" in tried._intro.text()
    sentences = [one.geometry() for one in (tried.trial._looked_at, tried.trial._counts, tried.trial._added)]
    line = tried.fontMetrics().height()
    assert all(below.top() - above.top() < 3 * line for above, below in pairwise(sentences))  # no holes
    alarm.say(ADVERTS[0], needs_judging=True)
    judging.judge_pending(console)
    window.page("groups").refresh()
    settle(qtbot, window.jobs)
    assert "1 bericht bekeken" in tried.trial.text
    assert "Valt weg: 1." in tried.trial.text
    space(qtbot, window, tried.drop)
    assert shadow.seen(console, alarm.group_id) is None
    assert tried.stage is Stage.RULES
    window.page("groups").sheet.list.setFocus()
    press(qtbot, window, Qt.Key.Key_Z)
    settle(qtbot, window.jobs)
    assert tried.stage is Stage.SHADOW
    space(qtbot, window, tried.switch_on)
    assert Category.TRADE in (rules(page, alarm).on_topic or ())


def test_escape_leads_back_to_the_rules_that_were_chosen(qtbot, tried):
    tried.back.setFocus()
    qtbot.keyClick(tried.back, Qt.Key.Key_Escape)
    assert tried.stage is Stage.RULES
    assert tried.form.belongs[Category.TRADE].isChecked()


def test_a_trial_is_stopped(qtbot, window, lab):
    lab.try_out.click()
    assert lab.stage is Stage.BUSY
    lab.stop.click()
    settle(qtbot, window.jobs)
    assert lab.stage is Stage.RULES
    assert lab.trial.text == ""


def test_another_group_begins_anew(qtbot, window, page, tried):
    window.page("groups").open(GroupId(1))
    settle(qtbot, window.jobs)
    assert tried.stage is Stage.RULES
    assert tried.form.rules() == Rules("broad")


def test_what_somebody_chooses_survives_news_from_the_desk(qtbot, window, page, lab):
    lab.form.strictness.choices[Flag.STIGMA].setCurrentIndex(0)
    window.page("groups").refresh()
    settle(qtbot, window.jobs)
    assert lab.form.rules().strictness == {Flag.STIGMA: Strictness.STRICT}


def test_the_outcome_follows_the_language(qtbot, tried, dutch):
    dutch.choose("en")
    QCoreApplication.processEvents()
    assert "With the rules of now, 2 of them ask for your look; with these rules, 0." in tried.trial.text
    assert tried.trial.samples.index(0, 0).data() == "goes out of view"
    assert tried.months.itemText(0) == "the last month"
    dutch.choose("nl")
