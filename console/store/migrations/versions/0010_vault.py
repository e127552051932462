"""The vault: how long what is kept, what was erased for good, and what people asked about their own data."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("groups", sa.Column("keeping", sa.JSON()))
    op.add_column("messages", sa.Column("forgotten_at", sa.Integer()))
    op.add_column("messages", sa.Column("mark", sa.Text()))
    op.add_column("people", sa.Column("objected_at", sa.Integer()))
    op.add_column("people", sa.Column("objection", sa.Text()))
    op.drop_column("imports", "file_name")  # nothing reads it, and who saved a chat may have named somebody in it
    op.add_column("start_steps", sa.Column("noted_at", sa.Integer()))
    op.execute("UPDATE start_steps SET noted_at = CAST(strftime('%s', 'now') AS INTEGER) WHERE note IS NOT NULL")
    op.create_index(
        "ix_messages_kept",
        "messages",
        ["group_id", "sent_at"],
        sqlite_where=sa.text("forgotten_at IS NULL"),
    )
    op.create_table(
        "erasures",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("marks", sa.JSON(), nullable=False),
        sa.Column("erased_at", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('person', 'group_texts')", name=op.f("ck_erasures_kind")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasures")),
    )
    op.create_table(
        "privacy_requests",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer()),
        sa.Column("asked_at", sa.Integer(), nullable=False),
        sa.Column("answered_at", sa.Integer()),
        sa.Column("words", sa.Text()),
        sa.Column("recipients", sa.JSON()),
        sa.Column("removed_at", sa.Integer()),
        sa.CheckConstraint(
            "kind IN ('access', 'erasure', 'correction', 'objection')", name=op.f("ck_privacy_requests_kind")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_privacy_requests_person_id_people"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_privacy_requests")),
    )
    op.create_index(op.f("ix_privacy_requests_person_id"), "privacy_requests", ["person_id"])
