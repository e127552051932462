"""Turns what the disk and SQLite complain of into sentences for a person. Anything not named here stays a bug."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import sqlcipher3.dbapi2
from sqlalchemy.exc import DBAPIError

from console.errors import ExpectedError

NOT_A_DATABASE: Final = 26

_BY_SQLITE_CODE: Final = {  # primary result codes, https://sqlite.org/rescode.html
    3: "store_no_access",
    5: "store_locked",
    6: "store_locked",
    8: "store_read_only",
    10: "store_disk_error",
    11: "store_damaged",
    13: "store_disk_full",
    14: "store_no_access",
    NOT_A_DATABASE: "store_damaged",
}

_BY_ERRNO: Final = {
    errno.EACCES: "store_no_access",
    errno.EPERM: "store_no_access",
    errno.EROFS: "store_read_only",
    errno.ENOSPC: "store_disk_full",
    errno.EDQUOT: "store_disk_full",
    errno.EIO: "store_disk_error",
}


def result_code(error: BaseException | None) -> int | None:
    """Return SQLite's primary result code of a driver's error, None when it has none."""
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


@contextmanager
def database_faults(path: Path) -> Iterator[None]:
    """Raise ``ExpectedError`` for trouble with the file at ``path``: locked, full, read-only, damaged, out of reach."""
    try:
        yield
    except (DBAPIError, sqlcipher3.dbapi2.Error) as error:
        driver_error = error.orig if isinstance(error, DBAPIError) else error
        key = _BY_SQLITE_CODE.get(result_code(driver_error) or 0)
        if key is None:
            raise
        raise ExpectedError(key, path=path) from error


@contextmanager
def file_faults(path: Path) -> Iterator[None]:
    """Raise ``ExpectedError`` when the operating system refuses to make, read or rename a file of the store."""
    try:
        yield
    except OSError as error:
        key = _BY_ERRNO.get(error.errno or 0)
        if key is None:
            raise
        raise ExpectedError(key, path=path) from error
