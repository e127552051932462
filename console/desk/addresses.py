"""An address in a loose line, as people type it in a form, a mail or a chat."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from console.assets import resource
from console.desk.area_match import postcode
from console.desk.street_names import folded, is_short_word
from console.domain.work_area import Address

LONGEST: Final = 2000  # characters that are looked at

_CODE: Final = re.compile(r"(?<![\w-])([1-9]\d{3})( ?)([A-Za-z]{2})(?!\w)")
_FOUR: Final = re.compile(r"\s*([1-9]\d{3})\s*")
_NAMED_FOUR: Final = re.compile(r"\bpost(?:al )?code\b\W{0,3}([1-9]\d{3})(?!\s?\w)", re.IGNORECASE)
_NUMBER: Final = re.compile(
    r"(?:\b(?P<near>bij|naast|t\.?\s?/?o\b\.?|tegenover|opposite|next to)\s+)?"
    r"(?P<named>\b(?:huis)?(?:nummer|nr|no|number)\b\.?\s*:?\s*|\bhouse number\b\s*:?\s*)?"
    r"(?<![\d+.,/-])(?P<digits>\d{1,5})(?!\d)(?!-?\d{5})(?!(?:e|de|ste)\b)(?![:.,]\d)"
    r"(?!\s?(?:uur|u|jaar|years?|minut\w+|euro|keer|x|km|meter|%)(?!\w))"
    r"(?P<addition>\s?[a-zA-Z]\b(?!['’.])|\s?[-/]\s?(?:\d{1,4}|[a-zA-Z]{1,4})\b"
    r"|\s?(?:hs|huis|bis|rd|rood|zw|zwart|boven|beneden|bv|I{1,3})\b)?",
    re.IGNORECASE,
)
_ORDINAL: Final = re.compile(r"\d{1,2}(?:e|de|ste)", re.IGNORECASE)
_YEAR: Final = re.compile(r"1[5-9]\d\d|20\d\d")
_BREAK: Final = re.compile(r"[\n,;|()]|:\s|\s[-–—]\s")


@cache
def _words(kind: str) -> frozenset[str]:
    """Return one of the lists of words under ``[lines]`` in the lexicon."""
    return frozenset(tomllib.loads(resource("lexicon", "streets.toml").read_text(encoding="utf-8"))["lines"][kind])


class _Piece(NamedTuple):
    street: str
    has_kind: bool


def address_of(text: str) -> Address:
    """Return the address in a loose line ("ik woon Dorpsstraat 12a, 3021 AB"); what is not there is None.

    Only the first 2,000 characters are looked at. Nothing is guessed from the name of a town.
    """
    seen = "".join(_visible(mark) for mark in unicodedata.normalize("NFC", text[:LONGEST]))
    code, rest = _take_postcode(seen)
    street, number = _street_and_number(rest)
    return Address(street, number, code)


def _visible(mark: str) -> str:
    return mark if mark == "\n" else " " if unicodedata.category(mark)[0] in "CZ" else mark


def _take_postcode(text: str) -> tuple[str | None, str]:
    """Return the postcode and the text without it, a break in its place."""
    if (alone := _FOUR.fullmatch(text)) is not None:
        return alone[1], ""
    for found in _CODE.finditer(text):
        is_word = found[2] and found[3].lower() in _words("no_letters") and not found[3].isupper()
        code = None if is_word else postcode(found[1] + found[3])
        if code is not None:
            return f"{code[:4]} {code[4:]}", f"{text[: found.start()]}\n{text[found.end() :]}"
    if (named := _NAMED_FOUR.search(text)) is not None:
        return named[1], f"{text[: named.start()]}\n{text[named.end() :]}"
    return None, text


def _street_and_number(text: str) -> tuple[str | None, str | None]:
    bare: str | None = None
    second: tuple[str, str | None] | None = None
    for found in _NUMBER.finditer(text):
        written = _shown_number(found)
        piece = _street_before(text[: found.start()])
        if piece is not None and piece.street.casefold() in _words("with_year") and _YEAR.fullmatch(found["digits"]):
            second = second or (f"{piece.street} {found['digits']}", None)  # "Plein 1940", and its number may follow
            continue
        if piece is None:
            is_alone = not text[: found.start()].strip() and text[found.end() :].lstrip(" ")[:1] in {"", "\n", ","}
            bare = bare or (written if found["named"] or found["near"] or is_alone else None)
        elif piece.has_kind:
            return piece.street, written
        else:
            second = second or (piece.street, written)
    if second is not None:
        return second
    return _street_alone(text), bare


def _shown_number(found: re.Match[str]) -> str:
    addition = (found["addition"] or "").strip()
    gap = " " if len(addition) > 1 and addition[0].isalpha() else ""
    nearby = f"{found['near']} {'nr ' if found['named'] else ''}" if found["near"] else ""
    return f"{nearby}{found['digits']}{gap}{addition}"


def _street_before(text: str) -> _Piece | None:
    """Return the name that ends where a number begins."""
    parts = [part.strip(' .:-"“”') for part in _BREAK.split(text)]
    while parts and not parts[-1]:
        parts.pop()
    words = parts[-1].split() if parts else []
    return _last_name(words) if words else None


def _last_name(words: Sequence[str]) -> _Piece | None:
    """Return the name of a street that these words end with."""
    while words and words[-1].casefold() in _words("naming"):
        words = words[:-1]
    if not words or words[-1].casefold() in _words("joining"):
        return None
    has_kind = _has_kind(words[-1]) or (len(words) > 1 and _YEAR.fullmatch(words[-1]) is not None)
    is_line = len(words) <= 6 and not any(word.casefold().strip(".") in _words("sentence") for word in words)
    name = list(words) if is_line else list(_walk_back(words))
    name = _without_lead(name)
    if not name or not folded(" ".join(name)) or not any(mark.isalpha() for mark in name[0]):
        return None
    if not has_kind and not (is_line and _is_name_like(name)):
        has_kind = _has_kind(name[0])  # "Laan van Meerdervoort"
        if not has_kind:
            return None
    return _Piece(" ".join(name), has_kind)


def _walk_back(words: Sequence[str]) -> Iterator[str]:
    """Yield the words at the end that belong to one name."""
    kept: list[str] = []
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        is_part = word[:1].isupper() or _ORDINAL.fullmatch(word) or word[:1] in "'’" or is_short_word(word)
        if kept and not is_part and word.casefold() not in _words("joining"):
            break
        kept.insert(0, word)
    yield from kept


def _without_lead(words: list[str]) -> list[str]:
    """Drop what stands before a name: "aan de", "adres"; a capital "De" or "Van" may be its own."""
    while (
        len(words) > 1
        and words[0].casefold().strip(".:") in _words("leading")
        and (words[0].islower() or _is_lead(words[0]))
    ):
        words = words[1:]
    return words


def _is_lead(word: str) -> bool:
    return word.casefold().strip(".:") not in {"de", "den", "der", "het", "van", "op", "in", "aan", "te"}


def _is_name_like(words: Sequence[str]) -> bool:
    return len(words) <= 4 and len(folded(" ".join(words)).full) > 2


def _has_kind(word: str) -> bool:
    """Whether a word says of itself that it is a street: "Dorpsstraat", "Kerkln.", "str"."""
    street = folded(f"x {word}")
    return bool(street.kind) and word.casefold().strip(".") not in _words("no_street")


def _street_alone(text: str) -> str | None:
    """Return a street without a number, when it says of itself that it is one."""
    for part in _BREAK.split(text):
        words = part.strip(" .").split()
        for end in range(len(words), 0, -1):
            word = words[end - 1].strip(".!?")
            is_clear = word[:1].isupper() or len(words) <= 3
            if len(word) > 5 and is_clear and _has_kind(word):
                name = _without_lead(list(_walk_back([*words[: end - 1], word])))
                return " ".join(name)
    return None
