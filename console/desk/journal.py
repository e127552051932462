"""The journal: who decided what, when, and what stood there before. Undo writes the opposite; nothing is overwritten.

A decision changes one row, or a few that belong together. ``before`` and ``after`` hold their values as
``{"rows": [{"table": ..., "id": ..., "values": {...}}, ...]}``, with moments as whole seconds since 1970; undo puts
``before`` back, the last row first.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from typing import Any, Final

from sqlalchemy import Connection, Row, Table, and_, bindparam, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from console.desk.console import Console
from console.desk.judging import ask_alike, judge_again
from console.desk.reports import closing, stories
from console.desk.rules import COLUMNS, ask_anew
from console.domain.changes import Changes
from console.domain.decision import DecisionId, ItemKind, ItemState, Verb
from console.domain.group import GroupId
from console.domain.join_request import RequestState
from console.domain.judgement import Attention, Correction, Label
from console.errors import ExpectedError
from console.store.columns import UtcSeconds
from console.store.queries.corrections import CORRECTED_TEXT, FINE, HAS_WORDS, IS_SAID
from console.store.queries.judgements import ask_again, ask_some
from console.store.tables import (
    corrections,
    decisions,
    different_people,
    digests,
    drafts,
    feedback,
    feedback_finds,
    feedback_groups,
    forwards,
    group_professionals,
    group_relations,
    groups,
    items,
    join_requests,
    members,
    memberships,
    messages,
    municipalities,
    notes,
    outbox,
    people,
    privacy_requests,
    professionals,
    prospects,
    refusal_marks,
    report_messages,
    reports,
    start_steps,
    steps,
    todos,
    views,
    welcomes,
)

_OF_PEOPLE: Final = frozenset({different_people, members, memberships, people, steps})
_OUTGOING: Final = frozenset({outbox, todos})
_OF_GROUPS: Final = frozenset({group_professionals, group_relations, groups, professionals})
_OF_REQUESTS: Final = frozenset({join_requests, refusal_marks})
_OF_START: Final = frozenset({prospects, start_steps})
_OF_REPORTS: Final = frozenset({report_messages, reports})
_OF_FEEDBACK: Final = frozenset({digests, feedback, feedback_finds, feedback_groups, forwards})
_AGREED: Final = frozenset({"rules_sent_at", "rules_confirmed_at", "rules_reminded_at"})
_MANY: Final = 20
_TABLES: Final = {
    table.name: table
    for table in (
        corrections,
        drafts,
        items,
        municipalities,
        notes,
        privacy_requests,
        views,
        welcomes,
        *_OF_GROUPS,
        *_OF_PEOPLE,
        *_OF_REQUESTS,
        *_OF_START,
        *_OF_REPORTS,
        *_OF_FEEDBACK,
        *_OUTGOING,
    )
}


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after a decision; the keys of both are names of columns."""

    table: Table
    id: int
    before: dict[str, Any]
    after: dict[str, Any]

    def apply(self, connection: Connection) -> None:
        """Write ``after``. Raises ``ExpectedError("group_name_taken")`` for a name that another group has."""
        (key,) = self.table.primary_key.columns
        try:
            connection.execute(update(self.table).where(key == self.id).values(self.after))
        except IntegrityError as error:
            if self.table is groups and "name" in self.after:
                raise ExpectedError("group_name_taken", name=self.after["name"]) from error
            raise

    def reversed(self) -> "RowChange":
        """Return the change that takes this one back."""
        return RowChange(self.table, self.id, before=self.after, after=self.before)


def _as_stored(changes: Sequence[RowChange]) -> dict[str, Any]:
    """Return ``before`` and ``after`` as the journal keeps them."""

    def rows(side: str) -> dict[str, Any]:
        return {
            "rows": [
                {"table": change.table.name, "id": change.id}
                | {"values": {name: _to_json(value) for name, value in getattr(change, side).items()}}
                for change in changes
            ]
        }

    return {"before": rows("before"), "after": rows("after")}


def rows_of(decision: Row[*tuple[Any, ...]]) -> list[RowChange]:
    """Return what a decision (a row with ``before`` and ``after``) changed."""
    return [
        RowChange(
            table := _TABLES[old["table"]],
            old["id"],
            before=_from_json(table, old["values"]),
            after=_from_json(table, new["values"]),
        )
        for old, new in zip(decision.before["rows"], decision.after["rows"], strict=True)
    ]


def _to_json(value: Any) -> Any:  # noqa: ANN401
    return int(value.timestamp()) if isinstance(value, datetime) else value


def _from_json(table: Table, stored: dict[str, Any]) -> dict[str, Any]:
    def moment_or_same(name: str, value: Any) -> Any:  # noqa: ANN401
        is_moment = value is not None and isinstance(table.c[name].type, UtcSeconds)
        return datetime.fromtimestamp(value, UTC) if is_moment else value

    return {name: moment_or_same(name, value) for name, value in stored.items()}


