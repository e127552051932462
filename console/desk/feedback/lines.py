"""The ledger of answers owed, read: each line with its groups, who owes it, and a sentence that says what it waits for.

A line whose opening was taken back is shown nowhere. A group in the archive asks for nothing: it is left out of its
line as long as another group waits, and a line of such groups only is left out altogether.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, Row, Select, Text, and_, cast, func, literal, select

from console import texts
from console.desk.console import Console
from console.desk.forgetting.shown import erased
from console.desk.person_facts import one_line
from console.domain.decision import ItemId, ItemKind
from console.domain.feedback import (
    OPEN_STATES,
    Channel,
    FindKind,
    FindState,
    LapseReason,
    Line,
    LineGroup,
    LineId,
    LineKind,
    LineSource,
    LineState,
    Owing,
    number_of,
)
from console.domain.group import GroupId
from console.domain.member import PersonId
from console.domain.message import MessageId
from console.domain.professional import ProfessionalId
from console.domain.report import ReportId, Result
from console.domain.telling import Audience, TellingHow
from console.errors import ExpectedError
from console.store.tables import (
    feedback,
    feedback_finds,
    feedback_groups,
    groups,
    items,
    members,
    messages,
    professionals,
    report_messages,
)

IS_UNDONE: Final = and_(
    feedback.c.state == LineState.LAPSED.value,
    func.coalesce(feedback.c.lapse_reason, "") == LapseReason.UNDONE.value,
)
"""Whether a line was taken back: a condition on ``feedback``."""
IS_OPEN: Final = feedback.c.state.in_([state.value for state in OPEN_STATES])
"""Whether somebody still waits for a line: a condition on ``feedback``."""
NUMBER: Final = literal(number_of(0).removesuffix("0")) + cast(feedback.c.id, Text)
"""The number of a line, "BC-12": a column of ``feedback``."""

_ZONE: Final = ZoneInfo("Europe/Amsterdam")  # of the days that are counted: all groups are in the Netherlands
_NOT_ASKED: Final = frozenset({LineState.TO_ASK, LineState.ASKED})
_WORKS_FOR: Final = professionals.c.name.label("owed_by")


def line(console: Console, line_id: int) -> Line:
    """Return one line, also when all its groups are in the archive. Raises ``ExpectedError("line_gone")``."""
    with console.store.reading() as connection:
        return load_line(connection, console, line_id)


def lines(
    console: Console,
    *,
    group_id: int | None = None,
    professional_id: int | None = None,
    states: Collection[LineState] | None = None,
    overdue: bool = False,
    text: str = "",
) -> tuple[Line, ...]:
    """Return the lines that are wanted: what is overdue first, then the longest open.

    Without ``states`` all of them, also what is closed; with ``overdue`` only what is. Each word of ``text`` must stand
    in the number, in what it is about, in the answer, or in a name: of who owes it, of a group, of a reporter.
    """
    of_group = groups.c.archived_at.is_(None) if group_id is None else groups.c.id == group_id
    wanted = [_is_of(of_group)]
    if states is not None:
        wanted.append(feedback.c.state.in_([state.value for state in states]))
    if professional_id is not None:
        wanted.append(feedback.c.professional_id == professional_id)
    with console.store.reading() as connection:
        found = load(connection, console, *wanted)
    words = text.casefold().split()
    chosen = [one for one in found if (one.is_overdue or not overdue) and _has_words(one, words)]
    return tuple(sorted(chosen, key=lambda one: (not one.is_overdue, one.since, one.id)))


def open_of(connection: Connection, group_id: int) -> Sequence[Row[*tuple[Any, ...]]]:
    """Return the open lines of a group: rows of ``feedback``, each with what waits there (``reported_id``,
    ``report_id``: of ``feedback_groups``), the oldest first."""
    return connection.execute(
        select(feedback, feedback_groups.c.message_id.label("reported_id"), feedback_groups.c.report_id)
        .join(feedback_groups, feedback_groups.c.feedback_id == feedback.c.id)
        .where(feedback_groups.c.group_id == group_id, feedback_groups.c.removed_at.is_(None), IS_OPEN)
        .order_by(feedback.c.since, feedback.c.id)
    ).all()


def groups_ever(connection: Connection, line_ids: Collection[int]) -> frozenset[int]:
    """Return every group that waits or ever waited for these lines, also in the archive: their words may name people
    of each of them."""
    of_lines = select(feedback_groups.c.group_id).where(feedback_groups.c.feedback_id.in_(line_ids))
    return frozenset(connection.scalars(of_lines))


def untold(line: Line) -> tuple[tuple[LineGroup, Audience], ...]:
    """Return who does not know the answer of a line yet, group by group; without a reporter whom nobody knows."""
    return tuple((group, audience) for group in line.groups for audience in _not_told(group))


def _not_told(group: LineGroup) -> Iterator[Audience]:
    if group.reporter_id is not None and group.reporter_told_at is None:
        yield Audience.REPORTER
    if group.group_told_at is None:
        yield Audience.GROUP


def load_line(connection: Connection, console: Console, line_id: int) -> Line:
    """Return one line, in the caller's transaction. Raises ``ExpectedError("line_gone")``."""
    found = load(connection, console, feedback.c.id == line_id)
    if not found:
        raise ExpectedError("line_gone")
    return found[0]


