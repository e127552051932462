"""Asks once a day how the reports stand that were passed on. GUI thread only."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from console.domain.changes import Changes
from ui.jobs import Job, Jobs, Lane

HOUR_MS: Final = 60 * 60 * 1000


class ForwardKeeper(QObject):
    """Looks when a console opens, and every hour whether a day went by; never in the demo, which is on no net.

    Nobody waits for it: the pages hear by themselves what changed, and a service that is silent is asked again later.
    """

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None
        self.timer = QTimer(self)
        self.timer.setInterval(HOUR_MS)
        self.timer.timeout.connect(self.start)

    @Slot()
    def start(self) -> None:
        """Ask now what was not asked in a day, and again later."""
        from console.desk.feedback import forwards

        self.timer.start()
        console = self._jobs.console
        if self._job is None and console is not None and not console.is_demo:
            call = {"done": self._on_looked, "failed": self._on_failed}
            self._job = self._jobs.ask(forwards.look, lane=Lane.NET, **call)

    def leave(self) -> None:
        """Let go of what is under way: another console comes."""
        self.timer.stop()
        if self._job is not None:
            self._job.drop()
            self._job = None

    @Slot(object)
    def _on_looked(self, _changes: Changes) -> None:
        self._job = None

    @Slot(object)
    def _on_failed(self, _error: Exception) -> None:
        """Leave it for the next hour."""
        self._job = None
