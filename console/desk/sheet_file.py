"""A sheet as it lies in a file: where its headings are, and its rows. Read once, and kept within bounds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from console import texts
from console.chats.reading import Notes
from console.chats.source import Source, open_sources
from console.chats.table_rows import MAX_COLUMNS, Cell, is_workbook, read_rows, variants
from console.desk.sheet_cells import Reader, Written, as_read, email, phone, postcode
from console.desk.sheet_columns import Field, best_columns
from console.errors import ExpectedError
from console.jobs import CancelToken, Progress

KINDS: Final = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".xlsm"})
MAX_ROWS: Final = 100_000
MAX_CHARACTERS: Final = 64 * 1024**2
LONGEST_CELL: Final = 4_000
SAMPLE_ROWS: Final = 8
_HEADING_ROWS: Final = 10  # a title or an empty row may stand above the headings
_LONGEST_HEADING: Final = 80
_STEP: Final = 500
_TELLING: Final = (phone, postcode, email)  # a row with one of these holds somebody, and no headings


Cells = tuple[Cell, ...]
Numbered = tuple[int, Cells]  # a row with its number


@dataclass(frozen=True)
class Sheet:
    """A sheet that was read. ``headings`` are as written, or "Kolom A" where the file has none.

    ``rows`` are the filled ones under the headings, each with its number as the person's own program shows it;
    ``head`` is that of the headings.
    """

    name: str
    headings: tuple[str, ...]
    rows: tuple[Numbered, ...]
    head: Numbered | None = None

    @property
    def sample(self) -> tuple[tuple[str, ...], ...]:
        """The first rows as a person reads them."""
        return tuple(tuple(map(as_read, row)) for _, row in self.rows[:SAMPLE_ROWS])

    def without_headings(self, language: str) -> "Sheet":
        """Return the same sheet with what was taken for its headings as its first row."""
        if self.head is None:
            return self
        rows = (self.head, *self.rows)
        return Sheet(self.name, _names((), _width(rows), language), rows)


def open_sheet(
    path: Path,
    fields: Sequence[Field] = (),
    *,
    language: str = texts.DEFAULT_LANGUAGE,
    progress: Progress | None = None,
    cancel: CancelToken | None = None,
) -> Sheet:
    """Read a CSV file or Excel workbook; with ``fields`` it knows better where the headings are.

    Raises ``ExpectedError`` for a file that is no sheet, damaged, empty or too large, and ``CancelledError``.
    """
    if path.suffix.lower() not in KINDS:
        raise ExpectedError("sheet_kind", file=path.name)
    source = open_sources(path)[0]
    if not is_workbook(source) and (path.suffix.lower() in (".xlsx", ".xlsm") or "\0" in source.head_text):
        raise ExpectedError("sheet_kind", file=path.name)  # an old workbook under a new name, a picture, a program
    ways = list(variants(source))
    if len(ways) == 1:  # a workbook is slow to open: once is enough when there is nothing to choose
        rows = tuple(_filled_rows(source, ways[0], progress, cancel))
        above = _layout({ways[0]: rows[:_HEADING_ROWS]}, fields)[1]
    else:
        heads = {way: tuple(islice(_filled_rows(source, way, None, cancel), _HEADING_ROWS)) for way in ways}
        way, above = _layout(heads, fields)
        rows = tuple(_filled_rows(source, way, progress, cancel))
    head = next((row for row in rows if row[0] == above), None)
    below = tuple(row for row in rows if row[0] > above)
    if not below:
        raise ExpectedError("sheet_empty", file=path.name)
    return Sheet(path.name, _names(head[1] if head else (), _width(below), language), below, head)


def _layout(heads: Mapping[str | int, Sequence[Numbered]], fields: Sequence[Field]) -> tuple[str | int, int]:
    """Return how the file is separated, or which sheet it is, and the number of the row with the headings, 0 for none.

    Known headings tell most; else the separator that gives most columns, and its first row that is as full as any.
    """
    best: tuple[tuple[int, int], str | int, int] = ((0, 0), next(iter(heads)), 0)
    for way, head in heads.items():
        filled = [sum(bool(as_read(cell)) for cell in cells) for _, cells in head]
        above = 0
        for count, (row_number, cells) in zip(filled, head, strict=True):
            known = len(best_columns([as_read(cell) for cell in cells], fields))
            score = (known if known > 1 or count == max(filled) else 0, count)
            if score > best[0]:
                best = (score, way, above if _holds_somebody(cells) else row_number)
            above = row_number
    return best[1], best[2]


def _holds_somebody(row: Sequence[Cell]) -> bool:
    return any(_can_read(reader, cell) for cell in row for reader in _TELLING)


def _can_read(reader: Reader, cell: Cell) -> bool:
    try:
        return reader(Written(cell, as_read(cell))) is not None
    except ExpectedError:
        return False


def _filled_rows(
    source: Source, variant: str | int, progress: Progress | None, cancel: CancelToken | None
) -> Iterator[Numbered]:
    taken = characters = 0
    for row_number, row in enumerate(read_rows(source, variant, Notes()), start=1):
        if row_number % _STEP == 0:
            tell(progress, cancel, None, row_number)
        if not any(as_read(cell) for cell in row):
            continue
        cells = tuple(cell[:LONGEST_CELL] if isinstance(cell, str) else cell for cell in row[:MAX_COLUMNS])
        taken += 1
        characters += sum(len(cell) for cell in cells if isinstance(cell, str))
        if taken > MAX_ROWS or characters > MAX_CHARACTERS:
            raise ExpectedError("sheet_too_large", file=source.name, most=MAX_ROWS)
        yield row_number, cells


def _names(head: Sequence[Cell], width: int, language: str) -> tuple[str, ...]:
    """Return a name for each column: its heading, with its letter when another has the same, or just the letter."""
    written = [as_read(cell)[:_LONGEST_HEADING] for cell in head[:MAX_COLUMNS]]
    written += [""] * (width - len(written))
    return tuple(
        texts.say("sheets.column", language, letter=_letter(place))
        if not name
        else (f"{name} ({_letter(place)})" if written.count(name) > 1 else name)
        for place, name in enumerate(written)
    )


def _width(rows: Sequence[Numbered]) -> int:
    return max(len(cells) for _, cells in rows)


def _letter(place: int) -> str:
    """Return a column as programs for sheets call it: A to Z, AA, AB."""
    return _letter(place // 26 - 1) + chr(65 + place % 26) if place >= 26 else chr(65 + place)


def tell(progress: Progress | None, cancel: CancelToken | None, fraction: float | None, count: int) -> None:
    """Say how far the reading is. Raises ``CancelledError`` when somebody asked to stop."""
    if cancel is not None:
        cancel.check()
    if progress is not None:
        progress.report("sheet", fraction, count)
