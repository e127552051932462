"""The list of the page Aanmeldingen. GUI thread only.

What is decided stays where it is, as a quiet line, until the list is asked for in order again: nothing disappears or
moves under the reader's eyes.
"""

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from console.domain.decision import ItemId, Verb
from console.domain.join_request import JoinRequest, RequestId
from ui import request_facts, words
from ui.widgets.text import isolated

ModelIndex = QModelIndex | QPersistentModelIndex
ROW_ROLE: Final = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Row:
    """A request, and what was decided about it during this visit. ``looked_at_by``: by who, in another window, now."""

    request: JoinRequest
    done: Verb | None = None
    looked_at_by: str = ""


class RequestsModel(QAbstractListModel):
    """One row per request; in the desk's order when the page opens or another choice is made."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show(self, requests: tuple[JoinRequest, ...]) -> None:
        """Take a list as it is, in its order."""
        self.beginResetModel()
        self._rows = [Row(request) for request in requests]
        self.endResetModel()

    def merge(self, requests: tuple[JoinRequest, ...], every: dict[RequestId, JoinRequest], kept: int) -> None:
        """Take a later look at the same list: what is here keeps its place, new ones come last.

        ``every`` is each request as it is now, so that what was decided here or is the row ``kept`` stays, as it is.
        """
        wanted = {request.id for request in requests}
        for place in reversed(range(len(self._rows))):
            row = self._rows[place]
            stays = row.request.id in wanted or row.done is not None or place == kept
            if not stays or row.request.id not in every:
                self._remove(place)
        for place, row in enumerate(self._rows):
            self._replace(place, replace(row, request=every[row.request.id]))
        here = {row.request.id for row in self._rows}
        fresh = [Row(request) for request in requests if request.id not in here]
        if fresh:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
            self._rows += fresh
            self.endInsertRows()

    def mark(self, item_id: ItemId, verb: Verb | None) -> None:
        """Show a request as decided, or as open again."""
        for place, row in enumerate(self._rows):
            if row.request.item_id == item_id:
                self._replace(place, replace(row, done=verb))

    def show_looked_at(self, looked_at: dict[ItemId, str]) -> None:
        """Show who looks at what in another window, by item."""
        for place, row in enumerate(self._rows):
            name = looked_at.get(row.request.item_id, "") if row.request.item_id is not None else ""
            self._replace(place, replace(row, looked_at_by=name))

    def row(self, place: int) -> Row:
        """Return a row."""
        return self._rows[place]

    def row_of(self, request_id: RequestId) -> int | None:
        """Return where a request stands."""
        return next((place for place, row in enumerate(self._rows) if row.request.id == request_id), None)

    def next_open(self, place: int) -> int | None:
        """Return the next row after a place that nothing was decided about, from the top again at the end."""
        order = [*range(place + 1, len(self._rows)), *range(min(place + 1, len(self._rows)))]
        return next((other for other in order if self._rows[other].done is None), None)

    @override
    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return who asks, the row itself, or what a screen reader says."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        name = request_facts.name_of(row.request.applicant)
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = words.word(row.done) if row.done else words.word(row.request.state)
            place = request_facts.address_line(row.request.applicant.address)
            parts = (name, place, isolated(row.request.group), words.moment(row.request.received_at))
            return f"{state}: {', '.join(part for part in parts if part)}"
        return None

    def _remove(self, place: int) -> None:
        self.beginRemoveRows(QModelIndex(), place, place)
        del self._rows[place]
        self.endRemoveRows()

    def _replace(self, place: int, row: Row) -> None:
        if self._rows[place] != row:
            self._rows[place] = row
            self.dataChanged.emit(self.index(place), self.index(place))
