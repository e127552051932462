"""The professionals of one group: who, what he does, when he may be called, how he takes part. GUI thread only."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from console.domain.professional import Presence, Professional
from ui import facts
from ui.widgets.text import isolated, one_line

_Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()


class Column(IntEnum):
    """What stands in which column."""

    NAME = 0
    WORK = 1
    PHONE = 2
    PRESENCE = 3


class ProfessionalsModel(QAbstractTableModel):
    """A handful of rows, by name."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Professional, ...] = ()

    def show(self, rows: Sequence[Professional]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, place: int) -> Professional:
        """Return one."""
        return self._rows[place]

    def place_of(self, professional_id: int | None) -> int | None:
        """Return where somebody stands."""
        return next((place for place, row in enumerate(self._rows) if row.id == professional_id), None)

    @override
    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or not index.isValid():
            return None
        row = self._rows[index.row()]
        if index.column() == Column.NAME:
            return isolated(one_line(row.facts.name, 200))
        if index.column() == Column.WORK:
            return one_line(", ".join(filter(None, (row.job_name, row.facts.organisation))), 200)
        if index.column() == Column.PHONE:
            return facts.phone_words(row.facts.phone) if row.facts.phone else self.tr("not known")
        return self.presence_words(row.facts.presence)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Name"), self.tr("Work"), self.tr("Telephone"), self.tr("Takes part"))[section]

    def presence_words(self, presence: Presence) -> str:
        """Return how somebody takes part, in a few words."""
        return {
            Presence.TAKES_PART: self.tr("in the group, and answers"),
            Presence.READS: self.tr("in the group, and reads along"),
            Presence.VIA_MODERATOR: self.tr("through the administrator"),
        }[presence]
