"""What a desk call changed, so that every page can decide for itself whether to look again."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from console.domain.group import GroupId


@dataclass(frozen=True, slots=True)
class Changes:
    """Which kinds of rows changed, and in which groups; ``decision`` is the journal entry that undo would reverse."""

    messages: bool = False
    items: bool = False
    groups: bool = False
    notes: bool = False
    people: bool = False
    outgoing: bool = False  # the outbox, or what is to be done on the phone
    views: bool = False
    habits: bool = False  # what Goed zo teaches, which a later round applies
    requests: bool = False  # who asks to join
    recruiting: bool = False  # the start of a group: its checklist, and who might join
    reports: bool = False  # which messages are one report, and what came of it
    feedback: bool = False  # answers owed, and what was recognised about them
    welcome: bool = False  # what members are asked to read, and who was sent it
    privacy: bool = False  # how long what is kept, what was erased, and what people asked about their own data
    group_ids: frozenset[GroupId] = field(default=frozenset())
    decision: int | None = None


def together(several: Iterable[Changes]) -> Changes:
    """Return what several changes came to; their decision is the first."""
    said = tuple(several)

    def any_of(name: str) -> bool:
        return any(getattr(changes, name) for changes in said)

    return Changes(
        messages=any_of("messages"),
        items=any_of("items"),
        groups=any_of("groups"),
        notes=any_of("notes"),
        people=any_of("people"),
        outgoing=any_of("outgoing"),
        views=any_of("views"),
        habits=any_of("habits"),
        requests=any_of("requests"),
        recruiting=any_of("recruiting"),
        reports=any_of("reports"),
        feedback=any_of("feedback"),
        welcome=any_of("welcome"),
        privacy=any_of("privacy"),
        group_ids=frozenset().union(*(changes.group_ids for changes in said)),
        decision=next((changes.decision for changes in said if changes.decision is not None), None),
    )
