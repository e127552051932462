"""How smooth the window stays: taking in a large export in a job, then opening Berichten and jumping through it.

    python tests/bench/window.py [--messages 100000] [--judge] [--store FILE]

A 5 ms timer in the GUI thread measures the gaps of the event loop, first in an idle window as the yardstick of the
machine. Aims: longest gap while taking in under 50 ms, Berichten open to its first rows under a second, a jump to any
row under 50 ms.
"""

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QAbstractItemView, QApplication

from console.desk import intake
from console.desk.console import Console
from console.store.session import Store
from tests.bench import make_chat
from ui.collector import Collector
from ui.i18n import Languages
from ui.jobs import Jobs, Lane
from ui.main_window import MainWindow
from ui.pages.messages import MessagesView
from ui.session import SWITCH_INTERVAL_S
from ui.theme import Look, ThemeKeeper

KEY = "0123456789abcdef" * 4
TICK_MS = 5
IDLE_S = 3.0
JUMPS = 40


class Meter(QObject):
    """Runs the event loop until something is so, and keeps the gaps between its ticks."""

    def __init__(self) -> None:
        super().__init__()
        self._loop = QEventLoop(self)
        self._is_so: Callable[[], bool] = bool
        self._last = 0.0
        self.gaps_ms: list[float] = []
        self._tick = QTimer(self)
        self._tick.setTimerType(Qt.TimerType.PreciseTimer)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._on_tick_timeout)

    def run_until(self, is_so: Callable[[], bool]) -> float:
        """Return how many seconds it took."""
        self._is_so, self.gaps_ms = is_so, []
        started = self._last = time.perf_counter()
        self._tick.start()
        self._loop.exec()
        self._tick.stop()
        return time.perf_counter() - started

    @Slot()
    def _on_tick_timeout(self) -> None:
        now = time.perf_counter()
        self.gaps_ms.append((now - self._last) * 1000)
        self._last = now
        if self._is_so():
            self._loop.quit()

    def told(self) -> str:
        """Say what the gaps were."""
        gaps = sorted(self.gaps_ms)
        at_99 = gaps[int(len(gaps) * 0.99)]
        stalls = sum(gap > 50 for gap in gaps)
        return f"gap median {statistics.median(gaps):.1f}, p99 {at_99:.1f}, max {gaps[-1]:.1f} ms, {stalls} over 50 ms"


def open_window(path: Path, *, create: bool) -> tuple[MainWindow, Console]:
    """Open the window over a store, with the settings of the real program."""
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    app = QApplication(sys.argv[:1])
    store = Store.open(path, KEY, create=create)
    jobs = Jobs("nl", app)
    collector = Collector(jobs, app)
    app.setProperty("keepers", (Languages("nl", app), ThemeKeeper(app, Look.LIGHT), collector))
    jobs.console = console = Console(store, lambda: datetime(2026, 11, 15, 19, tzinfo=UTC), "nl", "bench")
    window = MainWindow(jobs, app)
    window.resize(1280, 800)
    window.show()
    collector.settle()
    window.show_opened()
    return window, console


def take_in(window: MainWindow, meter: Meter, chat: Path, *, judge: bool) -> None:
    """Take the export in on the lane for long jobs, as the page Inlezen does."""
    jobs = window.jobs
    job = jobs.ask(
        intake.import_file, chat, "Bench", judge=judge, progressed=window.show_opening_progress, lane=Lane.CPU
    )
    seconds = meter.run_until(lambda: jobs.is_idle)
    print(f"take in       {seconds:8.2f} s, {job.progress.count / seconds:,.0f} messages/s; {meter.told()}")


def read(window: MainWindow, meter: Meter) -> None:
    """Open Berichten, then jump to rows all over it, then drag the scroll bar from end to end."""
    started = time.perf_counter()
    page = window.show_page("messages")
    assert isinstance(page, MessagesView)
    made = time.perf_counter() - started
    seconds = meter.run_until(lambda: page.model.rowCount() > 0 and page.model.row_at(0) is not None)
    print(f"open Berichten {seconds + made:7.2f} s to its first rows; {meter.told()}")
    seconds += meter.run_until(lambda: window.jobs.is_idle)
    print(f"whole list     {seconds + made:7.2f} s for {page.model.rowCount():,} rows; {meter.told()}")
    pick, jumps, gaps = random.Random(1), [], []
    for _ in range(JUMPS):
        row = pick.randrange(page.model.rowCount())
        page.table.scrollTo(page.model.index(row, 0), QAbstractItemView.ScrollHint.PositionAtCenter)
        jumps.append(meter.run_until(lambda row=row: page.model.row_at(row) is not None) * 1000)
        gaps += meter.gaps_ms
    print(
        f"jump           {statistics.median(jumps):7.1f} ms median, {max(jumps):.1f} ms at most, to a row that is there"
    )
    bar = page.table.verticalScrollBar()
    steps = iter(range(0, bar.maximum(), max(1, bar.maximum() // 400)))

    def drag() -> bool:
        at = next(steps, None)
        bar.setValue(bar.maximum() if at is None else at)
        return at is None

    seconds = meter.run_until(drag)
    meter.run_until(lambda: window.jobs.is_idle)
    print(f"drag           {seconds:7.2f} s from end to end in 400 steps")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--messages", type=int, default=100_000)
    parser.add_argument("--judge", action="store_true", help="judge the messages too")
    parser.add_argument("--store", type=Path, help="only read, from a store that tests/bench/desk.py kept")
    wishes = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        window, console = open_window(wishes.store or Path(name) / "bench.db", create=wishes.store is None)
        meter = Meter()
        meter.run_until(lambda: window.jobs.is_idle and bool(window.current_key))
        deadline = time.perf_counter() + IDLE_S
        meter.run_until(lambda: time.perf_counter() > deadline)
        print(f"idle window   {IDLE_S:8.2f} s; {meter.told()}")
        if wishes.store is None:
            chat = Path(name) / "WhatsApp-chat met Bench.txt"
            make_chat.write(chat, wishes.messages)
            take_in(window, meter, chat, judge=wishes.judge)
        read(window, meter)
        window.jobs.close()
        console.store.close()


if __name__ == "__main__":
    main()
