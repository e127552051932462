"""What a person saw of an item when deciding: what a message said, what was known of who asks to join, or of an answer.

A decision about what is another thing by now is refused.
"""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, ScalarSelect, Text, and_, cast, func, literal, select

from console import texts
from console.desk.console import Console
from console.domain.decision import ItemId, ItemKind, ItemState, Seen, Verb
from console.domain.message import Kind, MessageId
from console.errors import ExpectedError
from console.store.queries.decisions import IS_UNDONE
from console.store.queries.judgements import reasons_of
from console.store.tables import decisions, feedback, feedback_groups, items, join_requests, judgements, messages

_OF_REQUEST: Final = (
    *("name", "phone", "email", "street", "house_number", "postcode", "is_old_enough", "has_read_rules"),
    *("has_confirmed", "consent_at", "vouched_by", "words", "received_at"),
)
_OF_LINE: Final = ("what", "kind", "professional_id", "service", "state", "asked_at", "answer", "result")
_WHAT_OF_MESSAGE: Final = {"is_deleted": "deleted", "text": "edited", "rules": "reasons"}
_WHAT_OF: Final = {ItemKind.REQUEST: {"text": "request"}, ItemKind.FEEDBACK: {"text": "line"}}


def seen_of(connection: Connection, item: Row[*tuple[Any, ...]]) -> Seen:
    """Return what there is to see now of an item (a row of ``items``)."""
    return seen_of_all(connection, [ItemId(item.id)])[ItemId(item.id)]


def seen_of_all(connection: Connection, item_ids: Sequence[ItemId]) -> dict[ItemId, Seen]:
    """Return what there is to see now of items, by item."""
    of_message = and_(items.c.kind == ItemKind.MESSAGE.value, messages.c.id == items.c.subject_id)
    of_request = and_(items.c.kind == ItemKind.REQUEST.value, join_requests.c.id == items.c.subject_id)
    of_line = and_(items.c.kind == ItemKind.FEEDBACK.value, feedback.c.id == items.c.subject_id)
    asked = [join_requests.c[name].label(f"request_{name}") for name in _OF_REQUEST]
    owed = [feedback.c[name].label(f"line_{name}") for name in _OF_LINE]
    rows = connection.execute(
        select(
            items.c.id,
            items.c.state,
            items.c.later_until,
            func.coalesce(messages.c.text, "").label("text"),
            messages.c.kind,
            messages.c.deleted_at,
            judgements.c.reasons,
            *asked,
            *owed,
            _waiting().label("line_groups"),
        )
        .outerjoin(messages, of_message)
        .outerjoin(join_requests, of_request)
        .outerjoin(feedback, of_line)
        .outerjoin(judgements, judgements.c.message_id == messages.c.id)
        .where(items.c.id.in_(item_ids))
    )
    return {
        ItemId(row.id): Seen(
            ItemState(row.state),
            row.later_until,
            row.text or _told("request", _OF_REQUEST, row) or _told("line", (*_OF_LINE, "groups"), row),
            is_deleted=row.deleted_at is not None or row.kind == Kind.DELETED.value,
            rules=tuple(reason.rule for reason in reasons_of(row.reasons or [])),
        )
        for row in rows
    }


def _waiting() -> ScalarSelect[Any]:
    """Return which groups wait for an answer, and who was told: a column for a statement over ``feedback``."""
    told_at = (feedback_groups.c.reporter_told_at, feedback_groups.c.group_told_at)
    each: ColumnElement[str] = cast(feedback_groups.c.group_id, Text)
    for moment in told_at:
        each += literal(" ") + func.coalesce(cast(moment, Text), "")
    standing = and_(feedback_groups.c.feedback_id == feedback.c.id, feedback_groups.c.removed_at.is_(None))
    return select(func.group_concat(each, ", ")).where(standing).correlate(feedback).scalar_subquery()


def _told(kind: str, names: Sequence[str], row: Row[*tuple[Any, ...]]) -> str:
    """Return what is known of who asks to join, or of an answer owed, in one text; "" for another kind of item."""
    return "\n".join(f"{name}: {said}" for name in names if (said := getattr(row, f"{kind}_{name}")) is not None)


def check_undecided(connection: Connection, console: Console, item: Row[*tuple[Any, ...]], seen: Seen | None) -> None:
    """Refuse to decide about an item that was decided, or that is not what a person saw (None: he did not say).

    Raises ``ExpectedError``: ``changed_meanwhile``, whose sentence says what changed; ``already_decided`` when the
    person could know.
    """
    if item.state == ItemState.DONE.value and (seen is None or seen.state is ItemState.DONE):
        raise ExpectedError("already_decided")
    if seen is None:
        return
    if (item.state, item.later_until) != (seen.state.value, seen.later_until):
        is_raised = item.kind == ItemKind.FEEDBACK.value and item.state == ItemState.OPEN.value  # by what a chat said
        what = texts.say("desk.changed_line", console.language) if is_raised else None
        raise ExpectedError("changed_meanwhile", what=what or _decided_by(connection, console, item.id))
    check_unchanged(connection, console, item, seen)


def check_unchanged(connection: Connection, console: Console, item: Row[*tuple[Any, ...]], seen: Seen | None) -> None:
    """Refuse to write something down with a message that does not say what a person saw, decided or not.

    Raises ``ExpectedError("changed_meanwhile")``.
    """
    if seen is None:
        return
    now = seen_of(connection, item)
    what_of = _WHAT_OF.get(ItemKind(item.kind), _WHAT_OF_MESSAGE)
    for name, what in what_of.items():
        if getattr(now, name) != getattr(seen, name):
            raise ExpectedError("changed_meanwhile", what=texts.say(f"desk.changed_{what}", console.language))


def check_message(connection: Connection, console: Console, message_id: MessageId, seen: Seen | None) -> None:
    """Refuse as ``check_unchanged`` does, by the message that an item is about; one without an item passes."""
    of_message = and_(items.c.kind == ItemKind.MESSAGE.value, items.c.subject_id == message_id)
    item = None if seen is None else connection.execute(select(items).where(of_message)).first()
    if item is not None:
        check_unchanged(connection, console, item, seen)


def _decided_by(connection: Connection, console: Console, item_id: int) -> str:
    """Return the sentence that tells who decided, and what."""
    last = connection.execute(
        select(decisions.c.actor, decisions.c.verb, decisions.c.undoes_id)
        .where(decisions.c.item_id == item_id, decisions.c.verb != Verb.NOTE.value, ~IS_UNDONE.element)
        .order_by(decisions.c.id.desc())
        .limit(1)
    ).first()
    if last is None:
        return texts.say("desk.changed_place", console.language)
    verb = texts.say(f"desk.verb_{last.verb}", console.language)
    return texts.say("desk.changed_decided", console.language, who=last.actor, verb=verb)
