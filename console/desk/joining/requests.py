"""The page Aanmeldingen: who asks to join, over all groups. Each call is one transaction, but for ``put``."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, Select, and_, case, func, select

from console.desk import outbox
from console.desk.claims import looked_at_by
from console.desk.console import Console
from console.desk.conversation import Line, lines_around
from console.desk.joining.incoming import IS_TAKEN_BACK, Incoming, Put, put
from console.desk.joining.persons import applicant_of, columns_of
from console.desk.joining.screening import screen
from console.desk.joining.stored_rules import of_row
from console.desk.journal import RowChange, changes_of, decide, rows_of
from console.desk.person_facts import Note, notes_where
from console.desk.phone_numbers import e164
from console.desk.seen import check_unchanged, seen_of
from console.desk.told import told
from console.domain.changes import Changes
from console.domain.decision import ItemId, ItemKind, Seen, Verb
from console.domain.group import GroupId, Tool
from console.domain.join_request import (
    Applicant,
    JoinRequest,
    RefusalReason,
    RequestId,
    RequestSource,
    RequestState,
    Screening,
)
from console.domain.member import PersonId
from console.domain.message import MessageId
from console.domain.outgoing import Action
from console.domain.profile import JoinPolicy
from console.errors import ExpectedError
from console.store.queries.decisions import IS_UNDONE
from console.store.tables import decisions, groups, items, join_requests, notes

__all__ = [
    "Added",
    "Incoming",
    "Overview",
    "PastStep",
    "Put",
    "RequestDetail",
    "Summary",
    "add",
    "change",
    "detail",
    "overview",
    "put",
    "requests",
    "summary",
]

AROUND: Final = 3  # lines of the chat before and after the message that asks
_WAITING: Final = (RequestState.OPEN, RequestState.WAITING_APPLICANT, RequestState.WAITING_LIST)


@dataclass(frozen=True, slots=True)
class Added:
    """A request that was typed or taken in; ``is_new`` is False when this person asked this group already."""

    request_id: RequestId
    changes: Changes
    is_new: bool = True


@dataclass(frozen=True, slots=True)
class Overview:
    """What a list shows: so many of each part as it can hold, and how many there are by group and state."""

    requests: tuple[JoinRequest, ...]
    counts: Mapping[tuple[GroupId, RequestState], int]


@dataclass(frozen=True, slots=True)
class PastStep:
    """What was decided about a request; ``at`` is aware, in the zone of the group, ``words`` tell what changed."""

    verb: Verb
    actor: str
    at: datetime
    words: tuple[str, ...]
    is_undone: bool


@dataclass(frozen=True, slots=True)
class RequestDetail:
    """A request with all that is known of it.

    ``lines`` are the message that asks with what was said around it (none for another source), ``focus`` its place
    among them. ``history`` is the latest first. ``seen`` goes with a decision. ``can_send``: a carrier takes it;
    else it becomes a to-do. ``keeps_until`` is when what is known is erased, None as long as it waits;
    ``starts_at`` is the kick-off of a group that did not start yet. Times are aware, in the zone of the group.
    """

    request: JoinRequest
    screening: Screening
    lines: tuple[Line, ...]
    focus: int | None
    history: tuple[PastStep, ...]
    notes: tuple[Note, ...]
    seen: Seen | None
    looked_at_by: str | None
    can_send: bool
    keeps_until: datetime | None
    starts_at: datetime | None


@dataclass(frozen=True, slots=True)
class Summary:
    """How many wait for this group: for a decision (``overdue`` of them too long), for an answer, for a place."""

    is_open_group: bool
    open: int = 0
    overdue: int = 0
    waiting_applicant: int = 0
    waiting_list: int = 0

    @property
    def waiting(self) -> int:
        """How many are not decided."""
        return self.open + self.waiting_applicant + self.waiting_list


# --- looking ---------------------------------------------------------------------------------------------------------


def requests(
    console: Console, state: RequestState | None = None, group_id: GroupId | None = None
) -> tuple[JoinRequest, ...]:
    """Return the requests of groups that are not archived: what waits first, the oldest first; then the last decided.

    An erased one has no name any more.
    """
    statement = _listed(group_id)
    if state is not None:
        statement = statement.where(join_requests.c.state == state.value)
    with console.store.reading() as connection:
        return tuple(_request(row) for row in connection.execute(statement))


def overview(console: Console, group_id: GroupId | None = None, *, most: int) -> Overview:
    """Return of what is open, waits for an answer, waits for a place and is decided the first ``most`` requests each.

    In the order of ``requests``, of one group or of all; the counts are of all groups that are not archived.
    """
    states = [one.value for one in _WAITING]
    parts = (*(join_requests.c.state == state for state in states), join_requests.c.state.not_in(states))
    number = func.count().label("number")
    counted = select(join_requests.c.group_id, join_requests.c.state, number)
    counted = counted.join(groups, groups.c.id == join_requests.c.group_id).where(
        groups.c.archived_at.is_(None), ~IS_TAKEN_BACK
    )
    with console.store.reading() as connection:
        rows = [row for part in parts for row in connection.execute(_listed(group_id).where(part).limit(most))]
        by_state = connection.execute(counted.group_by(join_requests.c.group_id, join_requests.c.state)).all()
    return Overview(
        requests=tuple(_request(row) for row in rows),
        counts={(GroupId(row.group_id), RequestState(row.state)): row.number for row in by_state},
    )


def _listed(group_id: GroupId | None) -> Select[*tuple[Any, ...]]:
    waits = join_requests.c.state.in_([one.value for one in _WAITING])
    order = case({one.value: place for place, one in enumerate(_WAITING)}, value=join_requests.c.state, else_=9)
    statement = _rows().where(groups.c.archived_at.is_(None), ~IS_TAKEN_BACK)
    if group_id is not None:
        statement = statement.where(join_requests.c.group_id == group_id)
    return statement.order_by(
        order, case((waits, join_requests.c.received_at)), join_requests.c.decided_at.desc(), join_requests.c.id
    )


def detail(console: Console, request_id: RequestId) -> RequestDetail:
    """Return all of one request. Raises ``ExpectedError("request_gone")``."""
    with console.store.reading() as connection:
        row = connection.execute(_rows().where(join_requests.c.id == request_id)).first()
        if row is None:
            raise ExpectedError("request_gone")
        request = _request(row)
        item = connection.execute(select(items).where(items.c.id == row.item_id)).first()
        lines, focus = _conversation(connection, console.language, row)
        starts_at = row.kick_off_at if row.kick_off_at and row.kick_off_at > console.now() else None
        return RequestDetail(
            request=request,
            screening=screen(connection, console, _stored(connection, request_id)),
            lines=lines,
            focus=focus,
            history=tuple(_history(connection, console, row)),
            notes=_notes(connection, console, row.item_id),
            seen=None if item is None else seen_of(connection, item),
            looked_at_by=None if item is None else looked_at_by(console, item),
            can_send=outbox.can_carry(console, Tool(row.tool), Action.ADMIT),
            keeps_until=request.ends_at,
            starts_at=None if starts_at is None else starts_at.astimezone(ZoneInfo(row.time_zone)),
        )


def summary(console: Console, group_id: GroupId) -> Summary:
    """Return how many wait for a group; an open group has no queue. Raises ``ExpectedError("group_gone")``."""
    of_group = select(join_requests.c.state, join_requests.c.received_at)
    with console.store.reading() as connection:
        group = connection.execute(select(groups).where(groups.c.id == group_id)).first()
        if group is None:
            raise ExpectedError("group_gone")
        rows = connection.execute(of_group.where(join_requests.c.group_id == group_id, ~IS_TAKEN_BACK)).all()
    counted = {state: sum(row.state == state.value for row in rows) for state in _WAITING}
    limit_days = of_row(group).limit_days
    is_open = (row for row in rows if row.state == RequestState.OPEN.value)
    return Summary(
        is_open_group=JoinPolicy(group.join_policy) is JoinPolicy.OPEN,
        open=counted[RequestState.OPEN],
        overdue=sum((console.now() - row.received_at).days > limit_days for row in is_open),
        waiting_applicant=counted[RequestState.WAITING_APPLICANT],
        waiting_list=counted[RequestState.WAITING_LIST],
    )


def _rows() -> Select[*tuple[Any, ...]]:
    other = groups.alias("other")
    of_request = and_(items.c.kind == ItemKind.REQUEST.value, items.c.subject_id == join_requests.c.id)
    return (
        select(
            join_requests,
            items.c.id.label("item_id"),
            groups.c.name.label("group"),
            groups.c.time_zone,
            groups.c.tool,
            groups.c.kick_off_at,
            other.c.name.label("other_group"),
        )
        .join(groups, groups.c.id == join_requests.c.group_id)
        .outerjoin(items, of_request)
        .outerjoin(other, other.c.id == join_requests.c.other_group_id)
    )


def _request(row: Row[*tuple[Any, ...]]) -> JoinRequest:
    zone = ZoneInfo(row.time_zone)

    def local(moment: datetime | None) -> datetime | None:
        return None if moment is None else moment.astimezone(zone)

    who = applicant_of(row)
    return JoinRequest(
        id=RequestId(row.id),
        item_id=None if row.item_id is None else ItemId(row.item_id),
        group_id=GroupId(row.group_id),
        group=row.group,
        applicant=replace(who, consent_at=local(who.consent_at)),
        source=RequestSource(row.source),
        state=RequestState(row.state),
        received_at=row.received_at.astimezone(zone),
        decided_at=local(row.decided_at),
        ends_at=local(row.ends_at),
        question=row.question,
        reason_code=None if row.reason_code is None else RefusalReason(row.reason_code),
        reason=row.reason,
        other_group=row.other_group,
        message_id=None if row.message_id is None else MessageId(row.message_id),
        person_id=None if row.person_id is None else PersonId(row.person_id),
    )


def _conversation(
    connection: Connection, language: str, row: Row[*tuple[Any, ...]]
) -> tuple[tuple[Line, ...], int | None]:
    return ((), None) if row.message_id is None else lines_around(connection, language, row.message_id, AROUND)


def _history(connection: Connection, console: Console, request: Row[*tuple[Any, ...]]) -> Iterator[PastStep]:
    statement = select(decisions, IS_UNDONE).where(decisions.c.item_id == request.item_id)
    told_of = statement.where(decisions.c.verb != Verb.UNDO.value).order_by(decisions.c.id.desc())
    for row in connection.execute(told_of).all():
        at = row.decided_at.astimezone(ZoneInfo(request.time_zone))
        words = told(connection, rows_of(row), console.language)
        yield PastStep(Verb(row.verb), row.actor, at, words, bool(row.is_undone))


def _notes(connection: Connection, console: Console, item_id: int | None) -> tuple[Note, ...]:
    written = select(decisions.c.id).where(decisions.c.item_id == item_id, decisions.c.verb == Verb.NOTE.value)
    return notes_where(connection, console, notes.c.decision_id.in_(written))


# --- typing and changing ---------------------------------------------------------------------------------------------


def add(
    console: Console, group_id: GroupId, applicant: Applicant, *, source: RequestSource = RequestSource.FORM
) -> Added:
    """Take in a request that somebody typed or pasted; who asks this group already gets what is new filled in.

    Raises ``ExpectedError``: ``group_gone``, ``request_name_empty``, ``phone_unknown``, ``request_open_group``.
    """
    applicant = _typed(applicant)
    with console.store.writing() as connection:
        taken = put(connection, console, group_id, [Incoming(applicant, console.now(), source)])
        if taken.is_open_group:
            name = connection.scalar(select(groups.c.name).where(groups.c.id == group_id))
            raise ExpectedError("request_open_group", group=name)
        (request_id,) = (*taken.new, *taken.updated, *taken.known)
        return Added(request_id, taken.changes(group_id), is_new=bool(taken.new))


def change(console: Console, request_id: RequestId, applicant: Applicant, *, seen: Seen | None = None) -> Changes:
    """Correct what is known of who asks; undo takes it back.

    Raises ``ExpectedError``: ``request_gone`` (also for one that is erased), ``request_name_empty``,
    ``phone_unknown``, ``changed_meanwhile``.
    """
    applicant = _typed(applicant)
    with console.store.writing() as connection:
        row = _stored(connection, request_id)
        item = _item(connection, request_id)
        if row.erased_at is not None:
            raise ExpectedError("request_gone")
        if item is not None:
            check_unchanged(connection, console, item, seen)
        after = {name: value for name, value in columns_of(applicant).items() if getattr(row, name) != value}
        if not after:
            return Changes()
        told_of = RowChange(join_requests, row.id, {name: getattr(row, name) for name in after}, after)
        item_id = None if item is None else item.id
        decision = decide(connection, console, Verb.REQUEST, [told_of], group_id=row.group_id, item_id=item_id)
        return changes_of([told_of], row.group_id, decision)


def _typed(applicant: Applicant) -> Applicant:
    """Return who asks as a person typed it, with the number in E.164."""
    if not applicant.name.strip():
        raise ExpectedError("request_name_empty")
    return replace(applicant, phone=e164(applicant.phone) if applicant.phone else None)


def _item(connection: Connection, request_id: RequestId) -> Row[*tuple[Any, ...]] | None:
    of_request = and_(items.c.kind == ItemKind.REQUEST.value, items.c.subject_id == request_id)
    return connection.execute(select(items).where(of_request)).first()


def _stored(connection: Connection, request_id: RequestId) -> Row[*tuple[Any, ...]]:
    row = connection.execute(select(join_requests).where(join_requests.c.id == request_id)).first()
    if row is None:
        raise ExpectedError("request_gone")
    return row
