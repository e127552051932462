"""The subjects of the page Instellingen that are one form and little more. GUI thread only."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from console.desk.preferences import Settings
from console.domain.changes import Changes
from console.domain.draft import Counter
from console.domain.feedback import LineKind
from ui.jobs import Jobs
from ui.pages.settings_leaf import SettingsLeaf
from ui.shortcuts import KeyMap, undo_keys
from ui.widgets.counters_form import CountersForm
from ui.widgets.keys_form import KeysForm
from ui.widgets.languages_form import LanguagesForm
from ui.widgets.look_form import LookForm
from ui.widgets.reminder_form import ReminderForm
from ui.widgets.summary_form import SummaryForm

if TYPE_CHECKING:
    from console.desk.redirects import Municipality


class KeysLeaf(SettingsLeaf):
    """Which key of the keyboard does what."""

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self.form = KeysForm(keys)
        self.hold(self.form)
        self.form.told.connect(self.told)


class SummaryLeaf(SettingsLeaf):
    """When to be told what waits."""

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self.form = SummaryForm()
        self.hold(self.form)
        self.form.edited.connect(self.wishes_changed)

    @override
    def show_wishes(self, wishes: Settings) -> None:
        self.form.show_wishes(wishes)


class LookLeaf(SettingsLeaf):
    """Letters, colours and language, as in the menu."""

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self.form = LookForm()
        self.hold(self.form)
        self.form.look_chosen.connect(self.look_chosen)
        self.form.language_chosen.connect(self.language_chosen)
        self.form.scale_stepped.connect(self.scale_stepped)

    @override
    def show_wishes(self, wishes: Settings) -> None:
        self.form.show_wishes(wishes)


class RemindersLeaf(SettingsLeaf):
    """After how many days a question comes back."""

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self.form = ReminderForm()
        self.hold(self.form)
        self.form.edited.connect(self._on_form_edited)

    @override
    def refresh(self) -> None:
        from console.desk.feedback import reminding

        self.jobs.ask(reminding.days, done=self.form.show_days, failed=self._on_failed)

    @override
    def changed(self, changes: Changes) -> None:
        if changes.decision is not None:
            self.refresh()

    @Slot(object)
    def _on_form_edited(self, days: Mapping[LineKind, int]) -> None:
        from console.desk.feedback import reminding

        self.jobs.ask(reminding.set_days, days, failed=self._on_failed)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.warned.emit(self.jobs.sentence(error))


class CountersLeaf(SettingsLeaf):
    """Where a report may belong, for each municipality."""

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self.form = CountersForm()
        self.hold(self.form)
        self.form.kept.connect(self._on_form_kept)

    @override
    def refresh(self) -> None:
        from console.desk import redirects

        self.jobs.ask(redirects.municipalities, done=self._on_municipalities, failed=self._on_failed)

    @override
    def changed(self, changes: Changes) -> None:
        if changes.decision is not None:
            self.refresh()

    @Slot(object)
    def _on_municipalities(self, municipalities: "tuple[Municipality, ...]") -> None:
        self.form.show_municipalities(municipalities)

    @Slot(object, str, object, object)
    def _on_form_kept(
        self, key: str | None, name: str, counters: tuple[Counter, ...], reports_go: dict[str, str]
    ) -> None:
        from console.desk import redirects

        call = {"done": self._on_counters_changed, "failed": self._on_failed, **reports_go}
        self.jobs.ask(redirects.change_counters, key, name, counters, **call)

    @Slot(object)
    def _on_counters_changed(self, _changes: Changes) -> None:
        self.form.forget_edits()
        self.told.emit(self.tr("The counters were changed. With {key} you undo it.").format(key=undo_keys()))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.warned.emit(self.jobs.sentence(error))


class LanguagesLeaf(SettingsLeaf):
    """Who read the words of each language that members can be written to in."""

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self.form = LanguagesForm()
        self.hold(self.form)
        self.form.checked.connect(self._on_form_checked)

    @override
    def refresh(self) -> None:
        from console.desk.welcome import checked_languages

        self.jobs.ask(checked_languages.checked_by, done=self.form.show_checked, failed=self._on_failed)

    @override
    def changed(self, changes: Changes) -> None:
        if changes.decision is not None or changes.welcome:
            self.refresh()

    @Slot(str, object)
    def _on_form_checked(self, language: str, by: str | None) -> None:
        from console.desk.welcome import checked_languages

        self.jobs.ask(checked_languages.set_checked, language, by, failed=self._on_failed)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.warned.emit(self.jobs.sentence(error))
