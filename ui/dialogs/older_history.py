"""An export holds messages that are older than the group keeps texts: forget those, or keep them for an evaluation?

Shown inside the page Inlezen, never as a window on top. Knows no desk.
"""

from datetime import date
from typing import Self

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QRadioButton, QWidget
from typing_extensions import override

from console.domain.retention import OlderAnswer, OlderHistory
from ui import words
from ui.dialogs.import_question import QuestionView
from ui.dialogs.parts import paragraph
from ui.widgets.evaluation_fields import EvaluationFields


class OlderHistoryView(QuestionView):
    """Nothing is chosen beforehand: a person says it. Answers with an ``OlderAnswer``.

    *Signals:*
        decided(OlderAnswer): take the export in like this.
    """

    decided = Signal(object)

    def __init__(self, older: OlderHistory, today: date, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self._title.setText(self.tr("This export holds %Ln message(s) of long ago", "", older.count))
        self._explanation.setText(self._terms(older))
        self.forget, self.keep = QRadioButton(self.tr("Co&unt and forget")), QRadioButton(self.tr("&Keep for now"))
        forgets = self.tr("The program looks at these messages and counts them for the reports.")
        gone = self.tr("Then their texts go at once, for good.")
        keeps = self.tr(
            "You want to read them for an evaluation. After the day that you choose their texts go after all."
        )
        self.fields = EvaluationFields()
        self.fields.show_today(today)
        self.body.addWidget(self.forget)
        self.body.addWidget(paragraph(f"{forgets} {gone}", is_muted=True))
        self.body.addWidget(self.keep)
        self.body.addWidget(paragraph(keeps, is_muted=True))
        self.body.addWidget(self.fields)
        self.confirm.setText(self.tr("&Take in"))
        self.forget.toggled.connect(self._on_edited)
        self.keep.toggled.connect(self._on_edited)
        self.fields.edited.connect(self._on_choice_changed)
        self.answered.connect(self._on_answered)
        self._on_edited()
        self.setFocusProxy(self.forget)

    def _terms(self, older: OlderHistory) -> str:
        kept = self._days(older.days)
        oldest = self.tr("The oldest is of {day}.").format(day=words.day(older.oldest))
        what = self.tr("What do you want with these older messages?")
        return f"{kept} {oldest} {what}"

    def _days(self, days: int) -> str:
        return self.tr("This group keeps the texts of messages for %Ln day(s).", "", days)

    @override
    def answer(self) -> object:
        """Return what is chosen, None while something is missing."""
        if self.forget.isChecked():
            return OlderAnswer()
        if self.keep.isChecked() and self.fields.is_complete:
            return OlderAnswer(self.fields.until, self.fields.words)
        return None

    @override
    def take_over(self, before: Self) -> None:
        self.fields.day.setDate(before.fields.day.date())
        self.fields.reason.setText(before.fields.reason.text())
        self.forget.setChecked(before.forget.isChecked())
        self.keep.setChecked(before.keep.isChecked())

    @Slot()
    def _on_edited(self) -> None:
        self.fields.setEnabled(self.keep.isChecked())
        self._on_choice_changed()

    @Slot(str, object)
    def _on_answered(self, _about: str, wish: OlderAnswer) -> None:
        self.decided.emit(wish)
