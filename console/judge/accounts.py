"""Bank accounts, citizen service numbers and e-mail addresses: forms with a check or a clear mark."""

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from itertools import islice
from typing import Final

from stdnum import iban
from stdnum.nl import bsn

from console.domain.judgement import PersonalData
from console.judge.cues import Reading
from console.judge.found import Found
from console.judge.lexicon import service_numbers
from console.judge.phones import spelled_numbers

# Length of an account number by country (ISO 13616 registry): the countries whose accounts are seen in Dutch chats.
_IBAN_LENGTH: Final = {
    "at": 20, "be": 16, "bg": 22, "ch": 21, "cy": 28, "cz": 24, "de": 22, "dk": 18, "ee": 20, "es": 24, "fi": 18,
    "fr": 27, "gb": 22, "gr": 27, "hr": 21, "hu": 28, "ie": 22, "it": 27, "lt": 20, "lu": 20, "lv": 21, "mt": 31,
    "nl": 18, "no": 15, "pl": 28, "pt": 25, "ro": 24, "se": 24, "si": 19, "sk": 24, "tr": 26, "ua": 29,
}  # fmt: skip
_IBAN: Final = re.compile(r"(?<![^\W_])([a-z]{2})[ .-]?\d ?\d(?:[ .\-]{0,2}[a-z0-9]){11,27}", re.ASCII)

# The Dutch form with a known bank has no look-alikes, so that a mistyped account is one as well.
_BANKS: Final = (
    "abna|adyb|asnb|baro|bicg|bink|bita|bmeu|bngb|bnpa|boxs|bunq|chas|citi|deut|dhbn|dlbk|fbhl|flor|frbk|fvlb|"
    "fxbb|hand|hshb|hsbc|icbk|ingb|isbk|kabs|knab|kred|loyd|modr|nnba|nwab|prib|rabo|rbrb|revo|snsb|trio|ugbi|vowa"
)
_DUTCH: Final = re.compile(
    rf"(?<![^\W_])nl[ .\-]{{0,2}}\d ?\d[ .\-]{{0,2}}(?:{_BANKS})(?:[ .\-]{{0,3}}\d){{10}}(?!\w)", re.ASCII
)
_ACCOUNT: Final = re.compile(r"\b(?:iban|rek|rekening\w*|rek\.? ?nr|bankrekening|overgemaakt naar)\b[^\n]{0,24}$")

_BSN_CUE: Final = re.compile(r"\bb\.?s\.?n\b|\bburger ?service|\bsofi")
# Nine digits, also in loose groups or half told ("begint met 987 en verder 654321").
_NINE: Final = re.compile(
    r"(?<![\d+])(?<!\d[ .\-])\d(?:(?:[ .\-]{0,3}| en verder | en dan )\d){8}(?![ .\-]{0,2}\d)", re.ASCII
)
_CUE_PARTS: Final = ("bsn", "b.s.n", "burger", "sofi")
_INVENTED: Final = re.compile(r"\bverzonnen|\bfictie|\bvoorbeeldnummer|\btestnummer")
# Without the word only the eleven test counts, beside a document that bears the number.
_DOCUMENT: Final = re.compile(
    r"\b(?:paspoort|rijbewijs|id[- ]?kaart|identiteits\w+|zorgpas|loonstrook|jaaropgave|verblijfs\w+|digid)"
)
_BSN_REACH: Final = 80
_BSN_REACH_BACK: Final = 60
_BSN_LENGTH: Final = 9
_MOST_CHECKED: Final = 200

_BOX: Final = r"(?<![\w.+\-])([\w.+\-]{1,64})"
_MAIL: Final = re.compile(
    rf"{_BOX}(?:@([\w\-]{{1,63}}(?:\.[\w\-]{{2,63}}){{1,4}})| ?@ ?([\w\-]{{1,63}} ?\. ?[a-z]{{2,12}})\b)"
)
# Anybody has an address here, whatever stands before the "@".
_FREE_MAIL: Final = re.compile(
    r"(?:gmail|hotmail|outlook|yahoo|live|ziggo|kpnmail|icloud|planet|xs4all|home|upcmail|casema|hetnet|gmx|protonmail|proton)\."
)
_AT: Final = r"(?:[\[(] ?at ?[\])]|\bapen?staart(?:je)?\b|[\[(] ?apen?staart(?:je)? ?[\])])"
_DOT: Final = r"(?:\.|[\[(] ?(?:punt|dot) ?[\])]|\b(?:punt|dot)\b)"
_MAIL_SPELLED: Final = re.compile(rf"{_BOX} ?{_AT} ?([\w\-]{{1,63}}) ?{_DOT} ?[a-z]{{2,12}}\b")
_MAIL_IN_WORDS: Final = re.compile(rf"{_BOX} at ([\w\-]{{1,63}}) (?:dot|punt) [a-z]{{2,12}}\b")


def find_ibans(text: str) -> Iterator[Found]:
    """Yield the bank accounts: Dutch ones by their form, others whose length is right, and their check digits too
    unless an account is announced."""
    if not text.isascii() or "nl" in text:
        for match in _DUTCH.finditer(text):
            yield Found(PersonalData.IBAN, *match.span())
    for match in _IBAN.finditer(text):
        length = _IBAN_LENGTH.get(match[1])
        places = [place for place in range(match.start(), match.end()) if text[place].isalnum()]
        if length is None or len(places) < length or _DUTCH.match(text, match.start()):
            continue
        end = places[length - 1] + 1
        if text[end : end + 1].isalnum():
            continue
        if (match[1] != "nl" and _is_announced(text, match.start())) or iban.is_valid(
            "".join(text[place] for place in places[:length])
        ):
            yield Found(PersonalData.IBAN, match.start(), end)


def _is_announced(text: str, place: int) -> bool:
    """Return whether a word for an account stands just before a place."""
    return _ACCOUNT.search(text[max(0, place - 40) : place]) is not None


def find_bsns(reading: Reading) -> Iterator[Found]:
    """Yield the citizen service numbers: nine digits, also in words, near the word for them; people mistype, so the
    eleven test counts only where a document stands in place of the word."""
    text = reading.folded.text
    numbers = list(islice(_NINE.finditer(text), _MOST_CHECKED))
    if not numbers and not any(map(text.__contains__, _CUE_PARTS)):
        return
    cues = [match.start() for match in islice(_BSN_CUE.finditer(text), 50)]
    documents = [match.start() for match in islice(_DOCUMENT.finditer(text), 50)]
    for match in numbers:
        around = text[max(0, match.start() - 40) : match.end() + 40]
        if _INVENTED.search(around):
            continue
        digits = "".join(character for character in match[0] if character.isdigit())
        if _is_near(match.start(), cues) or (_is_near(match.start(), documents) and bsn.is_valid(digits)):
            yield Found(PersonalData.BSN, match.start(), match.end())
    if cues:
        for digits, start, end in spelled_numbers(reading):
            if len(digits) == _BSN_LENGTH and _is_near(start, cues):
                yield Found(PersonalData.BSN, start, end)


def _is_near(place: int, cues: list[int]) -> bool:
    return any(-_BSN_REACH_BACK <= place - cue <= _BSN_REACH for cue in cues)


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
    if _FREE_MAIL.match(domain):
        return False
    return (
        box in offices.mail_boxes
        or box.split(".", maxsplit=1)[0] in offices.mail_boxes
        or any(fnmatchcase(domain, pattern) for pattern in offices.mail_domains)
    )
