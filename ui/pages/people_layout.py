"""How Leden looks: search and list left, the member right with what may be filled in above it. GUI thread only."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.group import GroupId
from ui import theme, window_state
from ui.models.people import Column, PeopleModel
from ui.pages.message_filters import LONGEST_QUERY, SearchField
from ui.shortcuts import Command, key_text
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.member_form import MemberForm
from ui.widgets.note_form import NoteForm
from ui.widgets.person_forms import ConsentForm, PhoneForm
from ui.widgets.person_sheet import PersonSheet
from ui.widgets.rights_panel import ERASED, RightsPanel
from ui.widgets.table import RowTable
from ui.widgets.text import PlainLabel, one_line

if TYPE_CHECKING:
    from console.desk.members import PersonCard
    from console.domain.group import Group

SHARES: Final = (42, 58)  # of the width, for a reader who has not moved the columns yet
NAME_SHARE: Final = 0.45  # of the list
NARROW_EM: Final = 46  # narrower than this, list and member stand above each other


class PeopleFilter(QWidget):
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
        self.group = QComboBox()
        self.group.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.group.setMinimumContentsLength(12)
        self.asked_about = QCheckBox()
        row = QHBoxLayout()
        row.addWidget(self.search, 3)
        row.addWidget(self.group, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.asked_about)
        self.search.textChanged.connect(self.edited)
        self.search.left.connect(self.left)
        self.group.currentIndexChanged.connect(self.edited)
        self.asked_about.toggled.connect(self.edited)

    @property
    def words(self) -> str:
        """What was typed."""
        return self.search.text()

    @property
    def group_id(self) -> GroupId | None:
        """The group that is wanted, None for all."""
        chosen: GroupId | None = self.group.currentData()
        return chosen

    @property
    def is_asked_about(self) -> bool:
        """Whether only they are wanted of whom it is asked who they are."""
        return self.asked_about.isChecked()

    @property
    def is_narrowed(self) -> bool:
        """Whether not everybody is wanted."""
        return bool(self.words.strip()) or self.group_id is not None or self.is_asked_about

    def set_groups(self, groups: "tuple[Group, ...]") -> None:
        """Take the groups to choose from; the same one stays chosen."""
        chosen = self.group_id
        self.group.blockSignals(True)
        self.group.clear()
        self.group.addItem(self.tr("All groups"), None)
        for group in sorted(groups, key=_by_name):
            self.group.addItem(one_line(group.name, 60), group.id)
        self.group.setCurrentIndex(max(self.group.findData(chosen), 0))
        self.group.blockSignals(False)

    @Slot()
    def focus_search(self) -> None:
        """Go to the field, to type over what is there."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot()
    def reset(self) -> None:
        """Want everybody."""
        self.search.clear()
        self.group.setCurrentIndex(0)
        self.asked_about.setChecked(False)

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        self.search.setPlaceholderText(self.tr("A name or number ({key})").format(key=key_text(Command.SEARCH)))
        self.search.setAccessibleName(self.tr("Search a member"))
        self.group.setAccessibleName(self.tr("In which group"))
        if self.group.count():
            self.group.setItemText(0, self.tr("All groups"))
        self.asked_about.setText(self.tr("Only who &may be the same person as somebody else"))


def _by_name(group: "Group") -> str:
    return group.name.casefold()


