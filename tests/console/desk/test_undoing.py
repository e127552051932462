"""Taking back and making again: in order, after a restart, and never what became another thing."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import insert, select, update

from console.desk import groups as group_desk
from console.desk import outbox, triage
from console.desk.logbook import logbook
from console.desk.todos import done, todos
from console.domain.decision import Act, DecisionId, Verb
from console.domain.outgoing import UNDO_SECONDS, SendState
from console.errors import ExpectedError
from console.store.tables import corrections, decisions, feedback, items, message_changes, notes, steps
from console.store.tables import groups as group_rows
from console.store.tables import outbox as outbox_rows
from console.store.tables import todos as todo_rows

from .conftest import ALL_RIGHT, NOW
from .outgoing import ToldCarrier, with_carrier

GONE = ("withdrawn", "lapsed")
PRIVATE = Act(Verb.PRIVATE, "Beste Bram, wilt u het nummer weghalen?")


@pytest.fixture
def bert(console):
    """Another person on the same store."""
    return replace(console, actor="Bert", window="elsewhere")


@pytest.fixture
def carrier():
    """Sends for the groups of ``room``."""
    return ToldCarrier()


@pytest.fixture
def connected(console, carrier):
    """The console with that carrier."""
    return with_carrier(console, carrier)


@pytest.fixture
def room(make_group):
    """A group that the carrier sends for."""
    return make_group("Plein", tool="other")


def ids(console):
    """The items that wait."""
    return [item.id for item in triage.week(console)]


# --- again -----------------------------------------------------------------------------------------------------------


def test_nothing_to_make_again(console, chat):
    assert triage.redo(console) is None
    triage.decide(console, chat.flag(), ALL_RIGHT)
    assert triage.redo(console) is None


def test_decisions_are_made_again_one_by_one_also_after_a_restart(console, chat, restarted):
    made = [chat.flag(f"bericht {n}") for n in range(4)]
    for item in made:
        triage.decide(console, item, ALL_RIGHT)
    for _ in made:
        triage.undo(console)
    again = [triage.redo(console).item]
    reopened = restarted()
    again += [triage.redo(reopened).item for _ in range(3)]
    assert again == made
    assert triage.redo(reopened) is None
    assert ids(reopened) == []
    assert [triage.undo(reopened).item for _ in made] == made[::-1]
    assert ids(reopened) == made


def test_back_and_forth_ends_where_it_began(console, chat):
    item = chat.flag()
    triage.decide(console, item, ALL_RIGHT)
    for _ in range(3):
        assert triage.undo(console).item == item
        assert ids(console) == [item]
        assert triage.redo(console).verb is Verb.FINE
        assert ids(console) == []


def test_a_new_decision_ends_what_can_be_made_again(console, chat):
    first, second = chat.flag(), chat.flag()
    triage.decide(console, first, ALL_RIGHT)
    triage.undo(console)
    triage.decide(console, second, ALL_RIGHT)
    assert triage.redo(console) is None
    assert triage.undo(console).item == second
    assert triage.redo(console).item == second
    assert triage.redo(console) is None
    assert ids(console) == [first]


def test_what_another_decides_ends_nothing_of_mine(console, bert, chat):
    first, second = chat.flag(), chat.flag()
    triage.decide(console, first, ALL_RIGHT)
    triage.undo(console)
    triage.decide(bert, second, ALL_RIGHT)
    assert triage.redo(console).item == first


def test_what_another_decided_meanwhile_is_not_decided_again(console, bert, chat):
    item = chat.flag()
    triage.decide(console, item, ALL_RIGHT)
    triage.undo(console)
    triage.decide(bert, item, Act(Verb.HANDLED))
    with pytest.raises(ExpectedError) as refused:
        triage.redo(console)
    assert refused.value.key == "redo_out_of_reach"
    with console.store.reading() as connection:
        assert len(connection.execute(select(decisions)).all()) == 3


def test_what_was_decided_about_other_words_is_not_decided_again(console, chat, clock):
    item = chat.flag()
    triage.decide(console, item, PRIVATE)
    triage.undo(console)
    clock.forward(minutes=1)
    (waiting,) = triage.week(console)
    with console.store.writing() as connection:
        changed = {"message_id": waiting.subject_id, "what": "edited", "before": "Bel 06-12345678", "seen_at": clock()}
        connection.execute(insert(message_changes).values(changed))
    with pytest.raises(ExpectedError) as refused:
        triage.redo(console)
    assert refused.value.key == "redo_out_of_reach"
    assert ids(console) == [item]


def test_what_is_made_again_waits_its_ten_seconds_anew(connected, carrier, room, clock):
    decided = triage.decide(connected, room.flag(), PRIVATE)
    clock.forward(seconds=5)
    triage.undo(connected)
    clock.forward(minutes=5)
    assert triage.redo(connected) is not None
    (sending,) = outbox.outgoing(connected)
    assert (sending.id, sending.state) == (decided.outgoing[0], SendState.WAITING)
    assert sending.not_before == clock() + timedelta(seconds=UNDO_SECONDS)
    outbox.send_due(connected)
    assert carrier.sent == []
    clock.forward(seconds=UNDO_SECONDS)
    outbox.send_due(connected)
    assert len(carrier.sent) == 1
    assert triage.undo(connected) is None


def test_a_note_comes_back_with_its_words(console, chat):
    item = chat.flag()
    triage.add_note(console, item, "Gebeld")
    triage.undo(console)
    assert triage.redo(console).note == "Gebeld"
    assert [note.text for note in triage.detail(console, item).notes] == ["Gebeld"]
    assert triage.undo(console).note == "Gebeld"
    with console.store.reading() as connection:
        assert connection.execute(select(notes.c.removed_at)).scalar_one() == NOW


def test_a_setting_is_made_again(console, chat):
    group_desk.change_group(console, chat.group_id, name="Kadeplein")
    triage.undo(console)
    triage.redo(console)
    assert [group.name for group in group_desk.groups(console)] == ["Kadeplein"]


# --- what stays ------------------------------------------------------------------------------------------------------


def test_what_left_the_computer_is_passed_over_and_told_once(connected, room, clock):
    first, second, third, fourth = (room.flag(f"bericht {n}") for n in range(4))
    triage.decide(connected, first, ALL_RIGHT)
    triage.decide(connected, second, ALL_RIGHT)
    triage.decide(connected, third, PRIVATE)
    triage.decide(connected, fourth, ALL_RIGHT)
    clock.forward(seconds=UNDO_SECONDS)
    outbox.send_due(connected)
    told = [(undone.item, undone.skipped) for undone in (triage.undo(connected) for _ in range(3))]
    assert told == [(fourth, 0), (second, 1), (first, 0)]
    assert triage.undo(connected) is None
    assert set(ids(connected)) == {first, second, fourth}


def test_of_what_was_decided_together_the_part_that_left_stays(connected, carrier, room, clock):
    together = [room.flag("weg ermee", author=f"Lid {n}") for n in range(3)]

    def only_once():
        if len(carrier.sent) > 1:
            raise SystemExit
        return "ok"

    carrier.answer = only_once
    triage.decide_all(connected, together, Act(Verb.DELETE))
    clock.forward(seconds=UNDO_SECONDS)
    with pytest.raises(SystemExit):
        outbox.send_due(connected)
    undone = triage.undo(connected)
    assert (undone.count, ids(connected)) == (1, [together[2]])
    assert triage.redo(connected).count == 1
    assert ids(connected) == []


def test_nobody_takes_back_by_a_key_what_another_decided(console, bert, chat):
    mine, his = chat.flag(), chat.flag()
    triage.decide(console, mine, ALL_RIGHT)
    triage.decide(bert, his, ALL_RIGHT)
    assert triage.undo(console).item == mine
    assert triage.undo(console) is None
    assert triage.undo(bert).item == his


def test_what_another_decided_on_is_passed_over(console, bert, chat):
    item, other = chat.flag(), chat.flag()
    triage.decide(console, other, ALL_RIGHT)
    triage.decide_later(console, item, NOW + timedelta(days=1))
    triage.decide(bert, item, ALL_RIGHT)
    undone = triage.undo(console)
    assert (undone.item, undone.skipped) == (other, 1)
    assert ids(console) == [other]


def test_what_another_did_on_his_phone_stays_done(console, bert, chat):
    triage.decide(console, chat.flag(), PRIVATE)
    (todo,) = todos(console)
    done(bert, todo.id)
    assert triage.undo(console) is None
    assert [line.state.value for line in todos(console)] == ["done"]


def test_a_setting_that_another_changed_since_stays(console, bert, chat):
    group_desk.change_group(console, chat.group_id, name="Kade 1")
    group_desk.change_group(bert, chat.group_id, name="Kade 2")
    assert triage.undo(console) is None
    assert [group.name for group in group_desk.groups(console)] == ["Kade 2"]


# --- one of them -----------------------------------------------------------------------------------------------------


def test_one_of_many_is_taken_back_and_made_again(console, chat):
    made = [chat.flag(f"bericht {n}") for n in range(3)]
    decided = [triage.decide(console, item, ALL_RIGHT).decision for item in made]
    assert triage.undo_one(console, decided[0]).item == made[0]
    assert ids(console) == [made[0]]
    assert triage.undo(console).item == made[2]
    assert triage.redo(console).item == made[2]
    assert triage.redo(console).item == made[0]


def test_one_of_what_another_decided_is_taken_back_when_asked_for(console, bert, chat):
    item = chat.flag()
    decided = triage.decide(bert, item, ALL_RIGHT)
    assert triage.undo_one(console, decided.decision).item == item
    assert triage.undo(bert) is None
    assert triage.redo(console).item == item


def test_one_brings_what_was_decided_together_with_it(console, chat):
    together = [chat.flag("zelfde"), chat.flag("zelfde")]
    triage.decide_all(console, together, ALL_RIGHT)
    with console.store.reading() as connection:
        last = connection.scalars(select(decisions.c.id).order_by(decisions.c.id.desc())).first()
    assert triage.undo_one(console, DecisionId(last)).count == 2
    assert ids(console) == together


@pytest.mark.parametrize("why", ["undone", "unknown", "left", "decided on"])
def test_one_that_cannot_be_taken_back_says_so(console, chat, why):
    item = chat.flag()
    decided = triage.decide_later(console, item, NOW + timedelta(days=1)).decision
    if why == "undone":
        triage.undo(console)
    if why == "unknown":
        decided = DecisionId(404)
    if why == "left":
        with console.store.writing() as connection:
            connection.execute(update(decisions).values(left_computer=True))
    if why == "decided on":
        triage.decide(console, item, ALL_RIGHT)
    with pytest.raises(ExpectedError) as refused:
        triage.undo_one(console, decided)
    is_past = why in {"undone", "unknown"}
    assert refused.value.key == ("undo_not_standing" if is_past else "undo_out_of_reach")


def test_an_item_that_opened_again_by_an_edit_is_not_opened_twice(console, chat):
    item = chat.flag()
    triage.decide(console, item, ALL_RIGHT)
    with console.store.writing() as connection:
        connection.execute(update(items).values(state="open"))
    assert triage.undo(console) is None
    assert ids(console) == [item]


# --- a week ----------------------------------------------------------------------------------------------------------


def what_counts(console):
    """Everything that a decision can change, as far as it counts now."""
    kept = (corrections, notes, steps)
    with console.store.reading() as connection:
        counting = {
            table.name: connection.scalars(select(table.c.id).where(table.c.removed_at.is_(None))).all()
            for table in kept
        }
        states = {
            table.name: connection.execute(select(table.c.id, table.c.state).where(table.c.state.not_in(GONE))).all()
            for table in (items, outbox_rows, todo_rows, feedback)
        }
        of_line = (items.c.kind == "feedback") & (items.c.state == "done")  # stays there for when it is made again
        gone = set(connection.scalars(select(items.c.id).where(of_line)))
        states["items"] = [row for row in states["items"] if row.id not in gone]
        return counting, states, connection.execute(select(group_rows)).all()


def test_a_whole_week_is_taken_back_and_made_again_with_restarts_between(connected, chat, room, restarted):
    week = [room.flag(f"bericht {n}", author="Bram") for n in range(8)] + [chat.flag(f"{n}") for n in range(8)]
    before = what_counts(connected)
    acts = [ALL_RIGHT, PRIVATE, Act(Verb.DELETE), Act(Verb.OFFICER, "Kijkt u mee?"), Act(Verb.HANDLED)]
    acts += [Act(Verb.GROUP, "Beste buren,"), Act(Verb.REMOVE, reason="Dreigt"), Act(Verb.TALK)]
    for item, act in zip(week[:8], acts, strict=True):
        triage.decide(connected, item, act)
    for item, act in zip(week[8:12], acts[:4], strict=True):
        triage.decide(connected, item, act)
    triage.add_note(connected, week[12], "Gebeld")
    triage.decide_later(connected, week[12], NOW + timedelta(days=2))
    group_desk.change_group(connected, chat.group_id, name="Kadeplein")
    triage.decide_all(connected, week[13:], ALL_RIGHT)
    after = what_counts(connected)
    steps_back = 0
    reopened = replace(restarted(), carriers=connected.carriers)
    while triage.undo(reopened) is not None:
        steps_back += 1
    assert steps_back == 16
    assert what_counts(reopened) == before
    again = replace(restarted(), carriers=connected.carriers)
    while triage.redo(again) is not None:
        steps_back -= 1
    assert steps_back == 0
    assert what_counts(again) == after
    assert len(logbook(again)) == 3 * 18  # each of the three that were decided together is a line
