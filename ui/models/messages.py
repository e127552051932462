"""The table of every message: ids of all rows, and the rows themselves in pages fetched when they are looked at.

GUI thread only. A million rows cost the ids (8 MB) and a few pages; sorting and filtering are the desk's work
(``style/anchors.md`` 5, "Data volume": a proxy model over as many rows takes minutes).
"""

from array import array
from collections.abc import Mapping
from enum import IntEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal, Slot
from typing_extensions import override

from console.domain.judgement import Attention
from ui import words
from ui.widgets.text import one_line

if TYPE_CHECKING:
    from console.desk.messages import MessageRow

PAGE_ROWS: Final = 100  # two or three screens; the desk fetches it in some milliseconds
CACHED_ROWS: Final = 40 * PAGE_ROWS
WANTED_PAGES: Final = 3  # a viewport touches two pages, the screen reader may ask for one more
WAITING: Final = "…"

RowRole: Final = Qt.ItemDataRole.UserRole + 1

_DISPLAY: Final = Qt.ItemDataRole.DisplayRole
_SHOWN_ROLES: Final = (_DISPLAY, RowRole)
_Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
_FLAGS: Final = (  # made once: the view asks for every cell it paints
    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
)


class Column(IntEnum):
    """What stands in which column."""

    AT = 0
    GROUP = 1
    AUTHOR = 2
    TEXT = 3
    CATEGORY = 4
    ATTENTION = 5


class PageRequest(NamedTuple):
    """The rows that the model wants: their ids, and the state of the data they were asked in."""

    page: int
    stamp: int
    ids: tuple[int, ...]


