"""An hour of use: memory does not grow, no reference is lost (security.md E19); BEHEER_SOAK_MINUTES are its minutes."""

import os
import statistics
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from console.desk import triage, undoing
from console.domain.decision import Act, ItemKind, Verb
from tests.console import hostile
from tests.ui.conftest import dutch, jobs, qtbot, settle, window  # noqa: F401  # fixtures
from tests.ui.test_hostile_everywhere import places
from ui.collector import Collector
from ui.pages import ENTRIES

pytestmark = [
    pytest.mark.nightly,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the kernel tells what memory is held"),
]
MINUTES = float(os.environ.get("BEHEER_SOAK_MINUTES", "60"))
MOST = 1.05
SLACK = 50  # references that other threads and caches hold and drop


@pytest.fixture
def console():
    made = hostile.filled_demo()
    yield made
    made.store.close()


def held_mb() -> float:
    """The memory that this program holds now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def use(qtbot, window, console) -> None:  # noqa: F811
    """Look at every page and leaf, decide about what waits, and take it back."""
    for entry in ENTRIES:
        for name, show in places(window, entry.key):
            show(name)
            settle(qtbot, window.jobs)
            window.grab()
    page = window.show_page("week")
    settle(qtbot, window.jobs)
    for item in [item for item in triage.week(console) if item.kind is ItemKind.MESSAGE][:3]:
        page.go_next()
        settle(qtbot, window.jobs)
        triage.decide(console, item.id, Act(Verb.PRIVATE, text="Dag"))
        undoing.undo(console)
        window.grab()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_hour_of_use_holds_no_more_memory_at_its_end(qtbot, window, dutch, console):  # noqa: F811
    collector = Collector(window.jobs)
    use(qtbot, window, console)  # every page is made
    began, nothing = time.monotonic(), sys.getrefcount(None)
    held: list[tuple[float, float]] = []
    while (passed := time.monotonic() - began) < MINUTES * 60:
        use(qtbot, window, console)
        held.append((passed / (MINUTES * 60), held_mb()))
    collector.stop()
    early = statistics.median(size for part, size in held if 0.1 < part < 0.3)
    late = statistics.median(size for part, size in held if part > 0.8)
    lost = nothing - sys.getrefcount(None)
    print(
        f"\n{MINUTES:.0f} minutes, {len(held)} rounds: {early:.0f} MB early, {late:.0f} MB late; {lost} references lost"
    )
    assert late < early * MOST
    assert lost < SLACK * len(held)
