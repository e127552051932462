"""What an administrator decided, and what is waiting for a decision."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from console.domain.group import GroupId
from console.domain.judgement import Attention
from console.domain.message import MessageId
from console.domain.telling import Telling

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
    ANSWERED = "answered"  # the answer that was owed is known
    TELL = "tell"  # reporter or group were told of it
    LAPSE = "lapse"  # nobody waits for an answer any more
    LINE = "line"  # what is known of an answer owed: who owes it, since when, about what
    REPORT = "report"  # which messages are one report, and what came of it
    DIGEST = "digest"  # a professional got an overview of what is open
    FORWARD = "forward"  # a report was passed on to a service
    WELCOME = "welcome"  # members were sent the rules, or confirmed them
    PRIVACY = "privacy"  # somebody asked about his own data: a copy, a correction, an objection, to be forgotten
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
    points, ``group_id`` the sister group or the right group. ``reason`` is why a member goes or is refused, or why
    nobody waits for an answer any more, in words; ``reason_code`` a ``RefusalReason`` or a ``LapseReason``. ``until``
    (aware) is when an answer or a place is expected. ``hands_over``: the request is made in the right group too.

    About an answer owed ``text`` is the question or the answer, ``channel`` a ``Channel`` by which it went or came,
    ``result`` a ``Result``, ``message_id`` the message that answers, and ``tellings`` who is told what.
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
    channel: str | None = None
    result: str | None = None
    message_id: MessageId | None = None
    tellings: tuple[Telling, ...] = ()


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
