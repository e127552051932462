"""What goes by time and is told as a count: texts of messages, notes, what was sent, answers owed, steps, views, the
journal.

Each kind is one condition on its table, by which it is counted beforehand and found when it goes.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Integer, Table, and_, cast, delete, func, null, or_, select, update

from console import texts
from console.desk.console import Console
from console.desk.forgetting.search import Alike, Search
from console.desk.forgetting.texts import erase_texts
from console.desk.forgetting.traces import Rows, empty_notes, empty_sent, forget_words, parts, scrub
from console.desk.welcome.reactions import WATCHED_DAYS
from console.domain.decision import ItemKind, ItemState
from console.domain.feedback import OPEN_STATES, LapseReason, LineState
from console.domain.group import GroupId
from console.domain.outgoing import SendState, TodoState
from console.domain.retention import DueCount, Kept
from console.store.tables import (
    decisions,
    feedback,
    feedback_groups,
    forwards,
    imports,
    items,
    messages,
    notes,
    outbox,
    privacy_requests,
    start_steps,
    steps,
    todos,
    views,
    welcomes,
)

TAKEN_BACK_DAYS: Final = 30  # something that was taken away, so that it can be brought back till then
LOOKED_THROUGH: Final = timedelta(days=7)  # what an import brought is there for a week, however old it is
_NOTHING: Final[dict[str, Any]] = {"rows": []}


@dataclass(frozen=True, slots=True)
class _Counted:
    """One kind in one table: whose it is, from when it counts, what of it goes, and how."""

    kind: Kept
    table: Table
    group_id: ColumnElement[int]
    moment: ColumnElement[Any]
    goes: Callable[[Search, Alike], ColumnElement[bool]]
    erase: Callable[[Connection, Console, Sequence[int]], None]
    waits: ColumnElement[bool] | None = None


def counts(search: Search) -> tuple[DueCount, ...]:
    """Return how much of each kind goes in each group."""
    found: dict[tuple[Kept, int | None], DueCount] = {}
    for one in _KINDS:
        for alike in search.alike():
            for count in _count(search, one, alike):
                key = (count.kind, count.group_id)
                found[key] = _together(found[key], count, search.language) if key in found else count
    return tuple(sorted(found.values(), key=lambda one: (list(Kept).index(one.kind), one.group.casefold())))


def in_words(kind: Kept, count: int, language: str) -> str:
    """Return how much of one kind goes."""
    return texts.say(f"retention.count_{kind}{'_one' if count == 1 else ''}", language, count=count)


def erase(search: Search, console: Console) -> None:
    """Erase all of it but the texts of messages, in the caller's transaction."""
    for one in _KINDS:
        if one.kind is not Kept.TEXT:
            one.erase(search.connection, console, _ids(search, one))


def erase_some_texts(search: Search, console: Console, most: int | None = None) -> int:
    """Erase the texts of so many messages that go, in the caller's transaction; return of how many."""
    ids = _ids(search, _TEXTS, most)
    _TEXTS.erase(search.connection, console, ids)
    return len(ids)


def some_texts(search: Search, most: int) -> tuple[str, ...]:
    """Return the words of so many messages that go."""
    ids = _ids(search, _TEXTS, most)
    return tuple(search.connection.scalars(select(messages.c.text).where(messages.c.id.in_(ids))))


def _ids(search: Search, one: _Counted, most: int | None = None) -> Sequence[int]:
    found: list[int] = []
    for alike in search.alike():
        wanted = select(one.table.c.id).where(_is_due(search, one, alike)).order_by(one.table.c.id)
        found += search.connection.scalars(wanted.limit(None if most is None else most - len(found)))
        if most is not None and len(found) >= most:
            break
    return found


def _is_due(search: Search, one: _Counted, alike: Alike) -> ColumnElement[bool]:
    return and_(alike.have(one.group_id), one.goes(search, alike))


def _count(search: Search, one: _Counted, alike: Alike) -> Iterator[DueCount]:
    waiting = func.count() if one.waits is None else func.count().filter(one.waits)
    group_id = one.group_id.label("group_id")
    counted = select(group_id, func.count(), func.min(one.moment), waiting).select_from(one.table)
    rows = search.connection.execute(counted.where(_is_due(search, one, alike)).group_by(group_id)).all()
    for group, count, oldest, waits in rows:
        zone, name = search.zone(group), "" if group is None else search.groups[group].name
        terms = alike.keeping.terms
        days = {Kept.TEXT: terms.messages, Kept.SENT: terms.messages, Kept.ENTRY: terms.journal}
        because = texts.say(f"retention.because_{one.kind}", search.language, days=days.get(one.kind, terms.decisions))
        yield DueCount(
            kind=one.kind,
            group_id=None if group is None else GroupId(group),
            group=name,
            count=count,
            words=in_words(one.kind, count, search.language),
            oldest=oldest.astimezone(zone),
            because=because,
            waiting=0 if one.waits is None else waits,
        )


