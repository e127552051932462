"""The table of groups: what stands in a row, the order, the filters."""

from datetime import timedelta

import pytest
from sqlalchemy import delete, insert, update

from console.desk import family, group_list
from console.desk.group_list import GroupFilter, GroupOrder
from console.desk.welcome import confirming
from console.domain.group import Coverage, Denominator, Kin, ManagedBy, Relative, Tool
from console.domain.health import Concern
from console.store.queries.counts import keep_counts
from console.store.tables import group_counts, group_professionals, groups, professionals

from .conftest import NOW


def names(console, *arguments, **options):
    ids = group_list.group_ids(console, *arguments, **options)
    rows = group_list.group_rows(console, ids)
    return [rows[group_id].name for group_id in ids]


def ascending(console, order):
    return names(console, GroupFilter(), order, is_descending=False)


def row_of(console, chat):
    return group_list.group_rows(console, [chat.group_id])[chat.group_id]


def link_professional(console, chat, name="Jan", person_id=None, presence="reads"):
    with console.store.writing() as connection:
        (made,) = connection.execute(insert(professionals).values(name=name, person_id=person_id)).inserted_primary_key
        values = {"group_id": chat.group_id, "professional_id": made, "presence": presence}
        connection.execute(insert(group_professionals).values(values))


def test_row_says_all_that_is_known_of_a_group(console, make_group):
    kade = make_group(
        "Kade",
        profile="wabp_alarm",
        tool="signal",
        umbrella="WABP",
        managed_by="residents",
        addresses=137,
        residents=300,
    )
    praat = make_group("Kade Praat")
    family.relate(console, kade.group_id, praat.group_id, Kin.SISTER)
    for name in ("Anja", "Bram"):
        kade.member(name)
    kade.flag(at=NOW)
    row = row_of(console, kade)
    assert (row.profile_name, row.tool, row.umbrella) == ("WhatsApp-alarmgroep", Tool.SIGNAL, "WABP")
    assert row.managed_by is ManagedBy.RESIDENTS
    assert row.coverage == Coverage(2, 137, Denominator.ADDRESSES)
    assert (row.members, row.messages, row.open_items, row.last_message_at) == (2, 1, 1, NOW)
    assert row.family == (Relative(praat.group_id, "Kade Praat", Kin.SISTER),)
    assert row.concerns == ()


def test_coverage_names_its_denominator_and_is_unknown_without_one(console, make_group):
    by_residents, by_nothing, by_zero = (
        make_group("Een", residents=4),
        make_group("Twee"),
        make_group("Drie", addresses=0),
    )
    by_residents.member("Anja")
    assert row_of(console, by_residents).coverage == Coverage(1, 4, Denominator.RESIDENTS)
    assert row_of(console, by_residents).coverage.share == 0.25
    assert row_of(console, by_nothing).coverage is None
    assert row_of(console, by_zero).coverage is None


def test_professionals_are_those_linked_and_members_who_are_one_each_once(console, make_group):
    kade = make_group("Kade")
    linked = kade.member("Wijkagent Jan", role="professional")
    kade.member("Wijkagent Piet", role="professional")
    kade.member("Vertrokken", role="professional", left_at=NOW)
    kade.member("Bram")
    person = linked  # in a fresh store a member and his person have the same number
    link_professional(console, kade, "Jan", person_id=person)
    link_professional(console, kade, "Corporatie")
    assert row_of(console, kade).professionals == 3


def test_a_link_to_another_group_says_nothing_of_this_one(console, make_group):
    kade, dijk = make_group("Kade"), make_group("Dijk")
    person = kade.member("Wijkagent Jan", role="professional")  # in a fresh store of the same number
    link_professional(console, dijk, "Jan", person_id=person)
    assert [row_of(console, chat).professionals for chat in (kade, dijk)] == [1, 1]


@pytest.fixture
def several(console, make_group):
    """Four groups that differ in everything; the last has nothing filled in."""
    kade = make_group(
        "Ákkers", profile="hic", tool="telegram", umbrella="Gemeente", managed_by="municipality", addresses=2
    )
    dijk = make_group("beemd", profile="broad", tool="signal", umbrella="WABP", managed_by="residents", residents=10)
    zee = make_group("Zee", profile="wabp_alarm", tool="whatsapp", addresses=100)
    leeg = make_group("Cel", profile="wabp_chat", tool="matrix")
    for chat, count in ((kade, 1), (dijk, 3), (zee, 2)):
        for number in range(count):
            chat.member(f"Lid {number}")
    kade.say(author="Lid 0", at=NOW - timedelta(days=3))
    zee.flag(author="Lid 0", at=NOW - timedelta(days=1))
    link_professional(console, dijk)
    family.relate(console, zee.group_id, dijk.group_id, Kin.NEIGHBOUR)
    return kade, dijk, zee, leeg


