"""The panel through which a page takes in a sheet: its calls to the desk. GUI thread only."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget
from typing_extensions import override

from ui.jobs import Job, Jobs, Lane
from ui.widgets.puts_away import PutsAway
from ui.widgets.sheet_view import SheetView

if TYPE_CHECKING:
    from console.desk.sheets import Checked, Plan, Sheet


class SheetIntake(PutsAway):
    """Hidden until ``start``; it hides itself when the rows were taken over or a person closes it.

    *Signals:*
        taken(object): what ``Plan.take`` gave.
        closed(): it went away, with or without rows.
        told(str), warned(str): for the message bar.
    """

    taken = Signal(object)
    closed = Signal()
    told = Signal(str)
    warned = Signal(str)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._plan: Plan | None = None
        self._file: Sheet | None = None  # as it was read, with its headings
        self._sheet: Sheet | None = None  # as the person says that it is
        self._checked: Checked | None = None
        self._job: Job | None = None
        self._is_new = False
        self.view = SheetView()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.setFocusProxy(self.view.choose)
        self.view.choose_requested.connect(self.choose_file)
        self.view.dropped.connect(self.read)
        self.view.columns_changed.connect(self._on_view_columns_changed)
        self.view.save_requested.connect(self.choose_list)
        self.view.take_requested.connect(self._on_view_take_requested)
        self.view.stop_requested.connect(self._on_view_stop_requested)
        self.view.close_requested.connect(self._on_view_close_requested)
        jobs.language_changed.connect(self._on_jobs_language_changed)
        self.hide()

    def start(self, plan: "Plan") -> None:
        """Ask for a sheet of this kind; what was open before is gone."""
        self._drop_job()
        self._plan, self._sheet, self._file, self._checked = plan, None, None, None
        self.view.ask_for_file(plan.fields, self._jobs.language)
        self.show()
        self.view.choose.setFocus()

    @override
    def can_put_away(self) -> bool:
        return self.isVisible() and self.view.can_put_away()

    @override
    def put_away(self) -> None:
        """Stop what runs, or close."""
        self.view.put_away()

    # --- the file ----------------------------------------------------------------------------------------------------

    @Slot()
    def choose_file(self) -> None:
        """Ask which file."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kinds = self.tr("Lists") + " (*.xlsx *.xlsm *.csv *.tsv *.txt)"
        chosen, _kind = QFileDialog.getOpenFileName(self, self.tr("Choose a list"), folder, kinds)
        if chosen:
            self.read(Path(chosen))

    @Slot(object)
    def read(self, path: Path) -> None:
        """Read a file."""
        from console.desk import sheets

        if self._plan is None:
            return
        self._drop_job()
        self.view.show_busy()
        self._job = self._jobs.run(
            sheets.open_sheet,
            path,
            self._plan.fields,
            language=self._jobs.language,
            lane=Lane.CPU,
            done=self._on_read,
            failed=self._on_failed,
            cancelled=self._on_cancelled,
            progressed=self.view.show_progress,
        )

    @Slot(object)
    def _on_read(self, sheet: "Sheet") -> None:
        self._file, self._is_new = sheet, True
        self._show(sheet)

    def _show(self, sheet: "Sheet") -> None:
        from console.desk import sheets

        if self._plan is None:
            return
        self._job, self._sheet = None, sheet
        self.view.show_sheet(sheet, sheets.guess(sheet, self._plan.fields), is_new=self._is_new)
        self._check()

    # --- its rows ----------------------------------------------------------------------------------------------------

    @Slot()
    def _on_view_columns_changed(self) -> None:
        if self._file is None:
            return
        has_headings = self.view.has_headings.isChecked()
        wanted = self._file if has_headings else self._file.without_headings(self._jobs.language)
        self._is_new = False
        if self._sheet is not None and len(wanted.rows) != len(self._sheet.rows):
            self._show(wanted)
        else:
            self._check()

    def _check(self) -> None:
        from console.desk import sheets

        self._drop_job()
        self._checked = None
        if self._plan is None or self._sheet is None or self.view.columns.missing():
            self.view.show_checked(None)
            self._focus()
            return
        self._job = self._jobs.run(
            sheets.check,
            self._sheet,
            self.view.columns.columns(),
            self._plan.fields,
            same=self._plan.same,
            also=self._plan.also,
            lane=Lane.CPU,
            done=self._on_checked,
            failed=self._on_failed,
            cancelled=self._on_cancelled,
        )

    @Slot(object)
    def _on_checked(self, checked: "Checked") -> None:
        self._job, self._checked = None, checked
        self.view.show_checked(checked)
        self._focus()

    def _focus(self) -> None:
        """Go to where a person goes on with a new file; somebody who chooses a column stays there."""
        if self._is_new:
            self._is_new = False
            self.view.focus_sheet()

    @Slot()
    def _on_view_take_requested(self) -> None:
        if self._plan is None or self._checked is None:
            return
        self.view.show_taking()
        self._job = self._jobs.ask(
            self._plan.take, self._checked.rows, lane=Lane.CPU, done=self._on_taken, failed=self._on_failed
        )

    @Slot(object)
    def _on_taken(self, outcome: object) -> None:
        self._job = None
        self._on_view_close_requested()
        self.taken.emit(outcome)

    # --- the list of what is wrong -----------------------------------------------------------------------------------

    @Slot()
    def choose_list(self) -> None:
        """Ask where the list of what is wrong is to be kept, and write it."""
        if self._sheet is None:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = self.tr("{list}-what-is-wrong").format(list=Path(self._sheet.name).stem)
        kinds = {self.tr("Excel") + " (*.xlsx)": ".xlsx", self.tr("CSV") + " (*.csv)": ".csv"}
        chosen, kind = QFileDialog.getSaveFileName(
            self, self.tr("Save this list"), str(Path(folder) / f"{name}.xlsx"), ";;".join(kinds)
        )
        if chosen:
            path = Path(chosen)
            self.write_list(path if path.suffix.lower() in kinds.values() else path.with_name(path.name + kinds[kind]))

    def write_list(self, path: Path) -> None:
        """Write what is wrong to a file."""
        from console.desk import sheets

        if self._checked is not None:
            problems = self._checked.problems
            self._jobs.run(
                sheets.save_problems,
                problems,
                path,
                self._jobs.language,
                lane=Lane.CPU,
                done=self._on_written,
                failed=self._on_write_failed,
            )

    @Slot(object)
    def _on_written(self, _nothing: object) -> None:
        self.told.emit(self.tr("The list is saved."))

    @Slot(object)
    def _on_write_failed(self, error: Exception) -> None:
        self.warned.emit(self._jobs.sentence(error))

    # --- what may happen to a job ------------------------------------------------------------------------------------

    @Slot()
    def _on_view_stop_requested(self) -> None:
        if self._job is not None:
            self._job.cancel()

    @Slot()
    def _on_cancelled(self) -> None:
        self._job = None
        self.view.show_again()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self.view.show_again()
        self.warned.emit(self._jobs.sentence(error))

    @Slot(str)
    def _on_jobs_language_changed(self, language: str) -> None:
        self.view.set_language(language)

    def _drop_job(self) -> None:
        if self._job is not None:
            self._job.drop()
            self._job = None

    @Slot()
    def _on_view_close_requested(self) -> None:
        self._drop_job()
        self._plan = self._sheet = self._file = self._checked = None
        self.hide()
        self.closed.emit()
