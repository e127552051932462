"""Klopt niet: what a person says of a message, which the judge then keeps to and learns from in that group."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, case, func, insert, select

from console.desk.console import Console
from console.desk.forgetting.shown import erased
from console.desk.journal import RowChange, changes_of, decide
from console.desk.judging import profile_of
from console.desk.seen import check_message
from console.domain.changes import Changes
from console.domain.decision import Seen, Verb
from console.domain.group import GroupId
from console.domain.judgement import Category, Judgement, Label
from console.domain.message import MessageId
from console.errors import ExpectedError
from console.judge.asked import NONE, as_written, value_of
from console.judge.fine import shown_as_fine
from console.store.queries.corrections import CORRECTED_TEXT, FINE, HAS_WORDS, SAID, said_of
from console.store.queries.judgements import judgement_for, values_of
from console.store.tables import corrections as table
from console.store.tables import groups, messages

TEXT_CHARACTERS: Final = 300  # of a message in the list


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """One thing that a group taught. ``at`` is aware UTC, ``value`` as the label guide writes it.

    ``text`` is the message as it was when it was corrected, its first 300 characters. With ``times_fine`` it is no
    correction: somebody found this value of the label Goed zo so many times, ``at`` and ``text`` are of the last time.
    """

    ids: tuple[int, ...]
    message_id: MessageId
    at: datetime
    text: str
    label: Label
    value: str
    times_fine: int = 0


def correct(console: Console, message_id: MessageId, said: Mapping[Label, str], *, seen: Seen | None = None) -> Changes:
    """Keep what a person says of a message, and judge it again at once; its like in the group are judged next.

    Its item leaves the queue when nothing asks for attention any more, and comes when something does; what was decided
    stays decided. Only what differs from the judgement counts. Raises ``ExpectedError``: ``message_gone``,
    ``text_erased``, ``not_judged`` for a message that the judge has not seen, ``changed_meanwhile`` when it does not
    say any more what the person saw (``seen``, of its item); ``ValueError`` for a value that the label guide does not
    know.
    """
    wanted = {label: as_written(label, value) for label, value in said.items()}
    with console.store.writing() as connection:
        found = select(messages.c.group_id, messages.c.forgotten_at).where(messages.c.id == message_id)
        group_id, forgotten_at = connection.execute(found).first() or (None, None)
        if group_id is None:
            raise ExpectedError("message_gone")
        if forgotten_at is not None:
            raise ExpectedError("text_erased")
        check_message(connection, console, message_id, seen)
        judgement = judgement_for(connection, message_id)
        if judgement is None:
            raise ExpectedError("not_judged")
        if wanted.get(Label.CALL112, NONE) != NONE and judgement.category is not Category.URGENT:
            wanted.setdefault(Label.CATEGORY, Category.URGENT.value)  # the guide asks after 112 of nothing else
        new = _what_is_new(connection, message_id, judgement, wanted)
        if not new:
            return Changes()
        changes = [*_removed(connection, console, message_id, new), *_added(connection, console, message_id, new)]
        decision = decide(connection, console, Verb.CORRECTION, changes, group_id=group_id, shown=values_of(judgement))
        return changes_of(changes, group_id, decision)


def fine_changes(connection: Connection, console: Console, message_id: MessageId) -> list[RowChange]:
    """Return what Goed zo teaches: that what the judge asked attention for is fine in this group.

    For the caller's decision, in its transaction. Never about an emergency, own action or a threat, nor about what
    somebody said in so many words; empty when nothing is left, or nothing was judged. Its like are judged anew in the
    next round (``judging.judge_waiting``), for the next item must not wait for that.
    """
    judgement, profile = judgement_for(connection, message_id), profile_of(connection, message_id)
    if judgement is None or profile is None:
        return []
    said = said_of(connection, [message_id]).get(message_id, {})
    fine = {label: value for label, value in shown_as_fine(judgement, profile).items() if label not in said}
    removed = _removed(connection, console, message_id, fine)
    return [*removed, *_added(connection, console, message_id, fine, source=FINE)]


def corrections(console: Console, group_id: GroupId) -> tuple[CorrectionRow, ...]:
    """Return what a group taught, the last first; what was found Goed zo is one row for each thing that was."""
    text = case((HAS_WORDS, CORRECTED_TEXT), else_=erased(console.language))
    statement = (
        select(
            table.c.id,
            table.c.message_id,
            table.c.corrected_at,
            func.substr(text, 1, TEXT_CHARACTERS).label("text"),
            table.c.label,
            table.c.value,
            table.c.source,
        )
        .join(messages, messages.c.id == table.c.message_id)
        .where(table.c.group_id == group_id, table.c.removed_at.is_(None))
        .order_by(table.c.corrected_at.desc(), table.c.id.desc())
    )
    rows: dict[object, CorrectionRow] = {}
    with console.store.reading() as connection:
        for row in connection.execute(statement):
            is_fine = row.source == FINE
            key = (row.label, row.value) if is_fine else row.id
            if key in rows:
                one = rows[key]
                rows[key] = replace(one, ids=(*one.ids, row.id), times_fine=one.times_fine + 1)
            else:
                about = (MessageId(row.message_id), row.corrected_at, row.text, Label(row.label), row.value)
                rows[key] = CorrectionRow((row.id,), *about, times_fine=int(is_fine))
    return tuple(rows.values())


def forget_corrections(console: Console, group_id: GroupId) -> Changes:
    """Forget all that a group taught; what it changed is judged anew, and undo brings it back.

    Raises ``ExpectedError("group_gone")``.
    """
    return _forget(console, group_id)


def forget(console: Console, group_id: GroupId, ids: Sequence[int]) -> Changes:
    """Forget some of what a group taught (``CorrectionRow.ids``), as ``forget_corrections`` does with all of it."""
    return _forget(console, group_id, table.c.id.in_(ids))


def _forget(console: Console, group_id: GroupId, *chosen: ColumnElement[bool]) -> Changes:
    with console.store.writing() as connection:
        if connection.scalar(select(groups.c.id).where(groups.c.id == group_id)) is None:
            raise ExpectedError("group_gone")
        standing = select(table.c.id).where(table.c.group_id == group_id, table.c.removed_at.is_(None), *chosen)
        changes = [
            _removal(console, correction_id) for correction_id in connection.scalars(standing.order_by(table.c.id))
        ]
        if not changes:
            return Changes()
        decision = decide(connection, console, Verb.SETTINGS, changes, group_id=group_id)
        return changes_of(changes, group_id, decision)


def _what_is_new(
    connection: Connection, message_id: MessageId, judgement: Judgement, wanted: Mapping[Label, str]
) -> dict[Label, str]:
    said = said_of(connection, [message_id]).get(message_id, {})
    return {label: value for label, value in wanted.items() if value != said.get(label, value_of(judgement, label))}


def _removed(
    connection: Connection, console: Console, message_id: MessageId, new: Mapping[Label, str]
) -> Iterator[RowChange]:
    """Yield the end of what was said of these labels before."""
    earlier = select(table.c.id).where(
        table.c.message_id == message_id, table.c.label.in_(new), table.c.removed_at.is_(None)
    )
    for correction_id in connection.scalars(earlier).all():
        yield _removal(console, correction_id)


def _removal(console: Console, correction_id: int) -> RowChange:
    return RowChange(table, correction_id, before={"removed_at": None}, after={"removed_at": console.now()})


def _added(
    connection: Connection, console: Console, message_id: MessageId, new: Mapping[Label, str], source: str = SAID
) -> Iterator[RowChange]:
    """Write down what was said, as if taken back already, and yield the change that makes it count."""
    now = console.now()
    group_id = select(messages.c.group_id).where(messages.c.id == message_id).scalar_subquery()
    for label, value in new.items():
        values: dict[str, Any] = {"message_id": message_id, "group_id": group_id, "label": label.value, "value": value}
        values["source"] = source
        (made,) = connection.execute(
            insert(table).values(**values, corrected_at=now, removed_at=now)
        ).inserted_primary_key or (0,)
        of_fine = {"source": FINE} if source == FINE else {}  # by which the journal knows it from a correction
        yield RowChange(table, made, before={"removed_at": now} | of_fine, after={"removed_at": None} | of_fine)
