"""Has the judge look at what was taken in, a batch at a time, and queues what deserves a person's look.

Apart from the import itself, which is done at once: what was not judged yet is marked in the store, and the next call
goes on there, newest first. Stopped or killed, it loses nothing.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, func, select, update
from sqlalchemy.dialects.sqlite import insert

from console.desk import look_back, queue
from console.desk.console import Console
from console.desk.habits import alike, ask_habits
from console.desk.joining.from_chat import take_questions
from console.desk.reports import stories
from console.desk.reports.placing import is_ready, place_pending
from console.desk.rules import profile_under, rules_in_shade, rules_of
from console.domain.changes import Changes, together
from console.domain.group import GroupId
from console.domain.judgement import Attention, Correction, Judgement, Label, Role, Statement
from console.domain.message import Kind, MessageId
from console.domain.profile import Profile
from console.jobs import CancelToken, Progress
from console.judge import JUDGE_VERSION, Asked, Lessons, judge_all, judge_under
from console.store.queries.corrections import said_of, taught_in
from console.store.queries.counts import keep_counts
from console.store.queries.judgements import ask_newer, ask_some, row_of, values_of
from console.store.tables import groups, judgements, members, messages, settings, shadow_judgements

BATCH: Final = 50  # a second of work, after which what was judged is safe and an import may go first
CONTEXT_MESSAGES: Final = 3
CONTEXT_PERIOD: Final = timedelta(hours=3)  # what was said yesterday is another conversation
_JUDGED_ROLES: Final = {role.value: role for role in Role}
_JUDGED_BY: Final = "judged_by"  # in the settings: the version of the judge that the store was brought up to
_GROUPS_REMEMBERED: Final = 16


def judge_pending(console: Console, *, progress: Progress | None = None, cancel: CancelToken | None = None) -> int:
    """Judge every message that waits for it, the newest first, and return how many of them deserve attention.

    What was judged is placed in reports (``desk/reports``). Each batch is one transaction: stopped or killed, what was
    judged stays judged. Raises ``CancelledError``.
    """
    flagged = done = 0
    newest_first = (messages.c.sent_at.desc(), messages.c.position.desc())
    waiting = _rows().where(messages.c.needs_judging).order_by(*newest_first).limit(BATCH)
    with console.store.reading() as connection:
        total = connection.scalar(select(func.count()).where(messages.c.needs_judging)) or 0
    if progress is not None:
        progress.total = total
    while True:
        if cancel is not None:
            cancel.check()
        with console.store.reading() as connection:
            questions = _questions(connection, waiting)
        if not questions:
            place_pending(console, cancel=cancel)
            return flagged
        judged = _judge(questions)
        with console.store.writing() as connection:
            kept = _keep(connection, console, questions, judged)
            keep_counts(connection)
        flagged += sum(judgement.attention is not Attention.NONE for judgement in kept)
        done += len(kept)
        if progress is not None:
            progress.total = max(total, done)  # more may have come in meanwhile
            progress.report("judging", done / max(progress.total, 1), done)
        if is_ready(console):
            place_pending(console, cancel=cancel)  # what is new is shown with its report before history is judged


def judge_waiting(console: Console, *, progress: Progress | None = None, cancel: CancelToken | None = None) -> Changes:
    """Judge what an import, a new profile or a new judge left waiting.

    What an older version of the judge said is asked anew as far as the groups look back; older messages and those that
    a person decided about keep their judgement. What was judged, now or before, is placed in reports. Returns what the
    pages should look at. Raises ``CancelledError``.
    """
    from console.desk.forgetting import older_history  # only now: it erases, and what erases may decide

    _ask_for_this_version(console)
    ask_habits(console)
    waits = has_waiting(console)
    if waits:
        judge_pending(console, progress=progress, cancel=cancel)
    is_placed = place_pending(console, progress=progress, cancel=cancel) > 0 or waits
    seen = Changes(messages=waits, items=is_placed, requests=waits, reports=is_placed, feedback=is_placed)
    return together([seen, older_history.forget_judged(console)])


def has_waiting(console: Console) -> bool:
    """Whether any message waits for the judge."""
    with console.store.reading() as connection:
        return connection.scalar(select(messages.c.id).where(messages.c.needs_judging).limit(1)) is not None


def _ask_for_this_version(console: Console) -> None:
    """Mark what an older judge said, once: from then on the marks themselves say what is left."""
    with console.store.reading() as connection:
        if connection.scalar(select(settings.c.value).where(settings.c.key == _JUDGED_BY)) == JUDGE_VERSION:
            return
    with console.store.writing() as connection:
        ask_newer(connection, JUDGE_VERSION)
        fresh = insert(settings).values(key=_JUDGED_BY, value=JUDGE_VERSION)
        connection.execute(
            fresh.on_conflict_do_update(index_elements=[settings.c.key], set_={"value": fresh.excluded.value})
        )


def judge_again(connection: Connection, console: Console, message_id: int) -> Judgement | None:
    """Judge one stored message now, in the caller's transaction; None when it is not there."""
    questions = _questions(connection, _rows().where(messages.c.id == message_id))
    judged = _judge(questions)
    _keep(connection, console, questions, judged)
    return judged[0].judgement if judged else None


def ask_alike(connection: Connection, group_id: GroupId, taught: tuple[Correction, ...]) -> None:
    """Mark what these corrections say something about."""
    ask_some(connection, alike(connection, group_id, taught))


def question_about(connection: Connection, message_id: int) -> Asked | None:
    """Return what the judge is asked of a stored message; None when it is not there."""
    questions = _questions(connection, _rows().where(messages.c.id == message_id))
    return questions[0].asked if questions else None


