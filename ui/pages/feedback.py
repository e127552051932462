"""The page Terugkoppeling: answers that professionals owe, in leaves. GUI thread only."""

from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from console.domain.changes import Changes
from console.domain.decision import ItemKind
from console.domain.filters import Attribute, Counted, Filters, Wish, Wished
from ui.jobs import Jobs
from ui.pages.feedback_leaf import FeedbackLeaf
from ui.pages.feedback_leaves import LEAVES
from ui.pages.tabbed_page import TabbedPage
from ui.shortcuts import KeyMap

OF_FEEDBACK: Final = Filters(frozenset({Wished(Attribute.KIND, ItemKind.FEEDBACK.value, Wish.REQUIRE)}))


class FeedbackView(TabbedPage):
    """The tabs, and how many answers ask for something now."""

    key = "feedback"
    entries = LEAVES

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self.retranslate()

    # --- what the window calls ----------------------------------------------------------------------------------------

    @override
    def refresh(self) -> None:
        self._count()
        super().refresh()

    @override
    def changed(self, changes: Changes) -> None:
        if changes.feedback or changes.items or changes.groups:
            self._count()
        super().changed(changes)

    @override
    def take_files(self, paths: tuple[Path, ...]) -> None:
        """Read an e-mail with answers."""
        self._show_leaf_of_mails().take_files(paths)

    @override
    def take_text(self, text: str) -> None:
        """Read a mail with answers that was copied."""
        self._show_leaf_of_mails().take_text(text)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.tabs.setAccessibleName(self.tr("What to see of the answers owed"))
        self.tabs.tabBar().setAccessibleName(self.tr("What to see of the answers owed"))

    def _show_leaf_of_mails(self) -> FeedbackLeaf:
        self.show_leaf(LEAVES[0].key)
        return cast("FeedbackLeaf", self.shown_leaf)

    # --- what waits ---------------------------------------------------------------------------------------------------

    def _count(self) -> None:
        """Say how many answers ask for something now."""
        from console.desk import views

        if self.jobs.console is not None:
            self.jobs.ask(views.waiting, OF_FEEDBACK, done=self._on_counted, failed=self._on_failed)

    @Slot(object)
    def _on_counted(self, found: Counted) -> None:
        self.counted.emit(self.key, found.count)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.warned.emit(self.jobs.sentence(error))
