"""Tables of what was erased for good and of what people asked about their own data (``tables.py`` has all of them)."""

from sqlalchemy import JSON, Column, Index, Table, Text

from console.store.columns import UtcSeconds, column_id, column_to, metadata, one_of

erasures = Table(  # replayed on every older copy that is put back; keyed hashes and numbers, never a name or a text
    "erasures",
    metadata,
    column_id(),
    Column("kind", Text, nullable=False),
    Column("marks", JSON, nullable=False),  # what recognises it in an older copy (desk/forgetting)
    Column("erased_at", UtcSeconds, nullable=False),
    one_of("kind", "person", "group_texts"),
)

privacy_requests = Table(  # what somebody asked about his own data, and when that was answered
    "privacy_requests",
    metadata,
    column_id(),
    Column("kind", Text, nullable=False),
    column_to("person_id", "people", required=False, cascade=False),  # null once he is erased
    Column("asked_at", UtcSeconds, nullable=False),
    Column("answered_at", UtcSeconds),
    Column("words", Text),
    Column("recipients", JSON),  # who outside got something of somebody who is erased, and whether they were told
    Column("removed_at", UtcSeconds),
    Index(None, "person_id"),
    one_of("kind", "access", "erasure", "correction", "objection"),
)
