"""Every page, leaf and panel over a store in which every word from outside is an attack (``security.md`` C1 and C2).

No file is opened, nothing is asked of the net, no invisible mark stays invisible, no name turns a sentence around, and
no widget gets more text than it draws at once. The short form goes to each place once; the nightly one presses every
key and every button there as well.
"""

import shutil
import socket
import statistics
import sys
import time
from dataclasses import dataclass, field, replace

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QDesktopServices, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QFileDialog
from shiboken6 import isValid

from console.store.session import Store
from tests.console import hostile
from tests.ui.conftest import settle
from tests.ui.opened_files import watching
from tests.ui.reading_eye import everything_shown, wrong_with
from ui.pages import ENTRIES
from ui.pages.settings import SettingsView
from ui.pages.settings_leaves import LEAVES
from ui.pages.tabbed_page import TabbedPage
from ui.shortcuts import KEYS, Command
from ui.widgets.page_list import PageListView

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="inotify tells what was opened")
LONGEST_S = 3.0  # of the processor; 20 nested tables take Qt over 40 s, a million characters on one line 105 s
MEANT = ("https://wa.me/", "mailto:", "https://www.openstreetmap.org/#map=")  # what somebody asks for with a button
LEAVING = {Command.QUIT, Command.STOP, Command.LARGER, Command.SMALLER, Command.NORMAL_SIZE, Command.UNDO, Command.REDO}


