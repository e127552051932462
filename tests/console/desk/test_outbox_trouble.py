"""What leaves and does not arrive, or perhaps: a refusal, no answer, a sender that was killed."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import update

from console.desk import outbox, undoing
from console.desk.forgetting.traces import empty_sent
from console.desk.sending import LEASE_SECONDS
from console.domain.decision import Verb
from console.domain.outgoing import UNDO_SECONDS, NotSentError, SendState
from console.errors import ExpectedError
from console.store.tables import outbox as table
from tests.console.desk import outgoing
from tests.console.desk.outgoing import PRIVATE, ToldCarrier, decided, has_left, states, with_carrier

carrier, connected, room = outgoing.carrier, outgoing.connected, outgoing.room  # fixtures

# --- what goes wrong -------------------------------------------------------------------------------------------------


def test_a_refusal_is_told_and_can_be_undone_because_nothing_left(connected, carrier, room, clock) -> None:
    def refuse() -> str:
        raise NotSentError("M_FORBIDDEN")

    carrier.answer = refuse
    decision = decided(connected, PRIVATE, room.group_id)
    clock.forward(seconds=UNDO_SECONDS)
    outbox.send_due(connected)
    (failed,) = outbox.outgoing(connected)
    assert (failed.state, failed.answer) == (SendState.FAILED, "M_FORBIDDEN")
    assert not has_left(connected, decision)
    undone = undoing.undo(connected)
    assert undone is not None
    assert states(connected) == ["withdrawn"]


def test_no_answer_is_not_certain_and_a_person_decides(connected, carrier, room, clock) -> None:
    def break_off() -> str:
        raise ConnectionError("reset by peer")

    carrier.answer = break_off
    decision = decided(connected, PRIVATE, room.group_id)
    clock.forward(seconds=UNDO_SECONDS)
    outbox.send_due(connected)
    (unknown,) = outbox.outgoing(connected)
    assert (unknown.state, unknown.answer) == (SendState.UNKNOWN, None)
    assert has_left(connected, decision)
    clock.forward(hours=1)
    outbox.send_due(connected)
    assert len(carrier.sent) == 1  # never again by itself
    outbox.settle_by_hand(connected, unknown.id, arrived=True, again=False)
    assert states(connected) == ["done"]
    with pytest.raises(ExpectedError) as refused:
        outbox.settle_by_hand(connected, unknown.id, arrived=False, again=True)
    assert refused.value.key == "send_settled"


def test_a_person_has_it_sent_again_after_ten_seconds_under_the_same_key(connected, carrier, room, clock) -> None:
    def refuse() -> str:
        raise NotSentError("429")

    carrier.answer = refuse
    decision = decided(connected, PRIVATE, room.group_id, key="same")
    clock.forward(seconds=UNDO_SECONDS)
    outbox.send_due(connected)
    (failed,) = outbox.outgoing(connected)
    with pytest.raises(ExpectedError):
        outbox.settle_by_hand(connected, failed.id, arrived=True, again=False)  # the platform is sure that it did not
    carrier.answer = lambda: "ok"
    settling = outbox.settle_by_hand(connected, failed.id, arrived=False, again=True)
    outbox.send_due(connected)
    assert states(connected) == ["waiting"]
    clock.forward(seconds=UNDO_SECONDS)
    outbox.send_due(connected)
    assert [sent.key for sent in carrier.sent] == ["same", "same"]
    assert states(connected) == ["done"]
    assert has_left(connected, decision)
    assert has_left(connected, settling.decision)  # so that no undo makes it wait once more


def test_what_was_emptied_because_somebody_was_forgotten_is_never_sent_again(connected, carrier, room, clock) -> None:
    def break_off() -> str:
        raise TimeoutError

    def empty_all() -> None:
        with connected.store.writing() as connection:
            empty_sent(connection, table, table.c.id > 0)

    carrier.answer = break_off
    decided(connected, PRIVATE, room.group_id, key="unknown")
    clock.forward(seconds=UNDO_SECONDS)
    outbox.send_due(connected)
    carrier.answer = lambda: empty_all() or "ok"  # somebody is forgotten while it leaves
    decided(connected, PRIVATE, room.group_id, key="sending")
    clock.forward(seconds=UNDO_SECONDS)
    outbox.send_due(connected)
    assert states(connected) == ["unknown", "done"]
    unknown = outbox.outgoing(connected)[0]
    with pytest.raises(ExpectedError) as refused:
        outbox.settle_by_hand(connected, unknown.id, arrived=False, again=True)
    assert refused.value.key == "text_erased"
    outbox.settle_by_hand(connected, unknown.id, arrived=False, again=False)
    decided(connected, PRIVATE, room.group_id, key="undone")
    undoing.undo(connected)
    empty_all()
    with pytest.raises(ExpectedError) as refused:
        undoing.redo(connected)
    assert refused.value.key == "redo_out_of_reach"
    assert states(connected) == ["withdrawn", "done", "withdrawn"]
    assert len(carrier.sent) == 2


@pytest.mark.parametrize(("state", "then"), [("failed", "withdrawn"), ("sending", "unknown"), ("done", "done")])
def test_what_is_emptied_waits_for_nobody(connected, room, state, then) -> None:
    decided(connected, PRIVATE, room.group_id)
    with connected.store.writing() as connection:
        connection.execute(update(table).values(state=state))
        empty_sent(connection, table, table.c.id > 0)
    assert states(connected) == [then]


def test_esc_while_it_waits_for_the_second_time_brings_back_the_question(connected, carrier, room, clock) -> None:
    def break_off() -> str:
        raise TimeoutError

    carrier.answer = break_off
    decided(connected, PRIVATE, room.group_id)
    clock.forward(seconds=UNDO_SECONDS)
    outbox.send_due(connected)
    (unknown,) = outbox.outgoing(connected)
    outbox.settle_by_hand(connected, unknown.id, arrived=False, again=True)
    outbox.stop_all(connected)
    assert states(connected) == ["unknown"]


def test_a_person_may_leave_it_and_take_that_back(connected, carrier, room, clock) -> None:
    def break_off() -> str:
        raise TimeoutError

    carrier.answer = break_off
    decided(connected, PRIVATE, room.group_id)
    clock.forward(seconds=UNDO_SECONDS)
    outbox.send_due(connected)
    (unknown,) = outbox.outgoing(connected)
    outbox.settle_by_hand(connected, unknown.id, arrived=False, again=False)
    assert outbox.outgoing(connected) == ()
    undone = undoing.undo(connected)
    assert undone is not None
    assert undone.verb is Verb.SEND
    assert states(connected) == ["unknown"]


# --- after a crash ---------------------------------------------------------------------------------------------------


class Killed(BaseException):
    """The program ends here."""


def die() -> str:
    raise Killed


@pytest.mark.parametrize(("repeats_safely", "state", "tries"), [(False, "unknown", 1), (True, "done", 2)])
def test_a_sender_that_was_killed(connected, carrier, room, clock, repeats_safely, state, tries) -> None:
    carrier.repeats_safely = repeats_safely
    carrier.answer = die
    decision = decided(connected, PRIVATE, room.group_id)
    clock.forward(seconds=UNDO_SECONDS)
    with pytest.raises(Killed):
        outbox.send_due(connected)
    carrier.answer = lambda: "ok"
    other_window = replace(connected, window="other")
    outbox.send_due(other_window)
    assert states(connected) == ["sending"]  # it may still be busy
    assert outbox.next_due_at(connected) == clock() + timedelta(seconds=LEASE_SECONDS)
    clock.forward(seconds=LEASE_SECONDS)
    assert outbox.send_due(other_window).outgoing
    assert states(connected) == [state]
    assert len(carrier.sent) == tries
    assert has_left(connected, decision)


def test_an_answer_after_its_time_still_counts(connected, carrier, room, clock) -> None:
    decided(connected, PRIVATE, room.group_id)
    clock.forward(seconds=UNDO_SECONDS)

    def answer_late() -> str:
        clock.forward(seconds=LEASE_SECONDS)
        outbox.send_due(replace(connected, window="other"))
        assert states(connected) == ["unknown"]
        return "ok"

    carrier.answer = answer_late
    outbox.send_due(connected)
    assert states(connected) == ["done"]
    assert len(carrier.sent) == 1


def test_a_late_refusal_says_nothing_of_the_try_that_is_busy_now(connected, carrier, room, clock) -> None:
    carrier.repeats_safely = True
    other = ToldCarrier(repeats_safely=True)
    other_window = replace(with_carrier(connected, other), window="other")
    decided(connected, PRIVATE, room.group_id)
    clock.forward(seconds=UNDO_SECONDS)

    def refuse_while_the_other_sends() -> str:
        clock.forward(seconds=LEASE_SECONDS)
        with pytest.raises(Killed):  # busy in the other window, and not answered yet
            outbox.send_due(other_window)
        raise NotSentError("429")

    carrier.answer, other.answer = refuse_while_the_other_sends, die
    outbox.send_due(connected)
    assert states(connected) == ["sending"]
