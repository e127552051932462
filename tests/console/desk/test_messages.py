"""Search, filters and pages of rows."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine, event, update

from console.desk import messages as desk
from console.desk import triage
from console.desk.judging import judge_pending
from console.desk.messages import MessageFilter
from console.domain.filters import Wish
from console.domain.judgement import Attention, Category, Flag, Judgement
from console.domain.message import Event, Kind
from console.errors import ExpectedError
from console.store.tables import members

from .conftest import ALL_RIGHT, NOW, flagged


def found(console, **wanted) -> list[int]:
    return list(desk.message_ids(console, MessageFilter(**wanted)))


def test_an_empty_store_has_no_messages(console):
    assert found(console) == []


def test_newest_rows_are_the_end_of_the_list(console, make_group):
    kade, dijk = make_group("Kade"), make_group("Dijk")
    kade.say("oud", at=NOW - timedelta(days=2))
    second = dijk.say("twee", at=NOW - timedelta(days=1), position=2)
    first = kade.say("een", at=NOW - timedelta(days=1), position=1)
    late = kade.say("laat", at=NOW)
    rows = desk.newest_rows(console, MessageFilter(), 3)
    assert list(rows) == [first, second, late]
    assert rows[late].text == "laat"
    assert list(desk.newest_rows(console, MessageFilter(query="twee"), 3)) == [second]


def test_messages_stand_in_order_of_time_then_of_the_export(console, make_group):
    kade, dijk = make_group("Kade"), make_group("Dijk")
    late = kade.say("laat", at=NOW)
    second = dijk.say("twee", at=NOW - timedelta(days=1), position=2)
    first = kade.say("een", at=NOW - timedelta(days=1), position=1)
    assert found(console) == [first, second, late]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("fiets", ["rode fiets", "Fiets en café"]),
        ("cafe", ["Fiets en café"]),
        ("fiets caf", ["Fiets en café"]),
        ('"rode" -fiets*', ["rode fiets"]),
        ("brommer", []),
        ("  ", ["rode fiets", "Fiets en café", "iets anders"]),
        ("?!", ["rode fiets", "Fiets en café", "iets anders"]),
    ],
)
def test_search(console, chat, query, expected):
    ids = {chat.say(text): text for text in ("rode fiets", "Fiets en café", "iets anders")}
    assert [ids[message] for message in found(console, query=query)] == expected


def test_groups_author_and_period_narrow_it_down(console, make_group):
    kade, dijk = make_group("Kade"), make_group("Dijk")
    a = kade.say(author="Anja 100%", at=NOW - timedelta(days=3))
    b = kade.say(author="Bram", at=NOW - timedelta(days=2))
    c = dijk.say(author="anja", at=NOW - timedelta(days=1))
    assert found(console, groups=frozenset({kade.group_id})) == [a, b]
    assert found(console, groups=frozenset({kade.group_id, dijk.group_id})) == [a, b, c]
    assert found(console, author=" ANJA ") == [a, c]
    assert found(console, author="0%") == [a]
    assert found(console, author="%") == [a]
    assert found(console, from_at=NOW - timedelta(days=2)) == [b, c]
    assert found(console, to_at=NOW - timedelta(days=2)) == [a]
    assert found(console, author="anja", groups=frozenset({dijk.group_id}), to_at=NOW) == [c]


def test_a_name_that_somebody_had_before_still_finds_him(console, chat):
    message = chat.say(author="Bram")
    with console.store.writing() as connection:
        connection.execute(update(members).values(name="Bram de Wit"))
    assert found(console, author="bram") == [message]


@pytest.mark.parametrize(
    ("attribute", "with_it", "without_it"),
    [
        ("flagged", {"judgement": flagged()}, {"judgement": Judgement(Category.SOCIAL)}),
        ("flagged", {"judgement": flagged()}, {}),
        ("flagged", {"judgement": flagged()}, {"judgement": flagged(), "forgotten_at": NOW}),
        ("system", {"kind": "system", "author": None}, {}),
        ("media", {"kind": "media"}, {}),
        ("deleted", {"kind": "deleted"}, {}),
        ("deleted", {"deleted_at": NOW}, {}),
        ("edited", {"is_edited": True}, {}),
    ],
)
def test_each_attribute_can_be_ignored_required_and_excluded(console, chat, attribute, with_it, without_it):
    plain = chat.say(**without_it)
    special = chat.say(**with_it)
    assert found(console, **{attribute: Wish.IGNORE}) == [plain, special]
    assert found(console, **{attribute: Wish.REQUIRE}) == [special]
    assert found(console, **{attribute: Wish.EXCLUDE}) == [plain]


def test_system_lines_are_left_out_unless_asked_for(console, chat):
    chat.say(kind="system", author=None)
    assert found(console) == []


def test_category_and_flag_come_from_the_judgement(console, chat):
    a = chat.say(judgement=flagged(Flag.STIGMA))
    b = chat.say(judgement=Judgement(Category.TRADE))
    chat.say()
    assert found(console, category=Category.TRADE) == [b]
    assert found(console, category=Category.URGENT) == []
    assert found(console, flag=Flag.STIGMA) == [a]
    assert found(console, flag=Flag.ABUSE) == []
    assert found(console, flag=Flag.STIGMA, flagged=Wish.EXCLUDE) == []


# --- rows and detail -------------------------------------------------------------------------------------------------


def test_rows_hold_what_the_table_shows(console, chat):
    plain = chat.say("x" * 3000, author="Bram", judgement=flagged(Flag.STIGMA), is_edited=True)
    system = chat.say("", author=None, kind="system", event="member_left", subject=["Cor"], deleted_at=NOW)
    rows = desk.message_rows(console, [system, plain, 404])
    assert rows.keys() == {plain, system}
    row = rows[plain]
    assert (row.group_id, row.group, row.author, row.text) == (chat.group_id, "Kade", "Bram", "x" * 2000)
    assert (row.kind, row.event, row.subject, row.is_edited, row.is_deleted) == (Kind.TEXT, None, None, True, False)
    assert (row.attention, row.flags, row.category) == (Attention.TODAY, (Flag.STIGMA,), Category.SOCIAL)
    assert row.at.utcoffset() == timedelta(hours=1)
    row = rows[system]
    assert (row.kind, row.event, row.subject, row.author) == (Kind.SYSTEM, Event.MEMBER_LEFT, ("Cor",), None)
    assert (row.attention, row.flags, row.category, row.is_deleted) == (Attention.NONE, (), None, True)


def test_detail_has_an_item_only_when_the_message_was_queued(console, chat):
    flagged_id, calm = chat.say(judgement=flagged()), chat.say("rustig")
    shown = desk.message_detail(console, calm)
    assert (shown.item, shown.judgement, shown.lines[shown.focus].text) == (None, None, "rustig")
    item = chat.item(flagged_id)
    triage.decide(console, item, ALL_RIGHT)
    assert desk.message_detail(console, flagged_id).item.id == item


def test_detail_of_a_message_that_is_gone_says_so(console):
    with pytest.raises(ExpectedError) as refused:
        desk.message_detail(console, 404)
    assert refused.value.key == "message_gone"


def test_filters_and_queues_use_their_indexes(console):
    """Half a second or ten on a million messages: the condition of a partial index must be met word for word."""
    plans = []

    def explain(_connection, cursor, statement, parameters, *_rest):
        if statement.startswith("SELECT"):
            cursor.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            plans.append("; ".join(row[3] for row in cursor.fetchall()))

    event.listen(Engine, "before_cursor_execute", explain)
    try:
        found(console)
        found(console, flagged=Wish.REQUIRE)
        found(console, edited=Wish.REQUIRE)
        found(console, deleted=Wish.REQUIRE)
        triage.week(console)
        triage.older_flags(console)
        judge_pending(console)
    finally:
        event.remove(Engine, "before_cursor_execute", explain)
    everything = " ".join(plans)
    for name in ("in_time", "edited", "deleted", "needs_judging"):
        assert f"ix_messages_{name}" in everything
    assert everything.count("ix_judgements_noticed") == 2
    assert "ix_items_open" in everything
    assert "SCAN messages USING COVERING INDEX ix_messages_in_time" in plans[0]
    assert "TEMP B-TREE FOR ORDER BY" not in plans[0]
