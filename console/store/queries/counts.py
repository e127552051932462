"""How many members and messages a group has, kept beside the group because a million messages take a second to count.

Triggers (migration ``0003``) drop a group's row at every change of its messages or members, so what stands is right.
"""

from typing import Any

from sqlalchemy import ColumnElement, Connection, func, insert, or_, select

from console.store.tables import group_counts, groups, members, memberships, messages

_PERIODS = select(memberships.c.id).where(memberships.c.member_id == members.c.id)
# A member is here while one of his periods is open; somebody of whom no period is known is still here.
_IS_HERE = or_(~_PERIODS.exists(), _PERIODS.where(memberships.c.left_at.is_(None)).exists())


def live_counts() -> dict[str, ColumnElement[Any]]:
    """Return what to select beside a row of ``groups`` to count that group now, by the name of the column kept."""
    in_group = messages.c.group_id == groups.c.id
    last = select(messages.c.sent_at).where(in_group).order_by(messages.c.position.desc(), messages.c.id.desc())
    return {
        "members": select(func.count()).where(members.c.group_id == groups.c.id, _IS_HERE).scalar_subquery(),
        "messages": select(func.count()).where(in_group).scalar_subquery(),
        "last_message_at": last.limit(1).scalar_subquery(),
    }


def keep_counts(connection: Connection) -> int:
    """Count every group whose counts were dropped; return how many. An import ends with this.

    Who forgets it loses time on the page Groepen, never rightness: missing counts are counted there.
    """
    is_missing = ~select(group_counts.c.group_id).where(group_counts.c.group_id == groups.c.id).exists()
    counts = live_counts()
    counted = select(groups.c.id, *counts.values()).where(is_missing)
    return connection.execute(insert(group_counts).from_select(["group_id", *counts], counted)).rowcount
