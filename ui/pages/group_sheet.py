"""One group over the whole page: its leaves in a list at the left, one of them at the right. GUI thread only."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.changes import Changes
from console.domain.group import GroupId
from ui.jobs import Job, Jobs
from ui.pages.group_leaves import LEAVES
from ui.shortcuts import Command, KeyMap, key_text
from ui.widgets.key_button import KeyButton
from ui.widgets.page_list import PageListView
from ui.widgets.puts_away import PutsAway
from ui.widgets.text import PlainLabel, isolated, one_line

if TYPE_CHECKING:
    from console.desk.group_facts import SheetFacts
    from ui.pages.group_leaf import GroupLeaf

NAME_CHARACTERS: Final = 120


class GroupSheet(PutsAway):
    """The leaves of one group; a leaf is made when it is first shown, and asked when it comes on the screen.

    *Signals:*
        back_requested(): show all groups again.
        new_requested(): make a group beside the only one.
        told(str), warned(str), page_requested(str, object): as ``GroupLeaf``.
    """

    back_requested = Signal()
    new_requested = Signal()
    told = Signal(str)
    warned = Signal(str)
    page_requested = Signal(str, object)

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._keys = jobs, keys
        self._group: GroupId | None = None
        self._is_only = False
        self._name_job: Job | None = None
        self._leaves: dict[str, GroupLeaf] = {}
        self._fresh: set[str] = set()  # the leaves that know what the desk knows
        self.back, self.new = KeyButton(), QPushButton()
        self.new.hide()
        self.title = PlainLabel(scale=1.4, is_bold=True, wraps=True)
        self.list = PageListView()
        self._leaf_key = LEAVES[0].key
        self._stack = QStackedWidget()
        self._lay_out()
        self.back.clicked.connect(self.back_requested)
        self.new.clicked.connect(self.new_requested)
        self.list.page_chosen.connect(self._on_list_page_chosen)
        self.list.page_entered.connect(self._on_list_page_entered)
        self.retranslate()

    @property
    def group_id(self) -> GroupId | None:
        """The group on the sheet."""
        return self._group

    @property
    def leaf_key(self) -> str:
        """Which leaf is on the screen."""
        return self._leaf_key

    def leaf(self, key: str) -> "GroupLeaf":
        """Return a leaf, made if this is the first time."""
        if key not in self._leaves:
            entry = next(entry for entry in LEAVES if entry.key == key)
            leaf = entry.load()(self._jobs, self._keys, self._stack)
            leaf.key = key
            leaf.told.connect(self.told)
            leaf.warned.connect(self.warned)
            leaf.page_requested.connect(self.page_requested)
            self._leaves[key] = leaf
            self._stack.addWidget(leaf)
        return self._leaves[key]

    def show_group(self, group_id: GroupId | None, leaf: str | None = None) -> None:
        """Show a group at one of its leaves; without one, at the leaf that was shown last."""
        if group_id != self._group:
            self._fresh.clear()
            self._group = group_id
            self.title.setText("")
        if leaf is not None:
            self._leaf_key = leaf
        self._ask_name()
        self._show_leaf()

    def be_only(self, *, is_only: bool) -> None:
        """With one group only there is nothing to go back to, and no table in which another is made."""
        self._is_only = is_only
        self.back.setVisible(not is_only)
        self.new.setVisible(is_only)

    @property
    def is_only(self) -> bool:
        """Whether this is the only group."""
        return self._is_only

    def renew(self) -> None:
        """Ask the leaf on the screen again, and the others when they are shown."""
        self._fresh.clear()
        self._ask_name()
        self._show_leaf()

    def changed(self, changes: Changes) -> None:
        """Tell the leaf on the screen; the others look again when they are shown."""
        if self._group is None:
            return
        if changes.groups:
            self._ask_name()
        self._fresh &= {self.leaf_key}
        if self.leaf_key in self._fresh:
            self._leaves[self.leaf_key].changed(changes)

    @Slot()
    def take_focus(self) -> None:
        """Go into the leaf on the screen."""
        self.leaf(self.leaf_key).take_focus()

    @override
    def can_put_away(self) -> bool:
        """Whether the leaf on the screen has something to put away, also while the focus is beside it."""
        return self._group is not None and self.leaf(self.leaf_key).can_put_away()

    @override
    def put_away(self) -> None:
        self.leaf(self.leaf_key).put_away()

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        self.back.setText(self.tr("&All groups"))
        self.back.set_key(key_text(Command.STOP))
        new = QCoreApplication.translate("GroupTableView", "New &group…")
        self.new.setText(new.replace("&", ""))  # the leaves have a use for that letter
        self.list.setAccessibleName(self.tr("What to see of this group"))
        self.list.set_pages([(entry.key, entry.name()) for entry in LEAVES])
        self.list.choose(self._leaf_key)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot(str)
    def _on_list_page_chosen(self, key: str) -> None:
        if key != self._leaf_key:
            self._leaf_key = key
            self._show_leaf()

    @Slot(str)
    def _on_list_page_entered(self, key: str) -> None:
        self._on_list_page_chosen(key)
        self.take_focus()

    def _ask_name(self) -> None:
        from console.desk import group_facts

        if self._name_job is not None:
            self._name_job.drop()
            self._name_job = None
        if self._group is not None:
            self._name_job = self._jobs.ask(group_facts.sheet, self._group, done=self._on_name, failed=self._on_failed)

    @Slot(object)
    def _on_name(self, found: "SheetFacts") -> None:
        self._name_job = None
        name = isolated(one_line(found.facts.name, NAME_CHARACTERS))
        self.title.setText(self.tr("{name} (archive)").format(name=name) if found.archived_at else name)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._name_job = None
        self.warned.emit(self._jobs.sentence(error))

    def _show_leaf(self) -> None:
        if self._group is None:
            for leaf in self._leaves.values():
                leaf.show_group(None)
            return
        leaf = self.leaf(self.leaf_key)
        if self.leaf_key not in self._fresh:
            self._fresh.add(self.leaf_key)
            leaf.show_group(self._group)
        self._stack.setCurrentWidget(leaf)
        self.list.choose(self._leaf_key)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addWidget(self.title, 1)
        head.addWidget(self.new)
        body = QHBoxLayout()
        body.addWidget(self.list)
        body.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addLayout(body, 1)
