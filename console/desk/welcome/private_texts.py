"""Texts for one person, in his own language: a refusal, the waiting list, a farewell, the way to the sister group.

A person finishes and sends each; who asks to join is answered on the page of the requests, where the decision is.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import Connection, Row, or_, select

from console.desk.console import Console
from console.desk.greeting import first_name
from console.desk.joining import stored_rules
from console.desk.members import place_of
from console.desk.welcome.catalogue import words
from console.desk.welcome.filling import fill_or_leave
from console.desk.welcome.group_settings import of_stored
from console.domain.group import GroupId, Kin
from console.domain.join_request import RequestState
from console.domain.member import GroupRole
from console.errors import ExpectedError
from console.store.queries.counts import IS_HERE
from console.store.tables import group_relations, groups, join_requests, members, memberships

LEFT_DAYS: Final = 30
"""How long somebody who left may be said goodbye to."""

_UNDECIDED: Final = tuple(
    state.value for state in (RequestState.OPEN, RequestState.WAITING_APPLICANT, RequestState.WAITING_LIST)
)


class TextKind(StrEnum):
    """What is said; a refusal by its reason where there is a text for it. As in ``[texts]`` of the catalogue."""

    REFUSE = "refuse"
    REFUSE_OUTSIDE_AREA = "refuse_outside_area"
    REFUSE_TOO_YOUNG = "refuse_too_young"
    REFUSE_RULES_NOT_READ = "refuse_rules_not_read"
    REFUSE_FULL = "refuse_full"
    WAITING_LIST = "waiting_list"
    FAREWELL = "farewell"
    TO_SISTER = "to_sister"

    @property
    def is_for_request(self) -> bool:
        """Whether it is for somebody who asks to join, and not for a member."""
        return self not in {TextKind.FAREWELL, TextKind.TO_SISTER}


@dataclass(frozen=True, slots=True)
class Reader:
    """Who may read a text: a member by his id, or a request by the id of its item; ``name`` as it is known."""

    id: int
    name: str
    is_member: bool


def readers(console: Console, group_id: GroupId, kind: TextKind) -> tuple[Reader, ...]:
    """Return who may be told this, by name: who asks to join, or members; a farewell also who left not long ago."""
    with console.store.reading() as connection:
        if kind.is_for_request:
            asking = _requests(group_id)
            found = [Reader(row.id, row.name, is_member=False) for row in connection.execute(asking)]
        else:
            here = _members(console, group_id, with_left=kind is TextKind.FAREWELL)
            found = [Reader(row.id, row.name, is_member=True) for row in connection.execute(here)]
    return tuple(sorted(found, key=lambda one: (place_of(one.name), one.id)))


def text(console: Console, group_id: GroupId, kind: TextKind, language: str, *, name: str | None = None) -> str:
    """Return a text in one of ``LANGUAGES``, for somebody of this name; without one the name is a blank.

    What is not known of the group stays a blank too. Raises ``ExpectedError("group_gone")``.
    """
    with console.store.reading() as connection:
        group = connection.execute(select(groups).where(groups.c.id == group_id)).first()
        if group is None:
            raise ExpectedError("group_gone")
        values = _values(connection, group)
    if name is not None:
        values["name"] = first_name(name)
    return fill_or_leave(words(language).texts[kind], values, language)


def _values(connection: Connection, group: Row[*tuple[Any, ...]]) -> dict[str, str]:
    settings = of_stored(group.welcome).settings
    age = stored_rules.of_row(group).minimum_age
    known = {
        "group": group.name,
        "age": None if age is None else str(age),
        "sister": _sister(connection, group.id),
        "link": settings.sister_link,
    }
    return {key: value for key, value in known.items() if value}


def _sister(connection: Connection, group_id: int) -> str | None:
    """Return the name of the group that belongs with this one; the first by name where several do."""
    relation = group_relations.c
    either_way = or_(relation.group_id == group_id, relation.other_id == group_id)
    is_other = or_(groups.c.id == relation.group_id, groups.c.id == relation.other_id)
    sisters = (
        select(groups.c.name)
        .join(group_relations, is_other)
        .where(either_way, groups.c.id != group_id, relation.kind == Kin.SISTER.value)
        .where(relation.removed_at.is_(None), groups.c.archived_at.is_(None))
    )
    return min(connection.scalars(sisters), key=str.casefold, default=None)


def _requests(group_id: GroupId) -> Any:  # noqa: ANN401  # a Select of id and name
    return select(join_requests.c.id, join_requests.c.name).where(
        join_requests.c.group_id == group_id,
        join_requests.c.state.in_(_UNDECIDED),
        join_requests.c.erased_at.is_(None),
        join_requests.c.name != "",
    )


def _members(console: Console, group_id: GroupId, *, with_left: bool) -> Any:  # noqa: ANN401  # a Select of id and name
    since = console.now() - timedelta(days=LEFT_DAYS)
    left = select(memberships.c.id).where(memberships.c.member_id == members.c.id, memberships.c.left_at > since)
    is_meant = or_(IS_HERE, left.exists()) if with_left else IS_HERE
    return select(members.c.id, members.c.name).where(
        members.c.group_id == group_id,
        members.c.erased_at.is_(None),
        members.c.role != GroupRole.PROFESSIONAL.value,
        is_meant,
    )
