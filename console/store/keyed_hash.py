"""Recognising somebody of whom nothing is kept: a keyed hash of a name or number, which without the key tells nothing.

The key is random, one for each store, and stands in the store's settings.
"""

import hashlib
import hmac
import secrets
from typing import Final

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from console.store.tables import settings

_SETTING: Final = "keyed_hash_key"
_KEY_BYTES: Final = 32


def find_key(connection: Connection) -> bytes | None:
    """Return the store's key; None as long as nothing was ever hashed."""
    value = connection.scalar(select(settings.c.value).where(settings.c.key == _SETTING))
    return None if value is None else bytes.fromhex(value)


def make_key(connection: Connection) -> bytes:
    """Return the store's key, made at its first use; the connection must be able to write."""
    fresh = insert(settings).values(key=_SETTING, value=secrets.token_hex(_KEY_BYTES))
    connection.execute(fresh.on_conflict_do_nothing())
    key = find_key(connection)
    assert key is not None
    return key


def adopt_key(connection: Connection, key: bytes) -> None:
    """Give a store that has none the key with which hashes about it were made elsewhere."""
    kept = insert(settings).values(key=_SETTING, value=key.hex())
    connection.execute(kept.on_conflict_do_nothing())


def keyed_hash(key: bytes, *parts: str) -> str:
    """Return the hash of these words together, 64 hex digits; the first says what they are, such as "phone"."""
    return hmac.new(key, "\0".join(parts).encode(errors="surrogatepass"), hashlib.sha256).hexdigest()


def text_mark(key: bytes, text: str) -> str:
    """Return by what a message is recognised of which the words are gone: ``messages.mark``."""
    return keyed_hash(key, "text", text)
