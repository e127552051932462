"""A layout that goes on to a next line when the row is full, so that large letters never cut a button."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem, QWidget
from typing_extensions import override


class FlowLayout(QLayout):
    """Widgets beside each other, then below each other; in a row, low ones stand in the middle of the high ones."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}  # by width, as measured since something in it changed

    @override
    def addItem(self, item: QLayoutItem) -> None:
        """Put one more at the end."""
        self._items.append(item)
        self.invalidate()

    @override
    def count(self) -> int:
        """Return how many there are."""
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one, or None beyond the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take one out."""
        if not 0 <= index < len(self._items):
            return None
        self.invalidate()
        return self._items.pop(index)

    @override
    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more than is needed."""
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        """A narrow row needs more lines."""
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        if width not in self._heights:  # the layouts around it ask hundreds of times
            self._heights[width] = self._place(QRect(0, 0, width, 0), moves=False)
        return self._heights[width]

    @override
    def invalidate(self) -> None:
        """Measure anew: something in it changed."""
        self._heights.clear()
        super().invalidate()

    @override
    def setGeometry(self, rect: QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(rect)
        self._place(rect, moves=True)

    @override
    def sizeHint(self) -> QSize:
        """Ask for one line."""
        shown = self._shown()
        widths = sum(item.sizeHint().width() for item in shown) + self.spacing() * max(0, len(shown) - 1)
        height = max((item.sizeHint().height() for item in shown), default=0)
        return QSize(widths, height).grownBy(self.contentsMargins())

    @override
    def minimumSize(self) -> QSize:
        """Ask for the widest one at least."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, moves: bool) -> int:
        margins: QMargins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        top = inner.top() - self.spacing()
        for row in self._broken(inner.width()):
            left, top = inner.left(), top + self.spacing()
            height = max(item.sizeHint().height() for item in row)
            for item in row:
                size = item.sizeHint()
                if moves:
                    item.setGeometry(QRect(QPoint(left, top + (height - size.height()) // 2), size))
                left += size.width() + self.spacing()
            top += height
        return max(top, inner.top()) - rect.top() + margins.bottom()

    def _broken(self, width: int) -> list[list[QLayoutItem]]:
        """Return what is shown, row by row."""
        rows: list[list[QLayoutItem]] = []
        left = 0
        for item in self._shown():
            if not rows or left + item.sizeHint().width() > width:
                rows.append([])
                left = 0
            rows[-1].append(item)
            left += item.sizeHint().width() + self.spacing()
        return rows


def beside(label: QWidget, choice: QWidget) -> QWidget:
    """Return both as one, so that a narrow row never parts them."""
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(label)
    row.addWidget(choice)
    return both
