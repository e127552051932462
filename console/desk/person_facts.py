"""What is known of a member, over all groups: facts, never a score. Whoever is only talked about is nobody here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, and_, func, or_, select

from console.desk.console import Console
from console.desk.forgetting.shown import shown_text
from console.domain.decision import ItemKind, Verb
from console.domain.group import GroupId
from console.domain.judgement import Role
from console.domain.member import GroupRole, MemberId
from console.domain.message import MessageId
from console.domain.welcome import ConfirmedHow, SentHow
from console.store.queries.decisions import IS_UNDONE
from console.store.queries.people import objects, same_person
from console.store.queries.roll import IS_TAKEN_BACK
from console.store.roster import UNDONE
from console.store.tables import (
    decisions,
    groups,
    items,
    members,
    memberships,
    messages,
    notes,
    steps,
)

PAST_DECISIONS: Final = 20
ONE_LINE_CHARACTERS: Final = 200

_ABOUT_A_MESSAGE: Final = (
    *(Verb.FINE, Verb.LATER, Verb.NOTE, Verb.PRIVATE, Verb.GROUP, Verb.DELETE, Verb.REDIRECT, Verb.OTHER_GROUP),
    *(Verb.OFFICER, Verb.HANDLED, Verb.TALK, Verb.REMOVE),
)


@dataclass(frozen=True, slots=True)
class Note:
    """What an administrator wrote down. Every note ends: ``ends_at``, aware UTC, as is ``created_at``.

    ``group`` names the one group in which it is shown, None when it is shown in all groups.
    """

    text: str
    created_at: datetime
    ends_at: datetime
    message_id: MessageId | None
    id: int = 0
    group: str | None = None


@dataclass(frozen=True, slots=True)
class PastDecision:
    """An earlier decision about a message of the same person; ``text`` is that message on one line."""

    verb: Verb
    decided_at: datetime
    text: str
    note: str | None
    is_undone: bool
    group: str = ""


@dataclass(frozen=True, slots=True)
class Consent:
    """What a member agreed to and whether he knows the rules of a group; times are aware UTC, None: not, or not known.

    ``channel`` is how he agreed, in the words of the administrator. How he was sent the rules, and how it is known that
    he read them, is None where nobody wrote that down.
    """

    consent_at: datetime | None = None
    channel: str | None = None
    rules_sent_at: datetime | None = None
    rules_confirmed_at: datetime | None = None
    rules_sent_how: SentHow | None = None
    rules_confirmed_how: ConfirmedHow | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A time in which somebody was a member, aware UTC.

    ``joined_at`` is None when he was there before the export began, ``left_at`` None while he is a member; ``how`` is
    a word of the table: added, link, approved, left, removed; "said" when a person said so. ``reason`` is why he left.
    """

    joined_at: datetime | None
    left_at: datetime | None
    how: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Membership:
    """A person in one group, under the name that the chat shows; ``periods`` newest first."""

    id: MemberId
    group_id: GroupId
    group: str
    time_zone: str
    name: str
    role: GroupRole
    periods: tuple[Period, ...]
    consent: Consent
    alias: str | None = None

    @property
    def is_here(self) -> bool:
        """Whether he is a member now, as far as the chat tells."""
        return not self.periods or self.periods[0].left_at is None


@dataclass(frozen=True, slots=True)
class StandingStep:
    """A step of the ladder that still counts, as it is stored; times are aware UTC."""

    id: int
    rung: str
    group: str
    taken_at: datetime
    ends_at: datetime


def role_of(stored: str | None) -> Role:
    """Return what the judge calls somebody's role; a champion and a coordinator are members like any other to it."""
    return Role.MEMBER if stored in (None, "champion", "coordinator") else Role(stored)


def one_line(text: str) -> str:
    """Return the beginning of a text on one line, for a list."""
    line = " ".join(text[: 2 * ONE_LINE_CHARACTERS].split())
    return line if len(line) <= ONE_LINE_CHARACTERS else line[: ONE_LINE_CHARACTERS - 1] + "…"


def memberships_of(connection: Connection, person_id: int) -> tuple[Membership, ...]:
    """Return every group that a person is or was in, by name, with what he agreed to there."""
    rows = connection.execute(
        select(members, groups.c.name.label("group"), groups.c.time_zone)
        .join(groups, groups.c.id == members.c.group_id)
        .where(members.c.person_id.in_(same_person(person_id)), ~IS_TAKEN_BACK)
        .order_by(groups.c.name, members.c.id)
    ).all()
    periods = periods_of(connection, [row.id for row in rows])
    return tuple(
        Membership(
            id=MemberId(row.id),
            group_id=GroupId(row.group_id),
            group=row.group,
            time_zone=row.time_zone,
            name=row.name,
            role=GroupRole(row.role),
            periods=periods.get(row.id, ()),
            consent=consent_of(row),
            alias=row.alias,
        )
        for row in rows
    )


