"""The table of groups: what stands in each cell. Sorting and filtering are the desk's work. GUI thread only."""

from collections.abc import Callable
from enum import IntEnum
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from console.domain.group import Coverage, Denominator
from ui import words
from ui.models.paged import PagedModel
from ui.welcome_words import of_words
from ui.widgets.text import isolated, one_line

if TYPE_CHECKING:
    from console.desk.group_list import GroupRow

NAME_CHARACTERS: Final = 200
ModelIndex = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns, from left to right."""

    NAME = 0
    PROFILE = 1
    TOOL = 2
    UMBRELLA = 3
    MANAGED_BY = 4
    MEMBERS = 5
    COVERAGE = 6
    LAST = 7
    OPEN = 8
    PROFESSIONALS = 9
    FAMILY = 10
    CONCERNS = 11
    READ = 12


ORDERS: Final = {  # what the desk sorts a column by (``GroupOrder``)
    Column.NAME: "name",
    Column.PROFILE: "profile",
    Column.TOOL: "tool",
    Column.UMBRELLA: "umbrella",
    Column.MANAGED_BY: "managed_by",
    Column.MEMBERS: "members",
    Column.COVERAGE: "coverage",
    Column.LAST: "last",
    Column.OPEN: "open",
    Column.PROFESSIONALS: "professionals",
    Column.FAMILY: "family",
    Column.CONCERNS: "concerns",
    Column.READ: "read",
}
NUMBERS: Final = frozenset({Column.MEMBERS, Column.OPEN, Column.PROFESSIONALS})
MOST_FIRST: Final = NUMBERS | {Column.COVERAGE, Column.LAST, Column.READ}
"""The columns that begin with the most, or the newest, when a person chooses to sort by them."""


class GroupsModel(PagedModel["GroupRow"]):
    """One row per group.

    *Signals:*
        sort_requested(int, object): sort by this column, in this ``Qt.SortOrder``.
    """

    columns = len(Column)
    sort_requested = Signal(int, object)

    @override
    def titles(self) -> tuple[str, ...]:
        return (
            self.tr("Group"),
            self.tr("Kind of group"),
            self.tr("App"),
            self.tr("Umbrella organisation"),
            self.tr("Managed by"),
            self.tr("Members"),
            self.tr("Coverage"),
            self.tr("Last message"),
            self.tr("Waits for you"),
            self.tr("Professionals"),
            self.tr("Family"),
            self.tr("Take care"),
            self.tr("Read the rules"),
        )

    @override
    def cell(self, row: "GroupRow", column: int) -> str:
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

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for the ids in another order."""
        if 0 <= column < len(Column):
            self.sort_requested.emit(column, order)


def coverage_words(coverage: Coverage | None) -> str:
    """Return how many of how many are members, never a share alone: "39 van 137 adressen, 28%"."""
    if coverage is None:
        return QCoreApplication.translate("GroupsModel", "not known")
    said = {
        Denominator.ADDRESSES: QCoreApplication.translate("GroupsModel", "{members} of {count} addresses, {percent}%"),
        Denominator.RESIDENTS: QCoreApplication.translate("GroupsModel", "{members} of {count} residents, {percent}%"),
    }[coverage.of]
    counts = {"members": words.number(coverage.members), "count": words.number(coverage.out_of)}
    return said.format(**counts, percent=words.number(round(coverage.share * 100)))


def _last_words(row: "GroupRow") -> str:
    if row.last_message_at is None:
        return ""
    last = row.last_message_at.astimezone(ZoneInfo(row.time_zone))
    return f"{words.short_day(last)} {words.clock(last)}"


def _family_words(row: "GroupRow") -> str:
    return ", ".join(isolated(one_line(relative.name, NAME_CHARACTERS)) for relative in row.family)


_CELLS: Final[dict[Column, Callable[["GroupRow"], str]]] = {
    Column.NAME: lambda row: one_line(row.name, NAME_CHARACTERS),
    Column.PROFILE: lambda row: one_line(row.profile_name),
    Column.TOOL: lambda row: words.word(row.tool),
    Column.UMBRELLA: lambda row: one_line(row.umbrella or ""),
    Column.MANAGED_BY: lambda row: words.word(row.managed_by) if row.managed_by else "",
    Column.MEMBERS: lambda row: words.number(row.members),
    Column.COVERAGE: lambda row: coverage_words(row.coverage),
    Column.LAST: _last_words,
    Column.OPEN: lambda row: words.number(row.open_items),
    Column.PROFESSIONALS: lambda row: words.number(row.professionals),
    Column.FAMILY: _family_words,
    Column.CONCERNS: lambda row: ", ".join(words.word(concern) for concern in row.concerns),
    Column.READ: lambda row: of_words(row.read, row.asked) if row.asked else "",
}


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
