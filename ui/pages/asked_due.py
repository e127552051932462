"""Asks who still waits for an answer about his own data, and shows it in a bar on a page. GUI thread only."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from console.domain.changes import Changes
from ui.jobs import Job, Jobs
from ui.pages.settings_leaves import RIGHTS
from ui.widgets.asked_due_bar import AskedDueBar

if TYPE_CHECKING:
    from console.domain.one_person import PrivacyRequest


class AskedDue(QObject):
    """Keeps the bar up to date.

    *Signals:*
        page_requested(str, object): answer them there.
    """

    page_requested = Signal(str, object)

    def __init__(self, jobs: Jobs, bar: AskedDueBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._bar = jobs, bar
        self._job: Job | None = None
        bar.opened.connect(self._on_bar_opened)

    def refresh(self) -> None:
        """Ask the desk."""
        from console.desk.one_person import asking

        if self._job is not None:
            self._job.drop()
        self._job = self._jobs.ask(asking.asked, only_open=True, done=self._on_asked)

    def changed(self, changes: Changes) -> None:
        """Hear what a desk call changed."""
        if changes.privacy:
            self.refresh()

    @Slot(object)
    def _on_asked(self, asked: "tuple[PrivacyRequest, ...]") -> None:
        self._job = None
        until = asked[0].due_at.astimezone().date() if asked else None
        self._bar.show_asked(len(asked), until)

    @Slot()
    def _on_bar_opened(self) -> None:
        self.page_requested.emit("settings", RIGHTS)
