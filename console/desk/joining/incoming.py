"""A request comes in: the same person for the same group is the same request, and stands in the queue once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, and_, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from console import texts
from console.desk.console import Console
from console.desk.joining import arrivals
from console.desk.joining.persons import (
    ANSWERS,
    REST,
    SHOWN,
    bare,
    columns_of,
    is_same_street,
    keys_of,
    may_be_same,
    says_no_name,
)
from console.desk.queue import Rank
from console.domain.changes import Changes
from console.domain.decision import ItemKind, ItemState
from console.domain.group import GroupId
from console.domain.join_request import Applicant, RequestId, RequestSource, RequestState
from console.domain.judgement import Attention
from console.domain.message import MessageId
from console.domain.outgoing import Action, TodoState
from console.domain.profile import JoinPolicy
from console.errors import ExpectedError
from console.store.queries.roll import IS_TAKEN_BACK as UNDONE_MEMBER
from console.store.tables import groups, items, join_requests, members, memberships, todos

_DECIDED: Final = frozenset(
    {
        RequestState.ADMITTED.value,
        RequestState.REFUSED.value,
        RequestState.REDIRECTED.value,
        RequestState.WITHDRAWN.value,
    }
)


IS_TAKEN_BACK: Final = and_(join_requests.c.state == RequestState.WITHDRAWN.value, join_requests.c.decided_at.is_(None))
"""Whether a request was made by a decision that was undone: nobody ever saw it."""


class Incoming(NamedTuple):
    """One request as it came in; ``received_at`` is aware, ``message_id`` the message that asks.

    ``is_dated`` is False when it does not say when it was made: then it may be an old one that is brought in again.
    """

    applicant: Applicant
    received_at: datetime
    source: RequestSource
    message_id: MessageId | None = None
    is_dated: bool = True


@dataclass(frozen=True, slots=True)
class Put:
    """What came of requests that came in: made, filled in further or asked again, and known without anything new.

    ``is_open_group``: everybody may join by himself here, so that nothing was made of them.
    """

    new: tuple[RequestId, ...] = ()
    updated: tuple[RequestId, ...] = ()
    known: tuple[RequestId, ...] = ()
    is_open_group: bool = False

    def changes(self, group_id: GroupId) -> Changes:
        """Return what the pages need to know."""
        touched = bool(self.new or self.updated)
        group_ids = frozenset({group_id}) if touched else frozenset()
        return Changes(items=touched, requests=touched, group_ids=group_ids)


def put(
    connection: Connection,
    console: Console,
    group_id: GroupId,
    applicants: Iterable[Incoming | tuple[Applicant, datetime, RequestSource, MessageId | None]],
) -> Put:
    """Take in requests for a group, in the caller's transaction and in their own order.

    Who asks already gets what is new filled in; what is said differently is never written over what stands there, but
    added to his words. Who was decided about is there again when he asks after that; who is in since he asked is
    admitted already. Raises ``ExpectedError("group_gone")``.
    """
    policy = connection.scalar(select(groups.c.join_policy).where(groups.c.id == group_id))
    if policy is None:
        raise ExpectedError("group_gone")
    if JoinPolicy(policy) is JoinPolicy.OPEN:
        return Put(is_open_group=True)
    known = _Known(connection, console.language, group_id)
    told = [(known.take(incoming), incoming) for incoming in (Incoming(*one) for one in applicants)]
    known.store(connection)
    arrivals.settle(connection, console, group_id)
    by_outcome: dict[str, dict[RequestId, None]] = {"new": {}, "updated": {}, "known": {}}
    for (request, outcome), _ in told:
        by_outcome[outcome][RequestId(request.values["id"])] = None
    new, updated = by_outcome["new"], by_outcome["updated"].keys() - by_outcome["new"].keys()
    known_only = by_outcome["known"].keys() - new.keys() - updated
    return Put(tuple(new), tuple(sorted(updated)), tuple(sorted(known_only)))


# --- who is who ------------------------------------------------------------------------------------------------------


@dataclass(slots=True, eq=False)
class _Request:
    """A row of ``join_requests``, stored or about to be."""

    values: dict[str, Any]
    is_new: bool = False
    comes_back: bool = False
    changed: set[str] = field(default_factory=set)

    def set(self, name: str, value: Any) -> None:  # noqa: ANN401
        if self.values.get(name) != value:
            self.values[name] = value
            self.changed.add(name)


class _Known:
    """The requests of one group, found by what tells a person apart."""

    def __init__(self, connection: Connection, language: str, group_id: GroupId, *, taken_back: bool = False) -> None:
        self._language = language
        self._group_id = group_id
        self._by_key: dict[tuple[str, ...], list[_Request]] = {}
        self._all: list[_Request] = []
        self._connection = connection
        stored = select(join_requests).where(join_requests.c.group_id == group_id, join_requests.c.erased_at.is_(None))
        stored = stored.where(IS_TAKEN_BACK if taken_back else ~IS_TAKEN_BACK)
        for row in connection.execute(stored.order_by(join_requests.c.id)).mappings():
            self._add(_Request(dict(row)))

    def _add(self, request: _Request) -> None:
        self._all.append(request)
        self._index(request)

    def _index(self, request: _Request) -> None:
        for key in keys_of(request.values):
            found = self._by_key.setdefault(key, [])
            if request not in found[-1:]:
                found.append(request)

    def take(self, incoming: Incoming) -> tuple[_Request, str]:
        """Return the request that somebody's asking belongs to, and what came of it: "new", "updated" or "known"."""
        values = _values(incoming)
        request = self.find(values)
        if request is None:
            fresh = {"group_id": self._group_id, "state": RequestState.OPEN.value, **values}
            request = self._put_down.find(values)
            if request is None:
                request = _Request(fresh, is_new=True)
            else:  # he asks himself now: what put him here before, and was undone, cannot be made again beside it
                for name, value in {**fresh, "ends_at": None}.items():
                    request.set(name, value)
            request.comes_back = True
            self._add(request)
            return request, "new"
        is_touched = self._fill(request, values)
        if is_touched:
            self._index(request)
        if not self._is_being_let_in(request.values):
            is_touched |= _ask_again(request, values, is_touched=is_touched, is_dated=incoming.is_dated)
        return request, "updated" if is_touched else "known"

    @cached_property
    def _put_down(self) -> "_Known":
        """The requests that were made by a decision which was undone."""
        return _Known(self._connection, self._language, self._group_id, taken_back=True)

    def find(self, values: Mapping[str, Any]) -> _Request | None:
        """Return the request of the same person; the surest likeness decides."""
        if not self._all:
            return None
        *sure, by_name = keys_of(values)
        for key in sure:
            for request in reversed(self._by_key.get(key, [])):
                return request
        same_name = reversed(self._by_key.get(by_name, []))
        return next((request for request in same_name if may_be_same(request.values, values)), None)

    def _fill(self, request: _Request, values: Mapping[str, Any]) -> bool:
        """Fill in what is new; return whether anything was."""
        before = dict(request.values)
        if says_no_name(before["name"]):
            request.set("name", values["name"])
        said = list(_said_otherwise(request.values, values, self._language))
        has_place = any(before.get(name) for name in ("street", "house_number"))
        for name in (*SHOWN, *ANSWERS, *REST, "message_id"):
            is_of_other_place = name in {"street", "house_number"} and has_place and not is_same_street(before, values)
            if before.get(name) in {None, ""} and values.get(name) not in {None, ""} and not is_of_other_place:
                request.set(name, values[name])
        for line in (*said, *filter(None, [values.get("words")])):
            own = request.values.get("words") or ""
            if line not in own:
                request.set("words", f"{own}\n{line}".strip())
        return request.values != before

    def _is_being_let_in(self, request: Mapping[str, Any]) -> bool:
        """Whether somebody who was admitted is in, or a person still has to let him in on the phone."""
        if request["state"] != RequestState.ADMITTED.value or "id" not in request:
            return False
        lets_in = and_(todos.c.request_id == request["id"], todos.c.action == Action.ADMIT.value)
        waits = todos.c.state.in_((TodoState.OPEN.value, TodoState.NOT_SEEN.value))
        if self._connection.scalar(select(todos.c.id).where(lets_in, waits).limit(1)) is not None:
            return True
        is_in = (
            select(members.c.id)
            .join(memberships, memberships.c.member_id == members.c.id)
            .where(members.c.group_id == self._group_id, members.c.person_id == request["person_id"])
            .where(memberships.c.left_at.is_(None), ~UNDONE_MEMBER)
        )
        return self._connection.scalar(is_in.limit(1)) is not None

    def store(self, connection: Connection) -> None:
        """Write what is new and what changed, and let it wait in the queue."""
        fresh = [request for request in self._all if request.is_new]
        if fresh:
            last = connection.scalar(select(func.max(join_requests.c.id))) or 0
            for request_id, request in enumerate(fresh, last + 1):  # asking for each would take a call for each
                request.values["id"] = request_id
            connection.execute(insert(join_requests), [request.values for request in fresh])
        for request in self._all:
            if request.changed and not request.is_new:
                row = update(join_requests).where(join_requests.c.id == request.values["id"])
                connection.execute(row.values({name: request.values[name] for name in request.changed}))
        queue_up(connection, (request.values for request in self._all if request.comes_back))


