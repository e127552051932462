"""A message in its conversation, and what is known of who wrote it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, Select, func, select, tuple_

from console.desk.claims import looked_at_by
from console.desk.console import Console
from console.desk.forgetting.shown import shown_text
from console.desk.person_facts import (
    Consent,
    Membership,
    Note,
    PastDecision,
    is_about,
    memberships_of,
    notes_where,
    past_decisions,
    role_of,
)
from console.desk.queue import Rank
from console.desk.rungs import taken_steps
from console.desk.seen import seen_of
from console.domain.decision import Item, Seen
from console.domain.judgement import Judgement, Role
from console.domain.ladder import Proposal, TakenStep
from console.domain.member import GroupRole, PersonId
from console.domain.message import Event, Kind, MessageId
from console.errors import ExpectedError
from console.store.queries.judgements import judgement_for
from console.store.queries.people import phone_of
from console.store.tables import (
    groups,
    items,
    members,
    message_changes,
    messages,
    notes,
)

RECENT_LINES: Final = 5


@dataclass(frozen=True, slots=True)
class Line:
    """A message in a conversation. ``at`` is aware, in the group's zone.

    ``first_text`` is the text as first read, where a later export said something else; None otherwise.
    """

    id: MessageId
    at: datetime
    author: str | None
    text: str
    kind: Kind
    event: Event | None
    is_edited: bool
    is_deleted: bool
    is_doubtful: bool
    attachments: tuple[str, ...]
    role: Role
    first_text: str | None


@dataclass(frozen=True, slots=True)
class MemberCard:
    """Who wrote a message: only what this group's chat and its administrators say, over all groups for decisions.

    Times are aware UTC. ``joined_at`` is None when he was there before the export began, ``left_at`` None while he is
    a member. ``messages`` counts those in this group; ``recent`` are the last five, oldest first. ``phone`` is in E.164
    where it is known, ``elsewhere`` what he is or was a member of besides, ``steps`` are those that still count.
    """

    name: str
    role: GroupRole
    joined_at: datetime | None
    left_at: datetime | None
    messages: int
    recent: tuple[Line, ...]
    notes: tuple[Note, ...]
    decisions: tuple[PastDecision, ...]
    person_id: PersonId
    phone: str | None
    consent: Consent
    elsewhere: tuple[Membership, ...]
    steps: tuple[TakenStep, ...]


@dataclass(frozen=True, slots=True)
class Detail:
    """A message with what stands around it. ``focus`` is the place of the message itself in ``lines``.

    ``item`` is None when the message was never queued, ``judgement`` when it was never judged, ``member`` when the
    line has no author. ``notes`` are those on this very message that did not end yet. ``proposal`` is the next step
    with its author, None where the ladder has nothing to say. ``seen`` goes with a decision about the item, so that one
    about something else is refused; ``looked_at_by`` is who else looks at it now (``desk/claims.py``). ``talk`` is the
    sentence with which closing the talk is proposed (``desk/reports/closing.py``), None for what the judge flagged.
    """

    item: Item | None
    judgement: Judgement | None
    lines: tuple[Line, ...]
    focus: int
    member: MemberCard | None
    notes: tuple[Note, ...] = ()
    proposal: Proposal | None = None
    seen: Seen | None = None
    looked_at_by: str | None = None
    talk: str | None = None


def load_detail(
    connection: Connection, console: Console, message_id: int, item: Item | None, *, before: int, after: int
) -> Detail:
    """Return a message in its conversation. Raises ``ExpectedError("message_gone")`` when it is not in the store."""
    message = _place_of(connection, message_id)
    lines, focus = _around(connection, console.language, message_id, message, beside=(before, after))
    row = None if item is None else connection.execute(select(items).where(items.c.id == item.id)).one()
    return Detail(
        item=item,
        judgement=judgement_for(connection, message_id),
        lines=lines,
        focus=focus,
        member=None if message.member_id is None else _member_card(connection, console, message.member_id),
        notes=notes_where(connection, console, notes.c.message_id == message_id),
        seen=None if row is None else seen_of(connection, row),
        looked_at_by=None if row is None else looked_at_by(console, row),
        talk=item.why if item is not None and row is not None and row.rank == Rank.TALK else None,
    )


def lines_around(connection: Connection, language: str, message_id: int, count: int) -> tuple[tuple[Line, ...], int]:
    """Return a message with at most so many lines before and after it, and its own place among them.

    Raises ``ExpectedError("message_gone")``.
    """
    return _around(connection, language, message_id, _place_of(connection, message_id), beside=(count, count))


def lines_of(connection: Connection, language: str, message_ids: Sequence[int]) -> tuple[Line, ...]:
    """Return these messages of one chat, in the order of the export; those that are gone are left out."""
    here = _lines(language).where(messages.c.id.in_(message_ids)).order_by(messages.c.position, messages.c.id)
    return _as_lines(connection, connection.execute(here).all())


def _place_of(connection: Connection, message_id: int) -> Row[*tuple[Any, ...]]:
    place = select(messages.c.group_id, messages.c.position, messages.c.member_id).where(messages.c.id == message_id)
    row = connection.execute(place).first()
    if row is None:
        raise ExpectedError("message_gone")
    return row


def _around(
    connection: Connection, language: str, message_id: int, message: Row[*tuple[Any, ...]], *, beside: tuple[int, int]
) -> tuple[tuple[Line, ...], int]:
    """Return the message and its neighbours in the order of the export; positions may repeat, ids never do."""
    place = tuple_(messages.c.position, messages.c.id)
    here = tuple_(message.position, message_id)
    in_group, (before, after) = _lines(language).where(messages.c.group_id == message.group_id), beside
    earlier = in_group.where(place <= here).order_by(messages.c.position.desc(), messages.c.id.desc()).limit(before + 1)
    later = in_group.where(place > here).order_by(messages.c.position, messages.c.id).limit(after)
    first = connection.execute(earlier).all()[::-1]
    return _as_lines(connection, [*first, *connection.execute(later).all()]), len(first) - 1


def _lines(language: str) -> Select[*tuple[Any, ...]]:
    return (
        select(
            messages.c.id,
            messages.c.sent_at,
            shown_text(language).label("text"),
            messages.c.forgotten_at,
            messages.c.kind,
            messages.c.event,
            messages.c.is_edited,
            messages.c.deleted_at,
            messages.c.is_doubtful,
            messages.c.attachments,
            members.c.name.label("author"),
            members.c.role,
            groups.c.time_zone,
        )
        .join(groups, groups.c.id == messages.c.group_id)
        .outerjoin(members, members.c.id == messages.c.member_id)
    )


def _as_lines(connection: Connection, rows: Sequence[Row[*tuple[Any, ...]]]) -> tuple[Line, ...]:
    first_texts = _first_texts(connection, [row.id for row in rows])
    return tuple(
        Line(
            id=MessageId(row.id),
            at=row.sent_at.astimezone(ZoneInfo(row.time_zone)),
            author=row.author,
            text=row.text,
            kind=Kind(row.kind),
            event=Event(row.event) if row.event else None,
            is_edited=row.is_edited,
            is_deleted=row.deleted_at is not None or row.kind == Kind.DELETED.value,
            is_doubtful=row.is_doubtful,
            attachments=tuple(row.attachments or ()),
            role=role_of(row.role),
            first_text=_first_text(row, first_texts),
        )
        for row in rows
    )


def _first_text(row: Row[*tuple[Any, ...]], first_texts: Mapping[int, str]) -> str | None:
    """Return what a message said first, where that was something else and still stands."""
    first = first_texts.get(row.id)
    return first if row.forgotten_at is None and first != row.text else None


def _first_texts(connection: Connection, message_ids: Iterable[int]) -> dict[int, str]:
    """Return the text as first read of the messages that a later export edited: what stood before the first change."""
    first = (
        select(func.min(message_changes.c.id))
        .where(message_changes.c.message_id.in_(list(message_ids)), message_changes.c.what == "edited")
        .group_by(message_changes.c.message_id)
    )
    rows = connection.execute(
        select(message_changes.c.message_id, message_changes.c.before).where(message_changes.c.id.in_(first))
    )
    return {message_id: before for message_id, before in rows if before is not None}


def _member_card(connection: Connection, console: Console, member_id: int) -> MemberCard:
    member = connection.execute(select(members).where(members.c.id == member_id)).one()
    everywhere = memberships_of(connection, member.person_id)
    here = next(membership for membership in everywhere if membership.id == member_id)
    recent = connection.execute(
        _lines(console.language)
        .where(messages.c.member_id == member_id)
        .order_by(messages.c.sent_at.desc(), messages.c.position.desc())
        .limit(RECENT_LINES)
    ).all()
    return MemberCard(
        name=member.name,
        role=here.role,
        joined_at=here.periods[0].joined_at if here.periods else None,
        left_at=here.periods[0].left_at if here.periods else None,
        messages=connection.execute(select(func.count()).where(messages.c.member_id == member_id)).scalar_one(),
        recent=_as_lines(connection, recent[::-1]),
        notes=notes_where(connection, console, is_about(member.person_id, member.group_id)),
        decisions=past_decisions(connection, console, member.person_id, member.group_id),
        person_id=PersonId(member.person_id),
        phone=phone_of(connection, member.person_id),
        consent=here.consent,
        elsewhere=tuple(membership for membership in everywhere if membership.id != member_id),
        steps=taken_steps(connection, console, member.person_id),
    )
