"""Who a member asks to add to the group: "kun je mijn buurvrouw Els van nr 12 toevoegen?" (``findings.md`` 36).

Said wrongly, it puts a neighbour's name in the queue; left out, the message is still there to read. So a message
counts only when it asks, in one sentence, for a person of one's own to be in this group, and nothing in that sentence
says otherwise. Measured in ``tests/console/judge/test_newcomers.py``. Pure; may be called from any thread.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from console.assets import resource
from console.domain.judgement import Span
from console.judge.addresses import find_addresses
from console.judge.cues import Reading
from console.judge.found import Found
from console.judge.lexicon import cues
from console.judge.names import find_written
from console.judge.normalise import fold
from console.judge.phones import find_phones

LONGEST: Final = 600  # who asks this says little more; a longer text is an announcement

_PART: Final = re.compile(r"<([A-Z_]+)>")
_MAY: Final = re.compile(
    r"\b(?:add|toevoeg|toe te voeg|voeg\b|voegt\b|toegevoegd|bij\b|erbij|erin|er\b|in\b|lid\b|groep|app|aanmelden|group"
    r"|zet)"
)
_SENTENCE: Final = re.compile(r"[^.!?\n]*(?:\.(?=\d|[a-z])[^.!?\n]*)*(?P<end>[.!?\n]|$)")
_QUOTED: Final = re.compile(r"[\"“”][^\"“”\n]{5,200}[\"“”]|(?<!\w)'[^'\n]{5,200}'(?!\w)")
_ASKS: Final = (
    r"\b(?:kan|kun|kunt|kunnen|wil|wilt|willen|zou|zouden|mag|mogen|can|could|would"
    r"|is het (?:mogelijk|een idee)|zie (?:je|jij|u) kans|lukt het)\b"
)
_FIRST: Final = (
    r"^\W*(?:(?:hoi|hallo|hey|beste|dag)\b[^,]{0,30},? |@\w+:? |\w+, |en |dus |graag |please )?"  # it is asked
)
_WANTS: Final = r"(?:wil|willen|zou|zouden|wou|vraagt|vragen|would|wants?)"
_HOUSE: Final = re.compile(
    r"\b(?:(?:huis)?(?:nummer|nr)\.? ?|number |(?<!zoon )(?<!dochter )(?<!kind )van |op )(\d{1,4} ?(?:[a-z]\b|-\d+)?)"
    r"(?! ?(?:jaar|hoog|uur|mensen|kinderen))"
)
_SELF: Final = re.compile(
    r"\b(?:voeg|voegt|zet|kun|kunt|kan|wil|mag) (?:je |jij |u |iemand )?(?:mij|me|ik)\b"
    r"(?! (?:ook |graag |nog )*(?:mijn|m'n|mn|onze|\w*(?:buur|man|vrouw|zoon|dochter|broer|moeder|vader)))"
)
_NOT_YET: Final = re.compile(r"\b(?:nog geen|geen toegang|nog niet|niet meer)\b")  # why it is asked, and no refusal
_CALLED: Final = re.compile(
    r"(?:\b(?:beste|hoi|hallo|hai|hey|hee|dag|goedemorgen|goedemiddag|goedenavond|dank je|bedankt"
    r"|groet(?:en|jes)?|gr|mvg)\b|@)[ ,.:]*$"
)
_SPOKEN_TO: Final = re.compile(r",? (?:kun|kan|kunt|wil|wilt|zou|voeg|zet|mag|could|can)\b (?:je|jij|u|you|iemand)\b")
_BEGINS: Final = re.compile(r"(?:^|[.!?\n])\W*(?:beheer(?:der)? )?$")  # what stands before who is spoken to
_ASKED: Final = re.compile(
    r", (?:kan|kun|kunnen|mag|mogen|wil|willen|zou|zouden|wie|can|may|could)\b(?! (?:hij|zij|ze|die|ook)\b)"
    r"| (?:kan|kunnen|mag|mogen|wil|willen|zou|zouden) (?:mijn|m'n|mn|me|onze|ons)\b"
)
_HERE: Final = (  # behind the group stands what ends the asking, and nothing that somebody is to do there
    r"(?=[\s,)?!.-]*(?:$|:|toe|zetten|doen|opnemen|gooien|mogen|mag\b|willen|komen|worden|aub|svp|alsjeblieft|alstublieft"
    r"|graag|please|hij\b|zij\b|ze\b|nummer|nr|tel|mobiel|(?:haar|zijn|hun) (?:nummer|tel|mobiel)|want\b|wie\b|kan\b"
    r"|kun\b|kunt\b|dan\b|met\b|en\b|op (?:nr|nummer|\d)|wil\b|zou\b|[+(]?\d))"
)
_END: Final = (
    r"[\s,)?!.]*(?:$|aub|svp|alsjeblieft|alstublieft|please|hij\b|zij\b|ze\b|nummer|nr|tel|mobiel"
    r"|(?:haar|zijn|hun) (?:nummer|tel|mobiel)|want\b|kan dat|op (?:nr|nummer|\d)|[+(]?\d)"
)


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody whom a message asks to add; spans are of the original text.

    ``name`` is as written, None when nobody is named. ``who`` is what he is to the writer: "buurvrouw".
    """

    who: str | None
    name: str | None
    phone: Span | None
    address: Span | None
    house_number: str | None


