"""The start of a group: eight steps to think through, with what the console sees of each, and the day of its kick-off.

The steps are data (``resources/startup.toml``). A person says whether a step is done; what the console sees is only a
suggestion.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from functools import cache
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, RowMapping, distinct, func, insert, select

from console import texts
from console.assets import resource
from console.desk.console import Console
from console.desk.journal import RowChange, changes_of, decide
from console.domain.changes import Changes
from console.domain.decision import Verb
from console.domain.group import GroupId
from console.domain.member import GroupRole
from console.domain.message import Kind
from console.domain.start import Start, StartStep
from console.errors import ExpectedError
from console.judge import load_profile
from console.store.tables import (
    group_professionals,
    groups,
    members,
    messages,
    professionals,
    prospects,
    start_steps,
)

RECENT: Final = timedelta(days=30)  # how far back "lately" goes
CORE_PERIOD: Final = timedelta(days=90)
_LONGEST_NOTE: Final = 2_000


@cache
def start_data() -> dict[str, Any]:
    """Return ``resources/startup.toml``."""
    return tomllib.loads(resource("startup.toml").read_text(encoding="utf-8"))


def step_name(key: str, language: str) -> str:
    """Return what a step is called; its key when it does not exist any more."""
    return str(start_data()["steps"].get(key, {}).get("en" if language == "en" else "nl", key))


def of_group(console: Console, group_id: GroupId) -> Start:
    """Return how far a group is with its start. Raises ``ExpectedError("group_gone")``."""
    with console.store.reading() as connection:
        group = _group(connection, group_id)
        kept = {
            row.key: row
            for row in connection.execute(select(start_steps).where(start_steps.c.group_id == group_id)).all()
        }
        seen = _Seen(connection, console, group)
        steps = tuple(_step(console, key, kept.get(key), seen.of(key)) for key in start_data()["steps"])
        has_list = connection.scalar(_standing(group_id).limit(1)) is not None
    kick_off = group["kick_off_at"]
    return Start(
        steps=steps,
        kick_off_at=kick_off and kick_off.astimezone(ZoneInfo(group["time_zone"])),
        has_funnel=has_list or group["profile"] in start_data()["funnel"]["profiles"],
        time_zone=group["time_zone"],
    )


def change_step(
    console: Console, group_id: GroupId, key: str, *, note: str | None = None, is_done: bool | None = None
) -> Changes:
    """Write down what was thought of a step ("" for nothing), or that it is done or not; what is None stays as it was.

    Raises ``ExpectedError``: ``group_gone``, ``note_long``; ``KeyError`` for a step that does not exist.
    """
    if key not in start_data()["steps"]:
        raise KeyError(key)
    if note is not None and len(note) > _LONGEST_NOTE:
        raise ExpectedError("note_long", longest=_LONGEST_NOTE)
    with console.store.writing() as connection:
        _group(connection, group_id)
        row = connection.execute(
            select(start_steps).where(start_steps.c.group_id == group_id, start_steps.c.key == key)
        ).first()
        before = {name: row and getattr(row, name) for name in ("note", "done_at", "noted_at")}
        after = dict(before)
        if note is not None:
            after["note"] = note.strip() or None
            if after["note"] != before["note"]:
                after["noted_at"] = console.now()
        if is_done is not None:
            after["done_at"] = (before["done_at"] or console.now()) if is_done else None
        changed = {name: value for name, value in after.items() if value != before[name]}
        if not changed:
            return Changes()
        row_id = _new_row(connection, group_id, key) if row is None else row.id
        change = RowChange(start_steps, row_id, {name: before[name] for name in changed}, changed)
        return _decide(connection, console, change, group_id)


def set_kick_off(console: Console, group_id: GroupId, at: datetime | None) -> Changes:
    """Say when a group starts, or starts again: an aware moment; None when that is not known (any more).

    Raises ``ExpectedError("group_gone")``.
    """
    with console.store.writing() as connection:
        before = _group(connection, group_id)["kick_off_at"]
        if at == before:
            return Changes()
        change = RowChange(groups, group_id, {"kick_off_at": before}, {"kick_off_at": at})
        return _decide(connection, console, change, group_id)


def _decide(connection: Connection, console: Console, change: RowChange, group_id: GroupId) -> Changes:
    decision = decide(connection, console, Verb.SETTINGS, [change], group_id=group_id)
    return changes_of([change], group_id, decision)


def _group(connection: Connection, group_id: GroupId) -> RowMapping:
    found = connection.execute(select(groups).where(groups.c.id == group_id)).mappings().first()
    if found is None:
        raise ExpectedError("group_gone")
    return found


def _new_row(connection: Connection, group_id: GroupId, key: str) -> int:
    """Write a step as nobody thought of it yet."""
    (made,) = connection.execute(insert(start_steps).values(group_id=group_id, key=key)).inserted_primary_key or (0,)
    return int(made)


def _step(console: Console, key: str, kept: Any, seen: str | None) -> StartStep:  # noqa: ANN401  # a row, or None
    entry = start_data()["steps"][key]
    language = "en" if console.language == "en" else "nl"
    return StartStep(
        key=key,
        name=step_name(key, language),
        question=entry[f"question_{language}"],
        think_of=tuple(entry[f"think_{language}"]),
        seen=seen,
        note=kept and kept.note,
        done_at=kept and kept.done_at,
    )


def _standing(group_id: GroupId) -> Any:  # noqa: ANN401  # a Select of ids
    return select(prospects.c.id).where(prospects.c.group_id == group_id, prospects.c.removed_at.is_(None))


# --- what the console sees by itself ---------------------------------------------------------------------------------


class _Seen:
    """What can be said of the steps of one group, each in one sentence; None where the console sees nothing."""

    def __init__(self, connection: Connection, console: Console, group: RowMapping) -> None:
        self._connection = connection
        self._console = console
        self._group = group

    def of(self, key: str) -> str | None:
        """Return what the console sees of one step."""
        tell: Mapping[str, Callable[[], Iterator[str]]] = {
            "scope": self._scope,
            "policy": self._policy,
            "target": self._target,
            "moderator": self._moderator,
            "partners": self._partners,
            "content": self._content,
            "core": self._core,
            "supply": self._supply,
        }
        return " ".join(tell[key]()) or None

    def _say(self, key: str, **values: object) -> str:
        return texts.say(f"start.{key}", self._console.language, **values)

    def _count(self, key: str, count: int, **values: object) -> str:
        return self._say(f"{key}_one" if count == 1 else key, count=count, **values)

    def _scope(self) -> Iterator[str]:
        area = self._group["work_area"] or {}
        streets = len({stretch["street"] for stretch in area.get("stretches", ())})
        if area.get("park"):
            yield self._say("seen_park", park=area["park"])
        if streets:
            yield self._count("seen_streets", streets)
        if area.get("postcodes"):
            yield self._say("seen_postcodes")
        if self._group["addresses"]:
            yield self._count("seen_addresses", self._group["addresses"])

    def _policy(self) -> Iterator[str]:
        yield self._say(f"seen_{self._group['join_policy']}")

    def _target(self) -> Iterator[str]:
        if self._group["joining"]:
            yield self._say("seen_joining")

    def _moderator(self) -> Iterator[str]:
        wanted = (GroupRole.ADMIN.value, GroupRole.COORDINATOR.value)
        count = self._connection.scalar(
            select(func.count()).where(members.c.group_id == self._group["id"], members.c.role.in_(wanted))
        )
        if count:
            yield self._count("seen_moderators", count)

    def _partners(self) -> Iterator[str]:
        links = group_professionals.c
        linked = (
            select(professionals.c.name)
            .join(group_professionals, links.professional_id == professionals.c.id)
            .where(links.group_id == self._group["id"], links.removed_at.is_(None))
            .order_by(professionals.c.name)
        )
        names = self._connection.scalars(linked).all()
        if names:
            yield self._say("seen_partners", names=", ".join(names))

    def _content(self) -> Iterator[str]:
        yield self._say("seen_profile", profile=load_profile(self._group["profile"]).name(self._console.language))

    def _core(self) -> Iterator[str]:
        count = self._written(CORE_PERIOD, func.count(distinct(messages.c.member_id)))
        if count:
            yield self._count("seen_writers", count)

    def _supply(self) -> Iterator[str]:
        if self._written(RECENT, func.count()):
            count = self._written(RECENT, func.count(), GroupRole.PROFESSIONAL)
            yield self._count("seen_supply", count) if count else self._say("seen_no_supply")

    def _written(self, period: timedelta, what: Any, role: GroupRole | None = None) -> int:  # noqa: ANN401
        """Return how many messages, or writers, there were lately."""
        since = self._console.now() - period
        statement = (
            select(what)
            .select_from(messages)
            .join(members, members.c.id == messages.c.member_id)
            .where(messages.c.group_id == self._group["id"], messages.c.sent_at >= since)
            .where(messages.c.kind.in_((Kind.TEXT.value, Kind.MEDIA.value)))
        )
        if role is not None:
            statement = statement.where(members.c.role == role.value)
        return self._connection.scalar(statement) or 0
