"""Garbage goes on the GUI thread: by the timer, and what is old only while no job runs."""

import gc
import threading
import weakref

import pytest

from ui.collector import OLDEST, Collector
from ui.jobs import Jobs


class Knot:
    """Garbage that only a collection can find."""

    def __init__(self):
        self.self = self


def tie(generation):
    """Make garbage and let it survive up to a generation; return a way to see whether it is still there."""
    knot = Knot()
    for younger in range(generation):
        gc.collect(younger)
    return weakref.ref(knot)


@pytest.fixture
def jobs(qapp):
    made = Jobs("nl")
    yield made
    made.close()


@pytest.fixture
def collector(qapp, jobs):
    limits = gc.get_threshold()
    gc.set_threshold(1, 1, 1)  # every generation is soon full
    gc.enable()
    made = Collector(jobs)
    yield made
    made.stop()
    gc.set_threshold(*limits)
    gc.disable()  # as every test of the window has it
    gc.collect()


def test_python_itself_collects_nothing_any_more(collector):
    seen = tie(0)
    list(map(Knot.__new__, [Knot] * 10_000))
    assert seen() is not None


def test_young_garbage_goes_by_itself(qtbot, collector):
    seen = tie(0)
    qtbot.waitUntil(lambda: seen() is None)


def test_old_garbage_waits_until_no_job_runs(qtbot, jobs, collector):
    started, may_end = threading.Event(), threading.Event()
    jobs.run(lambda: started.set() or may_end.wait(10))
    started.wait(10)
    seen = tie(OLDEST)
    young = tie(0)
    qtbot.waitUntil(lambda: young() is None)
    assert seen() is not None
    may_end.set()
    qtbot.waitUntil(lambda: seen() is None)


def test_stopping_gives_collection_back(collector):
    collector.stop()
    assert gc.isenabled()
