"""What a message says of a place, a moment and of how somebody looks: pieces of it, word for word.

Nothing is concluded and nothing is added: a piece stands in the message as it stands here, but for a plain word in the
place of a loose one ("gasten": "mannen") and a number of people in the place of their group ("drie Polen"). What may
not be repeated is known beforehand, and no piece touches it. Pure.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from console.assets import resource
from console.domain.judgement import Span
from console.judge.cues import Reading
from console.judge.groups import Form, groups

_CAPITAL: Final = r"(?-i:[A-ZÀ-Þ])"
_NAMED: Final = rf"{_CAPITAL}[\w'’\-]+"
# Whose it is, or to whom it is done: not the one whom a message is about.
_OF_ANOTHER: Final = re.compile(
    r"\b(?:mijn|m'n|mn|onze|ons|haar|zijn|z'n|zn|hun|uw|je|jouw|"
    r"van|aan|tegen|voor|naar|bij|uit|met)(?: (?:een|de|het|n|'n|mijn|onze|haar|zijn))? $",
    re.IGNORECASE,
)
_OWNED: Final = re.compile(r"\b(?:mijn|m'n|mn|onze|ons|haar|zijn|z'n|zn|hun|uw|je|jouw) $", re.IGNORECASE)
_OWN: Final = re.compile(r"\b(?:mijn|m'n|mn|onze) $", re.IGNORECASE)
_BEFORE: Final = re.compile(r"[\w'’\-]+(?=[ /]$)")
_AGE: Final = re.compile(
    r"(?:(?:van )?(?:rond|ongeveer|circa|ca\.?|zo'n)(?: de)? |(?:een )?jaar(?:tje)? of |begin |eind |midden |"
    r"tussen de )?(?<![\d.,])[1-9]\d(?: (?:en|a|à|of|tot) (?:de )?[1-9]\d)?[ -](?:jaar|jarige?)\b"
    r"|(?:rond|begin|eind|midden|in)(?: de)? (?:[1-9]0|twintig|dertig|veertig|vijftig|zestig|zeventig)\b(?! euro)"
    r"|\bjaar(?:tje)? of (?:[1-9]\d|twaalf|\w+tien|twintig|dertig|veertig|vijftig|zestig)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Taboo:
    """The stretches of a text that no piece may touch."""

    spans: tuple[Span, ...]

    def touches(self, start: int, end: int) -> bool:
        """Return whether a stretch touches one of them."""
        return any(span.start < end and start < span.end for span in self.spans)


@cache
def lexicon() -> Mapping[str, Any]:
    """Return the words of ``resources/lexicon/description.toml``."""
    return tomllib.loads(resource("lexicon", "description.toml").read_text(encoding="utf-8"))


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for whole words, the longest first; ``*`` stands for any letters."""
    longest = sorted(words, key=len, reverse=True)
    patterns = (re.escape(word).replace(r"\*", r"\w*") for word in longest)
    return rf"(?<![\w'’])(?:{'|'.join(patterns)})(?!\w)"


def found(pattern: re.Pattern[str], text: str, taboo: Taboo) -> list[Span]:
    """Return where a pattern stands without touching what may not be repeated, in order."""
    return [Span(*match.span()) for match in pattern.finditer(text) if not taboo.touches(*match.span())]


# --- where, when, which way ------------------------------------------------------------------------------------------


@cache
def place_pattern() -> re.Pattern[str]:
    """Return the pattern of a place: a preposition with a street, or with a place that everybody knows."""
    where = lexicon()["where"]
    street = (
        rf"(?:{_NAMED} |(?:van|de|der|den|het) (?={_CAPITAL})){{0,3}}"
        rf"(?:[^\W\d_][\w'’\-]{{2,}}(?:{'|'.join(where['streets'])})|"
        rf"{_CAPITAL}[\w'’\-]{{2,}}(?:{'|'.join(where['streets_with_capital'])}))"
        r"(?!\w)(?: \d{1,4}[a-z]?(?![\w:.]|\s?uur|\s?jaar))?"
    )
    of_name = rf"(?: (?:(?:van|aan|op|in) )?(?:(?:de|het) )?{_NAMED})?"
    common = rf"(?:[^\W\d_]+e )?(?:{any_of(where['numbered'])} \d{{1,3}}\b|{any_of(where['places'])}){of_name}"
    article = r"(?:(?:de|het|een|'t|t|onze|ons|mijn|m'n|mn|deze) )?"
    before = rf"{any_of(where['before'])} {article}"
    return re.compile(rf"{before}(?:{street}|{common})|(?<![\w'’])(?={_CAPITAL}){street}", re.IGNORECASE)


@cache
def moment_pattern() -> re.Pattern[str]:
    """Return the pattern of a moment: an hour, a day, a part of a day."""
    when = lexicon()["when"]
    part, hour, later = ("|".join(words) for words in (when["parts"], when["hours"], when["hours"][2:]))
    day = rf"(?:{'|'.join(when['days'])})(?: ?(?:{part}))?"
    at = r"(?:(?<=\bom )|(?<=\brond )|(?<=\btegen )|(?<=\bvanaf )|(?<=\bsinds ))"
    clock = (
        r"\d{1,2}[:.]\d\d(?!\d)(?: ?u(?:ur)?\b)?|(?:1[3-9]|2[0-4]) ?u(?:ur)?\b|"
        rf"{at}(?:\d{{1,2}} ?u(?:ur)?\b|(?:{hour}) uur\b|(?:{later})\b)|(?:half|kwart (?:voor|over)|"
        rf"(?:\d+|{hour}) (?:voor|over)(?: half)?) (?:\d{{1,2}}|{hour})\b"
    )
    ago = r"(?:\d{1,2}|een|paar|vijf|tien|kwartier|half uur)(?: (?:minuten|min|uur|dagen|weken))? geleden"
    early = r"(?:\b(?:om|rond|tegen|vanaf|sinds|ongeveer|rond de) )?"
    return re.compile(
        rf"{early}(?:(?<![\w.,€])(?:{clock})(?: 's (?:ochtends|middags|avonds|nachts))?|\b(?:{day}|{ago})\b|"
        rf"{any_of(when['words'])})",
        re.IGNORECASE,
    )


