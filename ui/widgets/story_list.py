"""What was reported and solved, to give something back to a group. GUI thread only."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui import facts
from ui.widgets.fact_list import FactList, ValueButton
from ui.widgets.text import Shown, isolated, one_line

if TYPE_CHECKING:
    from console.desk.feedback.stories import Story

ZONE: Final = "Europe/Amsterdam"
MOST_SHOWN: Final = 100
TITLE_CHARACTERS, GROUP_CHARACTERS = 300, 80


class StoryList(FactList):
    """A sentence for each, with when it was told, and a button to share it.

    *Signals:*
        share_requested(object): share this ``Story``.
        line_requested(object): show the line with this id.
    """

    share_requested = Signal(object)
    line_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stories: tuple[Story, ...] = ()
        self._first: ValueButton | None = None
        self._fill()

    def show_stories(self, stories: "Sequence[Story]") -> None:
        """Show these, the last first."""
        self._stories = tuple(stories)
        self._fill()

    def focus_first(self) -> bool:
        """Go to the first that may be shared; return whether there is one."""
        if self._first is not None:
            self._first.setFocus()
        return self._first is not None

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)

    def _fill(self) -> None:
        self.setAccessibleName(self.tr("What was solved"))
        self._first = None
        self.begin()
        if self._stories:
            self.add_line(
                self.tr("What was solved, and told in the group. Share it again: members like to hear that it helps."),
                is_muted=True,
            )
        else:
            nothing = self.tr("Nothing stands here for this period.")
            self.add_line(f"{nothing} {self._how()}", is_muted=True)
        for story in self._stories[:MOST_SHOWN]:
            self._add(story)
        more = len(self._stories) - MOST_SHOWN
        if more > 0:
            self.add_gap()
            self.add_line(self.tr("%Ln older one(s) not shown. Choose another period.", "", more), is_muted=True)
        self.finish()

    def _how(self) -> str:
        return self.tr("A question comes here when it is reported back, with a good result.")

    def _add(self, story: "Story") -> None:
        title = one_line(story.title, TITLE_CHARACTERS)
        share, show = ValueButton(self.tr("Share…"), story), ValueButton(self.tr("Show it"), story.line_id)
        share.setAccessibleName(Shown(self.tr("Share: {what}").format(what=title)))
        show.setAccessibleName(self.tr("Show question {number}").format(number=story.number))
        share.chosen.connect(self.share_requested)
        show.chosen.connect(self.line_requested)
        self._first = self._first or share
        group = isolated(one_line(story.group, GROUP_CHARACTERS))
        told = self.tr("told on {day}").format(day=facts.day_in(story.told_at, ZONE))
        self.add_entry(Shown(f"{group} · {told} · {story.number}"), title, share, show)
