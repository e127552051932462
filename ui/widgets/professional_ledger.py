"""Professionals and organisations of whom an answer is waited for: the list, and the sheet of one. GUI thread only."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from console.domain.feedback import LineState
from ui import facts, owed, words
from ui.models.ledger import ROW_ROLE, LedgerModel, Row
from ui.widgets.chip_list import ChipDelegate, ChipListView, ChipRow, ModelIndex
from ui.widgets.fact_list import FactList, ValueButton
from ui.widgets.text import Shown, isolated, one_line

if TYPE_CHECKING:
    from datetime import datetime

    from console.desk.feedback.by_professional import (
        OrganisationDetail,
        Owed,
        Place,
        ProfessionalDetail,
        ProfessionalRow,
        SentDigest,
    )
    from console.domain.feedback import Line

ZONE: Final = "Europe/Amsterdam"
ABOUT_LINES: Final = 1
GROUP_CHARACTERS, WHAT_CHARACTERS = 80, 300
DIGESTS_SHOWN: Final = 5
_WAITED_FOR: Final = frozenset({LineState.TO_ASK, LineState.ASKED})


class LedgerListView(ChipListView):
    """What is open with each, who it is, and for whom he works."""

    def __init__(self, rows: LedgerModel, parent: QWidget | None = None) -> None:
        super().__init__(rows, _LedgerDelegate(ABOUT_LINES), parent)

    @override
    def _name(self) -> str:
        return self.tr("Of whom an answer is waited for")


class _LedgerDelegate(ChipDelegate):
    @override
    def row(self, index: ModelIndex) -> ChipRow:
        row: Row = index.data(ROW_ROLE)
        due = self.tr("overview due")
        return ChipRow(
            chip=owed.open_words(row.owed),
            color="today" if row.owed.overdue else "later",
            moments=(due,) if row.is_due else (),
            title=isolated(one_line(row.name, 80)),
            text=row.about(),
            is_settled=False,
        )


class LedgerSheet(FactList):
    """What is known of one: what is open, with which groups, how fast an answer comes; never a number to judge by.

    *Signals:*
        line_requested(object): show the line with this id.
        group_requested(object): show the professionals of the group with this id.
        professional_requested(object): show the professional with this id.
    """

    line_requested = Signal(object)
    group_requested = Signal(object)
    professional_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: ProfessionalDetail | OrganisationDetail | None = None
        self._is_organisation = False
        self._between: tuple[QWidget, QWidget] | None = None
        self._fill()

    def stand_between(self, before: QWidget, after: QWidget) -> None:
        """Let Tab come to the buttons of the sheet, which are made anew each time, between these two."""
        self._between = (before, after)

    def show_professional(self, detail: "ProfessionalDetail | None") -> None:
        """Show a professional, or nobody."""
        self._show(detail, is_organisation=False)

    def show_organisation(self, detail: "OrganisationDetail") -> None:
        """Show an organisation."""
        self._show(detail, is_organisation=True)

    def _show(self, detail: "ProfessionalDetail | OrganisationDetail | None", *, is_organisation: bool) -> None:
        is_other = detail is None or self._shown is None or detail.row.name != self._shown.row.name
        place = self.verticalScrollBar().value()
        self._shown, self._is_organisation = detail, is_organisation
        self._fill()
        self.verticalScrollBar().setValue(0 if is_other else place)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)

    def _fill(self) -> None:
        self.setAccessibleName(self.tr("What is known, and what is waited for"))
        self.begin()
        if self._shown is not None:
            self.add_heading(facts.name_of(self._shown.row.name))
            if self._is_organisation:
                self._add_organisation(self._shown)  # type: ignore[arg-type]  # _is_organisation says so
            else:
                self._add_professional(self._shown)  # type: ignore[arg-type]
        self.finish()
        if self._between is not None:
            before, after = self._between
            for widget in (self, *self.findChildren(ValueButton), after):
                QWidget.setTabOrder(before, widget)
                before = widget

    # --- a professional ----------------------------------------------------------------------------------------------

    def _add_professional(self, detail: "ProfessionalDetail") -> None:
        row = detail.row
        work = ", ".join(filter(None, (row.job_name, row.organisation)))
        if work:
            self.add_line(one_line(work, WHAT_CHARACTERS))
        self.add_line(self._last_message(row.last_message_at, row.last_group), is_muted=True)
        self._add_lines(detail.lines)
        self._add_answers(row.owed)
        self.add_part(
            self.tr("How to reach"),
            [
                (self.tr("Telephone number"), facts.phone_words(detail.phone) if detail.phone else self._unknown()),
                (self.tr("When to call"), one_line(detail.phone_hours, 200) or self._unknown()),
                (self.tr("E-mail"), one_line(detail.email, 200) or self._unknown()),
            ],
        )
        self._add_places(row.groups)
        sent = [(facts.day_in(one.at, ZONE), self._sent_words(one)) for one in detail.digests[:DIGESTS_SHOWN]]
        self.add_part(self.tr("Overviews that were sent"), sent)

    def _add_places(self, places: "tuple[Place, ...]") -> None:
        self.add_gap()
        self.add_line(self.tr("With these groups"), is_bold=True)
        if not places:
            self.add_line(self.tr("With no group now."), is_muted=True)
        for place in places:
            group = isolated(one_line(place.group, GROUP_CHARACTERS))
            show = ValueButton(self.tr("Show it"), place.group_id)
            show.setAccessibleName(Shown(self.tr("Show the professionals of {group}").format(group=group)))
            show.chosen.connect(self.group_requested)
            said = [f"{_capital(owed.presence_words(place.presence))}.", one_line(place.expects, WHAT_CHARACTERS)]
            self.add_entry(group, " ".join(filter(None, said)), show)

    def _sent_words(self, sent: "SentDigest") -> str:
        how = {
            "mail": self.tr("by e-mail"),
            "paper": self.tr("on paper"),
            "app": self.tr("in a message"),
        }.get(sent.how, self.tr("in another way"))
        return self.tr("{how}, with %Ln question(s)", "", sent.lines).format(how=how)

    # --- an organisation ---------------------------------------------------------------------------------------------

    def _add_organisation(self, detail: "OrganisationDetail") -> None:
        self.add_line(self._last_message(detail.row.last_message_at, None), is_muted=True)
        self._add_lines(detail.lines)
        self._add_people(detail.people)
        names = [(isolated(one_line(name, GROUP_CHARACTERS)), "") for _group_id, name in detail.row.groups]
        self.add_part(self.tr("With these groups"), names)
        self._add_answers(detail.row.owed)

    def _add_people(self, people: "Iterable[ProfessionalRow]") -> None:
        people = tuple(people)
        if people:
            self.add_gap()
            self.add_line(self.tr("Who works there"), is_bold=True)
        for one in people:
            name = facts.name_of(one.name)
            show = ValueButton(self.tr("Show"), one.id)
            show.setAccessibleName(Shown(self.tr("Show {name}").format(name=name)))
            show.chosen.connect(self.professional_requested)
            said = ", ".join(filter(None, (one_line(one.job_name, 100), owed.open_words(one.owed))))
            self.add_entry(name, said, show)

    # --- both --------------------------------------------------------------------------------------------------------

    def _last_message(self, at: "datetime | None", group: str | None) -> str:
        if at is None:
            return self.tr("No message in a chat is known.")
        day = facts.day_in(at, ZONE)
        if group is None:
            return self.tr("Last message in a chat: {day}.").format(day=day)
        said = self.tr("Last message in a chat: {day}, in {group}.")
        return Shown(said.format(day=day, group=isolated(one_line(group, GROUP_CHARACTERS))))

    def _add_lines(self, lines: "Iterable[Line]") -> None:
        """Add what is waited for; what is answered asks nothing more of who answered."""
        self.add_gap()
        self.add_line(self.tr("Open questions"), is_bold=True)
        waiting = [line for line in lines if line.state in _WAITED_FOR]
        if not waiting:
            self.add_line(self.tr("Nothing is waited for."), is_muted=True)
        for line in waiting:
            show = ValueButton(self.tr("Show it"), line.id)
            show.setAccessibleName(self.tr("Show question {number}").format(number=line.number))
            show.chosen.connect(self.line_requested)
            groups = ", ".join(isolated(one_line(one.group, GROUP_CHARACTERS)) for one in line.groups)
            state = self.tr("late") if line.is_overdue else words.word(line.state)
            days = self.tr("%Ln day(s)", "", line.days)
            head = Shown(f"{line.number} · {state} · {days} · {groups}")
            self.add_entry(head, one_line(line.what, WHAT_CHARACTERS), show)

    def _add_answers(self, counted: "Owed") -> None:
        self.add_gap()
        self.add_line(self.tr("Answers"), is_bold=True)
        self.add_line(owed.speed_words(counted.answered, counted.median_days))

    def _unknown(self) -> str:
        return self.tr("not known")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
