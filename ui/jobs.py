"""Runs desk calls off the GUI thread and brings their results back to it.

Everything here is called from the GUI thread, except ``_Lane.run``. A job gets plain values, gives plain values, and
its callbacks are bound methods of QObjects, which Qt calls on the GUI thread.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from functools import partial
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot
from shiboken6 import isValid

from console.domain.changes import Changes
from console.errors import CancelledError, ExpectedError
from console.jobs import CancelToken, Progress

if TYPE_CHECKING:
    from console.desk.console import Console

log = logging.getLogger(__name__)

LOOK_AGAIN_MS: Final = 2_000  # how often pages look at what a running job kept so far
POLL_MS: Final = 100  # a signal per message starves the window for seconds; ten looks a second do not
QUIT_WAIT_S: Final = 10.0  # a keyring that never answers must not keep the program open for ever


class Lane(StrEnum):
    """Where a job runs. Jobs of one lane run one after the other; lanes run beside each other."""

    DB = "db"  # short questions and decisions
    CPU = "cpu"  # imports and judging: long, and never in the way of a decision
    NET = "net"  # what leaves the computer: a platform may be slow to answer


class Job:
    """One call that runs or waits to run; kept by ``Jobs`` until its result was delivered."""

    def __init__(
        self,
        call: partial[Any],
        callbacks: dict[str, Callable[..., None] | None],
        lane: Lane = Lane.DB,
        *,
        gives_way: bool = False,
    ) -> None:
        self.lane = lane
        self.gives_way = gives_way
        self.progress = Progress()
        self.token = CancelToken()
        self.is_dropped = False
        self._callbacks = callbacks
        self.can_stop = self.wants_progress or callbacks.get("cancelled") is not None
        if self.can_stop:
            call = partial(call, progress=self.progress, cancel=self.token)
        self._work: partial[Any] | None = call
        self._result: Any = None
        self._error: Exception | None = None
        self._seen: tuple[str, float | None, int] = ("", None, 0)

    def cancel(self) -> None:
        """Ask the job to stop; its ``cancelled`` callback follows when it has."""
        self.token.cancel()

    def drop(self) -> None:
        """Stop the job if it can be stopped, and do not deliver what it gives; what it changed is still told."""
        self.is_dropped = True
        self.token.cancel()

    def finish_unheard(self) -> None:
        """Deliver nothing: stop a long job, and let a short one do its work, for it may be a decision to keep."""
        self.is_dropped = True
        if self.can_stop:
            self.token.cancel()

    def work(self) -> None:
        """Run the call. On the lane's thread; nothing is raised, and nothing of the window is touched."""
        try:
            if self._work is not None and not self.token.is_cancelled:
                self._result = self._work()
            else:
                self._error = CancelledError()
        except Exception as error:  # noqa: BLE001  # carried to the GUI thread, where it is told or reported
            self._error = error

    def tell_progress(self) -> None:
        """Pass the progress on when it moved since the last look."""
        now = (self.progress.stage, self.progress.fraction, self.progress.count)
        if now != self._seen and self._receiver_lives("progressed"):
            self._seen = now
            self._call("progressed", self.progress)

    @property
    def wants_progress(self) -> bool:
        """Whether somebody looks at how far it is."""
        return self._callbacks.get("progressed") is not None

    def outcome(self) -> tuple[Any, Exception | None]:
        """Return what the call gave and what it raised."""
        return self._result, self._error

    def has(self, name: str) -> bool:
        """Whether somebody still waits for this callback."""
        return not self.is_dropped and self._receiver_lives(name)

    def _receiver_lives(self, name: str) -> bool:
        callback = self._callbacks.get(name)
        receiver = getattr(callback, "__self__", None)
        return callback is not None and (not isinstance(receiver, QObject) or isValid(receiver))

    def _call(self, name: str, *values: object) -> None:
        callback = self._callbacks.get(name)
        if callback is not None:
            callback(*values)

    def deliver(self, name: str, *values: object) -> None:
        """Call one callback, if its receiver still exists and the job was not dropped."""
        if self.has(name):
            self._call(name, *values)

    def release(self) -> None:
        """Let go of everything of the window here, on the GUI thread, so that no widget dies on a lane's thread."""
        self._callbacks = {}
        self._work = None
        self._result = self._error = None


class _Lane(threading.Thread):
    """Runs jobs in order. A daemon, so that a job which never ends cannot keep the program open."""

    def __init__(self, lane: Lane, ended: Callable[[Job], None]) -> None:
        super().__init__(name=f"lane-{lane}", daemon=True)
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._ended = ended

    def put(self, job: Job | None) -> None:
        """Add a job; None ends the lane."""
        self._jobs.put(job)

    def run(self) -> None:
        """Work until None comes."""
        while (job := self._jobs.get()) is not None:
            job.work()
            self._ended(job)
            del job


