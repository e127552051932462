"""What the tables are made of: moments in time, references, and rules with names."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import CheckConstraint, Column, Dialect, ForeignKey, Integer, MetaData
from sqlalchemy.types import TypeDecorator


class UtcSeconds(TypeDecorator[datetime]):
    """An aware datetime, stored as whole seconds since 1970 in UTC."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        """Refuse a naive datetime: nobody could tell which moment it means."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return int(value.timestamp())

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ANN401, ARG002
        """Give the moment back in UTC."""
        return None if value is None else datetime.fromtimestamp(value, UTC)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def column_id() -> Column[int]:
    """Return the column that numbers the rows."""
    return Column("id", Integer, primary_key=True)


def column_to(name: str, target: str, *, required: bool = True, cascade: bool = True) -> Column[int]:
    """A column that points to another table; what it points to takes this row along when it goes, unless said."""
    action = "CASCADE" if cascade else "SET NULL"
    return Column(name, ForeignKey(f"{target}.id", ondelete=action), nullable=not required)


def one_of(name: str, *values: str) -> CheckConstraint:
    """Return the rule that a column holds one of these words."""
    allowed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{name} IN ({allowed})", name=name)
