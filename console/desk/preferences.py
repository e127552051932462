"""What the window remembers of a person's wishes. A thin layer, so that the window needs no ``console.settings``."""

from dataclasses import asdict, dataclass, replace
from pathlib import Path

from console import settings, texts


@dataclass(frozen=True, slots=True)
class Settings:
    """A person's wishes. ``theme`` is system, light or dark; ``font_scale`` multiplies the system's letter size.

    ``store_path`` is None for the usual place, ``watched_folder`` None when no folder is watched.
    """

    language: str = texts.DEFAULT_LANGUAGE
    theme: str = "system"
    font_scale: float = 1.0
    watched_folder: str | None = None
    store_path: str | None = None


def load_preferences(path: Path | None = None) -> Settings:
    """Return the wishes kept in ``path`` (None: the usual place). Raises ``ExpectedError`` when it is unreadable."""
    kept = settings.load(path).settings
    return Settings(
        language=kept.language,
        theme=kept.theme,
        font_scale=kept.font_scale,
        watched_folder=None if kept.watched_folder is None else str(kept.watched_folder),
        store_path=None if kept.store_path is None else str(kept.store_path),
    )


def save_preferences(wishes: Settings, path: Path | None = None) -> None:
    """Keep the wishes and leave every other setting, such as which keyring holds the key, as it stands.

    Raises ``ExpectedError`` when they cannot be written, ``ValueError`` for a value that cannot be.
    """
    settings.save(replace(settings.load(path).settings, **asdict(wishes)), path)
