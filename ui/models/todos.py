"""What is to be done on the phone, as a list model. GUI thread only.

A row that was done stays where it is while the page is on the screen: nothing moves under the reader's eyes.
"""

from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from console.domain.outgoing import Todo, TodoId, TodoState
from ui.outgoing import state_words, what_goes_out
from ui.widgets.text import isolated

ModelIndex = QModelIndex | QPersistentModelIndex
TODO_ROLE: Final = Qt.ItemDataRole.UserRole
TO_DO: Final = frozenset({TodoState.OPEN, TodoState.NOT_SEEN})


class TodosModel(QAbstractListModel):
    """One row per to-do; in the desk's order when the page opens."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Todo] = []

    def merge(self, todos: tuple[Todo, ...], *, in_order: bool) -> None:
        """Take the desk's list. Unless ``in_order``, rows that are here keep their place and new ones come last."""
        if not in_order:
            here = {row.id: place for place, row in enumerate(self._rows)}
            todos = tuple(sorted(todos, key=lambda todo: here.get(todo.id, len(here))))
        if [row.id for row in self._rows] == [todo.id for todo in todos]:
            for place, todo in enumerate(todos):
                if self._rows[place] != todo:
                    self._rows[place] = todo
                    self.dataChanged.emit(self.index(place), self.index(place))
            return
        self.beginResetModel()
        self._rows = list(todos)
        self.endResetModel()

    def row(self, place: int) -> Todo:
        """Return a row."""
        return self._rows[place]

    def row_of(self, todo_id: TodoId | None) -> int | None:
        """Return where a to-do stands."""
        return next((place for place, row in enumerate(self._rows) if row.id == todo_id), None)

    def next_to_do(self, place: int) -> int | None:
        """Return the next row after a place that is still to be done, from the top again at the end."""
        order = [*range(place + 1, len(self._rows)), *range(min(place + 1, len(self._rows)))]
        return next((other for other in order if self._rows[other].state in TO_DO), None)

    @override
    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what is to be done, the to-do itself, or what a screen reader says."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == TODO_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return what_goes_out(row.action, row.recipient)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            what = what_goes_out(row.action, row.recipient)
            return f"{state_words(row.state)}: {what}, {isolated(row.group)}"
        return None
