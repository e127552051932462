"""A judgement as a row of the database, and back."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, RowMapping, literal_column, or_, select, update

from console.domain.decision import ItemKind, ItemState
from console.domain.group import GroupId
from console.domain.judgement import (
    Abuse,
    Attention,
    Call112,
    Category,
    Feedback,
    Flag,
    Judgement,
    PersonalData,
    Reason,
    Span,
    Stigma,
)
from console.domain.message import MessageId
from console.store.tables import groups, items, judgements, messages

COLUMNS: Final = (
    judgements.c.category,
    judgements.c.is_primary,
    judgements.c.stigma,
    judgements.c.abuse,
    judgements.c.vigilantism,
    judgements.c.personal_data,
    judgements.c.call112,
    judgements.c.feedback,
    judgements.c.off_topic,
    judgements.c.attention,
    judgements.c.reasons,
)
"""What ``judgement_of`` needs of a row."""

IS_NOTICED: Final = judgements.c.reasons != literal_column("'[]'")
"""Whether the judge noticed anything; word for word the condition of an index, which SQLite then uses."""


def values_of(judgement: Judgement) -> dict[str, Any]:
    """Return the judgement as values of columns; also JSON, as the journal keeps what a person saw."""
    return {
        "category": judgement.category.value,
        "is_primary": judgement.primary,
        "stigma": judgement.stigma.value,
        "abuse": judgement.abuse.value,
        "vigilantism": judgement.vigilantism,
        "personal_data": [kind.value for kind in judgement.personal_data],
        "call112": judgement.call112.value if judgement.call112 else None,
        "feedback": judgement.feedback.value,
        "off_topic": judgement.off_topic,
        "attention": judgement.attention.value,
        "reasons": [
            {
                "flag": reason.flag.value,
                "rule": reason.rule,
                "nl": reason.nl,
                "en": reason.en,
                "spans": [list(span) for span in reason.spans],
            }
            for reason in judgement.reasons
        ],
    }


def row_of(
    message_id: MessageId, judgement: Judgement, *, judge: str, profile: str, judged_at: datetime
) -> dict[str, Any]:
    """Return the whole row for ``insert(judgements)``; ``judge`` is the version of the rules and the model."""
    key = {"message_id": message_id, "judge": judge, "profile": profile, "judged_at": judged_at}
    return key | values_of(judgement)


def reasons_of(stored: list[dict[str, Any]]) -> tuple[Reason, ...]:
    """Return the reasons as values, from the JSON of their column."""
    return tuple(
        Reason(
            flag=Flag(reason["flag"]),
            rule=reason["rule"],
            nl=reason["nl"],
            en=reason["en"],
            spans=tuple(Span(start, end) for start, end in reason["spans"]),
        )
        for reason in stored
    )


def judgement_of(row: RowMapping) -> Judgement:
    """Return the judgement in a row that holds ``COLUMNS``."""
    return Judgement(
        category=Category(row["category"]),
        primary=row["is_primary"],
        stigma=Stigma(row["stigma"]),
        abuse=Abuse(row["abuse"]),
        vigilantism=row["vigilantism"],
        personal_data=tuple(PersonalData(kind) for kind in row["personal_data"]),
        call112=Call112(row["call112"]) if row["call112"] else None,
        feedback=Feedback(row["feedback"]),
        off_topic=row["off_topic"],
        attention=Attention(row["attention"]),
        reasons=reasons_of(row["reasons"]),
    )


def judgement_for(connection: Connection, message_id: int) -> Judgement | None:
    """Return what the judge said of a message, None when it was never judged."""
    row = connection.execute(select(*COLUMNS).where(judgements.c.message_id == message_id)).mappings().first()
    return judgement_of(row) if row else None


IS_DECIDED: Final = (
    select(items.c.id)
    .where(
        items.c.kind == ItemKind.MESSAGE.value,
        items.c.subject_id == messages.c.id,
        items.c.state == ItemState.DONE.value,
    )
    .correlate(messages)
    .exists()
)
"""Whether a person decided about a message: the judgement that was decided on then stays."""


def ask_again(connection: Connection, group_id: GroupId) -> int:
    """Mark the judged, undecided messages of a group for judging anew, as a new profile asks; return how many."""
    return _mark(connection, messages.c.group_id == group_id, _judged())


def ask_newer(connection: Connection, judge: str) -> int:
    """Mark what another version of the judge said of undecided messages, as far as their groups look back."""
    review_from = select(groups.c.review_from).where(groups.c.id == messages.c.group_id).scalar_subquery()
    looked_back_on = or_(review_from.is_(None), messages.c.sent_at >= review_from)
    return _mark(connection, looked_back_on, _judged(judgements.c.judge != judge))


def ask_some(connection: Connection, message_ids: Sequence[int]) -> int:
    """Mark these of the judged, undecided messages for judging anew; return how many."""
    parts = (message_ids[start : start + 500] for start in range(0, len(message_ids), 500))
    return sum(_mark(connection, messages.c.id.in_(part), _judged()) for part in parts)


def _judged(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return select(judgements.c.message_id).where(judgements.c.message_id == messages.c.id, *conditions).exists()


def _mark(connection: Connection, *conditions: ColumnElement[bool]) -> int:
    can_be_judged = messages.c.forgotten_at.is_(None) & ~IS_DECIDED
    return connection.execute(update(messages).where(*conditions, can_be_judged).values(needs_judging=True)).rowcount
