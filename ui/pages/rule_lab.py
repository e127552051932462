"""What the rule lab in the form of a group asks of the desk. GUI thread only."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from console.domain.changes import Changes
from console.domain.group import GroupId
from console.domain.rules import Rules
from console.domain.trial import Trial
from console.jobs import Progress
from ui.jobs import Job, Jobs, Lane
from ui.shortcuts import undo_keys
from ui.widgets.rule_lab_view import RuleLabView

if TYPE_CHECKING:
    from console.desk.groups import ProfileChoice


class RuleLab(QObject):
    """Carries the wishes of the view to the desk, and back what came of them.

    *Signals:*
        told(str): good news for the message bar.
        warned(str): what went wrong and what to do.
    """

    told = Signal(str)
    warned = Signal(str)

    def __init__(self, jobs: Jobs, view: RuleLabView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._view = jobs, view
        self._group: GroupId | None = None
        self._trial: Job | None = None
        view.try_requested.connect(self._on_view_try_requested)
        view.stop_requested.connect(self._on_view_stop_requested)
        view.switch_requested.connect(self._on_view_switch_requested)
        view.shadow_requested.connect(self._on_view_shadow_requested)
        view.drop_requested.connect(self._on_view_drop_requested)

    def show_group(
        self,
        group_id: GroupId,
        rules: Rules,
        profiles: "tuple[ProfileChoice, ...]",
        shadow: tuple[Rules, Trial] | None,
    ) -> None:
        """Show a group; a trial of another one ends unheard."""
        is_other = group_id != self._group
        if is_other and self._trial is not None:
            self._trial.drop()
            self._trial = None
        self._group = group_id
        self._view.show_group(rules, profiles, shadow, is_other=is_other)

    # --- a trial -----------------------------------------------------------------------------------------------------

    @Slot(object, int)
    def _on_view_try_requested(self, rules: Rules, months: int) -> None:
        from console.desk import rule_lab

        self._trial = self._jobs.ask(
            rule_lab.try_rules,
            self._group,
            rules,
            months,
            lane=Lane.CPU,
            done=self._on_trial_done,
            failed=self._on_trial_failed,
            cancelled=self._on_trial_cancelled,
            progressed=self._on_trial_progressed,
        )

    @Slot()
    def _on_view_stop_requested(self) -> None:
        if self._trial is not None:
            self._trial.cancel()

    @Slot(object)
    def _on_trial_done(self, trial: Trial) -> None:
        self._trial = None
        self._view.show_outcome(trial)

    @Slot(object)
    def _on_trial_failed(self, error: Exception) -> None:
        self._on_trial_cancelled()
        self.warned.emit(self._jobs.sentence(error))

    @Slot()
    def _on_trial_cancelled(self) -> None:
        self._trial = None
        self._view.show_stopped()

    @Slot(object)
    def _on_trial_progressed(self, progress: Progress) -> None:
        if self._trial is not None:
            self._view.show_progress(progress)

    # --- what comes of it --------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_view_switch_requested(self, rules: Rules) -> None:
        from console.desk import rule_lab

        self._jobs.ask(rule_lab.switch_on, self._group, rules, done=self._on_switched, failed=self._on_failed)

    @Slot(object)
    def _on_switched(self, _changes: Changes) -> None:
        self.told.emit(self.tr("These rules count from now on. With {key} you undo it.").format(key=undo_keys()))

    @Slot(object)
    def _on_view_shadow_requested(self, rules: Rules) -> None:
        from console.desk import shadow

        self._jobs.ask(shadow.start, self._group, rules, done=self._on_shadow_started, failed=self._on_failed)

    @Slot(object)
    def _on_shadow_started(self, _changes: Changes) -> None:
        self.told.emit(self.tr("These rules judge along from now on. Look here again after the next export."))

    @Slot()
    def _on_view_drop_requested(self) -> None:
        from console.desk import shadow

        self._jobs.ask(shadow.drop, self._group, done=self._on_shadow_dropped, failed=self._on_failed)

    @Slot(object)
    def _on_shadow_dropped(self, _changes: Changes) -> None:
        self.told.emit(self.tr("The trial has ended. With {key} you undo it.").format(key=undo_keys()))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.warned.emit(self._jobs.sentence(error))
