"""The page Op uw telefoon: what no carrier can do, so that a person does it in the tool itself.

The next import of the chat closes by itself what it sees the effect of: the message gone, the member gone, the text
posted. What a person said is done and an import that could have seen it did not, waits again (``desk/effects.py``). A
private message shows in no export: there only a person knows.
"""

import re
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any, Final
from urllib.parse import quote
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, Row, and_, case, or_, select, update

from console.desk.console import Console
from console.desk.forgetting.shown import shown_text
from console.desk.journal import RowChange, changes_of, decide
from console.desk.person_facts import one_line
from console.desk.welcome import delivered
from console.domain.changes import Changes
from console.domain.decision import Verb
from console.domain.group import GroupId
from console.domain.outgoing import Action, Todo, TodoId, TodoState
from console.errors import ExpectedError
from console.store.queries.people import phone_of
from console.store.tables import feedback, group_professionals, groups, join_requests, messages, professionals
from console.store.tables import todos as table

SHOWN_DAYS: Final = 7  # how long something that was done can be put back on the page
_E164: Final = re.compile(r"\+[1-9]\d{6,14}", re.ASCII)
_TO_DO: Final = (TodoState.OPEN.value, TodoState.NOT_SEEN.value)


def todos(console: Console) -> tuple[Todo, ...]:
    """Return what is to be done, the oldest first, and then what was done in the last week, the latest first."""
    is_to_do = table.c.state.in_(_TO_DO)
    statement = (
        select(table, groups.c.name.label("group"), groups.c.time_zone, shown_text(console.language).label("about"))
        .join(groups, groups.c.id == table.c.group_id)
        .outerjoin(messages, messages.c.id == table.c.message_id)
        .where(or_(is_to_do, _was_just_done(console)))
        .order_by(is_to_do.desc(), case((is_to_do, table.c.id)), table.c.done_at.desc(), table.c.id.desc())
    )
    with console.store.reading() as connection:
        rows = connection.execute(statement).all()
        people_ids = {row.person_id for row in rows if row.person_id is not None}
        phones = {person_id: phone_of(connection, person_id) for person_id in people_ids}
        of_requests = {row.request_id for row in rows if row.request_id is not None}
        asking = select(join_requests.c.id, join_requests.c.phone).where(join_requests.c.id.in_(of_requests))
        own_phones = {row.id: row.phone for row in connection.execute(asking)}
        officers = _phones_of_officers(connection, rows)
    return tuple(
        _todo(
            row,
            own_phones.get(row.request_id) or phones.get(row.person_id),
            officers.get(row.id),
        )
        for row in rows
    )


def _phones_of_officers(connection: Connection, rows: Sequence[Row[*tuple[Any, ...]]]) -> dict[int, str | None]:
    """Return the number of who is asked, by to-do: of who owes the answer, else of who has that name with the group."""
    asked = [row for row in rows if row.action == Action.OFFICER.value]
    owed = (
        select(feedback.c.id, professionals.c.name, professionals.c.phone)
        .join(professionals, professionals.c.id == feedback.c.professional_id)
        .where(feedback.c.id.in_({row.feedback_id for row in asked}))
    )
    here = (
        select(group_professionals.c.group_id, professionals.c.name, professionals.c.phone)
        .join(professionals, professionals.c.id == group_professionals.c.professional_id)
        .where(group_professionals.c.group_id.in_({row.group_id for row in asked}))
    )
    of_line = {(line_id, name): phone for line_id, name, phone in connection.execute(owed)}
    of_group = {(group_id, name): phone for group_id, name, phone in connection.execute(here)}
    return {
        row.id: of_line.get((row.feedback_id, row.recipient)) or of_group.get((row.group_id, row.recipient))
        for row in asked
    }


def waiting(console: Console) -> int:
    """Return how many things are to be done on the phone."""
    with console.store.reading() as connection:
        return len(connection.scalars(select(table.c.id).where(table.c.state.in_(_TO_DO))).all())


def chat_link(phone: str, text: str) -> str:
    """Return the address that opens a private WhatsApp chat with a text filled in; nothing is sent by it.

    Raises ``ValueError`` for a ``phone`` that is not in E.164.
    """
    if not _E164.fullmatch(phone):
        raise ValueError("not a number in E.164")
    return f"https://wa.me/{phone.removeprefix('+')}?text={quote(text, safe='')}"


def hand(console: Console, todo_id: TodoId) -> Changes:
    """Note that the text was opened in the tool, or copied: no decision, only how far it is."""
    with console.store.writing() as connection:
        row = update(table).where(table.c.id == todo_id, table.c.state.in_(_TO_DO))
        connection.execute(row.values(handed_at=console.now()))
    return Changes(outgoing=True)


def done(console: Console, todo_id: TodoId) -> Changes:
    """Let a person say that it is done. Raises ``ExpectedError("todo_settled")`` when it is not to be done."""
    now = console.now()

    def went(connection: Connection) -> list[RowChange]:
        return delivered.went(connection, table, todo_id, now)

    return _move(console, todo_id, _TO_DO, {"state": TodoState.DONE.value, "done_at": now}, went)


def put_back(console: Console, todo_id: TodoId) -> Changes:
    """Let a person say that it is not done after all. Raises ``ExpectedError("todo_settled")``."""

    def came_back(connection: Connection) -> list[RowChange]:
        return delivered.came_back(connection, table, todo_id)

    return _move(console, todo_id, (TodoState.DONE.value,), {"state": TodoState.OPEN.value, "done_at": None}, came_back)


def drop(console: Console, todo_id: TodoId) -> Changes:
    """Let a person say that it need not be done; what was decided stays. Raises ``ExpectedError("todo_settled")``."""

    def dropped(connection: Connection) -> list[RowChange]:
        return delivered.dropped(connection, table, todo_id)

    return _move(console, todo_id, _TO_DO, {"state": TodoState.WITHDRAWN.value}, dropped)


def _move(
    console: Console,
    todo_id: TodoId,
    wanted: tuple[str, ...],
    after: dict[str, Any],
    of_rules: Callable[[Connection], list[RowChange]],
) -> Changes:
    """Move a to-do, with what it changes where it is about the rules of a group."""
    with console.store.writing() as connection:
        row = connection.execute(select(table).where(table.c.id == todo_id)).first()
        if row is None or row.state not in wanted:
            raise ExpectedError("todo_settled")
        change = RowChange(table, row.id, before={name: getattr(row, name) for name in after}, after=after)
        changes = [change, *of_rules(connection)]
        decision = decide(connection, console, Verb.TODO, changes, group_id=row.group_id)
        return changes_of(changes, row.group_id, decision)


def _was_just_done(console: Console) -> ColumnElement[bool]:
    return and_(
        table.c.state == TodoState.DONE.value,
        table.c.done_at > console.now() - timedelta(days=SHOWN_DAYS),
    )


def _todo(row: Row[*tuple[Any, ...]], phone: str | None, officer_phone: str | None) -> Todo:
    action, zone = Action(row.action), ZoneInfo(row.time_zone)
    return Todo(
        id=TodoId(row.id),
        group_id=GroupId(row.group_id),
        group=row.group,
        action=action,
        recipient=row.recipient,
        phone={Action.PRIVATE: phone, Action.ADMIT: phone, Action.OFFICER: officer_phone}.get(action),
        text=row.text,
        about=None if row.about is None else one_line(row.about),
        state=TodoState(row.state),
        created_at=row.created_at.astimezone(zone),
        handed_at=row.handed_at and row.handed_at.astimezone(zone),
        done_at=row.done_at and row.done_at.astimezone(zone),
        decision=row.decision_id,
    )
