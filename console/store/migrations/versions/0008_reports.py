"""Reports as threads, and the ledger of answers owed about them."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_ACTIONS = "'private', 'group', 'other_group', 'officer', 'delete', 'remove', 'admit', 'refuse', 'forward'"
_KINDS = "'urgent', 'suspicious', 'liveability', 'rumour', 'other'"
_WEEK = 7 * 24 * 60 * 60

# What a question to the community officer was about stands in its decision only.
_ABOUT = """
    UPDATE feedback_groups SET message_id = (
        SELECT items.subject_id FROM decisions
        JOIN json_each(decisions.after, '$.rows') AS row
        JOIN items ON items.id = decisions.item_id AND items.kind = 'message'
        WHERE decisions.verb = 'officer' AND json_extract(row.value, '$.table') = 'feedback'
        AND json_extract(row.value, '$.id') = feedback_groups.feedback_id LIMIT 1
    )
"""
# Who was asked before this came has a week from then on, like everybody.
_QUEUE = f"""
    INSERT INTO items (kind, subject_id, group_id, rank, at, attention, state, later_until)
    SELECT 'feedback', feedback.id, min(feedback_groups.group_id), 80, feedback.since, 'later', 'later',
           feedback.since + {_WEEK}
    FROM feedback JOIN feedback_groups ON feedback_groups.feedback_id = feedback.id
    WHERE feedback.state = 'asked' GROUP BY feedback.id
