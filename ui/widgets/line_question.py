"""What a professional is asked: the panel of every answer, with the way it goes and the day on which it comes back.

GUI thread only.
"""

from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import QDate, Slot
from PySide6.QtWidgets import QComboBox, QDateEdit, QVBoxLayout
from typing_extensions import override

from console.domain.feedback import Channel
from ui import words
from ui.widgets.answer_panel import AnswerPanel
from ui.widgets.answers import Answer, Question
from ui.widgets.flow_layout import FlowLayout, beside
from ui.widgets.text import PlainLabel, Shown, isolated, one_line

WRITTEN: Final = (Channel.APP, Channel.MAIL)
CHANNEL_CHARACTERS: Final = 18  # that are seen of a way; the list that opens shows all of it
CHANNELS: Final = (*WRITTEN, Channel.PHONE, Channel.MEETING, Channel.REPORTING_APP)


class LineQuestionPanel(AnswerPanel):
    """A question is written, or was asked by a person himself: then nothing goes out."""

    @override
    def ask(self, question: Question) -> None:
        """Open with a draft, with the focus in its text."""
        if question.until is not None:
            self.until.setDate(QDate(question.until.year, question.until.month, question.until.day))
            self.until.setMinimumDate(self.until.date().addDays(-365))
        self.channel.setCurrentIndex(0)
        super().ask(question)
        self._on_channel_changed()

    @override
    def _lay_out(self) -> None:
        super()._lay_out()
        self._channel_label, self.channel = PlainLabel(), QComboBox()
        self._until_label, self.until = PlainLabel(), QDateEdit()
        for channel in CHANNELS:
            self.channel.addItem("", channel)
        self.channel.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.channel.setMinimumContentsLength(CHANNEL_CHARACTERS)
        self.until.setCalendarPopup(True)
        self.until.setDisplayFormat("d MMM yyyy")
        self._channel_label.setBuddy(self.channel)
        self._until_label.setBuddy(self.until)
        row = FlowLayout()
        for label, part in ((self._channel_label, self.channel), (self._until_label, self.until)):
            row.addWidget(beside(label, part))
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertLayout(column.indexOf(self._hint) + 1, row)
        self.channel.currentIndexChanged.connect(self._on_channel_changed)

    @property
    def _is_asked_by_hand(self) -> bool:
        return self.channel.currentData() not in WRITTEN

    @Slot()
    def _on_channel_changed(self) -> None:
        """A question that was asked already needs no words."""
        for part in (self.field, self.tone, self.language, self.preview):
            part.setVisible(not self._is_asked_by_hand)
        if not self._is_asked_by_hand:
            self._fit()
        self._retranslate()
        self._on_field_text_changed()

    @override
    def _fit(self) -> None:
        super()._fit()
        if self._is_asked_by_hand:
            self.preview.hide()  # nobody reads it

    @override
    def _is_finished(self) -> bool:
        return self._is_asked_by_hand or super()._is_finished()

    @override
    def _show_open(self) -> None:
        super()._show_open()
        if self._is_asked_by_hand:
            self._open.hide()

    @override
    def _retranslate(self) -> None:
        super()._retranslate()
        self._channel_label.setText(self.tr("H&ow"))
        self._until_label.setText(self.tr("Comes &back to you on"))
        self.channel.setAccessibleName(self.tr("How it is asked"))
        self.until.setAccessibleName(self.tr("Day on which it comes back"))
        for place, channel in enumerate(CHANNELS):
            by_hand = self.tr("asked already: {how}").format(how=words.word(channel))
            self.channel.setItemText(place, words.word(channel) if channel in WRITTEN else by_hand)

    @override
    def _reader_of(self, question: Question) -> str:
        return question.to or super()._reader_of(question)

    @override
    def _title_of(self, question: Question) -> str:
        if not question.to:
            return self.tr("Ask for an answer")
        return Shown(self.tr("Ask {who}").format(who=isolated(one_line(question.to, 60))))

    @override
    def _send_words(self, question: Question) -> str:
        if self._is_asked_by_hand:
            return self.tr("Kee&p: it was asked")
        return self.tr("&Send in 10 seconds") if question.is_sent else self.tr("Ready for your pho&ne")

    @override
    def _answer(self, question: Question, text: str, *, stays: bool) -> Answer:
        answer = super()._answer(question, text, stays=stays)
        chosen = self.until.date()
        by_hand = self._is_asked_by_hand
        return replace(
            answer,
            text="" if by_hand else answer.text,
            is_own=answer.is_own and not by_hand,
            until=date(chosen.year(), chosen.month(), chosen.day()),
            channel=Channel(self.channel.currentData()).value,
        )
