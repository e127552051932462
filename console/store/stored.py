"""The messages of a group as rows, for matching an export against them and for adding to them."""

import json
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import chain
from typing import Final, NamedTuple

from sqlalchemy import Connection, select

from console.domain.member import MemberId
from console.domain.message import Event, Kind, Message
from console.store.keyed_hash import find_key, text_mark
from console.store.tables import messages

_GAP_MINUTES: Final = 24 * 60  # minutes further apart are asked for apart, so that a stray old line loads no year


class Stored(NamedTuple):
    """A stored message, as far as matching needs it."""

    id: int
    position: int
    written: int
    member_id: MemberId | None
    kind: Kind
    event: Event | None
    text: str
    is_edited: bool
    deleted_at: datetime | None
    source_id: str | None
    has_files: bool
    mark: str | None  # by which its words are recognised, where they are gone or were changed for good


_COLUMNS: Final = (
    messages.c.id,
    messages.c.position,
    messages.c.written_at,
    messages.c.member_id,
    messages.c.kind,
    messages.c.event,
    messages.c.text,
    messages.c.is_edited,
    messages.c.deleted_at,
    messages.c.source_id,
    messages.c.attachments.is_not(None),
    messages.c.mark,
)


def load_minutes(connection: Connection, group_id: int, minutes: Sequence[int]) -> Iterator[Stored]:
    """Yield the messages of a group in the given minutes (sorted) and between them, in the order of the chat."""
    for first, last in _runs(minutes):
        wanted = (messages.c.group_id == group_id) & messages.c.written_at.between(first * 60, last * 60 + 59)
        found = connection.execute(select(*_COLUMNS).where(wanted).order_by(messages.c.position))
        for row_id, position, written, member_id, kind, event, *rest in found:
            yield Stored(row_id, position, written, member_id, Kind(kind), Event(event) if event else None, *rest)


def _runs(minutes: Sequence[int]) -> Iterator[tuple[int, int]]:
    if not minutes:
        return
    first = last = minutes[0]
    for minute in minutes[1:]:
        if minute - last > _GAP_MINUTES:
            yield first, last
            first = minute
        last = minute
    yield first, last


def stored_sources(connection: Connection, group_id: int, wanted: Iterable[str | None]) -> set[str]:
    """Return which of these ids of the platform the group holds already."""
    ids = [source_id for source_id in wanted if source_id is not None]
    found: set[str] = set()
    for start in range(0, len(ids), 500):
        asked = (messages.c.group_id == group_id) & messages.c.source_id.in_(ids[start : start + 500])
        found.update(connection.scalars(select(messages.c.source_id).where(asked)))
    return found


class Shelf:
    """Stored messages to be taken off one by one: a multiset per minute, author and text.

    Of erased words ``marks`` recognises what they were.
    """

    def __init__(self, rows: Iterable[Stored], marks: "Marks") -> None:
        self._marks = marks
        self._by_text: dict[tuple[int, MemberId | None, str], deque[Stored]] = defaultdict(deque)
        self._by_source: dict[str, Stored] = {}
        for row in rows:
            if row.source_id is not None:
                self._by_source[row.source_id] = row
            else:
                self._by_text[row.written // 60, row.member_id, row.mark or row.text].append(row)

    def take(self, minute: int, member_id: MemberId | None, message: Message) -> Stored | None:
        """Take the stored message that this one is, by the platform's own id or else to the letter."""
        if message.source_id is not None:
            return self._by_source.pop(message.source_id, None)
        for words in (message.text, self._marks.of(message.text)):
            if equal := self._by_text.get((minute, member_id, words)):
                return equal.popleft()
        return None


class Marks:
    """Recognises messages of which the words are gone. Belongs to one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._key = find_key(connection)

    def of(self, text: str) -> str:
        """Return the mark of a text; "" where nothing was ever erased."""
        return "" if self._key is None else text_mark(self._key, text)

    def are_words_of(self, row: Stored, text: str) -> bool:
        """Whether a stored message says, or said before its words were erased, this."""
        return row.text == text if row.mark is None else row.mark == self.of(text)


_COLUMNS_WRITTEN: Final = (
    "group_id, import_id, position, sent_at, written_at, member_id, kind, event, subject, text, attachments, is_edited,"
    " is_doubtful, source_id, reply_to, needs_judging"
)
_ROW: Final = f"({', '.join('?' for _ in _COLUMNS_WRITTEN.split(','))})"
_ROWS_AT_ONCE: Final = 200  # 3,200 values, a tenth of what SQLite allows in one statement

NewMessage = tuple[Message, MemberId | None, int, datetime, int]
"""A message with its author, position, moment and local seconds."""


def insert_messages(connection: Connection, group_id: int, import_id: int, rows: Sequence[NewMessage]) -> None:
    """Add messages to a group, in this order.

    Plain SQL, because that is five times faster, and many rows in one statement: FTS5 writes down what it gathered at
    the end of every statement that a trigger belongs to, which took as long again as all the rest (measured).
    """
    for start in range(0, len(rows), _ROWS_AT_ONCE):
        values = [_values(group_id, import_id, row) for row in rows[start : start + _ROWS_AT_ONCE]]
        statement = f"INSERT INTO messages ({_COLUMNS_WRITTEN}) VALUES {', '.join([_ROW] * len(values))}"  # noqa: S608
        connection.exec_driver_sql(statement, tuple(chain.from_iterable(values)))


def _values(group_id: int, import_id: int, row: NewMessage) -> tuple[object, ...]:
    """Return what ``_COLUMNS_WRITTEN`` get."""
    message, member_id, position, at, written = row
    return (
        group_id,
        import_id,
        position,
        int(at.timestamp()),
        written,
        member_id,
        message.kind.value,
        message.event.value if message.event else None,
        names_as_json(message.subject),
        message.text,
        names_as_json(message.attachments),
        message.edited,
        message.is_doubtful,
        message.source_id,
        message.reply_to,
        is_to_judge(message),
    )


def names_as_json(names: tuple[str, ...] | None) -> str | None:
    """Return names as they are stored; none at all is no value."""
    return json.dumps(names, ensure_ascii=False) if names else None


def is_to_judge(message: Message) -> bool:
    """Whether a person said something: a text, or words beside a file.

    WhatsApp writes its own words for a file that was left out; a platform that gives ids leaves the text to the person.
    """
    if not message.text or message.kind in (Kind.SYSTEM, Kind.DELETED):
        return False
    return message.kind is Kind.TEXT or bool(message.attachments) or message.source_id is not None
