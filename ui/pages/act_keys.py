"""The keys of everything that can be done about what waits: one set for every kind of it. GUI thread only."""

from typing import Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.shortcuts import Command, KeyMap

COMMANDS: Final = (
    *(Command.FINE, Command.PRIVATE, Command.GROUP, Command.DELETE, Command.REDIRECT, Command.OTHER_GROUP),
    *(Command.OFFICER, Command.HANDLED, Command.STEP, Command.CORRECT, Command.WHY, Command.LATER, Command.NOTE),
    *(Command.ALIKE, Command.QUESTION, Command.MORE),
)


class ActKeys(QObject):
    """Says what was pressed; the page passes it to what is about the item on the screen.

    *Signals:*
        pressed(object, bool): a ``Command``, and whether the reader wants to stay with the item.
    """

    pressed = Signal(object, bool)

    def __init__(self, keys: KeyMap, page: QWidget) -> None:
        super().__init__(page)
        for command in COMMANDS:
            key = _ActKey(command, self)
            keys.bind(page, command, key.act, key.act_and_stay)


class _ActKey(QObject):
    """One key: shortcuts need a bound method of a QObject each."""

    def __init__(self, command: Command, parent: ActKeys) -> None:
        super().__init__(parent)
        self._command = command
        self._keys = parent

    @Slot()
    def act(self) -> None:
        """Act, and on to the next."""
        self._keys.pressed.emit(self._command, False)

    @Slot()
    def act_and_stay(self) -> None:
        """Act, and stay."""
        self._keys.pressed.emit(self._command, True)
