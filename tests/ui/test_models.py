"""The small models: the queue that never moves under the reader's eyes, the groups with their numbers."""

from array import array
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from console.desk.conversation import Detail, Line
from console.desk.group_list import GroupOrder, GroupRow
from console.domain.decision import Item, ItemId, ItemKind, Verb
from console.domain.group import Coverage, Denominator, GroupId, Tool
from console.domain.judgement import Attention, Category, Flag, Judgement, Reason, Role, Span
from console.domain.message import Event, Kind, MessageId
from ui import words
from ui.models.conversation import ConversationModel
from ui.models.groups import ORDERS, Column, GroupsModel
from ui.models.paged import WAITING
from ui.models.queue import QueueModel

AT = datetime(2026, 11, 15, 19, 0, tzinfo=UTC)
ZONES = {GroupId(1): "Europe/Amsterdam"}
STRICT = QAbstractItemModelTester.FailureReportingMode.Fatal
ASCENDING = Qt.SortOrder.AscendingOrder


def item(number):
    return Item(
        id=ItemId(number),
        kind=ItemKind.MESSAGE,
        subject_id=number,
        group_id=GroupId(1),
        group="Kade",
        at=AT,
        attention=Attention.TODAY,
        why="Daarom.",
        text="tekst",
        author="Bram",
    )


def items(*numbers):
    return tuple(item(number) for number in numbers)


@pytest.fixture
def queue(qtbot):
    made = QueueModel()
    QAbstractItemModelTester(made, STRICT, made)
    return made


def ids(queue):
    return [queue.row(place).item.id for place in range(queue.rowCount())]


def test_new_rows_come_in_where_the_desk_has_them(queue):
    queue.merge(items(2, 4), ZONES)
    queue.merge(items(1, 2, 3, 4, 5), ZONES)
    assert ids(queue) == [1, 2, 3, 4, 5]


def test_decided_row_stays_in_its_place(queue):
    queue.merge(items(1, 2, 3), ZONES)
    queue.mark(ItemId(2), Verb.FINE)
    queue.merge(items(1, 3, 4), ZONES)
    assert ids(queue) == [1, 2, 3, 4]
    assert queue.row(1).done is Verb.FINE
    assert queue.open_count == 3


def test_row_that_went_elsewhere_leaves_unless_the_reader_is_on_it(queue):
    queue.merge(items(1, 2, 3), ZONES)
    queue.merge(items(1), ZONES, kept=ItemId(2))
    assert ids(queue) == [1, 2]


def test_row_whose_decision_is_on_its_way_stays_decided(queue):
    queue.merge(items(1, 2), ZONES)
    queue.mark(ItemId(1), Verb.FINE)
    queue.merge(items(1, 2), ZONES, deciding=[ItemId(1)])
    assert queue.row(0).done is Verb.FINE


def test_undone_row_is_open_again(queue):
    queue.merge(items(1, 2), ZONES)
    queue.mark(ItemId(1), Verb.FINE)
    queue.merge(items(1, 2), ZONES)
    assert queue.row(0).done is None


def test_other_order_of_the_desk_is_taken_over(queue):
    queue.merge(items(1, 2, 3), ZONES)
    queue.merge(items(3, 1, 2), ZONES)
    assert ids(queue) == [3, 1, 2]


def test_decided_rows_go_when_the_reader_looked_away(queue):
    queue.merge(items(1, 2, 3), ZONES)
    queue.mark(ItemId(1), Verb.FINE)
    queue.mark(ItemId(3), Verb.LATER)
    queue.drop_done()
    assert ids(queue) == [2]


def test_next_open_row_goes_round(queue):
    queue.merge(items(1, 2, 3), ZONES)
    assert queue.next_open(-1) == 0
    assert queue.next_open(0) == 1
    assert queue.next_open(2) == 0
    queue.mark(ItemId(1), Verb.FINE)
    queue.mark(ItemId(2), Verb.FINE)
    assert queue.next_open(2) == 2
    queue.mark(ItemId(3), Verb.FINE)
    assert queue.next_open(2) is None


def test_moment_is_that_of_the_group(queue):
    queue.merge(items(1), {GroupId(1): "Europe/Amsterdam"})
    assert queue.row(0).at.hour == 20


