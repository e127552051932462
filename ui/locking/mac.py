"""What macOS says of its lock. Qt hears nothing of it, so the system is asked every two seconds. GUI thread only.

Of its sleep the clocks tell afterwards (``ui.locking.idleness``); most Macs lock when they sleep.
"""

import ctypes
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

ASK_MS: Final = 2_000
_FRAMEWORK: Final = "/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices"
_IS_LOCKED: Final = b"CGSSessionScreenIsLocked"
_UTF8: Final = 0x08000100


def lock_reader() -> Callable[[], bool]:
    """Return what tells whether the screen is locked now. Raises ``OSError`` or ``AttributeError`` elsewhere."""
    system = ctypes.CDLL(_FRAMEWORK)
    pointer = ctypes.c_void_p
    system.CGSessionCopyCurrentDictionary.restype = pointer
    system.CGSessionCopyCurrentDictionary.argtypes = ()
    system.CFStringCreateWithCString.restype = pointer
    system.CFStringCreateWithCString.argtypes = (pointer, ctypes.c_char_p, ctypes.c_uint32)
    system.CFDictionaryGetValue.restype = pointer
    system.CFDictionaryGetValue.argtypes = (pointer, pointer)
    system.CFBooleanGetValue.restype = ctypes.c_ubyte
    system.CFBooleanGetValue.argtypes = (pointer,)
    system.CFRelease.restype = None
    system.CFRelease.argtypes = (pointer,)
    name = system.CFStringCreateWithCString(None, _IS_LOCKED, _UTF8)  # kept as long as the program runs

    def is_locked() -> bool:
        session = system.CGSessionCopyCurrentDictionary()
        if not session:
            return False
        value = system.CFDictionaryGetValue(session, name)
        locked = bool(value) and bool(system.CFBooleanGetValue(value))
        system.CFRelease(session)
        return locked

    return is_locked


class MacSignals(QObject):
    """Says once that the screen was locked.

    *Signals:*
        locked(): the screen was locked.
        sleeping(): never; the clocks tell of sleep.
    """

    locked = Signal()
    sleeping = Signal()

    def __init__(self, is_locked: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_locked = is_locked
        self._was_locked = False
        self._timer = QTimer(self)
        self._timer.setInterval(ASK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Ask the system."""
        was_locked, self._was_locked = self._was_locked, self._is_locked()
        if self._was_locked and not was_locked:
            self.locked.emit()
