"""Where else what is erased stands: in what was sent, in notes, in the journal. For who erases, in his transaction."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Table, delete, func, null, select, update

from console.domain.outgoing import SendState, TodoState
from console.store.tables import (
    decisions,
    feedback,
    forwards,
    join_requests,
    members,
    memberships,
    notes,
    outbox,
    people,
    privacy_requests,
    professionals,
    prospects,
    start_steps,
    todos,
)

_AT_ONCE: Final = 500  # ids in one statement
REQUEST_FACTS: Final = (
    *("phone", "email", "street", "house_number", "postcode", "is_old_enough", "has_read_rules", "has_confirmed"),
    *("consent_at", "consent_channel", "vouched_by", "vouched_by_id", "language", "words", "person_id"),
    *("question", "reason"),
)
_PERSONAL: Final[Mapping[Table, frozenset[str]]] = {  # what an entry of the journal may hold of somebody
    feedback: frozenset({"what", "answer", "lapse_words"}),
    forwards: frozenset({"body", "payload"}),
    join_requests: frozenset({"name", *REQUEST_FACTS}),
    members: frozenset({"name", "alias", "consent_channel"}),
    memberships: frozenset({"reason"}),
    notes: frozenset({"text"}),
    outbox: frozenset({"recipient", "body", "answer"}),
    people: frozenset({"name", "phone", "objection"}),
    privacy_requests: frozenset({"words"}),
    professionals: frozenset({"name", "phone", "email", "phone_hours", "expectation"}),
    prospects: frozenset({"name", "contact", "phone", "email", "note"}),
    start_steps: frozenset({"note"}),
    todos: frozenset({"recipient", "text"}),
}
_TO_DO: Final = (TodoState.OPEN.value, TodoState.NOT_SEEN.value)
_TO_SEND: Final = (SendState.WAITING.value, SendState.FAILED.value)
_WITH_WORDS: Final = frozenset({people, privacy_requests})
"""What is said with a decision about these is about that person: why his objection does not stand."""
Rows = dict[Table, set[int]]
"""Of which rows what is personal goes, by table."""


def parts(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """Yield ids so many at a time that a statement takes them."""
    return (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))


def delete_rows(connection: Connection, table: Table, wanted: ColumnElement[bool]) -> set[int]:
    """Delete rows and return their ids."""
    ids = set(connection.scalars(select(table.c.id).where(wanted)))
    for part in parts(sorted(ids)):
        connection.execute(delete(table).where(table.c.id.in_(part)))
    return ids


def empty_notes(connection: Connection, wanted: ColumnElement[bool], at: datetime) -> set[int]:
    """Forget what notes said and about whom; ``at`` is when they ended at last. Return their ids.

    The rows stay: the next note would get the number of the last, and the journal takes it for that one.
    """
    ids = set(connection.scalars(select(notes.c.id).where(wanted)))
    nothing = {"text": "", "person_id": None, "message_id": None, "removed_at": at}
    for part in parts(sorted(ids)):
        connection.execute(update(notes).where(notes.c.id.in_(part)).values(nothing))
    return ids


def empty_sent(connection: Connection, table: Table, wanted: ColumnElement[bool]) -> set[int]:
    """Forget to whom something went and what it said; what still waited waits no more, and nothing is tried again."""
    ids = set(connection.scalars(select(table.c.id).where(wanted)))
    waiting = _TO_DO if table is todos else _TO_SEND
    nothing = dict.fromkeys(("recipient", "text") if table is todos else ("recipient", "body", "answer"))
    for part in parts(sorted(ids)):
        of_part = update(table).where(table.c.id.in_(part))
        connection.execute(of_part.where(table.c.state.in_(waiting)).values(state=TodoState.WITHDRAWN.value))
        if table is outbox:  # on its way now: its answer is still heard
            is_leaving = table.c.state == SendState.SENDING.value
            connection.execute(of_part.where(is_leaving).values(state=SendState.UNKNOWN.value))
        connection.execute(of_part.values(nothing))
    return ids


def forget_words(connection: Connection, wanted: ColumnElement[bool]) -> None:
    """Forget the words of decisions, and what was shown with them."""
    connection.execute(update(decisions).where(wanted).values(note=None, shown=null()))


def scrub(connection: Connection, gone: Rows) -> None:
    """Take what was known of these rows out of the journal; that they changed stays."""
    for table, row_ids in gone.items():
        for ids in parts(sorted(row_ids)):
            _scrub_rows(connection, table, set(ids))


def changed(table: Table, ids: Collection[int]) -> ColumnElement[bool]:
    """Whether a decision changed one of these rows."""
    row = func.json_each(decisions.c.after, "$.rows").table_valued("value")
    of_table = func.json_extract(row.c.value, "$.table") == table.name
    return select(row.c.value).where(of_table, func.json_extract(row.c.value, "$.id").in_(ids)).exists()


def _scrub_rows(connection: Connection, table: Table, ids: set[int]) -> None:
    about = select(decisions.c.id, decisions.c.before, decisions.c.after).where(changed(table, ids))
    note = {"note": None} if table in _WITH_WORDS else {}
    for entry in connection.execute(about.where(decisions.c.after.is_not(None))).all():
        sides = {side: _without(getattr(entry, side), table, ids) for side in ("before", "after")}
        connection.execute(update(decisions).where(decisions.c.id == entry.id).values(sides | note))


def _without(side: Mapping[str, Any], table: Table, ids: set[int]) -> dict[str, Any]:
    """Return one side of an entry without what is personal in these rows."""
    personal = _PERSONAL[table]

    def scrubbed(row: Mapping[str, Any]) -> Mapping[str, Any]:
        if row["table"] != table.name or row["id"] not in ids:
            return row
        values = {name: None if name in personal else value for name, value in row["values"].items()}
        return {**row, "values": values}

    return {**side, "rows": [scrubbed(row) for row in side["rows"]]}
