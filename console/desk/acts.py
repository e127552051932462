"""What an act does besides finishing its item: which words it needs, what goes out, what is written down."""

from datetime import datetime
from typing import Any, Final
from uuid import uuid4

from sqlalchemy import Connection, Row, select

from console import texts
from console.desk import ladder, outbox
from console.desk.blanks import open_blanks
from console.desk.console import Console
from console.desk.corrections import fine_changes
from console.desk.feedback import acting, opening
from console.desk.joining import admitting, marks
from console.desk.journal import RowChange
from console.desk.professionals import asked_of
from console.domain.decision import Act, ItemKind, ItemState, Verb
from console.domain.feedback import Channel, LineSource, LineState, Owing
from console.domain.message import MessageId
from console.domain.professional import ProfessionalId
from console.errors import ExpectedError
from console.store.queries.judgements import judgement_for
from console.store.tables import members, messages

WITH_WORDS: Final = frozenset({Verb.PRIVATE, Verb.GROUP, Verb.REDIRECT, Verb.OTHER_GROUP, Verb.OFFICER})
WITHOUT_WORDS: Final = frozenset({Verb.FINE, Verb.DELETE, Verb.HANDLED, Verb.TALK, Verb.REMOVE})
TOGETHER: Final = frozenset({Verb.FINE, Verb.DELETE, Verb.HANDLED, *admitting.TOGETHER, *acting.TOGETHER})
"""What may be decided about many at once."""
_ABOUT: Final = {
    ItemKind.MESSAGE: WITH_WORDS | WITHOUT_WORDS,
    ItemKind.REQUEST: admitting.VERBS,
    ItemKind.FEEDBACK: acting.VERBS,
}


def check(act: Act) -> None:
    """Refuse an act that is not finished. Raises ``ExpectedError``: ``text_empty``, ``blanks_open``, ``reason_empty``.

    What an act about a request or an answer owed needs depends on it (``ready``). Raises ``ValueError`` for a verb that
    is no act.
    """
    if act.verb in admitting.VERBS or act.verb in acting.OWN or acting.is_asked_by_hand(act):
        return
    if act.verb in WITH_WORDS:
        if not act.text.strip():
            raise ExpectedError("text_empty")
        if open_blanks(act.text):
            raise ExpectedError("blanks_open")
    elif act.verb not in WITHOUT_WORDS:
        raise ValueError(f"{act.verb} is no act")
    if act.verb is Verb.REMOVE and not (act.reason or "").strip():
        raise ExpectedError("reason_empty")


def words_of(act: Act) -> str | None:
    """Return what the journal keeps in words: what was written, or why a member goes.

    What is said to who asks to join stands with the request only, which is erased after its term, and what a reporter
    is told only where it goes out.
    """
    if act.verb in admitting.VERBS or act.verb is Verb.TELL:
        return None
    said = (act.reason if act.verb in {Verb.REMOVE, Verb.LAPSE} else act.text) or ""
    return said.strip() or None


def ready(connection: Connection, console: Console, item: Row[*tuple[Any, ...]], act: Act) -> Act:
    """Return an act as it is carried out about an item (a row of ``items``).

    Raises what ``admitting.ready`` and ``feedback.acting.ready`` do, and ``ValueError`` for an act about another kind.
    """
    kind = ItemKind(item.kind)
    if act.verb not in _ABOUT[kind]:
        raise ValueError(f"{act.verb} is not about a {kind}")
    if kind is ItemKind.REQUEST:
        return admitting.ready(connection, console, item, act)
    return acting.ready(connection, console, item, act) if kind is ItemKind.FEEDBACK else act


def place_after(connection: Connection, console: Console, item: Row[*tuple[Any, ...]], act: Act) -> dict[str, Any]:
    """Return where an item (a row of ``items``) stands after an act that is ready."""
    if item.kind == ItemKind.FEEDBACK.value:
        return acting.place_after(connection, console, item, act)
    if item.kind == ItemKind.REQUEST.value:
        return admitting.place_after(act)
    return {"state": ItemState.DONE.value, "later_until": None}


def changes_by(connection: Connection, console: Console, item: Row[*tuple[Any, ...]], act: Act) -> list[RowChange]:
    """Make ready all that an act does besides finishing its item (a row of ``items``), in the caller's transaction.

    What is new stands there as taken back; the changes make it count.
    """
    if act.verb in admitting.VERBS:
        return admitting.changes_by(connection, console, item, act)
    if item.kind == ItemKind.FEEDBACK.value:
        return acting.changes_by(connection, console, item, act)
    message_id = MessageId(item.subject_id) if item.kind == ItemKind.MESSAGE.value else None
    changes = ladder.step_change(connection, console, item, act)
    if act.verb is Verb.FINE and message_id is not None:
        changes += fine_changes(connection, console, message_id)
    author = None if message_id is None else author_of(connection, message_id)
    if act.verb is Verb.REMOVE and author is not None:
        changes += marks.changes_of_removal(connection, console, item.group_id, author)
    line_id = None
    if act.verb is Verb.OFFICER:
        line_id, opened = _asked(connection, console, item.group_id, message_id, act)
        changes += opened
    if not acting.is_asked_by_hand(act):
        changes += outbox.put(
            connection,
            console,
            group_id=item.group_id,
            message_id=message_id,
            person_id=author,
            act=act,
            key=uuid4().hex,
            feedback_id=line_id,
        )
    return changes


def changes_of_later(connection: Connection, item: Row[*tuple[Any, ...]], until: datetime) -> list[RowChange]:
    """Return what is put off with an item (a row of ``items``): of an answer owed the reminder."""
    return acting.changes_of_later(connection, item, until) if item.kind == ItemKind.FEEDBACK.value else []


def author_of(connection: Connection, message_id: MessageId) -> int | None:
    """Return the person who wrote a message."""
    written = select(members.c.person_id).join(messages, messages.c.member_id == members.c.id)
    return connection.scalar(written.where(messages.c.id == message_id))


def _asked(
    connection: Connection, console: Console, group_id: int, message_id: MessageId | None, act: Act
) -> tuple[int, list[RowChange]]:
    """Open the line of the ledger: an answer that a professional owes from now on; or ask anew what waits already."""
    asked = connection.execute(asked_of(group_id)).first()
    officer_id = None if asked is None else ProfessionalId(asked.id)
    known = acting.asked_about_message(connection, console, (group_id, message_id), officer_id, act)
    if known is not None:
        return known
    text = connection.scalar(select(messages.c.text).where(messages.c.id == message_id))
    judgement = None if message_id is None else judgement_for(connection, message_id)
    return opening.open_line(
        connection,
        console,
        what=text or texts.say("feedback.without_text", console.language),
        kind=opening.kind_of(None if judgement is None else judgement.category),
        owing=Owing(officer_id),
        source=LineSource.OFFICER,
        groups=[(group_id, message_id)],
        state=LineState.ASKED,
        remind_at=act.until,
        channel=None if act.channel is None else Channel(act.channel),
    )
