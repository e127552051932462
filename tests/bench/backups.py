"""How long the vault takes with a large store: a verified backup, the last good one of it, a preview, putting it back.

    python tests/bench/backups.py [--messages 1000000] [--groups 200] [--keep FILE]

Seconds of the clock, and of the processor between brackets: those count, so that other work on the machine does not.
The last good backup is to be found within five seconds (``design/security.md`` E 4), also where the newest is damaged.
``--keep`` uses the store of an earlier run, of which a copy is worked on, or leaves it there.
"""

import argparse
import os
import shutil
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Final, TypeVar

from console.desk.console import Console
from console.desk.vault import backing_up, restoring
from console.domain.vault import Why
from console.store.session import Store
from tests.bench.desk import END, KEY, build

LIMIT_S: Final = 5.0
T = TypeVar("T")


def timed(what: str, work: Callable[[], T]) -> tuple[T, float]:
    """Do some work and tell how long it took; return what it gave, and the seconds of the processor."""
    wall, cpu = time.perf_counter(), time.process_time()
    result = work()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(f"{what:42} {wall:6.2f} s ({cpu:.2f} s)")
    return result, cpu


def main() -> int:
    """Measure, and fail where the last good backup takes too long."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--messages", type=int, default=1_000_000)
    parser.add_argument("--groups", type=int, default=200)
    parser.add_argument("--keep", type=Path)
    wishes = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=None if wishes.keep is None else wishes.keep.parent) as folder:
        path = Path(folder) / "store.db"
        if wishes.keep is not None and wishes.keep.exists():
            shutil.copyfile(wishes.keep, path)
        else:
            with Store.open(path, KEY, create=True) as store:
                build(store, wishes.messages, wishes.groups)
            if wishes.keep is not None:
                shutil.copyfile(path, wishes.keep)
        return measure(path)


def measure(path: Path) -> int:
    """Measure with the store at ``path``."""
    print(f"{path.stat().st_size / 1e6:.0f} MB")
    with Store.open(path, KEY) as store:
        console = Console(store, lambda: END, "nl", "bench")
        timed("a verified backup", lambda: backing_up.back_up(console))
        backup = timed("the same, before an erasure", lambda: backing_up.back_up(console, why=Why.ERASURE))[0].backup
        later = Console(store, lambda: END + timedelta(days=1), "nl", "bench")
        newest = backing_up.back_up(later).backup
        timed("is it due?", lambda: backing_up.is_due(console))
        timed("a preview", lambda: restoring.preview(path, backup, (KEY,)))
    now = END + timedelta(days=1)
    first, took = timed("the last good backup", lambda: restoring.last_good(path, (KEY,), now=now))
    assert first == newest
    with newest.path.open("r+b") as stream:
        stream.seek(-2000, os.SEEK_END)
        stream.write(b"xxxx")
    second, took_second = timed(
        "the same, the newest of two damaged", lambda: restoring.last_good(path, (KEY,), now=now)
    )
    assert second == backup
    timed("putting it back", lambda: restoring.restore(path, backup, (KEY,), now=now))
    is_quick = max(took, took_second) < LIMIT_S
    print(f"the last good backup within {LIMIT_S:.0f} s: {'yes' if is_quick else 'NO'}")
    return 0 if is_quick else 1


if __name__ == "__main__":
    raise SystemExit(main())
