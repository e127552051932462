"""What was made ready to tell who waits for an answer, and did not go out. Only reads."""

from typing import Final

from sqlalchemy import Connection, select

from console.domain.group import GroupId
from console.domain.outgoing import Action, SendState, TodoState
from console.domain.telling import Audience, Unsent
from console.store.tables import outbox, todos

_AUDIENCES: Final = {Action.PRIVATE.value: Audience.REPORTER, Action.GROUP.value: Audience.GROUP}
_IS_DROPPED: Final = {
    todos: {TodoState.OPEN.value: False, TodoState.NOT_SEEN.value: False, TodoState.WITHDRAWN.value: True},
    outbox: {
        SendState.WAITING.value: False,
        SendState.SENDING.value: False,
        SendState.FAILED.value: True,
        SendState.WITHDRAWN.value: True,
    },
}


def unsent(connection: Connection, line_id: int) -> tuple[Unsent, ...]:
    """Return by group and audience whether the last words for them still wait or were dropped.

    What went out, or may have arrived, is not among them.
    """
    rows = [
        (row.created_at, row.id, (GroupId(row.group_id), _AUDIENCES[row.action]), states.get(row.state))
        for table, states in _IS_DROPPED.items()
        for row in connection.execute(
            select(table).where(table.c.feedback_id == line_id, table.c.action.in_(_AUDIENCES))
        ).all()
    ]
    latest = {whom: is_dropped for _at, _id, whom, is_dropped in sorted(rows, key=lambda row: row[:2])}
    return tuple(Unsent(*whom, is_dropped=is_dropped) for whom, is_dropped in latest.items() if is_dropped is not None)
