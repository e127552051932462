"""What was recognised in the chats about answers owed, and what a person says of it. Each call is one transaction."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, and_, or_, select

from console.desk.console import Console
from console.desk.deciding import decide_within
from console.desk.feedback import opening
from console.desk.feedback.lines import IS_UNDONE
from console.desk.feedback.recognising import kind_of
from console.desk.feedback.subjects import sentences
from console.desk.feedback.who_owes import Professionals
from console.desk.journal import RowChange, changes_of, decide
from console.desk.professionals import changes_of_adding, changes_of_linking
from console.domain.changes import Changes
from console.domain.decision import Act, ItemId, ItemKind, ItemState, Verb
from console.domain.feedback import (
    OPEN_STATES,
    Channel,
    Find,
    FindId,
    FindKind,
    FindState,
    LineId,
    LineSource,
    LineState,
    Owing,
)
from console.domain.group import GroupId
from console.domain.message import MessageId
from console.domain.professional import Presence, ProfessionalFacts, ProfessionalId
from console.domain.report import Result
from console.errors import ExpectedError
from console.judge.feedback_words import passed_on, result_of
from console.judge.signatures import signed
from console.store.tables import (
    feedback,
    feedback_finds,
    groups,
    items,
    judgements,
    members,
    messages,
    report_messages,
)

_UNANSWERED: Final = (LineState.TO_ASK.value, LineState.ASKED.value)
_STANDS: Final = messages.c.deleted_at.is_(None)  # what somebody took back is no answer, and asks nothing
_Row = Row[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Accepted:
    """What came of accepting a find.

    ``line_id`` is the line that was answered, raised or opened; None for a signature.
    """

    changes: Changes
    line_id: LineId | None


def open_finds(console: Console, line_id: LineId | None = None, group_id: GroupId | None = None) -> tuple[Find, ...]:
    """Return what waits for a person to say whether it is so, the oldest first; of one line or one group, or all.

    Those without a line (``Find.line_id`` None) offer to open one. Archived groups ask for nothing.
    """
    wanted = [feedback_finds.c.state == FindState.OPEN.value, _is_of_use(), _STANDS, groups.c.archived_at.is_(None)]
    if line_id is not None:
        wanted.append(feedback_finds.c.feedback_id == line_id)
    if group_id is not None:
        wanted.append(feedback_finds.c.group_id == group_id)
    with console.store.reading() as connection:
        return tuple(_find(row, console.language) for row in _rows(connection, *wanted))


def accept(
    console: Console,
    find_id: FindId,
    line_id: LineId | None = None,
    *,
    text: str | None = None,
    result: Result | None = None,
) -> Accepted:
    """Say that it is so: one decision, one undo.

    ``ANSWER``: its line (or ``line_id``) is answered with the words of the message, or with ``text``, and ``result``
    (None: what the words say). ``ASKS``: its line (or ``line_id``) keeps the question; without a line one is opened, to
    be asked. ``PASSED_ON``: a line is opened, owed by who was said to get it or by who took it up. ``SIGNATURE``: the
    member becomes a professional of the group. Raises ``ExpectedError``: ``find_gone``, ``find_without_line``, and what
    ``triage.decide`` and ``professionals.add`` refuse.
    """
    with console.store.writing() as connection:
        row = _open_row(connection, find_id)
        kind, of_line = FindKind(row.kind), row.feedback_id if line_id is None else line_id
        if kind is FindKind.SIGNATURE:
            changes = [*_known_as_professional(connection, console, row), _said(row, FindState.ACCEPTED)]
            return Accepted(_decide(connection, console, Verb.SETTINGS, changes, row), None)
        if kind is FindKind.ANSWER:
            if of_line is None:
                raise ExpectedError("find_without_line")
            item_id, also = _item_of(connection, of_line), [_said(row, FindState.ACCEPTED, of_line)]
            answered = decide_within(connection, console, item_id, _answer(row, text, result), also=also)
            return Accepted(answered.changes, LineId(of_line))
        opened: list[RowChange] = []
        if of_line is None:  # somebody may have opened one since it was found
            of_line = next((one.id for one in opening.lines_about(connection, row.group_id, row.message_id)), None)
        if of_line is None:
            of_line, opened = _open_line(connection, console, row, kind)
        changes = [*opened, _said(row, FindState.ACCEPTED, of_line)]
        changed = _decide(connection, console, Verb.LINE, changes, row)
        if kind is FindKind.ASKS:
            opening.raise_line(connection, console, of_line)
        return Accepted(changed, LineId(of_line))


def decline(console: Console, find_id: FindId) -> Changes:
    """Say that it is not so; it is not found again, and its line waits on if nothing else was seen about it.

    Raises ``ExpectedError("find_gone")``.
    """
    with console.store.writing() as connection:
        row = _open_row(connection, find_id)
        changes = [_said(row, FindState.DECLINED), *_waits_on(connection, console, row)]
        return _decide(connection, console, Verb.LINE, changes, row)


# --- reading ---------------------------------------------------------------------------------------------------------


def _is_of_use() -> ColumnElement[bool]:
    """Whether a find still says something: it has no line, or one that is open; an answer one that has none."""
    waits = select(feedback.c.id).where(feedback.c.id == feedback_finds.c.feedback_id)
    is_open = waits.where(feedback.c.state.in_([state.value for state in OPEN_STATES])).exists()
    is_unanswered = waits.where(feedback.c.state.in_(_UNANSWERED)).exists()
    is_answer = feedback_finds.c.kind == FindKind.ANSWER.value
    return or_(feedback_finds.c.feedback_id.is_(None), is_unanswered, and_(~is_answer, is_open))


def _rows(connection: Connection, *wanted: ColumnElement[bool]) -> Sequence[_Row]:
    return connection.execute(
        select(
            feedback_finds,
            groups.c.name.label("group"),
            messages.c.text,
            messages.c.sent_at,
            members.c.name.label("author"),
            members.c.person_id,
        )
        .join(groups, groups.c.id == feedback_finds.c.group_id)
        .join(messages, messages.c.id == feedback_finds.c.message_id)
        .outerjoin(members, members.c.id == messages.c.member_id)
        .where(*wanted)
        .order_by(messages.c.sent_at, feedback_finds.c.id)
    ).all()


def _find(row: _Row, language: str) -> Find:
    return Find(
        id=FindId(row.id),
        kind=FindKind(row.kind),
        group_id=GroupId(row.group_id),
        group=row.group,
        message_id=MessageId(row.message_id),
        author=row.author,
        text=row.text,
        at=row.sent_at,
        line_id=None if row.feedback_id is None else LineId(row.feedback_id),
        professional_id=None if row.professional_id is None else ProfessionalId(row.professional_id),
        because=sentences(row.because, language),
        state=FindState(row.state),
    )


def _open_row(connection: Connection, find_id: FindId) -> _Row:
    rows = _rows(connection, feedback_finds.c.id == find_id, feedback_finds.c.state == FindState.OPEN.value, _STANDS)
    if not rows:
        raise ExpectedError("find_gone")
    return rows[0]


# --- what a person says ----------------------------------------------------------------------------------------------


def _said(row: _Row, state: FindState, line_id: int | None = None) -> RowChange:
    """Return what becomes of a find; with ``line_id`` it belongs to that line from now on."""
    after: dict[str, Any] = {"state": state.value}
    if line_id is not None and line_id != row.feedback_id:
        after["feedback_id"] = line_id
    return RowChange(feedback_finds, row.id, {name: getattr(row, name) for name in after}, after)


def _decide(connection: Connection, console: Console, verb: Verb, changes: Sequence[RowChange], row: _Row) -> Changes:
    decision = decide(connection, console, verb, changes, group_id=row.group_id)
    return changes_of(changes, row.group_id, decision)


def _answer(row: _Row, text: str | None, result: Result | None) -> Act:
    """Return the decision that a message answers a line, in its own words where a person gives no others."""
    came_of_it = result_of(row.text) if result is None else result
    return Act(
        Verb.ANSWERED,
        text=row.text if text is None else text,
        channel=Channel.GROUP.value,
        result=came_of_it.value,
        message_id=MessageId(row.message_id),
    )


def _item_of(connection: Connection, line_id: int) -> ItemId:
    of_line = and_(items.c.kind == ItemKind.FEEDBACK.value, items.c.subject_id == line_id)
    found: int | None = connection.scalar(
        select(items.c.id).join(feedback, feedback.c.id == items.c.subject_id).where(of_line, ~IS_UNDONE)
    )
    if found is None:
        raise ExpectedError("line_gone")
    return ItemId(found)


def _open_line(connection: Connection, console: Console, row: _Row, kind: FindKind) -> tuple[int, list[RowChange]]:
    """Open a line about the report of a message, or about the message itself where it is in none."""
    first = _first_of_report(connection, row.message_id)
    owing, is_asked = _who_owes(connection, row, kind)
    return opening.open_line(
        connection,
        console,
        what=first.text or row.text,
        kind=kind_of(first.category),
        owing=owing,
        source=LineSource.HAND if kind is FindKind.ASKS else LineSource.PASSED_ON,
        groups=[(row.group_id, first.id)],
        state=LineState.ASKED if is_asked else LineState.TO_ASK,
        asked_at=row.sent_at if is_asked else None,
    )


def _first_of_report(connection: Connection, message_id: int) -> _Row:
    """Return id, text and category of the message with which the report of this one began; else of this one."""
    placed = report_messages.alias("placed")
    begins = and_(report_messages.c.report_id == placed.c.report_id, report_messages.c.is_primary)
    found = (
        select(messages.c.id, messages.c.text, judgements.c.category)
        .outerjoin(judgements, judgements.c.message_id == messages.c.id)
        .join(report_messages, report_messages.c.message_id == messages.c.id)
        .join(placed, begins)
        .where(placed.c.message_id == message_id)
    )
    alone = select(messages.c.id, messages.c.text, judgements.c.category).outerjoin(
        judgements, judgements.c.message_id == messages.c.id
    )
    row = connection.execute(found.limit(1)).first()
    return row or connection.execute(alone.where(messages.c.id == message_id)).one()


def _who_owes(connection: Connection, row: _Row, kind: FindKind) -> tuple[Owing, bool]:
    """Return who owes the answer by what was found, and whether he knows it already."""
    if kind is FindKind.ASKS:
        return Owing(), False
    passed = passed_on(row.text)
    professionals = Professionals(connection, row.group_id)
    if row.professional_id is None and passed is not None:
        return professionals.owing(passed.sentence, passed.recipient, passed.jobs), passed.is_done
    owing = Owing() if row.professional_id is None else Owing(ProfessionalId(row.professional_id))
    return owing, passed is None or passed.is_done


def _known_as_professional(connection: Connection, console: Console, row: _Row) -> Iterator[RowChange]:
    """Yield that the member who signed is a professional of the group."""
    group_id = GroupId(row.group_id)
    if row.professional_id is not None:
        yield from changes_of_linking(connection, console, group_id, row.professional_id, row.person_id)
        return
    signature = signed(row.text, row.author or "")
    facts = ProfessionalFacts(
        name=(signature and signature.name) or row.author or "",
        job=signature.job if signature else "",
        presence=Presence.TAKES_PART,
        person_id=row.person_id,
    )
    yield from changes_of_adding(connection, console, group_id, facts)


def _waits_on(connection: Connection, console: Console, row: _Row) -> Iterator[RowChange]:
    """Yield that a line which came back by a find goes out of sight again until its reminder."""
    others = (
        select(feedback_finds.c.id)
        .join(messages, messages.c.id == feedback_finds.c.message_id)
        .where(feedback_finds.c.feedback_id == row.feedback_id, feedback_finds.c.id != row.id)
        .where(feedback_finds.c.state == FindState.OPEN.value, _STANDS)
    )
    raised = (
        select(items.c.id, feedback.c.remind_at)
        .join(feedback, and_(items.c.kind == ItemKind.FEEDBACK.value, items.c.subject_id == feedback.c.id))
        .where(feedback.c.id == row.feedback_id, feedback.c.state == LineState.ASKED.value, ~others.exists())
        .where(items.c.state == ItemState.OPEN.value, feedback.c.remind_at > console.now())
    )
    for item in connection.execute(raised).all():
        before = {"state": ItemState.OPEN.value, "later_until": None}
        yield RowChange(items, item.id, before, {"state": ItemState.LATER.value, "later_until": item.remind_at})
