"""An export that reaches back further than the group keeps texts: it is counted and forgotten, or kept for a while.

Who forgets has it judged first, for what is counted stays; then the words go at once. Who keeps it for an evaluation
says until when, a year at most, and why; the journal has both. Without an answer it stays a week and goes as all does.
"""

import logging
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, func, select, update

from console.desk.console import Console
from console.desk.forgetting import counted, erasure_list, retention, terms
from console.desk.forgetting.search import Search
from console.desk.recognition import Preview
from console.desk.vault import backing_up
from console.domain.changes import Changes
from console.domain.group import GroupId
from console.domain.privacy import Terms
from console.domain.retention import OlderAnswer, OlderHistory, OlderKept
from console.domain.vault import Why
from console.errors import ExpectedError
from console.store.tables import groups, messages

log = logging.getLogger(__name__)

LONGEST: Final = timedelta(days=366)
_WAITING: Final = (messages.c.needs_judging, messages.c.needs_placing)


def question(console: Console, preview: Preview, group: str) -> OlderHistory | None:
    """Return what an export holds that is older than a group keeps texts, and that the group does not have yet.

    ``group`` is the name of one that is there or comes. None when there is nothing to ask: nothing is older, or a
    person said already that this group keeps what is older.
    """
    now = console.now()
    with console.store.reading() as connection:
        row = connection.execute(select(groups).where(groups.c.name == group)).first()
        kept, zone = (terms.USUAL, "Europe/Amsterdam") if row is None else (terms.of_row(row), row.time_zone)
        before = _before(now, kept)
        older = None if row is None else terms.older_kept(row)
        if older is not None and older.until > now:
            return None
        known = 0 if row is None else _count(connection, row.id, before)
    last = before.astimezone(ZoneInfo(zone)).date()
    count = sum(times for day, times in preview.days.items() if day < last) - known
    if count <= 0 or preview.from_at is None:
        return None
    return OlderHistory(count, preview.from_at.replace(tzinfo=ZoneInfo(zone)), kept.messages or 0)


def left(console: Console, group_id: GroupId) -> OlderHistory | None:
    """Return of how many messages of a group the words are older than it keeps them, judged or not; None for none."""
    with console.store.reading() as connection:
        row = connection.execute(select(groups).where(groups.c.id == group_id)).one()
        older, kept = terms.older_kept(row), terms.of_row(row)
        before = _before(console.now(), kept)
        has_words = (messages.c.group_id == group_id, messages.c.forgotten_at.is_(None), messages.c.sent_at < before)
        count, oldest = connection.execute(select(func.count(), func.min(messages.c.sent_at)).where(*has_words)).one()
    if not count or (older is not None and older.until > console.now()):
        return None
    return OlderHistory(count, oldest.astimezone(ZoneInfo(row.time_zone)), kept.messages or 0)


def check(console: Console, answer: OlderAnswer) -> None:
    """Refuse an answer that cannot be. Raises ``ExpectedError``: ``older_until`` (a day that comes, within a year),
    ``older_reason``.
    """
    if answer.until is None:
        return
    today = console.now().date()
    if not today < answer.until <= today + LONGEST:
        raise ExpectedError("older_until")
    if not answer.reason.strip():
        raise ExpectedError("older_reason")


def apply(connection: Connection, console: Console, group_id: GroupId, answer: OlderAnswer) -> Changes:
    """Keep an answer, checked before, in the transaction of an import."""
    row = connection.execute(select(groups).where(groups.c.id == group_id)).one()
    if answer.until is None:
        keeping = {**(row.keeping or {}), terms.AT_ONCE: True}
        connection.execute(update(groups).where(groups.c.id == group_id).values(keeping=keeping))
        return Changes(privacy=True)
    ends = datetime.combine(answer.until + timedelta(days=1), time(), ZoneInfo(row.time_zone))
    before, earlier = _before(console.now(), terms.of_row(row)), terms.older_kept(row)
    if earlier is not None:
        before = max(before, earlier.before)
    return terms.write_older(connection, console, row, OlderKept(before, ends, answer.reason.strip()))


def keep(console: Console, group_id: GroupId, until: date, reason: str) -> Changes:
    """Keep what is older than its term for an evaluation; undo takes it back. Raises what ``check`` raises."""
    answer = OlderAnswer(until, reason)
    check(console, answer)
    with console.store.writing() as connection:
        return apply(connection, console, group_id, answer)


def forget_judged(console: Console) -> Changes:
    """Erase the words that a person chose to forget at once, of groups in which nothing waits to be judged or placed.

    Without a backup, for which there may be no room, they go another time: an import is not to fail for that.
    """
    with console.store.reading() as connection:
        rows = connection.execute(select(groups).where(groups.c.keeping.is_not(None))).all()
        ready = [row for row in rows if terms.forgets_at_once(row) and not _waits(connection, row.id)]
    if not ready:
        return Changes()
    try:
        backing_up.before(console, Why.ERASURE)
        for row in ready:
            _forget(console, row)
        erasure_list.write(console.store)
    except ExpectedError as error:
        log.warning("the older history could not be erased: %s", error.key)
        return Changes()
    with suppress(ExpectedError):  # a page is reading: the next run, or closing the program, empties it
        console.store.empty_log()
    return Changes(
        messages=True,
        items=True,
        notes=True,
        outgoing=True,
        reports=True,
        feedback=True,
        privacy=True,
        group_ids=frozenset(GroupId(row.id) for row in ready),
    )


def _waits(connection: Connection, group_id: int) -> bool:
    """Whether a message of a group is still to be judged or placed, asked apart so that indexes serve."""
    of_group = messages.c.group_id == group_id
    asked = (select(messages.c.id).where(of_group, wait).limit(1) for wait in _WAITING)
    return any(connection.scalar(one) is not None for one in asked)


def _forget(console: Console, group: Row[*tuple[Any, ...]]) -> None:
    """Erase what is older in one group, so many at a time; the last time take the wish back."""
    at = console.now()
    while True:
        with console.store.writing() as connection:
            search = Search(connection, console.language, at, GroupId(group.id))
            erasure_list.add_groups(search, [group.id], has_rest=False)
            if not counted.erase_some_texts(search, console, retention.TEXTS_AT_ONCE):
                own = search.groups[group.id].keeping.items()
                kept = {name: value for name, value in own if name != terms.AT_ONCE}
                connection.execute(update(groups).where(groups.c.id == group.id).values(keeping=kept or None))
                return


def _before(now: datetime, kept: Terms) -> datetime:
    return now - timedelta(days=kept.messages or 0)


def _count(connection: Connection, group_id: int, before: datetime) -> int:
    older = select(func.count()).where(messages.c.group_id == group_id, messages.c.sent_at < before)
    return connection.scalar(older) or 0
