"""The page Berichten: every message, searched and filtered by the desk, with the conversation around the chosen one.

GUI thread only. The table holds ids and the pages that are looked at; nothing here waits for the store.
"""

from array import array
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.changes import Changes
from console.domain.judgement import Label
from console.domain.message import MessageId
from ui import window_state
from ui.dialogs.parts import paragraph
from ui.jobs import Job, Jobs
from ui.models.messages import Column, MessagesModel
from ui.models.paged import PAGE_ROWS, PageRequest
from ui.pages.explaining import Explaining
from ui.pages.in_report import InReport
from ui.pages.line_opening import LineOpening
from ui.pages.message_detail import MessageDetailView
from ui.pages.message_filters import MessageFilterView
from ui.pages.page import FLAGGED, Page
from ui.shortcuts import Command, KeyMap, undo_keys
from ui.widgets.message_table import MessageTableView

if TYPE_CHECKING:
    from console.desk.conversation import Detail
    from console.desk.messages import MessageRow
    from console.domain.group import Group

SEARCH_MS: Final = 150  # a person types a letter in about this time: search when he pauses
CHOOSE_MS: Final = 60  # an arrow key that is held down passes twenty rows a second; read where it stops


class MessagesView(Page):
    """Filters on top, the table, and below it the message that is chosen."""

    key = "messages"

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self.filters = MessageFilterView()
        self.model = MessagesModel(self)
        self.table = MessageTableView(self.model)
        self.detail = MessageDetailView()
        self._explaining = Explaining(jobs, self.detail.panel, self)
        self._opening = LineOpening(jobs, self.detail.form, self)
        self._in_report = InReport(jobs, keys, self.detail.strip, self)
        self._stays = False  # whether the question what is not right was asked with Shift
        self.count = paragraph(is_muted=True)
        self.newest_first = QCheckBox()
        self.newest_first.setChecked(True)
        self._nothing = paragraph()
        self._clear = QPushButton()
        self._below = QStackedWidget()
        self._search_jobs: list[Job] = []
        self._count: int | None = None  # of all that match; None while that is not known
        self._detail_job: Job | None = None
        self._request: PageRequest | None = None
        self._chosen: int | None = None  # id of the message on the screen
        self._is_stale = False
        self._search_soon = _single_shot(self, SEARCH_MS)
        self._choose_soon = _single_shot(self, CHOOSE_MS)
        self._arrange()
        self._connect(keys)
        self.retranslate()
        self.setFocusProxy(self.table)

    # --- a page of the window ----------------------------------------------------------------------------------------

    @override
    def refresh(self) -> None:
        """Ask for the groups to choose from, and for the messages."""
        from console.desk import groups

        if self.jobs.console is None:
            return
        self.filters.set_now(self.jobs.console.now())
        self.jobs.ask(groups.groups, done=self._on_groups)
        self._search()

    @override
    def changed(self, changes: Changes) -> None:
        """Look again when messages, decisions or names changed: at once, or when the page is shown."""
        self._in_report.changed(changes)
        if changes.messages or changes.items or changes.groups or changes.notes:
            self._is_stale = True
            if self.isVisible():
                self._refresh_stale()

    @override
    def open_with(self, value: object) -> None:
        """Show the flagged messages (``FLAGGED``), or one message by its id."""
        if value == FLAGGED:
            self.filters.ask_for_flagged()
        elif isinstance(value, int):
            self._chosen = value
            self.filters.reset()

    @override
    def show_example(self) -> None:
        """Show the messages that asked for attention, with their filter."""
        self.filters.ask_for_flagged()
        self._search()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh_stale()

    @override
    def retranslate(self) -> None:
        """Put every word on the screen in the language of now."""
        self.newest_first.setText(self.tr("&Newest on top"))
        self.table.setAccessibleName(self.tr("Messages"))
        self._clear.setText(self.tr("Clear &all filters"))
        self.filters.retranslate()
        self.detail.retranslate()
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        self.model.mark_stale()
        self._say_count()

    def _refresh_stale(self) -> None:
        if self._is_stale:
            self._is_stale = False
            self.refresh()

    # --- building ----------------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        nothing = QWidget()
        middle = QVBoxLayout(nothing)
        middle.addStretch()
        middle.addWidget(self._nothing)
        middle.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignCenter)
        middle.addStretch()
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        line = QHBoxLayout()
        line.addWidget(self.count, 1)
        line.addWidget(self.newest_first)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setObjectName("messages")
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(self.detail)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 1)
        window_state.restore_splitter(split)
        self._below.addWidget(split)
        self._below.addWidget(nothing)
        layout = QVBoxLayout(self)
        layout.addWidget(self.filters)
        layout.addLayout(line)
        layout.addWidget(self._below, 1)

    def _connect(self, keys: KeyMap) -> None:
        self.filters.edited.connect(self._search_soon.start)
        self.filters.left.connect(self._on_filters_left)
        self._search_soon.timeout.connect(self._search)
        self._choose_soon.timeout.connect(self._ask_detail)
        self._clear.clicked.connect(self.filters.reset)
        self.newest_first.toggled.connect(self._on_newest_first_toggled)
        self.model.page_requested.connect(self._on_model_page_requested)
        self.table.selectionModel().currentRowChanged.connect(self._on_table_current_row_changed)
        self.table.horizontalHeader().sectionClicked.connect(self._on_header_section_clicked)
        self.detail.correction_requested.connect(self.ask_correction)
        self.detail.why_requested.connect(self.ask_why)
        self.detail.question_requested.connect(self.ask_question)
        for signal in (self._opening.opened, self._opening.closed):
            signal.connect(self.detail.show_form)
        self._opening.closed.connect(self._on_panel_closed)
        self._opening.told.connect(self.told)
        self._opening.warned.connect(self.warned)
        keys.bind(self, Command.QUESTION, self.ask_question)
        self.detail.panel.said.connect(self._on_panel_said)
        self.detail.panel.closed.connect(self._on_panel_closed)
        self._explaining.warned.connect(self.warned)
        self._in_report.page_requested.connect(self.page_requested)
        keys.bind(self, Command.CORRECT, self.ask_correction, self.ask_correction_and_stay)
        keys.bind(self, Command.WHY, self.ask_why)
        keys.bind(self, Command.SEARCH, self._focus_search)
        keys.bind(self, Command.REFRESH, self.refresh)

    # --- searching ---------------------------------------------------------------------------------------------------

    @Slot()
    def _search(self) -> None:
        """Ask for what is wanted now; an answer to an older question is not waited for."""
        from console.desk import messages

        self._search_soon.stop()
        if self.jobs.console is None:
            return
        for job in self._search_jobs:
            job.drop()
        self._search_jobs.clear()
        wanted = self.filters.value()
        if not self.model.rowCount() and self.model.newest_first:  # the ids of a million take a second
            self._search_jobs.append(self.jobs.ask(messages.newest_rows, wanted, PAGE_ROWS, done=self._on_newest_rows))
        self._search_jobs.append(self.jobs.ask(messages.message_ids, wanted, done=self._on_ids))

    def _on_groups(self, groups: "tuple[Group, ...]") -> None:
        self.filters.set_groups(groups)

    def _on_newest_rows(self, rows: "Mapping[int, MessageRow]") -> None:
        if rows and (self._chosen is None or self._chosen in rows):
            self._count = None
            self._say_count()
            self.model.show_newest(rows)
            self._restore_choice()

    def _on_ids(self, ids: "array[int]") -> None:
        self._search_jobs.clear()
        place = self._place_on_screen()
        is_other = self.model.set_ids(ids)
        self._count = len(ids)
        self._say_count()
        if is_other:
            self._restore_choice(place)
        else:
            self._ask_detail()

    def _place_on_screen(self) -> int | None:
        """Return how many rows below the top of the table the chosen message stands; None when it is out of sight."""
        top = self.table.rowAt(0)
        row = self.model.row_of(self._chosen) if self._chosen is not None else None
        if row is None or not self.table.viewport().rect().intersects(self.table.visualRect(self.model.index(row, 0))):
            return None
        return row - top

    def _restore_choice(self, place: int | None = None) -> None:
        """Choose the same message again, or the first one; what is on the screen does not jump away for nothing."""
        row = None if self._chosen is None else self.model.row_of(self._chosen)
        if row is None and self.model.rowCount():
            row = 0
        if row is None:
            self._chosen = None
            self.detail.show_nothing()
            self._in_report.show(None)
            return
        index = self.model.index(row, Column.TEXT)
        self.table.setCurrentIndex(index)
        if place is None:
            self.table.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        else:
            self.table.verticalScrollBar().setValue(row - place)
        self._ask_detail()

    def _say_count(self) -> None:
        self.count.setText("" if self._count is None else self.tr("%Ln message(s)", "", self._count))
        self._nothing.setText(
            self.tr("Nothing was found. Look with fewer words, or clear the filters.")
            if self.filters.is_narrowed
            else self.tr("There are no messages yet. Take in an export: drop it on this window.")
        )
        self._clear.setVisible(self.filters.is_narrowed)
        self._below.setCurrentIndex(1 if self._count == 0 else 0)

    # --- the table ---------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_model_page_requested(self, request: PageRequest) -> None:
        from console.desk import messages

        self._request = request
        self.jobs.ask(messages.message_rows, request.ids, done=self._on_rows, failed=self._on_rows_failed)

    def _on_rows(self, rows: "Mapping[int, MessageRow]") -> None:
        if self._request is not None:
            self.model.take(self._request, rows)

    def _on_rows_failed(self, error: Exception) -> None:
        if self._request is not None:
            self.model.give_up(self._request)
        self.warned.emit(self.jobs.sentence(error))

    @Slot(bool)
    def _on_newest_first_toggled(self, checked: bool) -> None:
        self.model.set_newest_first(newest_first=checked)
        order = Qt.SortOrder.DescendingOrder if checked else Qt.SortOrder.AscendingOrder
        self.table.horizontalHeader().setSortIndicator(Column.AT, order)
        self._restore_choice()

    @Slot(int)
    def _on_header_section_clicked(self, section: int) -> None:
        if section == Column.AT:
            self.newest_first.toggle()

    @Slot(QModelIndex, QModelIndex)
    def _on_table_current_row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            is_other = self._chosen != self.model.id_at(current.row())
            self._chosen = self.model.id_at(current.row())
            if is_other:
                self._opening.put_away()
            self._choose_soon.start()

    @Slot()
    def _focus_search(self) -> None:
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()

    @Slot()
    def _on_filters_left(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- the chosen message ------------------------------------------------------------------------------------------

    @Slot()
    def _ask_detail(self) -> None:
        from console.desk import messages

        self._choose_soon.stop()
        if self._chosen is None or self.jobs.console is None:
            return
        if self._detail_job is not None:
            self._detail_job.drop()
        self._detail_job = self.jobs.ask(messages.message_detail, MessageId(self._chosen), done=self._on_detail)

    def _on_detail(self, detail: "Detail") -> None:
        self._detail_job = None
        self.detail.show_detail(detail, self.jobs.language)
        self._in_report.show(detail.lines[detail.focus].id)

    # --- what is not right about it ----------------------------------------------------------------------------------

    @override
    def can_put_away(self) -> bool:
        """Whether the reasoning or the question what is not right is open."""
        return self._opening.is_open or self.detail.panel.can_put_away()

    @override
    def put_away(self) -> None:
        (self._opening if self._opening.is_open else self.detail.panel).put_away()

    @Slot()
    def ask_question(self) -> None:
        """Open a question about the message: somebody owes an answer."""
        if self._chosen is not None:
            self._opening.ask(MessageId(self._chosen))

    @Slot()
    def ask_why(self) -> None:
        """Open the whole reasoning about the message, or put it away."""
        self._explaining.ask()

    @Slot()
    def ask_correction(self) -> None:
        """Ask what is not right, then go on."""
        self._stays = False
        self.detail.panel.ask_what_is_wrong()

    @Slot()
    def ask_correction_and_stay(self) -> None:
        """Ask what is not right, then stay."""
        self._stays = True
        self.detail.panel.ask_what_is_wrong()

    @Slot()
    def _on_panel_closed(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_panel_said(self, said: Mapping[Label, str]) -> None:
        from console.desk import corrections

        message_id = self.detail.panel.message_id
        if message_id is not None:
            self.jobs.ask(corrections.correct, message_id, said, done=self._on_corrected)
        below = self.table.currentIndex().row() + 1
        if not self._stays and below < self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(below, Column.TEXT))

    @Slot(object)
    def _on_corrected(self, _changes: Changes) -> None:
        self.told.emit(self.tr("Remembered for this group. With {key} you undo it.").format(key=undo_keys()))


def _single_shot(parent: QWidget, interval_ms: int) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(interval_ms)
    return timer
