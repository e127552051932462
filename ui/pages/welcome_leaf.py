"""What every leaf of the page Welkom has: one subject of one group, in one language. GUI thread only."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from console.domain.group import GroupId
from ui.jobs import Jobs
from ui.pages.page_leaf import PageLeaf
from ui.shortcuts import KeyMap


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

    def show_for(self, group_id: GroupId | None, language: str) -> None:
        """Ask the desk about a group, in a language of ``domain.welcome.LANGUAGES``.

        None: all groups together where the leaf ``shows_all``; else there is no group. Each leaf begins with
        ``super().show_for(group_id, language)``, which keeps both.
        """
        self.group_id, self.language = group_id, language

    @override
    def refresh(self) -> None:
        self.show_for(self.group_id, self.language)
