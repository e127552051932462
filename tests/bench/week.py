"""How many keys and milliseconds a decision takes in Deze week: the real window, driven by key events.

    python tests/bench/week.py [--store FILE] [--messages 1000000] [--groups 200]

The demo's chats are taken into a store that holds ``--messages`` more (0: the demo alone); ``--store`` keeps that store
or uses the one that an earlier run left there, of which a copy is worked on. A decision lasts from its last key press
until the next message stands painted on the screen and can be decided. Aims: two keys a decision at most, the next
message in under 50 ms at p95. The yardstick of the run is Space, which shows the next message and decides nothing.
"""

import argparse
import os
import shutil
import statistics
import tempfile
import time
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from zoneinfo import ZoneInfo

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.assets import resource
from console.desk import intake
from console.desk.console import Console
from console.store.session import Store
from tests.bench.desk import END, KEY, build
from tests.bench.window import Meter, open_window
from ui.main_window import MainWindow
from ui.pages.week import WeekView

CTRL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier
Press = tuple[Qt.Key, Qt.KeyboardModifier]
WAYS: dict[str, tuple[Press, ...]] = {  # what an administrator does, and the keys that it takes
    "goed zo": ((Qt.Key.Key_G, PLAIN),),
    "privé": ((Qt.Key.Key_P, PLAIN), (Qt.Key.Key_Return, CTRL)),
    "doorverwijzen": ((Qt.Key.Key_D, PLAIN), (Qt.Key.Key_Return, CTRL)),
    "verwijderen": ((Qt.Key.Key_V, PLAIN),),
    "later": ((Qt.Key.Key_L, PLAIN), (Qt.Key.Key_Return, PLAIN)),
    "afgehandeld": ((Qt.Key.Key_H, PLAIN),),
}
MIX = ("goed zo", "privé", "goed zo", "doorverwijzen", "goed zo", "verwijderen", "privé", "later", "afgehandeld")
DECISIONS = 200
"""Enough for a p95, fewer than wait in the store."""


def make_store(path: Path, messages: int, groups: int) -> None:
    """Build a store with the demo's chats, judged, among other messages."""
    with Store.open(path, KEY, create=True) as store:
        if messages:
            build(store, messages, groups)
        demo = tomllib.loads(resource("demo", "demo.toml").read_text(encoding="utf-8"))
        review_from = demo["review_from"].replace(tzinfo=ZoneInfo(demo["time_zone"]))
        console = Console(store, lambda: END, "nl", "bench")
        for chat in demo["chats"]:
            path = resource("demo", chat["file"])
            intake.import_file(console, path, chat["group"], chat["profile"], review_from=review_from)


class Reader:
    """Presses keys where the focus is, and sees what stands on the screen."""

    def __init__(self, window: MainWindow, meter: Meter) -> None:
        page = window.page("week")
        assert isinstance(page, WeekView)
        page.brake_ms = 0  # a person needs longer to read than the brake lasts
        self.page, self.window, self._meter = page, window, meter

    @property
    def shown(self) -> object:
        """The item on the screen, None while none is."""
        return self.page.shown_item

    def wait(self) -> None:
        """Let everything on its way arrive."""
        self._meter.run_until(lambda: self.window.jobs.is_idle)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        """Press one key."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def until_next(self, before: object) -> float:
        """Return the milliseconds until another message is there to be decided, painted."""
        started = time.perf_counter()
        while self.shown in (before, None) or not self.page.can_decide:
            QApplication.processEvents()
        for _ in range(2):  # what is to be painted is painted by the next turn
            QApplication.processEvents()
        return (time.perf_counter() - started) * 1000


def decide(reader: Reader, ways: Iterator[str]) -> tuple[dict[str, list[float]], Counter[str]]:
    """Decide message after message; return the milliseconds and the keys of each way."""
    times: dict[str, list[float]] = defaultdict(list)
    keys: Counter[str] = Counter()
    for way in ways:
        before = reader.shown
        *first, last = WAYS[way]
        for press in first:
            reader.press(*press)
            reader.wait()  # a person reads the draft
        reader.press(*last)
        times[way].append(reader.until_next(before))
        keys[way] += len(WAYS[way])
        reader.wait()
    return times, keys


def look(reader: Reader, count: int) -> list[float]:
    """Go on with Space; return the milliseconds of each."""
    times = []
    for _ in range(count):
        before = reader.shown
        reader.press(Qt.Key.Key_Space, PLAIN)
        times.append(reader.until_next(before))
        reader.wait()
    return times


def percentile(values: list[float], share: float) -> float:
    """Return the value that this share of the values stays under."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def tell(name: str, times: list[float], keys: float, yardstick: float) -> None:
    """Print one line."""
    middle = statistics.median(times)
    print(
        f"{name:14} {len(times):4} x {keys:4.2f} keys  median {middle:6.1f}  p95 {percentile(times, 0.95):6.1f}"
        f"  max {max(times):6.1f} ms  ratio to Space {middle / yardstick:5.2f}",
        flush=True,
    )


def run(path: Path) -> None:
    """Measure one round over a fresh copy of the store."""
    window, console = open_window(path, create=False)
    meter = Meter()
    meter.run_until(lambda: window.jobs.is_idle and bool(window.current_key))
    reader = Reader(window, meter)
    reader.wait()
    waiting = reader.page.rows.open_count
    print(f"{waiting} messages wait")
    look(reader, 10)
    yardstick = look(reader, 40)
    ways = islice(cycle(MIX), min(DECISIONS, waiting - 50))
    times, keys = decide(reader, ways)
    tell("Space", yardstick, 1, statistics.median(yardstick))
    every = [one for some in times.values() for one in some]
    for way, some in times.items():
        tell(way, some, keys[way] / len(some), statistics.median(yardstick))
    tell("all decisions", every, keys.total() / len(every), statistics.median(yardstick))
    window.jobs.close()
    window.close()
    console.store.close()


def main() -> None:
    """Build and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--store", type=Path, help="keep the store here, or use the one that is there")
    parser.add_argument("--messages", type=int, default=1_000_000)
    parser.add_argument("--groups", type=int, default=200)
    wishes = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = wishes.store or Path(folder) / "bench.db"
        if not path.exists():
            started = time.perf_counter()
            make_store(path, wishes.messages, wishes.groups)
            print(f"built in {time.perf_counter() - started:.0f} s")
        copy = Path(folder) / "copy.db"
        shutil.copyfile(path, copy)
        run(copy)


if __name__ == "__main__":
    main()
