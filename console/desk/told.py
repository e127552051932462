"""What a decision changed, in plain words: of the settings, of what is known of a member, of what goes out."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Row, Table, select

from console import texts
from console.desk.journal import RowChange
from console.desk.rules import in_words, shadow_in_words
from console.desk.rungs import make_rung, rung_order
from console.domain.logbook import Sent
from console.domain.outgoing import Action, SendState, TodoState
from console.store.queries.corrections import FINE
from console.store.tables import (
    corrections,
    different_people,
    drafts,
    feedback,
    group_professionals,
    group_relations,
    groups,
    members,
    municipalities,
    notes,
    outbox,
    people,
    professionals,
    steps,
    todos,
    views,
)


def told(connection: Connection, changes: Sequence[RowChange], language: str) -> tuple[str, ...]:
    """Return what changed, each thing once, in few words; what an item's own state says is left out."""
    lines = (line for change in changes for line in _told(connection, change, language))
    return tuple(dict.fromkeys([*lines, *_taught(changes, language)]))


def sent(connection: Connection, changes: Iterable[RowChange]) -> tuple[Sent, ...]:
    """Return what goes out by the changes, as it stands now."""
    return tuple(_sent(_row(connection, change), change) for change in changes if change.table in {outbox, todos})


def _sent(row: Row[*tuple[Any, ...]], change: RowChange) -> Sent:
    if change.table is todos:
        return Sent(Action(row.action), row.recipient, row.text, todo=TodoState(row.state))
    return Sent(Action(row.action), row.recipient, row.body, send=SendState(row.state), answer=row.answer)


def _told(connection: Connection, change: RowChange, language: str) -> Iterator[str]:
    if change.table is groups:
        yield from (_setting(name, change.before[name], change.after[name], language) for name in change.after)
    elif change.table in _TELLERS:
        yield from _TELLERS[change.table](connection, change, language)


def _say(key: str, language: str, **values: object) -> str:
    return texts.say(f"desk.told_{key}", language, **values)


def _kept_or_removed(key: str, change: RowChange) -> str:
    return f"{key}_{'kept' if change.after['removed_at'] is None else 'removed'}"


def _tell_sister(connection: Connection, change: RowChange, language: str) -> Iterator[str]:
    other = _name(connection, groups, _row(connection, change).other_id)
    yield _say(_kept_or_removed("sister", change), language, group=other)


def _tell_officer(connection: Connection, change: RowChange, language: str) -> Iterator[str]:
    name = _name(connection, professionals, _row(connection, change).professional_id)
    yield _say(_kept_or_removed("officer", change), language, name=name)


def _tell_counters(_connection: Connection, change: RowChange, language: str) -> Iterator[str]:
    yield _say("counters", language, name=change.after["name"] or change.before["name"])


def _tell_view(connection: Connection, change: RowChange, language: str) -> Iterator[str]:
    yield _say(_kept_or_removed("view", change), language, name=_row(connection, change).name)


def _tell_draft(_connection: Connection, change: RowChange, language: str) -> Iterator[str]:
    yield _say(_kept_or_removed("draft", change), language)


def _tell_step(connection: Connection, change: RowChange, language: str) -> Iterator[str]:
    rung = _row(connection, change).rung
    if rung in rung_order():
        yield _say(_kept_or_removed("step", change), language, name=make_rung(rung, None, language).name)


def _tell_question(_connection: Connection, change: RowChange, language: str) -> Iterator[str]:
    yield _say("asked" if change.after["state"] == "asked" else "asked_not", language)


def _tell_note(connection: Connection, change: RowChange, language: str) -> Iterator[str]:
    if "ends_at" in change.after:
        yield _say("note_ended", language, text=_row(connection, change).text)


def _tell_sending(connection: Connection, change: RowChange, language: str) -> Iterator[str]:
    row = _row(connection, change)
    action = texts.say(f"desk.action_{row.action}", language)
    state = texts.say(f"desk.state_{change.after.get('state', row.state)}", language)
    yield f"{action}{f' ({row.recipient})' if row.recipient else ''}: {state}"


def _tell_person(connection: Connection, change: RowChange, language: str) -> Iterator[str]:
    name = _name(connection, people, change.id)
    if "merged_into_id" in change.after:
        other = change.after["merged_into_id"] or change.before["merged_into_id"]
        key = "same" if change.after["merged_into_id"] is not None else "same_not"
        if other not in {None, change.id}:
            yield _say(key, language, name=name, other=_name(connection, people, other))
    elif "phone" in change.after:
        nothing = texts.say("desk.nothing", language)
        before, after = (getattr(change, side)["phone"] or nothing for side in ("before", "after"))
        yield _say("phone", language, name=name, before=before, after=after)


def _tell_member(connection: Connection, change: RowChange, language: str) -> Iterator[str]:
    yield _say("member", language, name=_name(connection, members, change.id))


def _tell_difference(connection: Connection, change: RowChange, language: str) -> Iterator[str]:
    row = _row(connection, change)
    name, other = (_name(connection, people, person_id) for person_id in (row.person_id, row.other_id))
    key = "different" if change.after["removed_at"] is None else "different_not"
    yield _say(key, language, name=name, other=other)


_TELLERS: Final[Mapping[Table, Callable[[Connection, RowChange, str], Iterator[str]]]] = {
    different_people: _tell_difference,
    drafts: _tell_draft,
    feedback: _tell_question,
    group_professionals: _tell_officer,
    group_relations: _tell_sister,
    members: _tell_member,
    municipalities: _tell_counters,
    notes: _tell_note,
    outbox: _tell_sending,
    people: _tell_person,
    steps: _tell_step,
    todos: _tell_sending,
    views: _tell_view,
}


def _taught(changes: Sequence[RowChange], language: str) -> Iterator[str]:
    """Yield how many corrections a group has of these, before and after, and how much Goed zo taught it."""
    of_corrections = [change for change in changes if change.table is corrections]
    of_fine = [change for change in of_corrections if change.after.get("source") == FINE]
    for name, those in (("corrections", [one for one in of_corrections if one not in of_fine]), ("fine", of_fine)):
        if those:
            was, now = (sum(getattr(one, side)["removed_at"] is None for one in those) for side in ("before", "after"))
            yield _setting(name, was, now, language)


def _setting(name: str, before: object, after: object, language: str) -> str:
    def shown(value: Any) -> object:  # noqa: ANN401  # of a column of groups
        if name == "overrides":
            return in_words(value, language)
        if name == "shadow":
            return shadow_in_words(value, language)
        if isinstance(value, dict):  # strictness by flag
            words = ((f"desk.flag_{flag}", f"desk.{strictness}") for flag, strictness in value.items())
            listed = ", ".join(" ".join(texts.say(key, language) for key in pair) for pair in words)
            return listed or texts.say("desk.normal", language)
        return texts.say("desk.nothing", language) if value is None else value

    return f"{texts.say(f'desk.setting_{name}', language)}: {shown(before)} → {shown(after)}"


def _row(connection: Connection, change: RowChange) -> Row[*tuple[Any, ...]]:
    (key,) = change.table.primary_key.columns
    return connection.execute(select(change.table).where(key == change.id)).one()


def _name(connection: Connection, table: Table, row_id: int) -> str:
    name: str = connection.execute(select(table.c.name).where(table.c.id == row_id)).scalar_one()
    return name
