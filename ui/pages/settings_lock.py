"""The subject Vergrendelen of the page Instellingen. GUI thread only."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from console.desk.preferences import Settings
from console.domain.changes import Changes
from ui.jobs import Jobs
from ui.pages.settings_leaf import SettingsLeaf
from ui.shortcuts import KeyMap
from ui.widgets.lock_form import LockForm


class LockLeaf(SettingsLeaf):
    """After how long the window locks, and the code that opens it."""

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self.form = LockForm()
        self.hold(self.form)
        self.form.edited.connect(self.wishes_changed)
        self.form.chosen.connect(self._on_form_chosen)
        self.form.dropped.connect(self._on_form_dropped)
        self.setFocusProxy(self.form)

    @override
    def show_wishes(self, wishes: Settings) -> None:
        self.form.show_wishes(wishes)

    @override
    def refresh(self) -> None:
        from console.desk.vault import access_code

        self.jobs.ask(access_code.is_set, done=self.form.show_code, failed=self._on_failed)

    @override
    def changed(self, changes: Changes) -> None:
        if changes.privacy:
            self.refresh()

    @override
    def can_put_away(self) -> bool:
        return any(field.text() for field in self.form.fields)

    @override
    def put_away(self) -> None:
        self.form.forget()

    @Slot(str, str)
    def _on_form_chosen(self, new: str, old: str) -> None:
        from console.desk.vault import access_code

        self.jobs.ask(access_code.set_code, new, old or None, done=self._on_chosen, failed=self._on_refused)

    @Slot(str)
    def _on_form_dropped(self, old: str) -> None:
        from console.desk.vault import access_code

        self.jobs.ask(access_code.drop_code, old, done=self._on_dropped, failed=self._on_refused)

    @Slot(object)
    def _on_chosen(self, _changes: Changes) -> None:
        self.form.forget()
        self.told.emit(self.tr("The access code was kept. You need it when the window is locked."))

    @Slot(object)
    def _on_dropped(self, _changes: Changes) -> None:
        self.form.forget()
        self.told.emit(self.tr("There is no access code any more."))

    @Slot(object)
    def _on_refused(self, error: Exception) -> None:
        self.form.refuse(self.jobs.sentence(error))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.warned.emit(self.jobs.sentence(error))
