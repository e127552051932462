"""What is told once a day: how much waits, and nothing of what or whom it is about."""

from dataclasses import dataclass

from console.desk import todos, views
from console.desk.console import Console
from console.desk.feedback import digest


@dataclass(frozen=True, slots=True)
class Summary:
    """How many items wait, how many of them ask for attention now, and how much is to be done on the phone.

    ``digests`` counts the professionals to whom an overview may go now.
    """

    items: int
    now: int
    todos: int
    digests: int = 0

    def __bool__(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.items or self.todos or self.digests)


def summary(console: Console) -> Summary:
    """Return how much waits for a person."""
    everything = views.waiting(console)
    return Summary(everything.count, everything.now, todos.waiting(console), len(digest.due(console)))
