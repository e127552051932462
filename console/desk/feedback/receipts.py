"""What a service answered to a report, kept with the report; where it went wrong, its line comes back to a person."""

from sqlalchemy import Connection, select, update

from console.desk.console import Console
from console.desk.feedback.opening import raise_line
from console.domain.forward import receipt_of
from console.domain.outgoing import SendState
from console.store.tables import forwards


def note_receipt(
    connection: Connection, console: Console, outbox_id: int, state: SendState, answer: str | None
) -> None:
    """Keep how sending a report ended, in the caller's transaction. ``answer`` is that of the carrier.

    What arrived needs the person's own e-mail address no longer, so that it is kept nowhere.
    """
    row = connection.execute(select(forwards).where(forwards.c.outbox_id == outbox_id)).first()
    if row is None:
        return
    if state is not SendState.DONE:
        raise_line(connection, console, row.feedback_id)
        return
    receipt = receipt_of(answer or "")
    payload = {name: said for name, said in (row.payload or {}).items() if name != "reporter"}
    kept = {"external_number": receipt.number or None, "external_id": receipt.key or None, "payload": payload}
    connection.execute(update(forwards).where(forwards.c.id == row.id).values(kept))
