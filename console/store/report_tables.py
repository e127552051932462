"""The tables of reports, and of the answers owed about them. Import them from ``store.tables``."""

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint, text

from console.store.columns import UtcSeconds, column_id, column_to, metadata, one_of

reports = Table(  # a thread: everything said about one situation (findings.md 2.1, the six heads)
    "reports",
    metadata,
    column_id(),
    column_to("group_id", "groups"),
    Column("started_at", UtcSeconds, nullable=False),  # when the primary message was sent
    # What the messages say of it, or what a person said instead: then the name of the column stands in by_hand.
    Column("nature", Text),
    Column("reporter", Text),
    Column("members_did", JSON, nullable=False, server_default="[]"),
    Column("professionals_did", JSON, nullable=False, server_default="[]"),
    Column("result", Text, nullable=False, server_default="unknown"),
    Column("told_how", Text, nullable=False, server_default="none"),
    Column("told_by", Text),  # a role
    Column("told_minutes", Integer),
    Column("called_112", Text),
    column_to("called_by_id", "members", required=False, cascade=False),
    Column("minutes_to_112", Integer),
    Column("question_minutes", Integer),
    Column("talk_minutes", Integer),
    Column("by_hand", JSON, nullable=False, server_default="[]"),
    Column("needs_telling", Boolean(name="needs_telling"), nullable=False, server_default="1"),  # its messages changed
    Index(None, "group_id", "started_at"),
    Index("ix_reports_needs_telling", "id", sqlite_where=text("needs_telling = 1")),
)

report_messages = Table(  # a message without a row here is in no report, or was not placed yet (messages.needs_placing)
    "report_messages",
    metadata,
    Column("message_id", ForeignKey("messages.id", ondelete="CASCADE"), primary_key=True),
    column_to("report_id", "reports", required=False),  # null: a person said that it belongs to none
    Column("is_primary", Boolean(name="is_primary"), nullable=False, server_default="0"),
    Column("links", JSON, nullable=False, server_default="[]"),  # why it stands here
    Column("is_by_hand", Boolean(name="is_by_hand"), nullable=False, server_default="0"),
    Index(None, "report_id"),
)

feedback = Table(  # a line of the ledger: one answer that somebody owes, perhaps to several groups
    "feedback",
    metadata,
    column_id(),  # BC-<id>, by which an answer finds its line
    Column("what", Text, nullable=False),
    Column("kind", Text, nullable=False, server_default="other"),
    column_to("professional_id", "professionals", required=False, cascade=False),
    Column("service", Text),  # who owes the answer where it is nobody whose name is known: "gemeente", "politie"
    Column("state", Text, nullable=False, server_default="to_ask"),
    Column("source", Text, nullable=False, server_default="hand"),
    Column("since", UtcSeconds, nullable=False),
    Column("asked_at", UtcSeconds),  # the last time
    Column("remind_at", UtcSeconds),
    Column("channel", Text),  # how it was asked
    Column("answer", Text),
    Column("answered_at", UtcSeconds),
    column_to("answer_message_id", "messages", required=False, cascade=False),
    Column("result", Text),
    Column("lapse_reason", Text),
    Column("lapse_words", Text),
    Column("closed_at", UtcSeconds),  # told, or lapsed
    column_to("merged_into_id", "feedback", required=False, cascade=False),
    Index(None, "state"),
    Index(None, "professional_id"),
    one_of("state", "to_ask", "asked", "answered", "told", "lapsed"),
    one_of("kind", "urgent", "suspicious", "liveability", "rumour", "other"),
)

feedback_groups = Table(  # a group that waits for the answer, and whether it and its reporter were told
    "feedback_groups",
    metadata,
    column_id(),
    column_to("feedback_id", "feedback"),
    column_to("group_id", "groups"),
    column_to("report_id", "reports", required=False, cascade=False),
    column_to("message_id", "messages", required=False, cascade=False),  # what was reported, in this group
    Column("reporter_told_at", UtcSeconds),
    Column("reporter_told_how", Text),
    Column("group_told_at", UtcSeconds),
    Column("group_told_how", Text),
    Column("removed_at", UtcSeconds),
    UniqueConstraint("feedback_id", "group_id"),
    Index(None, "group_id"),
    Index(None, "report_id"),
    Index(None, "message_id"),
)

feedback_finds = Table(  # what was recognised in the chats about answers owed; a person says whether it is so
    "feedback_finds",
    metadata,
    column_id(),
    column_to("group_id", "groups"),
    column_to("message_id", "messages"),
    Column("kind", Text, nullable=False),
    column_to("feedback_id", "feedback", required=False),
    column_to("professional_id", "professionals", required=False),
    Column("because", JSON, nullable=False, server_default="[]"),  # why it was found
    Column("state", Text, nullable=False, server_default="open"),
    Column("found_at", UtcSeconds, nullable=False),
    UniqueConstraint("message_id", "kind", "feedback_id"),
    Index(None, "feedback_id"),
    Index("ix_feedback_finds_open", "kind", "id", sqlite_where=text("state = 'open'")),
    one_of("kind", "answer", "asks", "passed_on", "signature"),
    one_of("state", "open", "accepted", "declined"),
)

digests = Table(  # an overview of what is open, as it went to a professional
    "digests",
    metadata,
    column_id(),
    column_to("professional_id", "professionals"),
    Column("made_at", UtcSeconds, nullable=False),
    Column("how", Text, nullable=False),
    Column("lines", JSON, nullable=False),  # ids of feedback
    Column("removed_at", UtcSeconds),
    Index(None, "professional_id", "made_at"),
)

forwards = Table(  # a report that was passed on to a service: to whom, when, and what came of it (findings.md 64)
    "forwards",
    metadata,
    column_id(),
    column_to("feedback_id", "feedback"),
    column_to("group_id", "groups"),
    Column("channel", Text, nullable=False),
    Column("recipient", Text, nullable=False),  # the name of the service
    Column("base_url", Text),  # of Signalen
    Column("payload", JSON),  # what is sent there
    Column("body", Text, nullable=False),  # as a person reads it
    column_to("outbox_id", "outbox", required=False, cascade=False),
    Column("external_id", Text),
    Column("external_number", Text),  # "SIG-12"
    Column("status", Text),
    Column("status_at", UtcSeconds),
    Column("looked_at", UtcSeconds),  # when the status was last asked for
    Column("created_at", UtcSeconds, nullable=False),
    Column("removed_at", UtcSeconds),
    Index(None, "feedback_id"),
    Index(None, "outbox_id"),
    one_of("channel", "signalen", "app", "mail", "phone"),
)