"""


def upgrade() -> None:
    _make_reports()
    op.add_column("messages", sa.Column("needs_placing", sa.Boolean(), server_default="1", nullable=False))
    is_unplaced = sa.text("needs_placing = 1")
    op.create_index("ix_messages_needs_placing", "messages", ["group_id", "position"], sqlite_where=is_unplaced)
    op.add_column("professionals", sa.Column("digest_days", sa.Integer()))
    op.add_column("municipalities", sa.Column("report_mail", sa.Text()))
    op.add_column("municipalities", sa.Column("signalen_url", sa.Text()))
    _widen_feedback()
    _make_feedback_groups()
    _make_feedback_finds()
    _make_digests()
    _widen_outgoing()
    _make_forwards()
    connection = op.get_bind()
    connection.exec_driver_sql(_ABOUT)
    connection.exec_driver_sql(f"UPDATE feedback SET remind_at = since + {_WEEK}, asked_at = since WHERE state = 'asked'")
    connection.exec_driver_sql(_QUEUE)


def _to(table: str, column: str, target: str, action: str = "CASCADE") -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{target}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name, ondelete=action)


def _make_reports() -> None:
    """Make them anew: nothing ever wrote to them."""
    op.drop_table("report_messages")
    op.drop_table("reports")
    op.create_table(
        "reports",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.Integer(), nullable=False),
        sa.Column("nature", sa.Text()),
        sa.Column("reporter", sa.Text()),
        sa.Column("members_did", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("professionals_did", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("result", sa.Text(), server_default="unknown", nullable=False),
        sa.Column("told_how", sa.Text(), server_default="none", nullable=False),
        sa.Column("told_by", sa.Text()),
        sa.Column("told_minutes", sa.Integer()),
        sa.Column("called_112", sa.Text()),
        sa.Column("called_by_id", sa.Integer()),
        sa.Column("minutes_to_112", sa.Integer()),
        sa.Column("question_minutes", sa.Integer()),
        sa.Column("talk_minutes", sa.Integer()),
        sa.Column("by_hand", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("needs_telling", sa.Boolean(), server_default="1", nullable=False),
        _to("reports", "group_id", "groups"),
        _to("reports", "called_by_id", "members", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reports")),
    )
    op.create_index(op.f("ix_reports_group_id_started_at"), "reports", ["group_id", "started_at"])
    op.create_index("ix_reports_needs_telling", "reports", ["id"], sqlite_where=sa.text("needs_telling = 1"))
    op.create_table(
        "report_messages",
        sa.Column("message_id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer()),
        sa.Column("is_primary", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("links", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("is_by_hand", sa.Boolean(), server_default="0", nullable=False),
        _to("report_messages", "message_id", "messages"),
        _to("report_messages", "report_id", "reports"),
        sa.PrimaryKeyConstraint("message_id", name=op.f("pk_report_messages")),
    )
    op.create_index(op.f("ix_report_messages_report_id"), "report_messages", ["report_id"])


def _widen_feedback() -> None:
    with op.batch_alter_table("feedback") as widened:
        widened.drop_column("reporter_told_at")
        widened.add_column(sa.Column("kind", sa.Text(), server_default="other", nullable=False))
        widened.add_column(sa.Column("service", sa.Text()))
        widened.add_column(sa.Column("source", sa.Text(), server_default="hand", nullable=False))
        widened.add_column(sa.Column("asked_at", sa.Integer()))
        widened.add_column(sa.Column("answer_message_id", sa.Integer()))
        widened.add_column(sa.Column("lapse_words", sa.Text()))
        widened.add_column(sa.Column("closed_at", sa.Integer()))
        widened.add_column(sa.Column("merged_into_id", sa.Integer()))
        widened.create_check_constraint(op.f("ck_feedback_kind"), f"kind IN ({_KINDS})")
        name = op.f("fk_feedback_answer_message_id_messages")
        widened.create_foreign_key(name, "messages", ["answer_message_id"], ["id"], ondelete="SET NULL")
        name = op.f("fk_feedback_merged_into_id_feedback")
        widened.create_foreign_key(name, "feedback", ["merged_into_id"], ["id"], ondelete="SET NULL")
    op.create_index(op.f("ix_feedback_state"), "feedback", ["state"])
    op.create_index(op.f("ix_feedback_professional_id"), "feedback", ["professional_id"])


def _make_feedback_groups() -> None:
    """Give its rows a number, which undo needs, and keep what stands there."""
    old = op.get_bind().exec_driver_sql("SELECT feedback_id, group_id, report_id, group_told_at FROM feedback_groups")
    kept = [dict(row) for row in old.mappings()]
    op.drop_table("feedback_groups")
    made = op.create_table(
        "feedback_groups",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("feedback_id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer()),
        sa.Column("message_id", sa.Integer()),
        sa.Column("reporter_told_at", sa.Integer()),
        sa.Column("reporter_told_how", sa.Text()),
        sa.Column("group_told_at", sa.Integer()),
        sa.Column("group_told_how", sa.Text()),
        sa.Column("removed_at", sa.Integer()),
        _to("feedback_groups", "feedback_id", "feedback"),
        _to("feedback_groups", "group_id", "groups"),
        _to("feedback_groups", "report_id", "reports", "SET NULL"),
        _to("feedback_groups", "message_id", "messages", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback_groups")),
        sa.UniqueConstraint("feedback_id", "group_id", name=op.f("uq_feedback_groups_feedback_id_group_id")),
    )
    for column in ("group_id", "report_id", "message_id"):
        op.create_index(op.f(f"ix_feedback_groups_{column}"), "feedback_groups", [column])
    op.bulk_insert(made, kept)


def _make_feedback_finds() -> None:
    op.create_table(
        "feedback_finds",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("feedback_id", sa.Integer()),
        sa.Column("professional_id", sa.Integer()),
        sa.Column("because", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("state", sa.Text(), server_default="open", nullable=False),
        sa.Column("found_at", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('answer', 'asks', 'passed_on', 'signature')", name=op.f("ck_feedback_finds_kind")),
        sa.CheckConstraint("state IN ('open', 'accepted', 'declined')", name=op.f("ck_feedback_finds_state")),
        _to("feedback_finds", "group_id", "groups"),
        _to("feedback_finds", "message_id", "messages"),
        _to("feedback_finds", "feedback_id", "feedback"),
        _to("feedback_finds", "professional_id", "professionals"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback_finds")),
        sa.UniqueConstraint(
            "message_id", "kind", "feedback_id", name=op.f("uq_feedback_finds_message_id_kind_feedback_id")
        ),
    )
    op.create_index(op.f("ix_feedback_finds_feedback_id"), "feedback_finds", ["feedback_id"])
    is_open = sa.text("state = 'open'")
    op.create_index("ix_feedback_finds_open", "feedback_finds", ["kind", "id"], sqlite_where=is_open)


def _make_digests() -> None:
    op.create_table(
        "digests",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("professional_id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.Integer(), nullable=False),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("lines", sa.JSON(), nullable=False),
        sa.Column("removed_at", sa.Integer()),
        _to("digests", "professional_id", "professionals"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_digests")),
    )
    op.create_index(op.f("ix_digests_professional_id_made_at"), "digests", ["professional_id", "made_at"])


def _widen_outgoing() -> None:
    for table in ("outbox", "todos"):
        with op.batch_alter_table(table) as widened:
            widened.add_column(sa.Column("feedback_id", sa.Integer()))
            widened.drop_constraint(op.f(f"ck_{table}_action"), type_="check")
            widened.create_check_constraint(op.f(f"ck_{table}_action"), f"action IN ({_ACTIONS})")
            name = op.f(f"fk_{table}_feedback_id_feedback")
            widened.create_foreign_key(name, "feedback", ["feedback_id"], ["id"], ondelete="CASCADE")


def _make_forwards() -> None:
    op.create_table(
        "forwards",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("feedback_id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("base_url", sa.Text()),
        sa.Column("payload", sa.JSON()),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("outbox_id", sa.Integer()),
        sa.Column("external_id", sa.Text()),
        sa.Column("external_number", sa.Text()),
        sa.Column("status", sa.Text()),
        sa.Column("status_at", sa.Integer()),
        sa.Column("looked_at", sa.Integer()),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.Column("removed_at", sa.Integer()),
        sa.CheckConstraint("channel IN ('signalen', 'app', 'mail', 'phone')", name=op.f("ck_forwards_channel")),
        _to("forwards", "feedback_id", "feedback"),
        _to("forwards", "group_id", "groups"),
        _to("forwards", "outbox_id", "outbox", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_forwards")),
    )
    op.create_index(op.f("ix_forwards_feedback_id"), "forwards", ["feedback_id"])
    op.create_index(op.f("ix_forwards_outbox_id"), "forwards", ["outbox_id"])
