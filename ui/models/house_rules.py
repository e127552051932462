"""The rules in the draft of a group: what members do, what they do not, and what is left out. GUI thread only."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from console.domain.welcome import MOST_DOES, MOST_DONTS, Line, Welcome
from ui.widgets.text import Shown, isolated, one_line, visible

ModelIndex = QModelIndex | QPersistentModelIndex
ROW_ROLE: Final = Qt.ItemDataRole.UserRole
WORDS_LIMIT: Final = 2_000
_APART: Final = str.maketrans("", "", "\u2066\u2067\u2068\u2069")  # set around numbers by the desk, never by a person


class Part(StrEnum):
    """Where a rule stands."""

    DOES = "does"
    DONTS = "donts"
    OTHERS = "others"


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule, or the heading of a part (``line`` is None). ``number`` counts from 1 within its part."""

    part: Part
    line: Line | None = None
    number: int = 0
    count: int = 0  # of the rules in the part


class HouseRulesModel(QAbstractListModel):
    """A heading for each part with its rules under it; the text of a rule in the draft can be edited in place.

    *Signals:*
        text_edited(object, str): a person gave this ``Line`` another text; the model shows it until the desk answers.
    """

    text_edited = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[RuleRow] = []
        self.is_rtl = False

    def show(self, welcome: Welcome | None) -> None:
        """Show a draft; None shows nothing. What stays where it is keeps its choice and its place on the screen."""
        rows = _rows_of(welcome)
        if [_key(row) for row in rows] == [_key(row) for row in self._rows]:
            self.is_rtl = welcome is not None and welcome.direction == "rtl"
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.is_rtl = welcome is not None and welcome.direction == "rtl"
        self._rows = rows
        self.endResetModel()

    def row_of(self, key: str) -> int | None:
        """Return where a rule stands."""
        rows = enumerate(self._rows)
        return next((place for place, row in rows if row.line is not None and row.line.key == key), None)

    def beside(self, row: RuleRow) -> str | None:
        """Return the rule below one in its part, or the one above it at the end; None when it stands alone."""
        rows = [one.line.key for one in self._rows if one.part is row.part and one.line is not None]
        others = [*rows[row.number :], *reversed(rows[: row.number - 1])]
        return others[0] if others else None

    def row(self, place: int) -> RuleRow | None:
        """Return what stands in a place, or None outside the list."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    @override
    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    @override
    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        """A heading is only read; a rule that is left out is not edited."""
        row = self.row(index.row())
        if row is None or row.line is None:
            return Qt.ItemFlag.ItemIsEnabled
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual if row.part is Part.OTHERS else usual | Qt.ItemFlag.ItemIsEditable

    @override
    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words, the row itself, or what a screen reader says."""
        row = self.row(index.row())
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heading(row) if row.line is None else self.words(row.line)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.heading(row) if row.line is None else self._read_aloud(row, row.line)
        if role == Qt.ItemDataRole.EditRole and row.line is not None:
            return row.line.text.translate(_APART)
        return None

    @override
    def setData(self, index: ModelIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a text that a person typed."""
        row = self.row(index.row())
        if role != Qt.ItemDataRole.EditRole or row is None or row.line is None:
            return False
        text, line = str(value), row.line
        if text != line.text.translate(_APART):
            self._rows[index.row()] = replace(row, line=replace(line, text=text, is_edited=True))
            self.dataChanged.emit(index, index)
            self.text_edited.emit(line, text)
        return True

    def words(self, line: Line) -> Shown:
        """Return the rule as it is read; what stands there for an own rule without words in this language."""
        nothing = self.tr("(no words in this language yet)")
        return visible(line.text, WORDS_LIMIT) if line.text else Shown(nothing)

    def meaning_of(self, line: Line) -> Shown:
        """Return what a rule says to who does not read its language; "" where that is the language of the window."""
        return Shown(f"‘{visible(line.meaning, WORDS_LIMIT)}’" if line.meaning else "")

    def said_of(self, line: Line) -> Shown:
        """Return what a person did with a rule, and why it stands there."""
        told = [
            self.tr("own rule") if line.is_own else "",
            self.tr("changed by you") if line.is_edited else "",
            self.tr("stays in its place") if line.is_locked else "",
            one_line(line.why) if line.why else "",
        ]
        return Shown(" · ".join(part for part in told if part))

    def _read_aloud(self, row: RuleRow, line: Line) -> Shown:
        place = self.tr("{number} of {count}").format(number=row.number, count=row.count)
        told = (place, isolated(self.words(line)), self.meaning_of(line), self.said_of(line), *line.problems)
        return Shown(". ".join(part.rstrip(".") for part in told if part))

    def heading(self, row: RuleRow) -> str:
        """Return the heading of a part, with how many rules are in it."""
        if row.part is Part.DOES:
            return self.tr("Members do this: {count} (at most {most})").format(count=row.count, most=MOST_DOES)
        if row.part is Part.DONTS:
            return self.tr("Members do not do this: {count} (at most {most})").format(count=row.count, most=MOST_DONTS)
        return self.tr("Left out now: {count}").format(count=row.count)


def _rows_of(welcome: Welcome | None) -> list[RuleRow]:
    if welcome is None:
        return []
    rows = []
    for part, lines in ((Part.DOES, welcome.does), (Part.DONTS, welcome.donts), (Part.OTHERS, welcome.others)):
        if lines or part is not Part.OTHERS:
            rows.append(RuleRow(part, count=len(lines)))
        rows += [RuleRow(part, line, number, len(lines)) for number, line in enumerate(lines, start=1)]
    return rows


def _key(row: RuleRow) -> tuple[Part, str]:
    return row.part, row.line.key if row.line is not None else ""
