"""Filters of the queue: what there is to choose, what they hide, and the views that a person keeps under a name."""

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, and_, case, func, insert, select

from console.chats.fields import clean_name
from console.desk import filtering, queue
from console.desk.console import Console
from console.desk.journal import RowChange, changes_of, decide
from console.domain.changes import Changes
from console.domain.decision import ItemKind, Verb
from console.domain.filters import YES, Attribute, Choice, Counted, Filters, View, ViewId, Wish, Wished
from console.domain.judgement import Attention, Flag, Role
from console.errors import ExpectedError
from console.judge import load_profile, profile_keys
from console.store.tables import groups, items, judgements, members, messages
from console.store.tables import views as table

NAME_CHARACTERS: Final = 60

_WORDS: Final[dict[Attribute, type[Flag] | type[Attention] | type[ItemKind] | type[Role]]] = {
    Attribute.FLAG: Flag,
    Attribute.ATTENTION: Attention,
    Attribute.KIND: ItemKind,
    Attribute.ROLE: Role,
}


def waiting(console: Console, filters: Filters | None = None) -> Counted:
    """Return how much waits: of everything, or of what filters pass."""
    with console.store.reading() as connection:
        return _counted(connection, console, filters or Filters())


def hidden(console: Console, filters: Filters) -> Counted:
    """Return how much of what waits the filters keep from sight."""
    with console.store.reading() as connection:
        every, shown = (_counted(connection, console, wanted) for wanted in (Filters(), filters))
    return Counted(every.count - shown.count, every.now - shown.now)


def _counted(connection: Connection, console: Console, filters: Filters) -> Counted:
    is_now = case((items.c.attention == Attention.NOW.value, 1), else_=0)
    count, now = connection.execute(
        select(func.count(), func.coalesce(func.sum(is_now), 0))
        .select_from(items)
        .join(groups, groups.c.id == items.c.group_id)
        .where(queue.is_waiting(console), items.c.kind.in_([source.kind.value for source in queue.SOURCES]))
        .where(*filtering.conditions(filters, console))
    ).one()
    return Counted(count, now)


# --- what there is to choose -----------------------------------------------------------------------------------------


def choices(console: Console) -> tuple[Choice, ...]:
    """Return every value that can be wished for, by attribute; groups and kinds of group by name."""
    with console.store.reading() as connection:
        waiting = {attribute: _waiting(connection, console, attribute) for attribute in (*_VALUE, Attribute.ATTENTION)}
        names = _names(connection, console)
    return tuple(
        Choice(attribute, value, name, waits=value in waiting.get(attribute, {value}))
        for attribute in Attribute
        for value, name in names[attribute].items()
    )


def _names(connection: Connection, console: Console) -> dict[Attribute, dict[str, str]]:
    """Return the values of each attribute with the name of each, "" where it is a word of the field."""
    of_groups = select(groups.c.id, groups.c.name).where(groups.c.archived_at.is_(None)).order_by(groups.c.name)
    of_profiles = {key: load_profile(key).name(console.language) for key in profile_keys()}
    named = {
        Attribute.GROUP: {str(group_id): name for group_id, name in connection.execute(of_groups)},
        Attribute.PROFILE: dict(sorted(of_profiles.items(), key=lambda pair: pair[1])),
    }
    words = {
        attribute: {value.value: "" for value in values if value is not Attention.NONE}
        for attribute, values in _WORDS.items()
    }
    return named | words | {attribute: {YES: ""} for attribute in (Attribute.PUT_OFF, Attribute.NOTE)}


_REASON: Final = func.json_each(judgements.c.reasons).table_valued("value")
_VALUE: Final[dict[Attribute, Any]] = {
    Attribute.GROUP: items.c.group_id,
    Attribute.PROFILE: groups.c.profile,
    Attribute.FLAG: func.json_extract(_REASON.c.value, "$.flag"),
    Attribute.KIND: items.c.kind,
    Attribute.ROLE: filtering.ROLE,
}


