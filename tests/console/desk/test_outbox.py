"""What leaves the computer: after its ten seconds, once, and never what was taken back."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import insert, select, update

from console.desk import journal, outbox, undoing
from console.desk.outbox import SHOWN_SECONDS
from console.domain.decision import Act, Verb
from console.domain.outgoing import UNDO_SECONDS, Action, SendState
from console.store.tables import decisions, group_professionals, messages, professionals, todos
from console.store.tables import outbox as table
from tests.console.desk import outgoing
from tests.console.desk.conftest import NOW
from tests.console.desk.outgoing import PRIVATE, decided, has_left, states, with_carrier

carrier, connected, room = outgoing.carrier, outgoing.connected, outgoing.room  # fixtures

# --- what is written with the decision -------------------------------------------------------------------------------


def test_a_private_answer_waits_ten_seconds_and_then_goes_to_the_member(connected, carrier, room, clock) -> None:
    decision = decided(connected, PRIVATE, room.group_id, person_id=room.members["Bram"], key="k1")
    (waiting,) = outbox.outgoing(connected)
    assert (waiting.state, waiting.action, waiting.recipient) == (SendState.WAITING, Action.PRIVATE, "Bram")
    assert (waiting.group, waiting.body, waiting.decision) == ("De Sluis", PRIVATE.text, decision)
    assert waiting.not_before == NOW + timedelta(seconds=10) == outbox.next_due_at(connected)
    clock.forward(seconds=UNDO_SECONDS - 1)
    assert not outbox.send_due(connected).outgoing
    assert carrier.sent == []
    clock.forward(seconds=1)
    changes = outbox.send_due(connected)
    assert changes.outgoing
    assert changes.group_ids == {room.group_id}
    (sent,) = carrier.sent
    assert (sent.key, sent.group, sent.action, sent.recipient) == ("k1", "De Sluis", Action.PRIVATE, "Bram")
    assert sent.body == PRIVATE.text
    assert states(connected) == ["done"]
    assert outbox.next_due_at(connected) is None
    assert [one.state for one in outbox.outgoing(connected)] == [SendState.DONE]
    clock.forward(seconds=SHOWN_SECONDS)
    assert outbox.outgoing(connected) == ()


def test_what_no_carrier_can_do_is_for_a_person_with_a_phone(connected, carrier, room, chat) -> None:
    carrier.refuses = frozenset({Action.REMOVE})
    decided(connected, Act(Verb.REMOVE, reason="wil weg"), room.group_id, person_id=room.members["Bram"])
    decided(connected, PRIVATE, chat.group_id)  # a group on WhatsApp has no carrier at all
    with connected.store.reading() as connection:
        rows = connection.execute(select(todos).order_by(todos.c.id)).all()
    assert [(row.action, row.recipient, row.text, row.state) for row in rows] == [
        ("remove", "Bram", None, "open"),  # why a member goes is nobody else's business
        ("private", None, PRIVATE.text, "open"),
    ]
    assert outbox.outgoing(connected) == ()


@pytest.mark.parametrize("verb", [Verb.FINE, Verb.HANDLED, Verb.TALK, Verb.LATER, Verb.NOTE])
def test_an_act_that_stays_here_sends_nothing(connected, room, verb) -> None:
    with connected.store.writing() as connection:
        put = {"group_id": room.group_id, "message_id": None, "person_id": None, "key": "1"}
        assert outbox.put(connection, connected, act=Act(verb, text="x"), **put) == []


def test_a_member_who_is_shown_the_way_is_written_to_in_private(connected, room, chat) -> None:
    for key, verb in enumerate((Verb.REDIRECT, Verb.OTHER_GROUP)):
        act = Act(verb, text="Bel 14 010.", group_id=chat.group_id)
        decided(connected, act, room.group_id, person_id=room.members["Bram"], key=str(key))
    assert [(one.action, one.recipient, one.group) for one in outbox.outgoing(connected)] == [
        (Action.PRIVATE, "Bram", "De Sluis"),
        (Action.PRIVATE, "Bram", "De Sluis"),
    ]


def test_a_question_goes_to_the_officer_of_the_group(connected, room) -> None:
    with connected.store.writing() as connection:
        (officer,) = connection.execute(insert(professionals).values(name="Sander")).inserted_primary_key
        linked = {"group_id": room.group_id, "professional_id": officer, "presence": "reads"}
        connection.execute(insert(group_professionals).values(linked))
    decided(connected, Act(Verb.OFFICER, text="Kent u dit?"), room.group_id, person_id=room.members["Bram"])
    (waiting,) = outbox.outgoing(connected)
    assert (waiting.action, waiting.recipient) == (Action.OFFICER, "Sander")


def test_the_carrier_is_told_which_message_it_is(connected, carrier, room, clock) -> None:
    message_id = room.say("weg ermee", source_id="$event")
    decided(connected, Act(Verb.DELETE), room.group_id, message_id=message_id, person_id=room.members["Bram"])
    clock.forward(seconds=UNDO_SECONDS)
    outbox.send_due(connected)
    (sent,) = carrier.sent
    assert (sent.action, sent.message, sent.body) == (Action.DELETE, "$event", None)


# --- taking back -----------------------------------------------------------------------------------------------------


def test_undo_within_the_ten_seconds_sends_nothing_ever(connected, carrier, room, clock) -> None:
    decided(connected, PRIVATE, room.group_id)
    assert undoing.undo(connected) is not None
    clock.forward(hours=1)
    outbox.send_due(connected)
    assert carrier.sent == []
    assert states(connected) == ["withdrawn"]


def test_what_has_left_is_passed_over_by_undo(connected, room, clock) -> None:
    decision = decided(connected, PRIVATE, room.group_id)
    clock.forward(seconds=UNDO_SECONDS)
    outbox.send_due(connected)
    assert has_left(connected, decision)
    assert states(connected) == ["done"]
    undone = undoing.undo(connected)
    assert undone is None or undone.verb is not Verb.PRIVATE
    assert states(connected) == ["done"]


def test_it_has_left_from_the_moment_that_the_carrier_has_it(connected, carrier, room, clock) -> None:
    """Undo while the carrier is busy must not promise what nobody can keep."""
    decision = decided(connected, PRIVATE, room.group_id)
    clock.forward(seconds=UNDO_SECONDS)
    seen = []

    def answer() -> str:
        seen.append((states(connected), has_left(connected, decision)))
        outbox.stop_all(connected)
        return "ok"

    carrier.answer = answer
    outbox.send_due(connected)
    assert seen == [(["sending"], True)]
    assert states(connected) == ["done"]


def test_esc_takes_back_all_that_waits_and_leaves_the_rest(connected, carrier, room, clock) -> None:
    decided(connected, PRIVATE, room.group_id, key="gone")
    clock.forward(seconds=UNDO_SECONDS)
    outbox.send_due(connected)
    first, second = room.flag("een"), room.flag("twee")
    decided(connected, PRIVATE, room.group_id, item_id=first, key="a")
    decided(connected, Act(Verb.GROUP, text="Let op"), room.group_id, item_id=second, key="b")
    changes = outbox.stop_all(connected)
    assert changes.outgoing
    clock.forward(hours=1)
    outbox.send_due(connected)
    assert [sent.key for sent in carrier.sent] == ["gone"]
    assert states(connected) == ["done", "withdrawn", "withdrawn"]
    with connected.store.reading() as connection:
        undone = list(connection.scalars(select(decisions.c.undoes_id).where(decisions.c.verb == "undo")))
    assert len(undone) == 2
    assert not outbox.stop_all(connected).outgoing


def test_of_a_decision_that_left_in_part_only_the_rest_stays_here(connected, carrier, room, clock) -> None:
    with connected.store.writing() as connection:
        changes = [
            change
            for key in ("a", "b")
            for change in outbox.put(
                connection, connected, group_id=room.group_id, message_id=None, person_id=None, act=PRIVATE, key=key
            )
        ]
        decision = journal.decide(connection, connected, Verb.PRIVATE, changes, group_id=room.group_id)
        outbox.settle(connection, decision, changes)
        connection.execute(
            update(table).where(table.c.idempotency_key == "b").values(not_before=NOW + timedelta(minutes=5))
        )
    clock.forward(seconds=UNDO_SECONDS)
    outbox.send_due(connected)
    outbox.stop_all(connected)
    assert states(connected) == ["done", "withdrawn"]
    assert has_left(connected, decision)


def test_after_a_restart_what_waits_gets_its_ten_seconds_again(connected, carrier, room, clock, restarted) -> None:
    """Somebody who closed the window to stop it must still be able to."""
    decided(connected, PRIVATE, room.group_id)
    clock.forward(days=1)
    again = with_carrier(restarted(), carrier)
    assert outbox.begin_anew(again).outgoing
    outbox.send_due(again)
    assert carrier.sent == []
    clock.forward(seconds=UNDO_SECONDS)
    outbox.send_due(again)
    assert len(carrier.sent) == 1


def test_what_no_carrier_is_there_for_waits(connected, console, room, clock) -> None:
    decided(connected, PRIVATE, room.group_id)
    clock.forward(hours=1)
    outbox.send_due(console)
    assert states(console) == ["waiting"]
    assert outbox.next_due_at(console) is None


def test_every_key_is_there_once(connected, room) -> None:
    decided(connected, PRIVATE, room.group_id, key="same")
    with pytest.raises(Exception, match="UNIQUE"):
        decided(connected, PRIVATE, room.group_id, key="same")
    assert states(connected) == ["waiting"]
    with connected.store.reading() as connection:
        assert connection.scalar(select(messages.c.id)) is None


def test_one_redo_makes_again_all_that_esc_stopped_with_ten_seconds_each(connected, carrier, room, clock) -> None:
    for key in ("a", "b"):
        decided(connected, PRIVATE, room.group_id, key=key)
    clock.forward(seconds=UNDO_SECONDS - 1)
    outbox.stop_all(connected)
    clock.forward(minutes=5)
    redone = undoing.redo(connected)
    assert redone is not None
    assert [one.not_before for one in outbox.outgoing(connected)] == [clock() + timedelta(seconds=UNDO_SECONDS)] * 2
    outbox.send_due(connected)
    assert carrier.sent == []
    outbox.stop_all(connected)  # made again is decided again: it can be stopped again
    assert states(connected) == ["withdrawn", "withdrawn"]


def test_what_esc_kept_here_of_a_decision_that_left_in_part_waits_ten_seconds_when_it_is_let_go(
    connected, carrier, room, clock
) -> None:
    decided(connected, PRIVATE, room.group_id)
    with connected.store.writing() as connection:
        connection.execute(update(decisions).values(left_computer=True))
    outbox.stop_all(connected)
    assert states(connected) == ["withdrawn"]
    clock.forward(hours=1)
    undone = undoing.undo(connected)
    assert undone is not None
    assert undone.verb is Verb.SEND
    outbox.send_due(connected)
    assert carrier.sent == []
    assert outbox.outgoing(connected)[0].not_before == clock() + timedelta(seconds=UNDO_SECONDS)


def test_what_another_decided_is_neither_shown_as_yours_nor_stopped_by_you(connected, room) -> None:
    bert = replace(connected, actor="Bert")
    decided(bert, PRIVATE, room.group_id, key="b")
    assert outbox.outgoing(connected) == ()
    outbox.stop_all(connected)
    assert states(connected) == ["waiting"]
    outbox.stop_all(bert)
    assert states(connected) == ["withdrawn"]
