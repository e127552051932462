"""The page Welkom: what members of a group are asked to read, in leaves. GUI thread only."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.changes import Changes
from console.domain.group import Group, GroupId
from ui.jobs import Job, Jobs
from ui.pages.tabbed_page import TabbedPage
from ui.pages.welcome_leaves import LEAVES
from ui.shortcuts import KeyMap
from ui.widgets.flow_layout import FlowLayout, beside
from ui.widgets.language_box import LanguageBox
from ui.widgets.text import PlainLabel, one_line

if TYPE_CHECKING:
    from console.desk.console import Console
    from ui.pages.page_leaf import PageLeaf
    from ui.pages.welcome_leaf import WelcomeLeaf

GROUP_CHARACTERS: Final = 60


@dataclass(frozen=True, slots=True)
class Choice:
    """Of which groups and languages a person chooses; ``unchecked``: nobody with that mother tongue read the words."""

    groups: tuple[Group, ...]
    unchecked: tuple[str, ...]


def load_choice(console: "Console") -> Choice:
    """Ask the desk. On a lane."""
    from console.desk import groups
    from console.desk.welcome import checked_languages

    return Choice(groups.groups(console), checked_languages.unchecked(console))


class WelcomeView(TabbedPage):
    """Above the tabs the group and the language, which go for every leaf.

    Another page points at a group with ``open_with((key of the leaf, GroupId))``; another value goes to the leaf.
    """

    key = "welcome"
    entries = LEAVES

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self.group, self.language = QComboBox(), LanguageBox()
        self._group_label, self._language_label = PlainLabel(), PlainLabel()
        self._top, self.empty = QWidget(), QWidget()
        self._nothing, self.take_in = PlainLabel(wraps=True), QPushButton()
        self._groups: tuple[Group, ...] | None = None  # None until the desk said so
        self._group_id: GroupId | None = None
        self._is_all = False  # whether all groups together are wanted, where a leaf shows that
        self._job: Job | None = None
        self._lay_out()
        self.group.currentIndexChanged.connect(self._on_group_current_index_changed)
        self.language.currentIndexChanged.connect(self._on_language_current_index_changed)
        self.take_in.clicked.connect(self._on_take_in_clicked)
        self.retranslate()

    # --- what the window calls ----------------------------------------------------------------------------------------

    @override
    def refresh(self) -> None:
        self._groups = None
        self._ask_choice()

    @override
    def changed(self, changes: Changes) -> None:
        super().changed(changes)
        if changes.groups or changes.welcome:
            self._ask_choice()

    @override
    def open_with(self, value: object) -> None:
        key, about = cast("tuple[str, object]", value)
        if isinstance(about, int):
            self._group_id, self._is_all = GroupId(about), False
            self._fresh.clear()
            about = None
        super().open_with((key, about))

    @override
    def take_focus(self, last: QWidget | None) -> None:
        if self._groups == ():
            self.take_in.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().take_focus(last)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.tabs.setAccessibleName(self.tr("What members are asked to read"))
        self.tabs.tabBar().setAccessibleName(self.tr("What members are asked to read"))
        self._group_label.setText(self.tr("Group"))
        self._language_label.setText(self.tr("Their language"))
        self.group.setAccessibleName(self.tr("For which group"))
        self.language.setAccessibleName(self.tr("In which language members read it"))
        self._nothing.setText(self.tr("There is no group yet. Take in an export of a chat first."))
        self.take_in.setText(self.tr("&Take in an export"))
        self.language.retranslate()
        if self._groups is not None:
            self._offer_groups()

    # --- group and language -------------------------------------------------------------------------------------------

    @override
    def _show_leaf(self) -> None:
        if self._groups is not None:
            self._offer_groups()
            super()._show_leaf()

    @override
    def _renew(self, leaf: "PageLeaf") -> None:
        cast("WelcomeLeaf", leaf).show_for(self.group.currentData(), self.language.language)

    def _ask_choice(self) -> None:
        if self.jobs.console is not None:
            if self._job is not None:
                self._job.drop()
            self._job = self.jobs.ask(load_choice, done=self._on_choice, failed=self._on_failed)

    def _offer_groups(self) -> None:
        """A leaf that shows all groups together offers that too; the others go on with the last group."""
        groups = self._groups or ()
        offers_all = len(groups) > 1 and cast("WelcomeLeaf", self.shown_leaf).shows_all
        with QSignalBlocker(self.group):
            self.group.clear()
            if offers_all:
                self.group.addItem(self.tr("All groups"), None)
            for group in groups:
                self.group.addItem(one_line(group.name, GROUP_CHARACTERS), group.id)
            wanted = None if self._is_all and offers_all else self._group_id
            self.group.setCurrentIndex(max(0, self.group.findData(wanted)))
        self.group.setEnabled(self.group.count() > 1)

    @Slot(object)
    def _on_choice(self, choice: Choice) -> None:
        self._job = None
        self.language.show_unchecked(choice.unchecked)
        groups = choice.groups
        is_new, self._groups = self._groups is None, groups
        if self._group_id not in {group.id for group in groups}:
            self._group_id, is_new = groups[0].id if groups else None, True
        if is_new:
            self._fresh.clear()
        for part in (self._top, self.tabs):
            part.setVisible(bool(groups))
        self.empty.setVisible(not groups)
        self._show_leaf()

    @Slot()
    def _on_take_in_clicked(self) -> None:
        self.page_requested.emit("intake", None)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self.warned.emit(self.jobs.sentence(error))

    @Slot(int)
    def _on_group_current_index_changed(self, _place: int) -> None:
        chosen = self.group.currentData()
        self._is_all = chosen is None
        self._group_id = chosen or self._group_id
        self._show_other()

    @Slot(int)
    def _on_language_current_index_changed(self, _place: int) -> None:
        self._show_other()

    def _show_other(self) -> None:
        self._fresh.clear()
        self._show_leaf()

    def _lay_out(self) -> None:
        for label, box, characters in (
            (self._group_label, self.group, 16),
            (self._language_label, self.language, 26),  # with what is said of one that nobody checked
        ):
            label.setBuddy(box)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(characters)
        top = FlowLayout(self._top)
        margins = top.contentsMargins()
        margins.setBottom(0)  # the tabs keep their own distance
        top.setContentsMargins(margins)
        top.addWidget(beside(self._group_label, self.group))
        top.addWidget(beside(self._language_label, self.language))
        nothing = QVBoxLayout(self.empty)
        nothing.addWidget(self._nothing)
        nothing.addWidget(self.take_in, 0, Qt.AlignmentFlag.AlignLeft)
        nothing.addStretch(1)
        for part in (self._top, self.empty):
            self.column.insertWidget(0, part)
        self.empty.hide()
        self.setTabOrder(self.group, self.language)
        self.setTabOrder(self.language, self.tabs)  # the tabs were made first
