"""The table of groups. GUI thread only."""

from datetime import UTC, datetime
from enum import IntEnum
from functools import partial
from typing import Any, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from console.domain.group import Group, GroupId
from ui import words
from ui.widgets.text import one_line

ModelIndex = QModelIndex | QPersistentModelIndex
GROUP_ROLE: Final = Qt.ItemDataRole.UserRole
_NEVER: Final = datetime(1, 1, 1, tzinfo=UTC)


class Column(IntEnum):
    """The columns, from left to right."""

    NAME = 0
    PROFILE = 1
    TOOL = 2
    MEMBERS = 3
    MESSAGES = 4
    LAST = 5
    OPEN = 6


_NUMBERS: Final = frozenset({Column.MEMBERS, Column.MESSAGES, Column.OPEN})


class GroupsModel(QAbstractTableModel):
    """One row per group; sorted by the values of the desk, not by what is written in the cells."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: list[Group] = []
        self._profiles: dict[str, str] = {}
        self._sorted: tuple[int, Qt.SortOrder] = (Column.LAST, Qt.SortOrder.DescendingOrder)

    def set_groups(self, groups: tuple[Group, ...], profiles: dict[str, str]) -> None:
        """Show other groups; ``profiles`` names each kind of group."""
        self.beginResetModel()
        self._groups, self._profiles = list(groups), profiles
        self._order()
        self.endResetModel()

    def group(self, row: int) -> Group:
        """Return the group of a row."""
        return self._groups[row]

    def row_of(self, group_id: GroupId) -> int | None:
        """Return the row of a group."""
        return next((row for row, group in enumerate(self._groups) if group.id == group_id), None)

    @override
    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of groups."""
        return 0 if parent.isValid() else len(self._groups)

    @override
    def columnCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    @override
    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text of a cell, its alignment, or the group."""
        if not index.isValid():
            return None
        group, column = self._groups[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(group, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._title(column)}: {self._text(group, column)}"
        return group if role == GROUP_ROLE else None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the title of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return f" {self._title(Column(section))} "  # a header has no room of its own around its text
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(Column(section))
        return None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by the values of a column, equal ones by name; who looks at a group goes on looking at it."""
        if not 0 <= column < len(Column):
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        groups = [self._groups[index.row()].id for index in before]
        self._sorted = (column, order)
        self._order()
        rows = {group.id: row for row, group in enumerate(self._groups)}
        after = [self.index(rows[group_id], index.column()) for group_id, index in zip(groups, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _order(self) -> None:
        column, order = self._sorted
        self._groups.sort(key=_name)
        is_reversed = order == Qt.SortOrder.DescendingOrder
        self._groups.sort(key=partial(self._value, Column(column)), reverse=is_reversed)

    def _value(self, column: Column, group: Group) -> Any:  # noqa: ANN401  # of one type within a column
        if column is Column.LAST:
            return group.last_message_at or _NEVER
        values = {Column.MEMBERS: group.members, Column.MESSAGES: group.messages, Column.OPEN: group.open_items}
        return values[column] if column in values else self._text(group, column).casefold()

    def _text(self, group: Group, column: Column) -> str:
        match column:
            case Column.NAME:
                return one_line(group.name)
            case Column.PROFILE:
                return self._profiles.get(group.profile, one_line(group.profile))
            case Column.TOOL:
                return words.word(group.tool)
            case Column.LAST:
                last = group.last_message_at
                return _last(last.astimezone(ZoneInfo(group.time_zone))) if last else ""
            case _:
                value = self._value(column, group)
                return words.number(value) if isinstance(value, int) else ""

    def _title(self, column: Column) -> str:
        return {
            Column.NAME: self.tr("Group"),
            Column.PROFILE: self.tr("Kind of group"),
            Column.TOOL: self.tr("App"),
            Column.MEMBERS: self.tr("Members"),
            Column.MESSAGES: self.tr("Messages"),
            Column.LAST: self.tr("Last message"),
            Column.OPEN: self.tr("Waits for you"),
        }[column]


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _last(at: datetime) -> str:
    return f"{words.short_day(at)} {words.clock(at)}"


def _name(group: Group) -> str:
    return group.name.casefold()
