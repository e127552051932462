"""The schema. ``migrations/`` builds it step by step; a test holds the two equal.

Times are stored in UTC as whole seconds since 1970 (``UtcSeconds``), lists and small trees as JSON text. Every
constraint has a name, because SQLite can only change a constraint that has one.
"""

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint, text

from console.store.columns import UtcSeconds, column_id, column_to, one_of
from console.store.columns import metadata as metadata  # noqa: PLC0414 the migrations want it with every table
from console.store.joining_tables import area_keys as area_keys  # noqa: PLC0414 one place to find every table
from console.store.joining_tables import join_requests as join_requests  # noqa: PLC0414
from console.store.joining_tables import prospects as prospects  # noqa: PLC0414
from console.store.joining_tables import refusal_marks as refusal_marks  # noqa: PLC0414
from console.store.joining_tables import start_steps as start_steps  # noqa: PLC0414
from console.store.report_tables import digests as digests  # noqa: PLC0414
from console.store.report_tables import feedback as feedback  # noqa: PLC0414
from console.store.report_tables import feedback_finds as feedback_finds  # noqa: PLC0414
from console.store.report_tables import feedback_groups as feedback_groups  # noqa: PLC0414
from console.store.report_tables import forwards as forwards  # noqa: PLC0414
from console.store.report_tables import report_messages as report_messages  # noqa: PLC0414
from console.store.report_tables import reports as reports  # noqa: PLC0414
from console.store.vault_tables import erasures as erasures  # noqa: PLC0414
from console.store.vault_tables import privacy_requests as privacy_requests  # noqa: PLC0414
from console.store.welcome_tables import welcomes as welcomes  # noqa: PLC0414

# --- groups and the people in them -----------------------------------------------------------------------------------

groups = Table(
    "groups",
    metadata,
    column_id(),
    Column("name", Text, nullable=False),
    Column("profile", Text, nullable=False),
    Column("tool", Text, nullable=False, server_default="whatsapp"),
    Column("umbrella", Text),  # umbrella organisation: WABP, municipality, ...
    Column("managed_by", Text),  # residents, municipality, association
    Column("join_policy", Text, nullable=False, server_default="closed"),
    Column("time_zone", Text, nullable=False, server_default="Europe/Amsterdam"),
    Column("addresses", Integer),  # the two denominators of coverage differ per study case: keep both
    Column("residents", Integer),
    Column("work_area", JSON),  # streets with house-number ranges, postcodes (desk/areas.py)
    Column("welcome", JSON),  # which rules it asks its members to read, in its own words (desk/welcome)
    Column("joining", JSON),  # what this group asks of who wants to join, and how long it keeps what (desk/joining)
    Column("kick_off_at", UtcSeconds),  # when it starts, or starts again: until then newcomers wait
    Column("overrides", JSON),  # what this group changes in its profile
    Column("shadow", JSON),  # settings that are tried in the shade: they judge along, and queue nothing
    Column("municipality", Text),  # whose counters it redirects to: a key of resources/redirects or municipalities
    Column("strictness", JSON, nullable=False, server_default="{}"),  # {flag: strict|lenient}; the rest is normal
    Column("review_from", UtcSeconds),  # messages before this moment are history: read, searchable, never queued
    Column("history_from", UtcSeconds),  # where a new group's history begins, until it is judged (desk/look_back.py)
    Column("created_at", UtcSeconds, nullable=False),
    Column("archived_at", UtcSeconds),
    Column("keeping", JSON),  # how long this group keeps what, where it chose shorter (desk/forgetting/terms.py)
    UniqueConstraint("name"),
    Index("ix_groups_in_use", "archived_at", "name"),  # all that Groepen opens with: areas make rows wide
    one_of("tool", "whatsapp", "veiligebuurt", "telegram", "signal", "matrix", "other"),
    one_of("join_policy", "closed", "open"),
)

group_counts = Table(  # a cache: triggers drop a group's row at every change, queries/counts.py fills it again
    "group_counts",
    metadata,
    Column("group_id", ForeignKey("groups.id", ondelete="CASCADE"), primary_key=True),
    Column("members", Integer, nullable=False),
    Column("messages", Integer, nullable=False),
    Column("last_message_at", UtcSeconds),
    Column("last_said_at", UtcSeconds),  # the last that somebody said: a notice of the app says nothing about the group
    # Of the eight weeks up to the last message (queries/counts.py), so that what is kept stays right as time passes.
    Column("recent_said", Integer, nullable=False),
    Column("recent_judged", Integer, nullable=False),
    Column("recent_off_topic", Integer, nullable=False),
)

