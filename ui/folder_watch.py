"""Looks after one folder and tells which exports appeared in it. GUI thread; reads no file, only its size and date.

A file counts once it is whole: when two looks, one interval apart, find the same size and date. What is
settled is remembered as a digest of name, size and date, so that no name of a group is written outside the store.
"""

import hashlib
import logging
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileSystemWatcher, QIODevice, QObject, QSaveFile, QTimer, Signal, Slot

log = logging.getLogger(__name__)

SUFFIXES: Final = frozenset({".txt", ".zip"})
INTERVAL_MS: Final = 1000
REMEMBERED: Final = 2000  # digests; a folder with more exports than this is not a mailbox for them

_State = tuple[int, int]


class FolderWatch(QObject):
    """Watches at most one folder.

    Signals:
        file_ready(Path): an export that was not here before, or changed, and is whole.
        folder_lost(str): the folder cannot be read any more.
    """

    file_ready = Signal(object)
    folder_lost = Signal(str)

    def __init__(
        self, parent: QObject | None = None, *, memory: Path | None = None, interval_ms: int = INTERVAL_MS
    ) -> None:
        """``memory`` is the file that keeps what was settled over restarts; None keeps it for this run only."""
        super().__init__(parent)
        self._memory = memory
        self._folder: Path | None = None
        self._growing: dict[Path, _State] = {}
        self._settled: dict[str, None] = dict.fromkeys(_read(memory))
        self._told: dict[Path, str] = {}  # in this run, and not settled yet
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._on_watcher_directory_changed)
        self._look_again = QTimer(self, singleShot=True, interval=interval_ms)
        self._look_again.timeout.connect(self._look)

    @property
    def folder(self) -> Path | None:
        """The folder that is watched, None when there is none."""
        return self._folder

    def settle(self, path: Path) -> None:
        """The file was taken in, or a person left it out: it is not told again, also not after a restart."""
        digest = self._told.pop(path, None)
        if digest is None:
            return
        self._settled[digest] = None
        while len(self._settled) > REMEMBERED:
            del self._settled[next(iter(self._settled))]
        if self._memory is not None:
            _write(self._memory, self._settled)

    def watch(self, folder: Path | None) -> None:
        """Watch this folder instead of the one before, and look at what stands in it already; None stops."""
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
        self._growing.clear()
        self._look_again.stop()
        self._folder = folder
        if folder is None:
            return
        if self._watcher.addPath(str(folder)):
            self._look()
        else:
            self._lose()

    @Slot(str)
    def _on_watcher_directory_changed(self, _path: str) -> None:
        self._look_again.start()

    @Slot()
    def _look(self) -> None:
        """Tell what stayed the same since the last look; look again while something is new or grows."""
        if self._folder is None:
            return
        try:
            found = dict(_exports(self._folder))
        except OSError:
            self._lose()
            return
        whole = [path for path, state in found.items() if self._growing.get(path) == state]
        self._growing = {path: state for path, state in found.items() if not self._knows(path, state)}
        for path in whole:
            if self._growing.pop(path, None) is not None:
                self._tell(path, found[path])
        if self._growing:
            self._look_again.start()

    def _knows(self, path: Path, state: _State) -> bool:
        digest = _digest(path, state)
        return digest in self._settled or self._told.get(path) == digest

    def _tell(self, path: Path, state: _State) -> None:
        self._told[path] = _digest(path, state)
        self.file_ready.emit(path)

    def _lose(self) -> None:
        folder, self._folder = self._folder, None
        log.info("the watched folder cannot be read")
        self.folder_lost.emit(str(folder))


def _exports(folder: Path) -> Iterable[tuple[Path, _State]]:
    """Yield what could be an export, with size and date. Raises ``OSError`` when the folder cannot be read."""
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() not in SUFFIXES or path.name.startswith("."):
            continue
        try:
            status = path.stat()
        except OSError:  # gone between two steps
            continue
        if path.is_file() and status.st_size:
            yield path, (status.st_size, status.st_mtime_ns)


def _read(memory: Path | None) -> list[str]:
    try:
        return memory.read_text(encoding="ascii").split() if memory is not None else []
    except (OSError, UnicodeDecodeError):  # first start, or damaged: a file told twice is only asked about twice
        return []


def _write(memory: Path, digests: Iterable[str]) -> None:
    """Keep the digests, one a line: the old file or the new one, never half of it."""
    memory.parent.mkdir(parents=True, exist_ok=True)
    file = QSaveFile(str(memory))
    if file.open(QIODevice.OpenModeFlag.WriteOnly):
        file.write("\n".join(digests).encode("ascii"))
        file.commit()


def _digest(path: Path, state: _State) -> str:
    return hashlib.sha256(f"{path.name}\0{state[0]}\0{state[1]}".encode(errors="surrogatepass")).hexdigest()[:32]
