"""Whose answers are waited for: per professional and per organisation, over all groups.

Everybody stands by name, never by who is slowest: nothing here ranks people. No median without how many it is of.
"""

from dataclasses import dataclass
from datetime import datetime

from console.desk.console import Console
from console.domain.feedback import Line
from console.domain.group import GroupId
from console.domain.professional import Presence, ProfessionalId


@dataclass(frozen=True, slots=True)
class Owed:
    """What is waited for, and what came. ``open`` lines wait for an answer, of which ``overdue`` are past their date.

    ``answered`` counts every line that ever had an answer; ``median_days`` is from the day a line was opened until its
    answer, None without any.
    """

    open: int = 0
    overdue: int = 0
    answered: int = 0
    median_days: float | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A group that a professional is with. ``expects`` is what it may expect of him, a whole sentence."""

    group_id: GroupId
    group: str
    presence: Presence
    expects: str
    open: int


@dataclass(frozen=True, slots=True)
class SentDigest:
    """An overview as it went out. ``at`` is aware UTC; ``how`` is a ``Sent`` of ``desk.feedback.digest``."""

    at: datetime
    how: str
    lines: int


@dataclass(frozen=True, slots=True)
class ProfessionalRow:
    """One professional. Times are aware UTC.

    ``last_message_at`` is when he last wrote in a chat, ``last_group`` in which; None where he is no member or never
    wrote. ``digest_days`` is how often he gets an overview: 0 never.
    """

    id: ProfessionalId
    name: str
    organisation: str
    job_name: str
    groups: tuple[Place, ...]
    owed: Owed
    last_message_at: datetime | None
    last_group: str | None
    last_digest: SentDigest | None
    digest_days: int
    is_due: bool


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """One organisation or service, by its name: all its professionals together, and what is asked of it by name."""

    name: str
    people: tuple[ProfessionalId, ...]
    groups: tuple[tuple[GroupId, str], ...]
    owed: Owed
    last_message_at: datetime | None


@dataclass(frozen=True, slots=True)
class Overview:
    """Everybody of whom an answer may be waited for, by name."""

    professionals: tuple[ProfessionalRow, ...]
    organisations: tuple[OrganisationRow, ...]


@dataclass(frozen=True, slots=True)
class ProfessionalDetail:
    """One professional with what is waited for: ``lines`` as ``desk.feedback.lines`` orders them.

    ``phone`` is E.164; it, ``email`` and ``phone_hours`` are "" where not known. ``digests`` are the last first.
    """

    row: ProfessionalRow
    phone: str
    email: str
    phone_hours: str
    lines: tuple[Line, ...]
    digests: tuple[SentDigest, ...]


@dataclass(frozen=True, slots=True)
class OrganisationDetail:
    """One organisation with its professionals and all that is waited for."""

    row: OrganisationRow
    people: tuple[ProfessionalRow, ...]
    lines: tuple[Line, ...]


def overview(console: Console) -> Overview:
    """Return every professional who is with a group or owes an answer, and every organisation."""
    raise NotImplementedError


def detail(console: Console, professional_id: ProfessionalId) -> ProfessionalDetail:
    """Return one professional. Raises ``ExpectedError("professional_gone")``."""
    raise NotImplementedError


def organisation(console: Console, name: str) -> OrganisationDetail:
    """Return one organisation, by its name in any letters. Raises ``ExpectedError("professional_gone")``."""
    raise NotImplementedError
