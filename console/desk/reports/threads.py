"""Reports as they stand: which report a message is in, one report in full, and a table of them."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import chain
from typing import Any, Final, cast
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, or_, select, text

from console.desk.console import Console
from console.desk.forgetting.shown import shown, shown_text
from console.desk.reports import minutes
from console.desk.reports.saying import Authors, authors_of, rows, said_of
from console.domain.feedback import LapseReason, LineId, LineState, number_of
from console.domain.filters import Wish
from console.domain.group import GroupId
from console.domain.judgement import Call112, Role
from console.domain.member import MemberId
from console.domain.message import Kind, MessageId
from console.domain.report import (
    Link,
    LinkKind,
    MembersDid,
    Nature,
    ProfessionalsDid,
    Reporter,
    ReportId,
    Result,
    Story,
    Told,
)
from console.domain.report_view import (
    Called,
    Head,
    Heads,
    LineOfReport,
    ReportDetail,
    ReportFilter,
    ReportMessage,
    ReportRow,
    ToldHow,
)
from console.errors import ExpectedError
from console.judge.thread_links import sentence
from console.judge.thread_story import tell
from console.store.search import search_query
from console.store.tables import feedback, feedback_groups, groups, members, messages, report_messages, reports

WHAT_CHARACTERS: Final = 300
COLUMNS: Final[Mapping[Head, tuple[str, ...]]] = {
    Head.NATURE: ("nature",),
    Head.REPORTER: ("reporter",),
    Head.MEMBERS: ("members_did",),
    Head.PROFESSIONALS: ("professionals_did",),
    Head.RESULT: ("result",),
    Head.TOLD: ("told_how", "told_by", "told_minutes"),
    Head.CALLED: ("called_112", "called_by_id", "minutes_to_112"),
}
"""The columns of ``reports`` that hold each head; the first of them in ``by_hand`` says that a person filled it in."""
_NEARBY_DAYS: Final = timedelta(days=7)
_NEARBY: Final = 12

_Row = Row[*tuple[Any, ...]]


# --- one report ------------------------------------------------------------------------------------------------------


def detail(console: Console, report_id: ReportId) -> ReportDetail:
    """Return one report in full. Raises ``ExpectedError("report_gone")`` when it has no messages any more."""
    with console.store.reading() as connection:
        return load_detail(connection, console, report_id)


def load_detail(connection: Connection, console: Console, report_id: ReportId) -> ReportDetail:
    """Return one report, in the caller's transaction; raises what ``detail`` does."""
    report = connection.execute(
        select(reports, groups.c.name, groups.c.profile, groups.c.time_zone, members.c.name.label("called_by"))
        .join(groups, groups.c.id == reports.c.group_id)
        .outerjoin(members, members.c.id == reports.c.called_by_id)
        .where(reports.c.id == report_id)
    ).first()
    its = connection.execute(
        rows()
        .add_columns(report_messages.c.links)
        .where(report_messages.c.report_id == report_id)
        .order_by(messages.c.position)
    ).all()
    if report is None or not its:
        raise ExpectedError("report_gone")
    zone = ZoneInfo(report.time_zone)
    authors = authors_of(connection, [report.group_id])
    in_order = sorted(its, key=lambda row: not row.is_primary)  # the one that it is about first
    story, kept = tell([said_of(row, authors) for row in in_order]), _kept(report)
    by_hand = frozenset(head for head, columns in COLUMNS.items() if columns[0] in report.by_hand)
    told: Story | _Row = story
    if any(row.forgotten_at is not None for row in its):  # what was told while the words were there stays
        suggested, told = kept, report
    else:
        suggested = _suggested(story, its)
    heads = _heads(kept, suggested, by_hand)
    talk = minutes.Talk(heads.nature, heads.called, told.question_minutes, told.talk_minutes)
    return ReportDetail(
        id=report_id,
        group_id=GroupId(report.group_id),
        group=report.name,
        started_at=in_order[0].sent_at.astimezone(zone),
        messages=tuple(_message(row, authors, zone, console.language) for row in its),
        heads=heads,
        suggested=suggested,
        by_hand=by_hand,
        question_minutes=told.question_minutes,
        talk_minutes=told.talk_minutes,
        is_too_long=minutes.is_too_long(told.talk_minutes, report.profile),
        facts=minutes.facts(talk, report.profile, console.language),
        lines=_lines(connection, [report_id]).get(report_id, ()),
        nearby=_nearby(connection, console.language, report_id, report),
    )


