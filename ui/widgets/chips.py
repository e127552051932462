"""Filters that a person presses on and off, in a row that wraps when the window or the letters need it."""

from enum import Enum
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QLayout, QLayoutItem, QPushButton, QWidget
from typing_extensions import override


class ChipState(Enum):
    """What one attribute is asked to be (Huggle's three states: ``style/anchors.md`` 1)."""

    IGNORE = 0
    REQUIRE = 1
    EXCLUDE = 2


_NEXT: Final = {
    ChipState.IGNORE: ChipState.REQUIRE,
    ChipState.REQUIRE: ChipState.EXCLUDE,
    ChipState.EXCLUDE: ChipState.IGNORE,
}


class ThreeStateChip(QPushButton):
    """A button that goes round three states and says in words which one it is in; a pressed look is only a second sign.

    Signals:
        state_changed(): the person pressed it.
    """

    state_changed = Signal()

    def __init__(self, state: ChipState = ChipState.IGNORE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._words = dict.fromkeys(ChipState, "")
        self.setCheckable(True)
        self.clicked.connect(self._on_clicked)

    def set_words(self, ignore: str, require: str, exclude: str) -> None:
        """Give the words for the three states, already translated; an ampersand marks the key."""
        self._words = {ChipState.IGNORE: ignore, ChipState.REQUIRE: require, ChipState.EXCLUDE: exclude}
        self._show()

    @property
    def state(self) -> ChipState:
        """What is asked for now."""
        return self._state

    def set_state(self, state: ChipState) -> None:
        """Change it without telling anybody."""
        self._state = state
        self._show()

    @Slot()
    def _on_clicked(self) -> None:
        self.set_state(_NEXT[self._state])
        self.state_changed.emit()

    def _show(self) -> None:
        self.setText(self._words[self._state])
        self.setAccessibleName(self._words[self._state].replace("&", ""))
        self.setChecked(self._state is not ChipState.IGNORE)


class FlowLayout(QLayout):
    """Puts widgets beside each other and goes to the next line when the line is full, as words do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._lay_out(QRect(0, 0, width, 0), move=False)

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay_out(rect, move=True)

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSize()

    @override
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _lay_out(self, rect: QRect, *, move: bool) -> int:
        """Return the height that the items need in the width of ``rect``, and move them there when asked."""
        x, y, line = rect.x(), rect.y(), 0
        gap = max(self.spacing(), 0)
        for item in self._items:
            size = item.sizeHint()
            if item.isEmpty():
                continue
            if line and x + size.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + gap, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x, line = x + size.width() + gap, max(line, size.height())
        return y + line - rect.y()
