"""A copy for one person of all that is kept of him, with nothing of anybody else in it (GDPR, article 15)."""

from pathlib import Path

from console.desk.console import Console
from console.domain.changes import Changes
from console.domain.document import Document
from console.domain.one_person import Person, PersonFile
from console.jobs import Progress


def copy_of(console: Console, person: Person, progress: Progress | None = None) -> PersonFile:
    """Return all that is kept of somebody. Reads every text he is in, about 5 ms each: on the lane of the CPU."""
    raise NotImplementedError


def as_document(file: PersonFile) -> Document:
    """Return a copy as it is read on paper."""
    raise NotImplementedError


def save(console: Console, file: PersonFile, path: Path) -> Changes:
    """Write a copy as ``.json`` or ``.pdf``, and write down that it was made (one answered request a day and person).

    Raises ``ExpectedError``: ``copy_kind``, ``export_not_written``.
    """
    raise NotImplementedError
