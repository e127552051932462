"""Who wants to join, where a group is, and how it starts."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_ACTIONS = "'private', 'group', 'other_group', 'officer', 'delete', 'remove', 'admit', 'refuse'"
_ROLES = "'member', 'admin', 'coordinator', 'professional', 'champion'"
_STATES = "'open', 'waiting_applicant', 'waiting_list', 'admitted', 'refused', 'redirected', 'withdrawn'"
_SOURCES = "'export', 'chat', 'form', 'mail', 'sheet', 'platform'"

# The triggers of 0003 that name members: they go, or stand in the way, when that table is made anew.
_FORGET = "DELETE FROM group_counts WHERE group_id = {row}.group_id;"
_FORGET_BY_MEMBER = (
    "DELETE FROM group_counts WHERE group_id = (SELECT group_id FROM members WHERE id = {row}.member_id);"
)
_WATCHED = (("members", "group_id", _FORGET), ("memberships", "member_id, left_at", _FORGET_BY_MEMBER))
_KEEP_KEYS = (
    "DELETE FROM area_keys WHERE group_id = new.id; "
    "INSERT INTO area_keys (group_id, key) SELECT new.id, value FROM json_each(new.work_area, '$.keys');"
)

# What was judged counts too from here on; 0003 watches messages and members.
_FORGET_BY_MESSAGE = (
    "DELETE FROM group_counts WHERE group_id = (SELECT group_id FROM messages WHERE id = {row}.message_id);"
)


def upgrade() -> None:
    op.add_column("groups", sa.Column("joining", sa.JSON()))
    op.add_column("groups", sa.Column("kick_off_at", sa.Integer()))
    op.create_index("ix_groups_in_use", "groups", ["archived_at", "name"])
    op.create_index(op.f("ix_people_name"), "people", ["name"])
    op.create_index(op.f("ix_member_names_member_id"), "member_names", ["member_id"])
    op.add_column("memberships", sa.Column("reason", sa.Text()))
    op.create_index("ix_memberships_undone", "memberships", ["member_id"], sqlite_where=sa.text("how = 'undone'"))
    op.add_column("professionals", sa.Column("phone_hours", sa.Text()))
    op.add_column("professionals", sa.Column("expectation", sa.Text()))
    _widen_members()
    _widen_counts()
    _make_join_requests()
    _make_refusal_marks()
    _make_start()
    _make_area_keys()
    _widen_outgoing()


def _to(table: str, column: str, target: str, action: str = "CASCADE") -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{target}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name, ondelete=action)


def _widen_members() -> None:
    connection = op.get_bind()
    triggers = [
        (f"group_counts_{table}_{when.split()[0].lower()}", table, when, [forget.format(row=row) for row in rows])
        for table, columns, forget in _WATCHED
        for when, rows in (("INSERT", ["new"]), ("DELETE", ["old"]), (f"UPDATE OF {columns}", ["old", "new"]))
    ]
    for name, *_ in triggers:
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    with op.batch_alter_table("members") as members:
        members.add_column(sa.Column("alias", sa.Text()))
        members.add_column(sa.Column("erased_at", sa.Integer()))
        members.add_column(sa.Column("role_said_at", sa.Integer()))
        members.drop_constraint(op.f("ck_members_role"), type_="check")
        members.create_check_constraint(op.f("ck_members_role"), f"role IN ({_ROLES})")
    op.create_index("ix_members_with_role", "members", ["group_id", "role"], sqlite_where=sa.text("role != 'member'"))
    for name, table, when, actions in triggers:
        connection.exec_driver_sql(f"CREATE TRIGGER {name} AFTER {when} ON {table} BEGIN {' '.join(actions)} END")


def _widen_counts() -> None:
    """Keep what the health of a group is seen by; the first who asks counts anew."""
    op.drop_table("group_counts")
    op.create_table(
        "group_counts",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("members", sa.Integer(), nullable=False),
        sa.Column("messages", sa.Integer(), nullable=False),
        sa.Column("last_message_at", sa.Integer()),
        sa.Column("last_said_at", sa.Integer()),
        sa.Column("recent_said", sa.Integer(), nullable=False),
        sa.Column("recent_judged", sa.Integer(), nullable=False),
        sa.Column("recent_off_topic", sa.Integer(), nullable=False),
        _to("group_counts", "group_id", "groups"),
        sa.PrimaryKeyConstraint("group_id", name=op.f("pk_group_counts")),
    )
    for when, rows in (("INSERT", ["new"]), ("DELETE", ["old"]), ("UPDATE OF off_topic", ["new"])):
        actions = " ".join(_FORGET_BY_MESSAGE.format(row=row) for row in rows)
        name = f"group_counts_judgements_{when.split()[0].lower()}"
        op.get_bind().exec_driver_sql(f"CREATE TRIGGER {name} AFTER {when} ON judgements BEGIN {actions} END")


def _make_join_requests() -> None:
    """Make it anew: nothing ever wrote to it."""
    op.drop_table("join_requests")
    op.create_table(
        "join_requests",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text()),
        sa.Column("email", sa.Text()),
        sa.Column("street", sa.Text()),
        sa.Column("house_number", sa.Text()),
        sa.Column("postcode", sa.Text()),
        sa.Column("is_old_enough", sa.Boolean(name="is_old_enough")),
        sa.Column("has_read_rules", sa.Boolean(name="has_read_rules")),
        sa.Column("has_confirmed", sa.Boolean(name="has_confirmed")),
        sa.Column("consent_at", sa.Integer()),
        sa.Column("consent_channel", sa.Text()),
        sa.Column("vouched_by", sa.Text()),
        sa.Column("vouched_by_id", sa.Integer()),
        sa.Column("language", sa.Text()),
        sa.Column("words", sa.Text()),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("message_id", sa.Integer()),
        sa.Column("person_id", sa.Integer()),
        sa.Column("received_at", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), server_default="open", nullable=False),
        sa.Column("question", sa.Text()),
        sa.Column("reason_code", sa.Text()),
        sa.Column("reason", sa.Text()),
        sa.Column("other_group_id", sa.Integer()),
        sa.Column("decided_at", sa.Integer()),
        sa.Column("ends_at", sa.Integer()),
        sa.Column("erased_at", sa.Integer()),
        sa.CheckConstraint(f"state IN ({_STATES})", name=op.f("ck_join_requests_state")),
        sa.CheckConstraint(f"source IN ({_SOURCES})", name=op.f("ck_join_requests_source")),
        _to("join_requests", "group_id", "groups"),
        _to("join_requests", "vouched_by_id", "people", "SET NULL"),
        _to("join_requests", "message_id", "messages", "SET NULL"),
        _to("join_requests", "person_id", "people", "SET NULL"),
        _to("join_requests", "other_group_id", "groups", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_join_requests")),
    )
    op.create_index(op.f("ix_join_requests_group_id_state"), "join_requests", ["group_id", "state"])
    for column in ("phone", "message_id", "ends_at"):
        op.create_index(op.f(f"ix_join_requests_{column}"), "join_requests", [column])


def _make_refusal_marks() -> None:
    op.create_table(
        "refusal_marks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer()),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("reason_code", sa.Text()),
        sa.Column("refused_at", sa.Integer(), nullable=False),
        sa.Column("ends_at", sa.Integer(), nullable=False),
        sa.Column("removed_at", sa.Integer()),
        sa.CheckConstraint("kind IN ('phone', 'email', 'name_and_address')", name=op.f("ck_refusal_marks_kind")),
        _to("refusal_marks", "group_id", "groups"),
        _to("refusal_marks", "request_id", "join_requests", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refusal_marks")),
    )
    op.create_index(op.f("ix_refusal_marks_mark"), "refusal_marks", ["mark"])


def _make_start() -> None:
    op.create_table(
        "start_steps",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("note", sa.Text()),
        sa.Column("done_at", sa.Integer()),
        _to("start_steps", "group_id", "groups"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_start_steps")),
        sa.UniqueConstraint("group_id", "key", name=op.f("uq_start_steps_group_id_key")),
    )
    op.create_table(
        "prospects",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text()),
        sa.Column("phone", sa.Text()),
        sa.Column("email", sa.Text()),
        sa.Column("channel", sa.Text()),
        sa.Column("invited_at", sa.Integer()),
        sa.Column("asked_at", sa.Integer()),
        sa.Column("declined_at", sa.Integer()),
        sa.Column("remind_at", sa.Integer()),
        sa.Column("note", sa.Text()),
        sa.Column("member_id", sa.Integer()),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.Column("removed_at", sa.Integer()),
        _to("prospects", "group_id", "groups"),
        _to("prospects", "member_id", "members", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_prospects")),
    )
    op.create_index(op.f("ix_prospects_group_id"), "prospects", ["group_id"])


def _make_area_keys() -> None:
    """Triggers keep it beside ``groups.work_area``, so that no undo and no import can forget it."""
    op.create_table(
        "area_keys",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        _to("area_keys", "group_id", "groups"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_area_keys")),
    )
    op.create_index("ix_area_keys_key", "area_keys", ["key", "group_id"])
    op.create_index(op.f("ix_area_keys_group_id"), "area_keys", ["group_id"])
    for when in ("INSERT", "UPDATE OF work_area"):
        name = f"area_keys_{when.split()[0].lower()}"
        op.get_bind().exec_driver_sql(f"CREATE TRIGGER {name} AFTER {when} ON groups BEGIN {_KEEP_KEYS} END")


def _widen_outgoing() -> None:
    for table in ("outbox", "todos"):
        with op.batch_alter_table(table) as widened:
            widened.add_column(sa.Column("request_id", sa.Integer()))
            widened.drop_constraint(op.f(f"ck_{table}_action"), type_="check")
            widened.create_check_constraint(op.f(f"ck_{table}_action"), f"action IN ({_ACTIONS})")
            name = op.f(f"fk_{table}_request_id_join_requests")
            widened.create_foreign_key(name, "join_requests", ["request_id"], ["id"], ondelete="CASCADE")
