"""Which key does what, and when letters are dead. GUI thread only.

``KEYS`` are the defaults; a person may choose others (``KeyMap.rebind``), and ``keys_of`` says which are in force.

Keys without Ctrl or Alt sleep while somebody types in a field or chooses in what opens from it, and Space sleeps while
a button has the focus, because there it presses the button.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from ui.i18n import QT_TRANSLATE_NOOP


class Command(StrEnum):
    """What a key can ask for, over all pages."""

    NEXT = "next"
    PREVIOUS = "previous"
    FINE = "fine"
    LATER = "later"
    NOTE = "note"
    CORRECT = "correct"
    WHY = "why"
    PRIVATE = "private"
    GROUP = "group"
    DELETE = "delete"
    REDIRECT = "redirect"
    OTHER_GROUP = "other_group"
    OFFICER = "officer"
    HANDLED = "handled"
    STEP = "step"
    ALIKE = "alike"
    MORE = "more"
    FILTER = "filter"
    PHONE = "phone"
    AGREEMENT = "agreement"
    SAME_PERSON = "same_person"
    RIGHTS = "rights"
    SHOW_ALL = "show_all"
    OPEN_CHAT = "open_chat"
    COPY = "copy"
    DROP = "drop"
    UNDO = "undo"
    REDO = "redo"
    UNDO_ONE = "undo_one"
    SHOW_MESSAGE = "show_message"
    REPORT = "report"
    QUESTION = "question"
    EXPORT = "export"
    NEW = "new"
    MOVE_UP = "move_up"
    MOVE_DOWN = "move_down"
    KEEP_PLACE = "keep_place"
    LEAVE_OUT = "leave_out"
    STOP = "stop"
    SEARCH = "search"
    KEYS = "keys"
    LARGER = "larger"
    SMALLER = "smaller"
    NORMAL_SIZE = "normal_size"
    IMPORT = "import"
    PASTE = "paste"
    LOCK = "lock"
    QUIT = "quit"
    REFRESH = "refresh"


KEYS: Final[dict[Command, tuple[str, ...]]] = {  # defaults of design/screens.md
    Command.NEXT: ("Space",),
    Command.PREVIOUS: ("Backspace",),
    Command.FINE: ("G",),
    Command.LATER: ("L",),
    Command.NOTE: ("N",),
    Command.CORRECT: ("K",),
    Command.WHY: ("R",),  # the reason, de reden
    Command.PRIVATE: ("P",),
    Command.GROUP: ("I",),
    Command.DELETE: ("V",),
    Command.REDIRECT: ("D",),
    Command.OTHER_GROUP: ("A",),
    Command.OFFICER: ("W",),
    Command.HANDLED: ("H",),
    Command.STEP: ("S",),
    Command.ALIKE: ("B",),  # bij elkaar
    Command.MORE: ("J",),
    Command.FILTER: ("F",),
    Command.PHONE: ("T",),
    Command.AGREEMENT: ("E",),  # eens
    Command.SAME_PERSON: ("M",),  # dezelfde mens
    Command.RIGHTS: ("Ctrl+R",),
    Command.SHOW_ALL: ("0",),  # no filters
    Command.OPEN_CHAT: ("O",),
    Command.COPY: ("C",),
    Command.DROP: ("X",),
    Command.UNDO: ("Z", "Ctrl+Z"),
    Command.REDO: ("Y", "Ctrl+Y", "Ctrl+Shift+Z"),
    Command.UNDO_ONE: ("U",),
    Command.SHOW_MESSAGE: ("Ctrl+B",),  # bericht
    Command.REPORT: ("Ctrl+M",),  # melding
    Command.QUESTION: ("Q",),
    Command.EXPORT: ("Ctrl+E",),
    Command.NEW: ("Ctrl+N",),
    Command.MOVE_UP: ("Alt+Up",),
    Command.MOVE_DOWN: ("Alt+Down",),
    Command.KEEP_PLACE: ("Ctrl+K",),
    Command.LEAVE_OUT: ("Del",),
    Command.STOP: ("Esc",),
    Command.SEARCH: ("/", "Ctrl+F"),
    Command.KEYS: ("?", "F1"),
    Command.LARGER: ("Ctrl++", "Ctrl+="),
    Command.SMALLER: ("Ctrl+-",),
    Command.NORMAL_SIZE: ("Ctrl+0",),
    Command.IMPORT: ("Ctrl+O",),
    Command.PASTE: ("Ctrl+V",),
    Command.LOCK: ("Ctrl+Shift+L",),
    Command.QUIT: ("Ctrl+Q",),
    Command.REFRESH: ("F5",),
}

_LABELS: Final[dict[Command, str]] = {
    Command.NEXT: QT_TRANSLATE_NOOP("Commands", "Next"),
    Command.PREVIOUS: QT_TRANSLATE_NOOP("Commands", "Previous"),
    Command.FINE: QT_TRANSLATE_NOOP("Commands", "All right: nothing wrong with it"),
    Command.LATER: QT_TRANSLATE_NOOP("Commands", "Later: comes back on a date"),
    Command.NOTE: QT_TRANSLATE_NOOP("Commands", "Write a note"),
    Command.CORRECT: QT_TRANSLATE_NOOP("Commands", "Not right: say what is wrong, for this group"),
    Command.WHY: QT_TRANSLATE_NOOP("Commands", "Why: show the whole reasoning, or put it away"),
    Command.PRIVATE: QT_TRANSLATE_NOOP("Commands", "Answer in private"),
    Command.GROUP: QT_TRANSLATE_NOOP("Commands", "Answer in the group"),
    Command.DELETE: QT_TRANSLATE_NOOP("Commands", "Remove the message"),
    Command.REDIRECT: QT_TRANSLATE_NOOP("Commands", "Point to the right counter"),
    Command.OTHER_GROUP: QT_TRANSLATE_NOOP("Commands", "Point to another group"),
    Command.OFFICER: QT_TRANSLATE_NOOP("Commands", "Ask the community officer"),
    Command.HANDLED: QT_TRANSLATE_NOOP("Commands", "Dealt with: you settled it yourself"),
    Command.STEP: QT_TRANSLATE_NOOP("Commands", "Take the step that is proposed for this member"),
    Command.ALIKE: QT_TRANSLATE_NOOP("Commands", "Decide messages that are alike together"),
    Command.MORE: QT_TRANSLATE_NOOP("Commands", "Show the other actions"),
    Command.FILTER: QT_TRANSLATE_NOOP("Commands", "Choose what the list shows"),
    Command.PHONE: QT_TRANSLATE_NOOP("Commands", "Fill in the telephone number of a member"),
    Command.AGREEMENT: QT_TRANSLATE_NOOP("Commands", "Fill in what a member agreed to"),
    Command.SAME_PERSON: QT_TRANSLATE_NOOP("Commands", "Say whether two members are the same person"),
    Command.RIGHTS: QT_TRANSLATE_NOOP("Commands", "The rights of a member: a copy, put right, object, forget"),
    Command.SHOW_ALL: QT_TRANSLATE_NOOP("Commands", "Show everything: drop what you chose"),
    Command.OPEN_CHAT: QT_TRANSLATE_NOOP("Commands", "Open a private chat in WhatsApp with the text filled in"),
    Command.COPY: QT_TRANSLATE_NOOP("Commands", "Copy the text for your phone"),
    Command.DROP: QT_TRANSLATE_NOOP("Commands", "Not needed: take it off the list of your phone"),
    Command.UNDO: QT_TRANSLATE_NOOP("Commands", "Undo the last decision"),
    Command.REDO: QT_TRANSLATE_NOOP("Commands", "Redo what was undone"),
    Command.UNDO_ONE: QT_TRANSLATE_NOOP("Commands", "Undo the decision that is chosen in the logbook"),
    Command.SHOW_MESSAGE: QT_TRANSLATE_NOOP("Commands", "Show the message that was decided about"),
    Command.QUESTION: QT_TRANSLATE_NOOP("Commands", "Open a question about the message: who owes an answer"),
    Command.REPORT: QT_TRANSLATE_NOOP("Commands", "Show the report that a message is in"),
    Command.EXPORT: QT_TRANSLATE_NOOP("Commands", "Save the logbook as a table in a file"),
    Command.NEW: QT_TRANSLATE_NOOP("Commands", "Write something new: who asks to join, a rule of the group"),
    Command.MOVE_UP: QT_TRANSLATE_NOOP("Commands", "Move a rule up"),
    Command.MOVE_DOWN: QT_TRANSLATE_NOOP("Commands", "Move a rule down"),
    Command.KEEP_PLACE: QT_TRANSLATE_NOOP("Commands", "Have a rule stay in its place, or let it move again"),
    Command.LEAVE_OUT: QT_TRANSLATE_NOOP("Commands", "Leave a rule out"),
    Command.STOP: QT_TRANSLATE_NOOP("Commands", "Close a panel or message"),
    Command.SEARCH: QT_TRANSLATE_NOOP("Commands", "Search"),
    Command.KEYS: QT_TRANSLATE_NOOP("Commands", "Show all keys"),
    Command.LARGER: QT_TRANSLATE_NOOP("Commands", "Larger letters"),
    Command.SMALLER: QT_TRANSLATE_NOOP("Commands", "Smaller letters"),
    Command.NORMAL_SIZE: QT_TRANSLATE_NOOP("Commands", "Letters of normal size"),
    Command.IMPORT: QT_TRANSLATE_NOOP("Commands", "Take in an export"),
    Command.PASTE: QT_TRANSLATE_NOOP("Commands", "Paste a conversation"),
    Command.LOCK: QT_TRANSLATE_NOOP("Commands", "Lock the window"),
    Command.QUIT: QT_TRANSLATE_NOOP("Commands", "Close the program"),
    Command.REFRESH: QT_TRANSLATE_NOOP("Commands", "Look again"),
}

CAN_STAY: Final = frozenset(  # with Shift: act, and stay on the item
    {
        *(Command.FINE, Command.LATER, Command.CORRECT, Command.PRIVATE, Command.GROUP, Command.DELETE),
        *(Command.REDIRECT, Command.OTHER_GROUP, Command.OFFICER, Command.HANDLED, Command.STEP),
    }
)
_SPACE: Final = QKeySequence("Space")
_FIELDS: Final = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox)
_PLAIN: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def label(command: Command) -> str:
    """Return what a command does, in the language on the screen."""
    return QCoreApplication.translate("Commands", _LABELS[command])


_in_force: Final = dict(KEYS)


def keys_of(command: Command) -> tuple[str, ...]:
    """Return the keys of a command that are in force, the one on its button first."""
    return _in_force[command]


def as_read(key: str) -> str:
    """Return a key as a person reads it: "Spatiebalk", "Alt+↑"."""
    if len(key) == 1:
        return key.upper()  # Qt would ask for the translation of every key it knows
    for arrow, sign in (("+Up", "+↑"), ("+Down", "+↓")):  # as it stands on the key itself
        if key.endswith(arrow):
            return key.removesuffix(arrow) + sign
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def key_text(command: Command, *, all_keys: bool = False) -> str:
    """Return the key of a command as a person reads it: "G", or "Z or Ctrl+Z" with all its keys."""
    texts = [as_read(key) for key in keys_of(command)]
    either = QCoreApplication.translate("Commands", "or")  # a stroke would hide among the keys: / is one
    return f" {either} ".join(texts) if all_keys else texts[0]


def undo_keys() -> str:
    """Return the keys that undo, for the sentence after a decision."""
    return key_text(Command.UNDO, all_keys=True)


@dataclass(slots=True, eq=False)
class _Binding:
    """What a person's wish calls, and where; ``shortcuts`` are its keys of now."""

    command: Command
    widget: QWidget
    slot: Callable[[], None]
    stay_slot: Callable[[], None] | None = None
    action: QAction | None = None
    is_for_letters: bool = True  # whether it has the keys that a person also types
    is_for_others: bool = True  # whether it has the rest, as Ctrl+Z
    shortcuts: list[QShortcut] = field(default_factory=list)

    @property
    def is_alive(self) -> bool:
        return isValid(self.widget) and (self.action is None or isValid(self.action))


