"""Which groups somebody can ask to join, and which anybody joins by himself."""

from dataclasses import dataclass

from sqlalchemy import select

from console.desk.console import Console
from console.domain.group import GroupId
from console.domain.profile import JoinPolicy
from console.store.tables import groups


@dataclass(frozen=True, slots=True)
class Door:
    """A group, and whether anybody joins it by himself: then nobody asks."""

    group_id: GroupId
    name: str
    is_open: bool


def doors(console: Console) -> tuple[Door, ...]:
    """Return every group that is not archived, by name."""
    statement = select(groups.c.id, groups.c.name, groups.c.join_policy).where(groups.c.archived_at.is_(None))
    with console.store.reading() as connection:
        found = [
            Door(GroupId(row.id), row.name, JoinPolicy(row.join_policy) is JoinPolicy.OPEN)
            for row in connection.execute(statement)
        ]
    return tuple(sorted(found, key=lambda door: door.name.casefold()))