class MessagesModel(QAbstractTableModel):
    """All messages that match, newest on top unless told otherwise.

    Signals:
        page_requested(PageRequest): rows are looked at that are not here; answer with ``take`` or ``give_up``. One
            request is under way at a time, and the page looked at last goes first, so that dragging the scroll bar
            over a million rows fetches a handful of pages.
    """

    page_requested = Signal(object)

    def __init__(self, parent: object = None) -> None:
        super().__init__(parent)  # type: ignore[arg-type]
        self._ids = array("q")
        self._newest_first = True
        self._rows: dict[int, tuple[int, MessageRow | None]] = {}  # id -> (stamp, row); None: no longer there
        self._stamp = 0
        self._wanted: dict[int, None] = {}  # page numbers, looked at last is last
        self._asked: PageRequest | None = None
        self._ask_soon = QTimer(self, singleShot=True, interval=0)
        self._ask_soon.timeout.connect(self._ask)

    # --- what the page tells the model -------------------------------------------------------------------------------

    def set_ids(self, ids: "array[int]") -> bool:
        """Show these messages (oldest first, as the desk gives them); rows known already are served until renewed.

        Returns whether the list itself changed: only then are the view's selection and scroll position gone.
        """
        self._stamp += 1
        older = len(ids) - len(self._ids)
        if self._ids and older >= 0 and self._newest_first and ids[older:] == self._ids:
            self._append(ids, older)
            return False
        if ids == self._ids:
            self._renew()
            return False
        self.beginResetModel()
        self._ids = ids
        self._wanted.clear()
        self.endResetModel()
        return True

    def show_newest(self, rows: "Mapping[int, MessageRow]") -> None:
        """Begin with these messages (oldest first), which are here already; ``set_ids`` brings the others."""
        self.set_ids(array("q", rows))
        self._rows |= {message_id: (self._stamp, row) for message_id, row in rows.items()}

    def set_newest_first(self, *, newest_first: bool) -> None:
        """Turn the list around."""
        if newest_first != self._newest_first:
            self.beginResetModel()
            self._newest_first = newest_first
            self._wanted.clear()
            self.endResetModel()

    @property
    def newest_first(self) -> bool:
        """Whether the newest message stands on top."""
        return self._newest_first

    def mark_stale(self) -> None:
        """Fetch the rows in view again; meanwhile the old ones stay on the screen."""
        self._stamp += 1
        self._renew()

    def take(self, request: PageRequest, rows: "Mapping[int, MessageRow]") -> None:
        """Keep the rows that were asked for and show them."""
        for message_id in request.ids:
            self._rows.pop(message_id, None)  # so that it becomes the youngest of the cache
            self._rows[message_id] = (request.stamp, rows.get(message_id))
        while len(self._rows) > CACHED_ROWS:
            del self._rows[next(iter(self._rows))]
        self._asked = None
        self._show(request.page)
        if self._wanted:
            self._ask_soon.start()

    def give_up(self, request: PageRequest) -> None:
        """The rows could not be fetched; they are asked for again when somebody looks at them again."""
        if self._asked == request:
            self._asked = None
        self._wanted.clear()

    # --- what the page asks ------------------------------------------------------------------------------------------

    def id_at(self, row: int) -> int:
        """Return the id of the message in a row."""
        return self._ids[self._place(row)]

    def row_of(self, message_id: int) -> int | None:
        """Return the row of a message, None when it is not in the list."""
        try:
            return self._place(self._ids.index(message_id))
        except ValueError:
            return None

    def row_at(self, row: int) -> "MessageRow | None":
        """Return what is known of a row, None while it is not here. Fetches nothing."""
        _, found = self._rows.get(self.id_at(row), (0, None))
        return found

    # --- what the view asks ------------------------------------------------------------------------------------------

    @override
    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    @override
    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in _SHOWN_ROLES or not index.isValid():
            return None
        row = self._row_or_ask(index.row())
        if role == RowRole:
            return row
        return WAITING if row is None else self._cell(row, Column(index.column()))

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (
            self.tr("When"),
            self.tr("Group"),
            self.tr("From"),
            self.tr("Message"),
            self.tr("About"),
            self.tr("Attention"),
        )
        return names[section] if 0 <= section < len(names) else None

    # --- inside ------------------------------------------------------------------------------------------------------

    def _place(self, row: int) -> int:
        """Turn a row into a place in the ids, and back."""
        return len(self._ids) - 1 - row if self._newest_first else row

    def _page_ids(self, page: int) -> "array[int]":
        start, end = page * PAGE_ROWS, min((page + 1) * PAGE_ROWS, len(self._ids))
        if self._newest_first:
            start, end = len(self._ids) - end, len(self._ids) - start
        return self._ids[start:end]

    def _row_or_ask(self, row: int) -> "MessageRow | None":
        stamp, found = self._rows.get(self.id_at(row), (-1, None))
        if stamp != self._stamp:
            page = row // PAGE_ROWS
            self._wanted.pop(page, None)
            self._wanted[page] = None
            if self._asked is None and not self._ask_soon.isActive():
                self._ask_soon.start()
        return found

    @Slot()
    def _ask(self) -> None:
        """Ask for the page looked at last; pages that left the screen long ago are forgotten."""
        while self._wanted and self._asked is None:
            page, _ = self._wanted.popitem()
            while len(self._wanted) >= WANTED_PAGES:
                del self._wanted[next(iter(self._wanted))]
            missing = tuple(i for i in self._page_ids(page) if self._rows.get(i, (-1, None))[0] != self._stamp)
            if missing:
                self._asked = PageRequest(page, self._stamp, missing)
                self.page_requested.emit(self._asked)
            else:
                self._show(page)

    def _show(self, page: int) -> None:
        first, last = page * PAGE_ROWS, min((page + 1) * PAGE_ROWS, len(self._ids)) - 1
        if first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1), [_DISPLAY, RowRole])

    def _append(self, ids: "array[int]", older: int) -> None:
        """Put older messages below what is on the screen: nothing there moves."""
        if older:
            here = len(self._ids)
            self.beginInsertRows(_ROOT, here, here + older - 1)
            self._ids = ids
            self.endInsertRows()
        self._renew()

    def _renew(self) -> None:
        if self._ids:
            last = self.index(len(self._ids) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last, [_DISPLAY, RowRole])

    @staticmethod
    def _cell(row: "MessageRow", column: Column) -> str:
        match column:
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
