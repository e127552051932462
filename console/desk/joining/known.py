"""Who asks may be known already: a member here or elsewhere, taken out before. A number is sure, a name is perhaps.

A landline is shared by a household or a company: it says who somebody is together with his name only.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, select

from console.desk.identity import full_name
from console.desk.joining.persons import bare, is_mobile
from console.desk.person_facts import Period, memberships_of, periods_of
from console.domain.group import GroupId
from console.domain.join_request import RequestId, RequestState
from console.domain.member import Likeness, PersonId
from console.store.queries.people import ROOT_ID
from console.store.queries.roll import IS_TAKEN_BACK
from console.store.tables import groups, join_requests, member_names, members, people

_BEFORE_NAME: Final = (
    "",
    "~",
    "~ ",
    "~\u00a0",
    "~\u202f",
)  # WhatsApp writes it before a name that somebody gave himself
_REMOVED: Final = "removed"
_WAITS: Final = (RequestState.OPEN.value, RequestState.WAITING_APPLICANT.value, RequestState.WAITING_LIST.value)


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """Somebody in one group who is, or may be, the one who asks; ``likeness`` says why. Times are aware UTC.

    ``removed_at`` is when he was last taken out, None when he never was.
    """

    person_id: PersonId
    group_id: GroupId
    group: str
    is_here: bool
    removed_at: datetime | None
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class OtherRequest:
    """A request of the same number that waits in another group."""

    id: RequestId
    group_id: GroupId
    group: str


def acquaintances_of(connection: Connection, request: Row[*tuple[Any, ...]]) -> tuple[Acquaintance, ...]:
    """Return who in any group is known by the number, or by the full name, of who asks, by group."""
    alike = dict.fromkeys(_by_name(connection, request.name), Likeness.NAME)
    if request.phone:
        by_phone = connection.execute(select(ROOT_ID, people.c.name).where(people.c.phone == request.phone))
        is_own, name = is_mobile(request.phone), bare(request.name)
        alike |= {person: Likeness.PHONE for person, called in by_phone if is_own or bare(called) == name}
    if request.person_id is not None:
        linked = select(ROOT_ID).where(people.c.id == request.person_id)
        alike |= dict.fromkeys(connection.scalars(linked), Likeness.PHONE)
    found = [one for person_id, why in alike.items() for one in _memberships(connection, person_id, why)]
    return tuple(sorted(found, key=lambda one: (one.group.casefold(), one.person_id)))


def other_requests(connection: Connection, request: Row[*tuple[Any, ...]]) -> Sequence[OtherRequest]:
    """Return what the same number asks of other groups, by group."""
    if not request.phone:
        return ()
    rows = connection.execute(
        select(join_requests.c.id, groups.c.id.label("group_id"), groups.c.name)
        .join(groups, groups.c.id == join_requests.c.group_id)
        .where(join_requests.c.phone == request.phone, join_requests.c.group_id != request.group_id)
        .where(join_requests.c.state.in_(_WAITS), groups.c.archived_at.is_(None))
        .order_by(groups.c.name)
    )
    return [OtherRequest(RequestId(row.id), GroupId(row.group_id), row.name) for row in rows]


def members_called(connection: Connection, group_id: int, name: str) -> tuple[PersonId, ...]:
    """Return the people who are in a group now under a name, as the chat or people write it."""
    named = (
        select(members.c.id, ROOT_ID.label("person_id"))
        .join(people, people.c.id == members.c.person_id)
        .join(member_names, member_names.c.member_id == members.c.id)
        .where(member_names.c.group_id == group_id, member_names.c.name.in_(_written(name)), ~IS_TAKEN_BACK)
    )
    person_of = {row.id: PersonId(row.person_id) for row in connection.execute(named)}
    periods = periods_of(connection, list(person_of))
    here = (person for member, person in person_of.items() if is_here(periods.get(member, ())))
    return tuple(dict.fromkeys(here))


def is_here(periods: Sequence[Period]) -> bool:
    """Return whether a member with these periods, newest first, is in the group now, as far as the chat tells."""
    return not periods or periods[0].left_at is None


def _by_name(connection: Connection, name: str) -> Iterator[int]:
    full = full_name(name)
    if full is not None:
        yield from connection.scalars(select(ROOT_ID).where(people.c.name.in_(_written(full))))


def _written(name: str) -> list[str]:
    """Return a name in the ways in which it may be written: an index finds only what is written the same."""
    words = name.split()
    first_large = [word[:1].upper() + word[1:].lower() for word in words]
    small_between = [*first_large[:1], *(word.lower() for word in words[1:-1]), *first_large[1:][-1:]]
    spellings = dict.fromkeys([name, *(" ".join(some) for some in (words, first_large, small_between))])
    return [before + spelling for spelling in spellings for before in _BEFORE_NAME]


def _memberships(connection: Connection, person_id: int, likeness: Likeness) -> Iterator[Acquaintance]:
    for membership in memberships_of(connection, person_id):
        ends = [period.left_at for period in membership.periods if period.how == _REMOVED]
        removed_at = max(filter(None, ends), default=None)
        group_id, person = membership.group_id, PersonId(person_id)
        yield Acquaintance(person, group_id, membership.group, membership.is_here, removed_at, likeness)
