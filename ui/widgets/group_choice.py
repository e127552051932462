"""For which group: a question before something is taken in. GUI thread only."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.group import GroupId
from ui.shortcuts import Command, key_text
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.puts_away import PutsAway
from ui.widgets.text import PlainLabel, one_line


class GroupChoice(PutsAway):
    """One box with groups; Enter on the button goes on, Esc leaves it.

    *Signals:*
        chosen(object): this ``GroupId``.
        closed(): it was put away.
    """

    chosen = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel(scale=1.2, is_bold=True, wraps=True)
        self.group = QComboBox()
        self.go_on, self._close = KeyButton(), KeyButton()
        buttons = FlowLayout()
        for button in (self.go_on, self._close):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.addWidget(self._title)
        column.addWidget(self.group)
        column.addLayout(buttons)
        column.addStretch(1)
        self.go_on.clicked.connect(self._on_go_on_clicked)
        self._close.clicked.connect(self.put_away)
        self._retranslate()

    def ask(self, groups: Sequence[tuple[GroupId, str]]) -> None:
        """Open with these groups."""
        self.group.clear()
        for group_id, name in groups:
            self.group.addItem(one_line(name, 60), group_id)
        self.group.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def can_put_away(self) -> bool:
        return self.isVisible()

    @Slot()
    @override
    def put_away(self) -> None:
        self.closed.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("For which group?"))
        self.group.setAccessibleName(self.tr("For which group?"))
        self.go_on.setText(self.tr("&Go on"))
        self._close.setText(self.tr("&Close"))
        self._close.set_key(key_text(Command.STOP))

    @Slot()
    def _on_go_on_clicked(self) -> None:
        self.chosen.emit(self.group.currentData())
