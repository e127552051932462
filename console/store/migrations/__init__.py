"""Steps from one schema to the next, run by Alembic inside one transaction.

Start-up must not wait for Alembic, so the revisions are also named here, oldest first; a test holds both lists equal.
To add a step: write ``versions/NNNN_what.py``, change ``tables.py`` alike, and add its revision to ``REVISIONS``. A
step that rebuilds ``messages``, ``members`` or ``groups`` must make the triggers of ``0002``, ``0003`` and ``0007``
again, because they go with the table.
"""

from pathlib import Path
from typing import Final

from sqlalchemy import Connection, inspect, text

from console.errors import ExpectedError

REVISIONS: Final = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010")
HEAD: Final = REVISIONS[-1]


def has_pending(connection: Connection, path: Path) -> bool:
    """Whether the store is of an older schema than this program.

    Reading the revision is also the proof that a known row decrypts. Raises ``ExpectedError`` when the file is a
    database of something else, or of a newer program.
    """
    if not inspect(connection).has_table("alembic_version"):
        raise ExpectedError("store_not_ours", path=path)
    revision: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    if revision is None:
        raise ExpectedError("store_not_ours", path=path)
    if revision not in REVISIONS:
        raise ExpectedError("store_newer", path=path)
    return revision != HEAD


def run_pending(connection: Connection, revision: str = HEAD) -> None:
    """Bring an empty or older schema to a revision, on a connection that has begun to write with foreign keys off.

    Raises ``RuntimeError`` when a step left a row that points to nothing; the caller's transaction is then undone.
    """
    from alembic import command
    from alembic.config import Config

    from console.store.tables import metadata

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes.update(connection=connection, metadata=metadata)
    command.upgrade(config, revision)
    orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if orphans:
        raise RuntimeError(f"migration left {len(orphans)} rows that point to nothing, first in {orphans[0][0]}")
