"""After how many days an answer is overdue, for each kind of line. What is set holds for what is asked from then on."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from console.desk.console import Console
from console.domain.changes import Changes
from console.domain.feedback import REMIND_DAYS, LineKind
from console.errors import ExpectedError
from console.store.tables import settings

LONGEST_DAYS: Final = 90
_KEY: Final = "feedback_days"


def days(console: Console) -> Mapping[LineKind, int]:
    """Return the days until the reminder, of every kind."""
    with console.store.reading() as connection:
        return days_of(connection)


def days_of(connection: Connection) -> Mapping[LineKind, int]:
    """Return the days until the reminder, of every kind, in the caller's transaction."""
    said = connection.scalar(select(settings.c.value).where(settings.c.key == _KEY)) or {}
    return {kind: said.get(kind.value, REMIND_DAYS) for kind in LineKind}


def set_days(console: Console, said: Mapping[LineKind, int]) -> Changes:
    """Set the days of some kinds; the reminders of what was asked before stay. One transaction.

    Raises ``ExpectedError("remind_days")`` for anything but 1 to 90.
    """
    if not all(1 <= number <= LONGEST_DAYS for number in said.values()):
        raise ExpectedError("remind_days", longest=LONGEST_DAYS)
    with console.store.writing() as connection:
        value = {kind.value: number for kind, number in {**days_of(connection), **said}.items()}
        fresh = insert(settings).values(key=_KEY, value=value)
        connection.execute(fresh.on_conflict_do_update(index_elements=[settings.c.key], set_={"value": value}))
    return Changes(feedback=True)


def remind_at(connection: Connection, kind: LineKind, asked_at: datetime) -> datetime:
    """Return when an answer is overdue that was asked for at a moment (aware)."""
    return asked_at + timedelta(days=days_of(connection)[kind])
