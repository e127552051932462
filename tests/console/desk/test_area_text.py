"""An area as people type or paste it, and back."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from console.desk.area_text import LONGEST_LINE, read, write
from console.domain.work_area import Postcodes, Side, Stretch, WorkArea

ALL, ODD, EVEN = Side.ALL, Side.ODD, Side.EVEN


def S(street: str, first: int | None = None, last: int | None = None, side: Side = ALL) -> Stretch:  # noqa: N802
    return Stretch(street, first, last, side)


LINES = [
    ("Dorpsstraat", [S("Dorpsstraat")]),
    ("  Dorpsstraat  ", [S("Dorpsstraat")]),
    ("- Dorpsstraat", [S("Dorpsstraat")]),
    ("• Dorpsstraat", [S("Dorpsstraat")]),
    ("3. Dorpsstraat", [S("Dorpsstraat")]),
    ("3) Dorpsstraat;", [S("Dorpsstraat")]),
    ("Dorpsstraat 1-99", [S("Dorpsstraat", 1, 99)]),
    ("Dorpsstraat 1 - 99", [S("Dorpsstraat", 1, 99)]),
    ("Dorpsstraat 1 – 99", [S("Dorpsstraat", 1, 99)]),
    ("Dorpsstraat 1..99", [S("Dorpsstraat", 1, 99)]),
    ("Dorpsstraat 1 t/m 99", [S("Dorpsstraat", 1, 99)]),
    ("Dorpsstraat 1 t / m 99", [S("Dorpsstraat", 1, 99)]),
    ("Dorpsstraat 1 tm 99", [S("Dorpsstraat", 1, 99)]),
    ("Dorpsstraat 1 t.e.m. 99", [S("Dorpsstraat", 1, 99)]),
    ("Dorpsstraat 1 tot 99", [S("Dorpsstraat", 1, 99)]),
    ("Dorpsstraat 1 tot en met 99", [S("Dorpsstraat", 1, 99)]),
    ("Dorpsstraat van 1 tot en met 99", [S("Dorpsstraat", 1, 99)]),
    ("Dorpsstraat from 1 to 99", [S("Dorpsstraat", 1, 99)]),
    ("Dorpsstraat nrs. 1-99", [S("Dorpsstraat", 1, 99)]),
    ("Dorpsstraat nummers 1-99", [S("Dorpsstraat", 1, 99)]),
    ("Dorpsstraat huisnummers 1 t/m 99", [S("Dorpsstraat", 1, 99)]),
    ("Dorpsstraat: 1-99", [S("Dorpsstraat", 1, 99)]),
    ("Dorpsstraat, 1-99", [S("Dorpsstraat", 1, 99)]),
    ("Dorpsstraat (1-99)", [S("Dorpsstraat", 1, 99)]),
    ("Dorpsstraat 1a-99b", [S("Dorpsstraat", 1, 99)]),
    ("Dorpsstraat 1-99 oneven", [S("Dorpsstraat", 1, 99, ODD)]),
    ("Dorpsstraat 1-99, oneven", [S("Dorpsstraat", 1, 99, ODD)]),
    ("Dorpsstraat 1-99 (oneven)", [S("Dorpsstraat", 1, 99, ODD)]),
    ("Dorpsstraat oneven 1-99", [S("Dorpsstraat", 1, 99, ODD)]),
    ("Dorpsstraat oneven nummers 1 t/m 99", [S("Dorpsstraat", 1, 99, ODD)]),
    ("Dorpsstraat 1-99 odd", [S("Dorpsstraat", 1, 99, ODD)]),
    ("Dorpsstraat 1-99 ONEVEN", [S("Dorpsstraat", 1, 99, ODD)]),
    ("Dorpsstraat 1-99 oneven en even", [S("Dorpsstraat", 1, 99)]),
    ("Dorpsstraat 1-99 even en oneven", [S("Dorpsstraat", 1, 99)]),
    ("Dorpsstraat 1-99 beide kanten", [S("Dorpsstraat", 1, 99)]),
    ("Kerkweg 2 t/m 40 (even)", [S("Kerkweg", 2, 40, EVEN)]),
    ("Kerkweg even", [S("Kerkweg", None, None, EVEN)]),
    ("Kerkweg even kant", [S("Kerkweg", None, None, EVEN)]),
    ("Kerkweg, de oneven zijde", [S("Kerkweg", None, None, ODD)]),
    ("Kerkweg even side", [S("Kerkweg", None, None, EVEN)]),
    ("Kerkweg vanaf 12", [S("Kerkweg", 12)]),
    ("Kerkweg vanaf nr 12", [S("Kerkweg", 12)]),
    ("Kerkweg 12 en hoger", [S("Kerkweg", 12)]),
    ("Kerkweg 12 en verder", [S("Kerkweg", 12)]),
    ("Kerkweg 12 e.v.", [S("Kerkweg", 12)]),
    ("Kerkweg 12+", [S("Kerkweg", 12)]),
    ("Kerkweg from 12", [S("Kerkweg", 12)]),
    ("Kerkweg vanaf 12 even", [S("Kerkweg", 12, None, EVEN)]),
    ("Kerkweg t/m 40", [S("Kerkweg", None, 40)]),
    ("Kerkweg tot en met nummer 40", [S("Kerkweg", None, 40)]),
    ("Kerkweg up to 40", [S("Kerkweg", None, 40)]),
    ("Kerkweg 12", [S("Kerkweg", 12, 12)]),
    ("Kerkweg 12a", [S("Kerkweg", 12, 12)]),
    ("Kerkweg 12, 14 en 18", [S("Kerkweg", 12, 12), S("Kerkweg", 14, 14), S("Kerkweg", 18, 18)]),
    ("Kerkweg 1-9 en 15-21 oneven", [S("Kerkweg", 1, 9, ODD), S("Kerkweg", 15, 21, ODD)]),
    ("Kerkweg 1-9, 15-21, oneven", [S("Kerkweg", 1, 9, ODD), S("Kerkweg", 15, 21, ODD)]),
    ("Kerkweg 1-9 oneven, 2-40 even", [S("Kerkweg", 1, 9, ODD), S("Kerkweg", 2, 40, EVEN)]),
    ("Kerkweg 1-9 oneven en 2-40 even", [S("Kerkweg", 1, 9, ODD), S("Kerkweg", 2, 40, EVEN)]),
    ("Kerkweg oneven 1-9 even 2-40", [S("Kerkweg", 1, 9, ODD), S("Kerkweg", 2, 40, EVEN)]),
    ("hele Kerkweg", [S("Kerkweg")]),
    ("de hele Kerkweg", [S("Kerkweg")]),
    ("Kerkweg (geheel)", [S("Kerkweg")]),
    ("Kerkweg hele straat", [S("Kerkweg")]),
    ("Kerkweg alle nummers", [S("Kerkweg")]),
    ("Kerkweg whole street", [S("Kerkweg")]),
    ("Kerkweg, Dorpsstraat; Molenpad", [S("Kerkweg"), S("Dorpsstraat"), S("Molenpad")]),
    ("Kerkweg 1-9, Dorpsstraat 2-8 even", [S("Kerkweg", 1, 9), S("Dorpsstraat", 2, 8, EVEN)]),
    ("Kerkweg\t1\t9\toneven", [S("Kerkweg", 1, 9, ODD)]),
    ("Kerkweg\t1\t9", [S("Kerkweg", 1, 9)]),
    ("Kerkweg\t1-9\teven", [S("Kerkweg", 1, 9, EVEN)]),
    ("Kerkweg\t\t\t", [S("Kerkweg")]),
    ("Kerkweg 1200, 1400", [S("Kerkweg", 1200, 1200), S("Kerkweg", 1400, 1400)]),
    ("Kerkweg 1-9, 3021", [S("Kerkweg", 1, 9), Postcodes("3021", "3021")]),
    ("3021 AB en 3021 AC", [Postcodes("3021AB", "3021AB"), Postcodes("3021AC", "3021AC")]),
    ("1e Dwarsstraat", [S("1e Dwarsstraat")]),
    ("1e Dwarsstraat 1-9", [S("1e Dwarsstraat", 1, 9)]),
    ("'s-Gravenweg 100-200", [S("'s-Gravenweg", 100, 200)]),
    ("’s Gravenweg", [S("’s Gravenweg")]),
    ("Burg. v.d. Feltzstraat 1-9", [S("Burg. v.d. Feltzstraat", 1, 9)]),
    ("Burg. Baumannlaan", [S("Burg. Baumannlaan")]),
    ("Dorpsstr.", [S("Dorpsstr")]),
    ("Dorpsstr. 1-9", [S("Dorpsstr", 1, 9)]),
    ("Plein 1940", [S("Plein 1940")]),
    ("Plein 1940 1-9", [S("Plein 1940", 1, 9)]),
    ("Plein '40-'45", [S("Plein '40-'45")]),
    ("Plein 40-45 12", [S("Plein 40-45", 12, 12)]),
    ("Plein 12", [S("Plein", 12, 12)]),
    ("Laan van Meerdervoort 1-300", [S("Laan van Meerdervoort", 1, 300)]),
    ("Vis en Visserstraat 3", [S("Vis en Visserstraat", 3, 3)]),
    ("Willem II straat", [S("Willem II straat")]),
    ("Kanaaldijk-Noord 5-9", [S("Kanaaldijk-Noord", 5, 9)]),
    ("Evenaarstraat", [S("Evenaarstraat")]),
    ("Allemanskade 5", [S("Allemanskade", 5, 5)]),
    ("Tolstraat", [S("Tolstraat")]),
    ("3021 AB - 3021 AK", [Postcodes("3021AB", "3021AK")]),
    ("3021AB-3021AK", [Postcodes("3021AB", "3021AK")]),
    ("3021ab t/m 3021ak", [Postcodes("3021AB", "3021AK")]),
    ("3021 AB-AK", [Postcodes("3021AB", "3021AK")]),
    ("3021 AB tot en met 3022 AK", [Postcodes("3021AB", "3022AK")]),
    ("van 3021 AB tot 3021 AK", [Postcodes("3021AB", "3021AK")]),
    ("3021 AB", [Postcodes("3021AB", "3021AB")]),
    ("postcode 3021 AB", [Postcodes("3021AB", "3021AB")]),
    ("Postcodes: 3021 AB, 3021 AC", [Postcodes("3021AB", "3021AB"), Postcodes("3021AC", "3021AC")]),
    ("3021", [Postcodes("3021", "3021")]),
    ("3021-3025", [Postcodes("3021", "3025")]),
    ("3021, 3022 en 3023", [Postcodes("3021", "3021"), Postcodes("3022", "3022"), Postcodes("3023", "3023")]),
    ("heel het park De Sluis", ["De Sluis"]),
    ("het hele park De Sluis", ["De Sluis"]),
    ("Hele bedrijventerrein De Sluis", ["De Sluis"]),
    ("the whole park De Sluis", ["De Sluis"]),
    ("heel het park 'De Sluis'", ["De Sluis"]),
]


def parts(area: WorkArea) -> list:
    return [*area.stretches, *area.postcodes, *([area.park] if area.park else [])]


@pytest.mark.parametrize(("line", "wanted"), LINES)
def test_a_line_is_read_as_it_is_meant(line: str, wanted: list) -> None:
    area, problems = read(line)
    assert problems == ()
    assert parts(area) == wanted


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("12", "geen straat of postcode"),
        ("🎉🎉", "geen straat of postcode"),
        ("a", "geen straat of postcode"),
        ("oneven", "geen straat of postcode"),
        ("1-99", "geen straat of postcode"),
        ("06-12345678", "geen straat of postcode"),
        ("Dorpsstraat 99-1", "hoger dan het laatste"),
        ("3021 AK - 3021 AB", "hoger dan het laatste"),
        ("Dorpsstraat 12 oneven", "ligt niet aan die kant"),
        ("Dorpsstraat 1-100000", "hoogstens vijf cijfers"),
        ("0321 AB", "is geen postcode"),
        ("3021 SS", "is geen postcode"),
        ("1000-9999", "meer dan 200"),
        ("heel het park", "Hoe heet het park"),
        ("straat " * 40, "langer dan 200 tekens"),
    ],
)
def test_a_line_that_is_not_understood_says_what_to_do(line: str, words: str) -> None:
    area, (problem,) = read(f"Kerkweg\n\n{line}\nMolenpad")
    assert parts(area) == [S("Kerkweg"), S("Molenpad")]
    assert problem.line == 3
    assert problem.text == line.strip()[:LONGEST_LINE]
    assert words in problem.because


def test_problems_are_told_in_english_too() -> None:
    _, (problem,) = read("Dorpsstraat 99-1", "en")
    assert problem.because == "The first number is higher than the last. Swap them."


def test_a_second_park_is_a_problem_and_the_same_one_is_not() -> None:
    area, problems = read("heel het park De Sluis\nhet hele park de sluis\nheel het park Noord")
    assert area.park == "De Sluis"
    assert [problem.line for problem in problems] == [3]


def test_what_is_there_twice_counts_once() -> None:
    area, _ = read("Kerkweg\nKerkweg\n3021\n3021")
    assert parts(area) == [S("Kerkweg"), Postcodes("3021", "3021")]


def test_nothing_is_an_empty_area() -> None:
    assert read("") == (WorkArea(), ())
    assert read(" \n\t\r\n \u200b\n") == (WorkArea(), ())
    assert write(WorkArea()) == ""


NAMES = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "Burg. ", "1e ", "Lange ", "van der ", "'s-", "St. ", "De "]),
    st.sampled_from(["Dorps", "Kerk", "Wilhelmina", "Gravendijk", "Éénhoorn", "IJssel", "Noord-Oost", "Van 't Hoff"]),
    st.sampled_from(["straat", "weg", "laan", "plein", "kade", " Park", "str"]),
)
NUMBERS = st.one_of(
    st.just((None, None)),
    st.integers(1, 9999).map(lambda number: (number, None)),
    st.integers(1, 9999).map(lambda number: (None, number)),
    st.tuples(st.integers(1, 999), st.integers(1, 999)).map(lambda two: (two[0], two[0] + two[1])),
    st.integers(1, 9999).map(lambda number: (number, number)),
)


def _stretch(name: str, numbers: tuple[int | None, int | None], side: Side) -> Stretch:
    first, last = numbers
    return Stretch(name, first, last, ALL if first is not None and first == last else side)


CODES = st.integers(1000, 9000).flatmap(
    lambda four: st.sampled_from(
        [
            Postcodes(f"{four}", f"{four}"),
            Postcodes(f"{four}", f"{four + 9}"),
            Postcodes(f"{four}AB", f"{four}AK"),
            Postcodes(f"{four}AB", f"{four + 1}XZ"),
            Postcodes(f"{four}QQ", f"{four}QQ"),
        ]
    )
)
AREAS = st.builds(
    WorkArea,
    st.lists(st.builds(_stretch, NAMES, NUMBERS, st.sampled_from(Side)), unique=True, max_size=6).map(tuple),
    st.lists(CODES, unique=True, max_size=4).map(tuple),
    st.none() | st.sampled_from(["De Sluis", "Noord 2", "Oost fase 3", "Werkpark 't Hof"]),
)


@settings(deadline=None)
@given(AREAS, st.sampled_from(["nl", "en"]))
def test_what_is_written_is_read_back(area: WorkArea, language: str) -> None:
    assert read(write(area, language), language) == (area, ())


ANYTHING = st.text(
    st.characters()
    | st.sampled_from("Dorpsstraat 1-99, oneven en even 3021 AB t/m ( ) : ; vanaf hele \u202e\u200f🏠\n"),
    max_size=120,
)


@settings(deadline=None)
@given(ANYTHING, st.sampled_from(["nl", "en"]))
@example("Dorpsstraat 1-9 t/m", "nl")
@example("heel het park heel het park X", "nl")
@example("park van van 12", "nl")
def test_whatever_was_understood_of_any_text_stays_what_it_is(text: str, language: str) -> None:
    area, problems = read(text, language)
    assert read(write(area, language), language) == (area, ())
    lines = text.splitlines()
    assert all(problem.because and lines[problem.line - 1].strip().startswith(problem.text[:5]) for problem in problems)


def test_ten_thousand_lines_and_a_line_of_two_thousand_letters_take_no_time() -> None:
    lines = [f"Straat{number:x}weg {number % 90 + 1}-{number % 90 + 99} oneven" for number in range(10_000)]
    nasty = ["1 " * 1000, "x" * 2000, "a-" * 1000, "en " * 66, "1-" * 99, "12 " * 66, "(" * 200, "1 t/m " * 33]
    started = time.process_time()
    area, problems = read("\n".join([*lines, *nasty]))
    assert time.process_time() - started < 8  # of a slow machine; two seconds on a quick one
    assert len(area.stretches) >= 10_000
    assert len(problems) >= 4
