"""Where the report of a line was passed on to, and how it stands there; a line's page shows it. GUI thread only."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.domain.forward import Forward


class ForwardsView(QWidget):
    """One block for each; hidden while there is none.

    *Signals:*
        look_requested(): ask the services how it stands now.
        take_over_requested(object): let what this ``Forward`` says be the answer of the line.
    """

    look_requested = Signal()
    take_over_requested = Signal(object)

    def show_forwards(self, forwards: Sequence[Forward]) -> None:
        """Show these, the first one first."""
        self.setVisible(bool(forwards))
