"""The one place that copies. What may hold personal data is gone again after a minute. GUI thread only.

A clipboard is read by every program, kept by clipboard managers, and synchronised by Windows with other computers. So
what is private is marked for those not to keep (Linux and Windows; macOS has no mark that Qt can set), and it leaves
after a minute, when the window locks and when the program ends, if it is there still: what a person copied elsewhere
since then is his own. What he copied himself from a field of the window counts as private.
"""

import atexit
from collections.abc import Callable
from typing import Final
from uuid import uuid4

from PySide6.QtCore import QByteArray, QCoreApplication, QMimeData, QObject, QTimer, Slot
from PySide6.QtGui import QClipboard, QGuiApplication, QImage

LASTS_MS: Final = 60_000
OURS: Final = "application/x-beheerconsole"
_WINDOWS: Final = 'application/x-qt-windows-mime;value="{}"'
_NO: Final = bytes(4)  # a number of 32 bits, as Windows wants it
MARKS: Final = {
    "x-kde-passwordManagerHint": b"secret",
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): _NO,
    _WINDOWS.format("CanIncludeInClipboardHistory"): _NO,
    _WINDOWS.format("CanUploadToCloudClipboard"): _NO,
}
"""By format: what clipboard managers read as "do not keep this"."""


class ClipboardKeeper(QObject):
    """Copies, remembers what it copied, and clears that."""

    def __init__(
        self,
        board: QClipboard,
        parent: QObject | None = None,
        *,
        lasts_ms: int = LASTS_MS,
        owns: Callable[[], bool] | None = None,
    ) -> None:
        """``owns`` says whether what is on the clipboard came from this program; not every platform of Qt knows."""
        super().__init__(parent)
        self._board = board
        self._owns = owns or board.ownsClipboard
        self._mark = b""  # of the private thing that was copied last
        self._private = self._public = ""  # the text that was copied last
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(lasts_ms)
        self._timer.timeout.connect(self.clear)
        board.dataChanged.connect(self._on_board_data_changed)

    def put(self, text: str, *, is_private: bool = True) -> None:
        """Copy a text."""
        if is_private:
            content = QMimeData()
            content.setText(text)
            self._put(content, text)
        else:
            self._forget(text)
            self._board.setText(text)

    def put_image(self, image: QImage, *, is_private: bool = True) -> None:
        """Copy a picture."""
        if is_private:
            content = QMimeData()
            content.setImageData(image)
            self._put(content, "")
        else:
            self._forget("")
            self._board.setImage(image)

    @property
    def holds_private(self) -> bool:
        """Whether the private thing that was copied last is on the clipboard still."""
        content = self._board.mimeData() if self._mark else None
        if content is None:
            return False
        is_same_text = bool(self._private) and content.text() == self._private  # of which a manager took the marks off
        return content.data(OURS) == QByteArray(self._mark) or is_same_text

    @Slot()
    def clear(self) -> None:
        """Take what is private off the clipboard, and what is selected with the mouse on Linux."""
        if self.holds_private:
            self._board.clear()
        self._forget("")
        if self._board.supportsSelection() and self._board.ownsSelection():
            self._board.clear(QClipboard.Mode.Selection)

    def _put(self, content: QMimeData, text: str) -> None:
        self._forget("")
        self._mark, self._private = uuid4().bytes, text
        content.setData(OURS, self._mark)
        for kind, value in MARKS.items():
            content.setData(kind, value)
        self._board.setMimeData(content)
        self._timer.start()

    def _forget(self, public: str) -> None:
        self._timer.stop()
        self._mark, self._private, self._public = b"", "", public

    @Slot()
    def _on_board_data_changed(self) -> None:
        """Treat as private what a person copied from a field with the field's own key or menu."""
        if not self._owns():
            return
        content = self._board.mimeData()
        text = content.text() if content is not None else ""
        if text and content.data(OURS).isEmpty() and text != self._public:
            QTimer.singleShot(0, self, self._keep_private)  # the platform is still busy with what was copied

    @Slot()
    def _keep_private(self) -> None:
        content = self._board.mimeData()
        text = content.text() if content is not None else ""
        if text and content.data(OURS).isEmpty() and text != self._public:
            self.put(text)


_keepers: Final[list[ClipboardKeeper]] = []


def keeper() -> ClipboardKeeper:
    """Return the keeper of the system's clipboard; there is one for as long as the program runs."""
    if not _keepers:
        _keepers.append(ClipboardKeeper(QGuiApplication.clipboard()))
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(_keepers[0].clear)
        atexit.register(_clear_at_exit)
    return _keepers[0]


def _clear_at_exit() -> None:
    """Clear as well where no event loop ran: what Python made and left there would die after Python does."""
    if QCoreApplication.instance() is not None:
        _keepers[0].clear()


def put(text: str, *, is_private: bool = True) -> None:
    """Copy a text; what is private leaves after a minute, and the sentence about it says so (``ui.told_words``)."""
    keeper().put(text, is_private=is_private)


def put_image(image: QImage, *, is_private: bool = True) -> None:
    """Copy a picture, in the same way."""
    keeper().put_image(image, is_private=is_private)


def clear() -> None:
    """Take what is private off the clipboard now."""
    keeper().clear()
