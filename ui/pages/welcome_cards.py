"""The leaf Kaarten: what to expect of professionals, who is in the group, where to report what. GUI thread only."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from console.domain.changes import Changes
from console.domain.group import GroupId
from console.domain.professional import ProfessionalId
from console.domain.welcome import Form
from ui.jobs import Jobs
from ui.pages.previewing import Previewing
from ui.pages.welcome_leaf import WelcomeLeaf
from ui.shortcuts import Command, KeyMap
from ui.widgets.card_form import CardForm
from ui.widgets.welcome_preview import WelcomePreview

if TYPE_CHECKING:
    from console.desk.console import Console
    from console.desk.welcome.cards import Card

FORMS: Final = (Form.MESSAGE, Form.CARD, Form.SHEET)
ON_PAPER: Final = (Form.CARD, Form.SHEET)


@dataclass(frozen=True, slots=True)
class CardWork:
    """A card, its words, the professionals of the group by id and name, and what is wrong with it in sentences."""

    card: "Card"
    text: str
    professionals: tuple[tuple[int, str], ...]
    problems: tuple[str, ...]


def load_card(console: "Console", group_id: GroupId, language: str, wanted: tuple[str, int | None, str]) -> CardWork:
    """Ask the desk for a card: its kind, of whom, and how administrators are named. On a lane."""
    from console.desk import professionals
    from console.desk.welcome import cards, where_to_report
    from console.desk.who_is_in import Naming

    name, professional_id, naming = wanted
    kind = cards.CardKind(name)
    card = cards.card(
        console,
        group_id,
        kind,
        language,
        professional_id=None if professional_id is None else ProfessionalId(professional_id),
        naming=Naming(naming),
    )
    known = professionals.of_group(console, group_id)
    problems = where_to_report.problems(console, group_id) if kind is cards.CardKind.WHERE_TO_REPORT else ()
    return CardWork(card, cards.text(card.leaflet), tuple((one.id, one.facts.name) for one in known), problems)


class CardsLeaf(WelcomeLeaf):
    """The card in words at the left, how members see it at the right; nothing is sent before a person says so."""

    key = "cards"

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self.form, self.preview = CardForm(), WelcomePreview(FORMS)
        self.previewing = Previewing(jobs, keys, self.preview, self)
        self._work: CardWork | None = None
        self._asked: Hashable = None  # about which card the desk was asked last
        row = QHBoxLayout(self)
        row.addWidget(self.form, 1)
        row.addWidget(self.preview, 1)
        self.setFocusProxy(self.preview.tabs)
        self.form.chosen.connect(self._on_form_chosen)
        self.form.mended.connect(self._show)
        self.preview.posted.connect(self.post)
        self.previewing.told.connect(self.told)
        self.previewing.warned.connect(self.warned)
        keys.bind(self, Command.GROUP, self.post)

    # --- a leaf of the page -------------------------------------------------------------------------------------------

    @override
    def show_for(self, group_id: GroupId | None, language: str) -> None:
        if (group_id, language) != (self.group_id, self.language):
            self.previewing.clear()  # nobody makes the card of one group ready for another
        super().show_for(group_id, language)
        self.setEnabled(group_id is not None)
        if group_id is None:
            self._work = None
            self.form.show_words("")
            self.previewing.clear()
        else:
            self._ask()

    @override
    def changed(self, changes: Changes) -> None:
        if changes.groups or changes.people:
            self.refresh()

    @override
    def can_put_away(self) -> bool:
        return self.form.is_edited

    @override
    def put_away(self) -> None:
        self.form.put_back()
        self.take_focus()

    # --- the card -----------------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        if self._job is not None:
            self._job.drop()
        self._asked = wanted = (self.group_id, self.language, self.form.wanted)
        self._job = self.jobs.ask(load_card, *wanted, done=self._on_card, failed=self._on_failed)

    @Slot()
    def _on_form_chosen(self) -> None:
        if self.group_id is not None:
            self._ask()

    @Slot(object)
    def _on_card(self, work: CardWork) -> None:
        self._job, self._work = None, work
        self.form.offer(work.professionals)
        self.form.show_problems(work.problems)
        self.form.show_words(work.text, work.card.leaflet.direction, self._asked)
        self._show()

    @Slot()
    def _show(self) -> None:
        """Show the card with the words as they stand there."""
        from console.desk.welcome import cards

        if self._work is None:
            return
        card = self._work.card
        leaflet = cards.edited(card.leaflet, self.form.words)
        told = {Form.MESSAGE: cards.message(leaflet, card.tool)}
        name = f"{card.leaflet.title} {self.language}"
        self.previewing.show_all(told, dict.fromkeys(ON_PAPER, leaflet), name=name, direction=leaflet.direction)

    @Slot()
    def post(self) -> None:
        """Make the message ready for the group; a picture or a sheet a person sends himself."""
        self._post(self.preview.messages)
