"""What is told once a day."""

from datetime import timedelta

from sqlalchemy import insert

from console.desk import triage
from console.desk.summary import Summary, summary
from console.desk.welcome import sending
from console.domain.decision import Act, Verb
from console.domain.judgement import Attention, Category, Flag, Judgement, Reason
from console.store.tables import feedback, feedback_groups, professionals, todos

from .conftest import NOW, flagged


def test_summary_counts_what_waits_and_what_asks_for_attention_now(console, chat):
    assert summary(console) == Summary(0, 0, 0)
    assert not summary(console)
    chat.say("brand", judgement=flagged(Flag.CALL112, Attention.NOW))
    later, decided = chat.flag("later"), chat.flag("klaar")
    chat.flag("vandaag")
    triage.decide_later(console, later, NOW + timedelta(days=1))
    triage.decide(console, decided, Act(Verb.FINE))
    assert summary(console) == Summary(items=2, now=1, todos=0)


def test_summary_counts_what_is_to_be_done_on_the_phone(console, chat):
    with console.store.writing() as connection:
        row = {"group_id": chat.group_id, "action": "delete", "created_at": NOW}
        connection.execute(insert(todos).values(row | {"state": "open"}))
        connection.execute(insert(todos).values(row | {"state": "withdrawn"}))
    assert summary(console) == Summary(items=0, now=0, todos=1)
    assert summary(console)


def test_summary_counts_the_overviews_that_may_go_now(console, chat, clock):
    with console.store.writing() as connection:
        (he,) = connection.execute(insert(professionals).values(name="Peter")).inserted_primary_key
        line = {"what": "Gat", "state": "asked", "since": NOW, "professional_id": he}
        (made,) = connection.execute(insert(feedback).values(line)).inserted_primary_key
        connection.execute(insert(feedback_groups).values(feedback_id=made, group_id=chat.group_id))
    assert not summary(console)
    clock.forward(days=7)
    assert summary(console) == Summary(items=0, now=0, todos=0, digests=1)
    assert summary(console)


def test_summary_counts_members_to_remind_and_groups_to_tell_a_rule_again(console, chat, clock):
    chat.member("Bram")
    sending.handed_over(console, chat.group_id, None)
    assert not summary(console)
    clock.forward(days=7)
    assert summary(console) == Summary(items=0, now=0, todos=0, reminders=1)
    for days in (200, 120, 120, 120, 120):
        chat.say("Welkom", at=NOW - timedelta(days=days))
    reason = Reason(Flag.PERSONAL_DATA, "personal_data.phone", "Een nummer.", "A number.")
    for _ in range(4):
        chat.say("Bel 06", judgement=Judgement(Category.SOCIAL, attention=Attention.TODAY, reasons=(reason,)))
    assert (summary(console).reminders, summary(console).repeats) == (1, 1)
