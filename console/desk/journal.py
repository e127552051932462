"""The journal: who decided what, when, and what stood there before. Undo writes the opposite; nothing is overwritten.

Every decision changes one row of one table. ``before`` and ``after`` hold that row's values as
``{"table": ..., "id": ..., "values": {...}}``, with moments as whole seconds since 1970; undo puts ``before`` back.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from typing import Any, Final

from sqlalchemy import Connection, Row, Table, and_, case, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from console import texts
from console.desk.console import Console
from console.desk.conversation import IS_UNDONE, is_current, one_line
from console.desk.judging import judge_again
from console.desk.queue import enqueue_message
from console.domain.changes import Changes
from console.domain.decision import DecisionId, ItemId, ItemKind, Verb
from console.domain.group import GroupId
from console.domain.message import MessageId
from console.errors import ExpectedError
from console.store.columns import UtcSeconds
from console.store.queries.judgements import ask_again, judgement_for
from console.store.tables import decisions, groups, items, judgements, messages, notes

_TABLES: Final = {table.name: table for table in (groups, items, judgements, notes)}


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after a decision; the keys of both are names of columns."""

    table: Table
    id: int
    before: dict[str, Any]
    after: dict[str, Any]

    def apply(self, connection: Connection) -> None:
        """Write ``after``. Raises ``ExpectedError("group_name_taken")`` for a name that another group has."""
        (key,) = self.table.primary_key.columns
        try:
            connection.execute(update(self.table).where(key == self.id).values(self.after))
        except IntegrityError as error:
            if self.table is groups and "name" in self.after:
                raise ExpectedError("group_name_taken", name=self.after["name"]) from error
            raise

    def stored(self) -> dict[str, Any]:
        """Return ``before`` and ``after`` as the journal keeps them."""
        here = {"table": self.table.name, "id": self.id}
        return {
            "before": here | {"values": {name: _to_json(value) for name, value in self.before.items()}},
            "after": here | {"values": {name: _to_json(value) for name, value in self.after.items()}},
        }


def _to_json(value: Any) -> Any:  # noqa: ANN401
    return int(value.timestamp()) if isinstance(value, datetime) else value


def _from_json(table: Table, stored: dict[str, Any]) -> dict[str, Any]:
    def moment_or_same(name: str, value: Any) -> Any:  # noqa: ANN401
        is_moment = value is not None and isinstance(table.c[name].type, UtcSeconds)
        return datetime.fromtimestamp(value, UTC) if is_moment else value

    return {name: moment_or_same(name, value) for name, value in stored.items()}


def decide(
    connection: Connection,
    console: Console,
    verb: Verb,
    change: RowChange,
    *,
    group_id: int | None,
    item_id: int | None = None,
    shown: dict[str, Any] | None = None,
    note: str | None = None,
    undoes_id: int | None = None,
) -> DecisionId:
    """Carry out a change and write it down, in the caller's transaction. ``shown`` is the judgement as it was seen."""
    change.apply(connection)
    entry = insert(decisions).values(
        group_id=group_id,
        item_id=item_id,
        verb=verb.value,
        actor=console.actor,
        decided_at=console.now(),
        shown=shown,
        note=note,
        undoes_id=undoes_id,
        **change.stored(),
    )
    (decision_id,) = connection.execute(entry).inserted_primary_key or (0,)
    _follow_up(connection, change)
    return DecisionId(decision_id)


def _follow_up(connection: Connection, change: RowChange) -> None:
    """Bring along what depends on the row: a new profile asks for new judgements, a new category for a new place."""
    if change.table is groups and "profile" in change.after:
        ask_again(connection, GroupId(change.id))
    if change.table is judgements:
        judgement = judgement_for(connection, change.id)
        message = connection.execute(
            select(messages.c.group_id, messages.c.sent_at).where(messages.c.id == change.id)
        ).one()
        if judgement is not None:
            enqueue_message(
                connection,
                message_id=MessageId(change.id),
                group_id=GroupId(message.group_id),
                at=message.sent_at,
                judgement=judgement,
            )


# --- undo ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Undone:
    """What undo took back: ``verb`` is that of the decision, ``note`` the words of a note that is gone now."""

    changes: Changes
    verb: Verb
    item: ItemId | None
    note: str | None


