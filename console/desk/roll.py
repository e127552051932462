"""The members of one group, by name: what each is there, since when, and what an administrator wrote down of him.

Nobody is ranked, and nobody who is only talked about is on it. Somebody may be written down before any chat shows him;
an import then finds him by his name or number (``console/store/roster.py``). What a person says of his role stands.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, cast
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, and_, func, select

from console.chats.fields import clean_name
from console.desk.console import Console
from console.desk.members import folded, matches, phone_changes, place_of
from console.desk.person_facts import Consent, Period, consent_of, periods_of
from console.desk.phone_numbers import e164
from console.desk.roll_changes import begin_of, decided, end_of, in_words, member_changes, new_periods, period_changes
from console.domain.changes import Changes
from console.domain.group import GroupId
from console.domain.member import GroupRole, MemberId, PersonId, RollFilter
from console.errors import ExpectedError
from console.store.queries.counts import IS_HERE
from console.store.queries.people import ROOT_ID
from console.store.queries.roll import IS_TAKEN_BACK
from console.store.roster import SAID
from console.store.tables import groups, member_names, members, people

ALIAS_CHARACTERS: Final = 100
_BATCH: Final = 500

_CONDITIONS: Final = {
    RollFilter.HERE: IS_HERE,
    RollFilter.LEFT: ~IS_HERE,
    RollFilter.NOT_CONFIRMED: and_(IS_HERE, members.c.rules_confirmed_at.is_(None)),
    RollFilter.NO_CONSENT: and_(IS_HERE, members.c.consent_at.is_(None)),
}
_ROOT: Final = people.alias("root")
_ROW: Final = (
    select(
        members,
        groups.c.name.label("group"),
        groups.c.time_zone,
        ROOT_ID.label("root_id"),
        func.coalesce(people.c.phone, _ROOT.c.phone).label("known_phone"),
    )
    .join(groups, groups.c.id == members.c.group_id)
    .join(people, people.c.id == members.c.person_id)
    .outerjoin(_ROOT, _ROOT.c.id == people.c.merged_into_id)
)


@dataclass(frozen=True, slots=True)
class RollRow:
    """A member of one group. Times are aware UTC; ``periods`` newest first; ``phone`` is in E.164.

    ``left_reason`` is why he left last, in the words of an administrator.
    """

    id: MemberId
    person_id: PersonId
    group_id: GroupId
    group: str
    time_zone: str
    name: str
    alias: str | None
    role: GroupRole
    phone: str | None
    periods: tuple[Period, ...]
    consent: Consent

    @property
    def is_here(self) -> bool:
        """Whether he is a member now, as far as is known."""
        return not self.periods or self.periods[0].left_at is None

    @property
    def joined_at(self) -> datetime | None:
        """When he came last, None where nobody knows."""
        return self.periods[0].joined_at if self.periods else None

    @property
    def left_at(self) -> datetime | None:
        """When he left, None while he is here."""
        return self.periods[0].left_at if self.periods else None

    @property
    def left_reason(self) -> str | None:
        """Why he left, as somebody wrote it down."""
        return self.periods[0].reason if self.periods else None


# --- the list --------------------------------------------------------------------------------------------------------


def member_ids(
    console: Console, group_id: GroupId, words: str = "", shown: RollFilter = RollFilter.HERE
) -> "array[int]":
    """Return the members of a group who have all these words in their names (also former ones) or number, by name."""
    wanted = [folded(word) for word in words.split()]
    statement = (
        select(members.c.id, members.c.name, member_names.c.name, members.c.alias, people.c.phone)
        .join(people, people.c.id == members.c.person_id)
        .outerjoin(member_names, member_names.c.member_id == members.c.id)
        .where(members.c.group_id == group_id, ~IS_TAKEN_BACK, members.c.erased_at.is_(None), _CONDITIONS[shown])
    )
    with console.store.reading() as connection:
        rows = cast("list[tuple[int, str, str | None, str | None, str | None]]", connection.execute(statement).all())
    found = {
        (place_of(name), member_id)
        for member_id, name, other, alias, phone in rows
        if matches(wanted, " ".join(filter(None, (name, other, alias))), phone)
    }
    return array("q", (member_id for _, member_id in sorted(found)))


def counts(console: Console, group_id: GroupId) -> dict[RollFilter, int]:
    """Return how many members each part of the list has."""
    of_group = select(*(func.count().filter(condition) for condition in _CONDITIONS.values())).select_from(members)
    with console.store.reading() as connection:
        found = connection.execute(
            of_group.where(members.c.group_id == group_id, ~IS_TAKEN_BACK, members.c.erased_at.is_(None))
        ).one()
    return dict(zip(_CONDITIONS, found, strict=True))


def member_rows(console: Console, ids: Sequence[int]) -> dict[int, RollRow]:
    """Return the rows of a page, by id; ids that are nobody's any more are left out."""
    with console.store.reading() as connection:
        return _rows(connection, ids)


