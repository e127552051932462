"""What the ladder in the form of a group asks of the desk. GUI thread only."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from console.domain.changes import Changes
from console.domain.group import GroupId
from ui.jobs import Jobs
from ui.shortcuts import undo_keys
from ui.widgets.ladder_form import LadderForm

if TYPE_CHECKING:
    from console.desk.ladder import GroupLadder


class LadderKeeper(QObject):
    """Carries what is chosen to the desk, and back what came of it.

    *Signals:*
        told(str): good news for the message bar.
        warned(str): what went wrong and what to do.
    """

    told = Signal(str)
    warned = Signal(str)

    def __init__(self, jobs: Jobs, form: LadderForm, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._form = jobs, form
        self._group: GroupId | None = None
        self._is_kept = False  # whether what the form says was accepted and is on its way back
        form.kept.connect(self._on_form_kept)

    def show_group(self, group_id: GroupId, ladder: "GroupLadder") -> None:
        """Show the ladder of a group; what somebody is choosing in the same one stays."""
        if group_id != self._group or self._is_kept or not self._form.is_edited:
            self._form.show_ladder(ladder)
        self._group, self._is_kept = group_id, False

    @Slot(object)
    def _on_form_kept(self, wanted: dict[str, int | None] | None) -> None:
        from console.desk import ladder

        if self._group is not None:
            self._jobs.ask(ladder.change_ladder, self._group, wanted, done=self._on_kept, failed=self._on_failed)

    @Slot(object)
    def _on_kept(self, _changes: Changes) -> None:
        self._is_kept = True
        self.told.emit(self.tr("The steps of this group were changed. With {key} you undo it.").format(key=undo_keys()))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.warned.emit(self._jobs.sentence(error))
