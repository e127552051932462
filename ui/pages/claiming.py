"""Who looks at what, over all windows on one store: tells what this one looks at, and sees what the others do.

GUI thread only.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from console.domain.decision import ItemId
from ui.jobs import Job, Jobs

if TYPE_CHECKING:
    from console.desk.claims import Claim
    from console.desk.elsewhere import News

LOOK_MS: Final = 20_000
STAY_MS: Final = 250  # who is with a message for less only passes by
_NOBODY: Final[Mapping[ItemId, str]] = MappingProxyType({})


class Claiming(QObject):
    """Claims the item on the screen while the page is there, and looks at the other windows now and then.

    *Signals:*
        looked_at(object): who else looks at what now, by item.
        decided_elsewhere(object): what was decided about since the last look, with the verb, by item.
        changed_elsewhere(): the store is not what it was at the last look.
    """

    looked_at = Signal(object)
    decided_elsewhere = Signal(object)
    changed_elsewhere = Signal()

    def __init__(self, jobs: Jobs, page: QWidget) -> None:
        super().__init__(page)
        self._jobs = jobs
        self._page = page
        self._item: ItemId | None = None
        self._others: Mapping[ItemId, str] = _NOBODY
        self._news: News | None = None
        self._job: Job | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self.stay = QTimer(self)
        self.stay.setInterval(STAY_MS)
        self.stay.setSingleShot(True)
        self.stay.timeout.connect(self._claim)
        page.installEventFilter(self)

    def show(self, item_id: ItemId | None) -> None:
        """Look at this item from now on, and at no other; at none, when there is none."""
        if item_id != self._item:
            self._item = item_id
            self.stay.start()

    @Slot()
    def look(self) -> None:
        """Ask what the other windows did and what they look at."""
        from console.desk import elsewhere

        if self._jobs.console is not None and self._job is None:
            since = self._news.decision if self._news is not None else None
            self._job = self._jobs.ask(elsewhere.news, since, done=self._on_news, failed=self._on_failed)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin when the page comes, end when it goes, and look when a person comes back to the window."""
        if event.type() == QEvent.Type.Show and not event.spontaneous():
            self._timer.start()
            self.look()
            self._claim()
        elif event.type() == QEvent.Type.Hide and not event.spontaneous():
            self._timer.stop()
            self.stay.stop()
            self._release()
        elif event.type() == QEvent.Type.ActivationChange and self._is_at_work:
            self.look()
            self._claim()
        return super().eventFilter(watched, event)

    @property
    def _is_at_work(self) -> bool:
        return self._page.isVisible() and self._page.isActiveWindow()

    @Slot()
    def _claim(self) -> None:
        from console.desk import claims

        if self._item is None:
            self._release()
        elif self._page.isVisible() and self._jobs.console is not None:
            self._jobs.ask(claims.claim, self._item, done=self._on_claimed, failed=self._on_failed)

    def _release(self) -> None:
        from console.desk import claims

        if self._jobs.console is not None:
            self._jobs.ask(claims.release, failed=self._on_failed)

    @Slot(object)
    def _on_claimed(self, claim: "Claim") -> None:
        others = {item_id: name for item_id, name in self._others.items() if item_id != claim.item}
        self._tell(others if claim.is_mine else others | {claim.item: claim.by})

    @Slot(object)
    def _on_news(self, news: "News") -> None:
        self._job = None
        before, self._news = self._news, news
        if before is not None and (before.decision, before.imported) != (news.decision, news.imported):
            self.decided_elsewhere.emit(news.decided)
            self.changed_elsewhere.emit()
        self._tell(news.looked_at)

    def _tell(self, others: Mapping[ItemId, str]) -> None:
        if others != self._others:
            self._others = others
            self.looked_at.emit(others)

    @Slot(object)
    def _on_failed(self, _error: Exception) -> None:
        """Say nothing: a claim only tells, and an item that is gone is told of where it is shown."""
        self._job = None
