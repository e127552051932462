"""Two lines turn out to be about one thing: they become one, and what was known of either is known of that one."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Row, select

from console.desk.console import Console
from console.desk.feedback.changing import TOLD, first_in_use, waits, written
from console.desk.feedback.lines import load_line
from console.desk.journal import RowChange
from console.domain.changes import Changes
from console.domain.decision import ItemKind, ItemState
from console.domain.feedback import OPEN_STATES, LapseReason, LineState
from console.domain.outgoing import SendState, TodoState
from console.errors import ExpectedError
from console.store.tables import feedback, feedback_finds, feedback_groups, forwards, items, outbox, todos

_ORDER: Final = (LineState.TO_ASK.value, LineState.ASKED.value, LineState.ANSWERED.value)
_GOES_WITH_STATE: Final = (
    *("state", "asked_at", "remind_at", "channel", "answer", "answered_at", "answer_message_id", "result"),
)
_OWING: Final = ("professional_id", "service")
_WAITS: Final = {
    todos: (TodoState.OPEN.value, TodoState.NOT_SEEN.value),
    outbox: (SendState.WAITING.value,),
}


def merge(console: Console, line_id: int, into: int) -> Changes:
    """Make two open lines one: ``into`` stays, with the groups and the finds of both; the other lapses as merged.

    Who of a group knows is still known. The one that is further along says how it stands. One decision, one undo.
    Raises ``ExpectedError``: ``line_gone``, ``line_closed``, ``line_same``.
    """
    if line_id == into:
        raise ExpectedError("line_same")
    with console.store.writing() as connection:
        gone, kept = load_line(connection, console, line_id), load_line(connection, console, into)
        if not {gone.state, kept.state} <= OPEN_STATES:
            raise ExpectedError("line_closed")
        rows = [connection.execute(select(feedback).where(feedback.c.id == one)).one() for one in (line_id, into)]
        changes = [
            *_taken_over(*rows),
            *_groups(connection, console, line_id, into),
            *_finds(connection, line_id, into),
            *_moved(connection, line_id, into),
            *_queued(connection, rows[0], rows[1], [one.group_id for line in (kept, gone) for one in line.groups]),
            _lapsed(console, *rows),
        ]
        return written(connection, console, changes, group_id=kept.groups[0].group_id, item_id=kept.item_id)


def _is_further(gone: Row[*tuple[Any, ...]], kept: Row[*tuple[Any, ...]]) -> bool:
    return _ORDER.index(gone.state) > _ORDER.index(kept.state)


def _taken_over(gone: Row[*tuple[Any, ...]], kept: Row[*tuple[Any, ...]]) -> Iterator[RowChange]:
    """Yield what the line that stays learns of the other: since when, who owes it, how it stands."""
    names = _GOES_WITH_STATE if _is_further(gone, kept) else ()
    if kept.professional_id is None and not kept.service:
        names = (*names, *_OWING)
    after = {name: getattr(gone, name) for name in names} | {"since": min(gone.since, kept.since)}
    before = {name: getattr(kept, name) for name in after}
    if before != after:
        yield RowChange(feedback, kept.id, before, after)


def _groups(connection: Connection, console: Console, line_id: int, into: int) -> Iterator[RowChange]:
    """Yield that the groups of a line wait for the other, but for those that do already."""
    standing = select(feedback_groups).where(feedback_groups.c.removed_at.is_(None))
    here = standing.where(feedback_groups.c.feedback_id == into).with_only_columns(feedback_groups.c.group_id)
    known = set(connection.scalars(here))
    theirs = standing.where(feedback_groups.c.feedback_id == line_id).order_by(feedback_groups.c.id)
    for row in connection.execute(theirs).mappings().all():
        if row["group_id"] not in known:
            known_there = {name: row[name] for name in (*TOLD, "report_id")}
            yield waits(connection, console, into, (row["group_id"], row["message_id"]), known_there)


def _finds(connection: Connection, line_id: int, into: int) -> Iterator[RowChange]:
    """Yield that what was recognised about a line is about the other, but for what was recognised of both."""
    of_both = select(feedback_finds).where(feedback_finds.c.feedback_id.in_([line_id, into]))
    rows = connection.execute(of_both.order_by(feedback_finds.c.id)).all()
    known = {(row.message_id, row.kind) for row in rows if row.feedback_id == into}
    for row in rows:
        if row.feedback_id == line_id and (row.message_id, row.kind) not in known:
            yield RowChange(feedback_finds, row.id, {"feedback_id": line_id}, {"feedback_id": into})


def _moved(connection: Connection, line_id: int, into: int) -> Iterator[RowChange]:
    """Yield that what is still to be asked or told, and what was forwarded to a service, is about the other line."""
    for table in (todos, outbox, forwards):
        of_line = select(table.c.id).where(table.c.feedback_id == line_id).order_by(table.c.id)
        if table in _WAITS:
            of_line = of_line.where(table.c.state.in_(_WAITS[table]))
        for row_id in connection.scalars(of_line).all():
            yield RowChange(table, row_id, {"feedback_id": line_id}, {"feedback_id": into})


def _queued(
    connection: Connection, gone: Row[*tuple[Any, ...]], kept: Row[*tuple[Any, ...]], group_ids: Sequence[int]
) -> Iterator[RowChange]:
    """Yield that the item of a line leaves the queue, and that the other waits as the one that was further did.

    It stands with the first of the groups that is in use.
    """
    of_lines = select(items).where(items.c.kind == ItemKind.FEEDBACK.value, items.c.subject_id.in_([gone.id, kept.id]))
    by_line = {row.subject_id: row for row in connection.execute(of_lines).all()}
    group_id = first_in_use(connection, group_ids)
    places: dict[int, dict[str, Any]] = {gone.id: {"state": ItemState.DONE.value, "later_until": None}}
    if kept.id in by_line and by_line[kept.id].group_id != group_id:
        places[kept.id] = {"group_id": group_id}
    if _is_further(gone, kept) and gone.id in by_line:
        further = {name: getattr(by_line[gone.id], name) for name in ("state", "later_until")}
        places[kept.id] = places.get(kept.id, {}) | further
    for line_id, after in places.items():
        if line_id in by_line:
            item = by_line[line_id]
            yield RowChange(items, item.id, {name: getattr(item, name) for name in after}, after)


def _lapsed(console: Console, gone: Row[*tuple[Any, ...]], kept: Row[*tuple[Any, ...]]) -> RowChange:
    after = {
        "state": LineState.LAPSED.value,
        "lapse_reason": LapseReason.MERGED.value,
        "closed_at": console.now(),
        "merged_into_id": kept.id,
    }
    return RowChange(feedback, gone.id, {name: getattr(gone, name) for name in after}, after)
