"""The page Groepen: all groups in a table, and one group as a sheet with its leaves. GUI thread only."""

from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt, QTimer, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.changes import Changes
from console.domain.group import GroupId
from ui.jobs import Job, Jobs
from ui.models.groups import ORDERS, Column, GroupsModel
from ui.models.paged import PageRequest
from ui.pages.group_sheet import GroupSheet
from ui.pages.group_table import GroupTableView
from ui.pages.page import Page
from ui.shortcuts import Command, KeyMap, undo_keys
from ui.widgets.new_group_form import NewGroup

if TYPE_CHECKING:
    from console.desk.console import Console
    from console.desk.group_facts import Added
    from console.desk.group_list import GroupFilter, GroupRow
    from console.desk.groups import ProfileChoice

SEARCH_MS: Final = 150  # a person types a letter in about this time: search when he pauses


@dataclass(frozen=True, slots=True)
class Found:
    """Which groups were found, of how many in use and how many archived, and the kinds there are."""

    ids: "array[int]"
    in_use: int
    archived: int
    profiles: "tuple[ProfileChoice, ...]"


def find(console: "Console", wanted: "GroupFilter", column: int, *, is_descending: bool) -> Found:
    """Ask the desk which groups the table shows. On a lane."""
    from console.desk import group_list, groups

    ids = group_list.group_ids(
        console, wanted, group_list.GroupOrder(ORDERS[Column(column)]), is_descending=is_descending
    )
    return Found(ids, *group_list.counts_of(console), groups.profiles(console))


