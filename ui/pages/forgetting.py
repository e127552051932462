"""The leaf about keeping and forgetting: how long each group keeps what, what goes when, and to erase it now.

GUI thread only.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.changes import Changes
from console.domain.group import GroupId
from console.domain.privacy import GroupTerms, Terms
from console.domain.retention import Due, OlderKept
from ui import told_words
from ui.jobs import Job, Jobs, Lane
from ui.pages.settings_leaf import SettingsLeaf
from ui.shortcuts import KeyMap
from ui.widgets.forgetting_view import ALL, DuePart, TermsPart

if TYPE_CHECKING:
    from console.desk.console import Console
    from console.desk.forgetting.retention import Erased

GOES: Final = "goes"  # what the leaf is opened with to show what goes


@dataclass(frozen=True, slots=True)
class Keeping:
    """How long one group keeps what, or all of them (ALL), and between which days that may be chosen."""

    group_id: GroupId
    groups: tuple[GroupTerms, ...]
    least: Mapping[str, int]
    usual: Terms
    older: OlderKept | None = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the leaf shows. ``groups`` are (id, name) by name; ``now`` is what goes now, ``soon`` what goes in a while,
    ``now_words`` the former in words, a sentence for each kind. Where nothing goes now, something goes on ``next_day``,
    None when not in the coming week. Something goes by itself from ``first_run`` (aware) on,
    None when that was before now, and it did last at ``last_run``."""

    groups: tuple[tuple[GroupId, str], ...]
    keeping: Keeping | None
    now: Due
    soon: Due
    now_words: tuple[str, ...]
    next_day: date | None
    first_run: datetime | None
    last_run: datetime | None


def load_forgetting(console: "Console", of_terms: GroupId | None, of_due: GroupId | None, within: timedelta) -> Loaded:
    """Ask the desk for the terms of one group (the first, where it is gone or None) or ALL, and for what goes.

    On a lane.
    """
    from console.desk import groups
    from console.desk.forgetting import looking_back, retention, terms

    listed = sorted(((one.id, one.name) for one in groups.groups(console)), key=_by_name)
    known = {group_id for group_id, _name in listed}
    keeping = None
    if of_terms == ALL and len(listed) > 1:
        keeping = Keeping(ALL, terms.of_all(console), terms.LEAST, terms.USUAL)
    elif listed:
        group_id, name = next((one for one in listed if one[0] == of_terms), listed[0])
        chosen = GroupTerms(group_id, name, terms.of_group(console, group_id))
        older = terms.older_of_group(console, group_id)
        keeping = Keeping(group_id, (chosen,), terms.LEAST, terms.USUAL, older)
    wanted = of_due if of_due in known else None
    now = retention.due(console, group_id=wanted)
    soon = retention.due(console, within=within, group_id=wanted) if within else now
    now_words = tuple(retention.words_of(now, console.language))
    coming = None if now else retention.coming(console, group_id=wanted)
    runs = looking_back.first_run(console), looking_back.last_run(console)
    return Loaded(tuple(listed), keeping, now, soon, now_words, coming and coming[0], *runs)


@dataclass(frozen=True, slots=True)
class Went:
    """What was erased, and some of the texts that went, to look for."""

    erased: "Erased"
    texts: tuple[str, ...]

    @property
    def changes(self) -> Changes:
        """What the pages need to know."""
        return self.erased.changes


def erase_now(console: "Console", group_id: GroupId | None) -> Went:
    """Erase what was kept long enough, in all groups or in one. On a lane. Raises what ``retention.run`` does."""
    from console.desk.forgetting import looking_back, retention

    texts = looking_back.to_look_for(console, group_id)
    return Went(retention.run(console, group_id=group_id), texts)


def _by_name(group: tuple[GroupId, str]) -> str:
    return group[1].casefold()


