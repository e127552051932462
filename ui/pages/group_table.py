"""All groups: the filters, the table, and what can be done from it. GUI thread only."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme, window_state
from ui.models.groups import MOST_FIRST, ORDERS, Column, GroupsModel
from ui.pages.group_filter import GroupFilterView
from ui.widgets.column_choice import ColumnChoice
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.new_group_form import NewGroupForm
from ui.widgets.table import RowTable
from ui.widgets.text import PlainLabel

if TYPE_CHECKING:
    from console.desk.groups import ProfileChoice

OPEN_KEY: Final = "Enter"
WIDTHS_EM: Final = {
    Column.PROFILE: 11.5,
    Column.TOOL: 6.5,
    Column.UMBRELLA: 13,
    Column.MANAGED_BY: 8,
    Column.MEMBERS: 7,
    Column.COVERAGE: 13.5,
    Column.LAST: 9.5,
    Column.OPEN: 7.5,
    Column.PROFESSIONALS: 8,
    Column.FAMILY: 11,
    Column.CONCERNS: 11,
    Column.READ: 9.5,
}
NAME_EM: Final = 10
NAME_CHOSEN_EM: Final = 14  # where the table scrolls sideways, there is room for the name too
KEPT_AS: Final = "groups"  # in the state of the window
LEAST_FIRST: Final = (
    Column.UMBRELLA,
    Column.MANAGED_BY,
    Column.TOOL,
    Column.FAMILY,
    Column.PROFESSIONALS,
    Column.READ,
    Column.PROFILE,
    Column.LAST,
    Column.MEMBERS,  # the coverage tells it too
    Column.CONCERNS,
    Column.COVERAGE,
)


class GroupTableView(QWidget):
    """The parts of the table's side of the page and where they stand; knows nothing of the desk.

    *Signals:*
        opened(int): open the group of this row.
        take_in_requested(): choose an export.
        edited(): other groups are wanted now.
        left(): the person goes from the search field to what was found.
        sort_requested(int, object): sort by this column, in this ``Qt.SortOrder``.
    """

    opened = Signal(int)
    take_in_requested = Signal()
    edited = Signal()
    left = Signal()
    sort_requested = Signal(int, object)

    def __init__(self, rows: GroupsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = GroupTable(rows)
        self.filters = GroupFilterView()
        self.form = NewGroupForm()
        self.open_button, self.new_button = KeyButton(key=OPEN_KEY), QPushButton()
        self.take_in, self.columns_button = QPushButton(), QPushButton()
        self.columns = ColumnChoice(tuple(WIDTHS_EM))
        self._rows = rows
        self._title = PlainLabel(scale=1.4, is_bold=True)
        self._count_label = PlainLabel(wraps=True, is_muted=True)
        self._everything = QPushButton()
        self._count: int | None = None
        self._all = 0
        self._lay_out()
        self._connect()
        self.retranslate()

    def set_profiles(self, profiles: "tuple[ProfileChoice, ...]") -> None:
        """Take the kinds of group."""
        self.filters.set_choices(profiles, self._rows.titles())
        self.columns.name(self._rows.titles())
        self.form.set_profiles(profiles)

    def show_count(self, count: int, in_use: int, archived: int) -> None:
        """Say how many were found, of how many."""
        self._count, self._all = count, in_use
        self.filters.show_archived(archived)
        self._say_count()

    @property
    def is_counted(self) -> bool:
        """Whether it is known how many groups there are."""
        return self._count is not None

    def show_order(self, column: int, order: Qt.SortOrder) -> None:
        """Show by which column the table is sorted, without asking for it again."""
        header = self.table.horizontalHeader()
        header.blockSignals(True)
        header.setSortIndicator(column, order)
        header.blockSignals(False)
        header.viewport().update()
        self.table.fit()
        self.filters.show_order(column)

    def can_put_away(self) -> bool:
        """Whether something is being filled in or chosen above the table."""
        return self.form.can_put_away() or self.columns.can_put_away()

    def put_away(self) -> None:
        """Put the last of it away."""
        (self.form if self.form.can_put_away() else self.columns).put_away()

    def choose(self, row: int) -> None:
        """Choose a row and bring it into sight."""
        index = self._rows.index(row, Column.NAME)
        self.table.setCurrentIndex(index)
        self.table.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        self._title.setText(self.tr("Groups"))
        self.take_in.setText(self.tr("Take in an e&xport…"))
        self.open_button.setText(self.tr("&Open"))
        self.new_button.setText(self.tr("New &group…"))
        self.columns_button.setText(self.tr("Col&umns…"))
        self.columns.name(self._rows.titles())
        self._everything.setText(self.tr("Sho&w all groups"))
        self.table.setAccessibleName(self.tr("Groups"))
        self._say_count()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _say_count(self) -> None:
        found, is_narrowed = self._count, self.filters.is_narrowed
        self._everything.setVisible(is_narrowed)
        self.table.setVisible(bool(found))
        self.open_button.setVisible(bool(found))
        self.columns_button.setVisible(bool(found))
        self.filters.setVisible(is_narrowed or self._all > 1 or not self.filters.archive.isHidden())
        self.take_in.setVisible(found == 0 and not is_narrowed)
        if found is None:
            self._count_label.setText("")
        elif is_narrowed and not found:
            self._count_label.setText(self.tr("Nothing was found. Look with fewer words, or show all groups."))
        elif not found:
            self._count_label.setText(
                self.tr("There are no groups yet. A group comes here when you take in an export of it.")
            )
        elif is_narrowed and not self.filters.archive.isChecked():
            told = self.tr("%Ln of {all} groups", "", found)
            self._count_label.setText(told.format(all=self.locale().toString(self._all)))
        else:
            self._count_label.setText(self.tr("%Ln group(s)", "", found))

    def _connect(self) -> None:
        self.table.activated.connect(self._on_table_activated)
        self.open_button.clicked.connect(self._on_open_clicked)
        self.new_button.clicked.connect(self.form.ask)
        self.form.closed.connect(self.focus_table)
        self.columns_button.clicked.connect(self._on_columns_button_clicked)
        self.columns.chosen.connect(self.table.choose_columns)
        self.columns.closed.connect(self.focus_table)
        self.table.fitted.connect(self._on_table_fitted)
        self.take_in.clicked.connect(self.take_in_requested)
        self.filters.edited.connect(self.edited)
        self.filters.left.connect(self.left)
        self.filters.order_chosen.connect(self._on_filters_order_chosen)
        self._everything.clicked.connect(self.filters.reset)
        self._rows.sort_requested.connect(self.sort_requested)

    @Slot()
    def focus_table(self) -> None:
        """Go to the table, or to what there is to do without one."""
        is_there = not self.table.isHidden()
        (self.table if is_there else self.new_button).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(QModelIndex)
    def _on_table_activated(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())

    @Slot()
    def _on_open_clicked(self) -> None:
        if self.table.currentIndex().isValid():
            self.opened.emit(self.table.currentIndex().row())

    @Slot()
    def _on_columns_button_clicked(self) -> None:
        self._on_table_fitted()
        self.columns.ask()

    @Slot()
    def _on_table_fitted(self) -> None:
        self.columns.show_columns(self.table.shown_columns, is_chosen=self.table.chosen is not None)

    @Slot(int)
    def _on_filters_order_chosen(self, column: int) -> None:
        """Begin with the most where that is what people look for, and the other way round when it is chosen again."""
        header = self.table.horizontalHeader()
        down, up = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
        order = down if column in MOST_FIRST else up
        if header.sortIndicatorSection() == column:
            order = up if header.sortIndicatorOrder() == down else down
        self.sort_requested.emit(column, order)

    def _lay_out(self) -> None:
        counted = QHBoxLayout()
        counted.addWidget(self._count_label, 1)
        counted.addWidget(self._everything)
        foot = FlowLayout()
        for button in (self.open_button, self.new_button, self.columns_button, self.take_in):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._title)
        column.addWidget(self.filters)
        column.addLayout(counted)
        column.addWidget(self.form)
        column.addWidget(self.columns)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        column.addStretch()  # without a table the words stay on top


class GroupTable(RowTable):
    """The groups, one a row; the name takes the room that is left.

    *Signals:*
        fitted(): other columns may stand on the screen now.
    """

    fitted = Signal()

    def __init__(self, rows: GroupsModel) -> None:
        super().__init__(rows)
        known = {name: column for column, name in ORDERS.items() if column in WIDTHS_EM}
        kept = window_state.restore_columns(KEPT_AS)
        self.chosen = None if kept is None else frozenset(known[name] for name in kept if name in known)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setSortIndicator(Column.LAST, Qt.SortOrder.DescendingOrder)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.sortIndicatorChanged.connect(rows.sort)
        self.fit()

    @property
    def shown_columns(self) -> frozenset[Column]:
        """The columns on the screen."""
        return frozenset(column for column in Column if not self.isColumnHidden(column))

    @Slot(object)
    def choose_columns(self, columns: "frozenset[int] | None") -> None:
        """Show these columns beside the name from now on, or as many as fit; kept for the next time."""
        self.chosen = None if columns is None else frozenset(Column(column) for column in columns)
        kept = None if self.chosen is None else tuple(ORDERS[column] for column in sorted(self.chosen))
        window_state.save_columns(KEPT_AS, kept)
        self.fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens a group on every system; the style of some only says so for a double click."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as there is room for."""
        super().resizeEvent(event)
        self.fit()

    @override
    def fit(self) -> None:
        """Fixed sizes, since asking each of a thousand rows takes seconds; the name gets what is left.

        In large letters the columns that matter least go, so that the waiting work stays in sight: unless a person
        chose which he sees. The column that the table is sorted by always stays.
        """
        self.verticalHeader().setDefaultSectionSize(theme.em(self, 1.9))
        widths = self._widths()
        header = self.horizontalHeader()
        for column in WIDTHS_EM:
            self.setColumnHidden(column, column not in widths)
            if column in widths:
                header.resizeSection(column, widths[column])
        name = theme.em(self, NAME_EM if self.chosen is None else NAME_CHOSEN_EM)
        header.resizeSection(Column.NAME, max(self.viewport().width() - sum(widths.values()), name))
        self.fitted.emit()

    def _widths(self) -> dict[Column, int]:
        """Return the columns to show beside the name, each with its width."""
        sorted_by = self.horizontalHeader().sortIndicatorSection()
        widths = {
            column: theme.em(self, width)
            for column, width in WIDTHS_EM.items()
            if self.chosen is None or column in self.chosen or column == sorted_by
        }
        room = self.viewport().width() - theme.em(self, NAME_EM)
        for column in LEAST_FIRST if self.chosen is None else ():
            if column != sorted_by and sum(widths.values()) > room:
                del widths[column]
        return widths
