"""The actions on a join request, each with its key: the same letters as with a message, the same kind of act.

GUI thread only.
"""

from collections.abc import Mapping
from typing import Final

from typing_extensions import override

from console.domain.decision import Verb
from ui.shortcuts import Command
from ui.widgets.action_bar import ActionBar

ORDER: Final = (  # as they stand: what to decide, what to say of it, and going on
    *(Command.FINE, Command.DELETE, Command.PRIVATE, Command.OFFICER, Command.REDIRECT, Command.LATER),
    *(Command.CORRECT, Command.NOTE, Command.PREVIOUS, Command.NEXT, Command.UNDO),
    *(Command.HANDLED, Command.STEP, Command.ALIKE),
)
FREQUENT: Final = (  # which of them find a place in the rows, the first one first; the rest opens with "More"
    *(Command.FINE, Command.DELETE, Command.PRIVATE, Command.LATER, Command.UNDO, Command.NEXT),
    *(Command.OFFICER, Command.REDIRECT, Command.CORRECT, Command.PREVIOUS, Command.NOTE),
)
ACTS: Final = {
    Command.FINE: Verb.ADMIT,
    Command.DELETE: Verb.REFUSE,
    Command.PRIVATE: Verb.ASK,
    Command.REDIRECT: Verb.REFER,
    Command.OFFICER: Verb.WAIT_LIST,
    Command.HANDLED: Verb.WITHDRAW,
}


class RequestBar(ActionBar):
    """What can be done about who asks to join; the details (``correction_question_requested``) open elsewhere."""

    order = ORDER
    frequent = FREQUENT
    acts = ACTS

    @override
    def _words(self) -> Mapping[Command, str]:
        return {
            Command.FINE: self.tr("Admit…"),
            Command.DELETE: self.tr("Not admit…"),
            Command.PRIVATE: self.tr("Ask something…"),
            Command.OFFICER: self.tr("Waiting list…"),
            Command.REDIRECT: self.tr("Other group…"),
            Command.LATER: self.tr("Later…"),
            Command.CORRECT: self.tr("Details…"),
            Command.NOTE: self.tr("Note…"),
            Command.PREVIOUS: self.tr("Previous"),
            Command.NEXT: self.tr("Next"),
            Command.UNDO: self.tr("Undo"),
            Command.HANDLED: self.tr("Withdrawn"),
            Command.STEP: self.tr("What is proposed…"),
            Command.ALIKE: self.tr("Together…"),
        }
