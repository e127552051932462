"""A page in leaves, a tab for each. GUI thread only."""

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.changes import Changes
from ui.jobs import Jobs
from ui.pages.page import Page
from ui.pages.page_leaf import LeafEntry, PageLeaf
from ui.shortcuts import KeyMap
from ui.widgets.text import unmnemonic

if TYPE_CHECKING:
    from console.desk.undoing import Undone

_INTO_THE_LEAF: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down})


class TabbedPage(Page):
    """A leaf is made when it is first shown, and asks the desk when it comes on the screen.

    Left and right go from tab to tab, Enter or down goes into the leaf; Ctrl+Tab changes leaf from anywhere in it.
    ``column`` holds the tabs: what goes for all leaves stands above them.
    """

    entries: ClassVar[tuple[LeafEntry, ...]] = ()

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self.tabs = QTabWidget()
        self._leaves: dict[str, PageLeaf] = {}
        self._fresh: set[str] = set()  # the leaves that know what the desk knows
        self._columns = {entry.key: self._add_tab() for entry in self.entries}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.tabs)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().installEventFilter(self)
        self.tabs.currentChanged.connect(self._on_tabs_current_changed)

    # --- what the window calls ----------------------------------------------------------------------------------------

    @override
    def refresh(self) -> None:
        self._fresh.clear()
        self._show_leaf()

    @override
    def changed(self, changes: Changes) -> None:
        self._fresh &= {self.leaf_key}  # the others look again when they are shown
        if self.leaf_key in self._leaves:
            self.shown_leaf.changed(changes)

    @override
    def open_with(self, value: object) -> None:
        """Show a leaf, and there what the value points at: (key of the leaf, value or None)."""
        if isinstance(value, tuple):
            key, about = value
            self.show_leaf(key)
            if about is not None:
                self.shown_leaf.open_with(about)

    @override
    def undone(self, undone: "Undone") -> None:
        self.shown_leaf.undone(undone)

    @override
    def redone(self, redone: "Undone") -> None:
        self.shown_leaf.redone(redone)

    @override
    def take_focus(self, last: QWidget | None) -> None:
        if last is not None and last is not self and last.isVisibleTo(self) and last.isEnabled():
            super().take_focus(last)
        else:
            self.shown_leaf.take_focus()

    @override
    def retranslate(self) -> None:
        for place, entry in enumerate(self.entries):
            self.tabs.setTabText(place, unmnemonic(entry.name()))

    @override
    def can_put_away(self) -> bool:
        return self.leaf_key in self._leaves and self.shown_leaf.can_put_away()

    @override
    def put_away(self) -> None:
        self.shown_leaf.put_away()

    # --- leaves -------------------------------------------------------------------------------------------------------

    @property
    def leaf_key(self) -> str:
        """Which leaf is on the screen."""
        return self.entries[self.tabs.currentIndex()].key

    @property
    def shown_leaf(self) -> PageLeaf:
        """The leaf on the screen."""
        return self.leaf(self.leaf_key)

    def leaf(self, key: str) -> PageLeaf:
        """Return a leaf, made if this is the first time."""
        if key not in self._leaves:
            entry = next(entry for entry in self.entries if entry.key == key)
            leaf = entry.load()(self.jobs, self.keys)
            leaf.key = key
            leaf.told.connect(self.told)
            leaf.warned.connect(self.warned)
            leaf.page_requested.connect(self.page_requested)
            leaf.undo_requested.connect(self.undo_requested)
            self._leaves[key] = leaf
            self._columns[key].addWidget(leaf)
        return self._leaves[key]

    def show_leaf(self, key: str) -> None:
        """Put a leaf on the screen, with the focus in it."""
        self.tabs.setCurrentIndex(next(place for place, entry in enumerate(self.entries) if entry.key == key))
        self._show_leaf()
        self.shown_leaf.take_focus()

    def _add_tab(self) -> QVBoxLayout:
        """Add an empty tab, and return the column in which its leaf comes to stand."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        self.tabs.addTab(holder, "")
        return column

    def _show_leaf(self) -> None:
        leaf = self.shown_leaf
        if self.leaf_key not in self._fresh and self.jobs.console is not None:
            self._fresh.add(self.leaf_key)
            self._renew(leaf)

    def _renew(self, leaf: PageLeaf) -> None:
        """Have a leaf ask the desk; called when it is on the screen and its news may be old."""
        leaf.refresh()

    @Slot(int)
    def _on_tabs_current_changed(self, _place: int) -> None:
        self._show_leaf()
        if self.tabs.currentWidget().hasFocus():  # Ctrl+Tab came out of a leaf, and nothing in this one had it before
            self.shown_leaf.take_focus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the tabs into the leaf."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _INTO_THE_LEAF:
            self.shown_leaf.take_focus()
            return True
        return super().eventFilter(watched, event)
