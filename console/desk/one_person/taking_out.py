"""Taking one person out of every row that is about him, in the caller's transaction; texts of others are not touched.

That something happened stays: that somebody asked, that somebody wrote, when somebody came and left.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Table, or_, select, update

from console import texts
from console.desk.console import Console
from console.desk.forgetting import erasing
from console.desk.forgetting.repeated import erase_repeated, lines_repeating
from console.desk.forgetting.texts import erase_texts
from console.desk.forgetting.traces import changed, parts, scrub
from console.domain.decision import ItemKind, ItemState
from console.domain.join_request import RequestState
from console.domain.one_person import Asks, Going, Rows
from console.store.roster import SAID
from console.store.tables import (
    decisions,
    items,
    join_requests,
    members,
    memberships,
    messages,
    notes,
    outbox,
    people,
    privacy_requests,
    steps,
    todos,
)


def take_out(connection: Connection, console: Console, rows: Rows) -> None:
    """Take somebody out of the rows that are about him, and out of what was written down about those."""
    own = _members(connection, rows.people)
    _end_memberships(connection, console, own)
    erase_repeated(connection, _messages(connection, own))
    erase_texts(connection, console, _written(connection, own))
    _end_requests(connection, console, rows.requests)
    erasing.erase_requests(connection, console, rows.requests)
    erasing.erase_members(connection, console, _kept(connection, own))
    erasing.erase_prospects(connection, console, rows.prospects)
    erasing.erase_professionals(connection, console, sorted(rows.professionals))
    for ids in parts(rows.vouched):
        unsaid = update(join_requests).where(join_requests.c.id.in_(ids))
        connection.execute(unsaid.values(vouched_by=None, vouched_by_id=None))
    _forget_asking(connection, console, rows.people)


def goes(connection: Connection, console: Console, rows: Rows) -> tuple[Going, ...]:
    """Return how much goes by ``take_out``, a sentence for each kind."""
    own = _members(connection, rows.people)
    written = _written(connection, own)
    about_him = {
        table: or_(table.c.person_id.in_(rows.people), table.c.message_id.in_(written), *_of_requests(table, rows))
        for table in (notes, outbox, todos)
    }
    counts = {
        "message": len(written),
        "member": len(_kept(connection, own)),
        "request": len(rows.requests),
        "prospect": len(rows.prospects),
        "professional": len(rows.professionals),
        "voucher": len(rows.vouched),
        "note": _count(connection, notes, about_him[notes]),
        "step": _count(connection, steps, steps.c.person_id.in_(rows.people)),
        "line": len(lines_repeating(connection, _messages(connection, own))),
        "sent": sum(_count(connection, table, about_him[table]) for table in (outbox, todos)),
        "asked": _count(connection, privacy_requests, _still_asks(rows.people) & ~_IS_ERASURE),
    }
    return tuple(
        Going(kind, count, _in_words(kind, count, console.language)) for kind, count in counts.items() if count
    )


def _in_words(kind: str, count: int, language: str) -> str:
    return texts.say(f"one_person.goes_{kind}{'_one' if count == 1 else ''}", language, count=count)


def _count(connection: Connection, table: Table, wanted: Any) -> int:  # noqa: ANN401  # of SQLAlchemy: a condition
    return len(connection.scalars(select(table.c.id).where(wanted)).all())


def _of_requests(table: Table, rows: Rows) -> Iterator[Any]:
    if "request_id" in table.c:
        yield table.c.request_id.in_(rows.requests)


# --- each kind of row ------------------------------------------------------------------------------------------------


def _members(connection: Connection, person_ids: Collection[int]) -> Sequence[int]:
    """Return every row of a member, also what a person wrote down and took back."""
    return connection.scalars(select(members.c.id).where(members.c.person_id.in_(person_ids))).all()


def _kept(connection: Connection, member_ids: Collection[int]) -> Sequence[int]:
    kept = select(members.c.id).where(members.c.id.in_(member_ids), members.c.erased_at.is_(None))
    return connection.scalars(kept).all()


def _written(connection: Connection, member_ids: Collection[int]) -> Sequence[int]:
    """Return the messages of which the text still stands."""
    own = select(messages.c.id).where(messages.c.member_id.in_(member_ids), messages.c.forgotten_at.is_(None))
    return connection.scalars(own.order_by(messages.c.id)).all()


def _messages(connection: Connection, member_ids: Collection[int]) -> Sequence[int]:
    """Return all that they wrote, also what has no text any more: what repeats it may still have one."""
    own = select(messages.c.id).where(messages.c.member_id.in_(member_ids))
    return connection.scalars(own.order_by(messages.c.id)).all()


def _end_memberships(connection: Connection, console: Console, member_ids: Collection[int]) -> None:
    """Let him be a member nowhere from now on: else an export of before would bring him back."""
    of_him = update(memberships).where(memberships.c.member_id.in_(member_ids), memberships.c.left_at.is_(None))
    connection.execute(of_him.values(left_at=console.now(), how=SAID))
    with_period = select(memberships.c.member_id).where(memberships.c.member_id.in_(member_ids))
    without = set(member_ids) - set(connection.scalars(with_period))
    ended = [{"member_id": one, "left_at": console.now(), "how": SAID} for one in sorted(without)]
    if ended:
        connection.execute(memberships.insert(), ended)


def _end_requests(connection: Connection, console: Console, request_ids: Sequence[int]) -> None:
    """Let what still waits for a decision wait no more: who asked is not known."""
    for ids in parts(request_ids):
        waits = update(join_requests).where(join_requests.c.id.in_(ids), join_requests.c.decided_at.is_(None))
        withdrawn = {"state": RequestState.WITHDRAWN.value, "decided_at": console.now(), "ends_at": console.now()}
        connection.execute(waits.values(withdrawn))
        of_request = (items.c.kind == ItemKind.REQUEST.value) & items.c.subject_id.in_(ids)
        connection.execute(update(items).where(of_request).values(state=ItemState.DONE.value, later_until=None))


_IS_ERASURE: Final = privacy_requests.c.kind == Asks.ERASURE.value


def _still_asks(person_ids: Collection[int]) -> ColumnElement[bool]:
    asked = privacy_requests.c
    return asked.person_id.in_(person_ids) & asked.removed_at.is_(None) & asked.answered_at.is_(None)


def _forget_asking(connection: Connection, console: Console, person_ids: Collection[int]) -> None:
    """Forget what he objected to and what he said when he asked something; that he asked it stays, as answered."""
    answered = update(privacy_requests).where(_still_asks(person_ids))
    connection.execute(answered.values(answered_at=console.now()))
    connection.execute(update(people).where(people.c.id.in_(person_ids)).values(objected_at=None, objection=None))
    his = privacy_requests.c.person_id.in_(person_ids)
    asked = set(connection.scalars(select(privacy_requests.c.id).where(his)))
    connection.execute(update(privacy_requests).where(his).values(words=None, person_id=None))
    for table, ids in ((people, set(person_ids)), (privacy_requests, asked)):
        scrub(connection, {table: ids})
        # Nothing takes such a decision back any more.
        connection.execute(update(decisions).where(changed(table, ids)).values(left_computer=True))
