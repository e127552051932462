"""The messages of Deze week in their conversations, asked for before the reader comes to them. GUI thread only."""

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from console.domain.decision import ItemId
from ui.jobs import Jobs

if TYPE_CHECKING:
    from console.desk.conversation import Detail


class Details(QObject):
    """Keeps what the desk told of each item until something changes.

    *Signals:*
        came(object): the detail of this item (an id) is there.
        failed(object, object): there is none for this item, and why (an error).
    """

    came = Signal(object)
    failed = Signal(object, object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._known: dict[ItemId, Detail] = {}
        self._asked: deque[ItemId] = deque()  # on their way, in the order of the lane

    def get(self, item_id: ItemId | None) -> "Detail | None":
        """Return what is known of an item; None while that is not there."""
        return None if item_id is None else self._known.get(item_id)

    def ask(self, item_id: ItemId) -> None:
        """Have the desk tell of an item, unless it is known or on its way."""
        from console.desk import triage

        if item_id not in self._known and item_id not in self._asked:
            self._asked.append(item_id)
            self._jobs.ask(triage.detail, item_id, done=self._on_detail, failed=self._on_failed)

    def forget(self, item_id: ItemId | None = None) -> None:
        """Ask anew next time: about one item, or about all."""
        if item_id is None:
            self._known.clear()
        else:
            self._known.pop(item_id, None)

    @Slot(object)
    def _on_detail(self, detail: "Detail") -> None:
        item_id = self._asked.popleft()
        self._known[item_id] = detail
        self.came.emit(item_id)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(self._asked.popleft(), error)
