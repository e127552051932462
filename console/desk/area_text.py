"""A work area as people write it, one line for each street or postcode, and an address in a loose line."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from console import texts
from console.desk.area_match import bounds, postcode, shown_postcode
from console.desk.street_names import folded
from console.domain.work_area import Postcodes, Side, Stretch, WorkArea

LONGEST_LINE: Final = 200
MOST_NUMBERS: Final = 200  # of four digits in one range of postcodes: a large town

_BULLET: Final = re.compile(r"^\s*(?:[-*•◦▪·–]+|\d{1,3}[.)])\s+(?=\S)")
_PARK: Final = re.compile(
    r"(?:(?:het|de|the)\s+)?(?:ge)?(?:heel|hele|heele|whole|all of)\s+(?:het\s+|de\s+|the\s+)?"
    r"(?:park|bedrijven(?:park|terrein)|industrie(?:park|terrein)|terrein|(?:vakantie|recreatie|bungalow)park"
    r"|business park|industrial estate|estate)\b\s*(.*)",
    re.IGNORECASE,
)
_CODE: Final = r"\d{4}(?:\s*[A-Za-z]{2})?"
_TO: Final = r"(?:-+|[–—‐‑‒]|\.\.\.?|t\s*/\s*m|t\.?e?\.?m\.?|tot\s+en\s+met|tot\s+aan|tot|to|through|until|en\s+met)"
_CODES: Final = re.compile(
    rf"(?:postcodes?(?:gebied)?|postal codes?|pc)?\s*:?\s*(?:van\s+|from\s+)?({_CODE})"
    rf"(?:\s*{_TO}\s*({_CODE}|[A-Za-z]{{2}}))?\.?",
    re.IGNORECASE,
)

_N: Final = r"(\d{1,6})(?:\s?[a-z](?![a-z]))?"
_START: Final = r"(?:^|(?<=[\s,(:]))"
_HOUSES: Final = r"(?:(?:huis)?(?:nummers?|nrs?\.?|nos?\.?)|(?:house\s)?numbers?)?\s*"
_END: Final = r"\s*\)?\s*$"
_RANGE: Final = re.compile(rf"{_START}{_HOUSES}(?:van\s+|from\s+)?{_N}\s*{_TO}\s*{_N}{_END}", re.IGNORECASE)
_FROM: Final = re.compile(
    rf"{_START}{_HOUSES}(?:(?:vanaf|from)\s+{_HOUSES}{_N}(?:\s+(?:en\s+hoger|en\s+verder))?"
    rf"|{_N}\s*(?:en\s+(?:hoger|verder|op|hogere?\s+nummers)|e\.?\s?v\.?|and\s+(?:up|higher)|onwards|\+)){_END}",
    re.IGNORECASE,
)
_UPTO: Final = re.compile(
    rf"{_START}{_HOUSES}(?:t\s*/\s*m|tot\s+en\s+met|tot\s+aan|tot|up\s+to)\s*{_HOUSES}{_N}{_END}", re.IGNORECASE
)
_ONE: Final = re.compile(rf"{_START}{_HOUSES}{_N}{_END}", re.IGNORECASE)
_WORD: Final = r"(?:\s*(?:huis)?(?:nummers?|nrs?\.?)|\s*(?:house\s+)?numbers?|\s*(?:zijden?|kant(?:en)?|sides?))?"
_SIDES: Final = (
    (
        Side.ALL,
        r"(?:on)?even\s*(?:en|\+|&|/)\s*(?:on)?even|odd\s*(?:and|\+|&|/)\s*even|even\s*(?:and|\+|&|/)\s*odd"
        r"|beide|both|alle|all|hele(?:\s+straat)?|geheel|helemaal|volledig|whole(?:\s+street)?|entire(?:\s+street)?",
    ),
    (Side.ODD, r"oneven|odd"),
    (Side.EVEN, r"even"),
)
_SIDE: Final = tuple(
    (side, re.compile(rf"(?:^|(?<=[\s,(:\d]))\(?(?:de\s+|the\s+)?(?:{words}){_WORD}{_END}", re.IGNORECASE))
    for side, words in _SIDES
)
_WHOLE: Final = re.compile(
    r"^(?:de\s+)?(?:ge)?(?:hele|whole|entire|alle?|the whole)\s+(?:of\s+)?(?:de\s+|het\s+)?", re.IGNORECASE
)
_BETWEEN: Final = re.compile(
    r"[;,]|(?:(?<=\d{4})|(?<=\d[A-Za-z]{2})|(?<=\d\s[A-Za-z]{2}))\s+(?:en|and|&)\s+(?=\d{4}(?!\d))"
)
_CELLS: Final = re.compile(r"([^\t]*[^\t\d][^\t]*)\t\s*(\d+\s?\w?)\t\s*(\d+\s?\w?)\s*(?:\t(.*))?")
_JOINT: Final = re.compile(r"(?:\s*[,;&+]|\s+en|\s+and)\s*$", re.IGNORECASE)
_YEAR: Final = re.compile(r"1[5-9]\d\d|20\d\d")
_BARE: Final = frozenset({"plein", "straat", "laan", "weg", "plantsoen", "park"})  # "Plein 1940" is a name


@dataclass(frozen=True, slots=True)
class Problem:
    """A line that was not understood: its number (from 1), the line, and what to do, in one sentence."""

    line: int
    text: str
    because: str


class _NotUnderstoodError(Exception):
    """What is wrong with a line: a key under ``[area]`` with its values."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


