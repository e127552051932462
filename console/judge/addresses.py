"""Streets with a house number. The ending of the word decides; one that common words have too asks for a capital."""

import re
from collections.abc import Iterator
from typing import Final

from console.domain.judgement import PersonalData
from console.judge.found import Found
from console.judge.normalise import Folded

_SURE: Final = (
    "straat", "str", "laan", "dreef", "plein", "plantsoen", "singel", "kade", "gracht", "steeg", "boulevard", "bocht",
)  # fmt: skip
# Endings of streets that end ordinary words too ("onderweg", "winkelwagenpark"): only with a capital.
_WITH_CAPITAL: Final = (
    "weg", "dijk", "hof", "pad", "park", "baan", "ring", "markt", "wal", "poort", "veld", "kamp", "hei", "erf", "brink",
    "akker", "berg", "burg", "horst", "wijk", "haven", "oord", "beek", "hoek", "donk", "molen", "meent", "gaarde",
    "rade", "zoom", "oever", "daal", "dal", "kruid", "bloem",
)  # fmt: skip
_ENDINGS: Final = _SURE + _WITH_CAPITAL
# Words that end like a street and are none, so that "op de milieustraat 3 containers" is no address.
_ORDINARY: Final = frozenset(
    (
        "fietspad", "voetpad", "wandelpad", "achterpad", "snelweg", "rijksweg", "spoorweg", "ventweg", "onderweg",
        "luchthaven", "speelplein", "schoolplein", "zijstraat", "dwarsstraat", "winkelstraat", "milieustraat",
        "wasstraat", "woonstraat", "busbaan", "loopbaan", "rijbaan",
    )
)  # fmt: skip
# What may not follow a number: the rest of a time or amount ("Kerkstraat 22.10"), or what it counts ("3 jongens").
_COUNTED: Final = (
    r"uur|u|km|m|meter|minuten|min|jaar|keer|x|euro|procent|graden|dag|dagen|week|weken|maand|maanden|man|mannen|vrouw\w*|"
    r"jongen\w*|meisje\w*|meiden|gast\w*|kinder\w*|kind|kerel\w*|lui|heren|heer|dames|personen|mensen|agent\w*|politie\w*|"
    r"auto\w*|wagens?|bus\w*|scooter\w*|fiets\w*|brommer\w*|lantaarn\w*|lampen|zakken|container\w*|hond|honden|kat|katten|"
    r"plaatsen|witte|grijze|blauwe"
)
_NUMBER: Final = (
    rf"(?!(?:19|20)\d\d\b)\d{{1,4}}(?![.,:]?\d|[ \-]?(?:{_COUNTED})\b|%|(?:e|de|ste)\b|'s)"
    r"(?:[ \-]?[a-z](?![\w'])|[ \-](?:bis|hs|rood|zwart|boven)\b|-[ivx0-9]{1,4}\b)?"
)
# Possessive quantifiers: a word is taken whole or not at all, so a long line of letters costs one look.
_STREET_FIRST: Final = re.compile(
    rf"(?<![\w'\-])(?P<name>[\w'\-]{{1,60}}+)(?:(?<=str)\.)?,? (?:nr\.? ?|nummer |no\.? ?|huisnummer )?{_NUMBER}"
)
_NUMBER_FIRST: Final = re.compile(
    rf"\b(?:nr\.?|nummer|huisnummer) {_NUMBER} (?:van|in|op|aan) (?:de|het) "
    rf"(?:[\w'\-]{{1,30}}+ )?(?P<name>[\w'\-]{{4,60}}+)"
)
_FEWEST_BEFORE: Final = 3


def find_addresses(folded: Folded) -> Iterator[Found]:
    """Yield every street with its house number."""
    for pattern in (_STREET_FIRST, _NUMBER_FIRST):
        for match in pattern.finditer(folded.text):
            if _is_street(folded, match["name"], match.start("name")):
                yield Found(PersonalData.ADDRESS, *match.span())


def _is_street(folded: Folded, name: str, start: int) -> bool:
    """Return whether a word beside a number is the name of a street."""
    if not name.endswith(_ENDINGS) or name in _ORDINARY:
        return False
    ending = next(ending for ending in _ENDINGS if name.endswith(ending))
    has_capital = folded.as_written(start, start + 1).isupper()
    if len(name) - len(ending) < _FEWEST_BEFORE:
        # The ending alone: "Singel 4", or with a capital word before it "Lange Kamp 64a".
        return has_capital and (ending in _SURE or _has_capital_before(folded, start))
    return ending in _SURE or has_capital


def _has_capital_before(folded: Folded, start: int) -> bool:
    """Return whether the word before a place begins with a capital and does not begin the text."""
    word = re.search(r"(?<=\W)[\w'\-]{1,30} $", folded.text[max(0, start - 32) : start])
    return word is not None and folded.as_written(start - len(word[0]), start)[0].isupper()
