"""What of a decision left this computer: undo passes it over, because nobody can call it back."""

from functools import cache
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, Table, Update, and_, bindparam, func, or_, select, update

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
    connection.execute(_departure(table), {"row": row_id, "first": _first_decision(connection, table, row_id)})


def last_decision(connection: Connection, table: Table, row_id: int) -> Row[*tuple[Any, ...]] | None:
    """Return the decision that made a row of ``outbox`` or ``todos`` what it is: the last that was not undone."""
    about = select(decisions).where(_is_about(table), ~IS_UNDONE.element).order_by(decisions.c.id.desc()).limit(1)
    return connection.execute(about, {"row": row_id, "first": _first_decision(connection, table, row_id)}).first()


def _first_decision(connection: Connection, table: Table, row_id: int) -> int:
    """Return the decision that made the row: none from before it can be about it."""
    return connection.scalar(select(table.c.decision_id).where(table.c.id == row_id)) or 0


@cache
def _departure(table: Table) -> Update:
    """Return the statement of ``note_departure``: putting it together takes as long as running it."""
    return update(decisions).where(_is_about(table)).values(left_computer=or_(*(_has_gone(gone) for gone in _GONE)))


def _is_about(table: Table) -> ColumnElement[bool]:
    """Whether a decision changed the row ``row``, and is not older than ``first``."""
    changed = func.json_each(decisions.c.before, "$.rows").table_valued("value")
    is_row = and_(
        func.json_extract(changed.c.value, "$.table") == table.name,
        func.json_extract(changed.c.value, "$.id") == bindparam("row"),
    )
    has_changed = select(changed.c.value).where(is_row).correlate(decisions).exists()
    return and_(decisions.c.id >= bindparam("first"), decisions.c.verb != Verb.UNDO.value, has_changed)


def _has_gone(table: Table) -> ColumnElement[bool]:
    """Whether a row that a decision changed is out of reach now."""
    changed = func.json_each(decisions.c.before, "$.rows").table_valued("value")
    is_row = and_(
        func.json_extract(changed.c.value, "$.table") == table.name,
        func.json_extract(changed.c.value, "$.id") == table.c.id,
    )
    gone = select(table.c.id).select_from(changed).join(table, is_row).where(table.c.state.in_(_GONE[table]))
    return gone.correlate(decisions).exists()
