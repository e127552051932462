"""The work areas of groups (glossary: werkgebied): kept, changed, compared, and found by an address.

A group's area is JSON in its row. ``keys`` in it are what a search goes by; triggers copy them to ``area_keys``.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from sqlalchemy import Connection, Row, func, or_, select

from console import texts
from console.desk.area_match import match
from console.desk.area_overlap import shared
from console.desk.area_search import Found, exact_keys, is_backwards, keys_of, slip_keys
from console.desk.area_text import lines_of
from console.desk.console import Console
from console.desk.journal import RowChange, changes_of, decide
from console.domain.changes import Changes
from console.domain.decision import Verb
from console.domain.group import GroupId
from console.domain.join_request import RightGroup
from console.domain.work_area import Address, Answer, Postcodes, Side, Stretch, WorkArea
from console.errors import ExpectedError
from console.store.tables import area_keys, group_relations, groups

MOST_GROUPS: Final = 12  # that may be right for an address: who needs more, asks for the postcode
MOST_OVERLAPS: Final = 50
_AT_ONCE: Final = 64
_KEYS_AT_ONCE: Final = 500
_TOLD: Final = 5  # parts of an area in the journal
_LOOKED_AT: Final = 200  # groups that share a name with this one


@dataclass(frozen=True, slots=True)
class Overlap:
    """A group that has part of the same area; ``what`` are the parts, in words, the first few."""

    group_id: GroupId
    group: str
    what: tuple[str, ...]


def as_stored(area: WorkArea) -> dict[str, Any] | None:
    """Return an area as ``groups.work_area`` keeps it; None for one that is empty.

    The first of ``keys`` are those of the stretches, in their order.
    """
    if not area:
        return None
    stored: dict[str, Any] = {
        "stretches": [_as_stored(stretch) for stretch in area.stretches],
        "postcodes": [[postcodes.first, postcodes.last] for postcodes in area.postcodes],
        "keys": list(keys_of(area)),
    }
    return stored | ({"park": area.park} if area.park else {})


def _as_stored(stretch: Stretch) -> dict[str, Any]:
    values = {"first": stretch.first, "last": stretch.last, "side": stretch.side.value}
    told = {name: value for name, value in values.items() if value not in (None, Side.ALL.value)}
    return {"street": stretch.street} | told


def of_row(stored: Mapping[str, Any] | None) -> WorkArea:
    """Return the area that a group's row holds; an empty one when nothing was filled in."""
    stored = stored or {}
    return WorkArea(
        tuple(_stretch(stretch) for stretch in stored.get("stretches", ())),
        tuple(Postcodes(first, last) for first, last in stored.get("postcodes", ())),
        stored.get("park"),
    )


def _stretch(stored: Mapping[str, Any]) -> Stretch:
    side = Side(stored.get("side", Side.ALL.value))
    return Stretch(stored["street"], stored.get("first"), stored.get("last"), side)


def in_words(stored: Mapping[str, Any] | None, language: str) -> str:
    """Return the area in a group's row as the journal tells it, the first few parts."""
    parts = lines_of(of_row(stored), language)
    more = [texts.say("area.and_more", language, count=len(parts) - _TOLD)] if len(parts) > _TOLD else []
    return "; ".join([*parts[:_TOLD], *more]) or texts.say("desk.nothing", language)


def area_of(console: Console, group_id: GroupId) -> WorkArea:
    """Return the area of a group. Raises ``ExpectedError("group_gone")``."""
    with console.store.reading() as connection:
        return of_row(_stored(connection, group_id))


def set_area(console: Console, group_id: GroupId, area: WorkArea) -> Changes:
    """Give a group another area, or none. Raises ``ExpectedError("group_gone")``."""
    with console.store.writing() as connection:
        before, after = _stored(connection, group_id), as_stored(area)
        if of_row(before) == area:
            return Changes()
        changes = [RowChange(groups, group_id, {"work_area": before}, {"work_area": after})]
        decision = decide(connection, console, Verb.SETTINGS, changes, group_id=group_id)
        # Who asks to join is looked at anew: he may now live inside, or outside.
        return replace(changes_of(changes, group_id, decision), requests=True)


def _stored(connection: Connection, group_id: GroupId) -> dict[str, Any] | None:
    row = connection.execute(select(groups.c.work_area).where(groups.c.id == group_id)).first()
    if row is None:
        raise ExpectedError("group_gone")
    stored: dict[str, Any] | None = row.work_area
    return stored


# --- which group has an address ---------------------------------------------------------------------------------------


def groups_at(console: Console, address: Address, *, but: GroupId | None = None) -> tuple[RightGroup, ...]:
    """Return the groups whose area has an address, as ``groups_for`` does."""
    with console.store.reading() as connection:
        return groups_for(connection, address, language=console.language, but=but)


def groups_for(
    connection: Connection, address: Address, *, language: str, but: GroupId | None = None
) -> tuple[RightGroup, ...]:
    """Return the groups whose area surely has an address, other than ``but``; at most twelve.

    First those that have its postcode too, then those that belong with ``but`` or are of the same municipality, then by
    name: a street of this name may be in many towns. Archived groups have no area any more.
    """
    exact = exact_keys(address)
    right = _right(connection, exact, address, language, but)
    if not right and address.street and not _has_street(connection, but, exact):  # then it may be written wrong
        right = _right(connection, slip_keys(connection, address), address, language, but)
    return right


