"""Turns what the disk and SQLite complain of into sentences for a person. Anything not named here stays a bug."""

import errno
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import sqlcipher3.dbapi2
from sqlalchemy.exc import DBAPIError

from console.errors import ExpectedError

READ_ONLY: Final = 8
CORRUPT: Final = 11
NOT_A_DATABASE: Final = 26
DAMAGED: Final = frozenset({CORRUPT, NOT_A_DATABASE})

_BY_SQLITE_CODE: Final = {  # primary result codes, https://sqlite.org/rescode.html
    3: "store_no_access",
    5: "store_locked",
    6: "store_locked",
    READ_ONLY: "store_read_only",
    10: "store_disk_error",
    CORRUPT: "store_damaged",
    13: "store_disk_full",
    14: "store_no_access",
    NOT_A_DATABASE: "store_damaged",
}

_BY_MESSAGE: Final = {  # the driver's backup() gives SQLite's words without the code
    "database is locked": 5,
    "attempt to write a readonly database": READ_ONLY,
    "disk I/O error": 10,
    "database disk image is malformed": CORRUPT,
    "database or disk is full": 13,
    "unable to open database file": 14,
    "file is not a database": NOT_A_DATABASE,
}

_BY_ERRNO: Final = {
    errno.EACCES: "store_no_access",
    errno.EPERM: "store_no_access",
    errno.EROFS: "store_read_only",
    errno.ENOSPC: "store_disk_full",
    errno.EDQUOT: "store_disk_full",
    errno.EIO: "store_disk_error",
    errno.EEXIST: "store_no_folder",
    errno.EINVAL: "store_no_folder",
    errno.ENAMETOOLONG: "store_no_folder",
    errno.ENOENT: "store_no_folder",
    errno.ENOTDIR: "store_no_folder",
}


def result_code(error: BaseException | None) -> int | None:
    """Return SQLite's primary result code of a driver's error, None when it has none."""
    code = getattr(error, "sqlite_errorcode", None)
    return _BY_MESSAGE.get(str(error)) if code is None else code & 0xFF


@contextmanager
def database_faults(path: Path, but: Collection[int] = ()) -> Iterator[None]:
    """Raise ``ExpectedError`` for trouble with the file at ``path``: locked, full, read-only, damaged, out of reach.

    The driver's error passes unchanged for result codes in ``but``.
    """
    try:
        yield
    except (DBAPIError, sqlcipher3.dbapi2.Error) as error:
        driver_error = error.orig if isinstance(error, DBAPIError) else error
        code = result_code(driver_error) or 0
        if code in but or code not in _BY_SQLITE_CODE:
            raise
        raise ExpectedError(_BY_SQLITE_CODE[code], path=path) from error


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
