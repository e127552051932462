"""What came of the questions of a period, a row for each group or for who owed the answers. GUI thread only."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from ui import owed, words
from ui.widgets.text import isolated, one_line

if TYPE_CHECKING:
    from console.desk.feedback.numbers import Answers, GroupNumbers, OwerNumbers, Urgent

_Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
NAME_CHARACTERS: Final = 120


class Column(IntEnum):
    """What stands in which column; only groups have the last one."""

    NAME = 0
    OPENED = 1
    ANSWERED = 2
    TOLD = 3
    LAPSED = 4
    DAYS = 5
    URGENT = 6


COUNTS: Final = frozenset({Column.OPENED, Column.ANSWERED, Column.LAPSED})


@dataclass(frozen=True, slots=True)
class Row:
    """One group, or one who owed answers: then without ``urgent``."""

    name: str
    answers: "Answers"
    urgent: "Urgent | None" = None


def of_groups(groups: "Iterable[GroupNumbers]") -> list[Row]:
    """Return a row for each group, in the order that is given: by name."""
    return [Row(one.group, one.answers, one.urgent) for one in groups]


def of_owers(owers: "Iterable[OwerNumbers]") -> list[Row]:
    """Return a row for each who owed answers, in the order that is given: by name.

    A service by its name is told apart from a professional who is called the same.
    """
    owers = tuple(owers)
    people = {one.name for one in owers if one.professional_id is not None}
    service = QCoreApplication.translate("FiguresModel", "{name} (service)")

    def name(one: "OwerNumbers") -> str:
        return service.format(name=one.name) if one.professional_id is None and one.name in people else one.name

    return [Row(name(one), one.answers) for one in owers]


class FiguresModel(QAbstractTableModel):
    """A handful of rows; they stand by name and are not sorted by a number, since nobody is ranked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show(self, rows: list[Row]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    @property
    def has_urgent(self) -> bool:
        """Whether the rows tell of urgent reports."""
        return any(row.urgent is not None for row in self._rows)

    @override
    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        cell = self._cell(self._rows[index.row()], index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._titles()[index.column()]}: {cell}"
        return cell if role == Qt.ItemDataRole.DisplayRole else None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return f" {self._titles()[section]} " if role == Qt.ItemDataRole.DisplayRole else None

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("Name"),
            self.tr("Opened"),
            self.tr("Answered"),
            self.tr("Reported back"),
            self.tr("Dropped"),
            self.tr("Half came within"),
            self.tr("112 when urgent"),
        )

    def _cell(self, row: Row, column: int) -> str:
        answers = row.answers
        texts = {
            Column.NAME: isolated(one_line(row.name, NAME_CHARACTERS)),
            Column.OPENED: words.number(answers.opened),
            Column.ANSWERED: words.number(answers.answered),
            Column.TOLD: owed.share_words(answers.share_told),
            Column.LAPSED: words.number(answers.lapsed),
            Column.DAYS: self._days(answers),
            Column.URGENT: "" if row.urgent is None else self._urgent(row.urgent),
        }
        return texts[Column(column)]

    def _days(self, answers: "Answers") -> str:
        if answers.median_days is None:
            return "–"
        days = owed.days_words(answers.median_days)
        return self.tr("{days} (of {count})").format(days=days, count=words.number(answers.days_known))

    def _urgent(self, urgent: "Urgent") -> str:
        if not urgent.reports:
            return "–"
        counts = {"called": words.number(urgent.called), "reports": words.number(urgent.reports)}
        said = self.tr("{called} of {reports}").format(**counts)
        if urgent.unknown:
            said += ", " + self.tr("%Ln not known", "", urgent.unknown)
        return said


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in COUNTS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