WAY: Final = re.compile(
    rf"\brichting (?:(?:de|het|'t) )?[^\W\d_][\w'’\-]+(?: (?:{_NAMED}|[AN]\d+))*"
    r"|\b(?:rent|rennen|rende|renden|vlucht|vluchtte|vluchtten|fietst|fietste|fietsten|reed|reden|rijdt) "
    r"(?:weg )?(?:naar|over) (?:(?:de|het|'t) )?[^\W\d_][\w'’\-]+",
    re.IGNORECASE,
)


# --- who, and how he looks -------------------------------------------------------------------------------------------


@cache
def _noun() -> re.Pattern[str]:
    who = lexicon()["who"]
    return re.compile(any_of([*who["person"], *who["people"], *who["plain"]]), re.IGNORECASE)


def names_person(word: str) -> bool:
    """Return whether a word is one for a person or for people, whatever their group."""
    return _noun().fullmatch(word) is not None


@cache
def _of_group() -> re.Pattern[str]:
    """Return the pattern of a number before a word for a group: "drie Polen", "een zwerver"."""
    of_trait = lexicon()["who"]["trait"]
    rows = [row for kind in groups().values() for row in kind]
    one = {*of_trait["one"], *(word for row in rows for word in row[Form.PERSON])}
    several = {*of_trait["several"], *(word for row in rows for word in row[Form.SEVERAL])}
    number = rf"{any_of(lexicon()['who']['numbers'])} (?:van (?:die|de) )?"
    return re.compile(
        rf"(?P<number>{number})(?:[^\W\d_]+e )?(?:(?P<one>{any_of(one)})|(?P<several>{any_of(several)}))",
        re.IGNORECASE,
    )


def people(text: str, words: Mapping[str, str]) -> Iterator[tuple[Span, str]]:
    """Yield whom a message is about, without the group that they belong to: "twee mannen", "drie personen".

    ``words`` says ``person``, ``people`` and ``one`` in the language that is asked for.
    """
    who = lexicon()["who"]
    numbers, looks = set(who["numbers"]), set(who["adjectives"])
    for match in _noun().finditer(text):
        start, kept = match.start(), [who["plain"].get(match[0].lower(), match[0].lower())]
        number = ""
        for _ in range(4):
            before = _BEFORE.search(text, max(0, start - 30), start)
            word = before[0].lower() if before else ""
            if word in numbers and not number:
                number = word
            elif word in looks and not number:
                kept.insert(0, word)
            elif number or not _is_adjective(word):
                break
            start = before.start() if before else start
        is_vague = not number and match[0].lower() in who["vague"]
        if not is_vague and not _OF_ANOTHER.search(text[max(0, start - 30) : start]):
            yield Span(start, match.end()), " ".join([*filter(None, [number]), *kept])
    for match in _of_group().finditer(text):
        is_one = match["one"] is not None
        number = words["one"] if is_one else match["number"].split()[0].lower()
        yield Span(*match.span()), f"{number} {words['person' if is_one else 'people']}"


def _is_adjective(word: str) -> bool:
    """Return whether a word between a number and a noun may be passed over: "twee donkere mannen" are two men."""
    return len(word) > 3 and word.endswith("e")


def ages(text: str, taboo: Taboo) -> list[Span]:
    """Return how old somebody seems."""
    return found(_AGE, text, taboo)


def looks(reading: Reading, kinds: Iterable[str], taboo: Taboo) -> list[Span]:
    """Return features of some kinds (lists of ``[feature]`` in ``stigma.toml``) with the colours before them."""
    text = reading.folded.original
    spans = (reading.folded.span(hit.start, hit.end) for hit in reading.found(*(f"feature.{kind}" for kind in kinds)))
    wide = (_with_adjectives(text, span) for span in spans)
    return [span for span in wide if not taboo.touches(*span) and not _is_own(text, span)]


def _is_own(text: str, span: Span) -> bool:
    return _OWN.search(text[max(0, span.start - 8) : span.start]) is not None


def _with_adjectives(text: str, span: Span) -> Span:
    adjectives = set(lexicon()["looks"]["adjectives"])
    start = span.start
    while (before := _BEFORE.search(text, max(0, start - 30), start)) and before[0].lower() in adjectives:
        start = before.start()
    return Span(start, span.end)


@cache
def _vehicle() -> re.Pattern[str]:
    of_looks = lexicon()["looks"]
    make, kind = any_of(of_looks["makes"]), any_of(of_looks["vehicles"])
    colour = any_of(of_looks["adjectives"])
    return re.compile(
        rf"(?:{colour} (?:en )?)+(?:{kind}|{make})(?: {make}){{0,2}}|{make} {make}|(?:{kind} )?{make}", re.IGNORECASE
    )


def vehicles(text: str, taboo: Taboo) -> list[Span]:
    """Return the vehicles of which a colour or a make is given, but for those of somebody who is named."""
    every = found(_vehicle(), text, taboo)
    return [span for span in every if not _OWNED.search(text[max(0, span.start - 12) : span.start])]
