"""Which rows are about one person, and what they call him. In the caller's transaction."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields
from typing import Any, Final, Self

from sqlalchemy import Connection, Row, func, or_, select

from console.desk.joining.persons import bare, is_mobile
from console.desk.person_facts import periods_of
from console.domain.member import PersonId
from console.domain.one_person import Known, KnownAs, Person, Rows
from console.errors import ExpectedError
from console.store.erased import IS_NAME
from console.store.queries.people import ROOT_ID
from console.store.queries.roll import IS_TAKEN_BACK
from console.store.tables import (
    different_people,
    group_professionals,
    groups,
    join_requests,
    member_names,
    members,
    people,
    professionals,
    prospects,
)

_LETTERS: Final = {"people": "m", "requests": "a", "prospects": "l", "professionals": "p", "vouched": "v"}
_TABLES: Final = {"people": people, "requests": join_requests, "prospects": prospects, "professionals": professionals}


@dataclass(frozen=True)
class Found:
    """Ids of rows that are one person; ``vouched`` are requests in which he spoke for somebody else."""

    people: set[int] = field(default_factory=set)
    requests: set[int] = field(default_factory=set)
    prospects: set[int] = field(default_factory=set)
    professionals: set[int] = field(default_factory=set)
    vouched: set[int] = field(default_factory=set)

    def __le__(self, other: Self) -> bool:
        """Whether all of these rows are among the other's."""
        return all(ids <= getattr(other, kind) for kind, ids in self.by_kind())

    def by_kind(self) -> Iterator[tuple[str, set[int]]]:
        """Yield the ids of each kind of row."""
        return ((one.name, getattr(self, one.name)) for one in fields(self))

    @property
    def count(self) -> int:
        """How many rows."""
        return sum(len(ids) for _, ids in self.by_kind())


# --- what is the same person ----------------------------------------------------------------------------------------


def expand(connection: Connection, seed: Found) -> Found:
    """Return all rows that are the person of some rows: by links, and by what only one person has."""
    found, before = Found(**{kind: set(ids) for kind, ids in seed.by_kind()}), -1
    while found.count != before:
        before = found.count
        _follow_links(connection, found)
        _follow_contacts(connection, found)
    return found


def _follow_links(connection: Connection, found: Found) -> None:
    """Follow what an administrator said, or the program wrote down: merged, admitted, joined, works here."""

    def add(ids: set[int], *wanted: Any) -> None:  # noqa: ANN401  # of SQLAlchemy: a Select of ids
        for one in wanted:
            ids.update(row for row in connection.scalars(one) if row is not None)

    asked, might, works = join_requests.c, prospects.c, professionals.c
    of_prospects = select(members.c.person_id).join(prospects, might.member_id == members.c.id)
    add(
        found.people,
        select(asked.person_id).where(asked.id.in_(found.requests)),
        select(asked.vouched_by_id).where(asked.id.in_(found.vouched)),
        select(works.person_id).where(works.id.in_(found.professionals)),
        of_prospects.where(might.id.in_(found.prospects)),
    )
    roots = select(ROOT_ID).where(people.c.id.in_(found.people))
    add(found.people, select(people.c.id).where(ROOT_ID.in_(roots)))
    own = select(members.c.id).where(members.c.person_id.in_(found.people))
    add(found.requests, select(asked.id).where(asked.person_id.in_(found.people), asked.erased_at.is_(None)))
    add(found.vouched, select(asked.id).where(asked.vouched_by_id.in_(found.people), asked.erased_at.is_(None)))
    spoke = select(asked.vouched_by).where(asked.id.in_(found.vouched), asked.vouched_by_id.is_(None))
    add(
        found.vouched,
        select(asked.id).where(asked.vouched_by.in_(spoke.scalar_subquery()), asked.vouched_by_id.is_(None)),
    )
    add(found.prospects, select(might.id).where(might.member_id.in_(own)))
    add(found.professionals, select(works.id).where(works.person_id.in_(found.people)))


