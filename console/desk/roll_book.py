"""Members are written down: one by hand, or all of a sheet in one decision. Whoever is there already is not doubled.

The same number is the same member; else the same name. What is known of a member stays: only what nobody knew is filled
in, and his role, which a person knows best.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final

import phonenumbers
from sqlalchemy import Connection, insert, select

from console.chats.fields import clean_name
from console.desk.console import Console
from console.desk.journal import RowChange
from console.desk.person_facts import Period, periods_of
from console.desk.roll_changes import begin_of, decided, end_of, in_words, new_periods, period_changes
from console.domain.changes import Changes
from console.domain.group import GroupId
from console.domain.member import GroupRole, MemberId
from console.errors import ExpectedError
from console.store.queries.roll import IS_TAKEN_BACK
from console.store.roster import SAID, UNDONE, compared
from console.store.tables import groups, member_names, members, memberships, messages, people

ALIAS_CHARACTERS: Final = 100
_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class MemberFacts:
    """What a person says of a member; None: not said. ``phone`` is E.164; days are days where the group is.

    ``name`` may be "" for somebody of whom only the number is known.
    """

    name: str
    phone: str | None = None
    role: GroupRole | None = None
    alias: str | None = None
    joined_on: date | None = None
    left_on: date | None = None
    left_reason: str | None = None
    consent_on: date | None = None
    consent_channel: str | None = None
    rules_confirmed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """What writing down came to: how many are new, changed, and were known as they are.

    ``twice`` counts who stood in the sheet more than once, ``still_here`` who should have left but wrote afterwards.
    """

    new: int
    changed: int
    known: int
    twice: int
    still_here: int
    changes: Changes


def add_member(console: Console, group_id: GroupId, facts: MemberFacts) -> tuple[MemberId, Changes]:
    """Write one member down, by hand. Somebody who had left is a member again.

    Raises ``ExpectedError``: ``group_gone``, ``member_name_empty``, ``member_known`` (he is here), ``day_in_future``,
    ``left_before_joined``.
    """
    with console.store.writing() as connection:
        book = _Book(connection, console, group_id)
        known = book.find(cleaned(facts))
        if known is not None and known.is_here:
            raise ExpectedError("member_known", name=known.name)
        book.take([facts])
        member_id = known.id if known is not None else book.added[0]
        return MemberId(member_id), decided(connection, console, book.changes, group_id)


def take_members(console: Console, group_id: GroupId, sheet: Iterable[MemberFacts]) -> Taken:
    """Write down everybody of a sheet, in one decision: all of it, or nothing.

    Raises ``ExpectedError`` as ``add_member``, but for ``member_known``.
    """
    with console.store.writing() as connection:
        book = _Book(connection, console, group_id)
        book.take(sheet)
        changes = decided(connection, console, book.changes, group_id)
    return Taken(len(book.added), book.changed, book.known, book.twice, book.still_here, changes)


@dataclass(slots=True)
class _Known:
    """A member as he stands in the store now."""

    id: int
    person_id: int
    name: str
    phone: str | None
    row: Mapping[str, Any]
    is_taken_back: bool
    periods: tuple[Period, ...] = ()

    @property
    def is_here(self) -> bool:
        return not self.is_taken_back and (not self.periods or self.periods[0].left_at is None)


class _Book:
    """The members of one group while others are written down. Belongs to one transaction."""

    def __init__(self, connection: Connection, console: Console, group_id: GroupId) -> None:
        self._connection, self._console, self._group_id = connection, console, group_id
        zone = connection.scalar(select(groups.c.time_zone).where(groups.c.id == group_id))
        if zone is None:
            raise ExpectedError("group_gone")
        self._zone: str = zone
        self._members = self._read()
        self._by_phone, self._by_name, self._taken_names = self._indexes()
        self.changes: list[RowChange] = []
        self.added: list[int] = []
        self.changed = self.known = self.twice = self.still_here = 0

    def _read(self) -> dict[int, _Known]:
        root = people.alias()
        statement = (
            select(
                members,
                people.c.name.label("person_name"),
                people.c.phone.label("person_phone"),
                root.c.phone.label("root_phone"),
                IS_TAKEN_BACK.label("is_taken_back"),
            )
            .join(people, people.c.id == members.c.person_id)
            .outerjoin(root, root.c.id == people.c.merged_into_id)
            .where(members.c.group_id == self._group_id, members.c.erased_at.is_(None))
        )
        found = self._connection.execute(statement).mappings().all()
        ids = [row["id"] for row in found]
        periods: dict[int, tuple[Period, ...]] = {}
        for start in range(0, len(ids), _AT_ONCE):
            periods |= periods_of(self._connection, ids[start : start + _AT_ONCE])
        return {
            row["id"]: _Known(
                id=row["id"],
                person_id=row["person_id"],
                name=row["name"],
                phone=row["person_phone"] or row["root_phone"],
                row=dict(row),
                is_taken_back=bool(row["is_taken_back"]),
                periods=periods.get(row["id"], ()),
            )
            for row in found
        }

    def _indexes(self) -> tuple[dict[str, int], dict[str, int], set[str]]:
        """Return the members by number and by name, as far as it is that of one of them; and every name in use."""
        names = select(member_names.c.name, member_names.c.member_id).where(member_names.c.group_id == self._group_id)
        called = [
            (row.name, row.member_id) for row in self._connection.execute(names) if row.member_id in self._members
        ]
        called += [(known.name, known.id) for known in self._members.values()]
        by_name = _only_one((compared(name), member_id) for name, member_id in called if _says_who(name))
        by_phone = _only_one((known.phone, known.id) for known in self._members.values() if known.phone is not None)
        return by_phone, by_name, {name for name, _ in called}

    # --- who is it ---------------------------------------------------------------------------------------------------

    def find(self, facts: MemberFacts) -> _Known | None:
        """Return the member who is meant, None for somebody new."""
        member_id = self._find(facts)
        return None if member_id is None else self._members[member_id]

    def _find(self, facts: MemberFacts) -> int | None:
        if facts.phone is not None and facts.phone in self._by_phone:
            return self._by_phone[facts.phone]
        found = self._by_name.get(compared(facts.name)) if facts.name else None
        phone = None if found is None else self._members[found].phone
        is_other = facts.phone is not None and phone is not None and phone != facts.phone
        return None if is_other else found

    # --- writing down ------------------------------------------------------------------------------------------------

    def take(self, sheet: Iterable[MemberFacts]) -> None:
        """Make ready what changes; who is new is in the store from now on, as taken back."""
        new: list[MemberFacts] = []
        met: set[int] = set()
        names: dict[str, bool] = {}  # of who is new, and whether his number was said too
        phones: set[str] = set()
        for facts in map(cleaned, sheet):
            known, name = self.find(facts), compared(facts.name)
            is_named = name in names and not (facts.phone and names[name])
            if (known is not None and known.id in met) or facts.phone in phones or is_named:
                self.twice += 1
            elif known is None:
                names[name] = bool(facts.phone)
                phones |= {facts.phone} if facts.phone else set()
                new.append(facts)
            else:
                met.add(known.id)
                self._fill_in(known, facts)
        self._add(new)

    def _fill_in(self, known: _Known, facts: MemberFacts) -> None:
        changes = [*self._of_member(known, facts), *self._of_person(known, facts), *self._of_period(known, facts)]
        self.changes += changes
        self.changed += bool(changes)
        self.known += not changes
        if facts.name and facts.name not in self._taken_names:  # so that a chat which calls him so finds him
            name = {"group_id": self._group_id, "member_id": known.id, "name": facts.name}
            self._connection.execute(insert(member_names).values(name))
            self._taken_names.add(facts.name)

    def _of_member(self, known: _Known, facts: MemberFacts) -> Iterator[RowChange]:
        given = self._columns(facts)
        after = {name: value for name, value in given.items() if value is not None and known.row[name] is None}
        if facts.role is not None and facts.role.value != known.row["role"]:
            after |= {"role": facts.role.value, "role_said_at": self._console.now()}
        if _is_number(known.name) and facts.name and not _is_number(facts.name):
            after["name"] = facts.name
        if after:
            yield RowChange(members, known.id, before={name: known.row[name] for name in after}, after=after)

    def _of_person(self, known: _Known, facts: MemberFacts) -> Iterator[RowChange]:
        after: dict[str, Any] = {}
        if facts.phone is not None and known.phone is None:
            after["phone"] = facts.phone
        if _is_number(known.row["person_name"]) and facts.name and not _is_number(facts.name):
            after["name"] = facts.name
        if after:
            before = {name: known.row[f"person_{name}"] for name in after}
            yield RowChange(people, known.person_id, before=before, after=after)

    def _of_period(self, known: _Known, facts: MemberFacts) -> list[RowChange]:
        given = self._period(facts)
        if known.is_taken_back:
            return list(self._kept_again(known, given))
        if not known.is_here:
            if facts.left_on is not None:  # he left, and the list says so too
                return []
            return new_periods(self._connection, self._console, [{"member_id": known.id, **given}])
        joined_at = known.periods[0].joined_at if known.periods else None
        after = {} if joined_at is not None or given["joined_at"] is None else {"joined_at": given["joined_at"]}
        if facts.left_on is not None:
            if self._wrote_since(known.id, given["left_at"]):
                self.still_here += 1
            elif joined_at is None or joined_at < given["left_at"]:
                after |= {"left_at": given["left_at"], "how": SAID, "reason": given["reason"]}
        return period_changes(self._connection, known.id, after)

    def _kept_again(self, known: _Known, given: Mapping[str, Any]) -> Iterator[RowChange]:
        """Yield what makes somebody count again who was written down before, which was undone."""
        undone = select(memberships).where(memberships.c.member_id == known.id, memberships.c.how == UNDONE)
        row = self._connection.execute(undone.order_by(memberships.c.id.desc()).limit(1)).mappings().one()
        after = {**given, "how": SAID}
        yield RowChange(memberships, row["id"], before={name: row[name] for name in after}, after=after)

    def _wrote_since(self, member_id: int, left_at: datetime) -> bool:
        wrote = select(messages.c.id).where(messages.c.member_id == member_id, messages.c.sent_at > left_at)
        return self._connection.scalar(wrote.limit(1)) is not None

    def _add(self, new: Sequence[MemberFacts]) -> None:
        for start in range(0, len(new), _AT_ONCE):
            some = new[start : start + _AT_ONCE]
            now = self._console.now()
            people_ids = self._insert(people, [self._person(facts, now) for facts in some])
            of_members = [
                {"group_id": self._group_id, "person_id": person_id, "name": facts.name, **self._standing(facts)}
                for facts, person_id in zip(some, people_ids, strict=True)
            ]
            member_ids = self._insert(members, of_members)
            self._insert(member_names, list(self._names(some, member_ids)))
            of_periods = zip(some, member_ids, strict=True)
            periods = [{"member_id": member_id, **self._period(facts)} for facts, member_id in of_periods]
            self.changes += new_periods(self._connection, self._console, periods)
            self.added += member_ids

    def _insert(self, table: Any, rows: Sequence[Mapping[str, Any]]) -> list[int]:  # noqa: ANN401
        made = insert(table).returning(table.c.id, sort_by_parameter_order=True)
        return list(self._connection.scalars(made, list(rows)))

    def _person(self, facts: MemberFacts, now: datetime) -> dict[str, Any]:
        return {"name": facts.name, "phone": facts.phone, "created_at": now}

    def _standing(self, facts: MemberFacts) -> dict[str, Any]:
        role = {
            "role": (facts.role or GroupRole.MEMBER).value,
            "role_said_at": None if facts.role is None else self._console.now(),
        }
        return {**role, **self._columns(facts)}

    def _names(self, some: Sequence[MemberFacts], member_ids: Sequence[int]) -> Iterator[dict[str, Any]]:
        """Yield the name of each; somebody else in the group may have it, and then his number has to do."""
        for facts, member_id in zip(some, member_ids, strict=True):
            name = facts.name if facts.name not in self._taken_names else facts.phone or f"{facts.name} ({member_id})"
            self._taken_names.add(name)
            yield {"group_id": self._group_id, "member_id": member_id, "name": name}

    # --- what was said, as it is stored ------------------------------------------------------------------------------

    def _columns(self, facts: MemberFacts) -> dict[str, Any]:
        return {
            "alias": (clean_name(facts.alias or "") or "")[:ALIAS_CHARACTERS] or None,
            "consent_at": self._begin(facts.consent_on),
            "consent_channel": in_words(facts.consent_channel or ""),
            "rules_confirmed_at": self._begin(facts.rules_confirmed_on),
        }

    def _period(self, facts: MemberFacts) -> dict[str, Any]:
        joined_at = self._begin(facts.joined_on)
        left_at = None if facts.left_on is None else end_of(self._console, facts.left_on, self._zone)
        if joined_at is not None and left_at is not None and left_at < joined_at:
            raise ExpectedError("left_before_joined")
        reason = in_words(facts.left_reason or "") if left_at is not None else None
        return {"joined_at": joined_at, "left_at": left_at, "reason": reason}

    def _begin(self, on: date | None) -> datetime | None:
        return None if on is None else begin_of(self._console, on, self._zone)


def cleaned(facts: MemberFacts) -> MemberFacts:
    """Return what was said under a name; a number is shown as the chat would. Raises ``ExpectedError``."""
    name = clean_name(facts.name)
    if name is None and facts.phone is not None:
        shown = phonenumbers.PhoneNumberFormat.INTERNATIONAL
        name = phonenumbers.format_number(phonenumbers.parse(facts.phone), shown)
    if name is None:
        raise ExpectedError("member_name_empty")
    return replace(facts, name=name)


def _says_who(name: str) -> bool:
    """Whether a name that somebody may have given himself says who he is: a first name alone does not."""
    return not name.startswith("~") or " " in compared(name)


def _is_number(name: str) -> bool:
    return name.startswith("+")


def _only_one(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Return whose each of them is, but for what more than one has."""
    distinct = set(pairs)
    times = Counter(key for key, _ in distinct)
    return {key: member_id for key, member_id in distinct if times[key] == 1}
