"""What is decided about an answer owed: asked for, known, told to everybody, or dropped; and all of it taken back."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from console.desk import logbook, todos, triage, views
from console.desk.feedback import lines, opening
from console.desk.seen import seen_of_all
from console.domain.decision import Act, ItemKind, Verb
from console.domain.feedback import Channel, LapseReason, LineState, Owing
from console.domain.filters import YES, Attribute, Filters, Wish
from console.domain.outgoing import Action, TodoState
from console.domain.report import Result
from console.domain.telling import Audience, Telling, TellingHow
from console.errors import ExpectedError
from console.store.tables import decisions, notes
from tests.console.desk.conftest import NOW
from tests.console.desk.feedback.conftest import refused
from tests.console.desk.outgoing import ToldCarrier, states, with_carrier

ASK = Act(Verb.OFFICER, text="Beste Peter, is de lantaarn gemaakt?")
ANSWER = Act(Verb.ANSWERED, text="Hij is gemaakt.", result=Result.SOLVED, channel=Channel.MAIL)
LAPSE = Act(Verb.LAPSE, reason_code=LapseReason.TOO_OLD)


def tell(chat, audience, text="Beste buren, de lantaarn is gemaakt.", how=None):
    usual = TellingHow.PRIVATE if audience is Audience.REPORTER else TellingHow.IN_APP
    return Telling(chat.group_id, audience, how or usual, text)


def waiting(console):
    return [item.subject_id for item in triage.week(console) if item.kind is ItemKind.FEEDBACK]


def seen(console, line):
    with console.store.reading() as connection:
        return seen_of_all(connection, [line.item_id])[line.item_id]


def to_do(console):
    return [(one.action, one.group, one.recipient, one.text) for one in todos.todos(console)]


@pytest.fixture
def line(chat, opened, officer):
    """A line that was asked, about what Bram reported."""
    return opened(chat, chat.say("De lantaarn is kapot", author="Bram"), owing=officer)


def test_who_is_asked_gets_the_words_and_a_day(console, chat, opened, officer):
    line = opened(chat, state=LineState.TO_ASK, owing=officer)
    decided = triage.decide(console, line.item_id, ASK)
    (todo,) = todos.todos(console)
    assert (todo.action, todo.recipient, todo.phone) == (Action.OFFICER, "Peter Smit", "+31623456789")
    assert decided.todos == (todo.id,)
    assert decided.changes.feedback
    now = lines.line(console, line.id)
    assert (now.state, now.asked_at, now.remind_at) == (LineState.ASKED, NOW, NOW + timedelta(days=7))
    assert waiting(console) == []


def test_asking_again_takes_the_place_of_what_was_not_asked_yet(console, line, clock):
    triage.decide(console, line.item_id, ASK)
    clock.forward(days=8)
    triage.decide(console, line.item_id, replace(ASK, text="Ik vraag het nog een keer.", until=NOW + timedelta(days=9)))
    assert [one.text for one in todos.todos(console)] == ["Ik vraag het nog een keer."]
    assert lines.line(console, line.id).remind_at == NOW + timedelta(days=9)
    triage.undo(console)
    assert [one.text for one in todos.todos(console)] == [ASK.text]


def test_a_professional_of_no_group_can_be_called_too(console, chat, make_group, opened, officer):
    elsewhere = make_group("Plein")
    line = opened(elsewhere, owing=officer)
    triage.decide(console, line.item_id, ASK)
    assert [one.phone for one in todos.todos(console)] == ["+31623456789"]
    assert chat.group_id != elsewhere.group_id


def test_what_was_asked_by_phone_needs_no_words(console, chat, opened):
    line = opened(chat, state=LineState.TO_ASK)
    with refused("text_empty"):
        triage.decide(console, line.item_id, replace(ASK, text=" "))
    triage.decide(console, line.item_id, Act(Verb.OFFICER, channel=Channel.PHONE))
    assert (to_do(console), lines.line(console, line.id).channel) == ([], Channel.PHONE)


def test_an_officer_who_was_called_about_a_message_owes_the_answer(console, chat, officer):
    triage.decide(console, chat.flag(), Act(Verb.OFFICER, channel=Channel.PHONE, until=NOW + timedelta(days=2)))
    (line,) = lines.lines(console)
    assert (line.channel, line.remind_at, to_do(console)) == (Channel.PHONE, NOW + timedelta(days=2), [])


def test_an_answer_waits_until_everybody_knows(console, chat, line):
    triage.decide(console, line.item_id, ASK)
    said_at = NOW - timedelta(hours=2)
    message_id = chat.say("Hij is gemaakt", author="Peter", at=said_at)
    triage.decide(console, line.item_id, replace(ANSWER, message_id=message_id))
    now = lines.line(console, line.id)
    assert (now.state, now.answer, now.result) == (LineState.ANSWERED, "Hij is gemaakt.", Result.SOLVED)
    assert (now.answered_at, now.channel, now.answer_message_id) == (said_at, Channel.MAIL, message_id)
    assert now.why == "Er is een antwoord. De melder en de groep weten het nog niet."
    assert waiting(console) == [line.id]
    assert to_do(console) == []  # the question need not be asked any more
    triage.decide(
        console, line.item_id, Act(Verb.TELL, tellings=(tell(chat, Audience.REPORTER, "Hoi Bram, gemaakt."),))
    )
    assert to_do(console) == [(Action.PRIVATE, "Kade", "Bram", "Hoi Bram, gemaakt.")]
    assert lines.line(console, line.id).why == "Er is een antwoord. De groep weet het nog niet."
    assert waiting(console) == [line.id]
    triage.decide(console, line.item_id, Act(Verb.TELL, tellings=(tell(chat, Audience.GROUP),)))
    now = lines.line(console, line.id)
    assert (now.state, now.closed_at, waiting(console)) == (LineState.TOLD, NOW, [])
    (group,) = now.groups
    assert (group.reporter_told_how, group.group_told_how) == (TellingHow.PRIVATE, TellingHow.IN_APP)
    assert (Action.GROUP, "Kade", None, "Beste buren, de lantaarn is gemaakt.") in to_do(console)


def test_answer_and_telling_in_one_go_are_one_undo_also_after_a_restart(console, chat, line, restarted):
    before = lines.line(console, line.id)
    both = (tell(chat, Audience.REPORTER, "Hoi Bram"), tell(chat, Audience.GROUP, "", TellingHow.NOT_NEEDED))
    decided = triage.decide(console, line.item_id, replace(ANSWER, tellings=both))
    assert lines.line(console, line.id).state is LineState.TOLD
    assert len(decided.todos) == 1
    again = restarted()
    assert triage.undo(again) is not None
    assert lines.line(again, line.id) == before
    assert [one.state for one in todos.todos(again)] == []
    triage.redo(again)
    assert lines.line(again, line.id).state is LineState.TOLD
    assert [one.state for one in todos.todos(again)] == [TodoState.OPEN]


def test_one_answer_closes_a_line_of_two_groups(console, chat, make_group, opened):
    plein = make_group("Plein")
    here, there = chat.say("Lantaarn", author="Bram"), plein.say("Licht uit", author="Els")
    line = opened(chat, here, (plein.group_id, there))
    triage.decide(console, line.item_id, ANSWER)
    assert lines.line(console, line.id).why == "Er is een antwoord. Nog niet alle groepen weten het."
    half = (tell(chat, Audience.REPORTER), tell(chat, Audience.GROUP), tell(plein, Audience.GROUP))
    triage.decide(console, line.item_id, Act(Verb.TELL, tellings=half))
    assert lines.line(console, line.id).state is LineState.ANSWERED
    assert [(group.group, audience) for group, audience in lines.untold(lines.line(console, line.id))] == [
        ("Plein", Audience.REPORTER)
    ]
    triage.decide(
        console, line.item_id, Act(Verb.TELL, tellings=(tell(plein, Audience.REPORTER, "", TellingHow.OFFLINE),))
    )
    assert lines.line(console, line.id).state is LineState.TOLD
    assert len(to_do(console)) == 3


def test_a_reporter_whom_nobody_knows_is_not_waited_for(console, chat, opened):
    line = opened(chat)
    with refused("reporter_unknown"):
        triage.decide(console, line.item_id, replace(ANSWER, tellings=(tell(chat, Audience.REPORTER),)))
    triage.decide(console, line.item_id, ANSWER)
    assert lines.line(console, line.id).why == "Er is een antwoord. De groep weet het nog niet."
    triage.decide(console, line.item_id, Act(Verb.TELL, tellings=(tell(chat, Audience.GROUP),)))
    assert lines.line(console, line.id).state is LineState.TOLD


def test_a_word_in_between_tells_no_answer(console, chat, line):
    with refused("line_no_answer"):
        triage.decide(
            console, line.item_id, Act(Verb.TELL, tellings=(tell(chat, Audience.GROUP, "", TellingHow.OFFLINE),))
        )
    before = lines.line(console, line.id)
    triage.decide(console, line.item_id, Act(Verb.TELL, tellings=(tell(chat, Audience.GROUP, "Ik vraag het na."),)))
    assert lines.line(console, line.id) == before
    assert to_do(console) == [(Action.GROUP, "Kade", None, "Ik vraag het na.")]
    assert waiting(console) == []


def test_asking_on_after_an_answer_waits_for_the_next_one(console, chat, line):
    triage.decide(console, line.item_id, replace(ANSWER, tellings=(tell(chat, Audience.GROUP),)))
    triage.decide(console, line.item_id, ASK)
    now = lines.line(console, line.id)
    assert (now.state, now.answer, now.answered_at) == (LineState.ASKED, "", None)
    assert len(lines.untold(now)) == 2
    assert len(to_do(console)) == 2  # what the group was told still goes out
    triage.undo(console)
    assert lines.line(console, line.id).answer == "Hij is gemaakt."


@pytest.mark.parametrize(
    ("act", "error"),
    [
        (Act(Verb.ANSWERED, text=" "), "answer_empty"),
        (Act(Verb.TELL), "tell_empty"),
        (Act(Verb.LAPSE), "lapse_reason_empty"),
        (Act(Verb.LAPSE, reason_code=LapseReason.MERGED), "lapse_reason_empty"),
        (Act(Verb.LAPSE, reason_code=LapseReason.OTHER, reason=" "), "lapse_words_empty"),
        (replace(ASK, until=NOW), "later_is_past"),
    ],
)
def test_what_is_not_finished_is_refused(console, line, act, error):
    with refused(error):
        triage.decide(console, line.item_id, act)
    assert lines.line(console, line.id) == line


@pytest.mark.parametrize(("text", "error"), [("  ", "text_empty"), ("Beste [buren], klaar", "blanks_open")])
def test_nobody_is_told_half_a_text(console, chat, line, text, error):
    with refused(error):
        triage.decide(console, line.item_id, replace(ANSWER, tellings=(tell(chat, Audience.GROUP, text),)))


def test_nobody_is_told_twice_in_one_go(console, chat, line):
    twice = (tell(chat, Audience.GROUP, "Eerst"), tell(chat, Audience.GROUP, "Beter"))
    triage.decide(console, line.item_id, replace(ANSWER, tellings=twice))
    assert [one.text for one in todos.todos(console)] == ["Beter"]
    triage.undo(console)
    assert lines.line(console, line.id) == line


def test_who_is_told_that_nobody_waits_any_more_knows_no_answer(console, chat, line):
    triage.decide(console, line.item_id, replace(LAPSE, tellings=(tell(chat, Audience.GROUP, "Ik stop met vragen."),)))
    now = lines.line(console, line.id)
    assert (now.state, now.groups[0].group_told_at) == (LineState.LAPSED, None)
    assert [one.text for one in todos.todos(console)] == ["Ik stop met vragen."]


def test_only_who_waits_is_told(console, chat, line, make_group):
    with refused("tell_group"):
        triage.decide(console, line.item_id, replace(ANSWER, tellings=(tell(make_group("Plein"), Audience.GROUP),)))


@pytest.mark.parametrize("verb", [Verb.FINE, Verb.ADMIT, Verb.DELETE])
def test_what_is_decided_about_others_is_not_about_a_line(console, line, verb):
    with pytest.raises(ValueError, match=verb.value):
        triage.decide(console, line.item_id, Act(verb))


@pytest.mark.parametrize("act", [ANSWER, LAPSE, Act(Verb.TELL)])
def test_what_is_decided_about_a_line_is_not_about_a_message(console, chat, act):
    with pytest.raises(ValueError, match=act.verb.value):
        triage.decide(console, chat.flag(), act)


def test_several_lines_are_dropped_together(console, chat, opened):
    several = [opened(chat), opened(chat, state=LineState.TO_ASK)]
    triage.decide_all(console, [line.item_id for line in several], replace(LAPSE, reason=" "))
    now = [lines.line(console, line.id) for line in several]
    assert [(line.state, line.lapse_reason, line.closed_at) for line in now] == [
        (LineState.LAPSED, LapseReason.TOO_OLD, NOW)
    ] * 2
    assert now[0].why == "Niemand wacht hier meer op: het is te lang geleden."
    with refused("already_decided"):
        triage.decide(console, several[0].item_id, ASK)
    assert triage.undo(console).count == 2
    assert [lines.line(console, line.id) for line in several] == several


def test_a_reason_of_ones_own_is_kept(console, line):
    triage.decide(console, line.item_id, Act(Verb.LAPSE, reason_code=LapseReason.OTHER, reason=" De paal is weg. "))
    assert lines.line(console, line.id).why == "Niemand wacht hier meer op: De paal is weg."
    (entry,) = logbook.logbook(console, logbook.LogFilter(verb=Verb.LAPSE))
    assert entry.note == "De paal is weg."


def test_a_line_that_is_dropped_asks_nobody_any_more(console, line):
    triage.decide(console, line.item_id, ASK)
    triage.decide(console, line.item_id, LAPSE)
    assert to_do(console) == []


def test_later_moves_the_reminder_too(console, line, clock):
    until = NOW + timedelta(days=20)
    triage.decide_later(console, line.item_id, until)
    assert lines.line(console, line.id).remind_at == until
    clock.forward(days=10)
    assert not lines.line(console, line.id).is_overdue
    triage.undo(console)
    assert lines.line(console, line.id).remind_at == NOW + timedelta(days=7)


def test_a_decision_on_what_changed_meanwhile_is_refused(console, chat, line):
    saw = seen(console, line)
    triage.decide(console, line.item_id, replace(ANSWER, tellings=(tell(chat, Audience.GROUP),)))
    with refused("changed_meanwhile"):
        triage.decide(console, line.item_id, LAPSE, seen=saw)
    saw = seen(console, line)
    with console.store.writing() as connection:
        connection.exec_driver_sql("UPDATE feedback_groups SET reporter_told_at = 1")
    with refused("changed_meanwhile"):
        triage.decide(console, line.item_id, LAPSE, seen=saw)
    triage.decide(console, line.item_id, LAPSE, seen=seen(console, line))


def test_who_did_not_see_what_was_said_meanwhile_looks_first(console, line):
    saw = seen(console, line)
    with console.store.writing() as connection:
        opening.raise_line(connection, console, line.id)
    with pytest.raises(ExpectedError) as refusal:
        triage.decide(console, line.item_id, LAPSE, seen=saw)
    assert "Er is intussen iets veranderd aan deze vraag." in refusal.value.sentence("nl")


def test_a_note_stays_with_a_line(console, line):
    triage.add_note(console, line.item_id, "Peter is met vakantie")
    with console.store.reading() as connection:
        written = connection.execute(select(decisions.c.item_id, notes.c.text).join(notes)).all()
    assert written == [(line.item_id, "Peter is met vakantie")]


def test_the_journal_tells_the_answer_and_never_what_a_reporter_was_told(console, chat, line):
    both = (tell(chat, Audience.REPORTER, "Hoi Bram"), tell(chat, Audience.GROUP))
    triage.decide(console, line.item_id, ANSWER)
    triage.decide(console, line.item_id, Act(Verb.TELL, text="Hoi Bram", tellings=both))
    told, answered = logbook.logbook(console)[:2]
    assert (answered.note, told.note) == ("Hij is gemaakt.", None)
    assert answered.text == f"vraag {line.number}: gevraagd → beantwoord"
    assert "de melder in Kade weet het" in told.text
    with console.store.reading() as connection:
        stored = connection.execute(select(decisions.c.before, decisions.c.after)).all()
    assert not any("Hoi Bram" in str(sides) for sides in stored)
    assert [one.text for one in logbook.entry(console, told.id).sent] == [
        "Hoi Bram",
        "Beste buren, de lantaarn is gemaakt.",
    ]
    found = logbook.logbook(console, logbook.LogFilter(words=f"{line.number} lantaarn"))
    assert {entry.verb for entry in found} == {Verb.ANSWERED, Verb.TELL}


def test_a_carrier_takes_what_is_told(console, make_group, opened):
    room = make_group("De Sluis", tool="other")
    connected = with_carrier(console, ToldCarrier())
    line = opened(room, room.say("Lantaarn", author="Bram"), owing=Owing(service="gemeente"))
    both = (tell(room, Audience.REPORTER), tell(room, Audience.GROUP))
    decided = triage.decide(connected, line.item_id, replace(ANSWER, tellings=both))
    assert (len(decided.outgoing), states(console), to_do(console)) == (2, ["waiting", "waiting"], [])


def test_words_find_a_line_in_the_week(console, chat, opened, clock):
    line = opened(chat, owing=Owing(service="Gemeente Rotterdam"))
    clock.forward(days=8)

    def found(words):
        return [item.subject_id for item in triage.week(console, Filters(words=words))]

    assert found("lantaarn rotterdam") == found(line.number.lower()) == [line.id]
    assert found("stoep") == []


def test_lines_stand_in_the_week_below_what_is_graver_the_oldest_first(console, chat, opened, clock):
    young, old = opened(chat, state=LineState.TO_ASK), opened(chat, asked_at=NOW - timedelta(days=30))
    flagged = chat.flag("Bel 06-12345678")
    assert [item.id for item in triage.week(console)] == [flagged, old.item_id, young.item_id]


def test_the_week_can_be_filtered_by_lines_and_by_notes_on_them(console, chat, opened):
    line, other = opened(chat, state=LineState.TO_ASK), opened(chat, state=LineState.TO_ASK)
    chat.flag()
    triage.add_note(console, line.item_id, "Peter is met vakantie")

    def left(attribute, value, wish=Wish.REQUIRE):
        return [item.id for item in triage.week(console, Filters().wishing(attribute, value, wish))]

    assert left(Attribute.KIND, ItemKind.FEEDBACK) == [line.item_id, other.item_id]
    assert left(Attribute.NOTE, YES) == [line.item_id]
    assert left(Attribute.FLAG, "personal_data", Wish.EXCLUDE) == [line.item_id, other.item_id]
    waits = {choice.value for choice in views.choices(console) if choice.attribute is Attribute.KIND and choice.waits}
    assert waits == {ItemKind.FEEDBACK, ItemKind.MESSAGE}
    assert views.waiting(console).count == 3
