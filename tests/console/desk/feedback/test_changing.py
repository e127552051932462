"""A line is opened by hand, changed, shared with other groups, and taken together with another; and back again."""

from datetime import timedelta

import pytest
from sqlalchemy import insert, update

from console.desk import group_facts, professionals, todos, triage
from console.desk.feedback import changing, lines, merging
from console.domain.changes import Changes
from console.domain.decision import Act, ItemKind, Verb
from console.domain.feedback import Channel, LapseReason, LineKind, LineSource, LineState, Owing
from console.domain.report import Result
from console.domain.telling import Audience, Telling, TellingHow
from console.store.tables import feedback_finds
from tests.console.desk.conftest import NOW, flagged
from tests.console.desk.feedback.conftest import refused

ASK = Act(Verb.OFFICER, text="Weet u hier meer van?")
ANSWER = Act(Verb.ANSWERED, text="Gemaakt.", result=Result.SOLVED)


@pytest.fixture
def plein(make_group):
    """Another group."""
    return make_group("Plein")


def waiting(console):
    return [(item.subject_id, item.group) for item in triage.week(console) if item.kind is ItemKind.FEEDBACK]


def names(line):
    return [group.group for group in line.groups]


def told(console, line, chat, audience=Audience.GROUP):
    act = Act(Verb.TELL, tellings=(Telling(chat.group_id, audience, TellingHow.OFFLINE),))
    triage.decide(console, line.item_id, act)


def test_a_message_opens_a_line_that_the_officer_owes(console, chat, officer):
    message_id = chat.say("De lantaarn\nis kapot", author="Bram", judgement=flagged())
    opened = changing.open_by_hand(console, message_id)
    line = lines.line(console, opened.line_id)
    assert opened.changes.feedback
    assert opened.changes.items
    assert (line.what, line.state, line.source, line.owing) == (
        "De lantaarn is kapot",
        LineState.TO_ASK,
        LineSource.HAND,
        officer,
    )
    assert (line.groups[0].reporter, line.kind) == ("Bram", LineKind.OTHER)
    assert waiting(console) == [(line.id, "Kade")]
    triage.undo(console)
    assert lines.lines(console) == ()


def test_a_line_without_a_message_is_as_a_person_says(console, chat, plein):
    seen_there = plein.say("Hier ook")
    opened = changing.open_by_hand(
        console,
        group_id=chat.group_id,
        what="Gat in de stoep",
        kind=LineKind.LIVEABILITY,
        owing=Owing(service=" gemeente "),
        also=[(plein.group_id, seen_there), (chat.group_id, None)],
        state=LineState.ASKED,
        asked_at=NOW - timedelta(days=1),
        channel=Channel.REPORTING_APP,
    )
    line = lines.line(console, opened.line_id)
    assert (line.owed_by, line.kind, line.channel) == ("gemeente", LineKind.LIVEABILITY, Channel.REPORTING_APP)
    assert (line.remind_at, names(line)) == (NOW + timedelta(days=6), ["Kade", "Plein"])
    assert line.groups[1].about == "Hier ook"


def test_a_line_needs_a_group_that_is_in_use(console, chat):
    group_facts.archive(console, chat.group_id)
    for group_id, error in ((None, "line_group_empty"), (404, "group_gone"), (chat.group_id, "group_gone")):
        with refused(error):
            changing.open_by_hand(console, group_id=group_id, what="Gat", owing=Owing())
    with refused("message_gone"):
        changing.open_by_hand(console, 404)


def test_what_is_known_can_be_changed_and_taken_back(console, chat, opened, officer):
    line = opened(chat)
    until = NOW + timedelta(days=30)
    changing.change(
        console,
        line.id,
        what=" Lantaarn bij 12 ",
        kind=LineKind.RUMOUR,
        owing=officer,
        remind_at=until,
        channel=Channel.PHONE,
    )
    now = lines.line(console, line.id)
    assert (now.what, now.kind, now.owing, now.owed_by) == ("Lantaarn bij 12", LineKind.RUMOUR, officer, "Peter Smit")
    assert (now.remind_at, now.channel, now.state) == (until, Channel.PHONE, LineState.ASKED)
    triage.undo(console)
    assert lines.line(console, line.id) == line


def test_a_new_reminder_moves_when_it_comes_back(console, chat, opened, clock):
    line = opened(chat)
    changing.change(console, line.id, remind_at=NOW + timedelta(days=1))
    clock.forward(days=1)
    assert waiting(console) == [(line.id, "Kade")]


def test_what_needs_a_person_now_stays_in_sight(console, chat, opened):
    line = opened(chat, state=LineState.TO_ASK)
    changing.change(console, line.id, remind_at=NOW + timedelta(days=9))
    assert waiting(console) == [(line.id, "Kade")]


