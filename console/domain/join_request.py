"""Who asks to join a group, what is known of him, and what speaks for and against it. A person decides."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType

from console.domain.decision import ItemId, Verb
from console.domain.group import GroupId
from console.domain.member import PersonId
from console.domain.message import MessageId
from console.domain.work_area import Address, Answer

RequestId = NewType("RequestId", int)


class RequestState(StrEnum):
    """Where a request stands."""

    OPEN = "open"
    WAITING_APPLICANT = "waiting_applicant"  # wacht op aanvrager: who asked was asked something
    WAITING_LIST = "waiting_list"
    ADMITTED = "admitted"
    REFUSED = "refused"
    REDIRECTED = "redirected"
    WITHDRAWN = "withdrawn"


class RequestSource(StrEnum):
    """How a request came in."""

    EXPORT = "export"  # a line of the chat's own: "asks to join"
    CHAT = "chat"  # a member asked to add a neighbour (findings.md 36)
    FORM = "form"  # typed or pasted
    MAIL = "mail"
    SHEET = "sheet"
    PLATFORM = "platform"


class RefusalReason(StrEnum):
    """Why somebody was refused; kept for the log, never told by itself."""

    OUTSIDE_AREA = "outside_area"
    TOO_YOUNG = "too_young"
    RULES_NOT_READ = "rules_not_read"
    NOT_ENTITLED = "not_entitled"  # no entrepreneur, or no member of the association
    NOBODY_KNOWS = "nobody_knows"
    REMOVED_BEFORE = "removed_before"
    NO_ANSWER = "no_answer"
    FULL = "full"
    OTHER = "other"


class CheckKind(StrEnum):
    """What is looked at before somebody joins (``profiles.md``, join request card)."""

    AREA = "area"
    AGE = "age"
    RULES = "rules"
    CONSENT = "consent"
    CONFIRMED = "confirmed"  # double opt-in
    VOUCHED = "vouched"
    ELSEWHERE = "elsewhere"  # YES: member of another group of mine, which speaks for him
    EARLIER = "earlier"  # NO: refused or taken out before


@dataclass(frozen=True, slots=True)
class Applicant:
    """What is known of who asks. ``phone`` is E.164 once it was understood; None, "" : not asked or not said.

    ``has_consented`` is for his number or alias being seen by the others; ``words`` are his own.
    """

    name: str
    phone: str | None = None
    email: str | None = None
    address: Address = field(default_factory=Address)
    is_old_enough: bool | None = None
    has_read_rules: bool | None = None
    has_confirmed: bool | None = None
    consent_at: datetime | None = None
    consent_channel: str | None = None
    vouched_by: str | None = None
    language: str | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: what it says, and why, in one plain sentence. ``is_asked`` by this group."""

    kind: CheckKind
    answer: Answer
    because: str
    is_asked: bool = True


@dataclass(frozen=True, slots=True)
class RightGroup:
    """A group whose area has the address; ``because`` says which street or postcode, in one plain sentence."""

    id: GroupId
    name: str
    because: str


@dataclass(frozen=True, slots=True)
class RequestProposal:
    """What the group's own rule proposes; a person decides. ``group_id`` for ``Verb.REFER``."""

    verb: Verb
    because: str
    group_id: GroupId | None = None
    reason_code: RefusalReason | None = None


@dataclass(frozen=True, slots=True)
class Screening:
    """What speaks for and against. ``days`` is how long it waits, ``limit_days`` how long it may in this group."""

    checks: tuple[Check, ...]
    right_groups: tuple[RightGroup, ...]
    days: int
    limit_days: int
    proposal: RequestProposal | None

    @property
    def is_overdue(self) -> bool:
        """Whether it waits longer than the group wants."""
        return self.days > self.limit_days


@dataclass(frozen=True, slots=True)
class JoinRequest:
    """One line of the page Aanmeldingen. Times are aware, in the zone of the group; ``item_id`` is its place in the
    queue.
    """

    id: RequestId
    item_id: ItemId | None
    group_id: GroupId
    group: str
    applicant: Applicant
    source: RequestSource
    state: RequestState
    received_at: datetime
    decided_at: datetime | None = None
    ends_at: datetime | None = None
    question: str | None = None
    reason_code: RefusalReason | None = None
    reason: str | None = None
    other_group: str | None = None
    message_id: MessageId | None = None
    person_id: PersonId | None = None
