"""The leaf Meldingen with a report open, for tests of the window."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester

from tests.ui.conftest import press, settle
from ui.widgets.text import PlainLabel

KEY = Qt.Key


@pytest.fixture
def page(talk, open_page, dutch):
    return open_page("feedback")


@pytest.fixture
def leaf(qtbot, window, page):
    """The leaf with its table."""
    page.show_leaf("reports")
    settle(qtbot, window.jobs)
    made = page.leaf("reports")
    QAbstractItemModelTester(made.rows, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    QAbstractItemModelTester(made.sheet.conversation.placed, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


@pytest.fixture
def sheet(qtbot, window, leaf):
    """The report of the burglar, open."""
    press(qtbot, window, KEY.Key_Return)
    settle(qtbot, window.jobs)
    return leaf.sheet


def column(leaf, wanted):
    return [leaf.rows.index(row, wanted).data() for row in range(leaf.rows.rowCount())]


def said(widget) -> str:
    shown = [label for label in widget.findChildren(PlainLabel) if label.isVisible()]
    return "\n".join(label.text() for label in shown)


def go_to(sheet, message_id, *, also=()):
    """Go to a message of the conversation, and mark others too."""
    view = sheet.conversation
    view.setCurrentIndex(view.placed.index(view.placed.row_of(message_id)))
    for other in also:
        index = view.placed.index(view.placed.row_of(other))
        view.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)


def own(sheet):
    """The messages of the report on the screen."""
    placed = sheet.conversation.placed
    return [placed.line(row).id for row in range(placed.rowCount()) if placed.is_own(row)]


def remarks(sheet, message_id):
    placed = sheet.conversation.placed
    return " ".join(placed.remarks(placed.row_of(message_id)))


def ask(qtbot, window, key):
    press(qtbot, window, key)
    settle(qtbot, window.jobs)
