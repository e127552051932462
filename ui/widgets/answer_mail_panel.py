"""The answer mail of a professional: pasted or a saved e-mail, an answer for each number, and what belongs to none.

GUI thread only. Knows no desk.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPlainTextEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.feedback import Line, LineId
from console.domain.report import Result
from ui import line_facts, theme, words
from ui.shortcuts import Command, key_text
from ui.widgets.asking_panel import AskingPanel
from ui.widgets.find_frame import paper
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.scrolled import Scrolled
from ui.widgets.text import PlainLabel, Shown, one_line

if TYPE_CHECKING:
    from console.desk.feedback.answer_mail import AnswerMail

PASTE_EM, TEXT_EM = 9, 4.5
LINE_CHARACTERS: Final = 100
Answered = tuple[LineId, str, Result | None]


class MailAnswer(QWidget):
    """One answer: of which line, its words, and what came of it. ``line`` None: a person chooses the line.

    ``result`` is what came of it by the words: a proposal.

    *Signals:*
        edited(): the line or the words are others.
    """

    edited = Signal()

    def __init__(
        self, line: Line | None, text: str, lines: Sequence[Line] = (), result: Result = Result.UNKNOWN
    ) -> None:
        super().__init__()
        self._line = line
        self.which, self.result, self.field = QComboBox(), QComboBox(), QPlainTextEdit(text)
        self.field.setTabChangesFocus(True)
        self._title = PlainLabel(wraps=True, is_bold=True)
        self.which.addItem("", None)
        for other in lines:
            self.which.addItem(_called(other), other.id)
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.which.setMinimumContentsLength(24)
        frame = paper()
        column = QVBoxLayout(frame)
        for part in (self._title, self.which, self.field):
            column.addWidget(part)
        self.which.setVisible(line is None)  # not before it stands somewhere: it would open a window of its own
        row = QHBoxLayout()
        row.addWidget(self.result)
        row.addStretch(1)
        column.addLayout(row)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.field.setFixedHeight(theme.em(self, TEXT_EM))
        self.field.textChanged.connect(self.edited)
        self.which.activated.connect(self.edited)
        self._retranslate()
        self.result.setCurrentIndex(max(0, self.result.findData(result)))

    @property
    def answered(self) -> Answered | None:
        """What is to be written down, None while there is no line or no word."""
        line_id = self._line.id if self._line is not None else self.which.currentData()
        text = self.field.toPlainText().strip()
        if line_id is None or not text:
            return None
        result = self.result.currentData()
        return LineId(line_id), text, Result(result) if result is not None else None

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        rest = self.tr("This has no number, or one that is not known. To which question does it belong?")
        self._title.setText(rest if self._line is None else _called(self._line))
        self.which.setItemText(0, self.tr("To none of them: leave it"))
        of_what = self._line.number if self._line is not None else self.tr("without a number")
        self.which.setAccessibleName(self.tr("To which question it belongs"))
        self.field.setAccessibleName(self.tr("Answer, {number}").format(number=of_what))
        self.result.setAccessibleName(self.tr("What came of it, {number}").format(number=of_what))
        chosen = max(0, self.result.currentIndex())
        self.result.clear()
        self.result.addItem(self.tr("What came of it: not said"), None)
        for result in Result:
            if result is not Result.UNKNOWN:
                self.result.addItem(words.word(result), result)
        self.result.setCurrentIndex(chosen)


class AnswerMailPanel(AskingPanel):
    """First the mail, then what was read in it; Ctrl+Enter goes on, Esc leaves it.

    *Signals:*
        read_requested(str): read this text, then ``show_mail``.
        file_requested(): ask for a saved e-mail.
        finished(object): a tuple of (``LineId``, text, ``Result`` or None).
        closed(): it was put away.
    """

    read_requested = Signal(str)
    file_requested = Signal()
    finished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answers: tuple[MailAnswer, ...] = ()
        self._title = PlainLabel(is_bold=True, wraps=True, scale=1.2)
        self._hint, self._told = PlainLabel(is_muted=True, wraps=True), PlainLabel(wraps=True)
        self.paste, self.file = QPlainTextEdit(), QPushButton()
        self.paste.setTabChangesFocus(True)
        self._area = Scrolled()
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.go_on, self._close = KeyButton(), KeyButton()
        buttons = FlowLayout()
        for button in (self.go_on, self.file, self._close):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self._title, self._hint, self.paste, self._told):
            column.addWidget(part)
        column.addWidget(self._area, 1)
        column.addLayout(buttons)
        self.paste.textChanged.connect(self._on_edited)
        self.go_on.clicked.connect(self.finish)
        self.file.clicked.connect(self.file_requested)
        self._close.clicked.connect(self.put_away)
        self._begin()

    # --- what the leaf calls ------------------------------------------------------------------------------------------

    def ask(self, text: str = "") -> None:
        """Open for a mail, empty or with a text that was copied."""
        self._begin()
        self.paste.setPlainText(text)
        self.paste.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_mail(self, mail: "AnswerMail", lines: Sequence[Line]) -> None:
        """Show what was read; ``lines`` are those that wait, to choose from for what has no number."""
        answers = [MailAnswer(answer.line, answer.text, result=answer.result) for answer in mail.answers]
        if mail.rest.strip():
            answers.append(MailAnswer(None, mail.rest, lines))
        self._told.setText(self._told_of(mail))
        self._told.setVisible(bool(self._told.text()))
        self._show(tuple(answers))
        if answers:
            answers[0].field.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def can_put_away(self) -> bool:
        return self.isVisible()

    @Slot()
    @override
    def put_away(self) -> None:
        self.closed.emit()

    # --- what it shows ------------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        self.paste.clear()
        self._told.clear()
        self._told.hide()
        self._show(())

    def _show(self, answers: tuple[MailAnswer, ...]) -> None:
        self.answers = answers
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, theme.em(self, 0.5), 0)
        for answer in answers:
            column.addWidget(answer)
            answer.edited.connect(self._on_edited)
        column.addStretch(1)
        self._area.hold(content)
        for part in (self.paste, self.file):
            part.setVisible(not answers)
        self._area.setVisible(bool(answers))
        self.paste.setMinimumHeight(theme.em(self, PASTE_EM))
        self._retranslate()
        self._on_edited()

    def _told_of(self, mail: "AnswerMail") -> str:
        """Say what of the mail is not among the answers."""
        told = []
        if mail.closed:
            numbers = ", ".join(line.number for line in mail.closed)
            told.append(self.tr("These were closed already: {numbers}.").format(numbers=numbers))
        if mail.unknown:
            numbers = ", ".join(one_line(number, 20) for number in mail.unknown)
            told.append(self.tr("These numbers are not known: {numbers}.").format(numbers=numbers))
        if mail.unanswered:
            numbers = ", ".join(line.number for line in mail.unanswered)
            told.append(self.tr("Nothing is said about these: {numbers}.").format(numbers=numbers))
        return Shown(" ".join(told))

    @override
    def _retranslate(self) -> None:
        self._title.setText(self.tr("An answer that came by e-mail"))
        begin = self.tr("Paste the whole e-mail here. The program finds each question by its number, as [BC-12].")
        self._hint.setText(self.tr("Look at each answer. You may change it.") if self.answers else begin)
        self.paste.setAccessibleName(self.tr("The e-mail"))
        self.file.setText(self.tr("Save&d e-mail…"))
        read, take = self.tr("Read &it"), self.tr("&Keep all, and report back…")
        self.go_on.setText(take if self.answers else read)
        self.go_on.set_key(self.tr("Ctrl+Enter"))
        self._close.setText(self.tr("&Close"))
        self._close.set_key(key_text(Command.STOP))

    # --- what happens -------------------------------------------------------------------------------------------------

    @property
    def _answered(self) -> tuple[Answered, ...]:
        return tuple(answered for answer in self.answers if (answered := answer.answered))

    @Slot()
    def _on_edited(self) -> None:
        self.go_on.setEnabled(bool(self._answered if self.answers else self.paste.toPlainText().strip()))

    @Slot()
    @override
    def finish(self) -> None:
        if not self.answers and self.paste.toPlainText().strip():
            self.read_requested.emit(self.paste.toPlainText())
        elif self._answered:
            self.finished.emit(self._answered)


def _called(line: Line) -> str:
    """Return a line by its number, in few words."""
    what = one_line(line.what, LINE_CHARACTERS)
    return Shown(f"{line.number} · {what} ({line_facts.groups_of(line)})")
