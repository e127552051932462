"""Goed zo teaches this group, in the background, and undo and forgetting take it back."""

import pytest
from sqlalchemy import select

from console.desk import corrections as desk
from console.desk import triage, why
from console.desk.judging import judge_waiting
from console.domain.judgement import Attention, Category, Flag, Judgement, Label, PersonalData
from console.store.queries import corrections as rows
from console.store.queries.judgements import judgement_for
from console.store.tables import corrections
from console.store.tables import messages as message_table

from .conftest import ALL_RIGHT, flagged

ADVERT = "Te koop: bankstel in goede staat, 50 euro, ophalen"
EMERGENCY = "HELP er wordt nu ingebroken bij nummer 12, de inbreker is nog binnen!"


def waiting(console) -> set[int]:
    with console.store.reading() as connection:
        return set(connection.scalars(select(message_table.c.id).where(message_table.c.needs_judging)))


def attention(console, message) -> Attention:
    with console.store.reading() as connection:
        return judgement_for(connection, message).attention


def standing(console) -> list[tuple[str, str, str]]:
    with console.store.reading() as connection:
        rows = select(corrections.c.label, corrections.c.value, corrections.c.source)
        return [tuple(row) for row in connection.execute(rows.where(corrections.c.removed_at.is_(None)))]


@pytest.fixture
def alarm(make_group):
    return make_group("Alarm", profile="wabp_alarm")


@pytest.fixture
def six_adverts(console, alarm, clock) -> list[int]:
    """Six times Goed zo about the same kind of advert, and two more that nobody looked at."""
    adverts = [alarm.say(ADVERT, needs_judging=True) for _ in range(8)]
    judge_waiting(console)
    for message in adverts[:6]:
        clock.forward(minutes=1)
        triage.decide(console, alarm.item(message), ALL_RIGHT)
    return adverts


def test_what_was_found_fine_six_times_leaves_the_queue_in_the_next_round(console, six_adverts):
    assert waiting(console) == set()  # nothing is judged, nor looked for, inside the decision
    assert [item.subject_id for item in triage.week(console)] == six_adverts[6:]
    judge_waiting(console)
    assert triage.week(console) == ()
    assert [attention(console, message) for message in six_adverts] == [Attention.LATER] * 6 + [Attention.NONE] * 2
    steps = [step.nl for step in why.why(console, six_adverts[6]).steps]
    assert "U zei 6 keer dat dit hier mag." in steps


def test_undo_takes_back_what_one_goed_zo_taught(console, six_adverts):
    judge_waiting(console)
    triage.undo(console)
    judge_waiting(console)
    assert [item.subject_id for item in triage.week(console)] == six_adverts[5:]
    assert triage.redo(console) is not None
    judge_waiting(console)
    assert triage.week(console) == ()


def test_forgetting_brings_back_what_is_not_decided(console, alarm, six_adverts):
    judge_waiting(console)
    desk.forget_corrections(console, alarm.group_id)
    judge_waiting(console)
    assert standing(console) == []
    assert [item.subject_id for item in triage.week(console)] == six_adverts[6:]
    triage.undo(console)
    judge_waiting(console)
    assert triage.week(console) == ()


def test_once_changes_nothing_and_another_group_learns_nothing(console, alarm, make_group):
    elsewhere = make_group("Elders", profile="wabp_alarm")
    first, second = (alarm.say(ADVERT, needs_judging=True) for _ in range(2))
    there = elsewhere.say(ADVERT, needs_judging=True)
    judge_waiting(console)
    triage.decide(console, alarm.item(first), ALL_RIGHT)
    judge_waiting(console)
    assert {item.subject_id for item in triage.week(console)} == {second, there}


def test_the_round_goes_on_after_a_restart(console, six_adverts, restarted):
    console = restarted()
    judge_waiting(console)
    assert triage.week(console) == ()


def test_many_decided_with_one_press_teach_as_much_as_one(console, alarm):
    adverts = [alarm.say(ADVERT, needs_judging=True) for _ in range(9)]
    judge_waiting(console)
    triage.decide_all(console, [alarm.item(message) for message in adverts[:8]], ALL_RIGHT)
    judge_waiting(console)
    assert [item.subject_id for item in triage.week(console)] == adverts[8:]


def test_goed_zo_says_nothing_of_an_emergency_own_action_or_a_threat(console, alarm):
    for flag in (Flag.CALL112, Flag.VIGILANTISM):
        message = alarm.say("Kom", judgement=flagged(flag, Attention.NOW))
        triage.decide(console, alarm.item(message), ALL_RIGHT)
    threat = alarm.say("Ik maak je dood als je nog een keer komt", needs_judging=True)
    judge_waiting(console)
    triage.decide(console, alarm.item(threat), ALL_RIGHT)
    assert standing(console) == []


def test_goed_zo_keeps_what_was_shown_and_leaves_a_word_alone(console, alarm):
    message = alarm.say(ADVERT, judgement=flagged(Flag.OFF_TOPIC, Attention.LATER, off_topic=True))
    triage.decide(console, alarm.item(message), ALL_RIGHT)
    assert standing(console) == [("off_topic", Category.SOCIAL, "fine")]
    said = alarm.say("Een lelijk woord", judgement=Judgement(Category.SOCIAL))
    desk.correct(console, said, {Label.ABUSE: "insult"})
    triage.decide(console, alarm.item(said), ALL_RIGHT)
    assert ("abuse", "insult", "said") in standing(console)
    assert len(standing(console)) == 2
    triage.undo(console)
    triage.undo(console)
    triage.undo(console)
    assert standing(console) == []


def test_klopt_niet_takes_the_place_of_goed_zo(console, alarm):
    message = alarm.say(ADVERT, judgement=flagged(Flag.PERSONAL_DATA, personal_data=(PersonalData.PHONE,)))
    triage.decide(console, alarm.item(message), ALL_RIGHT)
    desk.correct(console, message, {Label.PERSONAL_DATA: "none"})
    assert standing(console) == [("personal_data", "none", "said")]
    triage.undo(console)
    assert standing(console) == [("personal_data", "phone", "fine")]


def test_the_group_shows_what_goed_zo_taught_and_forgets_it_alone(console, alarm, six_adverts):
    said = alarm.say("Een lelijk woord", judgement=Judgement(Category.SOCIAL))
    desk.correct(console, said, {Label.ABUSE: "insult"})
    correction, habit = desk.corrections(console, alarm.group_id)
    assert (correction.times_fine, correction.text) == (0, "Een lelijk woord")
    assert (habit.label, habit.value, habit.times_fine, habit.text) == (Label.OFF_TOPIC, "trade", 6, ADVERT)
    changes = desk.forget(console, alarm.group_id, habit.ids)
    assert changes.groups
    assert desk.corrections(console, alarm.group_id) == (correction,)
    assert desk.forget(console, alarm.group_id, habit.ids).decision is None
    triage.undo(console)
    assert desk.corrections(console, alarm.group_id) == (correction, habit)


def test_of_many_times_the_last_are_remembered_and_every_correction(console, alarm, six_adverts, monkeypatch):
    said = alarm.say("Een lelijk woord", judgement=Judgement(Category.SOCIAL))
    desk.correct(console, said, {Label.ABUSE: "insult"})
    monkeypatch.setattr(rows, "HABITS_REMEMBERED", 2)
    with console.store.reading() as connection:
        taught = rows.taught_in(connection, [alarm.group_id])[alarm.group_id]
    assert [one.is_fine for one in taught] == [True, True, False]
    assert taught[0].said_at < taught[1].said_at
    assert taught[1].said_at == max(one.said_at for one in taught if one.is_fine) == console.now()
