"""What a person says of an answer owed: that there is one, about what, who owes it, and which groups wait for it.

Each call is one transaction and one decision.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import Connection, insert, select

from console.desk.console import Console
from console.desk.feedback.acting import closing
from console.desk.feedback.lines import load_line
from console.desk.feedback.opening import kind_of, open_line, report_of
from console.desk.journal import RowChange, changes_of, decide
from console.desk.person_facts import one_line
from console.desk.professionals import asked_of
from console.domain.changes import Changes
from console.domain.decision import ItemState, Verb
from console.domain.feedback import OPEN_STATES, Channel, Line, LineId, LineKind, LineSource, LineState, Owing
from console.domain.professional import ProfessionalId
from console.domain.report import Result
from console.errors import ExpectedError
from console.store.queries.judgements import judgement_for
from console.store.tables import feedback, feedback_groups, groups, items, messages

Waiting = tuple[int, int | None]
"""A group that waits for an answer, and the message that was reported there."""

TOLD: Final = ("reporter_told_at", "reporter_told_how", "group_told_at", "group_told_how")
_NOBODY_TOLD: Final[Mapping[str, Any]] = MappingProxyType(dict.fromkeys(TOLD))


@dataclass(frozen=True, slots=True)
class Opened:
    """A line that was opened."""

    changes: Changes
    line_id: LineId


# --- opening ---------------------------------------------------------------------------------------------------------


def open_by_hand(
    console: Console,
    message_id: int | None = None,
    *,
    group_id: int | None = None,
    what: str = "",
    kind: LineKind | None = None,
    owing: Owing | None = None,
    also: Sequence[Waiting] = (),
    state: LineState = LineState.TO_ASK,
    asked_at: datetime | None = None,
    remind_at: datetime | None = None,
    channel: Channel | None = None,
) -> Opened:
    """Open a line about a message, or without one in a group; ``also`` are other groups that wait for the answer.

    What is not said comes from the message: what it is about, and of which kind; the officer of the group owes the
    answer. Raises ``ExpectedError``: ``message_gone``, ``group_gone``, ``line_what_empty``, ``line_group_empty``.
    """
    with console.store.writing() as connection:
        waiting = _waiting(connection, message_id, group_id, also)
        line_id, changes = open_line(
            connection,
            console,
            what=what.strip() or _text_of(connection, message_id),
            kind=kind or _kind_of(connection, message_id),
            owing=_officer_of(connection, waiting) if owing is None else owing,
            source=LineSource.HAND,
            groups=waiting,
            state=state,
            asked_at=asked_at,
            remind_at=remind_at,
            channel=channel,
        )
        said = written(connection, console, changes, group_id=waiting[0][0], item_id=_item_in(changes))
    return Opened(said, LineId(line_id))


def _waiting(
    connection: Connection, message_id: int | None, group_id: int | None, also: Sequence[Waiting]
) -> list[Waiting]:
    """Return the groups that wait, that of the message first, each once."""
    first = group_id
    if message_id is not None:
        first = connection.scalar(select(messages.c.group_id).where(messages.c.id == message_id))
        if first is None:
            raise ExpectedError("message_gone")
    several = dict(also)
    if first is not None:
        several = {first: message_id} | {other: about for other, about in several.items() if other != first}
    for other in several:
        check_group(connection, other)
    return list(several.items())


def check_group(connection: Connection, group_id: int) -> None:
    """Refuse a group that is not there, or that is in the archive. Raises ``ExpectedError("group_gone")``."""
    in_use = select(groups.c.id).where(groups.c.id == group_id, groups.c.archived_at.is_(None))
    if connection.scalar(in_use) is None:
        raise ExpectedError("group_gone")


def _text_of(connection: Connection, message_id: int | None) -> str:
    return one_line(connection.scalar(select(messages.c.text).where(messages.c.id == message_id)) or "")


def _kind_of(connection: Connection, message_id: int | None) -> LineKind:
    judgement = None if message_id is None else judgement_for(connection, message_id)
    return kind_of(None if judgement is None else judgement.category)


def _officer_of(connection: Connection, waiting: Sequence[Waiting]) -> Owing:
    officer = connection.execute(asked_of(waiting[0][0])).first() if waiting else None
    return Owing() if officer is None else Owing(ProfessionalId(officer.id))


def _item_in(changes: Sequence[RowChange]) -> int | None:
    return next((change.id for change in changes if change.table is items), None)


# --- changing --------------------------------------------------------------------------------------------------------


def change(
    console: Console,
    line_id: int,
    *,
    what: str | None = None,
    kind: LineKind | None = None,
    owing: Owing | None = None,
    remind_at: datetime | None = None,
    channel: Channel | None = None,
    answer: str | None = None,
    result: Result | None = None,
    groups: Sequence[int] | None = None,
) -> Changes:
    """Change what is known of a line; None leaves it as it is. With ``groups`` these wait for the answer, and no other.

    A line of which all groups that still wait know the answer closes. Nothing changed: no decision. Raises
    ``ExpectedError``: ``line_gone``, ``line_what_empty``, ``answer_empty``; ``line_closed``, ``line_group_empty`` and
    ``group_gone`` for the groups.
    """
    said: dict[str, Any] = {}
    if what is not None:
        said["what"] = one_line(what) or _refuse("line_what_empty")
    if kind is not None:
        said["kind"] = kind.value
    if owing is not None:
        is_named = owing.professional_id is not None
        said["professional_id"] = owing.professional_id
        said["service"] = None if is_named else owing.service.strip() or None
    if remind_at is not None:
        said["remind_at"] = remind_at
    if channel is not None:
        said["channel"] = channel.value
    if answer is not None:
        said["answer"] = answer.strip() or _refuse("answer_empty")
    if result is not None:
        said["result"] = result.value
    with console.store.writing() as connection:
        line = load_line(connection, console, line_id)
        changes = [*_said_otherwise(connection, line, said), *_reminded(connection, line, said)]
        if groups is not None:
            changes += _regrouped(connection, console, line, [(group_id, None) for group_id in groups])
        return written(connection, console, changes, group_id=line.groups[0].group_id, item_id=line.item_id)


def add_group(console: Console, line_id: int, group_id: int, message_id: int | None = None) -> Changes:
    """Let another group wait for the same answer, about what was reported there.

    Raises ``ExpectedError``: ``line_gone``, ``line_closed``, ``line_group_known``, ``group_gone``.
    """
    with console.store.writing() as connection:
        line = load_line(connection, console, line_id)
        if any(one.group_id == group_id for one in line.groups):
            raise ExpectedError("line_group_known")
        wanted: list[Waiting] = [(one.group_id, one.message_id) for one in line.groups]
        changes = _regrouped(connection, console, line, [*wanted, (group_id, message_id)])
        return written(connection, console, changes, group_id=group_id, item_id=line.item_id)


def written(
    connection: Connection, console: Console, changes: Sequence[RowChange], *, group_id: int, item_id: int | None
) -> Changes:
    """Write down what a person said of a line as one decision, in the caller's transaction; nothing for no change."""
    if not changes:
        return Changes()
    decision = decide(connection, console, Verb.LINE, changes, group_id=group_id, item_id=item_id)
    return changes_of(changes, group_id, decision)


