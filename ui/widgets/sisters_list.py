"""Which groups belong with a group: a short list to tick, those that do on top. GUI thread only."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from console.domain.group import GroupId
from ui import theme
from ui.widgets.text import one_line

if TYPE_CHECKING:
    from console.domain.group import Group

ID_ROLE = Qt.ItemDataRole.UserRole


class SistersList(QListWidget):
    """A tick a group; typing goes to the name, Space ticks.

    *Signals:*
        edited(): a tick was set or taken away.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)  # a tick says it; the focus shows where
        self.setSpacing(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.itemChanged.connect(self._on_item_changed)

    def show_groups(self, groups: "Iterable[Group]", sisters: frozenset[GroupId]) -> None:
        """Offer these, with a tick before the sisters."""
        self.blockSignals(True)
        self.clear()
        for group in sorted(groups, key=lambda one: (one.id not in sisters, one.name.casefold())):
            item = QListWidgetItem(one_line(group.name), self)
            item.setData(ID_ROLE, group.id)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if group.id in sisters else Qt.CheckState.Unchecked)
        self.blockSignals(False)
        if self.count():
            self.setCurrentRow(0)

    def sisters(self) -> frozenset[GroupId]:
        """Return the groups with a tick."""
        items = (self.item(row) for row in range(self.count()))
        return frozenset(GroupId(item.data(ID_ROLE)) for item in items if item.checkState() is Qt.CheckState.Checked)

    def choose(self, sisters: frozenset[GroupId]) -> None:
        """Set the ticks, in the order that stands there."""
        self.blockSignals(True)
        for row in range(self.count()):
            item = self.item(row)
            is_sister = item.data(ID_ROLE) in sisters
            item.setCheckState(Qt.CheckState.Checked if is_sister else Qt.CheckState.Unchecked)
        self.blockSignals(False)

    @override
    def sizeHint(self) -> QSize:
        """Four names; more scroll."""
        return QSize(theme.em(self, 16), theme.em(self, 6.5))

    @override
    def minimumSizeHint(self) -> QSize:
        """Two names at least."""
        return QSize(theme.em(self, 10), theme.em(self, 3.5))

    @Slot(QListWidgetItem)
    def _on_item_changed(self, _item: QListWidgetItem) -> None:
        self.edited.emit()
