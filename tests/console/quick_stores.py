"""Two things that make stores dear, and that a test needs no more of than the program shows: imported, they are spared.

A test begins with a store of its own, so that SQLAlchemy would put each statement together anew, a third of a test's
time; and each writing would wait for the disk, which only a power cut could tell from not waiting.
"""

from typing import Final

from sqlalchemy import Connection, Engine, event
from sqlalchemy.util import LRUCache
from typing_extensions import override


class _Statements(LRUCache):
    """What SQLAlchemy made of each statement, by a key that begins with the dialect: an object of each store's own."""

    @override
    def get(self, key, default=None):
        return super().get(_for_any_store(key), default)

    @override
    def __setitem__(self, key, value):
        super().__setitem__(_for_any_store(key), value)


def _for_any_store(key):
    return type(key[0]), *key[1:]


_STATEMENTS: Final = _Statements(2_000)


@event.listens_for(Engine, "engine_connect")
def share_statements(connection: Connection) -> None:
    """Have a connection use what was made of a statement for any store."""
    connection.execution_options(compiled_cache=_STATEMENTS)


@event.listens_for(Engine, "connect")
def wait_for_no_disk(connection, _record) -> None:
    """Have a connection go on before the disk has what was written."""
    connection.execute("PRAGMA synchronous = OFF")