def _together(one: DueCount, other: DueCount, language: str) -> DueCount:
    count = one.count + other.count
    return replace(
        one,
        count=count,
        words=in_words(one.kind, count, language),
        oldest=min(one.oldest, other.oldest),
        waiting=one.waiting + other.waiting,
    )


# --- texts of messages -----------------------------------------------------------------------------------------------


def _texts_go(search: Search, alike: Alike) -> ColumnElement[bool]:
    """Whether the words of a message go: never before they were judged and placed in a report."""
    keeping, table = alike.keeping, messages.c
    goes = [
        table.forgotten_at.is_(None),
        table.sent_at <= search.before(keeping.terms.messages or 0),
        ~table.needs_judging,
        ~table.needs_placing,
    ]
    if keeping.older is not None and search.at < keeping.older.until:
        goes.append(table.sent_at >= keeping.older.before)
    if not keeping.forgets_at_once:
        goes.append(~_was_brought(imports.c.imported_at.between(search.at - LOOKED_THROUGH, search.at)))
    if search.is_again:
        goes.append(~_was_brought(imports.c.imported_at > search.at))
    return and_(*goes)


def _was_brought(when: ColumnElement[bool]) -> ColumnElement[bool]:
    return select(imports.c.id).where(imports.c.id == messages.c.import_id, when).correlate(messages).exists()


_WAITS: Final = (
    select(items.c.id)
    .where(
        items.c.kind == ItemKind.MESSAGE.value,
        items.c.subject_id == messages.c.id,
        items.c.state != ItemState.DONE.value,
    )
    .correlate(messages)
    .exists()
)


# --- notes, and what was sent ----------------------------------------------------------------------------------------


def _notes_go(search: Search, alike: Alike) -> ColumnElement[bool]:
    ended = notes.c.ends_at <= search.before(alike.keeping.terms.notes or 0)
    return (notes.c.text != "") & or_(ended, notes.c.removed_at <= search.before(TAKEN_BACK_DAYS))


def _erase_notes(connection: Connection, console: Console, ids: Sequence[int]) -> None:
    for some in parts(ids):
        scrub(connection, {notes: empty_notes(connection, notes.c.id.in_(some), console.now())})


_SETTLED: Final = {
    outbox: (SendState.DONE.value, SendState.WITHDRAWN.value),
    todos: (TodoState.DONE.value, TodoState.SEEN.value, TodoState.WITHDRAWN.value),
}


def _sent_goes(table: Table, words: ColumnElement[str]) -> Callable[[Search, Alike], ColumnElement[bool]]:
    """What was settled goes as the messages do; what nobody settled goes as decisions do."""

    def goes(search: Search, alike: Alike) -> ColumnElement[bool]:
        terms = alike.keeping.terms
        settled = table.c.state.in_(_SETTLED[table]) & (table.c.created_at <= search.before(terms.messages or 0))
        has_words = words.is_not(None) | table.c.recipient.is_not(None)
        return and_(has_words, or_(settled, table.c.created_at <= search.before(terms.decisions or 0)))

    return goes


def _erase_sent(table: Table) -> Callable[[Connection, Console, Sequence[int]], None]:
    def erase(connection: Connection, console: Console, ids: Sequence[int]) -> None:  # noqa: ARG001
        for some in parts(ids):
            gone: Rows = {table: empty_sent(connection, table, table.c.id.in_(some))}
            said = select(table.c.decision_id).where(table.c.id.in_(some), table.c.decision_id.is_not(None))
            forget_words(connection, decisions.c.id.in_(said))
            scrub(connection, gone)

    return erase


def _forwards_go(search: Search, alike: Alike) -> ColumnElement[bool]:
    """What a service got: once it went, or was not to go, it says nothing that the service does not have."""
    waits = select(outbox.c.id).where(
        outbox.c.id == forwards.c.outbox_id, outbox.c.state.not_in(_SETTLED[outbox]), outbox.c.body.is_not(None)
    )
    old = forwards.c.created_at <= search.before(alike.keeping.terms.messages or 0)
    return and_(forwards.c.body != "", old, ~waits.correlate(forwards).exists())


