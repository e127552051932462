"""What a decision changed of a report that was passed on, in plain words."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Row

from console import texts
from console.desk.journal import RowChange
from console.domain.feedback import number_of


def tell_forward(change: RowChange, row: Row[*tuple[Any, ...]], language: str) -> Iterator[str]:
    """Yield that a report was passed on, or was not after all; ``row`` (of ``forwards``) is as it stands now."""
    if "removed_at" in change.after:
        key = "told_kept" if change.after["removed_at"] is None else "told_removed"
        yield texts.say(f"forward.{key}", language, number=number_of(row.feedback_id), who=row.recipient)
