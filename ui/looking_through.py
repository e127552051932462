"""Has the judge look at messages that wait for it, behind the person's back and one job at a time. GUI thread only.

They wait after an import that was cut short, and after a group became another kind of group.
"""

from PySide6.QtCore import QObject, Slot

from console.domain.changes import Changes
from console.jobs import Progress
from ui.jobs import Job, Jobs, Lane


class LookingThrough(QObject):
    """Starts the judge when a console opens and when a group changed."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None
        self._is_wanted = False
        jobs.changed.connect(self._on_jobs_changed)

    def start(self) -> None:
        """Judge what waits, after what is being judged already."""
        if self._job is not None:
            self._is_wanted = True
            return
        from console.desk.judging import judge_waiting

        self._is_wanted = False
        self._job = self._jobs.ask(
            judge_waiting,
            lane=Lane.CPU,
            done=self._on_job_done,
            failed=self._on_job_failed,
            cancelled=self._on_job_cancelled,
            progressed=self._on_job_progressed,
        )

    @Slot(object)
    def _on_jobs_changed(self, changes: Changes) -> None:
        if changes.groups and self._jobs.console is not None:
            self.start()

    @Slot(object)
    def _on_job_done(self, _changes: Changes) -> None:
        self._job = None
        if self._is_wanted:
            self.start()

    @Slot(object)
    def _on_job_failed(self, _error: Exception) -> None:
        """Leave it for the next start: nothing of what was judged is lost, and there is nothing to decide."""
        self._job = None

    @Slot()
    def _on_job_cancelled(self) -> None:
        self._job = None

    @Slot(object)
    def _on_job_progressed(self, _progress: Progress) -> None:
        """Ask for nothing: with somebody who looks, the job can be stopped when the window closes."""