class ForgettingLeaf(SettingsLeaf):
    """How long, and what goes; nothing goes here before a person said it twice."""

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self._job: Job | None = None
        self._is_keeping = False
        self._is_kept = False  # whether what the form says was accepted and is on its way back
        self.tabs = QTabWidget()
        self.terms, self.goes = TermsPart(), DuePart()
        for part in (self.terms, self.goes):
            self.tabs.addTab(part, "")
        self.tabs.setDocumentMode(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        self.terms.group_chosen.connect(self.refresh)
        self.terms.form.kept.connect(self._on_form_kept)
        self.terms.form.all_kept.connect(self._on_form_all_kept)
        self.terms.form.older_kept.connect(self._on_form_older_kept)
        self.terms.form.older_ended.connect(self._on_form_older_ended)
        self.goes.chosen.connect(self.refresh)
        self.goes.confirmed.connect(self._on_goes_confirmed)
        self.retranslate()

    @Slot()
    @override
    def refresh(self) -> None:
        if self._job is not None:
            self._job.drop()
        wanted = (self.terms.group_id, self.goes.group_id, self.goes.within)
        self._job = self.jobs.ask(load_forgetting, *wanted, done=self._on_loaded, failed=self._on_failed)

    @override
    def changed(self, changes: Changes) -> None:
        if changes.privacy or changes.groups or changes.requests or changes.messages or changes.people:
            self.refresh()

    @override
    def open_with(self, value: object) -> None:
        """Show what goes."""
        if value == GOES:
            self.tabs.setCurrentWidget(self.goes)

    @override
    def retranslate(self) -> None:
        self.tabs.setAccessibleName(self.tr("How long, and what goes"))
        for place, text in enumerate((self.tr("How long"), self.tr("What goes"))):
            self.tabs.setTabText(place, text)

    @override
    def take_focus(self) -> None:
        (self.terms if self.tabs.currentWidget() is self.terms else self.goes).take_focus()

    @override
    def can_put_away(self) -> bool:
        shown = self.tabs.currentWidget()
        return self.goes.is_asking if shown is self.goes else self.terms.form.is_edited

    @override
    def put_away(self) -> None:
        if self.tabs.currentWidget() is self.goes:
            self.goes.stop_asking()
        else:
            self.terms.form.put_back()

    # --- what happens -------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_loaded(self, loaded: Loaded) -> None:
        self._job = None
        keeping = loaded.keeping
        self.goes.show_runs(loaded.first_run, loaded.last_run)
        self.goes.show_due(loaded.groups, loaded.soon, loaded.now, loaded.now_words, loaded.next_day)
        is_typing = self.terms.form.is_edited and keeping is not None and keeping.group_id == self.terms.shown_id
        if self._is_kept or not is_typing:
            self.terms.show_groups(loaded.groups, None if keeping is None else keeping.group_id)
            if keeping is not None and self.jobs.console is not None:
                self.terms.form.set_today(self.jobs.console.now().astimezone().date())
                self._show_terms(keeping)
        self._is_kept = False

    def _show_terms(self, keeping: Keeping) -> None:
        if keeping.group_id == ALL:
            self.terms.form.show_all(keeping.groups, keeping.least, keeping.usual)
        else:
            self.terms.form.show_terms(keeping.groups[0].terms, keeping.least, keeping.usual, keeping.older)

    @Slot(object)
    def _on_form_kept(self, days: dict[str, int]) -> None:
        from console.desk.forgetting import terms

        if self.terms.shown_id is not None:
            self._keep(terms.set_terms, self.terms.shown_id, **days)

    @Slot(object, object)
    def _on_form_all_kept(self, days: dict[str, int], longer: Collection[GroupId]) -> None:
        from console.desk.forgetting import terms

        self._keep(terms.set_terms_of_all, longer=longer, **days)

    @Slot(object, str)
    def _on_form_older_kept(self, until: date, reason: str) -> None:
        from console.desk.forgetting import older_history

        if self.terms.shown_id is not None:
            self._keep(older_history.keep, self.terms.shown_id, until, reason)

    @Slot()
    def _on_form_older_ended(self) -> None:
        from console.desk.forgetting import terms

        if self.terms.shown_id is not None:
            self._keep(terms.keep_older, self.terms.shown_id, None)

    def _keep(self, call: Callable[..., Changes], *values: object, **days: object) -> None:
        """Ask the desk to keep it; a button that is pressed twice does it once."""
        if not self._is_keeping:
            self._is_keeping = True
            self.jobs.ask(call, *values, done=self._on_kept, failed=self._on_failed, **days)

    @Slot(object)
    def _on_kept(self, _changes: Changes) -> None:
        self._is_keeping, self._is_kept = False, True
        self.refresh()
        of_all = self.tr("How long all groups keep what was changed.")
        kept = of_all if self.terms.shown_id == ALL else self.tr("How long this group keeps what was changed.")
        self.told.emit(f"{kept} {told_words.undo_words()}")

    @Slot()
    def _on_goes_confirmed(self) -> None:
        done, failed = self._on_erased, self._on_erase_failed
        self.jobs.ask(erase_now, self.goes.group_id, done=done, failed=failed)

    @Slot(object)
    def _on_erased(self, went_now: Went) -> None:
        from console.desk.forgetting import looking_back, retention

        due = went_now.erased.due
        went = replace(due, counts=tuple(replace(one, waiting=0) for one in due.counts))  # they wait no more
        what = tuple(retention.words_of(went, self.jobs.language))
        self.goes.show_erased(what)
        if went_now.texts:
            done, failed = self.goes.show_gone, self._on_failed
            self.jobs.ask(looking_back.prove, went_now.texts, done=done, failed=failed, lane=Lane.CPU)
        self.refresh()

    @Slot(object)
    def _on_erase_failed(self, error: Exception) -> None:
        self.goes.stop_asking()
        self._on_failed(error)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._job, self._is_keeping = None, False
        self.warned.emit(self.jobs.sentence(error))
