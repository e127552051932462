"""How sure the judge must be of each flag in a group: streng, gewoon, ruim. GUI thread only."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.judgement import Flag, Strictness
from ui import words
from ui.widgets.text import PlainLabel

FLAGS: Final[tuple[Flag, ...]] = tuple(flag for flag in Flag if flag is not Flag.LANGUAGE)  # that is plain to see

CHOICE_CHARACTERS: Final = 7  # of a choice that are seen at least, in large letters too


class StrictnessForm(QWidget):
    """One choice a flag, each saying what it means; two beside each other.

    *Signals:*
        edited(): another choice was made.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._intro = PlainLabel(wraps=True, is_muted=True)
        self.choices = {flag: QComboBox() for flag in FLAGS}
        self._labels = {flag: PlainLabel() for flag in FLAGS}
        grid = QGridLayout()
        half = (len(FLAGS) + 1) // 2
        for place, flag in enumerate(FLAGS):
            row, column = place % half, place // half * 2
            grid.addWidget(self._labels[flag], row, column)
            grid.addWidget(self.choices[flag], row, column + 1)
            grid.setColumnStretch(column + 1, 1)
            self._labels[flag].setBuddy(self.choices[flag])
            self.choices[flag].setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            self.choices[flag].setMinimumContentsLength(CHOICE_CHARACTERS)
        box = QVBoxLayout(self)
        box.addWidget(self._intro)
        box.addLayout(grid)
        box.addStretch(1)
        self._retranslate()
        for choice in self.choices.values():
            choice.currentIndexChanged.connect(self.edited)

    def set_value(self, strictness: Mapping[Flag, Strictness]) -> None:
        """Show these choices; a flag without one is normal."""
        for flag, choice in self.choices.items():
            choice.setCurrentIndex(choice.findData(strictness.get(flag, Strictness.NORMAL).value))

    def value(self) -> dict[Flag, Strictness]:
        """Return the choice of every flag."""
        return {flag: Strictness(choice.currentData()) for flag, choice in self.choices.items()}

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        question = self.tr("How sure must the program be before a message of this group asks for your look?")
        meaning = self.tr("Strict: also when in doubt. Lenient: only when it is clear.")
        self._intro.setText(f"{question} {meaning}")
        for flag, choice in self.choices.items():
            name = words.word(flag)
            self._labels[flag].setText(name[:1].upper() + name[1:])
            choice.setAccessibleName(self.tr("How strict: {flag}").format(flag=name))
            for strictness in Strictness:
                place = choice.findData(strictness.value)
                if place < 0:
                    choice.addItem(words.word(strictness), strictness.value)
                else:
                    choice.setItemText(place, words.word(strictness))
