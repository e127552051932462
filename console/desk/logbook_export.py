"""The logbook as a table in a file, for CSV and Excel. Text from a chat stays text: no program runs it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from console import texts
from console.desk.console import Console
from console.desk.logbook import entry_ids, entry_rows
from console.desk.table_files import SUFFIXES, harmless, save_table
from console.domain.logbook import Entry, LogFilter
from console.errors import ExpectedError

COLUMNS: Final = ("when", "who", "group", "what", "undone", "author", "about", "why", "words")
BATCH: Final = 1000

_WIDTHS: Final = (18, 14, 22, 26, 10, 20, 60, 50, 50)
_MADE_ON: Final = "%d-%m-%Y %H:%M"  # as people here write it; a program for tables knows it as a moment


def export(console: Console, path: Path, wanted: LogFilter) -> int:
    """Write the decisions that are wanted to a file, newest first, and return how many; times are of this computer.

    ``path`` ends in .csv or .xlsx. What stood there is replaced when all is written. May take seconds. Raises
    ``ExpectedError``: ``export_kind``, ``export_not_written``.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise ExpectedError("export_kind")
    rows = list(_rows(console, wanted))
    headings = tuple(texts.say(f"desk.column_{name}", console.language) for name in COLUMNS)
    save_table(path, [headings, *rows], _WIDTHS)
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
