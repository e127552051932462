"""The list of pages at the left, each with the number of things that wait there. GUI thread only."""

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from ui import theme

ModelIndex = QModelIndex | QPersistentModelIndex
KEY_ROLE: Final = Qt.ItemDataRole.UserRole
COUNT_ROLE: Final = Qt.ItemDataRole.UserRole + 1


class PageListView(QListView):
    """Titles of pages with counts; the chosen one is on the screen.

    *Signals:*
        page_chosen(str): show the page with this key.
        page_entered(str): show it and go on there: it was clicked, or Enter was pressed on it.
    """

    page_chosen = Signal(str)
    page_entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items = QStandardItemModel(0, 1, self)
        self._is_settling = False
        self.setModel(self._items)
        self.setItemDelegate(_PageDelegate(self))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.activated.connect(self._on_row_entered)
        self.clicked.connect(self._on_row_entered)

    def set_pages(self, pages: list[tuple[str, str]]) -> None:
        """Show pages as (key, title), keeping counts and choice."""
        counts = {item.data(KEY_ROLE): item.data(COUNT_ROLE) for item in self._all()}
        chosen = self.currentIndex().data(KEY_ROLE)
        self._is_settling = True
        self._items.clear()
        for key, title in pages:
            item = QStandardItem(title)
            item.setData(key, KEY_ROLE)
            item.setData(counts.get(key), COUNT_ROLE)
            self._items.appendRow(item)
            self._name(item)
        self.choose(chosen)
        self._is_settling = False
        self._fit()

    def set_count(self, key: str, count: int | None) -> None:
        """Show how many things wait on a page; None or 0 shows nothing."""
        for item in self._all():
            if item.data(KEY_ROLE) == key:
                item.setData(count, COUNT_ROLE)
                self._name(item)

    def choose(self, key: str | None) -> None:
        """Mark a page as the one on the screen; a page that is not listed leaves none marked."""
        for item in self._all():
            if item.data(KEY_ROLE) == key:
                self.setCurrentIndex(item.index())
                return
        self.selectionModel().clear()

    @override
    def sizeHint(self) -> QSize:
        """Wide enough for the longest title and a count of four figures."""
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(item.text()) for item in self._all()), default=0)
        return QSize(widest + metrics.horizontalAdvance("00000") + metrics.height() * 2, metrics.height() * 8)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the letter size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_items"):
            self._fit()
            self.scheduleDelayedItemsLayout()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt goes to the first row when none is current: that alone is no wish to see its page."""
        self._is_settling = True
        super().focusInEvent(event)
        self._is_settling = False

    def _fit(self) -> None:
        self.setFixedWidth(self.sizeHint().width())

    def _all(self) -> list[QStandardItem]:
        return [self._items.item(row) for row in range(self._items.rowCount())]

    def _name(self, item: QStandardItem) -> None:
        count = item.data(COUNT_ROLE)
        item.setData(f"{item.text()}, {count}" if count else item.text(), Qt.ItemDataRole.AccessibleTextRole)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, index: QModelIndex, _previous: QModelIndex) -> None:
        if index.isValid() and not self._is_settling:
            self.page_chosen.emit(index.data(KEY_ROLE))

    @Slot(QModelIndex)
    def _on_row_entered(self, index: QModelIndex) -> None:
        self.page_entered.emit(index.data(KEY_ROLE))


class _PageDelegate(QStyledItemDelegate):
    """Draws the title at the left and the count at the right; the chosen page has a bar and bold letters too."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        """One calm line."""
        height = option.fontMetrics.height()
        return QSize(height * 6, round(height * 2))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        """Draw one page."""
        painter.save()
        height = option.fontMetrics.height()
        font = option.font
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            painter.fillRect(option.rect, theme.color("chosen"))
            bar = QRect(option.rect.left(), option.rect.top(), max(2, height // 5), option.rect.height())
            painter.fillRect(bar, theme.color("accent"))
            font.setBold(True)
        painter.setFont(font)
        inner = option.rect.adjusted(height, 0, -height // 2, 0)
        count = index.data(COUNT_ROLE)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(theme.color("text"))
        painter.drawText(inner, int(middle | Qt.AlignmentFlag.AlignLeft), index.data(Qt.ItemDataRole.DisplayRole))
        if count:
            painter.setPen(theme.color("muted" if not is_chosen else "text"))
            painter.drawText(inner, int(middle | Qt.AlignmentFlag.AlignRight), str(count))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.color("accent"))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.restore()
