"""One answer that is owed: what it waits for, what was recognised, what is known, and who was told. GUI thread only."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.feedback import OPEN_STATES, FindKind, Line, LineGroup, LineState
from console.domain.telling import Audience
from ui import line_facts, theme
from ui.shortcuts import Command, key_text
from ui.widgets.chip_label import ChipLabel
from ui.widgets.fact_list import ValueButton
from ui.widgets.find_frame import FindFrame, paper
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.text import PlainLabel, Shown, isolated, one_line

if TYPE_CHECKING:
    from console.desk.feedback.line_detail import LineDetail

NARROW_EM: Final = 32  # narrower than this, a text goes under its head
HEAD_EM, LONG_HEAD_EM = 9, 14
TEXT_CHARACTERS: Final = 400


class LineCard(QScrollArea):
    """What it is about large; then the next step, what was recognised, the facts, the groups, and the small print.

    *Signals:*
        step_requested(): do what it waits for next.
        find_accepted(object), find_declined(object): a ``Find`` is so, or is not.
        merge_requested(object): the ``Line`` is about the same.
        group_requested(object): an ``AlikeReport`` of another group is about the same.
        thanks_requested(): put a word of thanks on the clipboard.
        message_requested(object): show this message (its id) in its conversation.
    """

    step_requested = Signal()
    find_accepted = Signal(object)
    find_declined = Signal(object)
    merge_requested = Signal(object)
    group_requested = Signal(object)
    thanks_requested = Signal()
    message_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._detail: LineDetail | None = None
        self._can_decide = True
        self._is_narrow = False
        self.step = KeyButton()
        self._deciding: list[QWidget] = []  # what may be pressed only while there is something to decide
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)

    @property
    def detail(self) -> "LineDetail | None":
        """What is on the card."""
        return self._detail

    def show_detail(self, detail: "LineDetail | None") -> None:
        """Show a line; None: nothing."""
        if detail == self._detail:
            return  # nothing moves under the reader's eyes
        is_other = detail is None or self._detail is None or detail.line.id != self._detail.line.id
        place = 0 if is_other else self.verticalScrollBar().value()
        self._detail = detail
        self._fill()
        self.verticalScrollBar().setValue(place)

    def set_can_decide(self, can_decide: bool) -> None:  # a property's setter in Qt's manner
        """Let what it proposes be pressed, or not: the line is closed, decided, or not there yet."""
        self._can_decide = can_decide
        for widget in self._deciding:
            widget.setEnabled(can_decide)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language, the keys and the letters."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange):
            self._fill()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the texts beside their heads where there is room."""
        super().resizeEvent(event)
        if self._must_be_narrow() != self._is_narrow:
            self._fill()

    # --- the card -----------------------------------------------------------------------------------------------------

    def _must_be_narrow(self) -> bool:
        return self.viewport().width() < theme.em(self, NARROW_EM)

    def _fill(self) -> None:
        self._is_narrow = self._must_be_narrow()
        self._deciding = []
        content = QWidget()
        content.setAutoFillBackground(False)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, theme.em(self, 0.5), 0)
        column.setSpacing(theme.em(self, 0.4))
        if self._detail is not None:
            for part in self._parts(self._detail):
                column.addWidget(part)
        column.addStretch(1)
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self.setWidget(content)
        if had_focus:  # it is not lost with the button that was pressed: the keys work on
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        last: QWidget = self
        for button in self._deciding:  # what is made later would come last
            self.setTabOrder(last, button)
            last = button
        self.set_can_decide(self._can_decide)

    def _parts(self, detail: "LineDetail") -> Iterable[QWidget]:
        line = detail.line
        yield self._chips(line)
        what = one_line(line.what, line_facts.WHAT_CHARACTERS)
        yield PlainLabel(what, wraps=True, scale=1.3, is_bold=True, can_select=True)
        yield self._next_step(detail)
        for find in detail.finds:
            yield self._find(FindFrame(find))
        if line.state in OPEN_STATES:
            yield from self._alike(detail)
        yield self._table(line_facts.facts_of(line))
        if line.answer:
            yield PlainLabel(self.tr("The answer"), is_bold=True)
            yield self._answer(line.answer)
        yield PlainLabel(self.tr("Who waits for it"), is_bold=True)
        for group in line.groups:
            yield self._group(group, detail)
        for title, entries in line_facts.small_print(detail):
            if entries:
                yield PlainLabel(title, is_bold=True)
                yield self._table(entries, LONG_HEAD_EM)

    def _chips(self, line: Line) -> QWidget:
        """Return one row: where it stands, its number, and for how long."""
        row = QWidget()
        flow = FlowLayout(row)
        flow.setContentsMargins(0, 0, 0, 0)
        word, color = line_facts.chip(line)
        flow.addWidget(ChipLabel(f"! {word}" if line.is_overdue else word, color))
        flow.addWidget(ChipLabel(line.number, "later"))
        flow.addWidget(ChipLabel(line_facts.days_open(line), "later"))
        return row

    # --- what it waits for --------------------------------------------------------------------------------------------

    def _next_step(self, detail: "LineDetail") -> QWidget:
        """Return the sentence that says what it waits for, and the button that does it."""
        line = detail.line
        frame = paper()
        box = QVBoxLayout(frame) if self._is_narrow else QHBoxLayout(frame)
        box.addWidget(PlainLabel(one_line(line_facts.why(detail), TEXT_CHARACTERS), wraps=True), 1)
        if line.state in OPEN_STATES:
            self.step = KeyButton(self._step_words(detail), key_text(Command.STEP))
            self.step.clicked.connect(self.step_requested)
            self._deciding.append(self.step)
            box.addWidget(self.step, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _step_words(self, detail: "LineDetail") -> str:
        line = detail.line
        if line.state is LineState.ANSWERED:
            return self.tr("Report back…")
        if any(find.kind is FindKind.ANSWER for find in detail.finds):
            return self.tr("Take the answer over…")
        if line.state is LineState.TO_ASK:
            return self.tr("Ask…")
        return self.tr("Ask again…") if line.is_overdue else self.tr("Write down the answer…")

    def _find(self, frame: FindFrame) -> QWidget:
        frame.accepted.connect(self.find_accepted)
        frame.declined.connect(self.find_declined)
        frame.message_requested.connect(self.message_requested)
        self._deciding += [frame.yes, frame.no]
        return frame

    def _alike(self, detail: "LineDetail") -> Iterable[QWidget]:
        """Yield what may be about the same, each with its reason and one button."""
        for alike in detail.alike:
            other = alike.line
            words_of = self.tr("{number} may be about the same: {what} ({groups})").format(
                number=other.number, what=one_line(other.what, TEXT_CHARACTERS), groups=line_facts.groups_of(other)
            )
            button = ValueButton(self.tr("Make it one"), other, self.tr("Make it one with {n}").format(n=other.number))
            button.chosen.connect(self.merge_requested)
            yield self._framed(words_of, alike.because, button)
        for report in detail.elsewhere:
            group = isolated(one_line(report.group, line_facts.NAME_CHARACTERS))
            words_of = self.tr("In {group} this may be about the same: {what}").format(
                group=group, what=one_line(report.text, TEXT_CHARACTERS)
            )
            name = self.tr("This group waits too: {group}").format(group=group)
            button = ValueButton(self.tr("This group waits too"), report, name)
            button.chosen.connect(self.group_requested)
            yield self._framed(words_of, report.because, button)

    def _framed(self, text: str, because: Sequence[str], button: ValueButton) -> QFrame:
        self._deciding.append(button)
        frame = paper()
        box = QVBoxLayout(frame) if self._is_narrow else QHBoxLayout(frame)
        said = QVBoxLayout()
        said.addWidget(PlainLabel(Shown(text), wraps=True))
        if because:
            said.addWidget(PlainLabel(" ".join(because), wraps=True, is_muted=True))
        box.addLayout(said, 1)
        box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    # --- what is known ------------------------------------------------------------------------------------------------

    def _table(self, entries: Iterable[tuple[str, str]], head_em: float = HEAD_EM) -> QWidget:
        place = QWidget()
        grid = QGridLayout(place)
        grid.setContentsMargins(0, 0, 0, theme.em(self, 0.3))
        grid.setVerticalSpacing(theme.em(self, 0.25))
        grid.setHorizontalSpacing(theme.em(self, 0.8))
        grid.setColumnStretch(0 if self._is_narrow else 1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for row, (head, text) in enumerate(entries):
            quiet = PlainLabel(head, is_muted=True, wraps=True)
            said = PlainLabel(text, wraps=True, can_select=True)
            if self._is_narrow:
                grid.addWidget(quiet, 2 * row, 0)
                grid.addWidget(said, 2 * row + 1, 0)
            else:
                quiet.setFixedWidth(theme.em(self, head_em))
                grid.addWidget(quiet, row, 0, top)
                grid.addWidget(said, row, 1)
        return place

    def _answer(self, text: str) -> QFrame:
        frame = paper()
        column = QVBoxLayout(frame)
        column.addWidget(PlainLabel(text, wraps=True, can_select=True))
        thanks = QPushButton(self.tr("Copy a word of thanks"))
        thanks.clicked.connect(self.thanks_requested)
        column.addWidget(thanks, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _group(self, group: LineGroup, detail: "LineDetail") -> QWidget:
        frame = paper()
        column = QVBoxLayout(frame)
        head = QHBoxLayout()
        name = isolated(one_line(group.group, line_facts.NAME_CHARACTERS))
        head.addWidget(PlainLabel(name, is_bold=True, wraps=True), 1)
        if group.message_id is not None:
            shows = ValueButton(
                self.tr("Show in the chat"), group.message_id, self.tr("Show in the chat of {group}").format(group=name)
            )
            shows.chosen.connect(self.message_requested)
            head.addWidget(shows, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        if group.about:
            column.addWidget(PlainLabel(f"“{one_line(group.about, TEXT_CHARACTERS)}”", wraps=True, can_select=True))
        told = [
            (line_facts.who_is_told(group, audience), line_facts.told_words(group, audience, detail.unsent))
            for audience in Audience
        ]
        column.addWidget(self._table(told))
        return frame
