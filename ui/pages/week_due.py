"""What may be done besides the queue of Deze week: overviews for professionals, rules for members, questions about
somebody's own data, the recovery sheet.

GUI thread only.
"""

from PySide6.QtCore import QObject, Signal

from console.domain.changes import Changes
from ui.jobs import Jobs
from ui.pages.bar_due import BarDue, digests_due, sheet_wanted, still_asked
from ui.pages.settings_leaves import RIGHTS, SHEET, VAULT
from ui.pages.welcome_due import WelcomeDue
from ui.widgets.asked_due_bar import AskedDueBar
from ui.widgets.due_bar import DueBar
from ui.widgets.sheet_due_bar import SheetDueBar
from ui.widgets.welcome_due_bar import WelcomeDueBar


class WeekDue(QObject):
    """Keeps the bars up to date.

    *Signals:*
        page_requested(str, object): show it there.
    """

    page_requested = Signal(str, object)

    def __init__(
        self,
        jobs: Jobs,
        digests: DueBar,
        welcomes: WelcomeDueBar,
        *,
        asked: AskedDueBar,
        sheet: SheetDueBar,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._digests = BarDue(jobs, digests, digests_due, _overview, self)
        self._welcomes = WelcomeDue(jobs, welcomes, self)
        self._asked = BarDue(jobs, asked, still_asked, lambda _: ("settings", RIGHTS), self)
        self._sheet = BarDue(jobs, sheet, sheet_wanted, lambda _: ("settings", (VAULT, SHEET)), self)
        for due in (self._digests, self._welcomes, self._asked, self._sheet):
            due.page_requested.connect(self.page_requested)

    def refresh(self) -> None:
        """Ask the desk."""
        self._digests.refresh()
        self._welcomes.refresh()
        self._asked.refresh()
        self._sheet.refresh()

    def changed(self, changes: Changes) -> None:
        """Hear what a desk call changed."""
        if changes.feedback:
            self._digests.refresh()
        self._welcomes.changed(changes)
        if changes.privacy:
            self._asked.refresh()


def _overview(professional_id: object) -> tuple[str, object]:
    return "feedback", ("professionals", ("digest", professional_id))
