"""How long what is kept: who was not admitted, who left, who might have joined. Shown beforehand; it goes by itself.

A request goes some time after its decision, 30 days unless the group chose fewer. A member goes 90 days after he left,
or fewer. A name of the list of who might join goes 90 days after he said no, was taken off or left, and a year after
the last time that somebody wrote something about him. What is left of a refusal is a keyed hash, for a year. A decision
about a request is never taken by time: who waits, waits.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, func, select, update
from sqlalchemy.dialects.sqlite import insert

from console import texts
from console.desk.console import Console
from console.desk.forgetting import erasing
from console.desk.joining import stored_rules
from console.domain.changes import Changes
from console.domain.group import GroupId
from console.domain.join_request import RequestState
from console.domain.joining import MARK_DAYS, JoiningRules
from console.domain.outgoing import Action, TodoState
from console.domain.retention import Due, DueLine, Kept
from console.errors import ExpectedError
from console.store.tables import (
    groups,
    join_requests,
    members,
    memberships,
    messages,
    prospects,
    refusal_marks,
    settings,
    todos,
)

PROSPECT_DAYS: Final = 365  # nobody wrote anything about him for so long
TAKEN_BACK_DAYS: Final = 30  # a mark of a refusal that was undone, so that it can be made again till then
NOTICE: Final = timedelta(days=7)  # between the first day that the window asks and the first that something goes
_ASKED: Final = "retention_asked_at"
_DECIDED: Final = (
    *(RequestState.ADMITTED.value, RequestState.REFUSED.value),
    *(RequestState.REDIRECTED.value, RequestState.WITHDRAWN.value),
)


@dataclass(frozen=True, slots=True)
class Erased:
    """What went, and what the pages need to know; with ``begins_at`` (aware UTC) nothing went, and it will then."""

    due: Due
    changes: Changes
    begins_at: datetime | None = None


def due(console: Console, *, within: timedelta = timedelta(), group_id: GroupId | None = None) -> Due:
    """Return what is to go now, or within some time from now; nothing is changed."""
    with console.store.reading() as connection:
        return _due(connection, console, console.now() + within, group_id)


def run(console: Console) -> Erased:
    """Erase what is due, for good: no undo brings it back, and nothing of it stays in the file."""
    with console.store.writing() as connection:
        found = _due(connection, console, console.now(), None)
        for kind, erase in _ERASE.items():
            erase(connection, console, [line.id for line in found.lines if line.kind is kind])
    if not found:
        return Erased(found, Changes())
    with suppress(ExpectedError):  # a page is reading: the next run, or closing the program, empties it
        console.store.empty_log()
    kinds = {line.kind for line in found.lines}
    changes = Changes(
        items=Kept.REQUEST in kinds or Kept.MEMBER in kinds,
        groups=Kept.MEMBER in kinds,
        notes=Kept.REQUEST in kinds or Kept.MEMBER in kinds,
        people=Kept.MEMBER in kinds,
        messages=Kept.MEMBER in kinds,
        outgoing=Kept.REQUEST in kinds or Kept.MEMBER in kinds,
        requests=Kept.REQUEST in kinds or Kept.MARK in kinds,
        recruiting=Kept.PROSPECT in kinds or Kept.MEMBER in kinds,
        group_ids=frozenset(line.group_id for line in found.lines),
    )
    return Erased(found, changes)


def run_daily(console: Console) -> Erased:
    """Do what ``run`` does, but for the first week that it is asked to: then only tell what is to go.

    ``Erased.begins_at`` is then when it begins (aware UTC), so that nobody is surprised by a program that starts to
    erase what stood there for years.
    """
    with console.store.writing() as connection:
        fresh = insert(settings).values(key=_ASKED, value=int(console.now().timestamp()))
        connection.execute(fresh.on_conflict_do_nothing())
        asked = connection.scalar(select(settings.c.value).where(settings.c.key == _ASKED)) or 0
        if asked > console.now().timestamp():  # the clock was ahead when it was asked first
            asked = int(console.now().timestamp())
            connection.execute(update(settings).where(settings.c.key == _ASKED).values(value=asked))
    begins_at = datetime.fromtimestamp(asked, UTC) + NOTICE
    if console.now() >= begins_at:
        return run(console)
    return Erased(due(console, within=begins_at - console.now()), Changes(), begins_at)


def in_words(console: Console, group_id: GroupId | None = None) -> tuple[str, ...]:
    """Return what is kept for how long, a sentence each: of one group, or as it is where no group chose otherwise.

    The last says how many requests go within a week, if any. Raises ``ExpectedError("group_gone")``.
    """
    rules = JoiningRules()
    with console.store.reading() as connection:
        search = _Search(connection, console, console.now() + NOTICE, group_id)
        going = sum(1 for _ in _requests(search))
    if group_id is not None:
        if group_id not in search.terms:
            raise ExpectedError("group_gone")
        rules = search.terms[group_id].rules
    values = {"refused": rules.keep_refused_days, "left": rules.keep_left_days, "months": round(MARK_DAYS / 30.5)}
    keys = ("refused", "other", "admitted", "left", "prospects", "waiting")
    told = [texts.say(f"retention.{key}", console.language, **values) for key in keys]
    if going:
        key = "retention.going_one" if going == 1 else "retention.going"
        told.append(texts.say(key, console.language, count=going, days=NOTICE.days))
    return tuple(told)


_ERASE: Final = {
    Kept.REQUEST: erasing.erase_requests,
    Kept.MEMBER: erasing.erase_members,
    Kept.PROSPECT: erasing.erase_prospects,
    Kept.MARK: erasing.erase_marks,
}


# --- what is due -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Terms:
    """How many days each kind is kept in one group."""

    group: Row[*tuple[Any, ...]]
    rules: JoiningRules


class _Search:
    """Looks for what goes before a moment."""

    def __init__(self, connection: Connection, console: Console, at: datetime, group_id: GroupId | None) -> None:
        wanted = select(groups) if group_id is None else select(groups).where(groups.c.id == group_id)
        self.connection = connection
        self.language = console.language
        self.at = at
        rows = connection.execute(wanted).all()
        self.terms: Mapping[int, _Terms] = _terms_of(rows)

    def line(self, kind: Kept, row: Any, due_at: datetime, key: str, name: str | None, **values: object) -> DueLine:  # noqa: ANN401
        group = self.terms[row.group_id].group
        zone = ZoneInfo(group.time_zone)
        shown = {what: f"{at.astimezone(zone):%d-%m-%Y}" for what, at in values.items() if isinstance(at, datetime)}
        because = texts.say(f"retention.because_{key}", self.language, **(values | shown))
        return DueLine(kind, row.id, GroupId(group.id), group.name, name, due_at.astimezone(zone), because)


def _terms_of(rows: Iterable[Row[*tuple[Any, ...]]]) -> dict[int, _Terms]:
    """Return the terms of every group; those that changed nothing share the rules of their kind."""
    of_profile: dict[tuple[str, str], JoiningRules] = {}
    found: dict[int, _Terms] = {}
    for row in rows:
        if row.joining:
            rules = stored_rules.of_row(row)
        else:
            kind = (row.profile, row.join_policy)
            if kind not in of_profile:
                of_profile[kind] = stored_rules.of_row(row)
            rules = of_profile[kind]
        found[row.id] = _Terms(row, rules)
    return found


def _due(connection: Connection, console: Console, at: datetime, group_id: GroupId | None) -> Due:
    search = _Search(connection, console, at, group_id)
    found = [*_requests(search), *_members(search), *_prospects(search), *_marks(search)]
    return Due(tuple(sorted(found, key=lambda line: (line.due_at, line.kind, line.id))))


def _requests(search: _Search) -> Iterator[DueLine]:
    """Who was decided about: the term of the group as it is now counts, when it is shorter than it was then.

    A request that was put down by a decision which was undone has no decision of its own: it ended then. Who was
    admitted and is still to be let in on a phone waits for a person too.
    """
    table = join_requests.c
    lets_in = (
        todos.c.action == Action.ADMIT.value,
        todos.c.state.in_((TodoState.OPEN.value, TodoState.NOT_SEEN.value)),
    )
    is_to_come_in = select(todos.c.id).where(todos.c.request_id == table.id, *lets_in).exists()
    decided = select(join_requests).where(table.erased_at.is_(None), table.state.in_(_DECIDED), ~is_to_come_in)
    for row in search.connection.execute(decided).all():
        ended_at = row.decided_at or row.ends_at
        if ended_at is None or row.group_id not in search.terms:
            continue
        goes_at = ended_at + timedelta(days=search.terms[row.group_id].rules.keep_refused_days)
        if row.decided_at is not None and row.ends_at is not None:
            goes_at = min(goes_at, row.ends_at)
        if goes_at <= search.at:
            yield search.line(Kept.REQUEST, row, goes_at, row.state, row.name, at=ended_at)


def _members(search: _Search) -> Iterator[DueLine]:
    """Who left and did not come back: no period is open, and he wrote nothing since."""
    if not search.terms:
        return
    shortest = min(terms.rules.keep_left_days for terms in search.terms.values())
    once = memberships.alias()
    long_ago = select(once.c.member_id).where(once.c.left_at <= search.at - timedelta(days=shortest))
    left = (
        select(members.c.id, members.c.group_id, members.c.name, func.max(memberships.c.left_at).label("left_at"))
        .join(memberships, memberships.c.member_id == members.c.id)
        .where(members.c.id.in_(long_ago), members.c.erased_at.is_(None))
        .group_by(members.c.id)
        .having(func.count(memberships.c.left_at) == func.count())  # no period is open
    )
    for row in search.connection.execute(left).all():
        if row.group_id not in search.terms:
            continue
        goes_at = row.left_at + timedelta(days=search.terms[row.group_id].rules.keep_left_days)
        if goes_at <= search.at and not _wrote_since(search.connection, row.id, row.left_at):
            yield search.line(Kept.MEMBER, row, goes_at, "left", row.name, at=row.left_at)


def _wrote_since(connection: Connection, member_id: int, at: datetime) -> bool:
    later = messages.c.sent_at > at + timedelta(days=1)  # a person names the day on which somebody left
    return connection.scalar(select(messages.c.id).where(messages.c.member_id == member_id, later).limit(1)) is not None


def _prospects(search: _Search) -> Iterator[DueLine]:
    """Who said no, was taken off the list, or of whom nobody wrote anything for long; not who is a member."""
    table = prospects.c
    erased = select(members.c.id).where(members.c.erased_at.is_not(None))
    is_member = table.member_id.is_not(None) & table.member_id.not_in(erased)
    kept = select(prospects).where(table.name != "", ~is_member | table.removed_at.is_not(None))
    for row in search.connection.execute(kept).all():
        if row.group_id not in search.terms:
            continue
        days = search.terms[row.group_id].rules.keep_left_days
        ended = min((at for at in (row.removed_at, row.declined_at) if at is not None), default=None)
        last = max(at for at in (row.created_at, row.invited_at, row.asked_at, row.remind_at) if at is not None)
        goes_at = last + timedelta(days=PROSPECT_DAYS) if ended is None else ended + timedelta(days=days)
        if goes_at <= search.at:
            key = "prospect" if ended is None else "declined" if ended == row.declined_at else "taken_off"
            yield search.line(Kept.PROSPECT, row, goes_at, key, row.name, at=ended or last)


def _marks(search: _Search) -> Iterator[DueLine]:
    """What recognises who was refused, once its year is over or the refusal was undone."""
    for row in search.connection.execute(select(refusal_marks)).all():
        taken_back = None if row.removed_at is None else row.removed_at + timedelta(days=TAKEN_BACK_DAYS)
        goes_at = min(at for at in (row.ends_at, taken_back) if at is not None)
        if goes_at <= search.at and row.group_id in search.terms:
            yield search.line(Kept.MARK, row, goes_at, "mark", None, at=row.refused_at)


def words_of(found: Due, language: str) -> Sequence[str]:
    """Return how much goes, a sentence for each kind."""
    counts = ((kind, found.count(kind)) for kind in Kept)
    return tuple(
        texts.say(f"retention.count_{kind}{'_one' if count == 1 else ''}", language, count=count)
        for kind, count in counts
        if count
    )
