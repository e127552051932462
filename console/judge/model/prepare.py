"""A text as the model reads it: evened out, spelt out, and with one word for every group.

Every nation and every belief reaches the model as one and the same word (``resources/lexicon/groups.toml``), so that
"twee Polen" and "twee Duitsers" are read alike. Only a list of the lexicon that names some of them ("mof") still tells
them apart, for ``features`` counts which lists occur; how alike groups are treated is measured in ``evaluate``.
Pure; may be called from any thread.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from console.domain.judgement import Span
from console.judge.groups import BEFORE_LAND, Form, groups

_UNSEEN: Final = frozenset({"Cf", "Cc", "Cs", "Me"})
_WORD: Final = re.compile(r"[^\W\d_](?:[\w'-]*\w)?")
# Digits and signs that stand for letters inside a word ("m4rokkaan", "h0er"); a house number is no word.
_LEET: Final = str.maketrans("0134578@$", "oieastbas")
_DISGUISED: Final = re.compile(r"(?<!\w)[^\W\d_]+[0134578@$]+[^\W\d_][\w@$]*")
# "m a r o k k a n e n", "k.a.n.k.e.r": at least five single letters in a row.
_SPACED: Final = re.compile(r"(?<!\w)(?:[^\W\d_][ .*_-]){4,}[^\W\d_](?!\w)")
# What a slur is glued to: "kutmarokkanen" is read as "kut marokkanen".
_GLUED: Final = re.compile(r"^(kut|rot|tering|kanker|tyfus|klote|pleuris|fucking|flikker|pokke)-?(?=\w{4})")


@dataclass(frozen=True, slots=True)
class Prepared:
    """A text for the model. ``origins[i]`` is the index in the original of ``text[i]``."""

    text: str
    origins: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Return where a non-empty stretch stands in the original, in characters."""
        return Span(self.origins[start], self.origins[end - 1] + 1)


@cache
def _group_words() -> Mapping[str, tuple[str, str]]:
    """Return per word for a group, folded, the word that stands for all, and the one for a country after "uit"."""
    found: dict[str, tuple[str, str]] = {}
    for rows in groups().values():
        standard = {form: spellings[0] for form, spellings in rows[0].items() if spellings}
        for row in rows:
            for form in reversed(Form):  # the last to be set wins: a person before a country ("polen")
                for word in row[form]:
                    _, country = found.get(word, ("", standard[form]))
                    found[word] = (standard[form], country)
    return found


@lru_cache(maxsize=1 << 14)
def _plain(character: str) -> str:
    """Return what one character becomes: compatibility forms folded (full width, ligatures), invisible ones gone."""
    if character.isspace():
        return " "
    plain = unicodedata.normalize("NFKC", character)
    if len(plain) > 4:
        return ""
    return "".join(part for part in plain if unicodedata.category(part) not in _UNSEEN or part == "\u200d")


def _even(text: str) -> tuple[str, list[int]]:
    """Return the text without invisible characters and with at most two of one character in a row."""
    pieces = [(part, index) for index, character in enumerate(text) for part in _plain(character)]
    kept = [
        (part, index)
        for place, (part, index) in enumerate(pieces)
        if place < 2 or not (part == pieces[place - 1][0] == pieces[place - 2][0])
    ]
    return "".join(part for part, _ in kept), [index for _, index in kept]


def _changes(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield what is written otherwise, in order: start, end and the new words."""
    words = _group_words()
    previous = ""
    for match in _WORD.finditer(text):
        word = match[0].casefold()
        glued = _GLUED.match(word)
        if glued:
            word = word[glued.end() :]
        if word in words:
            new = words[word][1 if previous in BEFORE_LAND else 0]
            if glued:
                new = f"{glued[1]} {new}"
            yield match.start(), match.end(), new.capitalize() if match[0][0].isupper() else new
        elif glued:
            yield match.start() + glued.end(), match.start() + glued.end(), " "
        previous = word


def _rewrite(text: str, origins: list[int], changes: Iterator[tuple[int, int, str]]) -> tuple[str, list[int]]:
    parts: list[str] = []
    kept: list[int] = []
    done = 0
    for start, end, new in changes:
        parts += (text[done:start], new)
        kept += origins[done:start]
        last = max(start, end - 1)
        kept += [origins[min(start + offset, last)] for offset in range(len(new) - 1)] + [origins[last]]
        done = end
    return "".join([*parts, text[done:]]), kept + origins[done:]


def _undisguised(text: str) -> Iterator[tuple[int, int, str]]:
    found = [(match.start(), match.end(), re.sub(r"[ .*_-]", "", match[0])) for match in _SPACED.finditer(text)]
    found += [(match.start(), match.end(), match[0].translate(_LEET)) for match in _DISGUISED.finditer(text)]
    done = 0
    for start, end, new in sorted(found):
        if start >= done:
            yield start, end, new
            done = end


def prepare(text: str) -> Prepared:
    """Return a text as the model reads it. Never raises for any text."""
    even, origins = _even(text)
    letters = sum(map(str.isalpha, even))
    if letters > 8 and sum(map(str.isupper, even)) > letters * 0.6:
        lowered = even.lower()
        even = lowered if len(lowered) == len(even) else even
    plain, origins = _rewrite(even, origins, _undisguised(even))
    level, origins = _rewrite(plain, origins, _changes(plain))
    return Prepared(level, tuple(origins))