group_relations = Table(
    "group_relations",
    metadata,
    column_id(),
    column_to("group_id", "groups"),
    column_to("other_id", "groups"),
    Column("kind", Text, nullable=False),
    Column("removed_at", UtcSeconds),
    UniqueConstraint("group_id", "other_id", "kind"),
    one_of("kind", "sister", "split", "neighbour"),
)

people = Table(
    "people",
    metadata,
    column_id(),
    Column("name", Text, nullable=False),
    Column("phone", Text),  # E.164
    column_to("merged_into_id", "people", required=False, cascade=False),
    Column("created_at", UtcSeconds, nullable=False),
    Column("objected_at", UtcSeconds),  # he does not want his data used like this, and that was not settled yet
    Column("objection", Text),
    Index(None, "phone"),
    Index(None, "name"),
    Index(None, "merged_into_id"),
)

members = Table(  # a person in a group, under the name that the chat shows now
    "members",
    metadata,
    column_id(),
    column_to("group_id", "groups"),
    column_to("person_id", "people"),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False, server_default="member"),
    Column("role_said_at", UtcSeconds),  # when a person said what he is here; an import then guesses no more
    Column("consent_at", UtcSeconds),
    Column("consent_channel", Text),
    Column("rules_sent_at", UtcSeconds),
    Column("rules_confirmed_at", UtcSeconds),
    Column("rules_sent_how", Text),  # group, private, paper, spoken (domain/welcome.py)
    Column("rules_confirmed_how", Text),  # chat, reaction, by_hand, on_joining
    Column("rules_reminded_at", UtcSeconds),
    Column("alias", Text),  # under which others see him, where the tool hides his name
    Column("erased_at", UtcSeconds),  # long gone: what was known of him is erased, his names stand as keyed hashes
    UniqueConstraint("group_id", "person_id"),
    Index(None, "person_id"),
    Index("ix_members_with_role", "group_id", "role", sqlite_where=text("role != 'member'")),
    one_of("role", "member", "admin", "coordinator", "professional", "champion"),
)

member_names = Table(  # every name a member had in a group, so that an older export still finds him
    "member_names",
    metadata,
    column_id(),
    column_to("group_id", "groups"),
    column_to("member_id", "members"),
    Column("name", Text, nullable=False),
    UniqueConstraint("group_id", "name"),
    Index(None, "member_id"),
)

memberships = Table(  # a period; a person may leave and come back
    "memberships",
    metadata,
    column_id(),
    column_to("member_id", "members"),
    Column("joined_at", UtcSeconds),
    Column("left_at", UtcSeconds),
    Column("how", Text),  # added, link, approved, left, removed; said, seen, undone (desk/roll.py)
    Column("reason", Text),  # why he left, in the words of an administrator
    Index(None, "member_id"),
    Index("ix_memberships_undone", "member_id", sqlite_where=text("how = 'undone'")),
)

# --- what was said ---------------------------------------------------------------------------------------------------

imports = Table(
    "imports",
    metadata,
    column_id(),
    column_to("group_id", "groups"),
    Column("sha256", Text, nullable=False),
    Column("format", Text, nullable=False),
    Column("date_order", Text),
    Column("imported_at", UtcSeconds, nullable=False),
    Column("first_at", UtcSeconds),
    Column("last_at", UtcSeconds),
    Column("read", Integer, nullable=False),
    Column("new", Integer, nullable=False),
    Column("known", Integer, nullable=False),
    Column("changed", Integer, nullable=False),
    Index(None, "group_id"),
)

