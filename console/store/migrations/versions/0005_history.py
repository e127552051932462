"""Where a new group's history begins, until the judge has seen it and its flags are counted."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("groups", sa.Column("history_from", sa.Integer()))
