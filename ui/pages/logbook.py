"""The page Logboek: every decision, why it was shown, what became of it; undo, and a file to keep. GUI thread only."""

from array import array
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QStandardPaths, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from console.domain.changes import Changes
from console.domain.decision import DecisionId
from console.domain.logbook import Entry, EntryDetail, LogFilter
from ui.jobs import Job, Jobs
from ui.models.logbook import LogbookModel
from ui.models.paged import PageRequest
from ui.pages.logbook_layout import LogbookLayout
from ui.pages.page import Page
from ui.shortcuts import Command, KeyMap

if TYPE_CHECKING:
    from console.desk.console import Console
    from console.desk.undoing import Undone
    from console.domain.group import Group

SEARCH_MS: Final = 150  # a person types a letter in about this time: search when he pauses
CHOOSE_MS: Final = 60  # an arrow key that is held down passes twenty rows a second; read where it stops


@dataclass(frozen=True, slots=True)
class Choices:
    """What the filters offer."""

    groups: "tuple[Group, ...]"
    actors: tuple[str, ...]


def load_choices(console: "Console") -> Choices:
    """Ask the desk what there is to choose from. On a lane."""
    from console.desk import groups, logbook

    return Choices(groups.groups(console), logbook.actors(console))


class LogbookView(Page):
    """The list left, the chosen decision right."""

    key = "logbook"

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self.rows = LogbookModel(self)
        self.parts = LogbookLayout(self.rows, self)
        self._chosen: int | None = None
        self._detail: EntryDetail | None = None
        self._search_job: Job | None = None
        self._detail_job: Job | None = None
        self._request: PageRequest | None = None
        self._is_stale = False
        self._search_soon = self._timer(SEARCH_MS, self._search)
        self._choose_soon = self._timer(CHOOSE_MS, self._ask_detail)
        self._connect()
        self.retranslate()
        self.setFocusProxy(self.parts.table)

    # --- a page of the window ----------------------------------------------------------------------------------------

    @override
    def refresh(self) -> None:
        """Ask for the decisions, and for what they may be chosen by."""
        if self.jobs.console is not None:
            self.jobs.ask(load_choices, done=self._on_choices, failed=self._on_failed)
            self._search()

    @override
    def changed(self, changes: Changes) -> None:
        """Look again after every decision: at once, or when the page is shown."""
        if changes.decision is not None or changes.outgoing or changes.groups or changes.messages:
            self._is_stale = True
            if self.isVisible():
                self._refresh_stale()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh_stale()

    @override
    def undone(self, undone: "Undone") -> None:
        """Show the undoing, which stands on top."""
        self._chosen = None

    @override
    def redone(self, redone: "Undone") -> None:
        """Show what was made again, which stands on top."""
        self._chosen = None

    @override
    def retranslate(self) -> None:
        self.parts.retranslate()
        self.rows.mark_stale()
        self._show(self._detail)

    def _refresh_stale(self) -> None:
        if self._is_stale:
            self._is_stale = False
            self.refresh()

    def _timer(self, interval_ms: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=interval_ms)
        timer.timeout.connect(slot)
        return timer

    def _connect(self) -> None:
        parts = self.parts
        parts.filters.edited.connect(self._search_soon.start)
        parts.filters.left.connect(parts.table.setFocus)
        parts.table.selectionModel().currentRowChanged.connect(self._on_table_current_row_changed)
        self.rows.page_requested.connect(self._on_rows_page_requested)
        parts.undo.clicked.connect(self.undo_requested)
        parts.redo.clicked.connect(self.redo_requested)
        parts.undo_one.clicked.connect(self.undo_one)
        parts.show_message.clicked.connect(self.show_message)
        parts.export.clicked.connect(self.choose_file)
        for command, slot in (
            (Command.UNDO_ONE, self.undo_one),
            (Command.SHOW_MESSAGE, self.show_message),
            (Command.EXPORT, self.choose_file),
            (Command.SEARCH, parts.filters.focus_search),
            (Command.REFRESH, self.refresh),
        ):
            self.keys.bind(self, command, slot)

    # --- the list -----------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_choices(self, choices: Choices) -> None:
        if self.jobs.console is not None:
            self.parts.filters.set_choices(choices.groups, choices.actors, self.jobs.console.now())
            self.parts.table.set_of_one(is_of_one=len(choices.actors) < 2)

    @Slot()
    def _search(self) -> None:
        """Ask for what is wanted now; an answer to an older question is not waited for."""
        from console.desk import logbook

        self._search_soon.stop()
        if self.jobs.console is None:
            return
        if self._search_job is not None:
            self._search_job.drop()
        wanted = self.parts.filters.value()
        self._search_job = self.jobs.ask(logbook.entry_ids, wanted, done=self._on_ids, failed=self._on_failed)

    @Slot(object)
    def _on_ids(self, ids: "array[int]") -> None:
        self._search_job = None
        self.rows.set_ids(ids)
        self.parts.show_count(len(ids))
        row = None if self._chosen is None else self.rows.row_of(self._chosen)
        if not ids:
            self._chosen = None
            self._show(None)
            return
        self.parts.table.choose(row or 0)
        self._chosen = self.rows.id_at(row or 0)
        self._ask_detail()

    @Slot(object)
    def _on_rows_page_requested(self, request: PageRequest) -> None:
        from console.desk import logbook

        self._request = request
        self.jobs.ask(logbook.entry_rows, request.ids, done=self._on_rows, failed=self._on_rows_failed)

    @Slot(object)
    def _on_rows(self, rows: Mapping[int, Entry]) -> None:
        if self._request is not None:
            self.rows.take(self._request, rows)

    @Slot(object)
    def _on_rows_failed(self, error: Exception) -> None:
        if self._request is not None:
            self.rows.give_up(self._request)
        self._on_failed(error)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.warned.emit(self.jobs.sentence(error))

    # --- the chosen decision ------------------------------------------------------------------------------------------

    @Slot(QModelIndex, QModelIndex)
    def _on_table_current_row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and self.rows.id_at(current.row()) != self._chosen:
            self._chosen = self.rows.id_at(current.row())
            self._choose_soon.start()

    @Slot()
    def _ask_detail(self) -> None:
        from console.desk import logbook

        self._choose_soon.stop()
        if self._chosen is None or self.jobs.console is None:
            return
        if self._detail_job is not None:
            self._detail_job.drop()
        self._detail_job = self.jobs.ask(
            logbook.entry, DecisionId(self._chosen), done=self._on_detail, failed=self._on_failed
        )

    @Slot(object)
    def _on_detail(self, detail: EntryDetail) -> None:
        self._detail_job = None
        self._show(detail)

    def _show(self, detail: EntryDetail | None) -> None:
        self._detail = detail
        what = "" if detail is None else self.rows.what(detail.entry)
        self.parts.show_detail(detail, what, self.jobs.language)

    # --- what a person does -------------------------------------------------------------------------------------------

    @Slot()
    def undo_one(self) -> None:
        """Take back the decision that is shown."""
        from console.desk import undoing

        if self._detail is not None and self._detail.can_undo:
            chosen = self._detail.entry.id
            self.jobs.ask(undoing.undo_one, chosen, done=self._on_undone_one, failed=self._on_failed)

    @Slot(object)
    def _on_undone_one(self, undone: "Undone") -> None:
        self.told.emit(self.tr("%Ln decision(s) undone.", "", undone.count))

    @Slot()
    def show_message(self) -> None:
        """Go to the message on the page Berichten."""
        if self._detail is not None and self._detail.message_id is not None:
            self.page_requested.emit("messages", self._detail.message_id)

    @Slot()
    def choose_file(self) -> None:
        """Ask where the table is to be kept, and write it."""
        if self.jobs.console is None or not self.rows.rowCount():
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = self.tr("logbook-{day}").format(day=self.jobs.console.now().astimezone().date().isoformat())
        kinds = {self.tr("Excel") + " (*.xlsx)": ".xlsx", self.tr("CSV") + " (*.csv)": ".csv"}
        chosen, kind = QFileDialog.getSaveFileName(
            self, self.tr("Save the logbook"), str(Path(folder) / f"{name}.xlsx"), ";;".join(kinds)
        )
        if chosen:
            path = Path(chosen)
            self.write(path if path.suffix.lower() in kinds.values() else path.with_name(path.name + kinds[kind]))

    def write(self, path: Path) -> None:
        """Write what the filters keep to a file."""
        from console.desk import logbook_export

        wanted: LogFilter = self.parts.filters.value()
        self.jobs.ask(logbook_export.export, path, wanted, done=self._on_written, failed=self._on_failed)

    @Slot(object)
    def _on_written(self, count: int) -> None:
        self.told.emit(self.tr("%Ln decision(s) were saved.", "", count))
