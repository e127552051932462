"""How this installation guards what it holds: from its settings, its keyring and what lies beside the store."""

from pathlib import Path
from typing import Final

from console import settings
from console.desk.console import Console
from console.desk.vault import changing, opening
from console.domain.privacy import Safeguards
from console.errors import ExpectedError

BACKUP_DAYS: Final = 30  # no backup stays longer, so that who was erased is gone within the month of article 12
JOURNAL_DAYS: Final = 730


def of(console: Console, settings_path: Path | None = None) -> Safeguards:
    """Return what holds now. A keyring that does not answer takes some seconds; never call it on the GUI thread."""
    kept = settings.load(settings_path).settings
    return Safeguards(
        keyring=kept.keyring if _is_in_keyring(console, kept.keyring, settings_path) else None,
        backup_days=BACKUP_DAYS,
        journal_days=JOURNAL_DAYS,
        lock_minutes=round(kept.lock_minutes),
        has_recovery_sheet=not changing.needs_sheet(console.store),
        answers_people=True,
    )


def _is_in_keyring(console: Console, remembered: str | None, settings_path: Path | None) -> bool:
    """Whether the keyring opens the store by itself: a store may be opened with a key from elsewhere."""
    if remembered is None or console.is_demo:
        return False
    try:
        return console.store.key in opening.kept_keys(console.store.path, settings_path=settings_path)
    except ExpectedError:  # there is no such keyring now: it guards nothing
        return False
