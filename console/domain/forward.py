"""Forwarding a report to a service of the municipality: what a person wants to pass on, and what came of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, NewType

from console.domain.decision import ItemId, Seen
from console.domain.feedback import LineId
from console.domain.group import GroupId
from console.domain.message import MessageId
from console.domain.outgoing import SendState

ForwardId = NewType("ForwardId", int)

MOST_CHARACTERS: Final = 3000
"""So long a report may be: more, Signalen refuses."""


class ForwardChannel(StrEnum):
    """How a report is passed on."""

    SIGNALEN = "signalen"  # the public interface of a municipality that runs Signalen: sent by this program
    APP = "app"  # the service's own app or site: a person fills it in
    MAIL = "mail"
    PHONE = "phone"


class ForwardStatus(StrEnum):
    """What the service says of a report. ``CLOSED`` says nothing of what came of it."""

    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Spot:
    """A point on the map, in degrees (WGS 84)."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class ReportCategory:
    """A kind of report as the service itself names it; ``key`` is the address by which Signalen knows it.

    ``main`` is the heading that it stands under, ``hint`` what belongs to it, "" where the service does not say.
    """

    key: str
    main: str
    name: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a service gave a report: the number that it is spoken of by, and its own key to ask for it again.

    Either is "" where nobody could read it.
    """

    number: str
    key: str

    @property
    def answer(self) -> str:
        """What the outbox keeps of it."""
        return f"{self.number} {self.key}".strip()


def receipt_of(answer: str) -> Receipt:
    """Return the receipt that the outbox kept."""
    number, _, key = answer.rpartition(" ")
    return Receipt(number, key) if number else Receipt(answer, "")


@dataclass(frozen=True, slots=True)
class Service:
    """Where a report may be passed on (a ``Counter``), and how, the best way first.

    ``number`` is what to dial, ``app`` the name of an app or site, ``mail`` an address, ``site`` the host of Signalen;
    "" where it has none.
    """

    key: str
    name: str
    when: str
    channels: tuple[ForwardChannel, ...]
    number: str = ""
    app: str = ""
    mail: str = ""
    site: str = ""


@dataclass(frozen=True, slots=True)
class ForwardAbout:
    """What is passed on: a line of the ledger, or a message (then a line is opened for it).

    ``item_id`` is the message's item of the queue, which is done with it, and ``seen`` what a person saw of it.
    ``known`` is where he saw that it went before; None: he did not look.
    """

    group_id: GroupId
    line_id: LineId | None = None
    message_id: MessageId | None = None
    item_id: ItemId | None = None
    seen: Seen | None = None
    known: frozenset[ForwardId] | None = None


@dataclass(frozen=True, slots=True)
class Forward:
    """A report that was passed on. Times are aware, in the zone of the group.

    ``number`` is that of the service ("SIG-12"), "" while it gave none. ``send`` is where it stands in the outbox, None
    for what a person passes on himself. ``sentence`` says in one plain sentence where it stands; ``answer`` is what the
    line may be answered with because of that, "" while there is nothing to take over.
    """

    id: ForwardId
    line_id: LineId
    group_id: GroupId
    group: str
    channel: ForwardChannel
    recipient: str
    body: str
    number: str
    status: ForwardStatus | None
    created_at: datetime
    looked_at: datetime | None
    send: SendState | None
    sentence: str
    answer: str = ""

    @property
    def can_be_asked(self) -> bool:
        """Whether the service may still tell something new."""
        return self.channel is ForwardChannel.SIGNALEN and bool(self.number) and self.status is not ForwardStatus.CLOSED


@dataclass(frozen=True, slots=True)
class ForwardStart:
    """What a person begins with. ``text`` is the report without what shows who somebody is.

    ``masked`` names what was taken out of it, in words. ``at`` is when it was reported, aware, in the zone of the
    group. ``number`` is that of the line, "" when one is opened. ``earlier`` tells where it went before, ``warning``
    what goes before passing on ("" for nothing).
    """

    about: ForwardAbout
    group: str
    number: str
    text: str
    masked: tuple[str, ...]
    at: datetime
    services: tuple[Service, ...]
    earlier: tuple[Forward, ...] = ()
    warning: str = ""


@dataclass(frozen=True, slots=True)
class ForwardWish:
    """What a person wants to pass on, and how. ``service`` is the key of one of ``ForwardStart.services``.

    Signalen needs ``category`` and ``spot``; elsewhere a spot is told as a link to the map. ``email`` is the person's
    own, for an answer, "" to give none; ``may_share``: the service may give it to others who help.
    """

    service: str
    channel: ForwardChannel
    text: str
    at: datetime
    category: ReportCategory | None = None
    spot: Spot | None = None
    email: str = ""
    may_share: bool = False


@dataclass(frozen=True, slots=True)
class Confirmation:
    """All that leaves, for a person to read before it does: pairs of what it is and what it says.

    ``address`` is where it goes, ``is_sent`` whether this program sends it; else a person passes it on himself.
    """

    to: str
    address: str
    rows: tuple[tuple[str, str], ...]
    is_sent: bool


@dataclass(frozen=True, slots=True)
class Handing:
    """A report that a person passes on himself: its words with the number of the line, and where they go.

    ``mailto`` opens a mail program, "" where the words are too many for that or where it is no mail.
    """

    channel: ForwardChannel
    to: str
    address: str
    subject: str
    text: str
    mailto: str = ""
