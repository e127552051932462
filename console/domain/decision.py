"""What an administrator decided, and what is waiting for a decision."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from console.domain.group import GroupId
from console.domain.judgement import Attention

ItemId = NewType("ItemId", int)
DecisionId = NewType("DecisionId", int)


class ItemKind(StrEnum):
    """What sort of thing waits in the one queue."""

    MESSAGE = "message"
    REQUEST = "request"
    FEEDBACK = "feedback"


class ItemState(StrEnum):
    """Where an item of the queue stands."""

    OPEN = "open"
    LATER = "later"
    DONE = "done"


class Verb(StrEnum):
    """What a decision did; each has an opposite that undo writes."""

    FINE = "fine"
    LATER = "later"
    NOTE = "note"
    CORRECTION = "correction"
    UNDO = "undo"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the queue. ``at`` is aware UTC; ``why`` is one plain sentence in the language asked for."""

    id: ItemId
    kind: ItemKind
    subject_id: int
    group_id: GroupId
    group: str
    at: datetime
    attention: Attention
    why: str
    text: str
    author: str | None
