"""Pictures of every page, taken without a screen. GUI thread only; waits for jobs, never for time."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui.main_window import MainWindow
from ui.pages import ENTRIES


class Screenshots(QObject):
    """Shows one page after the other and saves each when its data is there.

    A page may start jobs only when it is drawn (a table asks for the rows in sight), so each page is drawn once for
    that, and once more for the picture.

    *Signals:*
        finished(str): all pictures are there, or the sentence that says why not.
    """

    finished = Signal(str)

    def __init__(self, window: MainWindow, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._folder = folder
        self._left = list(ENTRIES)
        self._draws_left = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        window.jobs.became_idle.connect(self._on_jobs_became_idle)

    def start(self) -> None:
        """Begin once every message is judged, which is a job too, and the first page has its data."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            self.finished.emit(self.tr("The folder for the pictures cannot be made. Choose another one."))
            return
        self._draws_left = -1
        self._wait()

    @Slot()
    def _on_jobs_became_idle(self) -> None:
        self._wait()

    def _wait(self) -> None:
        self._timer.start()  # after the events that the last results caused; two wishes are one

    @Slot()
    def _go_on(self) -> None:
        if not self._window.jobs.is_idle or not self._window.current_key:
            return
        if self._draws_left > 0:
            self._draws_left -= 1
            self._window.grab()
            self._wait()
        elif self._draws_left == 0:
            self._save()
        else:
            self._show_next()

    def _show_next(self) -> None:
        if not self._left:
            self._window.jobs.became_idle.disconnect(self._on_jobs_became_idle)
            self._timer.stop()
            self.finished.emit("")
            return
        page = self._window.show_page(self._left[0].key)
        if page is not None:
            page.show_example()
        self._draws_left = 2
        self._wait()

    def _save(self) -> None:
        entry = self._left.pop(0)
        path = self._folder / f"{entry.picture}.png"
        if not self._window.grab().save(str(path)):
            self.finished.emit(self.tr("The picture {name} cannot be written there.").format(name=path.name))
            return
        self._draws_left = -1
        self._wait()
