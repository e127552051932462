"""The page Groepen: every group with its counts, and what an administrator may change about one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import case, func, select

from console import texts
from console.chats.fields import clean_name
from console.desk import queue
from console.desk.console import Console
from console.desk.journal import RowChange, changes_of, decide
from console.desk.rules import strictness_of
from console.domain.changes import Changes
from console.domain.decision import Verb
from console.domain.group import Group, GroupId, Tool
from console.domain.judgement import Flag, Strictness
from console.errors import ExpectedError
from console.judge import load_profile, profile_keys
from console.store.queries.counts import live_counts
from console.store.tables import group_counts, items
from console.store.tables import groups as group_table


@dataclass(frozen=True, slots=True)
class ProfileChoice:
    """A kind of group to choose from, in the language of the console."""

    key: str
    name: str
    description: str


def groups(console: Console) -> tuple[Group, ...]:
    """Return every group, the one with the newest message first, empty ones last by name."""
    open_items = (
        select(items.c.group_id, func.count().label("n")).where(queue.is_open(console)).group_by(items.c.group_id).cte()
    )
    counts = [
        case((group_counts.c.group_id.is_(None), live), else_=group_counts.c[name]).label(name)
        for name, live in live_counts().items()
    ]
    statement = (
        select(
            group_table.c.id,
            group_table.c.name,
            group_table.c.profile,
            group_table.c.tool,
            *counts,
            func.coalesce(open_items.c.n, 0),
            group_table.c.time_zone,
            group_table.c.review_from,
            group_table.c.strictness,
        )
        .outerjoin(group_counts, group_counts.c.group_id == group_table.c.id)
        .outerjoin(open_items, open_items.c.group_id == group_table.c.id)
        .where(group_table.c.archived_at.is_(None))
        .order_by(counts[-1].desc().nulls_last(), group_table.c.name)
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
        ProfileChoice(key, load_profile(key).name(console.language), texts.say(f"profiles.{key}", console.language))
        for key in profile_keys()
    )


def change_group(
    console: Console,
    group_id: GroupId,
    *,
    name: str | None = None,
    profile: str | None = None,
    addresses: int | None = None,
    residents: int | None = None,
    strictness: Mapping[Flag, Strictness] | None = None,
) -> Changes:
    """Change what is given and leave the rest, also of ``strictness``: a flag that it does not name stays as it was.

    A new profile and a new strictness mark the group's messages for judging anew, but for those that a person decided
    about.

    Raises ``ExpectedError``: ``group_gone``, ``group_name_empty``, ``group_name_taken``, ``count_negative``, and that
    of ``load_profile`` for an unknown profile.
    """
    if name is not None and (name := clean_name(name)) is None:
        raise ExpectedError("group_name_empty")
    if min(addresses or 0, residents or 0) < 0:
        raise ExpectedError("count_negative")
    if profile is not None:
        load_profile(profile)
    given: dict[str, Any] = {
        "name": name,
        "profile": profile,
        "addresses": addresses,
        "residents": residents,
    }
    with console.store.writing() as connection:
        row = connection.execute(select(group_table).where(group_table.c.id == group_id)).mappings().first()
        if row is None:
            raise ExpectedError("group_gone")
        if strictness is not None:
            words = row["strictness"] | {flag.value: word.value for flag, word in strictness.items()}
            given["strictness"] = {flag: word for flag, word in words.items() if word != Strictness.NORMAL}
        after: dict[str, Any] = {key: value for key, value in given.items() if value is not None and value != row[key]}
        if not after:
            return Changes()
        change = RowChange(group_table, group_id, before={key: row[key] for key in after}, after=after)
        decision = decide(connection, console, Verb.SETTINGS, [change], group_id=group_id)
        return changes_of([change], group_id, decision)
