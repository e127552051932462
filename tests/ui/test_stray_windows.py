"""A part that is shown before it has a parent opens a window of its own for a moment, and takes the keyboard along."""

import pytest
from PySide6.QtCore import QEvent, QObject
from typing_extensions import override

from ui.pages import ENTRIES, feedback_leaves, welcome_leaves


class Watcher(QObject):
    """Writes down every window that opens."""

    def __init__(self):
        super().__init__()
        self.opened = []

    @override
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and watched.isWidgetType() and watched.isWindow():
            self.opened.append(repr(watched))
        return False


@pytest.mark.parametrize("key", [entry.key for entry in ENTRIES])
def test_page_opens_no_window_of_its_own(qtbot, qapp, window, key):
    watcher = Watcher()
    qapp.installEventFilter(watcher)
    window.show_page(key)
    qtbot.waitUntil(lambda: window.jobs.is_idle)
    qapp.removeEventFilter(watcher)
    assert watcher.opened == []


@pytest.mark.parametrize(("key", "leaves"), [("feedback", feedback_leaves.LEAVES), ("welcome", welcome_leaves.LEAVES)])
def test_leaves_of_a_page_open_no_window_of_their_own(qtbot, qapp, window, make_group, key, leaves):
    make_group()
    page = window.show_page(key)
    qtbot.waitUntil(lambda: window.jobs.is_idle)
    watcher = Watcher()
    qapp.installEventFilter(watcher)
    for leaf in leaves:
        page.show_leaf(leaf.key)
        qtbot.waitUntil(lambda: window.jobs.is_idle)
    qapp.removeEventFilter(watcher)
    assert watcher.opened == []
