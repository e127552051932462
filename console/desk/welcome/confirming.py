"""Who of a group was sent the rules, and who said that he read them. Nobody is ranked: a list by name.

Administrators and professionals are not asked. That somebody confirmed nothing says only that nobody knows it.
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, and_, func, or_, select

from console.desk import journal
from console.desk.console import Console
from console.desk.journal import RowChange, changes_of, decide
from console.desk.members import place_of
from console.desk.welcome.sending import members_waiting, needless
from console.domain.changes import Changes, together
from console.domain.decision import DecisionId, Verb
from console.domain.group import GroupId
from console.domain.member import GroupRole
from console.domain.professional import Presence
from console.domain.welcome import REMIND_DAYS, Confirmation, Confirmations, ConfirmedHow, SentHow
from console.errors import ExpectedError
from console.store.queries.counts import IS_HERE
from console.store.queries.people import ROOT_ID
from console.store.queries.roll import IS_TAKEN_BACK
from console.store.tables import group_professionals, groups, members, people, professionals


def _is_known_professional() -> ColumnElement[bool]:
    """Whether a row of ``members`` is a professional of its group: linked, or in the group under the same name."""
    his, own = people.alias(), people.alias()
    his_root, own_root = (func.coalesce(one.c.merged_into_id, one.c.id) for one in (his, own))
    linked = (
        select(own.c.id)
        .join(his, his_root == own_root)
        .where(own.c.id == members.c.person_id, his.c.id == professionals.c.person_id)
        .correlate(members, professionals)
    )
    bare = func.ltrim(members.c.name, "~ \u00a0\u202f")
    is_in_group = group_professionals.c.presence != Presence.VIA_MODERATOR.value
    is_called_so = and_(is_in_group, func.fold(professionals.c.name) == func.fold(bare))
    of_group = (group_professionals.c.group_id == members.c.group_id, group_professionals.c.removed_at.is_(None))
    known = select(group_professionals.c.id).join(professionals).where(*of_group, or_(linked.exists(), is_called_so))
    return known.correlate(members).exists()


_NOT_ASKED: Final = (GroupRole.ADMIN.value, GroupRole.PROFESSIONAL.value)
IS_ASKED: Final = and_(
    IS_HERE,
    ~IS_TAKEN_BACK,
    members.c.erased_at.is_(None),
    members.c.role.not_in(_NOT_ASKED),
    ~_is_known_professional(),
)
"""Whether a row of ``members`` is somebody who is asked to read the rules."""
_LAST_ASKED_AT: Final = func.coalesce(members.c.rules_reminded_at, members.c.rules_sent_at)


def overview(console: Console) -> tuple[Confirmations, ...]:
    """Return how far each group is that is not in the archive, by name, without its members."""
    with console.store.reading() as connection:
        return tuple(_counted(connection, console, groups.c.archived_at.is_(None)))


def of_group(console: Console, group_id: GroupId) -> Confirmations:
    """Return how far a group is, with its members: who is to be reminded, who was not sent the rules, who was and
    confirmed nothing, who confirmed; by name. Raises ``ExpectedError("group_gone")``.
    """
    with console.store.reading() as connection:
        found = next(_counted(connection, console, groups.c.id == group_id), None)
        if found is None:
            raise ExpectedError("group_gone")
        waits = members_waiting(connection, [group_id])
        asked = select(members, ROOT_ID.label("root_id")).join(people, people.c.id == members.c.person_id)
        rows = connection.execute(asked.where(members.c.group_id == group_id, IS_ASKED)).all()
    told = (_confirmation(row, is_late=_is_due(row, console.now()), is_ready=row.id in waits) for row in rows)
    shown = tuple(sorted(told, key=_place))
    counts = {"members": found.members, "sent": found.sent, "confirmed": found.confirmed, "due": found.due}
    return Confirmations(group_id, found.group, **counts, rows=shown)


def confirm(console: Console, member_ids: Collection[int], how: ConfirmedHow = ConfirmedHow.BY_HAND) -> Changes:
    """Note that members read the rules, as a person knows; who confirmed before keeps when and how.

    What still waits on the phone to ask them goes from there.

    Raises ``ExpectedError("person_gone")``.
    """
    known = {"rules_confirmed_at": console.now(), "rules_confirmed_how": how.value}
    with console.store.writing() as connection:
        rows = [row for row in _rows(connection, member_ids) if row.rules_confirmed_at is None]
        return _decided(connection, console, dict.fromkeys(rows, known))


def unconfirm(console: Console, member_ids: Collection[int]) -> Changes:
    """Note that members did not read the rules after all. Raises ``ExpectedError("person_gone")``.

    How it seemed that they had is kept: a thumb stands in every later export, and must not count again.
    """
    with console.store.writing() as connection:
        rows = [row for row in _rows(connection, member_ids) if row.rules_confirmed_at is not None]
        return _decided(connection, console, {row: {"rules_confirmed_at": None} for row in rows})


def remind_before(now: datetime) -> datetime:
    """Return the moment before which somebody must have been asked last, to be reminded now."""
    return now - timedelta(days=REMIND_DAYS)


def is_due(now: datetime) -> ColumnElement[bool]:
    """Whether a row of ``members`` was asked a week ago and confirmed nothing since; one may wait to go to him."""
    return and_(members.c.rules_confirmed_at.is_(None), remind_before(now) >= _LAST_ASKED_AT)


def _counted(connection: Connection, console: Console, which: ColumnElement[bool]) -> Iterator[Confirmations]:
    due = and_(IS_ASKED, is_due(console.now()))
    counted = (
        select(
            groups.c.id,
            groups.c.name,
            func.count(members.c.id).label("members"),
            func.count(members.c.rules_sent_at).label("sent"),
            func.count(members.c.rules_confirmed_at).label("confirmed"),
        )
        .select_from(groups)
        .outerjoin(members, and_(members.c.group_id == groups.c.id, IS_ASKED))
        .where(which)
        .group_by(groups.c.id)
    )
    rows = sorted(connection.execute(counted).all(), key=lambda row: place_of(row.name))
    waits = members_waiting(connection, [row.id for row in rows])
    late = select(members.c.group_id, members.c.id).where(due, members.c.group_id.in_([row.id for row in rows]))
    is_late = [row.group_id for row in connection.execute(late) if row.id not in waits]
    for row in rows:
        yield Confirmations(GroupId(row.id), row.name, row.members, row.sent, row.confirmed, due=is_late.count(row.id))


def _confirmation(row: Row[*tuple[Any, ...]], *, is_late: bool, is_ready: bool) -> Confirmation:
    how_sent = row.rules_sent_how if row.rules_sent_at else None
    how_confirmed = row.rules_confirmed_how if row.rules_confirmed_at else None
    return Confirmation(
        member_id=row.id,
        person_id=row.root_id,
        name=row.name,
        sent_at=row.rules_sent_at,
        sent_how=SentHow(how_sent) if how_sent else None,
        confirmed_at=row.rules_confirmed_at,
        confirmed_how=ConfirmedHow(how_confirmed) if how_confirmed else None,
        reminded_at=row.rules_reminded_at,
        is_due=is_late and not is_ready,
        is_ready=is_ready,
    )


def _is_due(row: Row[*tuple[Any, ...]], now: datetime) -> bool:
    last_at = row.rules_reminded_at or row.rules_sent_at
    return row.rules_confirmed_at is None and last_at is not None and last_at <= remind_before(now)


def _place(one: Confirmation) -> tuple[int, tuple[bool, str]]:
    if one.confirmed_at is not None:
        return 3, place_of(one.name)
    return (0 if one.is_due else 1 if one.sent_at is None else 2), place_of(one.name)


def _rows(connection: Connection, member_ids: Collection[int]) -> list[Row[*tuple[Any, ...]]]:
    kept = select(members).where(members.c.id.in_(member_ids), members.c.erased_at.is_(None)).order_by(members.c.id)
    rows = list(connection.execute(kept).all())
    if len(rows) < len(set(member_ids)):
        raise ExpectedError("person_gone")
    return rows


def _decided(
    connection: Connection, console: Console, given: Mapping[Row[*tuple[Any, ...]], Mapping[str, Any]]
) -> Changes:
    """Decide in each group; one undo takes all of it back. Nothing where nothing changes."""
    by_group: dict[int, list[RowChange]] = {}
    for row, after in given.items():
        before = {name: getattr(row, name) for name in after}
        by_group.setdefault(row.group_id, []).append(RowChange(members, row.id, before=before, after=dict(after)))
    several = []
    for group_id, noted in by_group.items():
        read = [
            row.person_id for row, after in given.items() if after["rules_confirmed_at"] and row.group_id == group_id
        ]
        changes = [*noted, *needless(connection, group_id, read)]
        decision = decide(connection, console, Verb.WELCOME, changes, group_id=group_id)
        several.append(changes_of(changes, group_id, decision))
    journal.bind(connection, [DecisionId(one.decision) for one in several if one.decision is not None])
    return together(several)
