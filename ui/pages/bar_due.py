"""Asks the desk whether something is still to be done, and says so in a bar on a page. GUI thread only."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ui.jobs import Job, Jobs
from ui.widgets.calm_bar import CalmBar

if TYPE_CHECKING:
    from console.desk.console import Console
    from console.desk.feedback.digest import Due
    from console.domain.one_person import PrivacyRequest


class BarDue(QObject):
    """Keeps one bar up to date. ``look`` asks the desk, on a lane, what the bar is to show.

    ``where`` says of what the bar leads to on which page it is, and with what that page opens.

    *Signals:*
        page_requested(str, object): do it there.
    """

    page_requested = Signal(str, object)

    def __init__(
        self,
        jobs: Jobs,
        bar: CalmBar,
        look: "Callable[[Console], object]",
        where: Callable[[object], tuple[str, object]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs, self._bar, self._look, self._where = jobs, bar, look, where
        self._job: Job | None = None
        bar.opened.connect(self._on_bar_opened)

    def refresh(self) -> None:
        """Ask the desk."""
        if self._job is not None:
            self._job.drop()
        self._job = self._jobs.ask(self._look, done=self._on_found)

    @Slot(object)
    def _on_found(self, found: object) -> None:
        self._job = None
        self._bar.show_due(found)

    @Slot(object)
    def _on_bar_opened(self, about: object) -> None:
        self.page_requested.emit(*self._where(about))


def digests_due(console: "Console") -> "tuple[Due, ...]":
    """Ask to whom an overview may go now."""
    from console.desk.feedback import digest

    return digest.due(console)


def still_asked(console: "Console") -> "tuple[PrivacyRequest, ...]":
    """Ask who still waits for an answer about his own data, the first that is due first."""
    from console.desk.one_person import asking

    return asking.asked(console, only_open=True)


def sheet_wanted(console: "Console") -> bool:
    """Ask whether a recovery sheet is still to be made, which a person put off."""
    from console.desk.vault import keys

    state = keys.state(console)
    return state.wants_sheet and state.is_put_off
