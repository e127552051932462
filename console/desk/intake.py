"""Taking a chat export into a group. ``recognition`` tells first what the file is.

Every call may be long: run it off the window's thread. An import is one transaction: stopped, killed or refused,
nothing of it stays; acknowledged, all of it does.
"""

import hashlib
import tomllib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, insert, select, update

from console.assets import resource
from console.chats.detect import open_chat
from console.chats.fields import clean_name
from console.chats.reading import ChatChoice, DatedSample, DateOrderUnknownError, Reading
from console.chats.source import Source, from_text, open_sources
from console.desk import look_back
from console.desk.console import Console
from console.desk.effects import Effects, close_seen
from console.desk.forgetting import older_history
from console.desk.joining.from_chat import take_lines
from console.desk.judging import judge_pending
from console.desk.recognition import (
    Answers,
    ChatQuestion,
    ColumnsQuestion,
    DateOrderQuestion,
    FollowedJob,
    Preview,
    Question,
    YearQuestion,
    order_by_overlap,
    preview_file,
    preview_text,
)
from console.desk.welcome.answers import read_import
from console.desk.welcome.reactions import Watch
from console.domain.changes import Changes
from console.domain.group import GroupId, Tool
from console.domain.retention import OlderAnswer
from console.errors import CancelledError, ExpectedError
from console.jobs import CancelToken, Progress
from console.judge.profiles import load_profile
from console.store.merge import Merge, Merged
from console.store.queries.counts import keep_counts
from console.store.roster import Roster
from console.store.tables import groups, imports

__all__ = [
    "Answers",
    "ChatChoice",
    "ChatQuestion",
    "ColumnsQuestion",
    "DateOrderQuestion",
    "DatedSample",
    "ImportResult",
    "Preview",
    "Question",
    "YearQuestion",
    "import_file",
    "import_text",
    "judge_pending",
    "preview_file",
    "preview_text",
]

