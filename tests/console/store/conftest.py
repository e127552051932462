"""Stores as older programs left them, and a disk that is nearly full."""

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from console.store.places import give_name, made_aside
from console.store.session import Store

MakeStore = Callable[[Path, str, int], None]


@pytest.fixture
def make_store(store_key: str) -> MakeStore:
    """``make_store(path, revision, messages)`` makes a store as the program of that revision would have left it."""

    def make(path: Path, revision: str, messages: int) -> None:
        with made_aside(path) as part:
            with closing(Store(part, store_key)) as store:
                store._migrate(revision)
                with store.writing() as connection:
                    connection.exec_driver_sql(
                        "INSERT INTO groups (id, name, profile, created_at) VALUES (1, 'A', 'b', 0)"
                    )
                    connection.exec_driver_sql(
                        "INSERT INTO messages (group_id, position, sent_at, written_at, kind, text)"
                        " VALUES (1, ?, 0, 0, 'text', ?)",
                        [(n, f"bericht nummer{n} over een witte bus") for n in range(messages)],
                    )
            give_name(part, path)

    return make


@pytest.fixture
def revision_of(store_key: str) -> Callable[[Path], str]:
    """``revision_of(path)`` tells of which schema a store is, without changing it."""

    def read(path: Path) -> str:
        with closing(Store(path, store_key)) as store, store.reading() as connection:
            return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())

    return read


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """``small_disk(kib)`` gives the folder of a real disk of that size."""
    folder = tmp_path / "disk"
    mounted = False

    def mount(kib: int) -> Path:
        nonlocal mounted
        folder.mkdir()
        if os.name != "posix" or os.geteuid() != 0:
            pytest.skip("only root may mount a small disk")
        command = ["mount", "-t", "tmpfs", "-o", f"size={kib}k", "tmpfs", str(folder)]
        mounted = subprocess.run(command, check=False).returncode == 0
        if not mounted:
            pytest.skip("this machine does not let us mount a small disk")
        return folder

    yield mount
    if mounted:
        subprocess.run(["umount", str(folder)], check=True)
