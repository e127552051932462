"""Has the store of the open console exchanged for a backup: nobody may have it open meanwhile. GUI thread only."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from ui.jobs import Jobs
from ui.pages.restoring import RestoreWish, put_back
from ui.widgets.text import Shown, isolated, one_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from console.desk.console import Console
    from console.domain.vault import Restored


class StoreExchange(QObject):
    """Waits until no job works on the console, closes it and puts the backup back.

    *Signals:*
        ended(): it is done, or nothing was changed; the console is to be opened anew.
        told(str): where what stood there went.
        warned(str): why nothing was changed.
    """

    ended = Signal()
    told = Signal(str)
    warned = Signal(str)

    def __init__(self, jobs: Jobs, close: "Callable[[Console], None]", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._close = jobs, close
        self._wish: RestoreWish | None = None
        self._console: Console | None = None
        jobs.became_idle.connect(self._on_jobs_became_idle)

    def begin(self, wish: RestoreWish) -> None:
        """Take the console from the pages, whose keepers left it, and exchange its store."""
        if self._wish is None:
            self._wish, self._console = wish, self._jobs.console
            self._jobs.console = None
            if self._jobs.is_idle:
                self._on_jobs_became_idle()

    @Slot()
    def _on_jobs_became_idle(self) -> None:
        if self._wish is not None and self._console is not None:
            console, self._console = self._console, None
            values = (self._wish, self._jobs.language, console, self._close)
            self._jobs.run(put_back, *values, done=self._on_restored, failed=self._on_failed)

    @Slot(object)
    def _on_restored(self, restored: "Restored") -> None:
        self._wish = None
        self.told.emit(restored_words(restored))
        self.ended.emit()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._wish = None
        self.warned.emit(self._jobs.sentence(error))
        self.ended.emit()


def restored_words(restored: "Restored") -> str:
    """Return what became of what stood there."""
    done = QCoreApplication.translate("StoreExchange", "The backup was put back.")
    parts = [done]
    if restored.kept is not None:
        kept = QCoreApplication.translate("StoreExchange", "What stood there stays as {name}.")
        parts.append(kept.format(name=isolated(one_line(restored.kept.name))))
    if restored.needs_sheet:
        sheet = QCoreApplication.translate(
            "StoreExchange", "Now make a new recovery sheet, under Settings, Keys: an older one does not open this."
        )
        parts.append(sheet)
    return Shown(" ".join(parts))
