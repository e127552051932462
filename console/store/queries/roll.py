"""Which members were written down by a person, and taken back again."""

from typing import Final

from sqlalchemy import ColumnElement, literal_column, select

from console.store.tables import members, memberships

UNDONE: Final[ColumnElement[str]] = literal_column("'undone'")  # in the words of the index, which no parameter would be

_other = memberships.alias("other")
_elsewise = select(_other.c.id).where(
    _other.c.member_id == memberships.c.member_id, _other.c.how.is_distinct_from(UNDONE)
)
IS_TAKEN_BACK: Final[ColumnElement[bool]] = members.c.id.in_(
    select(memberships.c.member_id).where(memberships.c.how == UNDONE, ~_elsewise.exists())
)
"""Whether a row of ``members`` stands for nobody: a person wrote him down, and took that back before a chat showed
him. Asked once for a whole list, so that it costs half a million members nothing.
"""
