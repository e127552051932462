"""Sheets that people bring: members, requests, streets, companies. Read once, understood cell by cell, taken whole.

``open_sheet`` reads the file, ``guess`` says which column is which (a person says it better), ``check`` reads every
row: what is good, and what is wrong in which row. Nothing is kept before the desk takes the good rows in one
transaction. Every call may take seconds: run it off the window's thread.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from console import texts
from console.chats.dates import parse_date
from console.chats.reading import DateOrder
from console.chats.table_dates import read_moment
from console.chats.table_rows import Cell
from console.desk.console import Console
from console.desk.sheet_cells import (
    Reader,
    Written,
    as_read,
    day,
    email,
    moment,
    number,
    one_of,
    phone,
    postcode,
    text,
    words,
    yes_no,
)
from console.desk.sheet_columns import Field, best_columns
from console.desk.sheet_file import KINDS, SAMPLE_ROWS, Sheet, open_sheet, tell
from console.desk.table_files import SUFFIXES, harmless, save_table
from console.errors import ExpectedError
from console.jobs import CancelToken, Progress

__all__ = [
    "KINDS",
    "SUFFIXES",
    "Checked",
    "Field",
    "Line",
    "Plan",
    "Reader",
    "Row",
    "RowProblem",
    "Sheet",
    "Written",
    "check",
    "day",
    "email",
    "guess",
    "moment",
    "number",
    "one_of",
    "open_sheet",
    "phone",
    "postcode",
    "save_problems",
    "text",
    "words",
    "yes_no",
]

_STEP: Final = 500

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class RowProblem:
    """What is wrong in one row. ``column`` is the heading, "" where it is about the whole row; ``written`` the cell."""

    row_number: int
    column: str
    error: ExpectedError
    written: str = ""

    def what(self, language: str) -> str:
        """Return it as one sentence."""
        return self.error.sentence(language)


@dataclass(frozen=True, slots=True)
class Line:
    """A row as it was understood; ``wrong`` names the fields that were not."""

    number: int
    values: Mapping[str, object]
    wrong: frozenset[str]


@dataclass(frozen=True, slots=True)
class Checked:
    """What a sheet holds: ``rows`` are good, each with every field that the sheet has (None when the cell is empty).

    ``numbers`` are those of the rows, in the same order. ``preview`` are the first lines, good or not.
    """

    rows: tuple[Row, ...]
    numbers: tuple[int, ...]
    problems: tuple[RowProblem, ...]
    preview: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """How one kind of sheet is taken in. ``take(console, rows)`` keeps good rows in one transaction, or none of them,
    and returns ``Changes`` or a value that has them; ``same`` and ``also`` are those of ``check``.
    """

    fields: tuple[Field, ...]
    take: Callable[[Console, tuple[Row, ...]], object]
    same: Callable[[Row], Iterable[Hashable]] | None = None
    also: Callable[[Row], None] | None = None


def guess(sheet: Sheet, fields: Sequence[Field]) -> dict[str, int]:
    """Return the column of each field that can be told from the headings; a field that cannot is left out."""
    return best_columns(sheet.headings, fields)


def check(
    sheet: Sheet,
    columns: Mapping[str, int],
    fields: Sequence[Field],
    *,
    same: Callable[[Row], Iterable[Hashable]] | None = None,
    also: Callable[[Row], None] | None = None,
    progress: Progress | None = None,
    cancel: CancelToken | None = None,
) -> Checked:
    """Read every row of a sheet with the columns that a person named.

    ``same`` gives what makes two rows the same person: the second of them is a problem. ``also`` looks at a row as a
    whole and raises ``ExpectedError`` with what is wrong. Raises ``ExpectedError("sheet_column_missing")`` when a field
    that must be there has no column, and ``CancelledError``.
    """
    if any(field.is_required and field.name not in columns for field in fields):
        raise ExpectedError("sheet_column_missing")
    used = [
        (field, columns[field.name], _order(sheet, field, columns[field.name]))
        for field in fields
        if field.name in columns
    ]
    good: list[tuple[int, Row]] = []
    problems: list[RowProblem] = []
    preview: list[Line] = []
    seen: dict[Hashable, int] = {}
    for count, (row_number, cells) in enumerate(sheet.rows):
        if count % _STEP == 0:
            tell(progress, cancel, count / len(sheet.rows), count)
        values, wrong = _read_row(sheet, row_number, cells, used)
        if len(preview) < SAMPLE_ROWS:
            preview.append(Line(row_number, values, frozenset(wrong)))
        found = list(wrong.values()) or list(_whole(row_number, values, seen, same, also))
        problems += found
        if not found:
            good.append((row_number, values))
    return Checked(
        tuple(row for _, row in good), tuple(row_number for row_number, _ in good), tuple(problems), tuple(preview)
    )


def _read_row(
    sheet: Sheet, row_number: int, cells: Sequence[Cell], used: Sequence[tuple[Field, int, DateOrder]]
) -> tuple[Row, dict[str, RowProblem]]:
    values: Row = {}
    wrong: dict[str, RowProblem] = {}
    for field, column, order in used:
        cell = cells[column] if column < len(cells) else None
        written = Written(cell, as_read(cell), order)
        values[field.name] = None
        try:
            values[field.name] = field.reader(written)
            if values[field.name] is None and field.is_required:
                raise ExpectedError("cell_empty")
        except ExpectedError as error:
            wrong[field.name] = RowProblem(row_number, sheet.headings[column], error, written.text)
    return values, wrong


def _whole(
    row_number: int,
    values: Row,
    seen: dict[Hashable, int],
    same: Callable[[Row], Iterable[Hashable]] | None,
    also: Callable[[Row], None] | None,
) -> Iterator[RowProblem]:
    """Yield what is wrong with a row whose cells are good: it says so itself, or the person stands above already."""
    try:
        if also is not None:
            also(values)
    except ExpectedError as error:
        yield RowProblem(row_number, "", error)
        return
    marks = tuple(same(values)) if same is not None else ()
    earlier = next((seen[mark] for mark in marks if mark in seen), None)
    if earlier is not None:
        yield RowProblem(row_number, "", ExpectedError("row_twice", row=earlier))
        return
    seen.update(dict.fromkeys(marks, row_number))


def _order(sheet: Sheet, field: Field, column: int) -> DateOrder:
    """Return in which order a column writes its dates: the Dutch one, unless only the American fits them all."""
    if field.reader not in (day, moment):
        return DateOrder.DMY
    cells = (row[column] for _, row in sheet.rows if column < len(row))
    dates = {read.written for cell in cells if isinstance(cell, str) and (read := read_moment(cell)) and read.written}
    is_dutch = all(parse_date(written, DateOrder.DMY) for written in dates)
    is_american = all(parse_date(written, DateOrder.MDY) for written in dates)
    return DateOrder.MDY if is_american and not is_dutch else DateOrder.DMY


def save_problems(problems: Iterable[RowProblem], path: Path, language: str = texts.DEFAULT_LANGUAGE) -> None:
    """Write what is wrong to a .csv or .xlsx file, one row for each; what stood there is replaced when all is written.

    Raises ``ExpectedError``: ``export_kind``, ``export_not_written``.
    """
    names = ("problem_row", "problem_column", "problem_written", "problem_what")
    rows = [(str(one.row_number), harmless(one.column), harmless(one.written), one.what(language)) for one in problems]
    save_table(path, [tuple(texts.say(f"sheets.{name}", language) for name in names), *rows], (8, 24, 30, 80))
