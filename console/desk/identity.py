"""Is this the same person? Somebody may be a member under several names; a person says so, and may take it back."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sqlalchemy import CompoundSelect, Connection, Select, func, insert, select

from console.desk.console import Console
from console.desk.journal import RowChange, changes_of, decide
from console.domain.changes import Changes
from console.domain.decision import Verb
from console.domain.member import Likeness, PersonId
from console.errors import ExpectedError
from console.store.queries.people import ROOT_ID, root_of, same_person
from console.store.tables import different_people, groups, members, people

_BEFORE_NAME: Final = "~ \u00a0\u202f"  # WhatsApp writes it before a name that somebody gave himself


@dataclass(frozen=True, slots=True)
class Question:
    """Somebody who may be the same person, with the groups in which he is or was, and why it is asked."""

    person_id: PersonId
    name: str
    groups: tuple[str, ...]
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class OtherName:
    """Somebody who was said to be the same person; ``person_id`` is what ``separate`` takes."""

    person_id: PersonId
    name: str
    groups: tuple[str, ...]


# --- who may be the same ---------------------------------------------------------------------------------------------


def questions_of(connection: Connection, person_id: PersonId) -> tuple[Question, ...]:
    """Return who may be the same person: the same number, or the same full name. In the order of their names."""
    own = same_person(person_id)
    root = root_of(connection, person_id)
    phones = connection.scalars(select(people.c.phone).where(people.c.id.in_(own), people.c.phone.is_not(None))).all()
    names = connection.scalars(select(members.c.name).where(members.c.person_id.in_(own))).all()
    full = [name for name in map(full_name, names) if name is not None]
    bare_name = func.ltrim(members.c.name, _BEFORE_NAME).collate("NOCASE")
    by_name = select(ROOT_ID).join(members, members.c.person_id == people.c.id).where(bare_name.in_(full))
    alike: dict[Likeness, Select[int]] = {
        Likeness.PHONE: select(ROOT_ID).where(people.c.phone.in_(phones)),
        Likeness.NAME: by_name,
    }
    found: dict[int, Likeness] = {}
    for likeness, statement in alike.items():
        for (other,) in connection.execute(statement):
            found.setdefault(other, likeness)
    apart = _told_apart(connection)
    asked = [
        Question(PersonId(other), *_name_and_groups(connection, same_person(other), other), likeness)
        for other, likeness in found.items()
        if other != root and frozenset((root, other)) not in apart
    ]
    return tuple(sorted(asked, key=lambda question: (question.name.casefold(), question.person_id)))


def full_name(name: str) -> str | None:
    """Return a name of two words or more; a first name alone does not say who somebody is, nor does a number."""
    bare = name.lstrip(_BEFORE_NAME).strip()
    return bare if " " in bare and not bare.startswith("+") else None


def everybody_asked_about(connection: Connection) -> set[int]:
    """Return all people of whom it is asked whether they are the same as somebody else."""
    alike: dict[tuple[Likeness, str], set[int]] = defaultdict(set)
    for root, phone in connection.execute(select(ROOT_ID, people.c.phone).where(people.c.phone.is_not(None))):
        alike[Likeness.PHONE, phone].add(root)
    by_root = select(ROOT_ID, members.c.name).select_from(people).join(members, members.c.person_id == people.c.id)
    for root, name in connection.execute(by_root):
        if (bare := full_name(name)) is not None:
            alike[Likeness.NAME, bare.casefold()].add(root)
    apart = _told_apart(connection)
    return {
        root
        for roots in alike.values()
        for root in roots
        if any(other != root and frozenset((root, other)) not in apart for other in roots)
    }


def other_names(connection: Connection, person_id: PersonId) -> tuple[OtherName, ...]:
    """Return who was said to be the same as a person, by name."""
    merged = select(people.c.id).where(people.c.merged_into_id == person_id)
    return tuple(
        OtherName(PersonId(other), *_name_and_groups(connection, [other], other))
        for other in connection.scalars(merged.order_by(people.c.name, people.c.id)).all()
    )


def _told_apart(connection: Connection) -> set[frozenset[int]]:
    """Return every two people of whom somebody said that they are not the same."""
    one, other = people.alias("one"), people.alias("other")
    pairs = (
        select(func.coalesce(one.c.merged_into_id, one.c.id), func.coalesce(other.c.merged_into_id, other.c.id))
        .select_from(different_people)
        .join(one, one.c.id == different_people.c.person_id)
        .join(other, other.c.id == different_people.c.other_id)
        .where(different_people.c.removed_at.is_(None))
    )
    return {frozenset((one_root, other_root)) for one_root, other_root in connection.execute(pairs)}


def _name_and_groups(
    connection: Connection, ids: Iterable[int] | CompoundSelect[int], named: int
) -> tuple[str, tuple[str, ...]]:
    """Return what a person is called, and the groups in which one of the rows is or was."""
    found = (
        select(groups.c.name)
        .join(members, members.c.group_id == groups.c.id)
        .where(members.c.person_id.in_(ids))
        .order_by(groups.c.name)
        .distinct()
    )
    name = connection.execute(select(people.c.name).where(people.c.id == named)).scalar_one()
    return name, tuple(connection.scalars(found))


# --- what a person says of it ----------------------------------------------------------------------------------------


def merge(console: Console, person_id: PersonId, other_id: PersonId) -> Changes:
    """They are the same person: one card, one history. Undo and ``separate`` take it back.

    The card keeps the name of the first, unless that is only a number. Raises ``ExpectedError("person_gone")``.
    """
    with console.store.writing() as connection:
        root, other = _roots(connection, person_id, other_id)
        if root == other:
            return Changes()
        called = select(people.c.id, people.c.name).where(people.c.id.in_((root, other)))
        names = {row.id: row.name for row in connection.execute(called)}
        if names[root].startswith("+") and not names[other].startswith("+"):
            root, other = other, root
        rows = select(people.c.id, people.c.merged_into_id).where(people.c.id.in_(same_person(other)))
        return _decide(
            connection,
            console,
            [
                RowChange(people, row.id, before={"merged_into_id": row.merged_into_id}, after={"merged_into_id": root})
                for row in connection.execute(rows.order_by(people.c.id)).all()
            ],
        )


def separate(console: Console, person_id: PersonId) -> Changes:
    """Not the same person after all: this one stands for himself again. Raises ``ExpectedError("person_gone")``."""
    with console.store.writing() as connection:
        row = connection.execute(select(people.c.merged_into_id).where(people.c.id == person_id)).first()
        if row is None:
            raise ExpectedError("person_gone")
        if row.merged_into_id is None:
            return Changes()
        back = RowChange(
            people, person_id, before={"merged_into_id": row.merged_into_id}, after={"merged_into_id": None}
        )
        return _decide(connection, console, [back])


def not_the_same(console: Console, person_id: PersonId, other_id: PersonId) -> Changes:
    """They are two people, so it is not asked again. Raises ``ExpectedError("person_gone")``."""
    with console.store.writing() as connection:
        root, other = _roots(connection, person_id, other_id)
        now = console.now()
        said = {"person_id": root, "other_id": other, "said_at": now, "removed_at": now}
        (made,) = connection.execute(insert(different_people).values(said)).inserted_primary_key or (0,)
        change = RowChange(different_people, made, before={"removed_at": now}, after={"removed_at": None})
        return _decide(connection, console, [change])


def _roots(connection: Connection, person_id: PersonId, other_id: PersonId) -> tuple[int, int]:
    root, other = root_of(connection, person_id), root_of(connection, other_id)
    if root is None or other is None:
        raise ExpectedError("person_gone")
    return root, other


def _decide(connection: Connection, console: Console, changes: list[RowChange]) -> Changes:
    decision = decide(connection, console, Verb.PERSON, changes, group_id=None)
    return changes_of(changes, None, decision)
