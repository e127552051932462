"""One quiet notification of the system, or the message bar where the system shows none. GUI thread only."""

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

SHOWN_MS: Final = 20_000


class Notifier(QObject):
    """Shows an icon in the tray for as long as its notification is of use, and no longer.

    *Signals:*
        not_shown(str): the system shows no notifications, or the window was locked; tell it in the window.
        opened(): the person pressed the notification.
    """

    not_shown = Signal(str)
    opened = Signal()

    def __init__(self, app: QApplication, icon: QIcon, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._tray: QSystemTrayIcon | None = None
        self._is_held = False
        self._kept = ""
        app.applicationStateChanged.connect(self._on_app_state_changed)

    @Slot(str)
    def show(self, sentence: str) -> None:
        """Show one sentence, or keep it while nothing may be shown."""
        if self._is_held:
            self._kept = sentence
            return
        if not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
            self.not_shown.emit(sentence)
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(self._icon, self)
            self._tray.messageClicked.connect(self._on_tray_pressed)
            self._tray.activated.connect(self._on_tray_pressed)
        self._tray.show()
        self._tray.showMessage(QApplication.applicationName(), sentence, self._icon, SHOWN_MS)

    @Slot()
    def clear(self) -> None:
        """Take the icon away."""
        if self._tray is not None:
            self._tray.hide()

    @Slot()
    def hold(self) -> None:
        """Show nothing while the window is locked, and take away what is shown."""
        self._is_held = True
        self.clear()

    @Slot()
    def release(self) -> None:
        """Tell in the window what came meanwhile: whoever opened it sits before it."""
        self._is_held = False
        kept, self._kept = self._kept, ""
        if kept:
            self.not_shown.emit(kept)

    @Slot()
    def _on_tray_pressed(self) -> None:
        self.clear()
        self.opened.emit()

    @Slot(Qt.ApplicationState)
    def _on_app_state_changed(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.clear()
