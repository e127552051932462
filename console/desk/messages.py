"""The page Berichten: search, filters, and a page of rows at a time."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any, Final, cast
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Row, Select, func, or_, select, text

from console.desk import queue
from console.desk.console import Console
from console.desk.conversation import Detail, load_detail
from console.desk.forgetting.shown import shown_text
from console.domain.decision import ItemKind
from console.domain.filters import Wish
from console.domain.group import GroupId
from console.domain.judgement import Attention, Category, Flag
from console.domain.message import Event, Kind, MessageId
from console.store.erased import IS_NAME
from console.store.queries.judgements import IS_NOTICED
from console.store.search import search_query
from console.store.tables import groups, judgements, member_names, members, messages

ROW_CHARACTERS: Final = 2_000  # of a message in the table; a longer line freezes a window (security.md C1)


@dataclass(frozen=True, slots=True)
class MessageFilter:
    """Which messages are wanted; everything given must hold.

    ``query`` are words as a person types them in a search field, ``author`` a part of a name that a member has or had,
    ``from_at`` (included) and ``to_at`` (not included) aware moments. ``flagged`` messages ask for attention, which
    one without its words does no more; ``flag`` and ``category`` are of the judgement.
    """

    query: str = ""
    groups: frozenset[GroupId] = frozenset()
    author: str = ""
    from_at: datetime | None = None
    to_at: datetime | None = None
    flagged: Wish = Wish.IGNORE
    system: Wish = Wish.EXCLUDE
    media: Wish = Wish.IGNORE
    deleted: Wish = Wish.IGNORE
    edited: Wish = Wish.IGNORE
    category: Category | None = None
    flag: Flag | None = None


@dataclass(frozen=True, slots=True)
class MessageRow:
    """A message in the table. ``at`` is aware, in the group's zone; ``text`` is its first 2,000 characters.

    ``flags`` are those that the judge gave a reason for, ``category`` is None when it was never judged.
    """

    id: MessageId
    group_id: GroupId
    group: str
    at: datetime
    author: str | None
    text: str
    kind: Kind
    event: Event | None
    subject: tuple[str, ...] | None
    attention: Attention
    flags: tuple[Flag, ...]
    category: Category | None
    is_edited: bool
    is_deleted: bool


# --- which messages --------------------------------------------------------------------------------------------------


def message_ids(console: Console, wanted: MessageFilter) -> "array[int]":
    """Return the ids of all messages that the filter lets through, oldest first: eight bytes for each."""
    return _ids(console, select(messages.c.id).where(*_conditions(wanted)).order_by(*_MOMENT))


def newest_rows(console: Console, wanted: MessageFilter, count: int) -> dict[int, MessageRow]:
    """Return the newest ``count`` of those messages, oldest first: there at once, however many the others are."""
    newest = select(messages.c.id).where(*_conditions(wanted)).order_by(*(part.desc() for part in _MOMENT))
    ids = _ids(console, newest.limit(count))
    rows = message_rows(console, ids)
    return {message_id: rows[message_id] for message_id in reversed(ids) if message_id in rows}


_MOMENT: Final = (messages.c.sent_at, messages.c.position)


def _ids(console: Console, statement: Select[tuple[int]]) -> "array[int]":
    with console.store.reading() as connection:
        # Rows of the driver itself: a million of SQLAlchemy's would take twice as long.
        cursor = cast("Iterable[tuple[int]]", connection.execute(statement).cursor)
        return array("q", chain.from_iterable(cursor))


def _conditions(wanted: MessageFilter) -> Iterator[ColumnElement[bool]]:
    query = search_query(wanted.query)
    if query is not None:
        found = text("SELECT rowid FROM messages_fts WHERE messages_fts MATCH :query").bindparams(query=query)
        yield messages.c.id.in_(found)
    if wanted.groups:
        yield messages.c.group_id.in_(wanted.groups)
    if wanted.author.strip():
        name = member_names.c.name.icontains(wanted.author.strip(), autoescape=True)
        yield messages.c.member_id.in_(select(member_names.c.member_id).where(name, IS_NAME))
    if wanted.from_at is not None:
        yield messages.c.sent_at >= wanted.from_at
    if wanted.to_at is not None:
        yield messages.c.sent_at < wanted.to_at
    if wanted.category is not None:
        yield _judged(judgements.c.category == wanted.category.value)
    if wanted.flag is not None:
        yield _judged(IS_NOTICED, _has_reason(wanted.flag))
    for wish, condition in (
        (wanted.flagged, messages.c.forgotten_at.is_(None) & _judged(IS_NOTICED, _ASKS)),
        (wanted.system, messages.c.kind == Kind.SYSTEM.value),
        (wanted.media, messages.c.kind == Kind.MEDIA.value),
        (wanted.deleted, or_(messages.c.kind == Kind.DELETED.value, _among(_FEW.c.deleted_at.is_not(None)))),
        (wanted.edited, _among(_FEW.c.is_edited)),
    ):
        if wish is not Wish.IGNORE:
            yield condition if wish is Wish.REQUIRE else ~condition


_ASKS: Final = judgements.c.attention != Attention.NONE.value
_FEW: Final = messages.alias("few")


def _judged(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return messages.c.id.in_(select(judgements.c.message_id).where(*conditions))


def _among(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """What only few messages are has an index of its own: asked for apart, it need not look at every message."""
    return messages.c.id.in_(select(_FEW.c.id).where(condition))


def _has_reason(flag: Flag) -> ColumnElement[bool]:
    reason = func.json_each(judgements.c.reasons).table_valued("value")
    return select(reason).where(func.json_extract(reason.c.value, "$.flag") == flag.value).exists()


# --- a page of them --------------------------------------------------------------------------------------------------


def message_rows(console: Console, ids: Sequence[int]) -> dict[int, MessageRow]:
    """Return the rows of a page, by id; ids that are not in the store any more are left out."""
    statement = (
        select(
            messages.c.id,
            messages.c.group_id,
            groups.c.name.label("group"),
            groups.c.time_zone,
            messages.c.sent_at,
            members.c.name.label("author"),
            func.substr(shown_text(console.language), 1, ROW_CHARACTERS).label("text"),
            messages.c.kind,
            messages.c.event,
            messages.c.subject,
            messages.c.is_edited,
            messages.c.deleted_at,
            judgements.c.attention,
            judgements.c.category,
            judgements.c.reasons,
        )
        .join(groups, groups.c.id == messages.c.group_id)
        .outerjoin(members, members.c.id == messages.c.member_id)
        .outerjoin(judgements, judgements.c.message_id == messages.c.id)
        .where(messages.c.id.in_(ids))
    )
    with console.store.reading() as connection:
        return {row.id: _as_row(row) for row in connection.execute(statement)}


def _as_row(row: Row[*tuple[Any, ...]]) -> MessageRow:
    return MessageRow(
        id=MessageId(row.id),
        group_id=GroupId(row.group_id),
        group=row.group,
        at=row.sent_at.astimezone(ZoneInfo(row.time_zone)),
        author=row.author,
        text=row.text,
        kind=Kind(row.kind),
        event=Event(row.event) if row.event else None,
        subject=None if row.subject is None else tuple(row.subject),
        attention=Attention(row.attention or Attention.NONE),
        flags=tuple(dict.fromkeys(Flag(reason["flag"]) for reason in row.reasons or ())),
        category=Category(row.category) if row.category else None,
        is_edited=row.is_edited,
        is_deleted=row.deleted_at is not None or row.kind == Kind.DELETED.value,
    )


def message_detail(console: Console, message_id: MessageId, *, before: int = 10, after: int = 10) -> Detail:
    """Return a message in its conversation, with its item when it was ever queued.

    Raises ``ExpectedError("message_gone")`` when it is not in the store.
    """
    with console.store.reading() as connection:
        item = queue.find_item(connection, console, ItemKind.MESSAGE, message_id)
        return load_detail(connection, console, message_id, item, before=before, after=after)
