"""Whose answers are waited for: per professional and per organisation, over all groups.

Everybody stands by name, never by who is slowest: nothing here ranks people. No median without how many it is of.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from statistics import median
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, select

from console.desk.console import Console
from console.desk.feedback import lines as ledger
from console.desk.feedback.digest import USUAL_DAYS, WAITS, is_due
from console.desk.members import place_of
from console.desk.professionals import expectations, job_name
from console.domain.feedback import LapseReason, Line
from console.domain.group import GroupId
from console.domain.message import Kind
from console.domain.professional import Presence, ProfessionalId
from console.errors import ExpectedError
from console.store.folding import fold
from console.store.queries.people import same_person
from console.store.tables import digests, group_professionals, groups, members, messages, professionals

_ZONE: Final = ZoneInfo("Europe/Amsterdam")  # all groups are in the Netherlands


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
    return _Ledger(console).overview()


def detail(console: Console, professional_id: ProfessionalId) -> ProfessionalDetail:
    """Return one professional. Raises ``ExpectedError("professional_gone")``."""
    return _Ledger(console).detail(professional_id)


def organisation(console: Console, name: str) -> OrganisationDetail:
    """Return one organisation, by its name in any letters. Raises ``ExpectedError("professional_gone")``."""
    return _Ledger(console).organisation(name)


def median_days(found: Iterable[Line]) -> float | None:
    """Return the median of the days from the opening of lines until their answer; None when none has one."""
    days = [days_until_answer(line) for line in found if line.answered_at is not None]
    return median(days) if days else None


def days_until_answer(line: Line) -> int:
    """Return the days from the opening of a line until its answer, or until it closed; a part of a day counts not."""
    until = line.answered_at or line.closed_at or line.since
    return max(0, (until.astimezone(_ZONE).date() - line.since.astimezone(_ZONE).date()).days)


class _Ledger:
    """All lines and all professionals, read at once."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._lines = [
            line for line in ledger.lines(console) if line.lapse_reason is not LapseReason.MERGED
        ]  # one that was merged is told by the other
        by_owing: dict[int, list[Line]] = defaultdict(list)
        for line in self._lines:
            if line.owing.professional_id is not None:
                by_owing[line.owing.professional_id].append(line)
        with console.store.reading() as connection:
            self._known = {row.id: row for row in connection.execute(select(professionals))}
            places = _places(connection, console, by_owing)
            shown = {row_id for row_id in self._known if places.get(row_id) or by_owing.get(row_id)}
            self._sent = _sent(connection, shown)
            rows = (
                self._row(connection, self._known[row_id], places.get(row_id, ()), by_owing[row_id]) for row_id in shown
            )
            self._rows = {row.id: row for row in sorted(rows, key=lambda row: (place_of(row.name), row.id))}
        self._by_owing = by_owing

    def _row(
        self, connection: Connection, row: Row[*tuple[Any, ...]], places: Sequence[Place], owed: Sequence[Line]
    ) -> ProfessionalRow:
        wrote_at, wrote_in = _last_message(connection, row.person_id)
        sent = self._sent.get(row.id, ())
        waiting = [line for line in owed if line.state in WAITS]
        return ProfessionalRow(
            id=ProfessionalId(row.id),
            name=row.name,
            organisation=row.organisation or "",
            job_name=job_name(row.job, self._console.language),
            groups=tuple(places),
            owed=_owed(owed),
            last_message_at=wrote_at,
            last_group=wrote_in,
            last_digest=sent[0] if sent else None,
            digest_days=USUAL_DAYS if row.digest_days is None else row.digest_days,
            is_due=is_due(self._console, row.digest_days, sent[0].at if sent else None, waiting),
        )

    def overview(self) -> Overview:
        """Return everybody, by name."""
        names = {row.organisation for row in self._rows.values()} | {line.owing.service for line in self._lines}
        keyed = {fold(name): name for name in sorted(names, reverse=True) if name}
        return Overview(
            professionals=tuple(self._rows.values()),
            organisations=tuple(self._organisation(keyed[key]) for key in sorted(keyed)),
        )

    def detail(self, professional_id: ProfessionalId) -> ProfessionalDetail:
        """Return one professional with what is waited for."""
        known = self._known.get(professional_id)
        if known is None:
            raise ExpectedError("professional_gone")
        if professional_id not in self._rows:  # with no group any more
            with self._console.store.reading() as connection:
                self._rows[professional_id] = self._row(connection, known, (), ())
        return ProfessionalDetail(
            row=self._rows[professional_id],
            phone=known.phone or "",
            email=known.email or "",
            phone_hours=known.phone_hours or "",
            lines=tuple(line for line in self._by_owing[professional_id] if line.state in WAITS),
            digests=self._sent.get(professional_id, ()),
        )

    def organisation(self, name: str) -> OrganisationDetail:
        """Return one organisation with its professionals and what is waited for."""
        row = self._organisation(name)
        if not row.people and not self._lines_of(row):
            raise ExpectedError("professional_gone")
        people = tuple(self._rows[person] for person in row.people)
        return OrganisationDetail(row, people, tuple(line for line in self._lines_of(row) if line.state in WAITS))

    def _organisation(self, name: str) -> OrganisationRow:
        people = [row for row in self._rows.values() if fold(row.organisation) == fold(name)]
        wrote = [row.last_message_at for row in people if row.last_message_at is not None]
        bare = OrganisationRow(name, tuple(row.id for row in people), (), Owed(), max(wrote, default=None))
        found = self._lines_of(bare)
        places = {(place.group_id, place.group) for row in people for place in row.groups}
        places |= {(group.group_id, group.group) for line in found if line.state in WAITS for group in line.groups}
        in_order = sorted(places, key=lambda place: (place_of(place[1]), place[0]))
        return replace(bare, groups=tuple(in_order), owed=_owed(found))

    def _lines_of(self, row: OrganisationRow) -> list[Line]:
        return [
            line
            for line in self._lines
            if line.owing.professional_id in row.people
            or (line.owing.service and fold(line.owing.service) == fold(row.name))
        ]


