"""How far back a new group's history is work: four weeks, or all of it when a person can see all its flags.

How many flags there are is known once the judge has seen that history. Until then the group keeps where its history
begins (``groups.history_from``); the judging that sees the last of it decides, in the same transaction, so that
nothing is lost when a person stops in between or the program is killed.
"""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, select, update

from console.desk import queue
from console.domain.group import GroupId
from console.domain.judgement import Attention
from console.domain.message import MessageId
from console.store.queries.judgements import COLUMNS, judgement_of
from console.store.tables import groups, judgements, messages

FIRST_REVIEW: Final = timedelta(days=28)
FEW_FLAGS: Final = 10


def review_from(connection: Connection, group_id: GroupId, moment: datetime) -> None:
    """Queue a group's messages from a moment (aware) on, as a person wished."""
    chosen = update(groups).where(groups.c.id == group_id)
    connection.execute(chosen.values(review_from=moment, history_from=None))


def begin(connection: Connection, group_id: GroupId, first_at: datetime, last_at: datetime) -> None:
    """Look back four weeks on a new group's export (aware times), until its flags are counted."""
    new = update(groups).where(groups.c.id == group_id)
    connection.execute(new.values(review_from=last_at - FIRST_REVIEW, history_from=first_at))


def decide(connection: Connection) -> None:
    """Decide about every new group of which no message waits for the judge any more.

    What an older export added meanwhile lies before ``history_from``: it is history, and is not waited for.
    """
    waits = (
        select(messages.c.id)
        .where(
            messages.c.group_id == groups.c.id,
            messages.c.needs_judging,
            messages.c.sent_at >= groups.c.history_from,
        )
        .correlate(groups)
        .exists()
    )
    seen = select(groups.c.id, groups.c.history_from).where(groups.c.history_from.is_not(None), ~waits)
    for group_id, history_from in connection.execute(seen).all():
        _decide_about(connection, GroupId(group_id), history_from)


def _decide_about(connection: Connection, group_id: GroupId, history_from: datetime) -> None:
    flagged = (
        select(messages.c.id, messages.c.sent_at, *COLUMNS)
        .join(judgements, judgements.c.message_id == messages.c.id)
        .where(
            messages.c.group_id == group_id,
            messages.c.sent_at >= history_from,
            judgements.c.attention != Attention.NONE.value,
            messages.c.forgotten_at.is_(None),
        )
        .limit(FEW_FLAGS + 1)
    )
    rows = connection.execute(flagged).mappings().all()
    if len(rows) > FEW_FLAGS:
        connection.execute(update(groups).where(groups.c.id == group_id).values(history_from=None))
        return
    review_from(connection, group_id, history_from)
    queue.enqueue_messages(
        connection,
        [queue.JudgedMessage(MessageId(row["id"]), group_id, row["sent_at"], judgement_of(row)) for row in rows],
    )
