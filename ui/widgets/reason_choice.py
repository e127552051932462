"""One reason of a short list, and the administrator's own words. GUI thread only."""

from abc import abstractmethod
from enum import StrEnum
from typing import ClassVar

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme, words
from ui.shortcuts import Command, key_text
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.puts_away import PutsAway
from ui.widgets.text import PlainLabel, unmnemonic

WORDS_CHARACTERS = 300


class ReasonChoice(PutsAway):
    """Arrows and Enter choose, or the number that stands before a reason; Esc leaves it.

    ``reasons`` is what there is to choose, ``in_words`` the one that says nothing without words of one's own.

    *Signals:*
        chosen(object, str): the reason, and the administrator's own words, "" for none.
        closed(): it was put away.
    """

    chosen = Signal(object, str)
    closed = Signal()

    reasons: ClassVar[tuple[StrEnum, ...]] = ()
    in_words: ClassVar[StrEnum | None] = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._hint = PlainLabel(is_bold=True, wraps=True), PlainLabel(is_muted=True, wraps=True)
        self.list = _ReasonList()
        self.own = QLineEdit()
        self.own.setMaxLength(WORDS_CHARACTERS)
        self.go_on, self._close = KeyButton(), KeyButton()
        buttons = FlowLayout()
        for button in (self.go_on, self._close):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self._title, self.list, self.own, self._hint):
            column.addWidget(part)
        column.addLayout(buttons)
        self.list.itemActivated.connect(self._finish)
        self.list.currentRowChanged.connect(self._name_own)
        self.list.number_pressed.connect(self._finish)
        self.own.returnPressed.connect(self._finish)
        self.go_on.clicked.connect(self._finish)
        self._close.clicked.connect(self.put_away)
        self._retranslate()
        self.hide()

    @abstractmethod
    def _title_words(self) -> str:
        """Return the question."""

    @abstractmethod
    def _hint_words(self) -> str:
        """Return who will read the reason."""

    def _open(self, proposed: StrEnum | None) -> None:
        """Open with what is proposed, or with nothing chosen."""
        self.own.clear()
        self._retranslate()
        self.list.setCurrentRow(self.reasons.index(proposed) if proposed is not None else -1)
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
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(self._title_words())
        self._hint.setText(self._hint_words())
        chosen = self.list.currentRow()
        self.list.clear()
        for number, reason in enumerate(self.reasons, start=1):
            self.list.addItem(f"{number}   {words.word(reason)}")
        self.list.setCurrentRow(chosen)
        self.list.setAccessibleName(self.tr("Reason"))
        self._name_own()
        self.own.setAccessibleName(self.tr("The reason in your own words"))
        self.go_on.setText(unmnemonic(self.tr("Go on")))
        self.go_on.set_key(self.tr("Enter"))
        self._close.setText(self.tr("&Close"))
        self._close.set_key(key_text(Command.STOP))

    @Slot()
    def _name_own(self) -> None:
        needs = self._reason is not None and self._reason == self.in_words
        self.go_on.setEnabled(self._reason is not None)
        self.own.setPlaceholderText(
            self.tr("Say in your own words what it is") if needs else self.tr("In your own words, if you like")
        )

    @property
    def _reason(self) -> StrEnum | None:
        """The reason that is chosen; nothing is decided for one that merely stands first."""
        return self.reasons[self.list.currentRow()] if self.list.currentRow() >= 0 else None

    @Slot()
    def _finish(self) -> None:
        reason, own = self._reason, self.own.text().strip()
        if reason is None:
            self.list.setFocus()
            return
        if reason == self.in_words and not own:
            self.own.setFocus()  # "something else" alone tells nobody anything
            return
        self.hide()
        self.closed.emit()
        self.chosen.emit(reason, own)


class _ReasonList(QListWidget):
    """As high as its lines; a number chooses at once.

    *Signals:*
        number_pressed(): the number of a reason was pressed, which is chosen now.
    """

    number_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Do not jump on letters."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the number of a reason."""
        number = event.key() - Qt.Key.Key_0
        if 0 < number <= self.count() and not event.isAutoRepeat():
            self.setCurrentRow(number - 1)
            self.number_pressed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        """Room for every reason."""
        height = sum(self.sizeHintForRow(row) for row in range(self.count())) + 2 * self.frameWidth()
        return QSize(theme.em(self, 14), height)

    @override
    def minimumSizeHint(self) -> QSize:
        """At least four of them."""
        return QSize(theme.em(self, 10), theme.em(self, 5))
