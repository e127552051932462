"""How long nobody touched the program, and whether the computer slept meanwhile. GUI thread only."""

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWindow
from typing_extensions import override

LOOK_MS: Final = 5_000
SLEPT_S: Final = 60.0  # a program that heard no clock for so long was not running

_TOUCHES: Final = frozenset(
    {
        *(QEvent.Type.KeyPress, QEvent.Type.InputMethod),
        *(QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel),
        *(QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TabletPress, QEvent.Type.TabletMove),
        *(QEvent.Type.NativeGesture, QEvent.Type.DragMove),
    }
)


class Idleness(QObject):
    """Watches keys, mouse and touch in every window of the program.

    It looks at the windows themselves and not at every widget: there each touch comes once, and thousands of events a
    second that are no touch do not come at all. The clock of the computer is looked at beside the one that only runs:
    of the two the first knows how long the computer slept.

    *Signals:*
        passed(): nobody touched the program for as long as was asked.
        slept(): the computer slept, or the program stood still.
    """

    passed = Signal()
    slept = Signal()

    def __init__(
        self,
        app: QGuiApplication,
        parent: QObject | None = None,
        *,
        clocks: tuple[Callable[[], float], Callable[[], float]] = (time.monotonic, time.time),
    ) -> None:
        super().__init__(parent)
        self._clocks = clocks
        self._patience_s = 0.0
        self._touched = self._looked = self._now()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        app.focusWindowChanged.connect(self._on_app_focus_window_changed)
        app.focusObjectChanged.connect(self._watch)

    def wait(self, minutes: float) -> None:
        """Count from now, up to so many minutes."""
        self._patience_s = minutes * 60
        self._touched = self._looked = self._now()
        self._watch_windows()
        self._timer.start()

    @Slot()
    def stop(self) -> None:
        """Count no more."""
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Say so when the time is up."""
        self._watch_windows()
        now, looked = self._now(), self._looked
        self._looked = now
        if _most_between(looked, now) > SLEPT_S + LOOK_MS / 1000:
            self.slept.emit()
        elif _most_between(self._touched, now) >= self._patience_s:
            self._touched = now
            self.passed.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice a touch, and leave it to whom it is for."""
        if event.type() in _TOUCHES:
            self._touched = self._now()
        return False

    def _now(self) -> tuple[float, float]:
        running, wall = self._clocks
        return running(), wall()

    def _watch_windows(self) -> None:
        for window in QGuiApplication.topLevelWindows():
            self._watch(window)

    @Slot(QObject)
    def _watch(self, found: QObject | None) -> None:
        """Watch what has the focus as well: what an input method writes goes there and not to the window."""
        if found is not None:
            found.installEventFilter(self)

    @Slot(QWindow)
    def _on_app_focus_window_changed(self, window: QWindow | None) -> None:
        self._watch(window)


def _most_between(then: tuple[float, float], now: tuple[float, float]) -> float:
    """Return the seconds between two moments by the clock that counts more; one that was put back counts nothing."""
    return max(now[0] - then[0], now[1] - then[1])
