"""The messages that two sets of rules differ about. GUI thread only."""

from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from console.domain.trial import Opinion, Sample, Trial
from ui import words
from ui.widgets.text import one_line

ModelIndex = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()


class SamplesModel(QAbstractTableModel):
    """One row a message: shown or no more, when, what it says, why, and what was decided about it before."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[bool, Sample]] = []

    def set_trial(self, trial: Trial | None) -> None:
        """Show the difference of a trial: first what would be new."""
        self.beginResetModel()
        added = [] if trial is None else [(True, sample) for sample in trial.added_samples]
        gone = [] if trial is None else [(False, sample) for sample in trial.gone_samples]
        self._rows = added + gone
        self.endResetModel()

    def sample(self, row: int) -> Sample:
        """Return the message of a row."""
        return self._rows[row][1]

    def retranslate(self) -> None:
        """Say the same in another language."""
        self.beginResetModel()
        self.endResetModel()

    @override
    def rowCount(self, parent: ModelIndex = _ROOT) -> int:
        """Return the number of messages."""
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: ModelIndex = _ROOT) -> int:
        """What happens, when, text, opinion."""
        return 0 if parent.isValid() else 4

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name of a column."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("What changes"), self.tr("When"), self.tr("Message"), self.tr("What you decided"))[section]

    @override
    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell."""
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        is_new, sample = self._rows[index.row()]
        match index.column():
            case 0:
                return self.tr("comes into view") if is_new else self.tr("goes out of view")
            case 1:
                return words.short_day(sample.at.astimezone())
            case 2:
                return one_line(sample.text)
            case _:
                return self._opinion(sample.opinion)

    def _opinion(self, opinion: Opinion) -> str:
        return {
            Opinion.RIGHT: self.tr("you acted on it"),
            Opinion.FINE: self.tr("you found it all right"),
            Opinion.UNKNOWN: self.tr("not decided yet"),
        }[opinion]
