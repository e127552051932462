"""The table model: ids, pages fetched when looked at, and nothing more than that."""

from array import array
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QTableView

from console.desk.messages import MessageRow
from console.domain.group import GroupId
from console.domain.judgement import Attention, Category, Flag
from console.domain.message import Event, Kind, MessageId
from ui.models.messages import Column, MessagesModel
from ui.models.paged import CACHED_ROWS, PAGE_ROWS, WAITING, PageRequest, RowRole

DISPLAY = Qt.ItemDataRole.DisplayRole


def row(number: int, **values: object) -> MessageRow:
    """A row as the desk gives it."""
    given = {
        "id": MessageId(number),
        "group_id": GroupId(1),
        "group": "Lindenhof",
        "at": datetime(2026, 11, 14, 21, 3, tzinfo=UTC),
        "author": "Anja",
        "text": f"bericht {number}",
        "kind": Kind.TEXT,
        "event": None,
        "subject": None,
        "attention": Attention.NONE,
        "flags": (),
        "category": Category.SOCIAL,
        "is_edited": False,
        "is_deleted": False,
    }
    return MessageRow(**{**given, **values})


class Source:
    """Answers page requests at once, or keeps them to be answered later; remembers what was asked."""

    def __init__(self, model: MessagesModel, *, answers: bool = True) -> None:
        self.asked: list[PageRequest] = []
        self.model, self.answers = model, answers
        model.page_requested.connect(self.on_page_requested)

    def on_page_requested(self, request: PageRequest) -> None:
        self.asked.append(request)
        if self.answers:
            self.answer(request)

    def answer(self, request: PageRequest) -> None:
        self.model.take(request, {number: row(number) for number in request.ids})


def text(model: MessagesModel, at: int, column: Column = Column.TEXT) -> str:
    return model.index(at, column).data(DISPLAY)


@pytest.fixture
def model(qtbot):
    made = MessagesModel()
    made.set_ids(array("q", range(1, 1001)))
    return made


def test_model_is_a_sound_table(qtbot):
    model = MessagesModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    source = Source(model)
    model.set_ids(array("q", range(1, 451)))
    text(model, 0)
    qtbot.waitUntil(lambda: bool(source.asked))
    model.set_newest_first(newest_first=False)
    model.set_ids(array("q"))
    assert (model.rowCount(), model.columnCount()) == (0, len(Column))
    assert tester.model() is model


def test_model_shows_a_placeholder_until_the_row_comes(qtbot, model):
    source = Source(model)
    assert text(model, 0) == WAITING
    with qtbot.waitSignal(model.dataChanged):
        pass
    assert text(model, 0) == "bericht 1000"  # the newest stands on top
    assert [len(request.ids) for request in source.asked] == [PAGE_ROWS]


def test_model_turns_around(qtbot, model):
    source = Source(model)
    model.set_newest_first(newest_first=False)
    text(model, 0)
    qtbot.waitUntil(lambda: text(model, 0) == "bericht 1")
    assert len(source.asked) == 1
    assert model.row_of(1000) == 999
    assert model.id_at(999) == 1000


def test_model_flags_fetch_nothing(qtbot, model):
    source = Source(model)
    for number in range(0, 1000, 50):
        model.flags(model.index(number, 0))
        model.row_at(number)
    text(model, 0)
    qtbot.waitUntil(lambda: bool(source.asked))
    assert len(source.asked) == 1


def test_model_asks_one_page_at_a_time_and_the_last_one_looked_at_first(qtbot):
    model = MessagesModel()
    model.set_ids(array("q", range(200_000)))
    source = Source(model, answers=False)
    text(model, 0)
    qtbot.waitUntil(lambda: bool(source.asked))
    for at in range(0, 200_000, PAGE_ROWS):  # somebody drags the scroll bar from top to bottom
        text(model, at)
    source.answers = True
    source.answer(source.asked[0])
    qtbot.waitUntil(lambda: text(model, 199_999) != WAITING)
    assert source.asked[1].page == 200_000 // PAGE_ROWS - 1
    assert len(source.asked) <= 5


def test_view_jumps_over_two_hundred_thousand_rows_and_fetches_what_it_shows(qtbot):
    model = MessagesModel()
    model.set_ids(array("q", range(1, 200_001)))
    source = Source(model)
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.resize(800, 600)
    view.show()
    qtbot.waitUntil(lambda: len(source.asked) == 1)
    for at in (199_999, 100_000, 57):
        view.scrollTo(model.index(at, 0), QTableView.ScrollHint.PositionAtCenter)
        qtbot.waitUntil(lambda at=at: text(model, at) != WAITING)
    assert len(source.asked) <= 1 + 3 * 2  # a screen touches two pages at most


