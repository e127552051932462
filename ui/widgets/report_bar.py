"""The actions under a report, each with its key. GUI thread only."""

from collections.abc import Collection, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from typing_extensions import override

from ui.shortcuts import Command
from ui.widgets.action_bar import ActionBar

ORDER: Final = (  # as they stand: which messages, what comes of it, and going on
    *(Command.ALIKE, Command.STEP, Command.OTHER_GROUP, Command.FINE, Command.DELETE, Command.AGREEMENT),
    *(Command.QUESTION, Command.REDIRECT, Command.GROUP, Command.CORRECT, Command.SHOW_MESSAGE),
    *(Command.PREVIOUS, Command.NEXT, Command.UNDO),
)
FREQUENT: Final = (  # which of them find a place in the rows, the first one first; the rest opens with "More"
    *(Command.ALIKE, Command.STEP, Command.DELETE, Command.QUESTION, Command.UNDO, Command.FINE),
    *(Command.REDIRECT, Command.OTHER_GROUP, Command.AGREEMENT, Command.CORRECT),
    *(Command.NEXT, Command.PREVIOUS, Command.SHOW_MESSAGE),
)


class ReportBar(ActionBar):
    """What can be done about the report on the screen; the page says what is possible now.

    *Signals:*
        asked(object): the button of this ``Command`` was pressed.
    """

    asked = Signal(object)

    order = ORDER
    frequent: tuple[Command, ...] = FREQUENT

    def offer(self, possible: Collection[Command], *, marked: int, line: str) -> None:
        """Let these be pressed. ``marked`` messages would be set apart; ``line`` is the number of its answer owed."""
        self._marked, self._line = marked, line
        is_closing = Command.GROUP in possible  # what cannot wait is not hidden under "More"
        self.frequent = (Command.GROUP, *FREQUENT) if is_closing else FREQUENT
        for command, button in self._buttons.items():
            button.setEnabled(command in possible)
        self.retranslate()

    @override
    def _connect(self) -> None:
        for command, button in self._buttons.items():
            button.clicked.connect(partial(self._on_clicked, command))
        self._more.clicked.connect(self.open_more)

    def _on_clicked(self, command: Command, _is_checked: bool = False) -> None:
        self.asked.emit(command)

    @override
    def _words(self) -> Mapping[Command, str]:
        marked, line = getattr(self, "_marked", 0), getattr(self, "_line", "")
        apart = self.tr("Set %Ln apart", "", marked) if marked > 1 else self.tr("From here apart")
        return {
            Command.ALIKE: self.tr("Join…"),
            Command.STEP: apart,
            Command.OTHER_GROUP: self.tr("Elsewhere…"),
            Command.FINE: self.tr("Belongs here"),
            Command.DELETE: self.tr("Does not belong here"),
            Command.AGREEMENT: self.tr("This is the first"),
            Command.QUESTION: self.tr("To {number}").format(number=line) if line else self.tr("Open a question…"),
            Command.REDIRECT: self.tr("Pass on…"),
            Command.GROUP: self.tr("Close the talk…"),
            Command.CORRECT: self.tr("What is known"),
            Command.SHOW_MESSAGE: self.tr("Show in Messages"),
            Command.PREVIOUS: self.tr("Previous"),
            Command.NEXT: self.tr("Next"),
            Command.UNDO: self.tr("Undo"),
        }
