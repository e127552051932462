"""What is filled in about a group: its name, who stands behind it, how many live there; a new one, and old ones.

How somebody joins is with ``desk/joining``, where the group is with ``desk/areas``, how it starts with
``desk/startup``.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, func, insert, select

from console.chats.fields import clean_name
from console.desk.console import Console
from console.desk.journal import RowChange, changes_of, decide
from console.domain.changes import Changes
from console.domain.decision import Verb
from console.domain.group import GroupId, ManagedBy, Tool, managed_by_of
from console.domain.profile import JoinPolicy
from console.errors import ExpectedError
from console.judge import load_profile
from console.store.tables import groups, imports

MOST_ADDRESSES: Final = 1_000_000
LONGEST_NAME: Final = 200


@dataclass(frozen=True, slots=True)
class GroupFacts:
    """What a person fills in; None is not known. ``addresses`` and ``residents`` are those of the work area."""

    name: str
    tool: Tool
    umbrella: str | None = None
    managed_by: ManagedBy | None = None
    addresses: int | None = None
    residents: int | None = None


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """The facts of a group, with what is filled in elsewhere. Times are aware UTC."""

    id: GroupId
    facts: GroupFacts
    profile_name: str
    join_policy: JoinPolicy
    time_zone: str
    kick_off_at: datetime | None
    last_import_at: datetime | None
    archived_at: datetime | None


@dataclass(frozen=True, slots=True)
class Added:
    """A group that was made."""

    group_id: GroupId
    changes: Changes


def sheet(console: Console, group_id: GroupId) -> SheetFacts:
    """Return what is filled in about a group. Raises ``ExpectedError("group_gone")``."""
    last_import = select(func.max(imports.c.imported_at)).where(imports.c.group_id == group_id)
    with console.store.reading() as connection:
        row = _row(connection, group_id)
        return SheetFacts(
            id=group_id,
            facts=_facts(row),
            profile_name=load_profile(row.profile).name(console.language),
            join_policy=JoinPolicy(row.join_policy),
            time_zone=row.time_zone,
            kick_off_at=row.kick_off_at,
            last_import_at=connection.scalar(last_import),
            archived_at=row.archived_at,
        )


def change_facts(console: Console, group_id: GroupId, facts: GroupFacts) -> Changes:
    """Fill in all of it; undo takes it back.

    Raises ``ExpectedError``: ``group_gone``, ``group_name_empty``, ``group_name_taken``, ``group_name_archived``,
    ``count_negative``, ``count_large``.
    """
    wanted = _as_stored(facts)
    with console.store.writing() as connection:
        row = _row(connection, group_id)._mapping
        after = {name: value for name, value in wanted.items() if value != row[name]}
        if not after:
            return Changes()
        if "name" in after:
            _refuse_archived_name(connection, facts.name)
        return _decided(connection, console, group_id, {name: row[name] for name in after}, after)


def add_group(console: Console, facts: GroupFacts, profile: str) -> Added:
    """Make a group of which there is no export (yet); an export of the same name comes into it. Undo archives it.

    Raises as ``change_facts``, and ``ExpectedError("profile_unknown")``.
    """
    policy = load_profile(profile).join_policy
    values = _as_stored(facts)
    with console.store.writing() as connection:
        _refuse_archived_name(connection, values["name"])
        if connection.scalar(select(groups.c.id).where(groups.c.name == values["name"])) is not None:
            raise ExpectedError("group_name_taken", name=values["name"])
        now = console.now()
        made = {"profile": profile, "join_policy": policy.value, "created_at": now, "archived_at": now}
        (key,) = connection.execute(insert(groups).values(values | made)).inserted_primary_key or (0,)
        group_id = GroupId(key)
        return Added(group_id, _decided(connection, console, group_id, {"archived_at": now}, {"archived_at": None}))


def archive(console: Console, group_id: GroupId) -> Changes:
    """Put a group away: nothing of it waits for anybody any more, and all of it is kept. Undo brings it back.

    Raises ``ExpectedError("group_gone")``.
    """
    return _set_archived(console, group_id, console.now())


def bring_back(console: Console, group_id: GroupId) -> Changes:
    """Bring a group back from the archive, with all that waited in it. Raises ``ExpectedError("group_gone")``."""
    return _set_archived(console, group_id, None)


def _set_archived(console: Console, group_id: GroupId, moment: datetime | None) -> Changes:
    with console.store.writing() as connection:
        before = _row(connection, group_id).archived_at
        if (before is None) == (moment is None):
            return Changes()
        return _decided(connection, console, group_id, {"archived_at": before}, {"archived_at": moment})


def _decided(
    connection: Connection, console: Console, group_id: GroupId, before: dict[str, Any], after: dict[str, Any]
) -> Changes:
    changes = [RowChange(groups, group_id, before, after)]
    decision = decide(connection, console, Verb.SETTINGS, changes, group_id=group_id)
    is_moved = "archived_at" in after  # its items, its requests and what it waits for come or go with it
    made = changes_of(changes, group_id, decision)
    return replace(made, items=True, requests=True, feedback=True) if is_moved else made


def _row(connection: Connection, group_id: GroupId) -> Row[Any]:
    row = connection.execute(select(groups).where(groups.c.id == group_id)).first()
    if row is None:
        raise ExpectedError("group_gone")
    return row


def _facts(row: Row[Any]) -> GroupFacts:
    return GroupFacts(
        name=row.name,
        tool=Tool(row.tool),
        umbrella=row.umbrella,
        managed_by=managed_by_of(row.managed_by),
        addresses=row.addresses,
        residents=row.residents,
    )


def _as_stored(facts: GroupFacts) -> dict[str, Any]:
    name = clean_name(facts.name)
    if name is None:
        raise ExpectedError("group_name_empty")
    counts = (facts.addresses or 0, facts.residents or 0)
    if min(counts) < 0:
        raise ExpectedError("count_negative")
    if max(counts) > MOST_ADDRESSES:
        raise ExpectedError("count_large", most=MOST_ADDRESSES)
    return {
        "name": name,
        "tool": facts.tool.value,
        "umbrella": clean_name(facts.umbrella or ""),
        "managed_by": facts.managed_by and facts.managed_by.value,
        "addresses": facts.addresses or None,
        "residents": facts.residents or None,
    }


def _refuse_archived_name(connection: Connection, name: str) -> None:
    """An archived group is in no list, so "there is one already" would leave a person searching for it."""
    is_it = (groups.c.name == name, groups.c.archived_at.is_not(None))
    if connection.scalar(select(groups.c.id).where(*is_it)) is not None:
        raise ExpectedError("group_name_archived", name=name)