def _erase_forwards(connection: Connection, console: Console, ids: Sequence[int]) -> None:  # noqa: ARG001
    for some in parts(ids):
        connection.execute(update(forwards).where(forwards.c.id.in_(some)).values(body="", payload=null()))
        scrub(connection, {forwards: set(some)})


def _welcomes_go(search: Search, alike: Alike) -> ColumnElement[bool]:
    """The rules as they went to a group, once no export is looked through for them any more."""
    days = max(alike.keeping.terms.messages, WATCHED_DAYS)
    return (welcomes.c.text != "") & (welcomes.c.made_at <= search.before(days))


def _erase_welcomes(connection: Connection, console: Console, ids: Sequence[int]) -> None:  # noqa: ARG001
    for some in parts(ids):
        connection.execute(update(welcomes).where(welcomes.c.id.in_(some)).values(text=""))


# --- answers owed, steps, the journal --------------------------------------------------------------------------------

_OF_LINE: Final = (
    select(func.min(feedback_groups.c.group_id))
    .where(feedback_groups.c.feedback_id == feedback.c.id)
    .correlate(feedback)
    .scalar_subquery()
)
_TOUCHED: Final = (feedback.c.asked_at, feedback.c.answered_at, feedback.c.remind_at)
LAST: Final = func.coalesce(
    feedback.c.closed_at,
    func.max(feedback.c.since, *(func.coalesce(at, feedback.c.since) for at in _TOUCHED)),
)
"""When an answer owed was closed, or else when somebody touched it last."""
IS_OPEN: Final = feedback.c.state.in_([state.value for state in OPEN_STATES])


def _lines_go(search: Search, alike: Alike) -> ColumnElement[bool]:
    """A while after they were closed; one that is open and that nobody touched for as long lapses."""
    has_words = or_(feedback.c.what != "", feedback.c.answer.is_not(None), feedback.c.lapse_words.is_not(None))
    return (has_words | IS_OPEN) & (search.before(alike.keeping.terms.decisions or 0) >= LAST)


def _erase_lines(connection: Connection, console: Console, ids: Sequence[int]) -> None:
    for some in parts(ids):
        those = update(feedback).where(feedback.c.id.in_(some))
        lapsed = {"state": LineState.LAPSED.value, "lapse_reason": LapseReason.TOO_OLD.value}
        connection.execute(those.where(IS_OPEN).values(lapsed | {"closed_at": console.now()}))
        connection.execute(those.values(what="", answer=None, lapse_words=None))
        of_line = (items.c.kind == ItemKind.FEEDBACK.value) & items.c.subject_id.in_(some)
        done = {"state": ItemState.DONE.value, "later_until": None}
        connection.execute(update(items).where(of_line).values(done))
        forget_words(connection, decisions.c.item_id.in_(select(items.c.id).where(of_line)))
        sent = {table: empty_sent(connection, table, table.c.feedback_id.in_(some)) for table in (outbox, todos)}
        scrub(connection, {feedback: set(some), **sent})


def _steps_go(search: Search, alike: Alike) -> ColumnElement[bool]:
    long_ago = steps.c.taken_at <= search.before(alike.keeping.terms.decisions or 0)
    return and_(long_ago, steps.c.ends_at <= search.at)


def _erase_steps(connection: Connection, console: Console, ids: Sequence[int]) -> None:  # noqa: ARG001
    for some in parts(ids):
        connection.execute(delete(steps).where(steps.c.id.in_(some)))


def _start_goes(search: Search, alike: Alike) -> ColumnElement[bool]:
    return start_steps.c.note.is_not(None) & (start_steps.c.noted_at <= search.before(alike.keeping.terms.decisions))


def _erase_start(connection: Connection, console: Console, ids: Sequence[int]) -> None:  # noqa: ARG001
    for some in parts(ids):
        connection.execute(update(start_steps).where(start_steps.c.id.in_(some)).values(note=None, noted_at=None))
        scrub(connection, {start_steps: set(some)})


def _views_go(search: Search, alike: Alike) -> ColumnElement[bool]:
    """Words and a name that somebody chose, perhaps of a person: who wants to keep a view saves it again."""
    table = views.c
    long_ago = table.saved_at <= search.before(alike.keeping.terms.decisions)
    return (table.name != "") & (long_ago | (table.removed_at <= search.before(TAKEN_BACK_DAYS)))


def _erase_views(connection: Connection, console: Console, ids: Sequence[int]) -> None:
    """The rows stay, as those of notes do: the journal would take the next view for this one."""
    for some in parts(ids):
        gone = {"name": "", "filters": {}, "removed_at": console.now()}
        connection.execute(update(views).where(views.c.id.in_(some)).values(gone))


