"""Backups: by themselves once a day when something changed, before what cannot be undone, and when somebody asks.

Each counts only once it was opened, checked and counted. They stay seven days one by one and then one a week, 30 days
at most (``store.backups``). A second place that is not there, such as a stick, is told in a sentence and hinders nothing.
"""

import logging
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from console import settings, texts
from console.desk.console import Console
from console.domain.vault import BackedUp, Backup, BackupState, Place, SecondPlace, Why
from console.errors import ExpectedError
from console.store import backup as store_backup
from console.store import backups as store_backups
from console.store import crypt
from console.store.places import is_on_network

log = logging.getLogger(__name__)

EVERY: Final = timedelta(days=1)
LONGEST_WITHOUT_COPY: Final = timedelta(days=7)


def backups(of: Console | Path, second: Path | None = None) -> tuple[Backup, ...]:
    """Return the backups of a store, by its console or its path, in both places; the newest first.

    One that stands in both places is there twice. Raises ``ExpectedError`` when the own folder cannot be read.
    """
    raise NotImplementedError


def is_due(console: Console) -> bool:
    """Whether something changed since the last backup, and that is a day or longer ago."""
    raise NotImplementedError


def back_up(console: Console, second: Path | None = None, why: Why = Why.DAILY) -> BackedUp:
    """Make a verified backup now, copy it to the second place, and thin out the older ones.

    Runs for seconds, on the CPU lane. Raises ``ExpectedError``: disk full, place not writable, store damaged. Trouble
    with the second place is in the answer, not raised.
    """
    raise NotImplementedError


def before(console: Console, why: Why) -> Backup | None:
    """Make a backup before something that cannot be undone; None in the demo, which has nothing to lose."""
    raise NotImplementedError


def state(console: Console, second: Path | None = None) -> BackupState:
    """Return the last backup, when the next is due, and what is the matter."""
    raise NotImplementedError


def second_place(console: Console, folder: Path) -> SecondPlace:
    """Return what is to be said of a folder as the second place: missing, not writable, on the network, the same disk."""
    raise NotImplementedError
