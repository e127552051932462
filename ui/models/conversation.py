"""The lines of a conversation as a list model. GUI thread only."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from console.domain.message import Kind
from ui import words
from ui.widgets.text import CELL_LIMIT, PANE_LIMIT, isolated, visible

if TYPE_CHECKING:
    from console.desk.conversation import Detail, Line
    from console.domain.judgement import Span

ModelIndex = QModelIndex | QPersistentModelIndex
ROW_ROLE: Final = Qt.ItemDataRole.UserRole  # the row's number: a delegate asks the model for the rest


class ConversationModel(QAbstractListModel):
    """Up to some tens of lines, one of which is the message itself, with the words that decided."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self._decided: tuple[Span, ...] = ()
        self._spans: tuple[Span, ...] = ()
        self._limits: dict[int, int] = {}
        self.focus = -1

    def set_detail(self, detail: "Detail | None") -> None:
        """Show another conversation; None shows nothing."""
        self.beginResetModel()
        self._lines = detail.lines if detail else ()
        self.focus = detail.focus if detail else -1
        reasons = detail.judgement.reasons if detail and detail.judgement and detail.talk is None else ()
        self._decided = tuple(span for reason in reasons for span in reason.spans)
        self._spans = self._decided
        self._limits = {}
        self.endResetModel()

    def mark(self, spans: "tuple[Span, ...] | None") -> None:
        """Mark these words of the message itself, or with None again those that decided."""
        self._spans = self._decided if spans is None else spans

    def line(self, row: int) -> "Line":
        """Return a line."""
        return self._lines[row]

    def spans(self, row: int) -> "tuple[Span, ...]":
        """Return the character offsets of the marked words; only the message itself has them."""
        return self._spans if row == self.focus else ()

    def limit(self, row: int) -> int:
        """Return how many characters of a line are shown."""
        return self._limits.get(row, CELL_LIMIT)

    def is_cut(self, row: int) -> bool:
        """Whether a line is longer than what is shown of it."""
        return len(self._lines[row].text) > self.limit(row)

    def show_more(self, row: int) -> None:
        """Show the next part of a long line."""
        if self.is_cut(row):
            self._limits[row] = (self.limit(row) if row in self._limits else 0) + PANE_LIMIT
            index = self.index(row)
            self.dataChanged.emit(index, index)

    def is_beside(self, row: int) -> bool:  # noqa: ARG002  # for who shows more
        """Whether a line stands there only for what is around it: it is drawn quieter."""
        return False

    def skipped(self, row: int) -> int:  # noqa: ARG002  # for who shows more
        """Return how many lines were left out between this one and the one above."""
        return 0

    def remarks(self, row: int) -> tuple[str, ...]:  # noqa: ARG002  # for who shows more
        """Return what is said about a line, to stand under its text."""
        return ()

    def starts_day(self, row: int) -> bool:
        """Whether a line is the first of its day."""
        return row == 0 or self._lines[row].at.date() != self._lines[row - 1].at.date()

    def text(self, row: int) -> str:
        """Return what a line says, in words where the export has none."""
        line = self._lines[row]
        if line.is_deleted and (line.kind is Kind.DELETED or not line.text):
            return words.word(Kind.DELETED)
        if line.text:
            return line.text
        if line.kind is Kind.SYSTEM and line.event is not None:
            return words.word(line.event)
        return words.word(line.kind) if line.kind is not Kind.TEXT else ""

    @override
    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._lines)

    @override
    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text, shortened, or what a screen reader says."""
        if not index.isValid():
            return None
        row = index.row()
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return visible(self.text(row), CELL_LIMIT)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            line = self._lines[row]
            who = f"{isolated(line.author)}, " if line.author else ""
            here = self.tr("This is the message. ") if row == self.focus else ""
            return f"{here}{who}{words.moment(line.at)}: {visible(self.text(row), CELL_LIMIT)}"
        return None
