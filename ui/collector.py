"""Collects cyclic garbage on the GUI thread only.

Python collects on whatever thread happens to allocate; on a worker that destroys widgets there and the program dies
(``style/anchors.md`` 5). So automatic collection is off and a timer of the GUI thread does it: often, because what a
second of importing leaves behind takes 50 ms to look through, and what is older only while no job runs
(``tests/bench/window.py`` shows the gaps).
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from ui.jobs import Jobs

EVERY_MS: Final = 100
OLDEST: Final = 2  # the generation of what lives long; 0 is what was made since the last look


class Collector(QObject):
    """Looks ten times a second whether a generation is full, as Python itself would have."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._timer.start()

    def settle(self) -> None:
        """Call once the program has started: what lives now, above all code, is not looked through again."""
        gc.collect()
        gc.freeze()

    def stop(self) -> None:
        """Give collection back to Python."""
        self._timer.stop()
        gc.enable()

    @Slot()
    def _on_timer_timeout(self) -> None:
        full = [count > limit for count, limit in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        for generation in range(OLDEST if self._jobs.is_idle else 0, -1, -1):
            if full[generation]:
                gc.collect(generation)
                return
