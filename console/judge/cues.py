"""Finds words and phrases of the lexicon in a text, all of them in one pass.

A cue is one or more words. ``*`` at the start or end of a word stands for any letters, which Dutch compounds need
(``*container``); ``...`` between two words stands for at most three other words (``heb ... gebeld``). Matching goes
by whole words, not by letters, so its time grows with the length of the text only. May be called from any thread.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final, NamedTuple

from console.judge.normalise import Folded, fold

# A word, or one mark that means something by itself: "?", "!", "€", "<" of "<foto>", an emoji.
_WORD: Final = re.compile(r"\w+|[^\w\s.,:;()'\"\-/]")
_GAP: Final = "..."
_GAP_WORDS: Final = 3
# What a message is about stands in its first two thousand words; a longer one is a pasted document.
_WORDS_READ: Final = 2000
# Cues of one list overlap at most a few deep, so that looking at this many before a place misses none that is near.
_NEAREST: Final = 16


class Hit(NamedTuple):
    """One cue found: where in the folded text it starts and ends, and which cue it is."""

    start: int
    end: int
    cue: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as the rules read it: folded, cut into words, and with every cue found, by the name of its list."""

    folded: Folded
    words: tuple[str, ...]
    starts: tuple[int, ...]
    hits: Mapping[str, tuple[Hit, ...]]

    def has(self, *names: str) -> bool:
        """Return whether a cue of one of these lists occurs."""
        return any(name in self.hits for name in names)

    def is_before(self, name: str, place: int, reach: int) -> bool:
        """Return whether a cue of a list ends at most ``reach`` characters before a place in the folded text."""
        hits = self.hits.get(name, ())
        before = bisect_left(hits, (place,))
        return any(place - reach <= hit.end <= place for hit in hits[max(0, before - _NEAREST) : before])

    def found(self, *names: str) -> tuple[Hit, ...]:
        """Return every hit of these lists, in the order of the lists."""
        return tuple(hit for name in names for hit in self.hits.get(name, ()))


class _Pattern(NamedTuple):
    """A cue after its first word: the list it belongs to and the words that must follow."""

    name: str
    cue: str
    rest: tuple[str, ...]


class _Shelf(NamedTuple):
    """The cues that may start with a word: those of one word, and the longer ones by their second word.

    ``loose`` are the longer ones whose second word has a wildcard or comes after a gap; they are few.
    """

    single: tuple[_Pattern, ...]
    by_second: Mapping[str, tuple[_Pattern, ...]]
    loose: tuple[_Pattern, ...]

    def longer(self, following: str) -> tuple[_Pattern, ...]:
        """Return the cues of several words that may go on with the word that follows."""
        known = self.by_second.get(following, ())
        return known + self.loose if self.loose else known


def _is_like(word: str, pattern: str) -> bool:
    """Return whether a word fits a pattern with ``*`` at its start, its end, both or neither."""
    bare = pattern.strip("*")
    if len(bare) == len(pattern):
        return word == bare
    if pattern[0] == "*":
        return bare in word if pattern[-1] == "*" else word.endswith(bare)
    return word.startswith(bare)


class Cues:
    """A compiled lexicon. Immutable apart from a bounded memory of words that were looked up before."""

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        """Compile ``lists``: per name its cues, as the lexicon files write them."""
        self._whole: dict[str, list[_Pattern]] = {}
        self._starts: dict[str, list[_Pattern]] = {}
        self._ends: dict[str, list[_Pattern]] = {}
        self._inside: dict[str, list[_Pattern]] = {}
        for name, cues in lists.items():
            for cue in cues:
                first, *rest = split_cue(cue)
                pattern = _Pattern(name, cue, tuple(rest))
                self._table(first).setdefault(first.strip("*"), []).append(pattern)
        self._start_lengths = sorted({len(key) for key in self._starts})
        self._end_lengths = sorted({len(key) for key in self._ends})
        self._at: Callable[[str], _Shelf | None] = lru_cache(maxsize=1 << 14)(self._look_up)

    def _table(self, word: str) -> dict[str, list[_Pattern]]:
        if word.startswith("*"):
            return self._inside if word.endswith("*") else self._ends
        return self._starts if word.endswith("*") else self._whole

    def _look_up(self, word: str) -> _Shelf | None:
        """Return the cues whose first word fits a word, None when there are none."""
        found = list(self._whole.get(word, ()))
        for length in self._start_lengths:
            found += self._starts.get(word[:length], ()) if length <= len(word) else ()
        for length in self._end_lengths:
            found += self._ends.get(word[-length:], ()) if length <= len(word) else ()
        for part, patterns in self._inside.items():
            found += patterns if part in word else ()
        if not found:
            return None
        by_second: dict[str, tuple[_Pattern, ...]] = {}
        loose: list[_Pattern] = []
        for pattern in found:
            if pattern.rest and pattern.rest[0] != _GAP and "*" not in pattern.rest[0]:
                by_second[pattern.rest[0]] = (*by_second.get(pattern.rest[0], ()), pattern)
            elif pattern.rest:
                loose.append(pattern)
        return _Shelf(tuple(pattern for pattern in found if not pattern.rest), by_second, tuple(loose))

    def read(self, text: str) -> Reading:
        """Return a text with every cue in it."""
        folded = fold(text)
        matches = list(islice(_WORD.finditer(folded.text), _WORDS_READ))
        words = [match[0] for match in matches]
        starts = [match.start() for match in matches]
        hits = self._find(words, starts)
        return Reading(folded, tuple(words), tuple(starts), {name: tuple(found) for name, found in hits.items()})

    def _find(self, words: list[str], starts: list[int]) -> dict[str, list[Hit]]:
        """Return every cue, by the name of its list, in the order of the text."""
        hits: dict[str, list[Hit]] = {}
        for index in range(len(words)):
            word, start = words[index], starts[index]
            shelf = self._at(word)
            if shelf is None:  # most words start no cue
                continue
            for name, cue, _ in shelf.single:
                hits.setdefault(name, []).append(Hit(start, start + len(word), cue))
            following = words[index + 1] if index + 1 < len(words) else ""
            for name, cue, rest in shelf.longer(following):
                last = _follow(words, index, rest)
                if last is not None:
                    hits.setdefault(name, []).append(Hit(start, starts[last] + len(words[last]), cue))
        return hits


def _follow(words: list[str], index: int, rest: tuple[str, ...]) -> int | None:
    """Return the index of the last word when ``rest`` follows the word at ``index``, else None."""
    reach = 1
    for pattern in rest:
        if pattern == _GAP:
            reach = 1 + _GAP_WORDS
            continue
        ahead = range(index + 1, min(index + 1 + reach, len(words)))
        step = next((place for place in ahead if _is_like(words[place], pattern)), None)
        if step is None:
            return None
        index, reach = step, 1
    return index


def split_cue(cue: str) -> list[str]:
    """Return the words of a cue as a text would be cut, with its wildcards. Raises ``ValueError`` for an empty one."""
    words = fold(cue).text.split()
    if not words or any(not word.strip("*.") for word in words if word != _GAP) or words[0] == _GAP:
        message = f"not a cue: {cue!r}"
        raise ValueError(message)
    return words
