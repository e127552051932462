"""What is wrong in a sheet, one row for each. GUI thread only."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from ui import words
from ui.widgets.text import one_line

if TYPE_CHECKING:
    from console.desk.sheets import RowProblem

ModelIndex = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()


class RowProblemsModel(QAbstractTableModel):
    """Row, column, what stands there, and what is wrong with it; in the language that ``set_problems`` says."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._problems: tuple[RowProblem, ...] = ()
        self._language = ""

    def set_problems(self, problems: "tuple[RowProblem, ...]", language: str) -> None:
        """Show other problems, or the same in another language."""
        self.beginResetModel()
        self._problems, self._language = problems, language
        self.endResetModel()

    @override
    def rowCount(self, parent: ModelIndex = _ROOT) -> int:
        """Return the number of problems."""
        return 0 if parent.isValid() else len(self._problems)

    @override
    def columnCount(self, parent: ModelIndex = _ROOT) -> int:
        """Row, column, written, what is wrong."""
        return 0 if parent.isValid() else 4

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name of a column."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Row"), self.tr("Column"), self.tr("It says"), self.tr("What is wrong"))[section]

    @override
    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell."""
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        problem = self._problems[index.row()]
        match index.column():
            case 0:
                return words.number(problem.row_number)
            case 1:
                return one_line(problem.column)
            case 2:
                return one_line(problem.written)
            case _:
                return problem.what(self._language)
