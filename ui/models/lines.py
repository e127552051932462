"""The list of answers owed, on the page Terugkoppeling. GUI thread only.

What is decided stays where it is, as a quiet line, until the list is asked for in order again: nothing disappears or
moves under the reader's eyes.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from console.domain.decision import ItemId, Verb
from console.domain.feedback import Line, LineId
from ui import line_facts, words
from ui.widgets.text import one_line

ModelIndex = QModelIndex | QPersistentModelIndex
ROW_ROLE: Final = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Row:
    """A line, and what was decided about it during this visit. ``looked_at_by``: by who, in another window, now."""

    line: Line
    done: Verb | None = None
    looked_at_by: str = ""


class LinesModel(QAbstractListModel):
    """One row per line; in the desk's order when the leaf opens or another choice is made."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show(self, lines: tuple[Line, ...]) -> None:
        """Take a list as it is, in its order."""
        self.beginResetModel()
        self._rows = [Row(line) for line in lines]
        self.endResetModel()

    def merge(
        self,
        lines: tuple[Line, ...],
        every: Mapping[LineId, Line],
        kept: int,
        deciding: Collection[ItemId] = (),
    ) -> None:
        """Take a later look at the same list: what is here keeps its place, new ones come last.

        ``every`` is each line as it is now, so that what was decided here or is the row ``kept`` stays, as it is; one
        that still asks for something is open again, unless its decision is on its way (``deciding``).
        """
        wanted = {line.id for line in lines}
        for place in reversed(range(len(self._rows))):
            row = self._rows[place]
            stays = row.line.id in wanted or row.done is not None or place == kept
            if not stays or row.line.id not in every:
                self._remove(place)
        for place, row in enumerate(self._rows):
            now = every[row.line.id]
            is_open = line_facts.asks_now(now) and now.item_id not in deciding
            self._replace(place, replace(row, line=now, done=None if is_open else row.done))
        here = {row.line.id for row in self._rows}
        fresh = [Row(line) for line in lines if line.id not in here]
        if fresh:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
            self._rows += fresh
            self.endInsertRows()

    def mark(self, item_id: ItemId, verb: Verb | None) -> None:
        """Show a line as decided, or as open again."""
        for place, row in enumerate(self._rows):
            if row.line.item_id == item_id:
                self._replace(place, replace(row, done=verb))

    def show_looked_at(self, looked_at: Mapping[ItemId, str]) -> None:
        """Show who looks at what in another window, by item."""
        for place, row in enumerate(self._rows):
            name = looked_at.get(row.line.item_id, "") if row.line.item_id is not None else ""
            self._replace(place, replace(row, looked_at_by=name))

    def row(self, place: int) -> Row:
        """Return a row."""
        return self._rows[place]

    def row_of(self, line_id: LineId) -> int | None:
        """Return where a line stands."""
        return next((place for place, row in enumerate(self._rows) if row.line.id == line_id), None)

    def row_of_item(self, item_id: ItemId) -> int | None:
        """Return where the line of an item stands."""
        return next((place for place, row in enumerate(self._rows) if row.line.item_id == item_id), None)

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
        """Return what it is about, the row itself, or what a screen reader says."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        what = one_line(row.line.what, line_facts.WHAT_CHARACTERS)
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return what
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = words.word(row.done) if row.done else line_facts.chip(row.line)[0]
            parts = (row.line.number, line_facts.owed_by(row.line), line_facts.groups_of(row.line))
            return f"{state}: {what}. {', '.join(part for part in parts if part)}. {one_line(row.line.why)}"
        return None

    def _remove(self, place: int) -> None:
        self.beginRemoveRows(QModelIndex(), place, place)
        del self._rows[place]
        self.endRemoveRows()

    def _replace(self, place: int, row: Row) -> None:
        if self._rows[place] != row:
            self._rows[place] = row
            self.dataChanged.emit(self.index(place), self.index(place))
