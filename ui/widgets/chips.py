"""Filters that a person presses on and off."""

from enum import Enum
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget


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
