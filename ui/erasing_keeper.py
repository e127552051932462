"""Erases once a day what was kept long enough, and says so. GUI thread only."""

from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui import words
from ui.jobs import Job, Jobs

if TYPE_CHECKING:
    from console.desk.forgetting.retention import Erased
    from console.domain.retention import Due

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
        self._job = None
        said = [self._doubt(erased)] if erased.held else []
        if erased.due and erased.begins_at is None:
            gone = self.tr("Erased, because it was kept long enough: {what}.")
            said.insert(0, gone.format(what=self._words(erased.due)))
        elif erased.due and erased.begins_at is not None:
            said = [self._notice(erased.due, erased.begins_at)]
        if said:
            self.told.emit(" ".join(said))

    def _notice(self, due: "Due", begins_at: datetime) -> str:
        """Return what goes when, and where it can be looked at before."""
        goes = self.tr("On {day} the program erases what was kept long enough: {what}.")
        where = self.tr("Look at it under Settings, Keeping and forgetting.")
        return f"{goes.format(day=_day(begins_at), what=self._words(due))} {where}"

    def _doubt(self, erased: "Erased") -> str:
        """Return that more would go if the clock is right, and what a person does then."""
        day = "" if erased.believed_at is None else _day(erased.believed_at)
        waits = self.tr("The clock of this computer may be wrong. So this waits until {day}: {what}.")
        sure = self.tr("Is the clock right? Then erase it yourself under Settings, Keeping and forgetting.")
        return f"{waits.format(day=day, what=self._words(erased.held))} {sure}"

    def _words(self, due: "Due") -> str:
        from console.desk.forgetting import retention

        return ", ".join(retention.words_of(due, self._jobs.language))

    @Slot(object)
    def _on_failed(self, _error: Exception) -> None:
        """Leave it for tomorrow: nothing of it was done."""
        self._job = None


def _day(at: datetime) -> str:
    return words.day(at.astimezone().date())
