"""Of whom an answer is waited for: professionals, or organisations, as a list model. GUI thread only."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from console.domain.professional import ProfessionalId
from ui import owed, words
from ui.widgets.text import Shown, isolated, one_line

if TYPE_CHECKING:
    from console.desk.feedback.by_professional import OrganisationRow, Owed, ProfessionalRow

ModelIndex = QModelIndex | QPersistentModelIndex
ROW_ROLE: Final = Qt.ItemDataRole.UserRole
NAME_CHARACTERS, WORK_CHARACTERS = 80, 200


@dataclass(frozen=True, slots=True)
class Row:
    """A professional by his id, or an organisation by its name. ``is_due``: an overview may go to him now."""

    key: ProfessionalId | str
    name: str
    work: str
    groups: int
    owed: "Owed"
    last_message_at: datetime | None
    is_due: bool = False

    def about(self) -> Shown:
        """Return what is done for whom, and with how many groups."""
        with_groups = {
            0: QCoreApplication.translate("LedgerModel", "no group"),
            1: QCoreApplication.translate("LedgerModel", "1 group"),
        }.get(self.groups, QCoreApplication.translate("LedgerModel", "{count} groups"))
        said = (self.work, with_groups.format(count=words.number(self.groups)))
        return one_line(", ".join(filter(None, said)), WORK_CHARACTERS)


def of_professionals(rows: "Iterable[ProfessionalRow]") -> list[Row]:
    """Return a row for each: who may get an overview now comes first, each part by name as it is given."""
    shown = [
        Row(
            one.id,
            one.name,
            ", ".join(filter(None, (one.job_name, one.organisation))),
            len(one.groups),
            one.owed,
            one.last_message_at,
            one.is_due,
        )
        for one in rows
    ]
    return [*(row for row in shown if row.is_due), *(row for row in shown if not row.is_due)]


def of_organisations(rows: "Iterable[OrganisationRow]") -> list[Row]:
    """Return a row for each, by name as it is given."""

    def work(one: "OrganisationRow") -> str:
        people = {
            0: "",
            1: QCoreApplication.translate("LedgerModel", "1 professional"),
        }.get(len(one.people), QCoreApplication.translate("LedgerModel", "{count} professionals"))
        return people.format(count=words.number(len(one.people)))

    return [Row(one.name, one.name, work(one), len(one.groups), one.owed, one.last_message_at) for one in rows]


class LedgerModel(QAbstractListModel):
    """One row for each, in the order that is given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show(self, rows: list[Row]) -> None:
        """Show these; the list stays still while the same ones are in it."""
        is_same = [row.key for row in rows] == [row.key for row in self._rows]
        if not is_same:
            self.beginResetModel()
        self._rows = rows
        if not is_same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def row(self, place: int) -> Row:
        """Return one."""
        return self._rows[place]

    def place_of(self, key: ProfessionalId | str | None) -> int | None:
        """Return where somebody stands."""
        return next((place for place, row in enumerate(self._rows) if row.key == key), None)

    @override
    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name, the row itself, or what a screen reader says."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        name = isolated(one_line(row.name, NAME_CHARACTERS))
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            due = self.tr("weekly overview due") if row.is_due else ""
            return Shown(", ".join(filter(None, (name, row.about(), owed.open_words(row.owed), due))))
        return None
