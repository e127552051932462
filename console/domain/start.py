"""How a group starts: the eight steps (``domain/findings.md`` 41), and who might join (finding 42)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from console.domain.member import Likeness, MemberId

ProspectId = NewType("ProspectId", int)


@dataclass(frozen=True, slots=True)
class StartStep:
    """One step of the start-up checklist, in the language of the console.

    ``think_of`` are hints, ``seen`` is what the console can see of it by itself, one sentence. ``done_at``: aware UTC.
    """

    key: str
    name: str
    question: str
    think_of: tuple[str, ...]
    seen: str | None
    note: str | None
    done_at: datetime | None


@dataclass(frozen=True, slots=True)
class Start:
    """The start of one group. ``kick_off_at`` is aware, in the group's zone; ``has_funnel``: it looks for members."""

    steps: tuple[StartStep, ...]
    kick_off_at: datetime | None
    has_funnel: bool
    time_zone: str

    @property
    def done(self) -> int:
        """How many steps a person called done."""
        return sum(step.done_at is not None for step in self.steps)


class Stage(StrEnum):
    """How far somebody came who might join. ``DECLINED`` stands beside the others."""

    POOL = "pool"
    INVITED = "invited"
    ASKED = "asked"  # spoken with: he knows what it is about
    JOINED = "joined"
    CONFIRMED = "confirmed"  # he said that he knows the rules
    WROTE = "wrote"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of who might join: a company or a person. ``phone`` is E.164, ``channel`` a key of the channels."""

    name: str
    contact: str | None = None
    phone: str | None = None
    email: str | None = None
    channel: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Likely:
    """A member who may be this one; a person says whether he is."""

    id: MemberId
    name: str
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Prospect:
    """One line of the list. Times are aware UTC. ``member`` is the name of who he is in the chat.

    ``joined_at`` may be unknown for a member. ``is_due``: somebody wanted to remind him by now.
    """

    id: ProspectId
    entry: Entry
    invited_at: datetime | None
    asked_at: datetime | None
    declined_at: datetime | None
    remind_at: datetime | None
    member_id: MemberId | None
    member: str | None
    has_confirmed: bool
    has_written: bool
    likely: Likely | None
    is_due: bool

    @property
    def stage(self) -> Stage:
        """How far he came."""
        if self.member_id is not None:
            return Stage.WROTE if self.has_written else Stage.CONFIRMED if self.has_confirmed else Stage.JOINED
        if self.declined_at is not None:
            return Stage.DECLINED
        return Stage.ASKED if self.asked_at else Stage.INVITED if self.invited_at else Stage.POOL


@dataclass(frozen=True, slots=True)
class ChannelYield:
    """How many were approached in one way, and how many of them joined; ``name`` in the language of the console."""

    key: str | None
    name: str
    approached: int
    joined: int


@dataclass(frozen=True, slots=True)
class Funnel:
    """How many of the pool came how far; each count is of the pool, and one does not hold the next."""

    counts: tuple[tuple[Stage, int], ...]
    channels: tuple[ChannelYield, ...]

    @property
    def pool(self) -> int:
        """How many might join: the denominator of every other count."""
        return dict(self.counts)[Stage.POOL]
