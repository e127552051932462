"""A menu of actions that have a button elsewhere, each with its key. GUI thread only."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from ui.widgets.key_button import KeyButton
from ui.widgets.text import unmnemonic


class KeyMenu(QMenu):
    """Arrows and Enter choose, and so does the key that stands behind an action; Esc puts the menu away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: dict[str, QAction] = {}

    def add(self, button: KeyButton) -> None:
        """Let an action do what this button does, now that it finds no place."""
        action = self.addAction(f"{unmnemonic(button.text())}\t{button.key}")
        action.setEnabled(button.isEnabled())
        action.triggered.connect(button.clicked)
        self._keys[button.key] = action

    def open_at(self, button: QWidget) -> None:
        """Open above a button; nothing is chosen yet, so that a second Enter does nothing."""
        self.popup(button.mapToGlobal(QPoint(0, -self.sizeHint().height())))

    @override
    def clear(self) -> None:
        """Forget all actions."""
        super().clear()
        self._keys.clear()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Obey the keys that the menu shows."""
        pressed = QKeySequence(event.key()).toString(QKeySequence.SequenceFormat.NativeText)
        action = self._keys.get(pressed)
        is_moving = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if action is None or is_moving or not action.isEnabled():
            super().keyPressEvent(event)
        else:
            self.close()
            action.trigger()
