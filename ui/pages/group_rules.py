"""The leaf of what may be said in a group: its kind, how strict it is, its ladder, other rules, what it taught."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.changes import Changes
from console.domain.group import GroupId
from ui.jobs import Job, Jobs
from ui.pages.group_leaf import GroupLeaf
from ui.pages.ladder import LadderKeeper
from ui.pages.rule_lab import RuleLab
from ui.shortcuts import KeyMap, undo_keys
from ui.widgets.group_form import GroupForm, GroupWish

if TYPE_CHECKING:
    from console.desk.console import Console
    from console.desk.corrections import CorrectionRow
    from console.desk.groups import GroupSettings, ProfileChoice
    from console.desk.ladder import GroupLadder
    from console.desk.redirects import Municipality
    from console.domain.rules import Rules
    from console.domain.trial import Trial


@dataclass(frozen=True, slots=True)
class RulesWork:
    """What the form shows of one group."""

    profiles: "tuple[ProfileChoice, ...]"
    municipalities: "tuple[Municipality, ...]"
    settings: "GroupSettings"
    ladder: "GroupLadder"
    shadow: "tuple[Rules, Trial] | None"
    lessons: "tuple[CorrectionRow, ...]"


def load_rules(console: "Console", group_id: GroupId) -> RulesWork:
    """Ask the desk for one group. On a lane."""
    from console.desk import corrections, groups, ladder, redirects, shadow

    return RulesWork(
        groups.profiles(console),
        redirects.municipalities(console),
        groups.settings(console, group_id),
        ladder.of_group(console, group_id),
        shadow.seen(console, group_id),
        corrections.corrections(console, group_id),
    )


class RulesLeaf(GroupLeaf):
    """The form with its own tabs."""

    key = "rules"

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self.form = GroupForm()
        self._job: Job | None = None
        self._is_kept = False  # whether what the form says was accepted and is on its way back
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        self.form.kept.connect(self._on_form_kept)
        self.form.lessons.forgotten.connect(self._on_lessons_forgotten)
        self.form.lessons.forgotten_some.connect(self._on_lessons_forgotten_some)
        self.lab = RuleLab(jobs, self.form.lab, self)
        self.lab.told.connect(self.told)
        self.lab.warned.connect(self.warned)
        self.form.lab.stand_in(self)
        self.ladder = LadderKeeper(jobs, self.form.ladder, self)
        self.ladder.told.connect(self.told)
        self.ladder.warned.connect(self.warned)

    @override
    def show_group(self, group_id: GroupId | None) -> None:
        is_other = group_id != self.group_id
        super().show_group(group_id)
        if is_other:
            self.form.show_settings(None)
            self.form.show_lessons(())
        if self._job is not None:
            self._job.drop()
        if group_id is not None:
            self._job = self.jobs.ask(load_rules, group_id, done=self._on_work, failed=self._on_failed)

    @override
    def changed(self, changes: Changes) -> None:
        if changes.groups or changes.messages or changes.items:
            self.show_group(self.group_id)

    @property
    @override
    def is_edited(self) -> bool:
        return self.form.is_edited

    @override
    def put_away(self) -> None:
        self.form.put_away()

    @Slot(object)
    def _on_work(self, work: RulesWork) -> None:
        self._job = None
        if self.group_id is None:
            return
        if self._is_kept or not self.form.is_edited:  # else somebody is typing: keep his words
            self.form.show_settings(None)
            self.form.set_choices(work.profiles, work.municipalities)
            self.form.show_settings(work.settings)
        self._is_kept = False
        self.form.show_lessons(work.lessons)
        self.ladder.show_group(self.group_id, work.ladder)
        self.lab.show_group(self.group_id, work.settings.rules, work.profiles, work.shadow)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.warned.emit(self.jobs.sentence(error))

    @Slot(object)
    def _on_form_kept(self, wish: GroupWish) -> None:
        from console.desk import groups

        if self.group_id is not None:
            self.jobs.ask(
                groups.change_group,
                self.group_id,
                profile=wish.profile,
                strictness=wish.strictness,
                municipality=wish.municipality,
                officer=wish.officer,
                done=self._on_kept,
                failed=self._on_failed,
            )

    @Slot(object)
    def _on_kept(self, _changes: Changes) -> None:
        self._is_kept = True
        self.told.emit(self.tr("The group was changed. With {key} you undo it.").format(key=undo_keys()))

    @Slot()
    def _on_lessons_forgotten(self) -> None:
        from console.desk import corrections

        if self.group_id is not None:
            self.jobs.ask(corrections.forget_corrections, self.group_id, done=self._on_forgotten)

    @Slot(tuple)
    def _on_lessons_forgotten_some(self, ids: tuple[int, ...]) -> None:
        from console.desk import corrections

        if self.group_id is not None:
            self.jobs.ask(corrections.forget, self.group_id, ids, done=self._on_forgotten)

    @Slot(object)
    def _on_forgotten(self, _changes: Changes) -> None:
        self.told.emit(self.tr("Forgotten. With {key} you undo it.").format(key=undo_keys()))
