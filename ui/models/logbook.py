"""The list of decisions, the last on top: when, who, what, about what. GUI thread only."""

from enum import IntEnum

from typing_extensions import override

from console.domain.logbook import Entry
from ui import words
from ui.models.paged import PagedModel
from ui.widgets.text import isolated, one_line


class Column(IntEnum):
    """What stands in which column."""

    AT = 0
    WHO = 1
    WHAT = 2
    ABOUT = 3
    GROUP = 4


class LogbookModel(PagedModel[Entry]):
    """Every decision that matches; what was undone says so in words."""

    columns = len(Column)

    @override
    def titles(self) -> tuple[str, ...]:
        return (self.tr("When"), self.tr("Who"), self.tr("What"), self.tr("About"), self.tr("Group"))

    @override
    def cell(self, row: Entry, column: int) -> str:
        match Column(column):
            case Column.AT:
                return words.day_and_time(row.decided_at.astimezone())
            case Column.WHO:
                return one_line(row.actor)
            case Column.WHAT:
                return self.what(row)
            case Column.ABOUT:
                name = f"{isolated(one_line(row.author))}: " if row.author else ""
                return name + one_line(row.text)
            case Column.GROUP:
                return one_line(row.group or "")

    def what(self, row: Entry) -> str:
        """Return what was decided, and what became of it."""
        if row.undoes is not None:
            return self.tr("Undone: {what}").format(what=words.word(row.undoes))
        what = words.word(row.verb)
        if row.is_again:
            what = self.tr("{what}, once more").format(what=what)
        return self.tr("{what} (undone)").format(what=what) if row.is_undone else what
