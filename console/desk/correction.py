"""What the judge says when a person has said what a message is about."""

from dataclasses import replace
from typing import Final

from sqlalchemy import Connection, select, tuple_

from console.desk.conversation import role_of
from console.domain.judgement import Category, Judgement, Role, Statement
from console.domain.message import Kind, MessageId
from console.domain.profile import Profile
from console.judge import judge
from console.judge.reasons import explain_off_topic
from console.store.tables import members, messages

CONTEXT_MESSAGES: Final = 3


def judge_by_hand(statement: Statement, profile: Profile, category: Category) -> Judgement:
    """Return the judgement with the category that a person chose.

    Whether it belongs in the group follows from that category, and asks for no attention: somebody just looked. What
    else the judge sees in the text stays. A message that is judged anew must come here again when
    ``categories_by_hand`` knows it.
    """
    judgement = judge(statement, replace(profile, on_topic=frozenset(Category)))
    if statement.role is not Role.MEMBER or category in profile.on_topic:
        return replace(judgement, category=category)
    reason = explain_off_topic(profile.key, category, profile.redirects.get(category), ())
    return replace(judgement, category=category, off_topic=True, reasons=(*judgement.reasons, reason))


def statement_of(connection: Connection, message_id: MessageId) -> Statement:
    """Return a stored message as the judge wants it: who wrote it, and up to three texts before it, oldest first."""
    message = connection.execute(
        select(messages.c.group_id, messages.c.position, messages.c.text, members.c.role)
        .outerjoin(members, members.c.id == messages.c.member_id)
        .where(messages.c.id == message_id)
    ).one()
    earlier = connection.execute(
        select(messages.c.text)
        .where(
            messages.c.group_id == message.group_id,
            messages.c.kind == Kind.TEXT.value,
            tuple_(messages.c.position, messages.c.id) < tuple_(message.position, message_id),
        )
        .order_by(messages.c.position.desc(), messages.c.id.desc())
        .limit(CONTEXT_MESSAGES)
    )
    context = tuple(earlier.scalars())[::-1]
    return Statement(message.text, role_of(message.role), context)
