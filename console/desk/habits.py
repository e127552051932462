"""What Goed zo taught is applied here, in the background: the next item must not wait for it.

How far this came is a number in the settings: the last entry of the journal that was looked at. What a later entry
taught, or took back, has its like judged anew; killed in between, nothing is lost.
"""

from collections import defaultdict
from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects.sqlite import insert

from console.desk.console import Console
from console.domain.decision import ItemKind
from console.domain.group import GroupId
from console.domain.judgement import Attention, Correction, Label
from console.judge import Lessons
from console.store.queries.corrections import CORRECTED_TEXT, FINE, HAS_WORDS
from console.store.queries.judgements import ask_some
from console.store.tables import corrections, decisions, items, judgements, messages, settings

LESSON_PERIOD: Final = timedelta(weeks=8)  # how far back a new lesson is applied
_APPLIED: Final = "habits_applied"


def alike(
    connection: Connection, group_id: GroupId, taught: tuple[Correction, ...], *, only_shown: bool = False
) -> list[int]:
    """Return the messages that are like these: in the last eight weeks of the chat, and in the queue.

    With ``only_shown`` of those that ask for attention, which are few.
    """
    lessons = Lessons(taught)
    newest = select(func.max(messages.c.written_at)).where(messages.c.group_id == group_id).scalar_subquery()
    recent = select(messages.c.id, messages.c.text).where(
        messages.c.group_id == group_id,
        HAS_WORDS,
        messages.c.written_at >= newest - int(LESSON_PERIOD.total_seconds()),
    )
    if only_shown:
        is_of_message = judgements.c.message_id == messages.c.id
        recent = recent.join(judgements, is_of_message).where(judgements.c.attention != Attention.NONE.value)
    queued = (
        select(messages.c.id, messages.c.text)
        .join(items, items.c.subject_id == messages.c.id)
        .where(items.c.kind == ItemKind.MESSAGE.value, items.c.group_id == group_id, HAS_WORDS)
    )
    found = connection.execute(recent.union(queued))
    return [message_id for message_id, text in found if lessons.reaches(text)]


def ask_habits(console: Console) -> None:
    """Mark for the judge what is like the messages that somebody found Goed zo, or took that back, since last time.

    Looking for them is done before writing, for a decision must not wait for it. What is taught takes away only from
    what asks for attention; what is taken back may give it to any message, and in a large group that takes seconds.
    """
    with console.store.reading() as connection:
        last = connection.scalar(select(settings.c.value).where(settings.c.key == _APPLIED)) or 0
        newest = connection.scalar(select(func.max(decisions.c.id))) or 0
        if newest <= last:
            return
        found = [
            message_id
            for (group_id, counts), taught in _taught_between(connection, last, newest).items()
            for message_id in alike(connection, group_id, taught, only_shown=counts)
        ]
    with console.store.writing() as connection:
        ask_some(connection, found)
        fresh = insert(settings).values(key=_APPLIED, value=newest)
        connection.execute(
            fresh.on_conflict_do_update(index_elements=[settings.c.key], set_={"value": fresh.excluded.value})
        )


def _taught_between(
    connection: Connection, last: int, newest: int
) -> Mapping[tuple[GroupId, bool], tuple[Correction, ...]]:
    """Return what entries of the journal after one, up to another, changed of Goed zo, by group and whether it counts
    now or was taken back."""
    changed = func.json_each(decisions.c.after, "$.rows").table_valued("value")
    touched = (
        select(func.json_extract(changed.c.value, "$.id"))
        .select_from(decisions)
        .join(changed, func.json_extract(changed.c.value, "$.table") == corrections.name)
        .where(decisions.c.id > last, decisions.c.id <= newest)
    )
    said = (
        select(corrections, CORRECTED_TEXT.label("text"))
        .join(messages, messages.c.id == corrections.c.message_id)
        .where(corrections.c.id.in_(touched), corrections.c.source == FINE, HAS_WORDS)
    )
    taught: dict[tuple[GroupId, bool], list[Correction]] = defaultdict(list)
    for row in connection.execute(said):
        fine = Correction(row.text, Label(row.label), row.value, row.corrected_at, is_fine=True)
        taught[GroupId(row.group_id), row.removed_at is None].append(fine)
    return {key: tuple(said_there) for key, said_there in taught.items()}
