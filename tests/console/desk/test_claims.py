"""Who looks at what now."""

from contextlib import closing
from dataclasses import replace

import pytest
from sqlalchemy import select

from console.desk import claims, triage
from console.desk.claims import CLAIM_MINUTES
from console.domain.decision import ItemId
from console.errors import ExpectedError
from console.store.session import Store
from console.store.tables import items

from .conftest import ALL_RIGHT


@pytest.fixture
def bert(console):
    """Another person on the same store."""
    return replace(console, actor="Bert", window="elsewhere")


def test_another_sees_who_looks_and_may_decide_all_the_same(console, bert, chat):
    item = chat.flag()
    assert claims.claim(console, item).is_mine
    assert triage.detail(console, item).looked_at_by is None
    assert triage.detail(bert, item).looked_at_by == "Anja"
    assert claims.others(bert) == {item: "Anja"}
    assert claims.others(console) == {}
    triage.decide(bert, item, ALL_RIGHT)
    assert triage.week(console) == ()


def test_what_another_looks_at_stays_his(console, bert, chat):
    item = chat.flag()
    first = claims.claim(console, item)
    second = claims.claim(bert, item)
    assert (second.by, second.is_mine, second.until) == ("Anja", False, first.until)
    assert claims.others(console) == {}


def test_it_ends_by_itself_and_looking_again_makes_it_last(console, bert, chat, clock):
    item = chat.flag()
    claims.claim(console, item)
    clock.forward(minutes=CLAIM_MINUTES - 1)
    claims.claim(console, item)
    clock.forward(minutes=CLAIM_MINUTES - 1)
    assert not claims.claim(bert, item).is_mine
    clock.forward(minutes=1)
    assert triage.detail(bert, item).looked_at_by is None
    assert claims.others(bert) == {}
    assert claims.claim(bert, chat.flag()).is_mine
    with console.store.reading() as connection:  # the name of who was killed while he looked stays nowhere
        assert set(connection.scalars(select(items.c.claimed_by))) == {None, "Bert"}
    assert claims.claim(bert, item).is_mine


def test_a_window_looks_at_one_thing_and_lets_go_of_it(console, bert, chat):
    first, second = chat.flag(), chat.flag()
    claims.claim(console, first)
    claims.claim(console, second)
    assert claims.others(bert) == {second: "Anja"}
    claims.release(bert)
    assert claims.others(bert) == {second: "Anja"}
    claims.release(console)
    assert claims.others(bert) == {}


def test_another_window_of_the_same_person_is_another(console, chat):
    item = chat.flag()
    claims.claim(console, item)
    assert triage.detail(replace(console, window="second"), item).looked_at_by == "Anja"


def test_it_is_no_decision_and_needs_an_item(console, chat):
    claims.claim(console, chat.flag())
    assert triage.undo(console) is None
    with pytest.raises(ExpectedError) as refused:
        claims.claim(console, ItemId(404))
    assert refused.value.key == "item_gone"


def test_two_windows_on_one_file_see_each_other(console, chat, store_path, store_key):
    item = chat.flag()
    with closing(Store.open(store_path, store_key)) as opened:
        bert = replace(console, store=opened, actor="Bert", window="elsewhere")
        seen = triage.detail(console, item).seen
        claims.claim(bert, item)
        assert triage.detail(console, item).looked_at_by == "Bert"
        triage.decide(bert, item, ALL_RIGHT)
        with pytest.raises(ExpectedError) as refused:
            triage.decide(console, item, ALL_RIGHT, seen=seen)
    assert "Bert besliste al: goed zo." in refused.value.sentence("nl")