def _waiting(connection: Connection, console: Console, attribute: Attribute) -> frozenset[str]:
    """Return the values of an attribute of which something waits now."""
    value = filtering.attention(console) if attribute is Attribute.ATTENTION else _VALUE[attribute]
    statement = select(value).select_from(items).join(groups, groups.c.id == items.c.group_id)
    if attribute is Attribute.FLAG:
        statement = statement.join(judgements, _of_message(judgements.c.message_id)).join(_REASON, filtering.ALWAYS)
    elif attribute is Attribute.ROLE:
        statement = statement.join(messages, _of_message(messages.c.id)).join(
            members, members.c.id == messages.c.member_id
        )
    return frozenset(str(value) for value in connection.scalars(statement.where(queue.is_waiting(console)).distinct()))


def _of_message(column: ColumnElement[int]) -> ColumnElement[bool]:
    return and_(items.c.kind == ItemKind.MESSAGE.value, column == items.c.subject_id)


# --- views with a name -----------------------------------------------------------------------------------------------


def views(console: Console) -> tuple[View, ...]:
    """Return the views that were kept, by name; what they ask of groups that are gone is left out."""
    with console.store.reading() as connection:
        rows = connection.execute(select(table).where(table.c.removed_at.is_(None))).all()
        known = {(attribute, value) for attribute, values in _names(connection, console).items() for value in values}
    found = (View(ViewId(row.id), row.name, _filters_of(row.filters, known)) for row in rows)
    return tuple(sorted(found, key=lambda view: view.name.casefold()))


def save_view(console: Console, name: str, filters: Filters) -> Changes:
    """Keep filters under a name; a view that has the name shows these from now on.

    Raises ``ExpectedError``: ``view_name_empty``, ``view_name_long``, ``view_empty`` when nothing is asked for.
    """
    given = clean_name(name)
    if given is None:
        raise ExpectedError("view_name_empty")
    if len(given) > NAME_CHARACTERS:
        raise ExpectedError("view_name_long", longest=NAME_CHARACTERS)
    if not filters:
        raise ExpectedError("view_empty")
    with console.store.writing() as connection:
        changes = [*_ended(connection, console, given), _added(connection, console, given, filters)]
        decision = decide(connection, console, Verb.SETTINGS, changes, group_id=None)
        return changes_of(changes, None, decision)


def forget_view(console: Console, view_id: ViewId) -> Changes:
    """Let a view go; undo brings it back. Raises ``ExpectedError("view_gone")``."""
    with console.store.writing() as connection:
        row = connection.execute(select(table).where(table.c.id == view_id, table.c.removed_at.is_(None))).first()
        if row is None:
            raise ExpectedError("view_gone")
        changes = [_end(console, view_id)]
        decision = decide(connection, console, Verb.SETTINGS, changes, group_id=None)
        return changes_of(changes, None, decision)


def _added(connection: Connection, console: Console, name: str, filters: Filters) -> RowChange:
    """Write the view down as one that was taken back; the change makes it count."""
    now = console.now()
    row = insert(table).values(name=name, filters=_as_json(filters), saved_at=now, removed_at=now)
    (view_id,) = connection.execute(row).inserted_primary_key or (0,)
    return RowChange(table, view_id, before={"removed_at": now}, after={"removed_at": None})


def _ended(connection: Connection, console: Console, name: str) -> Iterator[RowChange]:
    """Yield the end of the view that has this name, however it is capitalised."""
    rows = connection.execute(select(table.c.id, table.c.name).where(table.c.removed_at.is_(None))).all()
    yield from (_end(console, ViewId(row.id)) for row in rows if row.name.casefold() == name.casefold())


def _end(console: Console, view_id: ViewId) -> RowChange:
    return RowChange(table, view_id, before={"removed_at": None}, after={"removed_at": console.now()})


def _as_json(filters: Filters) -> dict[str, Any]:
    wishes: dict[str, dict[str, str]] = {}
    for attribute, value, wish in sorted(filters.wishes):
        wishes.setdefault(attribute.value, {})[value] = wish.value
    return {"wishes": wishes, "words": filters.words, "without": filters.without}


def _filters_of(stored: dict[str, Any], known: set[tuple[Attribute, str]]) -> Filters:
    wishes = frozenset(
        Wished(Attribute(attribute), value, Wish(wish))
        for attribute, values in stored["wishes"].items()
        for value, wish in values.items()
        if (Attribute(attribute), value) in known
    )
    return Filters(wishes, stored["words"], stored["without"])
