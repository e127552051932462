"""A judgement as a row of the database, and back."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, RowMapping, literal_column, select, update

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
from console.store.tables import judgements, messages

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

BY_HAND: Final = "by_hand"
"""In the column ``judge``: a person said what the message is about."""


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


def categories_by_hand(connection: Connection, message_ids: Collection[int]) -> dict[int, Category]:
    """Return the categories that people chose for some of these messages; judging anew must keep them."""
    chosen = select(judgements.c.message_id, judgements.c.category).where(
        judgements.c.judge == BY_HAND, judgements.c.message_id.in_(message_ids)
    )
    return {message_id: Category(category) for message_id, category in connection.execute(chosen)}


def ask_again(connection: Connection, group_id: GroupId) -> int:
    """Mark every judged message of a group for judging anew, as a new profile asks; return how many."""
    judged = select(judgements.c.message_id).where(judgements.c.message_id == messages.c.id).exists()
    marked = update(messages).where(messages.c.group_id == group_id, judged).values(needs_judging=True)
    return connection.execute(marked).rowcount