# --- what is new -----------------------------------------------------------------------------------------------------


def _values(incoming: Incoming) -> dict[str, Any]:
    who = incoming.applicant
    return {
        **columns_of(who),
        "source": incoming.source.value,
        "message_id": incoming.message_id,
        "received_at": incoming.received_at,
    }


def _said_otherwise(stored: Mapping[str, Any], values: Mapping[str, Any], language: str) -> Iterator[str]:
    """Yield a line for everything that is said differently now."""
    for name in (*SHOWN, *ANSWERS):
        old, new = stored.get(name), values.get(name)
        if old in {None, ""} or new in {None, ""}:
            continue
        is_same = bare(old) == bare(new) if isinstance(old, str) else old == new
        if not is_same:
            answer = texts.say(f"joining.{'yes' if new else 'no'}", language) if isinstance(new, bool) else new
            yield texts.say("joining.said_now", language, what=texts.say(f"joining.{name}", language), said=answer)


def _ask_again(request: _Request, values: Mapping[str, Any], *, is_touched: bool, is_dated: bool) -> bool:
    """Open a request again that was decided before this came in, or that waited for an answer; return whether so.

    What says neither when it was made nor anything new is a file that is brought in again.
    """
    state, decided_at = request.values["state"], request.values.get("decided_at")
    if state in _DECIDED:
        comes_back = decided_at is not None and values["received_at"] > decided_at and (is_dated or is_touched)
    else:
        comes_back = is_touched and state == RequestState.WAITING_APPLICANT.value
    if comes_back:
        if state in _DECIDED:
            request.set("received_at", values["received_at"])
        for name in ("decided_at", "ends_at", "question", "reason_code", "reason", "other_group_id"):
            request.set(name, None)
        request.set("state", RequestState.OPEN.value)
        request.comes_back = True
    return comes_back


