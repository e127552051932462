"""Who outside a group gets something of it: professionals in and beside it, and services to which reports went."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from console.desk.professionals import job_name
from console.domain.forward import ForwardChannel
from console.domain.professional import Presence
from console.store.tables import digests, forwards, group_professionals, professionals


@dataclass(frozen=True, slots=True)
class Recipient:
    """A kind of recipient, by what he does: never a name of a person.

    ``presence`` is how he takes part where he does, ``channel`` how reports went to a service. ``has_digests``: he was
    given overviews of what is open. ``last_at`` (aware UTC) is when something went to him last, None where that is not
    known.
    """

    who: str
    presence: Presence | None = None
    channel: ForwardChannel | None = None
    has_digests: bool = False
    last_at: datetime | None = None


def recipients(connection: Connection, group_ids: Sequence[int], language: str) -> tuple[Recipient, ...]:
    """Return the recipients of these groups, each kind once, those in the chat first. ``who`` "": nobody said."""
    return (*_professionals(connection, group_ids, language), *_services(connection, group_ids))


def _professionals(connection: Connection, group_ids: Sequence[int], language: str) -> Iterator[Recipient]:
    told = (
        select(digests.c.professional_id, func.max(digests.c.made_at).label("last_at"))
        .where(digests.c.removed_at.is_(None))
        .group_by(digests.c.professional_id)
        .subquery()
    )
    found = (
        select(professionals.c.job, professionals.c.organisation, group_professionals.c.presence, told.c.last_at)
        .join(group_professionals, group_professionals.c.professional_id == professionals.c.id)
        .outerjoin(told, told.c.professional_id == professionals.c.id)
        .where(group_professionals.c.group_id.in_(group_ids), group_professionals.c.removed_at.is_(None))
    )
    last: dict[tuple[Presence, str], list[datetime]] = defaultdict(list)
    for row in connection.execute(found):
        who = ", ".join(filter(None, (job_name(row.job, language), row.organisation)))
        last[Presence(row.presence), who] += [row.last_at] if row.last_at is not None else []
    for presence in Presence:
        for who in sorted(who for one, who in last if one is presence):
            at = max(last[presence, who], default=None)
            yield Recipient(who, presence, has_digests=at is not None, last_at=at)


def _services(connection: Connection, group_ids: Sequence[int]) -> Iterator[Recipient]:
    found = (
        select(forwards.c.recipient, forwards.c.channel, func.max(forwards.c.created_at).label("last_at"))
        .where(forwards.c.group_id.in_(group_ids), forwards.c.removed_at.is_(None))
        .group_by(forwards.c.recipient, forwards.c.channel)
        .order_by(forwards.c.recipient, forwards.c.channel)
    )
    for row in connection.execute(found):
        yield Recipient(row.recipient, channel=ForwardChannel(row.channel), last_at=row.last_at)
