"""Who might join a group, in the order of names: who, how far, by which way, and when to ask again. GUI thread only."""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from console.domain.start import Prospect, Stage
from ui import words
from ui.widgets.text import isolated, one_line

Index = QModelIndex | QPersistentModelIndex
PROSPECT_ROLE: Final = Qt.ItemDataRole.UserRole


class Column(IntEnum):
    """What stands in which column."""

    NAME = 0
    STAGE = 1
    CHANNEL = 2
    NOTE = 3


class ProspectsModel(QAbstractTableModel):
    """A row for each name; ``show`` replaces them all."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Prospect, ...] = ()
        self._channels: Mapping[str, str] = {}

    def show(self, rows: Sequence[Prospect], channels: Mapping[str, str]) -> None:
        """Show these names; ``channels`` are the words for the ways to ask."""
        self.beginResetModel()
        self._rows, self._channels = tuple(rows), channels
        self.endResetModel()

    def prospect(self, row: int) -> Prospect:
        """Return who stands in a row."""
        return self._rows[row]

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # as Qt declares it
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        one = self._rows[index.row()]
        if role == PROSPECT_ROLE:
            return one
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (self._cell(one, column) for column in Column)))
        return self._cell(one, Column(index.column())) if role == Qt.ItemDataRole.DisplayRole else None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Who"), self.tr("How far"), self.tr("Asked by"), self.tr("Remark"))[section]

    def _cell(self, one: Prospect, column: Column) -> str:
        match column:
            case Column.NAME:
                contact = f" ({isolated(one_line(one.entry.contact, 80))})" if one.entry.contact else ""
                return f"{isolated(one_line(one.entry.name, 80))}{contact}"
            case Column.STAGE:
                return self._how_far(one)
            case Column.CHANNEL:
                return self._channels.get(one.entry.channel or "", "")
            case Column.NOTE:
                return one_line(one.entry.note or "")

    def _how_far(self, one: Prospect) -> str:
        """Return how far somebody came, since when, and whether it is time to ask again."""
        if one.member_id is not None:
            return f"{stage_words(one.stage)}: {isolated(one_line(one.member or '', 80))}"
        if one.likely is not None:
            return self.tr("Is this {name}?").format(name=isolated(one_line(one.likely.name, 80)))
        if one.is_due:
            return self.tr("Ask again")
        at = one.declined_at or one.asked_at or one.invited_at
        return stage_words(one.stage) + (f", {words.short_day(at.astimezone().date())}" if at is not None else "")


def stage_words(stage: Stage) -> str:
    """Return how far somebody came, in words."""
    return words.word(stage)
