"""Telephone numbers as people type them: with any separators, with a country code, half or wholly in words.

Order numbers, dates and amounts look alike, so a number needs the form of a telephone number and no word before it
that says otherwise. Service numbers are never found (``service_numbers.toml``).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import phonenumbers

from console.domain.judgement import PersonalData
from console.judge.cues import Reading
from console.judge.found import Found
from console.judge.lexicon import service_numbers

# Eight to seventeen digits with at most three separators between two of them; separators and digits cannot be confused,
# so the expression looks at every character a bounded number of times.
_RUN: Final = re.compile(r"(?<![\w+@€.])(\+|00)?\(?\d(?:[ \t().\-/]{0,3}\d){7,16}(?!\w|[.,:]\d)")
_DATE: Final = re.compile(
    r"(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|1[0-2])[-/.](?:19|20)?\d\d\b|(?:19|20)\d\d[-/](?:0?[1-9]|1[0-2])[-/]\d{1,2}\b"
)
# "06.12.34.56.78" begins like a date; five pairs are a mobile number.
_MOBILE_IN_PAIRS: Final = re.compile(r"06(?:[ .\-/]\d\d){4}\b")
# A word just before a number that makes it something else; "registratie 0612-88-4431" is a file.
_OTHER_NUMBER: Final = re.compile(
    r"(?<!aan)(?:serie|order|bestel|factuur|dossier|melding|meldings|meld|kenmerk|zaak|registratie|referentie|klant|chip|frame|artikel|track|ticket|"
    r"kvk|btw|polis|rit|bewijs|bvh|volg|contract|bon|pakket|zending|imei|bsn|iban)\w*"
    r"[ .:]{0,3}(?:nr|nummer|no|code)?[ .:#]{0,3}(?:is )?$"
    r"|\b[a-z]{2} ?\d\d ?[a-z]{4} ?$"  # the head of a bank account, whose check digits may be wrong
)
_CALLABLE: Final = re.compile(
    r"\b(?:bel\w*|app\w*|tel\w*|nummer|nr|mobiel\w*|06|whatsapp|sms|bereikbaar|vast|doorkies\w*)\b"
)
# Checking one number takes some 30 microseconds; two hundred are a list of members and enough to say so.
_MOST_CHECKED: Final = 200
_COUNTRY: Final = "31"
_NATIONAL: Final = 10

_UNITS: Final = ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TEENS: Final = (
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
)
_TENS: Final = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")


def _spelled() -> dict[str, str]:
    """Return the Dutch words for 0 to 99 with the digits that they stand for in a telephone number."""
    words = {word: str(value) for value, word in enumerate(_UNITS + _TEENS)}
    for ten, name in enumerate(_TENS, start=2):
        words[name] = str(ten * 10)
        words |= {f"{unit}en{name}": f"{ten}{value}" for value, unit in enumerate(_UNITS[1:], start=1)}
    return words


_SPELLED: Final = _spelled() | {"honderd": "1"}
_PART: Final = re.compile("|".join(sorted(_SPELLED, key=len, reverse=True)) + r"|\d+")
_BETWEEN: Final = re.compile(r"[ \-./,()]{0,4}")
# Words that people put between the parts of a number they tell: "nul zes, dan vier keer de twee, en nog eens ...".
_FILLERS: Final = frozenset(
    ("dan", "en", "de", "nog", "eens", "daarna", "vervolgens", "streepje", "dubbel", "keer", "maal")
)
_TIMES: Final = frozenset(("keer", "maal"))
_MOST_TIMES: Final = 9


def find_phones(reading: Reading) -> list[Found]:
    """Return every telephone number that is not a service number."""
    text = reading.folded.text
    found = [Found(PersonalData.PHONE, start, end) for start, end in _written_in_digits(text)]
    if "nul" in text or "06" in text or "honderd" in text:
        taken = [(one.start, one.end) for one in found]
        found += [
            Found(PersonalData.PHONE, start, end)
            for start, end in _written_in_words(reading)
            if not any(start < last and first < end for first, last in taken)
        ]
    return found


def _written_in_digits(text: str) -> Iterator[tuple[int, int]]:
    """Yield where numbers in digits stand."""
    place = 0
    for _ in range(_MOST_CHECKED):
        run = _RUN.search(text, place)
        if run is None:
            return
        place = run.end()
        before = text[max(0, run.start() - 40) : run.start()]
        is_date = _DATE.match(run[0]) and not _MOBILE_IN_PAIRS.match(run[0])
        if is_date or _OTHER_NUMBER.search(before):
            continue
        end = _end_of_number(run[0])
        written = run[0][:end]
        if _is_phone(written, bool(_CALLABLE.search(before))):
            place = run.start() + end  # the run may hold the head of a second number: "06-12345678 06-87654321"
            yield run.start(), place


def _end_of_number(written: str) -> int:
    """Return where a national number ends when other digits follow it after a space ("06 12345678 2024")."""
    if written.startswith(("+", "00")) or not written.lstrip("(").startswith("0"):
        return len(written)
    places = [place for place, character in enumerate(written) if character.isdigit()]
    if len(places) <= _NATIONAL:
        return len(written)
    end = places[_NATIONAL - 1] + 1
    return len(written) if written[end : end + 1].isdigit() else end


def _is_phone(written: str, is_called: bool) -> bool:
    """Return whether digits with separators are somebody's telephone number."""
    digits = "".join(filter(str.isdecimal, written))
    if not digits.isascii():
        return False
    if written.startswith("+") or digits.startswith("00"):
        abroad = digits.removeprefix("00")
        return _is_possible_abroad(abroad.replace("310", "31", 1) if abroad.startswith("310") else abroad)
    if digits.startswith(_COUNTRY + "6"):
        return len(digits) == _NATIONAL + 1
    if len(digits) != _NATIONAL or not digits.startswith("0") or is_service_number(digits):
        return False
    if digits.startswith("06"):
        return True
    # Chats hold numbers that are not in use; the usual division into area code and number is enough.
    is_divided = re.match(r"\(?0\d{2,3}\)?[ \-./]", written) is not None
    return (is_divided and is_called) or _is_valid_dutch(digits)


