"""Licence plates. Hyphens, a word such as "kenteken" or a car before it decide: "70jaar", "11 11 of" are no plates."""

import re
from collections.abc import Iterator
from typing import Final

from console.domain.judgement import PersonalData
from console.judge.cues import Reading
from console.judge.found import Found

# The Dutch sidecodes 1 to 14 (RDW), x for letters and 9 for digits; trailers and lorries use the same.
_ANY_DIGIT: Final = re.compile(r"\d")
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
    r"(?<![\w\-])(?:[a-z]{1,3}(?![a-z])[ \-]{0,2}(?:[a-z]{1,3}[ \-])?\d{1,4}[ \-]?[a-z0-9]{1,4}|"
    r"[a-z]{1,3} \d{3,4}"
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
    yield from _told_in_words(reading)
    if not _ANY_DIGIT.search(folded.text):
        return
    for match in _DUTCH.finditer(folded.text):
        if _has_dutch_form(match) and (_has_hyphens(match) or _is_expected(reading, match)):
            yield Found(PersonalData.PLATE, *match.span())
    for match in _ABROAD.finditer(folded.text):
        if (_is_announced(reading, match.start()) or _NATION_AFTER.match(folded.text, match.end())) and _is_abroad(
            folded.as_written(*match.span())
        ):
            yield Found(PersonalData.PLATE, *match.span())


_NATION: Final = (
    r"(?:roem|pool?s|bulgaar|duit|belg|frans|lito?uw|lets?|est|hongaar|tsjech|slowaak|oekra|spaan|"
    r"italia|brits|engels|turk)\w{0,6}"
)
_NATION_AFTER: Final = re.compile(
    rf"[ ,(]{{1,3}}(?:een )?{_NATION}\b| \((?:pl|ro|bg|lt|d|b|f|ua|uk|gb|cz|hu|sk|lv|es|tr|ee|i|e)\)"
)
_CAR_BEFORE: Final = re.compile(
    r"\b(?:golfje|polootje|autootje|karretje|wagentje|corsaatje|pandaatje|bmwtje|scootertje|"
    r"brommertje|fiatje|kleintje|nummerbordje)[ ,:]{1,3}$"
)
_DRIVES: Final = re.compile(r"\b(?:rijdt|rijden|reed|rijdend in)(?: in)? $")
# How far behind the word for plate or a car the letters and digits may begin that are told in words.
_TOLD: Final = re.compile(r"[a-z]+|\d+")
_TOLD_REACH: Final = 60
_TOLD_LENGTH: Final = range(5, 9)
_PASSED: Final = frozenset(
    ("letters", "letter", "cijfers", "cijfer", "dan", "en", "de", "streepje", "is", "van", "met")
)
_WORDS: Final = {
    word: str(value)
    for value, word in enumerate(("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"))
}
# "een" says nothing: it is an article too.
_NUMBER_WORDS: Final = frozenset(_WORDS) - {"een"}
_MOST_TOLD: Final = 50


def _told_in_words(reading: Reading) -> Iterator[Found]:
    """Yield plates with digits in words: "plaat negen-acht B L J drie", "Berlingo, twee drie, letters Z G F, vier"."""
    text = reading.folded.text
    if _NUMBER_WORDS.isdisjoint(reading.words):
        return
    for hit in reading.found("vehicle.plate", "vehicle.car")[:_MOST_TOLD]:
        plate, start, end, has_word = "", 0, 0, False
        for match in _TOLD.finditer(text, hit.end, hit.end + _TOLD_REACH):
            part = _WORDS.get(match[0], match[0])
            if match[0] in _PASSED and plate:
                continue
            if len(part) > len("klm") or (
                part == match[0]
                and part.isalpha()
                and len(part) > 1
                and not _is_upper(reading.folded.as_written(*match.span()))
            ):
                break
            start = start if plate else match.start()
            plate, end, has_word = plate + part, match.end(), has_word or match[0] in _NUMBER_WORDS
        digits = sum(map(str.isdigit, plate))
        if has_word and len(plate) in _TOLD_LENGTH and 1 < digits < len(plate) - 1:
            yield Found(PersonalData.PLATE, start, end)


def _is_announced(reading: Reading, place: int) -> bool:
    """Return whether a word for plate stands before a place, or a car right before it."""
    return reading.is_before("vehicle.plate", place, _REACH_PLATE) or reading.is_before(
        "vehicle.car", place, _REACH_NEXT
    )


def _is_expected(reading: Reading, match: re.Match[str]) -> bool:
    """Return whether something announces a plate; after a car some words back it must stand in capitals."""
    text = reading.folded.text
    if _is_announced(reading, match.start()) or _CAR_BEFORE.search(text, max(0, match.start() - 20), match.start()):
        return True
    is_driven = _DRIVES.search(text, max(0, match.start() - 12), match.start()) is not None
    is_near_car = is_driven or reading.is_before("vehicle.car", match.start(), _REACH_CAR)
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
