"""A field for a number, with the word that belongs to it. GUI thread only."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QSpinBox, QWidget


class NumberBox(QSpinBox):
    """Says after the number of what it is so many: "1 day", "2 days"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._one = self._several = ""
        self.valueChanged.connect(self._say)

    def say(self, one: str, several: str) -> None:
        """Set the words that follow 1 and every other number, with the space before them."""
        self._one, self._several = one, several
        self._say()

    @Slot()
    def _say(self) -> None:
        word = self._one if self.value() == 1 else self._several
        if word != self.suffix():  # else the cursor may jump under who types
            self.setSuffix(word)