def consent_of(row: Row[*tuple[Any, ...]]) -> Consent:
    """Return what a row of ``members`` says of agreement and rules."""
    sent = row.rules_sent_how if row.rules_sent_at else None
    confirmed = row.rules_confirmed_how if row.rules_confirmed_at else None
    return Consent(
        *(row.consent_at, row.consent_channel, row.rules_sent_at, row.rules_confirmed_at),
        rules_sent_how=SentHow(sent) if sent else None,
        rules_confirmed_how=ConfirmedHow(confirmed) if confirmed else None,
    )


def periods_of(connection: Connection, member_ids: Sequence[int]) -> dict[int, tuple[Period, ...]]:
    """Return the periods of members, newest first; one that is still open is later than any that ended."""
    found: dict[int, tuple[Period, ...]] = {}
    rows = connection.execute(
        select(memberships)
        .where(memberships.c.member_id.in_(member_ids), memberships.c.how.is_distinct_from(UNDONE))
        .order_by(memberships.c.left_at.desc().nulls_first(), memberships.c.id.desc())
    )
    for row in rows:
        found[row.member_id] = (*found.get(row.member_id, ()), Period(row.joined_at, row.left_at, row.how, row.reason))
    return found


# --- notes -----------------------------------------------------------------------------------------------------------


def is_current(console: Console) -> ColumnElement[bool]:
    """Whether a note was not taken back and did not end yet: a condition on the table ``notes``."""
    return and_(notes.c.removed_at.is_(None), notes.c.ends_at > console.now())


def notes_where(connection: Connection, console: Console, *wanted: ColumnElement[bool]) -> tuple[Note, ...]:
    """Return the notes for which conditions on ``notes`` hold, the last one first."""
    rows = connection.execute(
        select(notes, groups.c.name.label("group"))
        .outerjoin(groups, groups.c.id == notes.c.group_id)
        .where(*wanted, is_current(console))
        .order_by(notes.c.created_at.desc(), notes.c.id.desc())
    )
    return tuple(
        Note(row.text, row.created_at, row.ends_at, row.message_id, id=row.id, group=row.group) for row in rows
    )


def is_about(person_id: int, group_id: int | None = None) -> ColumnElement[bool]:
    """Whether a note is about a person, and shown in a group where one is given: a condition on ``notes``."""
    about = notes.c.person_id.in_(same_person(person_id))
    return about if group_id is None else and_(about, or_(notes.c.group_id.is_(None), notes.c.group_id == group_id))


# --- decisions and steps ---------------------------------------------------------------------------------------------


def past_decisions(
    connection: Connection, console: Console, person_id: int, group_id: int | None = None
) -> tuple[PastDecision, ...]:
    """Return the last decisions about what a person wrote, in whatever group, newest first.

    With a group, the words of a note that is shown only in another group stay there. None while he objects.
    """
    if objects(connection, person_id):
        return ()
    # Asked for apart, so that the items of a person are found by what he wrote, and not his among everybody's.
    of_person = select(members.c.id).where(members.c.person_id.in_(same_person(person_id)))
    written = select(messages.c.id).where(messages.c.member_id.in_(of_person)).correlate(None)
    rows = connection.execute(
        select(
            decisions.c.verb,
            decisions.c.decided_at,
            func.coalesce(decisions.c.note, notes.c.text).label("note"),
            shown_text(console.language).label("text"),
            groups.c.name.label("group"),
            IS_UNDONE,
        )
        .join(items, and_(items.c.id == decisions.c.item_id, items.c.kind == ItemKind.MESSAGE.value))
        .join(messages, messages.c.id == items.c.subject_id)
        .join(groups, groups.c.id == messages.c.group_id)
        .outerjoin(
            notes, and_(notes.c.decision_id == decisions.c.id, is_current(console), is_about(person_id, group_id))
        )
        .where(items.c.subject_id.in_(written))
        .where(decisions.c.verb.in_([verb.value for verb in _ABOUT_A_MESSAGE]))
        .order_by(decisions.c.id.desc())
        .limit(PAST_DECISIONS)
    )
    return tuple(
        PastDecision(Verb(row.verb), row.decided_at, one_line(row.text), row.note, bool(row.is_undone), row.group)
        for row in rows
    )


def standing_steps(connection: Connection, console: Console, person_id: int) -> tuple[StandingStep, ...]:
    """Return the steps that were taken with a person in any group and still count, the first one first.

    None while he objects.
    """
    if objects(connection, person_id):
        return ()
    rows = connection.execute(
        select(steps, groups.c.name.label("group"))
        .join(groups, groups.c.id == steps.c.group_id)
        .where(steps.c.person_id.in_(same_person(person_id)))
        .where(steps.c.removed_at.is_(None), steps.c.ends_at > console.now())
        .order_by(steps.c.taken_at, steps.c.id)
    )
    return tuple(StandingStep(row.id, row.rung, row.group, row.taken_at, row.ends_at) for row in rows)