def undo(console: Console) -> Undone | None:
    """Take back the last decision that was not yet undone; None when there is none left.

    Works at any time, also after a restart, for as long as nothing of the decision left this computer
    (``design/screens.md``). What left it is passed over.
    """
    with console.store.writing() as connection:
        last = connection.execute(
            select(decisions)
            .where(decisions.c.verb != Verb.UNDO.value, ~decisions.c.left_computer, ~IS_UNDONE.element)
            .order_by(decisions.c.id.desc())
            .limit(1)
        ).first()
        if last is None:
            return None
        verb = Verb(last.verb)
        table = _TABLES[last.before["table"]]
        back = RowChange(
            table,
            last.before["id"],
            before=_from_json(table, last.after["values"]),
            after={"removed_at": console.now()} if verb is Verb.NOTE else _from_json(table, last.before["values"]),
        )
        if table is groups and "name" in back.after:
            back.after["name"] = _free_name(connection, back.after["name"], back.id)
        decision_id = decide(
            connection,
            console,
            Verb.UNDO,
            back,
            group_id=last.group_id,
            item_id=last.item_id,
            undoes_id=last.id,
        )
        if table is judgements and _judged_since(connection, back.id, last.decided_at):
            judge_again(connection, console, back.id)  # what stood there was said of another text or profile
        note = last.note
        if verb is Verb.NOTE:
            note = connection.execute(select(notes.c.text).where(notes.c.id == back.id)).scalar()
        item = None if last.item_id is None else ItemId(last.item_id)
        return Undone(changes_of(back, last.group_id, decision_id), verb, item, note)


def _free_name(connection: Connection, name: str, group_id: int) -> str:
    """Return the name, or the name with a number when another group took it meanwhile: undo never gets stuck."""
    taken = set(connection.scalars(select(groups.c.name).where(groups.c.id != group_id)))
    numbered = (f"{name} ({number})" for number in count(2))
    return name if name not in taken else next(free for free in numbered if free not in taken)


def _judged_since(connection: Connection, message_id: int, moment: datetime) -> bool:
    judged = select(judgements.c.judged_at).where(judgements.c.message_id == message_id)
    return bool(connection.execute(judged).scalar_one() > moment)


def changes_of(change: RowChange, group_id: int | None, decision_id: DecisionId) -> Changes:
    """Return what the pages need to know about a change that was carried out."""
    return Changes(
        messages=change.table is judgements,
        items=change.table is not groups or "profile" in change.after or "name" in change.after,
        groups=change.table is groups,
        notes=change.table is notes,
        group_ids=frozenset() if group_id is None else frozenset({GroupId(group_id)}),
        decision=decision_id,
    )


# --- reading it back -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One line of the journal. ``decided_at`` is aware UTC; ``text`` is the message decided about, on one line, or
    what changed in the settings of a group."""

    decided_at: datetime
    actor: str
    verb: Verb
    group: str | None
    text: str
    note: str | None
    is_undone: bool


def journal(console: Console, limit: int = 200) -> tuple[JournalEntry, ...]:
    """Return the last decisions, newest first; an undo is an entry of its own. A note that ended is not told again."""
    changed_table = func.json_extract(decisions.c.before, "$.table")
    changed_id = func.json_extract(decisions.c.before, "$.id")
    message_id = case((changed_table == judgements.name, changed_id), else_=items.c.subject_id)
    statement = (
        select(
            decisions.c.decided_at,
            decisions.c.actor,
            decisions.c.verb,
            decisions.c.before,
            decisions.c.after,
            func.coalesce(decisions.c.note, notes.c.text).label("note"),
            groups.c.name.label("group"),
            messages.c.text,
            IS_UNDONE,
        )
        .outerjoin(groups, groups.c.id == decisions.c.group_id)
        .outerjoin(items, and_(items.c.id == decisions.c.item_id, items.c.kind == ItemKind.MESSAGE.value))
        .outerjoin(messages, messages.c.id == message_id)
        .outerjoin(notes, and_(changed_table == notes.name, notes.c.id == changed_id, is_current(console)))
        .order_by(decisions.c.id.desc())
        .limit(limit)
    )
    with console.store.reading() as connection:
        rows = connection.execute(statement).all()
    return tuple(
        JournalEntry(
            decided_at=row.decided_at,
            actor=row.actor,
            verb=Verb(row.verb),
            group=row.group,
            text=_settings_changed(row, console.language) if row.text is None else one_line(row.text),
            note=row.note,
            is_undone=bool(row.is_undone),
        )
        for row in rows
    )


def _settings_changed(row: Row[*tuple[Any, ...]], language: str) -> str:
    before, after = row.before["values"], row.after["values"]
    nothing = texts.say("desk.nothing", language)

    def shown(value: object) -> object:
        return nothing if value is None else value

    return "; ".join(
        f"{texts.say(f'desk.setting_{name}', language)}: {shown(before[name])} → {shown(after[name])}"
        for name in after
        if row.before["table"] == groups.name
    )
