"""Shadow mode: rules that judge along with every message that is judged, and queue nothing.

The rules and since when stand in ``groups.shadow``, so that the journal and undo know them like any other setting. What
they said is kept (``judging``) and shown beside what was really said, until they are switched on or dropped.
"""

from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Connection, func, or_, select

from console.desk.console import Console
from console.desk.rule_lab import Difference, change, group_row, tell
from console.desk.rules import as_stored, rules_in_shade
from console.domain.changes import Changes
from console.domain.group import GroupId
from console.domain.judgement import Attention, Category, Judgement
from console.domain.message import MessageId
from console.domain.rules import Rules
from console.domain.trial import Trial
from console.store.queries.judgements import COLUMNS, judgement_of, reasons_of
from console.store.tables import judgements, messages, shadow_judgements


def start(console: Console, group_id: GroupId, rules: Rules) -> Changes:
    """Let rules judge along from now on; they take the place of others that did.

    Raises ``ExpectedError``: ``group_gone``, ``profile_unknown``.
    """
    with console.store.writing() as connection:
        row = group_row(connection, group_id)
        tried = as_stored(rules) | {"since": int(console.now().timestamp())}
        return change(connection, console, group_id, row, {"shadow": tried})


def drop(console: Console, group_id: GroupId) -> Changes:
    """End the trial; what was said in it is shown no more. Raises ``ExpectedError("group_gone")``."""
    with console.store.writing() as connection:
        return change(connection, console, group_id, group_row(connection, group_id), {"shadow": None})


def seen(console: Console, group_id: GroupId) -> tuple[Rules, Trial] | None:
    """Return the rules that a group tries in the shade and what they said so far, None when it tries none.

    Raises ``ExpectedError("group_gone")``.
    """
    with console.store.reading() as connection:
        shadow = group_row(connection, group_id)["shadow"]
        if not isinstance(shadow, dict):
            return None
        since = datetime.fromtimestamp(shadow["since"], UTC)
        of_group = (messages.c.group_id == group_id, shadow_judgements.c.judged_at >= since)
        judged_along = select(func.count()).select_from(shadow_judgements).join(messages).where(*of_group)
        looked_at = connection.scalar(judged_along) or 0
        flagged = _flagged(connection, *of_group)
        return rules_in_shade(shadow), tell(connection, console, flagged, looked_at=looked_at, since=since)


def _flagged(connection: Connection, *of_group: ColumnElement[bool]) -> list[Difference]:
    none = Attention.NONE.value
    found = (
        select(
            messages.c.id,
            shadow_judgements.c.attention.label("attention_then"),
            shadow_judgements.c.reasons.label("reasons_then"),
            *COLUMNS,
        )
        .select_from(messages)
        .join(shadow_judgements, shadow_judgements.c.message_id == messages.c.id)
        .join(judgements, judgements.c.message_id == messages.c.id)
        .where(*of_group, or_(judgements.c.attention != none, shadow_judgements.c.attention != none))
        .order_by(messages.c.sent_at.desc(), messages.c.position.desc())
    )
    return [
        Difference(
            MessageId(row["id"]),
            judgement_of(row),
            Judgement(
                Category(row["category"]),
                attention=Attention(row["attention_then"]),
                reasons=reasons_of(row["reasons_then"]),
            ),
        )
        for row in connection.execute(found).mappings()
    ]