def group(number, **values):
    made = GroupRow(
        id=GroupId(number),
        name=f"Groep {number}",
        profile="broad",
        profile_name="Brede buurtgroep",
        tool=Tool.WHATSAPP,
        umbrella=None,
        managed_by=None,
        members=1_234,
        coverage=None,
        messages=0,
        last_message_at=AT,
        time_zone="Europe/Amsterdam",
        open_items=0,
        professionals=0,
        family=(),
        concerns=(),
    )
    return replace(made, **values)


@pytest.fixture
def groups(qtbot):
    made = GroupsModel()
    QAbstractItemModelTester(made, STRICT, made)
    return made


def test_groups_are_fetched_when_they_are_looked_at(qtbot, groups, dutch):
    with qtbot.waitSignal(groups.page_requested) as asked:
        groups.set_ids(array("q", [7, 8]))
        assert groups.index(0, Column.NAME).data() == WAITING
    groups.take(asked.args[0], {7: group(7), 8: group(8, coverage=Coverage(6, 1_000, Denominator.RESIDENTS))})
    assert [groups.index(row, Column.NAME).data() for row in range(2)] == ["Groep 7", "Groep 8"]
    assert groups.index(0, Column.MEMBERS).data() == "1.234"
    assert groups.index(0, Column.LAST).data() == "15 nov 2026 20:00"
    assert [groups.index(row, Column.COVERAGE).data() for row in range(2)] == [
        "onbekend",
        "6 van 1.000 bewoners, 1%",
    ]


def test_sorting_the_groups_is_asked_of_the_desk(qtbot, groups):
    with qtbot.waitSignal(groups.sort_requested) as asked:
        groups.sort(Column.COVERAGE, ASCENDING)
    assert asked.args == [Column.COVERAGE, ASCENDING]
    assert set(ORDERS) == set(Column)
    assert {GroupOrder(order) for order in ORDERS.values()} == set(GroupOrder)


def line(number, **values):
    made = Line(
        id=MessageId(number),
        at=AT + timedelta(hours=number),
        author="Bram",
        text=f"bericht {number}",
        kind=Kind.TEXT,
        event=None,
        is_edited=False,
        is_deleted=False,
        is_doubtful=False,
        attachments=(),
        role=Role.MEMBER,
        first_text=None,
    )
    return replace(made, **values)


@pytest.fixture
def conversation(qtbot):
    made = ConversationModel()
    QAbstractItemModelTester(made, STRICT, made)
    return made


def detail(*lines, focus=0, spans=()):
    reason = Reason(Flag.STIGMA, "rule", "nl", "en", tuple(Span(*span) for span in spans))
    return Detail(None, Judgement(Category.SOCIAL, reasons=(reason,)), lines, focus, None)


def test_only_the_message_itself_has_marks(conversation):
    conversation.set_detail(detail(line(0), line(1), focus=1, spans=[(0, 3)]))
    assert conversation.spans(0) == ()
    assert conversation.spans(1) == ((0, 3),)


def test_long_line_is_cut_and_shows_more_on_request(conversation):
    conversation.set_detail(detail(line(0, text="x" * 50_000)))
    assert conversation.limit(0) == 2_000
    for expected in (20_000, 40_000, 60_000):
        assert conversation.is_cut(0)
        conversation.show_more(0)
        assert conversation.limit(0) == expected
    assert not conversation.is_cut(0)


def test_day_is_named_once(conversation):
    conversation.set_detail(detail(line(0), line(1), line(30)))
    assert [conversation.starts_day(row) for row in range(3)] == [True, False, True]


def test_line_without_text_says_what_it_is(conversation, dutch):
    conversation.set_detail(
        detail(
            line(0, text="", kind=Kind.DELETED, is_deleted=True),
            line(1, text="", kind=Kind.SYSTEM, event=Event.MEMBER_LEFT, author=None),
            line(2, text="", kind=Kind.MEDIA),
        )
    )
    assert [conversation.text(row) for row in range(3)] == [
        "Dit bericht is verwijderd",
        "deelnemer weggegaan",
        "foto, video of bestand",
    ]


def test_message_that_is_gone_is_called_so_in_the_language_of_the_reader(dutch):
    assert words.message_words(Kind.DELETED, None, None, "This message was deleted") == "Dit bericht is verwijderd"


def test_screen_reader_hears_who_when_and_which_one_it_is(conversation, dutch):
    conversation.set_detail(detail(line(0)))
    said = conversation.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Dit is het bericht. ")
    assert "Bram" in said
    assert "bericht 0" in said