def _refuse(key: str) -> str:
    raise ExpectedError(key)


def _said_otherwise(connection: Connection, line: Line, said: dict[str, Any]) -> Iterator[RowChange]:
    """Yield what a person says of a line that is not so yet."""
    row = connection.execute(select(feedback).where(feedback.c.id == line.id)).mappings().one()
    after = {name: value for name, value in said.items() if row[name] != value}
    if after:
        yield RowChange(feedback, line.id, before={name: row[name] for name in after}, after=after)


def _reminded(connection: Connection, line: Line, said: dict[str, Any]) -> Iterator[RowChange]:
    """Yield that the item of a line comes back at its new reminder; one that needs a person now stays."""
    item = connection.execute(select(items).where(items.c.id == line.item_id)).first()
    if item is None or "remind_at" not in said or item.state != ItemState.LATER.value:
        return
    if said["remind_at"] != item.later_until:
        yield RowChange(items, item.id, {"later_until": item.later_until}, {"later_until": said["remind_at"]})


# --- the groups of a line --------------------------------------------------------------------------------------------


def _regrouped(connection: Connection, console: Console, line: Line, wanted: Sequence[Waiting]) -> list[RowChange]:
    """Return what makes these groups wait for a line, and no other."""
    kept = dict(wanted)
    now = {one.group_id for one in line.groups}
    if kept.keys() == now:
        return []
    if line.state not in OPEN_STATES:
        raise ExpectedError("line_closed")
    if not kept:
        raise ExpectedError("line_group_empty")
    changes = []
    for group_id in [group_id for group_id in kept if group_id not in now]:
        check_group(connection, group_id)
        changes.append(waits(connection, console, line.id, (group_id, kept[group_id])))
    for group_id in now - kept.keys():
        row = _row(connection, line.id, group_id)
        changes.append(RowChange(feedback_groups, row["id"], {"removed_at": None}, {"removed_at": console.now()}))
    stay = [one.group_id for one in line.groups if one.group_id in kept]
    changes += _queued_in(connection, line, first_in_use(connection, list(dict.fromkeys([*stay, *kept]))))
    if kept.keys() <= now:
        rest = tuple(one for one in line.groups if one.group_id in kept)
        changes += closing(connection, console, replace(line, groups=rest))
    return changes


