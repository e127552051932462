"""Once a day, how much waits; never in quiet hours, and nothing louder. GUI thread only."""

from collections.abc import Callable
from datetime import datetime, time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from console.desk.preferences import Settings
from ui.jobs import Jobs

if TYPE_CHECKING:
    from console.desk.summary import Summary

LOOK_MS: Final = 60_000


def _this_computer() -> datetime:
    return datetime.now().astimezone()


def is_quiet(at: time, wishes: Settings) -> bool:
    """Whether a time of day lies in the quiet hours, which may go past midnight."""
    begin, end = wishes.quiet_from, wishes.quiet_until
    return begin <= at < end if begin <= end else not end <= at < begin


def is_due(at: datetime, wishes: Settings) -> bool:
    """Whether the summary of this day may be told now."""
    if not wishes.daily_summary or is_quiet(at.time(), wishes):
        return False
    is_told = wishes.summary_told_on is not None and wishes.summary_told_on >= at.date()
    return at.time() >= wishes.summary_at and not is_told


class DailySummary(QObject):
    """Looks at the clock, and tells at most once a day, also when the program was closed in between.

    Who has the window before him sees the list itself: that day nothing is told.

    *Signals:*
        told(str): one sentence, without names and without words from a chat.
        told_on(object): the day (a ``date``) that had its summary; keep it before the program closes.
    """

    told = Signal(str)
    told_on = Signal(object)

    def __init__(
        self,
        jobs: Jobs,
        window: QWidget,
        parent: QObject | None = None,
        *,
        now: Callable[[], datetime] = _this_computer,
    ) -> None:
        super().__init__(parent)
        self._jobs, self._window, self._now = jobs, window, now
        self._wishes = Settings(daily_summary=False)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)

    def follow(self, wishes: Settings) -> None:
        """Keep to these wishes from now on."""
        self._wishes = wishes
        if wishes.daily_summary:
            self._timer.start()
        else:
            self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Tell when it is time; in the demo it is always another time."""
        from console.desk import summary

        at, console = self._now(), self._jobs.console
        if console is None or console.is_demo or not is_due(at, self._wishes):
            return
        self.told_on.emit(at.date())
        if not self._window.isActiveWindow():
            self._jobs.ask(summary.summary, done=self._on_summary)

    @Slot(object)
    def _on_summary(self, summary: "Summary") -> None:
        if not summary:
            return
        told = []
        if summary.items:
            told.append(self.tr("%Ln thing(s) wait for you.", "", summary.items))
        if summary.now:
            told.append(self.tr("%Ln of them ask(s) for attention now.", "", summary.now))
        if summary.todos:
            told.append(self.tr("%Ln thing(s) to do on your phone.", "", summary.todos))
        if summary.digests:
            told.append(self.tr("%Ln overview(s) can go to a professional.", "", summary.digests))
        if summary.reminders:
            told.append(self.tr("%Ln member(s) did not say yet that they read the rules.", "", summary.reminders))
        if summary.repeats:
            told.append(self.tr("%Ln group(s) may be told a rule again.", "", summary.repeats))
        if summary.asked:
            told.append(self.tr("%Ln question(s) of somebody about his own data.", "", summary.asked))
        self.told.emit(" ".join(told))
