"""A report as a person looks at it: its messages, its heads, and what is owed about it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from console.domain.feedback import LineId, LineState
from console.domain.filters import Wish
from console.domain.group import GroupId
from console.domain.judgement import Call112, Role
from console.domain.member import MemberId
from console.domain.message import Kind, MessageId
from console.domain.report import MembersDid, Nature, ProfessionalsDid, Reporter, ReportId, Result, Told


class Head(StrEnum):
    """What is told of a report, and may be said by a person instead."""

    NATURE = "nature"
    REPORTER = "reporter"
    MEMBERS = "members"
    PROFESSIONALS = "professionals"
    RESULT = "result"
    TOLD = "told"
    CALLED = "called"  # 112


@dataclass(frozen=True, slots=True)
class Called:
    """Whether 112 was called, by which member, and how many minutes after the first message; None: not known.

    ``by`` is his name as the chat shows it; it is not looked at where a person says who called.
    """

    state: Call112 = Call112.UNCLEAR
    by_id: MemberId | None = None
    minutes: int | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True)
class ToldHow:
    """How the outcome was told, by which role, and how many minutes after the first message; None: not known."""

    how: Told = Told.NONE
    by: Role | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Heads:
    """What a report says: the heads of the study, and 112."""

    nature: Nature = Nature.OTHER
    reporter: Reporter = Reporter.RESIDENT
    members: tuple[MembersDid, ...] = ()
    professionals: tuple[ProfessionalsDid, ...] = ()
    result: Result = Result.UNKNOWN
    told: ToldHow = ToldHow()
    called: Called = Called()

    def value(self, head: Head) -> "HeadValue":
        """Return what is said under one head."""
        found: HeadValue = getattr(self, head.value)
        return found


HeadValue = Nature | Reporter | tuple[MembersDid, ...] | tuple[ProfessionalsDid, ...] | Result | ToldHow | Called
"""What stands under a head; each head has its own type, that of the field of ``Heads``."""


@dataclass(frozen=True, slots=True)
class ReportMessage:
    """A message of a report. ``at`` is aware, in the group's zone.

    ``because`` are plain sentences in the language of the console; ``is_by_hand``: a person put it here.
    """

    id: MessageId
    at: datetime
    author: str | None
    role: Role
    text: str
    kind: Kind
    is_deleted: bool
    is_primary: bool
    is_by_hand: bool
    because: tuple[str, ...]


class LineOfReport(NamedTuple):
    """A line of the ledger about a report."""

    id: LineId
    number: str
    state: LineState


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report in a table, or to choose from. ``at`` is aware, in the group's zone; ``minutes`` the talk lasted.

    ``what`` is the first 300 characters of its first message. ``nature`` is None until its story was told.
    """

    id: ReportId
    group_id: GroupId
    group: str
    at: datetime
    what: str
    nature: Nature | None
    messages: int
    called: Call112
    minutes_to_112: int | None
    minutes: int | None
    is_too_long: bool
    result: Result
    told: Told
    lines: tuple[LineOfReport, ...]


@dataclass(frozen=True, slots=True)
class ReportDetail:
    """One report. Times are aware, in the group's zone; ``messages`` are in the order of the chat.

    ``heads`` is what counts, ``suggested`` what its messages say, ``by_hand`` which heads a person filled in himself.
    ``question_minutes`` is the time until somebody asked whether 112 was called, ``talk_minutes`` how long the talk
    lasted; ``facts`` say 112 and the minutes in plain sentences, empty where the kind of group does not ask for them.
    ``nearby`` are the reports of the group with which it could be joined, the nearest first.
    """

    id: ReportId
    group_id: GroupId
    group: str
    started_at: datetime
    messages: tuple[ReportMessage, ...]
    heads: Heads
    suggested: Heads
    by_hand: frozenset[Head]
    question_minutes: int | None
    talk_minutes: int | None
    is_too_long: bool
    facts: tuple[str, ...]
    lines: tuple[LineOfReport, ...]
    nearby: tuple[ReportRow, ...]


@dataclass(frozen=True, slots=True)
class ReportFilter:
    """Which reports are wanted; everything given must hold.

    ``from_at`` (included) and ``to_at`` (not included) are aware moments of the first message. ``too_long``: the talk
    lasted longer than this kind of group wants. ``has_line``: an answer is, or was, owed about it. ``query`` are words
    as a person types them in a search field; one of its messages must have them all.
    """

    groups: frozenset[GroupId] = frozenset()
    nature: Nature | None = None
    from_at: datetime | None = None
    to_at: datetime | None = None
    called: Call112 | None = None
    result: Result | None = None
    too_long: Wish = Wish.IGNORE
    has_line: Wish = Wish.IGNORE
    query: str = ""
