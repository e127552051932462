"""The answer that somebody gave: its words, what came of it, and how it came. GUI thread only."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.feedback import Channel, Find, Line
from console.domain.report import Result
from ui import line_facts, theme, words
from ui.shortcuts import Command, key_text
from ui.widgets.answer_field import TEXT_LIMIT
from ui.widgets.asking_panel import AskingPanel
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.text import PlainLabel, Shown, one_line

CHANNELS: Final = tuple(channel for channel in Channel if channel is not Channel.SIGNALEN)
TEXT_EM: Final = 6
CHOICE_CHARACTERS: Final = 14  # that are seen at least


@dataclass(frozen=True, slots=True)
class Said:
    """An answer as a person wrote it down; ``find`` is what it was recognised by, None where he typed it himself."""

    text: str
    result: Result
    channel: Channel
    find: Find | None = None


class LineAnswerForm(AskingPanel):
    """Ctrl+Enter gives it to be kept, Esc leaves it; it stays open until it was kept.

    *Signals:*
        kept(object): a ``Said`` with words.
    """

    kept = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line: Line | None = None
        self._find: Find | None = None
        self._title = PlainLabel(is_bold=True, wraps=True)
        self._hint = PlainLabel(is_muted=True, wraps=True)
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.result, self.channel = QComboBox(), QComboBox()
        for choice in (self.result, self.channel):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(CHOICE_CHARACTERS)
        self._result_label, self._channel_label = PlainLabel(), PlainLabel()
        self.keep, self._close = KeyButton(), KeyButton()
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self._result_label, self.result)
        form.addRow(self._channel_label, self.channel)
        self._result_label.setBuddy(self.result)
        self._channel_label.setBuddy(self.channel)
        buttons = FlowLayout()
        for button in (self.keep, self._close):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self._title, self.field):
            column.addWidget(part)
        column.addLayout(form)
        column.addWidget(self._hint)
        column.addLayout(buttons)
        self.field.textChanged.connect(self._on_field_text_changed)
        self.keep.clicked.connect(self.finish)
        self._close.clicked.connect(self.put_away)
        self._retranslate()
        self._fit()
        self.hide()

    def ask(self, line: Line, find: Find | None = None) -> None:
        """Open about a line: with its answer as it is known, or with the words that were recognised."""
        self._line, self._find = line, find
        self._retranslate()
        self.field.setPlainText((find.text if find is not None else line.answer)[:TEXT_LIMIT])
        self.result.setCurrentIndex(self.result.findData(line.result))
        usual = Channel.GROUP if find is not None else (line.channel or Channel.APP)
        self.channel.setCurrentIndex(max(0, self.channel.findData(usual)))
        self._on_field_text_changed()
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the letters too."""
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    def _fit(self) -> None:
        self.field.setFixedHeight(theme.em(self, TEXT_EM))

    def _retranslate(self) -> None:
        if self._line is not None:
            who = line_facts.owed_by(self._line)
            what = one_line(self._line.what, 120)
            self._title.setText(Shown(self.tr("The answer of {who}: {what}").format(who=who, what=what)))
        self._result_label.setText(self.tr("What came of &it"))
        self._channel_label.setText(self.tr("Ho&w it came"))
        self.field.setAccessibleName(self.tr("The answer"))
        self.field.setPlaceholderText(self.tr("What was answered, in a few words"))
        self._fill(self.result, [(result, words.word(result)) for result in Result])
        self._fill(self.channel, [(channel, words.word(channel)) for channel in CHANNELS])
        self._hint.setText(self.tr("After this you tell the reporter and the group."))
        self.keep.setText(self.tr("&Keep, and report back…"))
        self.keep.set_key(self.tr("Ctrl+Enter"))
        self._close.setText(self.tr("&Close"))
        self._close.set_key(key_text(Command.STOP))

    @staticmethod
    def _fill(choice: QComboBox, entries: list[tuple[object, str]]) -> None:
        chosen = max(0, choice.currentIndex())
        choice.clear()
        for value, name in entries:
            choice.addItem(name, value)
        choice.setCurrentIndex(chosen)

    @Slot()
    def _on_field_text_changed(self) -> None:
        self.keep.setEnabled(bool(self.field.toPlainText().strip()))

    @Slot()
    @override
    def finish(self) -> None:
        text = self.field.toPlainText().strip()
        if not text:
            self.field.setFocus()
            return
        said = Said(text, Result(self.result.currentData()), Channel(self.channel.currentData()), self._find)
        self.kept.emit(said)
