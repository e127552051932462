"""The items of Deze week with what stands around them, asked for before the reader comes to them. GUI thread only."""

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from console.domain.decision import Item, ItemId, ItemKind
from console.domain.feedback import LineId
from console.domain.join_request import RequestId
from ui.jobs import Jobs

if TYPE_CHECKING:
    from console.desk.console import Console
    from console.desk.conversation import Detail
    from console.desk.feedback.line_detail import LineDetail
    from console.desk.joining.requests import RequestDetail

    AnyDetail = Detail | RequestDetail | LineDetail


def load_detail(console: "Console", item: Item) -> "AnyDetail":
    """Ask the desk for all that is known of an item. On a lane."""
    from console.desk import triage
    from console.desk.feedback import line_detail
    from console.desk.joining import requests

    if item.kind is ItemKind.REQUEST:
        return requests.detail(console, RequestId(item.subject_id))
    if item.kind is ItemKind.FEEDBACK:
        return line_detail.detail(console, LineId(item.subject_id))
    return triage.detail(console, item.id)


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
        self._known: dict[ItemId, AnyDetail] = {}
        self._asked: deque[ItemId] = deque()  # on their way, in the order of the lane

    def get(self, item_id: ItemId | None) -> "AnyDetail | None":
        """Return what is known of an item; None while that is not there."""
        return None if item_id is None else self._known.get(item_id)

    def ask(self, item: Item) -> None:
        """Have the desk tell of an item, unless it is known or on its way."""
        if item.id not in self._known and item.id not in self._asked:
            self._asked.append(item.id)
            self._jobs.ask(load_detail, item, done=self._on_detail, failed=self._on_failed)

    def forget(self, item_id: ItemId | None = None) -> None:
        """Ask anew next time: about one item, or about all."""
        if item_id is None:
            self._known.clear()
        else:
            self._known.pop(item_id, None)

    @Slot(object)
    def _on_detail(self, detail: "AnyDetail") -> None:
        item_id = self._asked.popleft()
        self._known[item_id] = detail
        self.came.emit(item_id)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(self._asked.popleft(), error)
