"""Reads a table of messages: CSV or an Excel workbook with a heading for the date, the author and the text.

No app is known that exports such a file (``design/chat-exports.md`` 6): people make them by hand, so headings, dates
and separators are taken as they come, and a person can say which column is which.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Final

from console.chats import dates
from console.chats.fields import clean_name, clean_text
from console.chats.reading import DatedSample, DateOrder, DateOrderUnknownError, Notes, Options, Reading
from console.chats.source import Source
from console.chats.table_dates import read_clock, read_moment, signature_of
from console.chats.table_rows import Cell, Row, is_workbook, read_rows, variants
from console.domain.group import Tool
from console.domain.message import Kind, Message
from console.errors import ExpectedError

_MOMENT: Final = (
    "timestamp", "tijdstempel", "datum en tijd", "datum/tijd", "datumtijd", "datetime", "date/time", "date and time",
    "date time", "verzonden op", "verzonden", "sent at", "sent_at", "sent",
)  # fmt: skip
_DATE: Final = ("datum", "date", "dag", "day")
_TIME: Final = ("tijd", "tijdstip", "time", "uur")
_AUTHOR: Final = (
    "naam", "afzender", "auteur", "deelnemer", "gebruiker", "lid", "van",
    "name", "sender", "author", "participant", "user", "member", "from",
)  # fmt: skip
_TEXT: Final = ("bericht", "tekst", "berichttekst", "inhoud", "message", "text", "content", "body")
_ENGLISH: Final = ("message", "text", "content", "body")
_HEADING_ROWS: Final = 10  # a title or an empty row may stand above the headings
_SHOWN_COLUMNS: Final = 20
_SHOWN_CHARACTERS: Final = 30


class ColumnsUnknownError(ExpectedError):
    """The headings are not known: a person must say which column is which. ``columns`` are the headings found."""

    def __init__(self, file: str, columns: tuple[str, ...]) -> None:
        # What is long is no heading but perhaps a message, and does not belong in an error.
        shown = ", ".join(f"'{name}'" if len(name) <= _SHOWN_CHARACTERS else "…" for name in columns[:_SHOWN_COLUMNS])
        super().__init__("table_columns_unknown", file=file, found=shown)
        self.columns = columns


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where each role stands in a row, and how many rows come before the messages."""

    date: int
    author: int
    text: int
    time: int | None
    heading_rows: int
    is_english: bool


class Table:
    """The format ``table``."""

    key = "table"

    def recognises(self, source: Source) -> int:
        """Return how sure it is: surely for a workbook and for known headings, perhaps by the name of the file."""
        if is_workbook(source):
            return 2
        head = source.head_text.split("\n", _HEADING_ROWS)[:_HEADING_ROWS]
        for separator in variants(source):
            cells = [[cell.strip('" \r\ufeff') for cell in line.split(str(separator))] for line in head]
            if any(_find_columns(row, number, ()) for number, row in enumerate(cells, start=1)):
                return 2
        return 1 if source.name.lower().endswith((".csv", ".tsv")) else 0

    def read(self, source: Source, options: Options) -> Reading:
        """Start reading.

        Raises ``ColumnsUnknownError`` when the headings are not known, ``DateOrderUnknownError`` when the dates can be
        read in two ways, and ``ExpectedError`` for a file that is damaged; the stream raises the latter too.
        """
        variant, columns = _layout(source, options)
        order = options.date_order or _date_order(source, variant, columns)
        notes = Notes()
        messages = _messages(source, variant, columns, order, notes)
        return Reading(self.key, Tool.OTHER, messages, date_order=order, notes=notes)


TABLE: Final = Table()


def _layout(source: Source, options: Options) -> tuple[str | int, _Columns]:
    first: Row = []
    for variant in variants(source):
        for number, row in enumerate(islice(read_rows(source, variant, Notes()), _HEADING_ROWS), start=1):
            if columns := _find_columns(row, number, options.columns):
                return variant, columns
            if sum(_is_filled(cell) for cell in row) > sum(_is_filled(cell) for cell in first):
                first = row
    if any(read_moment(cell) for cell in first):  # its cells are messages, which must not stand in an error
        raise ExpectedError("table_without_headings", file=source.name)
    raise ColumnsUnknownError(source.name, tuple(_words(cell) for cell in first if _is_filled(cell)))


