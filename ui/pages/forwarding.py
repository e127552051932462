"""Passing on a report: between the panel and the desk. A page makes one with its own panel. GUI thread only."""

from PySide6.QtCore import QObject, Signal, Slot

from console.domain.forward import ForwardAbout
from ui.jobs import Jobs
from ui.widgets.forward_panel import ForwardPanel


class Forwarding(QObject):
    """Opens the panel about one line or message: ``open(ForwardAbout(group_id, line_id=...))``.

    *Signals:*
        opened(), closed(): the panel took the place of the actions, or gave it back.
        forwarded(object): a ``console.desk.feedback.forwarding.Forwarded``; the panel may still be open, to hand over
            what a person passes on himself.
        told(str), warned(str): for the message bar.
    """

    opened = Signal()
    closed = Signal()
    forwarded = Signal(object)
    told = Signal(str)
    warned = Signal(str)

    def __init__(self, jobs: Jobs, panel: ForwardPanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._panel = panel

    @property
    def is_open(self) -> bool:
        """Whether something is being passed on."""
        return self._panel.can_put_away()

    def open(self, about: ForwardAbout) -> None:
        """Ask the desk what there is to pass on, and open the panel with it."""
        raise NotImplementedError

    @Slot()
    def put_away(self) -> None:
        """Leave it."""
        self._panel.put_away()
