"""The program's own small settings, in one TOML file; where that file and the store stand by default.

Each setting is declared once, with its default and the check that it must pass, in ``Settings``.
"""

import os
import secrets
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, Final

import platformdirs
import tomli_w

from console import texts
from console.errors import ExpectedError

_APP: Final = "beheerconsole"

Check = Callable[[Any], Any]


def _one_of(*allowed: str) -> Check:
    def check(value: Any) -> str:  # noqa: ANN401
        if value not in allowed:
            raise ValueError(f"not one of {', '.join(allowed)}")
        return str(value)

    return check


def _between(low: float, high: float) -> Check:
    def check(value: Any) -> float:  # noqa: ANN401
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise ValueError(f"not a number from {low} to {high}")
        return float(value)

    return check


def _perhaps(kind: type) -> Check:
    """Nothing, or a value of one kind; a path may be written as text."""

    def check(value: Any) -> Any:  # noqa: ANN401
        if value is None or type(value) is kind:
            return value
        if isinstance(value, str | os.PathLike) and issubclass(kind, Path):
            return kind(value)
        raise ValueError(f"not of the kind {kind.__name__}")

    return check


def _yes_or_no(value: Any) -> bool:  # noqa: ANN401
    if not isinstance(value, bool):
        raise ValueError("not yes or no")
    return value


def _time_of_day(value: Any) -> time:  # noqa: ANN401
    if not isinstance(value, time) or value.tzinfo is not None:
        raise ValueError("not a time of day")
    return value


def _keys(value: Any) -> Mapping[str, tuple[str, ...]]:  # noqa: ANN401
    """A table of lists of keys by command; which commands and keys there are, the window knows."""
    is_table = isinstance(value, Mapping) and all(isinstance(keys, list | tuple) for keys in value.values())
    if not is_table or not all(isinstance(key, str) and key for keys in value.values() for key in keys):
        raise ValueError("not a table of lists of keys")
    return {str(command): tuple(keys) for command, keys in value.items()}


@dataclass(frozen=True, slots=True)
class Settings:
    """What the program remembers between two starts, outside the store. Raises ``ValueError`` for a wrong value.

    ``font_scale`` multiplies the system's letter size; ``store_path`` is another store than the default one;
    ``keyring`` is the name that ``secrets.save_key`` returned; ``keys`` are those that a person chose instead of the
    defaults, by command. Once a day at ``summary_at`` the program may tell what waits (``daily_summary``), never from
    ``quiet_from`` to ``quiet_until`` (equal: no quiet hours), all of them times on this computer's clock;
    ``summary_told_on`` is the last day on which it did. After ``lock_minutes`` without a touch the window locks.
    ``backup_folder`` is a second place for backups, beside the one that is always there. ``unknown`` holds what a newer
    program wrote, kept when saving.
    """

    language: str = field(default=texts.DEFAULT_LANGUAGE, metadata={"check": _one_of(*texts.LANGUAGES)})
    theme: str = field(default="system", metadata={"check": _one_of("system", "light", "dark")})
    font_scale: float = field(default=1.0, metadata={"check": _between(0.75, 2.5)})
    watched_folder: Path | None = field(default=None, metadata={"check": _perhaps(Path)})
    store_path: Path | None = field(default=None, metadata={"check": _perhaps(Path)})
    last_group: int | None = field(default=None, metadata={"check": _perhaps(int)})
    keyring: str | None = field(default=None, metadata={"check": _perhaps(str)})
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict, metadata={"check": _keys})
    daily_summary: bool = field(default=True, metadata={"check": _yes_or_no})
    summary_at: time = field(default=time(19), metadata={"check": _time_of_day})
    quiet_from: time = field(default=time(21), metadata={"check": _time_of_day})
    quiet_until: time = field(default=time(8), metadata={"check": _time_of_day})
    summary_told_on: date | None = field(default=None, metadata={"check": _perhaps(date)})
    lock_minutes: float = field(default=10.0, metadata={"check": _between(1, 60)})
    backup_folder: Path | None = field(default=None, metadata={"check": _perhaps(Path)})
    unknown: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for each in _declared():
            object.__setattr__(self, each.name, each.metadata["check"](getattr(self, each.name)))


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings as read. A person should hear of ``set_aside``, where a damaged file went, and of ``ignored`` names."""

    settings: Settings
    set_aside: Path | None = None
    ignored: tuple[str, ...] = ()


def settings_path() -> Path:
    """Return where the settings stand unless somebody says otherwise."""
    return platformdirs.user_config_path(_APP, appauthor=False) / "settings.toml"


def default_store_path() -> Path:
    """Return where the store stands unless somebody says otherwise."""
    return platformdirs.user_data_path(_APP, appauthor=False) / "beheerconsole.db"


def log_folder() -> Path:
    """Return where the window keeps its log."""
    return platformdirs.user_log_path(_APP, appauthor=False)


def load(path: Path | None = None) -> Loaded:
    """Read the settings; a missing file means defaults, and so does a value that fails its check.

    A file that is no TOML is renamed, never removed. Raises ``ExpectedError`` when the file cannot be read or renamed.
    """
    path = path or settings_path()
    try:
        tree = tomllib.loads(path.read_bytes().decode("utf-8"))
    except FileNotFoundError:
        return Loaded(Settings())
    except ValueError:  # TOMLDecodeError and UnicodeDecodeError
        return Loaded(Settings(), set_aside=_set_aside(path))
    except OSError as error:
        raise ExpectedError("settings_unreadable", path=path) from error
    known: dict[str, Any] = {}
    ignored: list[str] = []
    for each in _declared():
        if each.name in tree:
            try:
                known[each.name] = each.metadata["check"](tree.pop(each.name))
            except ValueError:
                ignored.append(each.name)
    return Loaded(Settings(**known, unknown=tree), ignored=tuple(ignored))


def save(settings: Settings, path: Path | None = None) -> None:
    """Write the settings that differ from their defaults, whole or not at all. Raises ``ExpectedError``."""
    path = path or settings_path()
    tree, defaults = dict(settings.unknown), Settings()
    for each in _declared():
        value = getattr(settings, each.name)
        if value != getattr(defaults, each.name):
            tree[each.name] = str(value) if isinstance(value, Path) else value
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _replace(path, tomli_w.dumps(tree).encode("utf-8"))
    except OSError as error:
        raise ExpectedError("settings_not_saved", path=path) from error


def _declared() -> tuple[Any, ...]:
    return tuple(each for each in fields(Settings) if "check" in each.metadata)


def _set_aside(path: Path) -> Path:
    target = path.with_name(f"{path.stem}-damaged-{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}{path.suffix}")
    try:
        return path.rename(target)
    except OSError as error:
        raise ExpectedError("settings_unreadable", path=path) from error


def _replace(path: Path, content: bytes) -> None:
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with os.fdopen(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
