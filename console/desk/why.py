"""Waarom?: the full reasoning of the judge about one message."""

from sqlalchemy import select

from console.desk.console import Console
from console.desk.judging import question_about
from console.domain.judgement import Reasoning
from console.domain.message import MessageId
from console.errors import ExpectedError
from console.judge import why as reasoning_of
from console.store.queries.judgements import judgement_for
from console.store.tables import messages


def why(console: Console, message_id: MessageId) -> Reasoning:
    """Return why the judge says what it says of a message, as it now stands in its group.

    Raises ``ExpectedError``: ``message_gone``, ``text_erased``, ``not_judged`` for one that the judge has not seen.
    """
    with console.store.reading() as connection:
        asked = question_about(connection, message_id)
        is_judged = judgement_for(connection, message_id) is not None
        is_erased = connection.scalar(select(messages.c.forgotten_at).where(messages.c.id == message_id)) is not None
    if is_erased:
        raise ExpectedError("text_erased")
    if asked is None:
        raise ExpectedError("message_gone")
    if not is_judged:
        raise ExpectedError("not_judged")
    return reasoning_of(asked)
