"""The subject Reservekopieën of the page Instellingen: making, keeping and putting back. GUI thread only."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Slot
from PySide6.QtWidgets import QFileDialog, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from console.desk.preferences import Settings
from console.domain.vault import BackedUp, Backup, BackupState, RestorePreview, SecondPlace, Why
from console.errors import ExpectedError
from ui.jobs import Job, Jobs, Lane
from ui.pages.restoring import RestoreWish, look_beside
from ui.pages.settings_leaf import SettingsLeaf
from ui.shortcuts import Command, KeyMap
from ui.widgets.backups_form import BackupsForm
from ui.widgets.restore_panel import RestorePanel
from ui.widgets.scrolled import scrolling

if TYPE_CHECKING:
    from console.desk.console import Console


@dataclass(frozen=True, slots=True)
class BackupsWork:
    """The backups in both places, how it stands, and what is to be said of the second place."""

    backups: tuple[Backup, ...]
    state: BackupState
    second: SecondPlace | None
    is_demo: bool


def load_backups(console: "Console", second: Path | None) -> BackupsWork:
    """Ask the desk for all of it. On a lane."""
    from console.desk.vault import backing_up

    said = None if second is None else backing_up.second_place(console, second)
    state = backing_up.state(console, second)
    return BackupsWork(backing_up.backups(console, second), state, said, console.is_demo)


def back_up_now(console: "Console", second: Path | None) -> BackedUp:
    """Make one because somebody asked. On a lane."""
    from console.desk.vault import backing_up

    return backing_up.back_up(console, second, Why.ASKED)


def backup_of_file(path: Path) -> Backup:
    """Return what is in a file that a person chose, as a backup. On a lane."""
    from console.desk.vault import restoring

    return restoring.of_file(path)


class BackupsLeaf(SettingsLeaf):
    """The list, or in its place what putting one of it back would change."""

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self.form, self.panel = BackupsForm(), RestorePanel()
        self._second: Path | None = None
        self._wish: RestoreWish | None = None
        self._making: Job | None = None
        self._looking: Job | None = None
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.addWidget(self.panel)
        column.addStretch(1)
        self._stack = QStackedLayout(self)
        self._beside = scrolling(holder)
        self._stack.addWidget(self.form)
        self._stack.addWidget(self._beside)
        self.form.make_requested.connect(self.make)
        self.form.restore_requested.connect(self.look_at)
        self.form.file_requested.connect(self._on_form_file_requested)
        self.form.folder_requested.connect(self._on_form_folder_requested)
        self.form.folder_dropped.connect(self._on_form_folder_dropped)
        self.panel.confirmed.connect(self._on_panel_confirmed)
        self.panel.code_given.connect(self._on_panel_code_given)
        self.panel.closed.connect(self._on_panel_closed)
        keys.bind(self, Command.NEW, self.make)

    # --- a subject of the settings ------------------------------------------------------------------------------------

    @override
    def refresh(self) -> None:
        self.jobs.ask(load_backups, self._second, done=self._on_backups, failed=self._on_failed)
        if self._wish is not None and self._looking is None:
            self._look()

    @override
    def show_wishes(self, wishes: Settings) -> None:
        second = None if wishes.backup_folder is None else Path(wishes.backup_folder)
        if second != self._second:
            self._second = second
            if self.jobs.console is not None and self.isVisible():
                self.refresh()

    @override
    def can_put_away(self) -> bool:
        return self._wish is not None

    @override
    def put_away(self) -> None:
        self.panel.put_away()

    @override
    def take_focus(self) -> None:
        (self.form.list if self._wish is None else self.panel.leave).setFocus()

    @Slot(object)
    def _on_backups(self, work: BackupsWork) -> None:
        last = work.state.last
        self.form.show_backups(
            work.backups, None if last is None else last.made_at, work.state.trouble, is_demo=work.is_demo
        )
        said = None if work.second is None else work.second.refused or work.second.warning
        is_said = said is None or said == work.state.trouble
        self.form.show_second(None if self._second is None else str(self._second), "" if is_said else str(said))

    # --- making one ---------------------------------------------------------------------------------------------------

    @Slot()
    def make(self) -> None:
        """Make a backup now."""
        if self._making is None and self.form.make.isEnabled():
            self.form.show_making(is_making=True)
            call = {"done": self._on_made, "failed": self._on_making_failed, "lane": Lane.CPU}
            self._making = self.jobs.ask(back_up_now, self._second, **call)

    @Slot(object)
    def _on_made(self, made: BackedUp) -> None:
        self._making = None
        self.form.show_making(is_making=False)
        if made.trouble:
            self.warned.emit(made.trouble)
        else:
            self.told.emit(self.tr("The backup was made and is good."))
        self.refresh()

    @Slot(object)
    def _on_making_failed(self, error: Exception) -> None:
        self._making = None
        self.form.show_making(is_making=False)
        self._on_failed(error)

    # --- the second place ---------------------------------------------------------------------------------------------

    @Slot()
    def _on_form_folder_requested(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder on a stick or another disk"))
        if chosen:
            self.choose_second(Path(chosen))

    def choose_second(self, folder: Path) -> None:
        """Take a folder as the second place, unless there is something against it."""
        self.jobs.ask(_second_place, folder, done=self._on_second_place, failed=self._on_failed)

    @Slot(object)
    def _on_second_place(self, found: tuple[Path, SecondPlace]) -> None:
        folder, place = found
        if place.refused is not None:
            self.warned.emit(place.refused)
            return
        self.wishes_changed.emit({"backup_folder": str(folder)})
        self.told.emit(self.tr("From now on every backup is also copied there. Make one now and it stands there."))

    @Slot()
    def _on_form_folder_dropped(self) -> None:
        self.wishes_changed.emit({"backup_folder": None})
        self.told.emit(self.tr("There is no second place any more. What stands there stays."))

    # --- putting one back ---------------------------------------------------------------------------------------------

    @Slot()
    def _on_form_file_requested(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(
            self,
            self.tr("Choose a backup"),
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation),
            self.tr("Backups") + " (*.db);;" + self.tr("All files") + " (*)",
        )
        if chosen:
            self.jobs.run(backup_of_file, Path(chosen), done=self.look_at, failed=self._on_failed)

    @Slot(object)
    def look_at(self, backup: Backup) -> None:
        """Show what putting a backup back would change."""
        console = self.jobs.console
        if console is not None and not console.is_demo:
            self._wish = RestoreWish(console.store.path, backup)
            self._stack.setCurrentWidget(self._beside)
            self.panel.look_at(backup, self.jobs.language)
            self._look()

    def _look(self) -> None:
        if self._looking is not None:
            self._looking.drop()
        call = {"done": self._on_preview, "failed": self._on_looking_failed, "lane": Lane.CPU}
        self._looking = self.jobs.ask(look_beside, self._wish, **call)

    @Slot(object)
    def _on_preview(self, preview: RestorePreview) -> None:
        self._looking = None
        if self._wish is not None:
            self.panel.show_preview(preview)

    @Slot(object)
    def _on_looking_failed(self, error: Exception) -> None:
        self._looking = None
        self._on_failed(error)
        if self._wish is not None and self._wish.code is not None and isinstance(error, ExpectedError):
            self._wish = replace(self._wish, code=None)  # a slip in the code: the person types it again
        else:
            self.panel.put_away()

    @Slot(str)
    def _on_panel_code_given(self, code: str) -> None:
        if self._wish is not None:
            self._wish = replace(self._wish, code=code)
            self._look()

    @Slot(object)
    def _on_panel_confirmed(self, _backup: Backup) -> None:
        if self._wish is not None:
            self.restore_requested.emit(self._wish)

    @Slot()
    def _on_panel_closed(self) -> None:
        if self._looking is not None:
            self._looking.drop()
            self._looking = None
        self._wish = None
        self.panel.code.clear()
        self._stack.setCurrentWidget(self.form)
        self.form.list.setFocus()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.warned.emit(self.jobs.sentence(error))


def _second_place(console: "Console", folder: Path) -> tuple[Path, SecondPlace]:
    from console.desk.vault import backing_up

    return folder, backing_up.second_place(console, folder)
