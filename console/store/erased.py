"""Members who are long gone: their names stand as keyed hashes, so that an old export still finds them.

Nothing of such a member is known any more, and no export brings it back, unless it shows that he joined again.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, Connection, Row, func, select, update
from sqlalchemy.dialects.sqlite import insert

from console.domain.member import MemberId
from console.store.keyed_hash import find_key, keyed_hash, make_key
from console.store.queries.people import ROOT_ID, number_in, phone_of, same_person
from console.store.tables import erasures, member_names, members, memberships, people

_MARK: Final = "\x1f"  # before a hash; no name of a chat begins with it
_SAME_DAY: Final = timedelta(days=1)  # when he left may be the beginning of a day that a person named

IS_NAME: Final[ColumnElement[bool]] = ~member_names.c.name.startswith(_MARK)
"""Whether a row of ``member_names`` holds a name, and not what is left of one."""


def hash_names(connection: Connection, member_ids: Iterable[int]) -> tuple[str, ...]:
    """Turn every name of these members into its hash, in the caller's transaction, and return the names.

    Their numbers are hashed too: an export from a phone on which somebody is not saved calls him by that.
    """
    key = make_key(connection)
    names: set[str] = set()
    for member_id in member_ids:
        of_member = select(member_names).where(member_names.c.member_id == member_id, IS_NAME)
        for row in connection.execute(of_member).all():
            _write_hash(connection, key, row)
            names.add(row.name)
        _hash_number(connection, key, member_id)
    return tuple(sorted(names))


def _write_hash(connection: Connection, key: bytes, row: Row[tuple[int, int, int, str]]) -> None:
    connection.execute(update(member_names).where(member_names.c.id == row.id).values(name=_hashed(key, row.name)))


def _hash_number(connection: Connection, key: bytes, member_id: int) -> None:
    """Keep the hash of a member's number, unless somebody else in the group has it, such as who lives with him."""
    row = connection.execute(select(members.c.group_id, members.c.person_id).where(members.c.id == member_id)).one()
    number = phone_of(connection, row.person_id)
    of_number = select(ROOT_ID).where(people.c.phone == number)
    others = select(members.c.id).join(people, people.c.id == members.c.person_id)
    others = others.where(members.c.group_id == row.group_id, members.c.person_id.not_in(same_person(row.person_id)))
    others = others.where(ROOT_ID.in_(of_number))
    if number is not None and connection.scalar(others.limit(1)) is None:
        hashed = {"group_id": row.group_id, "member_id": member_id, "name": _hashed(key, number)}
        connection.execute(insert(member_names).values(hashed).on_conflict_do_nothing())


def _hashed(key: bytes, name: str) -> str:
    return _MARK + keyed_hash(key, "name", name)


def members_called(connection: Connection, names: Iterable[str]) -> tuple[int, ...]:
    """Return the erased members, of whatever group, who had one of these names, as the chat wrote it."""
    key = find_key(connection)
    if key is None:
        return ()
    hashes = [_hashed(key, name) for name in names]
    found = select(member_names.c.member_id).where(member_names.c.name.in_(hashes)).distinct()
    return tuple(connection.scalars(found.order_by(member_names.c.member_id)))


class ErasedMembers:
    """The erased members of one group, found by a name that they had. Belongs to one transaction."""

    def __init__(self, connection: Connection, group_id: int) -> None:
        self._connection = connection
        self._group_id = group_id
        left = (
            select(members.c.id, func.max(memberships.c.left_at).label("left_at"))
            .outerjoin(memberships, memberships.c.member_id == members.c.id)
            .where(members.c.group_id == group_id, members.c.erased_at.is_not(None))
            .group_by(members.c.id)
        )
        self._left: dict[int, datetime | None] = {row.id: row.left_at for row in connection.execute(left)}
        hashes = select(member_names.c.name, member_names.c.member_id)
        hashes = hashes.where(member_names.c.group_id == group_id, ~IS_NAME)
        rows = connection.execute(hashes).all() if self._left else []
        self._by_hash: dict[str, int] = {row.name: row.member_id for row in rows}
        self._key = find_key(connection) if self._left else None
        self._forgotten = self._asked_for_it() if self._left else frozenset[int]()

    def _asked_for_it(self) -> frozenset[int]:
        """Return those who asked to be forgotten; the others only left long ago."""
        marks = self._connection.scalars(select(erasures.c.marks).where(erasures.c.kind == "person"))
        ids = {person_id for one in marks for person_id in one["rows"].get("people", ())}
        of_group = (members.c.group_id == self._group_id, members.c.erased_at.is_not(None))
        rows = self._connection.execute(select(members.c.id, members.c.person_id).where(*of_group))
        return frozenset(row.id for row in rows if row.person_id in ids)

    @property
    def has_forgotten(self) -> bool:
        """Whether anybody of this group asked to be forgotten."""
        return bool(self._forgotten)

    def is_forgotten(self, member_id: int | None) -> bool:
        """Whether nothing that a member wrote is kept either: he asked for it, and did not come back."""
        return member_id in self._forgotten and member_id in self._left

    def __contains__(self, member_id: object) -> bool:
        return member_id in self._left

    def find(self, name: str) -> MemberId | None:
        """Return the erased member who had this name, or this number."""
        hashed = self._hash_of(name)
        return None if hashed is None else MemberId(self._by_hash[hashed])

    def _hash_of(self, name: str) -> str | None:
        """Return the hash by which somebody erased is known who is called so."""
        if not self._by_hash or self._key is None:
            return None
        hashes = (_hashed(self._key, words) for words in (name, number_in(name)) if words is not None)
        return next((hashed for hashed in hashes if hashed in self._by_hash), None)

    def learn(self, member_id: MemberId, name: str) -> None:
        """An export calls an erased member otherwise: keep the hash of that too, and nothing of the name."""
        if self.find(name) is not None or self._key is None:
            return
        hashed = _hashed(self._key, name)
        row = {"group_id": self._group_id, "member_id": member_id, "name": hashed}
        self._connection.execute(insert(member_names).values(row))
        self._by_hash[hashed] = member_id

    def is_back(self, member_id: MemberId, at: datetime) -> bool:
        """Whether what an erased member did at this moment was after he left, so that he is a member again."""
        left = self._left.get(member_id)
        return member_id in self._left and (left is None or at > left + _SAME_DAY)

    def welcome(self, member_id: MemberId, name: str, phone: str | None) -> None:
        """Somebody erased is a member again: he has this name, and nothing else of him comes back."""
        hashed = self._hash_of(name)
        assert hashed is not None
        of_name = member_names.c.name == hashed
        here = update(member_names).where(member_names.c.group_id == self._group_id, of_name)
        self._connection.execute(here.values(name=name))
        back = update(members).where(members.c.id == member_id)
        self._connection.execute(back.values(name=name, erased_at=None))
        person = self._connection.scalar(select(members.c.person_id).where(members.c.id == member_id))
        elsewhere = select(members.c.id).where(members.c.person_id == person, members.c.id != member_id)
        if self._connection.scalar(elsewhere.where(members.c.erased_at.is_(None)).limit(1)) is None:
            self._connection.execute(update(people).where(people.c.id == person).values(name=name, phone=phone))
        del self._by_hash[hashed]
        del self._left[member_id]
