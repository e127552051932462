"""Passing a report on to a service: to whom and how, the words, and all that leaves before it does. GUI thread only."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.puts_away import PutsAway


class ForwardPanel(PutsAway):
    """Stands where the actions stood; ``ui.pages.forwarding.Forwarding`` talks to the desk for it. Esc leaves it.

    *Signals:*
        closed(): it was put away.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hide()
