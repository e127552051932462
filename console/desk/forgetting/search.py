"""What is looked for when something goes by time: the groups, the terms of each, and the moment."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, Row, or_, select

from console import texts
from console.desk.forgetting import terms as group_terms
from console.domain.group import GroupId
from console.domain.privacy import Terms
from console.domain.retention import DueLine, Kept, OlderKept
from console.store.tables import groups

HOME: ZoneInfo = ZoneInfo("Europe/Amsterdam")  # of what belongs to no group


@dataclass(frozen=True, slots=True)
class Keeping:
    """How long one group keeps what: its terms, a history that it keeps longer, and whether one goes at once."""

    terms: Terms
    older: OlderKept | None = None
    forgets_at_once: bool = False


@dataclass(frozen=True, slots=True)
class Alike:
    """Groups that keep everything equally long; with ``has_rest`` also what belongs to no group."""

    keeping: Keeping
    ids: tuple[int, ...]
    has_rest: bool = False

    def have(self, group_id: ColumnElement[int]) -> ColumnElement[bool]:
        """Whether something belongs to one of them."""
        here = group_id.in_(self.ids)
        return or_(here, group_id.is_(None)) if self.has_rest else here


class Search:
    """Looks for what goes before a moment (aware UTC), in all groups or in one, or under other terms than they have."""

    def __init__(
        self,
        connection: Connection,
        language: str,
        at: datetime,
        group_id: GroupId | None = None,
        *,
        under: Mapping[int, Keeping] | None = None,
        has_rest: bool | None = None,
    ) -> None:
        wanted = select(groups)
        if group_id is not None:
            wanted = wanted.where(groups.c.id == group_id)
        if under is not None:
            wanted = wanted.where(groups.c.id.in_(under))
        self.connection = connection
        self.language = language
        self.at = at
        self.is_again = under is not None  # of what went before: nothing that came since goes with it
        self.groups: dict[int, Row[*tuple[Any, ...]]] = {row.id: row for row in connection.execute(wanted)}
        self.keeping = {row.id: under[row.id] if under else keeping_of(row) for row in self.groups.values()}
        self._has_rest = group_id is None and under is None if has_rest is None else has_rest

    def before(self, days: int) -> datetime:
        """Return the moment so many days before."""
        return self.at - timedelta(days=days)

    def alike(self) -> Iterator[Alike]:
        """Yield the groups together that keep everything equally long."""
        of_keeping: dict[Keeping, list[int]] = defaultdict(list)
        if self._has_rest:
            of_keeping[Keeping(group_terms.USUAL)] = []
        for group_id, keeping in self.keeping.items():
            of_keeping[keeping].append(group_id)
        for place, (keeping, ids) in enumerate(of_keeping.items()):
            yield Alike(keeping, tuple(ids), has_rest=self._has_rest and place == 0)

    def zone(self, group_id: int | None) -> ZoneInfo:
        """Return the time zone of a group."""
        return HOME if group_id is None else ZoneInfo(self.groups[group_id].time_zone)

    def line(self, kind: Kept, row: Any, due_at: datetime, key: str, name: str | None, **values: object) -> DueLine:  # noqa: ANN401
        """Return one thing that goes, with the reason: the sentence of a key, and its blanks."""
        group, zone = self.groups[row.group_id], self.zone(row.group_id)
        shown = {what: f"{at.astimezone(zone):%d-%m-%Y}" for what, at in values.items() if isinstance(at, datetime)}
        because = texts.say(f"retention.because_{key}", self.language, **(values | shown))
        return DueLine(kind, row.id, GroupId(group.id), group.name, name, due_at.astimezone(zone), because)


def keeping_of(group: Row[*tuple[Any, ...]]) -> Keeping:
    """Return how long a group, a row of ``groups``, keeps what."""
    older = group_terms.older_kept(group)
    return Keeping(group_terms.of_row(group), older, group_terms.forgets_at_once(group))
