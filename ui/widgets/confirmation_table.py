"""The members of a group with whether they read the rules, of whom several may be chosen; and all groups.

GUI thread only.
"""

from collections.abc import Collection, Mapping
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView
from typing_extensions import override

from ui import theme
from ui.models.confirmations import Column, ConfirmationsModel, GroupColumn, GroupsReadModel
from ui.widgets.table import RowTable

NAME_EM: Final = 9
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_WHOLE_ROWS: Final = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


class _FittedTable(RowTable):
    """The name takes the room that is left; where there is none, the columns that matter least go.

    *Signals:*
        fitted(): other columns may stand on the screen now.
    """

    fitted = Signal()

    def __init__(self, rows: QAbstractItemModel, widths_em: Mapping[int, float], least_first: tuple[int, ...]) -> None:
        super().__init__(rows)
        self._widths_em, self._least_first = widths_em, least_first
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as there is room for."""
        super().resizeEvent(event)
        self.fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens a row on every system; the style of some only says so for a double click."""
        if event.key() in _ENTER and not event.modifiers() and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.em(self, 1.9))
        widths = {column: theme.em(self, width) for column, width in self._widths_em.items()}
        name = theme.em(self, NAME_EM)
        for column in self._least_first:
            if sum(widths.values()) > self.viewport().width() - name:
                del widths[column]
        for column in self._widths_em:
            self.setColumnHidden(column, column not in widths)
            if column in widths:
                self.horizontalHeader().resizeSection(column, widths[column])
        self.horizontalHeader().resizeSection(0, max(self.viewport().width() - sum(widths.values()), name))
        self.fitted.emit()


class ConfirmationTable(_FittedTable):
    """Members of one group; Ctrl and Shift choose several, Ctrl+A everybody who is shown.

    *Signals:*
        chosen_changed(): other members are chosen now.
    """

    chosen_changed = Signal()

    def __init__(self, rows: ConfirmationsModel) -> None:
        self._members = rows
        widths: dict[int, float] = {Column.READ: 16.0, Column.SENT: 13.5, Column.NOW: 13.0}
        super().__init__(rows, widths, (Column.SENT, Column.NOW))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)

    @property
    def chosen(self) -> tuple[int, ...]:
        """The ids of the chosen members, from top to bottom."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self._members.row(place).member_id for place in places)

    def choose(self, member_ids: Collection[int]) -> None:
        """Choose these members, as far as they are shown; else the first one."""
        places = self._members.places_of(member_ids) or ([0] if self._members.rowCount() else [])
        chosen = QItemSelection()
        for place in places:
            chosen.select(self._members.index(place, 0), self._members.index(place, 0))
        self.selectionModel().select(chosen, _WHOLE_ROWS | QItemSelectionModel.SelectionFlag.Clear)
        if places:
            first = self._members.index(places[0], 0)
            self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(first, QAbstractItemView.ScrollHint.EnsureVisible)

    @Slot(QItemSelection, QItemSelection)
    def _on_selection_changed(self, _now: QItemSelection, _before: QItemSelection) -> None:
        self.chosen_changed.emit()


class GroupsReadTable(_FittedTable):
    """All groups, by name.

    *Signals:*
        opened(object): show the group with this id.
    """

    opened = Signal(object)

    def __init__(self, rows: GroupsReadModel) -> None:
        self._groups = rows
        widths: dict[int, float] = {GroupColumn.READ: 12.0, GroupColumn.SENT: 12.0, GroupColumn.DUE: 12.0}
        super().__init__(rows, widths, (GroupColumn.SENT, GroupColumn.DUE))
        self.activated.connect(self._on_activated)

    @property
    def chosen(self) -> int | None:
        """Which row is chosen."""
        current = self.currentIndex()
        return current.row() if current.isValid() else None

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(self._groups.row(index.row()).group_id)
