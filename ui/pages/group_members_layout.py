"""How the list of a group's members looks: whom it shows, what may be done, the rows. GUI thread only."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.member import RollFilter
from ui import theme, words
from ui.models.roll import Column, RollModel
from ui.pages.message_filters import LONGEST_QUERY, SearchField
from ui.shortcuts import Command, key_text
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.leave_form import LeaveForm
from ui.widgets.member_form import MemberForm
from ui.widgets.person_forms import ConsentForm
from ui.widgets.table import RowTable
from ui.widgets.text import PlainLabel

if TYPE_CHECKING:
    from console.desk.roll import RollRow

NAME_EM: Final = 10
WIDTHS_EM: Final = {Column.ROLE: 7.5, Column.PERIOD: 13, Column.RULES: 17, Column.CONSENT: 8}
LEAST_FIRST: Final = (Column.CONSENT, Column.RULES, Column.PERIOD)


class RollFilterBar(QWidget):
    """Whom the list shows.

    *Signals:*
        edited(): somebody else is wanted now; the words change at every letter.
        left(): the person goes from the search field to who was found.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField()
        self.search.setClearButtonEnabled(True)
        self.search.setMaxLength(LONGEST_QUERY)
        self.shown = QComboBox()
        self.shown.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.shown.setMinimumContentsLength(18)
        self._counts: Mapping[RollFilter, int] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.search, 3)
        row.addWidget(self.shown, 2)
        self.search.textChanged.connect(self.edited)
        self.search.left.connect(self.left)
        self.retranslate()
        self.shown.currentIndexChanged.connect(self.edited)

    @property
    def words(self) -> str:
        """What was typed."""
        return self.search.text()

    @property
    def wanted(self) -> RollFilter:
        """Which part of the members is wanted."""
        return RollFilter(self.shown.currentData())

    @property
    def total(self) -> int:
        """How many members there are in that part."""
        return self._counts.get(self.wanted, 0)

    @property
    def is_empty(self) -> bool:
        """Whether the group has no member at all, also none who left."""
        return not (self._counts.get(RollFilter.HERE) or self._counts.get(RollFilter.LEFT))

    def set_counts(self, counts: Mapping[RollFilter, int]) -> None:
        """Say how many each part has."""
        self._counts = counts
        self.retranslate()

    def focus_search(self) -> None:
        """Go to the field, to type over what is there."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def reset(self) -> None:
        """Want everybody who is here."""
        self.search.clear()
        self.shown.setCurrentIndex(0)

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        self.search.setPlaceholderText(self.tr("A name or number ({key})").format(key=key_text(Command.SEARCH)))
        self.search.setAccessibleName(self.tr("Search a member of this group"))
        self.shown.setAccessibleName(self.tr("Which members"))
        titles = {
            RollFilter.HERE: self.tr("In the group: {count}"),
            RollFilter.LEFT: self.tr("Left the group: {count}"),
            RollFilter.NOT_CONFIRMED: self.tr("Rules not confirmed: {count}"),
            RollFilter.NO_CONSENT: self.tr("Agreement not known: {count}"),
        }
        chosen = max(self.shown.currentIndex(), 0)
        self.shown.blockSignals(True)
        self.shown.clear()
        for part, title in titles.items():
            self.shown.addItem(title.format(count=words.number(self._counts.get(part, 0))), part.value)
        self.shown.setCurrentIndex(chosen)
        self.shown.blockSignals(False)


class RollLayout(QWidget):
    """The parts of the leaf and where they stand; knows nothing of the desk."""

    def __init__(self, rows: RollModel, leaf: QWidget, intake: QWidget) -> None:
        super().__init__(leaf)
        self.filters = RollFilterBar()
        self.table = RollTable(rows)
        self.add, self.change, self.leave, self.agreement = KeyButton(), KeyButton(), KeyButton(), KeyButton()
        self.card, self.export, self.take_in = KeyButton(), KeyButton(), QPushButton()
        self.member_form, self.leave_form, self.consent_form = MemberForm(), LeaveForm(), ConsentForm()
        self.forms: tuple[QWidget, ...] = (self.member_form, self.leave_form, self.consent_form)
        self._said = PlainLabel(wraps=True, is_muted=True)
        self._list = QWidget()
        self._intake = intake
        self._lay_out(leaf)
        self.close_forms()
        self.show_row(None)

    @property
    def is_asking(self) -> bool:
        """Whether a form is open."""
        return any(not form.isHidden() for form in self.forms)

    def ask(self, form: QWidget) -> None:
        """Open one form and put the others away."""
        for other in self.forms:
            other.setVisible(other is form)

    def close_forms(self) -> None:
        """Put every form away."""
        for form in self.forms:
            form.hide()

    def show_intake(self, *, is_open: bool) -> None:
        """Show the list, or what a sheet is taken in by."""
        self._list.setVisible(not is_open)
        self._intake.setVisible(is_open)

    def show_row(self, row: "RollRow | None") -> None:
        """Offer what may be done with the chosen member."""
        for button in (self.change, self.leave, self.agreement, self.card):
            button.setEnabled(row is not None)
        is_gone = row is not None and not row.is_here
        self.leave.setText(self.tr("&Back in the group") if is_gone else self.tr("&Left the group…"))

    def show_count(self, count: int) -> None:
        """Say how many were found."""
        self.table.setVisible(bool(count))
        self.export.setEnabled(not self.filters.is_empty)
        if self.filters.is_empty:
            nobody = self.tr("Nobody is on the list yet.")
            how = self.tr("Members come here with an export of the chat. You can also add them, or take in a list.")
            self._said.setText(f"{nobody} {how}")
        elif not count:
            self._said.setText(self.tr("Nobody was found. Look with fewer words, or choose another part of the list."))
        else:
            self._said.setText(self.tr("%Ln member(s), by name", "", count))

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        self.filters.retranslate()
        self.table.setAccessibleName(self.tr("Members of this group"))
        self.take_in.setText(self.tr("Take &in a list…"))
        for button, text, command in (
            (self.add, self.tr("A&dd a member…"), Command.NEW),
            (self.change, self.tr("De&tails…"), Command.CORRECT),
            (self.leave, self.leave.text(), Command.DELETE),
            (self.agreement, self.tr("A&greement and rules…"), Command.AGREEMENT),
            (self.card, self.tr("All g&roups of this member"), Command.OPEN_CHAT),
            (self.export, self.tr("&Save the list…"), Command.EXPORT),
        ):
            button.setText(text)
            button.set_key(key_text(command))

    def _lay_out(self, leaf: QWidget) -> None:
        outer = QVBoxLayout(leaf)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self)
        own = QVBoxLayout(self)
        own.setContentsMargins(0, 0, 0, 0)
        own.addWidget(self._intake, 1)
        own.addWidget(self._list, 1)
        box = QVBoxLayout(self._list)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.filters)
        actions = FlowLayout()
        for button in (self.add, self.change, self.leave, self.agreement, self.card, self.take_in, self.export):
            actions.addWidget(button)
        box.addLayout(actions)
        for form in self.forms:
            box.addWidget(form)
        box.addWidget(self._said)
        box.addWidget(self.table, 1)
        box.addStretch()  # without a table the words stay on top


class RollTable(RowTable):
    """The members, one a row; the name takes the room that is left."""

    def __init__(self, rows: RollModel) -> None:
        super().__init__(rows)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.fit()

    def choose(self, row: int) -> None:
        """Choose a row and bring it into sight."""
        index = self.model().index(row, Column.NAME)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as there is room for."""
        super().resizeEvent(event)
        self.fit()

    @override
    def fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.em(self, 1.9))
        widths = {column: theme.em(self, width) for column, width in WIDTHS_EM.items()}
        room = self.viewport().width() - theme.em(self, NAME_EM)
        for column in LEAST_FIRST:
            if sum(widths.values()) > room:
                del widths[column]
        for column in WIDTHS_EM:
            self.setColumnHidden(column, column not in widths)
            if column in widths:
                self.horizontalHeader().resizeSection(column, widths[column])
        left = max(self.viewport().width() - sum(widths.values()), theme.em(self, NAME_EM))
        self.horizontalHeader().resizeSection(Column.NAME, left)
