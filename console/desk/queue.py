"""The one queue: what waits for a person, why, and in which order.

A new kind of thing that can wait is one class with ``kind`` and ``load``, named in ``SOURCES``.
Everything else in the desk speaks of items only.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import Any, Final, NamedTuple, Protocol

from sqlalchemy import ColumnElement, Connection, Row, and_, case, delete, func, literal_column, or_, select
from sqlalchemy.dialects.sqlite import insert

from console import texts
from console.desk import filtering
from console.desk.console import Console
from console.desk.feedback import lines
from console.desk.forgetting.shown import shown_text
from console.desk.joining.stored_rules import limit_days_of
from console.desk.reports.minutes import is_too_long, too_long
from console.domain.decision import Item, ItemId, ItemKind, ItemState
from console.domain.filters import Filters
from console.domain.group import GroupId
from console.domain.join_request import RequestState
from console.domain.judgement import Abuse, Attention, Flag, Judgement
from console.domain.message import MessageId
from console.errors import ExpectedError
from console.store.queries import judgements as judgement_rows
from console.store.tables import (
    decisions,
    feedback,
    groups,
    items,
    join_requests,
    judgements,
    members,
    message_changes,
    messages,
    report_messages,
    reports,
)

TEXT_CHARACTERS: Final = 300  # of a message in the list; the conversation shows all of it


class Rank(IntEnum):
    """Order of the queue, low first (``design/screens.md``, Deze week). Gaps leave room for kinds to come."""

    URGENT = 10  # urgent without 112
    THREAT = 20  # threat or vigilantism
    REQUEST_OVERDUE = 30  # a join request older than its limit
    REQUEST = 35
    PERSONAL_DATA = 40
    STIGMA = 50
    ABUSE = 60
    TALK = 65  # a talk that lasted too long (desk/reports/closing.py)
    OFF_TOPIC = 70
    FEEDBACK = 80
    OTHER = 90


_NEWEST_FIRST: Final = Rank.THREAT
"""Up to this rank the newest stands on top: only that can still be going on. Below it the oldest, which waited longest
and lets a conversation be read in its own order."""

_RANK_OF_FLAG: Final = {
    Flag.CALL112: Rank.URGENT,
    Flag.VIGILANTISM: Rank.THREAT,
    Flag.PERSONAL_DATA: Rank.PERSONAL_DATA,
    Flag.STIGMA: Rank.STIGMA,
    Flag.ABUSE: Rank.ABUSE,
    Flag.OFF_TOPIC: Rank.OFF_TOPIC,
    Flag.FEEDBACK: Rank.FEEDBACK,
}


def rank_of(judgement: Judgement) -> int:
    """Return where a judged message stands in the queue, by its first reason: the judge names the gravest first.

    Later reasons may be mere remarks (a number that is the sender's own) and say nothing about the place.
    """
    if not judgement.reasons:
        return int(Rank.OTHER)
    flag = judgement.reasons[0].flag
    if flag is Flag.ABUSE and judgement.abuse is Abuse.THREAT:
        return int(Rank.THREAT)
    return int(_RANK_OF_FLAG.get(flag, Rank.OTHER))


# --- into the queue --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class JudgedMessage:
    """A message that was just judged. ``at`` is aware UTC."""

    message_id: MessageId
    group_id: GroupId
    at: datetime
    judgement: Judgement


def enqueue_messages(connection: Connection, rows: Sequence[JudgedMessage]) -> int:
    """Bring the queue up to date with judgements; return how many of these messages now wait for a person.

    A message waits when its judgement asks for attention and it is not older than its group's ``review_from``. A
    decided item opens again only when its text was edited after the decision, which was about other words. A message
    that asks for nothing any more leaves the queue, unless somebody decided or noted something about it: then that
    person finishes it.
    """
    if not rows:
        return 0
    group_ids = {row.group_id for row in rows}
    found = connection.execute(select(groups.c.id, groups.c.review_from).where(groups.c.id.in_(group_ids)))
    review_from = {group_id: moment for group_id, moment in found if moment is not None}
    calm = [row.message_id for row in rows if row.judgement.attention is Attention.NONE]
    _forget(connection, calm)
    waiting = [
        {
            "kind": ItemKind.MESSAGE.value,
            "subject_id": row.message_id,
            "group_id": row.group_id,
            "rank": rank_of(row.judgement),
            "at": row.at,
            "attention": row.judgement.attention.value,
        }
        for row in rows
        if row.judgement.attention is not Attention.NONE
        and (row.group_id not in review_from or row.at >= review_from[row.group_id])
    ]
    if not waiting:
        return 0
    is_edited = _is_edited_since_decision()
    fresh = insert(items)
    upsert = fresh.on_conflict_do_update(
        index_elements=[items.c.kind, items.c.subject_id],
        set_={name: fresh.excluded[name] for name in ("rank", "at", "attention")}
        | {"state": case((items.c.state == ItemState.DONE.value, ItemState.OPEN.value), else_=items.c.state)},
        where=or_(items.c.state != ItemState.DONE.value, is_edited),
    )
    return connection.execute(upsert, waiting, execution_options={"preserve_rowcount": True}).rowcount


def _is_edited_since_decision() -> ColumnElement[bool]:
    """Whether an export told of an edit of an item's message after the last decision about it."""
    decided_at = select(func.max(decisions.c.decided_at)).where(decisions.c.item_id == items.c.id).scalar_subquery()
    return (
        select(message_changes.c.id)
        .where(
            message_changes.c.message_id == items.c.subject_id,
            message_changes.c.what == "edited",
            message_changes.c.seen_at > decided_at,
        )
        .exists()
    )


def _forget(connection: Connection, message_ids: Sequence[int]) -> None:
    touched = select(decisions.c.id).where(decisions.c.item_id == items.c.id).exists()
    for start in range(0, len(message_ids), 500):  # far under SQLite's limit of values in one statement
        connection.execute(
            delete(items).where(
                items.c.kind == ItemKind.MESSAGE.value,
                items.c.subject_id.in_(message_ids[start : start + 500]),
                ~touched,
            )
        )


# --- out of the queue ------------------------------------------------------------------------------------------------


class Waiting(NamedTuple):
    """An item with its place: ``order`` is (rank, seconds, place among what happened in the same second, id)."""

    order: tuple[int, int, int, int]
    item: Item


class Source(Protocol):
    """One kind of thing that can wait."""

    kind: ItemKind

    def load(self, connection: Connection, console: Console, wanted: ColumnElement[bool]) -> Iterable[Waiting]:
        """Return the items of this kind for which ``wanted``, a condition on ``items`` and ``groups``, holds."""


class MessageItems:
    """Messages that the judge flagged."""

    kind = ItemKind.MESSAGE

    def load(self, connection: Connection, console: Console, wanted: ColumnElement[bool]) -> Iterable[Waiting]:
        """Return the flagged messages, each with the sentence that says why."""
        statement = (
            select(
                items.c.id,
                items.c.subject_id,
                items.c.group_id,
                groups.c.name.label("group"),
                items.c.rank,
                items.c.at,
                items.c.attention,
                func.substr(shown_text(console.language), 1, TEXT_CHARACTERS).label("text"),
                messages.c.position,
                members.c.name.label("author"),
                judgements.c.reasons,
                reports.c.talk_minutes,
                groups.c.profile,
            )
            .join(groups, groups.c.id == items.c.group_id)
            .join(messages, messages.c.id == items.c.subject_id)
            .outerjoin(members, members.c.id == messages.c.member_id)
            .outerjoin(judgements, judgements.c.message_id == messages.c.id)
            .outerjoin(report_messages, report_messages.c.message_id == messages.c.id)
            .outerjoin(reports, reports.c.id == report_messages.c.report_id)
            .where(items.c.kind == self.kind.value, wanted)
        )
        for row in connection.execute(statement):
            direction = -1 if row.rank <= _NEWEST_FIRST else 1
            item = Item(
                id=ItemId(row.id),
                kind=self.kind,
                subject_id=row.subject_id,
                group_id=GroupId(row.group_id),
                group=row.group,
                at=row.at,
                attention=Attention(row.attention),
                why=_why_flagged(row, console.language),
                text=row.text,
                author=row.author,
            )
            yield Waiting((row.rank, direction * int(row.at.timestamp()), direction * row.position, row.id), item)


def _why_flagged(row: Row[*tuple[Any, ...]], language: str) -> str:
    """Return what the judge says first, or that the talk lasted too long."""
    if row.rank == Rank.TALK and is_too_long(row.talk_minutes, row.profile):
        return too_long(row.talk_minutes, row.profile, language, may_close=True)
    reason = next(iter(judgement_rows.reasons_of(row.reasons or [])), None)
    return reason.sentence(language) if reason else texts.say("desk.why_unknown", language)


class RequestItems:
    """People who ask to join (``desk/joining``)."""

    kind = ItemKind.REQUEST

    def load(self, connection: Connection, console: Console, wanted: ColumnElement[bool]) -> Iterable[Waiting]:
        """Return the join requests; one that waits longer than its group wants goes before the others."""
        statement = (
            select(
                items.c.id,
                items.c.subject_id,
                items.c.group_id,
                groups.c.name.label("group"),
                groups.c.joining,
                items.c.at,
                join_requests.c.name,
                join_requests.c.street,
                join_requests.c.house_number,
                join_requests.c.words,
                join_requests.c.state,
                join_requests.c.question,
            )
            .join(groups, groups.c.id == items.c.group_id)
            .join(join_requests, join_requests.c.id == items.c.subject_id)
            .where(items.c.kind == self.kind.value, wanted)
        )
        for row in connection.execute(statement):
            days, limit_days = (console.now() - row.at).days, limit_days_of(row.joining)
            is_overdue = days > limit_days
            item = Item(
                id=ItemId(row.id),
                kind=self.kind,
                subject_id=row.subject_id,
                group_id=GroupId(row.group_id),
                group=row.group,
                at=row.at,
                attention=Attention.TODAY if is_overdue else Attention.LATER,
                why=_why_it_waits(row, days, limit_days, console.language),
                text=_in_short(row),
                author=row.name,
            )
            rank = Rank.REQUEST_OVERDUE if is_overdue else Rank.REQUEST
            yield Waiting((int(rank), int(row.at.timestamp()), 0, row.id), item)


def _why_it_waits(row: Row[*tuple[Any, ...]], days: int, limit_days: int, language: str) -> str:
    if row.state == RequestState.WAITING_APPLICANT.value:
        return texts.say("joining.why_no_answer", language, question=row.question or "")
    if row.state == RequestState.WAITING_LIST.value:
        return texts.say("joining.why_list_is_over", language)
    if days > limit_days:
        return texts.say("joining.why_overdue", language, days=days, limit=limit_days)
    return texts.say("joining.why_asks", language)


def _in_short(row: Row[*tuple[Any, ...]]) -> str:
    """Return where somebody lives and what he wrote, as the list shows it."""
    address = " ".join(filter(None, [row.street, row.house_number]))
    return "\n".join(filter(None, [address, row.words]))[:TEXT_CHARACTERS]


class FeedbackItems:
    """Answers that somebody owes (``desk/feedback``)."""

    kind = ItemKind.FEEDBACK

    def load(self, connection: Connection, console: Console, wanted: ColumnElement[bool]) -> Iterable[Waiting]:
        """Return the lines of the ledger that wait; the oldest question first."""
        statement = (
            select(items.c.id, items.c.subject_id, items.c.group_id, groups.c.name.label("group"), items.c.at)
            .join(groups, groups.c.id == items.c.group_id)
            .where(items.c.kind == self.kind.value, wanted)
        )
        rows = {row.subject_id: row for row in connection.execute(statement)}
        for line in lines.load(connection, console, feedback.c.id.in_(list(rows))) if rows else ():
            row = rows[line.id]
            item = Item(
                id=ItemId(row.id),
                kind=self.kind,
                subject_id=line.id,
                group_id=GroupId(row.group_id),
                group=row.group,
                at=row.at,
                attention=Attention.LATER,
                why=line.why,
                text=line.what,
                author=line.owed_by or None,
            )
            yield Waiting((int(Rank.FEEDBACK), int(row.at.timestamp()), 0, row.id), item)


SOURCES: Final[tuple[Source, ...]] = (MessageItems(), RequestItems(), FeedbackItems())


def is_open(console: Console) -> ColumnElement[bool]:
    """Whether an item waits now: a condition on the table ``items``. What was put off waits again from its date on."""
    is_due = and_(items.c.state == ItemState.LATER.value, items.c.later_until <= console.now())
    # The first half says nothing new, but word for word it is the condition of an index, which SQLite then uses.
    return and_(items.c.state != literal_column("'done'"), or_(items.c.state == ItemState.OPEN.value, is_due))


def is_waiting(console: Console) -> ColumnElement[bool]:
    """Whether an item waits now in a group that is not archived: a condition on ``items`` and ``groups``."""
    return and_(is_open(console), groups.c.archived_at.is_(None))


def load_open(connection: Connection, console: Console, filters: Filters | None = None) -> tuple[Item, ...]:
    """Return what waits now and passes the filters, in order; an archived group asks for nothing."""
    return load(connection, console, and_(is_waiting(console), *filtering.conditions(filters or Filters(), console)))


def load(connection: Connection, console: Console, wanted: ColumnElement[bool]) -> tuple[Item, ...]:
    """Return the items for which a condition on ``items`` and ``groups`` holds, in order."""
    found = [line for source in SOURCES for line in source.load(connection, console, wanted)]
    return tuple(line.item for line in sorted(found, key=lambda line: line.order))


def load_item(connection: Connection, console: Console, item_id: ItemId) -> Item:
    """Return one item, decided or not. Raises ``ExpectedError("item_gone")`` when it left the queue."""
    item = _first(connection, console, items.c.id == item_id)
    if item is None:
        raise ExpectedError("item_gone")
    return item


def find_item(connection: Connection, console: Console, kind: ItemKind, subject_id: int) -> Item | None:
    """Return the item about one subject, None when it was never queued."""
    return _first(connection, console, and_(items.c.kind == kind.value, items.c.subject_id == subject_id))


def _first(connection: Connection, console: Console, wanted: ColumnElement[bool]) -> Item | None:
    return next((line.item for source in SOURCES for line in source.load(connection, console, wanted)), None)
