"""What is known of a report: 112 and the minutes in sentences, the answers owed, and the six heads. GUI thread only."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.judgement import Call112, Role
from console.domain.report import MembersDid, Nature, ProfessionalsDid, Reporter, Result, Told
from console.domain.report_view import Called, Head, HeadValue, ToldHow
from ui import theme, words
from ui.models.reports import line_words
from ui.widgets.fact_list import ValueButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.report_heads import ChoiceHead, HeadField, TicksHead, Timed, TimedHead
from ui.widgets.text import PlainLabel, Shown, isolated, one_line

if TYPE_CHECKING:
    from console.domain.member import MemberId
    from console.domain.report_view import ReportDetail

NAME_CHARACTERS: Final = 60


class ReportKnown(QScrollArea):
    """A column of facts and fields; what a person fills in is kept at once.

    *Signals:*
        said(object, object): a person says that this ``Head`` has this ``HeadValue``.
        suggestion_wanted(object): a person wants what the messages say of this ``Head``.
        line_requested(object): show the answer owed with this id.
    """

    said = Signal(object, object)
    suggestion_wanted = Signal(object)
    line_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.nature, self.reporter, self.result = ChoiceHead(Nature), ChoiceHead(Reporter), ChoiceHead(Result)
        self.members, self.professionals = TicksHead(MembersDid), TicksHead(ProfessionalsDid)
        self.told = TimedHead(Told, set(Told) - {Told.NONE})
        self.called = TimedHead(Call112, {Call112.CALLED})
        self.heads: dict[Head, HeadField] = {
            Head.CALLED: self.called,
            Head.NATURE: self.nature,
            Head.REPORTER: self.reporter,
            Head.MEMBERS: self.members,
            Head.PROFESSIONALS: self.professionals,
            Head.RESULT: self.result,
            Head.TOLD: self.told,
        }
        self._facts, self._lines_title = PlainLabel(wraps=True, is_bold=True), PlainLabel(wraps=True)
        self._lines = QWidget()
        self._line_row = FlowLayout(self._lines)
        self._content = QWidget()
        self._detail: ReportDetail | None = None
        self._speakers: tuple[tuple[MemberId, str], ...] = ()
        self._lay_out()
        for head, field in self.heads.items():
            teller = _Teller(head, self)
            field.said.connect(teller.say)
            field.suggestion_wanted.connect(teller.want_suggestion)
        self.retranslate()

    def show_detail(self, detail: "ReportDetail", speakers: "Sequence[tuple[MemberId, str]]") -> None:
        """Show a report; ``speakers`` are who wrote in it, under the names that the chat shows."""
        is_other = self._detail is None or self._detail.id != detail.id
        self._detail, self._speakers = detail, tuple(speakers)
        self._fill()
        if is_other:
            self.verticalScrollBar().setValue(0)

    def focus_first(self) -> None:
        """Go to the first field."""
        self.called.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ensureWidgetVisible(self.called)

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        self.setAccessibleName(self.tr("What is known of this report"))
        self._lines_title.setText(self.tr("There is a question about it:"))
        titles = {
            Head.CALLED: self.tr("112"),
            Head.NATURE: self.tr("What it is about"),
            Head.REPORTER: self.tr("Who reported it"),
            Head.MEMBERS: self.tr("What members did"),
            Head.PROFESSIONALS: self.tr("What professionals did"),
            Head.RESULT: self.tr("What came of it"),
            Head.TOLD: self.tr("Told in the group what came of it"),
        }
        for head, field in self.heads.items():
            field.retranslate(titles[head])
        self._fill()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def minimumSizeHint(self) -> QSize:
        """So wide that no word is cut off, and some lines high."""
        width = self._content.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(width, theme.em(self, 6))

    # --- what is shown ------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        detail = self._detail
        if detail is None:
            return
        self._facts.setText("\n".join(detail.facts))
        self._facts.setVisible(bool(detail.facts))
        self._fill_lines(detail)
        now, suggested, by_hand = detail.heads, detail.suggested, detail.by_hand
        self.nature.show_value(now.nature, suggested.nature, is_by_hand=Head.NATURE in by_hand)
        self.reporter.show_value(now.reporter, suggested.reporter, is_by_hand=Head.REPORTER in by_hand)
        self.result.show_value(now.result, suggested.result, is_by_hand=Head.RESULT in by_hand)
        self.members.show_values(now.members, suggested.members, is_by_hand=Head.MEMBERS in by_hand)
        self.professionals.show_values(
            now.professionals, suggested.professionals, is_by_hand=Head.PROFESSIONALS in by_hand
        )
        told = Timed(now.told.how, now.told.by, now.told.minutes)
        roles = [(role, Shown(words.word(role))) for role in Role]
        self.told.show_timed(told, suggested.told.how, roles, is_by_hand=Head.TOLD in by_hand)
        called = Timed(now.called.state, now.called.by_id, now.called.minutes)
        people = [(who, isolated(one_line(name, NAME_CHARACTERS))) for who, name in self._callers(now.called)]
        self.called.show_timed(called, suggested.called.state, people, is_by_hand=Head.CALLED in by_hand)

    def _callers(self, called: Called) -> "tuple[tuple[MemberId, str], ...]":
        """Return who may have called: those who wrote in the report, and who is said to have done so."""
        known = {member_id for member_id, _ in self._speakers}
        if called.by_id is None or called.by_id in known:
            return self._speakers
        return (*self._speakers, (called.by_id, called.by or ""))

    def _fill_lines(self, detail: "ReportDetail") -> None:
        while (item := self._line_row.takeAt(0)) is not None:
            button = item.widget()
            if button is not None:
                button.hide()
                button.deleteLater()
        for line in detail.lines:
            button = ValueButton(line_words(line), line.id)
            button.setAccessibleName(self.tr("Show {line}").format(line=line_words(line)))
            button.chosen.connect(self.line_requested)
            self._line_row.addWidget(button)
        for part in (self._lines_title, self._lines):
            part.setVisible(bool(detail.lines))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._content)
        column.setSpacing(theme.em(self, 0.7))
        for part in (self._facts, self._lines_title, self._lines, *self.heads.values()):
            column.addWidget(part)
        column.addStretch(1)
        self._line_row.setContentsMargins(0, 0, 0, 0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(self._content)
        self._content.setAutoFillBackground(False)


class _Teller(QObject):
    """Says of which head a field spoke, in the terms of the domain."""

    def __init__(self, head: Head, known: ReportKnown) -> None:
        super().__init__(known)
        self._head, self._known = head, known

    @Slot(object)
    def say(self, value: object) -> None:
        """Pass on what a person says."""
        self._known.said.emit(self._head, _as_said(value))

    @Slot()
    def want_suggestion(self) -> None:
        """Pass on that the suggestion is wanted."""
        self._known.suggestion_wanted.emit(self._head)


def _as_said(value: object) -> "HeadValue":
    if isinstance(value, Timed) and isinstance(value.value, Told):
        return ToldHow(value.value, value.by, value.minutes)  # type: ignore[arg-type]
    if isinstance(value, Timed) and isinstance(value.value, Call112):
        return Called(value.value, value.by, value.minutes)  # type: ignore[arg-type]
    return value  # type: ignore[return-value]
