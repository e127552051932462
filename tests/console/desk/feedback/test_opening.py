"""A line is opened: it waits out of sight until somebody has something to do about it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import insert, select

from console.desk import triage
from console.desk.feedback import lines, opening, reminding
from console.domain.decision import Act, ItemKind, Verb
from console.domain.feedback import LineKind, LineSource, LineState
from console.domain.judgement import Category
from console.store.tables import feedback, report_messages, reports
from tests.console.desk.conftest import NOW, flagged
from tests.console.desk.feedback.conftest import refused

ASK = Act(Verb.OFFICER, text="Beste wijkagent, weet u hier meer van?")


def waiting(console):
    return [item for item in triage.week(console) if item.kind is ItemKind.FEEDBACK]


def test_a_question_to_the_officer_opens_a_line_that_comes_back_after_a_week(console, chat, clock, officer):
    triage.decide(console, chat.flag("De lantaarn is\nkapot", author="Bram"), ASK)
    (line,) = lines.lines(console)
    assert (line.what, line.state, line.source) == ("De lantaarn is kapot", LineState.ASKED, LineSource.OFFICER)
    assert (line.owing, line.owed_by, line.number) == (officer, "Peter Smit", f"BC-{line.id}")
    assert (line.asked_at, line.remind_at) == (NOW, NOW + timedelta(days=7))
    (group,) = line.groups
    assert (group.group, group.about, group.reporter) == ("Kade", "De lantaarn is kapot", "Bram")
    assert waiting(console) == []
    clock.forward(days=7)
    (item,) = waiting(console)
    assert (item.subject_id, item.id, item.text) == (line.id, line.item_id, "De lantaarn is kapot")
    assert item.why == "Peter Smit zou antwoorden. Dat is 7 dagen geleden gevraagd."


@pytest.mark.parametrize(
    ("category", "kind"), [(Category.SUSPICIOUS, LineKind.SUSPICIOUS), (Category.SOCIAL, LineKind.OTHER)]
)
def test_the_judge_says_what_a_question_is_about(console, chat, category, kind):
    judgement = replace(flagged(), category=category)
    triage.decide(console, chat.item(chat.say("Iemand voelt aan de deuren", judgement=judgement)), ASK)
    assert [line.kind for line in lines.lines(console)] == [kind]


def test_undo_takes_the_line_away_and_redo_brings_it_back(console, chat, clock, officer, restarted):
    triage.decide(console, chat.flag(), ASK)
    again = restarted()
    triage.undo(again)
    assert lines.lines(again) == ()
    clock.forward(days=8)
    assert waiting(again) == []
    with refused("line_gone"):
        lines.line(again, 1)
    triage.redo(again)
    assert [line.state for line in lines.lines(again)] == [LineState.ASKED]
    assert len(waiting(again)) == 1


def test_what_is_still_to_be_asked_waits_at_once(console, chat, opened):
    line = opened(chat, state=LineState.TO_ASK)
    (item,) = waiting(console)
    assert (item.subject_id, item.why) == (line.id, "Dit moet nog gevraagd worden aan: gemeente.")
    assert (line.remind_at, line.is_overdue) == (None, False)


def test_the_days_of_a_kind_can_be_set(console, chat, opened):
    reminding.set_days(console, {LineKind.URGENT: 2})
    assert reminding.days(console)[LineKind.URGENT] == 2
    assert reminding.days(console)[LineKind.RUMOUR] == 7
    assert opened(chat, kind=LineKind.URGENT).remind_at == NOW + timedelta(days=2)
    assert opened(chat, kind=LineKind.RUMOUR).remind_at == NOW + timedelta(days=7)
    for number in (0, 91):
        with refused("remind_days"):
            reminding.set_days(console, {LineKind.URGENT: number})


def test_what_was_passed_on_long_ago_is_overdue_at_once(console, chat, opened):
    line = opened(chat, asked_at=NOW - timedelta(days=9))
    assert (line.is_overdue, line.days, line.since) == (True, 9, NOW - timedelta(days=9))
    assert len(waiting(console)) == 1


def test_the_report_of_the_message_is_found(console, chat, opened):
    first, message_id = chat.say("Lantaarn kapot", author="Els"), chat.say("Hier ook", author="Bram")
    with console.store.writing() as connection:
        values = {"group_id": chat.group_id, "started_at": NOW}
        (report_id,) = connection.execute(insert(reports).values(values)).inserted_primary_key
        placed = [{"message_id": first, "is_primary": True}, {"message_id": message_id, "is_primary": False}]
        connection.execute(insert(report_messages), [row | {"report_id": report_id} for row in placed])
    (group,) = opened(chat, message_id).groups
    assert (group.report_id, group.reporter, group.about) == (report_id, "Bram", "Hier ook")


@pytest.mark.parametrize(
    ("what", "with_group", "error"), [(" ", True, "line_what_empty"), ("x", False, "line_group_empty")]
)
def test_a_line_is_about_something_and_of_some_group(console, chat, what, with_group, error):
    with console.store.writing() as connection, refused(error):
        opening.open_line(
            connection,
            console,
            what=what,
            kind=LineKind.OTHER,
            owing=lines.Owing(),
            source=LineSource.HAND,
            groups=[(chat.group_id, None)] if with_group else [],
            state=LineState.TO_ASK,
        )


def test_something_new_raises_a_line_before_its_day(console, chat, opened):
    line = opened(chat)
    with console.store.writing() as connection:
        opening.raise_line(connection, console, line.id)
    assert [item.subject_id for item in waiting(console)] == [line.id]


def test_a_line_that_was_taken_back_is_not_raised(console, chat, opened):
    line = opened(chat)
    triage.undo(console)
    with console.store.writing() as connection:
        opening.raise_line(connection, console, line.id)
        assert connection.scalar(select(feedback.c.lapse_reason)) == "undone"
    assert waiting(console) == []
