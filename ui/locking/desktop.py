"""What a Linux desktop says of its lock and its sleep, over D-Bus. GUI thread only.

Whoever may send on the bus can have the window lock; nobody can have it open.
"""

import logging
from typing import Any, Final

from PySide6.QtCore import SLOT, QObject, QTimer, Signal, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCallWatcher,
    QDBusUnixFileDescriptor,
)

log = logging.getLogger(__name__)

LOGIN: Final = "org.freedesktop.login1"
LOGIN_PATH: Final = "/org/freedesktop/login1"
MANAGER: Final = "org.freedesktop.login1.Manager"
SCREENSAVERS: Final = (
    "org.freedesktop.ScreenSaver",  # KDE
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)
PAINTED_MS: Final = 300  # the cover is on the screen by then


class DesktopSignals(QObject):
    """Listens on both buses, and has the computer wait with sleeping until the window is covered.

    *Signals:*
        locked(): the screen was locked, or is about to be.
        sleeping(): the computer is about to sleep.
    """

    locked = Signal()
    sleeping = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hold: QDBusUnixFileDescriptor | None = None  # as long as it is there the computer waits, some seconds
        session, system = QDBusConnection.sessionBus(), QDBusConnection.systemBus()
        for name in SCREENSAVERS:
            session.connect("", "", name, "ActiveChanged", self, _slot("on_active(bool)"))
        system.connect("", "", "org.freedesktop.login1.Session", "Lock", self, _slot("on_lock()"))
        system.connect("", LOGIN_PATH, MANAGER, "PrepareForSleep", self, _slot("on_sleep(bool)"))
        self._ask_for_time()

    @Slot(bool)
    def on_active(self, is_on: bool) -> None:
        """Hear that the screen saver comes or goes."""
        if is_on:
            self.locked.emit()

    @Slot()
    def on_lock(self) -> None:
        """Hear that the session is to be locked."""
        self.locked.emit()

    @Slot(bool)
    def on_sleep(self, is_ahead: bool) -> None:
        """Hear that the computer is about to sleep, or awoke."""
        if is_ahead:
            self.sleeping.emit()
            QTimer.singleShot(PAINTED_MS, self, self._let_sleep)
        else:
            self._ask_for_time()

    def _ask_for_time(self) -> None:
        system = QDBusConnection.systemBus()
        if not system.isConnected():
            return
        call = QDBusMessage.createMethodCall(LOGIN, LOGIN_PATH, MANAGER, "Inhibit")
        call.setArguments(["sleep", "Beheerconsole", "Covers what is on the screen", "delay"])
        watcher = QDBusPendingCallWatcher(system.asyncCall(call), self)
        watcher.finished.connect(self._on_time_given)

    @Slot(QDBusPendingCallWatcher)
    def _on_time_given(self, watcher: QDBusPendingCallWatcher) -> None:
        given = watcher.reply().arguments() if not watcher.isError() else []
        watcher.deleteLater()
        if given and isinstance(given[0], QDBusUnixFileDescriptor):
            self._hold = given[0]
        else:
            log.info("the computer gives no time before it sleeps")

    @Slot()
    def _let_sleep(self) -> None:
        if self._hold is not None:
            self._hold.setFileDescriptor(-1)  # closes it
            self._hold = None


def _slot(name: str) -> Any:  # noqa: ANN401  # PySide's stubs say bytes, and it takes only text
    return SLOT(name)
