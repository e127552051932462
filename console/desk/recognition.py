"""What is this file? Recognises a chat export, shows what is in it, and asks what it does not tell. Keeps nothing."""

from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Final

from sqlalchemy import ColumnElement, Connection, func, select

from console.chats.detect import open_chat
from console.chats.fields import clean_name
from console.chats.reading import (
    ChatChoice,
    ChatChoiceError,
    DatedSample,
    DateOrder,
    DateOrderUnknownError,
    Options,
    Reading,
    YearUnknownError,
)
from console.chats.source import Source, from_text, open_sources
from console.chats.table import ColumnsUnknownError
from console.desk.console import Console
from console.domain.group import GroupId, Tool
from console.domain.message import Message
from console.errors import ExpectedError
from console.jobs import CancelToken, Progress
from console.store.local_time import written_seconds
from console.store.stored import Marks
from console.store.tables import groups, member_names, messages

Answers = Options
"""What a person answered about a file: date order, which chat, the year, which column is which."""

SAMPLE: Final = 5
EXPORT_LIMIT: Final = 39_900  # WhatsApp cuts at about 40,000 messages without a word (chat-exports.md 0.6)
_STEP: Final = 500  # messages between two looks at progress and the wish to stop
_MESSAGE_BYTES: Final = 85  # on average, to tell how far reading is


@dataclass(frozen=True, slots=True)
class Preview:
    """What was recognised, for a person to confirm. Times are local, as written; ``first`` and ``last`` hold five."""

    source_name: str
    format: str
    tool: Tool
    title: str | None
    date_order: DateOrder | None
    count: int
    from_at: datetime | None
    to_at: datetime | None
    first: tuple[Message, ...]
    last: tuple[Message, ...]
    authors: int
    cut_lines: int
    replaced_characters: int
    doubtful: int
    skipped: int
    suggested_group: str | None
    is_cut_off: bool
    days: Mapping[date, int] = field(default_factory=dict)  # how many messages on each day


@dataclass(frozen=True, slots=True)
class DateOrderQuestion:
    """The file does not tell its date order: the first and last message in each reading."""

    samples: tuple[DatedSample, ...]
    likely: DateOrder | None


@dataclass(frozen=True, slots=True)
class ChatQuestion:
    """The file holds several chats: which one?"""

    choices: tuple[ChatChoice, ...]


@dataclass(frozen=True, slots=True)
class YearQuestion:
    """The copied text has no year: which one?"""


@dataclass(frozen=True, slots=True)
class ColumnsQuestion:
    """The headings of a table are not known: which column is which? Answered in ``Answers.columns``."""

    columns: tuple[str, ...]


Question = DateOrderQuestion | ChatQuestion | YearQuestion | ColumnsQuestion
"""What only a person can tell, one thing at a time."""


@dataclass(frozen=True, slots=True)
class FollowedJob:
    """How a long call tells how far it is and hears that it must stop."""

    progress: Progress | None
    cancel: CancelToken | None

    def follow(self, chat: Iterator[Message], stage: str, size: int) -> Iterator[Message]:
        """Pass messages on, reporting and stopping between them."""
        expected = max(size / _MESSAGE_BYTES, 1)
        for count, message in enumerate(chat):
            if count % _STEP == 0:
                if self.cancel is not None:
                    self.cancel.check()
                if self.progress is not None:
                    self.progress.report(stage, min(count / expected, 0.99), count)
            yield message


def preview_file(
    console: Console,
    path: Path,
    answers: Answers | None = None,
    *,
    progress: Progress | None = None,
    cancel: CancelToken | None = None,
) -> Preview | Question:
    """Read a file to its end without keeping anything. Raises ``ExpectedError`` for a file that is no chat."""
    return _preview(console, open_sources(path), path.name, answers or Answers(), FollowedJob(progress, cancel))


def preview_text(
    console: Console,
    text: str,
    answers: Answers | None = None,
    *,
    progress: Progress | None = None,
    cancel: CancelToken | None = None,
) -> Preview | Question:
    """Read pasted text without keeping anything. Raises ``ExpectedError`` when it is no chat."""
    return _preview(console, [from_text(text)], "", answers or Answers(), FollowedJob(progress, cancel))


