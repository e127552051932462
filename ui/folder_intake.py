"""Takes in by itself what appears in the watched folder, when it is surely of a group that is known. GUI thread.

Where it reaches back further than the group keeps texts, a person is asked. That and anything else that can be read is
offered on the page Inlezen; what is no export at all is left alone in silence, because such a folder is often the one
of all downloads.
"""

from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from ui.dialogs.import_preview import ImportWish
from ui.folder_watch import INTERVAL_MS, FolderWatch
from ui.jobs import Job, Jobs, Lane
from ui.pages.intake_calls import Recognised, older_question, recognise, result_sentence, take_in

if TYPE_CHECKING:
    from console.desk.intake import ImportResult
    from console.domain.retention import OlderHistory

ANY_PROFILE: Final = "broad"  # not used: an existing group keeps its own kind


class FolderIntake(QObject):
    """One file at a time, on the lane for long jobs.

    *Signals:*
        told(str): what was taken in, for the message bar.
        warned(str): the folder is gone.
        file_found(Path): an export that a person should look at.
    """

    told = Signal(str)
    warned = Signal(str)
    file_found = Signal(object)

    def __init__(
        self, jobs: Jobs, parent: QObject | None = None, *, memory: Path | None = None, interval_ms: int = INTERVAL_MS
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._queue: deque[Path] = deque()
        self._current: Path | None = None
        self._job: Job | None = None
        self._watch = FolderWatch(self, memory=memory, interval_ms=interval_ms)
        self._watch.file_ready.connect(self._on_watch_file_ready)
        self._watch.folder_lost.connect(self._on_watch_folder_lost)

    def watch(self, folder: Path | None) -> None:
        """Watch this folder, or none. A console must be open; what is under way for another one is dropped."""
        self._queue.clear()
        self._current = None
        if self._job is not None:
            self._job.drop()
        self._watch.watch(folder)

    @Slot(object)
    def settle(self, path: Path) -> None:
        """A person took the file in or left it out."""
        self._watch.settle(path)

    @Slot(object)
    def _on_watch_file_ready(self, path: Path) -> None:
        self._queue.append(path)
        if self._current is None:
            self._next()

    def _next(self) -> None:
        self._current = self._queue.popleft() if self._queue else None
        if self._current is not None:
            self._job = self._ask(recognise, self._current, None, done=self._on_recognised)

    def _on_recognised(self, recognised: Recognised) -> None:
        from console.desk.intake import Preview

        found = recognised.found
        if self._current is None:
            return
        if isinstance(found, Preview) and found.suggested_group is not None:
            done = partial(self._on_older_question, found.suggested_group)
            self._job = self._ask(older_question, found, found.suggested_group, done=done)
        else:
            self._offer()

    def _on_older_question(self, group: str, older: "OlderHistory | None") -> None:
        if older is not None or self._current is None:
            self._offer()
            return
        wish = ImportWish(group, ANY_PROFILE, None)
        self._job = self._ask(take_in, self._current, wish, None, done=self._on_taken_in)

    def _offer(self) -> None:
        """Leave it to a person."""
        if self._current is not None:
            self.file_found.emit(self._current)
            self._next()

    def _ask(self, call: Callable[..., object], *values: object, done: Callable[..., None]) -> Job:
        calls = {"done": done, "failed": self._on_failed, "cancelled": self._next}
        return self._jobs.ask(call, *values, lane=Lane.CPU, **calls)

    def _on_taken_in(self, result: "ImportResult") -> None:
        if self._current is not None:
            self._watch.settle(self._current)
        if result.new or result.changed or result.effects.seen or result.effects.not_seen:
            self.told.emit(self.tr("Taken in from your folder. {sentence}").format(sentence=result_sentence(result)))
        self._next()

    def _on_failed(self, _error: Exception) -> None:
        """No export, or one that cannot be read now: looked at again when it changes, or after a restart."""
        self._next()

    @Slot(str)
    def _on_watch_folder_lost(self, folder: str) -> None:
        self.warned.emit(
            self.tr("The folder {folder} cannot be read any more. Choose a folder again under File.").format(
                folder=folder
            )
        )
