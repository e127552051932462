"""What went wrong in a group lately: how often each flag was raised, as it stands after what people said of it."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, select

from console.desk.console import Console
from console.desk.rules import profile_under, rules_of
from console.domain.group import GroupId
from console.domain.judgement import Attention, Flag
from console.domain.member import GroupRole
from console.errors import ExpectedError
from console.judge.policy import attention_of
from console.store.queries.corrections import FINE
from console.store.queries.judgements import reasons_of
from console.store.tables import corrections, groups, judgements, members, messages

QUARTER: Final = timedelta(weeks=13)

_A_DAY: Final = timedelta(days=1)


def last_quarter(connection: Connection, console: Console, group_id: GroupId) -> Mapping[Flag, int]:
    """Return in how many messages of the last thirteen weeks something went wrong, by flag; those with none left out.

    Only what the profile of the group wants attention for counts, of whoever is no professional, and not what a person
    found Goed zo. A correction counts by itself: the judge keeps to it. Raises ``ExpectedError("group_gone")``.
    """
    found = of_groups(connection, console, (group_id,), quarters_ago=0).get(group_id)
    if found is None:
        raise ExpectedError("group_gone")
    return found


def of_groups(
    connection: Connection, console: Console, group_ids: Collection[GroupId], *, quarters_ago: int
) -> dict[GroupId, Mapping[Flag, int]]:
    """Return the same of many groups at once, of thirteen weeks: 0 is the last quarter, 1 the one before it.

    Groups that are gone are not among them.
    """
    until = console.now() - quarters_ago * QUARTER
    counted: dict[GroupId, Counter[Flag]] = {}
    for group_id, wrong in _gone_wrong(connection, group_ids, until - QUARTER, until):
        counted.setdefault(group_id, Counter()).update(wrong)
    return {group_id: {flag: found[flag] for flag in Flag if flag in found} for group_id, found in counted.items()}


def _gone_wrong(
    connection: Connection, group_ids: Collection[GroupId], after: datetime, until: datetime
) -> Iterator[tuple[GroupId, Collection[Flag]]]:
    """Yield the flags of each message of a time; of every group nothing first, so that it is there."""
    stored = select(groups.c.id, groups.c.profile, groups.c.strictness, groups.c.overrides)
    rows = connection.execute(stored.where(groups.c.id.in_(group_ids))).all()
    profiles = {GroupId(group_id): profile_under(rules_of(*rules)) for group_id, *rules in rows}
    yield from ((group_id, ()) for group_id in profiles)
    # Local time differs from UTC by hours at most, and by it the index finds a quarter in a chat of years.
    about_then = messages.c.written_at.between(_seconds(after - _A_DAY), _seconds(until + _A_DAY))
    is_then = (messages.c.group_id.in_(profiles), about_then, messages.c.sent_at > after, messages.c.sent_at <= until)
    fine = _found_fine(connection, profiles)
    judged = (
        select(messages.c.id, messages.c.group_id, judgements.c.reasons)
        .join(judgements, judgements.c.message_id == messages.c.id)
        .outerjoin(members, members.c.id == messages.c.member_id)
        .where(*is_then, judgements.c.attention != Attention.NONE.value)
        .where(members.c.role.is_distinct_from(GroupRole.PROFESSIONAL.value))
    )
    for message_id, group_id, reasons in connection.execute(judged):
        profile = profiles[group_id]
        wrong = {one.flag for one in reasons_of(reasons) if attention_of(one, profile) is not Attention.NONE}
        yield group_id, [flag for flag in wrong if (message_id, flag.value) not in fine]


def _found_fine(connection: Connection, group_ids: Collection[GroupId]) -> set[tuple[int, str]]:
    """Return of which messages a person found a flag Goed zo; the label that says so is named as the flag."""
    standing = (corrections.c.group_id.in_(group_ids), corrections.c.source == FINE, corrections.c.removed_at.is_(None))
    rows = connection.execute(select(corrections.c.message_id, corrections.c.label).where(*standing))
    return {(row.message_id, row.label) for row in rows}


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())