@pytest.fixture(scope="module")
def web():
    """A socket that somebody may ask something, and whether somebody did."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server


@pytest.fixture(scope="module")
def bait(tmp_path_factory):
    """A picture that nobody has a reason to open."""
    picture = tmp_path_factory.mktemp("bait") / "bait.png"
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    assert image.save(str(picture))
    return picture


@pytest.fixture(scope="module")
def poisoned(bait, web, tmp_path_factory):
    """The hostile console, closed: a copy of its store may be opened."""
    made = hostile.filled_demo()
    address = f"http://127.0.0.1:{web.getsockname()[1]}"
    assert hostile.poison(made, hostile.attacks(bait, address), hostile.long_attacks()) > 1_000
    made.store.empty_log()
    path = shutil.copy(made.store.path, tmp_path_factory.mktemp("poisoned") / "store.db")
    made.store.close()
    return replace(made, store=Store(path, made.store.key), is_demo=False)


@pytest.fixture
def console(poisoned, tmp_path):
    path = shutil.copy(poisoned.store.path, tmp_path / "store.db")
    with Store.open(path, poisoned.store.key) as store:
        yield replace(poisoned, store=store)


@pytest.fixture
def no_way_out(monkeypatch):
    """Files are chosen by nobody here, and what would open another program is written down."""
    asked = []
    for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"):
        answer = "" if name == "getExistingDirectory" else ([] if name.endswith("s") else "", "")
        monkeypatch.setattr(QFileDialog, name, lambda *_a, answer=answer, **_k: answer)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toString()) or True)
    return asked


@dataclass
class Walk:
    """Goes somewhere, reads all that stands there, and remembers what is wrong and how long it took."""

    qtbot: object
    window: object
    seen: set[str] = field(default_factory=set)
    wrong: dict[str, str] = field(default_factory=dict)  # by what is wrong: where first
    took: dict[str, float] = field(default_factory=dict)  # by place, all work together, in seconds of the processor
    drew: dict[str, float] = field(default_factory=dict)  # of which to draw it once more, in this thread

    def look(self, where: str) -> None:
        began = time.process_time()
        settle(self.qtbot, self.window.jobs)
        self.window.grab()
        settle(self.qtbot, self.window.jobs)
        drawing, place = time.thread_time(), f"{len(self.took)} {where}"
        self.window.grab()
        self.drew[place] = time.thread_time() - drawing
        self.took[place] = time.process_time() - began
        for widget, said in everything_shown():
            self.seen.add(said[1])
            trouble = wrong_with(widget, said, hostile.HIDDEN, hostile.NAME)
            if trouble:
                owner = widget.parentWidget()
                self.wrong.setdefault(f"{type(owner).__name__} > {trouble}", where)

    def report(self) -> str:
        return "\n".join(f"{where}: {trouble}" for trouble, where in sorted(self.wrong.items()))


def places(window, key):
    """Every leaf of a page, or the page itself, each as (name, what shows it)."""
    page = window.show_page(key)
    if isinstance(page, SettingsView):
        return [(leaf.key, page.show_leaf) for leaf in LEAVES]
    if isinstance(page, TabbedPage):
        return [(entry.key, page.show_leaf) for entry in page.entries]
    return [("", lambda _key: page.take_focus(None))]


def choose_rows(walk, where, most):
    """Choose the first rows of every list in sight."""
    page = walk.window.page(walk.window.current_key)
    for view in page.findChildren(QAbstractItemView):
        if view.isVisible() and view.model() is not None and not isinstance(view, PageListView):
            for row in range(min(view.model().rowCount(view.rootIndex()), most)):
                if not view.isVisible():
                    break
                view.setCurrentIndex(view.model().index(row, 0, view.rootIndex()))
                walk.look(f"{where} row {row} of {type(view).__name__}")


def put_away(walk):
    """Press Esc until nothing is open but the page; close what stands in a window of its own."""
    for _ in range(4):
        QTest.keyClick(walk.window.focusWidget() or walk.window, Qt.Key.Key_Escape)
        QCoreApplication.processEvents()
    for other in QApplication.topLevelWidgets():
        if other is not walk.window and other.isVisible():
            other.close()
    settle(walk.qtbot, walk.window.jobs)


def test_every_place_shows_attacks_as_text(qtbot, window, dutch, bait, web, no_way_out):
    """All in one window: to make the store takes longer than to look at a page."""
    walk = Walk(qtbot, window)
    with watching(bait.parent) as opened:
        for entry in ENTRIES:
            for name, show in places(window, entry.key):
                show(name)
                walk.look(f"{entry.key} {name}")
                choose_rows(walk, f"{entry.key} {name}", 1)
    assert len(walk.took) > 3 * len(ENTRIES)
    assert any(hostile.NAME in text for text in walk.seen)  # the attacks were there
    assert any("<img src" in text for text in walk.seen)
    assert max(walk.took.values()) < LONGEST_S, max(walk.took, key=walk.took.get)
    assert not walk.wrong, walk.report()
    assert opened == []
    assert_nobody_called(web)


def assert_nobody_called(web):
    with pytest.raises(BlockingIOError):
        web.accept()


def press_every_key(walk, where, show):
    """Ask for everything that a key can ask for, one after the other, and read what comes of it."""
    for command in KEYS:
        if command in LEAVING:
            continue
        show()
        settle(walk.qtbot, walk.window.jobs)
        before = walk.window.current_key
        QTest.keySequence(walk.window.focusWidget() or walk.window, QKeySequence(KEYS[command][0]))
        walk.look(f"{where} key {command}")
        put_away(walk)
        if walk.window.current_key != before:
            walk.window.show_page(before)


def press_every_button(walk, where, show):
    """Press each button in sight once, and what it shows besides: panels, forms and questions."""
    pressed = set()
    for _ in range(60):
        show()
        settle(walk.qtbot, walk.window.jobs)
        page = walk.window.page(walk.window.current_key)
        there = [one for one in page.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()]
        fresh = [one for one in there if (type(one.parent()).__name__, one.text()) not in pressed]
        if not fresh:
            return
        pressed.add((type(fresh[0].parent()).__name__, fresh[0].text()))
        name = fresh[0].text()[:40]
        fresh[0].click()
        walk.look(f"{where} button {name!a}")
        for inner in [one for one in page.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()]:
            if not isValid(inner) or not inner.isVisible() or inner in there:
                continue
            key = (type(inner.parent()).__name__, inner.text())
            if key not in pressed:
                pressed.add(key)
                inner.click()
                walk.look(f"{where} button {name!a} then {key[1][:40]!a}")
        put_away(walk)


@pytest.mark.nightly
@pytest.mark.parametrize("key", [entry.key for entry in ENTRIES])
def test_every_key_and_button_shows_attacks_as_text(qtbot, window, dutch, bait, web, no_way_out, key):
    walk = Walk(qtbot, window)
    with watching(bait.parent) as opened:
        for name, show in places(window, key):

            def again(name=name, show=show):
                if window.current_key != key:
                    window.show_page(key)
                show(name)

            again()
            choose_rows(walk, f"{key} {name}", 8)
            press_every_key(walk, f"{key} {name}", again)
            press_every_button(walk, f"{key} {name}", again)
    print(f"\n{key}: {len(walk.took)} screens; ms of the processor:")
    for what, all_of_them in (("to draw one", walk.drew), ("with all that is done for it", walk.took)):
        slowest = max(all_of_them, key=all_of_them.get)
        print(f"  {what}: {statistics.median(all_of_them.values()) * 1000:.0f} in the median, ", end="")
        print(f"{all_of_them[slowest] * 1000:.0f} at most ({slowest})")
    assert not walk.wrong, walk.report()
    assert opened == []
    assert_nobody_called(web)
    assert [address for address in no_way_out if not address.startswith(MEANT)] == []
