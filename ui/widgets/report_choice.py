"""Which report: a question with a short list of those nearby. GUI thread only."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.shortcuts import Command, key_text
from ui.widgets.answer_field import ENTER_KEYS
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.puts_away import PutsAway
from ui.widgets.text import PlainLabel, Shown

MOST_ROWS = 6  # that are in sight: the conversation above keeps its room


class ReportChoice(PutsAway):
    """Arrows and Enter choose, Esc leaves it.

    *Signals:*
        chosen(object): the value of what was chosen.
        closed(): it was put away, or answered.
    """

    chosen = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: tuple[object, ...] = ()
        self._title, self._hint = PlainLabel(is_bold=True, wraps=True), PlainLabel(is_muted=True, wraps=True)
        self.list = _ChoiceList()
        self.go_on, self._close = KeyButton(), KeyButton()
        buttons = FlowLayout()
        for button in (self.go_on, self._close):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self._title, self._hint, self.list):
            column.addWidget(part)
        column.addLayout(buttons)
        self.list.entered.connect(self._finish)
        self.list.itemDoubleClicked.connect(self._finish)
        self.go_on.clicked.connect(self._finish)
        self._close.clicked.connect(self.put_away)
        self._retranslate()
        self.hide()

    def ask(self, title: str, hint: str, choices: Sequence[tuple[object, Shown]]) -> None:
        """Open with these choices, each a value and its words on one line; the first one stands ready."""
        self._values = tuple(value for value, _ in choices)
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.list.clear()
        self.list.addItems([words for _, words in choices])
        self.list.setAccessibleName(title)
        self.list.setCurrentRow(0)
        self.list.updateGeometry()
        self.show()
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def can_put_away(self) -> bool:
        return not self.isHidden()

    @Slot()
    @override
    def put_away(self) -> None:
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language; a question in another language is put away."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.put_away()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.go_on.setText(self.tr("Go on"))
        self.go_on.set_key(self.tr("Enter"))
        self._close.setText(self.tr("Close"))
        self._close.set_key(key_text(Command.STOP))

    @Slot()
    def _finish(self) -> None:
        row = self.list.currentRow()
        if row >= 0 and not self.isHidden():
            self.put_away()
            self.chosen.emit(self._values[row])


class _ChoiceList(QListWidget):
    """As high as its lines, up to some.

    *Signals:*
        entered(): Enter was pressed on a line.
    """

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Do not jump on letters."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses on every system."""
        if event.key() in ENTER_KEYS and not event.isAutoRepeat():
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        """Room for every line, up to some."""
        rows = range(min(self.count(), MOST_ROWS))
        return QSize(theme.em(self, 14), sum(self.sizeHintForRow(row) for row in rows) + 2 * self.frameWidth())

    @override
    def minimumSizeHint(self) -> QSize:
        """At least two of them."""
        return QSize(theme.em(self, 10), theme.em(self, 3))
