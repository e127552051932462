"""A window over a real store that a test fills; and no garbage collection in a worker thread."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QClipboard, QDropEvent
from pytestqt.qtbot import QtBot
from typing_extensions import override

from console.domain.judgement import Attention, Category, Flag, Judgement, Reason, Span
from tests.console.conftest import store, store_key, store_path, store_template  # noqa: F401  # fixtures
from tests.console.desk.conftest import Chat, clock, console, make_group, restarted  # noqa: F401  # fixtures
from ui import window_state
from ui.i18n import Languages
from ui.jobs import Jobs
from ui.main_window import MainWindow

PATIENCE_MS = 60_000


class PatientBot(QtBot):
    """Waits longer before it gives up: beside other work a second of it may take ten."""

    @override
    def waitUntil(self, callback, *, timeout=PATIENCE_MS):
        super().waitUntil(callback, timeout=timeout)

    @override
    def waitSignal(self, signal, *, timeout=PATIENCE_MS, **more):
        return super().waitSignal(signal, timeout=timeout, **more)

    @override
    def waitActive(self, widget, *, timeout=PATIENCE_MS):
        return super().waitActive(widget, timeout=timeout)

    @override
    def waitExposed(self, widget, *, timeout=PATIENCE_MS):
        return super().waitExposed(widget, timeout=timeout)


@pytest.fixture
def qtbot(qapp, request) -> PatientBot:
    """The bot of pytest-qt, with more patience."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def collect_on_the_gui_thread(qapp) -> Iterator[None]:
    """Do as the program does (``ui.collector``): a collection in a worker destroys widgets there.

    Takes the application, so that each test of the window has one: a widget made without ends the process.
    """
    gc.disable()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect(1)


def judged(text: str, words: str, flag: Flag = Flag.PERSONAL_DATA, attention: Attention = Attention.TODAY) -> Judgement:
    """A judgement with one reason that marks some words of the text."""
    start = text.index(words)
    reason = Reason(
        flag, f"{flag.value}.test", f"Let op: {words}.", f"Note: {words}.", (Span(start, start + len(words)),)
    )
    return Judgement(Category.SUSPICIOUS, attention=attention, reasons=(reason,))


def flag(chat: Chat, text: str, words: str, **values: object) -> int:
    """Store a message that waits for a person, and return its item."""
    kinds = {name: values.pop(name) for name in ("flag", "attention") if name in values}
    return chat.item(chat.say(text, judgement=judged(text, words, **kinds), **values))


@pytest.fixture
def jobs(qapp, console) -> Iterator[Jobs]:  # noqa: F811
    """The road to the desk; a bug in a job fails the test."""
    made = Jobs("nl")
    made.console = console
    broke: list[Exception] = []
    made.broke.connect(broke.append)
    yield made
    made.close()
    if broke:
        raise broke[0]


@pytest.fixture
def dutch(qapp) -> Iterator[Languages]:
    """Dutch on the screen."""
    made = Languages("nl")
    yield made
    made.remove()


@pytest.fixture
def clipboard(qapp) -> Iterator[QClipboard]:
    """The clipboard, empty afterwards: what a test made in Python and left there dies after Python, which crashes."""
    board = qapp.clipboard()
    yield board
    board.clear()


@pytest.fixture
def window(qtbot, qapp, jobs) -> MainWindow:
    """The window, active, with no page yet: fill the store, then ``open_page``."""
    window_state._path().unlink(missing_ok=True)  # as another test left it
    made = MainWindow(jobs, qapp)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def open_page(qtbot, window):
    """Show a page and wait until its data is there."""

    def show(key: str = "week"):
        page = window.show_page(key)
        settle(qtbot, window.jobs)
        return page

    return show


def settle(qtbot, jobs: Jobs) -> None:
    """Wait until no job runs and what the last ones caused has happened."""
    qtbot.waitUntil(lambda: jobs.is_idle)
    QCoreApplication.processEvents()
    qtbot.waitUntil(lambda: jobs.is_idle)


def press(qtbot, window: MainWindow, key: Qt.Key | str, **more: object) -> None:
    """Press a key where the focus is."""
    qtbot.keyClick(window.focusWidget() or window, key, **more)


def drop(window: MainWindow, *paths: Path) -> None:
    """Drop files on the window."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)
