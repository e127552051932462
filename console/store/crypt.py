"""The key of a store, and what is asserted before a single row is read (``design/security.md`` B2).

SQLite itself would take an empty, a missing or an unencrypted file for a fine new database, and a key of 63 digits for
a passphrase: each of these is asked about here, by name, at every open.
"""

import hashlib
import hmac
import re
import secrets
from pathlib import Path
from typing import Final

import sqlcipher3.dbapi2

from console.errors import ExpectedError
from console.store.faults import NOT_A_DATABASE, database_faults, file_faults, result_code

BUSY_SECONDS: Final = 2

_KEY_FORM: Final = re.compile(r"[0-9a-f]{64}")
_PLAIN_HEADER: Final = b"SQLite format 3\0"

# How SQLCipher 4 lays out a page; its raw keys fix the algorithms (https://www.zetetic.net/sqlcipher/design/).
_PAGE_BYTES: Final = 4096
_SALT_BYTES: Final = 16
_MAC_BYTES: Final = 64
_PAGES_TRIED: Final = 64

_PRAGMAS: Final = (
    "journal_mode = WAL",
    "synchronous = FULL",  # NORMAL lost acknowledged decisions at a power cut (security.md B4)
    "foreign_keys = ON",
    "secure_delete = ON",
    "trusted_schema = OFF",
    "temp_store = MEMORY",
    "cache_size = -16000",  # KiB
)


def new_key() -> str:
    """Return a fresh key: 32 random bytes as 64 hexadecimal digits."""
    return secrets.token_hex(32)


def checked_key(key: str | None) -> str:
    """Return the key in lower case. Raises ``ExpectedError`` when there is none or it is not 64 hexadecimal digits."""
    if not key:
        raise ExpectedError("key_missing")
    key = key.strip().lower()
    if not _KEY_FORM.fullmatch(key):
        raise ExpectedError("key_malformed")
    return key


def key_id(key: str) -> str:
    """Return eight digits that tell keys apart and give nothing of the key away; they stand in names of backups."""
    return hashlib.sha256(b"beheerconsole key id\0" + bytes.fromhex(key)).hexdigest()[:8]


def connect(path: Path, key: str) -> sqlcipher3.dbapi2.Connection:
    """Open an existing file with its key and every setting of the house; the driver begins no transactions itself.

    Raises the driver's own errors: ``sqlcipher3.dbapi2.DatabaseError`` "file is not a database" for a wrong key.
    """
    connection = sqlcipher3.dbapi2.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,  # the pool hands a connection to one thread at a time
    )
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
        if not connection.execute("PRAGMA cipher_version").fetchone():
            raise RuntimeError("this SQLite does not encrypt: sqlcipher3 was not built with SQLCipher")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # the first page read tests the key
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def assert_readable(path: Path, key: str) -> None:
    """Assert that ``path`` is an encrypted database and ``key`` its key; nothing is changed.

    Raises ``ExpectedError`` for a missing, empty or plain file, a wrong key and a damaged file.
    """
    with file_faults(path):
        if not path.exists():
            raise ExpectedError("store_missing", path=path)
        if not path.is_file():
            raise ExpectedError("store_not_a_file", path=path)
        with path.open("rb") as stream:
            header = stream.read(len(_PLAIN_HEADER))
    if not header:
        raise ExpectedError("store_empty", path=path)
    if header == _PLAIN_HEADER:
        raise ExpectedError("store_not_encrypted", path=path)
    try:
        with database_faults(path):
            connect(path, key).close()
    except ExpectedError as error:
        cause = error.__cause__
        if result_code(cause) == NOT_A_DATABASE and not _opens_some_page(path, key):
            raise ExpectedError("store_wrong_key", path=path) from cause
        raise


def _opens_some_page(path: Path, key: str) -> bool:
    """Whether the key signed any of up to 64 pages spread over the file.

    SQLCipher says the same of a wrong key and of a damaged first page. A person must do something else in each case,
    so ask other pages too.
    """
    with path.open("rb") as stream:
        salt = stream.read(_SALT_BYTES)
        pages = path.stat().st_size // _PAGE_BYTES
        mac_salt = bytes(byte ^ 0x3A for byte in salt)
        mac_key = hashlib.pbkdf2_hmac("sha512", bytes.fromhex(key), mac_salt, 2, 32)
        for index in range(0, pages, max(1, pages // _PAGES_TRIED)):
            start = _SALT_BYTES if index == 0 else 0
            stream.seek(index * _PAGE_BYTES)
            page = stream.read(_PAGE_BYTES)
            # The last 80 bytes are the page's random start (16, signed too) and the signature itself.
            signed = page[start:-_MAC_BYTES] + (index + 1).to_bytes(4, "little")
            if hmac.compare_digest(hmac.digest(mac_key, signed, "sha512"), page[-_MAC_BYTES:]):
                return True
    return False