def _owed(found: Sequence[Line]) -> Owed:
    waiting = [line for line in found if line.state in WAITS]
    return Owed(
        open=len(waiting),
        overdue=sum(line.is_overdue for line in waiting),
        answered=sum(line.answered_at is not None for line in found),
        median_days=median_days(found),
    )


# --- what is known of them -------------------------------------------------------------------------------------------


def _places(
    connection: Connection, console: Console, by_owing: Mapping[int, Sequence[Line]]
) -> Mapping[int, Sequence[Place]]:
    """Return the groups that are in use of every professional, by name."""
    usual = expectations(console)
    links = group_professionals.c
    rows = connection.execute(
        select(links.professional_id, links.group_id, links.presence, groups.c.name, professionals.c.expectation)
        .join(groups, groups.c.id == links.group_id)
        .join(professionals, professionals.c.id == links.professional_id)
        .where(links.removed_at.is_(None), groups.c.archived_at.is_(None))
    ).all()
    found: dict[int, list[Place]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (place_of(row.name), row.group_id)):
        presence = Presence(row.presence)
        waiting = (line for line in by_owing.get(row.professional_id, ()) if line.state in WAITS)
        count = sum(any(group.group_id == row.group_id for group in line.groups) for line in waiting)
        expects = row.expectation or usual[presence]
        found[row.professional_id].append(Place(GroupId(row.group_id), row.name, presence, expects, count))
    return found


def _last_message(connection: Connection, person_id: int | None) -> tuple[datetime | None, str | None]:
    """Return when somebody last wrote in a chat, and in which group."""
    if person_id is None:
        return None, None
    wrote = (
        select(messages.c.sent_at, groups.c.name)
        .join(members, members.c.id == messages.c.member_id)
        .join(groups, groups.c.id == messages.c.group_id)
        .where(members.c.person_id.in_(same_person(person_id)), messages.c.kind != Kind.SYSTEM.value)
        .order_by(messages.c.sent_at.desc(), messages.c.position.desc())
        .limit(1)
    )
    row = connection.execute(wrote).first()
    return (None, None) if row is None else (row.sent_at, row.name)


def _sent(connection: Connection, professional_ids: Iterable[int]) -> Mapping[int, tuple[SentDigest, ...]]:
    """Return the digests that went out, the last first, by professional."""
    of_them = (digests.c.professional_id.in_(list(professional_ids)), digests.c.removed_at.is_(None))
    last_first = (digests.c.made_at.desc(), digests.c.id.desc())
    found: dict[int, tuple[SentDigest, ...]] = defaultdict(tuple)
    for row in connection.execute(select(digests).where(*of_them).order_by(*last_first)):
        found[row.professional_id] += (SentDigest(row.made_at, row.how, len(row.lines)),)
    return found
