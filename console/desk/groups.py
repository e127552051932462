"""The page Groepen: every group with its counts, and what an administrator may change about one."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, and_, case, func, insert, or_, select

from console import texts
from console.chats.fields import clean_name
from console.desk import queue
from console.desk.console import Console
from console.desk.journal import RowChange, changes_of, decide
from console.desk.officers import changes_of_officer, officer_of
from console.desk.redirects import BASE, municipalities
from console.desk.rules import COLUMNS, as_stored, rules_of, strictness_of
from console.domain.changes import Changes
from console.domain.decision import Verb
from console.domain.group import Group, GroupId, Officer, Tool
from console.domain.judgement import Category, Flag, Strictness
from console.domain.rules import Rules
from console.errors import ExpectedError
from console.judge import load_profile, profile_keys
from console.store.queries.counts import counts
from console.store.tables import group_counts, group_relations, items
from console.store.tables import groups as group_table

_SISTER: Final = "sister"


@dataclass(frozen=True, slots=True)
class ProfileChoice:
    """A kind of group to choose from, in the language of the console."""

    key: str
    name: str
    description: str
    on_topic: frozenset[Category]
    expects_112: bool


@dataclass(frozen=True, slots=True)
class GroupSettings:
    """What may be changed about a group besides its name; ``municipality`` is the key of one."""

    rules: Rules
    municipality: str
    sisters: frozenset[GroupId]
    officer: Officer | None = None


def groups(console: Console) -> tuple[Group, ...]:
    """Return every group, the one with the newest message first, empty ones last by name."""
    open_items = (
        select(items.c.group_id, func.count().label("n")).where(queue.is_open(console)).group_by(items.c.group_id).cte()
    )
    counted = counts()
    statement = (
        select(
            group_table.c.id,
            group_table.c.name,
            group_table.c.profile,
            group_table.c.tool,
            counted["members"],
            counted["messages"],
            counted["last_message_at"],
            func.coalesce(open_items.c.n, 0),
            group_table.c.time_zone,
            group_table.c.review_from,
            group_table.c.strictness,
        )
        .outerjoin(group_counts, group_counts.c.group_id == group_table.c.id)
        .outerjoin(open_items, open_items.c.group_id == group_table.c.id)
        .where(group_table.c.archived_at.is_(None))
        .order_by(counted["last_message_at"].desc().nulls_last(), group_table.c.name)
    )
    with console.store.reading() as connection:
        # In the order of the fields of Group, unpacked: by name, nine thousand rows would take twice as long.
        return tuple(
            Group(key, name, profile, Tool(tool), joined, said, last, waiting, zone, review_from, strictness_of(words))
            for key, name, profile, tool, joined, said, last, waiting, zone, review_from, words in connection.execute(
                statement
            )
        )


def profiles(console: Console) -> tuple[ProfileChoice, ...]:
    """Return the kinds of group there are, by key; each file in ``resources/profiles`` is one."""
    return tuple(
        ProfileChoice(
            key=profile.key,
            name=profile.name(console.language),
            description=texts.say(f"profiles.{profile.key}", console.language),
            on_topic=profile.on_topic,
            expects_112=profile.expects_112,
        )
        for profile in map(load_profile, profile_keys())
    )


def settings(console: Console, group_id: GroupId) -> GroupSettings:
    """Return what may be changed about a group. Raises ``ExpectedError("group_gone")``."""
    columns = (*(group_table.c[name] for name in COLUMNS), group_table.c.municipality)
    with console.store.reading() as connection:
        row = connection.execute(select(*columns).where(group_table.c.id == group_id)).first()
        if row is None:
            raise ExpectedError("group_gone")
        rules = rules_of(row.profile, row.strictness, row.overrides)
        sisters = frozenset(GroupId(other) for other in _sisters(connection, group_id))
        return GroupSettings(rules, row.municipality or BASE, sisters, officer_of(connection, group_id))


def change_group(
    console: Console,
    group_id: GroupId,
    *,
    name: str | None = None,
    profile: str | None = None,
    addresses: int | None = None,
    residents: int | None = None,
    strictness: Mapping[Flag, Strictness] | None = None,
    municipality: str | None = None,
    sisters: Collection[GroupId] | None = None,
    officer: Officer | None = None,
) -> Changes:
    """Change what is given and leave the rest, also of ``strictness``: a flag that it does not name stays as it was.

    A new profile and a new strictness mark the group's messages for judging anew, but for those that a person decided
    about; what the group changed in its old profile ends with it. ``sisters`` are the groups that belong with this one,
    such as the chat beside an alarm group; they belong with each other. An ``officer`` without a name is nobody.

    Raises ``ExpectedError``: ``group_gone`` (for a sister too), ``group_name_empty``, ``group_name_taken``,
    ``count_negative``, ``municipality_gone``, ``phone_unknown``, and that of ``load_profile`` for an unknown profile;
    ``ValueError`` for a group as its own sister.
    """
    if name is not None and (name := clean_name(name)) is None:
        raise ExpectedError("group_name_empty")
    if min(addresses or 0, residents or 0) < 0:
        raise ExpectedError("count_negative")
    if profile is not None:
        load_profile(profile)
    if municipality is not None and municipality not in {one.key for one in municipalities(console)}:
        raise ExpectedError("municipality_gone")
    given = {"name": name, "profile": profile, "addresses": addresses, "residents": residents}
    given = {key: value for key, value in given.items() if value is not None}
    if municipality is not None:
        given["municipality"] = None if municipality == BASE else municipality
    with console.store.writing() as connection:
        changes = _changes_of_row(connection, group_id, given, strictness or {})
        if sisters is not None:
            changes += _changes_of_sisters(connection, console, group_id, frozenset(sisters))
        if officer is not None:
            changes += changes_of_officer(connection, console, group_id, officer)
        if not changes:
            return Changes()
        decision = decide(connection, console, Verb.SETTINGS, changes, group_id=group_id)
        return changes_of(changes, group_id, decision)


def _changes_of_row(
    connection: Connection, group_id: GroupId, given: Mapping[str, Any], strictness: Mapping[Flag, Strictness]
) -> list[RowChange]:
    """Return the change of the group itself, if it is one. Raises ``ExpectedError("group_gone")``."""
    row = connection.execute(select(group_table).where(group_table.c.id == group_id)).mappings().first()
    if row is None:
        raise ExpectedError("group_gone")
    words = row["strictness"] | {flag.value: word.value for flag, word in strictness.items()}
    wanted = {**given, "strictness": {flag: word for flag, word in words.items() if word != Strictness.NORMAL}}
    if given.get("profile", row["profile"]) != row["profile"]:  # another kind brings its own rules
        wanted["overrides"] = as_stored(Rules(given["profile"]), row["overrides"])["overrides"]
    after = {key: value for key, value in wanted.items() if value != row[key]}
    return [RowChange(group_table, group_id, {key: row[key] for key in after}, after)] if after else []


# --- sister groups ---------------------------------------------------------------------------------------------------


def _changes_of_sisters(
    connection: Connection, console: Console, group_id: GroupId, sisters: frozenset[GroupId]
) -> Iterator[RowChange]:
    """Yield what makes these, and no others, the sisters of a group, from both sides."""
    if group_id in sisters:
        raise ValueError("a group is no sister of itself")
    known = set(connection.scalars(select(group_table.c.id).where(group_table.c.id.in_(sisters))))
    if not sisters <= known:
        raise ExpectedError("group_gone")
    for other in sorted(sisters ^ set(_sisters(connection, group_id))):
        for pair in ((group_id, other), (other, group_id)):
            yield from _relate(connection, console, *pair, is_sister=other in sisters)


def _sisters(connection: Connection, group_id: GroupId) -> Sequence[int]:
    """Return the groups that belong with one, also when an older version wrote it down from one side only."""
    relations = group_relations.c
    other = case((relations.group_id == group_id, relations.other_id), else_=relations.group_id)
    is_of_group = or_(relations.group_id == group_id, relations.other_id == group_id)
    standing = select(other).distinct().where(is_of_group, relations.kind == _SISTER, relations.removed_at.is_(None))
    return connection.scalars(standing.order_by(other)).all()


def _relate(
    connection: Connection, console: Console, group_id: int, other_id: int, *, is_sister: bool
) -> Iterator[RowChange]:
    """Yield the change of one direction, if it is one; a new row is written as if taken back already."""
    relations = group_relations.c
    is_pair = and_(relations.group_id == group_id, relations.other_id == other_id, relations.kind == _SISTER)
    row = connection.execute(select(relations.id, relations.removed_at).where(is_pair)).first()
    if row is None and is_sister:
        values = {"group_id": group_id, "other_id": other_id, "kind": _SISTER, "removed_at": console.now()}
        (made,) = connection.execute(insert(group_relations).values(values)).inserted_primary_key or (0,)
        yield RowChange(group_relations, made, before={"removed_at": console.now()}, after={"removed_at": None})
    elif row is not None and is_sister != (row.removed_at is None):
        removed_at = None if is_sister else console.now()
        yield RowChange(
            group_relations, row.id, before={"removed_at": row.removed_at}, after={"removed_at": removed_at}
        )
