"""Asks whether a recovery sheet is still to be made, and shows it in a bar on a page. GUI thread only."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ui.jobs import Job, Jobs
from ui.pages.settings_leaves import SHEET, VAULT
from ui.widgets.sheet_due_bar import SheetDueBar

if TYPE_CHECKING:
    from console.desk.vault.keys import KeyState


class SheetDue(QObject):
    """Keeps the bar up to date.

    *Signals:*
        page_requested(str, object): make the sheet there.
    """

    page_requested = Signal(str, object)

    def __init__(self, jobs: Jobs, bar: SheetDueBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._bar = jobs, bar
        self._job: Job | None = None
        bar.opened.connect(self._on_bar_opened)

    def refresh(self) -> None:
        """Ask the desk."""
        from console.desk.vault import keys

        if self._job is not None:
            self._job.drop()
        self._job = self._jobs.ask(keys.state, done=self._on_state)

    @Slot(object)
    def _on_state(self, state: "KeyState") -> None:
        self._job = None
        self._bar.setVisible(state.wants_sheet and state.is_put_off)

    @Slot()
    def _on_bar_opened(self) -> None:
        self.page_requested.emit("settings", (VAULT, SHEET))
