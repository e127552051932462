"""What is left of a refusal: keyed hashes, which recognise who asks again and tell nothing by themselves.

They stand for a year, also when the request itself is long erased; so do those of who was taken out of a group.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from console.desk.console import Console
from console.desk.joining.persons import applicant_of, bare, columns_of, is_mobile, place_of
from console.desk.journal import RowChange
from console.domain.group import GroupId
from console.domain.join_request import RefusalReason, RequestId
from console.domain.joining import MARK_DAYS
from console.store.keyed_hash import find_key, keyed_hash, make_key
from console.store.queries.people import phone_of
from console.store.tables import groups, refusal_marks


@dataclass(frozen=True, slots=True)
class Refusal:
    """A refusal that is recognised; times are aware UTC. ``request_id`` None: he was taken out of that group."""

    group_id: GroupId
    group: str
    request_id: RequestId | None
    reason_code: RefusalReason | None
    refused_at: datetime
    ends_at: datetime


def changes_of_marks(
    connection: Connection, console: Console, request: Row[*tuple[Any, ...]], reason_code: str | None
) -> Iterator[RowChange]:
    """Yield what marks a refused request (a row of ``join_requests``); what is new stands there as taken back."""
    shared = {"group_id": request.group_id, "request_id": request.id, "reason_code": reason_code}
    yield from _marked(connection, console, shared, _parts(request))


def changes_of_removal(connection: Connection, console: Console, group_id: int, person_id: int) -> Iterator[RowChange]:
    """Yield what marks somebody who is taken out of a group, by his own number; nothing where that is not known."""
    phone = phone_of(connection, person_id)
    shared = {"group_id": group_id, "request_id": None, "reason_code": RefusalReason.REMOVED_BEFORE.value}
    parts = [("phone", phone)] if phone is not None and is_mobile(phone) else []
    yield from _marked(connection, console, shared, parts)


def _marked(
    connection: Connection, console: Console, shared: dict[str, Any], parts: Iterable[tuple[str, ...]]
) -> Iterator[RowChange]:
    now = console.now()
    for kind, *rest in parts:
        mark = keyed_hash(make_key(connection), kind, *rest)
        values = {**shared, "kind": kind, "mark": mark, "refused_at": now, "removed_at": now}
        made = insert(refusal_marks).values(ends_at=now + timedelta(days=MARK_DAYS), **values)
        (mark_id,) = connection.execute(made).inserted_primary_key or (0,)
        yield RowChange(refusal_marks, mark_id, before={"removed_at": now}, after={"removed_at": None})


def refusals_of(connection: Connection, console: Console, request: Row[*tuple[Any, ...]]) -> Sequence[Refusal]:
    """Return the refusals that stand of who asks now, the latest first; not that of this very asking."""
    key = find_key(connection)
    if key is None:
        return ()
    own = [keyed_hash(key, *parts) for parts in _parts(request)]
    rows = connection.execute(
        select(refusal_marks, groups.c.name.label("group"))
        .join(groups, groups.c.id == refusal_marks.c.group_id)
        .where(refusal_marks.c.mark.in_(own), refusal_marks.c.removed_at.is_(None))
        .where(refusal_marks.c.ends_at > console.now())
        .order_by(refusal_marks.c.refused_at.desc(), refusal_marks.c.id)
    )
    found: dict[tuple[int, datetime], Refusal] = {}
    for row in rows:
        if row.request_id == request.id and row.refused_at >= request.received_at:
            continue
        reason = None if row.reason_code is None else RefusalReason(row.reason_code)
        request_id = None if row.request_id is None else RequestId(row.request_id)
        refusal = Refusal(GroupId(row.group_id), row.group, request_id, reason, row.refused_at, row.ends_at)
        found.setdefault((row.group_id, row.refused_at), refusal)
    return tuple(found.values())


def can_be_recognised(request: Row[*tuple[Any, ...]]) -> bool:
    """Return whether enough is known of somebody to find an earlier refusal; a name alone is not enough."""
    return any(_parts(request))


def _parts(request: Row[*tuple[Any, ...]]) -> Iterator[tuple[str, ...]]:
    """Yield what a refusal is recognised by: the kind of mark, and what is hashed with it.

    Who shares a landline is not refused with the others of his household, so that one needs the name too.
    """
    name, place = bare(request.name), place_of(columns_of(applicant_of(request)))
    if request.phone:
        yield ("phone", request.phone) if is_mobile(request.phone) else ("phone", request.phone, name)
    if request.email:
        yield ("email", request.email.casefold())
    if name and place:
        yield ("name_and_address", name, place)
