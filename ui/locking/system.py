"""What the system says of its lock and its sleep, each system in its own way. GUI thread only."""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ui.locking.desktop import DesktopSignals
    from ui.locking.mac import MacSignals
    from ui.locking.windows import WindowsSignals


def system_signals(window: QWidget, parent: QObject) -> "DesktopSignals | MacSignals | WindowsSignals | None":
    """Return what tells of lock and sleep on this system (``locked``, ``sleeping``), or None where nothing does."""
    if sys.platform == "win32":
        from ui.locking.windows import WindowsSignals

        return WindowsSignals(window, parent)
    if sys.platform == "darwin":
        from ui.locking.mac import MacSignals, lock_reader

        try:
            return MacSignals(lock_reader(), parent)
        except (OSError, AttributeError):  # a macOS that tells it in another way
            return None
    if sys.platform.startswith("linux"):
        try:
            from ui.locking.desktop import DesktopSignals
        except ImportError:  # a Linux without the library of D-Bus
            return None
        return DesktopSignals(parent)
    return None
