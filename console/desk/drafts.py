"""Which text fits an item: proposed by its flag, its group and what was said before; a person finishes and sends it."""

from typing import Final

from sqlalchemy import Connection, Row, and_, select

from console.desk.blanks import fill, open_blanks, preview
from console.desk.console import Console
from console.desk.draft_texts import shipped
from console.desk.greeting import first_name
from console.domain.decision import ItemId, ItemKind, Verb
from console.domain.draft import Draft, Place, Tone
from console.domain.group import GroupId
from console.domain.judgement import Judgement
from console.errors import ExpectedError
from console.store.queries.judgements import judgement_for
from console.store.tables import groups, items, members, messages

__all__ = ["drafts_for", "fill", "open_blanks", "preview"]

_PLACE_OF: Final = {Verb.GROUP: Place.GROUP, Verb.OFFICER: Place.OFFICER}


def drafts_for(
    console: Console,
    item_id: ItemId,
    verb: Verb,
    *,
    tone: Tone = Tone.PLAIN,
    place: Place | None = None,
    language: str | None = None,
    counter: str | None = None,
    group_id: GroupId | None = None,
    rung: str | None = None,
) -> Draft:
    """Return the draft that fits an item and what is to be done with it.

    Raises ``ExpectedError("item_gone")``.
    """
    place = place or _PLACE_OF.get(verb, Place.PRIVATE)
    language = language or "nl"
    with console.store.reading() as connection:
        row = _item(connection, item_id)
        judgement = judgement_for(connection, row.subject_id) if row.kind == ItemKind.MESSAGE.value else None
    found = shipped(_keys(judgement), place, tone, language)
    values = {"naam": first_name(row.author), "groep": row.group}
    return Draft(found.key, place, tone, language, found.text, values)


def _item(connection: Connection, item_id: ItemId) -> Row[*tuple[object, ...]]:
    of_message = and_(items.c.kind == ItemKind.MESSAGE.value, messages.c.id == items.c.subject_id)
    row = connection.execute(
        select(items, groups.c.name.label("group"), members.c.name.label("author"), messages.c.text)
        .join(groups, groups.c.id == items.c.group_id)
        .outerjoin(messages, of_message)
        .outerjoin(members, members.c.id == messages.c.member_id)
        .where(items.c.id == item_id)
    ).first()
    if row is None:
        raise ExpectedError("item_gone")
    return row


def _keys(judgement: Judgement | None) -> list[str]:
    return [] if judgement is None or not judgement.reasons else [judgement.reasons[0].flag.value]
