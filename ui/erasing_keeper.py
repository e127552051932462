"""Erases once a day what was kept long enough, and says so. GUI thread only."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui import words
from ui.jobs import Job, Jobs

if TYPE_CHECKING:
    from console.desk.forgetting.retention import Erased

DAY_MS: Final = 24 * 60 * 60 * 1000


class ErasingKeeper(QObject):
    """Asks the desk when a console opens and a day later again; never in the demo, whose year lies in one file.

    *Signals:*
        told(str): what went, or in the first week what will go; without a name.
    """

    told = Signal(str)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None
        self.timer = QTimer(self)
        self.timer.setInterval(DAY_MS)
        self.timer.timeout.connect(self.start)

    @Slot()
    def start(self) -> None:
        """Erase what is due now, and again after a day."""
        from console.desk.forgetting import retention

        self.timer.start()
        console = self._jobs.console
        if self._job is None and console is not None and not console.is_demo:
            self._job = self._jobs.ask(retention.run_daily, done=self._on_erased, failed=self._on_failed)

    def leave(self) -> None:
        """Let go of what is under way: another console comes."""
        self.timer.stop()
        if self._job is not None:
            self._job.drop()
            self._job = None

    @Slot(object)
    def _on_erased(self, erased: "Erased") -> None:
        from console.desk.forgetting import retention

        self._job = None
        if not erased.due:
            return
        what = ", ".join(retention.words_of(erased.due, self._jobs.language))
        if erased.begins_at is None:
            self.told.emit(self.tr("Erased, because it was kept long enough: {what}.").format(what=what))
        else:
            day = words.day(erased.begins_at.astimezone().date())
            sentence = self.tr("On {day} the program erases what was kept long enough: {what}.")
            self.told.emit(sentence.format(day=day, what=what))

    @Slot(object)
    def _on_failed(self, _error: Exception) -> None:
        """Leave it for tomorrow: nothing of it was done."""
        self._job = None
