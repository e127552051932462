"""The code with which a person opens the locked window again (toegangscode). It guards the screen, not the file.

The file is guarded by its key, which the login of the computer gives; so a start asks no code, unless the program ended
while it was locked. Who forgot the code opens the window with the code on the recovery sheet.
"""

import hashlib
import hmac
import math
import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from console.desk.console import Console
from console.desk.vault import changing, opening
from console.domain.changes import Changes
from console.errors import ExpectedError
from console.store.tables import settings

LEAST_SIGNS: Final = 6
FREE_TRIES: Final = 3  # wrong ones, before there is a wait
FIRST_WAIT_S: Final = 30
LONGEST_WAIT_S: Final = 900

_CODE: Final = "access_code"
_LOCKED: Final = "locked"
_SALT_BYTES: Final = 16
_SCRYPT: Final = {"n": 2**15, "r": 8, "p": 1}  # a tenth of a second and 32 MB for each guess
_SCRYPT_MEMORY: Final = 64 * 1024**2


@dataclass(frozen=True, slots=True)
class LockState:
    """``has_code``: a code was chosen. ``is_locked``: the program was locked, perhaps before it ended.

    ``wait_seconds`` is how long no code is heard, after wrong ones; 0 when one may be given now.
    """

    has_code: bool
    is_locked: bool
    wait_seconds: int


def state(console: Console) -> LockState:
    """Return how the lock of this store stands."""
    with console.store.reading() as connection:
        kept = _kept(connection, _CODE)
        return LockState(
            has_code=kept is not None,
            is_locked=_kept(connection, _LOCKED) is not None,
            wait_seconds=_wait_seconds(kept, console.now()),
        )


def is_set(console: Console) -> bool:
    """Whether a code was chosen."""
    return state(console).has_code


def set_code(console: Console, new: str, old: str | None = None) -> Changes:
    """Choose a code, or another one in place of ``old``. One transaction.

    Raises ``ExpectedError``: ``access_code_short``, ``access_code_needs_sheet`` (there would be no way in for who
    forgets it), ``access_code_wrong`` and ``access_code_wait`` about ``old``.
    """
    code = _plain(new)
    if len(code) < LEAST_SIGNS:
        raise ExpectedError("access_code_short", least=LEAST_SIGNS)
    if not console.is_demo and changing.needs_sheet(console.store):
        raise ExpectedError("access_code_needs_sheet")
    _assert_his(console, old)
    salt = secrets.token_bytes(_SALT_BYTES)
    value = {"salt": salt.hex(), "hash": _hash(code, salt), "wrong": 0, "until": 0.0}
    with console.store.writing() as connection:
        _keep(connection, _CODE, value)
    return Changes(privacy=True)


def drop_code(console: Console, old: str) -> Changes:
    """Go on without a code. One transaction. Raises as ``set_code`` does about ``old``."""
    _assert_his(console, old)
    with console.store.writing() as connection:
        _forget(connection, _CODE, _LOCKED)
    return Changes(privacy=True)


def check(console: Console, typed: str) -> bool:
    """Whether this is the code, or none was chosen; if so the lock is open. Takes a tenth of a second.

    A try counts as wrong before it is looked at, so that ending the program gives no free ones. Raises
    ``ExpectedError("access_code_wait", seconds=...)`` when no code is heard yet.
    """
    with console.store.writing() as connection:
        kept = _kept(connection, _CODE)
        if kept is None:
            _forget(connection, _LOCKED)
            return True
        waiting = _wait_seconds(kept, console.now())
        if waiting:
            raise ExpectedError("access_code_wait", seconds=waiting)
        wrong = kept["wrong"] + 1
        until = console.now().timestamp() + _wait_after(wrong)
        _keep(connection, _CODE, {**kept, "wrong": wrong, "until": until})
    if not hmac.compare_digest(_hash(_plain(typed), bytes.fromhex(kept["salt"])), kept["hash"]):
        return False
    with console.store.writing() as connection:
        _keep(connection, _CODE, {**kept, "wrong": 0, "until": 0.0})
        _forget(connection, _LOCKED)
    return True


def open_with_recovery(console: Console, code: str) -> Changes:
    """Open the lock with the code on the recovery sheet. The forgotten code is gone then.

    Raises ``ExpectedError`` as ``opening.open_with_code`` does.
    """
    opening.open_with_code(console.store.path, code)
    with console.store.writing() as connection:
        _forget(connection, _CODE, _LOCKED)
    return Changes(privacy=True)


def note_locked(console: Console) -> None:
    """Remember that the window is locked, where a code opens it again: ending the program is no way around it."""
    with console.store.writing() as connection:
        if _kept(connection, _CODE) is not None:
            _keep(connection, _LOCKED, value=True)


def _assert_his(console: Console, old: str | None) -> None:
    if not is_set(console):
        return
    if old is None or not check(console, old):
        raise ExpectedError("access_code_wrong")


def _wait_seconds(kept: Mapping[str, Any] | None, now: datetime) -> int:
    """Return how long to wait still; a clock that was put back makes it no longer than it was at first."""
    if kept is None or not kept["until"]:
        return 0
    left = (datetime.fromtimestamp(kept["until"], UTC) - now).total_seconds()
    return max(0, math.ceil(min(left, _wait_after(kept["wrong"]))))


def _wait_after(wrong: int) -> int:
    """Return how long to wait after so many wrong codes: twice as long each time, up to a quarter of an hour."""
    over = wrong - FREE_TRIES
    return 0 if over < 0 else min(LONGEST_WAIT_S, FIRST_WAIT_S * 2 ** min(over, 10))


def _plain(typed: str) -> str:
    return unicodedata.normalize("NFC", typed.strip())


def _hash(code: str, salt: bytes) -> str:
    return hashlib.scrypt(code.encode(errors="surrogatepass"), salt=salt, maxmem=_SCRYPT_MEMORY, **_SCRYPT).hex()


def _kept(connection: Connection, key: str) -> Any:  # noqa: ANN401  # JSON
    return connection.scalar(select(settings.c.value).where(settings.c.key == key))


def _keep(connection: Connection, key: str, value: object) -> None:
    fresh = insert(settings).values(key=key, value=value)
    connection.execute(fresh.on_conflict_do_update(index_elements=[settings.c.key], set_={"value": value}))


def _forget(connection: Connection, *keys: str) -> None:
    connection.execute(delete(settings).where(settings.c.key.in_(keys)))
