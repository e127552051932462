"""What a person said of something that was recognised in a chat, in plain words."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Row

from console import texts
from console.desk.journal import RowChange


def tell_find(change: RowChange, row: Row[*tuple[Any, ...]], language: str) -> Iterator[str]:
    """Yield what was said of a row of ``feedback_finds``; not that a find came to belong to another line."""
    if "state" in change.after:
        what = texts.say(f"finds.kind_{row.kind}", language)
        yield texts.say(f"finds.told_{change.after['state']}", language, what=what)
