"""What is written as a name: a given name or a title with what follows, initials, two capital words before an age.

Whether it tells who somebody is, ``names`` decides.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from console.judge.cues import Reading
from console.judge.name_words import names

_MOST_CHECKED: Final = 400
_LONGEST_NAME: Final = 4
_WORD: Final = re.compile(r"[^\W\d_]{1,30}+(?:['\-][^\W\d_]{1,30}+){0,4}")
_PARTICLE: Final = (
    r"(?:(?:van|de|den|der|ter|ten|te|el|al|bin|ben|ibn|la|le|du|da|dos|von|[io][np] (?:'t|den)|"
    r"'t|v\.? ?d\.?|v\.?) ){0,3}+"
)
_INITIALS: Final = r"(?:[^\W\d_]\. ?){0,4}+"
# The next part of a name: particles and a word, with initials before it.
_NEXT: Final = re.compile(rf" (?P<initials>{_INITIALS})(?P<particle>{_PARTICLE})(?P<word>{_WORD.pattern})")
# What follows a title or "heet": "mevr. C. van Dijk", "heet 'Bo Vos'".
_LED: Final = re.compile(
    rf"(?P<gap>\.?:? ?(?:(?:de )?(?:heer|dhr\.?|mevrouw|mevr\.?|mw\.?|familie|ene) )?['\"]?)"
    rf"(?P<initials>{_INITIALS})(?P<particle>{_PARTICLE})(?P<word>{_WORD.pattern})"
)
_INITIALED: Final = re.compile(
    r"(?<![\w.@&\-])(?<!\w')(?!t\. ?n\.)(?P<initials>(?:[^\W\d_]\. ?){1,4}+)"
    rf"(?P<particle>{_PARTICLE})(?P<word>{_WORD.pattern})"
)
# "N.B. De straat", "Van Vliet B.V. Morgen": no initials.
_ABBREVIATIONS: Final = frozenset(
    ("nb", "ps", "nv", "bv", "wc", "aub", "svp", "ivm", "tv", "vv", "sv", "fc", "nvt", "tav", "oa", "bs", "cv", "eo")
)
YEARS: Final = r"(?:jaar|jr|j|jaartjes|jarige?)"
_HOUSE_NUMBER: Final = re.compile(r" [1-9]\d{0,3}\b(?! ?(?:jaar|jr)\b)")
_AGE_OR_PHONE: Final = re.compile(rf"[^\W\d_],? \(?(?:\d{{1,3}}\)|\d{{1,3}} ?{YEARS}\b|06|\+31 ?6)")
# The longest title that a dot follows: "mevr."
_LONGEST_SHORT: Final = len("mevr")
# A full name of anybody before an age or a number: "Ada van Wiggelen (72)", "Geke Olthof, 06-...".
_FULL: Final = re.compile(
    rf"(?<![\w'\-])(?P<first>{_WORD.pattern}) (?P<particle>{_PARTICLE})(?P<last>{_WORD.pattern})"
    rf"(?=,? \(?(?:\d{{1,3}}\)|\d{{1,3}} ?{YEARS}\b|06|\+31 ?6))"
)
_FIRST_BEFORE: Final = re.compile(rf"(?<![\w'\-])(?P<first>[^\W\d_]{{3,30}}+) (?P<particle>{_PARTICLE})$")
# No first names, though a capital may begin them.
_NO_FIRST: Final = frozenset(
    ("onze", "ons", "mijn", "zijn", "haar", "hun", "die", "deze", "dat", "dit", "een", "het", "ook", "wie")
)
_REACH_FIRST: Final = 45
# What the word before the surname of a firm ends in: "Bouwbedrijf Visser".
_FIRMS: Final = (
    "bedrijf",
    "erij",
    "zaak",
    "winkel",
    "techniek",
    "bouw",
    "transport",
    "groep",
    "dienst",
    "wacht",
    "huis",
    "makelaar",
)
_LEADS_TO_NAME: Final = re.compile(
    r"(?:^|[:('\"\n]|\b(?:van|aan|voor|door|heet|naam|namens|t\.?n\.?v\.?|heer|tegen|bij))\s*$"
)
_SENTENCE_START: Final = re.compile(r"(?:^|[.!?:\n\"'(>…]|[^\w\s,;])\s*$")
# What streets, schools and buildings end in; those of the second row end surnames as well.
PLACES: Final = (
    "straat", "laan", "plein", "kade", "gracht", "singel", "dreef", "school", "college", "plantsoen", "kazerne",
    "tunnel", "stadion", "ziekenhuis", "steeg", "stichting", "dijkje", "pleintje", "straatje", "arena", "lyceum",
)  # fmt: skip
PLACES_OR_SURNAMES: Final = ("weg", "park", "kerk", "pad", "flat", "toren", "centrum", "hof", "brug", "hal")
_SURNAME: Final = re.compile(r"[a-z]{3,}(?:stra|sma|inga|ema|mans|ink|ski|ska|wicz|oglu)")


@dataclass(frozen=True, slots=True)
class WrittenName:
    """Words written as one name. ``last`` is the last of them, without particles; ``parts`` how many they are.

    ``cue`` is where the title stands before it, else its own start; ``is_led`` says whether there is one.
    """

    start: int
    end: int
    first: str
    last: str
    parts: int
    is_capital: bool
    cue: int
    is_led: bool = False


class NameReader:
    """Reads the names of a text, whoever bears them."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._folded = reading.folded
        self._text = reading.folded.text
        self._lexicon = names()

    def written(self) -> Iterator[WrittenName]:
        """Yield what is written as a name, in the order of the text."""
        words = self._lexicon
        found = self._at(words.cues, self._from_cue)
        found += self._at(words.surnames, self._before_surname)
        if "." in self._text:
            found += filter(None, map(self._with_initials, islice(_INITIALED.finditer(self._text), _MOST_CHECKED)))
        if _AGE_OR_PHONE.search(self._text):
            found += filter(None, map(self._before_number, islice(_FULL.finditer(self._text), _MOST_CHECKED)))
        return iter(sorted(found, key=lambda name: (name.cue, -name.end)))

    def _at(self, words: frozenset[str], read: Callable[[str, int], WrittenName | None]) -> list[WrittenName]:
        """Return what ``read`` makes of the words of the text that are among ``words``, and of where they start."""
        pairs = zip(self._reading.words, self._reading.starts, strict=True)
        places = islice((pair for pair in pairs if pair[0] in words), _MOST_CHECKED)
        return [name for word, start in places if (name := read(word, start)) is not None]

    def _from_cue(self, word: str, start: int) -> WrittenName | None:
        return self._from_given(start) if word in self._lexicon.given else self._after_cue(word, start)

    def _from_given(self, start: int) -> WrittenName | None:
        """Return the name that a given name begins, also the given name alone."""
        first = _WORD.match(self._text, start)
        if first is None or (start and self._text[start - 1] in "'-" and self._text[start - 2 : start - 1].isalpha()):
            return None
        is_capital = self._is_capital(start)
        is_word = first[0] in self._lexicon.ordinary
        if is_word and not is_capital:
            return None
        name = self._go_on(start, first, is_capital)
        if is_word and name.parts > 1 and name.last in self._lexicon.given and self.opens(start):
            return None  # "Ben Kees kwijt", "Wil Anja dat ook?"
        return name

    def _go_on(self, start: int, first: re.Match[str], is_capital: bool, *, is_led: bool = False) -> WrittenName:
        """Return the name from its first word on, with every part that follows."""
        end, last, parts = first.end(), first[0], 1
        is_shouted = self._is_shouted(first.start(), end)
        while parts < _LONGEST_NAME and (more := _NEXT.match(self._text, end)):
            word, place = more["word"], more.start("word")
            has_capital = is_capital and self._is_capital(place) and not is_shouted
            is_surname = self._is_surname(word, more["particle"])
            if (not has_capital and not is_surname) or _HOUSE_NUMBER.match(self._text, more.end()):
                break
            if (parts > 1 or is_led) and (word.endswith(PLACES + PLACES_OR_SURNAMES) or word in self._lexicon.given):
                break  # "Geert Oosting van Kerkpad 3"
            if self._is_no_part(word, more["particle"], place, is_shouted):
                break
            end, last, parts = more.end(), word, parts + 1
            if not has_capital:
                break
        return WrittenName(start, end, first[0], last, parts, is_capital, start)

    def _is_no_part(self, word: str, particle: str, place: int, is_shouted: bool) -> bool:
        """Return whether a capital word is none of a name: "Marcel NIET doen", "Sven van de Jeroen Boschschool"."""
        words = self._lexicon
        if word in words.greetings or (word in words.named_after and word not in words.surnames_or_words):
            return True
        if particle.startswith("van") and word in words.given:
            return True
        return not is_shouted and word not in words.surnames and self._is_shouted(place, place + len(word))

    def _is_surname(self, word: str, particle: str) -> bool:
        """Return whether a word in lower case is a surname: "kevin verstegen", "kees de wit"."""
        if word in self._lexicon.surnames or _SURNAME.fullmatch(word):
            return True
        return particle not in {"", "van de "} and word in self._lexicon.surnames_or_words

    def _after_cue(self, cue: str, start: int) -> WrittenName | None:
        """Return the name after a title ("mevr. van Dijk"), a relation ("buurman Jansen") or "heet" and the like."""
        words, after = self._lexicon, start + len(cue)
        led = _LED.match(self._text, after)
        if led is None or not led["gap"] or led["word"] in words.greetings:
            return None
        is_title, word, place = cue in words.titles, led["word"], led.start("word")
        if led["gap"][0] == "." and (len(cue) > _LONGEST_SHORT or not is_title):
            return None  # the end of a sentence and no "dhr."
        is_surname = word in words.surnames or word in words.surnames_or_words
        is_capital = self._is_capital(place) and (word in words.surnames or not self._is_shouted(start, after))
        has_particle = bool(led["particle"]) and not led["initials"] and not self._is_capital(led.start("particle"))
        # "mevrouw jansen" is somebody, "voorzitter van Plaatselijk Belang" and "buurman de kapper" are not
        if not is_surname and (not is_capital or (has_particle and not is_title)):
            return None
        if not is_capital and not is_title:
            return None
        return self._led(cue, start, led, is_capital=is_capital)

    def _led(self, cue: str, start: int, led: re.Match[str], *, is_capital: bool) -> WrittenName | None:
        """Return the name that a title or the like leads to, None for a first name alone after a relation."""
        words, place, word = self._lexicon, led.start("word"), led["word"]
        named = _WORD.match(self._text, place)
        if named is None:
            return None
        name = self._go_on(place, named, is_capital, is_led=cue not in words.naming)
        is_full = name.parts > 1 or bool(led["initials"])
        is_first_name = word in words.given
        if is_full or cue in words.titles or cue == "ene" or (cue in words.relations and not is_first_name):
            begin = min(led.start("initials"), led.start("particle"), place)
            return replace(name, start=begin, cue=start, is_led=True)
        return name if cue in words.family and not is_first_name else None

    def _with_initials(self, match: re.Match[str]) -> WrittenName | None:
        """Return "J. de Smet" as a name, not "N.B. De straat"."""
        letters = "".join(filter(str.isalpha, match["initials"]))
        written = self._folded.as_written(match.start("initials"), match.end("initials"))
        if letters in _ABBREVIATIONS or not all(letter.isupper() for letter in written if letter.isalpha()):
            return None
        if not self._is_capital(match.start("word")) or match["word"] in self._lexicon.greetings:
            return None
        if len(letters) == 1 and not match["particle"] and not self._is_name_expected(match):
            return None
        return WrittenName(
            match.start(), match.end(), match["word"], match["word"], 2, True, match.start(), is_led=True
        )

    def _before_number(self, match: re.Match[str]) -> WrittenName | None:
        """Return two capital words before an age or a telephone number as a name, if no sentence begins so."""
        start, last = match.start(), match["last"]
        words = self._lexicon
        is_written = (
            self._is_capital(start)
            and self._is_capital(match.start("last"))
            and not self._is_shouted(start, match.end("first"))
        )
        if (
            not is_written
            or match["first"] in _NO_FIRST | words.named_after | words.greetings | words.offices | words.pets
            or last in words.named_after | words.offices
        ):
            return None
        if self.opens(start) and not (match["particle"] or self._text[match.end()] in " ,"):
            return None
        return WrittenName(start, match.end("last"), match["first"], last, 2, True, start)

    def _before_surname(self, surname: str, start: int) -> WrittenName | None:
        """Return a common surname with the capital word before it, within a sentence: "dat Arwin Kuipers belde"."""
        before = _FIRST_BEFORE.search(self._text, max(0, start - _REACH_FIRST), start)
        if before is None or not self._is_capital(start) or not self._is_capital(before.start("first")):
            return None
        first, place, words = before["first"], before.start("first"), self._lexicon
        is_firm = first in words.named_after or first.endswith(_FIRMS) or first in words.titles | words.offices
        if (
            is_firm
            or first in words.greetings | _NO_FIRST
            or self.opens(place)
            or self._is_shouted(place, place + len(first))
        ):
            return None
        return WrittenName(place, start + len(surname), first, surname, 2, True, place)

    def _is_name_expected(self, match: re.Match[str]) -> bool:
        """Return whether one initial with a word is a name: "van A. Bosma", "J. Bos, 06"; not "maat L. Kom halen"."""
        before = self._text[max(0, match.start() - 12) : match.start()]
        return _LEADS_TO_NAME.search(before) is not None or self._text[match.end() : match.end() + 1] in {
            ",",
            ")",
            "'",
            "(",
        }

    def _is_capital(self, place: int) -> bool:
        return self._folded.as_written(place, place + 1).isupper()

    def _is_shouted(self, start: int, end: int) -> bool:
        """Return whether a word is in capitals, where the next word's capital says nothing."""
        return end - start > 1 and self._folded.as_written(start, end).isupper()

    def opens(self, place: int) -> bool:
        """Return whether a place begins a sentence, where every word has a capital."""
        return _SENTENCE_START.search(self._text, max(0, place - 6), place) is not None
