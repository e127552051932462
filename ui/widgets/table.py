"""A table of rows to choose one of, and its cells: plain text on one line with room around it. GUI thread only."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView
from typing_extensions import override

from ui import theme


class TableDelegate(QStyledItemDelegate):
    """Draws a cell with half a letter of room at both sides; the chosen row is marked whole, not one cell of it."""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the ground over the whole cell and the text inside it."""
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        is_chosen = bool(shown.state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            painter.fillRect(shown.rect, theme.color("accent"))
        room = shown.fontMetrics.height() // 2
        painter.save()
        painter.setPen(theme.color("on_accent" if is_chosen else "text"))
        inner = shown.rect.adjusted(room, 0, -room, 0)
        text = shown.fontMetrics.elidedText(shown.text, shown.textElideMode, inner.width())
        painter.drawText(inner, int(shown.displayAlignment), text)
        painter.restore()


class RowTable(QTableView):
    """Rows of one height of which one is chosen; ``fit`` sets the sizes and is called again for other letters."""

    def __init__(self, rows: QAbstractItemModel) -> None:
        super().__init__()
        self.setModel(rows)
        self.setItemDelegate(TableDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)

    def fit(self) -> None:
        """Make rows and columns as large as the letters."""

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Keep rows and columns as large as the letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit()
