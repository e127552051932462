"""What a person can do about a store that did not open, below the sentence that says why. GUI thread only."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.errors import ExpectedError
from ui.jobs import Jobs


class OpeningOffer(QWidget):
    """Stands between the sentence and the buttons that are always there: try again, another place, the demo.

    Its jobs run without a console (``jobs.run``).

    *Signals:*
        reopen_requested(): open the same store again.
        told(str): good news for the message bar.
        warned(str): what went wrong and what to do.
    """

    reopen_requested = Signal()
    told = Signal(str)
    warned = Signal(str)

    def __init__(self, jobs: Jobs, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.jobs = jobs
        self.path = path


def offer_for(error: ExpectedError, path: Path, jobs: Jobs, code: str | None = None) -> OpeningOffer | None:
    """Return what is offered for this failure of the store at ``path``; None: nothing besides the buttons.

    ``code`` is that of the recovery sheet, where it was typed already.
    """
    from ui.opening.damaged import IN_DOUBT, OFFERED, DamagedOffer

    if error.key not in OFFERED:
        return None
    return DamagedOffer(jobs, path, code, is_sure=error.key not in IN_DOUBT)
