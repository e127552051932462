"""Whether two texts are about the same thing: the places and telling words that they share. Pure.

What a report is about stands in few words, and answers use others ("lantaarn", "lamp", "verlichting"). So compounds
count as the word in them, and what words belong to counts a little.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Final, NamedTuple

from console.assets import resource
from console.judge.thread_words import hear, stem

_NOT_TELLING: Final = re.compile(r"\b\d{1,2}[.:]\d{2}\b|\b(?:0[89]00|14)[- ]?\d{3,4}\b", re.ASCII)
"""Times of the day and numbers of services, which many messages share."""
_SHORTEST_PART: Final = 5  # letters of a word that may be a part of a compound: "lantaarn" of "lantaarnpaal"
_MOST_WORDS: Final = 120
_WORD: Final = 1.0
_PLACE: Final = 1.5
_FIELD: Final = 0.5
_OTHER_PLACE: Final = -2.0
_MOST_FOR_WORDS: Final = 3.0


class Subject(NamedTuple):
    """What some texts are about. ``words`` and ``places`` map what is compared to how it was written."""

    words: dict[str, str]
    places: dict[str, str]
    fields: frozenset[str]


class Likeness(NamedTuple):
    """What two subjects share, as written in the first; ``weight`` is how much it counts, for comparison only."""

    places: tuple[str, ...]
    words: tuple[str, ...]
    weight: float


@cache
def _common() -> frozenset[str]:
    words = tomllib.loads(resource("lexicon", "feedback.toml").read_text(encoding="utf-8"))["common"]["words"]
    return frozenset(stem(word) for word in words) | frozenset(words)


@lru_cache(maxsize=1 << 12)
def _subject_of(text: str) -> Subject:
    heard = hear(_NOT_TELLING.sub(" ", text))
    words = {key: word for key, word in heard.words.items() if key not in _common() and word not in _common()}
    return Subject(words, dict(heard.places), heard.fields)


def subject_of(texts: Iterable[str]) -> Subject:
    """Return what texts are about together. Never raises for any text."""
    words: dict[str, str] = {}
    places: dict[str, str] = {}
    fields: set[str] = set()
    for one in map(_subject_of, texts):
        words |= dict(list(one.words.items())[: _MOST_WORDS - len(words)])
        places |= one.places
        fields |= one.fields
    return Subject(words, places, frozenset(fields))


def likeness(one: Subject, other: Subject) -> Likeness:
    """Return what two subjects share. Different places speak against it, where each names one."""
    places = tuple(word for key, word in one.places.items() if key in other.places)
    words = tuple(word for key, word in one.words.items() if _is_in(key, word, other.words))
    weight = _PLACE * len(places) + min(_WORD * len(words), _MOST_FOR_WORDS)
    if one.fields & other.fields:
        weight += _FIELD
    if one.places and other.places and not places:
        weight += _OTHER_PLACE
    return Likeness(places, words, weight)


def _is_in(key: str, word: str, words: Mapping[str, str]) -> bool:
    """Return whether a word is among others, or is a part of one of them or has one as its part."""
    return key in words or any(_is_part(word, other) or _is_part(other, word) for other in words.values())


def _is_part(part: str, whole: str) -> bool:
    return len(part) >= _SHORTEST_PART and len(whole) > len(part) and (whole.startswith(part) or whole.endswith(part))
