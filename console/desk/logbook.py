"""The page Logboek: the journal read back, also long afterwards."""

from array import array
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    ScalarSelect,
    Select,
    Text,
    and_,
    case,
    func,
    or_,
    select,
    type_coerce,
)

from console import texts
from console.desk.console import Console
from console.desk.feedback.lines import NUMBER
from console.desk.forgetting.shown import shown_text
from console.desk.journal import RowChange, rows_of
from console.desk.person_facts import is_current, one_line
from console.desk.standing import can_be_made, is_out_of_reach, stands
from console.desk.told import sent, told
from console.domain.decision import DecisionId, ItemId, ItemKind, Verb
from console.domain.group import GroupId
from console.domain.judgement import Label, Reason
from console.domain.logbook import Entry, EntryDetail, LogFilter
from console.domain.message import MessageId
from console.errors import ExpectedError
from console.store.queries.decisions import IS_UNDONE
from console.store.queries.judgements import reasons_of
from console.store.tables import (
    corrections,
    decisions,
    feedback,
    groups,
    items,
    join_requests,
    members,
    message_changes,
    messages,
    notes,
    outbox,
    todos,
)

PAGE: Final = 200
_UNDONE: Final = decisions.alias("undone")  # what an entry undid, or made again
_UNDOING: Final = decisions.alias("undoing")
_ASKING: Final = items.alias("asking")  # the item of who asks to join
_OWED: Final = items.alias("owed")  # the item of an answer owed
_NOTHING: Final = LogFilter()
_SAID_ELSEWHERE: Final = frozenset({corrections, outbox, todos})  # as what was taught, and what was sent


def logbook(
    console: Console, wanted: LogFilter = _NOTHING, limit: int = PAGE, before: DecisionId | None = None
) -> tuple[Entry, ...]:
    """Return the last decisions that are wanted, newest first; ``before`` gives those older than one."""
    statement = _entries(console).where(*_conditions(wanted)).order_by(decisions.c.id.desc()).limit(limit)
    if before is not None:
        statement = statement.where(decisions.c.id < before)
    with console.store.reading() as connection:
        return tuple(_read(connection, statement, console.language))


def entry_ids(console: Console, wanted: LogFilter = _NOTHING) -> "array[int]":
    """Return the ids of all decisions that are wanted, newest first."""
    statement = _entries(console).with_only_columns(decisions.c.id)
    with console.store.reading() as connection:
        return array("q", connection.scalars(statement.where(*_conditions(wanted)).order_by(decisions.c.id.desc())))


def entry_rows(console: Console, ids: Sequence[int]) -> dict[int, Entry]:
    """Return these decisions by id."""
    with console.store.reading() as connection:
        found = _read(connection, _entries(console).where(decisions.c.id.in_(ids)), console.language)
        return {entry.id: entry for entry in found}


def _read(connection: Connection, statement: Select[*tuple[Any, ...]], language: str) -> Iterator[Entry]:
    for row in connection.execute(statement):
        line = one_line(row.text) if row.text is not None else "; ".join(_told(connection, row, language))
        yield _entry(row, line, language)


def entry(console: Console, decision_id: DecisionId) -> EntryDetail:
    """Return all of one decision. Raises ``ExpectedError("decision_gone")``."""
    takes_back = and_(~is_out_of_reach(), stands()).label("within_reach")
    undoing = (_UNDOING.c.actor.label("undone_by"), _UNDOING.c.decided_at.label("undone_at"))
    statement = (
        _entries(console)
        .add_columns(takes_back, *undoing, messages.c.sent_at, groups.c.time_zone)
        .outerjoin(_UNDOING, _UNDOING.c.undoes_id == decisions.c.id)
        .where(decisions.c.id == decision_id)
    )
    with console.store.reading() as connection:
        row = connection.execute(statement).first()
        if row is None:
            raise ExpectedError("decision_gone")
        changes = rows_of(row)
        changed = _told(connection, row, console.language)
        of_labels = [change.id for change in changes if change.table is corrections]
        taught = connection.execute(
            select(corrections.c.label, corrections.c.value).where(corrections.c.id.in_(of_labels))
        ).all()
        line = one_line(row.text) if row.text is not None else "; ".join(changed)
        return EntryDetail(
            entry=_entry(row, line, console.language),
            message_id=None if row.message_id is None else MessageId(row.message_id),
            message=row.text,
            said_at=None if row.sent_at is None else row.sent_at.astimezone(ZoneInfo(row.time_zone)),
            shown=_shown(row),
            sent=sent(connection, changes),
            changed=changed,
            taught=tuple((Label(label), value) for label, value in taught),
            until=_until(changes),
            undone_by=row.undone_by,
            undone_at=row.undone_at,
            can_undo=bool(row.within_reach) and can_be_made(connection, [c.reversed() for c in reversed(changes)]),
        )


def _told(connection: Connection, row: Row[*tuple[Any, ...]], language: str) -> tuple[str, ...]:
    """Return what a decision changed; one about an item tells what it taught and sent elsewhere."""
    is_about_item = any(about is not None for about in (row.text, row.asking_id, row.owed_id))
    return told(connection, [c for c in rows_of(row) if not is_about_item or c.table not in _SAID_ELSEWHERE], language)


def actors(console: Console) -> tuple[str, ...]:
    """Return who decided something, by name."""
    with console.store.reading() as connection:
        found = connection.scalars(select(decisions.c.actor).where(decisions.c.actor != "").distinct())
        return tuple(sorted(found, key=str.casefold))


