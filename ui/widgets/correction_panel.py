"""Klopt niet: what is not right about a judgement, asked in place and kept with one press. GUI thread only."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.judgement import Category, Label
from ui import sayings, theme, words
from ui.shortcuts import Command, key_text
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.scrolled import Scrolled
from ui.widgets.text import PlainLabel

if TYPE_CHECKING:
    from console.domain.judgement import Judgement

CHOICE_CHARACTERS: Final = 12
ENTER_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CorrectionView(QWidget):
    """The question, its answers, and the button that keeps them; Enter anywhere in it does the same.

    *Signals:*
        said(object): what is right instead, as {Label: value in the words of the label guide}; never empty.
        close_requested(): put it away.
    """

    said = Signal(object)
    close_requested = Signal()

    def __init__(self, answers_area: Scrolled, *, asks_missed: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asks_missed = asks_missed
        self.answers: AnswersView | None = None
        self._area = answers_area
        self._title = PlainLabel(is_bold=True, wraps=True)
        self._hint = PlainLabel(is_muted=True, wraps=True)
        self.keep, self._close = KeyButton(), KeyButton()
        buttons = FlowLayout()
        buttons.addWidget(self.keep)
        buttons.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self._title, self._hint, self._area):
            column.addWidget(part)
        column.addLayout(buttons)
        self.keep.clicked.connect(self._on_keep_clicked)
        self._close.clicked.connect(self.close_requested)
        self._retranslate()

    def ask(self, judgement: "Judgement") -> None:
        """Ask what is not right about a judgement, with the focus on the first answer."""
        self._show(AnswersView(judgement, asks_missed=self._asks_missed))

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language, without forgetting what was said."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter keep it, as in a dialog."""
        if event.key() in ENTER_KEYS and not event.isAutoRepeat():
            self._on_keep_clicked()
        else:
            super().keyPressEvent(event)

    def _show(self, answers: "AnswersView") -> None:
        self.answers = answers
        answers.edited.connect(self._on_answers_edited)
        self._area.hold(answers)
        self._on_answers_edited()
        answers.first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("What is not right?"))
        self._hint.setText(self.tr("The program remembers it for messages in this group that look like it."))
        self.keep.setText(self.tr("&Remember"))
        self.keep.set_key(self.tr("Enter"))
        self._close.setText(self.tr("&Close"))
        self._close.set_key(key_text(Command.STOP))
        before = self.answers
        if before is not None:
            answers = AnswersView(before.judgement, asks_missed=self._asks_missed)
            answers.take_over(before)
            self._show(answers)

    @Slot()
    def _on_answers_edited(self) -> None:
        self.keep.setEnabled(self.answers is not None and bool(self.answers.said()))

    @Slot()
    def _on_keep_clicked(self) -> None:
        said = self.answers.said() if self.answers is not None else {}
        if said:
            self.said.emit(said)


class AnswersView(QWidget):
    """A check box for each thing that the judge says, what it is about, and (``asks_missed``) what it did not say.

    *Signals:*
        edited(): another answer was given.
    """

    edited = Signal()

    def __init__(self, judgement: "Judgement", *, asks_missed: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.judgement = judgement
        self._denials = sayings.denials(judgement)
        self._misses = sayings.misses(judgement) if asks_missed else ()
        self.boxes = [QCheckBox(denial.text) for denial in self._denials]
        self.category = QComboBox()
        self.choices = [QComboBox() for _ in self._misses]
        self._lay_out()
        self._fill()
        for box in self.boxes:
            box.toggled.connect(self.edited)
        for choice in (self.category, *self.choices):
            choice.currentIndexChanged.connect(self.edited)

    @property
    def first(self) -> QWidget:
        """The answer to begin with."""
        return self.boxes[0] if self.boxes else self.category

    def said(self) -> dict[Label, str]:
        """Return what is right instead, so far."""
        denied = [denial for denial, box in zip(self._denials, self.boxes, strict=True) if box.isChecked()]
        missed = [
            (miss.label, str(choice.currentData()))
            for miss, choice in zip(self._misses, self.choices, strict=True)
            if choice.currentIndex() > 0
        ]
        found = {denial.label: denial.value for denial in denied} | dict(missed)
        if Label.PERSONAL_DATA in found:
            kinds = {kind.value for kind in self.judgement.personal_data}
            gone = {denial.value for denial in denied if denial.label is Label.PERSONAL_DATA}
            new = {value for label, value in missed if label is Label.PERSONAL_DATA}
            left = set() if sayings.NONE in gone else kinds - gone
            found[Label.PERSONAL_DATA] = sayings.personal_data(left | new)
        if self.category.currentData() != self.judgement.category.value:
            found[Label.CATEGORY] = str(self.category.currentData())
        return found

    def take_over(self, before: "AnswersView") -> None:
        """Answer as in the same questions in another language."""
        for box, other in zip(self.boxes, before.boxes, strict=True):
            box.setChecked(other.isChecked())
        answered = (before.category, *before.choices)
        for choice, chosen in zip((self.category, *self.choices), answered, strict=True):
            choice.setCurrentIndex(chosen.currentIndex())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for box in self.boxes:
            column.addWidget(box)
        form = QFormLayout()
        form.addRow(PlainLabel(self.tr("It is about")), self.category)
        if self.choices:
            form.addRow(PlainLabel(self.tr("What was missed?"), is_bold=True))
        for miss, choice in zip(self._misses, self.choices, strict=True):
            form.addRow(PlainLabel(miss.text), choice)
        column.addLayout(form)

    def _fill(self) -> None:
        for category in Category:
            self.category.addItem(words.word(category), category.value)
        self.category.setCurrentIndex(self.category.findData(self.judgement.category.value))
        self.category.setAccessibleName(self.tr("What the message is about"))
        for miss, choice in zip(self._misses, self.choices, strict=True):
            choice.addItem(self.tr("nothing missed"), "")
            for value, text in miss.choices:
                choice.addItem(text, value)
            choice.setAccessibleName(self.tr("Missed: {what}").format(what=miss.text))
        for choice in (self.category, *self.choices):  # narrow on the page, as wide as its words when it is open
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(CHOICE_CHARACTERS)
            choice.view().setMinimumWidth(choice.view().sizeHintForColumn(0) + theme.em(self, 2))
