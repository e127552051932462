"""Forgetting one person, everywhere and for good: no undo brings him back (GDPR, article 17)."""

from collections.abc import Collection
from pathlib import Path

from console.desk.console import Console
from console.domain.one_person import Erased, ErasePreview, Person


def preview(console: Console, person: Person) -> ErasePreview:
    """Return what would go, and where others may mean him. Nothing is changed."""
    raise NotImplementedError


def erase(console: Console, person: Person, *, also: Collection[str] = (), second: Path | None = None) -> Erased:
    """Forget somebody everywhere, and prove it. A backup is made first; no undo brings him back.

    ``also`` are the keys of the mentions that are he too; ``second`` is the second place of backups. On the lane of
    the database. Raises ``ExpectedError``: ``person_gone``, and what a backup raises, with nothing erased.
    """
    raise NotImplementedError
