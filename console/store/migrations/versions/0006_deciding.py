"""Deciding and answering: who looks at what, drafts, the ladder, what leaves the computer and what a person does."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_LABELS = "'category', 'stigma', 'abuse', 'vigilantism', 'personal_data', 'call112', 'feedback', 'off_topic'"
_ACTIONS = "'private', 'group', 'other_group', 'officer', 'delete', 'remove'"
_ATTENTION = "'now', 'today', 'later', 'none'"


def upgrade() -> None:
    op.add_column("groups", sa.Column("shadow", sa.JSON()))
    op.add_column("groups", sa.Column("municipality", sa.Text()))
    op.add_column("group_relations", sa.Column("removed_at", sa.Integer()))
    for column in (sa.Column("claimed_by", sa.Text()), sa.Column("claimed_in", sa.Text())):
        op.add_column("items", column)
    op.add_column("items", sa.Column("claimed_until", sa.Integer()))
    is_claimed = sa.text("claimed_in IS NOT NULL")
    op.create_index("ix_items_claimed_in", "items", ["claimed_in"], sqlite_where=is_claimed)
    op.add_column("decisions", sa.Column("batch_id", sa.Integer()))
    op.create_index(op.f("ix_decisions_batch_id"), "decisions", ["batch_id"])
    _make_group_professionals()
    _widen_corrections()
    op.create_table(
        "shadow_judgements",
        sa.Column("message_id", sa.Integer(), nullable=False),
        sa.Column("attention", sa.Text(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("judged_at", sa.Integer(), nullable=False),
        sa.CheckConstraint(f"attention IN ({_ATTENTION})", name=op.f("ck_shadow_judgements_attention")),
        _to("shadow_judgements", "message_id", "messages"),
        sa.PrimaryKeyConstraint("message_id", name=op.f("pk_shadow_judgements")),
    )
    _make_people_tables()
    _make_texts()
    _make_outgoing()


def _to(table: str, column: str, target: str, action: str = "CASCADE") -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{target}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name, ondelete=action)


def _make_group_professionals() -> None:
    """Make it anew, with what undo needs: nothing ever wrote to it."""
    op.drop_table("group_professionals")
    op.create_table(
        "group_professionals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("professional_id", sa.Integer(), nullable=False),
        sa.Column("presence", sa.Text(), nullable=False),
        sa.Column("removed_at", sa.Integer()),
        sa.CheckConstraint(
            "presence IN ('takes_part', 'reads', 'via_moderator')", name=op.f("ck_group_professionals_presence")
        ),
        _to("group_professionals", "group_id", "groups"),
        _to("group_professionals", "professional_id", "professionals"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_professionals")),
        sa.UniqueConstraint(
            "group_id", "professional_id", name=op.f("uq_group_professionals_group_id_professional_id")
        ),
    )


def _widen_corrections() -> None:
    with op.batch_alter_table("corrections") as corrections:
        corrections.add_column(sa.Column("source", sa.Text(), server_default="said", nullable=False))
        corrections.drop_constraint(op.f("ck_corrections_label"), type_="check")
        corrections.create_check_constraint(op.f("ck_corrections_label"), f"label IN ({_LABELS})")
        corrections.create_check_constraint(op.f("ck_corrections_source"), "source IN ('said', 'fine')")


def _make_people_tables() -> None:
    op.create_index(op.f("ix_people_merged_into_id"), "people", ["merged_into_id"])
    op.create_index(op.f("ix_members_person_id"), "members", ["person_id"])
    op.drop_index("ix_messages_member_id", "messages")
    op.create_index("ix_messages_of_member", "messages", ["member_id", "sent_at", "position"])
    op.create_table(
        "steps",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.Integer()),
        sa.Column("decision_id", sa.Integer()),
        sa.Column("rung", sa.Text(), nullable=False),
        sa.Column("taken_at", sa.Integer(), nullable=False),
        sa.Column("ends_at", sa.Integer(), nullable=False),
        sa.Column("removed_at", sa.Integer()),
        _to("steps", "person_id", "people"),
        _to("steps", "group_id", "groups"),
        _to("steps", "message_id", "messages", "SET NULL"),
        _to("steps", "decision_id", "decisions", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_steps")),
    )
    op.create_index(op.f("ix_steps_person_id"), "steps", ["person_id"])
    op.create_table(
        "different_people",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("said_at", sa.Integer(), nullable=False),
        sa.Column("removed_at", sa.Integer()),
        _to("different_people", "person_id", "people"),
        _to("different_people", "other_id", "people"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_different_people")),
    )
    op.create_index(op.f("ix_different_people_person_id"), "different_people", ["person_id"])


def _make_texts() -> None:
    op.create_table(
        "drafts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("tone", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("saved_at", sa.Integer(), nullable=False),
        sa.Column("removed_at", sa.Integer()),
        sa.CheckConstraint("place IN ('private', 'group', 'officer')", name=op.f("ck_drafts_place")),
        sa.CheckConstraint("tone IN ('plain', 'kind')", name=op.f("ck_drafts_tone")),
        sa.CheckConstraint("language IN ('nl', 'en')", name=op.f("ck_drafts_language")),
        _to("drafts", "group_id", "groups"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drafts")),
    )
    op.create_index(
        "uq_drafts_of_group",
        "drafts",
        ["group_id", "key", "place", "tone", "language"],
        unique=True,
        sqlite_where=sa.text("removed_at IS NULL"),
    )
    op.create_table(
        "views",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("filters", sa.JSON(), nullable=False),
        sa.Column("saved_at", sa.Integer(), nullable=False),
        sa.Column("removed_at", sa.Integer()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_views")),
    )
    op.create_table(
        "municipalities",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("counters", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_municipalities")),
        sa.UniqueConstraint("key", name=op.f("uq_municipalities_key")),
    )


def _make_outgoing() -> None:
    """Make both tables anew: nothing ever wrote to them."""
    op.drop_table("outbox")
    op.drop_table("todos")
    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("idempotency_key", sa.Text(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("carrier", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("message_id", sa.Integer()),
        sa.Column("person_id", sa.Integer()),
        sa.Column("recipient", sa.Text()),
        sa.Column("body", sa.Text()),
        sa.Column("state", sa.Text(), server_default="waiting", nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.Column("not_before", sa.Integer(), nullable=False),
        sa.Column("sending_until", sa.Integer()),
        sa.Column("done_at", sa.Integer()),
        sa.Column("answer", sa.Text()),
        sa.Column("decision_id", sa.Integer()),
        sa.CheckConstraint(f"action IN ({_ACTIONS})", name=op.f("ck_outbox_action")),
        sa.CheckConstraint(
            "state IN ('waiting', 'sending', 'done', 'failed', 'unknown', 'withdrawn')", name=op.f("ck_outbox_state")
        ),
        _to("outbox", "group_id", "groups"),
        _to("outbox", "message_id", "messages"),
        _to("outbox", "person_id", "people"),
        _to("outbox", "decision_id", "decisions", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("idempotency_key", name=op.f("uq_outbox_idempotency_key")),
    )
    op.create_index("ix_outbox_state_not_before", "outbox", ["state", "not_before"])
    op.create_index(op.f("ix_outbox_decision_id"), "outbox", ["decision_id"])
    op.create_table(
        "todos",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("recipient", sa.Text()),
        sa.Column("text", sa.Text()),
        sa.Column("message_id", sa.Integer()),
        sa.Column("person_id", sa.Integer()),
        sa.Column("decision_id", sa.Integer()),
        sa.Column("state", sa.Text(), server_default="open", nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.Column("handed_at", sa.Integer()),
        sa.Column("done_at", sa.Integer()),
        sa.Column("closed_at", sa.Integer()),
        sa.Column("closed_by_import_id", sa.Integer()),
        sa.CheckConstraint(f"action IN ({_ACTIONS})", name=op.f("ck_todos_action")),
        sa.CheckConstraint("state IN ('open', 'done', 'seen', 'not_seen', 'withdrawn')", name=op.f("ck_todos_state")),
        _to("todos", "group_id", "groups"),
        _to("todos", "message_id", "messages"),
        _to("todos", "person_id", "people"),
        _to("todos", "decision_id", "decisions", "SET NULL"),
        _to("todos", "closed_by_import_id", "imports", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_todos")),
    )
    op.create_index(op.f("ix_todos_group_id"), "todos", ["group_id"])
    op.create_index(op.f("ix_todos_decision_id"), "todos", ["decision_id"])
