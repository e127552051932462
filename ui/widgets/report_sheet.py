"""One report over the whole leaf: its conversation at the left, what is known of it at the right. GUI thread only."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme, window_state, words
from ui.shortcuts import Command, key_text
from ui.widgets.answer_panel import AnswerPanel
from ui.widgets.forward_panel import ForwardPanel
from ui.widgets.key_button import KeyButton
from ui.widgets.line_form import LineForm
from ui.widgets.puts_away import PutsAway
from ui.widgets.report_bar import ReportBar
from ui.widgets.report_choice import ReportChoice
from ui.widgets.report_conversation import ReportConversation
from ui.widgets.report_known import ReportKnown
from ui.widgets.text import PlainLabel, Shown, isolated, one_line

if TYPE_CHECKING:
    from console.desk.reports.around import PlacedLine
    from console.domain.member import MemberId
    from console.domain.report_view import ReportDetail

SHARES: Final = (58, 42)  # of the width, for a reader who has not moved the columns yet
NARROW_EM: Final = 46  # narrower than this, two columns would cut words
FORWARD_SHARE: Final = 2  # of the height, beside one of the conversation
TITLE_CHARACTERS: Final = 200


class ReportSheet(PutsAway):
    """The parts and where they stand; what is asked stands in the place of the actions. Knows nothing of the desk.

    *Signals:*
        back_requested(): show all reports again.
    """

    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.conversation = ReportConversation()
        self.known = ReportKnown()
        self.bar = ReportBar()
        self.choice = ReportChoice()
        self.answer = AnswerPanel()
        self.form, self.forward = LineForm(), ForwardPanel()
        self.back = KeyButton()
        self._detail: ReportDetail | None = None
        self._title = PlainLabel(elides=True, is_bold=True, scale=1.2)
        self._where = PlainLabel(elides=True, is_muted=True)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self.back.clicked.connect(self.back_requested)
        self.questions = (self.choice, self.answer, self.form, self.forward)
        for question in self.questions:
            question.closed.connect(self._on_closed)
        self.retranslate()

    def show_report(
        self,
        detail: "ReportDetail",
        placed: "tuple[PlacedLine, ...]",
        speakers: "Sequence[tuple[MemberId, str]]",
    ) -> None:
        """Show a report; the same one again leaves the reader where he is."""
        is_same = self._detail is not None and self._detail.id == detail.id
        at = self.conversation.message_id if is_same else None
        self._detail = detail
        because = {message.id: message.because for message in detail.messages}
        primary = next((message.id for message in detail.messages if message.is_primary), None)
        self.conversation.show_report(detail.id, placed, because, primary, at)
        self.known.show_detail(detail, speakers)
        self._say_title()

    def show_nothing(self) -> None:
        """Be empty until the next report is there."""
        self._detail = None
        self.close_questions()
        self.conversation.show_nothing()

    @Slot()
    def show_question(self) -> None:
        """Let what is asked take the place of the actions, and where room is short of what is known too."""
        self.bar.hide()
        self.known.setVisible(self._split.orientation() is Qt.Orientation.Horizontal)

    @Slot()
    def close_questions(self) -> None:
        """Put away whatever is asked."""
        self.forward.leave()
        self.put_away()

    @override
    def can_put_away(self) -> bool:
        return any(question.can_put_away() for question in self.questions)

    @override
    def put_away(self) -> None:
        for question in self.questions:
            question.put_away()

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        self.back.setText(self.tr("All reports"))
        self.back.set_key(key_text(Command.STOP))
        self._say_title()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what is known under the conversation where two columns would cut words."""
        super().resizeEvent(event)
        is_narrow = self.width() < theme.em(self, NARROW_EM)
        wanted = Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal
        if self._split.orientation() != wanted:
            self._split.setOrientation(wanted)
            self._share()

    def _say_title(self) -> None:
        detail = self._detail
        if detail is None:
            return
        first = next((message for message in detail.messages if message.is_primary), detail.messages[0])
        self._title.setText(one_line(words.message_words(first.kind, None, None, first.text), TITLE_CHARACTERS))
        when = f"{words.day(detail.started_at)} {words.clock(detail.started_at)}"
        count = self.tr("%Ln message(s)", "", len(detail.messages))
        self._where.setText(Shown(f"{isolated(one_line(detail.group))} · {when} · {count}"))

    def _lay_out(self) -> None:
        heads = QVBoxLayout()
        heads.addWidget(self._title)
        heads.addWidget(self._where)
        head = QHBoxLayout()
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(heads, 1)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.conversation, 1)
        for part in (self.bar, self.choice, self.answer, self.form):
            column.addWidget(part)
        column.addWidget(self.forward, FORWARD_SHARE)
        split = self._split
        split.setObjectName("report_sheet")
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self.known)
        for place, share in enumerate(SHARES):
            split.setStretchFactor(place, share)
        if not window_state.restore_splitter(split):
            self._share()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, theme.em(self, 0.5), 0, 0)
        outer.addLayout(head)
        outer.addWidget(split, 1)

    def _share(self) -> None:
        self._split.setSizes([theme.em(self, share) for share in SHARES])

    @Slot()
    def _on_closed(self) -> None:
        if all(question.isHidden() for question in self.questions):
            self.bar.show()
            self.known.show()
            self.conversation.setFocus(Qt.FocusReason.OtherFocusReason)
