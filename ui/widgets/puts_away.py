"""A part in which Esc puts something away before it means anything to the window. GUI thread only."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override


class PutsAway(QWidget):
    """Takes Esc while ``can_put_away()``; else it goes on to the window, where it closes a message."""

    def can_put_away(self) -> bool:
        """Whether there is something to put away."""
        return False

    def put_away(self) -> None:
        """Put it away."""

    @override
    def event(self, event: QEvent) -> bool:
        """Keep the key from the shortcuts of the window."""
        is_key = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_key and event.type() == QEvent.Type.ShortcutOverride and self.can_put_away():
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Obey Esc."""
        if event.key() == Qt.Key.Key_Escape and self.can_put_away():
            self.put_away()
        else:
            super().keyPressEvent(event)
