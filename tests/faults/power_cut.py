"""Cuts the power of a disk while decisions are taken, and counts what is lost (security.md E3). Root on Linux only.

    python -m tests.faults.power_cut [--times 20] [--careless]

A file is mounted as a disk, a program of ours takes decisions on it and says each one that it was told is kept, and the
kernel is told to drop that disk at once, with all that was not written down yet (FS_IOC_SHUTDOWN without its journal).
Then the disk is mounted anew, as after a start. Ends with 1 when a decision was lost, kept in part, or the store hurt.
With --careless nobody waits for the disk, as the program never does: decisions must be lost, or this proves nothing.
"""

import argparse
import contextlib
import fcntl
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func, insert, select

from console.desk import todos, triage
from console.desk.console import Console
from console.domain.decision import Act, Verb
from console.store import backup
from console.store.session import Store
from console.store.tables import decisions, groups
from tests.console.desk.conftest import Chat

KEY = "0123456789abcdef" * 4
DISK_MB = 64
ITEMS = 300
FS_IOC_SHUTDOWN, WITHOUT_ITS_LOG = 0x8004587D, 2  # include/uapi/linux/fs.h, ext4_ioctl
ANSWER = Act(Verb.PRIVATE, text="Wilt u het nummer weghalen?")


@dataclass
class Count:
    """What was seen over all cuts."""

    told: int = 0
    lost: int = 0
    between: int = 0
    hurt: int = 0


def console_over(store: Store) -> Console:
    return Console(store, lambda: datetime(2026, 11, 15, tzinfo=UTC), "nl", "test")


def take_decisions(path: Path, *, is_careless: bool) -> None:
    """Decide about one item after the other, and say each one that is kept."""
    if is_careless:
        from tests.console import quick_stores  # noqa: F401
    with Store.open(path, KEY) as store:
        console = console_over(store)
        with store.writing() as connection:  # as the program has it, or nothing is proved
            assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == (0 if is_careless else 2)
        for item in triage.week(console):
            triage.decide(console, item.id, ANSWER)
            os.write(1, b".")


def prepare(path: Path) -> None:
    """Make a store with messages to decide about."""
    with Store.open(path, KEY, create=True) as store:
        console = console_over(store)
        with store.writing() as connection:
            made = connection.execute(
                insert(groups).values(name="Kade", profile="broad", created_at=console.now())
            ).inserted_primary_key
        chat = Chat(console, made[0])
        for number in range(ITEMS):
            chat.flag(f"Bel 06-12345{number:03d}")


@contextlib.contextmanager
def mounted(image: Path, folder: Path) -> Iterator[None]:
    subprocess.run(["mount", "-o", "loop", str(image), str(folder)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def cut_once(folder: Path, chance: random.Random, more: list[str]) -> int:
    """Let decisions be taken, cut the power, and return how many of them were told to be kept."""
    command = [sys.executable, "-m", "tests.faults.power_cut", "--decide", str(folder / "store.db"), *more]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout
        told = len(process.stdout.read(chance.randrange(1, 60)))  # some decisions, and then a moment more
        time.sleep(chance.uniform(0, 0.05))
        disk = os.open(folder, os.O_RDONLY)
        fcntl.ioctl(disk, FS_IOC_SHUTDOWN, WITHOUT_ITS_LOG.to_bytes(4, sys.byteorder))
        os.close(disk)
        process.kill()
        return told + len(process.stdout.read())


def look(path: Path, told: int, count: Count) -> None:
    """Count what the store holds after the cut."""
    with Store.open(path, KEY) as store:
        console = console_over(store)
        with store.reading() as connection:
            kept = connection.scalar(select(func.count()).select_from(decisions)) or 0
        to_do, waiting = len(todos.todos(console)), len(triage.week(console))
        count.told += told
        count.lost += max(told - kept, 0)
        count.between += to_do != kept or waiting != ITEMS - kept
        count.hurt += not backup.check(store).ok


def run(times: int, seed: int, more: list[str]) -> Count:
    count, chance = Count(), random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="beheerconsole-power-") as name:
        home = Path(name)
        image, folder, first = home / "disk.img", home / "disk", home / "first.db"
        folder.mkdir()
        prepare(first)
        for number in range(times):
            with image.open("wb") as stream:
                stream.truncate(DISK_MB * 1024 * 1024)
            subprocess.run(["mkfs.ext4", "-q", "-F", str(image)], check=True)
            with mounted(image, folder):
                (folder / "store.db").write_bytes(first.read_bytes())
                os.sync()
                told = cut_once(folder, chance, more)
            with mounted(image, folder):
                look(folder / "store.db", told, count)
            print(f"{number + 1}: {told} decisions were told to be kept; lost so far: {count.lost}", flush=True)
    return count


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--seed", type=int, default=8)
    parser.add_argument("--careless", action="store_true")
    parser.add_argument("--decide", type=Path, help=argparse.SUPPRESS)
    wishes = parser.parse_args()
    if wishes.decide:
        take_decisions(wishes.decide, is_careless=wishes.careless)
        return 0
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        parser.error("only root on Linux may cut the power of a disk")
    count = run(wishes.times, wishes.seed, ["--careless"] if wishes.careless else [])
    print(
        f"{wishes.times} cuts, {count.told} decisions told to be kept: {count.lost} lost, "
        f"{count.between} stores in between, {count.hurt} hurt"
    )
    return int(bool(count.lost or count.between or count.hurt))


if __name__ == "__main__":
    raise SystemExit(main())