class _Numbers(NamedTuple):
    first: int | None
    last: int | None


def read(text: str, language: str = texts.DEFAULT_LANGUAGE) -> tuple[WorkArea, tuple[Problem, ...]]:
    """Return the area that lines of text describe, and the lines that were not understood.

    What is there twice counts once. Lines may have bullets; several streets on a line stand between commas or
    semicolons.
    """
    stretches: dict[Stretch, None] = {}
    postcodes: dict[Postcodes, None] = {}
    park: str | None = None
    problems = []
    for number, line in enumerate(text.splitlines(), 1):
        clean = _cleaned(line)
        if not clean:
            continue
        try:
            for found in _read_line(clean):
                if isinstance(found, Stretch):
                    _check(found)
                    stretches[found] = None
                elif isinstance(found, Postcodes):
                    postcodes[found] = None
                elif park is not None and folded(park) != folded(found):
                    raise _NotUnderstoodError("problem_one_park", park=park)
                else:
                    park = park or found
        except _NotUnderstoodError as error:
            because = texts.say(f"area.{error.key}", language, **error.values)
            problems.append(Problem(number, line.strip()[:LONGEST_LINE], because))
    return WorkArea(tuple(stretches), tuple(postcodes), park), tuple(problems)


def write(area: WorkArea, language: str = texts.DEFAULT_LANGUAGE) -> str:
    """Return an area as text that ``read`` understands, one line for each part."""
    return "\n".join(lines_of(area, language))


def lines_of(area: WorkArea, language: str) -> list[str]:
    """Return the lines of ``write``."""
    lines = [_written(stretch, language) for stretch in area.stretches]
    lines += [_written_postcodes(postcodes) for postcodes in area.postcodes]
    if area.park:
        lines.append(texts.say("area.whole_park", language, park=area.park))
    return lines


def _written(stretch: Stretch, language: str) -> str:
    side = "" if stretch.side is Side.ALL else texts.say(f"area.side_{stretch.side}", language)
    if stretch.first is None:
        numbers = "" if stretch.last is None else texts.say("area.to_number", language, last=stretch.last)
    elif stretch.last is None:
        numbers = texts.say("area.from_number", language, first=stretch.first)
    else:
        numbers = f"{stretch.first}" if stretch.first == stretch.last else f"{stretch.first}-{stretch.last}"
    return " ".join(filter(None, (stretch.street, numbers, side)))


def _written_postcodes(postcodes: Postcodes) -> str:
    first, last = shown_postcode(postcodes.first), shown_postcode(postcodes.last)
    return first if first == last else f"{first} - {last}"


def _cleaned(line: str) -> str:
    """Return a line without bullets and marks that nobody sees."""
    cells = _CELLS.fullmatch(line)  # as they come from a sheet: street, from, to, side
    line = f"{cells[1]} {cells[2]}-{cells[3]} {cells[4] or ''}" if cells else line.replace("\t", ", ")
    marks = unicodedata.normalize("NFC", line)
    seen = "".join(" " if unicodedata.category(mark)[0] in "CZ" else mark for mark in marks)
    return " ".join(_BULLET.sub("", seen).split()).strip(" .;,")


def _check(stretch: Stretch) -> None:
    """Refuse what would read as something else once it is written down again ("vanaf vanaf 12" is no street)."""
    for line in {_written(stretch, language) for language in texts.LANGUAGES}:
        if tuple(_read_line(line)) != (stretch,):
            raise _NotUnderstoodError("problem_street")


def _read_line(line: str) -> Iterator[Stretch | Postcodes | str]:
    """Yield what a line names: parts of streets, postcodes, the name of a park."""
    if len(line) > LONGEST_LINE:
        raise _NotUnderstoodError("problem_long", longest=LONGEST_LINE)
    found: list[Stretch | Postcodes | str] = []
    for piece in _BETWEEN.split(line):
        part = piece.strip(" .")
        if not part:
            continue
        if (park := _PARK.fullmatch(part)) is not None:
            found.append(_park_name(park[1]))
        elif (codes := _CODES.fullmatch(part)) is not None and not _continues(found, part):
            found.append(_postcodes(codes[1], codes[2]))
        else:
            found = [*_read_street(found, part)]
    yield from found


def _continues(found: list[Stretch | Postcodes | str], part: str) -> bool:
    """Whether a number of four digits after a comma is a house of the street before it, which has such numbers."""
    before = found[-1] if found else None
    return isinstance(before, Stretch) and part[:1].isdigit() and (before.last or before.first or 0) >= 1000


