"""One calm line that says that there is no recovery sheet on paper, with a button that leads there. GUI thread only."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from ui.widgets.text import PlainLabel


class SheetDueBar(QWidget):
    """Hidden while there is nothing to say.

    *Signals:*
        opened(): make the sheet now.
    """

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = PlainLabel(wraps=True)
        self.button = QPushButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._label, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self.opened)
        self._retranslate()
        self.hide()

    def be_short(self, *, is_short: bool) -> None:
        """Let the button alone lead there, where the list needs the room."""
        self._label.setVisible(not is_short)

    @property
    def text(self) -> str:
        """What is said now; empty while nothing is."""
        return "" if self.isHidden() else self._label.text()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._label.setText(self.tr("Your recovery sheet is not on paper yet."))
        self.button.setText(self.tr("Recovery shee&t…"))
        self.button.setAccessibleName(self.tr("Make the recovery sheet"))
