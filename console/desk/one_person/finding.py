"""Finds who asks about his own data, by a name or a number: as a member, an applicant, a professional, or otherwise.

What is one person by a mobile number, or by the word of an administrator, is found as one. Who has the same name, or an
address of mail that a household may share, stands apart: a person says who it is.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, cast

from sqlalchemy import Connection, Select, select

from console.desk.console import Console
from console.desk.members import folded, matches, place_of
from console.desk.one_person.rows import Found, about, expand
from console.domain.member import PersonId
from console.domain.one_person import Person
from console.errors import ExpectedError
from console.store.erased import IS_NAME, members_called
from console.store.queries.people import ROOT_ID, root_of
from console.store.queries.roll import IS_TAKEN_BACK
from console.store.tables import join_requests, member_names, members, people, professionals, prospects

_BEFORE_NAMES: Final = ("", "~", "~ ", "~\u00a0", "~\u202f")  # as WhatsApp writes a name that somebody gave himself
_LETTERS: Final = {"m": "people", "a": "requests", "l": "prospects", "p": "professionals", "v": "vouched"}


def find(console: Console, name_or_number: str) -> tuple[Person, ...]:
    """Return who has all these words in one of his names, or in his number or address of mail, by name.

    Accents and capitals make no difference. Somebody who was erased is found by a whole name, as the chat wrote it.
    """
    wanted = [folded(word) for word in name_or_number.split()]
    if not wanted:
        return ()
    with console.store.reading() as connection:
        found: list[Found] = []
        for seed in _seeds(connection, wanted, name_or_number.strip()):
            if not any(seed <= one for one in found):
                found.append(expand(connection, seed))
        persons = [about(connection, one) for one in found]
    return tuple(sorted(persons, key=lambda one: (place_of(one.name), one.key)))


def person(console: Console, key: str) -> Person:
    """Return somebody by his key, or by several with "+" between them who are said to be one.

    Raises ``ExpectedError("person_gone")``.
    """
    with console.store.reading() as connection:
        return found_by(connection, key)


def found_by(connection: Connection, key: str) -> Person:
    """Return somebody by his key, in the caller's transaction. Raises ``ExpectedError("person_gone")``."""
    return about(connection, expand(connection, _seed_of(key)), key)


def member(console: Console, person_id: PersonId) -> Person:
    """Return the person of a card of the page Leden. Raises ``ExpectedError("person_gone")``."""
    return person(console, f"m{person_id}")


def member_root(connection: Connection, person_id: int) -> PersonId:
    """Return the person that a row of ``people`` stands for. Raises ``ExpectedError("person_gone")``."""
    root = root_of(connection, person_id)
    if root is None:
        raise ExpectedError("person_gone")
    return PersonId(root)


def _seed_of(key: str) -> Found:
    ids: dict[str, set[int]] = {}
    for part in key.split("+"):
        kind, number = _LETTERS.get(part[:1]), part[1:]
        if kind is None or not number.isascii() or not number.isdigit() or len(number) > 18:
            raise ExpectedError("person_gone")
        ids.setdefault(kind, set()).add(int(number))
    return Found(**ids)


# --- who has these words in his name --------------------------------------------------------------------------------


def _seeds(connection: Connection, wanted: list[str], typed: str) -> Iterator[Found]:
    """Yield one row of everybody who matches; the same person may come several times."""
    kept = (~IS_TAKEN_BACK, members.c.erased_at.is_(None))
    of_member = select(ROOT_ID, member_names.c.name, people.c.phone).select_from(people)
    of_member = of_member.join(members, members.c.person_id == people.c.id)
    named = of_member.join(member_names, member_names.c.member_id == members.c.id).where(*kept, IS_NAME)
    called = of_member.with_only_columns(ROOT_ID, people.c.name, members.c.alias).where(*kept)
    for root in sorted({*_matching(connection, named, wanted), *_matching(connection, called, wanted)}):
        yield Found(people={root})
    for root in _erased(connection, typed):
        yield Found(people={root})
    table = join_requests.c
    asked = select(table.id, table.name, table.phone, table.email).where(table.erased_at.is_(None))
    yield from (Found(requests={one}) for one in _matching(connection, asked, wanted))
    might = select(prospects.c.id, prospects.c.name, prospects.c.phone, prospects.c.email, prospects.c.contact)
    yield from (Found(prospects={one}) for one in _matching(connection, might, wanted))
    works = select(professionals.c.id, professionals.c.name, professionals.c.phone, professionals.c.email)
    yield from (Found(professionals={one}) for one in _matching(connection, works, wanted))
    spoke = select(table.id, table.vouched_by).where(table.vouched_by.is_not(None), table.vouched_by_id.is_(None))
    yield from (Found(vouched={one}) for one in _matching(connection, spoke, wanted))


def _matching(connection: Connection, statement: Select[*tuple[object, ...]], wanted: list[str]) -> Iterator[int]:
    """Yield the first column of rows of which one of the others matches; rows of the driver, for they may be many."""
    rows = cast("Iterable[tuple[int, *tuple[str | None, ...]]]", connection.execute(statement).cursor)
    for row_id, *written in rows:
        texts = [text for text in written if text]
        if any(matches(wanted, text, text if text.startswith("+") else None) for text in texts):
            yield row_id


def _erased(connection: Connection, typed: str) -> Sequence[int]:
    """Return who was erased and had this name."""
    called = members_called(connection, [before + typed for before in _BEFORE_NAMES])
    roots = select(ROOT_ID).join(members, members.c.person_id == people.c.id).where(members.c.id.in_(called))
    return connection.scalars(roots.distinct().order_by(ROOT_ID)).all()
