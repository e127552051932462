"""The rows of a CSV file or an Excel workbook, one by one, whatever program wrote them.

A CSV file is read with each separator in turn, a workbook sheet by sheet: the reader takes the first that has headings
it knows. Formulas come as the text that was typed, never as a result, and are never run.
"""

import csv
import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, time, timedelta
from typing import BinaryIO, Final

from console.chats.decode import text_blocks
from console.chats.reading import Notes
from console.chats.source import MAX_ENTRIES, MAX_RATIO, RATIO_GRACE_BYTES, Source
from console.errors import ExpectedError

Cell = str | datetime | date | time | timedelta | float | None
Row = list[Cell]

SEPARATORS: Final = (";", ",", "\t", "|")
MAX_SHEETS: Final = 20
MAX_ROWS: Final = 1_048_576  # of Excel itself
MAX_EMPTY_ROWS: Final = 10_000  # one after another: a file may claim a row far away, and openpyxl makes those before it
MAX_COLUMNS: Final = 64
MAX_SHARED_BYTES: Final = 128 * 1024**2  # the texts of a workbook stand in one file that is held in memory

_WORKBOOK_MARK: Final = b"PK\x03\x04"


def is_workbook(source: Source) -> bool:
    """Whether the source is an Excel workbook, by its content and its name."""
    return source.head.startswith(_WORKBOOK_MARK) and source.name.lower().endswith((".xlsx", ".xlsm"))


def variants(source: Source) -> Iterator[str | int]:
    """Yield the ways to read the source: separators, or numbers of sheets."""
    if is_workbook(source):
        yield from range(_sheets(source))
        return
    first = source.head_text.lstrip("\ufeff").split("\n", 1)[0].strip()
    yield from ([first[4:]] if len(first) == 5 and first.startswith("sep=") else SEPARATORS)


def read_rows(source: Source, variant: str | int, notes: Notes) -> Iterator[Row]:
    """Yield the rows, the empty ones too, so that their number is the one a person sees.

    Raises ``ExpectedError`` for a file that is damaged or too large.
    """
    return _csv_rows(source, variant, notes) if isinstance(variant, str) else _sheet_rows(source, variant)


def _csv_rows(source: Source, separator: str, notes: Notes) -> Iterator[Row]:
    with source.open() as stream:
        reader = csv.reader(_csv_lines(stream, source.encoding, notes), delimiter=separator)
        number = 0
        while True:
            number += 1
            try:
                row = next(reader, None)
            except csv.Error:  # above all a quote that is never closed, which swallows the rest of the file
                raise ExpectedError("table_row_unreadable", file=source.name, row=number) from None
            if row is None:
                return
            yield [*row]


def _csv_lines(stream: BinaryIO, encoding: str, notes: Notes) -> Iterator[str]:
    for block in text_blocks(stream, encoding, notes):
        for line in block.removesuffix("\n").split("\n"):
            yield line + "\n"


def _sheets(source: Source) -> int:
    import openpyxl

    with source.open() as stream:
        _check_archive(source, stream)
        try:
            with closing(openpyxl.load_workbook(stream, read_only=True, keep_links=False)) as book:
                return min(len(book.worksheets), MAX_SHEETS)
        except Exception:  # noqa: BLE001 - openpyxl has no error of its own: a damaged file raises almost anything
            raise _damaged(source) from None


def _sheet_rows(source: Source, sheet: int) -> Iterator[Row]:
    import openpyxl

    with source.open() as stream:
        try:
            with closing(openpyxl.load_workbook(stream, read_only=True, keep_links=False)) as book:
                rows = book.worksheets[sheet].iter_rows(max_row=MAX_ROWS, max_col=MAX_COLUMNS, values_only=True)
                yield from _without_gaps(source, rows)
        except ExpectedError:
            raise
        except Exception:  # noqa: BLE001 - as above
            raise _damaged(source) from None


def _without_gaps(source: Source, rows: Iterator[tuple[object, ...]]) -> Iterator[Row]:
    empty = 0
    for number, row in enumerate(rows, start=1):
        empty = 0 if any(value is not None for value in row) else empty + 1
        if empty > MAX_EMPTY_ROWS:
            raise ExpectedError("table_empty_rows", file=source.name, row=number - empty)
        yield [_plain(value) for value in row]


def _plain(value: object) -> Cell:
    if value is None or isinstance(value, str | date | time | timedelta | float):
        return value
    return float(value) if isinstance(value, int) else str(getattr(value, "text", None) or "")


def _check_archive(source: Source, stream: BinaryIO) -> None:
    """Refuse a bomb by what the archive says of itself: a member never gives more than it declares."""
    try:
        with zipfile.ZipFile(stream) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError):
        raise _damaged(source) from None
    size = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    shared = sum(entry.file_size for entry in entries if entry.filename.lower().endswith("sharedstrings.xml"))
    if len(entries) > MAX_ENTRIES or shared > MAX_SHARED_BYTES or size > max(RATIO_GRACE_BYTES, MAX_RATIO * packed):
        raise ExpectedError("table_too_large", file=source.name)
    stream.seek(0)


def _damaged(source: Source) -> ExpectedError:
    return ExpectedError("table_damaged", file=source.name)
