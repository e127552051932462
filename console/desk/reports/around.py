"""A report in its conversation: its own messages, and what was said around them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from sqlalchemy import Connection, func, select, tuple_

from console.desk.console import Console
from console.desk.conversation import Line, lines_of
from console.desk.reports.closing import OVER_AFTER
from console.domain.decision import ItemKind, ItemState
from console.domain.member import MemberId
from console.domain.message import MessageId
from console.domain.report import ReportId
from console.errors import ExpectedError
from console.store.tables import items, members, messages, report_messages

BESIDE: Final = 3  # messages before and after each one of the report


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A message, and the report that it is in: None for no report.

    ``skipped`` is how many messages of the chat were left out between this one and the line above it.
    """

    line: Line
    report_id: ReportId | None
    skipped: int = 0


def report_with(console: Console, message_id: MessageId) -> ReportId | None:
    """Return the report that a message is in; None for none, and for a message that was not placed yet."""
    with console.store.reading() as connection:
        return _reports_of(connection, [message_id]).get(message_id)


def speakers(console: Console, report_id: ReportId) -> tuple[tuple[MemberId, str], ...]:
    """Return who wrote in a report, each with the name that the chat shows, who spoke first on top."""
    spoke = (
        select(members.c.id, members.c.name)
        .join(messages, messages.c.member_id == members.c.id)
        .join(report_messages, report_messages.c.message_id == messages.c.id)
        .where(report_messages.c.report_id == report_id)
        .group_by(members.c.id)
        .order_by(func.min(messages.c.position))
    )
    with console.store.reading() as connection:
        return tuple((MemberId(member_id), name) for member_id, name in connection.execute(spoke))


def asks_to_close(console: Console, report_id: ReportId) -> MessageId | None:
    """Return the message of a report that waits in the queue while its talk may still be closed; None for none."""
    waits = (
        select(messages.c.id)
        .join(report_messages, report_messages.c.message_id == messages.c.id)
        .join(items, (items.c.kind == ItemKind.MESSAGE.value) & (items.c.subject_id == messages.c.id))
        .where(
            report_messages.c.report_id == report_id,
            items.c.state != ItemState.DONE.value,
            messages.c.sent_at > console.now() - OVER_AFTER,
        )
        .order_by(messages.c.position.desc())
        .limit(1)
    )
    with console.store.reading() as connection:
        found = connection.scalar(waits)
    return None if found is None else MessageId(found)


def conversation(console: Console, report_id: ReportId, *, beside: int = BESIDE) -> tuple[PlacedLine, ...]:
    """Return the messages of a report in the order of the chat, with a few neighbours of each.

    Raises ``ExpectedError("report_gone")`` when it has no messages any more.
    """
    with console.store.reading() as connection:
        ids = _ids_around(connection, report_id, beside)
        own = (at for at, (_, is_own) in enumerate(ids) if is_own)
        near = sorted({at for mine in own for at in range(mine - beside, mine + beside + 1) if 0 <= at < len(ids)})
        shown = [ids[at][0] for at in near]
        skipped = [0, *(later - earlier - 1 for earlier, later in pairwise(near))]
        lines = lines_of(connection, console.language, shown)
        reports = _reports_of(connection, shown)
        return tuple(PlacedLine(line, reports.get(line.id), gap) for line, gap in zip(lines, skipped, strict=True))


def _ids_around(connection: Connection, report_id: ReportId, beside: int) -> list[tuple[MessageId, bool]]:
    """Return every message from a little before the report to a little after it, and whether it is in it."""
    place = (messages.c.position, messages.c.id)
    own = (
        select(messages.c.id, messages.c.group_id, messages.c.position)
        .join(report_messages, report_messages.c.message_id == messages.c.id)
        .where(report_messages.c.report_id == report_id)
        .order_by(*place)
    )
    mine = connection.execute(own).all()
    if not mine:
        raise ExpectedError("report_gone")
    first, last = mine[0], mine[-1]
    ids = {row.id for row in mine}
    in_group = select(messages.c.id).where(messages.c.group_id == first.group_id)
    begin, end = tuple_(first.position, first.id), tuple_(last.position, last.id)
    before = in_group.where(tuple_(*place) < begin).order_by(*(part.desc() for part in place)).limit(beside)
    between = in_group.where(tuple_(*place) >= begin, tuple_(*place) <= end).order_by(*place)
    after = in_group.where(tuple_(*place) > end).order_by(*place).limit(beside)
    found = [
        *reversed(connection.execute(before).scalars().all()),
        *connection.execute(between).scalars(),
        *connection.execute(after).scalars(),
    ]
    return [(MessageId(message_id), message_id in ids) for message_id in found]


def _reports_of(connection: Connection, message_ids: Sequence[MessageId]) -> dict[MessageId, ReportId]:
    rows = connection.execute(
        select(report_messages.c.message_id, report_messages.c.report_id).where(
            report_messages.c.message_id.in_(message_ids), report_messages.c.report_id.is_not(None)
        )
    )
    return {MessageId(message_id): ReportId(report_id) for message_id, report_id in rows}
