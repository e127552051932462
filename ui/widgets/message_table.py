"""The table of all messages: rows of one height, columns that make room for the text. GUI thread only."""

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from ui import theme
from ui.models.messages import Column, MessagesModel

ROW_EM: Final = 1.6
ROOMY_EM: Final = 60  # from this width on every column has a place
CRAMPED_EM: Final = 34  # below this, as in letters of twice the size, only who and what: the rest stands below
ROOMY: Final[dict[Column, float]] = {
    Column.AT: 9,
    Column.GROUP: 9,
    Column.AUTHOR: 8,
    Column.CATEGORY: 9.5,
    Column.ATTENTION: 12,
}
TIGHT: Final[dict[Column, float]] = {
    Column.AT: 8.5,
    Column.GROUP: 6.5,
    Column.AUTHOR: 6,
    Column.CATEGORY: 0,
    Column.ATTENTION: 7,
}
CRAMPED: Final[dict[Column, float]] = {
    Column.AT: 0,
    Column.GROUP: 0,
    Column.AUTHOR: 6,
    Column.CATEGORY: 0,
    Column.ATTENTION: 0,
}


class MessageTableView(QTableView):
    """A million rows are measured by multiplying, so all are equally high; a person may still widen a column."""

    def __init__(self, model: MessagesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widths: dict[Column, float] = {}
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(Column.AT, Qt.SortOrder.DescendingOrder)
        header.setSectionResizeMode(Column.TEXT, QHeaderView.ResizeMode.Stretch)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change over between roomy, tight and cramped columns, and leave them alone in between."""
        super().resizeEvent(event)
        if self._widths is not self._fitting():
            self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_widths"):
            self._fit()

    def _fitting(self) -> dict[Column, float]:
        width = self.viewport().width()
        if width < theme.em(self, CRAMPED_EM):
            return CRAMPED
        return ROOMY if width >= theme.em(self, ROOMY_EM) else TIGHT

    def _fit(self) -> None:
        self._widths = self._fitting()
        self.verticalHeader().setDefaultSectionSize(theme.em(self, ROW_EM))
        for column, width in self._widths.items():
            self.setColumnHidden(column, not width)
            if width:
                self.setColumnWidth(column, theme.em(self, width))