def test_model_serves_old_rows_while_new_ones_come(qtbot, model):
    source = Source(model)
    text(model, 0)
    qtbot.waitUntil(lambda: text(model, 0) != WAITING)
    source.answers = False
    assert not model.set_ids(array("q", range(1, 1001)))  # the same list: no reset, selection stays
    assert text(model, 0) == "bericht 1000"
    qtbot.waitUntil(lambda: len(source.asked) == 2)
    model.take(source.asked[1], {1000: row(1000, text="bewerkt")})
    assert text(model, 0) == "bewerkt"


def test_model_keeps_rows_of_a_list_that_grew(qtbot, model):
    source = Source(model)
    text(model, 0)
    qtbot.waitUntil(lambda: text(model, 0) != WAITING)
    source.answers = False
    assert model.set_ids(array("q", range(1, 1002)))
    assert text(model, 1) == "bericht 1000"
    assert text(model, 0) == WAITING


def test_model_begins_with_the_newest_and_puts_the_older_ones_below(qtbot):
    model = MessagesModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    source = Source(model, answers=False)
    model.show_newest({number: row(number) for number in range(901, 1001)})
    assert (text(model, 0), text(model, 99)) == ("bericht 1000", "bericht 901")
    assert source.asked == []
    chosen = QPersistentModelIndex(model.index(7, 0))
    with qtbot.assertNotEmitted(model.modelReset):
        assert not model.set_ids(array("q", range(1, 1001)))
    assert (model.rowCount(), chosen.row(), model.id_at(999)) == (1000, 7, 1)
    assert text(model, 0) == "bericht 1000"
    assert tester.model() is model


def test_model_shows_a_message_that_is_gone_as_waiting_and_does_not_ask_for_ever(qtbot, model):
    source = Source(model, answers=False)
    text(model, 0)
    qtbot.waitUntil(lambda: len(source.asked) == 1)
    model.take(source.asked[0], {})
    with qtbot.assertNotEmitted(model.page_requested, wait=20):
        assert text(model, 0) == WAITING


def test_model_asks_again_after_a_failure(qtbot, model):
    source = Source(model, answers=False)
    text(model, 0)
    qtbot.waitUntil(lambda: len(source.asked) == 1)
    model.give_up(source.asked[0])
    source.answers = True
    text(model, 0)
    qtbot.waitUntil(lambda: text(model, 0) == "bericht 1000")


def test_model_forgets_rows_of_long_ago(qtbot):
    model = MessagesModel()
    model.set_ids(array("q", range(CACHED_ROWS * 2)))
    source = Source(model)
    for at in range(0, CACHED_ROWS * 2, PAGE_ROWS):
        text(model, at)
        qtbot.waitUntil(lambda at=at: text(model, at) != WAITING)
    assert len(source.asked) == CACHED_ROWS * 2 // PAGE_ROWS
    assert model.row_at(0) is None
    assert model.row_at(CACHED_ROWS * 2 - 1) is not None


def test_cells_are_one_short_line_with_every_mark_visible(qtbot, model):
    source = Source(model, answers=False)
    text(model, 0)
    qtbot.waitUntil(lambda: len(source.asked) == 1)
    attack = "een\ntwee \u202e" + "x" * 100_000
    told = row(1000, text=attack, author="Jan \u200bB", attention=Attention.NOW, flags=(Flag.CALL112,))
    notice = row(999, text="", kind=Kind.SYSTEM, event=Event.MEMBER_ADDED, subject=("Bram",), category=None)
    model.take(source.asked[0], {1000: told, 999: notice})
    cell = text(model, 0)
    assert cell.startswith("een twee ‹U+202E›x")
    assert "\n" not in cell
    assert len(cell) < 2100
    assert text(model, 0, Column.AUTHOR) == "Jan ‹U+200B›B"
    assert text(model, 0, Column.ATTENTION)
    assert "Bram" in text(model, 1)
    assert text(model, 1, Column.CATEGORY) == ""
    assert model.index(0, 0).data(RowRole) is told
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) is None


def test_model_has_a_name_for_every_column(qtbot, model):
    names = [model.headerData(column, Qt.Orientation.Horizontal) for column in Column]
    assert all(names)
    assert len(set(names)) == len(Column)
    assert model.data(QModelIndex()) is None
