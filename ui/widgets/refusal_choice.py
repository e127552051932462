"""Why somebody is not admitted: one reason of a short list, and the administrator's own words. GUI thread only."""

from typing import Final

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from console.domain.join_request import RefusalReason
from ui.widgets.reason_choice import ReasonChoice
from ui.widgets.text import Shown

REASONS: Final = tuple(RefusalReason)


class RefusalChoice(ReasonChoice):
    """``chosen`` gives a ``RefusalReason``."""

    reasons = REASONS
    in_words = RefusalReason.OTHER

    def __init__(self, parent: QWidget | None = None) -> None:
        self._who, self._count = Shown(""), 1
        super().__init__(parent)

    def ask(self, who: Shown, proposed: RefusalReason | None, *, count: int = 1) -> None:
        """Open about a name, made fit to show, with what the rule proposes, or nothing; ``count`` is of how many."""
        self._who, self._count = who, count
        self._open(proposed)

    @override
    def _title_words(self) -> str:
        if self._count > 1:
            return self.tr("Why are these %Ln not admitted?", "", self._count)
        return Shown(self.tr("Why is {who} not admitted?").format(who=self._who))

    @override
    def _hint_words(self) -> str:
        return self.tr("The reason stays in your logbook. The applicant reads only the text that you send.")