def test_nothing_changed_is_no_decision(console, chat, opened):
    line = opened(chat)
    said = changing.change(console, line.id, what=line.what, kind=line.kind, owing=line.owing, groups=[chat.group_id])
    assert said == Changes()


@pytest.mark.parametrize(
    ("said", "error"),
    [({"what": " "}, "line_what_empty"), ({"answer": ""}, "answer_empty"), ({"groups": []}, "line_group_empty")],
)
def test_what_cannot_be_is_refused(console, chat, opened, said, error):
    with refused(error):
        changing.change(console, opened(chat).id, **said)


def test_an_answer_can_be_put_right_after_it_was_told(console, chat, opened):
    line = opened(chat)
    triage.decide(console, line.item_id, ANSWER)
    told(console, line, chat)
    changing.change(console, line.id, answer="Niet gemaakt.", result=Result.UNKNOWN)
    now = lines.line(console, line.id)
    assert (now.answer, now.result, now.state) == ("Niet gemaakt.", Result.UNKNOWN, LineState.TOLD)


def test_another_group_waits_too_and_no_longer(console, chat, plein, opened):
    line = opened(chat)
    message_id = plein.say("Hier is het ook donker", author="Els")
    changing.add_group(console, line.id, plein.group_id, message_id)
    assert [(group.group, group.reporter) for group in lines.line(console, line.id).groups][1] == ("Plein", "Els")
    with refused("line_group_known"):
        changing.add_group(console, line.id, plein.group_id)
    changing.change(console, line.id, groups=[chat.group_id])
    assert names(lines.line(console, line.id)) == ["Kade"]
    with refused("line_group_empty"):
        changing.change(console, line.id, groups=[])
    changing.add_group(console, line.id, plein.group_id)
    assert lines.line(console, line.id).groups[1].reporter is None
    for _ in range(3):
        triage.undo(console)
    assert names(lines.line(console, line.id)) == ["Kade"]


def test_groups_are_changed_in_one_go(console, chat, plein, opened):
    line = opened(chat, state=LineState.TO_ASK)
    changing.change(console, line.id, what="Licht uit", groups=[plein.group_id])
    assert names(lines.line(console, line.id)) == ["Plein"]
    assert waiting(console) == [(line.id, "Plein")]
    triage.undo(console)
    assert lines.line(console, line.id) == line
    assert waiting(console) == [(line.id, "Kade")]


def test_a_line_closes_when_the_last_who_did_not_know_waits_no_longer(console, chat, plein, opened):
    line = opened(chat, None, (plein.group_id, None))
    triage.decide(console, line.item_id, ANSWER)
    told(console, line, chat)
    changing.change(console, line.id, groups=[chat.group_id])
    assert (lines.line(console, line.id).state, waiting(console)) == (LineState.TOLD, [])
    with refused("line_closed"):
        changing.add_group(console, line.id, plein.group_id)
    triage.undo(console)
    assert lines.line(console, line.id).state is LineState.ANSWERED


def test_two_lines_about_one_thing_become_one(console, chat, plein, opened, officer):
    gone = opened(chat, chat.say("Lantaarn", author="Bram"), state=LineState.TO_ASK, owing=officer)
    message_id = plein.say("Licht uit", author="Els")
    into = opened(plein, message_id, state=LineState.TO_ASK, owing=Owing())
    triage.decide(console, gone.item_id, ASK)
    find(console, chat, gone.id)
    before = lines.line(console, gone.id), lines.line(console, into.id)
    said = merging.merge(console, gone.id, into.id)
    assert said.feedback
    now, lapsed = lines.line(console, into.id), lines.line(console, gone.id)
    assert (now.state, now.owing, now.asked_at) == (LineState.ASKED, officer, NOW)
    assert [(group.group, group.reporter) for group in now.groups] == [("Plein", "Els"), ("Kade", "Bram")]
    assert (now.finds, lapsed.finds) == (1, 0)
    assert (lapsed.state, lapsed.lapse_reason) == (LineState.LAPSED, LapseReason.MERGED)
    assert lapsed.why == f"Dit is samengevoegd met {into.number}."
    assert waiting(console) == []  # asked, until the reminder of the one that was asked
    triage.undo(console)
    assert (lines.line(console, gone.id), lines.line(console, into.id)) == before


def test_who_knows_still_knows_after_a_merge(console, chat, plein, opened):
    gone, into = opened(chat), opened(plein, state=LineState.TO_ASK)
    triage.decide(console, gone.item_id, ANSWER)
    changing.add_group(console, gone.id, plein.group_id)
    told(console, gone, chat)
    merging.merge(console, gone.id, into.id)
    now = lines.line(console, into.id)
    assert (now.state, now.answer, now.result) == (LineState.ANSWERED, "Gemaakt.", Result.SOLVED)
    assert [(group.group, group.group_told_how) for group in now.groups] == [
        ("Plein", None),
        ("Kade", TellingHow.OFFLINE),
    ]
    assert waiting(console) == [(into.id, "Plein")]


