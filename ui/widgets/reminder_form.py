"""After how many days an answer that is owed comes back to a person, for each kind of question. GUI thread only."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.feedback import REMIND_DAYS, LineKind
from ui import words
from ui.widgets.number_box import NumberBox
from ui.widgets.text import PlainLabel

LONGEST: Final = 90


class ReminderForm(QWidget):
    """One number for each kind; what is chosen is kept at once, and holds for what is asked from then on.

    *Signals:*
        edited(object): kinds (``LineKind``) with other days than before.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._intro = PlainLabel(wraps=True, is_muted=True)
        self.days = {kind: NumberBox() for kind in LineKind}
        self._labels = {kind: PlainLabel() for kind in LineKind}
        self._known: dict[LineKind, int] = dict.fromkeys(LineKind, REMIND_DAYS)
        grid = QGridLayout()
        grid.setColumnStretch(2, 1)
        for place, (kind, box) in enumerate(self.days.items()):
            box.setRange(1, LONGEST)
            box.setValue(REMIND_DAYS)
            box.setKeyboardTracking(False)  # 14 is not 1 first
            box.valueChanged.connect(partial(self._on_value_changed, kind))
            self._labels[kind].setBuddy(box)
            grid.addWidget(self._labels[kind], place, 0)
            grid.addWidget(box, place, 1)
        column = QVBoxLayout(self)
        column.addWidget(self._intro)
        column.addLayout(grid)
        column.addStretch(1)
        self.retranslate()

    def show_days(self, days: Mapping[LineKind, int]) -> None:
        """Show what is in force."""
        self._known = dict(days)
        for kind, number in days.items():
            if not self.days[kind].hasFocus():
                self.days[kind].setValue(number)

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        self._intro.setText(
            self.tr("You asked something, and no answer came. After so many days the question comes back to you.")
        )
        for kind, label in self._labels.items():
            name = words.word(kind)
            label.setText(f"{name[:1].upper()}{name[1:]}")
            self.days[kind].say(self.tr(" day"), self.tr(" days"))
            self.days[kind].setAccessibleName(self.tr("Days until the reminder: {kind}").format(kind=name))

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _on_value_changed(self, kind: LineKind, days: int) -> None:
        if days != self._known.get(kind):
            self._known[kind] = days
            self.edited.emit({kind: days})