def _decisions_go(search: Search, alike: Alike) -> ColumnElement[bool]:
    return (decisions.c.actor != "") & (decisions.c.decided_at <= search.before(alike.keeping.terms.decisions or 0))


def _erase_decisions(connection: Connection, console: Console, ids: Sequence[int]) -> None:  # noqa: ARG001
    """Keep that something was decided, about what and when; nobody takes it back any more."""
    nothing = {"actor": "", "note": None, "shown": null(), "before": _NOTHING, "after": _NOTHING, "left_computer": True}
    for some in parts(ids):
        connection.execute(update(decisions).where(decisions.c.id.in_(some)).values(nothing))


def _asked_goes(search: Search, alike: Alike) -> ColumnElement[bool]:
    """What somebody asked about his own data, some time after that was answered, or taken back as a slip."""
    table = privacy_requests.c
    has_words = table.words.is_not(None) | table.recipients.is_not(None)
    answered = table.answered_at <= search.before(alike.keeping.terms.decisions or 0)
    return has_words & (answered | (table.removed_at <= search.before(TAKEN_BACK_DAYS)))


def _erase_asked(connection: Connection, console: Console, ids: Sequence[int]) -> None:  # noqa: ARG001
    for some in parts(ids):
        asked = update(privacy_requests).where(privacy_requests.c.id.in_(some))
        connection.execute(asked.values(words=None, recipients=null()))


def _asked_ends(search: Search, alike: Alike) -> ColumnElement[bool]:
    """That he asked goes with the journal; by then no entry that tells of it can be taken back."""
    table = privacy_requests.c
    return func.coalesce(table.answered_at, table.removed_at) <= search.before(alike.keeping.terms.journal or 0)


def _end_asked(connection: Connection, console: Console, ids: Sequence[int]) -> None:  # noqa: ARG001
    for some in parts(ids):
        connection.execute(delete(privacy_requests).where(privacy_requests.c.id.in_(some)))


def _entries_go(search: Search, alike: Alike) -> ColumnElement[bool]:
    """The last stays: the next would get its number again, and how far something looked is kept by number."""
    is_last = decisions.c.id == select(func.max(decisions.c.id)).scalar_subquery()
    return (decisions.c.decided_at <= search.before(alike.keeping.terms.journal or 0)) & ~is_last


def _erase_entries(connection: Connection, console: Console, ids: Sequence[int]) -> None:  # noqa: ARG001
    for some in parts(ids):
        connection.execute(delete(decisions).where(decisions.c.id.in_(some)))


_NO_GROUP: Final = cast(null(), Integer)
_TEXTS: Final = _Counted(Kept.TEXT, messages, messages.c.group_id, messages.c.sent_at, _texts_go, erase_texts, _WAITS)
_KINDS: Final = (
    _TEXTS,
    _Counted(Kept.NOTE, notes, notes.c.group_id, notes.c.created_at, _notes_go, _erase_notes),
    *(
        _Counted(Kept.SENT, table, table.c.group_id, table.c.created_at, _sent_goes(table, words), _erase_sent(table))
        for table, words in ((outbox, outbox.c.body), (todos, todos.c.text))
    ),
    _Counted(Kept.SENT, forwards, forwards.c.group_id, forwards.c.created_at, _forwards_go, _erase_forwards),
    _Counted(Kept.SENT, welcomes, welcomes.c.group_id, welcomes.c.made_at, _welcomes_go, _erase_welcomes),
    _Counted(Kept.LINE, feedback, _OF_LINE, feedback.c.since, _lines_go, _erase_lines, IS_OPEN),
    _Counted(Kept.START, start_steps, start_steps.c.group_id, start_steps.c.noted_at, _start_goes, _erase_start),
    _Counted(Kept.STEP, steps, steps.c.group_id, steps.c.taken_at, _steps_go, _erase_steps),
    _Counted(Kept.VIEW, views, _NO_GROUP, views.c.saved_at, _views_go, _erase_views),
    _Counted(Kept.DECISION, decisions, decisions.c.group_id, decisions.c.decided_at, _decisions_go, _erase_decisions),
    _Counted(Kept.DECISION, privacy_requests, _NO_GROUP, privacy_requests.c.asked_at, _asked_goes, _erase_asked),
    _Counted(Kept.ENTRY, privacy_requests, _NO_GROUP, privacy_requests.c.asked_at, _asked_ends, _end_asked),
    _Counted(Kept.ENTRY, decisions, decisions.c.group_id, decisions.c.decided_at, _entries_go, _erase_entries),
)
