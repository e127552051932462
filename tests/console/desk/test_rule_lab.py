"""Other rules are tried before they count: what would be new, what would go, and what people thought of those."""

from dataclasses import replace
from datetime import timedelta

import pytest

from console.desk import corrections, groups, messages, rule_lab, shadow, triage
from console.desk.judging import judge_pending, judge_waiting
from console.desk.logbook import logbook
from console.domain.decision import Act, Verb
from console.domain.group import GroupId
from console.domain.judgement import Attention, Category, Flag, Label, Strictness
from console.domain.rules import Rules
from console.domain.trial import Opinion, Tally
from console.errors import CancelledError, ExpectedError
from console.jobs import CancelToken, Progress

from .conftest import ALL_RIGHT, NOW

ADVERTS = (
    "Te koop: bankstel in goede staat, 50 euro, ophalen",
    "Te koop aangeboden: een kinderfiets, 30 euro",
    "Gratis af te halen: oude wasmachine, werkt nog goed",
)
LOST = "Wie heeft onze grijze kat gezien? Vermist sinds gisteren"
FINE = "Wat een mooie avond was het gisteren in de straat"
ALARM = Rules("wabp_alarm")
WITH_TRADE = Rules("wabp_alarm", on_topic=frozenset({Category.URGENT, Category.SUSPICIOUS, Category.TRADE}))


@pytest.fixture
def alarm(console, make_group):
    """An alarm group with three adverts and a word of thanks, judged; adverts do not belong there."""
    chat = make_group("Alarm", profile="wabp_alarm")
    for text in (*ADVERTS, FINE):
        chat.say(text, needs_judging=True)
    judge_pending(console)
    return chat


def queued(console) -> set[str]:
    return {item.text for item in triage.week(console)}


def test_what_would_be_shown_no_more_is_told_with_what_people_decided(console, alarm):
    fine, acted, unseen = (item for item in triage.week(console) if item.text in ADVERTS)
    triage.decide(console, fine.id, ALL_RIGHT)
    triage.decide(console, acted.id, Act(Verb.HANDLED))
    trial = rule_lab.try_rules(console, alarm.group_id, WITH_TRADE, 3)
    assert trial.gone == Tally(right=1, fine=1, unknown=1)
    assert {sample.text: sample.opinion for sample in trial.gone_samples} == {
        fine.text: Opinion.FINE,
        acted.text: Opinion.RIGHT,
        unseen.text: Opinion.UNKNOWN,
    }
    assert trial.added == Tally()
    assert trial.then.total == trial.now.total - 3
    assert (trial.looked_at, trial.since < NOW) == (4, True)
    newest = trial.gone_samples[0]
    assert (newest.author, newest.text) == ("Bram", ADVERTS[2])
    assert "hoort" in newest.why
    assert len(logbook(console)) == 2  # a trial is no decision


def test_what_would_be_new_is_told_with_why(console, make_group):
    chat = make_group("Kade", profile="broad")
    chat.say(LOST, needs_judging=True)
    judge_pending(console)
    trial = rule_lab.try_rules(console, chat.group_id, ALARM, 1)
    assert (trial.now, trial.added, trial.then) == (Tally(), Tally(unknown=1), Tally(unknown=1))
    (sample,) = trial.added_samples
    assert sample.text == LOST
    assert sample.why
    english = rule_lab.try_rules(replace(console, language="en"), chat.group_id, ALARM, 1)
    assert english.added_samples[0].why != sample.why


def test_an_undone_decision_and_klopt_niet_are_counted_for_what_they_are(console, alarm):
    first, second, _ = (item for item in triage.week(console) if item.text in ADVERTS)
    triage.decide(console, first.id, ALL_RIGHT)
    triage.undo(console)
    corrections.correct(console, second.subject_id, {Label.ABUSE: "insult"})
    trial = rule_lab.try_rules(console, alarm.group_id, WITH_TRADE, 3)
    assert trial.gone == Tally(unknown=2)
    assert trial.then.right == 1
    assert [sample.text for sample in trial.gone_samples] == [ADVERTS[2], first.text]


def test_only_the_last_months_of_the_chat_are_looked_at(console, make_group):
    chat = make_group("Kade", profile="wabp_alarm")
    long_ago = NOW - timedelta(days=900)
    for days in (0, 20, 80):
        chat.say(ADVERTS[0], at=long_ago - timedelta(days=days), needs_judging=True)
    judge_pending(console)
    looked_at = [rule_lab.try_rules(console, chat.group_id, WITH_TRADE, months).looked_at for months in (1, 3)]
    assert looked_at == [2, 3]


def test_a_trial_tells_how_far_it_is_and_can_be_stopped(console, alarm):
    progress, cancel = Progress(), CancelToken()
    rule_lab.try_rules(console, alarm.group_id, ALARM, 1, progress=progress, cancel=cancel)
    assert (progress.count, progress.total, progress.fraction) == (4, 4, 1.0)
    cancel.cancel()
    with pytest.raises(CancelledError):
        rule_lab.try_rules(console, alarm.group_id, ALARM, 1, cancel=cancel)


def test_an_empty_group_and_one_that_is_gone(console, chat):
    trial = rule_lab.try_rules(console, chat.group_id, ALARM, 1)
    assert (trial.looked_at, trial.since, trial.then) == (0, None, Tally())
    for call in (
        lambda: rule_lab.try_rules(console, GroupId(404), ALARM, 1),
        lambda: rule_lab.switch_on(console, GroupId(404), ALARM),
        lambda: shadow.start(console, GroupId(404), ALARM),
        lambda: shadow.drop(console, GroupId(404)),
        lambda: shadow.seen(console, GroupId(404)),
    ):
        with pytest.raises(ExpectedError) as refused:
            call()
        assert refused.value.key == "group_gone"