def _follow_contacts(connection: Connection, found: Found) -> None:
    """Follow numbers of mobile phones, and landlines and addresses of mail where the name is the same too."""
    rows = list(_contacts(connection, lambda table, kind: table.c.id.in_(getattr(found, kind))))
    numbers = {phone for _, phone, _ in rows if phone}
    mails = {mail.casefold() for _, _, mail in rows if mail}
    called = {bare(name) for name, _, _ in rows if name}
    apart = _told_apart(connection, found.people)
    for kind, table in _TABLES.items():
        mail = table.c.get("email")
        is_alike = [table.c.phone.in_(numbers)]
        is_alike += [func.lower(mail).in_(mails)] if mail is not None else []
        for row in connection.execute(select(table).where(or_(*is_alike))).all():
            is_own = bool(row.phone) and row.phone in numbers and is_mobile(row.phone)
            if (is_own or bare(row.name) in called) and not (kind == "people" and row.id in apart):
                getattr(found, kind).add(row.id)


def _told_apart(connection: Connection, ids: set[int]) -> set[int]:
    """Return the people of whom somebody said that they are not this person."""
    stands = different_people.c.removed_at.is_(None)
    one, other = different_people.c.person_id, different_people.c.other_id
    found = select(one, other).where(stands, or_(one.in_(ids), other.in_(ids)))
    pairs = {number for pair in connection.execute(found) for number in pair} - ids
    same = select(people.c.id).where(or_(people.c.id.in_(pairs), people.c.merged_into_id.in_(pairs)))
    return set(connection.scalars(same)) - ids


def _contacts(
    connection: Connection, wanted: Callable[[Any, str], Any]
) -> Iterator[tuple[str, str | None, str | None]]:
    """Yield the name, number and address of mail of rows."""
    for kind, table in _TABLES.items():
        mail = table.c.get("email")
        columns = [table.c.name, table.c.phone, *([] if mail is None else [mail])]
        for row in connection.execute(select(*columns).where(wanted(table, kind))):
            yield row.name, row.phone, None if mail is None else row.email


def called(connection: Connection, kind: str) -> Iterator[tuple[int, str]]:
    """Yield what every row of a kind calls somebody, name by name; a number is in E.164."""
    if kind == "people":
        of_member = select(members.c.person_id, member_names.c.name)
        named = of_member.join(member_names, member_names.c.member_id == members.c.id).where(IS_NAME)
        also = select(members.c.person_id, members.c.name, members.c.alias)
        statements = [named, also, select(people.c.id, people.c.name, people.c.phone)]
    elif kind == "vouched":
        statements = [select(join_requests.c.id, join_requests.c.vouched_by)]
    else:
        table = _TABLES[kind]
        contact = [table.c.contact] if kind == "prospects" else []
        statements = [select(table.c.id, table.c.name, table.c.phone, table.c.email, *contact)]
    for statement in statements:
        for row_id, *words in connection.execute(statement):
            yield from ((row_id, word) for word in words if word)


# --- what they say --------------------------------------------------------------------------------------------------


def about(connection: Connection, found: Found, key: str = "") -> Person:
    """Return who has these rows, under a key. Raises ``ExpectedError("person_gone")`` when there are none any more."""
    known, names, key = list[Known](), dict[str, None](), key or _key(found)
    own = _members(connection, found)
    known += [Known(one.kind, one.group, one.name) for one in own]
    names.update(dict.fromkeys(_names_of_members(connection, found, own)))
    for kind, row in _others(connection, found):
        name = _name_of(kind, row)
        if name:
            known.append(Known(kind, row.group or "", name))
            names[name] = None
    if not known or not key:
        raise ExpectedError("person_gone")
    contacts = list(_contacts(connection, lambda table, kind: table.c.id.in_(getattr(found, kind))))
    root = _root(connection, found)
    return Person(
        key=key,
        name=next(iter(names), known[0].name),
        names=tuple(names),
        phones=tuple(sorted({phone for _, phone, _ in contacts if phone})),
        mails=tuple(sorted({mail for _, _, mail in contacts if mail})),
        known=tuple(sorted(known, key=lambda one: (list(KnownAs).index(one.kind), one.group, one.name))),
        person_id=root,
        rows=listed(found, [row.id for row in own]),
    )


