"""What happens in other windows on the same store: a cheap look, for a window that stays open."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from console.desk import claims
from console.desk.console import Console
from console.domain.decision import DecisionId, ItemId, ItemState, Verb
from console.store.tables import decisions, imports, items


@dataclass(frozen=True, slots=True)
class News:
    """The last entry of the journal and the last import, whoever made them; both 0 when there is none.

    ``decided`` are the items that were decided about since another look and still are, with the verb. ``looked_at`` is
    who else looks at what now.
    """

    decision: DecisionId
    imported: int
    decided: Mapping[ItemId, Verb]
    looked_at: Mapping[ItemId, str]


def news(console: Console, since: DecisionId | None = None) -> News:
    """Look what there is now; ``since`` is the ``decision`` of an earlier look, None for a first one."""
    with console.store.reading() as connection:
        last = connection.scalar(select(func.max(decisions.c.id))) or 0
        imported = connection.scalar(select(func.max(imports.c.id))) or 0
        decided = {} if since is None or since == last else _decided(connection, since)
    return News(DecisionId(last), imported, decided, claims.others(console))


def _decided(connection: Connection, since: DecisionId) -> dict[ItemId, Verb]:
    """Return what is decided about, by the last of the decisions that did so: a note and an undo do not."""
    rows = connection.execute(
        select(decisions.c.item_id, decisions.c.verb)
        .join(items, items.c.id == decisions.c.item_id)
        .where(decisions.c.id > since, items.c.state != ItemState.OPEN.value)
        .where(decisions.c.verb.not_in((Verb.NOTE.value, Verb.UNDO.value)))
        .order_by(decisions.c.id)
    )
    return {ItemId(item_id): Verb(verb) for item_id, verb in rows}