messages = Table(
    "messages",
    metadata,
    column_id(),
    column_to("group_id", "groups"),
    # Order of the export inside a group. Times alone cannot order: minutes repeat, and one hour a year comes twice.
    # New positions leave room in between, so that a late message finds its place without renumbering.
    Column("position", Integer, nullable=False),
    Column("sent_at", UtcSeconds, nullable=False),
    Column("written_at", Integer, nullable=False),  # local seconds as the export wrote them, for matching a re-import
    column_to("member_id", "members", required=False),
    Column("kind", Text, nullable=False),
    Column("event", Text),
    Column("subject", JSON),
    Column("text", Text, nullable=False),
    Column("attachments", JSON),
    Column("is_edited", Boolean(name="is_edited"), nullable=False, server_default="0"),
    Column("is_doubtful", Boolean(name="is_doubtful"), nullable=False, server_default="0"),
    Column("deleted_at", UtcSeconds),  # seen as deleted in a later export; the first text stays
    Column("source_id", Text),  # the platform's own id
    Column("reply_to", Text),
    Column("needs_judging", Boolean(name="needs_judging"), nullable=False, server_default="0"),
    Column("needs_placing", Boolean(name="needs_placing"), nullable=False, server_default="1"),  # in a report, or none
    column_to("import_id", "imports", required=False, cascade=False),
    Column("forgotten_at", UtcSeconds),  # its text is erased, what it counts for stays
    Column("mark", Text),  # keyed hash of what it said, so that an old export does not bring it back
    Index("ix_messages_group_id_position", "group_id", "position"),
    Index("ix_messages_kept", "group_id", "sent_at", sqlite_where=text("forgotten_at IS NULL")),
    Index("ix_messages_group_id_written_at", "group_id", "written_at"),
    Index("ix_messages_of_member", "member_id", "sent_at", "position"),  # who wrote most is shown as soon as others
    Index("ix_messages_in_time", "sent_at", "position", "kind"),  # holds all that the page Berichten opens with
    Index("ix_messages_deleted", "id", sqlite_where=text("deleted_at IS NOT NULL")),
    Index("ix_messages_edited", "id", sqlite_where=text("is_edited = 1")),
    Index(
        "uq_messages_group_id_source_id",
        "group_id",
        "source_id",
        unique=True,
        sqlite_where=text("source_id IS NOT NULL"),
    ),
    Index("ix_messages_needs_judging", "sent_at", "position", sqlite_where=text("needs_judging = 1")),
    Index("ix_messages_needs_placing", "group_id", "position", sqlite_where=text("needs_placing = 1")),
    one_of("kind", "text", "media", "deleted", "system"),
)

message_changes = Table(  # what later exports said differently; the text as first read is never lost
    "message_changes",
    metadata,
    column_id(),
    column_to("message_id", "messages"),
    column_to("import_id", "imports", required=False, cascade=False),
    Column("seen_at", UtcSeconds, nullable=False),
    Column("what", Text, nullable=False),
    Column("before", Text),
    Column("after", Text),
    Index(None, "message_id"),
    one_of("what", "edited", "deleted"),
)

# --- what the judge and the administrator made of it -----------------------------------------------------------------

judgements = Table(
    "judgements",
    metadata,
    Column("message_id", ForeignKey("messages.id", ondelete="CASCADE"), primary_key=True),
    Column("judge", Text, nullable=False),  # version of the rules and the model
    Column("profile", Text, nullable=False),
    Column("judged_at", UtcSeconds, nullable=False),
    Column("category", Text, nullable=False),
    Column("is_primary", Boolean(name="is_primary"), nullable=False),
    Column("stigma", Text, nullable=False),
    Column("abuse", Text, nullable=False),
    Column("vigilantism", Boolean(name="vigilantism"), nullable=False),
    Column("personal_data", JSON, nullable=False),
    Column("call112", Text),
    Column("feedback", Text, nullable=False),
    Column("off_topic", Boolean(name="off_topic"), nullable=False),
    Column("attention", Text, nullable=False),
    Column("reasons", JSON, nullable=False),  # [{flag, rule, nl, en, spans}]
    Index("ix_judgements_noticed", "attention", sqlite_where=text("reasons != '[]'")),
    Index("ix_judgements_category", "category"),
    one_of("attention", "now", "today", "later", "none"),
)

corrections = Table(  # what a person said of a message; the judge keeps to it, and learns for this group
    "corrections",
    metadata,
    column_id(),
    column_to("group_id", "groups"),
    column_to("message_id", "messages"),
    Column("label", Text, nullable=False),
    Column("value", Text, nullable=False),  # as the label guide writes it
    Column("source", Text, nullable=False, server_default="said"),  # said: Klopt niet; fine: Goed zo
    Column("corrected_at", UtcSeconds, nullable=False),
    Column("removed_at", UtcSeconds),  # undone, forgotten, or followed by another
    Index(None, "group_id"),
    Index(None, "message_id"),
    Index(
        "uq_corrections_message_id_label",
        "message_id",
        "label",
        unique=True,
        sqlite_where=text("removed_at IS NULL"),
    ),
    one_of("label", "category", "stigma", "abuse", "vigilantism", "personal_data", "call112", "feedback", "off_topic"),
    one_of("source", "said", "fine"),
)