def _is_possible_abroad(digits: str) -> bool:
    """Return whether digits with their country code may be a number; a Dutch one is looked at as a national number."""
    if digits.startswith(_COUNTRY):
        national = "0" + digits.removeprefix(_COUNTRY)
        return len(national) == _NATIONAL and not is_service_number(national)
    try:
        return phonenumbers.is_possible_number(phonenumbers.parse("+" + digits))
    except phonenumbers.NumberParseException:
        return False


def _is_valid_dutch(digits: str) -> bool:
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(digits, "NL"))
    except phonenumbers.NumberParseException:
        return False


def is_service_number(digits: str) -> bool:
    """Return whether digits are a number of a service and not of a person."""
    services = service_numbers()
    return digits in services.numbers or digits.startswith(services.beginnings)


def _written_in_words(reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield where telephone numbers stand that are wholly or partly in words: "nul zes, tweeëntwintig 30 ..."."""
    text = reading.folded.text
    for digits, start, end in spelled_numbers(reading):
        if _is_spelled_phone(digits, text[end : end + 30]):
            yield start, end


def spelled_numbers(reading: Reading) -> Iterator[tuple[str, int, int]]:
    """Yield the digits of every number that is wholly or partly in words, with where it starts and ends."""
    text = reading.folded.text
    told = _Told()
    for word, place in zip((*reading.words, ""), (*reading.starts, len(text)), strict=True):
        value = _digits_of(word)
        is_next = bool(told.digits) and _BETWEEN.fullmatch(text, told.seen, place) is not None
        if is_next and (value or word in _FILLERS):
            told.add(word, value, place)
            continue
        if told.digits and any(map(str.isalpha, text[told.start : told.end])):
            yield told.digits, told.start, told.end
        told = _Told(value, place, place + len(word), place + len(word))


@dataclass(slots=True)
class _Told:
    """A number as far as it was told. ``end`` is where its last digit ends, ``seen`` where its last word does."""

    digits: str = ""
    start: int = 0
    end: int = 0
    seen: int = 0
    times: int = 1

    def add(self, word: str, value: str, place: int) -> None:
        """Go on with a word that stands for digits, or with one that repeats what comes next."""
        self.seen = place + len(word)
        if value:
            self.digits += value * self.times
            self.end, self.times = self.seen, 1
        elif word in _TIMES and self.digits[-1:].isdigit():
            self.times = min(int(self.digits[-1]), _MOST_TIMES)
            self.digits = self.digits[:-1]
        elif word == "dubbel":
            self.times = 2


def _digits_of(word: str) -> str:
    """Return the digits that a word stands for, "" when it is no number: "nul6" is "06"."""
    if not (word.isdecimal() or word[:3] in _SPELLED_HEADS or word[-3:] in _SPELLED_TAILS):
        return ""
    parts = _PART.findall(word)
    if "".join(parts) != word:
        return ""
    return "".join(_SPELLED.get(part, part) for part in parts)


_SPELLED_HEADS: Final = frozenset(word[:3] for word in _SPELLED)
_SPELLED_TAILS: Final = frozenset(word[-3:] for word in _SPELLED)


def _is_spelled_phone(digits: str, after: str) -> bool:
    """Return whether digits told in words are a telephone number; people who tell one make it a digit too long."""
    if digits.startswith("6") and (
        (len(digits) == _NATIONAL - 1 and "nul er" in after)
        or (len(digits) == _NATIONAL and digits.endswith("0") and after.lstrip().startswith("ervoor"))
    ):
        return True
    is_long_enough = len(digits) == _NATIONAL or (len(digits) == _NATIONAL + 1 and digits.startswith("06"))
    return is_long_enough and digits.startswith("0") and not is_service_number(digits)
