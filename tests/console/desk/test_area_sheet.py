"""A work area out of a sheet."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.desk import area_sheet, sheets
from console.desk.area_sheet import area_of_rows, stretches_of
from console.desk.area_text import read
from console.domain.work_area import Postcodes, Side, Stretch


@pytest.fixture
def take(console, tmp_path):
    """Take in a CSV file with these lines: the text that comes of it, and what was wrong."""

    def take(*lines: str) -> tuple[str, list[str]]:
        path = tmp_path / "straten.csv"
        path.write_text("\n".join(lines), encoding="utf-8")
        plan = area_sheet.plan()
        sheet = sheets.open_sheet(path, plan.fields)
        checked = sheets.check(sheet, sheets.guess(sheet, plan.fields), plan.fields, same=plan.same, also=plan.also)
        taken = plan.take(console, checked.rows)
        return taken.text, [f"{one.row_number}: {one.what('nl')}" for one in checked.problems]

    return take


def test_a_street_on_each_row(take) -> None:
    text, problems = take(
        "Straat;Van;Tot;Kant;Postcode", "Dorpsstraat;1;99;oneven;", "Kerkweg;;;;", "Lindelaan;12;;;", ";;;;3021 AB"
    )
    assert problems == []
    assert text == "Dorpsstraat 1-99 oneven\nKerkweg\nLindelaan vanaf 12\n3021 AB"


def test_a_house_on_each_row_becomes_few_lines(take) -> None:
    text, problems = take(
        "straatnaam,huisnummer,postcode",
        *(f"Dorpsstraat,{number},3021 AB" for number in range(1, 10)),
        *(f"Kerkweg,{number}a,3021 AC" for number in (2, 4, 6, 12)),
        "dorpsstr.,10,3021 AB",
    )
    assert problems == []
    assert text == "Dorpsstraat 1-10\nKerkweg 2-6 even\nKerkweg 12\n3021 AB - 3021 AC"


def test_numbers_in_the_same_cell_as_the_street(take) -> None:
    text, _ = take("Straat", "Dorpsstraat 1-99 oneven", "Kerkweg 12", "Kerkweg 14", "Molenpad")
    assert text == "Dorpsstraat 1-99 oneven\nMolenpad\nKerkweg 12-14 even"


def test_each_bad_row_is_told_and_the_good_ones_are_taken(take) -> None:
    text, problems = take(
        "Straat;Van;Tot;Kant;Postcode",
        "Dorpsstraat;99;1;;",
        ";;;;",
        "Kerkweg;een;;;",
        "Molenpad;;;links;",
        "Lindelaan;;;;30 AB",
        ";1;9;;",
        "Bosweg;;;;",
    )
    assert text == "Bosweg"
    assert [problem.split(":")[0] for problem in problems] == ["2", "4", "5", "6", "7"]
    assert "hoger dan het laatste" in problems[0]
    assert "geen straat en geen postcode" in problems[-1]


def test_postcodes_in_a_row_become_one_line() -> None:
    codes = ["3021AB", "3021AC", "3021AD", "3021RZ", "3021SB", "3022", "3023", "1000ZZ"]
    assert area_of_rows([{"postcode": code} for code in codes]).postcodes == (
        Postcodes("3022", "3023"),
        Postcodes("1000ZZ", "1000ZZ"),
        Postcodes("3021AB", "3021AD"),
        Postcodes("3021RZ", "3021SB"),  # 3021SA was never given
    )


@settings(deadline=None)
@given(st.sets(st.integers(1, 40), min_size=1))
def test_stretches_hold_exactly_the_houses(numbers: set[int]) -> None:
    def holds(stretch: Stretch, number: int) -> bool:
        is_side = stretch.side is Side.ALL or (number % 2 == 1) == (stretch.side is Side.ODD)
        return stretch.first <= number <= stretch.last and is_side

    made = list(stretches_of("Kerkweg", numbers))
    assert {number for number in range(60) if any(holds(stretch, number) for stretch in made)} == numbers
    assert len(made) <= len(numbers)


def test_fifty_thousand_rows_give_text_that_reads_back(console) -> None:
    rows = [{"street": f"Straat{number % 500}weg", "number": number // 500 + 1} for number in range(50_000)]
    area = area_of_rows(rows)
    assert len(area.stretches) == 500
    text = area_sheet.plan().take(console, tuple(rows)).text
    assert read(text) == (area, ())
