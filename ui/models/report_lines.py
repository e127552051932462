"""The messages of a report in their conversation: which are in it and why, and which stand beside it.

GUI thread only.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from console.domain.message import MessageId
from console.domain.report import ReportId
from ui.models.conversation import ConversationModel, ModelIndex
from ui.widgets.text import one_line

if TYPE_CHECKING:
    from console.desk.reports.around import PlacedLine


class ReportLinesModel(ConversationModel):
    """The lines of one report, with a few neighbours; ``focus`` is the line that the reader is at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._report: ReportId | None = None
        self._placed: tuple[PlacedLine, ...] = ()
        self._because: Mapping[MessageId, tuple[str, ...]] = {}
        self._primary: MessageId | None = None

    def set_report(
        self,
        report_id: ReportId,
        placed: "tuple[PlacedLine, ...]",
        because: Mapping[MessageId, tuple[str, ...]],
        primary: MessageId | None,
    ) -> None:
        """Show a report; ``because`` says of each of its messages why it is in it, in plain sentences."""
        self.beginResetModel()
        self._report, self._placed, self._because, self._primary = report_id, placed, because, primary
        self._lines = tuple(each.line for each in placed)
        self._decided = self._spans = ()
        self._limits = {}
        self.focus = -1
        self.endResetModel()

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._report, self._placed, self._lines, self._because, self._primary = None, (), (), {}, None
        self.focus = -1
        self.endResetModel()

    def row_of(self, message_id: MessageId | None) -> int | None:
        """Return where a message stands; None where it does not."""
        return next((row for row, line in enumerate(self._lines) if line.id == message_id), None)

    def is_own(self, row: int) -> bool:
        """Whether a line is in the report."""
        return self._placed[row].report_id == self._report

    def is_primary(self, row: int) -> bool:
        """Whether a line is the first message of the report."""
        return self._lines[row].id == self._primary

    def own_from(self, row: int) -> tuple[MessageId, ...]:
        """Return the messages of the report from a line on."""
        return tuple(each.line.id for at, each in enumerate(self._placed) if at >= row and self.is_own(at))

    @property
    def own_count(self) -> int:
        """How many messages of the report stand here."""
        return sum(self.is_own(row) for row in range(len(self._placed)))

    @override
    def is_beside(self, row: int) -> bool:
        return not self.is_own(row)

    @override
    def skipped(self, row: int) -> int:
        return self._placed[row].skipped

    @override
    def remarks(self, row: int) -> tuple[str, ...]:
        """Say at the reader's own line why it is in the report; of the others only what their look cannot tell."""
        if not self.is_own(row):
            return (self.tr("In another report"),) if self._placed[row].report_id is not None else ()
        first = (self.tr("The first message about this"),) if self.is_primary(row) else ()
        why = self._because.get(self._lines[row].id, ()) if row == self.focus and not first else ()
        return (*first, *(one_line(sentence) for sentence in why))

    @override
    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Tell who hears it too what is in the report and why."""
        said = super().data(index, role)
        if role != Qt.ItemDataRole.AccessibleTextRole or not isinstance(said, str):
            return said
        row = index.row()
        words = self.remarks(row) or ((self.tr("In this report") if self.is_own(row) else self.tr("In no report")),)
        return f"{said}. {'. '.join(word.rstrip('.') for word in words)}"
