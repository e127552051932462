"""Filters of the queue as conditions on the tables ``items`` and ``groups``.

A kind of item that has no messages has no flag and no author: what requires those leaves it out, what excludes them
lets it through.
"""

from collections.abc import Callable, Iterator
from typing import Final

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    and_,
    case,
    column,
    func,
    literal_column,
    or_,
    select,
    table,
    type_coerce,
)

from console.desk.console import Console
from console.desk.feedback.lines import NUMBER
from console.desk.person_facts import is_current
from console.domain.decision import ItemKind, Verb
from console.domain.filters import YES, Attribute, Filters, Wish
from console.domain.joining import LIMIT_DAYS
from console.domain.judgement import Attention, Role
from console.store.queries.decisions import IS_UNDONE
from console.store.search import search_query
from console.store.tables import (
    decisions,
    feedback,
    groups,
    items,
    join_requests,
    judgements,
    members,
    messages,
    notes,
    people,
    professionals,
)

Values = frozenset[str]

ROLE: Final = case((members.c.role.in_(["champion", "coordinator"]), Role.MEMBER.value), else_=members.c.role)
"""The role of a member as the judge knows it (``conversation.role_of``): champions are members like any other."""

ALWAYS: Final[ColumnElement[bool]] = literal_column("1")
"""The condition of a join with what stands in a column of the row itself."""

_DAY_SECONDS: Final = 24 * 60 * 60
_FOUND: Final = table("messages_fts", column("rowid"))


def conditions(filters: Filters, console: Console) -> Iterator[ColumnElement[bool]]:
    """Yield what must hold of an item that is wanted."""
    having = _having(console)
    for attribute in Attribute:
        required = filters.values(attribute, Wish.REQUIRE)
        excluded = filters.values(attribute, Wish.EXCLUDE)
        if required:
            yield having[attribute](required)
        if excluded:
            yield ~having[attribute](excluded)
    for word in filters.words.split():
        if (query := search_query(word)) is not None:
            yield _says(word, query, console)
    for word in filters.without.split():
        if (query := search_query(word)) is not None:
            yield ~_says(word, query, console)


def _having(console: Console) -> dict[Attribute, Callable[[Values], ColumnElement[bool]]]:
    """Return per attribute the condition that one of these values is there."""
    return {
        Attribute.GROUP: lambda values: items.c.group_id.in_([int(value) for value in values if value.isdecimal()]),
        Attribute.PROFILE: groups.c.profile.in_,
        Attribute.FLAG: lambda values: _of_message(_flagged(values)),
        Attribute.ATTENTION: attention(console).in_,
        Attribute.KIND: items.c.kind.in_,
        Attribute.ROLE: lambda values: _of_message(_by(values)),
        Attribute.PUT_OFF: lambda values: _if_yes(values, _put_off()),
        Attribute.NOTE: lambda values: _if_yes(values, or_(_of_message(_noted(console)), _noted_here(console))),
    }


def attention(console: Console) -> ColumnElement[str]:
    """Return how soon an item wants a person: who asks to join wants one today once he waits longer than he may."""
    limit_days = func.coalesce(func.json_extract(groups.c.joining, "$.limit_days"), LIMIT_DAYS)
    waits_since = type_coerce(items.c.at, Integer)
    is_overdue = waits_since <= int(console.now().timestamp()) - (limit_days + 1) * _DAY_SECONDS
    is_request = items.c.kind == ItemKind.REQUEST.value
    return case((and_(is_request, is_overdue), Attention.TODAY.value), else_=items.c.attention)


