"""What every leaf of the page Welkom has: one subject of one group, in one language. GUI thread only."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from console.domain.changes import Changes
from console.domain.group import GroupId
from ui.jobs import Job, Jobs
from ui.pages.page_leaf import PageLeaf
from ui.shortcuts import KeyMap
from ui.told_words import ready_words


class WelcomeLeaf(PageLeaf):
    """Shows what members of a group are asked to read, and what may be done about it.

    The page calls ``show_for`` when the leaf comes on the screen, when another group or language is chosen, and
    whenever its news may be old. With the same group and language again, what somebody is typing stays.
    """

    shows_all: ClassVar[bool] = False  # whether it has something to show for all groups together

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self.group_id: GroupId | None = None
        self.language = "nl"
        self._job: Job | None = None  # that asks what the leaf shows

    def show_for(self, group_id: GroupId | None, language: str) -> None:
        """Ask the desk about a group, in a language of ``domain.welcome.LANGUAGES``.

        None: all groups together where the leaf ``shows_all``; else there is no group. Each leaf begins with
        ``super().show_for(group_id, language)``, which keeps both.
        """
        self.group_id, self.language = group_id, language

    @override
    def refresh(self) -> None:
        self.show_for(self.group_id, self.language)

    def _post(self, messages: Sequence[str]) -> None:
        """Make the message ready for the group; nothing where there is none, as with a picture."""
        from console.desk.welcome import sending

        if self.group_id is not None and messages:
            self.jobs.ask(sending.post, self.group_id, messages[0], done=self._on_posted, failed=self._on_failed)

    @Slot(object)
    def _on_posted(self, _changes: Changes) -> None:
        self.told.emit(ready_words())

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self.warned.emit(self.jobs.sentence(error))
