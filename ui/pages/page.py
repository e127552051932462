"""What every page of the window has. GUI thread only."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from console.domain.changes import Changes
from ui.jobs import Jobs
from ui.shortcuts import KeyMap
from ui.widgets.puts_away import PutsAway

if TYPE_CHECKING:
    from console.desk.undoing import Undone

FLAGGED: Final = "flagged"  # what the page "messages" is opened with to show what asked for attention


class Page(PutsAway):
    """A page asks the desk through ``jobs`` and shows what it gets; it never calls another page.

    *Signals:*
        told(str): good news for the message bar.
        warned(str): what went wrong and what to do, for the message bar.
        counted(str, object): how many things wait on the page with this key (int, or None for no number).
        page_requested(str, object): show the page with this key; the value goes to its ``open_with``.
        undo_requested(): undo the last decision.
        redo_requested(): make again what was undone last.
        files_offered(object): a tuple of paths to take in.
        file_choice_requested(), paste_requested(), demo_requested(): what the menu of the same name does.
    """

    told = Signal(str)
    warned = Signal(str)
    counted = Signal(str, object)
    page_requested = Signal(str, object)
    undo_requested = Signal()
    redo_requested = Signal()
    files_offered = Signal(object)
    file_choice_requested = Signal()
    paste_requested = Signal()
    demo_requested = Signal()

    key = ""
    undoes_by_letter = True  # whether Z and Y work without Ctrl: not where a typed name would take something back

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.jobs = jobs
        self.keys = keys

    def take_focus(self, last: QWidget | None) -> None:
        """Put the focus where it was when the page went, or where its work begins, so that its letters act."""
        if last is None or not (last.isVisibleTo(self) and last.isEnabled()):
            last = self
        last.setFocus(Qt.FocusReason.OtherFocusReason)
        if last is self and self.focusProxy() is None:
            self.focusNextChild()

    def refresh(self) -> None:
        """Ask the desk again; called when the page is shown for the first time and when the console is another one."""

    def changed(self, changes: Changes) -> None:
        """Hear what a desk call changed, and look again if that is on this page; called for hidden pages too."""

    def open_with(self, value: object) -> None:
        """Show what another page pointed at; the kind of value is the page's own business."""

    def undone(self, undone: "Undone") -> None:
        """Hear that a decision was undone while this page was on the screen."""

    def redone(self, redone: "Undone") -> None:
        """Hear that what was undone was made again while this page was on the screen."""

    def take_files(self, paths: tuple[Path, ...]) -> None:
        """Take in files that were dropped on the window (the page "intake" does; "requests" and "feedback" e-mails)."""

    def take_text(self, text: str) -> None:
        """Take in a conversation that was pasted (the page "intake" does), or a mail with answers ("feedback")."""

    def show_example(self) -> None:
        """Show something worth a picture; called once, for a screenshot, on a page that starts empty."""

    def retranslate(self) -> None:
        """Put every text of the page on the screen in the language of now."""

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
