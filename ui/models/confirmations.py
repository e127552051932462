"""Who read the rules of a group, by name, as a table; and how many did, a row for each group. GUI thread only."""

from collections.abc import Collection, Sequence
from enum import IntEnum, StrEnum
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from console.domain.welcome import Confirmation, Confirmations
from ui import facts, words
from ui.welcome_words import of_words, share_words
from ui.widgets.text import isolated, one_line

_Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
NAME_CHARACTERS: Final = 120
ZONE: Final = "Europe/Amsterdam"  # all groups are in the Netherlands


class Part(StrEnum):
    """Which members are shown; each stands in one of the last four."""

    ALL = "all"
    DUE = "due"  # a reminder may go to him
    NOT_SENT = "not_sent"
    WAITING = "waiting"
    READ = "read"


def part_of(row: Confirmation) -> Part:
    """Return where a member stands."""
    if row.confirmed_at is not None:
        return Part.READ
    if row.is_ready:
        return Part.WAITING
    if row.sent_at is None:
        return Part.NOT_SENT
    return Part.DUE if row.is_due else Part.WAITING


def is_known(found: Confirmations) -> bool:
    """Whether anything is known of who was sent the rules or read them: that nobody did is another thing."""
    return bool(found.sent or found.confirmed)


class Column(IntEnum):
    """What stands in which column, of the members of a group."""

    NAME = 0
    READ = 1
    SENT = 2
    NOW = 3


class GroupColumn(IntEnum):
    """What stands in which column, of the groups."""

    NAME = 0
    READ = 1
    SENT = 2
    DUE = 3


class _TableModel(QAbstractTableModel):
    """Texts in rows and columns, and their headings."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def titles(self) -> tuple[str, ...]:
        """Return what the columns are called."""
        raise NotImplementedError

    def cell(self, place: int, column: int) -> str:
        """Return what stands in a cell."""
        raise NotImplementedError

    @override
    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.titles())

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell, also for who hears it: with the name of its column."""
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        text = self.cell(index.row(), index.column())
        return text if role == Qt.ItemDataRole.DisplayRole else f"{self.titles()[index.column()]}: {text}"

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        is_title = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return f" {self.titles()[section]} " if is_title else None


class ConfirmationsModel(_TableModel):
    """Members in the order of the desk: what may be done first, then by name. Nobody is ranked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Confirmation] = []

    def show(self, rows: Sequence[Confirmation]) -> bool:
        """Show these; return whether the list is another one than before: only then is a choice in it gone."""
        is_same = [row.member_id for row in rows] == [row.member_id for row in self._rows]
        if not is_same:
            self.beginResetModel()
        self._rows = list(rows)
        if not is_same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(Column) - 1))
        return not is_same

    def row(self, place: int) -> Confirmation:
        """Return one."""
        return self._rows[place]

    def places_of(self, member_ids: Collection[int]) -> list[int]:
        """Return where these members stand, as far as they are shown."""
        return [place for place, row in enumerate(self._rows) if row.member_id in member_ids]

    @override
    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def titles(self) -> tuple[str, ...]:
        return self.tr("Name"), self.tr("Read the rules"), self.tr("Was sent the rules"), self.tr("Now")

    @override
    def cell(self, place: int, column: int) -> str:
        row = self._rows[place]
        if column == Column.NAME:
            return isolated(one_line(row.name, NAME_CHARACTERS))
        if column == Column.READ:
            return self._read(row)
        if column == Column.SENT:
            return self.tr("not known") if row.sent_at is None else facts.sent_words(row.sent_at, row.sent_how, ZONE)
        return self._now(row)

    def _read(self, row: Confirmation) -> str:
        if row.confirmed_at is None:
            return self.tr("not yet, as far as is known")
        return self.tr("yes: {read}").format(read=facts.read_words(row.confirmed_at, row.confirmed_how, ZONE))

    def _now(self, row: Confirmation) -> str:
        part = part_of(row)
        if part is Part.READ:
            return ""
        if part is Part.NOT_SENT:
            return self.tr("send the rules")
        if part is Part.DUE:
            return self.tr("a reminder may go")
        if row.is_ready:
            return self.tr("ready to send")
        if row.reminded_at is None:
            return self.tr("wait a week")
        return self.tr("reminded on {day}").format(day=facts.day_in(row.reminded_at, ZONE))


class GroupsReadModel(_TableModel):
    """Groups by name, each with how many of how many; they are not sorted by a number."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Confirmations] = []

    def show(self, rows: Sequence[Confirmations]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row(self, place: int) -> Confirmations:
        """Return one."""
        return self._rows[place]

    @override
    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def titles(self) -> tuple[str, ...]:
        return (
            self.tr("Group"),
            self.tr("Read the rules"),
            self.tr("Were sent the rules"),
            self.tr("Reminder may go to"),
        )

    @override
    def cell(self, place: int, column: int) -> str:
        row = self._rows[place]
        if column == GroupColumn.NAME:
            return isolated(one_line(row.group, NAME_CHARACTERS))
        if not row.members:
            return self.tr("nobody is in it yet") if column == GroupColumn.READ else ""
        if column == GroupColumn.READ:
            return share_words(row.confirmed, row.members) if is_known(row) else self.tr("not known")
        if column == GroupColumn.SENT:
            return of_words(row.sent, row.members) if is_known(row) else self.tr("not known")
        return words.number(row.due) if row.due else ""
