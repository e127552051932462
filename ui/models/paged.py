"""A table of which every row has an id, and the rows themselves in pages fetched when they are looked at.

GUI thread only. A million rows cost the ids (8 MB) and a few pages; sorting and filtering are the desk's work
(``style/anchors.md`` 5, "Data volume": a proxy model over as many rows takes minutes).
"""

from array import array
from collections.abc import Mapping
from typing import Final, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal, Slot
from typing_extensions import override

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
R = TypeVar("R")


class PageRequest(NamedTuple):
    """The rows that the model wants: their ids, and the state of the data they were asked in."""

    page: int
    stamp: int
    ids: tuple[int, ...]


class PagedModel(QAbstractTableModel, Generic[R]):
    """All rows that match. A model of one kind of row says what its columns are called and what is in a cell.

    Signals:
        page_requested(PageRequest): rows are looked at that are not here; answer with ``take`` or ``give_up``. One
            request is under way at a time, and the page looked at last goes first, so that dragging the scroll bar
            over a million rows fetches a handful of pages.
    """

    page_requested = Signal(object)
    columns = 0
    """How many columns there are."""

    def __init__(self, parent: object = None) -> None:
        super().__init__(parent)  # type: ignore[arg-type]
        self._ids = array("q")
        self._is_turned = False  # whether the last id stands on top
        self._rows: dict[int, tuple[int, R | None]] = {}  # id -> (stamp, row); None: no longer there
        self._stamp = 0
        self._wanted: dict[int, None] = {}  # page numbers, looked at last is last
        self._asked: PageRequest | None = None
        self._ask_soon = QTimer(self, singleShot=True, interval=0)
        self._ask_soon.timeout.connect(self._ask)

    # --- what a kind of row says -------------------------------------------------------------------------------------

    def titles(self) -> tuple[str, ...]:
        """Return what the columns are called."""
        raise NotImplementedError

    def cell(self, row: R, column: int) -> str:
        """Return what stands in a cell."""
        raise NotImplementedError

    # --- what the page tells the model -------------------------------------------------------------------------------

    def set_ids(self, ids: "array[int]") -> bool:
        """Show these rows (in the order in which the desk gives them); rows known already are served until renewed.

        Returns whether the list itself changed: only then are the view's selection and scroll position gone.
        """
        self._stamp += 1
        older = len(ids) - len(self._ids)
        if self._ids and older >= 0 and self._is_turned and ids[older:] == self._ids:
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

    def mark_stale(self) -> None:
        """Fetch the rows in view again; meanwhile the old ones stay on the screen."""
        self._stamp += 1
        self._renew()

    def take(self, request: PageRequest, rows: Mapping[int, R]) -> None:
        """Keep the rows that were asked for and show them."""
        for row_id in request.ids:
            self._rows.pop(row_id, None)  # so that it becomes the youngest of the cache
            self._rows[row_id] = (request.stamp, rows.get(row_id))
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
        """Return the id of a row."""
        return self._ids[self._place(row)]

    def row_of(self, row_id: int) -> int | None:
        """Return the place of a row, None when it is not in the list."""
        try:
            return self._place(self._ids.index(row_id))
        except ValueError:
            return None

    def row_at(self, row: int) -> R | None:
        """Return what is known of a row, None while it is not here. Fetches nothing."""
        _, found = self._rows.get(self.id_at(row), (0, None))
        return found

    # --- what the view asks ------------------------------------------------------------------------------------------

    @override
    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    @override
    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else self.columns

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
        return WAITING if row is None else self.cell(row, index.column())

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        titles = self.titles()
        return titles[section] if 0 <= section < len(titles) else None

    # --- inside ------------------------------------------------------------------------------------------------------

    def _place(self, row: int) -> int:
        """Turn a row into a place in the ids, and back."""
        return len(self._ids) - 1 - row if self._is_turned else row

    def _page_ids(self, page: int) -> "array[int]":
        start, end = page * PAGE_ROWS, min((page + 1) * PAGE_ROWS, len(self._ids))
        if self._is_turned:
            start, end = len(self._ids) - end, len(self._ids) - start
        return self._ids[start:end]

    def _row_or_ask(self, row: int) -> R | None:
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
            self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1), [_DISPLAY, RowRole])

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
            last = self.index(len(self._ids) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last, [_DISPLAY, RowRole])
