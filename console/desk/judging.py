"""Has the judge look at what was taken in, a batch at a time, and queues what deserves a person's look.

Apart from the import itself, so that an import that was cut short loses nothing: what was not judged yet is marked in
the store, and the next call goes on there.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import Connection, Select, func, select, update
from sqlalchemy.dialects.sqlite import insert

from console.desk import queue
from console.desk.console import Console
from console.domain.changes import Changes
from console.domain.group import GroupId
from console.domain.judgement import Attention, Category, Judgement, Role, Statement
from console.domain.message import Kind, MessageId
from console.jobs import CancelToken, Progress
from console.judge import JUDGE_VERSION, judge
from console.judge.profiles import load_profile
from console.judge.reasons import explain_off_topic
from console.store.queries.judgements import BY_HAND, categories_by_hand, row_of
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
            rows = connection.execute(
                _questions().where(messages.c.needs_judging).order_by(messages.c.id).limit(BATCH)
            ).all()
            statements = _statements(connection, rows)
            by_hand = categories_by_hand(connection, [row.id for row in rows])
        if not rows:
            return flagged
        judged = [_judge(said, row.profile, by_hand.get(row.id)) for row, said in zip(rows, statements, strict=True)]
        with console.store.writing() as connection:
            kept = _keep(connection, console, rows, judged, by_hand)
        flagged += sum(judgement.attention is not Attention.NONE for judgement in kept)
        done += len(kept)
        if progress is not None:
            progress.report("judging", min(done / total, 1.0) if total else None, done)


def judge_waiting(console: Console, *, progress: Progress | None = None, cancel: CancelToken | None = None) -> Changes:
    """Judge what an import that was cut short or a new profile left waiting; return what the pages should look at."""
    with console.store.reading() as connection:
        waits = connection.scalar(select(messages.c.id).where(messages.c.needs_judging).limit(1)) is not None
    if waits:
        judge_pending(console, progress=progress, cancel=cancel)
    return Changes(messages=waits, items=waits)


def judge_by_hand(connection: Connection, message_id: MessageId, category: Category) -> Judgement | None:
    """Return the judgement of a stored message with the category that a person chose; None when it is not there."""
    rows = connection.execute(_questions().where(messages.c.id == message_id)).all()
    statements = _statements(connection, rows)
    return _judge(statements[0], rows[0].profile, category) if rows else None


def judge_again(connection: Connection, console: Console, message_id: int) -> None:
    """Judge one stored message now, in the caller's transaction; a category by hand stays."""
    rows = connection.execute(_questions().where(messages.c.id == message_id)).all()
    by_hand = categories_by_hand(connection, [message_id])
    statements = _statements(connection, rows)
    judged = [_judge(said, row.profile, by_hand.get(row.id)) for row, said in zip(rows, statements, strict=True)]
    _keep(connection, console, rows, judged, by_hand)


def _judge(statement: Statement, profile_key: str, by_hand: Category | None) -> Judgement:
    """Return what the judge says; with a category by hand, whether the message belongs follows from that.

    Being off-topic then asks for no attention, for somebody just looked. What else stands in the text still does.
    """
    profile = load_profile(profile_key)
    if by_hand is None:
        return judge(statement, profile)
    judgement = replace(judge(statement, replace(profile, on_topic=frozenset(Category))), category=by_hand)
    if statement.role is not Role.MEMBER or by_hand in profile.on_topic:
        return judgement
    reason = explain_off_topic(profile.key, by_hand, profile.redirects.get(by_hand), ())
    return replace(judgement, off_topic=True, reasons=(*judgement.reasons, reason))


def _questions() -> Select[*tuple[Any, ...]]:
    return (
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
    )


def _statements(connection: Connection, rows: Sequence[Any]) -> list[Statement]:
    """Return what the judge is asked of each row: the text, who wrote it, and what was said just before it.

    The nearest messages are found by their place in the chat. Looked for by time, they would cost a walk to the
    beginning of a chat in which nobody had said anything for hours.
    """
    asked, before = messages.alias("asked"), messages.alias("before")
    nearest = (
        select(messages.c.id)
        .where(
            messages.c.group_id == asked.c.group_id,
            messages.c.position < asked.c.position,
            messages.c.kind == Kind.TEXT.value,
        )
        .order_by(messages.c.position.desc())
        .limit(CONTEXT_MESSAGES)
        .correlate(asked)
    )
    said_before = (
        select(asked.c.id, asked.c.sent_at, before.c.sent_at, before.c.text)
        .join_from(asked, before, before.c.id.in_(nearest))
        .where(asked.c.id.in_([row.id for row in rows]))
        .order_by(before.c.position)
    )
    context: dict[int, list[str]] = defaultdict(list)
    for message_id, at, earlier, text in connection.execute(said_before):
        if at - earlier <= CONTEXT_PERIOD:
            context[message_id].append(text)
    return [
        Statement(row.text, _JUDGED_ROLES.get(row.role, Role.MEMBER), tuple(context.get(row.id, ()))) for row in rows
    ]


def _keep(
    connection: Connection,
    console: Console,
    rows: Sequence[Any],
    judged: Sequence[Judgement],
    by_hand: Mapping[int, Category],
) -> list[Judgement]:
    """Store and queue the judgements, and return them; not those of which the ground changed while they were made.

    Meanwhile an import may have edited a text, or a person have corrected a category or chosen another profile. Such a
    message still waits and is judged again.
    """
    ids = [row.id for row in rows]
    ground_now = {row.id: row for row in connection.execute(_questions().where(messages.c.id.in_(ids)))}
    by_hand_now = categories_by_hand(connection, ids)
    sound = [
        (row, judgement)
        for row, judgement in zip(rows, judged, strict=True)
        if ground_now.get(row.id) == row and by_hand_now.get(row.id) == by_hand.get(row.id)
    ]
    if not sound:
        return []
    fresh = insert(judgements)
    columns = {column.name: fresh.excluded[column.name] for column in judgements.c if column.name != "message_id"}
    upsert = fresh.on_conflict_do_update(index_elements=[judgements.c.message_id], set_=columns)
    now = console.now()
    connection.execute(
        upsert,
        [
            row_of(
                MessageId(row.id),
                judgement,
                # What a person said of a message outlives every later judge.
                judge=BY_HAND if row.id in by_hand else JUDGE_VERSION,
                profile=row.profile,
                judged_at=now,
            )
            for row, judgement in sound
        ],
    )
    queue.enqueue_messages(
        connection,
        [
            queue.JudgedMessage(MessageId(row.id), GroupId(row.group_id), row.sent_at, judgement)
            for row, judgement in sound
        ],
    )
    settled = messages.c.id.in_([row.id for row, _ in sound])
    connection.execute(update(messages).where(settled).values(needs_judging=False))
    return [judgement for _, judgement in sound]
