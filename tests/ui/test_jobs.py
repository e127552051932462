"""Jobs: results reach the GUI thread, errors are told apart, nothing outlives the window."""

import threading
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QObject, Slot
from shiboken6 import delete

from console.domain.changes import Changes
from console.errors import CancelledError, ExpectedError
from ui.jobs import Jobs, Lane


class Receiver(QObject):
    """Remembers what it was told, and on which thread."""

    def __init__(self):
        super().__init__()
        self.results = []
        self.failures = []
        self.threads = []
        self.cancelled_count = 0
        self.counts = []

    @Slot(object)
    def take(self, result):
        self.results.append(result)
        self.threads.append(threading.current_thread())

    @Slot(object)
    def fail(self, error):
        self.failures.append(error)

    @Slot()
    def cancelled(self):
        self.cancelled_count += 1

    @Slot(object)
    def look(self, progress):
        self.counts.append(progress.count)


@pytest.fixture
def jobs(qtbot):
    made = Jobs("nl")
    yield made
    made.close()


@pytest.fixture
def receiver():
    return Receiver()


def do_nothing(*, progress, cancel):
    """A job that can be stopped."""


def raise_expected():
    raise ExpectedError("already_decided")


def raise_bug():
    raise ValueError("what somebody wrote")


def test_work_runs_elsewhere_and_its_result_arrives_on_the_gui_thread(qtbot, jobs, receiver):
    jobs.run(threading.current_thread, done=receiver.take)
    qtbot.waitUntil(lambda: bool(receiver.results))
    assert receiver.results[0] is not threading.main_thread()
    assert receiver.threads == [threading.main_thread()]


def test_jobs_of_one_lane_keep_their_order(qtbot, jobs, receiver):
    for number in range(50):
        jobs.run(int, number, done=receiver.take)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert receiver.results == list(range(50))


def test_a_long_job_on_one_lane_does_not_hold_up_the_other(qtbot, jobs, receiver):
    may_end = threading.Event()
    jobs.run(may_end.wait, 10, lane=Lane.CPU)
    jobs.run(int, 7, done=receiver.take)
    qtbot.waitUntil(lambda: receiver.results == [7])
    assert not jobs.is_idle
    may_end.set()
    qtbot.waitUntil(lambda: jobs.is_idle)


def test_expected_failure_becomes_a_sentence(qtbot, jobs):
    with qtbot.waitSignal(jobs.refused) as told:
        jobs.run(raise_expected)
    assert told.args == [ExpectedError("already_decided").sentence("nl")]


def test_expected_failure_goes_to_who_handles_it(qtbot, jobs, receiver):
    with qtbot.assertNotEmitted(jobs.refused):
        jobs.run(raise_expected, failed=receiver.fail)
        qtbot.waitUntil(lambda: bool(receiver.failures))
    assert receiver.failures[0].key == "already_decided"


def test_bug_is_reported_and_the_page_hears_of_it(qtbot, jobs, receiver):
    with qtbot.waitSignal(jobs.broke) as told:
        jobs.run(raise_bug, failed=receiver.fail)
    assert isinstance(told.args[0], ValueError)
    assert "what somebody wrote" not in jobs.sentence(receiver.failures[0])


def test_dropped_result_is_not_delivered_but_its_changes_are_told(qtbot, jobs, receiver):
    with qtbot.waitSignal(jobs.changed) as told:
        started, may_end = threading.Event(), threading.Event()

        def work():
            started.set()
            may_end.wait(10)
            return Changes(items=True)

        job = jobs.run(work, done=receiver.take)
        started.wait(10)
        job.drop()
        may_end.set()
    assert told.args == [Changes(items=True)]
    assert receiver.results == []


def test_receiver_that_died_is_left_alone(qtbot, jobs, receiver):
    may_end = threading.Event()
    jobs.run(may_end.wait, 10, done=receiver.take)
    delete(receiver)
    may_end.set()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert receiver.results == []


def test_changes_inside_a_result_are_told_after_the_result(qtbot, jobs, receiver):
    @dataclass
    class Result:
        changes: Changes

    with qtbot.waitSignal(jobs.changed, check_params_cb=lambda changes: changes.groups and receiver.results):
        jobs.run(Result, Changes(groups=True), done=receiver.take)


def test_progress_is_polled_not_sent_per_step(qtbot, jobs, receiver):
    seen = threading.Event()

    def work(*, progress, cancel):
        for count in range(1, 20_001):
            progress.report("reading", None, count)
        seen.wait(10)
        progress.report("reading", 1.0, 30_000)

    jobs.run(work, progressed=receiver.look)
    qtbot.waitUntil(lambda: bool(receiver.counts))
    seen.set()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert receiver.counts == [20_000, 30_000]


def test_cancelled_job_says_so(qtbot, jobs, receiver):
    started = threading.Event()

    def work(*, progress, cancel):
        started.set()
        while True:
            cancel.check()

    job = jobs.run(work, progressed=receiver.look, done=receiver.take, cancelled=receiver.cancelled)
    started.wait(10)
    job.cancel()
    qtbot.waitUntil(lambda: receiver.cancelled_count == 1)
    assert receiver.results == []


def test_job_cancelled_before_its_turn_never_runs(qtbot, jobs, receiver):
    may_end, ran = threading.Event(), []

    def work(*, progress, cancel):
        ran.append(1)

    jobs.run(may_end.wait, 10)
    job = jobs.run(work, cancelled=receiver.cancelled)
    job.cancel()
    may_end.set()
    qtbot.waitUntil(lambda: receiver.cancelled_count == 1)
    assert ran == []


def test_job_that_may_be_cancelled_can_stop_without_being_looked_at(qtbot, jobs, receiver):
    started = threading.Event()

    def work(*, progress, cancel):
        started.set()
        while True:
            cancel.check()

    job = jobs.run(work, cancelled=receiver.cancelled)
    started.wait(10)
    job.cancel()
    qtbot.waitUntil(lambda: receiver.cancelled_count == 1)


def test_closing_stops_long_jobs_and_lets_short_ones_do_their_work(qtbot, receiver):
    jobs = Jobs("nl")
    started, ended, ran = threading.Event(), [], []

    def work(*, progress, cancel):
        started.set()
        try:
            while True:
                cancel.check()
        except CancelledError:
            ended.append(True)
            raise

    jobs.run(work, progressed=receiver.look)
    jobs.run(ran.append, 1, done=receiver.take)  # a decision that was pressed just before the window was closed
    jobs.run(work, progressed=receiver.look)
    started.wait(10)
    jobs.close()
    jobs.run(ran.append, 2)
    assert ended == [True]  # the second long one never began
    assert ran == [1]
    assert receiver.results == []
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("lane-")]


def test_asking_before_the_console_is_open_is_a_mistake(jobs):
    with pytest.raises(RuntimeError):
        jobs.ask(print)


def test_a_job_that_gives_way_is_stopped_by_the_next_one_of_its_lane(qtbot, jobs, receiver):
    may_end = threading.Event()
    jobs.run(may_end.wait, 10, lane=Lane.CPU)
    jobs.run(do_nothing, lane=Lane.CPU, gives_way=True, cancelled=receiver.cancelled)
    jobs.run(int, 1)  # of another lane
    assert receiver.cancelled_count == 0
    jobs.run(int, 2, lane=Lane.CPU, done=receiver.take)
    may_end.set()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert receiver.cancelled_count == 1
    assert receiver.results == [2]
