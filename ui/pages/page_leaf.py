"""What every leaf of a page with tabs has: one way to look at its subject. GUI thread only."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from console.domain.changes import Changes
from ui.jobs import Jobs
from ui.shortcuts import KeyMap
from ui.widgets.puts_away import PutsAway

if TYPE_CHECKING:
    from console.desk.undoing import Undone


class PageLeaf(PutsAway):
    """Shows a part of what a page is about, and what may be done about it.

    The page calls ``refresh`` when the leaf comes on the screen and its news may be old; ``changed``, ``undone`` and
    ``redone`` only while it is on the screen. Esc puts away what is asked (``put_away``).

    *Signals:*
        told(str): good news for the message bar.
        warned(str): what went wrong and what to do.
        page_requested(str, object): show the page with this key; the value goes to its ``open_with``. Another leaf of
            the same page: ``page_requested.emit(key of the page, (key of the leaf, value))``.
        undo_requested(): undo the last decision.
    """

    told = Signal(str)
    warned = Signal(str)
    page_requested = Signal(str, object)
    undo_requested = Signal()

    key = ""

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.jobs = jobs
        self.keys = keys

    def refresh(self) -> None:
        """Ask the desk again."""

    def changed(self, changes: Changes) -> None:
        """Hear what a desk call changed, and look again if that is on this leaf."""

    def open_with(self, value: object) -> None:
        """Show what another page or leaf pointed at; the kind of value is the leaf's own business."""

    def undone(self, undone: "Undone") -> None:
        """Hear that a decision was undone."""

    def redone(self, redone: "Undone") -> None:
        """Hear that what was undone was made again."""

    def retranslate(self) -> None:
        """Put every text of the leaf in the language of now."""

    def take_focus(self) -> None:
        """Put the focus where the work of the leaf begins."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.focusProxy() is None:
            self.focusNextChild()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


@dataclass(frozen=True, slots=True)
class LeafEntry:
    """One leaf: ``key`` names it for other pages, ``context`` is where the translators find its title."""

    key: str
    context: str
    title: str
    load: Callable[[], type[PageLeaf]]

    def name(self) -> str:
        """Return the title in the language on the screen."""
        return QCoreApplication.translate(self.context, self.title)
