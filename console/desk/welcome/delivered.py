"""The rules went out: from then on it is known of who was in the group that he was sent them, and how.

What waits in the outbox or on the phone has a row of ``welcomes``. It counts once it went: a carrier said so, a person
said so, or the chat shows it. Of several messages that were made ready together the last one counts.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, and_, func, or_, select

from console.desk.journal import RowChange
from console.domain.outgoing import SendState, TodoState
from console.domain.welcome import SentHow, WelcomeKind
from console.store.queries.roll import IS_TAKEN_BACK
from console.store.roster import UNDONE
from console.store.tables import members, memberships, outbox, todos, welcomes

_DROPPED: Final = {TodoState.WITHDRAWN.value, SendState.WITHDRAWN.value}
_LINK: Final = {outbox: welcomes.c.outbox_id, todos: welcomes.c.todo_id}


def went(connection: Connection, table: Table, row_id: int, at: datetime) -> list[RowChange]:
    """Return what changes when a row of ``outbox`` or ``todos`` went out at a moment (aware UTC); nothing for most."""
    row = _of(connection, table, row_id)
    return [] if row is None or row.sent_at is not None else stood(connection, row, at)


def stood(connection: Connection, row: Row[*tuple[Any, ...]], at: datetime) -> list[RowChange]:
    """Return what changes when a row of ``welcomes`` that waits went out at a moment."""
    sent = RowChange(welcomes, row.id, before={"sent_at": None}, after={"sent_at": at})
    if row.kind != WelcomeKind.RULES.value:
        return [sent]
    if row.how == SentHow.PRIVATE.value:
        return [sent, *given(connection, row.group_id, at, SentHow.PRIVATE, _members_of(connection, row))]
    together = _made_together(connection, row)
    if any(one.sent_at is None and one.state not in _DROPPED for one in together):
        return [sent]  # more of it is still to come
    last_at = max([at, *(one.sent_at for one in together if one.sent_at is not None)])
    return [sent, *given(connection, row.group_id, last_at, SentHow(row.how))]


def came_back(connection: Connection, table: Table, row_id: int) -> list[RowChange]:
    """Return what changes when a row of ``outbox`` or ``todos`` that was said to have gone out did not after all."""
    row = _of(connection, table, row_id)
    if row is None or row.sent_at is None:
        return []
    moments = {row.sent_at, *(one.sent_at for one in _made_together(connection, row) if one.sent_at is not None)}
    back = [RowChange(welcomes, row.id, before={"sent_at": row.sent_at}, after={"sent_at": None})]
    if row.kind != WelcomeKind.RULES.value:
        return back
    whom = _members_of(connection, row) if row.how == SentHow.PRIVATE.value else None
    for one in connection.execute(_in_group(row.group_id, whom)).all():
        if one.rules_sent_at in moments and one.rules_sent_how == row.how:
            nothing: dict[str, Any] = {"rules_sent_at": None, "rules_sent_how": None}
            back.append(_change(one, nothing))
        elif one.rules_reminded_at in moments:
            back.append(_change(one, {"rules_reminded_at": None}))
    return back


def dropped(connection: Connection, table: Table, row_id: int) -> list[RowChange]:
    """Return what changes when a row of ``outbox`` or ``todos`` need not go: the rest of the message counts without."""
    row = _of(connection, table, row_id)
    if row is None or row.sent_at is not None or row.how != SentHow.GROUP.value or row.kind != WelcomeKind.RULES.value:
        return []
    together = _made_together(connection, row)
    sent = [one.sent_at for one in together if one.sent_at is not None]
    if not sent or any(one.sent_at is None and one.state not in _DROPPED for one in together):
        return []
    return given(connection, row.group_id, max(sent), SentHow.GROUP)


def given(
    connection: Connection, group_id: int, at: datetime, how: SentHow, member_ids: Collection[int] | None = None
) -> list[RowChange]:
    """Return what changes when members of a group were given the rules at a moment: all who were in it, or these.

    Who had them already and confirmed nothing was reminded by it.
    """
    changes: list[RowChange] = []
    for one in connection.execute(_in_group(group_id, member_ids, was_in_at=at)).all():
        if one.rules_sent_at is None:
            changes.append(_change(one, {"rules_sent_at": at, "rules_sent_how": how.value}))
        elif one.rules_confirmed_at is None and (one.rules_reminded_at or one.rules_sent_at) < at:
            changes.append(_change(one, {"rules_reminded_at": at}))
    return changes


def was_here(at: datetime) -> ColumnElement[bool]:
    """Whether a row of ``members`` was in the group at a moment, as far as is known; no period at all says that he was.

    Who came in the same minute may have come just after it: most exports tell no seconds.
    """
    periods = select(memberships.c.id).where(memberships.c.member_id == members.c.id)
    counts = memberships.c.how.is_distinct_from(UNDONE)
    covers = and_(
        or_(memberships.c.joined_at.is_(None), memberships.c.joined_at < at),
        or_(memberships.c.left_at.is_(None), memberships.c.left_at > at),
    )
    return or_(~periods.exists(), periods.where(counts, covers).exists())


def _in_group(
    group_id: int, member_ids: Collection[int] | None, was_in_at: datetime | None = None
) -> Select[*tuple[Any, ...]]:
    """Return the members of a group: these, or all who were in it at a moment, or all it ever had."""
    found = select(members).where(members.c.group_id == group_id, ~IS_TAKEN_BACK, members.c.erased_at.is_(None))
    if member_ids is not None:
        return found.where(members.c.id.in_(member_ids)).order_by(members.c.id)
    return (found if was_in_at is None else found.where(was_here(was_in_at))).order_by(members.c.id)


def _change(row: Row[*tuple[Any, ...]], after: dict[str, Any]) -> RowChange:
    return RowChange(members, row.id, before={name: getattr(row, name) for name in after}, after=after)


def _of(connection: Connection, table: Table, row_id: int) -> Row[*tuple[Any, ...]] | None:
    """Return the row of ``welcomes`` of what goes out, unless it was taken back."""
    of_row = select(welcomes).where(_LINK[table] == row_id, welcomes.c.removed_at.is_(None))
    return connection.execute(of_row).first()


def _members_of(connection: Connection, row: Row[*tuple[Any, ...]]) -> Sequence[int]:
    """Return the members to whom a private row of ``welcomes`` goes."""
    to_whom = (
        select(func.coalesce(outbox.c.person_id, todos.c.person_id))
        .select_from(welcomes)
        .outerjoin(outbox, outbox.c.id == welcomes.c.outbox_id)
        .outerjoin(todos, todos.c.id == welcomes.c.todo_id)
        .where(welcomes.c.id == row.id)
    )
    person_id = connection.scalar(to_whom)
    here = select(members.c.id).where(members.c.group_id == row.group_id)
    return () if person_id is None else connection.scalars(here.where(members.c.person_id == person_id)).all()


def _made_together(connection: Connection, row: Row[*tuple[Any, ...]]) -> Sequence[Row[*tuple[Any, ...]]]:
    """Return the other messages that were made ready together with one for the group, with where each stands."""
    if row.how != SentHow.GROUP.value:
        return ()
    alike = (welcomes.c.group_id == row.group_id, welcomes.c.kind == row.kind, welcomes.c.how == row.how)
    others = (
        select(welcomes.c.id, welcomes.c.sent_at, func.coalesce(outbox.c.state, todos.c.state).label("state"))
        .select_from(welcomes)
        .outerjoin(outbox, outbox.c.id == welcomes.c.outbox_id)
        .outerjoin(todos, todos.c.id == welcomes.c.todo_id)
        .where(or_(welcomes.c.outbox_id.is_not(None), welcomes.c.todo_id.is_not(None)))
        .where(*alike, welcomes.c.made_at == row.made_at, welcomes.c.id != row.id, welcomes.c.removed_at.is_(None))
    )
    return connection.execute(others).all()
