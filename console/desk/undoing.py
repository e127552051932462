"""What was decided is taken back, and made again; also after a restart, for as long as nothing of it left the computer.

Both are entries of the journal of their own: the undoing of a decision names it in ``undoes_id``, and the decision that
is made again names its undoing. A decision is taken back whole or not at all: not when another decided on after it, or
when one of its rows became another thing meanwhile. Nobody takes back by a key press what another decided.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, select

from console.desk.console import Console
from console.desk.journal import RowChange, bind, changes_of, decide, rows_of
from console.desk.standing import can_be_made, is_out_of_reach, stands
from console.domain.changes import Changes, together
from console.domain.decision import DecisionId, ItemId, ItemKind, Verb
from console.domain.outgoing import UNDO_SECONDS, SendState
from console.errors import ExpectedError
from console.store.queries.decisions import IS_UNDONE
from console.store.tables import corrections, decisions, groups, items, message_changes, notes, outbox

Decision = Row[*tuple[Any, ...]]  # a row of decisions


@dataclass(frozen=True, slots=True)
class Undone:
    """What undo took back, or redo made again: ``verb`` is that of the decision, ``count`` of how many made together.

    ``note`` are the words of the decision: of a note, those that are gone now. ``skipped`` tells how many later
    decisions stay, because they left the computer or something was built on them; told once.
    """

    changes: Changes
    verb: Verb
    item: ItemId | None
    note: str | None
    count: int = 1
    skipped: int = 0


def undo(console: Console) -> Undone | None:
    """Take back the last decision of this person that was not yet undone; None when there is none left.

    What was decided together is taken back together. What left the computer is passed over.
    """
    with console.store.writing() as connection:
        last, passed = _last_within_reach(connection, console)
        if last is None:
            return None
        return _take_back_all(connection, console, last, skipped=_not_told_yet(connection, console, passed))


def undo_one(console: Console, decision_id: DecisionId) -> Undone:
    """Take back one decision, and what was decided together with it.

    Raises ``ExpectedError``: ``undo_not_standing`` (undone already, or no decision), ``undo_out_of_reach``.
    """
    wanted = select(decisions, is_out_of_reach().label("is_gone")).where(decisions.c.id == decision_id, stands())
    with console.store.writing() as connection:
        row = connection.execute(wanted).first()
        if row is None:
            raise ExpectedError("undo_not_standing")
        if row.is_gone or not can_be_made(connection, _backwards(row)):
            raise ExpectedError("undo_out_of_reach")
        return _take_back_all(connection, console, row)


def take_back(connection: Connection, console: Console, decision: Decision) -> Undone:
    """Take back one decision, in the caller's transaction."""
    verb = Verb(decision.verb)
    back = _backwards(decision)
    for change in back:
        if change.table is notes and "removed_at" in change.after:
            change.after["removed_at"] = console.now()
        if change.table is groups and "name" in change.after:
            change.after["name"] = _free_name(connection, change.after["name"], change.id)
    _begin_anew(console, back)
    of_decision = {"group_id": decision.group_id, "item_id": decision.item_id, "undoes_id": decision.id}
    undoing = decide(connection, console, Verb.UNDO, back, **of_decision)
    item = _item_of(connection, decision, back)
    return Undone(changes_of(back, decision.group_id, undoing), verb, item, _words_of(connection, decision, back))


def is_within_reach(connection: Connection, decision: Decision) -> bool:
    """Return whether a decision can still be taken back: nothing of it left, and nothing was built on it."""
    is_gone = connection.scalar(select(is_out_of_reach()).where(decisions.c.id == decision.id))
    return not is_gone and can_be_made(connection, _backwards(decision))


def redo(console: Console) -> Undone | None:
    """Make again what this person undid last; None when there is nothing, or a new decision was made since.

    What it sends waits its ten seconds anew. Raises ``ExpectedError("redo_out_of_reach")`` when something changed since
    it was undone.
    """
    is_fresh = and_(decisions.c.verb != Verb.UNDO.value, decisions.c.undoes_id.is_(None))
    with console.store.writing() as connection:
        last_fresh = connection.scalar(_last_of(console).with_only_columns(decisions.c.id).where(is_fresh).limit(1))
        is_undoing = and_(decisions.c.verb == Verb.UNDO.value, ~IS_UNDONE.element, decisions.c.id > (last_fresh or 0))
        undoing = connection.execute(_last_of(console).where(is_undoing).limit(1)).first()
        if undoing is None:
            return None
        return _as_one(
            connection, [_make_again(connection, console, row) for row in _with_its_like(connection, undoing)]
        )


def _make_again(connection: Connection, console: Console, undoing: Decision) -> Undone:
    first = connection.execute(select(decisions).where(decisions.c.id == undoing.undoes_id)).one()
    again = _backwards(undoing)
    if not can_be_made(connection, again) or _says_something_else(connection, undoing):
        raise ExpectedError("redo_out_of_reach")
    _begin_anew(console, again)
    verb = Verb(first.verb)
    of_first = {"group_id": first.group_id, "item_id": first.item_id, "shown": first.shown, "note": first.note}
    decision = decide(connection, console, verb, again, undoes_id=undoing.id, **of_first)
    item = _item_of(connection, first, again)
    return Undone(changes_of(again, first.group_id, decision), verb, item, _words_of(connection, first, again))


