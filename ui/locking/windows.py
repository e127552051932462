"""What Windows says of its lock and its sleep. GUI thread only."""

import ctypes
import sys
from typing import Final

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

_WM_POWERBROADCAST: Final = 0x0218
_PBT_APMSUSPEND: Final = 0x0004
_WM_WTSSESSION_CHANGE: Final = 0x02B1
_WTS_CONSOLE_DISCONNECT: Final = 0x2
_WTS_REMOTE_DISCONNECT: Final = 0x4
_WTS_SESSION_LOCK: Final = 0x7
_THIS_SESSION: Final = 0

LOCKS: Final = frozenset({_WTS_CONSOLE_DISCONNECT, _WTS_REMOTE_DISCONNECT, _WTS_SESSION_LOCK})


class _Message(ctypes.Structure):
    """The beginning of ``MSG``, which is all that is read of it."""

    _fields_ = (
        ("hwnd", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("wparam", ctypes.c_size_t),
        ("lparam", ctypes.c_ssize_t),
    )


def says_lock(message: int, wparam: int) -> bool:
    """Whether a message of the system says that somebody else may sit there soon."""
    return message == _WM_WTSSESSION_CHANGE and wparam in LOCKS


def says_sleep(message: int, wparam: int) -> bool:
    """Whether a message of the system says that it is about to sleep."""
    return message == _WM_POWERBROADCAST and wparam == _PBT_APMSUSPEND


class WindowsSignals(QObject):
    """Asks Windows to tell this window about the session, and reads what it tells.

    *Signals:*
        locked(): the screen was locked, or another user came.
        sleeping(): the computer is about to sleep.
    """

    locked = Signal()
    sleeping = Signal()

    def __init__(self, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._filter = _Filter(self)
        app = QGuiApplication.instance()
        if sys.platform == "win32" and app is not None:
            app.installNativeEventFilter(self._filter)
            wtsapi = ctypes.WinDLL("wtsapi32")
            wtsapi.WTSRegisterSessionNotification.argtypes = (ctypes.c_void_p, ctypes.c_uint)
            wtsapi.WTSRegisterSessionNotification(int(window.winId()), _THIS_SESSION)

    def hear(self, message: int, wparam: int) -> None:
        """Say what a message of the system means for the window."""
        if says_lock(message, wparam):
            self.locked.emit()
        elif says_sleep(message, wparam):
            self.sleeping.emit()


class _Filter(QAbstractNativeEventFilter):
    """Reads every message of the system, and keeps none from anybody."""

    def __init__(self, signals: WindowsSignals) -> None:
        super().__init__()
        self._signals = signals

    @override
    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> tuple[bool, int]:
        told = _Message.from_address(int(message))
        self._signals.hear(told.message, told.wparam)
        return False, 0
