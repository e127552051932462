"""What Deze week shows besides the messages themselves, asked of the desk at once."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from console.domain.decision import Item
from console.domain.filters import Counted, Filters
from console.domain.group import GroupId

if TYPE_CHECKING:
    from console.desk.console import Console


@dataclass(frozen=True, slots=True)
class Work:
    """The queue as the ``filters`` let it through, what they hide of it, and the zone of each group."""

    items: tuple[Item, ...]
    older: int
    is_complete: bool  # whether the judge has seen every message
    zones: dict[GroupId, str]
    filters: Filters
    hidden: Counted


def load_work(console: "Console", filters: Filters) -> Work:
    """Ask the desk for the whole page. On a lane."""
    from console.desk import groups, judging, triage, views

    is_complete = not judging.has_waiting(console)  # first: what is judged after it comes with the next look
    zones = {group.id: group.time_zone for group in groups.groups(console)}
    hidden = views.hidden(console, filters) if filters else Counted()
    return Work(triage.week(console, filters), triage.older_flags(console), is_complete, zones, filters, hidden)
