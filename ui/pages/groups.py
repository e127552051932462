"""The page Groepen: every group with its numbers in a table, and one group as a sheet. GUI thread only."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.changes import Changes
from console.domain.group import Group, GroupId
from ui import theme
from ui.jobs import Jobs
from ui.models.groups import Column, GroupsModel
from ui.pages.group_sheet import GroupSheet
from ui.pages.page import Page
from ui.shortcuts import KeyMap
from ui.widgets.key_button import KeyButton
from ui.widgets.table import RowTable
from ui.widgets.text import PlainLabel

if TYPE_CHECKING:
    from console.desk.console import Console
    from console.desk.groups import ProfileChoice

OPEN_KEY: Final = "Enter"
WIDTHS_EM: Final = {
    Column.PROFILE: 11,
    Column.TOOL: 7,
    Column.MEMBERS: 6.5,
    Column.MESSAGES: 6.5,
    Column.LAST: 10,
    Column.OPEN: 8,
}
NAME_EM: Final = 12
LEAST_FIRST: Final = (Column.TOOL, Column.MESSAGES, Column.MEMBERS, Column.LAST, Column.PROFILE)


def load_work(console: "Console") -> "tuple[tuple[Group, ...], tuple[ProfileChoice, ...]]":
    """Ask the desk for the whole page. On a lane."""
    from console.desk import groups

    return groups.groups(console), groups.profiles(console)


class GroupsView(Page):
    """The table; Enter opens one group as a sheet over the whole page, Esc goes back."""

    key = "groups"

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self.rows = GroupsModel(self)
        self.table = GroupTable(self.rows)
        self.sheet = GroupSheet(jobs, keys)
        self.open_button = KeyButton(key=OPEN_KEY)
        self._title = PlainLabel(scale=1.4, is_bold=True)
        self._empty = PlainLabel(wraps=True, is_muted=True)
        self._take_in = QPushButton()
        self._all = QWidget()
        self._stack = QStackedWidget()
        self._lay_out()
        self.table.activated.connect(self._on_table_activated)
        self.open_button.clicked.connect(self._on_open_clicked)
        self._take_in.clicked.connect(self.file_choice_requested)
        self.sheet.back_requested.connect(self.show_all)
        self.sheet.told.connect(self.told)
        self.sheet.warned.connect(self.warned)
        self.sheet.page_requested.connect(self.page_requested)
        self.retranslate()

    @override
    def take_focus(self, last: QWidget | None) -> None:
        is_open = self._stack.currentWidget() is self.sheet
        if last is None or not (last.isVisibleTo(self) and last.isEnabled()):
            last = self.sheet.list if is_open else self.table
        super().take_focus(last)

    @override
    def refresh(self) -> None:
        self._ask()
        self.sheet.renew()

    @override
    def changed(self, changes: Changes) -> None:
        if changes.groups or changes.messages or changes.items:
            self._ask()
        self.sheet.changed(changes)

    @override
    def open_with(self, value: object) -> None:
        """Show one group by its id, or one leaf of it: (id, key of the leaf)."""
        if isinstance(value, tuple):
            self.open(*value)
        elif isinstance(value, int):
            self.open(GroupId(value))

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("Groups"))
        self._empty.setText(self.tr("There are no groups yet. A group comes here when you take in an export of it."))
        self._take_in.setText(self.tr("&Take in an export…"))
        self.open_button.setText(self.tr("&Open"))
        self.table.setAccessibleName(self.tr("Groups"))

    def open(self, group_id: GroupId, leaf: str | None = None) -> None:
        """Put one group over the whole page."""
        self.sheet.show_group(group_id, leaf)
        self._stack.setCurrentWidget(self.sheet)
        self._name_sheet()
        self.sheet.list.setFocus()

    @Slot()
    def show_all(self) -> None:
        """Put the sheet away; the group that was open stays chosen in the table."""
        self._stack.setCurrentWidget(self._all)
        self.table.setFocus()

    @override
    def can_put_away(self) -> bool:
        """Whether a sheet is open that something lies under, or something is being changed on it."""
        is_open = self._stack.currentWidget() is self.sheet
        return is_open and (self.rows.rowCount() > 1 or self.sheet.can_put_away())

    @override
    def put_away(self) -> None:
        if self.sheet.can_put_away():
            self.sheet.put_away()
        else:
            self.show_all()

    def _ask(self) -> None:
        self.jobs.ask(load_work, done=self._on_work, failed=self._on_failed)

    @Slot(object)
    def _on_work(self, work: "tuple[tuple[Group, ...], tuple[ProfileChoice, ...]]") -> None:
        groups, profiles = work
        chosen = self.sheet.group_id or self._chosen()
        self.rows.set_groups(groups, {choice.key: choice.name for choice in profiles})
        self._empty.setVisible(not groups)
        self._take_in.setVisible(not groups)
        self.table.setVisible(bool(groups))
        self.open_button.setVisible(bool(groups))
        if groups:
            row = self.rows.row_of(chosen) if chosen is not None else None
            self.table.setCurrentIndex(self.rows.index(row or 0, 0))
        if len(groups) == 1 and self.sheet.group_id != groups[0].id:
            self.open(groups[0].id)
        elif self.sheet.group_id is not None and self.rows.row_of(self.sheet.group_id) is None:
            self.sheet.show_group(None)
            self._stack.setCurrentWidget(self._all)
        self._name_sheet()

    def _chosen(self) -> GroupId | None:
        index = self.table.currentIndex()
        return self.rows.group(index.row()).id if index.isValid() else None

    def _name_sheet(self) -> None:
        row = self.rows.row_of(self.sheet.group_id) if self.sheet.group_id is not None else None
        if row is not None:
            self.sheet.show_name(self.rows.group(row).name, is_only=self.rows.rowCount() == 1)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.warned.emit(self.jobs.sentence(error))

    @Slot(QModelIndex)
    def _on_table_activated(self, index: QModelIndex) -> None:
        self.open(self.rows.group(index.row()).id)

    @Slot()
    def _on_open_clicked(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.open(chosen)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._all)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._title, self._empty, self._take_in):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.table, 1)
        column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()  # without a table the words stay on top
        self._stack.addWidget(self._all)
        self._stack.addWidget(self.sheet)
        outer = QVBoxLayout(self)
        outer.addWidget(self._stack)


class GroupTable(RowTable):
    """The groups, one a row; the name takes the room that is left."""

    def __init__(self, rows: GroupsModel) -> None:
        super().__init__(rows)
        self.horizontalHeader().setSortIndicator(Column.LAST, Qt.SortOrder.DescendingOrder)
        self.setSortingEnabled(True)
        self.fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as there is room for."""
        super().resizeEvent(event)
        self.fit()

    @override
    def fit(self) -> None:
        """Fixed sizes, since asking each of a thousand rows takes seconds; the name gets what is left.

        In large letters the columns that matter least go, so that the waiting work stays in sight.
        """
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
        self.horizontalHeader().resizeSection(
            Column.NAME, max(self.viewport().width() - sum(widths.values()), theme.em(self, NAME_EM))
        )
