"""The table of the page Groepen: which groups, in which order, and what stands in their rows. All of it in SQL."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, cast

from sqlalchemy import ColumnElement, Select, case, func, or_, select

from console.desk import queue
from console.desk.console import Console
from console.desk.family import families, family_key
from console.desk.health import concerns, professionals_in
from console.desk.welcome.confirming import IS_ASKED
from console.domain.group import Coverage, GroupId, ManagedBy, Relative, Tool, coverage_of, managed_by_of
from console.domain.health import Concern
from console.judge import load_profile, profile_keys
from console.store.folding import fold
from console.store.queries.counts import counts
from console.store.tables import group_counts, groups, items, members


class GroupOrder(StrEnum):
    """What the table can be sorted by; what is not known comes last, whichever way it is turned."""

    NAME = "name"
    PROFILE = "profile"
    TOOL = "tool"
    UMBRELLA = "umbrella"
    MANAGED_BY = "managed_by"
    MEMBERS = "members"
    COVERAGE = "coverage"
    LAST = "last"
    OPEN = "open"
    PROFESSIONALS = "professionals"
    FAMILY = "family"  # so that the groups of a family stand together
    CONCERNS = "concerns"  # what asks for a look, the most urgent first
    READ = "read"  # which part of the members is known to have read the rules


@dataclass(frozen=True, slots=True)
class GroupFilter:
    """Which groups are wanted; the defaults want all that are not archived.

    Every one of ``words`` must be in the name or in the umbrella organisation.
    """

    words: str = ""
    profile: str | None = None
    tool: Tool | None = None
    managed_by: ManagedBy | None = None
    needs_attention: bool = False
    is_archived: bool = False


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One line of the table. Times are aware UTC; counts are of now; ``coverage`` is None where it is not known.

    ``read`` of the ``asked`` members are known to have read the rules; nobody asks administrators and professionals.
    """

    id: GroupId
    name: str
    profile: str
    profile_name: str
    tool: Tool
    umbrella: str | None
    managed_by: ManagedBy | None
    members: int
    coverage: Coverage | None
    messages: int
    last_message_at: datetime | None
    time_zone: str
    open_items: int
    professionals: int
    family: tuple[Relative, ...]
    concerns: tuple[Concern, ...]
    asked: int = 0
    read: int = 0


def group_ids(
    console: Console,
    wanted: GroupFilter | None = None,
    order: GroupOrder = GroupOrder.LAST,
    *,
    is_descending: bool = True,
) -> "array[int]":
    """Return the groups that are wanted, in order; equal ones by name. All that are not archived without a wish."""
    asked = _Asked(console)
    key = asked.key(order)
    turned = key.desc() if is_descending else key.asc()
    statement = (
        asked.joined(select(groups.c.id))
        .where(*asked.conditions(wanted or GroupFilter()))
        .order_by(turned.nulls_last(), func.fold(groups.c.name), groups.c.id)
    )
    with console.store.reading() as connection:
        rows = cast("Iterable[tuple[int]]", connection.execute(statement).cursor)  # of the driver: twice as quick
        return array("q", (group_id for (group_id,) in rows))


def group_rows(console: Console, ids: Sequence[int]) -> dict[int, GroupRow]:
    """Return the rows of these groups, as far as they are still there."""
    asked = _Asked(console)
    statement = asked.joined(select(*asked.columns())).where(groups.c.id.in_(ids))
    names = _profile_names(console.language)
    with console.store.reading() as connection:
        found = connection.execute(statement).mappings().all()
        relatives = families(connection, ids)
        read = {row.group_id: (row.asked, row.read) for row in connection.execute(_asked_and_read(ids))}
    return {row["id"]: _row(row, names, relatives[row["id"]], *read.get(row["id"], (0, 0))) for row in found}


def counts_of(console: Console) -> tuple[int, int]:
    """Return how many groups there are, and how many are archived besides."""
    is_archived = groups.c.archived_at.is_not(None)
    with console.store.reading() as connection:
        row = connection.execute(select(func.count(), func.count().filter(is_archived)).select_from(groups)).one()
    return row[0] - row[1], row[1]


