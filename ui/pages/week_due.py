"""What may be done besides the queue of Deze week: overviews for professionals, and the rules for members.

GUI thread only.
"""

from PySide6.QtCore import QObject, Signal

from console.domain.changes import Changes
from ui.jobs import Jobs
from ui.pages.digest_due import DigestDue
from ui.pages.welcome_due import WelcomeDue
from ui.widgets.due_bar import DueBar
from ui.widgets.welcome_due_bar import WelcomeDueBar


class WeekDue(QObject):
    """Keeps both bars up to date.

    *Signals:*
        page_requested(str, object): show it there.
    """

    page_requested = Signal(str, object)

    def __init__(self, jobs: Jobs, digests: DueBar, welcomes: WelcomeDueBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._digests = DigestDue(jobs, digests, self)
        self._welcomes = WelcomeDue(jobs, welcomes, self)
        for due in (self._digests, self._welcomes):
            due.page_requested.connect(self.page_requested)

    def refresh(self) -> None:
        """Ask the desk."""
        self._digests.refresh()
        self._welcomes.refresh()

    def changed(self, changes: Changes) -> None:
        """Hear what a desk call changed."""
        if changes.feedback:
            self._digests.refresh()
        self._welcomes.changed(changes)
