"""Which groups the table shows, and in which order. GUI thread only."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.group import ManagedBy, Tool, managed_by_of
from ui import words
from ui.pages.message_filters import LONGEST_QUERY, SearchField
from ui.shortcuts import Command, key_text
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.text import PlainLabel, one_line

if TYPE_CHECKING:
    from console.desk.group_list import GroupFilter
    from console.desk.groups import ProfileChoice

BOX_CHARACTERS: Final = 10


class GroupFilterView(QWidget):
    """A field for words, a box for each thing that groups differ in, and the order.

    *Signals:*
        edited(): other groups are wanted now; the words change at every letter.
        left(): the person goes from the search field to what was found.
        order_chosen(int): sort by the column with this number.
    """

    edited = Signal()
    left = Signal()
    order_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField()
        self.search.setClearButtonEnabled(True)
        self.search.setMaxLength(LONGEST_QUERY)
        self.profile, self.tool, self.managed_by, self.order = (QComboBox() for _ in range(4))
        self.attention, self.archive = QCheckBox(), QCheckBox()
        self._order_label = PlainLabel()
        self._order_label.setBuddy(self.order)
        self._profiles: tuple[ProfileChoice, ...] = ()
        self._titles: tuple[str, ...] = ()
        self._lay_out()
        self.search.textChanged.connect(self.edited)
        self.search.left.connect(self.left)
        for box in (self.profile, self.tool, self.managed_by):
            box.currentIndexChanged.connect(self.edited)
        for tick in (self.attention, self.archive):
            tick.toggled.connect(self.edited)
        self.order.activated.connect(self.order_chosen)
        self.retranslate()

    def value(self) -> "GroupFilter":
        """Return which groups are wanted."""
        from console.desk.group_list import GroupFilter

        tool = self.tool.currentData()  # a plain word: Qt keeps no enumeration of ours
        return GroupFilter(
            words=self.search.text(),
            profile=self.profile.currentData(),
            tool=Tool(tool) if tool else None,
            managed_by=managed_by_of(self.managed_by.currentData()),
            needs_attention=self.attention.isChecked(),
            is_archived=self.archive.isChecked(),
        )

    @property
    def is_narrowed(self) -> bool:
        """Whether not every group is wanted."""
        boxes = (self.profile, self.tool, self.managed_by)
        is_chosen = any(box.currentData() is not None for box in boxes)
        return is_chosen or bool(self.search.text().strip()) or self.attention.isChecked() or self.archive.isChecked()

    def set_choices(self, profiles: "tuple[ProfileChoice, ...]", titles: tuple[str, ...]) -> None:
        """Take the kinds of group, and what the columns are called; what is chosen stays chosen."""
        self._profiles, self._titles = profiles, titles
        self._fill()

    def show_order(self, column: int) -> None:
        """Show by which column the table is sorted."""
        self.order.setCurrentIndex(column)

    @Slot()
    def focus_search(self) -> None:
        """Go to the field, to type over what is there."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot()
    def reset(self) -> None:
        """Want every group that is in use."""
        self.blockSignals(True)
        self.search.clear()
        for box in (self.profile, self.tool, self.managed_by):
            box.setCurrentIndex(0)
        for tick in (self.attention, self.archive):
            tick.setChecked(False)
        self.blockSignals(False)
        self.edited.emit()

    def show_archived(self, count: int) -> None:
        """Say how many groups stand in the archive; without one there is nothing to choose."""
        self.archive.setVisible(count > 0 or self.archive.isChecked())
        self.archive.setText(self.tr("Ar&chive (%Ln)", "", count))

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        self.search.setPlaceholderText(self.tr("A name ({key})").format(key=key_text(Command.SEARCH)))
        self.search.setAccessibleName(self.tr("Search a group"))
        self.profile.setAccessibleName(self.tr("Kind of group"))
        self.tool.setAccessibleName(self.tr("App"))
        self.managed_by.setAccessibleName(self.tr("Managed by"))
        self.attention.setText(self.tr("Onl&y what asks for a look"))
        self._order_label.setText(self.tr("In order of"))
        self.order.setAccessibleName(self.tr("In order of"))
        self._fill()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _fill(self) -> None:
        kinds = [(one_line(choice.name), choice.key) for choice in self._profiles]
        _offer(self.profile, self.tr("All kinds"), kinds)
        _offer(self.tool, self.tr("All apps"), [(words.word(tool), tool) for tool in Tool])
        _offer(self.managed_by, self.tr("Whoever manages it"), [(words.word(one), one) for one in ManagedBy])
        chosen = max(self.order.currentIndex(), 0)
        self.order.clear()
        self.order.addItems(self._titles)
        self.order.setCurrentIndex(chosen)

    def _lay_out(self) -> None:
        for box in (self.profile, self.tool, self.managed_by):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.setMinimumContentsLength(BOX_CHARACTERS)
        order = QWidget()
        row = QHBoxLayout(order)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._order_label)
        row.addWidget(self.order)
        boxes = FlowLayout()
        for widget in (self.profile, self.tool, self.managed_by, self.attention, self.archive, order):
            boxes.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.search)
        column.addLayout(boxes)
        self.archive.hide()


def _offer(box: QComboBox, everything: str, choices: Sequence[tuple[str, Any]]) -> None:
    """Offer these besides all; the same one stays chosen."""
    chosen = box.currentData()
    box.blockSignals(True)
    box.clear()
    box.addItem(everything, None)
    for name, value in choices:
        box.addItem(name, value)
    box.setCurrentIndex(max(box.findData(chosen), 0))
    box.blockSignals(False)
