"""One answer that is owed with all that stands around it, and what its form offers to choose from. Only reads."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, and_, select

from console.desk.claims import looked_at_by
from console.desk.console import Console
from console.desk.feedback import alike, finds, forwards
from console.desk.feedback.alike import AlikeLine, AlikeReport
from console.desk.feedback.lines import IS_OPEN, load_line
from console.desk.feedback.opening import kind_of
from console.desk.feedback.unsent import unsent
from console.desk.joining.requests import PastStep
from console.desk.journal import rows_of
from console.desk.members import place_of
from console.desk.person_facts import Note, notes_where, one_line
from console.desk.professionals import asked_of, job_name
from console.desk.seen import seen_of
from console.desk.told import told
from console.domain.decision import ItemKind, Seen, Verb
from console.domain.feedback import OPEN_STATES, Find, Line, LineId, LineKind, Owing
from console.domain.forward import Forward
from console.domain.group import GroupId
from console.domain.message import MessageId
from console.domain.professional import ProfessionalId
from console.domain.telling import Unsent
from console.errors import ExpectedError
from console.store.queries.decisions import IS_UNDONE
from console.store.queries.judgements import judgement_for
from console.store.tables import decisions, feedback, group_professionals, groups, items, messages, notes, professionals

ZONE = "Europe/Amsterdam"  # of the days that are counted: all groups are in the Netherlands


@dataclass(frozen=True, slots=True)
class LineDetail:
    """A line with all that is known of it.

    ``finds`` are what was recognised about it and waits for a person; ``alike`` and ``elsewhere`` are open lines, and
    reports in other groups, that may be about the same. ``history`` is the latest first. ``seen`` goes with a decision,
    ``looked_at_by`` is who else looks at it now,
    ``forwards`` where its report was passed on to, ``unsent`` what was made ready to tell and did not go out.
    Times are aware UTC; ``zone`` is where its groups are.
    """

    line: Line
    seen: Seen | None
    finds: tuple[Find, ...]
    alike: tuple[AlikeLine, ...]
    elsewhere: tuple[AlikeReport, ...]
    history: tuple[PastStep, ...]
    notes: tuple[Note, ...]
    looked_at_by: str | None
    forwards: tuple[Forward, ...]
    unsent: tuple[Unsent, ...] = ()
    zone: str = ZONE


@dataclass(frozen=True, slots=True)
class Owers:
    """Who may owe an answer: professionals by name with their work, and services that were named before."""

    professionals: tuple[tuple[ProfessionalId, str], ...]
    services: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FirstWords:
    """What a question about a message may begin with: of the message itself, and who is asked in its group."""

    group_id: GroupId
    what: str
    kind: LineKind
    owing: Owing


def detail(console: Console, line_id: LineId) -> LineDetail:
    """Return all of one line. Raises ``ExpectedError("line_gone")``."""
    with console.store.reading() as connection:
        line = load_line(connection, console, line_id)
        of_line = and_(items.c.kind == ItemKind.FEEDBACK.value, items.c.subject_id == line_id)
        item = connection.execute(select(items).where(of_line)).first()
        history = tuple(_history(connection, console, item))
        written = _notes(connection, console, item)
        seen = None if item is None else seen_of(connection, item)
        other = None if item is None else looked_at_by(console, item)
        not_sent = unsent(connection, line_id)
    is_open = line.state in OPEN_STATES
    return LineDetail(
        line=line,
        seen=seen,
        finds=finds.open_finds(console, line_id=line_id),
        alike=alike.similar(console, line_id) if is_open else (),
        elsewhere=alike.reports_elsewhere(console, line_id) if is_open else (),
        history=history,
        notes=written,
        looked_at_by=other,
        forwards=forwards.of_line(console, line_id),
        unsent=not_sent,
    )


def first_words(console: Console, message_id: MessageId) -> FirstWords:
    """Return what a question about a message may begin with. Raises ``ExpectedError("message_gone")``."""
    with console.store.reading() as connection:
        row = connection.execute(
            select(messages.c.group_id, messages.c.text).where(messages.c.id == message_id)
        ).first()
        if row is None:
            raise ExpectedError("message_gone")
        judgement = judgement_for(connection, message_id)
        officer = connection.execute(asked_of(row.group_id)).first()
    return FirstWords(
        GroupId(row.group_id),
        one_line(row.text or ""),
        kind_of(None if judgement is None else judgement.category),
        Owing() if officer is None else Owing(ProfessionalId(officer.id)),
    )


def owers(console: Console, group_id: GroupId | None = None) -> Owers:
    """Return who may owe an answer, those of a group first."""
    link = group_professionals
    here = select(link.c.professional_id).where(link.c.group_id == group_id, link.c.removed_at.is_(None))
    named = select(feedback.c.service).where(feedback.c.service.is_not(None), feedback.c.service != "").distinct()
    with console.store.reading() as connection:
        of_group = set(connection.scalars(here))
        rows = connection.execute(select(professionals)).all()
        services = connection.scalars(named).all()
    rows = sorted(rows, key=lambda row: (row.id not in of_group, place_of(row.name), row.id))
    return Owers(
        tuple((ProfessionalId(row.id), _called(row, console.language)) for row in rows),
        tuple(sorted(services, key=place_of)),
    )


def owing_choices(found: Owers) -> tuple[tuple[Owing, str], ...]:
    """Return the professionals who may owe an answer as such, each with his name."""
    return tuple((Owing(professional_id), name) for professional_id, name in found.professionals)


def owing_now(console: Console) -> tuple[tuple[Owing, str], ...]:
    """Return of whom answers are waited for now, by name."""
    chosen = select(feedback.c.professional_id, feedback.c.service, professionals.c.name).outerjoin(
        professionals, professionals.c.id == feedback.c.professional_id
    )
    with console.store.reading() as connection:
        rows = connection.execute(chosen.where(IS_OPEN, feedback.c.professional_id.is_not(None)).distinct()).all()
    named = ((Owing(ProfessionalId(row.professional_id)), row.name) for row in rows)
    return tuple(sorted(named, key=lambda pair: place_of(pair[1])))


def groups_in_use(console: Console) -> tuple[tuple[GroupId, str], ...]:
    """Return the groups that a line may be about, by name."""
    with console.store.reading() as connection:
        rows = connection.execute(select(groups.c.id, groups.c.name).where(groups.c.archived_at.is_(None))).all()
    return tuple((GroupId(row.id), row.name) for row in sorted(rows, key=lambda row: place_of(row.name)))


def _called(row: Row[*tuple[Any, ...]], language: str) -> str:
    work = job_name(row.job, language) or row.organisation or ""
    return f"{row.name} ({work})" if work and work.casefold() not in row.name.casefold() else str(row.name)


def _history(connection: Connection, console: Console, item: Row[*tuple[Any, ...]] | None) -> Iterator[PastStep]:
    if item is None:
        return
    statement = select(decisions, IS_UNDONE).where(decisions.c.item_id == item.id)
    told_of = statement.where(decisions.c.verb != Verb.UNDO.value).order_by(decisions.c.id.desc())
    for row in connection.execute(told_of).all():
        words = told(connection, rows_of(row), console.language)
        yield PastStep(Verb(row.verb), row.actor, row.decided_at, words, bool(row.is_undone))


def _notes(connection: Connection, console: Console, item: Row[*tuple[Any, ...]] | None) -> tuple[Note, ...]:
    if item is None:
        return ()
    written = select(decisions.c.id).where(decisions.c.item_id == item.id, decisions.c.verb == Verb.NOTE.value)
    return notes_where(connection, console, notes.c.decision_id.in_(written))
