"""How far reading or taking in is, with the one button that stops it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui.dialogs.parts import heading, paragraph

if TYPE_CHECKING:
    from console.jobs import Progress

STEPS = 1000


class ImportProgressView(QWidget):
    """One job.

    Signals:
        cancel_requested(): stop, and keep nothing.
    """

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = heading("")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self._count = paragraph("")
        self.stop = QPushButton()
        self.stop.clicked.connect(self._on_stop_clicked)
        layout = QVBoxLayout(self)
        for widget in (self._title, self.bar, self._count):
            layout.addWidget(widget)
        layout.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch()
        self.setFocusProxy(self.stop)
        self._retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language; the panel outlives its step."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.bar.setAccessibleName(self.tr("Progress"))
        self.stop.setText(self.tr("&Stop"))

    def start(self, what: str) -> None:
        """Show a new job that has not reported yet."""
        self._title.setText(what)
        self._count.setText("")
        self.bar.setRange(0, 0)
        self.stop.setEnabled(True)

    def show_progress(self, progress: "Progress", stage: str) -> None:
        """Show what the job reported last; ``stage`` is the sentence for what it is doing, empty to keep the first."""
        if stage:
            self._title.setText(stage)
        if progress.fraction is None:
            self.bar.setRange(0, 0)
        else:
            self.bar.setRange(0, STEPS)
            self.bar.setValue(round(progress.fraction * STEPS))
        if progress.count:
            self._count.setText(self.tr("%Ln message(s)", "", progress.count))

    @Slot()
    def _on_stop_clicked(self) -> None:
        """Pressing twice must not look as if nothing happened."""
        self.stop.setEnabled(False)
        self._count.setText(self.tr("Stopping…"))
        self.cancel_requested.emit()
