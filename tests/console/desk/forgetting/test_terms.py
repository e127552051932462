"""A group chooses how long it keeps what, downwards only, and the journal tells it."""

from dataclasses import replace

import pytest

from console.desk import group_facts
from console.desk.forgetting import terms
from console.desk.logbook import logbook
from console.desk.undoing import undo
from console.domain.group import GroupId
from console.domain.privacy import Terms
from console.errors import ExpectedError


def test_a_group_begins_with_the_usual_terms_and_may_choose_shorter_ones(console, chat):
    assert terms.of_group(console, chat.group_id) == terms.USUAL
    changed = terms.set_terms(console, chat.group_id, messages=30, former_members=20)
    assert (changed.privacy, changed.requests, changed.decision is not None) == (True, True, True)
    terms.set_terms(console, chat.group_id, decisions=100)
    assert terms.of_group(console, chat.group_id) == Terms(30, 20, 30, 100, 0, 730)
    assert "berichten 30 dagen; beslissingen 100 dagen" in str(logbook(console))
    assert terms.set_terms(console, chat.group_id, messages=30).decision is None

    undo(console)
    assert terms.of_group(console, chat.group_id).decisions == 365
    assert undo(console).changes.privacy
    assert terms.of_group(console, chat.group_id) == terms.USUAL


def of_all(console) -> dict[GroupId, Terms]:
    return {one.group_id: one.terms for one in terms.of_all(console)}


def test_terms_of_all_groups_are_one_decision_that_lengthens_nothing_unless_it_is_said(console, make_group):
    kade, akker, plein = (make_group(name).group_id for name in ("Kade", "Akker", "Plein"))
    group_facts.archive(console, plein)  # what is in the archive is kept too
    terms.set_terms(console, kade, messages=14, requests=10)
    was = of_all(console)
    changed = terms.set_terms_of_all(console, messages=30, requests=20)
    assert (changed.group_ids, changed.privacy, changed.requests) == ({akker, plein}, True, True)
    assert of_all(console) == {
        kade: was[kade],
        akker: replace(terms.USUAL, messages=30, requests=20),
        plein: replace(terms.USUAL, messages=30, requests=20),
    }
    assert "berichten 30 dagen; " in str(logbook(console)[0])
    assert "in 2 groepen" in str(logbook(console)[0])
    undo(console)
    assert of_all(console) == was
    assert terms.set_terms_of_all(console, messages=30, longer={kade}).group_ids == {kade, akker, plein}
    assert terms.of_group(console, kade) == replace(terms.USUAL, messages=30, requests=10)
    with pytest.raises(ExpectedError):
        terms.set_terms_of_all(console, messages=1)


@pytest.mark.parametrize("days", [{"messages": 91}, {"messages": 6}, {"decisions": 366}, {"requests": 31}])
def test_nothing_is_kept_longer_than_usual_nor_too_short_to_be_read(console, chat, days):
    with pytest.raises(ExpectedError) as refused:
        terms.set_terms(console, chat.group_id, **days)
    assert (refused.value.key, terms.of_group(console, chat.group_id)) == ("term_days", terms.USUAL)


def test_a_group_that_is_gone_has_no_terms(console):
    with pytest.raises(ExpectedError) as refused:
        terms.of_group(console, 404)
    assert refused.value.key == "group_gone"
