"""What an import sees of the to-dos "op uw telefoon": the effect is there, or it should have been and is not.

An export is trusted only about what it covers. That nothing is seen means something only in an export that reaches
from before the to-do to after the moment at which a person said that it was done.
"""

from collections.abc import Set
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, select, update

from console.desk import likeness
from console.desk.console import Console
from console.desk.departure import note_departure
from console.desk.joining import arrivals
from console.desk.welcome import delivered
from console.domain.message import Kind
from console.domain.outgoing import Action, TodoState
from console.store.queries.people import same_person
from console.store.tables import imports, join_requests, members, memberships, messages, todos

_STANDING: Final = (TodoState.OPEN.value, TodoState.DONE.value, TodoState.NOT_SEEN.value)
_AROUND: Final = 10  # messages on either side of one: a few of those may be gone as well


@dataclass(frozen=True, slots=True)
class Effects:
    """How many to-dos an import closed, and how many wait again because it did not see them.

    ``arrived`` is how many who asked to join it showed to be in.
    """

    seen: int = 0
    not_seen: int = 0
    arrived: int = 0


def close_seen(
    connection: Connection, console: Console, group_id: int, import_id: int, met: Set[int] = frozenset()
) -> Effects:
    """Close the to-dos of a group whose effect shows now, in the transaction of the import; reopen what did not happen.

    ``met`` are the ids of the messages that were stored before and stand in the export too.
    """
    arrived = arrivals.settle(connection, console, group_id)
    standing = select(todos).where(todos.c.group_id == group_id, todos.c.state.in_(_STANDING))
    rows = connection.execute(standing.order_by(todos.c.id)).all()
    export = connection.execute(select(imports).where(imports.c.id == import_id)).one()
    if not rows or export.first_at is None:
        return Effects(arrived=len(arrived))
    sight = _Sight(connection, export, met)
    seen = not_seen = 0
    for row in rows:
        has_happened = sight.shows(row)
        if has_happened:
            values = {"state": TodoState.SEEN.value, "closed_at": console.now(), "closed_by_import_id": import_id}
            connection.execute(update(todos).where(todos.c.id == row.id).values(values))
            note_departure(connection, todos, row.id)
            seen += 1
        elif has_happened is False and row.state == TodoState.DONE.value:
            connection.execute(update(todos).where(todos.c.id == row.id).values(state=TodoState.NOT_SEEN.value))
            for change in delivered.came_back(connection, todos, row.id):
                change.apply(connection)
            not_seen += 1
    return Effects(seen, not_seen, len(arrived))


