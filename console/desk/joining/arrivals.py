"""Who asked to join is in: the chat shows him, so that his request is over, decided by a person or not."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, Row, and_, or_, select, update

from console import texts
from console.desk.console import Console
from console.desk.joining.persons import bare, is_mobile
from console.desk.joining.stored_rules import of_row
from console.domain.decision import ItemKind, ItemState
from console.domain.join_request import RequestId, RequestSource, RequestState
from console.domain.member import MemberId, PersonId
from console.domain.outgoing import SendState, TodoState
from console.domain.welcome import ConfirmedHow
from console.store.queries.roll import IS_TAKEN_BACK
from console.store.tables import groups, items, join_requests, member_names, members, memberships, outbox, people, todos

_WAITS: Final = (RequestState.OPEN.value, RequestState.WAITING_APPLICANT.value, RequestState.WAITING_LIST.value)
_IS_TO_COME: Final = or_(
    join_requests.c.state.in_(_WAITS),
    and_(join_requests.c.state == RequestState.ADMITTED.value, join_requests.c.person_id.is_(None)),
)


class _Arrival(NamedTuple):
    """Somebody who came into a group; ``joined_at`` is aware UTC, ``phone`` in E.164 where it is known."""

    member_id: MemberId
    person_id: PersonId
    joined_at: datetime
    phone: str | None


def settle(connection: Connection, console: Console, group_id: int) -> tuple[RequestId, ...]:
    """Close the requests of a group of which the chat shows that he joined since, in the caller's transaction.

    One that nobody decided about is over by itself; of one that was admitted it is known now who he is. What he agreed
    to stands with the member from then on. Return the requests that changed.
    """
    wanted = select(join_requests).where(join_requests.c.group_id == group_id, _IS_TO_COME)
    coming = connection.execute(wanted.where(join_requests.c.erased_at.is_(None)).order_by(join_requests.c.id)).all()
    if not coming:
        return ()
    arrived = _Arrived(connection, group_id, min(request.received_at for request in coming))
    settled: list[RequestId] = []
    for request in coming:
        arrival = arrived.find(request)
        if arrival is not None:
            _welcome(connection, request, arrival)
            if request.state in _WAITS:
                _close(connection, console, request)
            settled.append(RequestId(request.id))
    return tuple(settled)


class _Arrived:
    """Who came into a group since a moment, by number and by name."""

    def __init__(self, connection: Connection, group_id: int, since: datetime) -> None:
        rows = connection.execute(
            select(members.c.id, members.c.person_id, people.c.phone, member_names.c.name, memberships.c.joined_at)
            .join(people, people.c.id == members.c.person_id)
            .join(memberships, memberships.c.member_id == members.c.id)
            .join(member_names, member_names.c.member_id == members.c.id)
            .where(members.c.group_id == group_id, members.c.erased_at.is_(None), ~IS_TAKEN_BACK)
            .where(memberships.c.joined_at >= _minute(since), memberships.c.left_at.is_(None))
        )
        self._by_phone: dict[str, set[_Arrival]] = defaultdict(set)
        self._by_name: dict[str, set[_Arrival]] = defaultdict(set)
        for row in rows:
            arrival = _Arrival(MemberId(row.id), PersonId(row.person_id), row.joined_at, row.phone)
            self._by_name[bare(row.name)].add(arrival)
            if row.phone:
                self._by_phone[row.phone].add(arrival)

    def find(self, request: Row[*tuple[Any, ...]]) -> _Arrival | None:
        """Return the one who came after a request (a row of ``join_requests``) and is surely he.

        A first name alone is enough only where the chat itself named him so, or a person admitted him; a landline,
        which a household shares, never is.
        """
        own = request.phone if request.phone and is_mobile(request.phone) else ""
        by_phone = _only_one(self._by_phone.get(own, ()), request.received_at)
        if by_phone is not None:
            return by_phone
        says_enough = " " in request.name.strip() or request.source == RequestSource.EXPORT.value
        if not says_enough and request.state != RequestState.ADMITTED.value:
            return None
        called_so = self._by_name.get(bare(request.name), ()) if bare(request.name) else ()
        return _only_one((one for one in called_so if not _has_other_number(one, request)), request.received_at)


def _has_other_number(arrival: _Arrival, request: Row[*tuple[Any, ...]]) -> bool:
    """Whether somebody of the same name is surely another: both have a mobile number of their own."""
    numbers = {number for number in (arrival.phone, request.phone) if number is not None and is_mobile(number)}
    return len(numbers) > 1


def _only_one(arrivals: Iterable[_Arrival], since: datetime) -> _Arrival | None:
    later = [arrival for arrival in arrivals if arrival.joined_at >= _minute(since)]
    return later[0] if len(later) == 1 else None


def _minute(moment: datetime) -> datetime:
    """Return the minute of a moment: most exports tell no seconds."""
    return moment.replace(second=0, microsecond=0)


def _welcome(connection: Connection, request: Row[*tuple[Any, ...]], arrival: _Arrival) -> None:
    """Let the request know who he is, and the member what he agreed to; what is known of the member stays."""
    row = update(join_requests).where(join_requests.c.id == request.id)
    connection.execute(row.values(person_id=arrival.person_id))
    agreed = {"consent_at": request.consent_at, "consent_channel": request.consent_channel}
    member = update(members).where(members.c.id == arrival.member_id)
    if request.consent_at is not None:
        connection.execute(member.where(members.c.consent_at.is_(None)).values(agreed))
    if request.has_read_rules:
        read = member.where(members.c.rules_confirmed_at.is_(None))
        known = {"rules_confirmed_at": request.received_at, "rules_confirmed_how": ConfirmedHow.ON_JOINING.value}
        connection.execute(read.values(known))
    if request.phone:
        person = update(people).where(people.c.id == arrival.person_id, people.c.phone.is_(None))
        connection.execute(person.values(phone=request.phone))


def _close(connection: Connection, console: Console, request: Row[*tuple[Any, ...]]) -> None:
    """Nobody decided: he was let in on the phone. What was still to be said to him is not."""
    rules = of_row(connection.execute(select(groups).where(groups.c.id == request.group_id)).one())
    after: Mapping[str, Any] = {
        "state": RequestState.ADMITTED.value,
        "decided_at": console.now(),
        "ends_at": console.now() + timedelta(days=rules.keep_refused_days),
        "reason": texts.say("joining.is_in_already", console.language),
    }
    connection.execute(update(join_requests).where(join_requests.c.id == request.id).values(after))
    of_request = and_(items.c.kind == ItemKind.REQUEST.value, items.c.subject_id == request.id)
    connection.execute(update(items).where(of_request).values(state=ItemState.DONE.value, later_until=None))
    for table, waits, gone in (
        (todos, (TodoState.OPEN.value, TodoState.NOT_SEEN.value), TodoState.WITHDRAWN.value),
        (outbox, (SendState.WAITING.value,), SendState.WITHDRAWN.value),
    ):
        standing = update(table).where(table.c.request_id == request.id, table.c.state.in_(waits))
        connection.execute(standing.values(state=gone))
