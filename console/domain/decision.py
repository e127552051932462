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
    PRIVATE = "private"  # answered in private
    GROUP = "group"  # answered in the group
    DELETE = "delete"
    REDIRECT = "redirect"  # passed on to the right counter
    OTHER_GROUP = "other_group"  # shown the way to a sister group
    OFFICER = "officer"  # asked a professional
    HANDLED = "handled"  # settled outside the program
    TALK = "talk"  # spoken with; never counts
    REMOVE = "remove"  # the member goes
    ADMIT = "admit"  # who asked to join may
    REFUSE = "refuse"
    ASK = "ask"  # who asked to join is asked something, and it waits for his answer
    WAIT_LIST = "wait_list"
    REFER = "refer"  # who asked to join is shown the way to the group of his street
    WITHDRAW = "withdraw"  # who asked to join does not want to any more, or was there twice
    REQUEST = "request"  # what is known of who asks to join
    PERSON = "person"  # what is known of a member
    TODO = "todo"  # something on the phone was done, or put back
    SEND = "send"  # something in the outbox was settled by a person
    UNDO = "undo"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class Seen:
    """What a person saw of an item when deciding: a decision on something else is refused (``desk/seen.py``).

    ``rules`` are those of the judgement that it waits for, in order.
    """

    state: ItemState
    later_until: datetime | None
    text: str
    is_deleted: bool
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Act:
    """One decision about an item, as a person wants it.

    ``text`` is what somebody is to read, blanks filled ("" for a verb without words, and for a decision about a
    request that nobody is told of). ``rung`` is the step of the ladder that this takes, ``counter`` where a redirect
    points, ``group_id`` the sister group or the right group, ``reason`` why a member goes or is refused, in words;
    ``reason_code`` a ``RefusalReason``; ``until`` (aware) when an answer or a place is expected. ``hands_over``: the
    request is made in the right group too.
    """

    verb: Verb
    text: str = ""
    rung: str | None = None
    counter: str | None = None
    group_id: GroupId | None = None
    reason: str | None = None
    reason_code: str | None = None
    until: datetime | None = None
    hands_over: bool = False


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
