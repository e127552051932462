"""A text that was made for a group: read, mended, copied or made ready as a message there. GUI thread only.

Knows no desk, and sends nothing: it gives the text that a person ended with.
"""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from console.desk.blanks import open_blanks, preview
from console.domain.group import GroupId
from ui.shortcuts import Command, key_text
from ui.widgets.answer_field import AnswerField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.puts_away import PutsAway
from ui.widgets.text import PlainLabel, one_line

GROUP_CHARACTERS: Final = 60


class SharePanel(PutsAway):
    """The text with its buttons; open blanks stand out and are filled before it goes anywhere. Esc puts it away.

    *Signals:*
        copied(str): copy this text.
        posted(object, str): make this text ready as a message in the group with this ``GroupId``.
        closed(): it was put away.
    """

    copied = Signal(str)
    posted = Signal(object, str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None, *, is_lasting: bool = False) -> None:
        """``is_lasting``: it is a part of a page, and is never put away."""
        super().__init__(parent)
        self._is_lasting = is_lasting
        self._made = ""
        self._label, self._hint, self._open = (
            PlainLabel(),
            PlainLabel(wraps=True, is_muted=True),
            PlainLabel(wraps=True),
        )
        self.group = QComboBox()
        self.field = AnswerField()
        self.copy, self.post, self._close = KeyButton(), KeyButton(), KeyButton()
        self._choice = QWidget()
        self._lay_out()
        self.copy.clicked.connect(self.copy_text)
        self.post.clicked.connect(self.post_text)
        self._close.clicked.connect(self.put_away)
        self.field.textChanged.connect(self._on_field_text_changed)
        self._retranslate()
        if not is_lasting:
            self.hide()

    # --- what the page calls -----------------------------------------------------------------------------------------

    def ask(self, text: str, groups: tuple[tuple[GroupId, str], ...], *, takes_focus: bool = True) -> None:
        """Open with a text and the groups that it may go to, the first of them chosen."""
        self.group.clear()
        for group_id, name in groups:
            self.group.addItem(one_line(name, GROUP_CHARACTERS), group_id)
        self._choice.setVisible(len(groups) > 1)
        self._made = text
        self.field.show_text(text)
        if not open_blanks(text):
            self.field.moveCursor(QTextCursor.MoveOperation.Start)  # a long text is read from its beginning
        self.field.forget_past()
        self._on_field_text_changed()
        self.show()
        if takes_focus:
            self.copy.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_edited(self) -> bool:
        """Whether the text is another one than the one that was made."""
        return not self.isHidden() and self.field.text != self._made

    @override
    def can_put_away(self) -> bool:
        return self.is_edited if self._is_lasting else not self.isHidden()

    @Slot()
    @override
    def put_away(self) -> None:
        if self._is_lasting:
            self.field.show_text(self._made)
        elif not self.isHidden():
            self.hide()
            self.closed.emit()

    def keep(self) -> None:
        """Take the text as it stands for the one that was made: it went where it was to go."""
        self._made = self.field.text

    @Slot()
    def copy_text(self) -> None:
        """Give the text to copy."""
        if self._is_finished():
            self.copied.emit(preview(self.field.text))

    @Slot()
    def post_text(self) -> None:
        """Give the text for the group that is chosen."""
        if self._is_finished() and self.group.currentData() is not None:
            self.posted.emit(self.group.currentData(), preview(self.field.text))

    # --- texts and places --------------------------------------------------------------------------------------------

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow language and keys."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._label.setText(self.tr("For the group"))
        self.group.setAccessibleName(self.tr("For which group this text is"))
        self.field.setAccessibleName(self.tr("Text for the group"))
        self._hint.setText(self.tr("Read the text first. You may change it. It names no member."))
        for button, text, command in (
            (self.post, self.tr("Make rea&dy for the group"), Command.GROUP),
            (self.copy, self.tr("&Copy"), Command.COPY),
            (self._close, self.tr("C&lose"), Command.STOP),
        ):
            button.setText(text)
            button.set_key(key_text(command))
        self._close.setVisible(not self._is_lasting)
        self._on_field_text_changed()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._choice)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._label)
        row.addWidget(self.group)
        row.addStretch(1)
        self._label.setBuddy(self.group)
        self.group.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.group.setMinimumContentsLength(18)
        buttons = FlowLayout()
        for button in (self.post, self.copy, self._close):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._hint, self._choice):
            column.addWidget(widget)
        column.addWidget(self.field, 1)
        column.addWidget(self._open)
        column.addLayout(buttons)

    def _is_finished(self) -> bool:
        return bool(preview(self.field.text)) and not open_blanks(self.field.text)

    @Slot()
    def _on_field_text_changed(self) -> None:
        text = self.field.text
        blanks = dict.fromkeys(text[start:end] for start, end in open_blanks(text))
        named = ", ".join(one_line(blank, 40) for blank in blanks)
        self._open.setText(self.tr("Still to fill in: {blanks}. Tab goes there.").format(blanks=named))
        self._open.setVisible(bool(blanks))
        for button in (self.copy, self.post):
            button.setEnabled(self._is_finished())