DEFAULT_PROFILE: Final = "broad"


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import brought: ``read`` = ``new`` + ``known`` + ``changed``. Times are local in the group's zone.

    ``flagged`` counts what the judge saw in the same call: 0 when judging was left for later. ``effects`` are those of
    the to-dos on the phone.
    """

    group: str
    group_id: GroupId
    read: int
    new: int
    known: int
    changed: int
    flagged: int
    from_at: datetime | None
    to_at: datetime | None
    effects: Effects
    changes: Changes


def import_file(
    console: Console,
    path: Path,
    group: str,
    profile: str = DEFAULT_PROFILE,
    answers: Answers | None = None,
    *,
    review_from: datetime | None = None,
    older: OlderAnswer | None = None,
    judge: bool = True,
    progress: Progress | None = None,
    cancel: CancelToken | None = None,
) -> ImportResult:
    """Take an export into a group; safe to repeat. A group that does not exist is made with ``profile``.

    ``review_from`` (aware) is from when messages are queued; without it ``look_back`` decides for a new group.
    ``older`` is what a person wants with what is older than its term (``older_history``). Without
    ``judge`` the messages wait for ``judge_pending``. Raises ``ExpectedError`` and ``CancelledError``; then nothing was
    kept.
    """
    wish = _Wish(group, profile, answers or Answers(), review_from, older, judge)
    return _import(console, open_sources(path), path.name, wish, FollowedJob(progress, cancel))


def import_text(
    console: Console,
    text: str,
    group: str,
    profile: str = DEFAULT_PROFILE,
    answers: Answers | None = None,
    *,
    review_from: datetime | None = None,
    older: OlderAnswer | None = None,
    judge: bool = True,
    progress: Progress | None = None,
    cancel: CancelToken | None = None,
) -> ImportResult:
    """Take pasted text into a group, as ``import_file`` does a file."""
    wish = _Wish(group, profile, answers or Answers(), review_from, older, judge)
    return _import(console, [from_text(text)], "", wish, FollowedJob(progress, cancel))


@dataclass(frozen=True, slots=True)
class _Wish:
    group: str
    profile: str
    answers: Answers
    review_from: datetime | None
    older: OlderAnswer | None
    judge: bool


@dataclass(frozen=True, slots=True)
class _Target:
    id: GroupId
    zone: str
    is_new: bool


def _import(console: Console, sources: Sequence[Source], name: str, wish: _Wish, job: FollowedJob) -> ImportResult:
    group_name = clean_name(wish.group)
    if group_name is None:
        raise ExpectedError("group_name_empty")
    if wish.older is not None:
        older_history.check(console, wish.older)
    load_profile(wish.profile)  # refuses one that does not exist before anything is read
    with console.store.writing() as connection:
        reading = _open_for(connection, sources, group_name, wish.answers)
        target = _find_or_make_group(connection, console, group_name, wish.profile, reading.tool)
        merged, effects, is_read = _merge(connection, console, sources, reading, target, job)
        if merged.read == 0:
            raise ExpectedError("no_messages", file=name)
        if wish.review_from is not None:
            look_back.review_from(connection, target.id, wish.review_from)
        elif target.is_new and merged.first_at is not None and merged.last_at is not None:
            look_back.begin(connection, target.id, merged.first_at, merged.last_at)
        if wish.older is not None:
            older_history.apply(connection, console, target.id, wish.older)
        has_asked = take_lines(connection, console, target.id)
        keep_counts(connection)
    flagged = 0
    if wish.judge:
        with suppress(CancelledError):  # the export is in; what is not judged yet is judged at the next start
            flagged = judge_pending(console, progress=job.progress, cancel=job.cancel)
            older_history.forget_judged(console)
    return ImportResult(
        group=group_name,
        group_id=target.id,
        read=merged.read,
        new=merged.new,
        known=merged.known,
        changed=merged.changed,
        flagged=flagged,
        from_at=_local(merged.first_at, target.zone),
        to_at=_local(merged.last_at, target.zone),
        effects=effects,
        changes=Changes(
            messages=True,
            items=True,
            groups=True,
            outgoing=effects != Effects(),
            requests=bool(effects.arrived) or has_asked or wish.judge,
            reports=wish.judge,
            feedback=wish.judge,
            people=is_read,
            welcome=is_read,
            group_ids=frozenset({target.id}),
        ),
    )


def _open_for(connection: Connection, sources: Sequence[Source], group: str, answers: Answers) -> Reading:
    """Start reading; a date order that the file does not tell may be known from what this group holds already."""
    try:
        return open_chat(sources, answers)
    except DateOrderUnknownError as question:
        group_id = connection.scalar(select(groups.c.id).where(groups.c.name == group))
        known = None if group_id is None else order_by_overlap(connection, GroupId(group_id), question)
        if known is None:
            raise
        return open_chat(sources, replace(answers, date_order=known))


def _find_or_make_group(connection: Connection, console: Console, name: str, profile: str, tool: Tool) -> _Target:
    found = connection.execute(select(groups.c.id, groups.c.time_zone).where(groups.c.name == name)).first()
    if found is not None:
        # Who takes in an export of an archived group wants to see it again.
        connection.execute(update(groups).where(groups.c.id == found.id).values(archived_at=None))
        return _Target(GroupId(found.id), found.time_zone, is_new=False)
    made = connection.execute(
        insert(groups).values(
            name=name,
            profile=profile,
            tool=tool.value,
            join_policy=load_profile(profile).join_policy.value,
            created_at=console.now(),
        )
    )
    (group_id,) = made.inserted_primary_key or (0,)
    zone = connection.scalar(select(groups.c.time_zone).where(groups.c.id == group_id))
    return _Target(GroupId(group_id), zone or "", is_new=True)


def _merge(  # noqa: PLR0917 one story with all its parts
    connection: Connection,
    console: Console,
    sources: Sequence[Source],
    reading: Reading,
    target: _Target,
    job: FollowedJob,
) -> tuple[Merged, Effects, bool]:
    """Take in the messages; tell what they show of to-dos, and whether they tell anything of the rules that went."""
    now = console.now()
    made = connection.execute(
        insert(imports).values(
            group_id=target.id,
            sha256=_sha256(sources),
            format=reading.format,
            date_order=reading.date_order.value if reading.date_order else None,
            imported_at=now,
            read=0,
            new=0,
            known=0,
            changed=0,
        )
    )
    (import_id,) = made.inserted_primary_key or (0,)
    roster = Roster(connection, target.id, _professional_words())
    merge = Merge(connection, group_id=target.id, import_id=import_id, zone=target.zone, roster=roster, now=now)
    watch = Watch(connection, target.id, now)
    merged = merge.take(watch.follow(job.follow(reading.messages, "importing", sources[0].size)))
    connection.execute(
        update(imports)
        .where(imports.c.id == import_id)
        .values(
            read=merged.read,
            new=merged.new,
            known=merged.known,
            changed=merged.changed,
            first_at=merged.first_at,
            last_at=merged.last_at,
        )
    )
    effects = close_seen(connection, console, target.id, import_id, merge.met)
    return merged, effects, read_import(connection, console, target.id, import_id, watch.thumbs)


@cache
def _professional_words() -> tuple[str, ...]:
    tree = tomllib.loads(resource("lexicon", "roles.toml").read_text(encoding="utf-8"))
    return tuple(tree["professional"])


def _sha256(sources: Sequence[Source]) -> str:
    digest = hashlib.sha256()
    for source in sources:
        with source.open() as stream:
            while block := stream.read(1 << 20):
                digest.update(block)
    return digest.hexdigest()


def _local(moment: datetime | None, zone: str) -> datetime | None:
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None) if moment is not None else None
