"""What a group asks of its members: its own choice of rules, and who was sent them and confirmed them, and how."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("groups", sa.Column("welcome", sa.JSON()))
    op.add_column("members", sa.Column("rules_sent_how", sa.Text()))
    op.add_column("members", sa.Column("rules_confirmed_how", sa.Text()))
    op.add_column("members", sa.Column("rules_reminded_at", sa.Integer()))
    op.create_table(
        "welcomes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text()),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Integer(), nullable=False),
        sa.Column("sent_at", sa.Integer()),
        sa.Column("outbox_id", sa.Integer()),
        sa.Column("todo_id", sa.Integer()),
        sa.Column("message_id", sa.Integer()),
        sa.Column("removed_at", sa.Integer()),
        sa.CheckConstraint("kind IN ('rules', 'refresh')", name=op.f("ck_welcomes_kind")),
        sa.CheckConstraint("how IN ('group', 'private', 'paper', 'spoken')", name=op.f("ck_welcomes_how")),
        _to("group_id", "groups", "CASCADE"),
        _to("outbox_id", "outbox", "SET NULL"),
        _to("todo_id", "todos", "SET NULL"),
        _to("message_id", "messages", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_welcomes")),
    )
    op.create_index(op.f("ix_welcomes_group_id_made_at"), "welcomes", ["group_id", "made_at"])
    for column in ("outbox_id", "todo_id", "message_id"):
        op.create_index(op.f(f"ix_welcomes_{column}"), "welcomes", [column])


def _to(column: str, target: str, action: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_welcomes_{column}_{target}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name, ondelete=action)
