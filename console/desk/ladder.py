"""The ladder: which steps a group takes with a member who goes on, and what a step leaves behind.

The steps are data (``resources/ladder.toml``), different per kind of group, and a group may change them. A step counts
for its own period, in all groups of the administrator; a step without a period is never kept (``domain/profiles.md``).
"""

import tomllib
from collections.abc import Mapping
from datetime import timedelta
from functools import cache
from typing import Any, Final

from sqlalchemy import Connection, Row, insert, select

from console.assets import resource
from console.desk.console import Console
from console.desk.journal import RowChange
from console.domain.decision import Act, ItemKind
from console.domain.judgement import Flag
from console.domain.ladder import Ladder, Rung
from console.errors import ExpectedError
from console.store.tables import groups, members, messages, steps

LONGEST_DAYS: Final = 366  # a step that would count for ever is a mark on a person


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(resource("ladder.toml").read_text(encoding="utf-8"))


def ladder_for(profile: str, overrides: Mapping[str, Any] | None, language: str) -> Ladder:
    """Return the ladder of a group: that of its kind, with what the group itself changed."""
    data = _data()
    of_profile = data["profile"].get(profile, {})
    own = (overrides or {}).get("ladder", {})
    taken = own.get("rungs", of_profile.get("rungs", data["rungs"]))
    days = own.get("days", {})
    return Ladder(
        rungs=tuple(_rung(key, days.get(key), language) for key in data["rung"] if key in taken),
        first={Flag(flag): key for flag, key in (data["first"] | of_profile.get("first", {})).items()},
        aside={way: tuple(rules) for way, rules in data["aside"].items()},
    )


def _rung(key: str, days: int | None, language: str) -> Rung:
    entry = _data()["rung"][key]
    counts = "days" in entry  # a group changes how long a step counts, never that a talk does
    return Rung(key, entry[language], entry["verb"], (days or entry["days"]) if counts else None)


def step_change(connection: Connection, console: Console, item: Row[*tuple[Any, ...]], act: Act) -> list[RowChange]:
    """Write down the step that a decision takes with the author of its message, and return what makes it count.

    Nothing for a step that never counts, and for a message without an author. ``item`` is a row of ``items``. Raises
    ``ExpectedError("rung_unknown")`` for a step that the group does not take.
    """
    if act.rung is None or item.kind != ItemKind.MESSAGE.value:
        return []
    group = connection.execute(select(groups.c.profile, groups.c.overrides).where(groups.c.id == item.group_id)).one()
    ladder = ladder_for(group.profile, group.overrides, console.language)
    rung = next((rung for rung in ladder.rungs if rung.key == act.rung), None)
    if rung is None:
        raise ExpectedError("rung_unknown")
    person_id = connection.scalar(
        select(members.c.person_id)
        .join(messages, messages.c.member_id == members.c.id)
        .where(messages.c.id == item.subject_id)
    )
    if rung.days is None or person_id is None:
        return []
    now = console.now()
    values = {
        "person_id": person_id,
        "group_id": item.group_id,
        "message_id": item.subject_id,
        "rung": rung.key,
        "taken_at": now,
        "ends_at": now + timedelta(days=rung.days),
        "removed_at": now,
    }
    (step_id,) = connection.execute(insert(steps).values(values)).inserted_primary_key or (0,)
    return [RowChange(steps, step_id, before={"removed_at": now}, after={"removed_at": None})]
