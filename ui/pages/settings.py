"""The page Instellingen: a list of subjects at the left, and one of them at the right. GUI thread only.

What it shows of a person's wishes comes from the session (``show_wishes``), and goes back to it by signals.
"""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from console.desk.preferences import Settings
from console.domain.changes import Changes
from ui.jobs import Jobs
from ui.pages.page import Page
from ui.pages.settings_leaf import SettingsLeaf
from ui.pages.settings_leaves import LEAVES
from ui.shortcuts import KeyMap
from ui.widgets.page_list import PageListView
from ui.widgets.text import PlainLabel


class SettingsView(Page):
    """A leaf for each subject, made when it is first shown; it asks the desk when it comes on the screen.

    Up and down go from subject to subject, Enter goes into one. Another page points at a subject with
    ``open_with(key of the leaf)`` or, to go on in it, with ``(key of the leaf, value)``.

    *Signals:*
        wishes_changed(object): names and values of ``console.desk.preferences.Settings`` to keep.
        look_chosen(str), language_chosen(str), scale_stepped(int): as of the menu.
        reopen_requested(): open the console again, for its store was exchanged.
        restore_requested(object): close the console and do what this ``RestoreWish`` says.
    """

    wishes_changed = Signal(object)
    look_chosen = Signal(str)
    language_chosen = Signal(str)
    scale_stepped = Signal(int)
    reopen_requested = Signal()
    restore_requested = Signal(object)

    key = "settings"

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self._wishes = Settings()
        self._leaves: dict[str, SettingsLeaf] = {}
        self._fresh: set[str] = set()  # the leaves that know what the desk knows
        self._leaf_key = LEAVES[0].key
        self._title = PlainLabel(scale=1.4, is_bold=True)
        self.list = PageListView()
        self._stack = QStackedWidget()
        body = QHBoxLayout()
        body.addWidget(self.list)
        body.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.addWidget(self._title)
        column.addLayout(body, 1)
        self.list.page_chosen.connect(self._on_list_page_chosen)
        self.list.page_entered.connect(self._on_list_page_entered)
        self.retranslate()

    def show_wishes(self, wishes: Settings) -> None:
        """Show what is in force."""
        self._wishes = wishes
        for leaf in self._leaves.values():
            leaf.show_wishes(wishes)

    # --- what the window calls ----------------------------------------------------------------------------------------

    @override
    def refresh(self) -> None:
        self._fresh.clear()
        self._show_leaf()

    @override
    def changed(self, changes: Changes) -> None:
        self._fresh &= {self._leaf_key} if self.isVisible() else set()  # the others look again when they are shown
        if self._leaf_key in self._fresh:
            self.shown_leaf.changed(changes)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Look again at what may have changed behind another page."""
        super().showEvent(event)
        if not event.spontaneous():
            self.refresh()

    @override
    def open_with(self, value: object) -> None:
        """Show a subject, and there what the value points at: its key, or (key, value)."""
        key, about = value if isinstance(value, tuple) else (value, None)
        if isinstance(key, str):
            self.show_leaf(key)
            if about is not None:
                self.shown_leaf.open_with(about)

    @override
    def can_put_away(self) -> bool:
        return self._leaf_key in self._leaves and self.shown_leaf.can_put_away()

    @override
    def put_away(self) -> None:
        self.shown_leaf.put_away()

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("Settings"))
        self.list.setAccessibleName(self.tr("Kinds of settings"))
        self.list.set_pages([(entry.key, entry.name()) for entry in LEAVES])
        self.list.choose(self._leaf_key)

    # --- leaves -------------------------------------------------------------------------------------------------------

    @property
    def leaf_key(self) -> str:
        """Which leaf is on the screen."""
        return self._leaf_key

    @property
    def shown_leaf(self) -> SettingsLeaf:
        """The leaf on the screen."""
        return self.leaf(self._leaf_key)

    def leaf(self, key: str) -> SettingsLeaf:
        """Return a leaf, made if this is the first time."""
        if key not in self._leaves:
            entry = next(entry for entry in LEAVES if entry.key == key)
            leaf = entry.load()(self.jobs, self.keys, self._stack)
            if not isinstance(leaf, SettingsLeaf):
                raise TypeError(leaf)
            leaf.key = key
            leaf.told.connect(self.told)
            leaf.warned.connect(self.warned)
            leaf.page_requested.connect(self.page_requested)
            leaf.undo_requested.connect(self.undo_requested)
            leaf.wishes_changed.connect(self.wishes_changed)
            leaf.look_chosen.connect(self.look_chosen)
            leaf.language_chosen.connect(self.language_chosen)
            leaf.scale_stepped.connect(self.scale_stepped)
            leaf.reopen_requested.connect(self.reopen_requested)
            leaf.restore_requested.connect(self.restore_requested)
            leaf.show_wishes(self._wishes)
            self._leaves[key] = leaf
            self._stack.addWidget(leaf)
        return self._leaves[key]

    def show_leaf(self, key: str) -> None:
        """Put a subject on the screen, with the focus in it."""
        self._leaf_key = key
        self._show_leaf()
        self.shown_leaf.take_focus()

    def _show_leaf(self) -> None:
        leaf = self.shown_leaf
        self._stack.setCurrentWidget(leaf)
        self.list.choose(self._leaf_key)
        if self._leaf_key not in self._fresh and self.jobs.console is not None:
            self._fresh.add(self._leaf_key)
            leaf.refresh()

    @Slot(str)
    def _on_list_page_chosen(self, key: str) -> None:
        if key != self._leaf_key:
            self._leaf_key = key
            self._show_leaf()

    @Slot(str)
    def _on_list_page_entered(self, key: str) -> None:
        self.show_leaf(key)
