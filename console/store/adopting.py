"""Somebody whom a person wrote down turns out to be a member whom the chat showed already: one of the two goes."""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Column, Connection, Row, Table, delete, func, select, update

from console.domain.member import MemberId
from console.store.tables import (
    different_people,
    join_requests,
    member_names,
    members,
    memberships,
    messages,
    notes,
    outbox,
    people,
    professionals,
    prospects,
    reports,
    steps,
    todos,
)

_OF_MEMBERS: Final[tuple[tuple[Table, Column[int]], ...]] = (
    (member_names, member_names.c.member_id),
    (messages, messages.c.member_id),
    (prospects, prospects.c.member_id),
    (reports, reports.c.called_by_id),
)
_OF_PEOPLE: Final[tuple[tuple[Table, Column[int]], ...]] = (
    (different_people, different_people.c.person_id),
    (different_people, different_people.c.other_id),
    (join_requests, join_requests.c.person_id),
    (join_requests, join_requests.c.vouched_by_id),
    (notes, notes.c.person_id),
    (outbox, outbox.c.person_id),
    (professionals, professionals.c.person_id),
    (steps, steps.c.person_id),
    (todos, todos.c.person_id),
)
_FILLED_IN: Final[Mapping[str, tuple[str, ...]]] = {  # what a person filled in, with what tells how it is known
    "consent_at": ("consent_channel",),
    "rules_sent_at": ("rules_sent_how",),
    "rules_reminded_at": (),
    "rules_confirmed_at": ("rules_confirmed_how",),
    "alias": (),
}


def adopt(connection: Connection, written_down: MemberId, member_id: MemberId) -> None:
    """Give all that is known of the one to the other, and let the first go. In the transaction of an import.

    What the chat told of the other stays as it is; what a person said of his role holds for him too.
    """
    gone = connection.execute(select(members).where(members.c.id == written_down)).one()
    kept = connection.execute(select(members).where(members.c.id == member_id)).one()
    missing = [(name, *more) for name, more in _FILLED_IN.items() if _is_new(kept, gone, name)]
    known = {name: getattr(gone, name) for names in missing for name in names}
    if kept.role_said_at is None and gone.role_said_at is not None:
        known |= {"role": gone.role, "role_said_at": gone.role_said_at}
    if known:
        connection.execute(update(members).where(members.c.id == member_id).values(known))
    _move_periods(connection, written_down, member_id)
    for table, column in _OF_MEMBERS:
        connection.execute(update(table).where(column == written_down).values({column: member_id}))
    _move_person(connection, gone.person_id, kept.person_id)


def _is_new(kept: Row[*tuple[Any, ...]], gone: Row[*tuple[Any, ...]], name: str) -> bool:
    return getattr(kept, name) is None and getattr(gone, name) is not None


def _move_periods(connection: Connection, written_down: MemberId, member_id: MemberId) -> None:
    """When the chat told nothing of when he came or left, what a person said of it counts."""
    of_chat = select(func.count()).where(memberships.c.member_id == member_id)
    if connection.execute(of_chat).scalar_one() == 0:
        said = update(memberships).where(memberships.c.member_id == written_down)
        connection.execute(said.values(member_id=member_id))


def _move_person(connection: Connection, gone_id: int, kept_id: int) -> None:
    """What belongs to the one person belongs to the other from now on; who was said to be the same stays so."""
    gone, kept = (
        connection.execute(select(people.c.phone, people.c.merged_into_id).where(people.c.id == person_id)).one()
        for person_id in (gone_id, kept_id)
    )
    for table, column in _OF_PEOPLE:
        connection.execute(update(table).where(column == gone_id).values({column: kept_id}))
    roots = [one.merged_into_id for one in (kept, gone) if one.merged_into_id not in {None, gone_id, kept_id}]
    root = roots[0] if roots else None
    same = people.c.merged_into_id.in_((gone_id, kept_id)) & people.c.id.not_in((gone_id, kept_id))
    connection.execute(update(people).where(same).values(merged_into_id=root or kept_id))
    values = {"merged_into_id": root, "phone": kept.phone or gone.phone}
    connection.execute(update(people).where(people.c.id == kept_id).values(values))
    connection.execute(delete(people).where(people.c.id == gone_id))  # takes the member along
