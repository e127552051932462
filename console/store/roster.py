"""Who is who in one group while an export is taken in: names, members, and when they came and went."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

import phonenumbers
from sqlalchemy import Connection, delete, insert, select, update

from console.domain.judgement import Role
from console.domain.member import MemberId, PersonId
from console.domain.message import Event, Message
from console.store.tables import member_names, members, memberships, messages, people

_JOINED: Final = {Event.MEMBER_ADDED: "added", Event.MEMBER_JOINED_LINK: "link", Event.JOIN_APPROVED: "approved"}
_LEFT: Final = {Event.MEMBER_LEFT: "left", Event.MEMBER_REMOVED: "removed"}
_OWNER: Final = frozenset(("u", "je", "jij", "you"))  # the phone that made the export: nobody by name


class Roster:
    """The members of a group by every name they ever had in it. Belongs to one transaction."""

    def __init__(self, connection: Connection, group_id: int, professional_words: Iterable[str]) -> None:
        self._connection = connection
        self._group_id = group_id
        self._professional_words = tuple(professional_words)
        names = select(member_names.c.name, member_names.c.member_id).where(member_names.c.group_id == group_id)
        self._by_name = {name: MemberId(member_id) for name, member_id in connection.execute(names)}
        current = select(members.c.id, members.c.name).where(members.c.group_id == group_id)
        self.current_names = {MemberId(member_id): name for member_id, name in connection.execute(current)}
        self._added: set[MemberId] = set()

    def find(self, name: str) -> MemberId | None:
        """Return the member who has or had this name."""
        return self._by_name.get(name)

    def is_known(self, name: str) -> bool:
        """Whether somebody had this name before this export."""
        member_id = self._by_name.get(name)
        return member_id is not None and member_id not in self._added

    def find_or_add(self, name: str, now: datetime) -> MemberId:
        """Return the member of this name; somebody new becomes a member."""
        known = self._by_name.get(name)
        if known is not None:
            return known
        phone = _phone(name)
        person = self._connection.execute(insert(people).values(name=name, phone=phone, created_at=now))
        (person_id,) = person.inserted_primary_key or (None,)
        added = self._connection.execute(
            insert(members).values(
                group_id=self._group_id, person_id=PersonId(person_id or 0), name=name, role=self._role(name).value
            )
        )
        (row_id,) = added.inserted_primary_key or (None,)
        member_id = MemberId(row_id or 0)
        self._connection.execute(insert(member_names).values(group_id=self._group_id, member_id=member_id, name=name))
        self._by_name[name] = member_id
        self.current_names[member_id] = name
        self._added.add(member_id)
        return member_id

    def rename(self, member_id: MemberId, name: str) -> None:
        """Give a member the name that the newest export shows; the old one still finds him.

        Somebody added under that name earlier in this export was this member all along.
        """
        if (stranger := self._by_name.get(name)) is not None:
            self._absorb(stranger, member_id)
        role = self._role(name)
        values = {"name": name} | ({"role": role.value} if role is Role.PROFESSIONAL else {})
        self._connection.execute(update(members).where(members.c.id == member_id).values(values))
        person = select(members.c.person_id).where(members.c.id == member_id).scalar_subquery()
        old = self.current_names[member_id]
        self._connection.execute(update(people).where(people.c.id == person, people.c.name == old).values(name=name))
        self._connection.execute(insert(member_names).values(group_id=self._group_id, member_id=member_id, name=name))
        self._by_name[name] = member_id
        self.current_names[member_id] = name

    def _absorb(self, stranger: MemberId, member_id: MemberId) -> None:
        """Give everything of a member who was added in this export to the one he turned out to be."""
        moved = {"member_id": member_id}
        for table in (messages, memberships):
            self._connection.execute(update(table).where(table.c.member_id == stranger).values(moved))
        person = self._connection.scalar(select(members.c.person_id).where(members.c.id == stranger))
        self._connection.execute(delete(people).where(people.c.id == person))  # takes member and name along
        del self.current_names[stranger]

    def note_event(self, message: Message, at: datetime, now: datetime) -> None:
        """Keep what a new system line says about who came, left or became administrator."""
        if message.event is None or not message.subject:
            return
        for name in message.subject:
            if name.lower() in _OWNER:
                continue
            if message.event in _JOINED:
                self._open_period(self.find_or_add(name, now), at, _JOINED[message.event])
            elif message.event in _LEFT:
                self._close_period(self.find_or_add(name, now), at, _LEFT[message.event])
            elif message.event in (Event.ADMIN_GRANTED, Event.GROUP_CREATED):
                self._set_role(self.find_or_add(name, now), Role.ADMIN)
            elif message.event is Event.ADMIN_REMOVED:
                self._set_role(self.find_or_add(name, now), Role.MEMBER)

    def _open_period(self, member_id: MemberId, at: datetime, how: str) -> None:
        self._connection.execute(insert(memberships).values(member_id=member_id, joined_at=at, how=how))

    def _close_period(self, member_id: MemberId, at: datetime, how: str) -> None:
        open_period = (memberships.c.member_id == member_id) & memberships.c.left_at.is_(None)
        closed = self._connection.execute(update(memberships).where(open_period).values(left_at=at, how=how))
        if closed.rowcount == 0:  # was there before the export begins
            self._connection.execute(insert(memberships).values(member_id=member_id, left_at=at, how=how))

    def _set_role(self, member_id: MemberId, role: Role) -> None:
        self._connection.execute(update(members).where(members.c.id == member_id).values(role=role.value))

    def _role(self, name: str) -> Role:
        """The administrator saved a contact as "Wijkagent Sander"; but "~ Wijkagent" is how somebody calls himself."""
        words = name.lower()
        if name.startswith(("~", "+")):
            return Role.MEMBER
        return Role.PROFESSIONAL if any(word in words for word in self._professional_words) else Role.MEMBER


def _phone(name: str) -> str | None:
    """Return an unsaved number in E.164, None for a name."""
    if not name.startswith("+"):
        return None
    try:
        number = phonenumbers.parse(name)
    except phonenumbers.NumberParseException:
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
