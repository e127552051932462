"""What leaves this computer, and when. Nothing leaves by itself: a person decided it, and had ten seconds to take it
back (``design/screens.md``).

What goes out is written in the transaction of the decision: for a carrier (a row of ``outbox``), or, where none can do
it, for a person with a phone (a row of ``todos``).
"""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, Table, and_, insert, or_, select, update

from console.desk import sending
from console.desk.console import Console
from console.desk.departure import last_decision
from console.desk.journal import RowChange, bind, changes_of, decide
from console.desk.professionals import asked_of
from console.desk.standing import is_emptied
from console.desk.undoing import is_within_reach, take_back
from console.desk.welcome import delivered
from console.domain.changes import Changes, together
from console.domain.decision import Act, DecisionId, Verb
from console.domain.group import GroupId, Tool
from console.domain.outgoing import (
    UNDO_SECONDS,
    WITHOUT_TEXT,
    Action,
    NotSentError,
    SendId,
    Sending,
    SendState,
    TodoState,
)
from console.errors import ExpectedError
from console.store.tables import (
    decisions,
    groups,
    members,
    outbox,
    people,
    todos,
)

log = logging.getLogger(__name__)

SHOWN_SECONDS: Final = 5  # how long a person can see that something left

ACTION_OF: Final = {
    Verb.PRIVATE: Action.PRIVATE,
    Verb.REDIRECT: Action.PRIVATE,
    Verb.OTHER_GROUP: Action.PRIVATE,  # the member is shown the way; nothing is said in the other group
    Verb.GROUP: Action.GROUP,
    Verb.OFFICER: Action.OFFICER,
    Verb.DELETE: Action.DELETE,
    Verb.REMOVE: Action.REMOVE,
    Verb.ADMIT: Action.ADMIT,
    Verb.REFUSE: Action.REFUSE,
    Verb.ASK: Action.PRIVATE,
    Verb.WAIT_LIST: Action.PRIVATE,
    Verb.REFER: Action.PRIVATE,
}


def put(
    connection: Connection,
    console: Console,
    *,
    group_id: int,
    message_id: int | None,
    person_id: int | None,
    act: Act,
    key: str,
    feedback_id: int | None = None,
) -> list[RowChange]:
    """Make ready what an act sends, in the caller's transaction; nothing for an act that stays on this computer.

    The row stands there as taken back, and the change makes it wait; the caller hands it to ``journal.decide`` and
    calls ``settle``. ``key`` is this action's alone, and the same at every try. ``feedback_id`` is the line of the
    ledger that waits for an answer to it.
    """
    action = ACTION_OF.get(act.verb)
    if action is None:
        return []
    about = {
        "group_id": group_id,
        "action": action.value,
        "message_id": message_id,
        "person_id": person_id,
        "feedback_id": feedback_id,
        "recipient": _recipient(connection, group_id, person_id, action),
    }
    return [put_about(connection, console, about=about, text=act.text.strip(), key=key)]


def put_request(
    connection: Connection,
    console: Console,
    *,
    request: Row[*tuple[Any, ...]],
    action: Action,
    text: str | None,
    key: str,
) -> RowChange:
    """Make ready what is done about who asks to join (a row of ``join_requests``), as ``put`` does."""
    about = {
        "group_id": request.group_id,
        "action": action.value,
        "request_id": request.id,
        "person_id": request.person_id,
        "recipient": request.name or request.phone or request.email,
    }
    return put_about(connection, console, about=about, text=text, key=key)


def put_about(
    connection: Connection,
    console: Console,
    *,
    about: dict[str, Any],
    text: str | None,
    key: str,
    carrier: str | None = None,
) -> RowChange:
    """Write down what goes out as taken back, and return the change that makes it wait.

    ``about`` are columns of ``outbox`` and ``todos``: ``group_id``, ``action``, ``recipient``, and whom and what it is
    about. It goes by the carrier of that name ("" for none: a person does it), else by that of the group's tool.
    """
    action, values = Action(about["action"]), {**about, "created_at": console.now()}
    text = None if action in WITHOUT_TEXT else text
    carrier = _tool(connection, about["group_id"]).value if carrier is None else carrier
    if not can_carry(console, carrier, action):
        todo = {**values, "text": text, "state": TodoState.WITHDRAWN.value}
        return _made(connection, todos, todo, {"state": TodoState.OPEN.value})
    due = _due(console)
    waiting = {**values, "body": text, "state": SendState.WITHDRAWN.value, "carrier": carrier}
    waiting |= {"idempotency_key": key, "not_before": due}
    return _made(connection, outbox, waiting, {"state": SendState.WAITING.value, "not_before": due})


