"""A talk that lasts longer than a kind of group wants is proposed for closing, about the last that was said in it.

The proposal is an item of the queue like any other (``Rank.TALK``): it comes when a talk went on too long less than a
day ago, moves along while the talk goes on, and goes when nobody decided about it within that day. What a person did
with it once, holds for the whole report.
"""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, delete, select
from sqlalchemy.dialects.sqlite import insert

from console.desk.console import Console
from console.desk.draft_texts import key_of_talk
from console.desk.queue import Rank
from console.desk.reports.minutes import is_too_long
from console.domain.decision import ItemId, ItemKind, ItemState
from console.domain.judgement import Attention, Call112
from console.domain.message import Kind
from console.judge.thread_links import minutes_between
from console.store.tables import decisions, groups, items, messages, report_messages, reports

OVER_AFTER: Final = timedelta(days=1)
"""So long after its last message there is nothing left to close."""

_IS_TALK: Final = (items.c.kind == ItemKind.MESSAGE.value) & (items.c.rank == int(Rank.TALK))
_IS_UNTOUCHED: Final = (
    _IS_TALK
    & (items.c.state == ItemState.OPEN.value)
    & ~select(decisions.c.id).where(decisions.c.item_id == items.c.id).exists()
)


def propose(connection: Connection, console: Console, report_ids: Iterable[int]) -> None:
    """Bring the proposals about these reports up to date with their stories, in the caller's transaction."""
    found = connection.execute(
        select(reports.c.id, reports.c.group_id, reports.c.talk_minutes, groups.c.profile, groups.c.review_from)
        .join(groups, groups.c.id == reports.c.group_id)
        .where(reports.c.id.in_(list(report_ids)))
    ).all()
    for report in found:
        last = _last_said(connection, report) if is_too_long(report.talk_minutes, report.profile) else None
        is_fresh = last is not None and last.sent_at > console.now() - OVER_AFTER
        if last is None or not is_fresh or (report.review_from is not None and last.sent_at < report.review_from):
            _withdraw(connection, _of_report(report.id))
            continue
        _withdraw(connection, _of_report(report.id) & (items.c.subject_id != last.id))
        if connection.scalar(select(items.c.id).where(_IS_TALK, _of_report(report.id)).limit(1)) is None:
            _put(connection, report.group_id, last)


def withdraw_over(connection: Connection, console: Console) -> None:
    """Take away the proposals about talks of more than a day ago that nobody decided about."""
    _withdraw(connection, items.c.at <= console.now() - OVER_AFTER)


def has_over(connection: Connection, console: Console) -> bool:
    """Whether there are any of those."""
    is_over = items.c.at <= console.now() - OVER_AFTER
    return connection.scalar(select(items.c.id).where(_IS_UNTOUCHED, is_over).limit(1)) is not None


def draft_key(connection: Connection, item_id: ItemId, *, is_asked: bool) -> str | None:
    """Return the key of the draft that closes the talk of an item's message; None where there is nothing to close.

    ``is_asked``: a person chose to close it, whatever the item is about. That 112 was called is said only when the
    report says so.
    """
    row = connection.execute(
        select(items.c.rank, reports.c.talk_minutes, reports.c.called_112, groups.c.profile)
        .join(report_messages, report_messages.c.message_id == items.c.subject_id)
        .join(reports, reports.c.id == report_messages.c.report_id)
        .join(groups, groups.c.id == items.c.group_id)
        .where(items.c.id == item_id, items.c.kind == ItemKind.MESSAGE.value)
    ).first()
    if row is None or not (is_asked or row.rank == Rank.TALK) or not is_too_long(row.talk_minutes, row.profile):
        return None
    return key_of_talk(is_called=row.called_112 == Call112.CALLED.value)


def _of_report(report_id: int) -> ColumnElement[bool]:
    return items.c.subject_id.in_(select(report_messages.c.message_id).where(report_messages.c.report_id == report_id))


def _last_said(connection: Connection, report: Row[*tuple[Any, ...]]) -> Row[*tuple[Any, ...]] | None:
    """Return the last message of the talk, which counts from the first message of the report."""
    its: Sequence[Row[*tuple[Any, ...]]] = connection.execute(
        select(messages.c.id, messages.c.sent_at, messages.c.kind, messages.c.deleted_at, report_messages.c.is_primary)
        .join(report_messages, report_messages.c.message_id == messages.c.id)
        .where(report_messages.c.report_id == report.id)
        .order_by(messages.c.position)
    ).all()
    begin = next((row.sent_at for row in its if row.is_primary), None)
    said = (row for row in reversed(its) if row.deleted_at is None and row.kind != Kind.DELETED.value)
    within = (
        row for row in said if begin is not None and minutes_between(begin, row.sent_at) < report.talk_minutes + 1
    )
    return next(within, None)


def _put(connection: Connection, group_id: int, last: Row[*tuple[Any, ...]]) -> None:
    """Queue the message; where the judge asks attention for it, its item stays as it is."""
    fresh = insert(items).values(
        kind=ItemKind.MESSAGE.value,
        subject_id=last.id,
        group_id=group_id,
        rank=int(Rank.TALK),
        at=last.sent_at,
        attention=Attention.TODAY.value,
    )
    connection.execute(fresh.on_conflict_do_nothing())


def _withdraw(connection: Connection, condition: ColumnElement[bool]) -> None:
    connection.execute(delete(items).where(_IS_UNTOUCHED, condition))
