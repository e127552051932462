"""A work area from a sheet: a street on each row, with its numbers or without, or one house on each row."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from console.desk import area_match
from console.desk.area_text import read, write
from console.desk.console import Console
from console.desk.sheets import Field, Plan, Row, Written, one_of
from console.desk.street_names import folded
from console.domain.changes import Changes
from console.domain.work_area import Postcodes, Side, Stretch, WorkArea
from console.errors import ExpectedError

_SIDES: Final = {
    **dict.fromkeys(("oneven", "odd"), Side.ODD),
    "even": Side.EVEN,
    **dict.fromkeys(("alle", "beide", "oneven en even", "even en oneven", "all", "both"), Side.ALL),
}


@dataclass(frozen=True, slots=True)
class Taken:
    """What a sheet holds, as text for the field; nothing is kept before somebody says so."""

    text: str
    changes: Changes = field(default_factory=Changes)


def _house(written: Written) -> int | None:
    """A house number; what is added to it ("12a") does not matter here."""
    if not written.text:
        return None
    found = area_match.house_number(written.text)
    if found is None or not written.text.lstrip("0 #nNrRoO.").startswith(str(found.number)):
        raise ExpectedError("cell_not_number")
    return found.number


def _code(written: Written) -> str | None:
    """A postcode, also one without its letters."""
    if not written.text:
        return None
    code = area_match.postcode(written.text)
    if code is None:
        raise ExpectedError("cell_not_postcode")
    return code


FIELDS: Final = (
    Field(
        "street", ("straat", "straatnaam", "adres", "openbare ruimte", "openbareruimtenaam", "street", "street name")
    ),
    Field(
        "first",
        ("van", "vanaf", "van nummer", "eerste nummer", "eerste huisnummer", "huisnummer van", "from", "first number"),
        _house,
        key="sheets.area_first",
    ),
    Field(
        "last",
        (
            "tot",
            "t/m",
            "tm",
            "tot en met",
            "laatste nummer",
            "laatste huisnummer",
            "huisnummer tot",
            "to",
            "last number",
        ),
        _house,
        key="sheets.area_last",
    ),
    Field(
        "number", ("huisnummer", "nummer", "nr", "huisnr", "house number", "number"), _house, key="sheets.area_number"
    ),
    Field(
        "side",
        ("kant", "zijde", "even/oneven", "oneven/even", "even of oneven", "side"),
        one_of(_SIDES),
        key="sheets.area_side",
    ),
    Field("postcode", ("postcode", "pc", "pc6", "pc4", "postal code", "zip"), _code),
)


def plan() -> Plan:
    """Return how such a sheet is taken in."""

    def take(console: Console, rows: tuple[Row, ...]) -> Taken:
        return Taken(write(area_of_rows(rows), console.language))

    return Plan(FIELDS, take, also=_check)


def _check(row: Row) -> None:
    """Refuse a row that says nothing, or whose numbers cannot be."""
    first, last = row.get("first"), row.get("last")
    street = row.get("street")
    if (not street and not row.get("postcode")) or (isinstance(street, str) and read(street)[1]):
        raise ExpectedError("row_no_area")
    if isinstance(first, int) and isinstance(last, int) and first > last:
        raise ExpectedError("row_backwards")


def area_of_rows(rows: Iterable[Row]) -> WorkArea:
    """Return the area of good rows: houses in a row become one stretch, each part is there once."""
    stretches: dict[Stretch, None] = {}
    houses: dict[str, tuple[str, set[int]]] = {}
    codes: set[str] = set()
    for row in rows:
        street, number, code = row.get("street"), row.get("number"), row.get("postcode")
        first, last, side = row.get("first"), row.get("last"), row.get("side") or Side.ALL
        if isinstance(code, str):
            codes.add(code)
        if not isinstance(street, str):
            continue
        if first is None and last is None and side is Side.ALL:
            parts = (
                read(street)[0].stretches if number is None else (Stretch(street, _number(number), _number(number)),)
            )
        else:
            parts = (Stretch(street, _number(first), _number(last), Side(str(side))),)
        for part in parts:  # "Dorpsstraat 12" may stand in one cell
            if part.first is not None and part.first == part.last:
                houses.setdefault(folded(part.street).full, (part.street, set()))[1].add(part.first)
            else:
                stretches[part] = None
    runs = (run for street, numbers in houses.values() for run in stretches_of(street, numbers))
    return WorkArea((*stretches, *runs), tuple(_code_runs(codes)))


def _number(value: object) -> int | None:
    return value if isinstance(value, int) else None


def stretches_of(street: str, numbers: set[int]) -> Iterator[Stretch]:
    """Yield the stretches that hold exactly these houses: "1, 3, 5" is 1-5 (odd), "1, 2, 3" is 1-3."""
    odd, even = (list(_runs(sorted(number for number in numbers if number % 2 == rest))) for rest in (1, 0))
    both = [(one, other) for one in odd for other in even if _go_together(one, other)]
    for one, other in both:
        odd.remove(one)
        even.remove(other)
        yield Stretch(street, min(one[0], other[0]), max(one[1], other[1]))
    for runs, side in ((odd, Side.ODD), (even, Side.EVEN)):
        for first, last in runs:
            yield Stretch(street, first, last, Side.ALL if first == last else side)


def _runs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of each run of numbers that go up by two."""
    start = 0
    for place in range(1, len(numbers) + 1):
        if place == len(numbers) or numbers[place] != numbers[place - 1] + 2:
            yield numbers[start], numbers[place - 1]
            start = place


def _go_together(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return abs(one[0] - other[0]) == 1 and abs(one[1] - other[1]) == 1


def _code_runs(codes: Iterable[str]) -> Iterator[Postcodes]:
    """Yield ranges of postcodes of which the letters follow each other, and of whole numbers that do."""
    run: tuple[str, str] | None = None
    for code in sorted(codes, key=lambda code: (len(code), code)):
        if run is not None and _next(run[1]) == code:
            run = run[0], code
            continue
        if run is not None:
            yield Postcodes(*run)
        run = code, code
    if run is not None:
        yield Postcodes(*run)


def _next(code: str) -> str:
    """Return the postcode after one, "" after the last of a number."""
    if len(code) == 4:
        return str(int(code) + 1)
    number, first, second = code[:4], code[4], code[5]
    after = f"{number}{first}{chr(ord(second) + 1)}" if second != "Z" else f"{number}{chr(ord(first) + 1)}A"
    return "" if first == second == "Z" else after if area_match.postcode(after) else _next(after)  # no SA, SD, SS