def _preview(
    console: Console, sources: Sequence[Source], name: str, answers: Answers, job: FollowedJob
) -> Preview | Question:
    reading = _open(console, sources, answers)
    if not isinstance(reading, Reading):
        return reading
    first: list[Message] = []
    last: deque[Message] = deque(maxlen=SAMPLE)
    authors: set[str] = set()
    days: Counter[date] = Counter()
    earliest = latest = None
    count = 0
    for message in job.follow(reading.messages, "reading", sources[0].size):
        count += 1
        if count <= SAMPLE:
            first.append(message)
        last.append(message)
        days[message.sent_at.date()] += 1
        if message.author is not None:
            authors.add(message.author)
        earliest = message.sent_at if earliest is None else min(earliest, message.sent_at)
        latest = message.sent_at if latest is None else max(latest, message.sent_at)
    if count == 0:
        raise ExpectedError("no_messages", file=name)
    with console.store.reading() as connection:
        suggested = _suggest_group(connection, reading.title, authors, first)
    return Preview(
        source_name=name,
        format=reading.format,
        tool=reading.tool,
        title=reading.title,
        date_order=reading.date_order,
        count=count,
        from_at=earliest,
        to_at=latest,
        first=tuple(first),
        last=tuple(last),
        authors=len(authors),
        cut_lines=reading.notes.cut_lines,
        replaced_characters=reading.notes.replaced_characters,
        doubtful=reading.notes.doubtful,
        skipped=reading.notes.skipped,
        suggested_group=suggested,
        is_cut_off=reading.tool is Tool.WHATSAPP and EXPORT_LIMIT <= count <= EXPORT_LIMIT + 200,
        days=days,
    )


def _open(console: Console, sources: Sequence[Source], answers: Answers) -> Reading | Question:
    """Start reading, or return what a person must answer first."""
    try:
        return open_chat(sources, answers)
    except DateOrderUnknownError as question:
        with console.store.reading() as connection:
            known = order_by_overlap(connection, None, question)
        if known is None:
            return DateOrderQuestion(question.samples, question.likely)
        return open_chat(sources, replace(answers, date_order=known))
    except ChatChoiceError as question:
        return ChatQuestion(question.choices)
    except YearUnknownError:
        return YearQuestion()
    except ColumnsUnknownError as question:
        if len(set(question.columns)) < 3:  # date, author and text: the sentence says that one is missing
            raise
        return ColumnsQuestion(question.columns)


def _suggest_group(
    connection: Connection, title: str | None, authors: set[str], first: Sequence[Message]
) -> str | None:
    """Return the group that an export is probably of: of the same name, else with mostly the same people.

    Neighbours are in several groups together. Where the file tells another name, their group is meant only when it has
    how the export begins too: it was renamed then.
    """
    told = title and clean_name(title)
    if told:
        # Not by SQLite, which knows no capital É.
        for name in connection.scalars(select(groups.c.name)):
            if name.casefold() == told.casefold():
                return str(name)
    if len(authors) < 3:
        return None
    shared = func.count(member_names.c.id)
    with_them = connection.execute(
        select(groups.c.id, groups.c.name)
        .join(groups, groups.c.id == member_names.c.group_id)
        .where(member_names.c.name.in_(sorted(authors)[:500]))
        .group_by(groups.c.id)
        .having(shared * 10 >= len(authors) * 6)
        .order_by(shared.desc())
    ).all()
    marks = Marks(connection)
    for row in with_them:
        here = messages.c.group_id == row.id
        if not told or all(_is_stored(connection, marks, here, message) for message in first):
            return str(row.name)
    return None


def order_by_overlap(
    connection: Connection, group_id: GroupId | None, question: DateOrderUnknownError
) -> DateOrder | None:
    """Return the date order in which the file's first or last message is stored already, if only one fits.

    This is the last evidence before a person is asked (``design/chat-exports.md`` 7, step 6).
    """
    of_group = messages.c.group_id == group_id if group_id else messages.c.group_id.in_(select(groups.c.id))
    marks, fitting = Marks(connection), []
    for sample in question.samples:
        for message in (sample.first, sample.last):
            if _is_stored(connection, marks, of_group, message):
                fitting.append(sample.order)
                break
    return fitting[0] if len(fitting) == 1 else None


def _is_stored(connection: Connection, marks: Marks, of_group: ColumnElement[bool], message: Message) -> bool:
    """Whether it was said in these groups in the same minute, also when its words are erased since."""
    minute = written_seconds(message.sent_at) // 60 * 60
    says_it = (messages.c.text == message.text) | (messages.c.mark == marks.of(message.text))
    same = of_group & messages.c.written_at.between(minute, minute + 59) & says_it
    return connection.scalar(select(messages.c.id).where(same).limit(1)) is not None
