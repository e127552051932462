"""What is told once a day: how much waits, and nothing of what or whom it is about."""

from dataclasses import dataclass

from console.desk import todos, views
from console.desk.console import Console
from console.desk.feedback import digest
from console.desk.one_person import asking
from console.desk.welcome import reminders, repeating


@dataclass(frozen=True, slots=True)
class Summary:
    """How many items wait, how many of them ask for attention now, and how much is to be done on the phone.

    ``digests`` counts the professionals to whom an overview may go now, ``reminders`` the members who were sent the
    rules a week ago and confirmed nothing, ``repeats`` the groups that may be told a rule again, ``asked`` what people
    asked about their own data and was not answered.
    """

    items: int
    now: int
    todos: int
    digests: int = 0
    reminders: int = 0
    repeats: int = 0
    asked: int = 0

    def __bool__(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.items or self.todos or self.digests or self.reminders or self.repeats or self.asked)


def summary(console: Console) -> Summary:
    """Return how much waits for a person."""
    everything = views.waiting(console)
    return Summary(
        everything.count,
        everything.now,
        todos.waiting(console),
        digests=len(digest.due(console)),
        reminders=sum(group.due for group in reminders.due(console)),
        repeats=len(repeating.proposed(console)),
        asked=asking.waiting(console),
    )
