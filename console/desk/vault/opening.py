"""What opens a store at the start: the key in the keyring or, when that gives none that fits, the code on the sheet.

The keyring holds several keys of a store after a re-key, the one in use first: the others open older backups, and
while a re-key runs nobody can say yet which one counts. A store that is there is never replaced by a new one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from console import secrets, settings, texts
from console.errors import ExpectedError
from console.store import crypt, recovery
from console.store.rekey import which_opens
from console.store.session import Store

MOST_KEYS: Final = 8  # Windows keeps 1,280 characters in one place of its keyring

START_SECONDS: Final = 5.0  # for the keyring: with the rest of a start, the code is asked within ten

# What the keyring may say of itself; anything else that goes wrong no code helps against.
_OF_KEYRING: Final = frozenset(
    {"keyring_missing", "keyring_not_trusted", "keyring_changed", "keyring_silent", "keyring_refused"}
)


@dataclass(frozen=True, slots=True)
class Unlocked:
    """``keys[0]`` opens the store; the others open older backups."""

    keys: tuple[str, ...]

    def __repr__(self) -> str:
        return f"Unlocked({len(self.keys)} keys)"  # never a key


@dataclass(frozen=True, slots=True)
class NeedsCode:
    """The store is there and the keyring gives no key that opens it, for the reason ``why``.

    ``sheets`` are the numbers of the sheets whose code does, the newest first; () when there is no recovery file.
    """

    path: Path
    why: ExpectedError
    sheets: tuple[str, ...]

    def sentences(self, language: str) -> tuple[str, ...]:
        """Return what to tell the person: why, and what to do now."""
        told = texts.say(f"vault.{self.why.key}", language, **self.why.values)
        if not self.sheets:
            return told, texts.say("vault.no_recovery_file", language, folder=self.path.parent)
        return told, texts.say("vault.type_code", language, sheets=", ".join(self.sheets))


@dataclass(frozen=True, slots=True)
class FirstStart:
    """There is no store, nor any trace of one. ``key`` is what a start that was cut short already kept."""

    key: str | None

    def __repr__(self) -> str:
        return "FirstStart()"


def find_key(
    path: Path, *, settings_path: Path | None = None, limit_seconds: float = START_SECONDS
) -> Unlocked | NeedsCode | FirstStart:
    """Return what opens the store at ``path``, within the limit; never from the window's thread.

    Raises ``ExpectedError`` when the store is damaged or out of reach, when it should be there and is not, and at a
    first start without a keyring to trust.
    """
    remembered = settings.load(settings_path).settings.keyring
    try:
        keys = _kept(path, remembered, limit_seconds)
    except ExpectedError as error:
        if error.key not in _OF_KEYRING or not path.exists():
            raise
        return _needs_code(path, error)
    if not path.exists():
        # Of a disk that is not mounted, or a file that was moved, must not come a second, empty store.
        if (keys and remembered is not None) or has_traces(path):
            raise ExpectedError("store_missing", path=path)
        return FirstStart(keys[0] if keys else None)
    if not keys:
        return _needs_code(path, ExpectedError("key_missing"))
    fitting = which_opens(path, keys)
    if fitting is None:
        return _needs_code(path, ExpectedError("store_wrong_key", path=path))
    ordered = _with_first(fitting, keys)
    if ordered != keys:  # a re-key was cut short after its exchange
        try_to_keep(path, ordered, settings_path=settings_path)
    return Unlocked(ordered)


def open_with_code(path: Path, code: str) -> Unlocked:
    """Return the keys that the code on the sheet gives; ``try_to_keep`` them after, so that it is asked once.

    So a store moves to another computer, too. Raises ``ExpectedError`` when the code is wrong, of another sheet or of
    one from before the store got its present key, and when the recovery file or the store is missing or damaged.
    """
    keys = recovery.unwrap(path, code)
    fitting = which_opens(path, keys)
    if fitting is None:
        raise ExpectedError("recovery_older_key")
    return Unlocked(_with_first(fitting, keys))


def try_to_keep(path: Path, keys: Sequence[str], *, settings_path: Path | None = None) -> bool:
    """Put keys in whatever keyring this computer has now; False where that cannot be, and the code is asked again.

    May take ten seconds. Whoever has the code decides which keyring is used from now on.
    """
    try:
        keep(path, keys, settings_path=settings_path)
    except ExpectedError as error:
        if error.key not in _OF_KEYRING:
            raise
        return False
    return True


def keep(path: Path, keys: Sequence[str], *, settings_path: Path | None = None, remembered: str | None = None) -> None:
    """Put the keys of a store in the keyring, and remember which keyring that is. Raises ``ExpectedError``."""
    text = " ".join(dict.fromkeys(keys[:MOST_KEYS]))
    remember(secrets.save_key(str(path), text, remembered=remembered), settings_path)


def remember(keyring: str, settings_path: Path | None = None) -> None:
    """Remember which keyring keeps the keys, by the name that ``secrets.save_key`` returned."""
    now = settings.load(settings_path).settings
    if now.keyring != keyring:
        settings.save(replace(now, keyring=keyring), settings_path)


def known_keys(store: Store) -> tuple[str, ...]:
    """Return the keys of an open store that are known without asking the keyring: the one in use, and older ones."""
    return _with_first(store.key, store.older_keys)


def kept_keys(path: Path, *, settings_path: Path | None = None) -> tuple[str, ...]:
    """Return the keys of a store that the keyring holds. Raises ``ExpectedError``."""
    return _kept(path, settings.load(settings_path).settings.keyring, secrets.LIMIT_SECONDS)


def _kept(path: Path, remembered: str | None, limit_seconds: float) -> tuple[str, ...]:
    """Return what the keyring holds, without what is no key."""
    text = secrets.load_key(str(path), remembered=remembered, limit_seconds=limit_seconds) or ""
    return tuple(key for key in text.split() if crypt.is_key(key))


def _needs_code(path: Path, why: ExpectedError) -> NeedsCode:
    return NeedsCode(path, why, tuple(dict.fromkeys(file.sheet for file in recovery.files_for(path))))


def has_traces(path: Path) -> bool:
    """Whether recovery files or backups tell that there was a store."""
    if not path.parent.is_dir():
        return False
    beside = path.parent.glob(f"{path.stem}-*{recovery.SUFFIX}")
    backups = (path.parent / "backups").glob(f"{path.stem}-*{path.suffix}")
    return next(beside, None) is not None or next(backups, None) is not None


def _with_first(first: str, keys: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((first, *keys)))