def find_newcomer(text: str) -> Newcomer | None:
    """Return who is to be added, None when a message does not ask that. Never raises for any text."""
    if len(text) > LONGEST:
        return None
    folded = fold(text)
    if not _MAY.search(folded.text):
        return None
    told = _Told(cues().read(text))
    quoted = [found.span() for found in _QUOTED.finditer(folded.text)]
    for sentence in _SENTENCE.finditer(folded.text):
        is_quoted = any(start < sentence.end() and sentence.start() < end for start, end in quoted)
        if sentence[0].strip() and not is_quoted and told.asks_in(sentence[0], sentence.start()):
            return told.newcomer(sentence.start())
    return None


# How somebody is asked for; what stands between < and > comes from the lexicon (``_parts``).
_STRONG: Final = (
    r"<ASKS>.*<WHO>.*\b<ADDING>\b",
    r"<ASKS>.*\badd <WHO>",
    r"<ASKS>.*<WHO> be added\b",
    r"<ASKS>.*<WHO><ONLY><JOINS>",
    r"<FIRST>(?:voeg|voegt|zet|nodig)\b<POLITE><WHO>.*\b(?:toe|erbij|uit|er .*(?:in|bij)|<HERE>)\b",
    r"<WHO>.*\b<WANTS>\b<ONLY><JOINS>",
    r"\bgraag\b.*<WHO>.*\btoevoegen\b",
    r"\btoevoegen\b.*[:,].*<PERSON>",
    r"\bnummer van <PERSON>.*\bvoor (?:de|deze|onze) <GROUPS>\b",
    r"\bplek voor <PERSON>.*<HERE>",
    r"<PERSON>.*\b(?:aanmelden|opgeven)\b.*<HERE>",
)
_WEAK: Final = (  # without the word for the group: then nothing else may stand in between
    r"<ASKS>[^,]*<WHO>(?: [\w'-]+)?<WEAK>",
    r"<WHO>(?:,? [\w'-]+){0,4},? <WANTS>\b<WEAK>",
    r"<FIRST>zet\b<POLITE><WHO>(?: [\w'-]+)?<WEAK>",
)
_BY_NAME: Final = (
    r"<ASKS>.*\b<ADDING>\b",
    r"<FIRST>(?:voeg|voegt)\b.*\btoe\b",
    r"<FIRST>zet\b.*\b(?:er .*in|erin|erbij|er .*bij)\b",
    r"\bgraag\b.*\b(?:toevoegen|toegevoegd worden)\b",
    r"\btoevoegen\b.*:",
    r"<ASKS>.*<HERE>",
    r"\b(?:aanmelden|opgeven)\b.*<HERE>",
)


@dataclass(frozen=True, slots=True)
class _Expressions:
    """The lexicon, compiled."""

    person: re.Pattern[str]
    veto: re.Pattern[str]
    other_group: re.Pattern[str]
    of_others: re.Pattern[str]
    about_person: tuple[re.Pattern[str], ...]
    by_name: tuple[re.Pattern[str], ...]


@cache
def _expressions() -> _Expressions:
    tree: dict[str, Any] = tomllib.loads(resource("lexicon", "joining.toml").read_text(encoding="utf-8"))["chat"]
    parts = _parts({name: _either(words) for name, words in tree.items()})

    def compiled(expression: str) -> re.Pattern[str]:
        return re.compile(_PART.sub(lambda found: parts[found[1]], expression))

    return _Expressions(
        person=compiled("<PERSON>"),
        veto=compiled(r"\b<VETOES>(?!\w)"),
        other_group=compiled(r"\b(?!<GROUPS>\b)\w+(?:groep|app|appgroep)\b"),
        of_others=compiled(r"\b<GROUPS> van (?!ons\b|onze\b|deze\b|de (?:buurt|straat|wijk|flat)\b)"),
        about_person=tuple(map(compiled, (*_STRONG, *_WEAK))),
        by_name=tuple(map(compiled, _BY_NAME)),
    )


