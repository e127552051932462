"""How far the judge is with what it looks at behind the person's back, at the foot of the window. GUI thread only."""

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget
from typing_extensions import override

from ui import theme, words
from ui.widgets.text import PlainLabel

ROOMY_EM = 34  # narrower than this, the bar itself goes: the numbers say the same


class WorkBar(QFrame):
    """One calm line with a button to stop, or to go on; hidden while nothing is looked at.

    *Signals:*
        stop_requested(), start_requested(): the button was pressed.
    """

    stop_requested = Signal()
    start_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done = self._total = 0
        self._is_stopped = False
        self._label = PlainLabel(elides=True, is_muted=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.button = QPushButton()
        row = QHBoxLayout(self)
        row.addWidget(self._label, 2)
        row.addWidget(self.bar, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self._on_button_clicked)
        self.hide()
        self._retranslate()

    @property
    def text(self) -> str:
        """What is said now; empty while nothing is."""
        return "" if self.isHidden() else self._label.text()

    @Slot(int, int)
    def show_progress(self, done: int, total: int) -> None:
        """Say how many of how many messages were looked at; what is done at once is not worth a line."""
        self._done, self._total, self._is_stopped = done, total, False
        self.button.setEnabled(True)
        if done < total:
            self.show()
        self._retranslate()

    @Slot()
    def show_stopped(self) -> None:
        """Say that the rest waits, and offer to go on."""
        self._is_stopped = True
        self.button.setEnabled(True)
        self.show()
        self._retranslate()

    @Slot()
    def clear(self) -> None:
        """Say nothing any more."""
        self._done = self._total = 0
        self._is_stopped = False
        self.hide()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the words."""
        super().resizeEvent(event)
        self.bar.setVisible(self.width() >= theme.em(self, ROOMY_EM))

    def _retranslate(self) -> None:
        self.bar.setAccessibleName(self.tr("How many messages were looked at"))
        self.button.setText(self.tr("Go on") if self._is_stopped else self.tr("Stop"))
        self.button.setAccessibleName(
            self.tr("Go on looking at messages") if self._is_stopped else self.tr("Stop looking at messages")
        )
        self.bar.setRange(0, max(self._total, 1))
        self.bar.setValue(self._done)
        numbers = {"done": words.number(self._done), "total": words.number(self._total)}
        if not self._is_stopped:
            text = self.tr("{done} of {total} messages looked at, newest first")
        elif self._total:
            text = self.tr("Stopped: {done} of {total} messages looked at, the others wait")
        else:
            text = self.tr("Stopped: some messages wait to be looked at")
        self._label.setText(text.format(**numbers))

    @Slot()
    def _on_button_clicked(self) -> None:
        """Pressing twice must not look as if nothing happened."""
        self.button.setEnabled(False)
        if self._is_stopped:
            self.start_requested.emit()
        else:
            self.stop_requested.emit()
