"""The family of a group: sisters, splits and neighbours, from both sides."""

import pytest
from sqlalchemy import insert

from console.desk import family, undoing
from console.desk.logbook import entry, logbook
from console.domain.group import GroupId, Kin
from console.errors import ExpectedError
from console.store.tables import group_relations

from .conftest import NOW


def told(console):
    return entry(console, logbook(console)[0].id).changed


def kin_of(console, chat):
    return {relative.name: relative.kin for relative in family.family(console, chat.group_id)}


@pytest.fixture
def pair(make_group):
    return make_group("Alarm"), make_group("Praat")


@pytest.mark.parametrize(
    ("kin", "seen_back"),
    [
        (Kin.SISTER, Kin.SISTER),
        (Kin.NEIGHBOUR, Kin.NEIGHBOUR),
        (Kin.SPLIT_FROM, Kin.SPLIT_INTO),
        (Kin.SPLIT_INTO, Kin.SPLIT_FROM),
    ],
)
def test_what_is_said_of_one_is_seen_from_the_other_and_undone(console, pair, kin, seen_back):
    one, other = pair
    changes = family.relate(console, one.group_id, other.group_id, kin)
    assert changes.groups
    assert kin_of(console, one) == {"Praat": kin}
    assert kin_of(console, other) == {"Alarm": seen_back}
    assert not family.relate(console, other.group_id, one.group_id, seen_back).groups
    undoing.undo(console)
    assert kin_of(console, one) == kin_of(console, other) == {}
    undoing.redo(console)
    assert kin_of(console, one) == {"Praat": kin}


def test_it_ends_from_either_side(console, pair):
    one, other = pair
    for kin in (Kin.SISTER, Kin.SPLIT_FROM):
        family.relate(console, one.group_id, other.group_id, kin)
    family.unrelate(console, other.group_id, one.group_id, Kin.SISTER)
    assert kin_of(console, one) == {"Praat": Kin.SPLIT_FROM}
    family.unrelate(console, other.group_id, one.group_id, Kin.SPLIT_INTO)
    assert kin_of(console, one) == {}


def test_sisters_come_first_then_by_name_and_archived_groups_are_left_out(console, make_group):
    kade = make_group("Kade")
    for name, kin in (("Zus", Kin.SISTER), ("buur B", Kin.NEIGHBOUR), ("Buur A", Kin.NEIGHBOUR)):
        family.relate(console, kade.group_id, make_group(name).group_id, kin)
    family.relate(console, kade.group_id, make_group("Oud", archived_at=NOW).group_id, Kin.SISTER)
    assert list(kin_of(console, kade)) == ["Zus", "Buur A", "buur B"]


def test_a_sister_written_down_from_one_side_by_an_older_version_is_seen_from_both(console, pair):
    one, other = pair
    with console.store.writing() as connection:
        values = {"group_id": one.group_id, "other_id": other.group_id, "kind": "sister"}
        connection.execute(insert(group_relations).values(values))
    assert kin_of(console, other) == {"Alarm": Kin.SISTER}
    family.unrelate(console, other.group_id, one.group_id, Kin.SISTER)
    assert kin_of(console, one) == {}


def test_no_group_is_family_of_itself_or_of_one_that_is_gone(console, pair):
    one, _ = pair
    with pytest.raises(ExpectedError) as refused:
        family.relate(console, one.group_id, one.group_id, Kin.SISTER)
    assert refused.value.key == "group_of_itself"
    with pytest.raises(ExpectedError) as refused:
        family.relate(console, one.group_id, GroupId(99), Kin.NEIGHBOUR)
    assert refused.value.key == "group_gone"


def test_the_logbook_tells_it_in_words(console, pair):
    one, other = pair
    family.relate(console, one.group_id, other.group_id, Kin.SPLIT_FROM)
    assert told(console) == ("Alarm is afgesplitst van Praat",)
    family.relate(console, one.group_id, other.group_id, Kin.NEIGHBOUR)
    assert "buurgroep: Praat" in told(console)