class PeopleLayout(QWidget):
    """The parts of the page and where they stand; knows nothing of the desk."""

    def __init__(self, rows: PeopleModel, page: QWidget) -> None:
        super().__init__(page)
        self.filters = PeopleFilter()
        self.table = PeopleTable(rows)
        self.sheet = PersonSheet()
        self.note, self.phone, self.role, self.agreement, self.same, self.rights = (KeyButton() for _ in range(6))
        self.rights_panel = RightsPanel()
        self.note_form, self.phone_form, self.consent_form = NoteForm(), PhoneForm(), ConsentForm()
        self.role_form = MemberForm(asks_phone=False)
        self._forms: tuple[QWidget, ...] = (self.note_form, self.phone_form, self.role_form, self.consent_form)
        self._title = PlainLabel(scale=1.4, is_bold=True)
        self._count_label = PlainLabel(wraps=True, is_muted=True)
        self._everybody, self.take_in = QPushButton(), QPushButton()
        self._split, self._known = QSplitter(), QWidget()  # known: the member, unless his rights stand in his place
        self._count: int | None = None
        self._lay_out(page)
        self._everybody.clicked.connect(self.filters.reset)
        self.rights_panel.closed.connect(self.show_known)
        self.close_forms()
        self.show_card(None)

    def show_count(self, count: int) -> None:
        """Say how many were found."""
        self._count = count
        self._say_count()

    def show_card(self, card: "PersonCard | None") -> None:
        """Show a member, or nobody."""
        self.sheet.show_card(card)
        for button in (self.note, self.phone, self.role, self.agreement, self.rights):
            button.setVisible(card is not None)
        self.same.setVisible(card is not None and bool(card.questions))

    @property
    def is_asking(self) -> bool:
        """Whether a form is open."""
        return self.rights_panel.can_put_away() or any(not form.isHidden() for form in self._forms)

    def ask(self, form: QWidget) -> None:
        """Open one form and put the others away."""
        self.rights_panel.leave()
        for other in self._forms:
            other.setVisible(other is form)

    def close_forms(self) -> None:
        """Put every form away, and the rights of a person; what went of somebody stays until it is read."""
        for form in self._forms:
            form.hide()
        if self.rights_panel.step != ERASED:
            self.rights_panel.leave()

    def put_away(self) -> None:
        """Put away whatever stands in the place of the member."""
        self.close_forms()
        self.rights_panel.leave()

    @Slot()
    def show_known(self) -> None:
        """Show the member again, or his rights in the same place; where that is low, without the list above it."""
        is_open = not self.rights_panel.isHidden()
        self._known.setVisible(not is_open)
        self._list.setVisible(not is_open or self._split.orientation() == Qt.Orientation.Horizontal)

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        self._title.setText(self.tr("Members"))
        self.table.setAccessibleName(self.tr("Members"))
        self._everybody.setText(self.tr("Show &everybody"))
        self.take_in.setText(self.tr("Take in an e&xport…"))
        for button, text, command in (
            (self.note, self.tr("&Note…"), Command.NOTE),
            (self.phone, self.tr("Num&ber…"), Command.PHONE),
            (self.role, self.tr("&Role in the group…"), Command.CORRECT),
            (self.agreement, self.tr("A&greement and rules…"), Command.AGREEMENT),
            (self.same, self.tr("The &same person?"), Command.SAME_PERSON),
            (self.rights, self.tr("Right&s…"), Command.RIGHTS),
        ):
            button.setText(text)
            button.set_key(key_text(command))
        self.filters.retranslate()
        self._say_count()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put list and member above each other where they do not fit beside each other."""
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Keep the columns readable in larger letters."""
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    def _fit(self) -> None:
        is_narrow = 0 < self.width() < theme.em(self, NARROW_EM)
        wanted = Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal
        if self._split.orientation() != wanted:
            self._split.setOrientation(wanted)
            self.show_known()

    def _say_count(self) -> None:
        nobody = self._count == 0
        is_narrowed = self.filters.is_narrowed
        self._everybody.setVisible(is_narrowed)
        self.take_in.setVisible(nobody and not is_narrowed)
        self.table.setVisible(not nobody)
        if self._count is None:
            self._count_label.setText("")
        elif nobody and is_narrowed:
            self._count_label.setText(self.tr("Nobody was found. Look with fewer words, or show everybody."))
        elif nobody:
            self._count_label.setText(self.tr("There are no members yet. They come here when you take in an export."))
        else:
            self._count_label.setText(self.tr("%Ln member(s), by name", "", self._count))

    def _lay_out(self, page: QWidget) -> None:
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self)
        own = QVBoxLayout(self)
        own.addWidget(self._split)
        self._split.setObjectName("people")
        self._split.setChildrenCollapsible(False)
        self._list = self._list_column()
        self._split.addWidget(self._list)
        self._split.addWidget(self._member_column())
        if not window_state.restore_splitter(self._split):
            self._split.setSizes([theme.em(self, share) for share in SHARES])
        for index, share in enumerate(SHARES):
            self._split.setStretchFactor(index, share)

    def _list_column(self) -> QWidget:
        column = QWidget()
        box = QVBoxLayout(column)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._title)
        box.addWidget(self.filters)
        counted = QHBoxLayout()
        counted.addWidget(self._count_label, 1)
        counted.addWidget(self._everybody)
        box.addLayout(counted)
        box.addWidget(self.take_in, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.table, 1)
        box.addStretch()  # without a table the words stay on top
        return column

    def _member_column(self) -> QWidget:
        box = QVBoxLayout(self._known)
        box.setContentsMargins(0, 0, 0, 0)
        actions = FlowLayout()
        for button in (self.note, self.phone, self.role, self.agreement, self.same, self.rights):
            actions.addWidget(button)
        box.addLayout(actions)
        for form in self._forms:
            box.addWidget(form)
        box.addWidget(self.sheet, 1)
        column = QWidget()
        outer = QVBoxLayout(column)
        outer.setContentsMargins(theme.em(self, 0.5), 0, 0, 0)
        outer.addWidget(self._known)
        outer.addWidget(self.rights_panel)
        return column


class PeopleTable(RowTable):
    """The members, one a row; the groups take the room that the names leave."""

    def __init__(self, rows: PeopleModel) -> None:
        super().__init__(rows)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(Column.GROUPS, QHeaderView.ResizeMode.Stretch)
        self.fit()

    def choose(self, row: int) -> None:
        """Choose a row and bring it into sight."""
        index = self.model().index(row, Column.NAME)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room between names and groups."""
        super().resizeEvent(event)
        self.fit()

    @override
    def fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.em(self, 1.9))
        self.horizontalHeader().resizeSection(Column.NAME, round(self.viewport().width() * NAME_SHARE))
