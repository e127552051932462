"""Collects cyclic garbage on the GUI thread only.

Python collects on whatever thread happens to allocate; on a worker that destroys widgets there and the program dies
(``style/anchors.md`` 5). So automatic collection is off and a timer of the GUI thread does it.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

EVERY_MS: Final = 1_000


class Collector(QObject):
    """Looks every second whether a generation is full, as Python itself would have."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._timer.start()

    def stop(self) -> None:
        """Give collection back to Python."""
        self._timer.stop()
        gc.enable()

    @Slot()
    def _on_timer_timeout(self) -> None:
        full = [count > limit for count, limit in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        for generation in (2, 1, 0):
            if full[generation]:
                gc.collect(generation)
                return
