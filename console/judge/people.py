"""Names, pictures and children, only where a pattern leaves no doubt. What needs reading waits for the next judge."""

import re
from collections.abc import Iterator
from typing import Final

from console.domain.judgement import PersonalData
from console.judge.cues import Reading
from console.judge.found import Found
from console.judge.normalise import Folded

_WORD: Final = r"[^\W\d_][\w'\-]{1,30}+"
_INITIALS: Final = r"(?:[^\W\d_]\. ?){1,4}"
_PARTICLE: Final = r"(?:(?:van|de|der|den|ter|ten|te|el|al|bin|la|v\.?d\.?) ){0,3}"
# What stands before a full name: "ene Jan Jansen", "t.n.v. J. Jansen", "hij heet Jan Jansen".
_FULL_NAME: Final = re.compile(
    r"\b(?:ene|heet|genaamd|t\.?n\.?v\.?|op naam van|ten name van|toevoegen:?|noemt zich) "
    r"(?:(?:de )?(?:heer|dhr\.?|mevrouw|mevr\.?|mw\.?) )?"
    rf"(?P<first>{_WORD} |{_INITIALS} ?)(?P<mid>{_PARTICLE})(?P<last>{_WORD})"
)
_FAMILY: Final = (
    r"(?:klein|pleeg|stief)?(?:dochter(?:tje)?s?|zoon(?:tje)?s?)|neefje|nichtje|buur(?:jongen|meisje)(?:tje)?|"
    r"kleuter|peuter"
)
_CHILD: Final = r"meisje|jongetje|jongen|jochie|joch|ventje|kindje|kind|meid"
_NO_AGE: Final = (
    r"\b(?![.:,]?\d|-| (?:euro|uur|keer|km|meter|tot|tm|t/m|en|of|jaar op|weken|dagen|man|mensen|"
    r"jan|feb|maart|april|mei|juni|juli|aug|sep|okt|nov|dec))"
)
# "mijn dochter (9)", "zoontje van 6"; a strange child only with its age in brackets or after a comma: "een jongen van
# 15" in the street is not known by that.
_CHILD_AGE: Final = re.compile(
    rf"\b(?:{_FAMILY})\b(?: {_WORD}){{0,2}}?,? "
    rf"(?:\((\d{{1,2}})(?: jaar)?\)|(?:van|is|net) (\d{{1,2}}){_NO_AGE}|(?<!al )(\d{{1,2}}) jaar{_NO_AGE})"
    rf"|\b(?:{_CHILD})\b(?: {_WORD})?(?: \((\d{{1,2}})(?: jaar)?\)|, (\d{{1,2}}) jaar{_NO_AGE})"
)
# "Finn (7)", "Mats (13, Vlierstraat)", "Timo van 5", "Fenna, 7 jaar".
_NAME_AGE: Final = re.compile(
    rf"(?<!\w)(?P<name>{_WORD})(?: \((\d{{1,2}})(?: jaar)?[),]| van (\d{{1,2}}){_NO_AGE}|, (\d{{1,2}}) jaar{_NO_AGE})"
)
_ADULT: Final = 16


def find_people(reading: Reading) -> Iterator[Found]:
    """Yield names, pictures of people and data about children."""
    folded = reading.folded
    yield from _find_names(folded)
    if reading.has("people.media"):
        yield from _find_photo(reading)
    if any(map(str.isdigit, folded.text)):
        yield from _find_minors(folded)


def _has_capital(folded: Folded, place: int) -> bool:
    return folded.as_written(place, place + 1).isupper()


def _find_names(folded: Folded) -> Iterator[Found]:
    for match in _FULL_NAME.finditer(folded.text):
        if _has_capital(folded, match.start("first")) and _has_capital(folded, match.start("last")):
            yield Found(PersonalData.NAME, match.start("first"), match.end())


def _find_photo(reading: Reading) -> Iterator[Found]:
    """Yield the mark of a picture when the text says that a person is on it."""
    if not reading.has("people.person"):
        return
    for hit in reading.found("people.media"):
        yield Found(PersonalData.PHOTO, hit.start, hit.end)


def _find_minors(folded: Folded) -> Iterator[Found]:
    for match in _CHILD_AGE.finditer(folded.text):
        if _is_age_of_child(match):
            yield Found(PersonalData.MINOR, *match.span())
    for match in _NAME_AGE.finditer(folded.text):
        if _is_age_of_child(match) and _has_capital(folded, match.start("name")):
            yield Found(PersonalData.MINOR, *match.span())


def _is_age_of_child(match: re.Match[str]) -> bool:
    """Return whether the number that matched is an age below sixteen."""
    age = next(group for group in match.groups() if group is not None and group.isdigit())
    return 0 < int(age) < _ADULT