class KeyMap(QObject):
    """Every key that is bound in the window, and which of them sleep now. A new one begins with the defaults.

    *Signals:*
        rebound(): a command has other keys; every text on the screen is written anew.
    """

    rebound = Signal()

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        _in_force.update(KEYS)
        self._bindings: list[_Binding] = []
        app.focusChanged.connect(self._on_app_focus_changed)

    def bind(
        self, widget: QWidget, command: Command, slot: Callable[[], None], stay_slot: Callable[[], None] | None = None
    ) -> None:
        """Have a command's keys call ``slot`` while the focus is in ``widget``; with Shift, ``stay_slot``.

        Both are bound methods of QObjects. A key that is held down acts once.
        """
        self._add(_Binding(command, widget, slot, stay_slot if command in CAN_STAY else None))

    def bind_letters(self, widget: QWidget, command: Command, slot: Callable[[], None]) -> None:
        """Have only a command's plain keys call ``slot`` in ``widget``: the others are bound for the whole window."""
        self._add(_Binding(command, widget, slot, is_for_others=False))

    def give(self, action: QAction, command: Command, window: QWidget, *, has_letters: bool = True) -> None:
        """Give a menu action the keys of a command; its plain keys sleep while somebody types, the menu does not.

        Without ``has_letters`` its plain keys are left to the pages that ``bind_letters``.
        """
        self._add(_Binding(command, window, action.trigger, action=action, is_for_letters=has_letters))

    def caption(self, action: QAction) -> str:
        """Return what stands behind the words of a menu action whose keys the menu itself must not listen to."""
        commands = (binding.command for binding in self._bindings if binding.action is action)
        keys = next((keys_of(command) for command in commands), ())
        is_plain = bool(keys) and all(_is_plain(QKeySequence(key)) for key in keys)
        return f"\t{as_read(keys[0])}" if is_plain else ""

    def rebind(self, chosen: Mapping[Command, Sequence[str]]) -> None:
        """Give commands other keys, at once and everywhere. ``key_rules`` says which may be chosen."""
        changed = {command: tuple(keys) for command, keys in chosen.items() if tuple(keys) != _in_force[command]}
        if not changed:
            return
        _in_force.update(changed)
        self._bindings = [binding for binding in self._bindings if binding.is_alive]
        for binding in self._bindings:
            if binding.command in changed:
                self._press_anew(binding)
        self._on_app_focus_changed(None, QApplication.focusWidget())
        # As with another language: buttons, menus and tables write their keys anew.
        for window in QApplication.topLevelWidgets():
            QCoreApplication.postEvent(window, QEvent(QEvent.Type.LanguageChange))
        self.rebound.emit()

    def _add(self, binding: _Binding) -> None:
        self._bindings.append(binding)
        self._press_anew(binding)

    def _press_anew(self, binding: _Binding) -> None:
        """Let the keys of now call what the binding is for, and no other ones."""
        for shortcut in binding.shortcuts:
            if isValid(shortcut):
                shortcut.setEnabled(False)
                shortcut.deleteLater()
        every = keys_of(binding.command)
        letters = tuple(key for key in every if _is_plain(QKeySequence(key)))
        others = tuple(key for key in every if key not in letters)
        if binding.action is not None:
            binding.action.setShortcuts([QKeySequence(key) for key in others])
            others = ()
        keys = (letters if binding.is_for_letters else ()) + (others if binding.is_for_others else ())
        binding.shortcuts = [_shortcut(binding.widget, key, binding.slot) for key in keys]
        if binding.stay_slot is not None:
            binding.shortcuts += [_shortcut(binding.widget, f"Shift+{key}", binding.stay_slot) for key in keys]

    @Slot(QWidget, QWidget)
    def _on_app_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        is_choosing = new is not None and new.window().windowType() == Qt.WindowType.Popup  # a calendar, a list
        is_typing = is_choosing or isinstance(new, _FIELDS)
        is_button = isinstance(new, QAbstractButton)
        if isinstance(new, QPushButton):
            new.setAutoDefault(True)  # Enter presses it, as in a dialog
        self._bindings = [binding for binding in self._bindings if binding.is_alive]
        for shortcut in (shortcut for binding in self._bindings for shortcut in binding.shortcuts):
            if isValid(shortcut):
                sequence = shortcut.key()
                is_asleep = (is_typing and _is_plain(sequence)) or (is_button and sequence == _SPACE)
                shortcut.setEnabled(not is_asleep)


def _shortcut(widget: QWidget, key: str, slot: Callable[[], None]) -> QShortcut:
    made = QShortcut(QKeySequence(key), widget)
    made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    made.setAutoRepeat(False)
    made.activated.connect(slot)
    return made


def _is_plain(sequence: QKeySequence) -> bool:
    """Whether a person types this key while writing: no Ctrl, Alt or Meta, and no function key."""
    pressed = sequence[0]  # type: ignore[index]  # __getitem__ is missing in PySide's stubs
    is_function = Qt.Key.Key_F1 <= pressed.key() <= Qt.Key.Key_F35
    return not (pressed.keyboardModifiers() & _PLAIN) and not is_function
