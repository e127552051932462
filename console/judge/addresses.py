"""Streets with a house number. The ending of the word decides; one that common words have too asks for a capital."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from console.domain.judgement import PersonalData
from console.judge.cues import Reading
from console.judge.found import Found
from console.judge.normalise import Folded

_SURE: Final = (
    "straat", "str", "laan", "dreef", "plein", "plantsoen", "singel", "kade", "gracht", "steeg", "boulevard", "bocht",
    "allee", "straatje", "pleintje", "laantje", "strjitte",
)  # fmt: skip
# Endings of streets that end ordinary words too ("onderweg", "winkelwagenpark"): only with a capital.
_WITH_CAPITAL: Final = (
    "weg", "dijk", "hof", "pad", "park", "baan", "ring", "markt", "wal", "poort", "veld", "kamp", "hei", "erf", "brink",
    "akker", "berg", "burg", "horst", "wijk", "haven", "oord", "beek", "hoek", "donk", "molen", "meent", "gaarde",
    "rade", "zoom", "oever", "daal", "dal", "kruid", "bloem", "vliet", "kanaal", "hage", "broek", "weide", "werf",
    "veer", "schans", "sluis", "brug", "terras", "hoeve", "gaard", "heuvel", "waard", "duin", "polder",
    "vaart", "weerd", "hout", "bosch", "eind", "einde", "bult", "tuin", "kolk", "dreven", "plaats", "warande", "grift",
    "wetering", "ven",
)  # fmt: skip
_ENDINGS: Final = _SURE + _WITH_CAPITAL
# Words that end like a street and are none, so that "op de milieustraat 3 containers" is no address.
_ORDINARY: Final = frozenset(
    (
        "fietspad", "voetpad", "wandelpad", "achterpad", "snelweg", "rijksweg", "spoorweg", "ventweg", "onderweg",
        "luchthaven", "speelplein", "schoolplein", "zijstraat", "dwarsstraat", "winkelstraat", "milieustraat",
        "wasstraat", "woonstraat", "busbaan", "loopbaan", "rijbaan", "parkeerplaats", "standplaats", "werkplaats",
        "speelplaats", "speeltuin", "kantine", "zwembad", "station", "vuilnisplaats", "opslagplaats", "moestuin",
    )
)  # fmt: skip
# What may not follow a number: the rest of a time or amount ("Kerkstraat 22.10"), or what it counts ("3 jongens").
_COUNTED: Final = (
    r"uur|u|km|m|meter|minuten|min|jaar|keer|x|euro|procent|graden|dag|dagen|week|weken|maand|"
    r"maanden|man|mannen|vrouw\w*|"
    r"jongen\w*|meisje\w*|meiden|gast\w*|kinder\w*|kind|kerel\w*|lui|heren|heer|dames|personen|"
    r"mensen|agent\w*|politie\w*|"
    r"auto\w*|wagens?|bus\w*|scooter\w*|fiets\w*|brommer\w*|lantaarn\w*|lampen|zakken|"
    r"container\w*|hond|honden|kat|katten|"
    r"plaatsen|witte|grijze|blauwe|rode|zwarte|gram|kilo|liter|januari|februari|maart|april|mei|"
    r"juni|juli|augustus|"
    r"september|oktober|november|december|hoog"
)
_NUMBER: Final = (
    rf"(?!(?:19|20)\d\d\b)\d{{1,4}}(?![.,:]?\d|[ \-]?(?:{_COUNTED})\b|%|(?:e|de|ste)\b|'s|[-]\d{{3}})"
    r"(?:[ \-]?[a-z](?![\w'])|[ \-](?:bis|hs|rood|zwart|boven)\b|-[ivx0-9]{1,4}\b)?"
)
# Possessive quantifiers: a word is taken whole or not at all, so a long line of letters costs one look.
_STREET_FIRST: Final = re.compile(
    rf"(?<![\w'\-])(?P<name>[\w'\-]{{1,60}}+)(?:(?<=str)\.)?(?:,? (?:nr\.? ?|nummer |no\.? ?|"
    rf"huisnummer )| ){_NUMBER}"
)
# "Laan van Nieuw-Guinea 77", "Plein 1940-1945 nummer 31", "plein 40 45 nummer 31".
_LONG_STREET: Final = re.compile(
    rf"\b(?:(?P<name>laan|straat|weg|plein|pad|hof) (?:van|der) (?:de |het |"
    rf"den )?[\w'\-]{{2,30}}+(?: [\w'\-]{{2,30}}+)?|plein (?:19)?40[- ](?:19)?45)"
    rf",? (?:nr\.? ?|nummer )?{_NUMBER}"
)
_CAPITALS: Final = r"(?P<name>[^\W\d_][\w'\-]{2,40}+(?: [^\W\d_][\w'\-]{1,40}+)?)"
# Streets of any name: what stands before says that somebody lives or waits there.
_AT_HOME: Final = re.compile(
    r"\b(?:(?:ik|wij|we|hij|zij|ze|die|familie) (?:woon|woont|wonen)(?: (?:op|aan|in))?|"
    r"woont (?:op|aan|in)|woonachtig(?: op)?|"
    r"(?:op ?halen|af ?halen|ophaal|afhaal|op te halen|af te halen|af te geven|"
    r"inleveren)(?: kan)?(?: op| bij (?:mij|ons)| aan)?|"
    r"bij (?:mij|ons)(?: thuis)?(?: op| in)?|bij (?:mijn|m'n|mn) \w+ (?:op|in|aan)|(?:mijn|ons|"
    r"zijn|haar|het) adres(?: is)?|adres)"
    rf"[,:]? (?:nu |de |het )?{_CAPITALS} {_NUMBER}"
)
# "meneer Plasmans van Overtoom 31", "Marga Stoffelen, Zeegraaf 40": beside a name the street needs no ending.
_BESIDE_NAME: Final = re.compile(
    rf"(?:,|:| van| uit| op| aan|,? woont (?:op|aan|in)| \()(?: de| het)? ?{_CAPITALS} {_NUMBER}"
)
# "in de Lariksstraat ... aan het raam van nr 14".
_NUMBER_LATER: Final = re.compile(
    rf"\b(?:van|op|bij|in|naast|tegenover|voor|achter|t\.?h\.?v\.?) (?:huis)?(?:nr\.?|nummer) {_NUMBER}"
)
_NUMBER_FIRST: Final = re.compile(
    rf"\b(?:nr\.?|nummer|huisnummer) {_NUMBER} (?:van|in|op|aan) (?:de|het) "
    rf"(?:[\w'\-]{{1,30}}+ )?(?P<name>[\w'\-]{{4,60}}+)"
)
_STREET: Final = re.compile(r"[\w'\-]{4,50}")
_REACH_STREET: Final = 120
_FEWEST_BEFORE: Final = 3
_LIVES: Final = ("ik woon", "wij wonen", "we wonen", "hij woont", "zij woont", "ze woont", "woont")
# What people are, live in or wait for in words before a number.
_NO_STREETS: Final = frozenset(
    [
        "nummer",
        "nr",
        "groep",
        "unit",
        "hal",
        "kavel",
        "blok",
        "lijn",
        "poort",
        "portiek",
        "station",
        "tussen",
        "vanaf",
        "om",
        "na",
        "voor",
        "tot",
        "met",
        "rond",
        "maar",
        "iets",
    ]
)
# Words that the longer patterns need; most messages have none of them.
_OF_LONG_STREET: Final = frozenset(["laan", "straat", "weg", "plein", "pad", "hof"])
_OF_HOME: Final = frozenset(
    [
        "woon",
        "woont",
        "wonen",
        "woonachtig",
        "ophalen",
        "afhalen",
        "halen",
        "ophaal",
        "afhaal",
        "geven",
        "inleveren",
        "bij",
        "adres",
    ]
)
_OF_NUMBER: Final = frozenset(["nr", "nummer", "huisnummer"])


def find_addresses(reading: Reading) -> Iterator[Found]:
    """Yield every street with its house number."""
    folded = reading.folded
    for match in _STREET_FIRST.finditer(folded.text):
        if _is_street(folded, match["name"], match.start("name")):
            yield Found(PersonalData.ADDRESS, *match.span())
    if not _OF_LONG_STREET.isdisjoint(reading.words):
        for match in _LONG_STREET.finditer(folded.text):
            yield Found(PersonalData.ADDRESS, *match.span())
    if not _OF_HOME.isdisjoint(reading.words):
        yield from _at_home(folded)
    if not _OF_NUMBER.isdisjoint(reading.words):
        yield from _by_number(folded)


def _at_home(folded: Folded) -> Iterator[Found]:
    """Yield the streets of any name that somebody is said to live in, or to wait in with a parcel."""
    for match in _AT_HOME.finditer(folded.text):
        name, place = match["name"], match.start("name")
        is_sure = match[0].startswith(_LIVES) or name.endswith(_ENDINGS)
        if (is_sure or folded.as_written(place, place + 1).isupper()) and name not in _NO_STREETS:
            yield Found(PersonalData.ADDRESS, place, match.end())


def _by_number(folded: Folded) -> Iterator[Found]:
    """Yield the houses that are told as a number, with the street after it or some words before."""
    for match in _NUMBER_FIRST.finditer(folded.text):
        if _is_street(folded, match["name"], match.start("name")):
            yield Found(PersonalData.ADDRESS, *match.span())
    for match in _NUMBER_LATER.finditer(folded.text):
        street = _street_before(folded, match.start())
        if street is not None:
            yield Found(PersonalData.ADDRESS, street, match.end())


def _street_before(folded: Folded, place: int) -> int | None:
    """Return where the last street before a place starts, None when there is none near."""
    before = _STREET.finditer(folded.text, max(0, place - _REACH_STREET), place)
    streets = [
        match.start()
        for match in before
        if match[0].endswith((*_SURE, "weg", "dijk", "einde", "pad", "hof"))
        and match[0] not in _ORDINARY
        and folded.as_written(match.start(), match.start() + 1).isupper()
    ]
    return streets[-1] if streets else None


def find_homes(folded: Folded, ends: Iterable[int]) -> Iterator[Found]:
    """Yield the streets with a number that follow a name; ``ends`` are the places where names end."""
    for end in ends:
        match = _BESIDE_NAME.match(folded.text, end)
        if match is not None and folded.as_written(match.start("name"), match.start("name") + 1).isupper():
            yield Found(PersonalData.ADDRESS, match.start("name"), match.end())


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
