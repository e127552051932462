"""What leaves this computer, and when. Nothing leaves by itself: a person decided it, and had ten seconds to take it
back (``design/screens.md``).

What goes out is written in the transaction of the decision: for a carrier (a row of ``outbox``), or, where none can do
it, for a person with a phone (a row of ``todos``).
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import Connection, Table, insert, select, update

from console.desk.console import Console
from console.desk.journal import RowChange
from console.domain.decision import Act, DecisionId, Verb
from console.domain.group import Tool
from console.domain.outgoing import UNDO_SECONDS, Action, SendState, TodoState
from console.store.tables import group_professionals, groups, members, outbox, people, professionals, todos

ACTION_OF: Final = {
    Verb.PRIVATE: Action.PRIVATE,
    Verb.REDIRECT: Action.PRIVATE,
    Verb.OTHER_GROUP: Action.PRIVATE,  # the member is shown the way; nothing is said in the other group
    Verb.GROUP: Action.GROUP,
    Verb.OFFICER: Action.OFFICER,
    Verb.DELETE: Action.DELETE,
    Verb.REMOVE: Action.REMOVE,
}
_WITHOUT_TEXT: Final = frozenset({Action.DELETE, Action.REMOVE})


def put(
    connection: Connection,
    console: Console,
    *,
    group_id: int,
    message_id: int | None,
    person_id: int | None,
    act: Act,
    key: str,
) -> list[RowChange]:
    """Make ready what an act sends, in the caller's transaction; nothing for an act that stays on this computer.

    The row stands there as taken back, and the change makes it wait; the caller hands it to ``journal.decide`` and
    calls ``settle``. ``key`` is this action's alone, and the same at every try.
    """
    action = ACTION_OF.get(act.verb)
    if action is None:
        return []
    values: dict[str, Any] = {
        "group_id": group_id,
        "action": action.value,
        "message_id": message_id,
        "person_id": person_id,
        "recipient": _recipient(connection, group_id, person_id, action),
        "created_at": console.now(),
    }
    text = None if action in _WITHOUT_TEXT else act.text.strip()
    tool = Tool(connection.execute(select(groups.c.tool).where(groups.c.id == group_id)).scalar_one())
    carrier = console.carriers.get(tool)
    if carrier is None or not carrier.can(action):
        todo = {**values, "text": text, "state": TodoState.WITHDRAWN.value}
        return [_made(connection, todos, todo, {"state": TodoState.OPEN.value})]
    due = console.now() + timedelta(seconds=UNDO_SECONDS)
    sending = {**values, "body": text, "state": SendState.WITHDRAWN.value, "carrier": tool.value}
    sending |= {"idempotency_key": key, "not_before": due}
    return [_made(connection, outbox, sending, {"state": SendState.WAITING.value, "not_before": due})]


def settle(connection: Connection, decision_id: DecisionId, changes: Sequence[RowChange]) -> None:
    """Let what goes out know its decision, in the caller's transaction."""
    for change in changes:
        if change.table in (outbox, todos):
            row = update(change.table).where(change.table.c.id == change.id)
            connection.execute(row.values(decision_id=decision_id))


def _made(connection: Connection, table: Table, values: dict[str, Any], after: dict[str, Any]) -> RowChange:
    (row_id,) = connection.execute(insert(table).values(values)).inserted_primary_key or (0,)
    return RowChange(table, row_id, before={name: values[name] for name in after}, after=after)


def _recipient(connection: Connection, group_id: int, person_id: int | None, action: Action) -> str | None:
    """Return who is written to, or whom it is about, under the name that the group knows."""
    if action is Action.GROUP:
        return None
    if action is Action.OFFICER:
        of_group = (
            select(professionals.c.name)
            .join(group_professionals, group_professionals.c.professional_id == professionals.c.id)
            .where(group_professionals.c.group_id == group_id)
            .order_by(professionals.c.id)
        )
        return connection.scalar(of_group.limit(1))
    here = (members.c.person_id == people.c.id) & (members.c.group_id == group_id)
    names = select(members.c.name, people.c.name.label("full")).select_from(people).outerjoin(members, here)
    found = connection.execute(names.where(people.c.id == person_id)).first()
    return None if found is None else (found.name or found.full)
