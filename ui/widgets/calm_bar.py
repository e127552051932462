"""One calm line that says that something is still to be done, with a button that leads there. GUI thread only."""

from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget
from typing_extensions import override

from ui.widgets.text import PlainLabel


class CalmBar(QWidget):
    """Hidden while there is nothing to say; who inherits fills in the words. The button stands where that takes least.

    *Signals:*
        opened(object): the person goes there; who inherits says to what of it (``about``).
    """

    opened = Signal(object)
    about: object = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = PlainLabel(wraps=True)
        self.button = QPushButton()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._label, 1)
        self._row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.button.clicked.connect(self._on_button_clicked)
        self.retranslate()
        self.hide()

    def be_short(self, *, is_short: bool) -> None:
        """Let the button alone lead there, where the list needs the room."""
        self._label.setVisible(not is_short)

    @property
    def text(self) -> str:
        """What is said now; empty while nothing is."""
        return "" if self.isHidden() else self._label.text()

    def say(self, sentence: str, button: str, accessible: str) -> None:
        """Set the sentence, the words on the button and what a screen reader says of that."""
        self._label.setText(sentence)
        self.button.setText(button)
        self.button.setAccessibleName(accessible)
        self._place_button()

    def show_due(self, found: Any) -> None:  # noqa: ANN401  # who inherits says what it is
        """Say what is still to be done, or hide where nothing is."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Set every text in the language of now."""
        raise NotImplementedError

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self._place_button()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self._place_button()

    def _place_button(self) -> None:
        """Put the button below the sentence where beside it that would become a column of single words."""
        button, space = self.button.sizeHint(), self._row.spacing()
        room = self.width() - button.width() - space
        below = self._label.heightForWidth(self.width()) + space + button.height()
        is_beside = room > 0 and self._label.heightForWidth(room) <= below
        direction = QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(direction)

    @Slot()
    def _on_button_clicked(self) -> None:
        self.opened.emit(self.about)
