"""Data about an identifiable child: an age or a class beside a child of the family, a name, a picture or an alert."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Final

from console.domain.judgement import PersonalData
from console.judge.cues import Reading
from console.judge.found import Found
from console.judge.name_words import names
from console.judge.normalise import Folded

_WORD: Final = r"[^\W\d_][\w'\-]{1,30}+"
_FAMILY: Final = (
    r"(?:klein|pleeg|stief|achterklein)?(?:dochter(?:tje)?s?|zoon(?:tje)?s?|kinderen)|"
    r"(?:achter)?neefje|(?:achter)?nichtje|"
    r"buur(?:jongen|meisje)(?:tje)?|broertje|zusje|tweeling|kleuter|peuter|baby|oudste|jongste|kleine"
)
_CHILD: Final = r"meisje|jongetje|jongen|jochie|joch|ventje|kindje|kind|meid|meiske|manneke"
_SMALL: Final = (
    "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien",
    "veertien", "vijftien", "zestien", "zeventien",
)  # fmt: skip
_IN_WORDS: Final = {word: value for value, word in enumerate(_SMALL, start=1)}
_NUMBER: Final = rf"(?:\d{{1,2}}|{'|'.join(_SMALL[1:])})"
_YEARS: Final = r"(?: ?(?:jaar|jaartjes|jr|j|maanden|mnd)\b(?! (?:geleden|op|lang|cel)))"
_NO_AGE: Final = (
    r"\b(?![.:,]?\d| ?(?:euro|uur|u\b|keer|km|meter|cm|kilo|tot|tm|t/m|en|of|jaar op|weken|dagen|"
    r"dag|man|mensen|hoog|flat|hoofd|op|"
    r"personen|kinderen|jan|feb|maart|april|mei|juni|juli|aug|sep|okt|nov|dec)\b|[-%€])"
)
# Behind "hij is" and a name an age may go on with "en": "is 16 en mag".
_NO_COUNT: Final = (
    r"\b(?![.:,]?\d| ?(?:euro|uur|u\b|keer|km|meter|kilo|weken|dagen|dag|man|mensen|hoog|personen|"
    r"januari|mei|juni|juli)\b|[-%€])"
)
_JUST: Final = r"(?:net |pas |nog maar |bijna |nu |hooguit |ongeveer )?"
# "mijn dochter (9)", "zoontje van zes", "onze pleegzoon, net 9", "kleinzoon Jip is 8"; a strange child only with an age
# in brackets or after a comma: "een jongen van 15" in the street is not known by that.
_RELATED: Final = re.compile(
    rf"\b(?:{_FAMILY})\b(?: {_WORD}){{0,2}}?,? (?:\({_JUST}(\d{{1,2}}){_YEARS}?[),]|"
    rf"(?:van|is|wordt|werd|,) {_JUST}({_NUMBER})(?:{_YEARS}|{_NO_AGE})|, net (\d{{1,2}})\b|"
    rf" net (\d{{1,2}}){_NO_AGE})"
    rf"|\b(?:{_CHILD})\b(?: {_WORD})? ?(?:\((\d{{1,2}}){_YEARS}?[),]|, ({_NUMBER}){_YEARS})"
    rf"|\b(?:{_FAMILY})\b,? {_JUST}({_NUMBER}){_YEARS}"
    rf"|\b(?:mijn|onze|m'n|mn|ons) (\d{{1,2}})[- ]?jarige? (?:{_FAMILY})"
)
# "mijn kleindochter ... Ze is tien", "Onze Sem is kwijt! 6 jaar", "mijn zoon Wessel, 16, kan".
_LATER: Final = re.compile(
    rf"\b(?:mijn|onze|ons|m'n|mn) (?:{_FAMILY}|{_WORD}(?= is (?:weg|kwijt|zoek)))\b[^\n]{{0,90}}?"
    rf"(?:\b(?:hij|ze|zij) (?:is|wordt) {_JUST}({_NUMBER}){_NO_COUNT}|[!,.(] ?({_NUMBER}) ?(?:jaar|"
    rf"jr)\b(?! (?:geleden|op|lang))|[,.] (\d{{1,2}})[,.](?!\d))"
)
_ANY_CHILD: Final = re.compile(
    r"dochter|zoon|neefje|nichtje|jongen|meisje|meisk|kind|kleuter|peuter|baby|tweeling|broertje|zusje|oudste|"
    r"jongste|kleine|joch|ventje|meid|mannek|\b(?:onze|mijn|ons|m'n|mn) [^\W\d_]{1,30}+ is (?:weg|kwijt|zoek)"
)
_ALERT: Final = re.compile(
    r"\bburgernet|\bamber|\bvermist|\bgezocht|\buitkijken naar|\bzoek naar|"
    r"\bzoeken naar"
)
_ALERTED: Final = re.compile(
    rf"\b(?:{_CHILD})\b(?: {_WORD})? ?(?:van |, )?(?:ongeveer |circa |rond de |"
    rf"een jaar of )?({_NUMBER})(?:{_YEARS}|(?<=van \d)\b|(?<=van \d\d)\b|{_NO_AGE})"
)
# Behind a name: "(7)", ", 13", " van 5", " is vijf", ", groep 5", " gr 5", ", havo 4", "wordt morgen 5".
_NAMED: Final = re.compile(
    rf"'?(?: [a-z]\.)?(?: van (?:daar|hiernaast|hierboven|"
    rf"de buren))?(?: en \w+)?,? ?(?:\({_JUST}({_NUMBER})(?: en \d{{1,2}})?{_YEARS}?[),]|"
    rf", {_JUST}({_NUMBER})(?:{_YEARS}|[,.!)]|\Z| of \d)|"
    rf"(?:van|is|wordt|werd|, is|hij is|ze is) (?:vandaag |morgen |woensdag |zaterdag |"
    rf"zondag )?{_JUST}({_NUMBER})(?:{_YEARS}|{_NO_COUNT})|{_JUST}({_NUMBER}){_YEARS})"
)
_CLASS: Final = re.compile(
    r"'?,? ?(?:\(|uit |van |zit in |in )?(?:(?:groep|gr|klas) ?\.? ?\d|(?:\d ?)?(?:havo|mavo|vmbo|"
    r"vwo)(?: \d)?\b|brugklas)|[^.\n]{0,20}\bgeboren 20[12]\d"
)
_TURNS: Final = re.compile(r" (\d{1,2})(?=[!,. ]|\Z)")
_TURNS_BEFORE: Final = re.compile(r"\b(?:wordt|werd|is|was)(?: (?:vandaag|morgen|onze|mijn|kleine|\w+dag))? $")
# "dochtertje Feline", "de jongen heet Danny": a child by the word itself.
_CHILD_BEFORE: Final = re.compile(
    rf"\b(?:\w*(?:dochtertje|zoontje)|klein(?:zoon|dochter)|neefje|nichtje|(?:{_CHILD}|scholier|"
    rf"leerling|brugklasser|kleuter|peuter)(?: heet)?|oudste is|jongste is) ['\"]?$"
)
_BORN: Final = re.compile(r"\bgeboren[^.\d\n]{0,20}: ?['\"]?$")
_PICTURED: Final = re.compile(
    rf"\b(?:meisje|jongetje|jochie|joch|kindje|kind|ventje|jochies|jongetjes|meisjes|koters?|kids|"
    rf"kinderen|scholier(?:en)?|brugklassers?|peuter|kleuter|baby|keepertje)\b|\bvan (?:hooguit|"
    rf"een jaar of) ({_NUMBER})\b"
)
# "Finn (7)", "Mats (13, Vlierstraat)", "Timo van 5", "Fenna, 7 jaar": any capital word.
_NAME_AGE: Final = re.compile(
    rf"(?<!\w)(?P<name>{_WORD})(?: \((\d{{1,2}}){_YEARS}?[),]|(?P<loose> van (\d{{1,2}}){_NO_AGE}|"
    rf", ({_NUMBER}) jaar(?! geleden)\b))"
)
_NO_NAMES: Final = frozenset(
    ["bewoner", "bewoners", "buurman", "buurvrouw", "man", "vrouw", "groep", "iemand", "jongens", "dame", "ouder"]
)
_ADULT: Final = 18
_MOST: Final = 100


def find_children(reading: Reading, known: Iterable[Found]) -> Iterator[Found]:
    """Yield the data about children; ``known`` holds the names and pictures of the message."""
    folded, known = reading.folded, list(known)
    text = folded.text
    patterns = [_RELATED, _LATER] if _ANY_CHILD.search(text) else []
    patterns += [_ALERTED] if _ALERT.search(text) else []
    for match in chain.from_iterable(islice(pattern.finditer(text), _MOST) for pattern in patterns):
        if _is_age_of_child(match):
            yield Found(PersonalData.MINOR, *match.span())
    yield from _named(folded, known)
    if names().pets.isdisjoint(reading.words):
        for match in islice(_NAME_AGE.finditer(text), _MOST):
            if _is_age_of_child(match) and _may_be_name(folded, match):
                yield Found(PersonalData.MINOR, *match.span())
    if any(one.kind is PersonalData.PHOTO for one in known) and (pictured := _PICTURED.search(text)):
        yield Found(PersonalData.MINOR, *pictured.span())


def _named(folded: Folded, known: list[Found]) -> Iterator[Found]:
    """Yield the names with a child's age or class, or of a child just born."""
    text = folded.text
    for one in known:
        if one.kind is not PersonalData.NAME:
            continue
        age, school = _NAMED.match(text, one.end), _CLASS.match(text, one.end)
        if age is not None and _is_age_of_child(age):
            yield Found(PersonalData.MINOR, one.start, age.end())
        elif school is not None:
            yield Found(PersonalData.MINOR, one.start, school.end())
        elif (turns := _TURNS.match(text, one.end)) and _TURNS_BEFORE.search(text, max(0, one.start - 24), one.start):
            if _is_age_of_child(turns):
                yield Found(PersonalData.MINOR, one.start, turns.end())
        elif any(sign.search(text, max(0, one.start - 40), one.start) for sign in (_BORN, _CHILD_BEFORE)):
            yield Found(PersonalData.MINOR, one.start, one.end)


def _may_be_name(folded: Folded, match: re.Match[str]) -> bool:
    """Return whether the word before an age is written as a name; without brackets it must be one that we know."""
    words, place = names(), match.start("name")
    if not folded.as_written(place, place + 1).isupper() or match["name"] in words.titles | _NO_NAMES:
        return False
    return not match["loose"] or match["name"] in words.given


def _is_age_of_child(match: re.Match[str]) -> bool:
    """Return whether the number that matched is an age below eighteen."""
    age = next(
        (group for group in match.groups() if group is not None and (group.isdigit() or group in _IN_WORDS)), None
    )
    return age is not None and 0 < _IN_WORDS.get(age, int(age) if age.isdecimal() else 0) < _ADULT