def _find_columns(row: Sequence[Cell], number: int, named: tuple[tuple[str, str], ...]) -> _Columns | None:
    """Return where the roles stand if this row has the headings: those that a person named, and known ones."""
    headings = [_heading(cell) for cell in row]

    def place(role: str, *known: str) -> int | None:
        wanted = [_heading(heading) for named_role, heading in named if named_role == role] or known
        return next((headings.index(heading) for heading in wanted if heading in headings), None)

    time = place("time", *_TIME)
    day = place("date", *_MOMENT)
    if day is None:
        day = place("date", *_DATE)
    elif not any(role == "time" for role, _ in named):
        time = None  # the moment is whole
    if day is None:
        day, time = time, None
    author, text = place("author", *_AUTHOR), place("text", *_TEXT)
    if day is None or author is None or text is None:
        return None
    return _Columns(day, author, text, time, number, headings[text] in _ENGLISH)


def _heading(cell: Cell) -> str:
    return (clean_name(cell) or "").casefold().rstrip(":").strip() if isinstance(cell, str) else ""


def _is_filled(cell: Cell) -> bool:
    return cell is not None and cell != ""


def _date_order(source: Source, variant: str | int, columns: _Columns) -> DateOrder | None:
    """Return in which order the dates stand, by the evidence of the whole file; None when each date tells it itself."""
    votes, form = dates.DateVotes(), ""
    for row in islice(read_rows(source, variant, Notes()), columns.heading_rows, None):
        moment = read_moment(_cell(row, columns.date))
        if moment and moment.written:
            form = form or moment.written
            votes.add([moment.written])
    if not form:
        return None
    signature = signature_of(form)
    latest: date | None = (source.made_at + timedelta(days=1)).date() if source.made_at else None
    left = dates.decide(votes, signature, latest)
    if len(left) < 2:  # none: some date is impossible in every order, and reading on says in which row
        return left[0] if left else DateOrder.DMY
    raise _unknown_order(source, variant, columns, left, dates.likely(signature, columns.is_english))


def _unknown_order(
    source: Source, variant: str | int, columns: _Columns, left: list[DateOrder], likely: DateOrder | None
) -> DateOrderUnknownError:
    samples = []
    for order in left:
        messages = _messages(source, variant, columns, order, Notes())
        first = next(messages)
        rest = deque(messages, maxlen=1)
        samples.append(DatedSample(order, first, rest[0] if rest else first))
    readings = ", ".join(f"{sample.first.sent_at:%Y-%m-%d} (--date-order {sample.order})" for sample in samples)
    return DateOrderUnknownError(tuple(samples), likely, file=source.name, readings=readings)


def _messages(
    source: Source, variant: str | int, columns: _Columns, order: DateOrder | None, notes: Notes
) -> Iterator[Message]:
    for number, row in enumerate(read_rows(source, variant, notes), start=1):
        if number <= columns.heading_rows or not any(_is_filled(cell) for cell in row):
            continue
        moment = read_moment(_cell(row, columns.date))
        clock_cell = _cell(row, columns.time) if columns.time is not None else None
        clock = read_clock(clock_cell)
        sent_at = moment.at(order, clock) if moment else None
        if sent_at is None or (_is_filled(clock_cell) and clock is None):
            raise ExpectedError("table_date_unreadable", file=source.name, row=number)
        author, text = _words(_cell(row, columns.author)), _words(_cell(row, columns.text))
        yield Message(sent_at, clean_name(author), Kind.TEXT, clean_text(text, notes))


def _cell(row: Row, column: int) -> Cell:
    return row[column] if column < len(row) else None


def _words(cell: Cell) -> str:
    """Return a cell as a person reads it: a whole number without a point, a date as it is sorted."""
    if cell is None:
        return ""
    return f"{cell:.0f}" if isinstance(cell, float) and cell.is_integer() else str(cell)
