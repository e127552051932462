"""Whether an address belongs to an area, and why. Unknown is not no."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.desk.area_match import house_number, match, postcode
from console.domain.work_area import Address, Answer, Postcodes, Side, Stretch, WorkArea

STREETS = WorkArea(
    (
        Stretch("Dorpsstraat", 1, 99),
        Stretch("Kerkweg", 2, 40, Side.EVEN),
        Stretch("Lindelaan"),
        Stretch("Burgemeester van der Feltzstraat", 1, 9, Side.ODD),
        Stretch("Burgemeester van der Feltzstraat", 21, None, Side.ODD),
        Stretch("Kade", None, 50),
    )
)
CODES = WorkArea(postcodes=(Postcodes("3021AB", "3021AK"), Postcodes("3022", "3022")))
BOTH = WorkArea(STREETS.stretches, CODES.postcodes)
PARK = WorkArea(park="De Sluis")


def because(area: WorkArea, address: Address, language: str = "nl") -> str:
    return match(area, address, language).because


@pytest.mark.parametrize(
    "number",
    [
        *("12", "12a", "12 a", "12A", "12.a", "12-2", "12/2", "12–14", "12-III", "12 I", "12hs", "12 hs", "12bis"),
        *("12 rood", "12 (boven)", "12,", "012", "#12", "nr.12", "nr 12", "no.12", "huisnummer 12", "nummer 12", "99"),
        *("bij nr 4", "bij 12", "naast nr 12", "t.o. 12", "t/o 12", "to 12", "tegenover 12", "tegenover nr 12", "1-3"),
    ],
)
def test_a_house_number_is_read_however_it_is_written(number: str) -> None:
    address = Address("Dorpsstraat", number.replace("|", " "))
    assert match(STREETS, address).answer is Answer.YES


@pytest.mark.parametrize("number", ["100", "100a", "101", "0", "bij nr 100", "12345", "t.o. 101"])
def test_a_number_outside_is_outside(number: str) -> None:
    assert match(STREETS, Address("Dorpsstr.", number)).answer is Answer.NO


@pytest.mark.parametrize("number", [None, "", "onbekend", "achter de kerk", "123456", "🏠", "?"])
def test_without_a_number_a_part_of_a_street_is_unknown_and_a_whole_street_is_sure(number: str | None) -> None:
    assert match(STREETS, Address("Dorpsstraat", number)).answer is Answer.UNKNOWN
    assert match(STREETS, Address("Lindelaan", number)).answer is Answer.YES


@pytest.mark.parametrize(
    ("address", "answer"),
    [
        (Address("Kerkweg", "2"), Answer.YES),
        (Address("Kerkweg", "40b"), Answer.YES),
        (Address("Kerkweg", "3"), Answer.NO),
        (Address("Kerkweg", "42"), Answer.NO),
        (Address("Kerkweg", "t.o. 3"), Answer.UNKNOWN),  # the even side, but which number?
        (Address("Kerkweg", "t.o. 4"), Answer.UNKNOWN),
        (Address("Kerkweg", "t.o. 400"), Answer.NO),
        (Address("Burg. v.d. Feltzstr.", "3"), Answer.YES),
        (Address("Burg. v.d. Feltzstr.", "11"), Answer.NO),
        (Address("Burg. v.d. Feltzstr.", "1001"), Answer.YES),
        (Address("Burg. v.d. Feltzstr.", "22"), Answer.NO),
        (Address("de Kade", "50"), Answer.YES),
        (Address("Kade", "51"), Answer.NO),
        (Address("Bosweg", "3"), Answer.NO),
        (Address("Feltzstraat", "3"), Answer.UNKNOWN),  # of this burgemeester?
        (Address("Feltzstraat", "4"), Answer.NO),  # whoever he was, he has no such number here
        (Address("Linkelaan", "3"), Answer.UNKNOWN),
        (Address("Lindelan", "3"), Answer.YES),
        (Address(None, "3"), Answer.UNKNOWN),
        (Address(), Answer.UNKNOWN),
        (Address("🏠", "3"), Answer.UNKNOWN),
        (Address(None, None, "3021 AB"), Answer.UNKNOWN),
        (Address("Dorpsstraat", "12", "9999 ZZ"), Answer.YES),  # the area has no postcodes to disagree with
    ],
)
def test_streets_answer(address: Address, answer: Answer) -> None:
    assert match(STREETS, address).answer is answer


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        ("3021 AB", Answer.YES),
        ("3021ab", Answer.YES),
        ("  3021  Ak ", Answer.YES),
        ("3021 AL", Answer.NO),
        ("3021 AA", Answer.NO),
        ("3021", Answer.UNKNOWN),
        ("3022", Answer.YES),
        ("3022 ZZ", Answer.YES),
        ("3023", Answer.NO),
        ("0321 AB", Answer.UNKNOWN),
        ("3021 SS", Answer.UNKNOWN),
        ("302 AB", Answer.UNKNOWN),
        ("drieduizend", Answer.UNKNOWN),
        (None, Answer.UNKNOWN),
    ],
)
def test_postcodes_answer(code: str | None, answer: Answer) -> None:
    assert match(CODES, Address("Dorpsstraat", "12", code)).answer is answer
    if code:
        assert match(CODES, Address(None, None, code)).answer is answer


@pytest.mark.parametrize(
    ("address", "answer"),
    [
        (Address("Dorpsstraat", "12", "3021 AB"), Answer.YES),
        (Address("Dorpsstraat", "12"), Answer.YES),
        (Address("Dorpsstraat", "12", "3021"), Answer.YES),
        (Address("Dorpsstraat", None, "3021 AB"), Answer.YES),
        (Address("Bosweg", "1"), Answer.UNKNOWN),  # its postcode may be in the area
        (Address(None, None, "3099 ZZ"), Answer.UNKNOWN),  # its street may be
        (Address("Bosweg", "1", "3099 ZZ"), Answer.NO),
        (Address("Dorpsstraat", "12", "3099 ZZ"), Answer.UNKNOWN),
        (Address("Bosweg", "1", "3021 AB"), Answer.UNKNOWN),
        (Address("Dorpsstraat", "12", "geen idee"), Answer.YES),
    ],
)
def test_streets_and_postcodes_together(address: Address, answer: Answer) -> None:
    assert match(BOTH, address).answer is answer


@pytest.mark.parametrize(
    ("address", "answer"),
    [
        (Address("De Sluis", "4"), Answer.YES),
        (Address("bedrijvenpark de sluis", "unit 4"), Answer.YES),
        (Address("Industrieweg", "4"), Answer.UNKNOWN),
        (Address(None, None, "3021 AB"), Answer.UNKNOWN),
        (Address(), Answer.UNKNOWN),
    ],
)
def test_a_whole_park_never_says_no(address: Address, answer: Answer) -> None:
    assert match(PARK, address).answer is answer
    assert match(WorkArea(STREETS.stretches, (), "De Sluis"), address).answer is answer


def test_without_an_area_nothing_is_known() -> None:
    assert match(WorkArea(), Address("Dorpsstraat", "12")).answer is Answer.UNKNOWN


def test_it_says_why() -> None:
    assert because(STREETS, Address("Dorpsstr.", "12")) == "Dorpsstr. 12 hoort bij Dorpsstraat 1-99."
    assert because(STREETS, Address("Dorpsstr.", "12"), "en") == "Dorpsstr. 12 belongs to Dorpsstraat 1-99."
    assert because(STREETS, Address("kerkweg", "3")) == (
        "kerkweg 3 ligt niet in het werkgebied, want alleen Kerkweg 2-40 (even) hoort erbij."
    )
    assert (
        because(STREETS, Address("Lindelan", "3")) == "Lindelan 3 hoort bij het werkgebied, als Lindelaan is bedoeld."
    )
    assert because(STREETS, Address("Burg. v.d. Feltzstr")) == (
        "Alleen Burgemeester van der Feltzstraat 1-9 (oneven) en vanaf 21 (oneven) hoort bij het werkgebied, "
        "en het huisnummer is niet bekend."
    )
    assert because(BOTH, Address("Dorpsstraat", "12", "9999zz")) == (
        "Dorpsstraat 12 hoort bij het werkgebied, maar 9999 ZZ niet. Vraag het adres nog eens."
    )
    assert because(CODES, Address(None, None, "3021")) == (
        "3021 is niet precies genoeg, want alleen 3021 AB t/m 3021 AK en 3022 hoort bij het werkgebied."
    )


ADDRESSES = st.builds(
    Address,
    st.none() | st.text(max_size=30) | st.sampled_from(["Dorpsstraat", "kerkwg", "Burg. Feltzstr"]),
    st.none() | st.text(max_size=10) | st.integers(0, 200).map(str),
    st.none() | st.text(max_size=8) | st.sampled_from(["3021 AB", "3021", "9999 ZZ"]),
)


@settings(deadline=None)
@given(ADDRESSES)
def test_whatever_is_written_gets_one_answer_in_both_languages(address: Address) -> None:
    for area in (STREETS, CODES, BOTH, PARK, WorkArea()):
        said = [match(area, address, language) for language in ("nl", "en")]
        assert said[0].answer is said[1].answer
        assert all(one.because.strip() for one in said)


@settings(deadline=None)
@given(st.integers(1, 300), st.sampled_from(Side), st.integers(1, 300), st.integers(0, 300))
def test_a_number_is_inside_exactly_when_it_is_on_that_stretch(first: int, side: Side, number: int, more: int) -> None:
    area = WorkArea((Stretch("Dorpsstraat", first, first + more, side),))
    on_side = side is Side.ALL or (number % 2 == 1) == (side is Side.ODD)
    is_inside = first <= number <= first + more and on_side
    assert match(area, Address("Dorpsstraat", str(number))).answer is (Answer.YES if is_inside else Answer.NO)


def test_a_very_long_street_and_a_very_large_area_are_no_trouble() -> None:
    area = WorkArea(tuple(Stretch(f"{a}{b}{c}straat") for a, b, c in product("bdkmprst" * 2, "aeiou", "lmnrst" * 4)))
    said = match(area, Address("straat" * 400, "1"))
    assert said.answer is Answer.NO
    assert len(said.because) < 200


def test_numbers_and_postcodes_are_read_strictly() -> None:
    assert house_number("12-2") == (12, False)
    assert house_number("t.o. 5") == (5, True)
    assert house_number("06-12345678") == (6, False)
    assert house_number(None) is None
    assert postcode("3021ab") == "3021AB"
    assert postcode("0321ab") is None
    assert postcode("3021 SA") is None


@pytest.mark.parametrize(
    "street",
    [
        *("Dorpsstraat 13", "Dorpsstraat 13 hs", "Dorpsstraat nr.", "Dorpsstraat, Rotterdam", "Dorpsstraat (Zwolle)"),
        *("Dorpsstraat te Zwolle", "hoek Dorpsstraat/Kerkplein", "Kerkplein/Dorpsstraat 13, 3021 AB Zwolle"),
        *("Dorsptraat", "Dorpstaat"),
        *("Meidoornflat", "flat De Meidoorn", "Huize Avondrust", "woonboot De Vrijheid", "Postbus"),
        *("onbekend", "n.v.t.", "idem", "zelfde als buurvrouw", "weet ik niet", "x", "?"),
    ],
)
def test_what_may_be_a_street_of_the_area_or_is_no_street_is_no_reason_to_refuse(street: str) -> None:
    for number in ("13", None, "2 hoog"):
        assert match(STREETS, Address(street, number)).answer is Answer.UNKNOWN


@pytest.mark.parametrize("street", ["Stationsstraat", "Brink", "Flatlaan", "Torenstraat", "Kerkplein", "Aa"])
def test_another_street_is_no(street: str) -> None:
    assert match(STREETS, Address(street, "13")).answer is Answer.NO


@pytest.mark.parametrize(
    "number", ["3 hoog, 12", "2e verdieping 12", "1ste etage nr 12", "unit 7, nr 12", "3 hoog op 12", "12, 3e etage"]
)
def test_the_floor_and_the_unit_are_not_the_house_number(number: str) -> None:
    assert house_number(number) == (12, False)


def test_an_initial_may_be_the_street_of_the_area() -> None:
    assert match(WorkArea((Stretch("Nieuwe Gracht"),)), Address("N. Gracht", "3")).answer is Answer.UNKNOWN
