"""Putting a backup back: what it would change, and doing so. Whatever stood there before is kept beside the store.

Nobody may have the store open meanwhile, this program neither: close the console first and open it anew after.
"""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from console.domain.vault import Backup, Restored, RestorePreview
from console.jobs import Progress
from console.texts import DEFAULT_LANGUAGE


def preview(path: Path, backup: Backup, keys: Sequence[str], *, language: str = DEFAULT_LANGUAGE) -> RestorePreview:
    """Return what putting ``backup`` back at ``path`` would change; nothing is, and the store may be open.

    ``keys`` are those at hand (``opening.kept_keys``, or ``keys_by_code``). Raises ``ExpectedError`` when the backup
    is damaged, out of reach, of a newer program or no store.
    """
    raise NotImplementedError


def restore(
    path: Path,
    backup: Backup,
    keys: Sequence[str],
    *,
    now: datetime,
    language: str = DEFAULT_LANGUAGE,
    progress: Progress | None = None,
) -> Restored:
    """Put a backup in the place of the store at ``path``, and return where that went.

    ``keys`` as for ``preview``; the key in use stays in use, also when the backup has an older one. What was erased
    after the backup was made is erased again, before it gets its name. A program that is killed meanwhile leaves the
    old store or the new one, whole. Raises ``ExpectedError``: somebody has the store open, disk full, the backup
    damaged, of a newer program or opened by no key; nothing is then changed.
    """
    raise NotImplementedError


def keys_by_code(backup: Backup, code: str) -> tuple[str, ...]:
    """Return the keys that the code on the recovery sheet gives, one of which opens ``backup``: on another computer.

    Raises ``ExpectedError`` as ``opening.open_with_code`` does.
    """
    raise NotImplementedError


def last_good(path: Path, keys: Sequence[str], second: Path | None = None, *, now: datetime) -> Backup | None:
    """Return the newest backup of a store that is whole and opens; None when there is none. Takes under five seconds."""
    raise NotImplementedError


def set_aside_damaged(path: Path, *, now: datetime) -> Path:
    """Give a store that is damaged, with what belongs to it, a name that says so, and return that. Nothing is deleted."""
    raise NotImplementedError


def of_file(path: Path) -> Backup:
    """Return a backup by its file alone, also under a name that is not ours. Raises ``ExpectedError`` when missing."""
    raise NotImplementedError
