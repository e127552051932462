"""Is this the same person? Asked, never assumed; said by hand, and taken back."""

import pytest
from sqlalchemy import select

from console.desk import identity, members, triage
from console.domain.member import Likeness
from console.errors import ExpectedError
from console.store.queries.people import phone_of
from console.store.tables import people
from tests.console.desk.test_members import person


@pytest.fixture
def other(make_group):
    """A second group."""
    return make_group("Haven")


def asked(console, person_id) -> list[tuple[str, tuple[str, ...], Likeness]]:
    questions = members.card(console, person_id).questions
    return [(question.name, question.groups, question.likeness) for question in questions]


def test_the_same_full_name_or_number_is_asked_about_from_both_sides(console, chat, other):
    first, second = person(console, chat, "Jan de Vries"), person(console, other, "~ jan de vries")
    third = person(console, other, "Buurman")
    members.set_phone(console, first, "06-12345678")
    members.set_phone(console, third, "+31612345678")
    assert asked(console, first) == [
        ("Buurman", ("Haven",), Likeness.PHONE),
        ("~ jan de vries", ("Haven",), Likeness.NAME),
    ]
    assert asked(console, second) == [("Jan de Vries", ("Kade",), Likeness.NAME)]
    assert asked(console, third) == [("Jan de Vries", ("Kade",), Likeness.PHONE)]
    assert set(members.people_ids(console, asked_about=True)) == {first, second, third}


@pytest.mark.parametrize("name", ["Jan", "~ Jan", "+31 6 11 22 33 44"])
def test_a_first_name_or_a_number_says_nothing_about_who_somebody_is(console, chat, other, name):
    assert asked(console, person(console, chat, name)) == []
    other.member(name)
    assert asked(console, person(console, chat, name)) == []
    assert list(members.people_ids(console, asked_about=True)) == []


def test_the_same_person_has_one_card_until_undo(console, chat, other):
    first, second = person(console, chat, "Jan de Vries"), person(console, other, "Jan de Vries")
    assert identity.merge(console, first, second).people
    card = members.card(console, second)
    assert (card.id, card.questions) == (first, ())
    assert [(one.person_id, one.name, one.groups) for one in card.merged] == [(second, "Jan de Vries", ("Haven",))]
    assert list(members.people_ids(console)) == [first]
    assert identity.merge(console, second, first).decision is None
    triage.undo(console)
    assert members.card(console, second).id == second
    assert [question.person_id for question in members.card(console, first).questions] == [second]


def test_three_names_are_one_person_and_part_again_one_by_one(console, chat, other, make_group):
    first, second = person(console, chat, "Jan"), person(console, other, "Jan Vries")
    third = person(console, make_group("Plein"), "J. de Vries")
    identity.merge(console, second, third)
    identity.merge(console, first, third)
    assert {members.card(console, one).id for one in (first, second, third)} == {first}
    identity.separate(console, third)
    assert [members.card(console, one).id for one in (first, second, third)] == [first, first, third]
    triage.undo(console)
    assert members.card(console, third).id == first
    triage.undo(console)
    assert [members.card(console, one).id for one in (first, second, third)] == [first, second, second]


def test_a_name_goes_before_a_number_and_the_number_is_known_under_both(console, chat, other):
    number, name = person(console, chat, "+31 6 12345678"), person(console, other, "Jan de Vries")
    members.set_phone(console, number, "+31 6 12345678")
    identity.merge(console, number, name)
    card = members.card(console, number)
    assert (card.name, card.phone) == ("Jan de Vries", "+31612345678")
    with console.store.reading() as connection:
        assert phone_of(connection, number) == phone_of(connection, name) == "+31612345678"


def test_two_people_are_not_asked_about_again_until_undo(console, chat, other):
    first, second = person(console, chat, "Jan de Vries"), person(console, other, "Jan de Vries")
    identity.not_the_same(console, second, first)
    assert asked(console, first) == asked(console, second) == []
    assert list(members.people_ids(console, asked_about=True)) == []
    triage.undo(console)
    assert len(asked(console, first)) == len(asked(console, second)) == 1


def test_who_is_not_the_same_as_one_name_is_not_the_same_as_the_other(console, chat, other, make_group):
    first, second = person(console, chat, "Jan de Vries"), person(console, other, "Jan de Vries")
    third = person(console, make_group("Plein"), "Jan de Vries")
    identity.not_the_same(console, first, second)
    identity.merge(console, third, first)
    assert asked(console, third) == asked(console, second) == []


def test_separating_who_stands_for_himself_changes_nothing(console, chat):
    first = person(console, chat, "Jan")
    assert identity.separate(console, first).decision is None


@pytest.mark.parametrize("call", [identity.merge, identity.not_the_same])
def test_nobody_is_the_same_as_somebody_who_is_gone(console, chat, call):
    first = person(console, chat, "Jan")
    for pair in ((first, 99), (99, first)):
        with pytest.raises(ExpectedError) as refused:
            call(console, *pair)
        assert refused.value.key == "person_gone"
    with pytest.raises(ExpectedError):
        identity.separate(console, 99)
    with console.store.reading() as connection:
        assert connection.execute(select(people.c.merged_into_id)).scalars().all() == [None]
