"""The page Instellingen: keys, when to be told or reminded, counters, languages of members, letters. GUI thread only.

What it shows of a person's wishes comes from the session (``show_wishes``), and goes back to it by signals.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

from console.desk.preferences import Settings
from console.domain.changes import Changes
from console.domain.draft import Counter
from console.domain.feedback import LineKind
from ui.jobs import Jobs
from ui.pages.page import Page
from ui.shortcuts import KeyMap, undo_keys
from ui.widgets.counters_form import CountersForm
from ui.widgets.keys_form import KeysForm
from ui.widgets.languages_form import LanguagesForm
from ui.widgets.look_form import LookForm
from ui.widgets.reminder_form import ReminderForm
from ui.widgets.summary_form import SummaryForm
from ui.widgets.text import PlainLabel

if TYPE_CHECKING:
    from console.desk.redirects import Municipality

COUNTERS: Final = "counters"  # what the page is opened with to show the leaf of that name
LANGUAGES: Final = "languages"  # the same


class SettingsView(Page):
    """One leaf per subject.

    *Signals:*
        wishes_changed(object): names and values of ``console.desk.preferences.Settings`` to keep.
        look_chosen(str), language_chosen(str), scale_stepped(int): as of the menu.
    """

    wishes_changed = Signal(object)
    look_chosen = Signal(str)
    language_chosen = Signal(str)
    scale_stepped = Signal(int)

    key = "settings"

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self._title = PlainLabel(scale=1.4, is_bold=True)
        self.leaves = QTabWidget()
        self.keys_form, self.summary = KeysForm(keys), SummaryForm()
        self.reminders, self.counters, self.look = ReminderForm(), CountersForm(), LookForm()
        self.languages = LanguagesForm()
        for leaf in (self.keys_form, self.summary, self.reminders, self.counters, self.languages, self.look):
            self.leaves.addTab(leaf, "")
        column = QVBoxLayout(self)
        column.addWidget(self._title)
        column.addWidget(self.leaves, 1)
        self.keys_form.told.connect(self.told)
        self.summary.edited.connect(self.wishes_changed)
        self.reminders.edited.connect(self._on_reminders_edited)
        self.counters.kept.connect(self._on_counters_kept)
        self.languages.checked.connect(self._on_languages_checked)
        self.look.look_chosen.connect(self.look_chosen)
        self.look.language_chosen.connect(self.language_chosen)
        self.look.scale_stepped.connect(self.scale_stepped)
        self.retranslate()

    def show_wishes(self, wishes: Settings) -> None:
        """Show what is in force."""
        self.summary.show_wishes(wishes)
        self.look.show_wishes(wishes)

    @override
    def refresh(self) -> None:
        from console.desk import redirects
        from console.desk.feedback import reminding
        from console.desk.welcome import checked_languages

        self.jobs.ask(redirects.municipalities, done=self._on_municipalities, failed=self._on_failed)
        self.jobs.ask(checked_languages.checked_by, done=self.languages.show_checked, failed=self._on_failed)
        self.jobs.ask(reminding.days, done=self.reminders.show_days, failed=self._on_failed)

    @override
    def changed(self, changes: Changes) -> None:
        if self.isVisible() and (changes.decision is not None or changes.welcome):
            self.refresh()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Look again at what may have changed behind another page."""
        super().showEvent(event)
        if self.jobs.console is not None and not event.spontaneous():
            self.refresh()

    @override
    def open_with(self, value: object) -> None:
        if value in (COUNTERS, LANGUAGES):
            self.leaves.setCurrentWidget(self.counters if value == COUNTERS else self.languages)

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("Settings"))
        self.leaves.setAccessibleName(self.tr("Kinds of settings"))
        names = (
            *(self.tr("Keys"), self.tr("Notifications"), self.tr("Answers owed")),
            *(self.tr("Counters"), self.tr("Languages of members"), self.tr("Letters and colours")),
        )
        for place, name in enumerate(names):
            self.leaves.setTabText(place, name)

    @Slot(object)
    def _on_municipalities(self, municipalities: "tuple[Municipality, ...]") -> None:
        self.counters.show_municipalities(municipalities)

    @Slot(object)
    def _on_reminders_edited(self, days: Mapping[LineKind, int]) -> None:
        from console.desk.feedback import reminding

        self.jobs.ask(reminding.set_days, days, failed=self._on_failed)

    @Slot(object, str, object, object)
    def _on_counters_kept(
        self, key: str | None, name: str, counters: tuple[Counter, ...], reports_go: dict[str, str]
    ) -> None:
        from console.desk import redirects

        call = {"done": self._on_counters_changed, "failed": self._on_failed, **reports_go}
        self.jobs.ask(redirects.change_counters, key, name, counters, **call)

    @Slot(object)
    def _on_counters_changed(self, _changes: Changes) -> None:
        self.counters.forget_edits()
        self.told.emit(self.tr("The counters were changed. With {key} you undo it.").format(key=undo_keys()))

    @Slot(str, object)
    def _on_languages_checked(self, language: str, by: str | None) -> None:
        from console.desk.welcome import checked_languages

        self.jobs.ask(checked_languages.set_checked, language, by, failed=self._on_failed)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.warned.emit(self.jobs.sentence(error))
