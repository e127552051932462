"""The list of answers owed, at the left of Terugkoppeling. GUI thread only."""

from typing import Final

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui import line_facts, words
from ui.models.lines import ROW_ROLE, LinesModel, Row
from ui.widgets.chip_list import ChipDelegate, ChipListView, ChipRow, ModelIndex
from ui.widgets.text import Shown, isolated, one_line

LINES: Final = 2
NAME_CHARACTERS: Final = 20


class LineListView(ChipListView):
    """Where each answer stands and for how long, what it is about, who owes it, and which groups wait."""

    def __init__(self, rows: LinesModel, parent: QWidget | None = None) -> None:
        super().__init__(rows, _LineDelegate(LINES), parent)

    @property
    def current_row(self) -> int:
        """The row that the reader is on; -1 for none."""
        return self.currentIndex().row()

    @override
    def _name(self) -> str:
        return self.tr("Answers owed")


class _LineDelegate(ChipDelegate):
    @override
    def row(self, index: ModelIndex) -> ChipRow:
        row: Row = index.data(ROW_ROLE)
        line = row.line
        word, color = line_facts.chip(line)
        moments: tuple[str, ...] = (f"{line.number} · {line_facts.days_open(line)}", line_facts.days_open(line))
        if row.looked_at_by and row.done is None:
            moments = (words.looks_now(isolated(one_line(row.looked_at_by, NAME_CHARACTERS))),)
        return ChipRow(
            chip=words.word(row.done) if row.done is not None else word,
            color=color,
            moments=moments,
            title=one_line(line.what, line_facts.WHAT_CHARACTERS),
            text=Shown(f"{line_facts.owed_by(line)} · {line_facts.groups_of(line)}"),
            is_settled=row.done is not None or line_facts.section_of(line) is line_facts.Section.CLOSED,
        )
