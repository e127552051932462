"""The rule lab: other rules tried on a group's last months before they count, beside what people decided about those.

Nothing is kept of a trial. ``switch_on`` puts rules in force: the messages that nobody decided about are judged anew.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, case, func, select

from console.desk.console import Console
from console.desk.forgetting.shown import shown_text
from console.desk.journal import RowChange, changes_of, decide
from console.desk.judging import asked_of
from console.desk.rules import COLUMNS, as_stored, profile_under
from console.domain.changes import Changes
from console.domain.decision import ItemKind, Verb
from console.domain.group import GroupId
from console.domain.judgement import Attention, Judgement
from console.domain.message import MessageId
from console.domain.rules import Rules
from console.domain.trial import Opinion, Sample, Tally, Trial
from console.errors import ExpectedError
from console.jobs import CancelToken, Progress
from console.judge import judge_under
from console.store.queries.corrections import HAS_WORDS, IS_OF_THIS_TEXT, IS_SAID
from console.store.queries.decisions import IS_UNDONE
from console.store.tables import corrections, decisions, groups, items, judgements, members, messages

BATCH: Final = 50
SAMPLES: Final = 30
TEXT_CHARACTERS: Final = 300
MONTH: Final = timedelta(days=30.5)
MONTHS: Final = (1, 3, 6, 12)
"""The choices of how far back to try; a year is enough to see every season."""

_ACTED: Final = (
    Verb.PRIVATE,
    Verb.GROUP,
    Verb.DELETE,
    Verb.REDIRECT,
    Verb.OTHER_GROUP,
    Verb.OFFICER,
    Verb.HANDLED,
    Verb.TALK,
    Verb.REMOVE,
)


@dataclass(frozen=True, slots=True)
class Difference:
    """A message that asks for attention under the rules in force or under others; ``then`` may hold reasons alone."""

    message_id: MessageId
    now: Judgement
    then: Judgement


def try_rules(
    console: Console,
    group_id: GroupId,
    rules: Rules,
    months: int,
    *,
    progress: Progress | None = None,
    cancel: CancelToken | None = None,
) -> Trial:
    """Return what other rules would make of the last months of a group's chat, counted from its newest message.

    Both sides are judged now, with what the group taught. A message costs about 20 ms; 1,000 of them 20 seconds.
    Raises ``CancelledError``, and ``ExpectedError``: ``group_gone``, ``profile_unknown``.
    """
    tried = profile_under(rules)
    with console.store.reading() as connection:
        since, ids = _judged_since(connection, group_id, months)
    flagged: list[Difference] = []
    if progress is not None:
        progress.total = len(ids)
    for start in range(0, len(ids), BATCH):
        if cancel is not None:
            cancel.check()
        with console.store.reading() as connection:
            asked = asked_of(connection, ids[start : start + BATCH])
        judged = judge_under(list(asked.values()), [(one.profile, tried) for one in asked.values()])
        flagged += (
            Difference(message_id, now, then)
            for message_id, (now, then) in zip(asked, judged, strict=True)
            if {now.attention, then.attention} != {Attention.NONE}
        )
        if progress is not None:
            done = min(start + BATCH, len(ids))
            progress.report("judging", done / len(ids), done)
    with console.store.reading() as connection:
        return tell(connection, console, flagged, looked_at=len(ids), since=since)


def switch_on(console: Console, group_id: GroupId, rules: Rules) -> Changes:
    """Put rules in force and end a trial in the shade; one entry of the journal, and one undo.

    Raises ``ExpectedError``: ``group_gone``, ``profile_unknown``.
    """
    with console.store.writing() as connection:
        row = group_row(connection, group_id)
        wanted = as_stored(rules, row["overrides"]) | {"shadow": None}
        return change(connection, console, group_id, row, wanted)


def group_row(connection: Connection, group_id: GroupId) -> Mapping[str, Any]:
    """Return the settings of a group as stored. Raises ``ExpectedError("group_gone")``."""
    columns = [groups.c[name] for name in (*COLUMNS, "shadow")]
    row = connection.execute(select(*columns).where(groups.c.id == group_id)).mappings().first()
    if row is None:
        raise ExpectedError("group_gone")
    return dict(row)


def change(
    connection: Connection, console: Console, group_id: GroupId, row: Mapping[str, Any], wanted: Mapping[str, Any]
) -> Changes:
    """Write down what is wanted of a group's row; nothing when it is so already."""
    after = {name: value for name, value in wanted.items() if value != row[name]}
    if not after:
        return Changes()
    changes = [RowChange(groups, group_id, before={name: row[name] for name in after}, after=after)]
    decision = decide(connection, console, Verb.SETTINGS, changes, group_id=group_id)
    return changes_of(changes, group_id, decision)


# --- telling the difference ------------------------------------------------------------------------------------------


