"""Whether a message is in Dutch, by very common words and by letters that one language uses and others do not.

Neighbours write English, German, Polish, Turkish, French and Arabic as well, and the model reads Dutch only. A Dutch
message must never be taken for another language, so dialect counts as Dutch and doubt says so. Pure; may be called from
any thread.
"""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from console.assets import resource
from console.judge.normalise import fold

DUTCH: Final = "nl"

_WORD: Final = re.compile(r"[^\W\d_]+")
_CHARACTERS_READ: Final = 1000  # a language shows in its first lines
_LAST_LATIN: Final = "\u024f"
# Of another language this much is needed, a common word being one point, and this many times what speaks for Dutch.
_ENOUGH: Final = 2.0
_LEAD: Final = 2.0
_BY_LETTERS: Final = 0.5  # points for a word that only its letters give away
_LETTERS_ENOUGH: Final = 8  # in another script
_BARE: Final = str.maketrans("ıłøđ", "ilod")  # what folding leaves and a keyboard without them cannot type


@dataclass(frozen=True, slots=True)
class _Signs:
    """``languages.toml``, turned around: which language a word, an ending, a start or other letters speak for."""

    words: Mapping[str, str]
    patterns: Mapping[str, str]


@cache
def _signs() -> _Signs:
    tree = tomllib.loads(resource("lexicon", "languages.toml").read_text(encoding="utf-8"))
    words = {language: {_plain(word) for word in words} for language, words in tree["words"].items()}
    patterns = {language: set(patterns) for language, patterns in tree["patterns"].items()}
    return _Signs(_telling(words), _telling(patterns))


def _telling(lists: Mapping[str, set[str]]) -> dict[str, str]:
    """Return the language of every sign; one on two lists tells nothing."""
    seen = Counter(sign for signs in lists.values() for sign in signs)
    return {sign: language for language, signs in lists.items() for sign in signs if seen[sign] == 1}


def _plain(word: str) -> str:
    return fold(word).text.translate(_BARE)


@cache
def common_words() -> frozenset[str]:
    """Return the commonest Dutch words, folded: they carry no meaning by themselves."""
    tree = tomllib.loads(resource("lexicon", "languages.toml").read_text(encoding="utf-8"))
    return frozenset(_plain(word) for word in tree["words"][DUTCH])


def is_dutch(text: str) -> bool | None:
    """Return whether a message is in Dutch; None when it is too short to tell. Dialects of Dutch are Dutch."""
    words = _WORD.findall(text[:_CHARACTERS_READ].lower())
    letters = "".join(words)
    if sum(letter > _LAST_LATIN for letter in letters) > max(len(letters) / 2, _LETTERS_ENOUGH):
        return False
    points: dict[str, float] = defaultdict(float)
    for word in words:
        for language, point in _points(word):
            points[language] += point
    dutch = points.pop(DUTCH, 0.0)
    other = max(points.values(), default=0.0)
    if other >= _ENOUGH and other > _LEAD * dutch:
        return False
    return True if dutch >= _ENOUGH else None


@lru_cache(maxsize=1 << 14)
def _points(word: str) -> tuple[tuple[str, float], ...]:
    """Return what a word says: one point for one language when it is a common word, else a half for each by letters."""
    signs = _signs()
    language = signs.words.get(_plain(word))
    if language is not None:
        return ((language, 1.0),)
    found = {language for pattern, language in signs.patterns.items() if _fits(word, pattern)}
    return tuple((language, _BY_LETTERS) for language in found)


def _fits(word: str, pattern: str) -> bool:
    bare = pattern.strip("*")
    if pattern.startswith("*"):
        return word.endswith(bare)
    return word.startswith(bare) if pattern.endswith("*") else bare in word
