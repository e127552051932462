"""The list of members in the order of their names: who, and in which groups. GUI thread only."""

from enum import IntEnum
from typing import TYPE_CHECKING

from typing_extensions import override

from ui.models.paged import PagedModel
from ui.widgets.text import isolated, one_line, visible

if TYPE_CHECKING:
    from console.desk.members import PersonRow


class Column(IntEnum):
    """What stands in which column."""

    NAME = 0
    GROUPS = 1


class PeopleModel(PagedModel["PersonRow"]):
    """Everybody who matches; nobody stands above another but by name."""

    columns = len(Column)

    @override
    def titles(self) -> tuple[str, ...]:
        return (self.tr("Name"), self.tr("Groups"))

    @override
    def cell(self, row: "PersonRow", column: int) -> str:
        if column == Column.NAME:
            return isolated(one_line(row.name, 200))
        here = ", ".join(map(one_line, row.groups))
        left = self.tr("left: {groups}").format(groups=", ".join(map(one_line, row.left))) if row.left else ""
        return visible("; ".join(part for part in (here, left) if part))
