"""Asks to whom an overview may go now, and shows it in a bar on a page. GUI thread only."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ui.jobs import Job, Jobs
from ui.widgets.due_bar import DueBar

if TYPE_CHECKING:
    from console.desk.feedback.digest import Due


class DigestDue(QObject):
    """Keeps the bar up to date.

    *Signals:*
        page_requested(str, object): show the overview there.
    """

    page_requested = Signal(str, object)

    def __init__(self, jobs: Jobs, bar: DueBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._bar = jobs, bar
        self._job: Job | None = None
        bar.opened.connect(self._on_bar_opened)

    def refresh(self) -> None:
        """Ask the desk."""
        from console.desk.feedback import digest

        if self._job is not None:
            self._job.drop()
        self._job = self._jobs.ask(digest.due, done=self._on_due)

    @Slot(object)
    def _on_due(self, due: "tuple[Due, ...]") -> None:
        self._job = None
        self._bar.show_due(due)

    @Slot(object)
    def _on_bar_opened(self, professional_id: object) -> None:
        self.page_requested.emit("feedback", ("professionals", ("digest", professional_id)))