def settle(connection: Connection, decision_id: DecisionId, changes: Sequence[RowChange]) -> None:
    """Let what goes out know the decision that made it, in the caller's transaction."""
    for change in changes:
        if change.table in (outbox, todos):
            row = update(change.table).where(change.table.c.id == change.id, change.table.c.decision_id.is_(None))
            connection.execute(row.values(decision_id=decision_id))


def sends(console: Console, group_id: GroupId, verb: Verb) -> bool:
    """Return whether an act leaves this computer by itself, after its ten seconds; else a person does it by hand."""
    action = ACTION_OF.get(verb)
    with console.store.reading() as connection:
        return action is not None and can_carry(console, _tool(connection, group_id), action)


def _tool(connection: Connection, group_id: int) -> Tool:
    return Tool(connection.execute(select(groups.c.tool).where(groups.c.id == group_id)).scalar_one())


def can_carry(console: Console, name: str, action: Action) -> bool:
    """Return whether the carrier of that name does it (a tool's, or a service's); else a person does it by hand."""
    carrier = console.carriers.get(name)
    return carrier is not None and carrier.can(action)


def _made(connection: Connection, table: Table, values: dict[str, Any], after: dict[str, Any]) -> RowChange:
    (row_id,) = connection.execute(insert(table).values(values)).inserted_primary_key or (0,)
    return RowChange(table, row_id, before={name: values[name] for name in after}, after=after)


def _recipient(connection: Connection, group_id: int, person_id: int | None, action: Action) -> str | None:
    """Return who is written to, or whom it is about, under the name that the group knows."""
    if action is Action.GROUP:
        return None
    if action is Action.OFFICER:
        asked = connection.execute(asked_of(group_id)).first()
        return None if asked is None else asked.name
    here = (members.c.person_id == people.c.id) & (members.c.group_id == group_id)
    names = select(members.c.name, people.c.name.label("full")).select_from(people).outerjoin(members, here)
    found = connection.execute(names.where(people.c.id == person_id)).first()
    return None if found is None else (found.name or found.full)


# --- sending ---------------------------------------------------------------------------------------------------------


def send_due(console: Console) -> Changes:
    """Send everything whose ten seconds are over, one by one; may take minutes. Other calls go on meanwhile.

    Each is claimed in a transaction of its own before its carrier is called, so that a crash at any moment sends
    nothing twice: what was claimed and never answered ends as ``UNKNOWN``, for a person to decide.
    """
    touched, went = sending.give_up_silent(console), False
    while (row := sending.claim(console)) is not None:
        try:
            answer = console.carriers[row.carrier].send(sending.as_outgoing(row))
        except NotSentError as refusal:
            sending.note_answer(console, row, SendState.FAILED, refusal.answer(console.language))
        except Exception as error:  # noqa: BLE001  # whatever broke, it may have arrived
            log.warning("no answer from %s: %s", row.carrier, type(error).__name__)
            sending.note_answer(console, row, SendState.UNKNOWN, None)
        else:
            went |= sending.note_answer(console, row, SendState.DONE, answer)
        touched.add(GroupId(row.group_id))
    return Changes(outgoing=bool(touched), people=went, welcome=went, group_ids=frozenset(touched))


def begin_anew(console: Console) -> Changes:
    """Give what still waits its ten seconds again: the program was closed meanwhile, and a person must see it leave."""
    waiting = outbox.c.state == SendState.WAITING.value
    with console.store.writing() as connection:
        row = update(outbox).where(waiting).values(not_before=_due(console)).returning(outbox.c.group_id)
        touched = frozenset(GroupId(group_id) for group_id in connection.scalars(row))
    return Changes(outgoing=bool(touched), group_ids=touched)


# --- what a person sees of it, and decides ---------------------------------------------------------------------------


def outgoing(console: Console) -> tuple[Sending, ...]:
    """Return what this person decided that waits, is on its way or left a moment ago, and all that asks for a person:
    what failed or is not certain. In the order of leaving.
    """
    asks = outbox.c.state.in_([SendState.FAILED.value, SendState.UNKNOWN.value])
    leaves = outbox.c.state.in_([SendState.WAITING.value, SendState.SENDING.value])
    has_just_left = and_(
        outbox.c.state == SendState.DONE.value,
        outbox.c.done_at > console.now() - timedelta(seconds=SHOWN_SECONDS),
    )
    own = _own(console).where(or_(leaves, has_just_left)).with_only_columns(outbox.c.id).order_by(None)
    statement = (
        select(outbox, groups.c.name.label("group"))
        .join(groups, groups.c.id == outbox.c.group_id)
        .where(or_(asks, outbox.c.id.in_(own)))
        .order_by(outbox.c.not_before, outbox.c.id)
    )
    with console.store.reading() as connection:
        return tuple(
            Sending(
                id=SendId(row.id),
                group_id=GroupId(row.group_id),
                group=row.group,
                action=Action(row.action),
                recipient=row.recipient,
                body=row.body,
                state=SendState(row.state),
                not_before=row.not_before,
                answer=row.answer,
                decision=_last_decision_of(connection, row),
            )
            for row in connection.execute(statement).all()
        )