def test_every_column_sorts_and_what_is_unknown_comes_last_both_ways(console, several):
    assert ascending(console, GroupOrder.NAME) == ["Ákkers", "beemd", "Cel", "Zee"]
    assert ascending(console, GroupOrder.PROFILE) == ["beemd", "Ákkers", "Zee", "Cel"]
    assert ascending(console, GroupOrder.TOOL) == ["Cel", "beemd", "Ákkers", "Zee"]
    assert ascending(console, GroupOrder.UMBRELLA) == ["Ákkers", "beemd", "Cel", "Zee"]
    assert ascending(console, GroupOrder.MANAGED_BY) == ["Ákkers", "beemd", "Cel", "Zee"]
    assert ascending(console, GroupOrder.MEMBERS) == ["Cel", "Ákkers", "Zee", "beemd"]
    assert ascending(console, GroupOrder.COVERAGE) == ["Zee", "beemd", "Ákkers", "Cel"]
    assert names(console, GroupFilter(), GroupOrder.COVERAGE) == ["Ákkers", "beemd", "Zee", "Cel"]
    assert ascending(console, GroupOrder.LAST) == ["Ákkers", "Zee", "beemd", "Cel"]
    assert names(console) == ["Zee", "Ákkers", "beemd", "Cel"]
    assert names(console, GroupFilter(), GroupOrder.OPEN)[0] == "Zee"
    assert names(console, GroupFilter(), GroupOrder.PROFESSIONALS)[0] == "beemd"
    assert ascending(console, GroupOrder.CONCERNS)[0] == "Ákkers"
    assert ascending(console, GroupOrder.FAMILY) == ["beemd", "Zee", "Ákkers", "Cel"]


def test_row_says_how_many_of_those_who_are_asked_read_the_rules(console, several):
    kade, dijk, _zee, _leeg = several
    kade.member("Anja", role="admin")
    confirming.confirm(console, [kade.member("Lid 0"), kade.member("Anja"), dijk.member("Lid 1")])
    rows = [row_of(console, chat) for chat in several]
    assert [(row.read, row.asked) for row in rows] == [(1, 1), (1, 3), (0, 2), (0, 0)]
    assert ascending(console, GroupOrder.READ) == ["Zee", "beemd", "Ákkers", "Cel"]
    assert names(console, GroupFilter(), GroupOrder.READ) == ["Ákkers", "beemd", "Zee", "Cel"]


def test_filters_narrow_and_go_together(console, several):
    assert names(console, GroupFilter(words="akk GEM")) == ["Ákkers"]
    assert names(console, GroupFilter(words="100%")) == []
    assert names(console, GroupFilter(profile="broad")) == ["beemd"]
    assert names(console, GroupFilter(tool=Tool.WHATSAPP)) == ["Zee"]
    assert names(console, GroupFilter(managed_by=ManagedBy.MUNICIPALITY)) == ["Ákkers"]
    assert names(console, GroupFilter(tool=Tool.WHATSAPP, profile="broad")) == []
    assert names(console, GroupFilter(needs_attention=True)) == ["Ákkers"]  # two addresses
    assert row_of(console, several[0]).concerns == (Concern.TOO_SMALL,)


def test_archived_groups_are_a_list_of_their_own(console, make_group):
    make_group("Oud", archived_at=NOW)
    make_group("Nieuw")
    assert names(console) == ["Nieuw"]
    assert names(console, GroupFilter(is_archived=True)) == ["Oud"]
    assert group_list.counts_of(console) == (1, 1)


def test_who_manages_it_in_words_of_another_program_is_somebody_else(console, make_group):
    assert row_of(console, make_group(managed_by="wijkraad")).managed_by is ManagedBy.OTHER


def test_a_group_that_is_gone_has_no_row(console, chat):
    assert group_list.group_rows(console, [chat.group_id, 99]).keys() == {chat.group_id}


def test_kept_counts_and_counting_now_give_the_same_rows_and_order(console, several):
    ids, before = group_list.group_ids(console), None
    for statement in (None, delete(group_counts)):
        with console.store.writing() as connection:
            if statement is None:
                keep_counts(connection)
            else:
                connection.execute(statement)
        rows = group_list.group_rows(console, ids)
        assert before is None or rows == before
        assert group_list.group_ids(console) == ids
        before = rows


def test_a_new_name_sorts_at_once(console, several):
    with console.store.writing() as connection:
        connection.execute(update(groups).where(groups.c.name == "Zee").values(name="Aa"))
    assert ascending(console, GroupOrder.NAME)[0] == "Aa"