def _if_yes(values: Values, condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return condition if YES in values else ~condition


def _of_message(found: Select[int]) -> ColumnElement[bool]:
    """Whether the item is a message for which something is found; ``found`` looks at ``items.c.subject_id``."""
    return and_(items.c.kind == ItemKind.MESSAGE.value, found.correlate(items).exists())


def _flagged(values: Values) -> Select[int]:
    reason = func.json_each(judgements.c.reasons).table_valued("value")
    flag = func.json_extract(reason.c.value, "$.flag")
    return (
        select(judgements.c.message_id)
        .select_from(judgements)
        .join(reason, ALWAYS)
        .where(judgements.c.message_id == items.c.subject_id, flag.in_(values))
    )


def _by(values: Values) -> Select[int]:
    return (
        select(messages.c.id)
        .join(members, members.c.id == messages.c.member_id)
        .where(messages.c.id == items.c.subject_id, ROLE.in_(values))
    )


def _put_off() -> ColumnElement[bool]:
    later = decisions.c.verb == Verb.LATER.value
    pressed = select(decisions.c.id).where(decisions.c.item_id == items.c.id, later, ~IS_UNDONE.element)
    return pressed.correlate(items).exists()


def _noted(console: Console) -> Select[int]:
    """What has a note of its own, or one about who wrote it, under whichever name, that is shown in this group."""
    writer, known = people.alias("writer"), people.alias("known")
    root = func.coalesce(writer.c.merged_into_id, writer.c.id)
    own = select(known.c.id).where(or_(known.c.id == root, known.c.merged_into_id == root)).correlate(writer)
    is_shown_here = or_(notes.c.group_id.is_(None), notes.c.group_id == messages.c.group_id)
    is_about = or_(notes.c.message_id == messages.c.id, and_(notes.c.person_id.in_(own), is_shown_here))
    return (
        select(messages.c.id)
        .outerjoin(members, members.c.id == messages.c.member_id)
        .outerjoin(writer, writer.c.id == members.c.person_id)
        .join(notes, is_about)
        .where(messages.c.id == items.c.subject_id, is_current(console))
    )


def _noted_here(console: Console) -> ColumnElement[bool]:
    """Whether a note was written with who asks to join, or with an answer owed."""
    noting = and_(decisions.c.item_id == items.c.id, decisions.c.id == notes.c.decision_id)
    found = select(notes.c.id).join(decisions, noting).where(is_current(console)).correlate(items).exists()
    return and_(items.c.kind != ItemKind.MESSAGE.value, found)


def _says(word: str, query: str, console: Console) -> ColumnElement[bool]:
    """Whether a word stands in the text, as Berichten finds it, or in the sentence that says why it is here.

    Of who asks to join: in the name, the street, or what was written besides. Of an answer owed: in its number, in what
    it is about, in the answer, or in the name of who owes it.
    """
    in_text = items.c.subject_id.in_(select(_FOUND.c.rowid).where(literal_column("messages_fts").op("MATCH")(query)))
    language = "en" if console.language == "en" else "nl"
    sentence = func.json_extract(judgements.c.reasons, f"$[0].{language}")
    in_why = select(judgements.c.message_id).where(
        judgements.c.message_id == items.c.subject_id, sentence.icontains(word, autoescape=True)
    )
    of_message = and_(items.c.kind == ItemKind.MESSAGE.value, or_(in_text, in_why.correlate(items).exists()))
    asks = (join_requests.c.name, join_requests.c.street, join_requests.c.words)
    in_request = select(join_requests.c.id).where(
        join_requests.c.id == items.c.subject_id, or_(*(said.icontains(word, autoescape=True) for said in asks))
    )
    of_request = and_(items.c.kind == ItemKind.REQUEST.value, in_request.correlate(items).exists())
    of_line = and_(items.c.kind == ItemKind.FEEDBACK.value, _owes(word).correlate(items).exists())
    return or_(of_message, of_request, of_line)


def _owes(word: str) -> Select[int]:
    owed = (NUMBER, feedback.c.what, feedback.c.answer, feedback.c.service, professionals.c.name)
    return (
        select(feedback.c.id)
        .outerjoin(professionals, professionals.c.id == feedback.c.professional_id)
        .where(feedback.c.id == items.c.subject_id, or_(*(said.icontains(word, autoescape=True) for said in owed)))
    )