shadow_judgements = Table(  # what the settings in the shade would have said of a message
    "shadow_judgements",
    metadata,
    Column("message_id", ForeignKey("messages.id", ondelete="CASCADE"), primary_key=True),
    Column("attention", Text, nullable=False),
    Column("reasons", JSON, nullable=False),
    Column("judged_at", UtcSeconds, nullable=False),
    one_of("attention", "now", "today", "later", "none"),
)

items = Table(  # the one queue; a row per thing that waits for a person
    "items",
    metadata,
    column_id(),
    Column("kind", Text, nullable=False),
    Column("subject_id", Integer, nullable=False),  # id of the message, join request or feedback line
    column_to("group_id", "groups"),
    Column("rank", Integer, nullable=False),  # order of screens.md, low first
    Column("at", UtcSeconds, nullable=False),
    Column("attention", Text, nullable=False),
    Column("state", Text, nullable=False, server_default="open"),
    Column("later_until", UtcSeconds),
    Column("claimed_by", Text),  # who looks at it now, and in which window; worth nothing after claimed_until
    Column("claimed_in", Text),
    Column("claimed_until", UtcSeconds),
    UniqueConstraint("kind", "subject_id"),
    Index("ix_items_open", "kind", "rank", "at", sqlite_where=text("state != 'done'")),
    Index("ix_items_claimed_in", "claimed_in", sqlite_where=text("claimed_in IS NOT NULL")),
    Index(None, "group_id"),
    one_of("kind", "message", "request", "feedback"),
    one_of("state", "open", "later", "done"),
    one_of("attention", "now", "today", "later"),
)

