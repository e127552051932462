"""Who wrote a message, and what was decided and noted before. GUI thread only."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui import facts, theme, words
from ui.widgets.fact_list import FactList, ValueButton
from ui.widgets.text import isolated, one_line

if TYPE_CHECKING:
    from console.desk.conversation import Detail, MemberCard

LEAST_EM: Final = 9


class PersonView(FactList):
    """Facts about a member, in words; nothing about anybody who is talked about, and no number to judge him by.

    *Signals:*
        person_requested(object): show everything about this person (his id), on the page Leden.
    """

    person_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._detail: Detail | None = None
        self._least = 0  # pixels that the button needs
        self._fill()

    def show_detail(self, detail: "Detail | None") -> None:
        """Show who wrote the message of a detail; None shows nothing."""
        self._detail = detail
        self._fill()
        self.updateGeometry()
        self.verticalScrollBar().setValue(0)

    @override
    def minimumSizeHint(self) -> QSize:
        """Wide enough for the button, so that nothing beside it is cut off; the same for everybody."""
        margins = self._column.contentsMargins()
        needed = self._least + margins.left() + margins.right() + self.verticalScrollBar().sizeHint().width()
        return QSize(max(theme.em(self, LEAST_EM), needed), super().minimumSizeHint().height())

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)

    def _fill(self) -> None:
        self.setAccessibleName(self.tr("Who wrote it"))
        self.begin()
        if self._detail is not None and self._detail.member is not None:
            self._add_card(self._detail.member, str(self._detail.lines[self._detail.focus].at.tzinfo))
        elif self._detail is not None:
            self.add_line(self.tr("A notice of the app itself; nobody wrote it."))
        self.finish()

    def _add_card(self, member: "MemberCard", zone: str) -> None:
        self.add_heading(facts.name_of(member.name))
        for fact in self._facts(member, zone):
            self.add_line(fact)
        more = ValueButton(self.tr("More of this member"), member.person_id)
        more.chosen.connect(self.person_requested)
        self._least = more.sizeHint().width()
        self.add_entry("", "", more)
        self.add_part(
            self.tr("Notes"), [(facts.note_head(note, zone), one_line(note.text, 300)) for note in member.notes]
        )
        steps = [facts.step_words(step, zone) for step in reversed(member.steps)]
        self.add_part(self.tr("Steps that still count"), steps, facts.steps_intro())
        decided = [
            (facts.decision_head(past, zone), facts.decision_text(past))
            for past in member.decisions
            if not past.is_undone
        ]
        self.add_part(self.tr("Decided before"), decided)
        elsewhere = [
            (isolated(membership.group), facts.group_and_periods(membership)) for membership in member.elsewhere
        ]
        self.add_part(self.tr("Also a member of"), elsewhere)
        known = [("", sentence) for sentence in facts.consent_words(member.consent, zone)]
        self.add_part(self.tr("Agreement and rules"), known)
        said = [(line.at, words.message_words(line.kind, line.event, None, line.text)) for line in member.recent[::-1]]
        recent = [(words.moment(at), one_line(text, 300)) for at, text in said]
        self.add_part(self.tr("Last messages"), recent)

    def _facts(self, member: "MemberCard", zone: str) -> list[str]:
        said = [words.word(member.role)]
        if member.joined_at is None:
            said.append(self.tr("Was a member before the export begins"))
        else:
            said.append(self.tr("Member since {day}").format(day=facts.day_in(member.joined_at, zone)))
        if member.left_at is not None:
            said.append(self.tr("Left on {day}").format(day=facts.day_in(member.left_at, zone)))
        said.append(self.tr("%Ln message(s) in this group", "", member.messages))
        if member.phone is not None:
            said.append(facts.phone_words(member.phone))
        return said