def load(connection: Connection, console: Console, *wanted: ColumnElement[bool]) -> tuple[Line, ...]:
    """Return the lines for which conditions on ``feedback`` hold, by id, in the caller's transaction."""
    of_line = and_(items.c.kind == ItemKind.FEEDBACK.value, items.c.subject_id == feedback.c.id)
    chosen = select(feedback.c.id).where(*wanted, ~IS_UNDONE)
    rows = connection.execute(
        select(feedback, _WORKS_FOR, items.c.id.label("item_id"))
        .outerjoin(professionals, professionals.c.id == feedback.c.professional_id)
        .outerjoin(items, of_line)
        .where(*wanted, ~IS_UNDONE)
        .order_by(feedback.c.id)
    ).all()
    waiting = _groups_of(connection, chosen)
    found = _finds_of(connection, chosen)
    return tuple(_line(console, row, waiting.get(row.id, ()), found.get(row.id, ())) for row in rows)


def _is_of(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether one of the groups that wait for a line is such a one: ``condition`` is on ``groups``."""
    waits = select(feedback_groups.c.id).join(groups, groups.c.id == feedback_groups.c.group_id)
    of_line = and_(feedback_groups.c.feedback_id == feedback.c.id, feedback_groups.c.removed_at.is_(None))
    return waits.where(of_line, condition).correlate(feedback).exists()


def _groups_of(connection: Connection, chosen: Select[int]) -> Mapping[int, tuple[LineGroup, ...]]:
    """Return the groups of lines, in the order in which they came, by line."""
    begins = and_(report_messages.c.report_id == feedback_groups.c.report_id, report_messages.c.is_primary)
    reported = func.coalesce(feedback_groups.c.message_id, report_messages.c.message_id)
    rows = connection.execute(
        select(
            feedback_groups,
            groups.c.name.label("group"),
            groups.c.archived_at,
            reported.label("reported_id"),
            messages.c.text,
            members.c.name.label("reporter"),
            members.c.person_id.label("reporter_id"),
        )
        .join(groups, groups.c.id == feedback_groups.c.group_id)
        .outerjoin(report_messages, begins)
        .outerjoin(messages, messages.c.id == reported)
        .outerjoin(members, members.c.id == messages.c.member_id)
        .where(feedback_groups.c.feedback_id.in_(chosen), feedback_groups.c.removed_at.is_(None))
        .order_by(feedback_groups.c.id)
    ).all()
    by_line: dict[int, list[Row[*tuple[Any, ...]]]] = defaultdict(list)
    for row in rows:
        by_line[row.feedback_id].append(row)
    return {line_id: tuple(map(_group, _in_use(of_line))) for line_id, of_line in by_line.items()}


def _in_use(rows: list[Row[*tuple[Any, ...]]]) -> list[Row[*tuple[Any, ...]]]:
    return [row for row in rows if row.archived_at is None] or rows


def _group(row: Row[*tuple[Any, ...]]) -> LineGroup:
    return LineGroup(
        group_id=GroupId(row.group_id),
        group=row.group,
        report_id=None if row.report_id is None else ReportId(row.report_id),
        message_id=None if row.reported_id is None else MessageId(row.reported_id),
        about=one_line(row.text or ""),
        reporter=row.reporter,
        reporter_id=None if row.reporter_id is None else PersonId(row.reporter_id),
        reporter_told_at=row.reporter_told_at,
        reporter_told_how=None if row.reporter_told_how is None else TellingHow(row.reporter_told_how),
        group_told_at=row.group_told_at,
        group_told_how=None if row.group_told_how is None else TellingHow(row.group_told_how),
    )


def _finds_of(connection: Connection, chosen: Select[int]) -> Mapping[int, Sequence[Row[*tuple[Any, ...]]]]:
    """Return what was recognised about lines and waits for a person, the latest first, by line."""
    rows = connection.execute(
        select(feedback_finds.c.feedback_id, feedback_finds.c.kind, members.c.name.label("author"))
        .join(messages, messages.c.id == feedback_finds.c.message_id)
        .outerjoin(members, members.c.id == messages.c.member_id)
        .where(feedback_finds.c.state == FindState.OPEN.value, feedback_finds.c.feedback_id.in_(chosen))
        .where(messages.c.deleted_at.is_(None))
        .order_by(feedback_finds.c.id.desc())
    )
    by_line: dict[int, list[Row[*tuple[Any, ...]]]] = defaultdict(list)
    for row in rows:
        by_line[row.feedback_id].append(row)
    return by_line


def _line(
    console: Console,
    row: Row[*tuple[Any, ...]],
    waiting: tuple[LineGroup, ...],
    found: Sequence[Row[*tuple[Any, ...]]],
) -> Line:
    state = LineState(row.state)
    return Line(
        id=LineId(row.id),
        number=number_of(row.id),
        item_id=None if row.item_id is None else ItemId(row.item_id),
        what=row.what or erased(console.language),
        kind=LineKind(row.kind),
        state=state,
        source=LineSource(row.source),
        owing=owing_of(row),
        owed_by=row.owed_by or row.service or "",
        since=row.since,
        asked_at=row.asked_at,
        remind_at=row.remind_at,
        channel=None if row.channel is None else Channel(row.channel),
        answer=row.answer or "",
        answered_at=row.answered_at,
        answer_message_id=None if row.answer_message_id is None else MessageId(row.answer_message_id),
        result=Result(row.result or Result.UNKNOWN),
        lapse_reason=None if row.lapse_reason is None else LapseReason(row.lapse_reason),
        lapse_words=row.lapse_words or "",
        closed_at=row.closed_at,
        groups=waiting,
        days=_days_between(row.since, row.closed_at or console.now()),
        is_overdue=state is LineState.ASKED and row.remind_at is not None and row.remind_at <= console.now(),
        why=_why(console, row, waiting, found),
        finds=len(found),
    )


def owing_of(row: Row[*tuple[Any, ...]]) -> Owing:
    """Return who owes a line (a row of ``feedback``)."""
    if row.professional_id is not None:
        return Owing(ProfessionalId(row.professional_id))
    return Owing(service=row.service or "")


def _days_between(first: datetime, last: datetime) -> int:
    """Return how many midnights lie between two moments."""
    return max(0, (last.astimezone(_ZONE).date() - first.astimezone(_ZONE).date()).days)


def _has_words(one: Line, words: Iterable[str]) -> bool:
    names = (name for group in one.groups for name in (group.group, group.reporter or ""))
    said = " ".join((one.number, one.what, one.answer, one.owed_by, *names)).casefold()
    return all(word in said for word in words)


# --- what a line waits for -------------------------------------------------------------------------------------------


def _why(
    console: Console, row: Row[*tuple[Any, ...]], waiting: Sequence[LineGroup], found: Sequence[Row[*tuple[Any, ...]]]
) -> str:
    state = LineState(row.state)
    seen = next(_seen(console, found), None) if state in _NOT_ASKED else None
    return seen or _stands(console, row, state, waiting)


def _seen(console: Console, found: Sequence[Row[*tuple[Any, ...]]]) -> Iterator[str]:
    """Yield what was recognised in a chat, the most telling first."""
    if any(find.kind == FindKind.ANSWER.value for find in found):
        yield texts.say("feedback.why_maybe_answer", console.language)
    for find in found:
        if find.kind == FindKind.ASKS.value:
            who = find.author or texts.say("feedback.a_member", console.language)
            yield texts.say("feedback.why_member_asks", console.language, who=_as_first_word(who))


def _stands(console: Console, row: Row[*tuple[Any, ...]], state: LineState, waiting: Sequence[LineGroup]) -> str:
    def say(key: str, **values: object) -> str:
        return texts.say(f"feedback.{key}", console.language, **values)

    who = row.owed_by or row.service
    if state is LineState.TO_ASK:
        return say("why_to_ask", who=who) if who else say("why_to_ask_nobody")
    if state is LineState.ASKED:
        days = _days_between(row.asked_at or row.since, console.now())
        since = say(f"asked_{days}") if days < len(("today", "yesterday")) else say("asked_days", days=days)
        return say("why_asked", who=_as_first_word(who or say("somebody")), since=since)
    if state is LineState.ANSWERED:
        return say(f"why_answered_{_who_waits(waiting)}")
    if state is LineState.TOLD:
        return say("why_told")
    if row.merged_into_id is not None:
        return say("why_merged", number=number_of(row.merged_into_id))
    reason = say(f"lapse_{row.lapse_reason or LapseReason.OTHER}")
    return say("why_lapsed", reason=row.lapse_words or reason)


def _who_waits(waiting: Sequence[LineGroup]) -> str:
    """Return who was not told yet, as the sentences about an answer are keyed."""
    still = {audience for one in waiting for audience in _not_told(one)}
    if len(waiting) > 1:
        return "groups"
    return "both" if len(still) != 1 else next(iter(still)).value


def _as_first_word(name: str) -> str:
    return name[:1].upper() + name[1:]
