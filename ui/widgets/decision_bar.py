"""The actions under a message, each with its key. GUI thread only."""

from collections.abc import Mapping
from typing import Final

from typing_extensions import override

from console.domain.decision import Verb
from ui.shortcuts import Command
from ui.widgets.action_bar import ActionBar

ORDER: Final = (  # as they stand: what to do with the message, what to say of it, and going on
    *(Command.FINE, Command.PRIVATE, Command.GROUP, Command.DELETE, Command.REDIRECT, Command.LATER),
    *(Command.NOTE, Command.CORRECT, Command.WHY, Command.PREVIOUS, Command.NEXT, Command.UNDO),
    *(Command.OTHER_GROUP, Command.OFFICER, Command.QUESTION, Command.HANDLED, Command.STEP, Command.ALIKE),
)
FREQUENT: Final = (  # which of them find a place in the rows, the first one first; the rest opens with "More"
    *(Command.FINE, Command.PRIVATE, Command.GROUP, Command.DELETE, Command.LATER, Command.UNDO, Command.NEXT),
    *(Command.WHY, Command.PREVIOUS, Command.CORRECT, Command.NOTE, Command.REDIRECT),
)
ACTS: Final = {
    Command.FINE: Verb.FINE,
    Command.PRIVATE: Verb.PRIVATE,
    Command.GROUP: Verb.GROUP,
    Command.DELETE: Verb.DELETE,
    Command.REDIRECT: Verb.REDIRECT,
    Command.OTHER_GROUP: Verb.OTHER_GROUP,
    Command.OFFICER: Verb.OFFICER,
    Command.HANDLED: Verb.HANDLED,
}


class DecisionBar(ActionBar):
    """What can be done about a message.

    Later asks for a day and Notitie for a text, both in place; the other questions open beside the reasons.
    """

    order = ORDER
    frequent = FREQUENT
    acts = ACTS

    @override
    def _words(self) -> Mapping[Command, str]:
        return {
            Command.FINE: self.tr("All right"),
            Command.PRIVATE: self.tr("In private…"),
            Command.GROUP: self.tr("In the group…"),
            Command.DELETE: self.tr("Remove"),
            Command.REDIRECT: self.tr("Point to a counter…"),
            Command.OTHER_GROUP: self.tr("Other group…"),
            Command.OFFICER: self.tr("Community officer…"),
            Command.QUESTION: self.tr("Open a question…"),
            Command.HANDLED: self.tr("Dealt with"),
            Command.LATER: self.tr("Later…"),
            Command.NOTE: self.tr("Note…"),
            Command.CORRECT: self.tr("Not right…"),
            Command.WHY: self.tr("Why?"),
            Command.STEP: self.tr("Proposed step…"),
            Command.ALIKE: self.tr("Together…"),
            Command.PREVIOUS: self.tr("Previous"),
            Command.NEXT: self.tr("Next"),
            Command.UNDO: self.tr("Undo"),
        }
