"""How this installation guards what it holds: from its settings, its keyring and what lies beside the store."""

from pathlib import Path

from console import settings
from console.desk.console import Console
from console.desk.vault import access_code, keys
from console.domain.privacy import Safeguards
from console.store.backups import MOST_DAYS


def of(console: Console, settings_path: Path | None = None) -> Safeguards:
    """Return what holds now."""
    wishes, state = settings.load(settings_path).settings, keys.state(console)
    return Safeguards(
        keyring=state.keyring if state.kept_by is keys.KeptBy.KEYRING else None,
        backup_days=MOST_DAYS,
        has_second_place=wishes.backup_folder is not None,
        lock_minutes=round(wishes.lock_minutes),
        has_access_code=access_code.is_set(console),
        has_recovery_sheet=state.sheet is not None,
    )
