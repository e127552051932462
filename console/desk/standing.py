"""Whether a decision still stands as it was made, so that undo and redo touch nothing that became another thing."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Table, and_, select

from console.desk.journal import RowChange
from console.domain.decision import ItemKind, Verb
from console.domain.outgoing import WITHOUT_TEXT, Action, SendState, TodoState
from console.store.queries.decisions import IS_UNDONE
from console.store.tables import decisions, items, messages, outbox, todos

_GOES_BY_ITSELF: Final = frozenset({"not_before"})  # begins anew when the program does
_WORDS: Final[Mapping[Table, str]] = {outbox: "body", todos: "text"}
_STILL: Final[Mapping[Table, Mapping[str, str]]] = {  # what a row may become by itself, and may still be taken back
    outbox: {SendState.FAILED.value: SendState.WAITING.value},
    todos: {TodoState.NOT_SEEN.value: TodoState.OPEN.value},
}


def can_be_made(connection: Connection, changes: Sequence[RowChange]) -> bool:
    """Return whether every row is still as ``before`` says when the changes are made in this order."""
    rows: dict[tuple[Table, int], dict[str, Any]] = {}
    for change in changes:
        row = rows.setdefault((change.table, change.id), _row(connection, change.table, change.id))
        if row.get("erased_at") is not None:  # nothing of it is kept, so there is nothing to put back
            return False
        if change.table is items and _is_forgotten(connection, row):
            return False
        if change.table in _WORDS and row and is_emptied(row["action"], row[_WORDS[change.table]]):
            return False
        if not all(_is_same(change.table, name, row, value) for name, value in change.before.items()):
            return False
        row.update(change.after)
    return True


def is_built_on() -> ColumnElement[bool]:
    """Whether a later decision about the same item stands: a condition on ``decisions``."""
    later = decisions.alias("later")
    undoing = decisions.alias("undoing_later")
    is_undone = select(undoing.c.id).where(undoing.c.undoes_id == later.c.id).exists()
    about_it = and_(later.c.item_id == decisions.c.item_id, later.c.id > decisions.c.id)
    deciding = later.c.verb.not_in([Verb.NOTE.value, Verb.UNDO.value])
    return select(later.c.id).where(about_it, deciding, ~is_undone).exists()


def is_out_of_reach() -> ColumnElement[bool]:
    """Whether a decision cannot be taken back any more, apart from what its rows are now."""
    return decisions.c.left_computer | is_built_on()


def stands() -> ColumnElement[bool]:
    """Whether a decision was not undone, and is no undoing itself."""
    return and_(decisions.c.verb != Verb.UNDO.value, ~IS_UNDONE.element)


def _row(connection: Connection, table: Table, row_id: int) -> dict[str, Any]:
    """Return a row as it is now; empty when it is gone."""
    (key,) = table.primary_key.columns
    found = connection.execute(select(table).where(key == row_id)).mappings().first()
    return dict(found or {})


def _is_forgotten(connection: Connection, item: Mapping[str, Any]) -> bool:
    """Whether the words of the message of an item were erased: nobody can look at it any more."""
    if item.get("kind") != ItemKind.MESSAGE.value:
        return False
    erased = select(messages.c.forgotten_at).where(messages.c.id == item["subject_id"])
    return connection.scalar(erased) is not None


def is_emptied(action: str, words: str | None) -> bool:
    """Whether the words of what goes out, or is to be done on the phone, were erased: it can be done no more."""
    return words is None and Action(action) not in WITHOUT_TEXT


def _is_same(table: Table, name: str, row: Mapping[str, Any], value: object) -> bool:
    if name not in row:
        return False
    now = row[name]
    if name == "state" and table in _STILL:
        return value in {now, _STILL[table].get(now)}
    return name in _GOES_BY_ITSELF or bool(now == value)
