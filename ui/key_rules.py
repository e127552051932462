"""Which keys a person may choose, and whose they are already. GUI thread only."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from ui.shortcuts import CAN_STAY, KEYS, Command, as_read, keys_of

FIXED: Final = frozenset({Command.STOP})  # Esc puts away whatever is open, also where no command is asked

_MOVING: Final = frozenset(  # they go through lists and fields, with whatever else is held
    {
        *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape),
        *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End),
        *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Menu, Qt.Key.Key_Print),
    }
)
_NOT_PRESSED_ALONE: Final = frozenset(
    {
        *(Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_unknown),
        *(Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_ScrollLock, Qt.Key.Key_Super_L, Qt.Key.Key_Super_R),
    }
)
KEYS_OF_PAGES: Final = (*(f"Ctrl+{number}" for number in range(1, 10)), "Ctrl+L", "Ctrl+,")
"""Of each page in the list, in order: after the numbers the logbook, and the settings as in other programs."""
_OF_THE_WINDOW: Final = frozenset({*KEYS_OF_PAGES, "Ctrl+A", "Ctrl+C", "Ctrl+X"})
_MODIFIERS: Final = Qt.KeyboardModifier
_NUMBERED: Final = range(Qt.Key.Key_F1, Qt.Key.Key_F35 + 1)


def pressed_key(event: QKeyEvent) -> str | None:
    """Return the key that was pressed, as ``KEYS`` writes it; None for Shift and its like alone.

    A sign that needs Shift is named by itself: what stands above the 1 differs from keyboard to keyboard.
    """
    if event.key() in _NOT_PRESSED_ALONE:
        return None
    held = event.modifiers() & ~(_MODIFIERS.KeypadModifier | _MODIFIERS.GroupSwitchModifier)
    text = event.text().strip()
    if text and text.isprintable() and not text.isalnum():
        held &= ~_MODIFIERS.ShiftModifier
    return QKeySequence(held.value | event.key()).toString(QKeySequence.SequenceFormat.PortableText)


def refusal(command: Command, key: str) -> str:
    """Return why this key cannot be chosen for a command, whoever has it; empty when it can."""
    pressed = QKeySequence(key)[0]  # type: ignore[index]  # __getitem__ is missing in PySide's stubs
    held = pressed.keyboardModifiers()
    if pressed.key() in _MOVING:
        return QCoreApplication.translate(
            "KeyRules", "{key} goes through lists and fields, and keeps doing that. Choose another key."
        ).format(key=as_read(key))
    if _as_written(key) in _OF_THE_WINDOW:
        return QCoreApplication.translate(
            "KeyRules", "{key} already means something in every window. Choose another key."
        ).format(key=as_read(key))
    if held & _MODIFIERS.AltModifier and not held & _MODIFIERS.ControlModifier:
        return QCoreApplication.translate("KeyRules", "With Alt you open the menus. Choose another key.")
    if command in CAN_STAY and (held & _MODIFIERS.ShiftModifier or not _takes_shift(pressed.key())):
        return QCoreApplication.translate(
            "KeyRules", "Choose a letter, a number or an F key: with Shift it does the same, and stays on the message."
        )
    return ""


def owner(command: Command, key: str) -> Command | None:
    """Return the other command that has a key now, with or without Shift; None when it is free."""
    wanted = _pressed(command, (key,))
    others = (other for other in Command if other is not command)
    return next((other for other in others if wanted & _pressed(other, keys_of(other))), None)


def with_key(command: Command, key: str) -> tuple[str, ...]:
    """Return the keys of a command with another one on its button; its further keys stay."""
    return (key, *(other for other in keys_of(command)[1:] if _as_written(other) != _as_written(key)))


def swapped(command: Command, key: str) -> dict[Command, tuple[str, ...]] | None:
    """Return the keys of a command and of who has the key now, exchanged; None where that cannot be."""
    other = owner(command, key)
    if other is None or other in FIXED or _as_written(key) not in map(_as_written, keys_of(other)):
        return None
    given = keys_of(command)[0]
    if refusal(other, given):
        return None
    kept = tuple(given if _as_written(each) == _as_written(key) else each for each in keys_of(other))
    wanted = {command: with_key(command, key), other: kept}
    return None if _clashing(wanted) else wanted


def usable(kept: Mapping[str, Sequence[str]]) -> dict[Command, tuple[str, ...]]:
    """Return what can be put in force of keys that were kept in a file: known commands, and no key with two meanings.

    A newer program may use for itself what a person chose; that command then has its default again.
    """
    names = {command.value: command for command in Command if command not in FIXED}
    wanted = {names[name]: tuple(keys) for name, keys in kept.items() if name in names and keys}
    wanted = {
        command: keys
        for command, keys in wanted.items()
        if all(_is_key(key) and not refusal(command, key) for key in keys)
    }
    while clashing := _clashing(wanted):
        wanted = {command: keys for command, keys in wanted.items() if command not in clashing}
    return wanted


def chosen() -> dict[str, tuple[str, ...]]:
    """Return the keys in force that are not the defaults, for the file of settings."""
    return {command.value: keys_of(command) for command in Command if keys_of(command) != KEYS[command]}


def _clashing(wanted: Mapping[Command, tuple[str, ...]]) -> set[Command]:
    """Return which of these commands would share a key with another one, the others being as they are now."""
    pressed = {command: _pressed(command, wanted.get(command, keys_of(command))) for command in Command}
    return {
        command for command in wanted if any(pressed[command] & pressed[other] for other in Command if other != command)
    }


def _pressed(command: Command, keys: Sequence[str]) -> frozenset[str]:
    """Return everything that calls a command: its keys, and those with Shift where that means to stay."""
    with_shift = [f"Shift+{key}" for key in keys] if command in CAN_STAY else []
    return frozenset(map(_as_written, (*keys, *with_shift)))


def _is_key(key: str) -> bool:
    sequence = QKeySequence(key)
    return sequence.count() == 1 and sequence[0].key() != Qt.Key.Key_unknown  # type: ignore[index]


def _as_written(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def _takes_shift(key: Qt.Key) -> bool:
    """Whether this key with Shift is still this key on every keyboard."""
    return Qt.Key.Key_A <= key <= Qt.Key.Key_Z or Qt.Key.Key_0 <= key <= Qt.Key.Key_9 or key in _NUMBERED
