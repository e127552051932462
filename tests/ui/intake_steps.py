"""The page Inlezen over an empty store, and what its tests look at."""

import pytest

from console.desk import messages as desk
from console.desk.messages import MessageFilter
from console.domain.filters import Wish
from tests.ui.support import open_console
from ui.dialogs.older_history import OlderHistoryView
from ui.pages.intake import IntakeView
from ui.widgets.text import PlainLabel

EVERYTHING = MessageFilter(system=Wish.IGNORE)


@pytest.fixture
def console(tmp_path):
    opened = open_console(tmp_path)
    yield opened
    opened.store.close()


@pytest.fixture
def page(qtbot, window):
    window.show_opened()
    qtbot.waitUntil(lambda: window.current_key == "first")
    made = window.show_page("intake")
    assert isinstance(made, IntakeView)
    return made


def step(qtbot, page, kind):
    """Wait for a panel of this kind and return it."""
    qtbot.waitUntil(lambda: isinstance(page._steps.currentWidget(), kind))
    return page._steps.currentWidget()


def forget_older(qtbot, page):
    """Answer that what is older than the group keeps texts is counted and forgotten."""
    question = step(qtbot, page, OlderHistoryView)
    question.forget.click()
    question.confirm.click()


def said(widget):
    return " ".join(label.text() for label in widget.findChildren(PlainLabel))


def count(console):
    return len(desk.message_ids(console, EVERYTHING))
