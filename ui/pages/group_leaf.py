"""What every leaf of a group's sheet has: one subject of one group. GUI thread only."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from console.domain.changes import Changes
from console.domain.group import GroupId
from ui.jobs import Jobs
from ui.shortcuts import KeyMap
from ui.widgets.puts_away import PutsAway


class GroupLeaf(PutsAway):
    """Shows one subject of a group, and what may be changed about it.

    The sheet calls ``show_group`` when the leaf comes on the screen and whenever its news may be old; ``changed`` only
    while it is on the screen. With the same group again, what somebody is typing stays (``is_edited``). Esc puts that
    away first (``put_away``), and only then goes back to all groups.

    *Signals:*
        told(str): good news for the message bar.
        warned(str): what went wrong and what to do.
        page_requested(str, object): show the page with this key; the value goes to its ``open_with``.
    """

    told = Signal(str)
    warned = Signal(str)
    page_requested = Signal(str, object)

    key = ""

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.jobs = jobs
        self.keys = keys
        self.group_id: GroupId | None = None

    def show_group(self, group_id: GroupId | None) -> None:
        """Ask the desk about a group, the same one or another; None: there is none any more.

        Each leaf begins with ``super().show_group(group_id)``, which keeps it as ``self.group_id``.
        """
        self.group_id = group_id

    def changed(self, changes: Changes) -> None:
        """Hear what a desk call changed, and look again if that is on this leaf."""

    def retranslate(self) -> None:
        """Put every text of the leaf in the language of now."""

    def take_focus(self) -> None:
        """Put the focus where the work of the leaf begins."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.focusProxy() is None:
            self.focusNextChild()

    @property
    def is_edited(self) -> bool:
        """Whether somebody is typing or choosing something that is not kept yet."""
        return False

    @override
    def can_put_away(self) -> bool:
        return self.is_edited

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