def decide(
    connection: Connection,
    console: Console,
    verb: Verb,
    changes: Sequence[RowChange],
    *,
    group_id: int | None,
    item_id: int | None = None,
    shown: dict[str, Any] | None = None,
    note: str | None = None,
    undoes_id: int | None = None,
) -> DecisionId:
    """Carry out changes and write them down, in the caller's transaction, with what depends on them.

    ``shown`` is the judgement as it was seen.
    """
    _carry_out(connection, changes)
    changes = [*changes, *_follow_up(connection, console, changes)]
    entry = insert(decisions).values(
        group_id=group_id,
        item_id=item_id,
        verb=verb.value,
        actor=console.actor,
        decided_at=console.now(),
        shown=shown,
        note=note,
        undoes_id=undoes_id,
        **_as_stored(changes),
    )
    (decision_id,) = connection.execute(entry).inserted_primary_key or (0,)
    return DecisionId(decision_id)


def _carry_out(connection: Connection, changes: Sequence[RowChange]) -> None:
    """Write the rows in order; those of a long list at once, since one by one fifty thousand take far longer."""
    for (table, names), run in groupby(changes, key=lambda change: (change.table, tuple(change.after))):
        alike = list(run)
        if len(alike) < _MANY or table is groups:
            for change in alike:
                change.apply(connection)
            continue
        (key,) = table.primary_key.columns
        values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in names}
        rows = [{"row": one.id} | {f"new_{name}": value for name, value in one.after.items()} for one in alike]
        connection.execute(update(table).where(key == bindparam("row")).values(values), rows)


def _follow_up(connection: Connection, console: Console, changes: Sequence[RowChange]) -> Iterator[RowChange]:
    """Ask the judge anew what rests on the rows, and yield what else the decision changed by that."""
    for change in changes:
        if change.table is groups and ask_anew(change.before, change.after):
            ask_again(connection, GroupId(change.id))
        if change.table is groups and change.after.get("kick_off_at") is not None:
            yield from _wait_for_kick_off(connection, change)
        if change.table is groups and change.after.get("archived_at") is not None:
            yield from _owe_elsewhere(connection, change.id)
        if change.table is groups and "archived_at" in change.after and change.after["archived_at"] is None:
            yield from _owe_here(connection, change.id)
    _tell_reports(connection, console, changes)
    taught = [change.id for change in changes if change.table is corrections]
    if taught:
        yield from _teach(connection, console, taught)


def _tell_reports(connection: Connection, console: Console, changes: Sequence[RowChange]) -> None:
    """Tell anew the reports that messages left or came to; in the next round those of who speaks in another role."""
    of_reports = {change.id for change in changes if change.table is reports}
    sides = (side for change in changes if change.table is report_messages for side in (change.before, change.after))
    of_reports |= {side["report_id"] for side in sides if side["report_id"] is not None}
    if of_reports:
        stories.tell_now(connection, of_reports)
        closing.propose(connection, console, of_reports)
    stories.mark_members(connection, [one.id for one in changes if one.table is members and "role" in one.after])
    linked = [one for one in changes if one.table is professionals and "person_id" in one.after]
    persons = {side["person_id"] for one in linked for side in (one.before, one.after)}
    links = [one.id for one in changes if one.table is group_professionals and "removed_at" in one.after]
    stories.mark_people(connection, (persons | stories.people_behind(connection, links)) - {None})


def _teach(connection: Connection, console: Console, correction_ids: Sequence[int]) -> Iterator[RowChange]:
    """Judge the corrected message now; its like, and all messages when they are several, are left to the next round."""
    said = connection.execute(  # what Goed zo teaches waits for the next round
        select(corrections, CORRECTED_TEXT.label("text"))
        .join(messages, messages.c.id == corrections.c.message_id)
        .where(corrections.c.id.in_(correction_ids), IS_SAID, HAS_WORDS)
    ).all()
    of_group = {GroupId(row.group_id) for row in said}
    for group_id in of_group:
        taught = (row for row in said if row.group_id == group_id)
        lessons = tuple(Correction(row.text, Label(row.label), row.value, row.corrected_at) for row in taught)
        ask_alike(connection, group_id, lessons)
    corrected = {row.message_id for row in said}
    if len(corrected) > 1:
        ask_some(connection, sorted(corrected))
    else:
        for message_id in corrected:
            judgement = judge_again(connection, console, message_id)
            if judgement is not None and judgement.attention is Attention.NONE:
                yield from _close(connection, message_id)


def _close(connection: Connection, message_id: int) -> Iterator[RowChange]:
    """Finish the item of a message that asks for nothing now; the queue itself keeps what somebody noted on."""
    of_message = and_(items.c.kind == ItemKind.MESSAGE.value, items.c.subject_id == message_id)
    for item in connection.execute(select(items).where(of_message, items.c.state != ItemState.DONE.value)).all():
        before = {"state": item.state, "later_until": item.later_until}
        closed = RowChange(items, item.id, before, {"state": ItemState.DONE.value, "later_until": None})
        closed.apply(connection)
        yield closed


