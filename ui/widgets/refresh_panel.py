"""One rule again for a whole group, short: "even opfrissen". GUI thread only. Knows no desk."""

from collections.abc import Hashable, Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.shortcuts import Command, key_text
from ui.unkept import Unkept
from ui.widgets.answer_field import AnswerField
from ui.widgets.asking_panel import AskingPanel
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.text import PlainLabel, isolated, one_line
from ui.widgets.writing_direction import write_from

RULE_CHARACTERS: Final = 100
TALLEST_EM: Final = 16


class RefreshPanel(AskingPanel):
    """Which rule, and the words that the group reads; Ctrl+Enter makes it ready, Esc leaves it.

    *Signals:*
        rule_chosen(str): show the words of the rule with this key (then ``show_text``).
        finished(str, str): make this text about the rule with this key ready for the group.
        copied(str): put this text on the clipboard.
    """

    rule_chosen = Signal(str)
    finished = Signal(str, str)
    copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._why = PlainLabel(is_bold=True, wraps=True, scale=1.2), PlainLabel(wraps=True)
        self._hint = PlainLabel(is_muted=True, wraps=True)
        self._label, self.rule, self.field = PlainLabel(), QComboBox(), AnswerField()
        self.rule.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.rule.setMinimumContentsLength(24)
        self.rule.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._label.setBuddy(self.rule)
        self.send, self.copy, self._close = KeyButton(), KeyButton(), KeyButton()
        self._given = ""  # the words as the desk gave them
        self._about: Hashable = None  # which rule it is, of which group and in which language
        self._unkept: Unkept[str] = Unkept()
        self._lay_out()
        self.rule.currentIndexChanged.connect(self._on_rule_current_index_changed)
        self.field.textChanged.connect(self._on_field_text_changed)
        self.send.clicked.connect(self.finish)
        self.copy.clicked.connect(self.copy_text)
        self._close.clicked.connect(self.put_away)
        self._retranslate()
        self.hide()

    def ask(self, rules: Sequence[tuple[str, str]], why: str = "", *, is_rtl: bool = False) -> None:
        """Open with a choice of rules, (key, words) each, the first one chosen; ``why`` one seems needed now.

        ``is_rtl``: they are written from the right.
        """
        write_from(self.field, is_rtl=is_rtl)
        self.rule.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
        with QSignalBlocker(self.rule):
            self.rule.clear()
            for key, text in rules:
                self.rule.addItem(isolated(one_line(text, RULE_CHARACTERS)), key)
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self.show_text("")
        self.show()
        self.rule.setFocus(Qt.FocusReason.OtherFocusReason)
        if rules:
            self._on_rule_current_index_changed(0)

    def show_text(self, text: str, about: Hashable = None) -> None:
        """Show the words of the chosen rule, or what a person made of them; ``about`` tells which rule it is."""
        self._given, self._about = text, about
        self.field.show_text(self._unkept.of(about, text))
        self.field.moveCursor(QTextCursor.MoveOperation.Start)  # it is read from its beginning
        self.field.forget_past()
        self._enable()

    @property
    def key(self) -> str:
        """The key of the chosen rule; "" while there is none to choose."""
        return str(self.rule.currentData() or "")

    def done(self) -> None:
        """The words were made ready: next time they are given anew."""
        self._unkept.forget(self._about)
        self.put_away()

    @Slot()
    @override
    def finish(self) -> None:
        """Say what is to go to the group."""
        if self.send.isEnabled():
            self.finished.emit(self.key, self.field.text.strip())

    @Slot()
    def copy_text(self) -> None:
        """Say what is to be copied."""
        if self.copy.isEnabled():
            self.copied.emit(self.field.text.strip())

    @Slot(int)
    def _on_rule_current_index_changed(self, _place: int) -> None:
        if self.key:
            self.rule_chosen.emit(self.key)

    @Slot()
    def _on_field_text_changed(self) -> None:
        self._unkept.note(self._about, self.field.text, self._given)
        self._enable()

    def _enable(self) -> None:
        for button in (self.send, self.copy):
            button.setEnabled(bool(self.key and self.field.text.strip()))

    def _retranslate(self) -> None:
        self._title.setText(self.tr("One rule again, for the whole group"))
        self._hint.setText(
            self.tr("Read the text and change what you like. Nothing is sent before you press the button.")
        )
        self._label.setText(self.tr("Which rule"))
        self.rule.setAccessibleName(self.tr("Which rule"))
        self.field.setAccessibleName(self.tr("What the group reads"))
        self.send.setText(self.tr("&Make ready for the group"))
        self.send.set_key(self.tr("Ctrl+Enter"))
        self.copy.setText(self.tr("&Copy"))
        self.copy.set_key(key_text(Command.COPY))
        self._close.setText(self.tr("C&lose"))
        self._close.set_key(key_text(Command.STOP))

    def _lay_out(self) -> None:
        choice, buttons = QHBoxLayout(), FlowLayout()
        choice.addWidget(self._label)
        choice.addWidget(self.rule, 1)
        for button in (self.send, self.copy, self._close):
            buttons.addWidget(button)
        self.field.set_tallest(theme.em(self, TALLEST_EM))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self._title, self._why, self._hint):
            column.addWidget(part)
        column.addLayout(choice)
        column.addWidget(self.field, 1)
        column.addLayout(buttons)
        column.addStretch()
