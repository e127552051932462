"""The chosen message of the page Berichten: its conversation, why it was flagged, what is not right. GUI thread."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme, window_state, words
from ui.dialogs.parts import paragraph, subheading
from ui.shortcuts import Command, key_text
from ui.widgets.conversation import ConversationView
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.judgement_panel import JudgementPanel
from ui.widgets.key_button import KeyButton
from ui.widgets.line_form import LineForm
from ui.widgets.reason_panel import ReasonView
from ui.widgets.report_strip import ReportStrip

if TYPE_CHECKING:
    from console.desk.conversation import Detail


NARROW_EM: Final = 34  # narrower than this, two columns would cut words


class MessageDetailView(QWidget):
    """Conversation at the left, reasons at the right with the two buttons about them, or under it where room is short.

    *Signals:*
        why_requested(), correction_requested(), question_requested(): the button of that name was pressed.
    """

    why_requested = Signal()
    correction_requested = Signal()
    question_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._detail: Detail | None = None
        self._language = "nl"
        self.conversation = ConversationView()
        self.reasons = ReasonView()
        self.strip = ReportStrip()
        self._who = subheading()
        self._notes = paragraph(is_muted=True)
        self._correct, self._why, self._question = KeyButton(), KeyButton(), KeyButton()
        self.form = LineForm()
        self._side, self._buttons = QWidget(), QWidget()
        self.panel = JudgementPanel(self._summary(), asks_missed=True)
        self.panel.stand_in(self._side)
        split = self._split = QSplitter(Qt.Orientation.Horizontal)
        split.setObjectName("message_detail")
        split.setChildrenCollapsible(False)
        split.addWidget(self._left())
        split.addWidget(self._side)
        split.setStretchFactor(0, 1)
        self._lay_out()
        if not window_state.restore_splitter(split):
            self._share()
        self.panel.step_chosen.connect(self.conversation.mark)
        self.panel.opened.connect(self._buttons.hide)  # what is open needs their room
        self.panel.closed.connect(self._buttons.show)
        self._correct.clicked.connect(self.correction_requested)
        self._why.clicked.connect(self.why_requested)
        self._question.clicked.connect(self.question_requested)
        self.retranslate()
        self.show_nothing()

    def _summary(self) -> QWidget:
        summary = QWidget()
        column = QVBoxLayout(summary)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._who, self.reasons, self._notes):
            column.addWidget(widget)
        return summary

    def _left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.strip)
        column.addWidget(self.conversation, 1)
        return left

    def _lay_out(self) -> None:
        buttons = FlowLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.addWidget(self._correct)
        buttons.addWidget(self._why)
        buttons.addWidget(self._question)
        side = QVBoxLayout(self._side)
        side.addWidget(self.panel)
        side.addWidget(self._buttons)
        side.addWidget(self.form)
        side.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._split)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the reasons under the conversation where two columns would cut words."""
        super().resizeEvent(event)
        is_narrow = self.width() < theme.em(self, NARROW_EM)
        wanted = Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal
        if self._split.orientation() != wanted:
            self._split.setOrientation(wanted)
            self._share()

    def show_detail(self, detail: "Detail", language: str) -> None:
        """Show a message; reasons speak ``language``."""
        if (detail, language) == (self._detail, self._language):
            return  # nothing moves under the reader's eyes
        self._detail, self._language = detail, language
        self.conversation.show_detail(detail)
        self._show_side()

    @Slot()
    def show_form(self) -> None:
        """Let the form of a question take the place of the reasons, or give it back."""
        is_open = not self.form.isHidden()
        self.panel.setVisible(not is_open and self._detail is not None)
        self._buttons.setVisible(not is_open and self._detail is not None and not self.panel.can_put_away())

    def show_nothing(self) -> None:
        """No message is chosen."""
        self._detail = None
        self.panel.show_detail(None, self._language)
        self.conversation.show_detail(None)
        self.panel.hide()
        self._buttons.hide()

    def retranslate(self) -> None:
        """Put every word on the screen in the language of now."""
        for button, text, command in (
            (self._correct, self.tr("Not r&ight…"), Command.CORRECT),
            (self._why, self.tr("Wh&y?"), Command.WHY),
            (self._question, self.tr("Open a &question…"), Command.QUESTION),
        ):
            button.setText(text)
            button.set_key(key_text(command))
        if self._detail is not None:
            self._show_side()

    def _show_side(self) -> None:
        detail = self._detail
        if detail is None:
            return
        line = detail.lines[detail.focus]
        self.show_form()
        self._who.setText(line.author or words.word(line.kind))
        self.reasons.show_judgement(detail.judgement, self._language, detail.talk)
        self._notes.setText("\n".join(self.tr("Note: {text}").format(text=note.text) for note in detail.notes))
        self._notes.setVisible(bool(detail.notes))
        self.panel.show_detail(detail, self._language)
        self._correct.setEnabled(detail.judgement is not None)
        self._why.setEnabled(detail.judgement is not None)

    def _share(self) -> None:
        self._split.setSizes([theme.em(self, 40), theme.em(self, 22)])
