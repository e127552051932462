"""What another window on the same store did."""

from dataclasses import replace

import pytest

from console.desk import claims, elsewhere, triage
from console.domain.decision import Verb

from .conftest import ALL_RIGHT


@pytest.fixture
def bert(console):
    """Another person on the same store."""
    return replace(console, actor="Bert", window="elsewhere")


def test_decision_and_undo_of_another_are_news(console, bert, chat):
    item, other = chat.flag(), chat.flag()
    first = elsewhere.news(console)
    assert (first.decided, first.looked_at) == ({}, {})
    triage.decide(bert, item, ALL_RIGHT)
    triage.add_note(bert, item, "gebeld")
    triage.add_note(bert, other, "gebeld")
    second = elsewhere.news(console, first.decision)
    assert second.decision > first.decision
    assert second.decided == {item: Verb.FINE}
    assert elsewhere.news(console, second.decision).decided == {}
    triage.undo(bert)
    triage.undo(bert)
    triage.undo(bert)
    third = elsewhere.news(console, second.decision)
    assert third.decision > second.decision
    assert third.decided == {}


def test_who_looks_at_what_is_told_until_it_ends(console, bert, chat):
    item = chat.flag()
    claims.claim(bert, item)
    assert elsewhere.news(console).looked_at == {item: "Bert"}
    assert elsewhere.news(bert).looked_at == {}
    claims.release(bert)
    assert elsewhere.news(console).looked_at == {}
