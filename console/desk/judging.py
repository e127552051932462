"""Has the judge look at what was taken in, a batch at a time, and queues what deserves a person's look.

Apart from the import itself, so that an import that was cut short loses nothing: what was not judged yet is marked in
the store, and the next call goes on there.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import Connection, Row, func, select, update
from sqlalchemy.dialects.sqlite import insert

from console.desk import queue
from console.desk.console import Console
from console.domain.group import GroupId
from console.domain.judgement import Attention, Judgement, Role, Statement
from console.domain.message import MessageId
from console.jobs import CancelToken, Progress
from console.judge import JUDGE_VERSION, judge
from console.judge.profiles import load_profile
from console.store.queries.judgements import BY_HAND, row_of
from console.store.tables import groups, judgements, members, messages

BATCH: Final = 500
CONTEXT_MESSAGES: Final = 3
CONTEXT_PERIOD: Final = timedelta(hours=3)  # what was said yesterday is another conversation
_JUDGED_ROLES: Final = {role.value: role for role in Role}


def judge_pending(console: Console, *, progress: Progress | None = None, cancel: CancelToken | None = None) -> int:
    """Judge every message that waits for it and return how many of them deserve attention.

    Each batch is one transaction: stopped or killed, what was judged stays judged. Raises ``CancelledError``.
    """
    flagged = done = 0
    with console.store.reading() as connection:
        total = connection.scalar(select(func.count()).where(messages.c.needs_judging)) or 0
    while True:
        if cancel is not None:
            cancel.check()
        with console.store.reading() as connection:
            rows = _next_batch(connection)
            statements = [_statement(connection, row) for row in rows]
        if not rows:
            return flagged
        judged = [judge(said, load_profile(row.profile)) for row, said in zip(rows, statements, strict=True)]
        with console.store.writing() as connection:
            _keep(connection, console, rows, judged)
        flagged += sum(judgement.attention is not Attention.NONE for judgement in judged)
        done += len(rows)
        if progress is not None:
            progress.report("judging", min(done / total, 1.0) if total else None, done)


def _next_batch(connection: Connection) -> Sequence[Any]:
    return connection.execute(
        select(
            messages.c.id,
            messages.c.group_id,
            messages.c.position,
            messages.c.sent_at,
            messages.c.text,
            groups.c.profile,
            members.c.role,
        )
        .join(groups, groups.c.id == messages.c.group_id)
        .outerjoin(members, members.c.id == messages.c.member_id)
        .where(messages.c.needs_judging)
        .order_by(messages.c.id)
        .limit(BATCH)
    ).all()


def _statement(connection: Connection, row: Row[Any]) -> Statement:
    """Return what the judge is asked: the text, who wrote it, and what was said just before it."""
    before = connection.execute(
        select(messages.c.text)
        .where(
            messages.c.group_id == row.group_id,
            messages.c.position < row.position,
            messages.c.kind == "text",
            messages.c.sent_at >= row.sent_at - CONTEXT_PERIOD,
        )
        .order_by(messages.c.position.desc())
        .limit(CONTEXT_MESSAGES)
    )
    context = tuple(text for (text,) in before)[::-1]
    return Statement(row.text, _JUDGED_ROLES.get(row.role, Role.MEMBER), context)


def _keep(connection: Connection, console: Console, rows: Sequence[Any], judged: Sequence[Judgement]) -> None:
    fresh = insert(judgements)
    columns = {column.name: fresh.excluded[column.name] for column in judgements.c if column.name != "message_id"}
    # What a person said of a message outlives every later judge.
    upsert = fresh.on_conflict_do_update(
        index_elements=[judgements.c.message_id], set_=columns, where=judgements.c.judge != BY_HAND
    )
    now = console.now()
    connection.execute(
        upsert,
        [
            row_of(MessageId(row.id), judgement, judge=JUDGE_VERSION, profile=row.profile, judged_at=now)
            for row, judgement in zip(rows, judged, strict=True)
        ],
    )
    queue.enqueue_messages(
        connection,
        [
            queue.JudgedMessage(MessageId(row.id), GroupId(row.group_id), row.sent_at, judgement)
            for row, judgement in zip(rows, judged, strict=True)
        ],
    )
    connection.execute(update(messages).where(messages.c.id.in_([row.id for row in rows])).values(needs_judging=False))
