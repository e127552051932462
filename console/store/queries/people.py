"""Which rows are one person: somebody may be known under several names, until a person says that they are the same."""

import phonenumbers
from sqlalchemy import CompoundSelect, Connection, func, select

from console.store.tables import people

ROOT_ID = func.coalesce(people.c.merged_into_id, people.c.id)
"""The person that a row of ``people`` stands for. Merging is flat: what others were merged into is merged into none."""


def same_person(person_id: int) -> CompoundSelect[int]:
    """Return the ids of every row that is this person, for an ``IN``; each branch has an index of its own."""
    root = select(ROOT_ID).where(people.c.id == person_id).scalar_subquery()
    return (
        select(people.c.id)
        .where(people.c.id == root)
        .union_all(select(people.c.id).where(people.c.merged_into_id == root))
    )


def root_of(connection: Connection, person_id: int) -> int | None:
    """Return the person that a row stands for; None when there is no such row."""
    found: int | None = connection.scalar(select(ROOT_ID).where(people.c.id == person_id))
    return found


def phone_of(connection: Connection, person_id: int) -> str | None:
    """Return the number of a person in E.164, under whichever name it is known; None when it is not."""
    known = select(people.c.phone).where(people.c.id.in_(same_person(person_id)), people.c.phone.is_not(None))
    return connection.scalar(known.order_by(people.c.merged_into_id.is_not(None), people.c.id).limit(1))


def number_in(name: str) -> str | None:
    """Return the number, in E.164, that a chat calls somebody whom nobody saved; None for a name."""
    if not name.startswith("+"):
        return None
    try:
        number = phonenumbers.parse(name)
    except phonenumbers.NumberParseException:
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def objects(connection: Connection, person_id: int) -> bool:
    """Return whether somebody objected to how his data is used, and that was not settled yet."""
    said = select(people.c.id).where(people.c.id.in_(same_person(person_id)), people.c.objected_at.is_not(None))
    return connection.scalar(said.limit(1)) is not None
