"""Who is who in one group while an export is taken in: names, members, and when they came and went.

Somebody whom a person wrote down before the chat showed him (``desk/roll.py``) is found by his name or number, so that
he is there once. What a person said of him stands, until the chat itself tells something newer.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, Final
from unicodedata import combining, normalize

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from console.domain.judgement import Role
from console.domain.member import MemberId, PersonId
from console.domain.message import Event, Message
from console.store.adopting import adopt
from console.store.erased import ErasedMembers
from console.store.queries.people import number_in
from console.store.tables import member_names, members, memberships, messages, people

_JOINED: Final = {Event.MEMBER_ADDED: "added", Event.MEMBER_JOINED_LINK: "link", Event.JOIN_APPROVED: "approved"}
_LEFT: Final = {Event.MEMBER_LEFT: "left", Event.MEMBER_REMOVED: "removed"}
_BY_THE_CHAT: Final = frozenset((Role.MEMBER.value, Role.ADMIN.value))  # what a line of the chat can tell of a role
# How a period is known: a person said so; the chat shows him since; it was taken back.
SAID, SEEN, UNDONE = "said", "seen", "undone"
SAME_LEAVING: Final = timedelta(days=31)  # a person says on which day somebody left, and the chat tells it exactly
_LONGEST_NAME: Final = 6  # words
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
        self._erased = ErasedMembers(connection, group_id)
        self._by_phone = self._phones()
        self._awaited = self._written_down()
        self._is_new_to_chat = frozenset(self._awaited)

    def find(self, name: str) -> MemberId | None:
        """Return the member who has or had this name."""
        return self._by_name.get(name) or self._erased.find(name)

    def is_known(self, name: str) -> bool:
        """Whether the chat called somebody so before this export."""
        member_id = self._by_name.get(name)
        return member_id is not None and member_id not in self._added and member_id not in self._is_new_to_chat

    def find_or_add(self, name: str, now: datetime, at: datetime | None = None) -> MemberId:
        """Return the member of this name; somebody new becomes a member.

        ``at`` is when he came or wrote, which tells of somebody erased whether he is back.
        """
        known, phone = self.find(name), None
        if known is None:  # else no number is read: an unsaved one stands at every line that it wrote
            phone = number_in(name)
            known = self._by_phone.get(phone or "") or self._awaited_as(name)
        if known is not None and known in self._erased:
            self._meet_erased(known, name, at)
            return known
        if known is not None:
            self._meet(known, name)
            return known
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

    def is_forgotten(self, member_id: MemberId | None) -> bool:
        """Whether somebody asked to be forgotten, so that of what he writes no words are kept."""
        return self._erased.is_forgotten(member_id)

    def tells_of_forgotten(self, message: Message) -> bool:
        """Whether a line of the chat's own names somebody who asked to be forgotten: an older export has it still."""
        if message.author is not None or not self._erased.has_forgotten:
            return False
        words = message.text.split()
        ends = range(1, _LONGEST_NAME + 1)
        named = (" ".join(words[start : start + end]) for start in range(len(words)) for end in ends)
        return any(self.is_forgotten(self.find(name)) for name in (*(message.subject or ()), *named))

    def _meet_erased(self, member_id: MemberId, name: str, at: datetime | None) -> None:
        """Somebody erased is called so: nothing of it is kept, unless he joined again since."""
        if at is None or not self._erased.is_back(member_id, at):
            self._erased.learn(member_id, name)
            return
        self._erased.welcome(member_id, name, number_in(name))
        self._by_name[name] = member_id
        self.current_names[member_id] = name

    # --- whom a person wrote down ------------------------------------------------------------------------------------

    def _phones(self) -> dict[str, MemberId]:
        """Return the members by their number, where it is that of one member only."""
        root = people.alias()
        phone = func.coalesce(people.c.phone, root.c.phone)
        of_group = (
            select(phone, members.c.id)
            .join(people, members.c.person_id == people.c.id)
            .outerjoin(root, root.c.id == people.c.merged_into_id)
            .where(members.c.group_id == self._group_id, phone.is_not(None))
        )
        found = self._connection.execute(of_group).all()
        times = Counter(phone for phone, _ in found)
        return {phone: MemberId(member_id) for phone, member_id in found if times[phone] == 1}

    def _written_down(self) -> dict[MemberId, str]:
        """Return who was written down and not seen in the chat yet, with his name as it is compared."""
        of_member = select(memberships.c.id).where(memberships.c.member_id == members.c.id)
        is_open = memberships.c.left_at.is_(None) & (memberships.c.how == SAID) | (memberships.c.how == UNDONE)
        by_chat = memberships.c.how.is_distinct_from(SAID) & memberships.c.how.is_distinct_from(UNDONE)
        wrote = select(messages.c.id).where(messages.c.member_id == members.c.id)
        of_group = (
            select(members.c.id, members.c.name)
            .where(members.c.group_id == self._group_id, of_member.where(is_open).exists())
            .where(~of_member.where(by_chat).exists(), ~wrote.exists())
        )
        return {MemberId(member_id): compared(name) for member_id, name in self._connection.execute(of_group)}

    def _awaited_as(self, name: str) -> MemberId | None:
        """Return the one who was written down with this full name; a first name alone does not say who it is."""
        wanted = compared(name)
        found = [member_id for member_id, awaited in self._awaited.items() if awaited == wanted]
        return found[0] if len(found) == 1 and " " in wanted else None

    def _meet(self, member_id: MemberId, name: str) -> None:
        """The chat shows a member: from now on it knows him by this name, and that he is here is no mere word."""
        if name not in self._by_name:
            added = {"group_id": self._group_id, "member_id": member_id, "name": name}
            self._connection.execute(insert(member_names).values(added))
            self._by_name[name] = member_id
        if self._awaited.pop(member_id, None) is not None:
            of_member = update(memberships).where(memberships.c.member_id == member_id)
            said = (memberships.c.how == SAID) & memberships.c.left_at.is_(None)
            self._connection.execute(of_member.where(said).values(how=SEEN))
            taken_back = {"how": SEEN, "joined_at": None, "left_at": None}
            self._connection.execute(of_member.where(memberships.c.how == UNDONE).values(taken_back))

    # --- names -------------------------------------------------------------------------------------------------------

    def rename(self, member_id: MemberId, name: str) -> MemberId | None:
        """Give a member the name that the newest export shows; the old one still finds him.

        Somebody added under that name earlier in this export, or written down under it, was this member all along.
        Somebody who had the name before loses it and is returned: two contacts changed names.
        """
        owner = self._by_name.get(name)
        if member_id in self._erased:
            if owner is not None and owner in self._added:
                self._absorb(owner, member_id)
                del self._by_name[name]
            self._erased.learn(member_id, name)
            return None
        loser = owner if self.is_known(name) else None
        if loser is not None:
            taken = (member_names.c.group_id == self._group_id) & (member_names.c.name == name)
            self._connection.execute(update(member_names).where(taken).values(member_id=member_id))
        elif owner is not None and owner in self._is_new_to_chat:
            adopt(self._connection, owner, member_id)
            self._by_name.update({called: member_id for called, of in self._by_name.items() if of == owner})
            self._awaited.pop(owner, None)
            del self.current_names[owner]
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
            if member_id is None or self.current_names[member_id] in names:
                continue
            if number_in(name) is None or number_in(self.current_names[member_id]) is not None:  # a name says more
                self._call(member_id, name)

    def _call(self, member_id: MemberId, name: str) -> None:
        self._connection.execute(update(members).where(members.c.id == member_id).values(name=name))
        if self._role(name) is Role.PROFESSIONAL:
            self._guess_role(member_id, Role.PROFESSIONAL)
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
            self._guess_role(member_id, Role(role))
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
                self._open_period(self.find_or_add(name, now, at), at, _JOINED[message.event])
            elif message.event in _LEFT:
                self._close_period(self.find_or_add(name, now), at, _LEFT[message.event])
            elif message.event in (Event.ADMIN_GRANTED, Event.GROUP_CREATED):
                self._note_role(self.find_or_add(name, now), Role.ADMIN, at)
            elif message.event is Event.ADMIN_REMOVED:
                self._note_role(self.find_or_add(name, now), Role.MEMBER, at)

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
            if _is_open(period):  # he came earlier than a person said, or knew
                self._change_period(period.id, joined_at=at, how=how)
                return
        for period in periods:
            if period.joined_at is None and period.left_at is not None and period.left_at >= at:
                self._change_period(period.id, joined_at=at)
                return
        self._connection.execute(insert(memberships).values(member_id=member_id, joined_at=at, how=how))

    def _close_period(self, member_id: MemberId, at: datetime, how: str) -> None:
        """Somebody left; what was taken for one period may turn out to be two."""
        periods = self._periods(member_id)
        for period in periods:
            has_begun = period.joined_at is None or period.joined_at <= at
            is_said = period.how == SAID and period.left_at is not None
            if is_said and has_begun and abs(period.left_at - at) <= SAME_LEAVING:
                self._change_period(period.id, left_at=at, how=how)
                return
        begun = [p for p in periods if (p.joined_at <= at if p.joined_at is not None else _is_open(p))]
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

    def _note_role(self, member_id: MemberId, role: Role, at: datetime) -> None:
        """Keep what a line of the chat says somebody is. What a person said stands, where the chat has no line for it
        or its line is older.
        """
        stands = (members.c.role_said_at >= at) | members.c.role.not_in(_BY_THE_CHAT)
        may_change = members.c.role_said_at.is_(None) | ~stands
        of_member = update(members).where(members.c.id == member_id, may_change)
        self._connection.execute(of_member.values(role=role.value))

    def _guess_role(self, member_id: MemberId, role: Role) -> None:
        """Keep what a name suggests, unless a person said what he is."""
        of_member = update(members).where(members.c.id == member_id, members.c.role_said_at.is_(None))
        self._connection.execute(of_member.values(role=role.value))

    def _role(self, name: str) -> Role:
        """The administrator saved a contact as "Wijkagent Sander"; but "~ Wijkagent" is how somebody calls himself."""
        words = name.lower()
        if name.startswith(("~", "+")):
            return Role.MEMBER
        return Role.PROFESSIONAL if any(word in words for word in self._professional_words) else Role.MEMBER


def _is_open(period: Row[*tuple[Any, ...]]) -> bool:
    """Whether a person said that somebody is here, by a period that did not end."""
    return period.left_at is None and period.how in {SAID, SEEN}


def compared(name: str) -> str:
    """Return a name as it is compared: without the mark of a name that somebody gave himself, accents and capitals."""
    bare = " ".join(name.removeprefix("~").split()).casefold()
    return "".join(mark for mark in normalize("NFKD", bare) if not combining(mark))
