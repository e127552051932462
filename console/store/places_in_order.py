"""Positions of messages in a chat, with room between them so that a late message finds its place.

The order of an export is kept as a number per message. Messages at either end get the next free one; those that turn
up in between share the room between their neighbours. When there is none left, the group is numbered anew.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from sqlalchemy import Connection, func, select, text

from console.store.tables import messages

STEP: Final = 1 << 20
_OLDER: Final = 1 << 50  # room in front for an older export of any size

_RENUMBER: Final = text(
    "UPDATE messages SET position = ranked.place * :step FROM"
    " (SELECT id, row_number() OVER (ORDER BY position, id) AS place FROM messages WHERE group_id = :group_id)"
    " AS ranked WHERE messages.id = ranked.id"
)


class Places:
    """Gives out positions in one group, within one transaction."""

    def __init__(self, connection: Connection, group_id: int) -> None:
        self._connection = connection
        self._of_group = messages.c.group_id == group_id
        self._group_id = group_id
        first, last = connection.execute(
            select(func.min(messages.c.position), func.max(messages.c.position)).where(self._of_group)
        ).one()
        self._first = first or 0
        self._before = self._first - _OLDER
        self._after = last or 0
        self._behind: dict[int | None, Iterator[int]] = {}

    def next_after(self) -> int:
        """Return the next position at the end."""
        self._after += STEP
        return self._after

    def next_before(self) -> int:
        """Return the next position in front of everything stored; in the order of the export."""
        self._before += STEP
        return self._before

    def make_room(self, wanted: Iterable[int | None]) -> None:
        """Prepare positions behind stored ones: each number names the position that a message comes behind.

        None stands for in front of the first that was stored.
        """
        needed = Counter(wanted)
        now_at: dict[int | None, int | None] = {after: after for after in needed}
        if any(self._gap(after, count) <= count for after, count in needed.items()):
            now_at = self._renumber(needed, max(STEP, 2 * max(needed.values())))
        for after, count in needed.items():
            gap = self._gap(now_at[after], count)
            start = self._first - gap if after is None else now_at[after] or 0
            self._behind[after] = iter([start + gap * nth // (count + 1) for nth in range(1, count + 1)])

    def next_behind(self, after: int | None) -> int:
        """Return the next prepared position behind the one that ``make_room`` was told."""
        return next(self._behind[after])

    def _gap(self, after: int | None, count: int) -> int:
        """Return the room behind a position; at either end there is as much as ``count`` messages want."""
        if after is None:
            return max(STEP, 2 * count)
        behind = select(func.min(messages.c.position)).where(self._of_group, messages.c.position > after)
        following = self._connection.scalar(behind)
        return max(STEP, 2 * count) if following is None else following - after

    def _renumber(self, needed: Iterable[int | None], step: int) -> dict[int | None, int | None]:
        """Number the whole group anew, ``step`` apart; return where the named positions went."""
        now_at: dict[int | None, int | None] = {None: None}
        for after in needed:
            if after is not None:
                up_to = select(func.count()).where(self._of_group, messages.c.position <= after)
                now_at[after] = (self._connection.scalar(up_to) or 0) * step
        in_front = select(func.count()).where(self._of_group, messages.c.position < self._first)
        self._first = ((self._connection.scalar(in_front) or 0) + 1) * step
        self._connection.execute(_RENUMBER, {"group_id": self._group_id, "step": step})
        return now_at
