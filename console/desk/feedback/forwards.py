"""The reports that were passed on: where each stands by what the service says, and what of it may answer its line."""

from console.desk.console import Console
from console.desk.deciding import Decided
from console.domain.changes import Changes
from console.domain.forward import Forward


def of_line(console: Console, line_id: int) -> tuple[Forward, ...]:
    """Return where the report of a line was passed on to, the first one first; not what was taken back."""
    raise NotImplementedError


def look(console: Console, line_id: int | None = None) -> Changes:
    """Ask the services how reports stand: those of a line now, else all open ones not asked for in a day.

    May take seconds: on the lane of the net. A report that is closed lets its line come back to a person. Raises
    ``ExpectedError`` where a line was asked for and its service does not answer; the daily round passes that over.
    """
    raise NotImplementedError


def take_over(console: Console, forward_id: int) -> Decided:
    """Let what the service says be the answer of the line. Raises ``ExpectedError("forward_no_answer")``."""
    raise NotImplementedError
