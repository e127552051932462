"""What leaves this computer, and when. Nothing leaves by itself: a person decided it, and had ten seconds to take it
back (``design/screens.md``).

What goes out is written in the transaction of the decision: for a carrier (a row of ``outbox``), or, where none can do
it, for a person with a phone (a row of ``todos``).
"""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, Table, and_, case, insert, or_, select, update

from console.desk.console import Console
from console.desk.departure import last_decision, note_departure
from console.desk.journal import RowChange, bind, changes_of, decide
from console.desk.professionals import asked_of
from console.desk.undoing import is_within_reach, take_back
from console.domain.changes import Changes, together
from console.domain.decision import Act, DecisionId, Verb
from console.domain.group import GroupId, Tool
from console.domain.outgoing import (
    UNDO_SECONDS,
    Action,
    NotSentError,
    Outgoing,
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
    messages,
    outbox,
    people,
    todos,
)

log = logging.getLogger(__name__)

SHOWN_SECONDS: Final = 5  # how long a person can see that something left
LEASE_SECONDS: Final = 120  # a sender that is silent for so long was killed; a carrier gives up long before

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
_WITHOUT_TEXT: Final = frozenset({Action.DELETE, Action.REMOVE, Action.ADMIT, Action.REFUSE})


def put(
    connection: Connection,
    console: Console,
    *,
    group_id: int,
    message_id: int | None,
    person_id: int | None,
    act: Act,
    key: str,
) -> list[RowChange]:
    """Make ready what an act sends, in the caller's transaction; nothing for an act that stays on this computer.

    The row stands there as taken back, and the change makes it wait; the caller hands it to ``journal.decide`` and
    calls ``settle``. ``key`` is this action's alone, and the same at every try.
    """
    action = ACTION_OF.get(act.verb)
    if action is None:
        return []
    about = {
        "group_id": group_id,
        "action": action.value,
        "message_id": message_id,
        "person_id": person_id,
        "recipient": _recipient(connection, group_id, person_id, action),
    }
    return [_prepared(connection, console, about, act.text.strip(), key)]


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
    return _prepared(connection, console, about, text, key)


def _prepared(connection: Connection, console: Console, about: dict[str, Any], text: str | None, key: str) -> RowChange:
    """Write down what goes out as taken back, and return the change that makes it wait."""
    action, values = Action(about["action"]), {**about, "created_at": console.now()}
    text = None if action in _WITHOUT_TEXT else text
    tool = _tool(connection, about["group_id"])
    if not can_carry(console, tool, action):
        todo = {**values, "text": text, "state": TodoState.WITHDRAWN.value}
        return _made(connection, todos, todo, {"state": TodoState.OPEN.value})
    due = _due(console)
    sending = {**values, "body": text, "state": SendState.WITHDRAWN.value, "carrier": tool.value}
    sending |= {"idempotency_key": key, "not_before": due}
    return _made(connection, outbox, sending, {"state": SendState.WAITING.value, "not_before": due})


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


def can_carry(console: Console, tool: Tool, action: Action) -> bool:
    """Return whether a carrier does it for groups of a tool; else a person does it by hand."""
    carrier = console.carriers.get(tool)
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
    touched = _give_up_silent(console)
    while (row := _claim(console)) is not None:
        carrier = console.carriers[Tool(row.carrier)]
        outgoing = Outgoing(row.idempotency_key, row.group, Action(row.action), row.recipient, row.source_id, row.body)
        try:
            answer = carrier.send(outgoing)
        except NotSentError as refusal:
            _note_answer(console, row, SendState.FAILED, str(refusal))
        except Exception as error:  # noqa: BLE001  # whatever broke, it may have arrived
            log.warning("no answer from %s: %s", row.carrier, type(error).__name__)
            _note_answer(console, row, SendState.UNKNOWN, None)
        else:
            _note_answer(console, row, SendState.DONE, answer)
        touched.add(GroupId(row.group_id))
    return Changes(outgoing=bool(touched), group_ids=frozenset(touched))


