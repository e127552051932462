"""How the leaf Vragen looks: what waits at the left, the chosen question with its actions at the right.

GUI thread only.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.feedback import Owing
from console.domain.group import GroupId
from console.domain.professional import ProfessionalId
from ui import line_facts, theme, window_state, words
from ui.line_facts import Section
from ui.models.lines import LinesModel
from ui.shortcuts import Command, key_text
from ui.widgets.answer_mail_panel import AnswerMailPanel
from ui.widgets.find_list import FindListView
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.line_form import LineForm
from ui.widgets.line_list import LineListView
from ui.widgets.line_view import LineView
from ui.widgets.tellings_panel import TellingsPanel
from ui.widgets.text import PlainLabel, one_line

OPEN: Final = "open"
CHOICES: Final = (OPEN, *Section)
SHARES: Final = (34, 66)  # of the width, for a reader who has not moved the edge
LIST_EM: Final = 12
ROOMY_EM: Final = 24  # lower than this, the list needs the room of the words under it
SEARCH_MS: Final = 150  # a person types a letter in about this time: search when he pauses


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines are wanted: of a group, of a professional, with words; None and "" for all."""

    group_id: GroupId | None = None
    professional_id: ProfessionalId | None = None
    text: str = ""


class LinesLayout(QWidget):
    """The parts of the leaf and where they stand; knows nothing of the desk.

    *Signals:*
        section_chosen(): another part of the list is wanted.
        wanted_changed(): lines of another group or professional, or with other words, are wanted.
    """

    section_chosen = Signal()
    wanted_changed = Signal()

    def __init__(self, rows: LinesModel, leaf: QWidget) -> None:
        super().__init__(leaf)
        self.list = LineListView(rows)
        self.line, self.new, self.mail = LineView(), LineForm(), AnswerMailPanel()
        self.tellings, self.found = TellingsPanel(), FindListView()
        self.section, self.group, self.owing = QComboBox(), QComboBox(), QComboBox()
        self.search = QLineEdit()
        self.add, self.paste, self.finds = KeyButton(), KeyButton(), QPushButton()
        self._counts: Mapping[str, int] = {}
        self._found_count = self._more = 0
        self._more_label = PlainLabel(wraps=True, is_muted=True)
        self._nothing_title, self._nothing = PlainLabel(wraps=True, is_bold=True, scale=1.2), PlainLabel(wraps=True)
        self._right = QStackedWidget()
        self._search_soon = QTimer(self, singleShot=True, interval=SEARCH_MS)
        self._lay_out(leaf)
        self.section.activated.connect(self.section_chosen)
        for choice in (self.group, self.owing):
            choice.activated.connect(self.wanted_changed)
        self.search.textEdited.connect(self._search_soon.start)
        self._search_soon.timeout.connect(self.wanted_changed)

    # --- what is shown ------------------------------------------------------------------------------------------------

    @property
    def wanted(self) -> Wanted:
        """What the list is narrowed to."""
        owing = self.owing.currentData()
        professional_id = owing.professional_id if isinstance(owing, Owing) else None
        return Wanted(self.group.currentData(), professional_id, self.search.text().strip())

    @property
    def wanted_section(self) -> str:
        """The part of the list that is chosen."""
        return str(self.section.currentData() or OPEN)

    def choose_section(self, section: str) -> None:
        """Choose a part of the list."""
        self.section.setCurrentIndex(max(0, self.section.findData(section)))

    def drop_wanted(self) -> None:
        """Narrow the list to nothing any more."""
        self.group.setCurrentIndex(0)
        self.owing.setCurrentIndex(0)
        self.search.clear()

    def show_choices(self, groups: Sequence[tuple[GroupId, str]], owing: Sequence[tuple[Owing, str]]) -> None:
        """Offer these groups and professionals, the same ones chosen, also who owes nothing any more."""
        for choice, entries in ((self.group, groups), (self.owing, owing)):
            chosen, name_of_chosen = choice.currentData(), choice.currentText()
            choice.clear()
            choice.addItem("", None)
            for value, name in entries:
                choice.addItem(one_line(name, 60), value)
            if chosen is not None and all(value != chosen for value, _name in entries):
                choice.addItem(name_of_chosen, chosen)
            places = range(choice.count())
            choice.setCurrentIndex(next((place for place in places if choice.itemData(place) == chosen), 0))
            choice.setVisible(len(entries) > 1 or chosen is not None)
        self._name_choices()

    def show_counts(self, counts: Mapping[str, int], found: int) -> None:
        """Say how many stand in each part, and how much was recognised that belongs to none."""
        self._counts, self._found_count = counts, found
        self.retranslate()

    def show_more(self, more: int) -> None:
        """Say how many closed ones the list has no place for."""
        self._more = more
        self._show_more()

    def show_part(self, part: QWidget) -> None:
        """Let a line, a form or a panel stand at the right."""
        for place in range(self._right.count()):
            shown = self._right.widget(place)
            if shown is not None and (shown is part or shown.isAncestorOf(part)):
                self._right.setCurrentIndex(place)

    def show_nothing(self) -> None:
        """Say that nothing stands in this part of the list."""
        self._show_nothing()
        self._right.setCurrentIndex(1)

    @property
    def shows_line(self) -> bool:
        """Whether a line, or that there is none, is on the screen."""
        return self._right.currentIndex() < 2

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        self.add.setText(self.tr("New…"))
        self.add.set_key(key_text(Command.NEW))
        self.add.setAccessibleName(self.tr("Write down a new question"))
        self.paste.setText(self.tr("Paste an answer…"))
        self.paste.set_key(key_text(Command.PASTE))
        self.finds.setText(self.tr("Recognised in the chats: %Ln", "", self._found_count))
        self.finds.setVisible(self._found_count > 0)
        self.section.setAccessibleName(self.tr("What the list shows"))
        self.group.setAccessibleName(self.tr("Group"))
        self.owing.setAccessibleName(self.tr("Who owes the answer"))
        self.search.setAccessibleName(self.tr("Search in the answers owed"))
        self.search.setPlaceholderText(
            self.tr("Search: words, or a number ({key})").format(key=key_text(Command.SEARCH))
        )
        chosen = max(0, self.section.currentIndex())
        self.section.clear()
        for section in CHOICES:
            name = self.tr("All that is open") if section == OPEN else line_facts.section_name(Section(section))
            self.section.addItem(f"{name} ({words.number(self._counts.get(section, 0))})", str(section))
        self.section.setCurrentIndex(chosen)
        self._name_choices()
        self._show_more()
        self._show_nothing()

    # --- layout -------------------------------------------------------------------------------------------------------

    def _lay_out(self, leaf: QWidget) -> None:
        outer = QVBoxLayout(leaf)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self)
        own = QVBoxLayout(self)
        own.setContentsMargins(0, 0, 0, 0)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self._list_column())
        for part in (self.line, self._nothing_view(), *map(_padded, (self.new, self.mail, self.tellings, self.found))):
            self._right.addWidget(part)
        split.addWidget(self._right)
        split.setObjectName("feedback-lines")
        split.setChildrenCollapsible(False)
        if not window_state.restore_splitter(split):
            split.setSizes([theme.em(self, share) for share in SHARES])
        for place, share in enumerate(SHARES):
            split.setStretchFactor(place, share)
        own.addWidget(split)
        self._fit()

    def _list_column(self) -> QWidget:
        column = QWidget()
        box = QVBoxLayout(column)
        for choice in (self.section, self.group, self.owing):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.addWidget(choice)
        self.group.hide()
        self.owing.hide()
        box.addWidget(self.search)
        box.addWidget(self.list, 1)
        box.addWidget(self._more_label)
        more = FlowLayout()
        for button in (self.add, self.paste, self.finds):
            more.addWidget(button)
        box.addLayout(more)
        return column

    def _nothing_view(self) -> QWidget:
        view = QWidget()
        box = QVBoxLayout(view)
        box.addStretch(1)
        for label in (self._nothing_title, self._nothing):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            box.addWidget(label)
        box.addStretch(2)
        return view

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Keep the list readable in larger letters."""
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the list where there is little."""
        super().resizeEvent(event)
        self._show_more()

    def _fit(self) -> None:
        self.list.setMinimumSize(theme.em(self, LIST_EM), theme.em(self, 6))

    # --- words --------------------------------------------------------------------------------------------------------

    def _name_choices(self) -> None:
        for choice, text in (
            (self.group, self.tr("All groups")),
            (self.owing, self.tr("Everybody who owes an answer")),
        ):
            if choice.count():
                choice.setItemText(0, text)

    def _show_more(self) -> None:
        is_closed = self.wanted_section == Section.CLOSED
        self._more_label.setText(self.tr("And %Ln from before.", "", self._more))
        self._more_label.setVisible(is_closed and self._more > 0 and self.height() >= theme.em(self, ROOMY_EM))

    def _show_nothing(self) -> None:
        if self.wanted != Wanted():
            self._nothing_title.setText(self.tr("Nothing was found."))
            self._nothing.setText(self.tr("Look with fewer words, at all groups, or at what is closed."))
            return
        titles = {
            OPEN: self.tr("No answer is waited for."),
            Section.LATE.value: self.tr("Nothing is too late."),
            Section.TO_TELL.value: self.tr("Everybody who waited was told."),
            Section.TO_ASK.value: self.tr("There is nothing to ask."),
            Section.ASKED.value: self.tr("Nothing was asked that is still open."),
        }
        self._nothing_title.setText(titles.get(self.wanted_section, self.tr("Nothing was closed yet.")))
        come = self.tr("Ask a community officer something about a message, or write a question down: {key}.")
        self._nothing.setText(come.format(key=key_text(Command.NEW)))


def _padded(part: QWidget) -> QWidget:
    place = QWidget()
    box = QVBoxLayout(place)
    box.addWidget(part)
    return place
