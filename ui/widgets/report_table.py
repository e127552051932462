"""The table of reports: rows of one height, columns that make room for what it was about. GUI thread only."""

from typing import Final

from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView
from typing_extensions import override

from ui import theme
from ui.models.reports import Column, ReportsModel
from ui.widgets.answer_field import ENTER_KEYS
from ui.widgets.table import RowTable

WIDTHS_EM: Final = {
    Column.AT: 8.8,
    Column.GROUP: 9,
    Column.NATURE: 9,
    Column.MESSAGES: 5.2,
    Column.CALLED: 11.5,
    Column.MINUTES: 5.2,
    Column.RESULT: 9,
    Column.LINE: 10.5,
}
WHAT_EM: Final = 14
LEAST_FIRST: Final = (
    Column.MESSAGES,
    Column.RESULT,
    Column.MINUTES,
    Column.NATURE,
    Column.CALLED,
    Column.GROUP,
    Column.LINE,
    Column.AT,
)
"""Which columns go first where room is short: the report itself tells them too."""


class ReportTable(RowTable):
    """The reports, one a row; what it was about takes the room that is left."""

    def __init__(self, rows: ReportsModel) -> None:
        super().__init__(rows)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionsClickable(False)
        self.fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens a report on every system; the style of some only says so for a double click."""
        if event.key() in ENTER_KEYS and self.currentIndex().isValid():
            if not event.isAutoRepeat():
                self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Do not jump on letters: they are for the page, and looking through every row takes long."""

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as there is room for."""
        super().resizeEvent(event)
        self.fit()

    @override
    def fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.em(self, 1.9))
        widths = {column: theme.em(self, width) for column, width in WIDTHS_EM.items()}
        room = self.viewport().width() - theme.em(self, WHAT_EM)
        for column in LEAST_FIRST:
            if sum(widths.values()) > room:
                del widths[column]
        header = self.horizontalHeader()
        for column in WIDTHS_EM:
            self.setColumnHidden(column, column not in widths)
            if column in widths:
                header.resizeSection(column, widths[column])
        left = self.viewport().width() - sum(widths.values())
        header.resizeSection(Column.WHAT, max(left, theme.em(self, WHAT_EM) // 2))