def queue_up(connection: Connection, requests: Iterable[Mapping[str, Any]]) -> None:
    """Let requests (rows of ``join_requests``) wait for a person, in the caller's transaction."""
    rows = [item_values(request) for request in requests]
    if rows:
        fresh = upsert(items)
        again = {name: fresh.excluded[name] for name in ("at", "state", "later_until")}
        connection.execute(
            fresh.on_conflict_do_update(index_elements=[items.c.kind, items.c.subject_id], set_=again), rows
        )


def item_values(request: Mapping[str, Any]) -> dict[str, Any]:
    """Return the row of ``items`` by which a request (a row of ``join_requests``) waits."""
    return {
        "kind": ItemKind.REQUEST.value,
        "subject_id": request["id"],
        "group_id": request["group_id"],
        "rank": int(Rank.REQUEST),
        "at": request["received_at"],
        "attention": Attention.LATER.value,
        "state": ItemState.OPEN.value,
        "later_until": None,
    }


def same_request(
    connection: Connection, language: str, group_id: GroupId, values: Mapping[str, Any]
) -> RequestId | None:
    """Return the request of a group by which somebody (columns of ``join_requests``) asks already, decided or not."""
    found = _Known(connection, language, group_id).find(values)
    return None if found is None else RequestId(found.values["id"])
