"""The page Deze week: what needs a person now, and the decisions on it. Each call is one transaction."""

from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, Row, func, insert, select, update

from console.desk import queue
from console.desk.console import Console
from console.desk.conversation import Detail, Line, MemberCard, Note, PastDecision, load_detail
from console.desk.journal import JournalEntry, RowChange, Undone, changes_of, decide, journal, undo
from console.domain.changes import Changes
from console.domain.decision import Item, ItemId, ItemKind, ItemState, Verb
from console.domain.filters import Filters
from console.domain.judgement import Attention
from console.errors import ExpectedError
from console.store.queries.judgements import IS_NOTICED, judgement_for, values_of
from console.store.tables import groups, items, judgements, members, messages, notes

__all__ = [
    "Detail",
    "JournalEntry",
    "Line",
    "MemberCard",
    "Note",
    "PastDecision",
    "Undone",
    "add_note",
    "decide_fine",
    "decide_later",
    "detail",
    "journal",
    "older_flags",
    "undo",
    "week",
]

NOTE_DAYS: Final = 90
LONGEST_NOTE_DAYS: Final = 366


def week(console: Console, filters: Filters | None = None) -> tuple[Item, ...]:
    """Return what waits now, in the order of ``design/screens.md``; texts are cut to 300 characters.

    ``filters`` keep some from sight: ``views.hidden`` counts those.
    """
    with console.store.reading() as connection:
        return queue.load_open(connection, console, filters)


def older_flags(console: Console) -> int:
    """Return how many flagged messages are older than what their group looks back on, and so never queued."""
    with console.store.reading() as connection:
        return connection.execute(
            select(func.count())
            .select_from(judgements)
            .join(messages, messages.c.id == judgements.c.message_id)
            .join(groups, groups.c.id == messages.c.group_id)
            .where(IS_NOTICED, judgements.c.attention != Attention.NONE.value)
            .where(messages.c.sent_at < groups.c.review_from)
        ).scalar_one()


def detail(console: Console, item_id: ItemId, *, before: int = 8, after: int = 8) -> Detail:
    """Return an item in its conversation, with at most so many lines before and after it.

    Raises ``ExpectedError("item_gone")`` when it left the queue.
    """
    with console.store.reading() as connection:
        item = queue.load_item(connection, console, item_id)
        return load_detail(connection, console, item.subject_id, item, before=before, after=after)


# --- decisions -------------------------------------------------------------------------------------------------------


def decide_fine(console: Console, item_id: ItemId) -> Changes:
    """Goed zo: no problem. Raises ``ExpectedError``: ``already_decided``, ``item_gone``."""
    return _decide(console, item_id, Verb.FINE, {"state": ItemState.DONE.value, "later_until": None})


def decide_later(console: Console, item_id: ItemId, until: datetime) -> Changes:
    """Later: out of sight until a moment (aware).

    Raises ``ExpectedError``: ``already_decided``, ``item_gone``, ``later_is_past``.
    """
    if until <= console.now():
        raise ExpectedError("later_is_past")
    return _decide(console, item_id, Verb.LATER, {"state": ItemState.LATER.value, "later_until": until})


def _decide(console: Console, item_id: ItemId, verb: Verb, after: dict[str, Any]) -> Changes:
    with console.store.writing() as connection:
        row = _item(connection, item_id)
        if row.state == ItemState.DONE.value:
            raise ExpectedError("already_decided")
        before = {"state": row.state, "later_until": row.later_until}
        change = RowChange(items, item_id, before=before, after=after)
        shown = _shown(connection, row)
        decision = decide(connection, console, verb, [change], group_id=row.group_id, item_id=item_id, shown=shown)
        return changes_of([change], row.group_id, decision)


def add_note(console: Console, item_id: ItemId, text: str, *, days: int = NOTE_DAYS) -> Changes:
    """Write something down with an item and who it is about; the item stays as it is, the note ends after ``days``.

    Raises ``ExpectedError``: ``note_empty``, ``note_days`` (1 to 366), ``item_gone``.
    """
    if not text.strip():
        raise ExpectedError("note_empty")
    if not 1 <= days <= LONGEST_NOTE_DAYS:
        raise ExpectedError("note_days", longest=LONGEST_NOTE_DAYS)
    with console.store.writing() as connection:
        row = _item(connection, item_id)
        values = {
            "group_id": row.group_id,
            "message_id": row.subject_id if row.kind == ItemKind.MESSAGE.value else None,
            "person_id": _person_of(connection, row),
            "text": text.strip(),
            "created_at": console.now(),
            "ends_at": console.now() + timedelta(days=days),
        }
        (note_id,) = connection.execute(insert(notes).values(values)).inserted_primary_key or (0,)
        change = RowChange(notes, note_id, before={"removed_at": None}, after={"removed_at": None})
        decision = decide(connection, console, Verb.NOTE, [change], group_id=row.group_id, item_id=item_id)
        connection.execute(update(notes).where(notes.c.id == note_id).values(decision_id=decision))
        return changes_of([change], row.group_id, decision)


def _item(connection: Connection, item_id: ItemId) -> Row[*tuple[Any, ...]]:
    row = connection.execute(select(items).where(items.c.id == item_id)).first()
    if row is None:
        raise ExpectedError("item_gone")
    return row


def _shown(connection: Connection, row: Row[*tuple[Any, ...]]) -> dict[str, Any] | None:
    judgement = judgement_for(connection, row.subject_id) if row.kind == ItemKind.MESSAGE.value else None
    return values_of(judgement) if judgement else None


def _person_of(connection: Connection, row: Row[*tuple[Any, ...]]) -> int | None:
    if row.kind != ItemKind.MESSAGE.value:
        return None
    return connection.execute(
        select(members.c.person_id)
        .join(messages, messages.c.member_id == members.c.id)
        .where(messages.c.id == row.subject_id)
    ).scalar()
