"""Which moment to believe when what was kept long enough is erased: a wrong clock must erase nothing too early.

The program knows that it was a certain moment when it last looked, and that somebody wrote the newest message. A clock
that stands more than a day before or after the later of the two may be wrong, or nobody used the program for a while;
nothing tells which. So until it has stood like that for a week, or a person says that it is right, only that goes which
was due at the earlier moment. A new message shows that time did pass.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects.sqlite import insert

from console.store.tables import messages, settings

USUAL: Final = timedelta(days=1)
"""So far the clock may stand from what is known, without any doubt."""
DOUBT: Final = timedelta(days=7)
_SETTING: Final = "retention_clock"


@dataclass(frozen=True, slots=True)
class Believed:
    """The moment by which to erase (aware UTC); with ``until`` the clock is in doubt, and is believed from then on."""

    at: datetime
    until: datetime | None = None


def look(connection: Connection, now: datetime) -> Believed:
    """Return what to believe of ``now``, and keep that it was looked at, in the caller's transaction."""
    known, since = _kept(connection)
    newest = _newest_message(connection, now)
    known = max((at for at in (known, newest) if at is not None), default=now)
    if abs(now - known) > USUAL:
        since = now if since is None or since > now else since
        if now - since < DOUBT:
            _keep(connection, known, since)
            return Believed(min(now, known), since + DOUBT)
        known = now
    _keep(connection, max(now, known), None)
    return Believed(now)


def was_looked_at(connection: Connection) -> bool:
    """Whether it is known what the clock said before."""
    return _kept(connection)[0] is not None


def believe(connection: Connection, now: datetime) -> None:
    """A person says that the clock is right; in the caller's transaction."""
    _keep(connection, now, None)


def _newest_message(connection: Connection, now: datetime) -> datetime | None:
    newest: datetime | None = connection.scalar(select(func.max(messages.c.sent_at)).where(messages.c.sent_at <= now))
    return newest


def _kept(connection: Connection) -> tuple[datetime | None, datetime | None]:
    stored: dict[str, Any] = connection.scalar(select(settings.c.value).where(settings.c.key == _SETTING)) or {}
    known, since = (stored.get(name) for name in ("known", "since"))
    return (None if known is None else _moment(known)), (None if since is None else _moment(since))


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def _keep(connection: Connection, known: datetime, since: datetime | None) -> None:
    value = {"known": int(known.timestamp()), "since": None if since is None else int(since.timestamp())}
    fresh = insert(settings).values(key=_SETTING, value=value)
    connection.execute(
        fresh.on_conflict_do_update(index_elements=[settings.c.key], set_={"value": fresh.excluded.value})
    )
