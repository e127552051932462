"""Run by test_crash.py: works on a store until it is killed.

Forks a child for each line on stdin, so that the program is loaded once. Writes ``pid N`` when the child is about to
begin, what the child acknowledges, and ``gone`` when the child has ended. Its number is not free for another process
until the next line comes, so that nobody else can be killed by it. Each line: what, path, key.
"""

import os
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

from console.desk.console import Console
from console.desk.intake import import_file
from console.desk.vault import backing_up, changing, restoring
from console.jobs import Progress
from console.store import backup, recovery
from console.store import rekey as store_rekey
from console.store.session import Store


def write(path: Path, key: str) -> None:
    """Write batches of 100 messages; say each one's number once it is kept."""
    with Store.open(path, key) as store:
        for batch in range(10_000):
            with store.writing() as connection:
                connection.exec_driver_sql(
                    "INSERT INTO messages (group_id, position, sent_at, written_at, kind, text)"
                    " VALUES (1, ?, 0, ?, 'text', ?)",
                    [(n, batch, f"reeks{batch} bericht {n} over een witte bus bij de school") for n in range(100)],
                )
            say(f"kept {batch}")


def migrate(path: Path, key: str) -> None:
    """Bring an older store up to date."""
    Store.open(path, key).close()
    say("done")


def copy(path: Path, key: str) -> None:
    """Make a backup."""
    with Store.open(path, key) as store:
        backup.make_backup(store, path.parent / "backups")
    say("done")


def make(path: Path, key: str) -> None:
    """Make a new store."""
    Store.open(path, key, create=True).close()
    say("done")


class Told(Progress):
    """Says every step aloud, so that the test can choose where to kill."""

    def report(self, stage: str, fraction: float | None, count: int) -> None:
        """Tell the stage."""
        super().report(stage, fraction, count)
        say(stage)


def rekey(path: Path, key: str) -> None:
    """Give a store the key that is the old one read backwards."""
    with Store.open(path, key) as store:
        store_rekey.rekey(store, key[::-1], path.parent / "backups", Told())
    say("done")


def put_back(path: Path, key: str) -> None:
    """Put the oldest backup in the place of the store."""
    oldest = backing_up.backups(path)[-1]
    restoring.restore(path, oldest, (key,), now=datetime.now(UTC), progress=Told())
    say("done")


def take(path: Path, key: str) -> None:
    """Take the export beside the store into a group."""
    with Store.open(path, key) as store:
        console = Console(store, lambda: datetime(2026, 11, 15, tzinfo=UTC), "nl", "test")
        import_file(console, path.with_name("chat.txt"), "Noord", progress=Told())
    say("done")


def wrap(path: Path, key: str) -> None:
    """Write the recovery file of another sheet; its code stands in a file, as it would on paper."""
    recovery.wrap(path, path.with_name("new-code").read_text(), (key,))
    say("done")


def change(path: Path, key: str) -> None:
    """Give a store another key with the code at hand, if any; its keys stand in a file that changes as a keyring."""
    ring, code = path.with_name("ring"), path.with_name("code").read_text()

    def keep(keys: tuple[str, ...]) -> None:
        part = ring.with_name("ring.part")
        part.write_text(" ".join(keys))
        part.replace(ring)
        say("kept")

    with Store.open(path, key) as store:
        changing.change_key(store, ring.read_text().split(), keep, code=code or None, progress=Told())
    say("done")


def forget(path: Path, key: str) -> None:
    """Forget the one person of whom something is known, after a backup."""
    from console.desk.one_person import finding, forgetting

    with Store.open(path, key) as store:
        console = Console(store, lambda: datetime(2026, 11, 15, tzinfo=UTC), "nl", "test")
        (person,) = finding.find(console, "Jan de Vries")
        say("begun")
        forgetting.erase(console, person)
    say("done")


def let_go(path: Path, key: str) -> None:
    """Erase what was kept long enough, after a backup."""
    from console.desk.forgetting import retention

    with Store.open(path, key) as store:
        say("begun")
        retention.run(Console(store, lambda: datetime(2026, 11, 15, tzinfo=UTC), "nl", "test"))
    say("done")


def say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


def serve(works: Mapping[str, Callable[[Path, str], None]]) -> None:
    """Do what each line asks for in a child, until there are no more lines."""
    pid = 0
    for line in sys.stdin:
        if pid:
            os.waitpid(pid, 0)
        what, path, key = line.rstrip("\n").split("\t")
        ends, held_by_child = os.pipe()
        pid = os.fork()
        if not pid:
            say(f"pid {os.getpid()}")
            works[what](Path(path), key)
            os._exit(0)
        os.close(held_by_child)
        os.read(ends, 1)  # until the child is gone
        os.close(ends)
        say("gone")


def main() -> None:
    for late in ("alembic.command", "console.desk.forgetting.retention", "console.desk.one_person.forgetting"):
        import_module(late)  # before the fork, so that kills hit the work

    serve(
        {
            "write": write,
            "migrate": migrate,
            "copy": copy,
            "make": make,
            "rekey": rekey,
            "put_back": put_back,
            "take": take,
            "wrap": wrap,
            "change": change,
            "forget": forget,
            "let_go": let_go,
        }
    )


if __name__ == "__main__":
    main()