def members_of(
    console: Console, group_id: GroupId, words: str = "", shown: RollFilter = RollFilter.HERE
) -> tuple[RollRow, ...]:
    """Return the members of a group, by name: all of ``member_ids`` at once."""
    ids = member_ids(console, group_id, words, shown)
    found = member_rows(console, ids)
    return tuple(found[member_id] for member_id in ids if member_id in found)


def _rows(connection: Connection, ids: Sequence[int]) -> dict[int, RollRow]:
    found: dict[int, RollRow] = {}
    for start in range(0, len(ids), _BATCH):
        some = list(ids[start : start + _BATCH])
        periods = periods_of(connection, some)
        for row in connection.execute(_ROW.where(members.c.id.in_(some))):
            found[row.id] = RollRow(
                id=MemberId(row.id),
                person_id=PersonId(row.root_id),
                group_id=GroupId(row.group_id),
                group=row.group,
                time_zone=row.time_zone,
                name=row.name,
                alias=row.alias,
                role=GroupRole(row.role),
                phone=row.known_phone,
                periods=periods.get(row.id, ()),
                consent=consent_of(row),
            )
    return found


# --- what a person says of one member --------------------------------------------------------------------------------


def change_member(
    console: Console,
    member_id: MemberId,
    *,
    role: GroupRole | None = None,
    alias: str | None = None,
    phone: str | None = None,
    joined_on: date | None = None,
    left_reason: str | None = None,
) -> Changes:
    """Change what is given and leave the rest; "" forgets an alias, a number, a reason.

    ``joined_on`` is a day where the group is. Raises ``ExpectedError``: ``person_gone``, ``phone_unknown``,
    ``day_in_future``, ``left_before_joined``, ``member_is_here`` (a reason for somebody who did not leave).
    """
    with console.store.writing() as connection:
        row = member(connection, member_id)
        given: dict[str, Any] = {}
        if role is not None and role is not row.role:
            given |= {"role": role.value, "role_said_at": console.now()}
        if alias is not None:
            given["alias"] = (clean_name(alias) or "")[:ALIAS_CHARACTERS] or None
        changes = member_changes(connection, member_id, given)
        if phone is not None:
            changes += phone_changes(connection, row.person_id, e164(phone) if phone.strip() else None)
        changes += period_changes(connection, member_id, _period_of(console, row, joined_on, left_reason))
        return decided(connection, console, changes, row.group_id)


def _period_of(console: Console, row: RollRow, joined_on: date | None, left_reason: str | None) -> dict[str, Any]:
    """Return what was given of the last period of a member."""
    given: dict[str, Any] = {}
    if joined_on is not None and joined_on != _day(row.joined_at, row.time_zone):
        given["joined_at"] = begin_of(console, joined_on, row.time_zone)
        if row.left_at is not None and given["joined_at"] > row.left_at:
            raise ExpectedError("left_before_joined")
    if left_reason is not None:
        if row.is_here:
            raise ExpectedError("member_is_here")
        given["reason"] = in_words(left_reason)
    return given


def _day(moment: datetime | None, zone: str) -> date | None:
    return None if moment is None else moment.astimezone(ZoneInfo(zone)).date()


def mark_left(console: Console, member_id: MemberId, on: date, reason: str = "") -> Changes:
    """Let somebody have left on a day where the group is, and why in words.

    Raises ``ExpectedError``: ``person_gone``, ``member_left_already``, ``day_in_future``, ``left_before_joined``.
    """
    with console.store.writing() as connection:
        row = member(connection, member_id)
        if not row.is_here:
            raise ExpectedError("member_left_already")
        left_at = end_of(console, on, row.time_zone)
        if row.joined_at is not None and left_at < row.joined_at:
            raise ExpectedError("left_before_joined")
        left = {"left_at": left_at, "how": SAID, "reason": in_words(reason)}
        return decided(connection, console, period_changes(connection, member_id, left), row.group_id)


def mark_here(console: Console, member_id: MemberId) -> Changes:
    """Let somebody be a member again from now. Raises ``ExpectedError``: ``person_gone``, ``member_is_here``."""
    with console.store.writing() as connection:
        row = member(connection, member_id)
        if row.is_here:
            raise ExpectedError("member_is_here")
        came = new_periods(connection, console, [{"member_id": member_id, "joined_at": console.now()}])
        return decided(connection, console, came, row.group_id)


def member(connection: Connection, member_id: int) -> RollRow:
    """Return one member. Raises ``ExpectedError("person_gone")``."""
    found = _rows(connection, [member_id]).get(member_id)
    if found is None:
        raise ExpectedError("person_gone")
    return found