def test_rules_that_are_switched_on_count_and_undo_takes_them_back(console, alarm):
    assert set(ADVERTS) <= queued(console)
    changes = rule_lab.switch_on(console, alarm.group_id, WITH_TRADE)
    assert changes.groups
    judge_waiting(console)
    assert queued(console).isdisjoint(ADVERTS)
    assert groups.settings(console, alarm.group_id).rules == WITH_TRADE
    (entry,) = logbook(console)
    before, after = entry.text.split(" → ")
    assert before == "eigen regels: zoals de soort groep"
    assert after.startswith("hoort hier: iets dat nu gebeurt, iets verdachts dat voorbij is, kopen")
    assert rule_lab.switch_on(console, alarm.group_id, WITH_TRADE).decision is None
    triage.undo(console)
    judge_waiting(console)
    assert set(ADVERTS) <= queued(console)


def test_each_rule_of_a_group_stands_above_its_kind(console, make_group):
    chat = make_group("Kade", profile="wabp_alarm")
    message = chat.say(LOST, needs_judging=True)
    for rules, attention in (
        (replace(ALARM, attention={Flag.OFF_TOPIC: Attention.TODAY}), Attention.TODAY),
        (replace(ALARM, attention={Flag.OFF_TOPIC: Attention.NONE}), Attention.NONE),
        (Rules("broad"), Attention.NONE),
        (ALARM, Attention.LATER),
    ):
        rule_lab.switch_on(console, chat.group_id, rules)
        judge_waiting(console)
        assert attention_for(console, message) is attention
    urgent = chat.say("HELP er wordt nu ingebroken bij nummer 12!", needs_judging=True)
    for expects_112, attention in ((False, Attention.NONE), (True, Attention.NOW)):
        rule_lab.switch_on(console, chat.group_id, replace(ALARM, expects_112=expects_112))
        judge_waiting(console)
        assert attention_for(console, urgent) is attention


def attention_for(console, message) -> Attention:
    return messages.message_detail(console, message).judgement.attention


def test_what_is_as_the_kind_says_is_not_kept(console, chat):
    normal = replace(WITH_TRADE, profile="broad", on_topic=None, strictness={Flag.STIGMA: Strictness.NORMAL})
    assert rule_lab.switch_on(console, chat.group_id, normal).decision is None


def test_another_kind_of_group_brings_its_own_rules(console, alarm):
    rule_lab.switch_on(console, alarm.group_id, WITH_TRADE)
    groups.change_group(console, alarm.group_id, profile="hic")
    assert groups.settings(console, alarm.group_id).rules == Rules("hic")
    triage.undo(console)
    assert groups.settings(console, alarm.group_id).rules == WITH_TRADE


# --- in the shade ----------------------------------------------------------------------------------------------------


def test_the_shadow_judges_along_queues_nothing_and_shows_what_it_said(console, alarm):
    shadow.start(console, alarm.group_id, WITH_TRADE)
    rules, trial = shadow.seen(console, alarm.group_id)
    assert (rules, trial.looked_at, trial.gone) == (WITH_TRADE, 0, Tally())
    before = queued(console)
    new = "Te koop: grasmaaier, werkt prima, 40 euro"
    alarm.say(new, needs_judging=True)
    alarm.say(FINE, needs_judging=True)
    judge_waiting(console)
    assert queued(console) == before | {new}
    _, trial = shadow.seen(console, alarm.group_id)
    assert (trial.looked_at, trial.now.total, trial.then.total, trial.gone.total) == (2, 1, 0, 1)
    assert [sample.text for sample in trial.gone_samples] == [new]


def test_the_shadow_never_queues_what_only_it_finds(console, make_group):
    chat = make_group("Kade", profile="broad")
    shadow.start(console, chat.group_id, ALARM)
    chat.say(LOST, needs_judging=True)
    judge_waiting(console)
    assert triage.week(console) == ()
    _, trial = shadow.seen(console, chat.group_id)
    assert (trial.added.total, trial.added_samples[0].text) == (1, LOST)


def test_a_shadow_is_dropped_switched_on_and_undone(console, alarm):
    assert shadow.seen(console, alarm.group_id) is None
    shadow.start(console, alarm.group_id, WITH_TRADE)
    shadow.drop(console, alarm.group_id)
    assert shadow.seen(console, alarm.group_id) is None
    triage.undo(console)
    rules, _ = shadow.seen(console, alarm.group_id)
    rule_lab.switch_on(console, alarm.group_id, rules)
    assert shadow.seen(console, alarm.group_id) is None
    judge_waiting(console)
    assert queued(console).isdisjoint(ADVERTS)
    texts = [entry.text for entry in logbook(console)]
    assert texts[0].startswith("eigen regels: zoals de soort groep → hoort hier:")
    assert texts[-1].startswith("proef in de schaduw: niets → ")


def test_another_shadow_begins_anew(console, alarm, clock):
    shadow.start(console, alarm.group_id, WITH_TRADE)
    alarm.say(ADVERTS[0], needs_judging=True)
    judge_waiting(console)
    clock.forward(minutes=5)
    shadow.start(console, alarm.group_id, Rules("broad"))
    assert shadow.seen(console, alarm.group_id)[1].looked_at == 0
    triage.undo(console)
    assert shadow.seen(console, alarm.group_id)[1].looked_at == 1
