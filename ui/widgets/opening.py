"""What the window shows while the console opens, or when it could not. GUI thread only."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from console.jobs import Progress
from ui.widgets.text import PlainLabel


class OpeningView(QWidget):
    """One sentence, and when opening failed what is offered about that and the ways on.

    *Signals:*
        retry_requested(): try to open the same console again.
        place_requested(): choose another store to open.
        demo_requested(): open the demo instead.
    """

    retry_requested = Signal()
    place_requested = Signal()
    demo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = ""
        self._label = PlainLabel(wraps=True, scale=1.2)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._retry, self._place, self._demo = QPushButton(), QPushButton(), QPushButton()
        self._offer: QWidget | None = None
        self._below = QVBoxLayout()  # where the offer stands
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self._retry, self._place, self._demo):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self._label)
        bar = QHBoxLayout()
        bar.addStretch(1)
        bar.addWidget(self._progress, 1)
        bar.addStretch(1)
        column.addLayout(bar)
        column.addLayout(self._below)
        column.addLayout(row)
        column.addStretch(2)
        self._retry.clicked.connect(self.retry_requested)
        self._place.clicked.connect(self.place_requested)
        self._demo.clicked.connect(self.demo_requested)
        self.show_opening()

    def show_opening(self) -> None:
        """Say that the console is opening."""
        self._sentence = ""
        self._put_below(None)
        self._progress.setRange(0, 0)
        self._retranslate()

    def show_progress(self, progress: Progress) -> None:
        """Show how far it is, where that is known."""
        known = progress.fraction is not None
        self._progress.setRange(0, 100 if known else 0)
        if progress.fraction is not None:
            self._progress.setValue(round(progress.fraction * 100))

    def show_failure(self, sentence: str, offer: QWidget | None = None) -> None:
        """Say why the console did not open, and show below it what can be done about that."""
        self._sentence = sentence
        self._put_below(offer)
        self._retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _put_below(self, offer: QWidget | None) -> None:
        if self._offer is not None:
            self._below.removeWidget(self._offer)
            self._offer.hide()
            self._offer.deleteLater()
        self._offer = offer
        if offer is not None:
            self._below.addWidget(offer)

    def _retranslate(self) -> None:
        failed = bool(self._sentence)
        self._label.setText(self._sentence or self.tr("One moment, your groups are being opened…"))
        self._progress.setAccessibleName(self.tr("How far it is"))
        self._progress.setVisible(not failed)
        self._retry.setText(self.tr("&Try again"))
        self._demo.setText(self.tr("Look at the &demo"))
        self._place.setText(self.tr("Choose another &place…"))
        for button in (self._retry, self._place, self._demo):
            button.setVisible(failed)
