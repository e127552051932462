"""A table in a file, for CSV and Excel. Text from a chat or a form stays text: no program runs it."""

import csv
import io
import os
import re
import tempfile
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from console.errors import ExpectedError

SUFFIXES: Final = frozenset({".csv", ".xlsx"})
LONGEST_CELL: Final = 32_000  # Excel refuses more than 32,767

_FORMULA_STARTS: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # the wide ones count in some countries
# Where another program than ours ends a cell of a CSV file: at a comma where people write those, or at an end of line.
_WITHIN: Final = re.compile(r"(?<=[\n,;])(?=\s*(?:[=@＝＠]|[+\-＋－][\w(\"']))")

_HIDDEN_LETTERS: Final = frozenset("\u3164\u115f\u1160\u2800\uffa0")  # letters and symbols that show nothing

Table = Iterable[tuple[str, ...]]


def save_table(path: Path, rows: Table, widths: Sequence[int]) -> None:
    """Write rows to a file that ends in .csv or .xlsx, the headings first; ``widths`` are in characters, for Excel.

    What stood there is replaced when all is written. Cells must be ``harmless`` where others wrote them. Raises
    ``ExpectedError``: ``export_kind``, ``export_not_written``.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise ExpectedError("export_kind")
    write_whole(path, lambda new: _write_csv(new, rows) if suffix == ".csv" else _write_workbook(new, rows, widths))


def write_whole(path: Path, write: Callable[[Path], object]) -> None:
    """Have a file written beside the one that is there, and put in its place when it is whole.

    Raises ``ExpectedError("export_not_written")``.
    """
    try:
        _replace(path, write)
    except OSError as error:
        raise ExpectedError("export_not_written", path=path, why=error.strerror or type(error).__name__) from error


def harmless(text: str) -> str:
    """Return text that a program for tables shows as it is: no formula, and marks that nobody sees written out."""
    shown = "".join(_visible(character) for character in text[:LONGEST_CELL])
    return f"'{shown}" if shown.lstrip().startswith(_FORMULA_STARTS) else shown


def _visible(character: str) -> str:
    if character.isspace():
        return "\n" if character == "\n" else " "
    is_hidden = unicodedata.category(character) in {"Cc", "Cf", "Cs"} and character != "\u200d"  # joins emoji
    return f"[U+{ord(character):04X}]" if is_hidden or character in _HIDDEN_LETTERS else character


def _write_csv(path: Path, rows: Table) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as stream:  # with its mark, so that Excel reads it as UTF-8
        csv.writer(stream, delimiter=";").writerows([_WITHIN.sub("'", cell) for cell in row] for row in rows)


def _write_workbook(path: Path, rows: Table, widths: Sequence[int]) -> None:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet()
    sheet.freeze_panes = "A2"
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for row in rows:
        cells = [WriteOnlyCell(sheet, value) for value in row]
        for cell in cells:
            cell.data_type = "s"
        sheet.append(cells)
    packed = io.BytesIO()
    book.save(packed)  # not to the file: where the disk is full, openpyxl would leave it open
    path.write_bytes(packed.getbuffer())


def _replace(path: Path, write: Callable[[Path], object]) -> None:
    """Write a new file beside the old one, and put it in its place when it is whole."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-", suffix=path.suffix)
    os.close(handle)
    new = Path(name)
    try:
        write(new)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)
