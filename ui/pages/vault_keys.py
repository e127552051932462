"""The subject Sleutels of the page Instellingen: the recovery sheet, the key, another computer. GUI thread only."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from console.desk.preferences import Settings
from ui.jobs import Jobs
from ui.opening.sheet_view import SheetView
from ui.pages.settings_leaf import SettingsLeaf
from ui.pages.settings_leaves import BACKUPS, SHEET
from ui.shortcuts import KeyMap
from ui.widgets.scrolled import scrolling
from ui.widgets.vault_code_panel import CodeFor, VaultCodePanel
from ui.widgets.vault_keys_form import VaultKeysForm

if TYPE_CHECKING:
    from console.desk.vault.changing import KeyChange
    from console.desk.vault.keys import KeyState


class VaultKeysLeaf(SettingsLeaf):
    """How it stands; or in its place a new sheet, the check of one, or another key."""

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self._second: Path | None = None
        self._wants_sheet = False
        self.form, self.sheet, self.panel = VaultKeysForm(), SheetView(jobs), VaultCodePanel()
        holder = QWidget()
        QVBoxLayout(holder).addWidget(self.panel)
        self._panel_area = scrolling(holder)
        self._stack = QStackedLayout(self)
        for part in (self.form, self.sheet, self._panel_area):
            self._stack.addWidget(part)
        self.form.sheet_requested.connect(self.make_sheet)
        self.form.check_requested.connect(self.check_sheet)
        self.form.change_requested.connect(self.change_key)
        self.form.forget_requested.connect(self._on_form_forget_requested)
        self.form.backups_requested.connect(self._on_form_backups_requested)
        self.sheet.finished.connect(self._on_sheet_finished)
        self.sheet.put_off.connect(self._on_sheet_put_off)
        self.sheet.warned.connect(self.warned)
        self.panel.confirmed.connect(self._on_panel_confirmed)
        self.panel.closed.connect(self._show_form)

    # --- a subject of the settings ------------------------------------------------------------------------------------

    @override
    def refresh(self) -> None:
        from console.desk.vault import keys

        self.jobs.ask(keys.state, done=self._on_state, failed=self._on_failed)

    @override
    def show_wishes(self, wishes: Settings) -> None:
        self._second = None if wishes.backup_folder is None else Path(wishes.backup_folder)

    @override
    def open_with(self, value: object) -> None:
        if value == SHEET:
            self.make_sheet()

    @override
    def can_put_away(self) -> bool:
        return self._stack.currentWidget() is not self.form

    @override
    def put_away(self) -> None:
        (self.sheet if self._stack.currentWidget() is self.sheet else self.panel).put_away()

    @override
    def take_focus(self) -> None:
        shown = self._stack.currentWidget()
        (self.panel if shown is self._panel_area else shown or self).setFocus()

    @Slot(object)
    def _on_state(self, state: "KeyState") -> None:
        self._wants_sheet = state.wants_sheet
        self.form.show_state(state)

    @Slot()
    def _show_form(self) -> None:
        self._stack.setCurrentWidget(self.form)
        self.form.setFocus()
        self.refresh()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.warned.emit(self.jobs.sentence(error))

    # --- the sheet ----------------------------------------------------------------------------------------------------

    @Slot()
    def make_sheet(self) -> None:
        """Make a new recovery sheet with the person."""
        self.sheet.begin()
        self._stack.setCurrentWidget(self.sheet)
        self.sheet.setFocus()

    @Slot(str)
    def _on_sheet_finished(self, number: str) -> None:
        self.told.emit(self.tr("Recovery sheet {number} counts from now on, and no older one.").format(number=number))
        self._show_form()

    @Slot()
    def _on_sheet_put_off(self) -> None:
        """Remind of it on the first page, if no sheet opens the key in use."""
        from console.desk.vault import keys

        if self._wants_sheet:
            self.jobs.ask(keys.put_off_sheet, failed=self._on_failed)
        self._show_form()

    @Slot()
    def check_sheet(self) -> None:
        """Ask the whole code of the sheet at hand."""
        self._ask_code(CodeFor.CHECK)

    # --- another key --------------------------------------------------------------------------------------------------

    @Slot()
    def change_key(self) -> None:
        """Ask whether the sheet at hand should open the new key too."""
        self._ask_code(CodeFor.CHANGE)

    def _ask_code(self, purpose: CodeFor) -> None:
        self.panel.ask(purpose, self.jobs.language)
        self._stack.setCurrentWidget(self._panel_area)
        self.panel.setFocus()

    @Slot(str, str)
    def _on_panel_confirmed(self, purpose: str, code: str) -> None:
        from console.desk.vault import keys, sheet

        if purpose == CodeFor.CHECK:
            self.jobs.ask(sheet.confirm_with_code, code, done=self._on_checked, failed=self._on_refused)
        else:
            self.jobs.ask(keys.change, code or None, self._second, done=self._on_changed, failed=self._on_refused)

    @Slot(object)
    def _on_refused(self, error: Exception) -> None:
        self.panel.show_trouble(self.jobs.sentence(error))

    @Slot(str)
    def _on_checked(self, number: str) -> None:
        self.panel.code.clear()
        self._on_sheet_finished(number)

    @Slot(object)
    def _on_changed(self, changed: "KeyChange") -> None:
        self.panel.code.clear()
        self.told.emit(self.tr("Your groups have another key."))
        self._wants_sheet = changed.needs_sheet
        if changed.needs_sheet:
            self.make_sheet()
        else:
            self._show_form()

    @Slot()
    def _on_form_forget_requested(self) -> None:
        from console.desk.vault import keys

        self.jobs.ask(keys.forget_older, self._second, done=self._on_forgotten, failed=self._on_failed)

    @Slot(object)
    def _on_forgotten(self, count: int) -> None:
        nothing = self.tr("Every older key is still needed for a backup.")
        self.told.emit(self.tr("%Ln older key(s) was/were dropped.", "", count) if count else nothing)
        self.refresh()

    @Slot()
    def _on_form_backups_requested(self) -> None:
        self.page_requested.emit("settings", BACKUPS)
