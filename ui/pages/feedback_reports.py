"""The leaf Meldingen of Terugkoppeling: all reports in a table, and one of them over it. GUI thread only."""

from array import array
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt, QTimer, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.changes import Changes
from console.domain.report import ReportId
from ui.jobs import Job, Jobs
from ui.models.paged import PageRequest
from ui.models.reports import Column, ReportsModel
from ui.pages.feedback_leaf import FeedbackLeaf
from ui.pages.report_acting import ReportActing
from ui.pages.report_work import ReportWork, load_report
from ui.shortcuts import Command, KeyMap
from ui.widgets.report_list import ReportListView
from ui.widgets.report_sheet import ReportSheet

if TYPE_CHECKING:
    from console.desk.undoing import Undone
    from console.domain.group import Group
    from console.domain.report_view import ReportRow

SEARCH_MS: Final = 150  # a person types a letter in about this time: search when he pauses


class ReportsLeaf(FeedbackLeaf):
    """The table; Enter opens one report as a sheet over it, Esc goes back."""

    key = "reports"

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self.rows = ReportsModel(self)
        self.all = ReportListView(self.rows)
        self.table = self.all.table
        self.sheet = ReportSheet()
        self.acting = ReportActing(jobs, keys, self.sheet, self)
        self._chosen: ReportId | None = None
        self._search_job: Job | None = None
        self._sheet_job: Job | None = None
        self._request: PageRequest | None = None
        self._search_soon = QTimer(self, singleShot=True, interval=SEARCH_MS)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.all)
        self._stack.addWidget(self.sheet)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._connect()

    # --- a leaf of the page -------------------------------------------------------------------------------------------

    @override
    def refresh(self) -> None:
        """Ask for the groups to choose from, for the reports, and for the one that is open."""
        from console.desk import groups

        if self.jobs.console is None:
            return
        self.all.filters.set_now(self.jobs.console.now())
        self.jobs.ask(groups.groups, done=self._on_groups)
        self._search()
        self._ask_sheet()

    @override
    def changed(self, changes: Changes) -> None:
        if changes.reports or changes.messages or changes.feedback or changes.groups:
            self._search()
        if changes.reports or changes.messages or changes.feedback or changes.items or changes.people:
            self._ask_sheet()

    @override
    def open_with(self, value: object) -> None:
        """Show one report by its id."""
        if isinstance(value, int):
            self.open(ReportId(value))

    @override
    def undone(self, undone: "Undone") -> None:
        self.acting.forget_phone()

    @override
    def retranslate(self) -> None:
        self.rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        self.rows.mark_stale()
        self._ask_sheet()  # its sentences come from the desk

    @override
    def take_focus(self) -> None:
        if self.is_open:
            self.sheet.conversation.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.all.is_counted:
            self.all.take_focus()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # until it is known whether there is a table to go to

    @override
    def can_put_away(self) -> bool:
        """Whether a report lies over the table, or something is asked about it."""
        return self.is_open

    @override
    def put_away(self) -> None:
        if self.sheet.can_put_away():
            self.sheet.put_away()
        else:
            self.show_all()

    @property
    def is_open(self) -> bool:
        """Whether one report lies over the table."""
        return self._stack.currentWidget() is self.sheet

    def open(self, report_id: ReportId) -> None:
        """Put one report over the whole leaf."""
        if report_id != self._chosen or not self.is_open:
            self.sheet.show_nothing()
            self.acting.be_about(None)
        self._chosen = report_id
        self._stack.setCurrentWidget(self.sheet)
        self._ask_sheet()
        self.sheet.conversation.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def show_all(self) -> None:
        """Put the report away; it stays chosen in the table."""
        self.acting.be_about(None)
        self._stack.setCurrentWidget(self.all)
        self._choose()
        self.all.take_focus()

    def _connect(self) -> None:
        self._search_soon.timeout.connect(self._search)
        self.rows.page_requested.connect(self._on_rows_page_requested)
        self.table.selectionModel().currentRowChanged.connect(self._on_table_current_row_changed)
        self.all.opened.connect(self._on_all_opened)
        self.all.filters.edited.connect(self._search_soon.start)
        self.all.filters.left.connect(self._on_filters_left)
        self.sheet.back_requested.connect(self.show_all)
        self.acting.refused.connect(self._ask_sheet)
        self.acting.next_requested.connect(self._on_next_requested)
        self.acting.previous_requested.connect(self._on_previous_requested)
        self.acting.undo_requested.connect(self.undo_requested)
        self.acting.page_requested.connect(self.page_requested)
        self.acting.told.connect(self.told)
        self.acting.warned.connect(self.warned)
        self.keys.bind(self.all, Command.SEARCH, self.all.filters.focus_search)
        self.keys.bind(self, Command.REFRESH, self.refresh)

    # --- the table ----------------------------------------------------------------------------------------------------

    @Slot()
    def _search(self) -> None:
        """Ask for what is wanted now; an answer to an older question is not waited for."""
        from console.desk.reports import threads

        self._search_soon.stop()
        if self.jobs.console is None:
            return
        if self._search_job is not None:
            self._search_job.drop()
        wanted = self.all.filters.value()
        self._search_job = self.jobs.ask(threads.report_ids, wanted, done=self._on_ids, failed=self._on_failed)

    @Slot(object)
    def _on_groups(self, groups: "tuple[Group, ...]") -> None:
        self.all.filters.set_groups(groups)

    @Slot(object)
    def _on_ids(self, ids: "array[int]") -> None:
        self._search_job = None
        is_other = self.rows.set_ids(ids)
        self.all.show_count(len(ids))
        if is_other or not self.table.currentIndex().isValid():
            self._choose()
        if self.hasFocus():
            self.take_focus()

    def _choose(self) -> None:
        """Choose the same report again, or the first one."""
        row = None if self._chosen is None else self.rows.row_of(self._chosen)
        if self.rows.rowCount():
            self.all.choose(row or 0)

    @Slot(object)
    def _on_rows_page_requested(self, request: PageRequest) -> None:
        from console.desk.reports import threads

        self._request = request
        self.jobs.ask(threads.page, request.ids, done=self._on_page, failed=self._on_page_failed)

    @Slot(object)
    def _on_page(self, rows: "Mapping[int, ReportRow]") -> None:
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
            self._chosen = ReportId(self.rows.id_at(index.row()))

    @Slot(int)
    def _on_all_opened(self, row: int) -> None:
        self.open(ReportId(self.rows.id_at(row)))

    @Slot()
    def _on_filters_left(self) -> None:
        if self._search_soon.isActive():
            self._search()
        self.all.take_focus()

    # --- one report ---------------------------------------------------------------------------------------------------

    @Slot()
    def _ask_sheet(self) -> None:
        if not self.is_open or self._chosen is None or self.jobs.console is None:
            return
        if self._sheet_job is not None:
            self._sheet_job.drop()
        self._sheet_job = self.jobs.ask(load_report, self._chosen, done=self._on_report, failed=self._on_report_failed)

    @Slot(object)
    def _on_report(self, work: ReportWork) -> None:
        self._sheet_job = None
        if self.is_open and work.detail.id == self._chosen:
            self.sheet.show_report(work.detail, work.placed, work.speakers)
            self.acting.be_about(work)

    @Slot(object)
    def _on_report_failed(self, error: Exception) -> None:
        """Go back to the table: the report went into another one, or its messages are gone."""
        self._sheet_job = None
        self._on_failed(error)
        self.show_all()

    @Slot()
    def _on_next_requested(self) -> None:
        self._step(1)

    @Slot()
    def _on_previous_requested(self) -> None:
        self._step(-1)

    def _step(self, rows: int) -> None:
        """Open the report so many rows further down the table."""
        here = None if self._chosen is None else self.rows.row_of(self._chosen)
        there = 0 if here is None else here + rows
        if 0 <= there < self.rows.rowCount():
            self.open(ReportId(self.rows.id_at(there)))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.warned.emit(self.jobs.sentence(error))
