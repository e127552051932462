"""What a desk call changed, so that every page can decide for itself whether to look again."""

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
    group_ids: frozenset[GroupId] = field(default=frozenset())
    decision: int | None = None
