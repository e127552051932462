"""A report: everything that was said about one situation, and what came of it.

The heads and most values are those of the study's coding scheme (``findings.md`` 2.1). All of it is a suggestion until
a person confirms it.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from console.domain.judgement import Call112, Category, Role
from console.domain.message import MessageId

ReportId = NewType("ReportId", int)


class Nature(StrEnum):
    """What a report is about, in the four columns of the study's table."""

    URGENT = "urgent"
    SUSPICIOUS = "suspicious"
    LIVEABILITY = "liveability"
    OTHER = "other"


class Reporter(StrEnum):
    """Who brought it up."""

    RESIDENT = "resident"
    MODERATOR = "moderator"
    OFFICER = "officer"
    MUNICIPALITY = "municipality"
    FORWARDED = "forwarded"


class MembersDid(StrEnum):
    """What members did with it, beside the reporter. None of them: no follow-up."""

    TIPS = "tips"
    CALLS_112 = "calls_112"
    GOES_OUTSIDE = "goes_outside"
    ALERT = "alert"  # pressed the alert button (Veiligebuurt)
    OFF_TOPIC_REPLIES = "off_topic_replies"


class ProfessionalsDid(StrEnum):
    """What police, municipality or another service did with it, by what was said. None of them: nothing was seen."""

    READ = "read"
    ADVICE = "advice"
    REDIRECT = "redirect"
    FORWARDED = "forwarded"
    ACTED = "acted"


class Result(StrEnum):
    """What came of it."""

    UNKNOWN = "unknown"
    SOLVED = "solved"
    SUSPECT_HELD = "suspect_held"
    NOTHING_FOUND = "nothing_found"
    NO_OFFENCE = "no_offence"


class Told(StrEnum):
    """How somebody told what came of it."""

    NONE = "none"
    IN_APP = "in_app"
    OFFLINE = "offline"
    PRIVATE = "private"


class LinkKind(StrEnum):
    """Why a message was put where it stands."""

    BEGINS = "begins"  # it starts about something
    QUOTE = "quote"  # it quotes a message
    PLACE = "place"  # it names the same place
    WORDS = "words"  # it has the same words
    PERSON = "person"  # it speaks to somebody who wrote about it
    QUESTION = "question"  # it comes after a question
    GOES_ON = "goes_on"  # its author was speaking of it
    AGAIN = "again"  # it says that it happens again
    SERVICES = "services"  # it speaks of 112, police or fire brigade
    SOON = "soon"  # it came soon after
    BY_HAND = "by_hand"  # a person put it there


@dataclass(frozen=True, slots=True)
class Link:
    """One reason why a message is in a report. ``to`` is the message that it leans on, None where it begins one.

    ``words`` are what they share, as written in this message; ``minutes`` is the time between the two.
    """

    kind: LinkKind
    to: MessageId | None = None
    words: tuple[str, ...] = ()
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Calling:
    """Whether 112 was called, in which message that was said, by whom, and how many minutes after the first message.

    ``by`` is the author as the chat writes him; None when it was not said.
    """

    state: Call112 = Call112.UNCLEAR
    message: MessageId | None = None
    by: str | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class ToldBack:
    """How, by which role and how many minutes after the first message the outcome was told; in which message."""

    how: Told = Told.NONE
    by: Role | None = None
    message: MessageId | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """What the messages of one report say of it: the six heads, and the minutes that count.

    ``members`` and ``professionals`` are in the order of their enums. ``question_minutes`` is the time until somebody
    asked whether 112 was called, None when nobody asked. ``talk_minutes`` is how long the talk lasted that began with
    the first message, until it fell silent.
    """

    primary: MessageId
    category: Category | None
    nature: Nature
    reporter: Reporter
    members: tuple[MembersDid, ...]
    professionals: tuple[ProfessionalsDid, ...]
    result: Result
    told: ToldBack
    calling: Calling
    question_minutes: int | None
    talk_minutes: int
