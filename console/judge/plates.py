"""Licence plates. Hyphens, a word such as "kenteken" or a car before it decide: "70jaar", "11 11 of" are no plates."""

import re
from collections.abc import Iterator
from typing import Final

from console.domain.judgement import PersonalData
from console.judge.cues import Reading
from console.judge.found import Found

# The Dutch sidecodes 1 to 14 (RDW), x for letters and 9 for digits; trailers and lorries use the same.
_SIDECODES: Final = frozenset(
    (
        "xx-99-99", "99-99-xx", "99-xx-99", "xx-99-xx", "xx-xx-99", "99-xx-xx", "99-xxx-9",
        "9-xxx-99", "xx-999-x", "x-999-xx", "xxx-99-x", "x-99-xxx", "9-xx-999", "999-xx-9",
    )
)  # fmt: skip
# A Belgian plate is written the same way since 2010: one digit, three letters, three digits.
_BELGIAN: Final = "9-xxx-999"
# A group ends where letters turn into digits or the other way round, or at a separator; never inside a word.
_GROUP: Final = r"([a-z]{1,3}(?![a-z])|\d{1,3}(?!\d))"
_DUTCH: Final = re.compile(rf"(?<![\w\-]){_GROUP}([ \-]{{0,2}}){_GROUP}([ \-]{{0,2}}){_GROUP}(?![\w\-])", re.ASCII)
# Plates of other countries have many forms; a word for plate or a car just before, capitals and length must agree.
_ABROAD: Final = re.compile(
    r"(?<![\w\-])(?:[a-z]{1,3}(?![a-z])[ \-]{0,2}(?:[a-z]{1,2}[ \-])?\d{1,4}[ \-]?[a-z0-9]{1,4}|[a-z]{1,3} \d{3,4}"
    r"|\d{2} [a-z]{2,3} \d{2,3}|[a-z]{1,2} \d{4}-\d)(?![\w\-])",
    re.ASCII,
)
# How far before a plate the word may stand that makes it one, in characters.
_REACH_PLATE: Final = 45
_REACH_CAR: Final = 30
_REACH_NEXT: Final = 4
_FEWEST_ABROAD: Final = 5


def find_plates(reading: Reading) -> Iterator[Found]:
    """Yield the licence plates of a text."""
    folded = reading.folded
    if not any(map(str.isdigit, folded.text)):
        return
    for match in _DUTCH.finditer(folded.text):
        if _has_dutch_form(match) and (_has_hyphens(match) or _is_expected(reading, match)):
            yield Found(PersonalData.PLATE, *match.span())
    if not reading.has("vehicle.plate", "vehicle.car"):
        return
    for match in _ABROAD.finditer(folded.text):
        if _is_announced(reading, match.start()) and _is_abroad(folded.as_written(*match.span())):
            yield Found(PersonalData.PLATE, *match.span())


def _is_announced(reading: Reading, place: int) -> bool:
    """Return whether a word for plate stands before a place, or a car right before it."""
    return reading.is_before("vehicle.plate", place, _REACH_PLATE) or reading.is_before(
        "vehicle.car", place, _REACH_NEXT
    )


def _is_expected(reading: Reading, match: re.Match[str]) -> bool:
    """Return whether something announces a plate; after a car some words back it must stand in capitals."""
    if _is_announced(reading, match.start()):
        return True
    is_near_car = reading.is_before("vehicle.car", match.start(), _REACH_CAR)
    return is_near_car and _is_upper(reading.folded.as_written(*match.span()))


def _has_dutch_form(match: re.Match[str]) -> bool:
    """Return whether three groups have the form of a Dutch plate, or with hyphens of a Belgian one."""
    groups = (match[1], match[3], match[5])
    form = "-".join(("9" if group.isdigit() else "x") * len(group) for group in groups)
    return form in _SIDECODES or (form == _BELGIAN and _has_hyphens(match))


def _has_hyphens(match: re.Match[str]) -> bool:
    return bool(match[2] == match[4] == "-")


def _is_abroad(written: str) -> bool:
    """Return whether capitals and at least two digits, five in all, may be a plate of another country."""
    characters = [character for character in written if character.isalnum()]
    digits = sum(map(str.isdigit, characters))
    return len(characters) >= _FEWEST_ABROAD and digits > 1 and _is_upper(written)


def _is_upper(written: str) -> bool:
    return written == written.upper()
