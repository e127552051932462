"""How long Groepen waits at the national scale of 2019: nine thousand groups with 630,000 members in one store.

    python -m tests.bench.groups [--groups 9000] [--rounds 7] [--keep FILE]

First the desk: each figure is the middle of so many rounds after the first, which is told too, and its ratio is to the
reference, reading the names of all groups in the same run. Then the real window: the page Groepen from a click to its
first rows on the screen, to another order, and to one group. Aims: Groepen opens within 1,000 ms, an address is matched
within 50 ms. ``--keep`` uses the store of an earlier run, or leaves it there.
"""

import argparse
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from sqlalchemy import select

from console.desk import areas, family, group_list, health
from console.desk.console import Console
from console.desk.group_list import GroupFilter, GroupOrder
from console.desk.groups import groups as list_groups
from console.domain.group import GroupId, ManagedBy, Tool
from console.domain.work_area import Address
from console.store import tables
from console.store.session import Store
from tests.bench import make_groups
from tests.bench.window import Meter, open_window
from ui.main_window import MainWindow
from ui.models.groups import Column
from ui.pages.groups import GroupsView

OPEN_LIMIT_MS: Final = 1_000
MATCH_LIMIT_MS: Final = 50
PAGE: Final = 100


class Measures:
    """Prints how long each call takes, beside the reference."""

    def __init__(self, rounds: int) -> None:
        self._rounds = rounds
        self._reference = 0.0

    def measure(self, name: str, call: Callable[[], object]) -> float:
        """Return the middle of the rounds after the first, in milliseconds."""
        walls = []
        for _ in range(self._rounds + 1):
            started = time.perf_counter()
            call()
            walls.append((time.perf_counter() - started) * 1_000)
        middle = statistics.median(walls[1:])
        self._reference = self._reference or middle
        ratio = middle / self._reference
        print(f"{name:44} first {walls[0]:8.1f}  then {middle:8.1f} ms  {ratio:6.1f} x the reference", flush=True)
        return middle


def measure_desk(console: Console, rounds: int) -> None:
    """Measure what the page asks of the desk."""
    measures, rng = Measures(rounds), random.Random(2)
    everybody = group_list.group_ids(console)
    print(f"{len(everybody):,} groups")

    def names() -> object:
        with console.store.reading() as connection:
            return connection.execute(select(tables.groups.c.id, tables.groups.c.name)).all()

    def page() -> object:
        start = rng.randrange(max(1, len(everybody) - PAGE))
        return group_list.group_rows(console, everybody[start : start + PAGE])

    def one() -> GroupId:
        return GroupId(rng.choice(everybody))

    measures.measure("reference: the names of all groups", names)
    for order in GroupOrder:
        measures.measure(f"group_ids by {order.value}", lambda order=order: group_list.group_ids(console, None, order))
    for name, wanted in (
        ("words", GroupFilter(words="buurt anja")),
        ("kind of group", GroupFilter(profile="hic")),
        ("app", GroupFilter(tool=Tool.SIGNAL)),
        ("managed by", GroupFilter(managed_by=ManagedBy.MUNICIPALITY)),
        ("what asks for a look", GroupFilter(needs_attention=True)),
    ):
        measures.measure(f"group_ids, only {name}", lambda wanted=wanted: group_list.group_ids(console, wanted))
    measures.measure(f"group_rows, {PAGE} of them", page)
    measures.measure("health of one group", lambda: health.health(console, one()))
    measures.measure("family of one group", lambda: family.family(console, one()))
    measures.measure("groups(), as other pages ask it", lambda: list_groups(console))
    measure_match(console, measures, rng)


def measure_match(console: Console, measures: Measures, rng: random.Random) -> None:
    """Measure finding the group of an address; a street that nobody has is looked for with slips of the pen."""
    with console.store.reading() as connection:
        stored = connection.execute(select(tables.groups.c.work_area).limit(500)).scalars().all()
    streets = [stretch.street for area in stored for stretch in areas.of_row(area).stretches]

    def match(spelled: Callable[[str], str]) -> None:
        with console.store.reading() as connection:
            areas.groups_for(connection, Address(spelled(rng.choice(streets)), "12"), language="nl")

    for name, spelled in (("as written", str), ("with a slip", lambda street: street[:3] + street[4:])):
        took = measures.measure(f"groups of an address, {name}", lambda spelled=spelled: match(spelled))
        print(f"  {'within' if took < MATCH_LIMIT_MS else 'NOT WITHIN'} {MATCH_LIMIT_MS} ms")


def measure_window(window: MainWindow, meter: Meter) -> None:
    """Measure the page in the real window."""
    meter.run_until(lambda: window.jobs.is_idle and bool(window.current_key))
    started, busy = time.perf_counter(), time.process_time()
    page = window.show_page("groups")
    assert isinstance(page, GroupsView)
    made = time.perf_counter() - started

    def is_there() -> bool:
        return page.rows.rowCount() > 0 and page.rows.row_at(0) is not None

    took, busy = (meter.run_until(is_there) + made) * 1_000, (time.process_time() - busy) * 1_000
    verdict = "within" if took < OPEN_LIMIT_MS else "NOT WITHIN"
    print(f"open Groepen to its first rows    {took:8.1f} ms (cpu {busy:.0f}), {verdict} {OPEN_LIMIT_MS} ms")
    print(f"  {meter.told()}")
    meter.run_until(lambda: window.jobs.is_idle)
    for column in (Column.COVERAGE, Column.FAMILY, Column.NAME):
        page.all.sort_requested.emit(column, Qt.SortOrder.AscendingOrder)
        took = meter.run_until(lambda: window.jobs.is_idle and is_there()) * 1_000
        print(f"sort by {column.name.lower():<12} to its rows  {took:8.1f} ms; {meter.told()}")
        meter.run_until(lambda: window.jobs.is_idle)
    page.open(GroupId(page.rows.id_at(0)), "overview")
    took = meter.run_until(lambda: bool(page.sheet.title.text()) and window.jobs.is_idle) * 1_000
    print(f"open one group, all of its overview {took:6.1f} ms; {meter.told()}")


def main() -> None:
    """Make or open the store, and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--groups", type=int, default=9_000)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--keep", type=Path)
    wishes = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = wishes.keep or Path(folder) / "bench.db"
        if not path.exists():
            started = time.perf_counter()
            make_groups.make(path, wishes.groups).close()
            print(f"made in {time.perf_counter() - started:.0f} s, {path.stat().st_size / 1e6:.0f} MB")
        with Store.open(path, make_groups.KEY) as store:
            measure_desk(Console(store, lambda: make_groups.NOW, "nl", "bench"), wishes.rounds)
        window, console = open_window(path, create=False)
        measure_window(window, Meter())
        window.jobs.close()
        console.store.close()


if __name__ == "__main__":
    main()
