"""What sets the demo up: it does at any moment what a person could have done then, and leaves no decision to undo."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import partial
from typing import Final, Self
from zoneinfo import ZoneInfo

from sqlalchemy import delete, select

from console.desk.console import Console
from console.domain.group import GroupId
from console.store.tables import decisions, groups

_SETTER: Final = "demo"  # who decided all that is set up


@dataclass(frozen=True, slots=True)
class Setting:
    """The demo at any moment, in the local time of its plans. ``groups`` are its groups by name."""

    console: Console
    zone: ZoneInfo
    groups: dict[str, GroupId]

    @classmethod
    @contextmanager
    def up(cls, console: Console, zone: ZoneInfo) -> Iterator[Self]:
        """Let the block set things up; the journal of the demo begins empty afterwards."""
        with console.store.reading() as connection:
            rows = connection.execute(select(groups.c.name, groups.c.id)).all()
        yield cls(replace(console, actor=_SETTER), zone, {row.name: GroupId(row.id) for row in rows})
        with console.store.writing() as connection:
            connection.execute(delete(decisions).where(decisions.c.actor == _SETTER))

    def at(self, local: datetime | date) -> Console:
        """Return the console as it was then; of a day, at ten in the morning."""
        return replace(self.console, now=partial(self.moment, local))

    def moment(self, local: datetime | date) -> datetime:
        """Return a local moment with its zone."""
        if not isinstance(local, datetime):
            local = datetime.combine(local, time(10))
        return local.replace(tzinfo=self.zone)