def _entries(console: Console) -> Select[*tuple[Any, ...]]:
    is_correction = func.coalesce(_UNDONE.c.verb, decisions.c.verb) == Verb.CORRECTION.value
    message_id = case((is_correction, _corrected_message()), else_=items.c.subject_id)
    is_of_note = and_(
        func.json_extract(decisions.c.before, "$.rows[0].table") == notes.name,
        func.json_extract(decisions.c.before, "$.rows[0].id") == notes.c.id,
    )
    with_this = decisions.alias("with_this")
    together = select(func.count()).where(with_this.c.batch_id == decisions.c.batch_id).scalar_subquery()
    return (
        select(
            decisions,
            func.coalesce(decisions.c.note, notes.c.text).label("words"),
            groups.c.name.label("group"),
            func.coalesce(members.c.name, func.nullif(join_requests.c.name, "")).label("author"),
            messages.c.id.label("message_id"),
            _ASKING.c.id.label("asking_id"),
            _OWED.c.id.label("owed_id"),
            _text_shown(console.language).label("text"),
            _UNDONE.c.verb.label("undone_verb"),
            case((decisions.c.batch_id.is_not(None), together), else_=1).label("together"),
            IS_UNDONE,
        )
        .select_from(decisions)
        .outerjoin(groups, groups.c.id == decisions.c.group_id)
        .outerjoin(items, and_(items.c.id == decisions.c.item_id, items.c.kind == ItemKind.MESSAGE.value))
        .outerjoin(_ASKING, and_(_ASKING.c.id == decisions.c.item_id, _ASKING.c.kind == ItemKind.REQUEST.value))
        .outerjoin(join_requests, join_requests.c.id == _ASKING.c.subject_id)
        .outerjoin(_OWED, and_(_OWED.c.id == decisions.c.item_id, _OWED.c.kind == ItemKind.FEEDBACK.value))
        .outerjoin(feedback, feedback.c.id == _OWED.c.subject_id)
        .outerjoin(_UNDONE, _UNDONE.c.id == decisions.c.undoes_id)
        .outerjoin(messages, messages.c.id == message_id)
        .outerjoin(members, members.c.id == messages.c.member_id)
        .outerjoin(notes, and_(is_of_note, is_current(console)))
    )


def _conditions(wanted: LogFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.group is not None:
        yield decisions.c.group_id == wanted.group
    if wanted.actor is not None:
        yield decisions.c.actor == wanted.actor
    if wanted.verb is not None:
        yield decisions.c.verb == wanted.verb.value
    if wanted.since is not None:
        yield decisions.c.decided_at >= wanted.since
    if wanted.until is not None:
        yield decisions.c.decided_at < wanted.until
    if not wanted.include_undone:
        yield stands()
    changed = case((messages.c.id.is_(None), type_coerce(decisions.c.after, Text)))  # names and numbers stand in it
    names = (groups.c.name, members.c.name, join_requests.c.name, NUMBER, feedback.c.what)
    searched = (messages.c.text, decisions.c.note, notes.c.text, *names, changed)
    for word in wanted.words.split():
        yield or_(*(func.coalesce(column, "").icontains(word, autoescape=True) for column in searched))


def _corrected_message() -> ScalarSelect[Any]:
    """Return the message that a decision corrected: a column for a statement over ``decisions``."""
    changed = func.json_each(decisions.c.before, "$.rows").table_valued("value")
    is_changed = and_(
        func.json_extract(changed.c.value, "$.table") == corrections.name,
        func.json_extract(changed.c.value, "$.id") == corrections.c.id,
    )
    found = select(corrections.c.message_id).select_from(changed).join(corrections, is_changed).limit(1)
    return found.correlate(decisions).scalar_subquery()


def _text_shown(language: str) -> ColumnElement[str]:
    """Return the text of the message that a decision is about; null for one about something else."""
    then = case((messages.c.forgotten_at.is_(None), _text_then()))
    return case((messages.c.id.is_not(None), func.coalesce(then, shown_text(language))))


def _text_then() -> ScalarSelect[Any]:
    """Return the text of a message when it was decided about, where it was edited later."""
    edited_later = (
        message_changes.c.message_id == messages.c.id,
        message_changes.c.what == "edited",
        message_changes.c.seen_at > decisions.c.decided_at,
    )
    first = select(message_changes.c.before).where(*edited_later).order_by(message_changes.c.id).limit(1)
    return first.correlate(messages, decisions).scalar_subquery()


def _entry(row: Row[*tuple[Any, ...]], text: str, language: str) -> Entry:
    is_undoing = row.verb == Verb.UNDO.value
    return Entry(
        id=DecisionId(row.id),
        decided_at=row.decided_at,
        actor=row.actor or texts.say("desk.some_administrator", language),
        verb=Verb(row.verb),
        group_id=None if row.group_id is None else GroupId(row.group_id),
        group=row.group,
        item=None if row.item_id is None else ItemId(row.item_id),
        author=row.author,
        text=text,
        note=row.words,
        is_undone=bool(row.is_undone),
        why=tuple(reason.sentence(language) for reason in _shown(row)),
        undoes=Verb(row.undone_verb) if is_undoing and row.undone_verb else None,
        is_again=not is_undoing and row.undone_verb is not None,
        together=row.together,
    )


def _shown(row: Row[*tuple[Any, ...]]) -> tuple[Reason, ...]:
    return reasons_of((row.shown or {}).get("reasons", []))


def _until(changes: list[RowChange]) -> datetime | None:
    """Return the date of Later."""
    moments = (change.after.get("later_until") for change in changes if change.table is items)
    return next((moment.astimezone(UTC) for moment in moments if moment is not None), None)
