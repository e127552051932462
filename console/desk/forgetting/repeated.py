"""What answers owed repeat of messages: the question and the answer are often the words of a message, copied.

By time they go at the term of answers owed, for somebody still waits. With the person who wrote them they go at once:
the line stays, with its number, its state and all that it counts for. Every function works in the caller's transaction.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, and_, func, null, select, update

from console.desk.forgetting.traces import Rows, empty_sent, forget_words, parts, scrub
from console.domain.decision import ItemKind
from console.store.folding import fold
from console.store.tables import (
    decisions,
    feedback,
    feedback_groups,
    forwards,
    items,
    messages,
    outbox,
    report_messages,
    todos,
)

_RUN: Final = 4  # words in a row by which one text is seen to repeat another
_WORD: Final = re.compile(r"\w+")
_BEGINS: Final = and_(report_messages.c.report_id == feedback_groups.c.report_id, report_messages.c.is_primary)
_REPORTED: Final = func.coalesce(feedback_groups.c.message_id, report_messages.c.message_id)
_ASKED: Final = (
    select(feedback.c.id, feedback.c.what.label("words"), messages.c.text, messages.c.forgotten_at)
    .join(feedback_groups, feedback_groups.c.feedback_id == feedback.c.id)
    .outerjoin(report_messages, _BEGINS)
    .join(messages, messages.c.id == _REPORTED)
    .where(feedback.c.what != "")
)
_ANSWERED: Final = (
    select(feedback.c.id, feedback.c.answer.label("words"), messages.c.text, messages.c.forgotten_at)
    .join(messages, messages.c.id == feedback.c.answer_message_id)
    .where(feedback.c.answer.is_not(None))
)
_SENT: Final = ((outbox, outbox.c.body), (todos, todos.c.text), (forwards, forwards.c.body))


def lines_repeating(connection: Connection, message_ids: Sequence[int]) -> set[int]:
    """Return the ids of the answers owed that repeat any of these messages."""
    return {row.id for wanted in (_ASKED, _ANSWERED) for row in _repeating(connection, wanted, message_ids)}


def erase_repeated(connection: Connection, message_ids: Sequence[int]) -> None:
    """Erase what answers owed repeat of these messages, and what was sent about those; before the messages go."""
    asked = list(_repeating(connection, _ASKED, message_ids))
    answered = list(_repeating(connection, _ANSWERED, message_ids))
    for rows, nothing in ((asked, {"what": ""}), (answered, {"answer": None})):
        for ids in parts(sorted({row.id for row in rows})):
            connection.execute(update(feedback).where(feedback.c.id.in_(ids)).values(nothing))
    for row in (*asked, *answered):
        _erase_sent(connection, row.id, row.words)
    for ids in parts(sorted({row.id for row in (*asked, *answered)})):
        of_line = (items.c.kind == ItemKind.FEEDBACK.value) & items.c.subject_id.in_(ids)
        forget_words(connection, decisions.c.item_id.in_(select(items.c.id).where(of_line)))
        scrub(connection, {feedback: set(ids)})


def _repeating(
    connection: Connection, wanted: Select[*tuple[Any, ...]], message_ids: Sequence[int]
) -> Iterator[Row[*tuple[Any, ...]]]:
    """Yield the lines of which the words repeat a message; of one that was erased before, nobody can tell."""
    for ids in parts(message_ids):
        for row in connection.execute(wanted.where(messages.c.id.in_(ids))).all():
            if row.forgotten_at is not None or repeats(row.words, row.text):
                yield row


def _erase_sent(connection: Connection, line_id: int, words: str) -> None:
    """Erase what was sent, or waits to go, about a line and repeats its words; that it was sent stays."""
    gone: Rows = {}
    for table, column in _SENT:
        sent = select(table.c.id, column).where(table.c.feedback_id == line_id, column.is_not(None))
        gone[table] = {row_id for row_id, text in connection.execute(sent) if repeats(text, words)}
    for table in (outbox, todos):
        empty_sent(connection, table, table.c.id.in_(gone[table]))
    connection.execute(update(forwards).where(forwards.c.id.in_(gone[forwards])).values(body="", payload=null()))
    scrub(connection, gone)


def repeats(text: str, other: str) -> bool:
    """Whether a text holds some words in a row of another, or all of them where those are few."""
    run = min(_RUN, len(_words(other)))
    return run > 0 and not _runs(text, run).isdisjoint(_runs(other, run))


def _runs(text: str, length: int) -> set[tuple[str, ...]]:
    words = _words(text)
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))