class GroupsView(Page):
    """The table; Enter opens one group as a sheet over the whole page, Esc goes back."""

    key = "groups"

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self.rows = GroupsModel(self)
        self.all = GroupTableView(self.rows)
        self.table = self.all.table
        self.sheet = GroupSheet(jobs, keys)
        self._order: tuple[int, Qt.SortOrder] = (Column.LAST, Qt.SortOrder.DescendingOrder)
        self._chosen: int | None = None
        self._search_job: Job | None = None
        self._request: PageRequest | None = None
        self._search_soon = QTimer(self, singleShot=True, interval=SEARCH_MS)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.all)
        self._stack.addWidget(self.sheet)
        outer = QVBoxLayout(self)
        outer.addWidget(self._stack)
        self.all.show_order(*self._order)
        self._connect()

    # --- a page of the window ----------------------------------------------------------------------------------------

    @override
    def take_focus(self, last: QWidget | None) -> None:
        if last is not None and last is not self and last.isVisibleTo(self) and last.isEnabled():
            super().take_focus(last)
        elif self.is_open:
            super().take_focus(self.sheet.list)
        elif self.all.is_counted:
            self.all.focus_table()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # until it is known whether there is a table to go to

    @override
    def refresh(self) -> None:
        self._search()
        self.sheet.renew()

    @override
    def changed(self, changes: Changes) -> None:
        if changes.groups or changes.messages or changes.items or changes.people:
            self._search()
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
        self.rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        self.rows.mark_stale()

    @override
    def can_put_away(self) -> bool:
        """Whether a sheet is open that something lies under, or something is being filled in."""
        if self.is_open:
            return not self.sheet.is_only or self.sheet.can_put_away()
        return self.all.can_put_away()

    @override
    def put_away(self) -> None:
        if not self.is_open:
            self.all.put_away()
        elif self.sheet.can_put_away():
            self.sheet.put_away()
        else:
            self.show_all()

    @property
    def is_open(self) -> bool:
        """Whether one group lies over the table."""
        return self._stack.currentWidget() is self.sheet

    def open(self, group_id: GroupId, leaf: str | None = None) -> None:
        """Put one group over the whole page."""
        self._chosen = group_id
        self.sheet.show_group(group_id, leaf)
        self._stack.setCurrentWidget(self.sheet)
        self.sheet.list.setFocus()

    @Slot()
    def show_all(self) -> None:
        """Put the sheet away; the group that was open stays chosen in the table."""
        self._stack.setCurrentWidget(self.all)
        self._choose()
        self.all.focus_table()

    # --- the table ---------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        parts = self.all
        self._search_soon.timeout.connect(self._search)
        self.rows.page_requested.connect(self._on_rows_page_requested)
        self.table.selectionModel().currentRowChanged.connect(self._on_table_current_row_changed)
        parts.opened.connect(self._on_all_opened)
        parts.edited.connect(self._search_soon.start)
        parts.left.connect(self._on_all_left)
        parts.sort_requested.connect(self._on_all_sort_requested)
        parts.take_in_requested.connect(self.file_choice_requested)
        parts.form.written.connect(self._on_form_written)
        self.sheet.back_requested.connect(self.show_all)
        self.sheet.new_requested.connect(self._on_sheet_new_requested)
        self.sheet.told.connect(self.told)
        self.sheet.warned.connect(self.warned)
        self.sheet.page_requested.connect(self.page_requested)
        self.keys.bind(parts, Command.SEARCH, parts.filters.focus_search)
        self.keys.bind(self, Command.REFRESH, self.refresh)

    @Slot()
    def _search(self) -> None:
        """Ask for what is wanted now; an answer to an older question is not waited for."""
        self._search_soon.stop()
        if self.jobs.console is None:
            return
        if self._search_job is not None:
            self._search_job.drop()
        column, order = self._order
        self._search_job = self.jobs.ask(
            find,
            self.all.filters.value(),
            column,
            is_descending=order == Qt.SortOrder.DescendingOrder,
            done=self._on_found,
            failed=self._on_failed,
        )

    @Slot(object)
    def _on_found(self, found: Found) -> None:
        self._search_job = None
        is_other = self.rows.set_ids(found.ids)
        self.all.set_profiles(found.profiles)
        self.all.show_order(*self._order)
        self.all.show_count(len(found.ids), found.in_use, found.archived)
        is_only = found.in_use == 1 and not found.archived
        self.sheet.be_only(is_only=is_only)
        if is_other or self._chosen is None or not self.table.currentIndex().isValid():
            self._choose()
        if self.hasFocus():
            self.all.focus_table()
        if is_only and not self.is_open and len(found.ids) == 1 and not self.all.can_put_away():
            self.open(GroupId(found.ids[0]))
        elif not found.in_use + found.archived and self.is_open:
            self.sheet.show_group(None)
            self.show_all()

    def _choose(self) -> None:
        """Choose the same group again, or the first one."""
        row = None if self._chosen is None else self.rows.row_of(self._chosen)
        if self.rows.rowCount():
            self.all.choose(row or 0)

    @Slot(object)
    def _on_rows_page_requested(self, request: PageRequest) -> None:
        from console.desk import group_list

        self._request = request
        self.jobs.ask(group_list.group_rows, request.ids, done=self._on_page, failed=self._on_page_failed)

    @Slot(object)
    def _on_page(self, rows: "Mapping[int, GroupRow]") -> None:
        if self._request is not None:
            self.rows.take(self._request, rows)

    @Slot(object)
    def _on_page_failed(self, error: Exception) -> None:
        if self._request is not None:
            self.rows.give_up(self._request)
        self._on_failed(error)

    @Slot(QModelIndex, QModelIndex)
    def _on_table_current_row_changed(self, index: QModelIndex, _previous: QModelIndex) -> None:
        if index.isValid() and not self.is_open:
            self._chosen = self.rows.id_at(index.row())

    @Slot(int)
    def _on_all_opened(self, row: int) -> None:
        self.open(GroupId(self.rows.id_at(row)))

    @Slot()
    def _on_all_left(self) -> None:
        if self._search_soon.isActive():
            self._search()
        self.all.focus_table()

    @Slot(int, object)
    def _on_all_sort_requested(self, column: int, order: Qt.SortOrder) -> None:
        self._order = (column, order)
        self._chosen = None  # who sorts wants to see what comes first now
        self.all.show_order(column, order)
        self._search()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.warned.emit(self.jobs.sentence(error))

    # --- a new group -------------------------------------------------------------------------------------------------

    @Slot()
    def _on_sheet_new_requested(self) -> None:
        self.show_all()
        self.all.form.ask()

    @Slot(object)
    def _on_form_written(self, new: NewGroup) -> None:
        from console.desk import group_facts

        facts = group_facts.GroupFacts(new.name, new.tool)
        self.jobs.ask(group_facts.add_group, facts, new.profile, done=self._on_added, failed=self._on_failed)

    @Slot(object)
    def _on_added(self, added: "Added") -> None:
        self.all.form.hide()
        self.open(added.group_id)
        self.told.emit(self.tr("The group was made. With {key} you undo it.").format(key=undo_keys()))
