"""A line of which groups are in the archive: it stands in the week as long as one group waits that is in use."""

import pytest

from console.desk import group_facts, triage
from console.desk.feedback import changing, merging
from console.domain.feedback import LineState
from tests.console.desk.feedback.test_acting import waiting


@pytest.fixture
def haven(make_group):
    """Another group."""
    return make_group("Haven")


@pytest.fixture
def put_away(console, chat, opened):
    """A line to ask of which the only group is in the archive."""
    line = opened(chat, state=LineState.TO_ASK)
    group_facts.archive(console, chat.group_id)
    assert waiting(console) == []
    return line


def test_another_group_that_waits_brings_it_back(console, haven, put_away):
    changing.add_group(console, put_away.id, haven.group_id)
    assert waiting(console) == [put_away.id]
    triage.undo(console)
    assert waiting(console) == []


def test_a_line_that_is_merged_into_it_is_not_lost(console, haven, put_away, opened):
    other = opened(haven, state=LineState.TO_ASK)
    merging.merge(console, other.id, put_away.id)
    assert waiting(console) == [put_away.id]
    triage.undo(console)
    assert waiting(console) == [other.id]


def test_the_group_that_comes_back_first_has_it(console, chat, haven, opened):
    line = opened(chat, None, (haven.group_id, None), state=LineState.TO_ASK)
    for group in (chat, haven):
        group_facts.archive(console, group.group_id)
    group_facts.bring_back(console, chat.group_id)
    assert waiting(console) == [line.id]
    triage.undo(console)
    assert waiting(console) == []
    triage.redo(console)
    assert waiting(console) == [line.id]
