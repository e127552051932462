"""What a service answered to a report, kept with the report."""

from sqlalchemy import Connection, select, update

from console.domain.forward import receipt_of
from console.store.tables import forwards


def note_receipt(connection: Connection, outbox_id: int, answer: str) -> None:
    """Keep what a service gave a report that arrived, in the caller's transaction. ``answer`` is that of the carrier.

    From then on nobody needs the person's own e-mail address, so that it is kept no longer.
    """
    row = connection.execute(select(forwards).where(forwards.c.outbox_id == outbox_id)).first()
    if row is None:
        return
    receipt = receipt_of(answer)
    payload = {name: said for name, said in (row.payload or {}).items() if name != "reporter"}
    kept = {"external_number": receipt.number or None, "external_id": receipt.key or None, "payload": payload}
    connection.execute(update(forwards).where(forwards.c.id == row.id).values(kept))
