"""One calm line that says that something is still to be done, with a button that leads there. GUI thread only."""

from typing import Any

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from ui.widgets.text import PlainLabel


class CalmBar(QWidget):
    """Hidden while there is nothing to say; who inherits fills in the words.

    *Signals:*
        opened(object): the person goes there; who inherits says to what of it (``about``).
    """

    opened = Signal(object)
    about: object = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = PlainLabel(wraps=True)
        self.button = QPushButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._label, 1)
        row.addWidget(self.button)
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
        super().changeEvent(event)

    @Slot()
    def _on_button_clicked(self) -> None:
        self.opened.emit(self.about)
