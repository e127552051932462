"""The actions on an answer that is owed, each with its key: the same letters as with a message. GUI thread only."""

from collections.abc import Mapping
from typing import Final

from typing_extensions import override

from console.domain.decision import Verb
from ui.shortcuts import Command
from ui.widgets.action_bar import ActionBar

ORDER: Final = (  # as they stand: the road of an answer, what else may become of it, and going on
    *(Command.OFFICER, Command.GROUP, Command.PRIVATE, Command.DELETE, Command.LATER, Command.CORRECT),
    *(Command.REDIRECT, Command.NOTE, Command.PREVIOUS, Command.NEXT, Command.UNDO),
    *(Command.STEP, Command.ALIKE),
)
FREQUENT: Final = (  # which of them find a place in the rows, the first one first; the rest opens with "More"
    *(Command.OFFICER, Command.GROUP, Command.PRIVATE, Command.LATER, Command.DELETE, Command.UNDO, Command.NEXT),
    *(Command.CORRECT, Command.REDIRECT, Command.PREVIOUS, Command.NOTE),
)
ACTS: Final = {
    Command.OFFICER: Verb.OFFICER,
    Command.GROUP: Verb.ANSWERED,
    Command.PRIVATE: Verb.TELL,
    Command.DELETE: Verb.LAPSE,
    Command.REDIRECT: Verb.FORWARD,
}


class LineBar(ActionBar):
    """What can be done about an answer that is owed; the details (``correction_question_requested``) open elsewhere."""

    order = ORDER
    frequent = FREQUENT
    acts = ACTS

    @override
    def _words(self) -> Mapping[Command, str]:
        return {
            Command.OFFICER: self.tr("Ask…"),
            Command.GROUP: self.tr("Write down the answer…"),
            Command.PRIVATE: self.tr("Report back…"),
            Command.DELETE: self.tr("Drop…"),
            Command.REDIRECT: self.tr("Forward…"),
            Command.LATER: self.tr("Later…"),
            Command.CORRECT: self.tr("Details…"),
            Command.NOTE: self.tr("Note…"),
            Command.PREVIOUS: self.tr("Previous"),
            Command.NEXT: self.tr("Next"),
            Command.UNDO: self.tr("Undo"),
            Command.STEP: self.tr("Next step…"),
            Command.ALIKE: self.tr("Together…"),
        }
