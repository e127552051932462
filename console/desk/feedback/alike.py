"""Lines and reports that may be about the same incident, in the same group or in another. Only reads.

The same incident in several groups is one line with several groups: then one answer closes it in all. That two are the
same is only offered, with the reasons; a person says so (``changing.merge``, ``changing.add_group``).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, Row, select

from console.desk.console import Console
from console.desk.feedback import lines
from console.desk.feedback.subjects import ENOUGH, Because, OpenLine, open_lines, reasons, sentences
from console.desk.person_facts import one_line
from console.domain.feedback import Line, LineId
from console.domain.group import GroupId
from console.domain.message import Kind, MessageId
from console.domain.report import ReportId
from console.judge.feedback_subject import Subject, likeness, subject_of
from console.store.tables import feedback, feedback_groups, groups, messages, report_messages, reports

NEAR: Final = timedelta(days=10)
"""What was reported further apart is taken for another incident."""
MOST: Final = 5  # of what is offered: a longer list is not read
_MOST_REPORTS: Final = 1_000  # that are looked at


@dataclass(frozen=True, slots=True)
class About:
    """What a line is to be about, before it is opened: ``what`` in words, and the message reported, if any."""

    group_id: GroupId
    what: str
    message_id: MessageId | None = None


@dataclass(frozen=True, slots=True)
class AlikeLine:
    """An open line about what may be the same; ``because`` are plain sentences that say why."""

    line: Line
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AlikeReport:
    """A report in a group that the line does not have yet. ``at`` is aware UTC; ``text`` is its first message."""

    report_id: ReportId
    group_id: GroupId
    group: str
    message_id: MessageId
    text: str
    at: datetime
    because: tuple[str, ...]


class _Incident(NamedTuple):
    """What something is about: in words, when, in which groups, and which line it is itself."""

    subject: Subject
    at: datetime
    group_ids: frozenset[int]
    message_ids: frozenset[int]
    line_id: int | None = None


def similar(console: Console, about: LineId | About) -> tuple[AlikeLine, ...]:
    """Return the open lines that may be about the same as a line or as what is to be opened, the likest first.

    At most five. Raises ``ExpectedError("line_gone")``.
    """
    with console.store.reading() as connection:
        mine = _about(connection, console, about) if isinstance(about, About) else _of_line(connection, console, about)
        here = connection.scalars(select(groups.c.id).where(groups.c.archived_at.is_(None))).all()
        found: dict[int, tuple[float, tuple[Because, ...]]] = {}
        for group_id, of_group in open_lines(connection, here).items():
            for line in of_group:
                weight, because = _compared(mine, line, group_id)
                if because and line.id != mine.line_id and weight > found.get(line.id, (0.0, ()))[0]:
                    found[line.id] = (weight, because)
        likest = sorted(found, key=lambda line_id: (-found[line_id][0], line_id))[:MOST]
        return tuple(
            AlikeLine(lines.load_line(connection, console, line_id), sentences(found[line_id][1], console.language))
            for line_id in likest
        )


def reports_elsewhere(console: Console, line_id: LineId) -> tuple[AlikeReport, ...]:
    """Return reports in other groups that may be about the same as a line, the likest first; none that a line has.

    At most five. Raises ``ExpectedError("line_gone")``.
    """
    with console.store.reading() as connection:
        mine = _of_line(connection, console, line_id)
        found: list[tuple[float, AlikeReport]] = []
        for row in _reports_near(connection, mine):
            shared = likeness(mine.subject, subject_of([row.text]))
            if reasons(shared) and shared.weight >= ENOUGH:
                because = sentences([*reasons(shared), _days_apart(mine.at, row.sent_at)], console.language)
                found.append((shared.weight, _report(row, because)))
    found.sort(key=lambda pair: (-pair[0], pair[1].at))
    return tuple(report for _, report in found[:MOST])


def _about(connection: Connection, console: Console, about: About) -> _Incident:
    row = connection.execute(select(messages).where(messages.c.id == about.message_id)).first()
    said = [about.what, *([] if row is None else [row.text])]
    at = console.now() if row is None else row.sent_at
    of_message = frozenset() if row is None else frozenset({int(row.id)})
    return _Incident(subject_of(said), at, frozenset({about.group_id}), of_message)


def _of_line(connection: Connection, console: Console, line_id: LineId) -> _Incident:
    line = lines.load_line(connection, console, line_id)
    reported = [one.message_id for one in line.groups if one.message_id is not None]
    rows = connection.execute(
        select(messages.c.id, messages.c.text, messages.c.sent_at).where(messages.c.id.in_(reported))
    ).all()
    return _Incident(
        subject_of([line.what, *(row.text for row in rows)]),
        min([line.since, *(row.sent_at for row in rows)]),
        frozenset(one.group_id for one in line.groups),
        frozenset(row.id for row in rows),
        line.id,
    )


def _compared(mine: _Incident, line: OpenLine, group_id: int) -> tuple[float, tuple[Because, ...]]:
    """Return how much speaks for a line (for comparison only), and why; no reason at all where it is not enough."""
    if not mine.message_ids.isdisjoint(line.messages):
        return float("inf"), ({"key": "same_message"},)
    shared = likeness(mine.subject, line.subject)
    why = reasons(shared)
    if not why or shared.weight < ENOUGH or abs(mine.at - line.since) > NEAR:
        return 0.0, ()
    where: tuple[Because, ...] = ({"key": "same_group"},) if group_id in mine.group_ids else ()
    return shared.weight, (*why, _days_apart(mine.at, line.since), *where)


def _days_apart(one: datetime, other: datetime) -> Because:
    days = abs(one - other).days
    return {"key": f"days_{days}"} if days < len(("same", "next")) else {"key": "days", "days": days}


def _reports_near(connection: Connection, mine: _Incident) -> Sequence[Row[*tuple[Any, ...]]]:
    """Return the reports of other groups around the time of an incident that no line is about, the newest first."""
    has_line = (
        select(feedback_groups.c.id)
        .join(feedback, feedback.c.id == feedback_groups.c.feedback_id)
        .where((feedback_groups.c.report_id == reports.c.id) | (feedback_groups.c.message_id == messages.c.id))
        .where(feedback_groups.c.removed_at.is_(None), ~lines.IS_UNDONE)
    )
    near = (
        select(reports.c.id, reports.c.group_id, groups.c.name.label("group"), messages.c.sent_at, messages.c.text)
        .add_columns(messages.c.id.label("message_id"))
        .join(groups, groups.c.id == reports.c.group_id)
        .join(report_messages, report_messages.c.report_id == reports.c.id)
        .join(messages, messages.c.id == report_messages.c.message_id)
        .where(report_messages.c.is_primary, messages.c.kind == Kind.TEXT.value, messages.c.deleted_at.is_(None))
        .where(messages.c.forgotten_at.is_(None))
        .where(reports.c.group_id.not_in(mine.group_ids), groups.c.archived_at.is_(None), ~has_line.exists())
        .where(reports.c.started_at.between(mine.at - NEAR, mine.at + NEAR))
    )
    return connection.execute(near.order_by(reports.c.started_at.desc()).limit(_MOST_REPORTS)).all()


def _report(row: Row[*tuple[Any, ...]], because: tuple[str, ...]) -> AlikeReport:
    return AlikeReport(
        report_id=ReportId(row.id),
        group_id=GroupId(row.group_id),
        group=row.group,
        message_id=MessageId(row.message_id),
        text=one_line(row.text),
        at=row.sent_at,
        because=because,
    )
