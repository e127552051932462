"""Cuts a text of a chat or a letter into sentences and words. Pure; knows no language but its abbreviations."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from console.domain.judgement import Span
from console.readability.lists import listed

# A blank ([naam], {police}), a link or an address, and a number with all its groups ("14 010", "0900-8844", "14.30")
# are one word each, and so is a word with hyphens or apostrophes in it.
_WORD: Final = re.compile(
    r"(?P<blank>\[[^\[\]\n]{1,60}\]|\{[^{}\n]{1,60}\})"
    r"|(?P<link>(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|[^\W\d_][\w-]*(?:\.[\w-]+)*\.(?:nl|com|org|eu|be)\b)"
    r"|(?P<number>\d+(?:[ .,:/-]\d+)*(?:[^\W\d_]+)?)"
    r"|(?P<short>(?:[^\W\d_]\.){2,}[^\W\d_]?)"  # "o.a.": no word to be weighed
    r"|(?P<word>(?:['’](?=[smntr]\b|ns\b))?[^\W\d_](?:[^\W_]|[\u0300-\u036f\u064b-\u065f\u0670]|['’-](?=[^\W\d_]))*)"
)
# Marks that end a sentence, with what closes behind them; the Arabic question mark too.
_STOP: Final = re.compile(r"[.!?…؟]+[\"'”’)\]»*_~]*(?=\s|$)|(?<=[a-z])[.!?](?=[A-Z][a-z])")
_NEXT: Final = re.compile(r"\s*[\"'“‘(\[{«*_~\u2066-\u2069]*(?P<char>\S)?(?P<rest>\w*)")
_PICTURE: Final = "[\u2600-\u27bf\ufe0f\u200d\u2b50\U0001f000-\U0001faff]"
_PICTURES: Final = re.compile(rf"(?<!{_PICTURE}){_PICTURE}+(?=\s)")
_LISTED: Final = re.compile(r"\s*(?:\d{1,2}|[a-z])$")  # "1." before an item of a list
_DOMAINS: Final = frozenset({"nl", "com", "org", "eu", "be"})  # "Buurt Bestuurt. nl": a space crept in


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands; ``is_plain`` is False for a blank, a link and a number, which are read at once."""

    text: str
    span: Span
    is_plain: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, a heading or an item of a list: where it stands, and its words (one at least)."""

    span: Span
    words: tuple[Word, ...]


def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text in order; a line is one at least, and marks without words are none."""
    found = []
    for start, end in _pieces(text):
        words = tuple(_words(text, start, end))
        if words:
            stripped = text[start:end]
            first = start + len(stripped) - len(stripped.lstrip())
            found.append(Sentence(Span(first, start + len(stripped.rstrip())), words))
    return tuple(found)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in re.finditer(r"[^\n\r]+", text):
        start = line.start()
        for cut in sorted(_cuts(text, line.start(), line.end())):
            yield start, cut
            start = cut
        yield start, line.end()


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    """Give where one sentence of a line ends and the next begins."""
    for stop in _STOP.finditer(text, start, end):
        if _ends(text, start, stop):
            yield stop.end()
    for pictures in _PICTURES.finditer(text, start, end):
        following = _NEXT.match(text, pictures.end(), end)
        if following and (following["char"] or "").isupper() and text[start : pictures.start()].strip():
            yield pictures.end()


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether a full stop ends a sentence: not behind an abbreviation, an initial or the number of an item."""
    following = _NEXT.match(text, stop.end())
    first, rest = (following["char"] or "", following["rest"]) if following else ("", "")
    if (first + rest) in _DOMAINS:
        return False
    if set(stop[0]) & set("!?…؟"):
        return True
    before = re.search(r"[\w.]*$", text[start : stop.start()])
    last = before[0] if before else ""
    if _LISTED.fullmatch(text[start : stop.start()]):
        return False
    is_initial = len(last) == 1 and last.isupper()
    is_short = {part.lower() for part in last.split(".")} <= listed("abbreviations", "all") and last != ""
    return not (is_initial or (is_short and not _begins_anew(first, last)))


def _begins_anew(first: str, last: str) -> bool:
    """Whether what follows an abbreviation can only be a new sentence: "enz. De", but not "dhr. De Vries"."""
    return first.isupper() and last.lower() in listed("abbreviations", "closing")


def _words(text: str, start: int, end: int) -> Iterator[Word]:
    for found in _WORD.finditer(text, start, end):
        yield Word(found[0], Span(*found.span()), found.lastgroup == "word")
