"""What was decided about one thing, and whether it still stands."""

from typing import Final

from sqlalchemy import select

from console.store.tables import decisions

_UNDOING: Final = decisions.alias("undoing")
IS_UNDONE: Final = select(_UNDOING.c.id).where(_UNDOING.c.undoes_id == decisions.c.id).exists().label("is_undone")
"""Whether a decision was undone later: a column for a statement over ``decisions``."""
