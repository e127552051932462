"""The key of a store, and what is asserted before a single row is read (``design/security.md`` B2).

SQLite itself would take an empty, a missing or an unencrypted file for a fine new database, and a key of 63 digits for
a passphrase: each of these is asked about here, by name, at every open.
"""

import hashlib
import hmac
import os
import re
import secrets
from contextlib import closing
from pathlib import Path
from typing import Final

import sqlcipher3.dbapi2

from console.errors import ExpectedError
from console.store.faults import NOT_A_DATABASE, READ_ONLY, database_faults, file_faults, result_code

BUSY_SECONDS: Final = 2.0
OPENING_SECONDS: Final = 1.5  # a second program hears within two seconds that the first is open (security.md E7)

_KEY_FORM: Final = re.compile(r"[0-9a-f]{64}")
_PLAIN_HEADER: Final = b"SQLite format 3\0"

# How SQLCipher 4 lays out a page; its raw keys fix the algorithms (https://www.zetetic.net/sqlcipher/design/).
_PAGE_BYTES: Final = 4096
_SALT_BYTES: Final = 16
_MAC_BYTES: Final = 64
_PAGES_TRIED: Final = 64
_PAGES_AT_ONCE: Final = 256

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
    if not is_key(key):
        raise ExpectedError("key_malformed")
    return key


def is_key(text: str) -> bool:
    """Whether a text has the form of a key, in lower case."""
    return _KEY_FORM.fullmatch(text) is not None


def key_id(key: str) -> str:
    """Return eight digits that tell keys apart and give nothing of the key away; they stand in names of backups."""
    return hashlib.sha256(b"beheerconsole key id\0" + bytes.fromhex(key)).hexdigest()[:8]


def cipher_version() -> str:
    """Return the version of SQLCipher, e.g. "4.19.0 community"."""
    with closing(sqlcipher3.dbapi2.connect(":memory:")) as connection:
        return str(connection.execute("PRAGMA cipher_version").fetchone()[0])


def connect(path: Path, key: str, wait_seconds: float | None = None) -> sqlcipher3.dbapi2.Connection:
    """Open an existing file with its key and every setting of the house; the driver begins no transactions itself.

    It waits so long, or ``BUSY_SECONDS``, for another program that holds the file.

    Raises the driver's own errors: ``sqlcipher3.dbapi2.DatabaseError`` "file is not a database" for a wrong key.
    """
    connection = sqlcipher3.dbapi2.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        timeout=BUSY_SECONDS if wait_seconds is None else wait_seconds,
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


def assert_usable(path: Path, key: str) -> None:
    """Assert that ``path`` is an encrypted database that may be written, and ``key`` its key; nothing is changed.

    Raises ``ExpectedError`` for a missing, empty or plain file, a place without permission, a wrong key and damage.
    """
    with file_faults(path):
        if not path.exists():
            raise ExpectedError("store_missing", path=path)
        if not path.is_file():
            raise ExpectedError("store_not_a_file", path=path)
        if path.stat().st_size <= 1:  # SQLite takes a file of one byte for an empty one too, and would fill it
            raise ExpectedError("store_empty", path=path)
    if not _may(path, os.R_OK):
        raise ExpectedError("store_no_access", path=path)
    if not (_may(path, os.W_OK) and _may(path.parent, os.W_OK)):  # the write-ahead log stands beside the file
        raise ExpectedError("store_read_only", path=path)
    try:
        with database_faults(path, but={NOT_A_DATABASE, READ_ONLY}):
            connect(path, key, OPENING_SECONDS).close()
    except sqlcipher3.dbapi2.DatabaseError as error:
        if result_code(error) == READ_ONLY:  # and yet we may write: the file got another key while we waited (rekey.py)
            raise ExpectedError("store_locked", path=path) from error
        if result_code(error) != NOT_A_DATABASE:
            raise
        raise ExpectedError(trouble_of(path, key), path=path) from error


def _may(path: Path, access: int) -> bool:
    return os.access(path, access, effective_ids=os.access in os.supports_effective_ids)


def trouble_of(path: Path, key: str) -> str:
    """Return the name of the sentence for a file that SQLCipher calls "not a database".

    Only now is the file opened here: on POSIX, closing any descriptor of a file drops the locks that SQLite holds on
    it in this process (https://sqlite.org/howtocorrupt.html 2.2).
    """
    with path.open("rb") as stream:
        if stream.read(len(_PLAIN_HEADER)) == _PLAIN_HEADER:
            return "store_not_encrypted"
    is_cut = path.stat().st_size < _PAGE_BYTES
    return "store_damaged" if is_cut or _opens_some_page(path, key) else "store_wrong_key"


def _opens_some_page(path: Path, key: str) -> bool:
    """Whether the key signed any of up to 64 pages spread over the file.

    SQLCipher says the same of a wrong key and of a damaged first page. A person must do something else in each case,
    so ask other pages too.
    """
    with path.open("rb") as stream:
        mac_key = _mac_key(key, stream.read(_SALT_BYTES))
        pages = path.stat().st_size // _PAGE_BYTES
        for index in range(0, pages, max(1, pages // _PAGES_TRIED)):
            stream.seek(index * _PAGE_BYTES)
            if _is_signed(mac_key, index, stream.read(_PAGE_BYTES)):
                return True
    return False


def is_signed_throughout(path: Path, key: str) -> bool:
    """Whether the key signed every page of a file that nobody has open (see ``trouble_of``), so that none changed.

    As SQLCipher's own ``cipher_integrity_check``, in half the time, and it ends at the first bad page.
    """
    with path.open("rb") as stream:
        mac_key = _mac_key(key, stream.read(_SALT_BYTES))
        stream.seek(0)
        index = 0
        while pages := stream.read(_PAGES_AT_ONCE * _PAGE_BYTES):
            for start in range(0, len(pages), _PAGE_BYTES):
                if not _is_signed(mac_key, index, pages[start : start + _PAGE_BYTES]):
                    return False
                index += 1
    return index > 0


def _mac_key(key: str, salt: bytes) -> bytes:
    mac_salt = bytes(byte ^ 0x3A for byte in salt)
    return hashlib.pbkdf2_hmac("sha512", bytes.fromhex(key), mac_salt, 2, 32)


def _is_signed(mac_key: bytes, index: int, page: bytes) -> bool:
    """Whether this is a whole page with the signature that belongs to it in its last 64 bytes."""
    start = _SALT_BYTES if index == 0 else 0
    signed = page[start:-_MAC_BYTES] + (index + 1).to_bytes(4, "little")
    return len(page) == _PAGE_BYTES and hmac.compare_digest(hmac.digest(mac_key, signed, "sha512"), page[-_MAC_BYTES:])
