"""Practising in the demo: what is decided there looks as if it is sent, and nothing leaves this computer."""

from collections.abc import Mapping
from typing import Final

from sqlalchemy import update

from console.desk.console import Console
from console.domain.group import Tool
from console.domain.outgoing import Action, Outgoing
from console.store.tables import groups

PRACTICE_TOOL: Final = Tool.OTHER
ANSWER: Final = "practice"


class PracticeCarrier:
    """Says that everything arrived."""

    repeats_safely = True

    def can(self, action: Action) -> bool:  # noqa: ARG002
        """Everything can be practised."""
        return True

    def send(self, outgoing: Outgoing) -> str:  # noqa: ARG002
        """Send nothing."""
        return ANSWER


def set_up_demo(console: Console, *, practised: str, municipalities: Mapping[str, str]) -> None:
    """Have a group of the demo live where the practice carrier takes what goes out, and groups in a municipality.

    ``municipalities`` gives the key of each by the name of its group. Nothing of it is a decision to undo.
    """
    with console.store.writing() as connection:
        connection.execute(update(groups).where(groups.c.name == practised).values(tool=PRACTICE_TOOL.value))
        for name, key in municipalities.items():
            connection.execute(update(groups).where(groups.c.name == name).values(municipality=key))
