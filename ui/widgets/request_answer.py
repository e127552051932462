"""What somebody who asks to join is to read: the panel of every answer, with a day, or with no text at all.

GUI thread only.
"""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, Qt, Slot
from PySide6.QtWidgets import QCheckBox, QDateEdit, QHBoxLayout, QPushButton, QVBoxLayout
from typing_extensions import override

from console.domain.decision import Verb
from ui.widgets.answer_panel import AnswerPanel
from ui.widgets.answers import Answer, Question
from ui.widgets.text import PlainLabel, Shown, isolated, one_line


class RequestAnswerPanel(AnswerPanel):
    """Asks until when an answer or a place is expected, where the question has a day; may be finished without words."""

    @override
    def ask(self, question: Question) -> None:
        """Open with a draft, with the focus in its text."""
        if question.until is not None:
            self.until.setDate(QDate(question.until.year, question.until.month, question.until.day))
        for part in (self._until_label, self.until):
            part.setVisible(question.until is not None)
        self.silent.setVisible(question.can_be_silent)
        self.hands_over.setVisible(question.can_hand_over)
        self.hands_over.setChecked(question.can_hand_over)
        super().ask(question)
        if not self._knows_where:
            self.target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def _knows_where(self) -> bool:
        """Whether no group is asked for, or one is chosen: where nobody knows the right one, none is proposed."""
        question = self._question
        return question is None or not question.targets or self.target.currentIndex() >= 0

    @override
    def _fill_choices(self, question: Question) -> None:
        super()._fill_choices(question)
        if question.target is None:
            self.target.setCurrentIndex(-1)

    @override
    def _is_finished(self) -> bool:
        self.silent.setEnabled(self._knows_where)
        return self._knows_where and super()._is_finished()

    @override
    def _lay_out(self) -> None:
        super()._lay_out()
        self.silent = QPushButton()
        self.silent.clicked.connect(self._on_silent_clicked)
        self._buttons.addWidget(self.silent)
        self._buttons.addWidget(self._close)  # Close stays the last one
        self.hands_over = QCheckBox()
        self._until_label = PlainLabel()
        self.until = QDateEdit()
        self.until.setCalendarPopup(True)
        self.until.setDisplayFormat("d MMM yyyy")
        self._until_label.setBuddy(self.until)
        row = QHBoxLayout()
        row.addWidget(self._until_label)
        row.addWidget(self.until)
        row.addStretch(1)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertLayout(column.indexOf(self._hint) + 1, row)
            column.insertWidget(column.indexOf(self._hint) + 1, self.hands_over)

    @override
    def _retranslate(self) -> None:
        super()._retranslate()
        self.target.setPlaceholderText(self.tr("Choose a group"))
        self.silent.setText(self.tr("&Without a text"))
        self.hands_over.setText(self.tr("Put the request down in that &group too"))
        is_list = self._question is not None and self._question.verb is Verb.WAIT_LIST
        label = self.tr("Comes &back to you on") if is_list else self.tr("Comes &back to you, at the latest on")
        self._until_label.setText(label)
        self.until.setAccessibleName(label.replace("&", ""))

    @override
    def _title_of(self, question: Question) -> str:
        who = isolated(one_line(question.to, 60))
        title = {
            Verb.ADMIT: self.tr("Admit {who}: a word of welcome"),
            Verb.REFUSE: self.tr("Not admit {who}: a kind text"),
            Verb.ASK: self.tr("Ask {who} something"),
            Verb.WAIT_LIST: self.tr("Put {who} on the waiting list"),
            Verb.REFER: self.tr("Point {who} to another group"),
        }[question.verb]
        return Shown(title.format(who=who))

    @override
    def _send_words(self, question: Question) -> str:
        if question.is_sent:
            return {
                Verb.ADMIT: self.tr("Admit and &send"),
                Verb.REFUSE: self.tr("Not admit, and &send"),
            }.get(question.verb, self.tr("&Send in 10 seconds"))
        return {
            Verb.ADMIT: self.tr("Admit: ready for your ph&one"),
            Verb.REFUSE: self.tr("Not admit: ready for your ph&one"),
        }.get(question.verb, self.tr("Ready for your ph&one"))

    @override
    def _finish(self, *, stays: bool) -> None:
        if self._knows_where:
            super()._finish(stays=stays)
        else:
            self.target.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def _answer(self, question: Question, text: str, *, stays: bool) -> Answer:
        answer = super()._answer(question, text, stays=stays)
        chosen = self.until.date()
        day = date(chosen.year(), chosen.month(), chosen.day())
        hands_over = question.can_hand_over and self.hands_over.isChecked()
        return replace(answer, until=day if question.until is not None else None, hands_over=hands_over)

    @Slot()
    def _on_silent_clicked(self) -> None:
        if self._question is not None:
            answer = self._answer(self._question, "", stays=False)
            self.finished.emit(replace(answer, is_own=False, said_own=False))
