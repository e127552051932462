"""Looking at a backup and putting it back: the calls that run on a lane, with or without an open console."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from console.desk.console import Console
    from console.domain.vault import Backup, Restored, RestorePreview


@dataclass(frozen=True, slots=True)
class RestoreWish:
    """Put ``backup`` in the place of the store at ``path``; ``code`` opens it where no key at hand does."""

    path: Path
    backup: "Backup"
    code: str | None = None

    def __repr__(self) -> str:
        return f"RestoreWish({self.backup.path.name!r})"  # never the code


def look(
    wish: RestoreWish, language: str, console: "Console | None" = None, *, is_good: bool | None = None
) -> "RestorePreview":
    """Return what a wish would change; ``is_good`` when that is known already. Raises ``ExpectedError``."""
    from console.desk.vault import restoring

    return restoring.preview(wish.path, wish.backup, keys_for(wish, console), language=language, is_good=is_good)


def look_beside(console: "Console", wish: RestoreWish) -> "RestorePreview":
    """The same while a console is open, whose key is at hand too."""
    return look(wish, console.language, console)


def put_back(
    wish: RestoreWish,
    language: str,
    console: "Console | None" = None,
    close: "Callable[[Console], None] | None" = None,
) -> "Restored":
    """Close the console that has the store open, if any, and put the backup back. Raises ``ExpectedError``."""
    from console.desk.vault import opening, restoring

    keys = keys_for(wish, console)
    if console is not None and close is not None:
        close(console)
    now = datetime.now(UTC) if console is None else console.now()
    may_change_key = wish.code is not None  # then the key is kept after, or the paper is at hand
    restored = restoring.restore(
        wish.path, wish.backup, keys, now=now, may_change_key=may_change_key, language=language
    )
    if wish.code is not None:
        opening.try_to_keep(wish.path, restored.keys)
    return restored


def keys_for(wish: RestoreWish, console: "Console | None" = None) -> tuple[str, ...]:
    """Return the keys that are known, the one in use first, and those that the code gives.

    Without a console the keyring is asked, which may take ten seconds.
    """
    from console.desk.vault import opening, restoring
    from console.desk.vault.at_hand import keys_at_hand

    known = keys_at_hand(wish.path) if console is None else opening.known_keys(console.store)
    by_code = () if wish.code is None else restoring.keys_by_code(wish.backup, wish.code)
    return tuple(dict.fromkeys((*known, *by_code)))