def _wait_for_kick_off(connection: Connection, group: RowChange) -> Iterator[RowChange]:
    """Let who is on the waiting list of a group come back when it starts, also when that is another day now."""
    starts_at, was = group.after["kick_off_at"], group.before.get("kick_off_at")
    is_listed = and_(items.c.kind == ItemKind.REQUEST.value, items.c.state == ItemState.LATER.value)
    waiting = (
        select(items.c.id, items.c.later_until)
        .join(join_requests, join_requests.c.id == items.c.subject_id)
        .where(items.c.group_id == group.id, is_listed, join_requests.c.state == RequestState.WAITING_LIST.value)
        .where(or_(items.c.later_until > starts_at, items.c.later_until == was))
    )
    for item in connection.execute(waiting.order_by(items.c.id)).all():
        moved = RowChange(items, item.id, {"later_until": item.later_until}, {"later_until": starts_at})
        moved.apply(connection)
        yield moved


def _owe_elsewhere(connection: Connection, group_id: int) -> Iterator[RowChange]:
    """Let an answer owed stand with the next group that waits for it, when its own goes to the archive."""
    of_line = and_(feedback_groups.c.feedback_id == items.c.subject_id, feedback_groups.c.removed_at.is_(None))
    waits = select(feedback_groups.c.group_id).join(groups, groups.c.id == feedback_groups.c.group_id)
    waits = waits.where(of_line, groups.c.archived_at.is_(None)).order_by(feedback_groups.c.id).limit(1)
    other = waits.correlate(items).scalar_subquery()
    owed = select(items.c.id, other.label("other")).where(items.c.kind == ItemKind.FEEDBACK.value)
    for item in connection.execute(owed.where(items.c.group_id == group_id).order_by(items.c.id)).all():
        if item.other is not None:
            moved = RowChange(items, item.id, before={"group_id": group_id}, after={"group_id": item.other})
            moved.apply(connection)
            yield moved


def _owe_here(connection: Connection, group_id: int) -> Iterator[RowChange]:
    """Let an answer owed that stands with a group in the archive stand with one that came back and waits for it too."""
    of_line = and_(feedback_groups.c.feedback_id == items.c.subject_id, feedback_groups.c.removed_at.is_(None))
    waits = select(feedback_groups.c.id).where(of_line, feedback_groups.c.group_id == group_id).correlate(items)
    put_away = select(groups.c.id).where(groups.c.archived_at.is_not(None))
    owed = select(items.c.id, items.c.group_id).where(items.c.kind == ItemKind.FEEDBACK.value, waits.exists())
    for item in connection.execute(owed.where(items.c.group_id.in_(put_away)).order_by(items.c.id)).all():
        moved = RowChange(items, item.id, before={"group_id": item.group_id}, after={"group_id": group_id})
        moved.apply(connection)
        yield moved


def bind(connection: Connection, decision_ids: Sequence[DecisionId]) -> None:
    """Let decisions that were made together be undone together. In the caller's transaction."""
    if len(decision_ids) > 1:
        bound = update(decisions).where(decisions.c.id.in_(decision_ids))
        connection.execute(bound.values(batch_id=min(decision_ids)))


def changes_of(changes: Sequence[RowChange], group_id: int | None, decision_id: DecisionId) -> Changes:
    """Return what the pages need to know about changes that were carried out."""
    is_habit = {id(change) for change in changes if change.after.get("source") == FINE}
    tables = {change.table for change in changes if id(change) not in is_habit}
    of_groups = {name for change in changes if change.table is groups for name in change.after}
    of_members = {name for change in changes if change.table is members for name in change.after}
    return Changes(
        messages=corrections in tables,
        items=not tables.isdisjoint({items, corrections, notes, join_requests, feedback, feedback_finds, *_OF_PEOPLE})
        or not {"name", *COLUMNS}.isdisjoint(of_groups),
        groups=not tables.isdisjoint({corrections, memberships, *_OF_GROUPS}),
        notes=notes in tables,
        people=not tables.isdisjoint(_OF_PEOPLE),
        outgoing=not tables.isdisjoint(_OUTGOING),
        views=views in tables,
        habits=bool(is_habit),
        requests=not tables.isdisjoint(_OF_REQUESTS),
        recruiting=not tables.isdisjoint(_OF_START),
        reports=not tables.isdisjoint(_OF_REPORTS),
        feedback=not tables.isdisjoint(_OF_FEEDBACK),
        welcome=welcomes in tables or "welcome" in of_groups or not _AGREED.isdisjoint(of_members),
        privacy=privacy_requests in tables or "keeping" in of_groups,
        group_ids=frozenset() if group_id is None else frozenset({GroupId(group_id)}),
        decision=decision_id,
    )
