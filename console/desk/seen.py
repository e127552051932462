"""What a person saw of an item when deciding. A decision about what is another thing by now is refused."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Connection, Row, and_, func, select

from console import texts
from console.desk.console import Console
from console.domain.decision import ItemId, ItemKind, ItemState, Seen, Verb
from console.domain.message import Kind, MessageId
from console.errors import ExpectedError
from console.store.queries.decisions import IS_UNDONE
from console.store.queries.judgements import reasons_of
from console.store.tables import decisions, items, judgements, messages

_WHAT_OF: Final = {"is_deleted": "deleted", "text": "edited", "rules": "reasons"}


def seen_of(connection: Connection, item: Row[*tuple[Any, ...]]) -> Seen:
    """Return what there is to see now of an item (a row of ``items``)."""
    return seen_of_all(connection, [ItemId(item.id)])[ItemId(item.id)]


def seen_of_all(connection: Connection, item_ids: Sequence[ItemId]) -> dict[ItemId, Seen]:
    """Return what there is to see now of items, by item."""
    of_message = and_(items.c.kind == ItemKind.MESSAGE.value, messages.c.id == items.c.subject_id)
    rows = connection.execute(
        select(
            items.c.id,
            items.c.state,
            items.c.later_until,
            func.coalesce(messages.c.text, "").label("text"),
            messages.c.kind,
            messages.c.deleted_at,
            judgements.c.reasons,
        )
        .outerjoin(messages, of_message)
        .outerjoin(judgements, judgements.c.message_id == messages.c.id)
        .where(items.c.id.in_(item_ids))
    )
    return {
        ItemId(row.id): Seen(
            ItemState(row.state),
            row.later_until,
            row.text,
            is_deleted=row.deleted_at is not None or row.kind == Kind.DELETED.value,
            rules=tuple(reason.rule for reason in reasons_of(row.reasons or [])),
        )
        for row in rows
    }


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
        raise ExpectedError("changed_meanwhile", what=_decided_by(connection, console, item.id))
    check_unchanged(connection, console, item, seen)


def check_unchanged(connection: Connection, console: Console, item: Row[*tuple[Any, ...]], seen: Seen | None) -> None:
    """Refuse to write something down with a message that does not say what a person saw, decided or not.

    Raises ``ExpectedError("changed_meanwhile")``.
    """
    if seen is None:
        return
    now = seen_of(connection, item)
    for name, what in _WHAT_OF.items():
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
