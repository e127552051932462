"""Questions about data: who asks, found by name or number, and what must still be answered or asked of others.

GUI thread only. Knows no desk.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.one_person import Asks, Person, PrivacyRequest
from ui import privacy_facts, theme
from ui.widgets.fact_list import ValueButton
from ui.widgets.key_button import KeyButton
from ui.widgets.recall_list import RecallList
from ui.widgets.text import PlainLabel, Shown, one_line

FOUND_SHOWN: Final = 100
ANSWERED_SHOWN: Final = 20
WORDS_CHARACTERS: Final = 500
QUERY_CHARACTERS: Final = 200
FOUND_EM: Final = 12


class QuestionsView(QWidget):
    """A field to search in, who was found, and under that every question.

    *Signals:*
        searched(str): who has these words in his name, number or address of mail?
        person_chosen(str): open the rights of who has this key.
        request_opened(object): open the rights of who asked this (``PrivacyRequest``).
        answered(object): the request with this id was answered.
    """

    searched = Signal(str)
    person_chosen = Signal(str)
    request_opened = Signal(object)
    answered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: tuple[Person, ...] | None = None
        self._asked: tuple[PrivacyRequest, ...] = ()
        self._now: datetime | None = None
        self._intro, self._label, self._found = PlainLabel(wraps=True), PlainLabel(), PlainLabel(wraps=True)
        self.field, self.search = QLineEdit(), QPushButton()
        self.field.setMaxLength(QUERY_CHARACTERS)
        self._label.setBuddy(self.field)
        self.found, self.open = QListWidget(), KeyButton()
        self.found.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.found.setUniformItemSizes(True)
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.questions = RecallList()
        self._lay_out()
        self.field.returnPressed.connect(self._on_search_clicked)
        self.search.clicked.connect(self._on_search_clicked)
        self.found.itemActivated.connect(self.open_found)
        self.found.itemSelectionChanged.connect(self._say_found)
        self.open.clicked.connect(self.open_found)
        self._fit()
        self._retranslate()

    # --- what the leaf calls ------------------------------------------------------------------------------------------

    def show_people(self, people: Sequence[Person]) -> None:
        """Show who was found, the first one chosen."""
        self._people = tuple(people)
        self.found.clear()
        for person in self._people[:FOUND_SHOWN]:
            self.found.addItem(_item(person))
        self._say_found()
        if people:
            self.found.setCurrentRow(0)
            self.found.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget_people(self) -> None:
        """Show nobody: what was found may be gone."""
        self._people = None
        self.found.clear()
        self.field.clear()
        self._say_found()

    def show_asked(self, asked: Sequence[PrivacyRequest], now: datetime) -> None:
        """Show what was asked; what is open first, as the desk orders it."""
        self._asked, self._now = tuple(asked), now
        self._fill()

    def take_focus(self) -> None:
        """Go to the field."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def open_found(self) -> None:
        """Open the rights of who is chosen; of several together, when they are one person."""
        keys = [item.data(Qt.ItemDataRole.UserRole) for item in self.found.selectedItems()]
        if keys:
            self.person_chosen.emit("+".join(keys))

    # --- texts and places ---------------------------------------------------------------------------------------------

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the letters."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    def _fit(self) -> None:
        self.found.setMaximumHeight(theme.em(self, FOUND_EM))
        self.found.setSpacing(theme.em(self, 0.2))  # lines that lie close are hard to keep apart

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._label)
        row.addWidget(self.field, 1)
        row.addWidget(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._intro)
        column.addLayout(row)
        column.addWidget(self._found)
        column.addWidget(self.found)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.questions, 1)

    def _retranslate(self) -> None:
        self._intro.setText(
            self.tr("Somebody asks what you keep of him, or wants it changed or gone? Look up the person here.")
        )
        self._label.setText(self.tr("Who &asks"))
        self.field.setPlaceholderText(self.tr("A name, number or e-mail address"))
        self.field.setAccessibleName(self.tr("Name, number or e-mail address of who asks"))
        self.search.setText(self.tr("&Search"))
        self.found.setAccessibleName(self.tr("Who was found"))
        self.open.set_key(self.tr("Enter"))
        self.questions.setAccessibleName(self.tr("Questions about data"))
        for place in range(self.found.count()):
            self.found.item(place).setText(_line(self._people[place]) if self._people else "")
        self._say_found()
        self._fill()

    @Slot()
    def _say_found(self) -> None:
        people = self._people
        chosen = len(self.found.selectedItems())
        self._found.setVisible(people is not None)
        for widget in (self.found, self.open):
            widget.setVisible(bool(people))
        if people is not None and not people:
            nobody = self.tr("Nobody was found. Look with fewer words, or by a number.")
            also = self.tr("What stands only in a message, you find on the page Messages.")
            self._found.setText(f"{nobody} {also}")
        elif people:
            several = self.tr("Is one person there more than once? Choose them together, with Ctrl and the mouse.")
            self._found.setText(several if len(people) > 1 else self.tr("One person was found."))
        self.open.setText(self._together(chosen) if chosen > 1 else self.tr("&Go on"))
        self.open.setEnabled(chosen > 0)

    def _together(self, count: int) -> str:
        return self.tr("&Go on: these %Ln are one person", "", count)

    @Slot()
    def _on_search_clicked(self) -> None:
        if self.field.text().strip():
            self.searched.emit(self.field.text())

    # --- the questions ------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        now = self._now
        place = self.questions.verticalScrollBar().value()
        self.questions.begin()
        if now is not None:
            unanswered = [one for one in self._asked if one.answered_at is None]
            answered = [one for one in self._asked if one.answered_at is not None]
            self.questions.add_gap()
            self.questions.add_line(self.tr("To answer"), is_bold=True)
            if not unanswered:
                self.questions.add_line(self.tr("No question waits for your answer."))
            for request in unanswered:
                self._add(request, now)
            self._add_recalls()
            if answered:
                self.questions.add_gap()
                self.questions.add_line(self.tr("Answered"), is_bold=True)
            for request in answered[:ANSWERED_SHOWN]:
                self._add(request, now)
        self.questions.finish()
        self.questions.verticalScrollBar().setValue(place)

    def _add(self, request: PrivacyRequest, now: datetime) -> None:
        said = privacy_facts.asked_words(request)
        buttons = []
        if request.answered_at is None:
            show = ValueButton(self.tr("Show"), request, self.tr("Show: {what}"))
            done = ValueButton(self.tr("It was answered"), request.id, self.tr("It was answered: {what}"))
            show.chosen.connect(self.request_opened)
            done.chosen.connect(self.answered)
            buttons = [show] if request.person_id is not None else []
            if request.kind is not Asks.OBJECTION or not buttons:  # an objection is settled with the person
                buttons.append(done)
        for button in buttons:
            button.setAccessibleName(button.accessibleName().format(what=said))
        parts = [privacy_facts.due_words(request, now)]
        if request.words:
            parts.append(f"“{one_line(request.words, WORDS_CHARACTERS)}”")
        self.questions.add_entry(said, Shown("\n".join(parts)), *buttons)

    def _add_recalls(self) -> None:
        """Add who must still be asked to erase somebody too."""
        to_ask = [(one, who) for one in self._asked for who in one.recipients if who.told_at is None]
        if to_ask:
            self.questions.add_gap()
            self.questions.add_to_ask(to_ask)


def _line(person: Person) -> Shown:
    known = " · ".join(privacy_facts.known_words(one) for one in person.known[:4])
    return Shown(f"{privacy_facts.name_words(person.name)}  ({known})")


def _item(person: Person) -> QListWidgetItem:
    item = QListWidgetItem(_line(person))
    item.setData(Qt.ItemDataRole.UserRole, person.key)
    return item
