"""Has the judge look at messages that wait for it, newest first and one job at a time. GUI thread only.

They wait after an import, after a correction, and after a group became another kind of group. The next import goes
first; then this goes on where it was. What Goed zo teaches is applied when the person rests: while somebody decides one
message after the other, nothing else may ask for the machine.
"""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from console.domain.changes import Changes
from console.errors import ExpectedError
from console.jobs import Progress
from ui.jobs import Job, Jobs, Lane

REST_MS: Final = 5_000  # without a decision, after which somebody rests


class LookingThrough(QObject):
    """Starts the judge when a console opens and when something changed that asks for it.

    *Signals:*
        progressed(int, int): so many of so many messages were looked at.
        stopped(): a person stopped it; what was looked at is kept.
        ended(): nothing is looked at any more.
    """

    progressed = Signal(int, int)
    stopped = Signal()
    ended = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None
        self._own: Changes | None = None  # what the last job changed, which asks for nothing more
        self._is_wanted = False
        self._is_stopped = False  # by a person: only he, or a new start of the program, goes on
        self.rest = QTimer(self)
        self.rest.setSingleShot(True)
        self.rest.setInterval(REST_MS)
        self.rest.timeout.connect(self._on_rest_timeout)
        jobs.changed.connect(self._on_jobs_changed)

    @Slot()
    def start(self) -> None:
        """Judge what waits, after what is being judged already."""
        self._is_stopped = False
        self._go_on()

    @Slot()
    def stop(self) -> None:
        """Stop after the messages that are being looked at now; the others wait."""
        if self._job is not None:
            self._is_stopped = True
            self._job.cancel()

    def leave(self) -> None:
        """Let go of what is under way: another console comes."""
        self.rest.stop()
        if self._job is not None:
            self._job.drop()
            self._job = None
        self.ended.emit()

    def _go_on(self) -> None:
        if self._job is not None:
            self._is_wanted = True
            return
        from console.desk.judging import judge_waiting

        self._is_wanted = False
        self._job = self._jobs.ask(
            judge_waiting,
            lane=Lane.CPU,
            gives_way=True,
            done=self._on_job_done,
            failed=self._on_job_failed,
            cancelled=self._on_job_cancelled,
            progressed=self._on_job_progressed,
        )

    @Slot(object)
    def _on_jobs_changed(self, changes: Changes) -> None:
        asks_for_it = (changes.groups or changes.messages) and changes is not self._own
        if self._is_stopped or self._jobs.console is None:
            return
        if asks_for_it:
            self._go_on()
        elif changes.habits or (changes.decision is not None and self.rest.isActive()):
            self.rest.start()

    @Slot()
    def _on_rest_timeout(self) -> None:
        if not self._is_stopped and self._jobs.console is not None:
            self._go_on()

    @Slot(object)
    def _on_job_done(self, changes: Changes) -> None:
        self._job = None
        self._own = changes
        if self._is_wanted:
            self._go_on()
        else:
            self.ended.emit()

    @Slot(object)
    def _on_job_failed(self, error: Exception) -> None:
        """Leave it for the next start: nothing of what was judged is lost, and there is nothing to decide.

        A person hears of it: where nothing is judged, nothing is flagged either.
        """
        self._job = None
        if isinstance(error, ExpectedError):
            self._jobs.refused.emit(self._jobs.sentence(error))
        self.ended.emit()

    @Slot()
    def _on_job_cancelled(self) -> None:
        """Wait for a person who stopped it; behind what it gave way to, go on."""
        self._job = None
        if self._is_stopped:
            self._jobs.changed.emit(Changes(items=True))  # what was kept since the pages last looked
            self.stopped.emit()
        else:
            self._go_on()

    @Slot(object)
    def _on_job_progressed(self, progress: Progress) -> None:
        if progress.total:
            self.progressed.emit(progress.count, progress.total)
            self._jobs.tell_kept()
