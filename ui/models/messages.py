"""The table of every message: what stands in its columns, and which end is on top. GUI thread only."""

from array import array
from collections.abc import Mapping
from enum import IntEnum
from typing import TYPE_CHECKING

from typing_extensions import override

from console.domain.judgement import Attention
from ui import words
from ui.models.paged import PagedModel
from ui.widgets.text import one_line

if TYPE_CHECKING:
    from console.desk.messages import MessageRow


class Column(IntEnum):
    """What stands in which column."""

    AT = 0
    GROUP = 1
    AUTHOR = 2
    TEXT = 3
    CATEGORY = 4
    ATTENTION = 5


class MessagesModel(PagedModel["MessageRow"]):
    """All messages that match, newest on top unless told otherwise; the desk gives them oldest first."""

    columns = len(Column)

    def __init__(self, parent: object = None) -> None:
        super().__init__(parent)
        self._is_turned = True

    def show_newest(self, rows: "Mapping[int, MessageRow]") -> None:
        """Begin with these messages (oldest first), which are here already; ``set_ids`` brings the others."""
        self.set_ids(array("q", rows))
        self._rows |= {message_id: (self._stamp, row) for message_id, row in rows.items()}

    def set_newest_first(self, *, newest_first: bool) -> None:
        """Turn the list around."""
        if newest_first != self._is_turned:
            self.beginResetModel()
            self._is_turned = newest_first
            self._wanted.clear()
            self.endResetModel()

    @property
    def newest_first(self) -> bool:
        """Whether the newest message stands on top."""
        return self._is_turned

    @override
    def titles(self) -> tuple[str, ...]:
        return (
            self.tr("When"),
            self.tr("Group"),
            self.tr("From"),
            self.tr("Message"),
            self.tr("About"),
            self.tr("Attention"),
        )

    @override
    def cell(self, row: "MessageRow", column: int) -> str:
        match Column(column):
            case Column.AT:
                return words.day_and_time(row.at)
            case Column.GROUP:
                return one_line(row.group)
            case Column.AUTHOR:
                return one_line(row.author or "")
            case Column.TEXT:
                return one_line(words.message_words(row.kind, row.event, row.subject, row.text))
            case Column.CATEGORY:
                return words.word(row.category) if row.category else ""
            case Column.ATTENTION:
                flags = ", ".join(map(words.word, row.flags))
                soon = words.word(row.attention) if row.attention is not Attention.NONE else ""
                return f"{soon}: {flags}" if soon and flags else soon or flags
