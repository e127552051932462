"""The reports that were passed on: where each stands by what the service says, and what of it may answer its line."""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, Row, and_, func, or_, select, update

from console import texts
from console.desk import triage
from console.desk.console import Console
from console.desk.deciding import Decided
from console.desk.draft_texts import told_day
from console.desk.feedback.lines import IS_OPEN, load_line
from console.desk.feedback.opening import raise_line
from console.domain.changes import Changes
from console.domain.decision import Act, Verb
from console.domain.feedback import Channel, LineId
from console.domain.forward import Forward, ForwardChannel, ForwardId, ForwardStatus
from console.domain.group import GroupId
from console.domain.outgoing import Action, SendState, TodoState
from console.errors import ExpectedError
from console.platforms import signalen
from console.store.tables import feedback, groups, outbox, todos
from console.store.tables import forwards as table

log = logging.getLogger(__name__)

LOOK_EVERY: Final = timedelta(days=1)
_LINE: Final = func.coalesce(feedback.c.merged_into_id, feedback.c.id)
_STANDS: Final = table.c.removed_at.is_(None)
_TELLS: Final = and_(_STANDS, table.c.external_id.is_not(None), table.c.base_url.is_not(None))
_NOT_CLOSED: Final = or_(table.c.status.is_(None), table.c.status != ForwardStatus.CLOSED.value)
_TO_DO: Final = frozenset({TodoState.OPEN.value, TodoState.NOT_SEEN.value})


def of_line(console: Console, line_id: int) -> tuple[Forward, ...]:
    """Return where the report of a line was passed on to, the first one first; not what was taken back.

    What went out about a line that was merged into this one stands there too.
    """
    with console.store.reading() as connection:
        return load(connection, console, line_id)


def load(connection: Connection, console: Console, line_id: int) -> tuple[Forward, ...]:
    """Return where the report of a line was passed on to, in the caller's transaction."""
    return tuple(_forward(row, console.language) for row in _rows(connection, _STANDS, _LINE.in_([line_id])))


def look(console: Console, line_id: int | None = None) -> Changes:
    """Ask the services how reports stand: those of a line now, else all open ones not asked for in a day.

    May take seconds: on the lane of the net. A report that is closed lets its line come back to a person. Raises
    ``ExpectedError`` where a line was asked for and its service does not answer; the daily round passes that over.
    """
    before = console.now() - LOOK_EVERY
    is_awaited = or_(IS_OPEN, feedback.c.merged_into_id.is_not(None))
    is_due = and_(func.coalesce(table.c.looked_at, table.c.created_at) <= before, is_awaited)
    wanted = is_due if line_id is None else _LINE.in_([line_id])
    with console.store.reading() as connection:
        rows = _rows(connection, _TELLS, _NOT_CLOSED, wanted)
    asked = []
    for row in rows:
        try:
            status = signalen.status(row.base_url, row.external_id)
        except ExpectedError as error:
            if line_id is not None:
                raise
            log.info("a report was not asked for: %s", error.key)
            continue
        _note(console, row, status)
        asked.append(GroupId(row.group_id))
    return Changes(feedback=bool(asked), items=bool(asked), group_ids=frozenset(asked))


def take_over(console: Console, forward_id: int) -> Decided:
    """Let what the service says be the answer of the line.

    Raises ``ExpectedError``: ``forward_no_answer``, and what deciding about a line does.
    """
    with console.store.reading() as connection:
        row = next(iter(_rows(connection, _STANDS, table.c.id == forward_id)), None)
        line = None if row is None else load_line(connection, console, row.line_id)
    answer = "" if row is None else _forward(row, console.language).answer
    if line is None or line.item_id is None or not answer:
        raise ExpectedError("forward_no_answer")
    return triage.decide(console, line.item_id, Act(Verb.ANSWERED, text=answer, channel=Channel.SIGNALEN.value))


def _note(console: Console, row: Row[*tuple[Any, ...]], status: ForwardStatus) -> None:
    """Keep how a report stands; its line comes back when it was closed."""
    now = console.now()
    kept: dict[str, Any] = {"looked_at": now}
    if status.value != row.status:
        kept |= {"status": status.value, "status_at": now}
    with console.store.writing() as connection:
        connection.execute(update(table).where(table.c.id == row.id).values(kept))
        if status is ForwardStatus.CLOSED:
            raise_line(connection, console, row.line_id)


# --- how it stands ---------------------------------------------------------------------------------------------------


def _rows(connection: Connection, *wanted: ColumnElement[bool]) -> Sequence[Row[*tuple[Any, ...]]]:
    """Return the reports for which conditions hold, each with its line, its group and what became of sending it."""
    handed = and_(
        table.c.outbox_id.is_(None),
        todos.c.feedback_id == table.c.feedback_id,
        todos.c.action == Action.FORWARD.value,
        todos.c.created_at == table.c.created_at,
        todos.c.text == table.c.body,
    )
    return connection.execute(
        select(
            table,
            _LINE.label("line_id"),
            groups.c.name.label("group"),
            groups.c.time_zone,
            outbox.c.state.label("send"),
            outbox.c.answer,
            todos.c.state.label("todo"),
            todos.c.done_at,
        )
        .join(feedback, feedback.c.id == table.c.feedback_id)
        .join(groups, groups.c.id == table.c.group_id)
        .outerjoin(outbox, outbox.c.id == table.c.outbox_id)
        .outerjoin(todos, handed)
        .where(*wanted)
        .order_by(table.c.id)
    ).all()


def _forward(row: Row[*tuple[Any, ...]], language: str) -> Forward:
    zone = ZoneInfo(row.time_zone)
    status = None if row.status is None else ForwardStatus(row.status)
    return Forward(
        id=ForwardId(row.id),
        line_id=LineId(row.line_id),
        group_id=GroupId(row.group_id),
        group=row.group,
        channel=ForwardChannel(row.channel),
        recipient=row.recipient,
        body=row.body,
        number=row.external_number or "",
        status=status,
        created_at=row.created_at.astimezone(zone),
        looked_at=None if row.looked_at is None else row.looked_at.astimezone(zone),
        send=None if row.send is None else SendState(row.send),
        sentence=_sentence(row, zone, language),
        answer=_say("answer", row, language) if status is ForwardStatus.CLOSED else "",
    )


def _sentence(row: Row[*tuple[Any, ...]], zone: ZoneInfo, language: str) -> str:
    key, at = _stands(row)
    return _say(key, row, language, day=told_day(at.astimezone(zone).date(), language), why=row.answer or "").strip()


def _stands(row: Row[*tuple[Any, ...]]) -> tuple[str, datetime]:
    """Return how it stands, as the sentences are keyed, and since when."""
    if row.channel != ForwardChannel.SIGNALEN.value:
        if row.todo == TodoState.WITHDRAWN.value:
            return row.todo, row.created_at
        return f"{'ready' if row.todo in _TO_DO else 'passed'}_{row.channel}", row.done_at or row.created_at
    if row.status is not None:
        return row.status, row.looked_at or row.created_at
    if row.send == SendState.DONE.value and not row.external_number:
        return "done_unnumbered", row.created_at
    return row.send or SendState.WITHDRAWN.value, row.created_at


def _say(key: str, row: Row[*tuple[Any, ...]], language: str, **values: object) -> str:
    return texts.say(f"forward.{key}", language, who=row.recipient, number=row.external_number or "", **values)
