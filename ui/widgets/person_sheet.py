"""Everything that is known of one member over all groups. GUI thread only."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from console.domain.member import Likeness
from ui import facts, words
from ui.widgets.fact_list import FactList, ValueButton
from ui.widgets.text import Shown, isolated, one_line

if TYPE_CHECKING:
    from console.desk.identity import Question
    from console.desk.members import PersonCard

DEFAULT_ZONE = "Europe/Amsterdam"


class PersonSheet(FactList):
    """Facts in words, with a button where a person may change one; never a number to judge anybody by.

    *Signals:*
        same_said(object), different_said(object): an answer to "is this the same person?", with the other's id.
        separate_requested(object): not the same person after all; the id of the other name.
        note_end_requested(object): the id of a note.
        message_requested(object): show the message with this id in its conversation.
    """

    same_said = Signal(object)
    different_said = Signal(object)
    separate_requested = Signal(object)
    note_end_requested = Signal(object)
    message_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card: PersonCard | None = None
        self._first_answer: ValueButton | None = None
        self._fill()

    def show_card(self, card: "PersonCard | None") -> None:
        """Show a person, or nobody; the same person again stays where he was."""
        is_other = card is None or self._card is None or card.id != self._card.id
        place = self.verticalScrollBar().value()
        self._card = card
        self._fill()
        self.verticalScrollBar().setValue(0 if is_other else place)

    def focus_question(self) -> None:
        """Go to the first question whether somebody is the same person."""
        if self._first_answer is not None:
            self._first_answer.setFocus()
            self.ensureWidgetVisible(self._first_answer)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)

    def _fill(self) -> None:
        self.setAccessibleName(self.tr("What is known of this member"))
        self._first_answer = None
        self.begin()
        if self._card is not None:
            self._add_card(self._card)
        self.finish()

    def _add_card(self, card: "PersonCard") -> None:
        zone = card.memberships[0].time_zone if card.memberships else DEFAULT_ZONE
        self.add_heading(facts.name_of(card.name))
        if card.names:
            also = self.tr("Also called: {names}")
            self.add_line(Shown(also.format(names=", ".join(map(facts.name_of, card.names)))))
        number = facts.phone_words(card.phone) if card.phone else self.tr("not known")
        self.add_line(self.tr("Telephone number: {number}").format(number=number))
        if card.objected_at is not None:
            self.add_gap()
            self.add_line(self.tr("Objects to how the data is used. You settle it under Rights."), is_bold=True)
            self.add_line(self.tr("Steps and earlier decisions do not count until then."), is_muted=True)
        for question in card.questions:
            self._add_question(question)
        self._add_merged(card)
        self._add_memberships(card)
        self._add_notes(card, zone)
        steps = [facts.step_words(step, zone) for step in reversed(card.steps)]
        self.add_part(self.tr("Steps that still count"), steps, facts.steps_intro())
        decided = [(facts.decision_head(past, zone), facts.decision_text(past)) for past in card.decisions]
        self.add_part(self.tr("Decided before"), decided)
        self._add_messages(card)

    def _add_question(self, question: "Question") -> None:
        if question.likeness is Likeness.PHONE:
            asked = self.tr("Is this the same person? {name} has the same number.")
        else:
            asked = self.tr("Is this the same person? {name} has the same name.")
        name = facts.name_of(question.name)
        yes = ValueButton(self.tr("The same person"), question.person_id, self.tr("{name} is the same person"))
        no = ValueButton(self.tr("Two people"), question.person_id, self.tr("{name} is somebody else"))
        for button in (yes, no):
            button.setAccessibleName(button.accessibleName().format(name=name))
        yes.chosen.connect(self.same_said)
        no.chosen.connect(self.different_said)
        self._first_answer = self._first_answer or yes
        self.add_gap()
        self.add_line(Shown(asked.format(name=name)), is_bold=True)
        self.add_entry(", ".join(question.groups), "", yes, no)

    def _add_merged(self, card: "PersonCard") -> None:
        if card.merged:
            self.add_gap()
            self.add_line(self.tr("The same person"), is_bold=True)
        for other in card.merged:
            name = facts.name_of(other.name)
            part = ValueButton(self.tr("Not the same after all"), other.person_id)
            part.setAccessibleName(self.tr("{name} is not the same after all").format(name=name))
            part.chosen.connect(self.separate_requested)
            self.add_entry(", ".join(other.groups), name, part)

    def _add_memberships(self, card: "PersonCard") -> None:
        self.add_gap()
        self.add_line(self.tr("In your groups"), is_bold=True)
        for membership in card.memberships:
            known = [
                facts.group_and_periods(membership),
                *facts.alias_words(membership),
                *facts.consent_words(membership.consent, membership.time_zone),
            ]
            head = isolated(membership.group)
            if membership.name != card.name:
                called = self.tr("{group}, as {name}")
                head = Shown(called.format(group=head, name=facts.name_of(membership.name)))
            self.add_entry(head, "\n".join(known))

    def _add_notes(self, card: "PersonCard", zone: str) -> None:
        if card.notes:
            self.add_gap()
            self.add_line(self.tr("Notes"), is_bold=True)
        for note in card.notes:
            end = ValueButton(self.tr("End this note"), note.id)
            end.chosen.connect(self.note_end_requested)
            self.add_entry(facts.note_head(note, zone), one_line(note.text, 2_000), end)

    def _add_messages(self, card: "PersonCard") -> None:
        if card.recent:
            self.add_gap()
            self.add_line(self.tr("Last messages"), is_bold=True)
        for line in card.recent:
            said = words.message_words(line.kind, line.event, None, line.text)
            show = ValueButton(self.tr("Show it"), line.id)
            show.setAccessibleName(self.tr("Show the message of {moment}").format(moment=words.moment(line.at)))
            show.chosen.connect(self.message_requested)
            head = Shown(f"{words.moment(line.at)}, {isolated(line.group)}")
            self.add_entry(head, one_line(said, facts.TEXT_CHARACTERS), show)
