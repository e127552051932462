"""Asks the whole code of a recovery sheet: to see that it is good, or for another key. GUI thread only."""

from enum import StrEnum

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.shortcuts import Command, as_read, key_text
from ui.widgets.code_groups import CodeGroups
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.puts_away import PutsAway
from ui.widgets.text import PlainLabel


class CodeFor(StrEnum):
    """What the code is asked for."""

    CHECK = "check"
    CHANGE = "change"  # of the key: without a code it goes too


class VaultCodePanel(PutsAway):
    """What will happen, nine fields, and the way back.

    *Signals:*
        confirmed(str, str): what for (``CodeFor``), and the code; "" for none.
        closed(): do nothing after all.
    """

    confirmed = Signal(str, str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._purpose = CodeFor.CHECK
        self._language = "nl"
        self._title = PlainLabel(scale=1.2, is_bold=True, wraps=True)
        self._text, self._second = PlainLabel(wraps=True), PlainLabel(wraps=True)
        self.code = CodeGroups()
        self.trouble = PlainLabel(wraps=True, is_bold=True)
        self._busy, self._busy_words = QProgressBar(), PlainLabel(wraps=True)
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self.confirm, self.leave = KeyButton(), KeyButton()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(self, 0.7))
        for part in (self._title, self._text, self._second, self.code, self.trouble, self._busy_words, self._busy):
            column.addWidget(part)
        row = FlowLayout()
        for button in (self.confirm, self.leave):
            row.addWidget(button)
        column.addLayout(row)
        column.addStretch(1)
        self.code.edited.connect(self._on_code_edited)
        self.code.entered.connect(self._on_confirm_clicked)
        self.confirm.clicked.connect(self._on_confirm_clicked)
        self.leave.clicked.connect(self.put_away)
        self.setFocusProxy(self.code)
        self.be_busy(is_busy=False)
        self.retranslate()

    def ask(self, purpose: CodeFor, language: str) -> None:
        """Begin, for this purpose."""
        self._purpose, self._language = purpose, language
        self.code.clear()
        self.trouble.setText("")
        self.be_busy(is_busy=False)
        self.retranslate()

    def be_busy(self, *, is_busy: bool) -> None:
        """Say that it is being done; another key takes seconds."""
        for part in (self._busy, self._busy_words):
            part.setVisible(is_busy)
        for widget in (self.code, self.confirm, self.leave):
            widget.setEnabled(not is_busy)
        self._show_trouble()

    def show_trouble(self, sentence: str) -> None:
        """Say why it was not done."""
        self.be_busy(is_busy=False)
        self.trouble.setText(sentence)
        self._show_trouble()
        self.code.begin_again()

    @override
    def can_put_away(self) -> bool:
        return True

    @override
    @Slot()
    def put_away(self) -> None:
        if self.confirm.isEnabled():
            self.code.clear()
            self.closed.emit()

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        if self._purpose is CodeFor.CHECK:
            self._title.setText(self.tr("Check the sheet that you have"))
            self._text.setText(self.tr("Type the whole code. If it is right, this sheet counts and no older one does."))
            self._second.setText("")
            self.confirm.setText(self.tr("&Check"))
        else:
            self._title.setText(self.tr("Make another key"))
            self._text.setText(
                self.tr(
                    "That is wise when somebody else may have the old key. First a backup is made. That one and older "
                    "ones go on to open with the old key."
                )
            )
            self._second.setText(
                self.tr(
                    "Type the code of your recovery sheet, then that sheet goes on to count. Or leave it empty: then "
                    "you make a new sheet after this, and the old one opens nothing but older backups."
                )
            )
            self.confirm.setText(self.tr("&Make another key"))
        self._second.setVisible(bool(self._second.text()))
        self.confirm.set_key(as_read("Enter"))
        self.leave.setText(self.tr("&Back"))
        self.leave.set_key(key_text(Command.STOP))
        self._busy_words.setText(self.tr("One moment. Do not close the program."))
        self._busy.setAccessibleName(self.tr("It is being done"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show_trouble(self) -> None:
        self.trouble.setVisible(bool(self.trouble.text()))

    @Slot()
    def _on_code_edited(self) -> None:
        trouble = self.code.trouble()
        self.trouble.setText(trouble.sentence(self._language) if trouble else "")
        self._show_trouble()

    @Slot()
    def _on_confirm_clicked(self) -> None:
        is_empty = not any(self.code.groups)
        if self.code.is_good or (is_empty and self._purpose is CodeFor.CHANGE):
            self.be_busy(is_busy=True)
            self.confirmed.emit(self._purpose.value, "" if is_empty else self.code.text)
        else:
            self.trouble.setText(self.code.refusal(self._language))
            self._show_trouble()
