"""Erasing the words of messages, and all that repeats them; what they counted for in a report stays.

Of a message stay who wrote it and when, of what kind it was, what the judge saw in it and what was decided. A keyed
hash of the words stays too (``messages.mark``), so that an older export brings neither the words nor the message twice.
Every function works in the caller's transaction.
"""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import ColumnElement, Connection, Table, case, func, null, select, update

from console.desk.console import Console
from console.desk.forgetting.traces import Rows, empty_notes, empty_sent, forget_words, parts, scrub
from console.desk.reports import stories
from console.domain.decision import ItemKind, ItemState
from console.domain.outgoing import SendState, TodoState
from console.store.keyed_hash import make_key, text_mark
from console.store.tables import (
    decisions,
    feedback_finds,
    items,
    judgements,
    message_changes,
    messages,
    notes,
    outbox,
    report_messages,
    reports,
    shadow_judgements,
    todos,
)

_DECLINED: Final = "declined"
_OPEN: Final = "open"


def erase_texts(connection: Connection, console: Console, message_ids: Sequence[int]) -> None:
    """Erase the words of these messages for good, wherever they stand; those that were erased already stay so."""
    for ids in parts(message_ids):
        _tell_reports(connection, ids)
        _empty_messages(connection, console, ids)
        changed = update(message_changes).where(message_changes.c.message_id.in_(ids))
        connection.execute(changed.where(message_changes.c.before.is_not(None)).values(before=""))
        connection.execute(changed.where(message_changes.c.after.is_not(None)).values(after=""))
        for table in (judgements, shadow_judgements):
            _forget_places(connection, table, ids)
        forget_links(connection, ids)
        _forget_finds(connection, ids)
        _forget_around(connection, console, ids)


def _tell_reports(connection: Connection, ids: Sequence[int]) -> None:
    """Let their reports say what the words still tell: afterwards what was told stays."""
    of_these = select(report_messages.c.report_id).where(report_messages.c.message_id.in_(ids))
    waiting = select(reports.c.id).where(reports.c.id.in_(of_these), reports.c.needs_telling)
    stories.tell_now(connection, connection.scalars(waiting).all())


def _empty_messages(connection: Connection, console: Console, ids: Sequence[int]) -> None:
    key = make_key(connection)
    wanted = select(messages.c.id, messages.c.text, messages.c.mark)
    rows = connection.execute(wanted.where(messages.c.id.in_(ids), messages.c.forgotten_at.is_(None))).all()
    if not rows:
        return
    marks = {row.id: row.mark or text_mark(key, row.text) for row in rows}
    nothing = {"text": "", "attachments": null(), "subject": null(), "needs_judging": False, "needs_placing": False}
    emptied = update(messages).where(messages.c.id.in_(marks))
    connection.execute(
        emptied.values(nothing).values(forgotten_at=console.now(), mark=case(marks, value=messages.c.id))
    )


def _forget_places(connection: Connection, table: Table, ids: Sequence[int]) -> None:
    """Keep of each reason what it was, not where in the text it stood."""
    of_message = table.c.message_id
    wanted = select(of_message, table.c.reasons).where(of_message.in_(ids), func.json_array_length(table.c.reasons) > 0)
    for message_id, reasons in connection.execute(wanted).all():
        if any(reason["spans"] for reason in reasons):
            left = [{**reason, "spans": []} for reason in reasons]
            connection.execute(update(table).where(of_message == message_id).values(reasons=left))


def forget_links(connection: Connection, ids: Sequence[int]) -> None:
    """Keep in which report they stand, not by which of their words that was seen."""
    own = report_messages.c.message_id
    for message_id, links in connection.execute(select(own, report_messages.c.links).where(own.in_(ids))).all():
        left = [link for link in links if "words" not in link]
        if left != links:
            connection.execute(update(report_messages).where(own == message_id).values(links=left))


def _forget_finds(connection: Connection, ids: Sequence[int]) -> None:
    """What was recognised in them is looked at no more: there is nothing to see."""
    found = update(feedback_finds).where(feedback_finds.c.message_id.in_(ids))
    connection.execute(found.values(because=[]))
    connection.execute(found.where(feedback_finds.c.state == _OPEN).values(state=_DECLINED))


def _is_about(table: Table, ids: Sequence[int]) -> ColumnElement[bool]:
    """Whether something that went, or is to go, is about these messages; what is yet to be told of an answer stays."""
    waits = table.c.state.in_((SendState.WAITING.value, TodoState.OPEN.value, TodoState.NOT_SEEN.value))
    return table.c.message_id.in_(ids) & (table.c.feedback_id.is_(None) | ~waits)


def _forget_around(connection: Connection, console: Console, ids: Sequence[int]) -> None:
    """Forget what was decided, sent and noted about them; what still waits for a person waits no more."""
    of_message = (items.c.kind == ItemKind.MESSAGE.value) & items.c.subject_id.in_(ids)
    done = {"state": ItemState.DONE.value, "later_until": None}
    connection.execute(update(items).where(of_message, items.c.state != ItemState.DONE.value).values(done))
    gone: Rows = {table: empty_sent(connection, table, _is_about(table, ids)) for table in (outbox, todos)}
    about = notes.c.message_id.in_(ids) & notes.c.person_id.is_(None)  # one about a person ends when it says itself
    gone[notes] = empty_notes(connection, about, console.now())
    forget_words(connection, decisions.c.item_id.in_(select(items.c.id).where(of_message)))
    for table in (outbox, todos):
        said = select(table.c.decision_id).where(table.c.id.in_(gone[table]), table.c.decision_id.is_not(None))
        forget_words(connection, decisions.c.id.in_(said))
    scrub(connection, gone)
