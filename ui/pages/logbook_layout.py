"""How the logbook looks: filters and list left, one decision right with what can be done with it. GUI thread only."""

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QPushButton, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.logbook import EntryDetail
from ui import theme, window_state
from ui.models.logbook import Column, LogbookModel
from ui.shortcuts import Command, key_text
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.log_filter import LogFilterView
from ui.widgets.log_sheet import LogSheet
from ui.widgets.table import RowTable
from ui.widgets.text import PlainLabel

SHARES: Final = (60, 40)  # of the width, for a reader who has not moved the columns yet
NARROW_EM: Final = 50  # narrower than this, list and decision stand above each other
WIDTHS_EM: Final = {Column.AT: 9.8, Column.WHO: 6, Column.WHAT: 13, Column.GROUP: 9}
ABOUT_EM: Final = 12
LEAST_FIRST: Final = (Column.WHO, Column.GROUP)  # what makes room for what it was about


class LogbookLayout(QWidget):
    """The parts of the page and where they stand; knows nothing of the desk."""

    def __init__(self, rows: LogbookModel, page: QWidget) -> None:
        super().__init__(page)
        self.filters = LogFilterView()
        self.table = LogTable(rows)
        self.sheet = LogSheet()
        self.undo, self.redo, self.undo_one, self.show_message, self.export = (KeyButton() for _ in range(5))
        self._everything = QPushButton()
        self._title = PlainLabel(scale=1.4, is_bold=True)
        self._count_label = PlainLabel(wraps=True, is_muted=True)
        self._split = QSplitter()
        self._count: int | None = None
        self._lay_out(page)
        self._everything.clicked.connect(self.filters.reset)
        self.show_detail(None, "", "nl")

    def show_count(self, count: int) -> None:
        """Say how many decisions were found."""
        self._count = count
        self._say_count()

    def show_detail(self, detail: EntryDetail | None, what: str, language: str) -> None:
        """Show one decision, or none."""
        self.sheet.show_detail(detail, what, language)
        self.undo_one.setVisible(detail is not None)
        self.undo_one.setEnabled(detail is not None and detail.can_undo)
        self.show_message.setVisible(detail is not None and detail.message_id is not None)

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        self._title.setText(self.tr("Logbook"))
        self.table.setAccessibleName(self.tr("Decisions"))
        self._everything.setText(self.tr("Show &everything"))
        for button, text, command in (
            (self.undo, self.tr("&Undo the last"), Command.UNDO),
            (self.redo, self.tr("&Redo"), Command.REDO),
            (self.undo_one, self.tr("Undo &this one"), Command.UNDO_ONE),
            (self.show_message, self.tr("Show the &message"), Command.SHOW_MESSAGE),
            (self.export, self.tr("E&xport…"), Command.EXPORT),
        ):
            button.setText(text)
            button.set_key(key_text(command))
        self.filters.retranslate()
        self._say_count()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put list and decision above each other where they do not fit beside each other."""
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Keep the columns readable in larger letters."""
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    def _fit(self) -> None:
        is_narrow = 0 < self.width() < theme.em(self, NARROW_EM)
        wanted = Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal
        if self._split.orientation() != wanted:
            self._split.setOrientation(wanted)

    def _say_count(self) -> None:
        nothing = self._count == 0
        self._everything.setVisible(self.filters.is_narrowed)
        self.table.setVisible(not nothing)
        self.export.setEnabled(bool(self._count))
        if self._count is None:
            self._count_label.setText("")
        elif nothing and self.filters.is_narrowed:
            self._count_label.setText(self.tr("Nothing was found. Look with fewer words, or show everything."))
        elif nothing:
            self._count_label.setText(self.tr("Nothing was decided yet. Everything that you decide comes here."))
        else:
            self._count_label.setText(self.tr("%Ln decision(s), the last on top", "", self._count))

    def _lay_out(self, page: QWidget) -> None:
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self)
        own = QVBoxLayout(self)
        own.addWidget(self._split)
        self._split.setObjectName("logbook")
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self._list_column())
        self._split.addWidget(self._sheet_column())
        if not window_state.restore_splitter(self._split):
            self._split.setSizes([theme.em(self, share) for share in SHARES])
        for index, share in enumerate(SHARES):
            self._split.setStretchFactor(index, share)

    def _list_column(self) -> QWidget:
        column = QWidget()
        box = QVBoxLayout(column)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._title)
        box.addWidget(self.filters)
        counted = QHBoxLayout()
        counted.addWidget(self._count_label, 1)
        counted.addWidget(self._everything)
        box.addLayout(counted)
        box.addWidget(self.table, 1)
        box.addStretch()  # without a table the words stay on top
        box.addWidget(_in_a_row(self.undo, self.redo, self.export))
        return column

    def _sheet_column(self) -> QWidget:
        column = QWidget()
        box = QVBoxLayout(column)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.sheet, 1)
        box.addWidget(_in_a_row(self.undo_one, self.show_message))
        return column


def _in_a_row(*buttons: QWidget) -> QWidget:
    row = QWidget()
    flow = FlowLayout(row)
    flow.setContentsMargins(0, 0, 0, 0)
    for button in buttons:
        flow.addWidget(button)
    return row


class LogTable(RowTable):
    """The decisions, one a row; what it was about takes the room that the other columns leave."""

    def __init__(self, rows: LogbookModel) -> None:
        super().__init__(rows)
        self._is_of_one = False
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(Column.ABOUT, QHeaderView.ResizeMode.Stretch)
        self.fit()

    def choose(self, row: int) -> None:
        """Choose a row and bring it into sight."""
        index = self.model().index(row, Column.AT)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def set_of_one(self, *, is_of_one: bool) -> None:
        """Say whether one person decided everything: then nobody needs to read who it was."""
        self._is_of_one = is_of_one
        self.fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what matters least while the text has too little room."""
        super().resizeEvent(event)
        self.fit()

    @override
    def fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.em(self, 1.9))
        left = self.viewport().width() - theme.em(self, sum(WIDTHS_EM.values()))
        for column, width in WIDTHS_EM.items():
            self.horizontalHeader().resizeSection(column, theme.em(self, width))
        for column in LEAST_FIRST:
            is_left_out = left < theme.em(self, ABOUT_EM) or (column == Column.WHO and self._is_of_one)
            self.setColumnHidden(column, is_left_out)
            if is_left_out:
                left += theme.em(self, WIDTHS_EM[column])
