"""What is kept of somebody for how long, and what goes by itself when that is over."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from console.domain.group import GroupId


class Kept(StrEnum):
    """What is kept for a while."""

    REQUEST = "request"  # a join request that was decided
    MEMBER = "member"  # who left
    PROSPECT = "prospect"  # who might have joined
    MARK = "mark"  # by which somebody who was refused is recognised


@dataclass(frozen=True, slots=True)
class DueLine:
    """One thing that goes. ``due_at`` is aware, in the zone of its group; ``name`` is None for a mark, which has none.

    ``because`` says in one plain sentence why it goes.
    """

    kind: Kept
    id: int
    group_id: GroupId
    group: str
    name: str | None
    due_at: datetime
    because: str


@dataclass(frozen=True, slots=True)
class Due:
    """What is to go, the first first."""

    lines: tuple[DueLine, ...] = ()

    def count(self, kind: Kept) -> int:
        """How many of one kind."""
        return sum(line.kind is kind for line in self.lines)

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return bool(self.lines)
