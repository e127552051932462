"""The composition root: arguments, log, crash report, language, theme, window. Imports Qt only once it is needed, so
that a machine without a screen or without Qt's libraries hears in one sentence what to do.
"""

import argparse
import faulthandler
import logging
import os
import sys
from collections.abc import Sequence
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING, Final

import platformdirs

from console import logs, texts
from console.errors import ExpectedError

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType

    from console.desk.console import Console
    from console.desk.vault.opening import NeedsCode
    from console.jobs import CancelToken, Progress

log = logging.getLogger(__name__)

LOG_BYTES: Final = 1_000_000
SCREENSHOT_SIZE: Final = "1280x800"


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window, or take its pictures; return the exit status (0 done, 1 an expected failure, 2 wrong usage)."""
    wishes = parse(sys.argv[1:] if arguments is None else arguments)
    language = wishes.lang or texts.DEFAULT_LANGUAGE
    try:
        if wishes.screenshot is not None:
            _draw_without_screen()
        _need_screen()
        _need_qt()
        _log_to_file()
        return _run(wishes)
    except ExpectedError as error:
        sys.stderr.write(error.sentence(language) + "\n")
        return 1


def _run(wishes: argparse.Namespace) -> int:
    from PySide6.QtCore import qInstallMessageHandler

    from ui.opening.opener import Openers
    from ui.session import Session

    qInstallMessageHandler(say_fatal)
    return Session(wishes, Openers(_open_store, _open_with_code, _open_demo, _close)).run()


def _open_store(path: Path | None, language: str) -> "Console | NeedsCode":
    """On a lane: load the store and all that belongs to it, and open it; the keyring may ask for a password."""
    from console import bootstrap

    return bootstrap.open_or_ask(path, language=language)


def _open_with_code(path: Path, code: str, language: str) -> "Console":
    """On a lane: open the store with the code on its recovery sheet."""
    from console import bootstrap

    return bootstrap.open_with_code(path, code, language=language)


def _open_demo(language: str, *, progress: "Progress", cancel: "CancelToken") -> "Console":
    """On a lane: take the demo's chats into a throw-away store."""
    from console import bootstrap

    return bootstrap.demo_console(language, progress=progress, cancel=cancel)


def _close(console: "Console") -> None:
    from console import bootstrap

    bootstrap.close(console)


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return what the command line asks for (``design/cli.md``)."""
    parser = argparse.ArgumentParser(prog="beheerconsole", description="The moderation console's window.")
    parser.add_argument("--store", type=Path, metavar="FILE", help="the store to open, not the user's own")
    parser.add_argument("--demo", action="store_true", help="open four made-up groups in a throw-away store")
    parser.add_argument("--screenshot", type=Path, metavar="DIR", help="write a PNG of every page and exit")
    parser.add_argument("--size", type=_size, default=None, metavar=SCREENSHOT_SIZE, help="size of the window")
    parser.add_argument("--theme", choices=("light", "dark"), help="colours, whatever the system says")
    parser.add_argument("--lang", choices=texts.LANGUAGES, help="language of the window")
    parser.add_argument("--font-scale", type=float, metavar="1.5", help="size of the letters, 1 to 2")
    return parser.parse_args(arguments)


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal() and min(int(width), int(height)) > 0):
        raise argparse.ArgumentTypeError(f"'{text}' is not a size like {SCREENSHOT_SIZE}")
    return int(width), int(height)


def _draw_without_screen() -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if sys.platform == "win32":  # elsewhere Qt finds the fonts itself
        os.environ.setdefault("QT_QPA_FONTDIR", str(Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"))


def _need_screen() -> None:
    """Raise ``ExpectedError("no_screen")`` on a Linux without one: Qt itself would abort the process."""
    is_told = any(os.environ.get(name) for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"))
    if sys.platform.startswith("linux") and not is_told:
        raise ExpectedError("no_screen")


def _need_qt() -> None:
    """Raise ``ExpectedError("qt_libraries_missing")`` when a library of the system that Qt needs is not there."""
    try:
        from PySide6 import QtWidgets  # noqa: F401
    except ImportError as error:
        library = str(error).partition(":")[0]
        raise ExpectedError("qt_libraries_missing", library=library) from error


def say_fatal(kind: "QtMsgType", context: "QMessageLogContext", message: str) -> None:  # noqa: ARG001
    """Handle Qt's own messages: into the log, and one sentence where Qt would abort because no screen answers."""
    from PySide6.QtCore import QtMsgType

    if kind == QtMsgType.QtFatalMsg:
        if "platform plugin" in message:
            sys.stderr.write(ExpectedError("no_screen").sentence(texts.DEFAULT_LANGUAGE) + "\n")
            sys.stderr.flush()
            os._exit(1)
        sys.stderr.write(logs.redacted(message) + "\n")
    levels = {QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtInfoMsg: logging.INFO}
    log.log(levels.get(kind, logging.WARNING), "Qt: %s", message)


def _log_to_file() -> None:
    """Keep a small log that turns round, with ids and places in the code and no words of anybody (``console.logs``)."""
    folder = platformdirs.user_log_path("beheerconsole", appauthor=False)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = RotatingFileHandler(folder / "beheerconsole.log", maxBytes=LOG_BYTES, backupCount=2, encoding="utf-8")
        crashes = (folder / "crash.log").open("a", encoding="utf-8")  # open until the program ends
    except OSError:  # a full or read-only disk: the window matters more than its log
        logs.write_nowhere()
        return
    faulthandler.enable(crashes)  # a crash inside Qt leaves the places in the code, and nothing else
    logs.write_to(handler)