def _heads(kept: Heads, suggested: Heads, by_hand: Iterable[Head]) -> Heads:
    """Return what a person said where he did, what the messages say for the rest."""
    return Heads(**{head.value: (kept if head in by_hand else suggested).value(head) for head in Head})  # type: ignore[arg-type]


def _kept(report: _Row) -> Heads:
    """Return what a report says as it is stored."""
    return Heads(
        nature=Nature(report.nature or Nature.OTHER),
        reporter=Reporter(report.reporter or Reporter.RESIDENT),
        members=tuple(MembersDid(value) for value in report.members_did),
        professionals=tuple(ProfessionalsDid(value) for value in report.professionals_did),
        result=Result(report.result),
        told=ToldHow(Told(report.told_how), Role(report.told_by) if report.told_by else None, report.told_minutes),
        called=Called(
            Call112(report.called_112 or Call112.UNCLEAR),
            None if report.called_by_id is None else MemberId(report.called_by_id),
            report.minutes_to_112,
            report.called_by,
        ),
    )


def _suggested(story: Story, its: Sequence[_Row]) -> Heads:
    calling, told = story.calling, story.told
    caller = next((row.member_id for row in its if row.id == calling.message), None) if calling.by else None
    return Heads(
        story.nature,
        story.reporter,
        story.members,
        story.professionals,
        story.result,
        ToldHow(told.how, told.by, told.minutes),
        Called(calling.state, None if caller is None else MemberId(caller), calling.minutes, calling.by),
    )


def _message(row: _Row, authors: Authors, zone: ZoneInfo, language: str) -> ReportMessage:
    author = authors.get(row.member_id)
    return ReportMessage(
        id=MessageId(row.id),
        at=row.sent_at.astimezone(zone),
        author=author.name if author else None,
        role=author.role if author else Role.MEMBER,
        text=shown(row.text, row.forgotten_at, language),
        kind=Kind(row.kind),
        is_deleted=row.deleted_at is not None or row.kind == Kind.DELETED.value,
        is_primary=row.is_primary,
        is_by_hand=row.is_by_hand,
        because=tuple(sentence(link_of(stored), language) for stored in row.links),
    )


def link_of(stored: Mapping[str, Any]) -> Link:
    """Return one of ``report_messages.links`` as a value."""
    to = stored.get("to")
    words = tuple(stored.get("words", ()))
    return Link(LinkKind(stored["kind"]), None if to is None else MessageId(to), words, stored.get("minutes"))


def _lines(connection: Connection, report_ids: Sequence[int]) -> dict[int, tuple[LineOfReport, ...]]:
    """Return the lines of the ledger about reports; not what was opened by a decision that was taken back."""
    found = (
        select(feedback_groups.c.report_id, feedback.c.id, feedback.c.state)
        .join(feedback, feedback.c.id == feedback_groups.c.feedback_id)
        .where(feedback_groups.c.report_id.in_(report_ids), *_IS_LINE)
        .order_by(feedback.c.id)
    )
    lines: defaultdict[int, tuple[LineOfReport, ...]] = defaultdict(tuple)
    for report_id, line_id, state in connection.execute(found):
        lines[report_id] += (LineOfReport(LineId(line_id), number_of(line_id), LineState(state)),)
    return lines


_IS_LINE: Final = (
    feedback_groups.c.removed_at.is_(None),
    or_(feedback.c.lapse_reason.is_(None), feedback.c.lapse_reason != LapseReason.UNDONE.value),
)


def _nearby(connection: Connection, language: str, report_id: ReportId, report: _Row) -> tuple[ReportRow, ...]:
    begin, end = report.started_at - _NEARBY_DAYS, report.started_at + _NEARBY_DAYS
    in_time = and_(reports.c.group_id == report.group_id, reports.c.started_at.between(begin, end))
    ids = connection.scalars(
        select(reports.c.id)
        .join(report_messages, _IS_PRIMARY)
        .where(in_time, reports.c.id != report_id)
        .order_by(func.abs(reports.c.started_at - report.started_at), reports.c.id)
        .limit(_NEARBY)
    ).all()
    found = _rows_of(connection, language, ids)
    return tuple(found[one] for one in ids if one in found)


