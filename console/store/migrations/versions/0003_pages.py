"""What the pages need to open at once on a million messages: indexes to filter by, and counts kept per group."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# A change anywhere in a group throws its counts away: a missing row is counted anew, a wrong one never stands.
_FORGET = "DELETE FROM group_counts WHERE group_id = {row}.group_id;"
_FORGET_BY_MEMBER = (
    "DELETE FROM group_counts WHERE group_id = (SELECT group_id FROM members WHERE id = {row}.member_id);"
)
_WATCHED = (
    ("messages", "group_id, position, sent_at", _FORGET),
    ("members", "group_id", _FORGET),
    ("memberships", "member_id, left_at", _FORGET_BY_MEMBER),
)


def upgrade() -> None:
    op.drop_index(op.f("ix_messages_sent_at"), table_name="messages")
    op.create_index("ix_messages_in_time", "messages", ["sent_at", "position", "kind"])
    # Both as the queries have it, or SQLite would not use the index.
    op.drop_index("ix_messages_needs_judging", table_name="messages")
    op.create_index("ix_messages_needs_judging", "messages", ["id"], sqlite_where=sa.text("needs_judging = 1"))
    op.drop_index("ix_items_open", table_name="items")
    op.create_index("ix_items_open", "items", ["kind", "rank", "at"], sqlite_where=sa.text("state != 'done'"))
    op.create_index("ix_messages_deleted", "messages", ["id"], sqlite_where=sa.text("deleted_at IS NOT NULL"))
    op.create_index("ix_messages_edited", "messages", ["id"], sqlite_where=sa.text("is_edited = 1"))
    op.create_index("ix_judgements_noticed", "judgements", ["attention"], sqlite_where=sa.text("reasons != '[]'"))
    op.create_index("ix_judgements_category", "judgements", ["category"])
    op.create_table(
        "group_counts",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("members", sa.Integer(), nullable=False),
        sa.Column("messages", sa.Integer(), nullable=False),
        sa.Column("last_message_at", sa.Integer()),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_group_counts_group_id_groups"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("group_id", name=op.f("pk_group_counts")),
    )
    connection = op.get_bind()
    for table, columns, forget in _WATCHED:
        for when, rows in (("INSERT", ["new"]), ("DELETE", ["old"]), (f"UPDATE OF {columns}", ["old", "new"])):
            name = f"group_counts_{table}_{when.split()[0].lower()}"
            actions = " ".join(forget.format(row=row) for row in rows)
            connection.exec_driver_sql(f"CREATE TRIGGER {name} AFTER {when} ON {table} BEGIN {actions} END")
