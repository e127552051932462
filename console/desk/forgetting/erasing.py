"""Erasing what is known of somebody, wherever it stands: his row, what was sent to him, notes, and the journal.

What was counted stays countable: that somebody asked and what was decided, that somebody wrote, when he came and left.
The words of the messages of a chat are not touched here. Every function works in the caller's transaction.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, Table, and_, bindparam, delete, func, null, or_, select, update

from console import texts
from console.desk.console import Console
from console.desk.forgetting.traces import (
    REQUEST_FACTS,
    Rows,
    delete_rows,
    empty_sent,
    forget_words,
    parts,
    scrub,
)
from console.domain.decision import ItemKind
from console.store.erased import hash_names
from console.store.queries.people import ROOT_ID
from console.store.tables import (
    decisions,
    different_people,
    feedback_groups,
    group_professionals,
    items,
    join_requests,
    members,
    memberships,
    messages,
    notes,
    outbox,
    people,
    professionals,
    prospects,
    refusal_marks,
    steps,
    todos,
)

_SOMEBODY: Final = "one_person.somebody"

# --- who asked to join, who might have joined -----------------------------------------------------------------------


def erase_requests(connection: Connection, console: Console, request_ids: Sequence[int]) -> None:
    """Keep of these requests only when they came, by which way, what was decided and when.

    The message that asked stays with it, so that the same message asks for nothing again.
    """
    for ids in parts(request_ids):
        values = {"name": "", "erased_at": console.now(), **dict.fromkeys(REQUEST_FACTS)}
        connection.execute(update(join_requests).where(join_requests.c.id.in_(ids)).values(values))
        of_request = (items.c.kind == ItemKind.REQUEST.value) & items.c.subject_id.in_(ids)
        decided = select(decisions.c.id).join(items, items.c.id == decisions.c.item_id).where(of_request)
        gone: Rows = {join_requests: set(ids)}
        for table in (outbox, todos):
            is_his = table.c.request_id.in_(ids) | table.c.decision_id.in_(decided)
            gone[table] = empty_sent(connection, table, is_his)
        gone[notes] = delete_rows(connection, notes, notes.c.decision_id.in_(decided))
        forget_words(connection, decisions.c.id.in_(decided))
        scrub(connection, gone)


def erase_prospects(connection: Connection, console: Console, prospect_ids: Sequence[int]) -> None:  # noqa: ARG001
    """Let names go from the list of who might join."""
    for ids in parts(prospect_ids):
        scrub(connection, {prospects: delete_rows(connection, prospects, prospects.c.id.in_(ids))})


def erase_marks(connection: Connection, console: Console, mark_ids: Sequence[int]) -> None:  # noqa: ARG001
    """Recognise these refusals no more."""
    for ids in parts(mark_ids):
        connection.execute(delete(refusal_marks).where(refusal_marks.c.id.in_(ids)))


# --- professionals --------------------------------------------------------------------------------------------------


def erase_professionals(connection: Connection, console: Console, professional_ids: Sequence[int]) -> None:
    """Keep of who works here only what he did for a living and for whom; he is with no group any more.

    Undoing that he left a group would bring back nobody: so the moment that he left is another now.
    """
    nothing = dict.fromkeys(("phone", "email", "phone_hours", "expectation", "person_id"))
    for ids in parts(professional_ids):
        his = update(professionals).where(professionals.c.id.in_(ids))
        connection.execute(his.values(name=texts.say(_SOMEBODY, console.language), **nothing))
        links = update(group_professionals).where(group_professionals.c.professional_id.in_(ids))
        connection.execute(links.values(removed_at=console.now()))
        scrub(connection, {professionals: set(ids)})


def is_nobody(name: ColumnElement[str]) -> ColumnElement[bool]:
    """Whether a name is what stands there once a professional is erased."""
    return name.in_([texts.say(_SOMEBODY, language) for language in texts.LANGUAGES])


# --- who left --------------------------------------------------------------------------------------------------------


def erase_members(connection: Connection, console: Console, member_ids: Sequence[int]) -> None:
    """Keep of these members only when they came and left, and that they wrote; an export still finds them.

    Who is a member of another group stays known there, under the name that he has there.
    """
    for ids in parts(member_ids):
        rows = connection.execute(select(members).where(members.c.id.in_(ids))).all()
        names = hash_names(connection, ids)
        _empty_members(connection, console, rows)
        families = _families(connection, rows)
        gone = _forget_people(connection, console, rows, families)
        by_them = select(messages.c.id).where(messages.c.member_id.in_(ids))
        erased: Rows = {members: set(ids), people: gone}
        of_member = memberships.c.member_id.in_(ids)
        erased[memberships] = set(connection.scalars(select(memberships.c.id).where(of_member)))
        connection.execute(update(memberships).where(of_member).values(reason=None))
        for table in (outbox, todos):
            is_about = _is_about(table, rows, families, gone) | table.c.message_id.in_(by_them)
            erased[table] = empty_sent(connection, table, is_about)
            said = select(table.c.decision_id).where(is_about, table.c.decision_id.is_not(None))
            forget_words(connection, decisions.c.id.in_(said))
        owed = select(decisions.c.id).where(decisions.c.item_id.in_(_lines_about(by_them)))
        is_about = _is_about(notes, rows, families, gone) | notes.c.message_id.in_(by_them)
        is_about |= notes.c.decision_id.in_(owed)
        erased[notes] = delete_rows(connection, notes, is_about)
        connection.execute(delete(steps).where(_is_about(steps, rows, families, gone)))
        either = different_people.c.person_id.in_(gone) | different_people.c.other_id.in_(gone)
        connection.execute(delete(different_people).where(either))
        _forget_subjects(connection, rows, names)
        forget_words(connection, decisions.c.item_id.in_(_items_about(by_them)))
        forget_words(connection, decisions.c.item_id.in_(_lines_about(by_them)))
        scrub(connection, erased)
        _forget_asking(connection, console, rows, families, gone)
        their = prospects.c.member_id.in_(ids)
        erase_prospects(connection, console, connection.scalars(select(prospects.c.id).where(their)).all())


def _empty_members(connection: Connection, console: Console, rows: Sequence[Row[*tuple[Any, ...]]]) -> None:
    read = ("rules_sent_at", "rules_sent_how", "rules_reminded_at", "rules_confirmed_at", "rules_confirmed_how")
    nothing = dict.fromkeys(("alias", "consent_at", "consent_channel", *read))
    emptied = update(members).where(members.c.id == bindparam("of")).values(name=bindparam("called"), **nothing)
    called = [{"of": row.id, "called": _nobody(row.id, console.language)} for row in rows]
    connection.execute(emptied.values(erased_at=console.now()), called)


def _nobody(number: int, language: str) -> str:
    """Return what somebody is called of whom nothing is kept; the number tells him from others in a conversation."""
    return texts.say("desk.former_member", language, number=number)


def _families(connection: Connection, rows: Iterable[Row[*tuple[Any, ...]]]) -> dict[int, frozenset[int]]:
    """Return, for the person of each member, every row of people that is the same person."""
    own = {row.person_id for row in rows}
    found = connection.execute(select(people.c.id, ROOT_ID).where(people.c.id.in_(own))).all()
    roots: dict[int, int] = {person_id: root for person_id, root in found}  # noqa: C416  # rows are no pairs to mypy
    of_root: dict[int, set[int]] = defaultdict(set)
    is_same = ROOT_ID.in_(set(roots.values()))
    for person_id, root in connection.execute(select(people.c.id, ROOT_ID).where(is_same)):
        of_root[root].add(person_id)
    return {person_id: frozenset(of_root[root]) for person_id, root in roots.items()}


def _forget_people(
    connection: Connection,
    console: Console,
    rows: Sequence[Row[*tuple[Any, ...]]],
    families: Mapping[int, frozenset[int]],
) -> set[int]:
    """Forget who is a member nowhere any more; return the ids of all that was one person with him."""
    everybody = set().union(*families.values())
    here = select(members.c.person_id).where(members.c.person_id.in_(everybody), members.c.erased_at.is_(None))
    known = set(connection.scalars(here))
    called = {
        person_id: _nobody(row.id, console.language)
        for row in rows
        for person_id in families[row.person_id]
        if known.isdisjoint(families[row.person_id])
    }
    if called:
        nothing = dict.fromkeys(("phone", "objection"))  # that he objected stays until somebody answers
        forgotten = update(people).where(people.c.id == bindparam("of"))
        forgotten = forgotten.values(name=bindparam("called"), **nothing)
        connection.execute(forgotten, [{"of": person_id, "called": name} for person_id, name in called.items()])
    return set(called)


def _is_about(
    table: Table,
    rows: Iterable[Row[*tuple[Any, ...]]],
    families: Mapping[int, frozenset[int]],
    gone: set[int],
) -> ColumnElement[bool]:
    """Whether a row is about one of these members in his own group, or about somebody who is gone everywhere."""
    of_group: dict[int, set[int]] = defaultdict(set)
    for row in rows:
        of_group[row.group_id] |= families[row.person_id]
    here = (and_(table.c.group_id == group_id, table.c.person_id.in_(ids)) for group_id, ids in of_group.items())
    return or_(table.c.person_id.in_(gone), *here)


def _items_about(message_ids: Any) -> Any:  # noqa: ANN401  # of SQLAlchemy: a Select of ids
    return select(items.c.id).where(items.c.kind == ItemKind.MESSAGE.value, items.c.subject_id.in_(message_ids))


def _lines_about(message_ids: Any) -> Any:  # noqa: ANN401  # of SQLAlchemy, as above
    """Return the items of answers owed about what was reported in these messages."""
    reported = select(feedback_groups.c.feedback_id).where(feedback_groups.c.message_id.in_(message_ids))
    return select(items.c.id).where(items.c.kind == ItemKind.FEEDBACK.value, items.c.subject_id.in_(reported))


def _forget_subjects(connection: Connection, rows: Iterable[Row[*tuple[Any, ...]]], names: Sequence[str]) -> None:
    """Forget whom a line of the chat's own is about."""
    named = func.json_each(messages.c.subject).table_valued("value")
    is_named = select(named.c.value).where(named.c.value.in_(names)).exists()
    of_groups = messages.c.group_id.in_({row.group_id for row in rows})
    named_here = update(messages).where(of_groups, messages.c.event.is_not(None), messages.c.subject.is_not(None))
    connection.execute(named_here.where(is_named).values(subject=null()))


def _forget_asking(
    connection: Connection,
    console: Console,
    rows: Iterable[Row[*tuple[Any, ...]]],
    families: Mapping[int, frozenset[int]],
    gone: set[int],
) -> None:
    """Forget with them how they asked to join, and that they spoke for somebody."""
    table = join_requests.c
    asked = (table.decided_at.is_not(None), table.erased_at.is_(None))
    own = select(table.id).where(_is_about(join_requests, rows, families, gone), *asked)
    erase_requests(connection, console, connection.scalars(own).all())
    spoke = select(table.id).where(table.vouched_by_id.in_(gone))
    for ids in parts(connection.scalars(spoke).all()):
        unsaid = update(join_requests).where(table.id.in_(ids))
        connection.execute(unsaid.values(vouched_by=None, vouched_by_id=None))
