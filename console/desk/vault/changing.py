"""Another key for the store and another recovery sheet, in an order in which every moment has a way back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from console.jobs import Progress
from console.store import crypt, recovery, recovery_code, rekey
from console.store.session import Store


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


def change_key(
    store: Store,
    kept: Sequence[str],
    keep: Callable[[tuple[str, ...]], None],
    *,
    code: str | None = None,
    backups: Path | None = None,
    progress: Progress | None = None,
) -> KeyChange:
    """Give a store another key. With the code of the sheet at hand that sheet opens it too, else it takes a new one.

    ``kept`` are the keys that are known of it; ``keep`` puts keys where the next start looks for them, the one in use
    first. Both are there while it runs: who starts after a crash finds out which one opens. Runs for seconds. Raises
    ``ExpectedError``: the code does not fit, or what ``rekey.rekey`` refuses; the store then has its old key.
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
        _count_only(store, sheet.file, backups or _backups(store))
    return is_right


def _count_only(store: Store, file: Path, backups: Path) -> None:
    """Have one sheet open the store and its backups, of which it holds the keys too, and no older one."""
    recovery.keep_only(store.path, file)
    if backups.is_dir():
        recovery.copy_to(store.path, backups)
        recovery.keep_only(backups / store.path.name, file)


def _backups(store: Store) -> Path:
    return store.path.parent / "backups"