class Jobs(QObject):
    """The window's only road to the desk.

    *Signals:*
        changed(Changes): a desk call changed something; every page decides for itself whether to look again.
        refused(str): an expected failure nobody handled, as a sentence for the message bar.
        broke(Exception): a bug, for the report that a person can copy.
        became_idle(): the last job was delivered.
        language_changed(str): the sentences of the desk are in another language from now on.
    """

    changed = Signal(object)
    refused = Signal(str)
    broke = Signal(object)
    became_idle = Signal()
    language_changed = Signal(str)
    _ended = Signal(object)

    def __init__(self, language: str = "nl", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.console: Console | None = None
        self.language = language
        self._lanes: dict[Lane, _Lane] = {}
        self._pending: set[Job] = set()
        self._is_closed = False
        self._since_told = QElapsedTimer()
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self._on_poll_timeout)
        self._ended.connect(self._on_ended)

    @property
    def is_idle(self) -> bool:
        """Whether nothing runs and nothing waits."""
        return not self._pending

    def run(
        self,
        call: Callable[..., Any],
        *values: object,
        done: Callable[..., None] | None = None,
        failed: Callable[..., None] | None = None,
        cancelled: Callable[..., None] | None = None,
        progressed: Callable[..., None] | None = None,
        lane: Lane = Lane.DB,
        gives_way: bool = False,
        **named: object,
    ) -> Job:
        """Run ``call(*values, **named)`` on a lane and bring the result to ``done``, on the GUI thread.

        ``failed(error)`` hears of an ``ExpectedError`` (without it, the window's message bar shows the sentence) and
        of a bug (which is reported too). ``cancelled()`` follows a job that was stopped, ``progressed(Progress)`` looks
        at it ten times a second; with either of them the call is given ``progress=`` and ``cancel=``. A job that
        ``gives_way`` is stopped when another one comes for its lane: a person waits for that.
        """
        callbacks = {"done": done, "failed": failed, "cancelled": cancelled, "progressed": progressed}
        job = Job(partial(call, *values, **named), callbacks, lane, gives_way=gives_way)
        if self._is_closed:
            return job
        for other in self._pending:
            if other.gives_way and other.lane is lane:
                other.cancel()
        self._pending.add(job)
        if job.wants_progress:
            self._poll.start()
        self._lane(lane).put(job)
        return job

    def ask(self, call: Callable[..., Any], *values: object, **options: Any) -> Job:  # noqa: ANN401
        """Run a desk call, ``call(console, *values, ...)``; options as for ``run``."""
        if self.console is None:
            raise RuntimeError("a page asked the desk before the console was open")
        return self.run(call, self.console, *values, **options)

    def tell_kept(self) -> None:
        """Have the pages look at what a running job kept so far, at most every two seconds."""
        if not self._since_told.isValid() or self._since_told.elapsed() >= LOOK_AGAIN_MS:
            self._since_told.start()
            self.changed.emit(Changes(items=True))

    def set_language(self, language: str) -> None:
        """Have the desk and the errors speak another language from the next call on."""
        self.language = language
        if self.console is not None:
            self.console = replace(self.console, language=language)
        self.language_changed.emit(language)

    def sentence(self, error: Exception) -> str:
        """Return what to tell a person about an error that reached ``failed``."""
        if isinstance(error, ExpectedError):
            return error.sentence(self.language)
        return self.tr("Something went wrong in the program. Nothing was changed. Try again, or send us the report.")

    def close(self) -> None:
        """Stop what can be stopped and wait for the rest: no job outlives the window, and no decision is lost."""
        self._is_closed = True
        self._poll.stop()
        for job in self._pending:
            job.finish_unheard()
        for lane in self._lanes.values():
            lane.put(None)
        for lane in self._lanes.values():
            lane.join(QUIT_WAIT_S)
        for job in self._pending:
            job.release()
        self._pending.clear()

    def _lane(self, lane: Lane) -> _Lane:
        if lane not in self._lanes:
            self._lanes[lane] = _Lane(lane, self._tell_ended)
            self._lanes[lane].start()
        return self._lanes[lane]

    def _tell_ended(self, job: Job) -> None:
        """On the lane's thread: the signal brings the job to the GUI thread."""
        if isValid(self):
            self._ended.emit(job)

    @Slot()
    def _on_poll_timeout(self) -> None:
        watched = [job for job in self._pending if job.wants_progress]
        for job in watched:
            job.tell_progress()
        if not watched:
            self._poll.stop()

    @Slot(object)
    def _on_ended(self, job: Job) -> None:
        if job not in self._pending:
            return
        self._pending.discard(job)
        result, error = job.outcome()
        try:
            self._deliver(job, result, error)
        finally:
            job.release()
            if not self._pending:
                self.became_idle.emit()

    def _deliver(self, job: Job, result: object, error: Exception | None) -> None:
        if error is None:
            job.tell_progress()
            job.deliver("done", result)
            changes = result if isinstance(result, Changes) else getattr(result, "changes", None)
            if isinstance(changes, Changes):
                self.changed.emit(changes)
        elif isinstance(error, CancelledError):
            job.deliver("cancelled")
        elif isinstance(error, ExpectedError):
            log.info("refused: %s", error.key)
            if job.has("failed"):
                job.deliver("failed", error)
            elif not job.is_dropped:
                self.refused.emit(error.sentence(self.language))
        else:
            job.deliver("failed", error)
            self.broke.emit(error)
