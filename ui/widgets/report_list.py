"""All reports: the filters, the table, and how many there are. GUI thread only."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.models.reports import Column, ReportsModel
from ui.widgets.key_button import KeyButton
from ui.widgets.report_filter import ReportFilterView
from ui.widgets.report_table import ReportTable
from ui.widgets.text import PlainLabel


class ReportListView(QWidget):
    """The parts of the table's side of the leaf and where they stand; knows nothing of the desk.

    *Signals:*
        opened(int): open the report of this row.
    """

    opened = Signal(int)

    def __init__(self, rows: ReportsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = ReportTable(rows)
        self.filters = ReportFilterView()
        self.open_button = KeyButton()
        self._rows = rows
        self._count_label = PlainLabel(wraps=True, is_muted=True)
        self._count: int | None = None
        foot = QHBoxLayout()
        foot.addWidget(self.open_button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.em(self, 0.5), 0, 0)
        column.addWidget(self.filters)
        column.addWidget(self._count_label)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        column.addStretch()  # without a table the words stay on top
        self.table.activated.connect(self._on_table_activated)
        self.open_button.clicked.connect(self._on_open_clicked)
        self.retranslate()

    def show_count(self, count: int) -> None:
        """Say how many were found."""
        self._count = count
        self._say_count()

    @property
    def is_counted(self) -> bool:
        """Whether it is known how many reports there are."""
        return self._count is not None

    def choose(self, row: int) -> None:
        """Choose a row and bring it into sight."""
        index = self._rows.index(row, Column.WHAT)
        self.table.setCurrentIndex(index)
        self.table.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    @Slot()
    def take_focus(self) -> None:
        """Go to the table, or to the words where nothing was found."""
        where = self.filters.search if self.table.isHidden() else self.table
        where.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        self.table.setAccessibleName(self.tr("Reports"))
        self.open_button.setText(self.tr("Open"))
        self.open_button.set_key(self.tr("Enter"))
        self._say_count()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _say_count(self) -> None:
        found, is_narrowed = self._count, self.filters.is_narrowed
        self.table.setVisible(bool(found))
        self.open_button.setVisible(bool(found))
        self.filters.setVisible(bool(found) or is_narrowed)
        if found is None:
            self._count_label.setText("")
        elif found or not is_narrowed:
            none = self.tr("There are no reports yet. The program finds them in the messages that you take in.")
            self._count_label.setText(self.tr("%Ln report(s)", "", found) if found else none)
        else:
            self._count_label.setText(self.tr("Nothing was found. Look with fewer words, or clear the filters."))

    @Slot(QModelIndex)
    def _on_table_activated(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())

    @Slot()
    def _on_open_clicked(self) -> None:
        if self.table.currentIndex().isValid():
            self.opened.emit(self.table.currentIndex().row())
