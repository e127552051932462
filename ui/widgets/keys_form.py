"""Every key, and how to choose another one. GUI thread only."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from ui import key_rules, theme
from ui.shortcuts import KEYS, Command, KeyMap, as_read, key_text, keys_of, label
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.text import PlainLabel, unmnemonic


class KeysForm(QWidget):
    """One row per command: what it does, its key, and the key that it had from the start.

    *Signals:*
        told(str): a key was changed, for the message bar.
    """

    told = Signal(str)

    def __init__(self, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self._refused: tuple[Command, str] | None = None
        self.rows = {command: KeyRow(command, self) for command in Command}
        self._hint, self.trouble = PlainLabel(wraps=True, is_muted=True), PlainLabel(wraps=True, is_bold=True)
        self.swap, self.reset = QPushButton(), QPushButton()
        self._scroll = QScrollArea()
        self._lay_out()
        for row in self.rows.values():
            row.field.pressed_key.connect(self._on_field_pressed_key)
            row.put_back.connect(self._on_row_put_back)
        self.swap.clicked.connect(self._on_swap_clicked)
        self.reset.clicked.connect(self._on_reset_clicked)
        self.retranslate()

    def retranslate(self) -> None:
        """Put every text in the language on the screen, and every key that is in force."""
        self._hint.setText(
            self.tr(
                "Press the button with the key of a command, and then the key that you want. Letters do nothing while "
                "you type in a field."
            )
        )
        self.reset.setText(self.tr("Put &all keys back"))
        self._scroll.setAccessibleName(self.tr("Keys and what they do"))
        for row in self.rows.values():
            row.show_keys()
        self.reset.setEnabled(bool(key_rules.chosen()))
        self._show_trouble()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow language and keys."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setColumnStretch(1, 1)
        for place, row in enumerate(self.rows.values()):
            for place_in_row, part in enumerate((row.field, row.label, row.back)):
                grid.addWidget(part, place, place_in_row)
        grid.setRowStretch(len(self.rows), 1)
        self._scroll.setWidget(table)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.viewport().setAutoFillBackground(False)
        table.setAutoFillBackground(False)
        buttons = FlowLayout()
        for button in (self.swap, self.reset):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.addWidget(self._hint)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.trouble)
        column.addLayout(buttons)

    def _show_trouble(self) -> None:
        """Say why the key that was pressed is not the new one, and offer to exchange two keys."""
        refused, swap = self._refused, None
        if refused is not None:
            command, key = refused
            other = key_rules.owner(command, key)
            self.trouble.setText(key_rules.refusal(command, key) or self._taken(key, other))
            swap = None if key_rules.refusal(command, key) else key_rules.swapped(command, key)
            given = key_text(command)
            if other is not None:
                self.swap.setText(
                    unmnemonic(self.tr("Exchange: “{other}” gets {key}").format(other=label(other), key=given))
                )
        self.trouble.setVisible(refused is not None)
        self.swap.setVisible(swap is not None)

    def _taken(self, key: str, other: Command | None) -> str:
        if other is None:
            return ""
        return self.tr("{key} is already the key of “{other}”. Choose another key.").format(
            key=as_read(key), other=label(other)
        )

    def _refuse(self, refused: tuple[Command, str] | None) -> None:
        self._refused = refused
        self._show_trouble()

    @Slot(object, str)
    def _on_field_pressed_key(self, command: Command, key: str) -> None:
        if key_rules.refusal(command, key) or key_rules.owner(command, key) is not None:
            self._refuse((command, key))
            return
        self._refuse(None)
        self._rebind({command: key_rules.with_key(command, key)})

    @Slot()
    def _on_swap_clicked(self) -> None:
        if self._refused is not None and (swapped := key_rules.swapped(*self._refused)) is not None:
            command, _key = self._refused
            self._refuse(None)
            self._rebind(swapped)
            self.rows[command].field.setFocus()

    @Slot(object)
    def _on_row_put_back(self, command: Command) -> None:
        """Put one command back, when its first keys are free; else say whose they are now."""
        taken = next((key for key in KEYS[command] if key_rules.owner(command, key) is not None), None)
        if taken is not None:
            self._refuse((command, taken))
            return
        self._refuse(None)
        self._rebind({command: KEYS[command]})
        self.rows[command].field.setFocus()

    @Slot()
    def _on_reset_clicked(self) -> None:
        self._refuse(None)
        self._keys.rebind(KEYS)
        self.told.emit(self.tr("All keys are as they were at the start."))

    def _rebind(self, wanted: dict[Command, tuple[str, ...]]) -> None:
        self._keys.rebind(wanted)
        told = [
            self.tr("The key is now {key}: {what}.").format(key=key_text(command), what=label(command))
            for command in wanted
        ]
        self.told.emit(" ".join(told))


class KeyRow(QObject):
    """The parts of one row of the table.

    *Signals:*
        put_back(Command): give this command its first keys again.
    """

    put_back = Signal(object)

    def __init__(self, command: Command, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = command
        self.label = PlainLabel(wraps=True)
        self.field = KeyField(command)
        self.back = QPushButton()
        self.back.clicked.connect(self._on_back_clicked)

    def show_keys(self) -> None:
        """Write down the keys in force."""
        name, further = label(self._command), keys_of(self._command)[1:]
        also = self.tr("{what} (also {keys})").format(what=name, keys=", ".join(map(as_read, further)))
        self.label.setText(also if further else name)
        self.field.show_key()
        self.back.setText(self.tr("Put back"))
        self.back.setAccessibleName(self.tr("Put back: {what}").format(what=name))
        self.back.setVisible(keys_of(self._command) != KEYS[self._command])

    @Slot()
    def _on_back_clicked(self) -> None:
        self.put_back.emit(self._command)


class KeyField(QPushButton):
    """A button that shows a key, and takes the next one that is pressed.

    *Signals:*
        pressed_key(Command, str): this key was pressed for the command; Esc presses none.
    """

    pressed_key = Signal(object, str)

    def __init__(self, command: Command, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._command = command
        self._is_listening = False
        self.setEnabled(command not in key_rules.FIXED)
        self.clicked.connect(self._on_clicked)

    def show_key(self) -> None:
        """Write down the key in force, or that one is waited for."""
        key = key_text(self._command)
        self.setText(self.tr("Press a key…") if self._is_listening else unmnemonic(key))
        self.setAccessibleName(self.tr("Key of “{what}”: {key}").format(what=label(self._command), key=key))

    @override
    def sizeHint(self) -> QSize:
        """As wide as what it says while it waits, so that nothing moves."""
        hint = super().sizeHint()
        room = self.fontMetrics().horizontalAdvance(self.tr("Press a key…")) + theme.em(self, 1.5)
        return QSize(max(hint.width(), room), hint.height())

    @override
    def event(self, event: QEvent) -> bool:
        """While it waits, keep every key from the shortcuts of the window."""
        if self._is_listening and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the key; Esc leaves it as it is."""
        if not self._is_listening:
            super().keyPressEvent(event)
            return
        key = None if event.isAutoRepeat() else key_rules.pressed_key(event)
        if key is None:
            return
        self._listen(is_listening=False)
        if event.key() != Qt.Key.Key_Escape:
            self.pressed_key.emit(self._command, key)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Wait no longer when the person goes on to something else."""
        self._listen(is_listening=False)
        super().focusOutEvent(event)

    def _listen(self, *, is_listening: bool) -> None:
        self._is_listening = is_listening
        self.show_key()

    @Slot()
    def _on_clicked(self) -> None:
        self._listen(is_listening=True)
