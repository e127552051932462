"""The table of reports: what stands in each cell. Filtering is the desk's work. GUI thread only."""

from collections.abc import Callable
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from console.domain.judgement import Call112
from console.domain.report import Nature, Result
from ui import words
from ui.models.paged import PagedModel
from ui.widgets.text import one_line

if TYPE_CHECKING:
    from console.domain.report_view import LineOfReport, ReportRow

ModelIndex = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns, from left to right."""

    AT = 0
    GROUP = 1
    WHAT = 2
    NATURE = 3
    MESSAGES = 4
    CALLED = 5
    MINUTES = 6
    RESULT = 7
    LINE = 8


NUMBERS: Final = frozenset({Column.MESSAGES, Column.MINUTES})


class ReportsModel(PagedModel["ReportRow"]):
    """One row per report, the newest on top; the desk gives them oldest first."""

    columns = len(Column)

    def __init__(self, parent: object = None) -> None:
        super().__init__(parent)
        self._is_turned = True

    @override
    def titles(self) -> tuple[str, ...]:
        return (
            self.tr("When"),
            self.tr("Group"),
            self.tr("What"),
            self.tr("About"),
            self.tr("Messages"),
            self.tr("112"),
            self.tr("Minutes"),
            self.tr("Result"),
            self.tr("Question"),
        )

    @override
    def cell(self, row: "ReportRow", column: int) -> str:
        return _CELLS[Column(column)](row)

    @override
    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell too for who hears it, with the name of its column; and on which side it stands."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.titles()[index.column()]}: {super().data(index)}"
        return super().data(index, role)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        title = super().headerData(section, orientation, role)
        return None if title is None else f" {title} "  # a header has no room of its own around its text


def called_words(row: "ReportRow") -> str:
    """Return whether 112 was called; where nobody said so only an urgent report asks for a word. Unknown is never no.

    "called after 3 minutes", "called", "not called", "not known", "".
    """
    if row.called is Call112.CALLED:
        return _called_after(row.minutes_to_112)
    if row.called is Call112.NOT_CALLED:
        return QCoreApplication.translate("ReportsModel", "not called")
    return QCoreApplication.translate("ReportsModel", "not known") if row.nature is Nature.URGENT else ""


def _called_after(minutes: int | None) -> str:
    if minutes is None:
        return QCoreApplication.translate("ReportsModel", "called")
    if minutes == 0:
        return QCoreApplication.translate("ReportsModel", "called at once")
    if minutes == 1:
        return QCoreApplication.translate("ReportsModel", "called after 1 minute")
    count = words.number(minutes)
    return QCoreApplication.translate("ReportsModel", "called after {count} minutes").format(count=count)


def line_words(line: "LineOfReport") -> str:
    """Return the number of an answer owed and where it stands: "BC-12 asked"."""
    return f"{line.number} {words.word(line.state)}"


def _minutes_words(row: "ReportRow") -> str:
    if row.minutes is None or row.messages < 2:
        return ""  # nobody answered: there was no talk
    count = words.number(row.minutes)
    long = QCoreApplication.translate("ReportsModel", "{minutes}, long").format(minutes=count)
    return long if row.is_too_long else count


_CELLS: Final[dict[Column, Callable[["ReportRow"], str]]] = {
    Column.AT: lambda row: words.day_and_time(row.at),
    Column.GROUP: lambda row: one_line(row.group),
    Column.WHAT: lambda row: one_line(row.what),
    Column.NATURE: lambda row: words.word(row.nature) if row.nature else "",
    Column.MESSAGES: lambda row: words.number(row.messages),
    Column.CALLED: called_words,
    Column.MINUTES: _minutes_words,
    Column.RESULT: lambda row: words.word(row.result) if row.result is not Result.UNKNOWN else "",
    Column.LINE: lambda row: ", ".join(map(line_words, row.lines)),
}


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
