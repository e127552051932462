"""What somebody may ask about his own data, what he asked before, and as what he stands here. GUI thread only."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.one_person import Asks, Objection, Person, PrivacyRequest
from ui import privacy_facts, theme
from ui.widgets.fact_list import FactList, ValueButton
from ui.widgets.text import PlainLabel, Shown, one_line

LATER: Final = "later"  # beside what he may ask: to write down that he asked, and to answer another day
REFUSE: Final = "refuse"  # an objection that does not stand
WORDS_CHARACTERS: Final = 2_000
LOW_EM: Final = 26  # below this height the buttons stand without their sentences: what waits for a decision needs room


class RightsHome(QWidget):
    """A button for each of his rights with one sentence about it, and under them what is known of the rest.

    *Signals:*
        chosen(str): a value of ``Asks``, ``LATER`` or ``REFUSE``.
        answered(object): the request with this id was answered.
    """

    chosen = Signal(object)
    answered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person: Person | None = None
        self._asked: tuple[PrivacyRequest, ...] = ()
        self._objection: Objection | None = None
        self._alike: tuple[Person, ...] = ()
        self._now: datetime | None = None
        self._intro = PlainLabel(wraps=True, is_muted=True)
        kinds = (Asks.ACCESS.value, Asks.CORRECTION.value, Asks.OBJECTION.value, Asks.ERASURE.value, LATER)
        self.buttons = {kind: ValueButton("", kind) for kind in kinds}
        self._hints = {kind: PlainLabel(wraps=True) for kind in kinds}
        self.known = FactList()
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        for place, kind in enumerate(kinds):
            grid.addWidget(self.buttons[kind], place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._hints[kind], place, 1)
            self.buttons[kind].chosen.connect(self.chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._intro)
        column.addLayout(grid)
        column.addWidget(self.known, 1)
        self._retranslate()

    def show_person(
        self,
        person: Person,
        asked: Sequence[PrivacyRequest],
        objection: Objection | None,
        alike: Sequence[Person],
        now: datetime,
    ) -> None:
        """Show somebody, what he asked, to what he objects, and who else has a name of his."""
        self._person, self._asked, self._objection, self._now = person, tuple(asked), objection, now
        self._alike = tuple(alike)
        for kind in (Asks.CORRECTION.value, Asks.OBJECTION.value):
            self.buttons[kind].setVisible(person.person_id is not None)
        self._fit()
        self.buttons[Asks.OBJECTION.value].setEnabled(objection is None)
        self._fill()

    def take_focus(self) -> None:
        """Go to the first button."""
        self.buttons[Asks.ACCESS.value].setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the sentences where there is little room."""
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _fit(self) -> None:
        is_roomy = self.height() >= theme.em(self, LOW_EM)
        self._intro.setVisible(is_roomy)
        for kind, hint in self._hints.items():
            hint.setVisible(is_roomy and not self.buttons[kind].isHidden())

    def _retranslate(self) -> None:
        self._intro.setText(
            self.tr("Everybody may ask what you keep of him. You answer within a month. What does this person ask?")
        )
        for kind, text, hint in (
            (
                Asks.ACCESS.value,
                self.tr("A cop&y…"),
                self.tr("Everything that is kept of this person, to hand over. Of others nothing stands in it."),
            ),
            (
                Asks.CORRECTION.value,
                self.tr("Put r&ight…"),
                self.tr("A name or a number that is wrong."),
            ),
            (
                Asks.OBJECTION.value,
                self.tr("O&bject…"),
                self.tr("From then on nothing from before is held against this person, until you settle it."),
            ),
            (
                Asks.ERASURE.value,
                self.tr("Fo&rget…"),
                self.tr("Everything of this person goes for good. You see first what goes."),
            ),
            (
                LATER,
                self.tr("A&nswer later…"),
                self.tr("You write down what was asked and when. The program tells you by when to answer."),
            ),
        ):
            self.buttons[kind].setText(text)
            self.buttons[kind].setAccessibleName(text.replace("&", ""))
            self.buttons[kind].setAccessibleDescription(hint)
            self._hints[kind].setText(hint)
        self.known.setAccessibleName(self.tr("As what this person is known, and what was asked"))
        self._fill()

    def _fill(self) -> None:
        self.known.begin()
        if self._person is not None and self._now is not None:
            self._add_objection()
            self._add_asked(self._now)
            self.known.add_gap()
            self.known.add_line(self.tr("Known as"), is_bold=True)
            for known in self._person.known:
                self.known.add_line(privacy_facts.known_words(known))
            self._add_alike()
        self.known.finish()

    def _add_alike(self) -> None:
        """Say who else has this name: who is chosen in one group only is forgotten in that one only."""
        if not self._alike:
            return
        self.known.add_gap()
        self.known.add_line(self.tr("There is more under this name"), is_bold=True)
        for one in self._alike:
            for known in one.known:
                self.known.add_line(privacy_facts.known_words(known))
        self.known.add_line(
            self.tr(
                "What you do here does not count there. Is it the same person? Then look up the name under Settings, "
                "Questions about data, and choose them together."
            ),
            is_muted=True,
        )

    def _add_objection(self) -> None:
        objection = self._objection
        if objection is None:
            return
        said = self.tr("Objected on {day}. This waits for you.").format(day=privacy_facts.day_words(objection.at))
        self.known.add_gap()
        self.known.add_line(said, is_bold=True)
        forget = ValueButton(self.tr("It stands: forget…"), Asks.ERASURE.value)
        refuse = ValueButton(self.tr("It does not stand…"), REFUSE)
        for button in (forget, refuse):
            button.chosen.connect(self.chosen)
        self.known.add_entry("", _quoted(objection.words), forget, refuse)

    def _add_asked(self, now: datetime) -> None:
        if self._asked:
            self.known.add_gap()
            self.known.add_line(self.tr("Asked before"), is_bold=True)
        for request in self._asked:
            buttons = []
            if request.answered_at is None and request.kind is not Asks.OBJECTION:  # that is settled above
                done = ValueButton(self.tr("It was answered"), request.id)
                done.setAccessibleName(
                    self.tr("It was answered: {what}").format(what=privacy_facts.asked_words(request))
                )
                done.chosen.connect(self.answered)
                buttons.append(done)
            parts = [privacy_facts.due_words(request, now), *([_quoted(request.words)] if request.words else [])]
            self.known.add_entry(privacy_facts.asked_words(request), Shown("\n".join(parts)), *buttons)


def _quoted(text: str) -> Shown:
    return Shown(f"“{one_line(text, WORDS_CHARACTERS)}”") if text else Shown("")
