"""Who asks to join, what speaks for and against it, and what the group's own rule proposes. GUI thread only."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.decision import Verb
from console.domain.join_request import (
    Check,
    CheckKind,
    JoinRequest,
    RequestProposal,
    RequestSource,
    RequestState,
    RightGroup,
    Screening,
)
from console.domain.work_area import Answer
from ui import request_facts, theme, words
from ui.shortcuts import Command, key_text
from ui.widgets.chip_label import ChipLabel
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.text import PlainLabel, Shown, isolated, one_line

MARKS: Final = {Answer.YES: "✓", Answer.NO: "!", Answer.UNKNOWN: "?"}
COLORS: Final = {Answer.YES: "info", Answer.NO: "trouble", Answer.UNKNOWN: "later"}
FIRST: Final = (Answer.NO, Answer.UNKNOWN, Answer.YES)  # what a person must look at stands on top
NARROW_EM: Final = 32  # narrower than this, a sentence goes under its head
HEAD_EM: Final = 8
Facts = Sequence[tuple[str, Sequence[tuple[str, str]]]]


class RequestCard(QScrollArea):
    """One request: name and place large, then the proposal, the checks, his own words, and the small print.

    *Signals:*
        step_requested(): do what the rule proposes.
        refer_requested(): point to the group of this address.
    """

    step_requested = Signal()
    refer_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._request: JoinRequest | None = None
        self._screening: Screening | None = None
        self._facts: Facts = ()
        self._can_decide = True
        self._is_narrow = False
        self.step, self.refer = KeyButton(), KeyButton()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)

    @property
    def request(self) -> JoinRequest | None:
        """Who is on the card."""
        return self._request

    def show_request(self, request: JoinRequest | None, screening: Screening | None, facts: Facts = ()) -> None:
        """Show a request; ``facts`` are the small print: parts with a title, each of (head, text). None: nothing."""
        if (request, screening, facts) == (self._request, self._screening, self._facts):
            return  # nothing moves under the reader's eyes
        is_other = request is None or self._request is None or request.id != self._request.id
        place = 0 if is_other else self.verticalScrollBar().value()
        self._request, self._screening, self._facts = request, screening, facts
        self._fill()
        self.verticalScrollBar().setValue(place)

    def set_can_decide(self, can_decide: bool) -> None:  # a property's setter in Qt's manner
        """Let the proposal be taken, or not: the request is decided, or not there yet."""
        self._can_decide = can_decide
        for button in (self.step, self.refer):
            button.setEnabled(can_decide)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language, the keys and the letters."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange):
            self._fill()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the sentences beside their heads where there is room."""
        super().resizeEvent(event)
        if self._must_be_narrow() != self._is_narrow:
            self._fill()

    # --- the card -----------------------------------------------------------------------------------------------------

    def _must_be_narrow(self) -> bool:
        return self.viewport().width() < theme.em(self, NARROW_EM)

    def _fill(self) -> None:
        self._is_narrow = self._must_be_narrow()
        content = QWidget()
        content.setAutoFillBackground(False)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, theme.em(self, 0.5), 0)
        column.setSpacing(theme.em(self, 0.35))
        if self._request is not None:
            for part in self._parts(self._request):
                column.addWidget(part)
        column.addStretch(1)
        self.setWidget(content)
        last: QWidget = self
        for button in (self.step, self.refer):
            if content.isAncestorOf(button):  # what is made later would come last
                self.setTabOrder(last, button)
                last = button

    def _parts(self, request: JoinRequest) -> list[QWidget]:
        screening = self._screening
        parts = [self._head(request), *self._chips(request)]
        said = request_facts.state_line(request)
        if said:
            parts.append(PlainLabel(said, wraps=True))
        if screening is not None and not request_facts.is_erased(request.applicant):
            parts += self._advice(screening)
            parts.append(self._checks(screening))
        if request.applicant.words:
            is_another = request.source is RequestSource.CHAT  # a member asked for his neighbour
            whose = self.tr("As it stood in the chat") if is_another else self.tr("In the applicant's own words")
            parts += [PlainLabel(whose, is_muted=True), _quoted(request.applicant.words)]
        return [*parts, *self._small_print()]

    def _head(self, request: JoinRequest) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(self, 0.15))
        who = request_facts.name_of(request.applicant)
        column.addWidget(PlainLabel(who, wraps=True, scale=1.5, is_bold=True, can_select=True))
        address = request_facts.address_line(request.applicant.address) or self.tr("Address not known")
        column.addWidget(PlainLabel(address, wraps=True, scale=1.2, can_select=True))
        column.addWidget(PlainLabel(request_facts.came_in(request), wraps=True, is_muted=True))
        return head

    def _chips(self, request: JoinRequest) -> list[QWidget]:
        """Return one row: where it stands, and how long it waits."""
        chips = []
        if request.state is not RequestState.OPEN:
            chips.append(ChipLabel(words.word(request.state), "today"))
        screening = self._screening
        is_waiting = request.decided_at is None and screening is not None
        if screening is not None and is_waiting:
            waits = (
                self.tr("waits %Ln day(s)", "", screening.days) if screening.days else self.tr("waits less than a day")
            )
            if screening.is_overdue and request.state is RequestState.OPEN:  # else it is another's turn
                most = self.tr("longer than %Ln day(s)", "", screening.limit_days)
                chips.append(ChipLabel(f"! {waits}, {most}", "trouble"))
            else:
                chips.append(ChipLabel(waits, "later"))
        if not chips:
            return []
        row = QWidget()
        flow = FlowLayout(row)
        flow.setContentsMargins(0, 0, 0, 0)
        for chip in chips:
            flow.addWidget(chip)
        return [row]

    # --- what is proposed ---------------------------------------------------------------------------------------------

    def _advice(self, screening: Screening) -> list[QWidget]:
        self.step, self.refer = KeyButton(), KeyButton()
        self.step.clicked.connect(self.step_requested)
        self.refer.clicked.connect(self.refer_requested)
        rows: list[tuple[str, KeyButton]] = []
        proposal = screening.proposal
        if proposal is not None:
            self.step.setText(self.tr("Do it…"))
            self.step.set_key(key_text(Command.STEP))
            rows.append((self._proposal_words(proposal, screening.right_groups), self.step))
        refers = proposal is not None and proposal.verb is Verb.REFER
        if screening.right_groups and not refers:
            self.refer.setText(self.tr("Point to it…"))
            self.refer.set_key(key_text(Command.REDIRECT))
            rows.append((self._right_group_words(screening.right_groups), self.refer))
        self.set_can_decide(self._can_decide)
        return [self._framed(rows)] if rows else []

    def _framed(self, rows: Sequence[tuple[str, KeyButton]]) -> QFrame:
        frame = _paper()
        grid = QGridLayout(frame)
        grid.setColumnStretch(0, 1)
        for place, (text, button) in enumerate(rows):
            label = PlainLabel(Shown(text), wraps=True)
            if self._is_narrow:
                grid.addWidget(label, 2 * place, 0)
                grid.addWidget(button, 2 * place + 1, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                grid.addWidget(label, place, 0)
                grid.addWidget(button, place, 1, Qt.AlignmentFlag.AlignVCenter)
        return frame

    def _proposal_words(self, proposal: RequestProposal, groups: Sequence[RightGroup]) -> str:
        group = next((one.name for one in groups if one.id == proposal.group_id), "")
        what = {
            Verb.ADMIT: self.tr("Proposal: admit."),
            Verb.REFUSE: self.tr("Proposal: do not admit."),
            Verb.ASK: self.tr("Proposal: ask something."),
            Verb.WAIT_LIST: self.tr("Proposal: put on the waiting list."),
        }.get(proposal.verb, self.tr("Proposal: point to {group}.").format(group=isolated(one_line(group, 80))))
        return f"{what} {one_line(proposal.because, 600)}"

    def _right_group_words(self, groups: Sequence[RightGroup]) -> str:
        named = [f"{isolated(one_line(one.name, 80))} ({one_line(one.because, 300).rstrip('.')})" for one in groups]
        return self.tr("This address belongs to: {groups}").format(groups=", ".join(named))

    # --- what was looked at -------------------------------------------------------------------------------------------

    def _checks(self, screening: Screening) -> QWidget:
        """Return the checks that this group asks for, and any other that speaks against."""
        shown = [check for check in screening.checks if _says_something(check)]
        shown.sort(key=lambda check: FIRST.index(check.answer))
        place = QWidget()
        grid = QGridLayout(place)
        grid.setContentsMargins(0, theme.em(self, 0.3), 0, theme.em(self, 0.3))
        grid.setVerticalSpacing(theme.em(self, 0.45))
        grid.setHorizontalSpacing(theme.em(self, 0.6))
        grid.setColumnStretch(2 if not self._is_narrow else 1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for row, check in enumerate(shown):
            chip = ChipLabel(f"{MARKS[check.answer]} {words.word(check.answer)}", COLORS[check.answer])
            head = PlainLabel(words.word(check.kind), is_bold=True, wraps=self._is_narrow)
            because = PlainLabel(check.because, wraps=True)
            grid.addWidget(chip, row, 0, top)
            if self._is_narrow:
                both = QVBoxLayout()
                both.addWidget(head)
                both.addWidget(because)
                grid.addLayout(both, row, 1)
            else:
                grid.addWidget(head, row, 1, top)
                grid.addWidget(because, row, 2)
                for label in (head, because):
                    label.setContentsMargins(0, theme.em(self, 0.12), 0, 0)  # in line with the chip
        return place

    # --- the small print ----------------------------------------------------------------------------------------------

    def _small_print(self) -> list[QWidget]:
        made: list[QWidget] = []
        for title, entries in self._facts:
            if not entries:
                continue
            if title:
                made.append(PlainLabel(title, is_bold=True))
            for head, text in entries:
                row = QWidget()
                line = QHBoxLayout(row)
                line.setContentsMargins(0, 0, 0, 0)
                if head:
                    line.addWidget(PlainLabel(head, is_muted=True, wraps=True), 1, Qt.AlignmentFlag.AlignTop)
                line.addWidget(PlainLabel(text, wraps=True, can_select=True), 3)
                made.append(row)
        return made


def _says_something(check: Check) -> bool:
    """Whether a check is asked here or speaks against; that somebody is in no other group says nothing."""
    is_silent = check.kind is CheckKind.ELSEWHERE and check.answer is Answer.UNKNOWN
    return (check.is_asked and not is_silent) or check.answer is Answer.NO


def _paper() -> QFrame:
    frame = QFrame()
    frame.setAutoFillBackground(True)
    frame.setBackgroundRole(QPalette.ColorRole.Base)
    frame.setFrameShape(QFrame.Shape.StyledPanel)
    return frame


def _quoted(text: str) -> QFrame:
    frame = _paper()
    column = QVBoxLayout(frame)
    column.addWidget(PlainLabel(text, wraps=True, can_select=True))
    return frame
