"""Deciding about what waits, and noting something with it. Each call is one transaction."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import Connection, Row, select

from console.desk import acts, journal, outbox
from console.desk.console import Console
from console.desk.journal import RowChange
from console.desk.noting import NOTE_DAYS, write_note
from console.desk.seen import check_unchanged, check_undecided
from console.domain.changes import Changes, together
from console.domain.decision import Act, DecisionId, ItemId, ItemKind, ItemState, Seen, Verb
from console.domain.message import MessageId
from console.domain.outgoing import SendId, SendState, TodoId, TodoState
from console.errors import ExpectedError
from console.store.queries.judgements import judgement_for, values_of
from console.store.tables import items
from console.store.tables import outbox as outbox_rows
from console.store.tables import todos as todo_rows

_NOBODY_SAID: Final[Mapping[ItemId, Seen]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Decided:
    """What came of a decision: ``decision`` is its entry in the journal (of several made together: the first).

    ``outgoing`` waits for its ten seconds, ``todos`` for a person with a phone.
    """

    changes: Changes
    decision: DecisionId
    outgoing: tuple[SendId, ...] = ()
    todos: tuple[TodoId, ...] = ()


def decide(console: Console, item_id: ItemId, act: Act, *, seen: Seen | None = None) -> Decided:
    """Decide about an item: what the act sends is made ready, and the item is done.

    Raises ``ExpectedError``: ``already_decided``, ``changed_meanwhile`` (with ``seen``), ``item_gone``, and what
    ``acts.check`` and the ladder refuse.
    """
    return _decide(console, [item_id], act, {} if seen is None else {item_id: seen})


def decide_all(
    console: Console, item_ids: Sequence[ItemId], act: Act, *, seen: Mapping[ItemId, Seen] = _NOBODY_SAID
) -> Decided:
    """Decide the same about several items, at least one; one undo takes all of it back. All or nothing.

    Raises what ``decide`` raises, and ``ValueError`` for an act that is about one person.
    """
    if act.verb not in acts.TOGETHER:
        raise ValueError(f"{act.verb} is never decided about many at once")
    return _decide(console, item_ids, act, seen)


def _decide(console: Console, item_ids: Sequence[ItemId], act: Act, seen: Mapping[ItemId, Seen]) -> Decided:
    def finish(connection: Connection, item_id: ItemId) -> Decided:
        return decide_within(connection, console, item_id, act, seen=seen.get(item_id))

    acts.check(act)
    return _together(console, item_ids, finish)


def decide_within(
    connection: Connection,
    console: Console,
    item_id: ItemId,
    act: Act,
    *,
    seen: Seen | None = None,
    also: Sequence[RowChange] = (),
) -> Decided:
    """Decide about an item as ``decide`` does, in the caller's transaction.

    ``also`` is what the same decision changes besides, after all that the act does. Several may be undone together by
    ``journal.bind``.
    """
    acts.check(act)
    item = _undecided(connection, console, item_id, seen)
    own = acts.ready(connection, console, item, act)
    changes = [
        _moved(item, acts.place_after(connection, console, item, own)),
        *acts.changes_by(connection, console, item, own),
        *also,
    ]
    return _written(connection, console, act.verb, item, changes, note=acts.words_of(act))


def decide_later(console: Console, item_id: ItemId, until: datetime, *, seen: Seen | None = None) -> Decided:
    """Later: out of sight until a moment (aware).

    Raises ``ExpectedError``: ``already_decided``, ``changed_meanwhile``, ``item_gone``, ``later_is_past``.
    """
    return decide_later_all(console, [item_id], until, seen={} if seen is None else {item_id: seen})


def decide_later_all(
    console: Console, item_ids: Sequence[ItemId], until: datetime, *, seen: Mapping[ItemId, Seen] = _NOBODY_SAID
) -> Decided:
    """Put several items off together. Raises what ``decide_later`` raises."""
    if until <= console.now():
        raise ExpectedError("later_is_past")
    after = {"state": ItemState.LATER.value, "later_until": until}

    def put_off(connection: Connection, item_id: ItemId) -> Decided:
        item = _undecided(connection, console, item_id, seen.get(item_id))
        changes = [_moved(item, after), *acts.changes_of_later(connection, item, until)]
        return _written(connection, console, Verb.LATER, item, changes)

    return _together(console, item_ids, put_off)


def _together(console: Console, item_ids: Sequence[ItemId], call: Callable[[Connection, ItemId], Decided]) -> Decided:
    """Decide about each item, in one transaction, so that one undo takes all of it back."""
    with console.store.writing() as connection:
        several = [call(connection, item_id) for item_id in dict.fromkeys(item_ids)]
        journal.bind(connection, [one.decision for one in several])
    return Decided(
        together(one.changes for one in several),
        several[0].decision,
        tuple(send for one in several for send in one.outgoing),
        tuple(todo for one in several for todo in one.todos),
    )


def _written(
    connection: Connection,
    console: Console,
    verb: Verb,
    item: Row[*tuple[Any, ...]],
    changes: Sequence[RowChange],
    *,
    note: str | None = None,
) -> Decided:
    decision = journal.decide(
        connection,
        console,
        verb,
        changes,
        group_id=item.group_id,
        item_id=item.id,
        shown=_shown(connection, item),
        note=note,
    )
    outbox.settle(connection, decision, changes)
    return Decided(
        journal.changes_of(changes, item.group_id, decision),
        decision,
        outgoing=tuple(SendId(change.id) for change in _going_out(changes) if change.table is outbox_rows),
        todos=tuple(TodoId(change.id) for change in _going_out(changes) if change.table is todo_rows),
    )


def _going_out(changes: Sequence[RowChange]) -> Iterator[RowChange]:
    """Yield what goes out by a decision, and not what it keeps from going out."""
    waits = {SendState.WAITING.value, TodoState.OPEN.value}
    return (change for change in changes if change.after.get("state") in waits)


def _undecided(connection: Connection, console: Console, item_id: ItemId, seen: Seen | None) -> Row[*tuple[Any, ...]]:
    item = _item(connection, item_id)
    check_undecided(connection, console, item, seen)
    return item


def _moved(item: Row[*tuple[Any, ...]], after: dict[str, Any]) -> RowChange:
    return RowChange(items, item.id, before={name: getattr(item, name) for name in after}, after=after)


def add_note(
    console: Console,
    item_id: ItemId,
    text: str,
    *,
    days: int = NOTE_DAYS,
    group_only: bool = True,
    seen: Seen | None = None,
) -> Changes:
    """Write something down with an item and who it is about; the item stays as it is, the note ends after ``days``.

    It is shown with this member in this group, or in all groups. Raises ``ExpectedError``: ``note_empty``,
    ``note_days`` (1 to 366), ``item_gone``, ``changed_meanwhile``.
    """
    with console.store.writing() as connection:
        row = _item(connection, item_id)
        check_unchanged(connection, console, row, seen)
        message_id = MessageId(row.subject_id) if row.kind == ItemKind.MESSAGE.value else None
        return write_note(
            connection,
            console,
            text,
            days=days,
            shown_in=row.group_id if group_only else None,
            person_id=None if message_id is None else acts.author_of(connection, message_id),
            message_id=message_id,
            item_id=item_id,
            group_id=row.group_id,
        )


def _item(connection: Connection, item_id: ItemId) -> Row[*tuple[Any, ...]]:
    row = connection.execute(select(items).where(items.c.id == item_id)).first()
    if row is None:
        raise ExpectedError("item_gone")
    return row


def _shown(connection: Connection, row: Row[*tuple[Any, ...]]) -> dict[str, Any] | None:
    judgement = judgement_for(connection, row.subject_id) if row.kind == ItemKind.MESSAGE.value else None
    return values_of(judgement) if judgement else None
