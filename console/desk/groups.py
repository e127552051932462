"""The page Groepen: every group with its counts, and what an administrator may change about one."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from console import texts
from console.chats.fields import clean_name
from console.desk import queue
from console.desk.console import Console
from console.desk.family import changes_of_sisters, sisters_of
from console.desk.journal import RowChange, changes_of, decide
from console.desk.professionals import changes_of_officer, officer_of
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
from console.store.tables import group_counts, items
from console.store.tables import groups as group_table


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
        sisters = sisters_of(connection, group_id)
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
            if group_id in sisters:
                raise ValueError("a group is no sister of itself")
            changes += changes_of_sisters(connection, console, group_id, frozenset(sisters))
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
