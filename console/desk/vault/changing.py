"""Another key for the store and another recovery sheet, in an order in which every moment has a way back."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from console.desk.forgetting import erasure_list
from console.errors import ExpectedError
from console.jobs import Progress
from console.store import crypt, recovery, recovery_code, rekey
from console.store.session import Store
from console.store.tables import settings

_KEY: Final = "recovery_sheet"


@dataclass(frozen=True, slots=True)
class KeyChange:
    """``backup`` is a copy from before, under the old key. ``needs_sheet``: no sheet opens the new key yet."""

    backup: Path
    needs_sheet: bool


@dataclass(frozen=True, slots=True)
class NewSheet:
    """A sheet to print. It counts beside the last one until ``confirm_sheet``.

    ``number`` tells it from others; ``asked`` are the groups that the person types back, 1 to 9.
    """

    code: str
    number: str
    file: Path
    asked: tuple[int, int]

    def __repr__(self) -> str:
        return f"NewSheet({self.number})"  # never the code


@dataclass(frozen=True, slots=True)
class SheetState:
    """Which sheet a person showed to have on paper, and whether he said to do that later.

    ``number`` is None when there is none, or none that opens the key in use.
    """

    number: str | None
    is_put_off: bool


def change_key(
    store: Store,
    kept: Sequence[str],
    keep: Callable[[tuple[str, ...]], None],
    *,
    code: str | None = None,
    backups: Path | None = None,
    second: Path | None = None,
    progress: Progress | None = None,
) -> KeyChange:
    """Give a store another key. With the code of the sheet at hand that sheet opens it too, else it takes a new one.

    ``kept`` are the keys that are known of it; ``keep`` puts keys where the next start looks for them, the one in use
    first. Both are there while it runs: who starts after a crash finds out which one opens. The list of what was erased
    gets the new key too, also in the ``second`` place. Runs for seconds. Raises ``ExpectedError``: the code does not
    fit, or what ``rekey.rekey`` refuses; the store then has its old key.
    """
    new = crypt.new_key()
    older = tuple(dict.fromkeys((store.key, *kept)))
    if code is not None:
        recovery.unwrap(store.path, code)  # a code of some other sheet is a slip, and not to be written down as good
    keep((store.key, new, *older[1:]))
    file = None if code is None else recovery.wrap(store.path, code, (new, *older))
    backup = rekey.rekey(store, new, backups or _backups(store), progress)
    keep((new, *older))
    if file is not None:
        _count_only(store, file, backup.parent)
    with suppress(ExpectedError):  # a stick that is full: the old key, which is kept, opens its list until the next day
        erasure_list.write(store, second)
    return KeyChange(backup, needs_sheet=needs_sheet(store))


def needs_sheet(store: Store) -> bool:
    """Whether no sheet opens the key in use: none was made, or the store got another key since."""
    return not recovery.is_current(store.path, store.key)


def make_sheet(store: Store, kept: Sequence[str]) -> NewSheet:
    """Make a new code that opens the keys of a store, and the recovery file that it opens. Raises ``ExpectedError``."""
    code = recovery_code.new_code()
    file = recovery.wrap(store.path, code, tuple(dict.fromkeys((store.key, *kept))))
    return NewSheet(code, recovery_code.sheet_number(code), file, recovery_code.to_ask_back())


def confirm_sheet(store: Store, sheet: NewSheet, typed: tuple[str, str], *, backups: Path | None = None) -> bool:
    """Whether the person typed the groups that were asked back; older sheets then open nothing any more."""
    is_right = recovery_code.is_answered(sheet.code, sheet.asked, typed)
    if is_right:
        file = sheet.file
        if not file.exists():  # another window had a sheet of its own count since: without the file this one is nothing
            file = recovery.wrap(store.path, sheet.code, tuple(dict.fromkeys((store.key, *store.older_keys))))
        _count_only(store, file, backups or _backups(store))
        _remember(store, {"number": sheet.number})
    return is_right


def confirm_with_code(store: Store, code: str, *, backups: Path | None = None) -> str:
    """Have the sheet at hand count, by its whole code, and return its number; it then opens the key in use too.

    Older sheets open nothing any more. Raises ``ExpectedError`` when it is not the code of a sheet of this store.
    """
    known = recovery.unwrap(store.path, code)
    file = recovery.wrap(store.path, code, tuple(dict.fromkeys((store.key, *store.older_keys, *known))))
    _count_only(store, file, backups or _backups(store))
    number = recovery_code.sheet_number(code)
    _remember(store, {"number": number})
    return number


def sheet_state(store: Store) -> SheetState:
    """Return how it stands with the sheet."""
    with store.reading() as connection:
        said = connection.scalar(select(settings.c.value).where(settings.c.key == _KEY)) or {}
    current = {file.sheet for file in recovery.files_for(store.path) if file.key_id == crypt.key_id(store.key)}
    number = said.get("number")
    return SheetState(number if number in current else None, bool(said.get("is_put_off")))


def put_off_sheet(store: Store) -> None:
    """Write down that a person does it later: from now on one line reminds of it."""
    _remember(store, {"is_put_off": True})


def _count_only(store: Store, file: Path, backups: Path) -> None:
    """Have one sheet open the store and its backups, of which it holds the keys too, and no older one."""
    own = {crypt.key_id(key) for key in (store.key, *store.older_keys)}
    recovery.keep_only(store.path, file, own)
    if backups.is_dir():
        recovery.copy_to(store.path, backups)
        recovery.keep_only(backups / store.path.name, file, own)


def _remember(store: Store, value: Mapping[str, Any]) -> None:
    with store.writing() as connection:
        fresh = insert(settings).values(key=_KEY, value=value)
        connection.execute(fresh.on_conflict_do_update(index_elements=[settings.c.key], set_={"value": value}))


def _backups(store: Store) -> Path:
    return store.path.parent / "backups"
