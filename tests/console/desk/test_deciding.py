"""What each act writes down, sends and needs."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import insert, select, update

from console.desk import ladder, outbox, todos, triage
from console.desk.corrections import correct
from console.desk.todos import todos as on_the_phone
from console.domain.decision import Act, Verb
from console.domain.judgement import Flag, Label
from console.domain.outgoing import Action, SendState
from console.errors import ExpectedError
from console.store.tables import (
    corrections,
    decisions,
    feedback,
    feedback_groups,
    group_professionals,
    group_relations,
    groups,
    messages,
    professionals,
    steps,
)

from .conftest import ALL_RIGHT, NOW, flagged
from .outgoing import ToldCarrier, with_carrier

WORDS = "Beste Bram, wilt u het nummer weghalen?"
EVERY_ACT = (
    Act(Verb.PRIVATE, WORDS),
    Act(Verb.GROUP, WORDS),
    Act(Verb.REDIRECT, WORDS, counter="police"),
    Act(Verb.OTHER_GROUP, WORDS),
    Act(Verb.OFFICER, WORDS),
    Act(Verb.DELETE),
    Act(Verb.HANDLED),
    Act(Verb.TALK),
    Act(Verb.REMOVE, reason="Blijft dreigen"),
    ALL_RIGHT,
)


def rows(console, table):
    """All rows of a table."""
    with console.store.reading() as connection:
        return connection.execute(select(table).order_by(*table.primary_key.columns)).all()


@pytest.mark.parametrize("act", EVERY_ACT, ids=lambda act: act.verb.value)
def test_every_act_finishes_its_item_and_undo_reverses_all_of_it(console, chat, act):
    item = chat.flag()
    decided = triage.decide(console, item, act)
    assert triage.week(console) == ()
    assert decided.changes.items
    assert rows(console, decisions)[0].id == decided.decision
    assert len(on_the_phone(console)) == len(decided.todos)
    undone = triage.undo(console)
    assert (undone.verb, undone.item) == (act.verb, item)
    assert [waiting.id for waiting in triage.week(console)] == [item]
    assert on_the_phone(console) == ()
    assert all(step.removed_at is not None for step in rows(console, steps))
    assert all(line.state == "lapsed" for line in rows(console, feedback))
    assert all(lesson.removed_at is not None for lesson in rows(console, corrections))


@pytest.mark.parametrize(
    ("act", "action", "text"),
    [
        (Act(Verb.PRIVATE, f" {WORDS} "), Action.PRIVATE, WORDS),
        (Act(Verb.GROUP, WORDS), Action.GROUP, WORDS),
        (Act(Verb.REDIRECT, WORDS), Action.PRIVATE, WORDS),
        (Act(Verb.OTHER_GROUP, WORDS), Action.PRIVATE, WORDS),
        (Act(Verb.OFFICER, WORDS), Action.OFFICER, WORDS),
        (Act(Verb.DELETE), Action.DELETE, None),
        (Act(Verb.REMOVE, reason="Dreigt"), Action.REMOVE, None),
    ],
)
def test_what_no_carrier_takes_is_to_be_done_on_the_phone(console, chat, act, action, text):
    decided = triage.decide(console, chat.flag(), act)
    (todo,) = on_the_phone(console)
    assert decided.todos == (todo.id,)
    assert (todo.action, todo.text, todo.decision) == (action, text, decided.decision)
    assert decided.changes.outgoing


def test_what_a_carrier_takes_waits_for_its_ten_seconds(console, make_group):
    connected = with_carrier(console, ToldCarrier())
    chat = make_group(tool="other")
    decided = triage.decide(connected, chat.flag(), Act(Verb.PRIVATE, WORDS))
    (sending,) = outbox.outgoing(connected)
    assert decided.outgoing == (sending.id,)
    assert (sending.state, sending.body, sending.decision) == (SendState.WAITING, WORDS, decided.decision)


@pytest.mark.parametrize("verb", [Verb.PRIVATE, Verb.GROUP, Verb.REDIRECT, Verb.OTHER_GROUP, Verb.OFFICER])
@pytest.mark.parametrize(("text", "key"), [(" \n", "text_empty"), ("Beste [naam], dag.", "blanks_open")])
def test_a_text_that_is_not_finished_never_goes_out(console, chat, verb, text, key):
    item = chat.flag()
    with pytest.raises(ExpectedError) as refused:
        triage.decide(console, item, Act(verb, text))
    assert refused.value.key == key
    assert [waiting.id for waiting in triage.week(console)] == [item]
    assert on_the_phone(console) == ()


def test_nobody_goes_without_a_reason(console, chat):
    with pytest.raises(ExpectedError) as refused:
        triage.decide(console, chat.flag(), Act(Verb.REMOVE, reason=" "))
    assert refused.value.key == "reason_empty"
    triage.decide(console, chat.flag(), Act(Verb.REMOVE, reason=" Blijft dreigen "))
    assert [row.note for row in rows(console, decisions)] == ["Blijft dreigen"]


@pytest.mark.parametrize("verb", [Verb.NOTE, Verb.UNDO, Verb.SETTINGS])
def test_what_is_no_act_is_a_mistake_of_the_program(console, chat, verb):
    with pytest.raises(ValueError, match=verb.value):
        triage.decide(console, chat.flag(), Act(verb))


def test_a_question_to_the_officer_is_a_line_of_the_ledger(console, chat):
    with console.store.writing() as connection:
        (officer,) = connection.execute(insert(professionals).values(name="Wijkagent Kees")).inserted_primary_key
        asked = {"group_id": chat.group_id, "professional_id": officer, "presence": "reads"}
        connection.execute(insert(group_professionals).values(asked))
    triage.decide(console, chat.flag("Wie rijdt daar\nelke nacht?"), Act(Verb.OFFICER, WORDS))
    (line,) = rows(console, feedback)
    assert (line.what, line.state, line.since) == ("Wie rijdt daar elke nacht?", "asked", NOW)
    assert (line.professional_id, line.lapse_reason) == (officer, None)
    with console.store.reading() as connection:
        assert connection.scalars(select(feedback_groups.c.group_id)).all() == [chat.group_id]
    triage.undo(console)
    (line,) = rows(console, feedback)
    assert (line.state, line.lapse_reason) == ("lapsed", "undone")


def test_a_step_of_the_ladder_counts_until_it_is_undone(console, chat):
    item = chat.flag(author="Bram")
    rung = next(rung for rung in ladder.of_group(console, chat.group_id).rungs if rung.verb == Verb.PRIVATE.value)
    triage.decide(console, item, Act(Verb.PRIVATE, WORDS, rung=rung.key))
    (step,) = rows(console, steps)
    assert (step.rung, step.removed_at) == (rung.key, None)
    triage.undo(console)
    assert rows(console, steps)[0].removed_at is not None


def test_all_right_teaches_the_group_and_undo_takes_that_back(console, chat):
    item = chat.item(chat.say("Beste stroopwafels!", judgement=flagged(Flag.OFF_TOPIC, off_topic=True)))
    triage.decide(console, item, ALL_RIGHT)
    (lesson,) = rows(console, corrections)
    assert (lesson.label, lesson.source, lesson.removed_at) == (Label.OFF_TOPIC.value, "fine", None)
    triage.undo(console)
    assert rows(console, corrections)[0].removed_at is not None


def test_other_groups_begin_with_the_sisters(console, make_group):
    kade, dijk, amstel, closed = (make_group(name) for name in ("Kade", "Dijk", "amstel", "Dicht"))
    with console.store.writing() as connection:
        pair = {"group_id": dijk.group_id, "other_id": kade.group_id, "kind": "sister"}
        connection.execute(insert(group_relations).values(pair))
        connection.execute(update(groups).where(groups.c.id == closed.group_id).values(archived_at=NOW))
    found = triage.other_groups(console, kade.group_id)
    assert [(other.name, other.is_sister) for other in found] == [("Dijk", True), ("amstel", False)]
    assert found[1].id == amstel.group_id


# --- what a person saw -----------------------------------------------------------------------------------------------

DECIDE = {
    "act": lambda console, item, seen: triage.decide(console, item, ALL_RIGHT, seen=seen),
    "later": lambda console, item, seen: triage.decide_later(console, item, NOW + timedelta(days=1), seen=seen),
}
WRITE = DECIDE | {
    "note": lambda console, item, seen: triage.add_note(console, item, "Let op", seen=seen),
    "correction": lambda console, item, seen: correct(
        console, triage.detail(console, item).item.subject_id, {Label.STIGMA: "generalisation"}, seen=seen
    ),
}


@pytest.mark.parametrize("call", WRITE.values(), ids=WRITE)
def test_deciding_about_what_was_seen_goes_through(console, chat, call):
    item = chat.flag()
    call(console, item, triage.detail(console, item).seen)
    assert len(rows(console, decisions)) == 1


@pytest.mark.parametrize("call", WRITE.values(), ids=WRITE)
@pytest.mark.parametrize(
    ("values", "what"),
    [
        ({"text": "Toch niet"}, "De tekst van het bericht is veranderd."),
        ({"deleted_at": NOW}, "Het bericht is verwijderd of teruggezet."),
    ],
    ids=["edited", "deleted"],
)
def test_another_text_is_refused_with_what_changed(console, chat, call, values, what):
    item = chat.flag()
    seen = triage.detail(console, item).seen
    with console.store.writing() as connection:
        connection.execute(update(messages).values(values))
    with pytest.raises(ExpectedError) as refused:
        call(console, item, seen)
    assert refused.value.key == "changed_meanwhile"
    assert what in refused.value.sentence("nl")
    assert rows(console, decisions) == []


@pytest.mark.parametrize("call", DECIDE.values(), ids=DECIDE)
def test_what_another_decided_is_refused_with_who_and_what(console, chat, call):
    bert = replace(console, actor="Bert", language="en")
    item = chat.flag()
    seen = triage.detail(console, item).seen
    triage.decide(bert, item, Act(Verb.DELETE))
    with pytest.raises(ExpectedError) as refused:
        call(console, item, seen)
    assert "Bert besliste al: bericht verwijderen." in refused.value.sentence("nl")
    assert len(todos.todos(console)) == 1


def test_what_another_put_off_is_refused_and_what_he_undid_is_not(console, chat):
    bert = replace(console, actor="Bert")
    item = chat.flag()
    seen = triage.detail(console, item).seen
    triage.decide_later(bert, item, NOW + timedelta(days=3))
    with pytest.raises(ExpectedError) as refused:
        triage.decide(console, item, ALL_RIGHT, seen=seen)
    assert "Bert besliste al: later." in refused.value.sentence("nl")
    triage.undo(bert)
    triage.decide(console, item, ALL_RIGHT, seen=seen)
    with pytest.raises(ExpectedError) as refused:
        triage.decide(console, item, ALL_RIGHT, seen=triage.detail(console, item).seen)
    assert refused.value.key == "already_decided"


def test_other_reasons_are_refused(console, chat):
    message = chat.say("Bel 06-12345678", judgement=flagged())
    item = chat.item(message)
    seen = replace(triage.detail(console, item).seen, rules=("stigma.test",))
    with pytest.raises(ExpectedError) as refused:
        triage.decide(console, item, ALL_RIGHT, seen=seen)
    assert "andere redenen" in refused.value.sentence("nl")