def waits(
    connection: Connection,
    console: Console,
    line_id: int,
    waiting: Waiting,
    told: Mapping[str, Any] = _NOBODY_TOLD,
) -> RowChange:
    """Return the change by which a group waits for a line; a new row is written as if taken back already.

    ``told`` are the columns that say who of the group knows; without them nobody does.
    """
    group_id, message_id = waiting
    about = {"message_id": message_id, "report_id": report_of(connection, message_id)}
    after = {"removed_at": None, **about, **told}
    known = select(feedback_groups).where(feedback_groups.c.feedback_id == line_id)
    row = connection.execute(known.where(feedback_groups.c.group_id == group_id)).mappings().first()
    if row is None:
        now = console.now()
        values = {**after, "feedback_id": line_id, "group_id": group_id, "removed_at": now}
        (row_id,) = connection.execute(insert(feedback_groups).values(values)).inserted_primary_key or (0,)
        return RowChange(feedback_groups, row_id, {"removed_at": now}, {"removed_at": None})
    return RowChange(feedback_groups, row["id"], {name: row[name] for name in after}, after)


def _row(connection: Connection, line_id: int, group_id: int) -> dict[str, Any]:
    of_group = (feedback_groups.c.feedback_id == line_id, feedback_groups.c.group_id == group_id)
    return dict(connection.execute(select(feedback_groups).where(*of_group)).mappings().one())


def first_in_use(connection: Connection, group_ids: Sequence[int]) -> int:
    """Return the first of these groups that is in use; of those in the archive the first of all."""
    in_use = set(
        connection.scalars(select(groups.c.id).where(groups.c.id.in_(group_ids), groups.c.archived_at.is_(None)))
    )
    return next((group_id for group_id in group_ids if group_id in in_use), group_ids[0])


def _queued_in(connection: Connection, line: Line, group_id: int) -> Iterator[RowChange]:
    """Yield that the item of a line stands with a group that waits for it."""
    item = connection.execute(select(items).where(items.c.id == line.item_id)).first()
    if item is not None and item.group_id != group_id:
        yield RowChange(items, item.id, before={"group_id": item.group_id}, after={"group_id": group_id})
