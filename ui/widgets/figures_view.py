"""Figures of a period: in words for all together, and a table with a row for each. GUI thread only."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget
from typing_extensions import override

from ui import owed, theme, words
from ui.models.figures import Column, FiguresModel, Row, of_groups, of_owers
from ui.widgets.table import RowTable
from ui.widgets.text import PlainLabel

if TYPE_CHECKING:
    from console.desk.feedback.numbers import Answers, Numbers, Urgent

NAME_EM: Final = 11
WIDTHS_EM: Final = {
    Column.OPENED: 5,
    Column.ANSWERED: 6.5,
    Column.TOLD: 7,
    Column.LAPSED: 5.2,
    Column.DAYS: 10.5,
    Column.URGENT: 11.5,
}
LEAST_FIRST: Final = (Column.LAPSED, Column.ANSWERED, Column.DAYS, Column.URGENT)  # what makes room for the names


class FiguresView(QWidget):
    """What all together came to, in sentences; under it the table per group, or per who owed the answers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Numbers | None = None
        self._of_groups = True
        self.rows = FiguresModel(self)
        self.table = FiguresTable(self.rows)
        self._total, self._urgent = PlainLabel(wraps=True), PlainLabel(wraps=True)
        self._note = PlainLabel(wraps=True, is_muted=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._total, self._urgent):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addStretch()  # without a table the words stay on top
        column.addWidget(self._note)
        self.setFocusProxy(self.table)
        self.table.narrowed.connect(self._say_note)
        self.retranslate()

    def show_numbers(self, found: "Numbers", *, of_groups: bool) -> None:
        """Show the numbers of a period: a row for each group, or for each who owed answers."""
        self._found, self._of_groups = found, of_groups
        self.retranslate()

    def said(self) -> str:
        """Return what is said in sentences, for who hears it and for tests."""
        return "\n".join(label.text() for label in (self._total, self._urgent, self._note) if not label.isHidden())

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        names = (self.tr("Figures per professional"), self.tr("Figures per group"))
        self.table.setAccessibleName(names[self._of_groups])
        found = self._found
        rows = self._rows_of(found) if found is not None else []
        self.rows.show(rows)
        self.table.setVisible(bool(rows))
        self.table.fit()
        self._total.setText("" if found is None else self._total_words(found.total))
        self._urgent.setText("" if found is None else self._urgent_words(found.urgent))
        self._urgent.setVisible(self._of_groups)
        self._say_note()

    @Slot()
    def _say_note(self) -> None:
        """Say how to read the figures, and that there are more where the window is too narrow for them."""
        if self._of_groups:
            said = self.tr("A question that two groups ask counts with both. Above it counts once.")
        else:
            said = self.tr("By name, and not to compare people: who gets more questions has more to do.")
        if self.table.is_narrowed:
            wider = self.tr("Make the window wider, or the letters smaller, for more figures.")
            said = f"{said} {wider}"
        self._note.setText(said)

    def _rows_of(self, found: "Numbers") -> list[Row]:
        return of_groups(found.groups) if self._of_groups else of_owers(found.owers)

    def _total_words(self, total: "Answers") -> str:
        if not total.opened:
            return self.tr("No question was opened in this period.")
        told = self.tr("%Ln question(s) opened.", "", total.opened)
        back = self.tr("Reported back: {told}. Dropped: {lapsed}.")
        counts = {"told": owed.share_words(total.share_told), "lapsed": words.number(total.lapsed)}
        return " ".join((told, back.format(**counts), owed.speed_words(total.days_known, total.median_days)))

    def _urgent_words(self, urgent: "Urgent") -> str:
        if not urgent.reports:
            return self.tr("No urgent report in this period.")
        said = self.tr("%Ln urgent report(s).", "", urgent.reports)
        called = self.tr("112 was called with {called}, not with {others}. Of {unknown} it is not known.")
        counts = {"called": urgent.called, "others": urgent.not_called, "unknown": urgent.unknown}
        return f"{said} {called.format(**counts)}"


class FiguresTable(RowTable):
    """A row for each; the name takes the room that is left.

    *Signals:*
        narrowed(): columns were left out for want of room, or are all there again; see ``is_narrowed``.
    """

    narrowed = Signal()

    def __init__(self, rows: FiguresModel) -> None:
        super().__init__(rows)
        self._rows = rows
        self.is_narrowed = False
        header = self.horizontalHeader()
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as there is room for."""
        super().resizeEvent(event)
        self.fit()

    @override
    def fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.em(self, 1.9))
        widths = {column: theme.em(self, width) for column, width in WIDTHS_EM.items()}
        if not self._rows.has_urgent:
            del widths[Column.URGENT]
        wanted = len(widths)
        room = self.viewport().width() - theme.em(self, NAME_EM)
        for column in LEAST_FIRST:
            if sum(widths.values()) > room > 0:
                widths.pop(column, None)
        for column in WIDTHS_EM:
            self.setColumnHidden(column, column not in widths)
        for column, width in widths.items():
            self.horizontalHeader().resizeSection(column, width)
        if self.is_narrowed != (len(widths) < wanted):
            self.is_narrowed = len(widths) < wanted
            self.narrowed.emit()
