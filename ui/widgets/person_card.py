"""Who wrote a message, and what was decided and noted before. GUI thread only."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from ui import words
from ui.widgets.text import PlainLabel, isolated, one_line

if TYPE_CHECKING:
    from datetime import datetime

    from console.desk.conversation import Detail, MemberCard


class PersonView(QScrollArea):
    """Facts about a member in this group, in words; nothing about anybody who is talked about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._detail: Detail | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self._fill()

    def show_detail(self, detail: "Detail | None") -> None:
        """Show who wrote the message of a detail; None shows nothing."""
        self._detail = detail
        self._fill()
        self.verticalScrollBar().setValue(0)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)

    def _fill(self) -> None:
        self.setAccessibleName(self.tr("Who wrote it"))
        content = QWidget()
        content.setAutoFillBackground(False)
        column = QVBoxLayout(content)
        if self._detail is not None and self._detail.member is not None:
            self._add_card(column, self._detail.member)
        elif self._detail is not None:
            column.addWidget(PlainLabel(self.tr("A notice of the app itself; nobody wrote it."), wraps=True))
        column.addStretch(1)
        self.setWidget(content)

    def _add_card(self, column: QVBoxLayout, member: "MemberCard") -> None:
        column.addWidget(PlainLabel(isolated(one_line(member.name, 200)), wraps=True, scale=1.25, is_bold=True))
        for fact in self._facts(member):
            column.addWidget(PlainLabel(fact, wraps=True))
        notes = [
            (self.tr("until {day}").format(day=words.short_day(self._local(note.ends_at))), note.text)
            for note in member.notes
        ]
        self._add_part(column, self.tr("Notes"), notes)
        decisions = [
            (f"{words.word(past.verb)}, {words.short_day(self._local(past.decided_at))}", past.text)
            for past in member.decisions
            if not past.is_undone
        ]
        self._add_part(column, self.tr("Decided before"), decisions)
        recent = [(words.moment(line.at), line.text) for line in reversed(member.recent)]
        self._add_part(column, self.tr("Last messages"), recent)

    def _facts(self, member: "MemberCard") -> list[str]:
        facts = [words.word(member.role)]
        if member.joined_at is None:
            facts.append(self.tr("Was a member before the export begins"))
        else:
            facts.append(self.tr("Member since {day}").format(day=words.short_day(self._local(member.joined_at))))
        if member.left_at is not None:
            facts.append(self.tr("Left on {day}").format(day=words.short_day(self._local(member.left_at))))
        facts.append(self.tr("%Ln message(s) in this group", "", member.messages))
        return facts

    def _local(self, at: "datetime") -> "datetime":
        """Return a moment of the desk (UTC) in the zone of the conversation."""
        detail = self._detail
        return at.astimezone(detail.lines[detail.focus].at.tzinfo) if detail and detail.lines else at

    def _add_part(self, column: QVBoxLayout, title: str, entries: list[tuple[str, str]]) -> None:
        if not entries:
            return
        column.addSpacing(self.fontMetrics().height() // 2)
        column.addWidget(PlainLabel(title, wraps=True, is_bold=True))
        for head, text in entries:
            column.addWidget(PlainLabel(head, wraps=True, is_muted=True))
            column.addWidget(PlainLabel(one_line(text, 300), wraps=True))
