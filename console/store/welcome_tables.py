"""Tables of the rules as they went to the members of a group (``tables.py`` has all of them)."""

from sqlalchemy import Column, Index, Table, Text

from console.store.columns import UtcSeconds, column_id, column_to, metadata, one_of

welcomes = Table(  # the rules, or one of them again, as they went to a group
    "welcomes",
    metadata,
    column_id(),
    column_to("group_id", "groups"),
    Column("kind", Text, nullable=False),
    Column("rule", Text),  # which one, of a refresh: a key of resources/onboarding or of the group's own
    Column("language", Text, nullable=False),
    Column("how", Text, nullable=False),
    Column("text", Text, nullable=False),  # as it went, so that an import recognises it in the chat
    Column("made_at", UtcSeconds, nullable=False),
    Column("sent_at", UtcSeconds),  # when it stood in the chat, or was said; null while it still waits to go
    column_to("outbox_id", "outbox", required=False, cascade=False),
    column_to("todo_id", "todos", required=False, cascade=False),
    column_to("message_id", "messages", required=False, cascade=False),  # where it stands in the chat
    Column("removed_at", UtcSeconds),
    Index(None, "group_id", "made_at"),
    Index(None, "outbox_id"),
    Index(None, "todo_id"),
    Index(None, "message_id"),
    one_of("kind", "rules", "refresh"),
    one_of("how", "group", "private", "paper", "spoken"),
)