def asked_of(connection: Connection, message_ids: Sequence[MessageId]) -> dict[MessageId, Asked]:
    """Return what the judge is asked of stored messages, in this order; those that are not there are left out."""
    questions = _questions(connection, _rows().where(messages.c.id.in_(message_ids)))
    asked = {question.ground.row.id: question.asked for question in questions}
    return {message_id: asked[message_id] for message_id in message_ids if message_id in asked}


# --- what the judge is asked -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Ground:
    """What a judgement of one message rests on; when it changed meanwhile, the judgement does not count."""

    row: Row[*tuple[Any, ...]]
    said: Mapping[Label, str]
    taught: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class _Question:
    """A stored message with what the judge is asked of it."""

    ground: _Ground
    asked: Asked
    shade: Profile | None  # the settings that are tried in the shade


def _rows() -> Select[*tuple[Any, ...]]:
    return (
        select(
            messages.c.id,
            messages.c.group_id,
            messages.c.position,
            messages.c.sent_at,
            messages.c.text,
            groups.c.profile,
            groups.c.strictness,
            groups.c.overrides,
            groups.c.shadow,
            members.c.role,
        )
        .join(groups, groups.c.id == messages.c.group_id)
        .outerjoin(members, members.c.id == messages.c.member_id)
        .where(messages.c.forgotten_at.is_(None))  # what was judged before its words were erased stays as it is
    )


def _grounds(connection: Connection, wanted: Select[*tuple[Any, ...]]) -> list[_Ground]:
    rows = connection.execute(wanted).all()
    said = said_of(connection, [row.id for row in rows])
    taught = taught_in(connection, {row.group_id for row in rows})
    return [_Ground(row, said.get(row.id, {}), taught.get(row.group_id, ())) for row in rows]


def _questions(connection: Connection, wanted: Select[*tuple[Any, ...]]) -> list[_Question]:
    grounds = _grounds(connection, wanted)
    statements = _statements(connection, [ground.row for ground in grounds])
    return [
        _Question(
            ground,
            Asked(statement, _profile(ground.row), _lessons(ground.taught), ground.said),
            profile_under(rules_in_shade(ground.row.shadow)) if ground.row.shadow else None,
        )
        for ground, statement in zip(grounds, statements, strict=True)
    ]


def profile_of(connection: Connection, message_id: int) -> Profile | None:
    """Return what the group of a message makes of its kind of group; None when the message is not there."""
    row = connection.execute(_rows().where(messages.c.id == message_id)).first()
    return _profile(row) if row else None


def _profile(row: Row[*tuple[Any, ...]]) -> Profile:
    return profile_under(rules_of(row.profile, row.strictness, row.overrides))


_lessons = lru_cache(maxsize=_GROUPS_REMEMBERED)(Lessons)
"""The lessons of a group, compared with each other once; a new correction makes new lessons."""


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


# --- what it answers -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Answer:
    """What the judge says of a message, and what it would say under the settings that are tried in the shade."""

    judgement: Judgement
    in_shade: Judgement | None = None


def _judge(questions: Sequence[_Question]) -> list[_Answer]:
    asked = [question.asked for question in questions]
    if all(question.shade is None for question in questions):
        return [_Answer(judgement) for judgement in judge_all(asked)]
    profiles = [tuple(filter(None, (one.asked.profile, one.shade))) for one in questions]
    return [_Answer(*judgements_of_one) for judgements_of_one in judge_under(asked, profiles)]


def _keep(
    connection: Connection, console: Console, questions: Sequence[_Question], judged: Sequence[_Answer]
) -> list[Judgement]:
    """Store and queue the judgements, and return them; not those of which the ground changed while they were made.

    Meanwhile an import may have edited a text, or a person have corrected a message or chosen another profile. Such a
    message still waits and is judged again.
    """
    ids = [question.ground.row.id for question in questions]
    ground_now = {ground.row.id: ground for ground in _grounds(connection, _rows().where(messages.c.id.in_(ids)))}
    answered = [
        (question.ground.row, answer)
        for question, answer in zip(questions, judged, strict=True)
        if ground_now.get(question.ground.row.id) == question.ground
    ]
    if not answered:
        return []
    sound = [(row, answer.judgement) for row, answer in answered]
    fresh = insert(judgements)
    columns = {column.name: fresh.excluded[column.name] for column in judgements.c if column.name != "message_id"}
    upsert = fresh.on_conflict_do_update(index_elements=[judgements.c.message_id], set_=columns)
    now = console.now()
    connection.execute(
        upsert,
        [
            row_of(MessageId(row.id), judgement, judge=JUDGE_VERSION, profile=row.profile, judged_at=now)
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
    _keep_in_shade(connection, console, {row.id: answer.in_shade for row, answer in answered if answer.in_shade})
    settled = messages.c.id.in_([row.id for row, _ in sound])
    connection.execute(update(messages).where(settled).values(needs_judging=False))
    look_back.decide(connection)
    take_questions(connection, console, [row.id for row, _ in sound])
    stories.mark(connection, [row.id for row, _ in sound])
    return [judgement for _, judgement in sound]


def _keep_in_shade(connection: Connection, console: Console, judged: Mapping[int, Judgement]) -> None:
    """Store what other settings would have said; nothing of it is queued."""
    if not judged:
        return
    fresh = insert(shadow_judgements)
    columns = {
        column.name: fresh.excluded[column.name] for column in shadow_judgements.c if column.name != "message_id"
    }
    upsert = fresh.on_conflict_do_update(index_elements=[shadow_judgements.c.message_id], set_=columns)
    rows = [
        {name: values_of(judgement)[name] for name in ("attention", "reasons")}
        | {"message_id": message_id, "judged_at": console.now()}
        for message_id, judgement in judged.items()
    ]
    connection.execute(upsert, rows)
