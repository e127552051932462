"""The queue at the left of Deze week. GUI thread only."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QPersistentModelIndex, QPoint
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from console.domain.decision import ItemKind
from ui import words
from ui.models.queue import ROW_ROLE, QueueModel, Row
from ui.widgets.chip_list import ChipDelegate, ChipListView, ChipRow, ModelIndex
from ui.widgets.text import Shown, isolated, one_line

NAME_CHARACTERS: Final = 20
WHY_LINES: Final = 2


class QueueView(ChipListView):
    """How soon, when, in which group, and why; a decided row is a quiet row of the same height."""

    def __init__(self, rows: QueueModel, parent: QWidget | None = None) -> None:
        super().__init__(rows, _QueueDelegate(WHY_LINES), parent)

    @property
    def current_row(self) -> int:
        """The row that the reader is on; -1 for none."""
        return self.currentIndex().row()

    @contextmanager
    def holding_still(self) -> Iterator[None]:
        """While rows come and go, keep the reader's row where it is on the screen; without one, the row on top."""
        index = self.currentIndex()
        if not self.viewport().rect().intersects(self.visualRect(index)):
            index = self.indexAt(QPoint(0, 0))
        held, top = QPersistentModelIndex(index), self.visualRect(index).top()
        yield
        if held.isValid():
            self.executeDelayedItemsLayout()
            moved = self.visualRect(self.model().index(held.row(), 0)).top() - top
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + moved)

    @override
    def _name(self) -> str:
        return self.tr("What waits for you")


class _QueueDelegate(ChipDelegate):
    @override
    def row(self, index: ModelIndex) -> ChipRow:
        row: Row = index.data(ROW_ROLE)
        item = row.item
        who = item.text if item.kind is ItemKind.FEEDBACK else item.author  # of an answer owed what it is about
        names = [isolated(one_line(name, 80)) for name in (item.group, who) if name]
        if item.kind is not ItemKind.MESSAGE:
            names.reverse()  # who asks, or what is asked, comes first: that is what a person looks for
        moments: tuple[str, ...] = (words.moment(row.at), words.short_day(row.at))  # in a narrow list the day alone
        if row.looked_at_by and row.done is None:  # the moment stands with the message too
            moments = (words.looks_now(isolated(one_line(row.looked_at_by, NAME_CHARACTERS))),)
        return ChipRow(
            chip=words.word(row.done or item.attention),
            color=item.attention.value,
            moments=moments,
            title=Shown(" · ".join(names)),
            text=one_line(item.why, 300),
            is_settled=row.done is not None,
        )
