"""The queue of Deze week as a list model. GUI thread only.

A row that was decided stays where it is, as a quiet line, until the page is opened again: nothing disappears or moves
under the reader's eyes.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from console.domain.decision import Item, ItemId, ItemKind, Verb
from console.domain.group import GroupId
from ui import words
from ui.widgets.text import isolated, one_line

ModelIndex = QModelIndex | QPersistentModelIndex
ROW_ROLE: Final = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Row:
    """An item, its moment in the group's zone, and what was decided on it during this visit.

    ``looked_at_by`` is who looks at it in another window now, "" for nobody.
    """

    item: Item
    at: datetime
    done: Verb | None = None
    looked_at_by: str = ""


class QueueModel(QAbstractListModel):
    """One row per item, in the order of the desk."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._looked_at: Mapping[ItemId, str] = {}

    def merge(
        self,
        items: tuple[Item, ...],
        zones: dict[GroupId, str],
        *,
        kept: ItemId | None = None,
        deciding: Collection[ItemId] = (),
    ) -> None:
        """Take the desk's list: what is decided here and what is ``kept`` stays, the rest leaves, new rows come in.

        ``deciding`` are items whose decision is on its way to the desk: the list may have been made before it.
        """
        wanted = [
            Row(
                item,
                item.at.astimezone(ZoneInfo(zones.get(item.group_id, "UTC"))),
                looked_at_by=self._looked_at.get(item.id, ""),
            )
            for item in items
            if item.id not in deciding
        ]
        ids = {row.item.id for row in wanted}
        for place in reversed(range(len(self._rows))):
            row = self._rows[place]
            if row.item.id not in ids and row.done is None and row.item.id != kept:
                self._remove(place)
        here = [row.item.id for row in self._rows if row.item.id in ids]
        if here != [row.item.id for row in wanted if row.item.id in set(here)]:
            self.beginResetModel()
            self._rows = wanted
            self.endResetModel()
            return
        place = 0
        for row in wanted:
            found = self.row_of(row.item.id)
            if found is None:
                self.beginInsertRows(QModelIndex(), place, place)
                self._rows.insert(place, row)
                self.endInsertRows()
                found = place
            else:
                self._replace(found, row)
            place = found + 1

    def mark(self, item_id: ItemId, verb: Verb | None) -> None:
        """Show an item as decided, or as open again."""
        place = self.row_of(item_id)
        if place is not None:
            self._replace(place, replace(self._rows[place], done=verb))

    def show_looked_at(self, looked_at: Mapping[ItemId, str]) -> None:
        """Show who looks at what in another window, by item."""
        self._looked_at = looked_at
        for place, row in enumerate(self._rows):
            self._replace(place, replace(row, looked_at_by=looked_at.get(row.item.id, "")))

    def drop_done(self) -> None:
        """Let go of what was decided: the reader looked away."""
        for place in reversed(range(len(self._rows))):
            if self._rows[place].done is not None:
                self._remove(place)

    def row(self, place: int) -> Row:
        """Return a row."""
        return self._rows[place]

    def row_of(self, item_id: ItemId) -> int | None:
        """Return where an item stands."""
        return next((place for place, row in enumerate(self._rows) if row.item.id == item_id), None)

    def next_open(self, place: int) -> int | None:
        """Return the next open row after a place, from the top again at the end; None when all is done."""
        order = [*range(place + 1, len(self._rows)), *range(min(place + 1, len(self._rows)))]
        return next((other for other in order if self._rows[other].done is None), None)

    @property
    def open_count(self) -> int:
        """How many rows wait."""
        return sum(row.done is None for row in self._rows)

    @property
    def open_counts(self) -> dict[ItemKind, int]:
        """How many rows of each kind wait, without the kinds of which none does."""
        waiting = Counter(row.item.kind for row in self._rows if row.done is None)
        return {kind: waiting[kind] for kind in ItemKind if waiting[kind]}

    @override
    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the sentence, the row itself, or what a screen reader says."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(row.item.why, 300)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = words.word(row.done) if row.done else words.word(row.item.attention)
            who = f", {isolated(row.item.author)}" if row.item.author else ""
            looks = f"{words.looks_now(row.looked_at_by)}. " if row.looked_at_by and row.done is None else ""
            place = f"{isolated(row.item.group)}{who}, {words.moment(row.at)}"
            return f"{state}, {place}. {looks}{one_line(row.item.why, 300)}"
        return None

    def _remove(self, place: int) -> None:
        self.beginRemoveRows(QModelIndex(), place, place)
        del self._rows[place]
        self.endRemoveRows()

    def _replace(self, place: int, row: Row) -> None:
        if self._rows[place] != row:
            self._rows[place] = row
            index = self.index(place)
            self.dataChanged.emit(index, index)
