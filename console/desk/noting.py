"""Writing something down about a message or a member: who may see it, and when it ends."""

from datetime import timedelta
from typing import Final

from sqlalchemy import Connection, insert, update

from console.desk.console import Console
from console.desk.journal import RowChange, changes_of, decide
from console.domain.changes import Changes
from console.domain.decision import ItemId, Verb
from console.domain.message import MessageId
from console.errors import ExpectedError
from console.store.queries.judgements import judgement_for, values_of
from console.store.tables import notes

NOTE_DAYS: Final = 90
LONGEST_NOTE_DAYS: Final = 366


def write_note(
    connection: Connection,
    console: Console,
    text: str,
    *,
    days: int,
    shown_in: int | None,
    person_id: int | None,
    message_id: MessageId | None = None,
    item_id: ItemId | None = None,
    group_id: int | None = None,
) -> Changes:
    """Write a note down as a decision, in the caller's transaction. It is shown in one group (``shown_in``) or in all.

    ``group_id`` is the group that the decision is about. Raises ``ExpectedError``: ``note_empty``, ``note_days``
    (1 to 366).
    """
    if not text.strip():
        raise ExpectedError("note_empty")
    if not 1 <= days <= LONGEST_NOTE_DAYS:
        raise ExpectedError("note_days", longest=LONGEST_NOTE_DAYS)
    now = console.now()
    values = {
        "group_id": shown_in,
        "message_id": message_id,
        "person_id": person_id,
        "text": text.strip(),
        "created_at": now,
        "ends_at": now + timedelta(days=days),
        "removed_at": now,
    }
    (note_id,) = connection.execute(insert(notes).values(values)).inserted_primary_key or (0,)
    change = RowChange(notes, note_id, before={"removed_at": now}, after={"removed_at": None})
    judgement = None if message_id is None else judgement_for(connection, message_id)
    shown = None if judgement is None else values_of(judgement)
    decision = decide(connection, console, Verb.NOTE, [change], group_id=group_id, item_id=item_id, shown=shown)
    connection.execute(update(notes).where(notes.c.id == note_id).values(decision_id=decision))
    return changes_of([change], group_id, decision)