def test_what_was_not_asked_yet_is_dropped_with_the_answer_of_the_merged_line(console, chat, plein, opened):
    gone, into = opened(chat), opened(plein)
    triage.decide(console, gone.item_id, ASK)
    merging.merge(console, gone.id, into.id)
    assert len(todos.todos(console)) == 1
    triage.decide(console, into.item_id, ANSWER)
    assert todos.todos(console) == ()


def test_what_was_recognised_of_both_is_told_once(console, chat, opened):
    gone, into = opened(chat), opened(chat)
    message_id = find(console, chat, gone.id)
    find(console, chat, into.id, message_id)
    merging.merge(console, gone.id, into.id)
    assert lines.line(console, into.id).finds == 1


def test_only_open_lines_become_one(console, chat, opened):
    line, other = opened(chat), opened(chat)
    with refused("line_same"):
        merging.merge(console, line.id, line.id)
    triage.decide(console, other.item_id, Act(Verb.LAPSE, reason_code=LapseReason.TOO_OLD))
    for pair in ((line.id, other.id), (other.id, line.id)):
        with refused("line_closed"):
            merging.merge(console, *pair)


def test_the_archive_asks_for_nothing_and_leaves_the_other_groups_waiting(console, chat, plein, opened):
    line = opened(chat, None, (plein.group_id, None), state=LineState.TO_ASK)
    alone = opened(chat, state=LineState.TO_ASK)
    group_facts.archive(console, chat.group_id)
    assert names(lines.line(console, line.id)) == ["Plein"]
    assert waiting(console) == [(line.id, "Plein")]
    assert [one.id for one in lines.lines(console)] == [line.id]
    assert [one.id for one in lines.lines(console, group_id=chat.group_id)] == [line.id, alone.id]
    triage.undo(console)
    assert waiting(console) == [(line.id, "Kade"), (alone.id, "Kade")]


def test_lines_are_chosen_by_who_owes_them_how_they_stand_and_words(console, chat, plein, opened, officer):
    late = opened(plein, owing=officer, asked_at=NOW - timedelta(days=9), what="Scooters op de stoep")
    fresh = opened(chat, chat.say("Kapot", author="Bram"))
    to_ask = opened(chat, state=LineState.TO_ASK)

    def found(**wanted):
        return [line.id for line in lines.lines(console, **wanted)]

    assert found() == [late.id, fresh.id, to_ask.id]
    assert found(group_id=chat.group_id) == [fresh.id, to_ask.id]
    assert found(professional_id=officer.professional_id) == found(overdue=True) == [late.id]
    assert found(states=[LineState.TO_ASK]) == [to_ask.id]
    assert found(text="SCOOTERS peter") == found(text=late.number.lower()) == [late.id]
    assert found(text="bram") == [fresh.id]
    assert found(text="bram peter") == []


def test_the_open_lines_of_a_group_come_with_what_was_reported_there(console, chat, plein, opened):
    message_id = plein.say("Licht uit")
    line = opened(chat, None, (plein.group_id, message_id))
    closed = opened(plein)
    triage.decide(console, closed.item_id, Act(Verb.LAPSE, reason_code=LapseReason.TOO_OLD))
    with console.store.reading() as connection:
        rows = lines.open_of(connection, plein.group_id)
    assert [(row.id, row.reported_id, row.report_id) for row in rows] == [(line.id, message_id, None)]


def find(console, chat, line_id, message_id=None):
    """Let something be recognised about a line."""
    message_id = message_id or chat.say("Is er al nieuws?", author="Els")
    values = {"group_id": chat.group_id, "message_id": message_id, "kind": "asks", "feedback_id": line_id}
    with console.store.writing() as connection:
        connection.execute(insert(feedback_finds).values(values | {"found_at": NOW}))
    return message_id


def test_a_question_in_the_group_says_why_a_line_is_here(console, chat, opened):
    line = opened(chat)
    find(console, chat, line.id)
    now = lines.line(console, line.id)
    assert (now.why, now.finds) == ("Els vraagt of er nieuws is.", 1)
    with console.store.writing() as connection:
        connection.execute(update(feedback_finds).values(kind="answer"))
    assert lines.line(console, line.id).why == "Misschien is er een antwoord. Kijk of het klopt."


def test_who_left_the_program_of_a_group_still_owes_his_answer(console, chat, opened, officer):
    line = opened(chat, owing=officer)
    professionals.remove(console, chat.group_id, officer.professional_id)
    assert lines.line(console, line.id).owed_by == "Peter Smit"


def test_a_change_of_words_is_one_of_the_queue_too(console, chat, opened):
    assert changing.change(console, opened(chat).id, what="Licht uit").items