def _name_of(kind: KnownAs, row: Row[*tuple[Any, ...]]) -> str | None:
    """Return what a row calls somebody: of a company on the list of who might join, the one who speaks for it."""
    called: str | None = row.vouched_by if kind is KnownAs.VOUCHER else row.name
    return (row.contact or called) if kind is KnownAs.PROSPECT else called


def listed(found: Found, member_ids: Iterable[int]) -> Rows:
    """Return ids in order."""
    return Rows(members=tuple(sorted(member_ids)), **{kind: tuple(sorted(ids)) for kind, ids in found.by_kind()})


def _key(found: Found) -> str:
    """Return a key that finds the same rows: of the first row of each kind that the others do not lead to."""
    return next((f"{_LETTERS[kind]}{min(ids)}" for kind, ids in found.by_kind() if ids), "")


def _root(connection: Connection, found: Found) -> PersonId | None:
    roots = connection.scalars(select(ROOT_ID).where(people.c.id.in_(found.people)).order_by(ROOT_ID).limit(1)).first()
    return None if roots is None else PersonId(roots)


@dataclass(frozen=True, slots=True)
class _Member:
    id: int
    kind: KnownAs
    group: str
    name: str


def _members(connection: Connection, found: Found) -> list[_Member]:
    rows = connection.execute(
        select(members, groups.c.name.label("group"))
        .join(groups, groups.c.id == members.c.group_id)
        .where(members.c.person_id.in_(found.people), ~IS_TAKEN_BACK)
        .order_by(groups.c.name, members.c.id)
    ).all()
    periods = periods_of(connection, [row.id for row in rows])

    def kind(row: Row[*tuple[Any, ...]]) -> KnownAs:
        if row.erased_at is not None:
            return KnownAs.ERASED
        last = next(iter(periods.get(row.id, ())), None)
        return KnownAs.MEMBER if last is None or last.left_at is None else KnownAs.FORMER

    return [_Member(row.id, kind(row), row.group, row.name) for row in rows]


def _names_of_members(connection: Connection, found: Found, own: list[_Member]) -> Iterator[str]:
    """Yield what the person himself is called first, then all that the chats call or called him; of one who is erased
    nothing but what stands in the place of his name."""
    kept = [row.id for row in own if row.kind is not KnownAs.ERASED]
    if not kept:
        yield from (row.name for row in own)
        return
    of_people = select(people.c.name).where(people.c.id.in_(found.people))
    yield from connection.scalars(of_people.order_by(people.c.merged_into_id.is_not(None), people.c.id))
    had = select(member_names.c.name).where(member_names.c.member_id.in_(kept), IS_NAME)
    yield from connection.scalars(had.order_by(member_names.c.id))
    called = select(members.c.name, members.c.alias).where(members.c.id.in_(kept))
    for row in connection.execute(called):
        yield from filter(None, row)


def _others(connection: Connection, found: Found) -> Iterator[tuple[KnownAs, Row[*tuple[Any, ...]]]]:
    """Yield every other row with the group that it is of."""
    for kind, table, ids in (
        (KnownAs.APPLICANT, join_requests, found.requests),
        (KnownAs.PROSPECT, prospects, found.prospects),
        (KnownAs.VOUCHER, join_requests, found.vouched),
    ):
        rows = select(table, groups.c.name.label("group")).join(groups, groups.c.id == table.c.group_id)
        yield from ((kind, row) for row in connection.execute(rows.where(table.c.id.in_(ids)).order_by(table.c.id)))
    links = group_professionals.c
    works = (
        select(professionals, func.min(groups.c.name).label("group"))
        .outerjoin(group_professionals, (links.professional_id == professionals.c.id) & links.removed_at.is_(None))
        .outerjoin(groups, groups.c.id == links.group_id)
        .where(professionals.c.id.in_(found.professionals))
        .group_by(professionals.c.id)
    )
    yield from ((KnownAs.PROFESSIONAL, row) for row in connection.execute(works.order_by(professionals.c.id)))