def _park_name(written: str) -> str:
    name = written.strip(" .'\"“”‘’()")
    if not folded(name):
        raise _NotUnderstoodError("problem_park_name")
    return name


def _postcodes(first: str, last: str | None) -> Postcodes:
    low = postcode(first)
    if last is not None and last.isalpha():  # "3021 AB-AK"
        last = first[:4] + last
    high = low if last is None else postcode(last)
    if low is None or high is None:
        raise _NotUnderstoodError("problem_postcode", postcode=first if low is None else last)
    area = Postcodes(low, high)
    begin, end = bounds(area)
    if begin > end:
        raise _NotUnderstoodError("problem_backwards")
    if int(end[:4]) - int(begin[:4]) >= MOST_NUMBERS:
        raise _NotUnderstoodError("problem_wide", most=MOST_NUMBERS)
    return area


def _read_street(found: list[Stretch | Postcodes | str], part: str) -> list[Stretch | Postcodes | str]:
    """Return what was found with one piece of a line: a street, or more numbers or the side of the one before."""
    name, numbers = _split(part)
    if not name:
        return _with_more(found, numbers)
    if not 1 < len(name) <= 80 or sum(mark.isalpha() for mark in name) < 2 or not folded(name):
        raise _NotUnderstoodError("problem_street")
    return [*found, *(_stretch(name, part, side) for part, side in numbers)]


def _with_more(
    found: list[Stretch | Postcodes | str], numbers: list[tuple[_Numbers, Side | None]]
) -> list[Stretch | Postcodes | str]:
    if not found or not isinstance(before := found[-1], Stretch):
        raise _NotUnderstoodError("problem_street")
    if len(numbers) == 1 and numbers[0][0] == _Numbers(None, None):  # "1-9, 15-21, oneven"
        side = numbers[0][1] or Side.ALL
        return [replace(one, side=side) if isinstance(one, Stretch) and _same(one, before) else one for one in found]
    if before == Stretch(before.street):  # "Dorpsstraat, 1-99"
        found = found[:-1]
    return [*found, *(_stretch(before.street, part, side) for part, side in numbers)]


def _same(one: Stretch, before: Stretch) -> bool:
    return one.street == before.street and one.side is Side.ALL


def _stretch(street: str, numbers: _Numbers, side: Side | None) -> Stretch:
    first, last = numbers
    if max(first or 0, last or 0) > 99_999:
        raise _NotUnderstoodError("problem_number")
    if first is not None and last is not None:
        if first > last:
            raise _NotUnderstoodError("problem_backwards")
        if first == last and side in {Side.ODD, Side.EVEN} and (first % 2 == 1) != (side is Side.ODD):
            raise _NotUnderstoodError("problem_side", number=first)
    return Stretch(street, first, last, side or Side.ALL)


def _split(part: str) -> tuple[str, list[tuple[_Numbers, Side | None]]]:
    """Take the numbers and sides off the end of a line; the name of the street is left."""
    numbers: list[tuple[_Numbers, Side | None]] = []
    side: Side | None = None
    rest = part
    while rest:
        taken = _side_at_end(rest)
        if taken is not None:
            rest, said = taken
            if any(own is None for _, own in numbers):  # "oneven 1-99"
                numbers = [(one, own or said) for one, own in numbers]
            else:  # "1-9 en 15-21 oneven"
                side = said
        elif (house := _numbers_at_end(rest)) is not None and not _is_name(rest, house[0]):
            rest = house[0]
            numbers.insert(0, (house[1], side))
        else:
            break
        rest = _JOINT.sub("", rest).rstrip(" :,(")
    name = _WHOLE.sub("", rest).strip(" :-,(.")
    return name, numbers or [(_Numbers(None, None), side)]


def _side_at_end(rest: str) -> tuple[str, Side] | None:
    for side, pattern in _SIDE:
        found = pattern.search(rest)
        if found is not None:
            return rest[: found.start()].rstrip(), side
    return None


def _numbers_at_end(rest: str) -> tuple[str, _Numbers] | None:
    if (found := _RANGE.search(rest)) is not None:
        return rest[: found.start()].rstrip(), _Numbers(int(found[1]), int(found[2]))
    if (found := _FROM.search(rest)) is not None:
        return rest[: found.start()].rstrip(), _Numbers(int(found[1] or found[2]), None)
    if (found := _UPTO.search(rest)) is not None:
        return rest[: found.start()].rstrip(), _Numbers(None, int(found[1]))
    if (found := _ONE.search(rest)) is not None:
        return rest[: found.start()].rstrip(), _Numbers(int(found[1]), int(found[1]))
    return None


def _is_name(rest: str, street: str) -> bool:
    """Whether a number belongs to the name: "Plein 1940", "Plein '40-'45"."""
    number = rest[len(street) :].strip()
    return street.casefold().strip() in _BARE and (bool(_YEAR.match(number)) or number.replace("'", "") == "40-45")
