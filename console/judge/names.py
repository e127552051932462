"""Names by which a third person is known. A name of the lexicon is a cue; what stands beside it decides.

A full name ("Tineke Verkuil"), a title with a surname ("mevrouw Yildirim") and a given name with an age, a house, a
telephone number or a picture ("Kees van nummer 14") identify somebody. A first name alone, a greeting, a street,
school or firm called after somebody and a person in office do not (label guide, personal_data and rule 9).
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from console.domain.judgement import PersonalData
from console.judge.cues import Reading
from console.judge.found import Found
from console.judge.name_words import names
from console.judge.written_names import PLACES, PLACES_OR_SURNAMES, YEARS, NameReader, WrittenName

_AGE: Final = (
    r"(?:\d{1,3}|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|[a-z]{3,12}(?:tien|"
    r"tig))"
)
# What makes a given name known: "(82)", ", 7 jaar", " van nummer 14", " wordt 5", ", groep 5", " van de bakkerij".
_IDENTIFIES: Final = re.compile(
    rf"'?(?: [a-z]\.| van (?:daar|hiernaast|hierboven|ons|de buren))?,? \((?:bijna |net |"
    rf"pas )?\d{{1,3}}(?: ?(?:{YEARS}|mnd|maanden))?[),]"
    rf"|'?,? (?:van |is |wordt |werd |net |pas |bijna |nu |zelf |nog maar |"
    rf"vandaag ){{0,3}}{_AGE} ?{YEARS}\b(?! geleden)"
    r"|, \d{1,2}(?:[,.!](?!\d)| of \d)"
    r"|,? (?:van|op|uit) (?:huis)?(?:nummer|nr)\b\.? ?\w"
    r"|,? \(?(?:uit |van |in |zit in )?(?:groep|gr\.?|klas) ?\d"
    r"| (?:wordt|is|van) (?:vandaag |morgen |zaterdag |zondag )?\d{1,3}\b(?! ?(?:uur|dag|week|"
    r"weken|keer|euro|m\b|km|min|meter|jaar geleden|[:.,]\d|jan|feb|maart|april|mei|juni|juli|aug|"
    r"sep|okt|nov|dec|tot|mensen|man\b|kilo))"
    r"| en \w{2,20} \(\d{1,2} en \d"
    r"| van (?:de|het) (?:\w{0,20}(?:zaak|winkel|bakker|slager|kiosk|kapper|kapsalon|erij|"
    r"dorpshuis|kraam|garage|boer|kantine|loods|snackbar|kar|molenaar|herberg)|kroeg|cafe|cafetaria)\b"
)
# Words for a child of the family: with a first name they tell who it is.
_SMALL_FAMILY: Final = frozenset(
    ("dochtertje", "zoontje", "kleinzoon", "kleindochter", "kleinzoontje", "kleindochtertje", "neefje", "nichtje")
)
_ORIGIN_AFTER: Final = frozenset(("afkomst", "komaf", "uiterlijk", "origine"))
_AGE_LATER: Final = re.compile(rf"[^.\n]{{0,25}}[!,. (]{_AGE} {YEARS}\b(?! geleden)")
_WORDS_BEFORE: Final = re.compile(r"(?:([^\W\d_]+)[^\w@]{1,3})?([^\W\d_]+|@)[\s,:'\"(/!\-]{0,3}$")
_OFFICE_AFTER: Final = re.compile(r"[\s,('\-]{1,3}(?:van |bij |onze |uw |jullie |de |het ){0,2}([^\W\d_]+)")
_WORD_AFTER: Final = re.compile(r" ([^\W\d_]+)")
_OWN: Final = re.compile(
    r"\bik,? ?$|\b(?:ik (?:zelf|speel)|hier|ik (?:ben|heet)|mijn naam is|m'n naam is|naam:|gr\.?|"
    r"groet(?:en|jes)?|mvg|namens)[ ,.:]*$"
)
_REACH_BESIDE: Final = 60
_REACH_RELATION: Final = 160
# Before the name of a street, not of a person whose surname ends like one.
_IN_PLACE: Final = frozenset(
    ("op", "aan", "in", "langs", "over", "naar", "de", "het", "hoek", "kruising", "t", "richting", "tussen")
)
_REACH_ARTICLE: Final = 12
# "bij de Jan Ligthart", but "is het Dennis Bos".
_ARTICLE: Final = re.compile(r"\bde $|(?<!\bis )(?<!\bwas )\bhet $")
_ABBREVIATED: Final = ("t.n.v.", "tnv.", "dhr.", "mevr.", "mw.", "fam.", "drs.", "ir.", "mr.")
_ENDS: Final = frozenset(".!?\n,")


def find_names(reading: Reading, known: Iterable[Found]) -> Iterator[Found]:
    """Yield the names by which somebody is known; ``known`` is what else was found, such as a telephone number."""
    reader = NameReader(reading)
    about = _About(reader, reading, known)
    end = 0
    for name in reader.written():
        if name.start < end:
            continue
        end = name.end
        if about.is_somebody(name):
            yield Found(PersonalData.NAME, name.start, name.end)


def find_written(reading: Reading) -> Iterator[Found]:
    """Yield every name of a person that is written with a capital, also one that does not tell who somebody is."""
    reader = NameReader(reading)
    about = _About(reader, reading, ())
    for name in reader.written():
        is_word = name.parts == 1 and name.first in names().ordinary and reader.opens(name.start)
        if name.is_capital and not is_word and not about.is_of_something_else(name):
            yield Found(PersonalData.NAME, name.start, name.end)


class _About:
    """What a text says about the names in it."""

    def __init__(self, reader: NameReader, reading: Reading, known: Iterable[Found]) -> None:
        self._reader = reader
        self._words = reading.words
        self._text = reading.folded.text
        self._known = [one for one in known if one.kind in {PersonalData.PHONE, PersonalData.PHOTO}]
        self._lexicon = names()

    def is_somebody(self, name: WrittenName) -> bool:
        """Return whether a name tells who is meant, and is not of a place, a firm, an office or the writer."""
        if self.is_of_something_else(name):
            return False
        return name.parts > 1 or name.is_led or self._is_identified(name)

    def _is_identified(self, name: WrittenName) -> bool:
        """Return whether an age, a house, a number or a picture tells who bears a given name."""
        words, told = self._lexicon, self._told_before(name.start)
        has_family = not words.family.isdisjoint(told)
        if not name.is_capital or told[1] in words.greetings or told[1] == "@":
            return False
        if not has_family and not words.pets.isdisjoint(self._words):
            return False
        if told[1] in _SMALL_FAMILY or self._has_age_or_house(name, has_family=has_family or told[1] == "onze"):
            return True
        has_relation = has_family or not words.relations.isdisjoint(told)
        is_name = has_relation or name.first not in words.ordinary
        reach = _REACH_RELATION if has_relation else _REACH_BESIDE
        return is_name and told[1] != "bij" and self._is_beside_contact(name, reach)

    def _told_before(self, place: int) -> tuple[str, str]:
        """Return the two words before a place, "" for none."""
        before = _WORDS_BEFORE.search(self._text, max(0, place - 40), place)
        return (before[1] or "", before[2]) if before else ("", "")

    def _has_age_or_house(self, name: WrittenName, *, has_family: bool) -> bool:
        """Return whether an age, a class, a house or a shop follows; a word that is a name too may begin a sentence."""
        if _IDENTIFIES.match(self._text, name.end):
            is_name = name.first not in self._lexicon.ordinary or has_family or not self._reader.opens(name.start)
            return is_name or self._text[name.end : name.end + 2] in {" (", ", "}
        return has_family and _AGE_LATER.match(self._text, name.end) is not None

    def _is_beside_contact(self, name: WrittenName, reach: int) -> bool:
        """Return whether a picture stands near, or a number in a message that speaks of somebody else."""
        near = [one for one in self._known if one.start - reach < name.end and name.start < one.end + reach]
        if any(one.kind is PersonalData.PHOTO or self._text[name.end : one.start] in {" ", " (", ": "} for one in near):
            return True
        return bool(near) and not self._lexicon.third.isdisjoint(self._words)

    def _is_signature(self, name: WrittenName) -> bool:
        """Return whether a name stands alone at the end, where a writer puts an own name."""
        before = self._text[: name.cue].rstrip(" -")
        is_last = name.cue > 0 and not self._text[name.end :].strip(" .!")
        return is_last and before[-1:] in _ENDS and not before.endswith(_ABBREVIATED)

    def is_of_something_else(self, name: WrittenName) -> bool:
        """Return whether a name is of a place, a firm, an animal, somebody in office or the writer."""
        words, text, told = self._lexicon, self._text, self._told_before(name.cue)
        if (
            name.last in words.pets
            or text.startswith(words.things, name.start)
            or text.startswith((" & ", "&"), name.end)
        ):
            return True
        is_own = _OWN.search(text, max(0, name.cue - 24), name.cue) is not None or self._is_signature(name)
        return is_own or self._is_of_place(name, told) or self._is_in_office(name, told)

    def _is_of_place(self, name: WrittenName, told: tuple[str, str]) -> bool:
        """Return whether a name is that of a street, a school or a shop: by its ending or by what stands beside it."""
        after = _WORD_AFTER.match(self._text, name.end)
        if name.last.endswith(PLACES) or (after and after[1] in self._lexicon.named_after | _ORIGIN_AFTER):
            return True
        if name.is_led:
            return False
        is_place = told[1] in _IN_PLACE or self._text[name.end + 1 : name.end + 2].isdigit()
        if is_place and name.last.endswith(PLACES_OR_SURNAMES):
            return True
        has_article = _ARTICLE.search(self._text, max(0, name.start - _REACH_ARTICLE), name.start) is not None
        return name.parts > 1 and (has_article or told[1] in self._lexicon.named_after)

    def _is_in_office(self, name: WrittenName, told: tuple[str, str]) -> bool:
        """Return whether an office stands beside a name: "wijkagent Peter Bos", "mevrouw Bos van handhaving"."""
        office = _OFFICE_AFTER.match(self._text, name.end)
        return not self._lexicon.offices.isdisjoint(told) or (office is not None and office[1] in self._lexicon.offices)
