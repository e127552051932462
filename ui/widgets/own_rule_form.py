"""A rule in the group's own words. GUI thread only."""

from collections.abc import Hashable

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.welcome import RULE_CHARACTERS
from ui import theme
from ui.shortcuts import Command, key_text
from ui.unkept import Unkept
from ui.widgets.asking_panel import AskingPanel
from ui.widgets.flow_layout import FlowLayout, beside
from ui.widgets.key_button import KeyButton
from ui.widgets.text import PlainLabel
from ui.widgets.writing_direction import write_from


class OwnRuleForm(AskingPanel):
    """The words, and whether members do it or do not; Ctrl+Enter adds it, Esc puts it away.

    *Signals:*
        added(str, bool): add a rule in these words; True: members do not do it.
    """

    added = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._count = PlainLabel(is_bold=True), PlainLabel(is_muted=True)
        self._side_label, self.side = PlainLabel(), QComboBox()
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.add, self._close = KeyButton(), KeyButton()
        self._about: Hashable = None  # for which group, in which language
        self._unkept: Unkept[str] = Unkept()
        self._lay_out()
        self.field.textChanged.connect(self._on_field_text_changed)
        self.add.clicked.connect(self.finish)
        self._close.clicked.connect(self.put_away)
        self._retranslate()
        self.hide()

    @Slot()
    def open(self) -> None:
        """Show it, with the words that were not kept yet."""
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def be_about(self, about: Hashable, *, is_rtl: bool) -> None:
        """Ask for a rule of another group or in another language, with the words that were typed for that before."""
        if about != self._about:
            self._about = about
            self.field.setPlainText(self._unkept.of(about, ""))
        write_from(self.field, is_rtl=is_rtl)

    def done(self) -> None:
        """The rule was added: begin anew, and go."""
        self.field.clear()
        self.put_away()

    @Slot()
    @override
    def finish(self) -> None:
        """Give the words."""
        if self._words:
            self.added.emit(self._words, bool(self.side.currentData()))

    @property
    def _words(self) -> str:
        return " ".join(self.field.toPlainText().split())

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the letters too."""
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("A rule of your own"))
        self._side_label.setText(self.tr("Members"))
        self.side.setAccessibleName(self.tr("Whether members do this or not"))
        self.field.setAccessibleName(self.tr("Words of your own rule"))
        self.field.setPlaceholderText(self.tr("One thing in a rule. Short sentences."))
        for place, (text, is_dont) in enumerate(((self.tr("do this"), False), (self.tr("do not do this"), True))):
            if self.side.count() <= place:
                self.side.addItem(text, is_dont)
            self.side.setItemText(place, text)
        self.add.setText(self.tr("&Add it"))
        self.add.set_key(self.tr("Ctrl+Enter"))
        self._close.setText(self.tr("C&lose"))
        self._close.set_key(key_text(Command.STOP))
        self._on_field_text_changed()

    def _lay_out(self) -> None:
        self._side_label.setBuddy(self.side)
        top, buttons = FlowLayout(), FlowLayout()
        top.addWidget(self._title)
        top.addWidget(beside(self._side_label, self.side))
        for widget in (self.add, self._close, self._count):
            buttons.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(self.field)
        column.addLayout(buttons)
        self._fit()

    def _fit(self) -> None:
        self.field.setFixedHeight(theme.em(self, 3.6))

    @Slot()
    def _on_field_text_changed(self) -> None:
        self._unkept.note(self._about, self.field.toPlainText(), "")
        count = len(self._words)
        said = self.tr("%Ln character(s), at most {most}", "", count)
        self._count.setText(said.format(most=RULE_CHARACTERS))
        self.add.setEnabled(0 < count <= RULE_CHARACTERS)
