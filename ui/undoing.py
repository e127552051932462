"""Undo and redo in the window, and what they say. GUI thread only."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ui import words
from ui.jobs import Jobs

if TYPE_CHECKING:
    from console.desk.undoing import Undone


class Undoing(QObject):
    """Asks the desk to take back the last decision, or to make it again.

    *Signals:*
        told(str): what was done, for the message bar.
        undone(object), redone(object): what the desk took back or made again (``console.desk.undoing.Undone``).
    """

    told = Signal(str)
    undone = Signal(object)
    redone = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs

    @Slot()
    def undo(self) -> None:
        """Take back the last decision."""
        if self._jobs.console is not None:
            from console.desk import triage

            self._jobs.ask(triage.undo, done=self._on_undone)

    @Slot()
    def redo(self) -> None:
        """Make again what was undone last."""
        if self._jobs.console is not None:
            from console.desk import triage

            self._jobs.ask(triage.redo, done=self._on_redone)

    @Slot(object)
    def _on_undone(self, undone: "Undone | None") -> None:
        if undone is None:
            self.told.emit(self.tr("There is nothing to undo."))
            return
        self.told.emit(self._with_skipped(self.tr("Undone: {what}.").format(what=_what(undone)), undone.skipped))
        self.undone.emit(undone)

    @Slot(object)
    def _on_redone(self, redone: "Undone | None") -> None:
        if redone is None:
            self.told.emit(self.tr("There is nothing to redo."))
            return
        self.told.emit(self.tr("Done again: {what}.").format(what=_what(redone)))
        self.redone.emit(redone)

    def _with_skipped(self, sentence: str, skipped: int) -> str:
        if not skipped:
            return sentence
        return f"{sentence} " + self.tr("%Ln later decision(s) stay(s): that left this computer.", "", skipped)


def _what(undone: "Undone") -> str:
    verb = words.word(undone.verb)
    return verb if undone.count == 1 else f"{verb} ({words.number(undone.count)} ×)"
