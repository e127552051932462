"""One try to send something: claimed so that nobody else does, given to its carrier, and its end written down."""

from datetime import timedelta
from typing import Any, Final

from sqlalchemy import Row, and_, case, or_, select, update

from console.desk.console import Console
from console.desk.departure import note_departure
from console.desk.feedback.receipts import note_receipt
from console.desk.welcome import delivered
from console.domain.group import GroupId
from console.domain.outgoing import Action, Outgoing, SendState
from console.store.tables import forwards, groups, messages, outbox

LEASE_SECONDS: Final = 120  # a sender that is silent for so long was killed; a carrier gives up long before


def as_outgoing(row: Row[*tuple[Any, ...]]) -> Outgoing:
    """Return what a carrier is given of a row that was claimed."""
    return Outgoing(
        key=row.idempotency_key,
        group=row.group,
        action=Action(row.action),
        recipient=row.recipient,
        message=row.source_id,
        body=row.body,
        address=row.base_url,
        payload=row.payload,
    )


def claim(console: Console) -> Row[*tuple[Any, ...]] | None:
    """Take one thing that is due, so that nobody else does, and let its decision know that it leaves."""
    due = (
        select(outbox.c.id)
        .where(outbox.c.state == SendState.WAITING.value, outbox.c.not_before <= console.now())
        .where(outbox.c.carrier.in_(list(console.carriers)))
        .order_by(outbox.c.not_before, outbox.c.id)
        .limit(1)
    )
    claiming = (
        update(outbox)
        .where(outbox.c.id == due.scalar_subquery(), outbox.c.state == SendState.WAITING.value)
        .values(state=SendState.SENDING.value, sending_until=console.now() + timedelta(seconds=LEASE_SECONDS))
        .returning(outbox.c.id)
    )
    with console.store.writing() as connection:
        claimed = connection.execute(claiming).scalar()
        if claimed is None:
            return None
        note_departure(connection, outbox, claimed)
        return connection.execute(
            select(outbox, groups.c.name.label("group"), messages.c.source_id, forwards.c.base_url, forwards.c.payload)
            .join(groups, groups.c.id == outbox.c.group_id)
            .outerjoin(messages, messages.c.id == outbox.c.message_id)
            .outerjoin(forwards, forwards.c.outbox_id == outbox.c.id)
            .where(outbox.c.id == claimed)
        ).one()


def note_answer(console: Console, tried: Row[*tuple[Any, ...]], state: SendState, answer: str | None) -> bool:
    """Write down how a try ended (the row as it was claimed). A late answer still counts, unless a person settled it.

    Of a try that was given up, only that it arrived says something about the one that is busy now. Return whether it
    is known of members now that they were sent the rules.
    """
    is_own = outbox.c.sending_until == tried.sending_until
    heard = outbox.c.state == SendState.SENDING.value
    heard = heard if state is SendState.DONE else and_(heard, is_own)
    if answer is not None:
        heard = or_(heard, outbox.c.state.in_([SendState.UNKNOWN.value, SendState.WAITING.value]))
    done_at = console.now() if state is SendState.DONE else None
    values = {"state": state.value, "answer": answer, "sending_until": None, "done_at": done_at}
    with console.store.writing() as connection:
        is_heard = connection.execute(update(outbox).where(outbox.c.id == tried.id, heard).values(values)).rowcount
        note_departure(connection, outbox, tried.id)
        if is_heard and state is SendState.DONE and tried.action == Action.FORWARD.value:
            note_receipt(connection, tried.id, answer or "")
        is_here = is_heard and state is SendState.DONE
        went = delivered.went(connection, outbox, tried.id, console.now()) if is_here else []
        for change in went:
            change.apply(connection)
    return bool(went)


def give_up_silent(console: Console) -> set[GroupId]:
    """Settle what a sender left behind that fell silent: again where the platform itself does nothing twice."""
    safe = [name for name, carrier in console.carriers.items() if carrier.repeats_safely]
    silent = and_(outbox.c.state == SendState.SENDING.value, outbox.c.sending_until <= console.now())
    state = case((outbox.c.carrier.in_(safe), SendState.WAITING.value), else_=SendState.UNKNOWN.value)
    settled = update(outbox).where(silent).values(state=state).returning(outbox.c.group_id)
    with console.store.reading() as connection:
        if connection.scalar(select(outbox.c.id).where(silent).limit(1)) is None:
            return set()
    with console.store.writing() as connection:
        return {GroupId(group_id) for group_id in connection.scalars(settled)}
