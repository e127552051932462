"""Terugkoppeling: an answer that somebody owes about what was reported, until the reporter and the group have heard.

A line of the ledger stands for one answer, perhaps for several groups (``findings.md`` 22-27, 30, 48-50, 64, 65).
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, NewType

from console.domain.decision import ItemId
from console.domain.group import GroupId
from console.domain.member import PersonId
from console.domain.message import MessageId
from console.domain.professional import ProfessionalId
from console.domain.report import ReportId, Result
from console.domain.telling import Audience, TellingHow

LineId = NewType("LineId", int)
FindId = NewType("FindId", int)

REMIND_DAYS: Final = 7
"""So many days after it was asked an answer is overdue, unless somebody said otherwise for this kind of line."""


class LineState(StrEnum):
    """Where an answer stands: te vragen, gevraagd, beantwoord, teruggemeld, vervallen."""

    TO_ASK = "to_ask"
    ASKED = "asked"
    ANSWERED = "answered"  # the answer is known, and not everybody was told yet
    TOLD = "told"
    LAPSED = "lapsed"


OPEN_STATES: Final = frozenset({LineState.TO_ASK, LineState.ASKED, LineState.ANSWERED})


class LineKind(StrEnum):
    """What an answer is about; each kind has its own number of days until the reminder."""

    URGENT = "urgent"
    SUSPICIOUS = "suspicious"
    LIVEABILITY = "liveability"
    RUMOUR = "rumour"  # what is said in the group, and only the officer knows (finding 27)
    OTHER = "other"


class LineSource(StrEnum):
    """How a line was opened."""

    HAND = "hand"
    OFFICER = "officer"  # Vraag wijkagent
    PASSED_ON = "passed_on"  # an administrator wrote in the chat that he passed it on
    FORWARD = "forward"  # it was forwarded to a service


class Channel(StrEnum):
    """How a question went out, or an answer came."""

    APP = "app"  # a private message
    GROUP = "group"  # in the chat itself
    MAIL = "mail"
    PHONE = "phone"
    MEETING = "meeting"  # offline (finding 22)
    REPORTING_APP = "reporting_app"  # the municipality's own app or site
    SIGNALEN = "signalen"


class LapseReason(StrEnum):
    """Why nobody waits for an answer any more."""

    SOLVED_ITSELF = "solved_itself"
    NOT_THEIRS = "not_theirs"  # another service's, or nobody's
    NOBODY_ASKED = "nobody_asked"  # the reporter does not need it any more
    TOO_OLD = "too_old"
    NO_ANSWER = "no_answer"  # asked several times
    MERGED = "merged"  # it is the same as another line
    OTHER = "other"
    UNDONE = "undone"  # the decision that opened it was taken back; such a line is shown nowhere


class FindKind(StrEnum):
    """What was recognised in a chat."""

    ANSWER = "answer"  # a professional says something about what is asked of him
    ASKS = "asks"  # a member asks whether there is news
    PASSED_ON = "passed_on"  # an administrator says that he passed it on
    SIGNATURE = "signature"  # a message is signed by somebody who seems to be a professional


class FindState(StrEnum):
    """What a person said of a find."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Owing:
    """Who owes an answer: a professional, else a service by its name ("gemeente"); both empty: nobody said who."""

    professional_id: ProfessionalId | None = None
    service: str = ""


@dataclass(frozen=True, slots=True)
class LineGroup:
    """One group that waits for the answer. Times are aware UTC; None: not told yet.

    ``reporter`` is who reported it in this group, under the name that the group knows; None where nobody knows.
    ``about`` is the reported message on one line, "" without one.
    """

    group_id: GroupId
    group: str
    report_id: ReportId | None
    message_id: MessageId | None
    about: str
    reporter: str | None
    reporter_id: PersonId | None
    reporter_told_at: datetime | None = None
    reporter_told_how: TellingHow | None = None
    group_told_at: datetime | None = None
    group_told_how: TellingHow | None = None

    def told_at(self, audience: Audience) -> datetime | None:
        """Return when an audience was told."""
        return self.reporter_told_at if audience is Audience.REPORTER else self.group_told_at


@dataclass(frozen=True, slots=True)
class Line:
    """One answer that is owed. Times are aware UTC.

    ``number`` is by what an answer finds it: "BC-12". ``owed_by`` is the name of who owes it, in the language of the
    console ("" when nobody said). ``days`` is how long it stands open, or stood until it closed. ``is_overdue``: the
    reminder date is past. ``why`` is one plain sentence that says what it waits for. ``item_id`` None: it never was in
    the queue. ``finds`` counts what was recognised and waits for a person.
    """

    id: LineId
    number: str
    item_id: ItemId | None
    what: str
    kind: LineKind
    state: LineState
    source: LineSource
    owing: Owing
    owed_by: str
    since: datetime
    asked_at: datetime | None
    remind_at: datetime | None
    channel: Channel | None
    answer: str
    answered_at: datetime | None
    answer_message_id: MessageId | None
    result: Result
    lapse_reason: LapseReason | None
    lapse_words: str
    closed_at: datetime | None
    groups: tuple[LineGroup, ...]
    days: int
    is_overdue: bool
    why: str
    finds: int = 0


@dataclass(frozen=True, slots=True)
class Find:
    """Something that was recognised in a chat, for a person to say whether it is so. ``at`` is aware UTC.

    ``line_id`` is the line that it seems to be about, ``professional_id`` who seems to say it. ``because`` are plain
    sentences in the language of the console.
    """

    id: FindId
    kind: FindKind
    group_id: GroupId
    group: str
    message_id: MessageId
    author: str | None
    text: str
    at: datetime
    line_id: LineId | None
    professional_id: ProfessionalId | None
    because: tuple[str, ...]
    state: FindState


def number_of(line_id: int) -> str:
    """Return the number of a line as a mail carries it."""
    return f"BC-{line_id}"
