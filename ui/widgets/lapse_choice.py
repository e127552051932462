"""Why nobody waits for an answer any more: one reason of a short list. GUI thread only."""

from typing import Final

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from console.domain.feedback import LapseReason
from ui.widgets.reason_choice import ReasonChoice
from ui.widgets.text import Shown, one_line

REASONS: Final = tuple(reason for reason in LapseReason if reason not in {LapseReason.MERGED, LapseReason.UNDONE})


class LapseChoice(ReasonChoice):
    """``chosen`` gives a ``LapseReason``."""

    reasons = REASONS
    in_words = LapseReason.OTHER

    def __init__(self, parent: QWidget | None = None) -> None:
        self._what, self._count = "", 1
        super().__init__(parent)

    def ask(self, what: str, *, count: int = 1) -> None:
        """Open about a line, or about so many together."""
        self._what, self._count = what, count
        self._open(None)

    @override
    def _title_words(self) -> str:
        if self._count > 1:
            return self.tr("Why does nobody wait for these %Ln answers any more?", "", self._count)
        what = Shown(f"“{one_line(self._what, 120)}”")
        return Shown(self.tr("Why does nobody wait for an answer any more? {what}").format(what=what))

    @override
    def _hint_words(self) -> str:
        return self.tr("The reason stays in your logbook. Nobody else reads it.")
