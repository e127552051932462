"""Whom a group asks: the community officer, by name and number, so that a question to him can be opened at once."""

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Connection, Select, insert, select

from console.chats.fields import clean_name
from console.desk.console import Console
from console.desk.journal import RowChange
from console.desk.members import e164
from console.domain.group import GroupId, Officer
from console.store.tables import group_professionals, professionals

_PRESENCE: Final = "via_moderator"  # until somebody says that he takes part in the chat
_JOB: Final = "community_officer"


def officer_of(connection: Connection, group_id: int) -> Officer | None:
    """Return whom a group asks, None when nobody said."""
    row = connection.execute(_standing(group_id).limit(1)).first()
    return None if row is None else Officer(row.name, row.phone)


def changes_of_officer(
    connection: Connection, console: Console, group_id: GroupId, officer: Officer
) -> Iterator[RowChange]:
    """Yield what makes this one, and nobody else, the officer of a group; one without a name is nobody.

    Raises ``ExpectedError("phone_unknown")``.
    """
    name = clean_name(officer.name)
    phone = (officer.phone or "").strip()
    wanted = None if name is None else Officer(name, e164(phone) if phone else None)
    if wanted == officer_of(connection, group_id):
        return
    for row in connection.execute(_standing(group_id)).all():
        yield RowChange(group_professionals, row.id, before={"removed_at": None}, after={"removed_at": console.now()})
    if wanted is not None:
        yield _linked(connection, console, group_id, _known(connection, wanted))


def _standing(group_id: int) -> Select[*tuple[Any, ...]]:
    return (
        select(group_professionals.c.id, professionals.c.name, professionals.c.phone)
        .join(professionals, professionals.c.id == group_professionals.c.professional_id)
        .where(group_professionals.c.group_id == group_id, group_professionals.c.removed_at.is_(None))
        .order_by(professionals.c.id)
    )


def _known(connection: Connection, officer: Officer) -> int:
    """Return the professional with this name and number, whom other groups may ask too; a new one when nobody is."""
    is_he = (professionals.c.name == officer.name, professionals.c.phone.is_not_distinct_from(officer.phone))
    found = connection.scalar(select(professionals.c.id).where(*is_he).limit(1))
    if found is not None:
        return int(found)
    values = {"name": officer.name, "phone": officer.phone, "job": _JOB}
    (made,) = connection.execute(insert(professionals).values(values)).inserted_primary_key or (0,)
    return int(made)


def _linked(connection: Connection, console: Console, group_id: GroupId, professional_id: int) -> RowChange:
    """Return the change that links them; a new row is written as if taken back already."""
    links = group_professionals.c
    is_pair = (links.group_id == group_id, links.professional_id == professional_id)
    row = connection.execute(select(links.id, links.removed_at).where(*is_pair)).first()
    if row is None:
        now = console.now()
        values = {"group_id": group_id, "professional_id": professional_id, "presence": _PRESENCE, "removed_at": now}
        (made,) = connection.execute(insert(group_professionals).values(values)).inserted_primary_key or (0,)
        return RowChange(group_professionals, made, before={"removed_at": now}, after={"removed_at": None})
    return RowChange(group_professionals, row.id, before={"removed_at": row.removed_at}, after={"removed_at": None})
