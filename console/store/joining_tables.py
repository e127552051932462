"""The tables of who wants to join a group, where it is, and how it starts. Import them from ``store.tables``."""

from sqlalchemy import Boolean, Column, Index, Table, Text, UniqueConstraint

from console.store.columns import UtcSeconds, column_id, column_to, metadata, one_of

area_keys = Table(  # a cache of groups.work_area, kept by triggers: which groups may hold a street or a postcode
    "area_keys",
    metadata,
    column_id(),
    column_to("group_id", "groups"),
    Column("key", Text, nullable=False),  # "street:dorps straat", "postcode:3021" (desk/area_search.py)
    Index("ix_area_keys_key", "key", "group_id"),
    Index(None, "group_id"),
)

join_requests = Table(
    "join_requests",
    metadata,
    column_id(),
    column_to("group_id", "groups"),
    Column("name", Text, nullable=False),  # "" once it is erased
    Column("phone", Text),  # E.164
    Column("email", Text),
    Column("street", Text),
    Column("house_number", Text),  # with its addition: "12a", "12-2"
    Column("postcode", Text),  # "1234 AB"
    Column("is_old_enough", Boolean(name="is_old_enough")),  # what he answered; null: he was not asked, or did not say
    Column("has_read_rules", Boolean(name="has_read_rules")),
    Column("has_confirmed", Boolean(name="has_confirmed")),  # double opt-in: that it was really he (profiles.md, W16)
    Column("consent_at", UtcSeconds),
    Column("consent_channel", Text),
    Column("vouched_by", Text),  # as it was written
    column_to("vouched_by_id", "people", required=False, cascade=False),
    Column("language", Text),
    Column("words", Text),  # what he wrote besides
    Column("source", Text, nullable=False),
    column_to("message_id", "messages", required=False, cascade=False),
    column_to("person_id", "people", required=False, cascade=False),  # who he is in the chat, once that is known
    Column("received_at", UtcSeconds, nullable=False),
    Column("state", Text, nullable=False, server_default="open"),
    Column("question", Text),  # what he was asked last
    Column("reason_code", Text),
    Column("reason", Text),  # the same in an administrator's own words
    column_to("other_group_id", "groups", required=False, cascade=False),  # where he was shown the way to
    Column("decided_at", UtcSeconds),
    Column("ends_at", UtcSeconds),  # then what is known of him is erased
    Column("erased_at", UtcSeconds),
    Index(None, "group_id", "state"),
    Index(None, "phone"),
    Index(None, "message_id"),
    Index(None, "ends_at"),
    one_of(
        "state",
        "open",
        "waiting_applicant",
        "waiting_list",
        "admitted",
        "refused",
        "redirected",
        "withdrawn",
    ),
    one_of("source", "export", "chat", "form", "mail", "sheet", "platform"),
)

refusal_marks = Table(  # what is left of a refusal: it recognises who asks again, and tells nothing by itself
    "refusal_marks",
    metadata,
    column_id(),
    column_to("group_id", "groups"),
    column_to("request_id", "join_requests", required=False, cascade=False),
    Column("kind", Text, nullable=False),
    Column("mark", Text, nullable=False),  # keyed hash (desk/joining/marks.py)
    Column("reason_code", Text),
    Column("refused_at", UtcSeconds, nullable=False),
    Column("ends_at", UtcSeconds, nullable=False),
    Column("removed_at", UtcSeconds),  # the refusal was undone
    Index(None, "mark"),
    one_of("kind", "phone", "email", "name_and_address"),
)

start_steps = Table(  # what an administrator did of the start-up checklist (desk/startup.py)
    "start_steps",
    metadata,
    column_id(),
    column_to("group_id", "groups"),
    Column("key", Text, nullable=False),
    Column("note", Text),
    Column("done_at", UtcSeconds),
    Column("noted_at", UtcSeconds),  # when the note was written; a while later it goes
    UniqueConstraint("group_id", "key"),
)

prospects = Table(  # who might join a group that starts (findings.md 42)
    "prospects",
    metadata,
    column_id(),
    column_to("group_id", "groups"),
    Column("name", Text, nullable=False),  # of the company, or of the person
    Column("contact", Text),
    Column("phone", Text),  # E.164
    Column("email", Text),
    Column("channel", Text),  # how he was or will be approached: door, letter, newsletter, meeting, ...
    Column("invited_at", UtcSeconds),
    Column("asked_at", UtcSeconds),
    Column("declined_at", UtcSeconds),
    Column("remind_at", UtcSeconds),
    Column("note", Text),
    column_to("member_id", "members", required=False, cascade=False),  # joined, confirmed and wrote as this member
    Column("created_at", UtcSeconds, nullable=False),
    Column("removed_at", UtcSeconds),
    Index(None, "group_id"),
)
