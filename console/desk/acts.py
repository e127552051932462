"""What an act does besides finishing its item: which words it needs, what goes out, what is written down."""

from typing import Any, Final
from uuid import uuid4

from sqlalchemy import Connection, Row, select

from console import texts
from console.desk import ladder, outbox
from console.desk.blanks import open_blanks
from console.desk.console import Console
from console.desk.corrections import fine_changes
from console.desk.feedback import opening
from console.desk.joining import admitting, marks
from console.desk.journal import RowChange
from console.desk.professionals import asked_of
from console.domain.decision import Act, ItemKind, Verb
from console.domain.feedback import LineSource, LineState, Owing
from console.domain.message import MessageId
from console.domain.professional import ProfessionalId
from console.errors import ExpectedError
from console.store.queries.judgements import judgement_for
from console.store.tables import members, messages

WITH_WORDS: Final = frozenset({Verb.PRIVATE, Verb.GROUP, Verb.REDIRECT, Verb.OTHER_GROUP, Verb.OFFICER})
WITHOUT_WORDS: Final = frozenset({Verb.FINE, Verb.DELETE, Verb.HANDLED, Verb.TALK, Verb.REMOVE})
TOGETHER: Final = frozenset({Verb.FINE, Verb.DELETE, Verb.HANDLED, *admitting.TOGETHER})
"""What may be decided about many at once."""


def check(act: Act) -> None:
    """Refuse an act that is not finished. Raises ``ExpectedError``: ``text_empty``, ``blanks_open``, ``reason_empty``.

    What an act about a request needs depends on the request (``ready``). Raises ``ValueError`` for a verb that is no
    act.
    """
    if act.verb in admitting.VERBS:
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

    What is said to who asks to join stands with the request only, which is erased after its term.
    """
    if act.verb in admitting.VERBS:
        return None
    said = (act.reason if act.verb is Verb.REMOVE else act.text) or ""
    return said.strip() or None


def ready(connection: Connection, console: Console, item: Row[*tuple[Any, ...]], act: Act) -> Act:
    """Return an act as it is carried out about an item (a row of ``items``).

    Raises what ``admitting.ready`` does for one about a request, and ``ValueError`` for an act about another kind.
    """
    if (act.verb in admitting.VERBS) != (item.kind == ItemKind.REQUEST.value):
        raise ValueError(f"{act.verb} is not about a {item.kind}")
    return admitting.ready(connection, console, item, act) if act.verb in admitting.VERBS else act


def changes_by(connection: Connection, console: Console, item: Row[*tuple[Any, ...]], act: Act) -> list[RowChange]:
    """Make ready all that an act does besides finishing its item (a row of ``items``), in the caller's transaction.

    What is new stands there as taken back; the changes make it count.
    """
    if act.verb in admitting.VERBS:
        return admitting.changes_by(connection, console, item, act)
    message_id = MessageId(item.subject_id) if item.kind == ItemKind.MESSAGE.value else None
    changes = ladder.step_change(connection, console, item, act)
    if act.verb is Verb.FINE and message_id is not None:
        changes += fine_changes(connection, console, message_id)
    author = None if message_id is None else author_of(connection, message_id)
    if act.verb is Verb.REMOVE and author is not None:
        changes += marks.changes_of_removal(connection, console, item.group_id, author)
    if act.verb is Verb.OFFICER:
        changes += _asked(connection, console, item.group_id, message_id)
    changes += outbox.put(
        connection,
        console,
        group_id=item.group_id,
        message_id=message_id,
        person_id=author,
        act=act,
        key=uuid4().hex,
    )
    return changes


def author_of(connection: Connection, message_id: MessageId) -> int | None:
    """Return the person who wrote a message."""
    written = select(members.c.person_id).join(messages, messages.c.member_id == members.c.id)
    return connection.scalar(written.where(messages.c.id == message_id))


def _asked(connection: Connection, console: Console, group_id: int, message_id: MessageId | None) -> list[RowChange]:
    """Open the line of the ledger: an answer that a professional owes from now on."""
    asked = connection.execute(asked_of(group_id)).first()
    text = connection.scalar(select(messages.c.text).where(messages.c.id == message_id))
    judgement = None if message_id is None else judgement_for(connection, message_id)
    _, changes = opening.open_line(
        connection,
        console,
        what=text or texts.say("feedback.without_text", console.language),
        kind=opening.kind_of(None if judgement is None else judgement.category),
        owing=Owing(None if asked is None else ProfessionalId(asked.id)),
        source=LineSource.OFFICER,
        groups=[(group_id, message_id)],
        state=LineState.ASKED,
    )
    return changes
