"""A line of the ledger is opened, with its place in the queue; and something lets it come back to a person at once."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, insert, select, update

from console.desk.console import Console
from console.desk.feedback import reminding
from console.desk.feedback.lines import IS_UNDONE, open_of
from console.desk.journal import RowChange
from console.desk.person_facts import one_line
from console.desk.queue import Rank
from console.domain.decision import ItemKind, ItemState
from console.domain.feedback import Channel, LapseReason, LineKind, LineSource, LineState, Owing
from console.domain.judgement import Attention, Category
from console.errors import ExpectedError
from console.store.tables import feedback, feedback_groups, items, report_messages

_KIND_OF: Final = {
    Category.URGENT: LineKind.URGENT,
    Category.SUSPICIOUS: LineKind.SUSPICIOUS,
    Category.LIVEABILITY: LineKind.LIVEABILITY,
}


def kind_of(category: Category | None) -> LineKind:
    """Return the kind of a line about a message of a category."""
    return LineKind.OTHER if category is None else _KIND_OF.get(category, LineKind.OTHER)


def open_line(
    connection: Connection,
    console: Console,
    *,
    what: str,
    kind: LineKind,
    owing: Owing,
    source: LineSource,
    groups: Sequence[tuple[int, int | None]],
    state: LineState,
    asked_at: datetime | None = None,
    remind_at: datetime | None = None,
    channel: Channel | None = None,
) -> tuple[int, list[RowChange]]:
    """Write a line down as one that was taken back; return its id, and the changes that make it count.

    For the caller's decision, in its transaction. ``groups`` are the groups that wait for the answer, each with the
    message that was reported there; the report of that message is found. A line that was asked is overdue after the
    days of its kind, where no ``remind_at`` is given. Raises ``ExpectedError``: ``line_what_empty``,
    ``line_group_empty``.
    """
    what = one_line(what)
    if not what:
        raise ExpectedError("line_what_empty")
    if not groups:
        raise ExpectedError("line_group_empty")
    is_asked = state is LineState.ASKED
    if is_asked:
        asked_at = asked_at or console.now()
        remind_at = remind_at or reminding.remind_at(connection, kind, asked_at)
    taken_back = {"state": LineState.LAPSED.value, "lapse_reason": LapseReason.UNDONE.value}
    since = asked_at or console.now()
    line = {
        "what": what,
        "kind": kind.value,
        "professional_id": owing.professional_id,
        "service": None if owing.professional_id is not None else owing.service.strip() or None,
        "source": source.value,
        "since": since,
        "asked_at": asked_at,
        "remind_at": remind_at,
        "channel": None if channel is None else channel.value,
    }
    (line_id,) = connection.execute(insert(feedback).values({**line, **taken_back})).inserted_primary_key or (0,)
    for group_id, message_id in groups:
        waits = {"feedback_id": line_id, "group_id": group_id, "message_id": message_id}
        waits["report_id"] = report_of(connection, message_id)
        connection.execute(insert(feedback_groups).values(waits))
    counts = RowChange(feedback, line_id, before=taken_back, after={"state": state.value, "lapse_reason": None})
    return line_id, [counts, _queued(connection, line_id, groups[0][0], since, remind_at if is_asked else None)]


def report_of(connection: Connection, message_id: int | None) -> int | None:
    """Return the report that a message is in, None when it is in none."""
    placed = select(report_messages.c.report_id).where(report_messages.c.message_id == message_id)
    found: int | None = connection.scalar(placed)
    return found


def lines_about(connection: Connection, group_id: int, message_id: int | None) -> Sequence[Row[*tuple[Any, ...]]]:
    """Return the open lines of a group about a message, or about the report that it is in, as ``lines.open_of``."""
    report_id = report_of(connection, message_id)

    def is_about(row: Row[*tuple[Any, ...]]) -> bool:
        return bool(row.reported_id == message_id or (report_id is not None and row.report_id == report_id))

    return () if message_id is None else [row for row in open_of(connection, group_id) if is_about(row)]


def _queued(connection: Connection, line_id: int, group_id: int, at: datetime, until: datetime | None) -> RowChange:
    """Write down the item of a line as done, and return the change by which it waits: at once, or from a moment on."""
    done: dict[str, Any] = {"state": ItemState.DONE.value, "later_until": None}
    place = {
        "kind": ItemKind.FEEDBACK.value,
        "subject_id": line_id,
        "group_id": group_id,
        "rank": int(Rank.FEEDBACK),
        "at": at,
        "attention": Attention.LATER.value,
    }
    (item_id,) = connection.execute(insert(items).values({**place, **done})).inserted_primary_key or (0,)
    state = ItemState.OPEN if until is None else ItemState.LATER
    return RowChange(items, item_id, before=done, after={"state": state.value, "later_until": until})


def raise_line(connection: Connection, console: Console, line_id: int) -> None:  # noqa: ARG001
    """Let a line come back to a person now, because something was seen about it; a closed one stays closed."""
    of_line = (items.c.kind == ItemKind.FEEDBACK.value) & (items.c.subject_id == line_id)
    is_open = select(feedback.c.id).where(feedback.c.id == line_id, feedback.c.closed_at.is_(None), ~IS_UNDONE).exists()
    raised = update(items).where(of_line, items.c.state == ItemState.LATER.value, is_open)
    connection.execute(raised.values(state=ItemState.OPEN.value, later_until=None))
