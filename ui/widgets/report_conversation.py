"""A report in its conversation: its messages in bubbles, the others quieter. GUI thread only."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QWidget
from typing_extensions import override

from console.domain.message import MessageId
from console.domain.report import ReportId
from ui.models.report_lines import ReportLinesModel
from ui.widgets.conversation import ConversationView

if TYPE_CHECKING:
    from console.desk.reports.around import PlacedLine


class ReportConversation(ConversationView):
    """Several lines may be marked, with Shift or Ctrl as in any list; what is marked has the frame of the message.

    *Signals:*
        marked(): other lines are marked, or another one is the reader's own.
    """

    marked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.placed = ReportLinesModel()
        super().__init__(parent, self.placed)
        self.placed.setParent(self)
        self._shown: object = None
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        chosen = self.selectionModel()
        chosen.selectionChanged.connect(self._on_selection_changed)
        chosen.currentChanged.connect(self._on_current_changed)

    def show_report(
        self,
        report_id: ReportId,
        placed: "tuple[PlacedLine, ...]",
        because: Mapping[MessageId, tuple[str, ...]],
        primary: MessageId | None,
        at: MessageId | None = None,
    ) -> None:
        """Show a report, the reader at one of its messages: at the first one unless ``at`` is there.

        With the same once more nothing moves; where only some of it changed, the reader's line stays in sight.
        """
        shown = (report_id, placed, because, primary)
        if shown == self._shown and at == self.message_id:
            return
        self._shown = shown
        place = self.verticalScrollBar().value()
        self.placed.set_report(report_id, placed, because, primary)
        self.lay_out_again()
        row = self.placed.row_of(at)
        if row is not None:
            self.executeDelayedItemsLayout()
            self.verticalScrollBar().setValue(place)
        row = self.placed.row_of(primary) if row is None else row
        if self.placed.rowCount():
            index = self.placed.index(row or 0)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def show_nothing(self) -> None:
        """Show no report."""
        self._shown = None
        self.placed.clear()

    @property
    def message_id(self) -> MessageId | None:
        """The message that the reader is at."""
        return self.placed.line(self.placed.focus).id if self.placed.focus >= 0 else None

    @property
    def marked_own(self) -> tuple[MessageId, ...]:
        """The marked messages that are in the report, in the order of the chat."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return tuple(self.placed.line(row).id for row in rows if self.placed.is_own(row))

    @property
    def is_at_own(self) -> bool:
        """Whether the reader is at a message of the report."""
        return self.placed.focus >= 0 and self.placed.is_own(self.placed.focus)

    @override
    def is_marked(self, row: int) -> bool:
        return self.selectionModel().isRowSelected(row, QModelIndex())

    @override
    def keyboardSearch(self, search: str) -> None:
        """Do not jump on letters: they are decisions here."""

    @Slot()
    def _on_selection_changed(self) -> None:
        self.viewport().update()
        self.marked.emit()

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        before, self.placed.focus = self.placed.focus, current.row()
        self.lay_out_again(before, current.row())
        if current.isValid():
            self.scrollTo(current)  # with what is said under it now
        self.marked.emit()
