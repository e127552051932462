"""Areas in the store: kept, undone, told; the right group for an address; what groups share."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, select, update

from console.desk import areas
from console.desk.area_match import match
from console.desk.area_overlap import shared_postcodes, shared_stretch
from console.desk.area_text import read
from console.desk.groups import change_group
from console.desk.logbook import entry, logbook
from console.desk.undoing import undo
from console.domain.work_area import Address, Answer, Postcodes, Side, Stretch, WorkArea
from console.errors import ExpectedError
from console.store.tables import area_keys, groups
from tests.console.desk.test_area_text import AREAS


def area(*lines: str) -> WorkArea:
    found, problems = read("\n".join(lines))
    assert problems == ()
    return found


@pytest.fixture
def with_area(make_group, console):
    """Make a group with an area: ``with_area("Kade", "Dorpsstraat 1-9")``."""

    def make(name: str, *lines: str, **values):
        chat = make_group(name, **values)
        areas.set_area(console, chat.group_id, area(*lines))
        return chat.group_id

    return make


def names(console, address: Address, but=None) -> list[str]:
    return [group.name for group in areas.groups_at(console, address, but=but)]


def test_an_area_is_kept_and_comes_back_whole(console, chat) -> None:
    kept = area("Dorpsstraat 1-99 oneven", "Kerkweg vanaf 12", "3021 AB - 3021 AK", "heel het park De Sluis")
    changes = areas.set_area(console, chat.group_id, kept)
    assert areas.area_of(console, chat.group_id) == kept
    assert changes.groups
    assert changes.requests
    assert changes.group_ids == {chat.group_id}
    assert not areas.set_area(console, chat.group_id, kept).groups


def test_undo_brings_the_area_back_with_all_that_it_is_found_by(console, chat) -> None:
    areas.set_area(console, chat.group_id, area("Dorpsstraat", "3021"))
    areas.set_area(console, chat.group_id, area("Kerkweg"))
    assert names(console, Address("Dorpsstraat", "1")) == []
    undo(console)
    assert areas.area_of(console, chat.group_id) == area("Dorpsstraat", "3021")
    assert names(console, Address("Dorpsstraat", "1")) == ["Kade"]
    undo(console)
    assert areas.area_of(console, chat.group_id) == WorkArea()
    with console.store.reading() as connection:
        assert connection.execute(select(area_keys)).all() == []


def test_the_journal_tells_an_area_in_words(console, chat) -> None:
    areas.set_area(console, chat.group_id, area("Dorpsstraat 1-99 oneven", *(f"Weg {street}" for street in "ABCDEF")))
    told = [text for line in logbook(console) for text in entry(console, line.id).changed]
    assert told == ["werkgebied: niets → Dorpsstraat 1-99 oneven; Weg A; Weg B; Weg C; Weg D; en nog 2"]


def test_a_group_that_is_gone_has_no_area(console) -> None:
    for ask in (
        lambda: areas.area_of(console, 7),
        lambda: areas.set_area(console, 7, WorkArea()),
        lambda: areas.overlaps(console, 7),
    ):
        with pytest.raises(ExpectedError, match=r".") as error:
            ask()
        assert error.value.key == "group_gone"


@pytest.mark.parametrize(
    "address",
    [
        Address("Dorpsstraat", "12"),
        Address("dorpsstr.", "12a"),
        Address("Drpsstraat", "12"),
        Address("Dropsstraat", "12"),
        Address("Dorpstraat", "12"),
        Address("oDrpsstraat", "12"),
        Address("Dorpsstraa", "12"),
        Address("Dorpsstraat", "12", "3021 AC"),
        Address(None, None, "3021 AC"),
    ],
)
def test_the_right_group_is_found(with_area, console, address) -> None:
    with_area("Dorp", "Dorpsstraat 1-99", "3021 AB - 3021 AK")
    with_area("Elders", "Dorpsstraat 101-199", "Kerkstraat", "3022")
    assert names(console, address) == ["Dorp"]


def test_the_right_group_is_told_with_the_reason_and_never_the_one_that_asks(with_area, console) -> None:
    own = with_area("Eigen", "Dorpsstraat")
    with_area("Ander", "Dorpsstraat 1-99 oneven")
    (found,) = areas.groups_at(console, Address("dorpsstr", "13"), but=own)
    assert (found.name, found.because) == ("Ander", "dorpsstr 13 hoort bij Dorpsstraat 1-99 (oneven).")


def test_a_street_with_a_slip_is_sought_only_when_nobody_has_it_as_it_is_written(with_area, console) -> None:
    with_area("Linde", "Lindelaan")
    assert names(console, Address("Lindenlaan", "3")) == ["Linde"]
    with_area("Linden", "Lindenlaan")
    assert names(console, Address("Lindenlaan", "3")) == ["Linden"]


def test_who_lives_further_on_in_a_street_of_his_own_group_made_no_slip(with_area, console) -> None:
    own = with_area("Linde", "Lindelaan 1-9")
    with_area("Linden", "Lindenlaan")
    assert names(console, Address("Lindelaan", "30"), but=own) == []
    assert names(console, Address("Lindenlan", "30"), but=own) == ["Linden"]


@pytest.mark.parametrize(
    "written",
    [
        "Burg. v.d. Feltzstraat",
        "Burg. v.d. Feltsstraat",
        "Burg. v.d. eFltzstraat",
        "Burgemester van der Feltzstraat",
        "Burgemeester van der Feltzstaat",
        "Burgemeester vander Feltzstraat",
        "burgemeestervanderfeltzstraat",
        "Burgemeester van der Fletzstraat",
    ],
)
def test_a_long_name_is_found_however_it_is_written(with_area, console, written: str) -> None:
    with_area("Feltz", "Burgemeester van der Feltzstraat")
    with_area("Nispen", "Burgemeester van Nispenstraat")
    assert names(console, Address(written, "3")) == ["Feltz"]


@pytest.mark.parametrize(
    "written", ["W. de Zwijgerlaan", "w d zwijgerln", "Willem de Zwijgerlaan", "Wilem de Zwijgerlaan"]
)
def test_a_first_name_may_be_an_initial(with_area, console, written: str) -> None:
    with_area("Oranje", "Willem de Zwijgerlaan")
    assert names(console, Address(written, "3")) == ["Oranje"]


def test_an_initial_may_be_written_out(with_area, console) -> None:
    with_area("Coen", "J.P. Coenstraat")
    assert names(console, Address("Jan Pieterszoon Coenstraat", "3")) == ["Coen"]


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
def test_every_single_slip_that_one_area_forgives_is_found_among_all(console, data: st.DataObject) -> None:
    street = data.draw(st.sampled_from(["Kerkstraat", "Dorpsstraat", "Wilhelminakade", "Van Goghlaan", "Singelweg"]))
    place = data.draw(st.integers(0, len(street) - 2))
    slips = (
        street[:place] + street[place + 1 :],
        street[:place] + street[place + 1] + street[place] + street[place + 2 :],
    )
    address = Address(data.draw(st.sampled_from(slips)), "3")
    with console.store.writing() as connection:
        stored = areas.as_stored(area(street))
        values = {"name": street, "profile": "broad", "created_at": console.now(), "work_area": stored}
        connection.execute(insert(groups).prefix_with("OR IGNORE").values(values))
    wanted = match(area(street), address).answer is Answer.YES
    assert (street in names(console, address)) is wanted


def test_groups_with_the_postcode_too_come_first_and_family_before_others(with_area, console, make_group) -> None:
    own = with_area("Eigen", "Dorpsstraat", municipality="rotterdam")
    with_area("Aa", "Kerkstraat")
    with_area("Bb", "Kerkstraat", municipality="rotterdam")
    sister = with_area("Cc", "Kerkstraat")
    with_area("Dd", "Kerkstraat", "3021")
    with_area("Ee", "Kerkstraat", "9999")
    change_group(console, own, sisters=[sister])
    assert names(console, Address("Kerkstraat", "3", "3021 AB"), but=own) == ["Dd", "Cc", "Bb", "Aa"]


def test_at_most_twelve_groups_are_named(with_area, console) -> None:
    for number in range(15):
        with_area(f"Groep {number}", "Kerkstraat")
    assert len(names(console, Address("Kerkstraat", "3"))) == areas.MOST_GROUPS == 12


def test_a_group_in_the_archive_has_no_area_any_more(with_area, console, clock) -> None:
    old = with_area("Oud", "Kerkstraat")
    new = with_area("Nieuw", "Kerkstraat")
    with console.store.writing() as connection:
        connection.execute(update(groups).where(groups.c.id == old).values(archived_at=clock()))
    assert names(console, Address("Kerkstraat", "3")) == ["Nieuw"]
    assert areas.overlaps(console, new) == ()


def test_a_whole_park_is_found_by_its_name(with_area, console) -> None:
    with_area("Sluis", "heel het park De Sluis")
    assert names(console, Address("de sluis", "4")) == ["Sluis"]


@pytest.mark.parametrize(
    "address", [Address(), Address("🏠", "3"), Address(None, "3"), Address("x" * 2000, "3"), Address("%_", "3")]
)
def test_what_is_no_address_is_found_nowhere(with_area, console, address: Address) -> None:
    with_area("Kerk", "Kerkstraat", "3021")
    assert names(console, address) == []


# --- what groups share ------------------------------------------------------------------------------------------------


def shared(console, group_id, lines: WorkArea | None = None) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.group, one.what) for one in areas.overlaps(console, group_id, lines)]


def test_what_groups_share_is_told_in_words(with_area, console) -> None:
    own = with_area("Eigen", "Dorpsstraat 1-99 oneven", "Kerkweg", "3021 AB - 3021 AK", "heel het park De Sluis")
    with_area("Ander", "dorpsstr. 51-200", "Kerkweg 2-40 even", "3021", "heel het park de sluis")
    with_area("Even", "Dorpsstraat even")
    with_area("Verder", "Dorpsstraat vanaf 101")
    with_area("Elders", "Molenpad", "3022")
    assert shared(console, own) == [
        (
            "Ander",
            ("Dorpsstraat 51-99 (oneven)", "Kerkweg 2-40 (even)", "3021 AB t/m 3021 AK", "heel het park De Sluis"),
        )
    ]


def test_who_shares_most_is_told_first(with_area, console) -> None:
    own = with_area("Eigen", "Dorpsstraat", "Kerkweg")
    with_area("Aa", "Dorpsstraat")
    with_area("Zz", "Dorpsstraat", "Kerkweg")
    assert [name for name, _ in shared(console, own)] == ["Zz", "Aa"]


def test_what_an_area_would_share_is_told_before_it_is_kept(with_area, console) -> None:
    own = with_area("Eigen", "Molenpad")
    with_area("Ander", "Dorpsstraat 1-9")
    assert shared(console, own) == []
    assert shared(console, own, area("Dorpsstraat")) == [("Ander", ("Dorpsstraat 1-9",))]


def test_the_same_name_in_another_town_is_another_street(with_area, console) -> None:
    own = with_area("Eigen", "Kerkstraat", "3021", municipality="rotterdam")
    with_area("Delft", "Kerkstraat", "2611", municipality="delft")
    with_area("Grens", "Kerkstraat", "3021 AB", municipality="schiedam")
    with_area("Onbekend", "Kerkstraat")
    assert shared(console, own) == [("Grens", ("3021 AB",)), ("Onbekend", ("Kerkstraat",))]


NUMBERS = st.none() | st.integers(1, 12)


@settings(deadline=None)
@given(*[NUMBERS] * 4, st.sampled_from(Side), st.sampled_from(Side))
def test_two_stretches_share_exactly_the_houses_in_both(first, last, other_first, other_last, side, other_side) -> None:
    def houses(stretch: Stretch | None) -> set[int]:
        here = WorkArea((stretch,)) if stretch else WorkArea()
        return {number for number in range(1, 30) if match(here, Address("Kerkweg", str(number))).answer is Answer.YES}

    one, other = Stretch("Kerkweg", first, last, side), Stretch("Kerkweg", other_first, other_last, other_side)
    assert houses(shared_stretch(one, other)) == houses(one) & houses(other)


CODES = st.sampled_from(["3020", "3021", "3022", "3021AB", "3021AK", "3021ZZ", "3022AA", "3022QQ"])


@settings(deadline=None)
@given(CODES, CODES, CODES, CODES)
def test_two_ranges_of_postcodes_share_what_is_in_both(first, last, other_first, other_last) -> None:
    one, other = Postcodes(*sorted((first, last))), Postcodes(*sorted((other_first, other_last)))
    both = shared_postcodes(one, other)
    for code in ("3019ZZ", "3020AA", "3021AA", "3021AB", "3021AC", "3021AK", "3021ZZ", "3022AA", "3022QQ", "3022ZZ"):
        inside = [match(WorkArea(postcodes=(codes,)), Address(None, None, code)).answer for codes in (one, other)]
        is_shared = (
            both is not None and match(WorkArea(postcodes=(both,)), Address(None, None, code)).answer is Answer.YES
        )
        assert is_shared is (inside == [Answer.YES] * 2)


@settings(deadline=None)
@given(AREAS)
def test_an_area_comes_back_from_the_store_as_it_was(kept: WorkArea) -> None:
    stored = areas.as_stored(kept)
    assert areas.of_row(json.loads(json.dumps(stored))) == kept
