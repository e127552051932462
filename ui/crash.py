"""What happens with a bug: a log line, and a report that a person can copy. Neither holds text of a message.

The report names the places in the code and the kind of the error, not its words: the words of an error often quote
the value that caused it, and that may be what somebody wrote in a chat.
"""

import logging
import platform
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from console.logs import places
from ui import clipboard
from ui.widgets.text import PlainLabel

log = logging.getLogger(__name__)


def report(error: BaseException) -> str:
    """Return the report: version, system, and for the error and each of its causes the kind and the places."""
    system = f"Beheerconsole, Python {platform.python_version()}, Qt {qVersion()}, {platform.system()}"
    return "\n".join([system, *places(error)])


class ReportDialog(QDialog):
    """Says that something went wrong in the program and shows the report, to copy."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Something went wrong in the program"))
        explanation = PlainLabel(
            self.tr(
                "This is a mistake in the program, not of yours. What you decided before is kept. "
                "You can go on. Copy this report and send it to the makers; it holds no text from your groups."
            ),
            wraps=True,
        )
        self._report = QPlainTextEdit()
        self._report.setReadOnly(True)
        self._report.setPlainText(text)
        self._report.setAccessibleName(self.tr("Report"))
        self._report.setTabChangesFocus(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = self._buttons.addButton(self.tr("Copy report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._on_copy_clicked)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(explanation)
        column.addWidget(self._report, 1)
        column.addWidget(self._buttons)
        width = self.fontMetrics().averageCharWidth() * 80
        self.resize(width, width * 2 // 3)

    @Slot()
    def _on_copy_clicked(self) -> None:
        clipboard.put(self._report.toPlainText(), is_private=False)


class CrashReporter(QObject):
    """Catches what nobody caught, on any thread, and shows one report at a time.

    *Signals:*
        crashed(Exception): from any thread; shown on the GUI thread.
    """

    crashed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window: QWidget | None = None
        self._dialog: ReportDialog | None = None
        self._is_held = False
        self._kept = ""
        self.crashed.connect(self.show)

    def watch(self, window: QWidget) -> None:
        """Have reports open over this window."""
        self._window = window

    def install(self) -> None:
        """Become the place where uncaught errors end."""
        sys.excepthook = self._on_uncaught
        threading.excepthook = self._on_thread_uncaught
        sys.unraisablehook = self._on_unraisable

    @Slot(object)
    def show(self, error: Exception) -> None:
        """Log the report and open it, unless one is open already or the window is locked."""
        text = report(error)
        log.error("bug\n%s", text)
        if self._is_held:
            self._kept = self._kept or text
        elif self._dialog is None:
            self._open(text)

    @Slot()
    def hold(self) -> None:
        """Open nothing over a window that is locked."""
        self._is_held = True

    @Slot()
    def release(self) -> None:
        """Show what went wrong meanwhile: who opened the window sits before it."""
        self._is_held = False
        kept, self._kept = self._kept, ""
        if kept and self._dialog is None:
            self._open(kept)

    def _open(self, text: str) -> None:
        self._dialog = ReportDialog(text, self._window)
        self._dialog.finished.connect(self._on_dialog_finished)
        self._dialog.open()

    def _on_uncaught(self, kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QGuiApplication.quit()
            return
        self.crashed.emit(error)

    def _on_thread_uncaught(self, found: threading.ExceptHookArgs) -> None:
        if found.exc_value is not None:
            self.crashed.emit(found.exc_value)

    def _on_unraisable(self, found: "sys.UnraisableHookArgs") -> None:
        """Log what went wrong where nobody can be told, as in a destructor; Python would print its words."""
        if found.exc_value is not None:
            log.error("unraisable\n%s", report(found.exc_value))

    @Slot()
    def _on_dialog_finished(self) -> None:
        self._dialog = None
