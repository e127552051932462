"""What a long job and the person who waits for it tell each other. Safe to share between threads."""

import threading
from dataclasses import dataclass

from console.errors import CancelledError


class CancelToken:
    """A person's wish to stop, looked at by the job between two steps."""

    def __init__(self) -> None:
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Ask the job to stop; it does so at its next step and keeps nothing."""
        self._cancelled.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether somebody asked to stop."""
        return self._cancelled.is_set()

    def check(self) -> None:
        """Raise ``CancelledError`` when somebody asked to stop."""
        if self._cancelled.is_set():
            raise CancelledError


@dataclass(slots=True)
class Progress:
    """How far a job is. The job writes, the window polls; numbers may lag one step behind.

    ``stage`` names a sentence under ``[progress]`` in ``resources/text``; ``fraction`` runs from 0 to 1, or is None
    while the size of the work is not known; ``count`` is the number of messages handled, ``total`` how many there are
    in all, 0 while nobody knows.
    """

    stage: str = ""
    fraction: float | None = None
    count: int = 0
    total: int = 0

    def report(self, stage: str, fraction: float | None, count: int) -> None:
        """Set where the job is; ``total`` is set once, when it is known."""
        self.stage, self.fraction, self.count = stage, fraction, count