class _Asked:
    """The parts of a question about many groups, and what is counted beside each."""

    def __init__(self, console: Console) -> None:
        open_items = select(items.c.group_id, func.count().label("n")).where(queue.is_open(console))
        self._waiting = open_items.group_by(items.c.group_id).cte("waiting")
        self._counted = counts()
        self._concerns = concerns(console)
        self._language = console.language

    def joined(self, statement: Select[Any]) -> Select[Any]:
        """Return the question about ``groups``, with what is counted beside each."""
        of_waiting = self._waiting.c.group_id == groups.c.id
        of_counts = group_counts.c.group_id == groups.c.id
        return statement.outerjoin(group_counts, of_counts).outerjoin(self._waiting, of_waiting)

    def columns(self) -> tuple[ColumnElement[Any], ...]:
        """Return what a row is made of."""
        names = ("id", "name", "profile", "tool", "umbrella", "managed_by", "addresses", "residents", "time_zone")
        return (
            *(groups.c[name] for name in names),
            *(self._counted[name] for name in ("members", "messages", "last_message_at")),
            self._open_items().label("open_items"),
            professionals_in().label("professionals"),
            *(is_it.label(concern.value) for concern, is_it in self._concerns.items()),
        )

    def conditions(self, wanted: GroupFilter) -> Iterator[ColumnElement[bool]]:
        """Yield what makes a group one of those that are wanted."""
        yield groups.c.archived_at.is_not(None) if wanted.is_archived else groups.c.archived_at.is_(None)
        searched = func.fold(groups.c.name + " " + func.coalesce(groups.c.umbrella, ""))
        for word in wanted.words.split():
            yield searched.contains(fold(word), autoescape=True)
        for name in ("profile", "tool", "managed_by"):
            value = getattr(wanted, name)
            if value is not None:
                yield groups.c[name] == value
        if wanted.needs_attention:
            yield or_(*self._concerns.values())

    def key(self, order: GroupOrder) -> ColumnElement[Any]:
        """Return what to sort by; null where it is not known."""
        names = {key: fold(name) for key, name in _profile_names(self._language).items()}
        out_of = func.coalesce(_known("addresses"), _known("residents"))
        keys: dict[GroupOrder, ColumnElement[Any]] = {
            GroupOrder.NAME: func.fold(groups.c.name),
            GroupOrder.PROFILE: case(names, value=groups.c.profile),
            GroupOrder.TOOL: groups.c.tool,
            GroupOrder.UMBRELLA: func.fold(func.nullif(groups.c.umbrella, "")),
            GroupOrder.MANAGED_BY: groups.c.managed_by,
            GroupOrder.MEMBERS: self._counted["members"],
            GroupOrder.COVERAGE: self._counted["members"] * 1.0 / out_of,
            GroupOrder.LAST: self._counted["last_message_at"],
            GroupOrder.OPEN: self._open_items(),
            GroupOrder.PROFESSIONALS: professionals_in(),
            GroupOrder.FAMILY: family_key(),
            GroupOrder.READ: _share_read(),
            GroupOrder.CONCERNS: case(*((is_it, place) for place, is_it in enumerate(self._concerns.values()))),
        }
        return keys[order]

    def _open_items(self) -> ColumnElement[int]:
        return func.coalesce(self._waiting.c.n, 0)


def _asked_and_read(ids: Sequence[int]) -> Select[Any]:
    """Return the question how many members of groups are asked to read the rules, and how many are known to have."""
    read = func.count(members.c.rules_confirmed_at).label("read")
    counted = select(members.c.group_id, func.count().label("asked"), read)
    return counted.where(members.c.group_id.in_(ids), IS_ASKED).group_by(members.c.group_id)


def _share_read() -> ColumnElement[Any]:
    share = func.count(members.c.rules_confirmed_at) * 1.0 / func.nullif(func.count(), 0)
    return select(share).where(members.c.group_id == groups.c.id, IS_ASKED).scalar_subquery()


def _known(name: str) -> ColumnElement[int]:
    return func.nullif(groups.c[name], 0)


def _profile_names(language: str) -> dict[str, str]:
    return {key: load_profile(key).name(language) for key in profile_keys()}


def _row(
    row: Mapping[Any, Any], names: Mapping[str, str], relatives: tuple[Relative, ...], asked: int, read: int
) -> GroupRow:
    return GroupRow(
        id=GroupId(row["id"]),
        name=row["name"],
        profile=row["profile"],
        profile_name=names.get(row["profile"], row["profile"]),
        tool=Tool(row["tool"]),
        umbrella=row["umbrella"],
        managed_by=managed_by_of(row["managed_by"]),
        members=row["members"],
        coverage=coverage_of(row["members"], row["addresses"], row["residents"]),
        messages=row["messages"],
        last_message_at=row["last_message_at"],
        time_zone=row["time_zone"],
        open_items=row["open_items"],
        professionals=row["professionals"],
        family=relatives,
        concerns=tuple(concern for concern in Concern if row[concern.value]),
        asked=asked,
        read=read,
    )