# --- a table of them -------------------------------------------------------------------------------------------------


_IS_PRIMARY: Final = and_(report_messages.c.report_id == reports.c.id, report_messages.c.is_primary)


def report_ids(console: Console, wanted: ReportFilter) -> "array[int]":
    """Return the ids of all reports that the filter lets through, oldest first."""
    statement = (
        select(reports.c.id)
        .join(report_messages, _IS_PRIMARY)
        .where(*_conditions(wanted))
        .order_by(reports.c.started_at, reports.c.id)
    )
    with console.store.reading() as connection:
        cursor = cast("Iterable[tuple[int]]", connection.execute(statement).cursor)
        return array("q", chain.from_iterable(cursor))


def page(console: Console, ids: Sequence[int]) -> dict[int, ReportRow]:
    """Return the rows of a page, by id; reports that have no messages any more are left out."""
    with console.store.reading() as connection:
        return _rows_of(connection, console.language, ids)


def _conditions(wanted: ReportFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.groups:
        yield reports.c.group_id.in_(wanted.groups)
    for column, value in (
        (reports.c.nature, wanted.nature),
        (reports.c.called_112, wanted.called),
        (reports.c.result, wanted.result),
    ):
        if value is not None:
            yield column == value.value
    if wanted.from_at is not None:
        yield reports.c.started_at >= wanted.from_at
    if wanted.to_at is not None:
        yield reports.c.started_at < wanted.to_at
    has_line = reports.c.id.in_(
        select(feedback_groups.c.report_id)
        .join(feedback, feedback.c.id == feedback_groups.c.feedback_id)
        .where(feedback_groups.c.report_id.is_not(None), *_IS_LINE)
    )
    for wish, condition in ((wanted.too_long, _is_too_long()), (wanted.has_line, has_line)):
        if wish is not Wish.IGNORE:
            yield condition if wish is Wish.REQUIRE else ~condition
    query = search_query(wanted.query)
    if query is not None:
        found = text("SELECT rowid FROM messages_fts WHERE messages_fts MATCH :query").bindparams(query=query)
        said = report_messages.alias("said")
        yield reports.c.id.in_(select(said.c.report_id).where(said.c.message_id.in_(found)))


def _is_too_long() -> ColumnElement[bool]:
    """Whether the talk lasted longer than the kind of group wants."""
    conditions = (
        and_(
            reports.c.group_id.in_(select(groups.c.id).where(groups.c.profile == profile)),
            func.coalesce(reports.c.talk_minutes, 0) > longest,
        )
        for profile, longest in minutes.longest_talks().items()
    )
    return or_(*conditions)


def _rows_of(connection: Connection, language: str, ids: Sequence[int]) -> dict[int, ReportRow]:
    its = report_messages.alias("its")
    size = select(func.count()).where(its.c.report_id == reports.c.id).correlate(reports).scalar_subquery()
    statement: Select[*tuple[Any, ...]] = (
        select(
            reports,
            groups.c.name.label("group"),
            groups.c.profile,
            groups.c.time_zone,
            func.substr(shown_text(language), 1, WHAT_CHARACTERS).label("what"),
            size.label("size"),
        )
        .join(groups, groups.c.id == reports.c.group_id)
        .join(report_messages, _IS_PRIMARY)
        .join(messages, messages.c.id == report_messages.c.message_id)
        .where(reports.c.id.in_(ids))
    )
    lines = _lines(connection, ids)
    return {row.id: _row(row, lines.get(row.id, ())) for row in connection.execute(statement)}


def _row(row: _Row, lines: tuple[LineOfReport, ...]) -> ReportRow:
    return ReportRow(
        id=ReportId(row.id),
        group_id=GroupId(row.group_id),
        group=row.group,
        at=row.started_at.astimezone(ZoneInfo(row.time_zone)),
        what=row.what,
        nature=Nature(row.nature) if row.nature else None,
        messages=row.size,
        called=Call112(row.called_112 or Call112.UNCLEAR),
        minutes_to_112=row.minutes_to_112,
        minutes=row.talk_minutes,
        is_too_long=minutes.is_too_long(row.talk_minutes, row.profile),
        result=Result(row.result),
        told=Told(row.told_how),
        lines=lines,
    )