def _has_street(connection: Connection, group_id: GroupId | None, found: Found) -> bool:
    """Whether a group has the street itself: then no slip was made, it is another part of it that somebody lives in."""
    of_group = select(area_keys.c.id).where(area_keys.c.group_id == group_id, area_keys.c.key.in_(found.streets))
    return connection.scalar(of_group.limit(1)) is not None


def _right(
    connection: Connection, found: Found, address: Address, language: str, but: GroupId | None
) -> tuple[RightGroup, ...]:
    right: list[RightGroup] = []
    ids = _in_order(connection, found, but)
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        columns = (groups.c.id, groups.c.name, groups.c.work_area)
        by_id = {row.id: row for row in connection.execute(select(*columns).where(groups.c.id.in_(some)))}
        for row in (by_id[group_id] for group_id in some):
            said = match(_part_of(row.work_area, found), address, language)
            if said.answer is Answer.YES:
                right.append(RightGroup(GroupId(row.id), row.name, said.because))
        if len(right) >= MOST_GROUPS:
            break
    return tuple(right[:MOST_GROUPS])


def _in_order(connection: Connection, found: Found, but: GroupId | None) -> Sequence[int]:
    """Return the groups that may have the address, the most likely first."""
    own = select(groups.c.municipality).where(groups.c.id == but).scalar_subquery()
    links = group_relations.c
    related = select(links.other_id).where(links.group_id == but, links.removed_at.is_(None))
    related_too = select(links.group_id).where(links.other_id == but, links.removed_at.is_(None))
    kinds = (
        select(
            area_keys.c.group_id,
            func.max(area_keys.c.key.in_(found.postcodes)).label("has_postcode"),
        )
        .where(area_keys.c.key.in_(found.all))
        .group_by(area_keys.c.group_id)
        .subquery()
    )
    is_near = or_(groups.c.id.in_(related), groups.c.id.in_(related_too))
    statement = (
        select(groups.c.id)
        .join(kinds, kinds.c.group_id == groups.c.id)
        .where(groups.c.archived_at.is_(None), groups.c.id != (but or 0))
        .order_by(
            kinds.c.has_postcode.desc(), is_near.desc(), func.coalesce(groups.c.municipality == own, False).desc()
        )
        .order_by(groups.c.name)
    )
    return connection.scalars(statement).all()


def _part_of(stored: Mapping[str, Any], found: Found) -> WorkArea:
    """Return what of an area speaks of an address: of fifteen streets, the one that was found."""
    keys = stored["keys"]
    parts = [_stretch(one) for one, key in zip(stored["stretches"], keys, strict=False) if key in found.streets]
    whole = of_row({**stored, "stretches": []})
    if not parts and stored["stretches"]:  # the postcode is of this group, the street is not: they disagree
        return of_row(stored)
    return replace(whole, stretches=tuple(parts))


# --- which groups have part of the same area --------------------------------------------------------------------------


def overlaps(console: Console, group_id: GroupId, area: WorkArea | None = None) -> tuple[Overlap, ...]:
    """Return the groups that share a part of a group's area, or of one that it may get, the most parts first.

    Streets of the same name count only where they are not known to be of different municipalities. At most fifty.
    Raises ``ExpectedError("group_gone")``.
    """
    with console.store.reading() as connection:
        columns = select(groups.c.work_area, groups.c.municipality)
        row = connection.execute(columns.where(groups.c.id == group_id)).first()
        if row is None:
            raise ExpectedError("group_gone")
        mine = of_row(row.work_area) if area is None else area
        found = [*_others(connection, group_id, row.municipality, mine, console.language)]
    return tuple(sorted(found, key=lambda one: (-len(one.what), one.group.casefold())))[:MOST_OVERLAPS]


def _others(
    connection: Connection, group_id: GroupId, municipality: str | None, mine: WorkArea, language: str
) -> Iterator[Overlap]:
    for row in _sharing(connection, group_id, [key for key in keys_of(mine) if not is_backwards(key)]):
        theirs = of_row(row.work_area)
        if None not in {municipality, row.municipality} and municipality != row.municipality:
            theirs = replace(theirs, stretches=())
        what = shared(mine, theirs, language)
        if what:
            yield Overlap(GroupId(row.id), row.name, what)


def _sharing(connection: Connection, group_id: GroupId, keys: Sequence[str]) -> Iterator[Row[*tuple[Any, ...]]]:
    """Yield the groups that share keys, those with the most first."""
    count: Counter[int] = Counter()
    for start in range(0, len(keys), _KEYS_AT_ONCE):
        some = area_keys.c.key.in_(keys[start : start + _KEYS_AT_ONCE])
        counted = select(area_keys.c.group_id, func.count().label("n")).where(some, area_keys.c.group_id != group_id)
        count.update({row.group_id: row.n for row in connection.execute(counted.group_by(area_keys.c.group_id))})
    ids = [key for key, _ in count.most_common(_LOOKED_AT)]
    columns = (groups.c.id, groups.c.name, groups.c.municipality, groups.c.work_area)
    yield from connection.execute(select(*columns).where(groups.c.id.in_(ids), groups.c.archived_at.is_(None)))
