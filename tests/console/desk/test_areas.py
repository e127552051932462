"""Areas in the store: kept, undone, told; the right group for an address; what groups share."""

import pytest
from sqlalchemy import select

from console.desk import areas
from console.desk.area_text import read
from console.desk.logbook import entry, logbook
from console.desk.undoing import undo
from console.domain.work_area import Address, Postcodes, WorkArea
from console.errors import ExpectedError
from console.store.tables import area_keys


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
