"""The family of a group: the chat beside an alarm group, what it was split from, and its neighbours.

A split is kept once, as "this one from that one"; sisters and neighbours from both sides, because each is one of the
other. An older version wrote sisters down from one side only, so both are looked at.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, and_, func, insert, or_, select, union_all

from console.desk.console import Console
from console.desk.journal import RowChange, changes_of, decide
from console.domain.changes import Changes
from console.domain.decision import Verb
from console.domain.group import GroupId, Kin, Relative
from console.errors import ExpectedError
from console.store.tables import group_relations as table
from console.store.tables import groups

_SPLIT: Final = "split"
_STORED: Final = {  # kin -> as it is kept, and whether this group stands first
    Kin.SISTER: ("sister", True),
    Kin.NEIGHBOUR: ("neighbour", True),
    Kin.SPLIT_FROM: (_SPLIT, True),
    Kin.SPLIT_INTO: (_SPLIT, False),
}


def family(console: Console, group_id: GroupId) -> tuple[Relative, ...]:
    """Return the other groups of the family that are not archived: sisters first, then by name."""
    with console.store.reading() as connection:
        return families(connection, [group_id])[group_id]


def families(connection: Connection, ids: Sequence[int]) -> dict[int, tuple[Relative, ...]]:
    """Return the family of each of these groups, as ``family`` does."""
    found: dict[int, set[Relative]] = defaultdict(set)
    sides = ((table.c.group_id, table.c.other_id, True), (table.c.other_id, table.c.group_id, False))
    for own, other, is_first in sides:
        for row in connection.execute(_of(own, other).where(own.in_(ids))):
            found[row.own].add(Relative(GroupId(row.other), row.name, _kin(row.kind, is_first=is_first)))
    order = list(Kin)
    return {
        group_id: tuple(sorted(found[group_id], key=lambda one: (order.index(one.kin), one.name.casefold())))
        for group_id in ids
    }


def _of(own: ColumnElement[int], other: ColumnElement[int]) -> Select[Any]:
    """Return what stands between groups, seen from one side."""
    return (
        select(own.label("own"), other.label("other"), table.c.kind, groups.c.name)
        .join(groups, groups.c.id == other)
        .where(table.c.removed_at.is_(None), groups.c.archived_at.is_(None))
    )


def _kin(kind: str, *, is_first: bool) -> Kin:
    if kind == _SPLIT:
        return Kin.SPLIT_FROM if is_first else Kin.SPLIT_INTO
    return Kin(kind)


def family_key() -> ColumnElement[Any]:
    """Return by what a row of ``groups`` stands beside its family: the first name among them; null without one."""
    sides = union_all(_of(table.c.group_id, table.c.other_id), _of(table.c.other_id, table.c.group_id)).cte("kin")
    first = select(func.min(func.fold(sides.c.name))).where(sides.c.own == groups.c.id).scalar_subquery()
    return func.min(first, func.fold(groups.c.name))  # of two values, min is null where one is


# --- changing it -----------------------------------------------------------------------------------------------------


def relate(console: Console, group_id: GroupId, other_id: GroupId, kin: Kin) -> Changes:
    """Say what another group is to this one. Raises ``ExpectedError``: ``group_gone``, ``group_of_itself``."""
    return _change(console, group_id, other_id, kin, stands=True)


def unrelate(console: Console, group_id: GroupId, other_id: GroupId, kin: Kin) -> Changes:
    """Say that another group is this no longer. Raises as ``relate``."""
    return _change(console, group_id, other_id, kin, stands=False)


def _change(console: Console, group_id: GroupId, other_id: GroupId, kin: Kin, *, stands: bool) -> Changes:
    if group_id == other_id:
        raise ExpectedError("group_of_itself")
    with console.store.writing() as connection:
        changes = list(changes_of_kin(connection, console, group_id, other_id, kin, stands=stands))
        if not changes:
            return Changes()
        decision = decide(connection, console, Verb.SETTINGS, changes, group_id=group_id)
        return changes_of(changes, group_id, decision)


def changes_of_sisters(
    connection: Connection, console: Console, group_id: GroupId, sisters: frozenset[GroupId]
) -> Iterator[RowChange]:
    """Yield what makes these, and no others, the sisters of a group. Raises ``ExpectedError("group_gone")``."""
    for other in sorted(sisters ^ sisters_of(connection, group_id)):
        yield from changes_of_kin(connection, console, group_id, other, Kin.SISTER, stands=other in sisters)


def sisters_of(connection: Connection, group_id: int) -> frozenset[GroupId]:
    """Return the groups that belong with one."""
    standing = and_(table.c.kind == Kin.SISTER.value, table.c.removed_at.is_(None))
    pairs = select(table.c.group_id, table.c.other_id).where(
        standing, or_(table.c.group_id == group_id, table.c.other_id == group_id)
    )
    return frozenset(GroupId(one) for row in connection.execute(pairs) for one in row if one != group_id)


def changes_of_kin(
    connection: Connection, console: Console, group_id: GroupId, other_id: GroupId, kin: Kin, *, stands: bool
) -> Iterator[RowChange]:
    """Yield what makes another group this, or no longer this. Raises ``ExpectedError("group_gone")``."""
    if connection.scalar(select(groups.c.id).where(groups.c.id == other_id)) is None:
        raise ExpectedError("group_gone")
    kind, is_first = _STORED[kin]
    pair = (group_id, other_id) if is_first else (other_id, group_id)
    pairs: Iterable[tuple[GroupId, GroupId]] = (pair,) if kind == _SPLIT else (pair, (pair[1], pair[0]))
    for one, other in pairs:
        yield from _relation(connection, console, one, other, kind, stands=stands)


def _relation(
    connection: Connection, console: Console, one: GroupId, other: GroupId, kind: str, *, stands: bool
) -> Iterator[RowChange]:
    """Yield the change of one row, if it is one; a new row is written as if taken back already."""
    now = console.now()
    is_pair = and_(table.c.group_id == one, table.c.other_id == other, table.c.kind == kind)
    row = connection.execute(select(table.c.id, table.c.removed_at).where(is_pair)).first()
    if row is None and stands:
        values = {"group_id": one, "other_id": other, "kind": kind, "removed_at": now}
        (made,) = connection.execute(insert(table).values(values)).inserted_primary_key or (0,)
        yield RowChange(table, made, before={"removed_at": now}, after={"removed_at": None})
    elif row is not None and stands != (row.removed_at is None):
        removed_at = None if stands else now
        yield RowChange(table, row.id, before={"removed_at": row.removed_at}, after={"removed_at": removed_at})
