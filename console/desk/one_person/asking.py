"""What people asked about their own data: written down, and answered within a month (GDPR, article 12)."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, func, insert, select

from console.desk.console import Console
from console.desk.journal import RowChange, changes_of, decide
from console.desk.one_person import recalling
from console.domain.changes import Changes
from console.domain.decision import Verb
from console.domain.member import PersonId
from console.domain.one_person import AskedId, Asks, Person, PrivacyRequest
from console.errors import ExpectedError
from console.store.queries.people import ROOT_ID
from console.store.tables import people, privacy_requests

ZONE = ZoneInfo("Europe/Amsterdam")  # all groups are in the Netherlands
_TABLE = privacy_requests.c


def ask(console: Console, person: Person, kind: Asks, words: str = "", *, asked_at: datetime | None = None) -> Changes:
    """Write down that somebody asks something; ``asked_at`` (aware) is now where it is not given. Can be undone.

    Who is no member is written down in ``words``: only a member has a card. Raises ``ExpectedError("asked_later")`` for
    a moment that is still to come.
    """
    if asked_at is not None and asked_at > console.now():
        raise ExpectedError("asked_later")
    with console.store.writing() as connection:
        change = added(connection, console, kind, person.person_id, words, asked_at=asked_at)
        return _decide(connection, console, [change])


def answer(console: Console, asked_id: AskedId) -> Changes:
    """It was answered. Can be undone. Raises ``ExpectedError("asked_gone")``."""
    with console.store.writing() as connection:
        wanted = select(privacy_requests).where(_TABLE.id == asked_id, _TABLE.removed_at.is_(None))
        row = connection.execute(wanted).first()
        if row is None or row.answered_at is not None:
            raise ExpectedError("asked_gone")
        change = RowChange(privacy_requests, asked_id, {"answered_at": None}, {"answered_at": console.now()})
        return _decide(connection, console, [change])


def asked(console: Console, *, only_open: bool = False) -> tuple[PrivacyRequest, ...]:
    """Return what was asked: what is open first, the one that is due first; then the latest answered first."""
    name = select(people.c.name).where(people.c.id == _TABLE.person_id).scalar_subquery()
    wanted = select(privacy_requests, name.label("name")).where(_TABLE.removed_at.is_(None))
    if only_open:
        wanted = wanted.where(_TABLE.answered_at.is_(None))
    with console.store.reading() as connection:
        found = [_request(console, row) for row in connection.execute(wanted)]
    open_first = sorted((one for one in found if one.answered_at is None), key=lambda one: (one.due_at, one.id))
    answered = (one for one in found if one.answered_at is not None)
    return (*open_first, *sorted(answered, key=lambda one: (one.answered_at or one.asked_at, one.id), reverse=True))


def waiting(console: Console) -> int:
    """Return how many requests wait for an answer."""
    wanted = select(func.count()).where(_TABLE.removed_at.is_(None), _TABLE.answered_at.is_(None))
    with console.store.reading() as connection:
        return int(connection.scalar(wanted) or 0)


def due_at(asked_at: datetime) -> datetime:
    """Return until when an answer is due: the same day of the next month, or its last (both aware)."""
    local = asked_at.astimezone(ZONE)
    year, month = (local.year + 1, 1) if local.month == 12 else (local.year, local.month + 1)
    day = min(local.day, monthrange(year, month)[1])
    return local.replace(year=year, month=month, day=day).astimezone(asked_at.tzinfo)


# --- in the transaction of who changes something because of it ------------------------------------------------------


def added(
    connection: Connection,
    console: Console,
    kind: Asks,
    person_id: PersonId | None,
    words: str,
    *,
    asked_at: datetime | None = None,
    is_answered: bool = False,
) -> RowChange:
    """Write down a request as one that was taken back, and return what makes it count."""
    now = console.now()
    values = {
        "kind": kind.value,
        "person_id": person_id,
        "asked_at": asked_at or now,
        "answered_at": now if is_answered else None,
        "words": words.strip() or None,
        "removed_at": now,
    }
    (made,) = connection.execute(insert(privacy_requests).values(values)).inserted_primary_key or (0,)
    return RowChange(privacy_requests, made, before={"removed_at": now}, after={"removed_at": None})


def answers_to(connection: Connection, console: Console, kind: Asks, person_id: PersonId) -> Iterator[RowChange]:
    """Yield what answers every open request of one kind of a person."""
    same = select(people.c.id).where(ROOT_ID.in_([person_id]))
    his = (_TABLE.kind == kind.value, _TABLE.person_id.in_(same), _TABLE.removed_at.is_(None))
    for row in connection.execute(select(_TABLE.id).where(*his, _TABLE.answered_at.is_(None)).order_by(_TABLE.id)):
        yield RowChange(privacy_requests, row.id, {"answered_at": None}, {"answered_at": console.now()})


def was_answered(connection: Connection, kind: Asks, person_id: PersonId, at: datetime) -> bool:
    """Whether a request of this kind was answered within a day."""
    same = select(people.c.id).where(ROOT_ID.in_([person_id]))
    his = (_TABLE.kind == kind.value, _TABLE.person_id.in_(same), _TABLE.removed_at.is_(None))
    day = (_TABLE.answered_at >= at - timedelta(days=1), _TABLE.answered_at <= at + timedelta(days=1))
    return connection.scalar(select(_TABLE.id).where(*his, *day).limit(1)) is not None


def _decide(connection: Connection, console: Console, changes: list[RowChange]) -> Changes:
    return changes_of(changes, None, decide(connection, console, Verb.PRIVACY, changes, group_id=None))


def _request(console: Console, row: Row[*tuple[Any, ...]]) -> PrivacyRequest:
    told = recalling.from_stored(row.recipients)
    return PrivacyRequest(
        id=AskedId(row.id),
        kind=Asks(row.kind),
        person_id=None if row.person_id is None else PersonId(row.person_id),
        name=row.name,
        asked_at=row.asked_at,
        due_at=due_at(row.asked_at),
        answered_at=row.answered_at,
        words=row.words or "",
        recipients=tuple(recalling.shown(console, one, None) for one in told),
    )