def tell(
    connection: Connection, console: Console, flagged: Sequence[Difference], *, looked_at: int, since: datetime | None
) -> Trial:
    """Return a trial over messages that ask for attention on either side, the newest first."""
    opinions = _opinions(connection, [one.message_id for one in flagged])

    def tally(chosen: Iterable[Difference]) -> Tally:
        found = [opinions.get(one.message_id, Opinion.UNKNOWN) for one in chosen]
        return Tally(*(found.count(opinion) for opinion in Opinion))

    added = [one for one in flagged if one.now.attention is Attention.NONE]
    gone = [one for one in flagged if one.then.attention is Attention.NONE]
    return Trial(
        looked_at=looked_at,
        since=since,
        now=tally(one for one in flagged if one.now.attention is not Attention.NONE),
        then=tally(one for one in flagged if one.then.attention is not Attention.NONE),
        added=tally(added),
        gone=tally(gone),
        added_samples=_samples(connection, console, [(one.message_id, one.then) for one in added], opinions),
        gone_samples=_samples(connection, console, [(one.message_id, one.now) for one in gone], opinions),
    )


def _samples(
    connection: Connection,
    console: Console,
    shown: Sequence[tuple[MessageId, Judgement]],
    opinions: Mapping[MessageId, Opinion],
) -> tuple[Sample, ...]:
    shown = shown[:SAMPLES]
    rows = connection.execute(
        select(
            messages.c.id,
            messages.c.sent_at,
            members.c.name,
            func.substr(shown_text(console.language), 1, TEXT_CHARACTERS).label("text"),
        )
        .outerjoin(members, members.c.id == messages.c.member_id)
        .where(messages.c.id.in_([message_id for message_id, _ in shown]))
    )
    by_id = {row.id: row for row in rows}
    return tuple(
        Sample(
            message_id,
            by_id[message_id].sent_at,
            by_id[message_id].name,
            by_id[message_id].text,
            judgement.reasons[0].sentence(console.language),
            opinions.get(message_id, Opinion.UNKNOWN),
        )
        for message_id, judgement in shown
    )


def _judged_since(connection: Connection, group_id: GroupId, months: int) -> tuple[datetime | None, list[MessageId]]:
    """Return from when on, and the judged messages of a group since then, the newest first."""
    if connection.scalar(select(groups.c.id).where(groups.c.id == group_id)) is None:
        raise ExpectedError("group_gone")
    newest = connection.scalar(select(func.max(messages.c.sent_at)).where(messages.c.group_id == group_id))
    if newest is None:
        return None, []
    since = newest - MONTH * months
    found = (
        select(messages.c.id)
        .join(judgements, judgements.c.message_id == messages.c.id)
        .where(messages.c.group_id == group_id, messages.c.sent_at >= since, HAS_WORDS)
        .order_by(messages.c.sent_at.desc(), messages.c.position.desc())
    )
    return since, [MessageId(message_id) for message_id in connection.scalars(found)]


# --- what people thought ---------------------------------------------------------------------------------------------


def _opinions(connection: Connection, message_ids: Sequence[MessageId]) -> dict[MessageId, Opinion]:
    """Return what people showed to think of messages; a decision tells more than a correction, the last one most."""
    found: dict[MessageId, Opinion] = {}
    for start in range(0, len(message_ids), 500):
        part = message_ids[start : start + 500]
        found |= _said_of(connection, part) | _decided_about(connection, part)
    return found


def _decided_about(connection: Connection, message_ids: Sequence[MessageId]) -> dict[MessageId, Opinion]:
    is_fine = decisions.c.verb == Verb.FINE.value
    decided = (
        select(items.c.subject_id, case((is_fine, Opinion.FINE.value), else_=Opinion.RIGHT.value))
        .join(items, items.c.id == decisions.c.item_id)
        .where(
            items.c.kind == ItemKind.MESSAGE.value,
            items.c.subject_id.in_(message_ids),
            decisions.c.verb.in_([Verb.FINE.value, *(verb.value for verb in _ACTED)]),
            ~IS_UNDONE.element,
        )
        .order_by(decisions.c.id)
    )
    return {MessageId(message_id): Opinion(word) for message_id, word in connection.execute(decided)}


def _said_of(connection: Connection, message_ids: Sequence[MessageId]) -> dict[MessageId, Opinion]:
    """Return what Klopt niet says: that nothing was the matter, or that something was missed."""
    is_denied = corrections.c.value.in_(["none", "no"])
    said = (
        select(corrections.c.message_id, case((is_denied, Opinion.FINE.value), else_=Opinion.RIGHT.value))
        .where(
            corrections.c.message_id.in_(message_ids),
            corrections.c.removed_at.is_(None),
            corrections.c.label != "category",
            IS_SAID,
            IS_OF_THIS_TEXT,
        )
        .order_by(is_denied.desc())  # who denies one thing and adds another found something to look at
    )
    return {MessageId(message_id): Opinion(word) for message_id, word in connection.execute(said)}
