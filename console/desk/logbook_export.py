"""The logbook as a table in a file, for CSV and Excel. Text from a chat stays text: no program runs it."""

import csv
import os
import re
import tempfile
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from console import texts
from console.desk.console import Console
from console.desk.logbook import entry_ids, entry_rows
from console.domain.logbook import Entry, LogFilter
from console.errors import ExpectedError

COLUMNS: Final = ("when", "who", "group", "what", "undone", "author", "about", "why", "words")
SUFFIXES: Final = frozenset({".csv", ".xlsx"})
BATCH: Final = 1000
LONGEST_CELL: Final = 32_000  # Excel refuses more than 32,767

_FORMULA_STARTS: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # the wide ones count in some countries
# Where another program than ours ends a cell of a CSV file: at a comma where people write those, or at an end of line.
_WITHIN: Final = re.compile(r"(?<=[\n,;])(?=\s*(?:[=@＝＠]|[+\-＋－][\w(\"']))")
_WIDTHS: Final = (18, 14, 22, 26, 10, 20, 60, 50, 50)
_MADE_ON: Final = "%d-%m-%Y %H:%M"  # as people here write it; a program for tables knows it as a moment

Table = Iterable[tuple[str, ...]]


def export(console: Console, path: Path, wanted: LogFilter) -> int:
    """Write the decisions that are wanted to a file, newest first, and return how many; times are of this computer.

    ``path`` ends in .csv or .xlsx. What stood there is replaced when all is written. May take seconds. Raises
    ``ExpectedError``: ``export_kind``, ``export_not_written``.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise ExpectedError("export_kind")
    write = _write_csv if path.suffix.lower() == ".csv" else _write_workbook
    rows = list(_rows(console, wanted))
    headings = tuple(texts.say(f"desk.column_{name}", console.language) for name in COLUMNS)
    try:
        _replace(path, lambda new: write(new, [headings, *rows]))
    except OSError as error:
        raise ExpectedError("export_not_written", path=path, why=error.strerror or type(error).__name__) from error
    return len(rows)


def _rows(console: Console, wanted: LogFilter) -> Iterator[tuple[str, ...]]:
    every = entry_ids(console, wanted)
    for start in range(0, len(every), BATCH):
        ids = every[start : start + BATCH]
        found = entry_rows(console, ids)
        yield from (_cells(found[decision_id], console.language) for decision_id in ids if decision_id in found)


def _cells(entry: Entry, language: str) -> tuple[str, ...]:
    what = texts.say(f"desk.verb_{entry.verb}", language)
    if entry.undoes is not None:
        what = f"{what}: {texts.say(f'desk.verb_{entry.undoes}', language)}"
    undone = texts.say("desk.yes", language) if entry.is_undone else ""
    cells = (
        entry.decided_at.astimezone().strftime(_MADE_ON),
        entry.actor,
        entry.group or "",
        what,
        undone,
        entry.author or "",
        entry.text,
        " ".join(entry.why),
        entry.note or "",
    )
    return tuple(map(harmless, cells))


def harmless(text: str) -> str:
    """Return text that a program for tables shows as it is: no formula, and marks that nobody sees written out."""
    shown = "".join(_visible(character) for character in text[:LONGEST_CELL])
    return f"'{shown}" if shown.lstrip().startswith(_FORMULA_STARTS) else shown


def _visible(character: str) -> str:
    if character.isspace():
        return "\n" if character == "\n" else " "
    is_hidden = unicodedata.category(character) in {"Cc", "Cf", "Cs"} and character != "\u200d"  # joins emoji
    return f"[U+{ord(character):04X}]" if is_hidden else character


def _write_csv(path: Path, rows: Table) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as stream:  # with its mark, so that Excel reads it as UTF-8
        csv.writer(stream, delimiter=";").writerows([_WITHIN.sub("'", cell) for cell in row] for row in rows)


def _write_workbook(path: Path, rows: Table) -> None:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet()
    sheet.freeze_panes = "A2"
    for number, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for row in rows:
        cells = [WriteOnlyCell(sheet, value) for value in row]
        for cell in cells:
            cell.data_type = "s"
        sheet.append(cells)
    book.save(path)


def _replace(path: Path, write: Callable[[Path], None]) -> None:
    """Write a new file beside the old one, and put it in its place when it is whole."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-", suffix=path.suffix)
    os.close(handle)
    new = Path(name)
    try:
        write(new)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)
