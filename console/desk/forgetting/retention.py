"""What goes by itself when it was kept long enough: shown beforehand, then erased for good.

How long each group keeps what is with ``terms``; which moment to believe with ``clock``. Who waits for a decision
waits, however long: a join request is never taken by time. The words of a message go at their term also when it still
waits in the queue; that many do is told beforehand.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from sqlalchemy import Connection, func, select, update
from sqlalchemy.dialects.sqlite import insert

from console import texts
from console.desk.console import Console
from console.desk.forgetting import clock, counted, erasing, erasure_list, terms
from console.desk.forgetting.search import HOME, Search
from console.desk.vault import backing_up
from console.domain.changes import Changes
from console.domain.group import GroupId
from console.domain.join_request import RequestState
from console.domain.joining import MARK_DAYS
from console.domain.outgoing import Action, TodoState
from console.domain.retention import Due, DueLine, Kept
from console.domain.vault import Why
from console.errors import ExpectedError
from console.store.tables import (
    digests,
    feedback,
    group_professionals,
    join_requests,
    members,
    memberships,
    messages,
    professionals,
    prospects,
    refusal_marks,
    settings,
    todos,
)

PROSPECT_DAYS: Final = 365  # nobody wrote anything about him for so long
TAKEN_BACK_DAYS: Final = counted.TAKEN_BACK_DAYS
NOTICE: Final = timedelta(days=7)  # between the first day that the window asks and the first that something goes
TEXTS_AT_ONCE: Final = 1_000  # messages in one transaction: an import or a decision may go first after each
_ASKED: Final = "retention_notice_at"  # not the moment of programs that kept all texts: theirs go a week later too
_DECIDED: Final = (
    *(RequestState.ADMITTED.value, RequestState.REFUSED.value),
    *(RequestState.REDIRECTED.value, RequestState.WITHDRAWN.value),
)


@dataclass(frozen=True, slots=True)
class Erased:
    """What went, and what the pages need to know; with ``begins_at`` (aware UTC) nothing went, and it will then.

    ``held`` is what would have gone, were the clock not in doubt; it is believed from ``believed_at`` (aware UTC) on.
    """

    due: Due
    changes: Changes
    begins_at: datetime | None = None
    held: Due = field(default_factory=Due)
    believed_at: datetime | None = None


def due(console: Console, *, within: timedelta = timedelta(), group_id: GroupId | None = None) -> Due:
    """Return what is to go now, or within some time from now; nothing is changed."""
    with console.store.reading() as connection:
        return due_of(Search(connection, console.language, console.now() + within, group_id))


def coming(console: Console, *, group_id: GroupId | None = None) -> tuple[date, Due] | None:
    """Return the first day of the coming week on which something more goes than now, and all that goes by then.

    None when nothing does. An export of long ago is such a thing: it is there for a week (``counted.LOOKED_THROUGH``).
    """
    at_once, now = due(console, group_id=group_id), console.now()
    for days in range(NOTICE.days + 1):
        day = now.astimezone(HOME).date() + timedelta(days=days)
        ends = datetime.combine(day + timedelta(days=1), time(), HOME)
        found = due(console, within=ends - now, group_id=group_id)
        if found != at_once:
            return day, found
    return None


def run(console: Console, *, group_id: GroupId | None = None) -> Erased:
    """Erase what is due, in all groups or in one: no undo brings it back, and nothing of it stays in the file.

    A person asks for it, so the clock is believed. There is a backup before; what is in older backups goes when those
    are put back (``erasure_list``). Raises ``ExpectedError`` when no backup can be made.
    """
    with console.store.writing() as connection:
        clock.believe(connection, console.now())
    return _run(console, console.now(), group_id)


def run_daily(console: Console) -> Erased:
    """Do what ``run`` does, but for the first week that it is asked to: then only tell what is to go.

    ``Erased.begins_at`` is then when it begins (aware UTC), so that nobody is surprised by a program that starts to
    erase what stood there for years. Where the clock is in doubt, that waits which only this clock says is due.
    """
    with console.store.writing() as connection:
        begins_at = _begins_at(connection, console)
        believed = clock.look(connection, console.now())
    if console.now() < begins_at:
        return Erased(due(console, within=begins_at - console.now()), Changes(), begins_at)
    return _run_believed(console, believed)


def run_unattended(console: Console) -> Erased:
    """Do what ``run`` does for a script, which does not see that the clock is wrong: one that was looked at before is
    believed only as far as ``clock.look`` does.
    """
    with console.store.writing() as connection:
        if not clock.was_looked_at(connection):
            clock.believe(connection, console.now())
        believed = clock.look(connection, console.now())
    return _run_believed(console, believed)


def _run_believed(console: Console, believed: clock.Believed) -> Erased:
    erased = _run(console, believed.at)
    if believed.until is None:
        return erased
    return Erased(erased.due, erased.changes, held=due(console), believed_at=believed.until)


def _begins_at(connection: Connection, console: Console) -> datetime:
    fresh = insert(settings).values(key=_ASKED, value=int(console.now().timestamp()))
    connection.execute(fresh.on_conflict_do_nothing())
    asked = connection.scalar(select(settings.c.value).where(settings.c.key == _ASKED)) or 0
    if asked > console.now().timestamp():  # the clock was ahead when it was asked first
        asked = int(console.now().timestamp())
        connection.execute(update(settings).where(settings.c.key == _ASKED).values(value=asked))
    return datetime.fromtimestamp(asked, UTC) + NOTICE


def begins_at(connection: Connection) -> datetime | None:
    """Return when the daily run began to erase, or will (aware UTC); None when the window never asked it to."""
    asked: int | None = connection.scalar(select(settings.c.value).where(settings.c.key == _ASKED))
    return None if asked is None else datetime.fromtimestamp(asked, UTC) + NOTICE


def _run(console: Console, at: datetime, group_id: GroupId | None = None) -> Erased:
    with console.store.reading() as connection:
        found = due_of(Search(connection, console.language, at, group_id))
    if found:
        backing_up.before(console, Why.ERASURE)
        with console.store.writing() as connection:
            search = Search(connection, console.language, at, group_id)
            erasure_list.add_groups(search, found.group_ids, has_rest=any(one.group_id is None for one in found.counts))
            erase_all(search, console, most_texts=0)
        while _erase_some_texts(console, at, group_id):
            pass
    erasure_list.write(console.store)  # also what a program that was killed wrote down only in the store
    with suppress(ExpectedError):  # a page is reading: the next run, or closing the program, empties it
        console.store.empty_log()
    return Erased(found, _changes(found))


def erase_all(search: Search, console: Console, *, most_texts: int | None = None) -> None:
    """Erase what a search finds, in its transaction; of the texts of messages at most so many."""
    lines = tuple(_lines(search))
    for kind, erase in _ERASE.items():
        erase(search.connection, console, [line.id for line in lines if line.kind is kind])
    counted.erase(search, console)
    if most_texts != 0:
        counted.erase_some_texts(search, console, most_texts)


def _erase_some_texts(console: Console, at: datetime, group_id: GroupId | None) -> int:
    with console.store.writing() as connection:
        search = Search(connection, console.language, at, group_id)
        return counted.erase_some_texts(search, console, TEXTS_AT_ONCE)


def _changes(found: Due) -> Changes:
    kinds = found.kinds

    def any_of(*wanted: Kept) -> bool:
        return not kinds.isdisjoint(wanted)

    return Changes(
        items=any_of(Kept.REQUEST, Kept.MEMBER, Kept.TEXT, Kept.LINE, Kept.NOTE),
        groups=any_of(Kept.MEMBER, Kept.PROFESSIONAL),
        notes=any_of(Kept.REQUEST, Kept.MEMBER, Kept.TEXT, Kept.NOTE),
        people=any_of(Kept.MEMBER, Kept.NOTE, Kept.STEP),
        messages=any_of(Kept.MEMBER, Kept.TEXT),
        outgoing=any_of(Kept.REQUEST, Kept.MEMBER, Kept.TEXT, Kept.SENT, Kept.LINE),
        requests=any_of(Kept.REQUEST, Kept.MARK),
        recruiting=any_of(Kept.PROSPECT, Kept.MEMBER, Kept.START),
        views=any_of(Kept.VIEW),
        reports=any_of(Kept.TEXT),
        feedback=any_of(Kept.TEXT, Kept.LINE, Kept.SENT, Kept.PROFESSIONAL),
        welcome=any_of(Kept.SENT),
        privacy=bool(found),
        group_ids=found.group_ids,
    )


def in_words(console: Console, group_id: GroupId | None = None) -> tuple[str, ...]:
    """Return what is kept for how long, a sentence each: of one group, or as it is where no group chose otherwise.

    The last says how many requests go within a week, if any. Raises ``ExpectedError("group_gone")``.
    """
    kept = terms.USUAL
    with console.store.reading() as connection:
        search = Search(connection, console.language, console.now() + NOTICE, group_id)
        going = sum(1 for _ in _requests(search))
    if group_id is not None:
        if group_id not in search.groups:
            raise ExpectedError("group_gone")
        kept = search.keeping[group_id].terms
    refused, left = (_days(days, console.language) for days in (kept.requests, kept.former_members))
    values = {"refused": refused, "left": left, "months": round(MARK_DAYS / 30.5)}
    keys = ("refused", "other", "admitted", "left", "prospects", "waiting")
    told = [texts.say(f"retention.{key}", console.language, **values) for key in keys]
    if going:
        key = "retention.going_one" if going == 1 else "retention.going"
        told.append(texts.say(key, console.language, count=going, days=NOTICE.days))
    return tuple(told)


def _days(count: int, language: str) -> str:
    return texts.say(f"retention.days{'_one' if count == 1 else ''}", language, days=count)


_ERASE: Final = {
    Kept.REQUEST: erasing.erase_requests,
    Kept.MEMBER: erasing.erase_members,
    Kept.PROSPECT: erasing.erase_prospects,
    Kept.MARK: erasing.erase_marks,
    Kept.PROFESSIONAL: erasing.erase_professionals,
}


# --- what is due -----------------------------------------------------------------------------------------------------


def due_of(search: Search) -> Due:
    """Return what a search finds, in its transaction."""
    found = sorted(_lines(search), key=lambda line: (line.due_at, line.kind, line.id))
    return Due(tuple(found), counted.counts(search))


def _lines(search: Search) -> Iterator[DueLine]:
    yield from _requests(search)
    yield from _members(search)
    yield from _prospects(search)
    yield from _marks(search)
    yield from _professionals(search)


def _requests(search: Search) -> Iterator[DueLine]:
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
        if ended_at is None or row.group_id not in search.groups:
            continue
        goes_at = ended_at + timedelta(days=search.keeping[row.group_id].terms.requests)
        if row.decided_at is not None and row.ends_at is not None:
            goes_at = min(goes_at, row.ends_at)
        if goes_at <= search.at:
            yield search.line(Kept.REQUEST, row, goes_at, row.state, row.name, at=ended_at)


def _members(search: Search) -> Iterator[DueLine]:
    """Who left and did not come back: no period is open, and he wrote nothing since."""
    if not search.keeping:
        return
    shortest = min(one.terms.former_members for one in search.keeping.values())
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
        if row.group_id not in search.groups:
            continue
        goes_at = row.left_at + timedelta(days=search.keeping[row.group_id].terms.former_members)
        if goes_at <= search.at and not _wrote_since(search.connection, row.id, row.left_at):
            yield search.line(Kept.MEMBER, row, goes_at, "left", row.name, at=row.left_at)


def _wrote_since(connection: Connection, member_id: int, at: datetime) -> bool:
    later = messages.c.sent_at > at + timedelta(days=1)  # a person names the day on which somebody left
    return connection.scalar(select(messages.c.id).where(messages.c.member_id == member_id, later).limit(1)) is not None


def _prospects(search: Search) -> Iterator[DueLine]:
    """Who said no, was taken off the list, or of whom nobody wrote anything for long; not who is a member."""
    table = prospects.c
    erased = select(members.c.id).where(members.c.erased_at.is_not(None))
    is_member = table.member_id.is_not(None) & table.member_id.not_in(erased)
    kept = select(prospects).where(table.name != "", ~is_member | table.removed_at.is_not(None))
    for row in search.connection.execute(kept).all():
        if row.group_id not in search.groups:
            continue
        days = search.keeping[row.group_id].terms.former_members
        ended = min((at for at in (row.removed_at, row.declined_at) if at is not None), default=None)
        last = max(at for at in (row.created_at, row.invited_at, row.asked_at, row.remind_at) if at is not None)
        goes_at = last + timedelta(days=PROSPECT_DAYS) if ended is None else ended + timedelta(days=days)
        if goes_at <= search.at:
            key = "prospect" if ended is None else "declined" if ended == row.declined_at else "taken_off"
            yield search.line(Kept.PROSPECT, row, goes_at, key, row.name, at=ended or last)


def _marks(search: Search) -> Iterator[DueLine]:
    """What recognises who was refused, once its year is over or the refusal was undone."""
    for row in search.connection.execute(select(refusal_marks)).all():
        taken_back = None if row.removed_at is None else row.removed_at + timedelta(days=TAKEN_BACK_DAYS)
        goes_at = min(at for at in (row.ends_at, taken_back) if at is not None)
        if goes_at <= search.at and row.group_id in search.groups:
            yield search.line(Kept.MARK, row, goes_at, "mark", None, at=row.refused_at)


def _professionals(search: Search) -> Iterator[DueLine]:
    """Who is with no group any more and owes no answer: as an ex-member, from the group that he was with last."""
    table, links = professionals.c, group_professionals.c
    of_him = links.professional_id == table.id
    last = select(links.group_id, links.removed_at).where(of_him).order_by(links.removed_at.desc(), links.id.desc())
    group_id, left_at = (last.with_only_columns(one).limit(1).scalar_subquery() for one in last.selected_columns)
    owed = select(feedback.c.id).where(feedback.c.professional_id == table.id)
    answered_at = owed.with_only_columns(func.max(counted.LAST)).scalar_subquery()
    told_at = select(func.max(digests.c.made_at)).where(digests.c.professional_id == table.id).scalar_subquery()
    moments = (left_at.label("left_at"), answered_at.label("answered_at"), told_at.label("told_at"))
    is_standing = select(links.id).where(of_him, links.removed_at.is_(None)).exists()
    kept = select(table.id, table.name, group_id.label("group_id"), *moments).where(
        ~erasing.is_nobody(table.name), ~is_standing, ~owed.where(counted.IS_OPEN).exists()
    )
    for row in search.connection.execute(kept).all():
        if row.group_id not in search.groups:
            continue
        days = search.keeping[row.group_id].terms.former_members
        last_at = max(at for at in (row.left_at, row.answered_at, row.told_at) if at is not None)
        goes_at = last_at + timedelta(days=days)
        if goes_at <= search.at:
            yield search.line(Kept.PROFESSIONAL, row, goes_at, "professional", row.name, at=row.left_at)


def words_of(found: Due, language: str) -> Sequence[str]:
    """Return how much goes, a sentence for each kind, and how many of the messages still wait for a person."""
    told: list[str] = []
    for kind in Kept:
        if found.count(kind):
            told.append(counted.in_words(kind, found.count(kind), language))
        if kind is Kept.TEXT and found.waiting:
            key = "retention.waiting_texts_one" if found.waiting == 1 else "retention.waiting_texts"
            told.append(texts.say(key, language, count=found.waiting))
    return tuple(told)


def warning_of(erased: Erased, language: str) -> str | None:
    """Return what to say when the clock is in doubt and something waits for that; None otherwise."""
    if erased.believed_at is None or not erased.held:
        return None
    what = ", ".join(words_of(erased.held, language))
    return texts.say("retention.held", language, day=f"{erased.believed_at:%d-%m-%Y}", what=what)
