"""Bank accounts, citizen service numbers and e-mail addresses: forms with a check or a clear mark."""

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from itertools import islice
from typing import Final

from stdnum import iban
from stdnum.nl import bsn

from console.domain.judgement import PersonalData
from console.judge.found import Found
from console.judge.lexicon import service_numbers

# Length of an account number by country (ISO 13616 registry): the countries whose accounts are seen in Dutch chats.
_IBAN_LENGTH: Final = {
    "at": 20, "be": 16, "bg": 22, "ch": 21, "cy": 28, "cz": 24, "de": 22, "dk": 18, "ee": 20, "es": 24, "fi": 18,
    "fr": 27, "gb": 22, "gr": 27, "hr": 21, "hu": 28, "ie": 22, "it": 27, "lt": 20, "lu": 20, "lv": 21, "mt": 31,
    "nl": 18, "no": 15, "pl": 28, "pt": 25, "ro": 24, "se": 24, "si": 19, "sk": 24, "tr": 26, "ua": 29,
}  # fmt: skip
_IBAN: Final = re.compile(r"(?<![^\W_])([a-z]{2})[ .-]?\d ?\d(?:[ .\-]{0,2}[a-z0-9]){11,27}", re.ASCII)

_BSN_CUE: Final = re.compile(r"\bb\.?s\.?n\b|\bburger ?service|\bsofi")
# Nine digits, also in loose groups. A number in words or in two halves is left to people.
_BSN: Final = re.compile(r"(?<![\d+])\d(?:[ .\-]{0,3}\d){7,8}(?![\d])", re.ASCII)
_BSN_REACH: Final = 80
_MOST_CHECKED: Final = 200

_BOX: Final = r"(?<![\w.+\-])([\w.+\-]{1,64})"
_MAIL: Final = re.compile(
    rf"{_BOX}(?:@([\w\-]{{1,63}}(?:\.[\w\-]{{2,63}}){{1,4}})| ?@ ?([\w\-]{{1,63}} ?\. ?[a-z]{{2,12}})\b)"
)
_AT: Final = r"(?:[\[(] ?at ?[\])]|\bapen?staart(?:je)?\b|[\[(] ?apen?staart(?:je)? ?[\])])"
_DOT: Final = r"(?:\.|[\[(] ?(?:punt|dot) ?[\])]|\b(?:punt|dot)\b)"
_MAIL_SPELLED: Final = re.compile(rf"{_BOX} ?{_AT} ?([\w\-]{{1,63}}) ?{_DOT} ?[a-z]{{2,12}}\b")
_MAIL_IN_WORDS: Final = re.compile(rf"{_BOX} at ([\w\-]{{1,63}}) (?:dot|punt) [a-z]{{2,12}}\b")


def find_ibans(text: str) -> Iterator[Found]:
    """Yield the bank accounts whose length and check digits are right."""
    for match in _IBAN.finditer(text):
        length = _IBAN_LENGTH.get(match[1])
        places = [place for place in range(match.start(), match.end()) if text[place].isalnum()]
        if length is None or len(places) < length:
            continue
        end = places[length - 1] + 1
        if not text[end : end + 1].isalnum() and iban.is_valid("".join(text[place] for place in places[:length])):
            yield Found(PersonalData.IBAN, match.start(), end)


def find_bsns(text: str) -> Iterator[Found]:
    """Yield the citizen service numbers that stand near the word and pass the eleven test."""
    cues = [match.start() for match in _BSN_CUE.finditer(text)]
    if not cues:
        return
    for match in islice(_BSN.finditer(text), _MOST_CHECKED):
        digits = "".join(character for character in match[0] if character.isdigit())
        is_near = any(-_BSN_REACH // 2 <= match.start() - cue <= _BSN_REACH for cue in cues[:50])
        if is_near and bsn.is_valid(digits):
            yield Found(PersonalData.BSN, match.start(), match.end())


def find_mails(text: str) -> Iterator[Found]:
    """Yield the e-mail addresses of people, also those in words ("naam apenstaart huis punt nl")."""
    if "@" in text:
        patterns = [_MAIL]
    elif "staart" in text or "at)" in text or "at]" in text:
        patterns = [_MAIL_SPELLED]
    elif " at " in text:
        patterns = [_MAIL_IN_WORDS]
    else:
        return
    for pattern in patterns:
        for match in pattern.finditer(text):
            domain = next(part for part in match.groups()[1:] if part is not None)
            if not _is_office(match[1], domain.replace(" ", "")):
                yield Found(PersonalData.EMAIL, match.start(), match.end())


def _is_office(box: str, domain: str) -> bool:
    """Return whether an address belongs to a municipality, the police or another office."""
    offices = service_numbers()
    return (
        box in offices.mail_boxes
        or box.split(".", maxsplit=1)[0] in offices.mail_boxes
        or any(fnmatchcase(domain, pattern) for pattern in offices.mail_domains)
    )
