"""An export holds messages that are older than the group keeps texts: forget those, keep them, or leave the file out?

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
        self.forget = QRadioButton(self.tr("Co&unt them, and erase their texts"))
        self.keep = QRadioButton(self.tr("&Keep their texts for now"))
        self.leave_out = QRadioButton(self.tr("Do &not take in this file"))
        self.fields = EvaluationFields()
        self.fields.show_today(today)
        for choice, sentences in (
            (self.forget, self._when_forgotten()),
            (self.keep, self._when_kept()),
            (self.leave_out, self._when_left_out()),
        ):
            self.body.addWidget(choice)
            self.body.addWidget(paragraph(" ".join(sentences), is_muted=True))
            if choice is self.keep:
                self.body.addWidget(self.fields)
            choice.toggled.connect(self._on_edited)
        self._skip.hide()  # it is one of the choices, with what comes of it
        self.fields.edited.connect(self._on_choice_changed)
        self.answered.connect(self._on_answered)
        self._on_edited()
        self.setFocusProxy(self.forget)

    def _when_forgotten(self) -> tuple[str, ...]:
        return (
            self.tr("Everything is taken in. The program looks at the old messages and counts them for the reports."),
            self.tr("Then it erases their texts for good. You cannot undo that."),
            self.tr("The newer messages stay readable."),
        )

    def _when_kept(self) -> tuple[str, ...]:
        return (
            self.tr("Everything is taken in. You can read the old messages too, for an evaluation."),
            self.tr("After the day that you choose, the program erases their texts after all."),
        )

    def _when_left_out(self) -> tuple[str, ...]:
        return (
            self.tr("Nothing is taken in, the newer messages neither. The file itself stays where it is."),
            self.tr("You can take it in later after all."),
        )

    def _terms(self, older: OlderHistory) -> str:
        kept = self._days(older.days)
        oldest = self.tr("The oldest is of {day}.", "", older.count).format(day=words.day(older.oldest))
        what = self.tr("What do you want with these older message(s)?", "", older.count)
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
        self.leave_out.setChecked(before.leave_out.isChecked())

    @Slot()
    @override
    def _on_confirm_clicked(self) -> None:
        if self.leave_out.isChecked():
            self.skipped.emit()
        else:
            super()._on_confirm_clicked()

    @Slot()
    @override
    def _on_choice_changed(self) -> None:
        self.confirm.setEnabled(self.leave_out.isChecked() or self.answer() is not None)

    @Slot()
    def _on_edited(self) -> None:
        self.fields.setEnabled(self.keep.isChecked())
        self._on_choice_changed()

    @Slot(str, object)
    def _on_answered(self, _about: str, wish: OlderAnswer) -> None:
        self.decided.emit(wish)
