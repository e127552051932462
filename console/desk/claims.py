"""Who looks at what now, so that two people or two windows do not do the same work.

A claim only tells (*Anja kijkt nu*): it holds nobody back, and it ends by itself. That two decisions do not cross is
seen to elsewhere (``desk/seen.py``).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, and_, select, update

from console.desk.console import Console
from console.domain.decision import ItemId
from console.errors import ExpectedError
from console.store.tables import items

CLAIM_MINUTES: Final = 20


@dataclass(frozen=True, slots=True)
class Claim:
    """Who looks at an item, until when (aware UTC); another window of the same person is another."""

    item: ItemId
    by: str
    until: datetime
    is_mine: bool


def claim(console: Console, item_id: ItemId) -> Claim:
    """Look at an item in this window, and at no other any more; it stays whose it is while another looks at it.

    Raises ``ExpectedError("item_gone")``.
    """
    until = console.now() + timedelta(minutes=CLAIM_MINUTES)
    mine = {"claimed_by": console.actor, "claimed_in": console.window, "claimed_until": until}
    with console.store.writing() as connection:
        _release(connection, items.c.claimed_in == console.window, items.c.id != item_id)
        _release(
            connection, items.c.claimed_in.is_not(None), items.c.claimed_until <= console.now()
        )  # of who was killed
        connection.execute(update(items).where(items.c.id == item_id, ~_is_of_another(console)).values(mine))
        row = connection.execute(select(items).where(items.c.id == item_id)).first()
        if row is None:
            raise ExpectedError("item_gone")
        return Claim(item_id, row.claimed_by, row.claimed_until, is_mine=row.claimed_in == console.window)


def release(console: Console) -> None:
    """Let go of what this window looked at."""
    with console.store.writing() as connection:
        _release(connection, items.c.claimed_in == console.window)


def others(console: Console) -> Mapping[ItemId, str]:
    """Return who else looks at what now, by item."""
    with console.store.reading() as connection:
        rows = connection.execute(select(items.c.id, items.c.claimed_by).where(_is_of_another(console)))
        return {ItemId(item_id): actor for item_id, actor in rows}


def looked_at_by(console: Console, item: Row[*tuple[Any, ...]]) -> str | None:
    """Return who else looks at an item (a row of ``items``) now."""
    is_taken = item.claimed_until is not None and item.claimed_until > console.now()
    return item.claimed_by if is_taken and item.claimed_in != console.window else None


def _release(connection: Connection, *wanted: ColumnElement[bool]) -> None:
    free = {"claimed_by": None, "claimed_in": None, "claimed_until": None}
    connection.execute(update(items).where(*wanted).values(free))


def _is_of_another(console: Console) -> ColumnElement[bool]:
    return and_(
        items.c.claimed_in.is_not(None),  # the condition of an index
        items.c.claimed_in != console.window,
        items.c.claimed_until > console.now(),
    )
