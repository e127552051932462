"""What leaves the computer: sent by a carrier after its ten seconds, or done by a person on the phone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final, NewType, Protocol

from console.domain.decision import DecisionId
from console.domain.group import GroupId
from console.errors import ExpectedError

SendId = NewType("SendId", int)
TodoId = NewType("TodoId", int)

SIGNALEN: Final = "signalen"
"""The carrier of reports to municipalities; every other carrier has the name of a ``Tool``."""

UNDO_SECONDS: Final = 10  # how long something waits in the outbox, so that a person can still take it back


class Action(StrEnum):
    """What is to happen outside this computer."""

    PRIVATE = "private"  # a message to the member alone
    GROUP = "group"  # a message in the group
    OTHER_GROUP = "other_group"  # a message in a sister group
    OFFICER = "officer"  # a question to a professional
    DELETE = "delete"  # the message goes
    REMOVE = "remove"  # the member goes
    ADMIT = "admit"  # who asked to join is let in
    REFUSE = "refuse"  # who asked to join is turned away on the platform
    FORWARD = "forward"  # a report goes to a service of the municipality


WITHOUT_TEXT: Final = frozenset({Action.DELETE, Action.REMOVE, Action.ADMIT, Action.REFUSE})
"""What says nothing to anybody. Without its words, because they were erased, any other action can be done no more."""


class SendState(StrEnum):
    """Where something in the outbox stands. ``UNKNOWN``: it may have arrived; a person decides."""

    WAITING = "waiting"
    SENDING = "sending"
    DONE = "done"
    FAILED = "failed"
    UNKNOWN = "unknown"
    WITHDRAWN = "withdrawn"


class TodoState(StrEnum):
    """Where a to-do "op uw telefoon" stands.

    ``DONE``: a person said so, and the next import that can tell checks it; ``SEEN``: an import saw the effect;
    ``NOT_SEEN``: an import could have seen it and did not, so that it waits again.
    """

    OPEN = "open"
    DONE = "done"
    SEEN = "seen"
    NOT_SEEN = "not_seen"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One thing for a carrier. ``key`` is the same at every try, so that a platform which knows it does nothing twice.

    ``message`` is the platform's own id of the message that this is about, ``recipient`` a number or name. ``address``
    is where it goes and ``payload`` what goes there, for a carrier that goes to several places.
    """

    key: str
    group: str
    action: Action
    recipient: str | None
    message: str | None
    body: str | None
    address: str | None = None
    payload: Mapping[str, Any] | None = None


class NotSentError(Exception):
    """A carrier is sure that nothing arrived. Anything else it raises: unknown.

    Its one argument is the platform's answer, or the ``ExpectedError`` that says what is wrong.
    """

    def answer(self, language: str) -> str:
        """Return what a person reads of it."""
        (said,) = self.args or ("",)
        return said.sentence(language) if isinstance(said, ExpectedError) else str(said)


class Carrier(Protocol):
    """Carries something to a platform. Called off the window's thread."""

    repeats_safely: bool
    """Whether the platform itself does nothing twice for one key, so that a broken try may be made again."""

    def can(self, action: Action) -> bool:
        """Return whether the platform lets this console do it."""

    def send(self, outgoing: Outgoing) -> str:
        """Carry it out and return the platform's answer. Raises ``NotSentError`` when surely nothing arrived."""


@dataclass(frozen=True, slots=True)
class Sending:
    """A row of the outbox as the window shows it. Times are aware UTC."""

    id: SendId
    group_id: GroupId
    group: str
    action: Action
    recipient: str | None
    body: str | None
    state: SendState
    not_before: datetime
    answer: str | None
    decision: DecisionId | None


@dataclass(frozen=True, slots=True)
class Todo:
    """Something to do "op uw telefoon". Times are aware, in the zone of the group.

    ``about`` is the message that it is about, on one line.
    ``phone`` is the recipient's number in E.164 where it is known, so that a private chat can be opened with the text.
    """

    id: TodoId
    group_id: GroupId
    group: str
    action: Action
    recipient: str | None
    phone: str | None
    text: str | None
    about: str | None
    state: TodoState
    created_at: datetime
    handed_at: datetime | None
    done_at: datetime | None
    decision: DecisionId | None
