"""The schema, step by step: equal to the tables, whole or not at all, and never without a good copy first."""

import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, inspect

from console.desk.console import Console
from console.desk.undoing import undo
from console.errors import ExpectedError
from console.store import backup, migrations
from console.store.session import Store
from console.store.tables import metadata

MakeStore = Callable[[Path, str, int], None]
RevisionOf = Callable[[Path], str]
VERSIONS = Path(migrations.__file__).parent


def is_known(_thing: object, name: str | None, kind: str, *_: object) -> bool:
    """Leave out the full-text index, which is no table of SQLAlchemy."""
    return not (kind == "table" and str(name).startswith("messages_fts"))


def test_the_schema_at_head_is_the_one_in_tables(store: Store) -> None:
    with store.reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": is_known, "compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_checks_and_foreign_keys_at_head_are_those_in_tables(store: Store) -> None:
    """Alembic does not compare these."""

    def rules(connection: Connection) -> dict[str, object]:
        inspector = inspect(connection)
        return {
            name: (
                sorted((check["name"], check["sqltext"]) for check in inspector.get_check_constraints(name)),
                sorted(
                    (key["name"], key["referred_table"], key["options"]) for key in inspector.get_foreign_keys(name)
                ),
                inspector.get_pk_constraint(name),
            )
            for name in metadata.tables
        }

    with create_engine("sqlite://").connect() as fresh:
        metadata.create_all(fresh)
        expected = rules(fresh)
    with store.reading() as connection:
        assert rules(connection) == expected


def test_the_revisions_in_code_are_those_of_the_scripts() -> None:
    scripts = ScriptDirectory(str(VERSIONS))
    assert [script.revision for script in scripts.walk_revisions()][::-1] == list(migrations.REVISIONS)


def test_an_ordinary_start_does_not_load_alembic(store_path: Path, store_key: str) -> None:
    code = (
        "import sys; from pathlib import Path; from console.store.session import Store;"
        f"Store.open(Path({str(store_path)!r}), {store_key!r}).close();"
        "assert not [name for name in sys.modules if name.split('.')[0] == 'alembic']"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(migrations.__file__).parents[3])


@pytest.mark.parametrize("revision", migrations.REVISIONS[:-1])
def test_an_older_store_is_brought_up_to_date_after_a_backup(
    tmp_path: Path,
    store_key: str,
    revision: str,
    make_store: MakeStore,
    revision_of: RevisionOf,
) -> None:
    path = tmp_path / "store.db"
    make_store(path, revision, 3)
    with Store.open(path, store_key) as store:
        assert backup.check(store).ok
        with store.reading() as connection:
            found = "SELECT count(*) FROM messages_fts WHERE messages_fts MATCH 'witte'"
            assert connection.exec_driver_sql(found).scalar() == 3
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    (copy,) = (tmp_path / "backups").iterdir()
    assert revision_of(copy) == revision
    assert revision_of(path) == migrations.HEAD


def test_what_was_taught_and_decided_before_the_desk_could_send_still_counts(
    tmp_path: Path, store_key: str, make_store: MakeStore
) -> None:
    path = tmp_path / "store.db"
    make_store(path, "0005", 3)
    rows = json.dumps({"rows": [{"table": "items", "id": 1, "values": {"state": "open"}}]})
    kept = (
        "INSERT INTO people (id, name, created_at) VALUES (1, 'Bram', 0)",
        "INSERT INTO members (id, group_id, person_id, name, role) VALUES (1, 1, 1, 'Bram', 'member')",
        "UPDATE messages SET member_id = 1",
        "INSERT INTO items (id, kind, subject_id, group_id, rank, at, attention, state)"
        " VALUES (1, 'message', 1, 1, 40, 0, 'today', 'done')",
        "INSERT INTO decisions (id, group_id, item_id, verb, actor, decided_at, before, after)"
        f" VALUES (1, 1, 1, 'fine', 'Anja', 0, '{rows}', '{rows.replace('open', 'done')}')",
        "INSERT INTO notes (id, message_id, person_id, text, created_at, ends_at) VALUES (1, 1, 1, 'Gebeld', 0, 9)",
        "INSERT INTO corrections (id, message_id, group_id, label, value, corrected_at)"
        " VALUES (7, 1, 1, 'stigma', 'none', 0)",
    )
    with closing(Store(path, store_key)) as store, store.writing() as connection:
        for statement in kept:
            connection.exec_driver_sql(statement)
    with Store.open(path, store_key) as store:
        assert backup.check(store).ok
        with store.reading() as connection:
            found = connection.exec_driver_sql("SELECT id, message_id, label, value, source FROM corrections").all()
            assert [tuple(row) for row in found] == [(7, 1, "stigma", "none", "said")]
            for table in ("people", "members", "items", "decisions", "notes"):
                assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() == 1
        undone = undo(Console(store, lambda: datetime(2026, 11, 15, tzinfo=UTC), "nl", "Anja"))
        assert undone is not None
        with store.reading() as connection:
            assert connection.exec_driver_sql("SELECT state FROM items").scalar() == "open"


def test_without_a_backup_nothing_is_migrated(
    tmp_path: Path, store_key: str, make_store: MakeStore, revision_of: RevisionOf
) -> None:
    path = tmp_path / "store.db"
    make_store(path, "0001", 3)
    (tmp_path / "backups").write_bytes(b"in the way")
    with pytest.raises(ExpectedError) as caught:
        Store.open(path, store_key)
    assert caught.value.key == "store_no_folder"
    assert revision_of(path) == "0001"


def test_a_step_that_fails_leaves_the_old_schema(
    tmp_path: Path, store_key: str, make_store: MakeStore, revision_of: RevisionOf
) -> None:
    path = tmp_path / "store.db"
    make_store(path, "0001", 3)
    with closing(Store(path, store_key)) as store, store.writing() as connection:
        connection.exec_driver_sql("CREATE TABLE t (a)")  # the last thing that 0002 makes is in the way
        connection.exec_driver_sql("CREATE TRIGGER messages_fts_update AFTER UPDATE ON t BEGIN SELECT 1; END")
    with pytest.raises(Exception, match="already exists"):
        Store.open(path, store_key)
    assert revision_of(path) == "0001"
    with closing(Store(path, store_key)) as store, store.reading() as connection:
        assert not inspect(connection).has_table("messages_fts")


def test_a_step_that_leaves_orphans_is_undone(
    tmp_path: Path, store_key: str, make_store: MakeStore, revision_of: RevisionOf
) -> None:
    path = tmp_path / "store.db"
    make_store(path, "0001", 3)
    with closing(Store(path, store_key)) as store, store._begun("migrate") as connection:
        connection.exec_driver_sql("DELETE FROM groups")
    with pytest.raises(RuntimeError, match="point to nothing"):
        Store.open(path, store_key)
    assert revision_of(path) == "0001"
