"""How somebody joins a group: of its kind, changed by a person, never kept longer than may be."""

from dataclasses import replace

import pytest

from console.desk import triage
from console.desk.joining import rules
from console.domain.join_request import CheckKind
from console.domain.profile import JoinPolicy
from console.errors import ExpectedError


def test_an_alert_group_asks_for_eighteen_and_the_rules(console, make_group):
    found = rules.of_group(console, make_group(profile="wabp_alarm").group_id)
    assert found.minimum_age == 18
    assert found.proposes == {CheckKind.AREA, CheckKind.AGE, CheckKind.RULES}


def test_a_group_without_an_age_does_not_ask_for_it(console, make_group):
    found = rules.of_group(console, make_group(profile="hic").group_id)
    assert not replace(found, asks=found.asks | {CheckKind.AGE}).asks_for(CheckKind.AGE)
    assert found.asks_for(CheckKind.EARLIER)


def test_what_a_person_changes_stays_and_can_be_undone(console, chat):
    before = rules.of_group(console, chat.group_id)
    wanted = replace(before, minimum_age=16, limit_days=3, asks=frozenset({CheckKind.AGE}), join_policy=JoinPolicy.OPEN)
    assert rules.change(console, chat.group_id, wanted).groups
    assert rules.of_group(console, chat.group_id) == wanted
    triage.undo(console)
    assert rules.of_group(console, chat.group_id) == before


def test_changing_nothing_is_no_decision(console, chat):
    assert rules.change(console, chat.group_id, rules.of_group(console, chat.group_id)).decision is None


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"keep_refused_days": 31}, "joining_refused_days"),
        ({"keep_left_days": 91}, "joining_left_days"),
        ({"limit_days": 0}, "joining_limit_days"),
        ({"minimum_age": 3}, "joining_age"),
        ({"member_limit": 0}, "joining_members"),
    ],
)
def test_a_term_that_is_longer_than_may_be_is_refused(console, chat, change, error):
    with pytest.raises(ExpectedError) as refused:
        rules.change(console, chat.group_id, replace(rules.of_group(console, chat.group_id), **change))
    assert refused.value.key == error
