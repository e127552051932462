"""The keys of an open store as the window shows them: what keeps them, which sheet opens them, and which may go."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sqlalchemy import select

from console import secrets, settings
from console.desk.console import Console
from console.desk.forgetting import erasure_list
from console.desk.vault import backing_up, changing, opening
from console.domain.changes import Changes
from console.errors import ExpectedError
from console.store import backups, crypt
from console.store.rekey import which_opens
from console.store.tables import groups


class KeptBy(StrEnum):
    """What gives the key at the next start."""

    KEYRING = "keyring"
    PERSON = "person"  # no keyring takes it: the code is asked every time
    ENVIRONMENT = "environment"  # BEHEER_KEY: whoever set that looks after it
    NOBODY = "nobody"  # the demo: there is nothing to open again


@dataclass(frozen=True, slots=True)
class KeyState:
    """How it stands with the keys of the store that is open.

    ``keyring`` is the name that ``secrets.save_key`` returned. ``older`` is how many keys there are that open older
    backups. ``sheet`` is the number of the sheet that a person has on paper, None when there is none that opens the
    key in use; ``is_put_off``: he said to do that later. ``holds_nothing``: there is no group in the store yet.
    """

    kept_by: KeptBy
    keyring: str | None = None
    older: int = 0
    sheet: str | None = None
    is_put_off: bool = False
    holds_nothing: bool = False

    @property
    def wants_sheet(self) -> bool:
        """Whether a person should make a sheet."""
        return self.sheet is None and self.kept_by in {KeptBy.KEYRING, KeptBy.PERSON}


def state(console: Console) -> KeyState:
    """Return how it stands, without asking the keyring."""
    if console.is_demo:
        return KeyState(KeptBy.NOBODY)
    sheet = changing.sheet_state(console.store)
    keyring = settings.load().settings.keyring
    kept_by = KeptBy.KEYRING if keyring else KeptBy.PERSON
    if secrets.key_from_environment():
        kept_by = KeptBy.ENVIRONMENT
    with console.store.reading() as connection:
        holds_nothing = connection.scalar(select(groups.c.id).limit(1)) is None
    older = len(console.store.older_keys)
    return KeyState(kept_by, keyring, older, sheet.number, sheet.is_put_off, holds_nothing)


def put_off_sheet(console: Console) -> Changes:
    """Write down that a person makes a sheet later: from now on one line reminds of it."""
    changing.put_off_sheet(console.store)
    return Changes()


def change(console: Console, code: str | None, second: Path | None = None) -> changing.KeyChange:
    """Give the store another key, which the keyring keeps; see ``changing.change_key``. Runs for seconds.

    Raises ``ExpectedError`` as that does, and when the key does not come from the keyring.
    """
    if secrets.key_from_environment():
        raise ExpectedError("rekey_key_in_environment")
    store = console.store

    def keep(keys: tuple[str, ...]) -> None:
        opening.keep(store.path, keys)

    place = backing_up.own_place(console, second)
    return changing.change_key(store, store.older_keys, keep, code=code, second=place)


def forget_older(console: Console, second: Path | None = None) -> int:
    """Drop the older keys that no backup needs any more, here and in the ``second`` place, and return how many.

    Raises ``ExpectedError`` when the second place is not there now, and when the keyring does not answer.
    """
    store = console.store
    if second is not None and (not second.is_dir() or backing_up.is_of_other(console, second)):
        raise ExpectedError("older_keys_no_place", path=second)
    needed = set(_needed(store.path, store.older_keys, second))
    staying = tuple(key for key in store.older_keys if key in needed)
    count = len(store.older_keys) - len(staying)
    if count:
        erasure_list.write(store, second)  # under the key in use, wherever it stands
        opening.keep(store.path, (store.key, *staying))
        store.older_keys = staying
    return count


def _needed(path: Path, older: tuple[str, ...], second: Path | None) -> Iterator[str]:
    """Yield the keys that a backup or a store that was set aside opens with, or might."""
    ids = {
        backup.key_id
        for folder in (backups.folder_of(path), second)
        if folder is not None
        for backup in backups.of_store(path, folder)
    }
    yield from (key for key in older if crypt.key_id(key) in ids)
    for file in path.parent.glob(f"{path.stem}-*{path.suffix}"):
        for key in older:
            try:
                if which_opens(file, (key,)):
                    yield key
            except ExpectedError:  # damaged: somebody may still want to look into it
                yield key