def _claim(console: Console) -> Row[*tuple[Any, ...]] | None:
    """Take one thing that is due, so that nobody else does, and let its decision know that it leaves."""
    due = (
        select(outbox.c.id)
        .where(outbox.c.state == SendState.WAITING.value, outbox.c.not_before <= console.now())
        .where(outbox.c.carrier.in_([tool.value for tool in console.carriers]))
        .order_by(outbox.c.not_before, outbox.c.id)
        .limit(1)
    )
    claim = (
        update(outbox)
        .where(outbox.c.id == due.scalar_subquery(), outbox.c.state == SendState.WAITING.value)
        .values(state=SendState.SENDING.value, sending_until=console.now() + timedelta(seconds=LEASE_SECONDS))
        .returning(outbox.c.id)
    )
    with console.store.writing() as connection:
        claimed = connection.execute(claim).scalar()
        if claimed is None:
            return None
        note_departure(connection, outbox, claimed)
        return connection.execute(
            select(outbox, groups.c.name.label("group"), messages.c.source_id)
            .join(groups, groups.c.id == outbox.c.group_id)
            .outerjoin(messages, messages.c.id == outbox.c.message_id)
            .where(outbox.c.id == claimed)
        ).one()


def _note_answer(console: Console, tried: Row[*tuple[Any, ...]], state: SendState, answer: str | None) -> None:
    """Write down how a try ended (the row as it was claimed). A late answer still counts, unless a person settled it.

    Of a try that was given up, only that it arrived says something about the one that is busy now.
    """
    is_own = outbox.c.sending_until == tried.sending_until
    heard = outbox.c.state == SendState.SENDING.value
    heard = heard if state is SendState.DONE else and_(heard, is_own)
    if answer is not None:
        heard = or_(heard, outbox.c.state.in_([SendState.UNKNOWN.value, SendState.WAITING.value]))
    done_at = console.now() if state is SendState.DONE else None
    values = {"state": state.value, "answer": answer, "sending_until": None, "done_at": done_at}
    with console.store.writing() as connection:
        connection.execute(update(outbox).where(outbox.c.id == tried.id, heard).values(values))
        note_departure(connection, outbox, tried.id)


def _give_up_silent(console: Console) -> set[GroupId]:
    """Settle what a sender left behind that fell silent: again where the platform itself does nothing twice."""
    safe = [tool.value for tool, carrier in console.carriers.items() if carrier.repeats_safely]
    silent = and_(outbox.c.state == SendState.SENDING.value, outbox.c.sending_until <= console.now())
    state = case((outbox.c.carrier.in_(safe), SendState.WAITING.value), else_=SendState.UNKNOWN.value)
    settled = update(outbox).where(silent).values(state=state).returning(outbox.c.group_id)
    with console.store.reading() as connection:
        if connection.scalar(select(outbox.c.id).where(silent).limit(1)) is None:
            return set()
    with console.store.writing() as connection:
        return {GroupId(group_id) for group_id in connection.scalars(settled)}


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
        outbox.c.carrier.in_([tool.value for tool in console.carriers]),
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

    Raises ``ExpectedError("send_settled")`` when there is nothing to say any more.
    """
    with console.store.writing() as connection:
        row = connection.execute(select(outbox).where(outbox.c.id == send_id)).first()
        open_states = (SendState.UNKNOWN,) if arrived else (SendState.UNKNOWN, SendState.FAILED)
        if row is None or SendState(row.state) not in open_states:
            raise ExpectedError("send_settled")
        if arrived:
            return _settle(connection, console, row, {"state": SendState.DONE.value, "done_at": console.now()})
        if again:
            after = {"state": SendState.WAITING.value, "not_before": _due(console), "sending_until": None}
            return _settle(connection, console, row, after)
        return _settle(connection, console, row, {"state": SendState.WITHDRAWN.value})


def _settle(connection: Connection, console: Console, row: Row[*tuple[Any, ...]], after: dict[str, Any]) -> Changes:
    change = RowChange(outbox, row.id, before={name: getattr(row, name) for name in after}, after=after)
    decision = decide(connection, console, Verb.SEND, [change], group_id=row.group_id)
    return changes_of([change], row.group_id, decision)


def _due(console: Console) -> datetime:
    return console.now() + timedelta(seconds=UNDO_SECONDS)
