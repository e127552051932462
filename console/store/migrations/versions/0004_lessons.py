"""What people teach the judge: corrections of its labels, and how strict it is in each group."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_LABELS = "'category', 'stigma', 'abuse', 'vigilantism', 'personal_data', 'call112', 'feedback'"


def upgrade() -> None:
    op.add_column("groups", sa.Column("strictness", sa.JSON(), server_default="{}", nullable=False))
    op.create_table(
        "corrections",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("corrected_at", sa.Integer(), nullable=False),
        sa.Column("removed_at", sa.Integer()),
        sa.CheckConstraint(f"label IN ({_LABELS})", name=op.f("ck_corrections_label")),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_corrections_group_id_groups"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["message_id"], ["messages.id"], name=op.f("fk_corrections_message_id_messages"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_corrections")),
    )
    op.create_index(op.f("ix_corrections_group_id"), "corrections", ["group_id"])
    op.create_index(op.f("ix_corrections_message_id"), "corrections", ["message_id"])
    op.create_index(
        "uq_corrections_message_id_label",
        "corrections",
        ["message_id", "label"],
        unique=True,
        sqlite_where=sa.text("removed_at IS NULL"),
    )
    # The judge takes the newest first.
    op.drop_index("ix_messages_needs_judging", table_name="messages")
    op.create_index(
        "ix_messages_needs_judging", "messages", ["sent_at", "position"], sqlite_where=sa.text("needs_judging = 1")
    )
