"""How Deze week looks: queue left, message in the middle with the actions under it, person right; or a join request.

GUI thread only.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.decision import ItemKind, Verb
from console.domain.filters import Counted, Filters
from ui import theme, window_state
from ui.models.queue import QueueModel
from ui.shortcuts import Command, key_text
from ui.widgets.alike_panel import AlikeView
from ui.widgets.answer_panel import AnswerPanel
from ui.widgets.asked_due_bar import AskedDueBar
from ui.widgets.conversation import ConversationView
from ui.widgets.decision_bar import DecisionBar
from ui.widgets.due_bar import DueBar
from ui.widgets.filter_line import FilterLine
from ui.widgets.filter_panel import FilterPanel
from ui.widgets.forward_panel import ForwardPanel
from ui.widgets.item_top import ItemTop
from ui.widgets.judgement_panel import JudgementPanel
from ui.widgets.key_button import KeyButton
from ui.widgets.line_form import LineForm
from ui.widgets.line_view import LineView
from ui.widgets.person_card import PersonView
from ui.widgets.proposal_view import ProposalView
from ui.widgets.queue_list import QueueView
from ui.widgets.reason_panel import ReasonView
from ui.widgets.report_strip import ReportStrip
from ui.widgets.request_view import RequestView
from ui.widgets.scrolled import Scrolled
from ui.widgets.sheet_due_bar import SheetDueBar
from ui.widgets.text import PlainLabel
from ui.widgets.welcome_due_bar import WelcomeDueBar

if TYPE_CHECKING:
    from console.desk.conversation import Detail

UNDER = (72, 28)  # of the height, for the queue and the person under it
PANEL_SHARES = (1 / 3, 1 / 3)  # of the height: the reasons, and what opens in their place
ALIKE_SHARE, LINES_SHARE = 0.65, 0.25  # of the height: what is alike, which has the room of the actions, and its lines
NARROW_EM = 42  # narrower than this, three columns would cut words
LOW_EM = 40  # lower than this, the list needs the room of what is said under it
SHARES = (26, 50, 24)  # of the width, for a reader who has not moved the columns yet


class WeekLayout(QWidget):
    """The parts of the page and where they stand; knows nothing of the desk.

    *Signals:*
        older_requested(): show the flagged messages that are older than what the groups look back on.
    """

    older_requested = Signal()

    def __init__(self, rows: QueueModel, page: QWidget) -> None:
        super().__init__(page)
        # While Qt hands a font down to children, none may get another parent: it goes through freed memory then.
        self._fit_soon = QTimer(self, singleShot=True)
        self._fit_soon.timeout.connect(self._fit)
        self.queue = QueueView(rows)
        self.conversation = ConversationView()
        self.reasons = ReasonView()
        self.proposal = ProposalView()
        self.panel = JudgementPanel(_above(self.reasons, self.proposal), asks_missed=False, shares=PANEL_SHARES)
        self.alike, self._alike_area = AlikeView(), Scrolled(ALIKE_SHARE)
        self.bar = DecisionBar()
        self.answer = AnswerPanel()
        self.person = PersonView()
        self.request, self.line = RequestView(), LineView()
        self.new_line, self.forward = LineForm(), ForwardPanel()
        self.filters, self.filter_line, self.filter_button = FilterPanel(), FilterLine(), KeyButton()
        self.due, self.welcome_due = DueBar(), WelcomeDueBar()
        self.asked_due, self.sheet_due = AskedDueBar(), SheetDueBar()
        self._shown: tuple[Detail, str] | None = None
        self._counts: Mapping[ItemKind, int] | None = None
        self._older_count = 0
        self._is_complete, self._is_low = True, False
        self._hidden = Counted()
        self._title = PlainLabel(scale=1.4, is_bold=True)
        self._summary = PlainLabel(wraps=True, is_muted=True)
        self._older_text = PlainLabel(wraps=True, is_muted=True)
        self._older = QPushButton()
        self.top = ItemTop()
        self.strip = ReportStrip()
        self._done_title = PlainLabel(wraps=True, scale=1.4, is_bold=True)
        self._done_text = PlainLabel(wraps=True, is_muted=True)
        self._right = QStackedWidget()
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._left = QSplitter(Qt.Orientation.Vertical)
        self._middle = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out(page)
        self._older.clicked.connect(self.older_requested)
        self.welcome_due.put_off.connect(self.queue.setFocus)  # before its buttons go
        self.proposal.step_requested.connect(self.bar.step_requested)
        self.proposal.officer_requested.connect(self._on_proposal_officer_requested)

    def show_detail(self, detail: "Detail", language: str) -> None:
        """Show a message, why it is here, and who wrote it."""
        self._right.setCurrentIndex(0)
        if (detail, language) == self._shown:
            return  # nothing moves under the reader's eyes
        self._shown = (detail, language)
        self.top.show_group(detail.item.group if detail.item else "")
        self.conversation.show_detail(detail)
        self.reasons.show_judgement(detail.judgement, language, detail.talk)
        self.proposal.show_proposal(detail.proposal)
        self.panel.show_detail(detail, language)
        self.person.show_detail(detail)

    @property
    def is_deciding_together(self) -> bool:
        """Whether what is like the message is open."""
        return self.panel.shows(self._alike_area)

    def open_alike(self) -> None:
        """Open what is like the message where the reasons stand."""
        self.panel.open_part(self._alike_area)

    @Slot()
    def close_alike(self) -> None:
        """Put it away."""
        self.panel.put_away()

    def show_other(self, view: RequestView | LineView) -> None:
        """Let a join request or an answer owed stand where a message stood, with nobody beside it."""
        self.panel.put_away()
        self.person.show_detail(None)
        self._shown = None
        self._right.setCurrentWidget(view)

    def show_looked_at(self, name: str | None) -> None:
        """Say who else looks at the item now."""
        for top in (self.top, self.request.top, self.line.top):
            top.show_looked_at(name)

    def show_all_done(self) -> None:
        """Say that nothing waits."""
        self.panel.put_away()
        self._right.setCurrentIndex(1)

    def show_counts(self, counts: Mapping[ItemKind, int]) -> None:
        """Say how many of each kind wait."""
        self._counts = counts
        self.retranslate()

    def show_hidden(self, filters: Filters, hidden: Counted) -> None:
        """Say what the filters keep from sight, above the list and at its end."""
        self._hidden = hidden
        self.filter_line.show_hidden(hidden if filters else None)
        self.retranslate()

    def show_filters(self, *, is_open: bool) -> None:
        """Let the panel of the filters stand where the message stood, or the message again."""
        self.filters.setVisible(is_open)
        self._right.setVisible(not is_open)

    def show_answering(self, *, is_open: bool) -> None:
        """Let an answer stand where the reasons and the actions stood, or those again."""
        self.panel.setVisible(not is_open)
        self.bar.setVisible(not is_open)

    def show_older(self, count: int) -> None:
        """Say how many flagged messages are older than what the groups look back on."""
        self._older_count = count
        self.retranslate()

    def show_complete(self, *, is_complete: bool) -> None:
        """Say at the end of the queue whether more may come by itself."""
        self._is_complete = is_complete
        self.retranslate()

    def _show_end(self) -> None:
        if self._hidden.count:
            self._done_title.setText(self.tr("You have looked at everything that you chose."))
            self._done_text.setText(self.tr("Your choice still hides %Ln more.", "", self._hidden.count))
        elif self._is_complete:
            self._done_title.setText(self.tr("You have looked at everything."))
            self._done_text.setText(
                self.tr(
                    "What is new comes here when you take in a new export. With {key} you undo your last decision."
                ).format(key=key_text(Command.UNDO))
            )
        else:
            self._done_title.setText(self.tr("Not all messages have been looked through yet."))
            self._done_text.setText(self.tr("What stands out appears here by itself."))

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        self._title.setText(self.tr("This week"))
        self.filter_button.setText(self.tr("Choose…"))
        self.filter_button.set_key(key_text(Command.FILTER))
        self.filter_button.setAccessibleName(self.tr("Choose what the list shows"))
        self._show_summary()
        looking = self.tr("The program is looking through the messages…")
        nothing = self.tr("Nothing waits for you.") if self._is_complete else looking
        if self._hidden.count:
            nothing = self.tr("Nothing in this list waits for you.")
        waiting = ", ".join(self._counted(kind, count) for kind, count in (self._counts or {}).items())
        self._summary.setText(self.tr("Waiting for you: {what}").format(what=waiting) if waiting else nothing)
        self._show_older()
        self._show_end()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Keep the columns readable in larger letters."""
        if event.type() == QEvent.Type.FontChange:
            self._fit_soon.start()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the person another place when three columns do not fit."""
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self, page: QWidget) -> None:
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self)
        own = QVBoxLayout(self)
        own.setContentsMargins(0, 0, 0, 0)
        own.addWidget(self._split)
        self._left.addWidget(self._queue_column())
        self._middle.addWidget(self._message_column())
        self._middle.addWidget(self.person)
        self._right.addWidget(self._middle)
        self._right.addWidget(self._done_view())
        self._right.addWidget(self.request)
        self._right.addWidget(self.line)
        self._split.addWidget(self._left)
        self._split.addWidget(_stacked(self._right, self.filters))
        for splitter, name, shares in (
            (self._split, "week-queue", (SHARES[0], SHARES[1] + SHARES[2])),
            (self._middle, "week-person", SHARES[1:]),
        ):
            splitter.setObjectName(name)
            splitter.setChildrenCollapsible(False)
            if not window_state.restore_splitter(splitter):
                splitter.setSizes([theme.em(self, share) for share in shares])
            for index, share in enumerate(shares):
                splitter.setStretchFactor(index, share)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """Give each column its least width; below three of them the person goes under the queue."""
        self.queue.setMinimumSize(theme.em(self, 11), theme.em(self, 6))
        self.conversation.setMinimumWidth(theme.em(self, 14))
        is_narrow = 0 < self.width() < theme.em(self, NARROW_EM)
        wanted = self._left if is_narrow else self._middle
        if self.person.parentWidget() is not wanted:
            wanted.addWidget(self.person)
            self._left.setStretchFactor(0, 1)  # what room comes later is the list's
            if is_narrow or not window_state.restore_splitter(self._middle):
                room = self.height() if is_narrow else self.width()
                shares = UNDER if is_narrow else SHARES[1:]
                wanted.setSizes([room * share // sum(shares) for share in shares])
            self._show_summary()
            self.filter_line.be_short(is_short=is_narrow)
            for bar in (self.due, self.welcome_due):
                bar.be_short(is_short=is_narrow)
        self._is_low = 0 < self.height() < theme.em(self, LOW_EM)
        self.welcome_due.be_low(is_low=self._is_low)
        for line in (self.asked_due, self.sheet_due):
            line.be_short(is_short=is_narrow or self._is_low)
        self._show_older()

    def _show_summary(self) -> None:
        """Say how many wait, unless the list needs the room: the number stands in the list of pages too."""
        self._summary.setVisible(self._counts is not None and not self._is_narrow)

    def _counted(self, kind: ItemKind, count: int) -> str:
        if kind is ItemKind.REQUEST:
            return self.tr("%Ln join request(s)", "", count)
        if kind is ItemKind.FEEDBACK:
            return self.tr("%Ln answer(s) owed", "", count)
        return self.tr("%Ln message(s)", "", count)

    def _show_older(self) -> None:
        """Say that there are older ones, and lead to them; where room is short in the words of the button alone."""
        is_short = self._is_narrow or self._is_low
        self._older_text.setVisible(self._older_count > 0 and not is_short)
        self._older.setVisible(self._older_count > 0)
        self._older_text.setText(self.tr("%Ln older message(s) stand(s) with Messages.", "", self._older_count))
        self._older.setText(self.tr("Sh&ow %Ln older", "", self._older_count) if is_short else self.tr("&Show"))

    @property
    def _is_narrow(self) -> bool:
        return self.person.parentWidget() is self._left

    def _queue_column(self) -> QWidget:
        column = QWidget()
        box = QVBoxLayout(column)
        title = QHBoxLayout()
        title.addWidget(self._title, 1)
        title.addWidget(self.filter_button)
        box.addLayout(title)
        box.addWidget(self._summary)
        box.addWidget(self.filter_line)
        box.addWidget(self.queue, 1)
        older = QHBoxLayout()
        older.addWidget(self._older_text, 1)
        older.addWidget(self._older)
        box.addLayout(older)
        for bar in (self.due, self.welcome_due, self.asked_due, self.sheet_due):
            box.addWidget(bar)
        return column

    def _message_column(self) -> QWidget:
        column = QWidget()
        box = QVBoxLayout(column)
        box.addWidget(self.top)
        box.addWidget(self.strip)
        box.addWidget(self.conversation, 1)
        box.addWidget(self.panel)
        for part in (self.bar, self.answer, self.new_line, self.forward):
            box.addWidget(part)
        self.panel.stand_in(column)
        self._alike_area.hold(self.alike)
        self._alike_area.stand_in(column)
        self.alike.stand_in(column, LINES_SHARE)
        self.panel.add_part(self._alike_area)
        self.panel.opened.connect(self._on_panel_moved)
        self.panel.closed.connect(self._on_panel_moved)
        self.panel.step_chosen.connect(self.conversation.mark)
        return column

    @Slot()
    def _on_proposal_officer_requested(self) -> None:
        self.bar.act_requested.emit(Verb.OFFICER)

    @Slot()
    def _on_panel_moved(self) -> None:
        """Let the actions on one message go while the keys are about all that are alike."""
        is_asking = not all(part.isHidden() for part in (self.answer, self.new_line, self.forward))
        self.bar.setVisible(not self.is_deciding_together and not is_asking)

    def _done_view(self) -> QWidget:
        view = QWidget()
        box = QVBoxLayout(view)
        box.addStretch(1)
        for label in (self._done_title, self._done_text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            box.addWidget(label)
        box.addStretch(2)
        return view


def _above(*parts: QWidget) -> QWidget:
    """Parts under each other."""
    place = QWidget()
    box = QVBoxLayout(place)
    box.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        box.addWidget(part)
    return place


def _stacked(*parts: QWidget) -> QWidget:
    """Parts of which one is on the screen at a time."""
    place = QWidget()
    box = QVBoxLayout(place)
    box.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        box.addWidget(part)
        part.setVisible(part is parts[0])
    return place
