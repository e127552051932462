"""Who is who in one group while an export is taken in: names, members, and when they came and went."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any, Final

import phonenumbers
from sqlalchemy import Connection, Row, delete, insert, select, update

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

    def rename(self, member_id: MemberId, name: str) -> MemberId | None:
        """Give a member the name that the newest export shows; the old one still finds him.

        Somebody added under that name earlier in this export was this member all along. Somebody who had the name
        before loses it and is returned: two contacts changed names.
        """
        owner = self._by_name.get(name)
        loser = owner if self.is_known(name) else None
        if loser is not None:
            taken = (member_names.c.group_id == self._group_id) & (member_names.c.name == name)
            self._connection.execute(update(member_names).where(taken).values(member_id=member_id))
        else:
            if owner is not None:
                self._absorb(owner, member_id)
            added = {"group_id": self._group_id, "member_id": member_id, "name": name}
            self._connection.execute(insert(member_names).values(added))
        self._by_name[name] = member_id
        self._call(member_id, name)
        return loser

    def follow(self, names: Collection[str]) -> None:
        """Call members as the newest export does, where that is a name they had before."""
        for name in names:
            member_id = self._by_name.get(name)
            if member_id is not None and self.current_names[member_id] not in names:
                self._call(member_id, name)

    def _call(self, member_id: MemberId, name: str) -> None:
        role = self._role(name)
        values = {"name": name} | ({"role": role.value} if role is Role.PROFESSIONAL else {})
        self._connection.execute(update(members).where(members.c.id == member_id).values(values))
        person = select(members.c.person_id).where(members.c.id == member_id).scalar_subquery()
        old = self.current_names[member_id]
        self._connection.execute(update(people).where(people.c.id == person, people.c.name == old).values(name=name))
        self.current_names[member_id] = name

    def _absorb(self, stranger: MemberId, member_id: MemberId) -> None:
        """Give everything of a member who was added in this export to the one he turned out to be."""
        moved = {"member_id": member_id}
        for table in (messages, memberships):
            self._connection.execute(update(table).where(table.c.member_id == stranger).values(moved))
        person, role = self._connection.execute(
            select(members.c.person_id, members.c.role).where(members.c.id == stranger)
        ).one()
        if role != Role.MEMBER.value:
            self._set_role(member_id, Role(role))
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

    def _periods(self, member_id: MemberId) -> Sequence[Row[*tuple[Any, ...]]]:
        of_member = select(memberships).where(memberships.c.member_id == member_id)
        return self._connection.execute(of_member.order_by(memberships.c.left_at, memberships.c.id)).all()

    def _change_period(self, period_id: int, **values: object) -> None:
        self._connection.execute(update(memberships).where(memberships.c.id == period_id).values(values))

    def _open_period(self, member_id: MemberId, at: datetime, how: str) -> None:
        """Somebody came. An older export may follow a newer one, so that it may be known already when he left."""
        periods = self._periods(member_id)
        if any(
            p.joined_at is not None and p.joined_at <= at and (p.left_at is None or p.left_at > at) for p in periods
        ):
            return  # he is here already
        for period in periods:
            if period.joined_at is None and period.left_at is not None and period.left_at >= at:
                self._change_period(period.id, joined_at=at)
                return
        self._connection.execute(insert(memberships).values(member_id=member_id, joined_at=at, how=how))

    def _close_period(self, member_id: MemberId, at: datetime, how: str) -> None:
        """Somebody left; what was taken for one period may turn out to be two."""
        begun = [p for p in self._periods(member_id) if p.joined_at is not None and p.joined_at <= at]
        still_here = [period for period in begun if period.left_at is None]
        for period in still_here:
            self._change_period(period.id, left_at=at, how=how)
        if still_here:
            return
        ended = insert(memberships).values(member_id=member_id, left_at=at, how=how)
        around = next((period for period in begun if period.left_at > at), None)
        if around is not None:
            self._change_period(around.id, left_at=at, how=how)
            ended = ended.values(left_at=around.left_at, how=around.how)
        self._connection.execute(ended)  # when he came is not known, or not yet

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
