"""Where the window stood and what its tables show: all that QSettings keeps. GUI thread only.

With ``type=`` at every reading.
"""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths
from PySide6.QtWidgets import QMainWindow, QSplitter

_is_kept = True


def leave_alone() -> None:
    """Neither remember nor restore anything in this run: pictures look the same on every computer."""
    global _is_kept  # noqa: PLW0603  # one program, one window
    _is_kept = False


def _path() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation)) / "window.ini"


def _settings() -> QSettings:
    return QSettings(str(_path()), QSettings.Format.IniFormat)


def save(window: QMainWindow) -> None:
    """Remember size, place and the widths of the columns."""
    if not _is_kept:
        return
    settings = _settings()
    settings.setValue("geometry", window.saveGeometry())
    for splitter in _splitters(window):
        settings.setValue(f"splitter/{splitter.objectName()}", splitter.saveState())


def restore(window: QMainWindow) -> bool:
    """Put the window where it stood; return whether that was known."""
    return window.restoreGeometry(_bytes("geometry"))


def restore_splitter(splitter: QSplitter) -> bool:
    """Give the columns the widths that they had; return whether they were known."""
    return splitter.restoreState(_bytes(f"splitter/{splitter.objectName()}"))


def save_columns(table: str, columns: tuple[str, ...] | None) -> None:
    """Remember which columns a table shows, by their names; None: as many as fit."""
    if not _is_kept:
        return
    settings, key = _settings(), f"columns/{table}"
    if columns is None:
        settings.remove(key)
    else:
        settings.setValue(key, " ".join(columns))  # a list of one would come back as something else
    settings.sync()


def restore_columns(table: str) -> tuple[str, ...] | None:
    """Return which columns were chosen, or None."""
    settings, key = _settings(), f"columns/{table}"
    if not _is_kept or not settings.contains(key):
        return None
    return tuple(str(settings.value(key, "", type=str)).split())


def _bytes(key: str) -> QByteArray:
    if not _is_kept:
        return QByteArray()
    value = _settings().value(key, QByteArray(), type=QByteArray)
    return value if isinstance(value, QByteArray) else QByteArray()


def _splitters(window: QMainWindow) -> list[QSplitter]:
    return [splitter for splitter in window.findChildren(QSplitter) if splitter.objectName()]
