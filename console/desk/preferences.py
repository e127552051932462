"""What the window remembers of a person's wishes. A thin layer, so that the window needs no ``console.settings``."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, time
from pathlib import Path
from typing import Any

from console import settings, texts


@dataclass(frozen=True, slots=True)
class Settings:
    """A person's wishes. ``theme`` is system, light or dark; ``font_scale`` multiplies the system's letter size.

    ``store_path`` is None for the usual place, ``watched_folder`` None when no folder is watched. ``keys`` are those
    chosen instead of the defaults, by command. The times of day are those of this computer's clock; quiet hours that
    begin and end at the same time are none. ``summary_told_on`` is the last day on which the summary was told.
    The window locks after ``lock_minutes`` without a touch, 1 to 60; ``backup_folder`` is a second place for backups.
    """

    language: str = texts.DEFAULT_LANGUAGE
    theme: str = "system"
    font_scale: float = 1.0
    watched_folder: str | None = None
    store_path: str | None = None
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    daily_summary: bool = True
    summary_at: time = time(19)
    quiet_from: time = time(21)
    quiet_until: time = time(8)
    summary_told_on: date | None = None
    lock_minutes: float = 10.0
    backup_folder: str | None = None


def load_preferences(path: Path | None = None) -> Settings:
    """Return the wishes kept in ``path`` (None: the usual place). Raises ``ExpectedError`` when it is unreadable."""
    kept = settings.load(path).settings
    values = ((each.name, getattr(kept, each.name)) for each in fields(Settings))
    as_text: dict[str, Any] = {name: str(value) if isinstance(value, Path) else value for name, value in values}
    return Settings(**as_text)


def save_preferences(wishes: Settings, path: Path | None = None) -> None:
    """Keep the wishes and leave every other setting, such as which keyring holds the key, as it stands.

    Raises ``ExpectedError`` when they cannot be written, ``ValueError`` for a value that cannot be.
    """
    values = {each.name: getattr(wishes, each.name) for each in fields(wishes)}
    settings.save(replace(settings.load(path).settings, **values), path)


def usual_store_path() -> Path:
    """Return where the store stands unless a person chose another place."""
    return settings.default_store_path()