def _begin_anew(console: Console, changes: Sequence[RowChange]) -> None:
    """Give what waits to leave again its ten seconds."""
    for change in changes:
        if change.table is outbox and change.after.get("state") == SendState.WAITING.value:
            change.after["not_before"] = console.now() + timedelta(seconds=UNDO_SECONDS)


def _says_something_else(connection: Connection, undoing: Decision) -> bool:
    """Return whether an export edited or deleted the message since its decision was undone."""
    changed = (
        select(message_changes.c.id)
        .join(items, and_(items.c.kind == ItemKind.MESSAGE.value, items.c.subject_id == message_changes.c.message_id))
        .where(items.c.id == undoing.item_id, message_changes.c.seen_at > undoing.decided_at)
    )
    return connection.scalar(changed.limit(1)) is not None


# --- several together ------------------------------------------------------------------------------------------------


def _take_back_all(connection: Connection, console: Console, decision: Decision, *, skipped: int = 0) -> Undone:
    """Take back a decision, and of what was decided together with it all that still can be."""
    several = [
        row
        for row in _with_its_like(connection, decision)
        if row.id == decision.id or can_be_made(connection, _backwards(row))
    ]
    return _as_one(connection, [take_back(connection, console, row) for row in several], skipped=skipped)


def _with_its_like(connection: Connection, decision: Decision) -> Sequence[Decision]:
    """Return a decision, or an undoing, and those made together with it that stand and are within reach; last first."""
    if decision.batch_id is None:
        return [decision]
    batch = select(decisions).where(decisions.c.batch_id == decision.batch_id, ~IS_UNDONE.element)
    if decision.verb != Verb.UNDO.value:
        batch = batch.where(~is_out_of_reach())
    return connection.execute(batch.order_by(decisions.c.id.desc())).all()


def _as_one(connection: Connection, several: Sequence[Undone], *, skipped: int = 0) -> Undone:
    bind(connection, [DecisionId(one.changes.decision) for one in several if one.changes.decision is not None])
    first = several[-1]  # the last was taken first
    changes = together(one.changes for one in several)
    return Undone(changes, first.verb, first.item, first.note, count=len(several), skipped=skipped)


# --- what there is to undo -------------------------------------------------------------------------------------------


def _last_within_reach(connection: Connection, console: Console) -> tuple[Decision | None, list[int]]:
    """Return what is undone next, and the later decisions that are passed over."""
    passed: list[int] = []
    own = _last_of(console, is_out_of_reach().label("is_gone")).where(stands())
    with connection.execute(own) as rows:
        for row in rows:
            if not row.is_gone and can_be_made(connection, _backwards(row)):
                return row, passed
            passed.append(row.id)
    return None, passed


def _last_of(console: Console, *more: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    return select(decisions, *more).where(decisions.c.actor == console.actor).order_by(decisions.c.id.desc())


def _not_told_yet(connection: Connection, console: Console, passed: Sequence[int]) -> int:
    """Return how many decisions are passed over now, without those that the undo just before passed over as well."""
    latest = connection.execute(_last_of(console).limit(1)).one()
    told_from = latest.undoes_id if latest.verb == Verb.UNDO.value else latest.id + 1
    return sum(decision_id < told_from for decision_id in passed)


def _backwards(decision: Decision) -> list[RowChange]:
    return [change.reversed() for change in reversed(rows_of(decision))]


def _item_of(connection: Connection, undone: Decision, back: Sequence[RowChange]) -> ItemId | None:
    """Return the item that is back where it was: that of the decision, or of the message that was corrected."""
    item_id = undone.item_id
    corrected = [change.id for change in back if change.table is corrections]
    if Verb(undone.verb) is Verb.CORRECTION and corrected:
        of_message = and_(items.c.kind == ItemKind.MESSAGE.value, items.c.subject_id == corrections.c.message_id)
        found = select(items.c.id).join(corrections, of_message).where(corrections.c.id == corrected[0])
        item_id = connection.execute(found).scalar()
    return None if item_id is None else ItemId(item_id)


def _words_of(connection: Connection, decision: Decision, changes: Sequence[RowChange]) -> str | None:
    """Return the words of a decision; those of a note stand in the note itself."""
    words: str | None = decision.note
    if Verb(decision.verb) is Verb.NOTE:
        words = connection.scalar(select(notes.c.text).where(notes.c.id == changes[0].id))
    return words


def _free_name(connection: Connection, name: str, group_id: int) -> str:
    """Return the name, or the name with a number when another group took it meanwhile: undo never gets stuck."""
    taken = set(connection.scalars(select(groups.c.name).where(groups.c.id != group_id)))
    numbered = (f"{name} ({number})" for number in count(2))
    return name if name not in taken else next(free for free in numbered if free not in taken)
