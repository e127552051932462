"""What of a decision left this computer: undo passes it over, because nobody can call it back."""

from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, Table, and_, func, or_, select, update

from console.domain.decision import Verb
from console.domain.outgoing import SendState, TodoState
from console.store.queries.decisions import IS_UNDONE
from console.store.tables import decisions, outbox, todos

_GONE: Final = {
    outbox: (SendState.SENDING.value, SendState.DONE.value, SendState.UNKNOWN.value),
    todos: (TodoState.SEEN.value,),
}


def note_departure(connection: Connection, table: Table, row_id: int) -> None:
    """Have every decision about a row of ``outbox`` or ``todos`` know whether something of it left, or did not."""
    left = or_(*(_has_gone(gone) for gone in _GONE))
    connection.execute(update(decisions).where(_is_about(connection, table, row_id)).values(left_computer=left))


def last_decision(connection: Connection, table: Table, row_id: int) -> Row[*tuple[Any, ...]] | None:
    """Return the decision that made a row of ``outbox`` or ``todos`` what it is: the last that was not undone."""
    about = select(decisions).where(_is_about(connection, table, row_id), ~IS_UNDONE.element)
    return connection.execute(about.order_by(decisions.c.id.desc()).limit(1)).first()


def _is_about(connection: Connection, table: Table, row_id: int) -> ColumnElement[bool]:
    """Whether a decision changed the row. It can be none from before the one that made it."""
    first = connection.scalar(select(table.c.decision_id).where(table.c.id == row_id))
    changed = func.json_each(decisions.c.before, "$.rows").table_valued("value")
    is_row = and_(
        func.json_extract(changed.c.value, "$.table") == table.name,
        func.json_extract(changed.c.value, "$.id") == row_id,
    )
    has_changed = select(changed.c.value).where(is_row).correlate(decisions).exists()
    return and_(decisions.c.id >= (first or 0), decisions.c.verb != Verb.UNDO.value, has_changed)


def _has_gone(table: Table) -> ColumnElement[bool]:
    """Whether a row that a decision changed is out of reach now."""
    changed = func.json_each(decisions.c.before, "$.rows").table_valued("value")
    is_row = and_(
        func.json_extract(changed.c.value, "$.table") == table.name,
        func.json_extract(changed.c.value, "$.id") == table.c.id,
    )
    gone = select(table.c.id).select_from(changed).join(table, is_row).where(table.c.state.in_(_GONE[table]))
    return gone.correlate(decisions).exists()