def _last_decision_of(connection: Connection, row: Row[*tuple[Any, ...]]) -> DecisionId | None:
    """Return what to take back so that it goes no more: the decision, made again perhaps, or the wish to try again."""
    decision = last_decision(connection, outbox, row.id) if row.state == SendState.WAITING.value else None
    return row.decision_id if decision is None else DecisionId(decision.id)


def next_due_at(console: Console) -> datetime | None:
    """Return when ``send_due`` has something to do next (aware UTC); None when nothing waits."""
    waits = and_(
        outbox.c.state == SendState.WAITING.value,
        outbox.c.carrier.in_(list(console.carriers)),
    )
    is_sending = outbox.c.state == SendState.SENDING.value
    with console.store.reading() as connection:
        moments = (
            connection.scalar(select(outbox.c.not_before).where(waits).order_by(outbox.c.not_before).limit(1)),
            connection.scalar(select(outbox.c.sending_until).where(is_sending).order_by(outbox.c.sending_until)),
        )
    return min((moment for moment in moments if moment is not None), default=None)


def stop_all(console: Console) -> Changes:
    """Take back every decision of this person of which something still waits to leave; one redo makes them all again.

    Where a part of a decision has left, or something was built on it, only what waits stays here. One transaction.
    """
    changes: list[Changes] = []
    with console.store.writing() as connection:
        waiting = _own(console).where(outbox.c.state == SendState.WAITING.value)
        whole: dict[int, Row[*tuple[Any, ...]]] = {}
        rest: list[Row[*tuple[Any, ...]]] = []
        for row in connection.execute(waiting).all():
            decision = last_decision(connection, outbox, row.id)
            if decision is None or not is_within_reach(connection, decision):
                rest.append(row)
            else:
                whole[decision.id] = decision
        for _, decision in sorted(whole.items(), reverse=True):
            changes.append(take_back(connection, console, decision).changes)
        bind(connection, [DecisionId(one.decision) for one in changes if one.decision is not None])
        for row in rest:  # one that was tried before may have arrived: nobody can say that it did not
            state = SendState.WITHDRAWN if row.sending_until is None else SendState.UNKNOWN
            changes.append(_settle(connection, console, row, {"state": state.value}))
    return together(changes)


def _own(console: Console) -> Select[*tuple[Any, ...]]:
    """Return the rows that this person decided about: nobody stops by a key press what another decided."""
    return (
        select(outbox)
        .outerjoin(decisions, decisions.c.id == outbox.c.decision_id)
        .where(or_(decisions.c.id.is_(None), decisions.c.actor == console.actor))
        .order_by(outbox.c.not_before, outbox.c.id)
    )


def settle_by_hand(console: Console, send_id: SendId, *, arrived: bool, again: bool) -> Changes:
    """Let a person say of something that failed or is not certain: it arrived, send it again, or leave it.

    Raises ``ExpectedError``: ``send_settled`` when there is nothing to say any more, ``text_erased`` when there is
    nothing left to send.
    """
    with console.store.writing() as connection:
        row = connection.execute(select(outbox).where(outbox.c.id == send_id)).first()
        open_states = (SendState.UNKNOWN,) if arrived else (SendState.UNKNOWN, SendState.FAILED)
        if row is None or SendState(row.state) not in open_states:
            raise ExpectedError("send_settled")
        if arrived:
            went = delivered.went(connection, outbox, row.id, console.now())
            return _settle(connection, console, row, {"state": SendState.DONE.value, "done_at": console.now()}, went)
        if again:
            if is_emptied(row.action, row.body):
                raise ExpectedError("text_erased")
            after = {"state": SendState.WAITING.value, "not_before": _due(console), "sending_until": None}
            return _settle(connection, console, row, after)
        dropped = delivered.dropped(connection, outbox, row.id)
        return _settle(connection, console, row, {"state": SendState.WITHDRAWN.value}, dropped)


def _settle(
    connection: Connection,
    console: Console,
    row: Row[*tuple[Any, ...]],
    after: dict[str, Any],
    of_rules: Sequence[RowChange] = (),
) -> Changes:
    """Settle what went out, with what it changes where it is about the rules of a group."""
    change = RowChange(outbox, row.id, before={name: getattr(row, name) for name in after}, after=after)
    changes = [change, *of_rules]
    decision = decide(connection, console, Verb.SEND, changes, group_id=row.group_id)
    return changes_of(changes, row.group_id, decision)


def _due(console: Console) -> datetime:
    return console.now() + timedelta(seconds=UNDO_SECONDS)
