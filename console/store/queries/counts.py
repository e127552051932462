"""How many members and messages a group has, kept beside the group because a million messages take a second to count.

Triggers (migrations ``0003`` and ``0007``) drop a group's row at every change of its messages, what was judged of them
or its members, so what stands is right.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, case, func, insert, or_, select

from console.store.tables import group_counts, groups, judgements, members, memberships, messages

RECENT_WEEKS: Final = 8  # before the last message: how much is said lately, and how much of that belongs elsewhere
_RECENT_SECONDS: Final = RECENT_WEEKS * 7 * 24 * 60 * 60

_PERIODS = select(memberships.c.id).where(memberships.c.member_id == members.c.id)
IS_HERE = or_(~_PERIODS.exists(), _PERIODS.where(memberships.c.left_at.is_(None)).exists())
"""Whether a row of ``members`` is here: while one of his periods is open; or when no period of his is known."""


def live_counts() -> dict[str, ColumnElement[Any]]:
    """Return what to select beside a row of ``groups`` to count that group now, by the name of the column kept."""
    in_group, by_position = messages.c.group_id == groups.c.id, (messages.c.position.desc(), messages.c.id.desc())
    last = select(messages.c.sent_at).where(in_group).order_by(*by_position)
    is_said = messages.c.kind != "system"
    return {
        "members": select(func.count()).where(members.c.group_id == groups.c.id, IS_HERE).scalar_subquery(),
        "messages": select(func.count()).where(in_group).scalar_subquery(),
        "last_message_at": last.limit(1).scalar_subquery(),
        "last_said_at": last.where(is_said).limit(1).scalar_subquery(),
        "recent_said": select(func.count()).where(*_recent(), is_said).scalar_subquery(),
        "recent_judged": _recently_judged().scalar_subquery(),
        "recent_off_topic": _recently_judged().where(judgements.c.off_topic).scalar_subquery(),
    }


@cache  # to make it takes longer than to ask it of one group
def counts() -> Mapping[str, ColumnElement[Any]]:
    """Return what to select beside a row of ``groups`` outer-joined with ``group_counts``: what is kept, or counted."""
    is_missing = group_counts.c.group_id.is_(None)
    return {
        name: case((is_missing, live), else_=group_counts.c[name]).label(name) for name, live in live_counts().items()
    }


def _recent() -> tuple[ColumnElement[bool], ...]:
    """Return what makes a message of the group one of its last weeks; by local seconds, of which there is an index."""
    newest = messages.alias()
    last = select(func.max(newest.c.written_at)).where(newest.c.group_id == groups.c.id).scalar_subquery()
    return messages.c.group_id == groups.c.id, messages.c.written_at > last - _RECENT_SECONDS


def _recently_judged() -> Select[int]:
    return (
        select(func.count())
        .select_from(messages)
        .join(judgements, judgements.c.message_id == messages.c.id)
        .where(*_recent())
    )


def keep_counts(connection: Connection) -> int:
    """Count every group whose counts were dropped; return how many. An import and a round of judging end with it.

    Who forgets it loses time on the page Groepen, never rightness: missing counts are counted there.
    """
    is_missing = ~select(group_counts.c.group_id).where(group_counts.c.group_id == groups.c.id).exists()
    counts = live_counts()
    counted = select(groups.c.id, *counts.values()).where(is_missing)
    return connection.execute(insert(group_counts).from_select(["group_id", *counts], counted)).rowcount
