"""Copies of a store that bring it back: where they stand, and what putting one back would change."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path


class Place(StrEnum):
    """Where a backup stands."""

    OWN = "own"  # the folder beside the store
    SECOND = "second"  # that a person chose, such as a stick


class Why(StrEnum):
    """What a backup was made for, or before what."""

    DAILY = "daily"
    ASKED = "asked"
    ERASURE = "erasure"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of a store that was found good, as its name tells: made at (aware UTC), and which key opens it."""

    path: Path
    made_at: datetime
    key_id: str
    bytes: int
    place: Place = Place.OWN


@dataclass(frozen=True, slots=True)
class BackedUp:
    """A backup that was made now, and its copy in the second place or, in a sentence, why there is none."""

    backup: Backup
    copy: Backup | None = None
    trouble: str | None = None


@dataclass(frozen=True, slots=True)
class BackupState:
    """How it stands. ``next_due`` (aware UTC) is None while nothing changed since the last one.

    ``trouble`` is what a person should hear, in a sentence: no copy in the second place for a week or more.
    """

    last: Backup | None
    next_due: datetime | None
    trouble: str | None = None


@dataclass(frozen=True, slots=True)
class SecondPlace:
    """What is to be said of a folder as the second place: why it cannot be one, or what it does not guard against."""

    refused: str | None = None
    warning: str | None = None


@dataclass(frozen=True, slots=True)
class RestorePreview:
    """What putting a backup back would change. Nothing is changed by looking.

    ``opens``: one of the keys at hand opens it; all else is empty when not. ``is_good``: every page is as it was
    written. Rows are counted per table; ``now_rows`` is None when the present store cannot be read. ``lost`` counts
    what came since, per table, and ``since`` says it in sentences. ``erasures`` are those that happened since and will
    be done again in the copy.
    """

    backup: Backup
    opens: bool
    is_good: bool = False
    then_rows: Mapping[str, int] = field(default_factory=dict)
    now_rows: Mapping[str, int] | None = None
    lost: Mapping[str, int] = field(default_factory=dict)
    since: tuple[str, ...] = ()
    erasures: int = 0


@dataclass(frozen=True, slots=True)
class Restored:
    """A store that was put back.

    ``kept`` is the store as it was before, None when there was none; ``backup`` a backup of that, None when it was
    damaged. ``keys[0]`` opens the store. ``needs_sheet``: no recovery sheet opens it. ``erased`` is how much was
    erased again, because it had been erased after the backup was made.
    """

    path: Path
    kept: Path | None
    backup: Path | None
    keys: tuple[str, ...]
    needs_sheet: bool
    erased: int = 0

    def __repr__(self) -> str:
        return f"Restored({str(self.path)!r}, kept={str(self.kept)!r})"  # never a key