decisions = Table(  # the journal: only ever added to
    "decisions",
    metadata,
    column_id(),
    column_to("group_id", "groups", required=False),
    column_to("item_id", "items", required=False, cascade=False),
    Column("verb", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("decided_at", UtcSeconds, nullable=False),
    Column("before", JSON),
    Column("after", JSON),
    Column("shown", JSON),  # the judgement as the person saw it
    Column("note", Text),
    column_to("undoes_id", "decisions", required=False, cascade=False),  # the decision undone, or the undo redone
    Column("batch_id", Integer),  # the first of the decisions that were made, and are undone, together
    Column("left_computer", Boolean(name="left_computer"), nullable=False, server_default="0"),
    UniqueConstraint("undoes_id"),
    Index(None, "item_id"),
    Index(None, "batch_id"),
)

notes = Table(
    "notes",
    metadata,
    column_id(),
    column_to("group_id", "groups", required=False),
    column_to("message_id", "messages", required=False),
    column_to("person_id", "people", required=False),
    Column("text", Text, nullable=False),
    Column("created_at", UtcSeconds, nullable=False),
    Column("ends_at", UtcSeconds, nullable=False),  # every note about a person ends
    column_to("decision_id", "decisions", required=False, cascade=False),
    Column("removed_at", UtcSeconds),
    Index(None, "message_id"),
    Index(None, "person_id"),
)

steps = Table(  # a step of the ladder that was taken with a member; one that does not count is never stored
    "steps",
    metadata,
    column_id(),
    column_to("person_id", "people"),
    column_to("group_id", "groups"),
    column_to("message_id", "messages", required=False, cascade=False),
    column_to("decision_id", "decisions", required=False, cascade=False),
    Column("rung", Text, nullable=False),  # a key of the ladder
    Column("taken_at", UtcSeconds, nullable=False),
    Column("ends_at", UtcSeconds, nullable=False),  # from then on it counts no more
    Column("removed_at", UtcSeconds),
    Index(None, "person_id"),
)

different_people = Table(  # two people of whom somebody said that they are not the same
    "different_people",
    metadata,
    column_id(),
    column_to("person_id", "people"),
    column_to("other_id", "people"),
    Column("said_at", UtcSeconds, nullable=False),
    Column("removed_at", UtcSeconds),
    Index(None, "person_id"),
)

drafts = Table(  # a group's own version of a draft; blanks like [naam] stand in it
    "drafts",
    metadata,
    column_id(),
    column_to("group_id", "groups"),
    Column("key", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("tone", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("saved_at", UtcSeconds, nullable=False),
    Column("removed_at", UtcSeconds),
    Index(
        "uq_drafts_of_group",
        "group_id",
        "key",
        "place",
        "tone",
        "language",
        unique=True,
        sqlite_where=text("removed_at IS NULL"),
    ),
    one_of("place", "private", "group", "officer"),
    one_of("tone", "plain", "kind"),
    one_of("language", "nl", "en"),
)

views = Table(  # filters of the queue under a name
    "views",
    metadata,
    column_id(),
    Column("name", Text, nullable=False),
    Column("filters", JSON, nullable=False),
    Column("saved_at", UtcSeconds, nullable=False),
    Column("removed_at", UtcSeconds),
)

municipalities = Table(  # the counters of a municipality as a person filled them in, over those that are shipped
    "municipalities",
    metadata,
    column_id(),
    Column("key", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("counters", JSON, nullable=False),
    Column("report_mail", Text),  # where a report about the street can be mailed to
    Column("signalen_url", Text),  # where the municipality runs Signalen: its public interface
    UniqueConstraint("key"),
)

# --- professionals ---------------------------------------------------------------------------------------------------

professionals = Table(
    "professionals",
    metadata,
    column_id(),
    Column("name", Text, nullable=False),
    Column("organisation", Text),
    Column("job", Text),  # community officer, area caretaker, ...
    Column("phone", Text),
    Column("email", Text),
    Column("phone_hours", Text),  # when he may be called, as he said it
    Column("expectation", Text),  # what the group may expect of him: "leest mee, antwoordt niet altijd"
    Column("digest_days", Integer),  # how often he gets an overview of what is open; null: as usual, 0: never
    column_to("person_id", "people", required=False, cascade=False),
)

group_professionals = Table(
    "group_professionals",
    metadata,
    column_id(),
    column_to("group_id", "groups"),
    column_to("professional_id", "professionals"),
    Column("presence", Text, nullable=False),
    Column("removed_at", UtcSeconds),
    UniqueConstraint("group_id", "professional_id"),
    one_of("presence", "takes_part", "reads", "via_moderator"),
)

# --- what leaves the computer, and what a person does by hand --------------------------------------------------------

outbox = Table(  # what a carrier sends (desk/outbox.py)
    "outbox",
    metadata,
    column_id(),
    Column("idempotency_key", Text, nullable=False),
    column_to("group_id", "groups"),
    Column("carrier", Text, nullable=False),  # the tool of the group
    Column("action", Text, nullable=False),
    column_to("message_id", "messages", required=False),
    column_to("person_id", "people", required=False),
    column_to("request_id", "join_requests", required=False),
    column_to("feedback_id", "feedback", required=False),
    Column("recipient", Text),
    Column("body", Text),
    Column("state", Text, nullable=False, server_default="waiting"),
    Column("created_at", UtcSeconds, nullable=False),
    Column("not_before", UtcSeconds, nullable=False),
    Column("sending_until", UtcSeconds),  # a sender that is silent after this moment was killed
    Column("done_at", UtcSeconds),
    Column("answer", Text),
    column_to("decision_id", "decisions", required=False, cascade=False),
    UniqueConstraint("idempotency_key"),
    Index("ix_outbox_state_not_before", "state", "not_before"),
    Index(None, "decision_id"),
    one_of("action", "private", "group", "other_group", "officer", "delete", "remove", "admit", "refuse", "forward"),
    one_of("state", "waiting", "sending", "done", "failed", "unknown", "withdrawn"),
)

todos = Table(  # "op uw telefoon": closed by the next import that sees the effect (desk/todos.py)
    "todos",
    metadata,
    column_id(),
    column_to("group_id", "groups"),  # where the effect will be seen
    Column("action", Text, nullable=False),
    Column("recipient", Text),
    Column("text", Text),
    column_to("message_id", "messages", required=False),
    column_to("person_id", "people", required=False),
    column_to("request_id", "join_requests", required=False),
    column_to("feedback_id", "feedback", required=False),
    column_to("decision_id", "decisions", required=False, cascade=False),
    Column("state", Text, nullable=False, server_default="open"),
    Column("created_at", UtcSeconds, nullable=False),
    Column("handed_at", UtcSeconds),  # the text was opened in the tool, or copied
    Column("done_at", UtcSeconds),  # a person said that it is done
    Column("closed_at", UtcSeconds),
    column_to("closed_by_import_id", "imports", required=False, cascade=False),
    Index(None, "group_id"),
    Index(None, "decision_id"),
    one_of("action", "private", "group", "other_group", "officer", "delete", "remove", "admit", "refuse", "forward"),
    one_of("state", "open", "done", "seen", "not_seen", "withdrawn"),
)

settings = Table(
    "settings",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", JSON, nullable=False),
)