def _parts(words: Mapping[str, str]) -> dict[str, str]:
    """Return what the expressions are made of, from the lists of the lexicon."""
    own, groups = words["own"], words["groups"]
    person = (
        rf"\b(?:{own} (?:(?!{own}\b)[\w'-]+ ){{0,2}}?\w*(?:{words['people']})\b"
        rf"|{words['these']}\b|bu(?:urman|urvrouw) [a-z]+ van\b)"
    )
    here = rf"(?:in|bij|aan|tot|van|voor|met|to) (?:de|deze|onze|dit|the|this|our)? ?(?:\w+ )?{groups}\b{_HERE}"
    member = rf"lid (?:te )?worden(?! van (?!(?:de|deze|onze) ?(?:\w+ )?{groups}\b))"
    filler = r"(?:[ ,(]*(?:ook|graag|nog|even|wel|hier|maar|of|ze|heel|misschien|van|nr|nummer|\d+\w?|mogen|mag|en)\b)*"
    return {
        "ASKS": _ASKS,
        "FIRST": _FIRST,
        "WANTS": _WANTS,
        "PERSON": person,
        "WHO": rf"(?<!van )(?<!met )(?<!aan )(?<!bij )(?<!tegen )(?:{person}|\b{words['pronouns']}\b)",
        "GROUPS": groups,
        "HERE": here,
        "JOINS": rf"(?:{here}|{member}|toegevoegd worden|worden toegevoegd|join\b)",
        "ADDING": words["adding"],
        "VETOES": words["vetoes"],
        "ONLY": rf"(?:(?!\b(?:een|het|iets|wat|vraag|{words['doing']})\b).)*",  # nothing else is to be in the group
        "POLITE": r"(?: (?:je|jij|u|jullie|iemand|dan|nog|even|ook|maar|graag|aub|hier))* ",
        "WEAK": rf"{filler}[ ,)]*(?:erbij|erin|er (?:\w+ ){{0,2}}(?:bij|in))(?: mogen| zetten)?{_END}",
    }


def _either(words: Iterable[str]) -> str:
    """Return an expression for any of these words, the longest first."""
    return "(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + ")"


class _Told:
    """What a message says about people."""

    def __init__(self, reading: Reading) -> None:
        self._folded = reading.folded
        self._text = reading.folded.text
        self._words = _expressions()
        self._phones = list(find_phones(reading))
        self._addresses = list(find_addresses(reading))
        self._names = [one for one in find_written(reading) if not self._is_called(one)]
        self._person = self._words.person.search(self._text)

    def _is_called(self, name: Found) -> bool:
        """Whether somebody is spoken to or signs: "Beste Anja", "Ingrid, kun je ...", "Wim, mag ...", "groet, Bram"."""
        before = self._text[: name.start]
        is_asked = _BEGINS.search(before) and _ASKED.match(self._text, name.end)
        return bool(_CALLED.search(before) or _SPOKEN_TO.match(self._text, name.end) or is_asked)

    def asks_in(self, sentence: str, start: int) -> bool:
        """Whether a sentence asks to add somebody."""
        words = self._words
        if (
            words.veto.search(_NOT_YET.sub(" ", sentence))
            or words.other_group.search(sentence)
            or words.of_others.search(sentence)
        ):
            return False
        if _SELF.search(sentence):
            return False
        if self._person is not None:
            is_asked = any(pattern.search(sentence) for pattern in words.about_person)
            if is_asked and (words.person.search(sentence) or self._person.start() < start + len(sentence)):
                return True
        return self._names_somebody(start, sentence) and any(pattern.search(sentence) for pattern in words.by_name)

    def _names_somebody(self, start: int, sentence: str) -> bool:
        """Whether it names a person, and says more than a name: where he lives, his number, or this group."""
        is_named = any(start <= one.start < start + len(sentence) for one in self._names)
        says_more = self._phones or self._addresses or _HOUSE.search(sentence)
        return is_named and bool(says_more or re.search(r"\b(?:deze |de |buurt|groeps)(?:groep|app)\b", sentence))

    def newcomer(self, start: int) -> Newcomer:
        """Return who it is, from the sentence that asks and what stands around it."""
        person = self._person
        return Newcomer(
            who=person[0].split()[-1] if person else None,
            name=self._name(start),
            phone=self._spans(self._phones),
            address=self._spans(self._addresses),
            house_number=next(iter(self._houses()), None),
        )

    def _spans(self, found: list[Any]) -> Span | None:
        return self._folded.span(found[0].start, found[0].end) if found else None

    def _houses(self) -> Iterator[str]:
        for found in _HOUSE.finditer(self._text):
            if not any(one.start < found.end(1) and found.start(1) < one.end for one in self._phones):
                yield found[1].strip()

    def _name(self, start: int) -> str | None:
        """Return the name nearest behind the words for who it is; else the first behind where the asking begins."""
        place = self._person.end() if self._person else start
        behind = [one for one in self._names if one.start >= place] or [
            one for one in self._names if one.start >= start
        ]
        return self._folded.as_written(behind[0].start, behind[0].end) if behind else None
