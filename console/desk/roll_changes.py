"""What changes in the store when a person says something of a member; each as the journal takes it."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, insert, select

from console.chats.fields import clean_name
from console.desk.console import Console
from console.desk.journal import RowChange, changes_of, decide
from console.domain.changes import Changes
from console.domain.decision import Verb
from console.errors import ExpectedError
from console.store.roster import SAID, SEEN, UNDONE
from console.store.tables import members, memberships

REASON_CHARACTERS: Final = 200


def decided(
    connection: Connection, console: Console, changes: Sequence[RowChange], group_id: int, note: str | None = None
) -> Changes:
    """Carry out what a person said of members of a group; nothing when nothing changes."""
    if not changes:
        return Changes()
    decision = decide(connection, console, Verb.PERSON, changes, group_id=group_id, note=note)
    return changes_of(changes, group_id, decision)


def in_words(text: str) -> str | None:
    """Return a reason as it is kept: on one line, None for none."""
    return (clean_name(text) or "")[:REASON_CHARACTERS] or None


def begin_of(console: Console, on: date, zone: str) -> datetime:
    """Return the moment at which a day begins where the group is. Raises ``ExpectedError("day_in_future")``."""
    begin = datetime.combine(on, time(), ZoneInfo(zone)).astimezone(UTC)
    if begin > console.now():
        raise ExpectedError("day_in_future")
    return begin


def end_of(console: Console, on: date, zone: str) -> datetime:
    """Return the last moment of a day that is past: whoever leaves on a day may have written on it.

    Raises ``ExpectedError("day_in_future")``.
    """
    begin_of(console, on, zone)
    end = datetime.combine(on + timedelta(days=1), time(), ZoneInfo(zone)).astimezone(UTC) - timedelta(seconds=1)
    return min(end, console.now().replace(microsecond=0))


def member_changes(connection: Connection, member_id: int, given: Mapping[str, Any]) -> list[RowChange]:
    """Return the change of a row of ``members``, if it is one."""
    row = connection.execute(select(members).where(members.c.id == member_id)).mappings().one()
    after = {name: value for name, value in given.items() if value != row[name]}
    return [RowChange(members, member_id, before={name: row[name] for name in after}, after=after)] if after else []


def period_changes(connection: Connection, member_id: int, given: Mapping[str, Any]) -> list[RowChange]:
    """Return the change of the last period of a member, if it is one; where none is known, one is begun first.

    That one says only that he is here, as no period at all does.
    """
    if set(given.values()) <= {None}:
        return []
    of_member = select(memberships).where(memberships.c.member_id == member_id)
    counts = memberships.c.how.is_distinct_from(UNDONE)
    latest = of_member.where(counts).order_by(memberships.c.left_at.desc().nulls_first(), memberships.c.id.desc())
    period = connection.execute(latest.limit(1)).mappings().first()
    if period is None:
        connection.execute(insert(memberships).values(member_id=member_id, how=SEEN))
        period = connection.execute(latest.limit(1)).mappings().one()
    after = {name: value for name, value in given.items() if value != period[name]}
    before = {name: period[name] for name in after}
    return [RowChange(memberships, period["id"], before=before, after=after)] if after else []


def new_periods(connection: Connection, console: Console, rows: Sequence[Mapping[str, Any]]) -> list[RowChange]:
    """Begin a period for each of these members (``member_id``, ``joined_at``, ``left_at``, ``reason``).

    They stand there as taken back already; the changes make them count.
    """
    if not rows:
        return []
    taken_back = {"left_at": console.now(), "how": UNDONE}
    known = [{"joined_at": None, "reason": None, **row, **taken_back} for row in rows]
    made = connection.scalars(insert(memberships).returning(memberships.c.id, sort_by_parameter_order=True), known)
    return [
        RowChange(memberships, period_id, before=taken_back, after={"left_at": row.get("left_at"), "how": SAID})
        for period_id, row in zip(made, rows, strict=True)
    ]
