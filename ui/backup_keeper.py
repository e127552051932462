"""Backs up once a day what changed, and tells only what is the matter. GUI thread only."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

from ui.jobs import Job, Jobs, Lane

if TYPE_CHECKING:
    from console.desk.console import Console

LOOK_MS: Final = 60 * 60 * 1000  # a day is over sooner or later; to look takes no time
TELL_AGAIN_MS: Final = 24 * LOOK_MS


def keep_backed_up(console: "Console", second: Path | None) -> str | None:
    """Do what is to be done daily, and return in a sentence what has been the matter for a while. On a lane."""
    from console.desk.vault import backing_up

    backing_up.run_daily(console, second)
    return backing_up.state(console, second).trouble


class BackupKeeper(QObject):
    """Asks the desk when a console opens and every hour; never in the demo, which nobody misses.

    *Signals:*
        told(str): what is the matter, once a day.
        warned(str): no backup could be made.
    """

    told = Signal(str)
    warned = Signal(str)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None
        self._second: Path | None = None
        self._last_told = ""
        self._since_told = QElapsedTimer()
        self.timer = QTimer(self)
        self.timer.setInterval(LOOK_MS)
        self.timer.timeout.connect(self.start)

    def follow(self, folder: str | None) -> None:
        """Copy what is made to this folder as well; None: there is no second place."""
        self._second = None if folder is None else Path(folder)

    @Slot()
    def start(self) -> None:
        """Back up now if that is due, and look again every hour."""
        self.timer.start()
        console = self._jobs.console
        if self._job is None and console is not None and not console.is_demo:
            self._job = self._jobs.ask(
                keep_backed_up, self._second, lane=Lane.CPU, done=self._on_backed_up, failed=self._on_failed
            )

    def leave(self) -> None:
        """Let go of what is under way: another console comes."""
        self.timer.stop()
        self._last_told = ""
        if self._job is not None:
            self._job.drop()
            self._job = None

    @Slot(object)
    def _on_backed_up(self, trouble: str | None) -> None:
        self._job = None
        if trouble and self._is_news(trouble):
            self.told.emit(trouble)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._job = None
        sentence = self._jobs.sentence(error)
        if self._is_news(sentence):
            self.warned.emit(sentence)

    def _is_news(self, sentence: str) -> bool:
        """Whether this was not told today."""
        is_old = sentence == self._last_told and self._since_told.elapsed() < TELL_AGAIN_MS
        if not is_old:
            self._last_told = sentence
            self._since_told.start()
        return not is_old
