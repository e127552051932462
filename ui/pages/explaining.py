"""Waarom? on a page: asks the desk for the whole reasoning about the message on the screen. GUI thread only."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ui.jobs import Job, Jobs
from ui.widgets.judgement_panel import JudgementPanel

if TYPE_CHECKING:
    from console.domain.judgement import Reasoning


class Explaining(QObject):
    """Opens the reasoning in a panel, or puts it away; an answer about another message than is shown now is dropped.

    *Signals:*
        warned(str): why there is no reasoning, for the message bar.
    """

    warned = Signal(str)

    def __init__(self, jobs: Jobs, panel: JudgementPanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._panel = panel
        self._job: Job | None = None
        self._asked: object = None

    @Slot()
    def ask(self) -> None:
        """Open the reasoning of the message that the panel is about; put it away when it is open."""
        from console.desk import why

        if self._panel.is_explaining:
            self._panel.put_away()
        elif self._panel.message_id is not None and self._jobs.console is not None:
            if self._job is not None:
                self._job.drop()
            self._asked = self._panel.message_id
            self._job = self._jobs.ask(why.why, self._asked, done=self._on_why, failed=self._on_failed)

    @Slot(object)
    def _on_why(self, reasoning: "Reasoning") -> None:
        self._job = None
        if self._panel.message_id == self._asked:
            self._panel.show_why(reasoning)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self.warned.emit(self._jobs.sentence(error))