class _Sight:
    """What one export can tell. Belongs to the transaction of its import."""

    def __init__(self, connection: Connection, export: Row[*tuple[Any, ...]], met: Set[int]) -> None:
        """Look with an export (a row of ``imports``) that has messages."""
        self._connection = connection
        self._import_id: int = export.id
        self._group_id: int = export.group_id
        self._first_at: datetime = export.first_at
        self._last_at: datetime = export.last_at
        self._met = met

    def shows(self, todo: Row[*tuple[Any, ...]]) -> bool | None:
        """Whether the effect of a to-do is there; None when this export cannot tell."""
        look = {
            Action.DELETE: self._is_deleted,
            Action.REMOVE: self._has_left,
            Action.GROUP: self._is_posted,
            Action.OTHER_GROUP: self._is_posted,
            Action.ADMIT: self._is_in,
        }.get(Action(todo.action))
        return None if look is None else look(todo)

    def _is_after(self, todo: Row[*tuple[Any, ...]]) -> bool:
        return todo.done_at is not None and self._last_at > todo.done_at

    def _covers(self, todo: Row[*tuple[Any, ...]]) -> bool:
        return self._first_at <= likeness.minute(todo.created_at) and self._is_after(todo)

    def _is_deleted(self, todo: Row[*tuple[Any, ...]]) -> bool | None:
        message = self._connection.execute(select(messages).where(messages.c.id == todo.message_id)).first()
        if message is None:
            return None
        if message.deleted_at is not None or message.kind == Kind.DELETED.value:
            return True
        if message.id in self._met:
            return False if self._is_after(todo) else None
        # A platform that gives ids leaves out what was deleted. WhatsApp leaves a line; a gap there tells nothing.
        is_covered = self._first_at <= message.sent_at <= self._last_at
        return True if message.source_id is not None and is_covered and self._knows_around(message) else None

    def _knows_around(self, message: Row[*tuple[Any, ...]]) -> bool:
        """Whether what was said just before a message and just after it stands in the export, under the ids it had."""
        near = (
            select(messages.c.id)
            .where(messages.c.group_id == self._group_id, messages.c.source_id.is_not(None))
            .where(messages.c.import_id.is_distinct_from(self._import_id))  # what is new here proves nothing
            .where(messages.c.deleted_at.is_(None), messages.c.id != message.id)
            .limit(_AROUND)
        )
        place = messages.c.position
        sides = (
            near.where(place < message.position).order_by(place.desc()),
            near.where(place > message.position).order_by(place),
        )
        stored = [self._connection.scalars(side).all() for side in sides]
        return any(stored) and all(not ids or not self._met.isdisjoint(ids) for ids in stored)

    def _has_left(self, todo: Row[*tuple[Any, ...]]) -> bool | None:
        if todo.person_id is None:
            return None
        here = (members.c.group_id == self._group_id) & members.c.person_id.in_(same_person(todo.person_id))
        member_ids = self._connection.scalars(select(members.c.id).where(here)).all()
        left = [self._left_at(member_id) for member_id in member_ids]
        has_left = any(left_at is not None and left_at >= self._begin(todo) for left_at in left)
        if has_left and None not in left:
            return True
        wrote = messages.c.member_id.in_(member_ids) & (messages.c.sent_at > (todo.done_at or self._last_at))
        if self._connection.scalar(select(messages.c.id).where(wrote).limit(1)) is not None:
            return False
        if has_left:
            return None  # under one of his names; under another he may still be here
        return False if self._tells_who_comes() and self._covers(todo) else None

    def _is_in(self, todo: Row[*tuple[Any, ...]]) -> bool | None:
        """Whether who asked to join is in. Under what name he came nobody knows, so only that nobody came means no."""
        request = select(join_requests.c.person_id).where(join_requests.c.id == todo.request_id)
        if self._connection.scalar(request) is not None:
            return True
        came = (
            select(memberships.c.id)
            .join(members, members.c.id == memberships.c.member_id)
            .where(members.c.group_id == self._group_id, memberships.c.joined_at >= likeness.minute(todo.created_at))
        )
        if self._connection.scalar(came.limit(1)) is not None:
            return None
        return False if self._tells_who_comes() and self._covers(todo) else None

    def _tells_who_comes(self) -> bool:
        """Whether the chat has lines that say who comes and goes."""
        notices = (messages.c.group_id == self._group_id) & (messages.c.kind == Kind.SYSTEM.value)
        return self._connection.scalar(select(messages.c.id).where(notices).limit(1)) is not None

    def _left_at(self, member_id: int) -> datetime | None:
        """Return when a member left; None for somebody who is here, or came back."""
        periods = select(memberships.c.left_at).where(memberships.c.member_id == member_id)
        ends = self._connection.scalars(periods).all()
        if not ends or None in ends:
            return None
        left_at = max(ends)
        since = (messages.c.member_id == member_id) & (messages.c.sent_at > left_at)
        return None if self._connection.scalar(select(messages.c.id).where(since).limit(1)) is not None else left_at

    def _begin(self, todo: Row[*tuple[Any, ...]]) -> datetime:
        """Return from when leaving counts: who left after the message, but before anybody decided, is gone too."""
        written_at: datetime | None = self._connection.scalar(
            select(messages.c.sent_at).where(messages.c.id == todo.message_id)
        )
        return min(written_at or todo.created_at, likeness.minute(todo.created_at))

    def _is_posted(self, todo: Row[*tuple[Any, ...]]) -> bool | None:
        text = todo.text or ""
        if not likeness.words(text):
            return None
        if likeness.posted(self._connection, self._group_id, text, todo.created_at) is not None:
            return True
        return False if self._covers(todo) else None
