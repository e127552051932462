"""What a group's administrator taught: corrections of earlier messages, weighed by how alike a new message is.

A lesson moves only messages that look like the corrected one; no other message and no other group changes. It is no
training: the model stays as it is, and forgetting the corrections undoes all that they did. Goed zo weighs less than a
correction: who presses it has looked, but said nothing in words. Pure; may be called from any thread.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import pairwise
from math import sqrt
from typing import Final

import numpy as np

from console.domain.judgement import Correction, Label
from console.judge.normalise import fold

LEAST_ALIKE: Final = 0.35
"""Below it two texts have nothing to do with each other: 7 in 10,000 random pairs of labelled messages reach it, half
of the pairs that were written as variants of one message do."""

MOST: Final = 3.0
"""What all corrections of a label together add to a model's log-odds at most: .5 becomes .95, and a message of which
the model is wholly sure stays what it was. An equal text is no matter of odds: see ``Lessons.said``."""

HABIT: Final = 3.0
"""So often must Goed zo be said of equal texts to weigh half of ``MOST``: once weighs a thirtieth, six times eight
ninths. Of texts that are merely alike it takes more."""

SETTLED: Final = 6
"""So often Goed zo of nearly the same text does what one correction of an equal text does."""

_NEARLY_THE_SAME: Final = 0.5  # of the way from hardly alike to equal: .68 alike

_MOST_ADDED: Final = 1
"""So many words may a message have besides those that somebody found Goed zo: nobody looked at what more it says."""

_WORD: Final = re.compile(r"\w+|[^\w\s.,:;()'\"\-/]")
_DIGIT: Final = re.compile(r"\d")
_LETTERS: Final = 4  # of a piece of a word; with three, random Dutch messages look alike
_READ: Final = 2_000  # characters of a message that are compared
_MEANS_LITTLE: Final = 3
"""In fewer words than these ("Ja graag") the message before says what it is about: nothing to learn for another one."""
_OF_CONVERSATION: Final = frozenset({Label.CATEGORY, Label.CALL112, Label.FEEDBACK, Label.OFF_TOPIC})
_NOT_RAISED: Final = frozenset({"none", "no"})
_REMEMBERED: Final = 256

_Gram = str | tuple[str, str]
_Grams = Counter[_Gram]


@dataclass(frozen=True, slots=True)
class Habit:
    """How often somebody found a flag Goed zo in messages like one, and the log-odds, -3 to 0, that it adds.

    ``is_settled`` when that was so often, of nearly the same text, that the flag is raised no more, however sure the
    model is of it.
    """

    times: int = 0
    shift: float = 0.0
    is_settled: bool = False

    @property
    def is_strong(self) -> bool:
        """Whether it weighs at least half of what a correction of an equal text does."""
        return self.shift <= -MOST / 2


class Lessons:
    """The corrections of one group, indexed so that five hundred of them cost a message far less than judging it."""

    def __init__(self, corrections: tuple[Correction, ...]) -> None:
        """Compare the texts once; later corrections of equal texts win, every Goed zo of them counts."""
        self._taught: dict[str, dict[Label, Correction]] = defaultdict(dict)
        self._fine: dict[str, list[Correction]] = defaultdict(list)
        for correction in sorted(corrections, key=lambda taught: taught.said_at):
            words = _words(correction.text)
            if not words or (correction.label in _OF_CONVERSATION and len(words) < _MEANS_LITTLE):
                continue
            if correction.is_fine:
                self._fine[" ".join(words)].append(correction)
            else:
                self._taught[" ".join(words)][correction.label] = correction
        self._texts = tuple(dict.fromkeys([*self._taught, *self._fine]))
        found_in: dict[_Gram, list[tuple[int, float]]] = defaultdict(list)
        for place, text in enumerate(self._texts):
            grams = _grams(text.split())
            length = _length(grams)
            for gram, times in grams.items():
                found_in[gram].append((place, times / length))
        self._found_in = {
            gram: (np.array([place for place, _ in found]), np.array([weight for _, weight in found]))
            for gram, found in found_in.items()
        }
        self._alike = lru_cache(maxsize=_REMEMBERED)(self._compare)

    def said(self, text: str) -> Mapping[Label, str]:
        """Return what was said of an equal text, which holds for this one too, however sure a model is of itself.

        Capitals, accents, white space and most punctuation make no difference.
        """
        taught = self._taught.get(" ".join(_words(text)), {}) if self._texts else {}
        return {label: correction.value for label, correction in taught.items()}

    def shift(self, label: Label, text: str, value: str | None = None) -> float:
        """Return the log-odds, -3 to 3, to add to what a model makes of a text.

        Without ``value``: to the score that the flag is raised at all. With a type of ``PERSONAL_DATA``: to the score
        that it occurs. With a value of another label: to the score of that value beside its rivals; never negative,
        because who says what it is has said enough of what it is not.
        """
        shift = 0.0
        for place, alike in self._alike(text):
            correction = self._said_of(place, label)
            if correction is not None:
                shift += _direction(correction, value) * MOST * _closeness(alike)
        return max(-MOST, min(shift, MOST))

    def habit(self, label: Label, text: str, value: str) -> Habit:
        """Return how often a value of a label was found Goed zo in messages like this one, and what that weighs.

        What was said at one moment counts once: many equal messages can be decided together, with one press. Nothing
        weighs against a correction that says that such a message does deserve a look.
        """
        moments: dict[datetime, float] = {}
        settling: set[datetime] = set()
        for place, alike in self._alike(text):
            is_the_same = _closeness(alike) >= _NEARLY_THE_SAME and _added(text, self._texts[place]) <= _MOST_ADDED
            for fine in self._fine.get(self._texts[place], ()):
                if fine.label is label and value in fine.value.split(","):
                    moments[fine.said_at] = max(moments.get(fine.said_at, 0.0), _closeness(alike))
                    settling |= {fine.said_at} if is_the_same else set()
        if not moments or self.shift(label, text) > 0:
            return Habit(len(moments))
        often = sum(moments.values()) ** 3
        return Habit(len(moments), -MOST * often / (often + HABIT**3), is_settled=len(settling) >= SETTLED)

    def nearest(self, label: Label, text: str) -> Correction | None:
        """Return the correction of a label that moves a text most, None when none of them does."""
        taught = (self._said_of(place, label) for place, _ in self._alike(text))
        return next((correction for correction in taught if correction is not None), None)

    def reaches(self, text: str) -> bool:
        """Return whether any correction says something about a text."""
        return bool(self._alike(text))

    def _said_of(self, place: int, label: Label) -> Correction | None:
        return self._taught.get(self._texts[place], {}).get(label)

    def _compare(self, text: str) -> tuple[tuple[int, float], ...]:
        """Return the corrected texts that a text is like, the most alike first: place and alikeness, .35 to 1."""
        grams = _grams(_words(text)) if self._texts else _Grams()
        shared = [(*self._found_in[gram], times) for gram, times in grams.items() if gram in self._found_in]
        if not shared:
            return ()
        places = np.concatenate([places for places, _, _ in shared])
        products = np.concatenate([weights * times for _, weights, times in shared])
        alike = np.minimum(np.bincount(places, products) / _length(grams), 1.0)
        near = [(int(place), float(alike[place])) for place in np.flatnonzero(alike >= LEAST_ALIKE)]
        return tuple(sorted(near, key=lambda pair: (-pair[1], -pair[0])))


def _closeness(alike: float) -> float:
    """Return from 0 for texts that are hardly alike to 1 for equal ones."""
    return (alike - LEAST_ALIKE) / (1 - LEAST_ALIKE)


def _added(text: str, taught: str) -> int:
    """Return how many words a text has besides those of another; any number is like any other."""
    of_text, of_taught = (Counter(_DIGIT.sub("0", word) for word in words) for words in (_words(text), taught.split()))
    return (of_text - of_taught).total()


def _direction(correction: Correction, value: str | None) -> int:
    if value is None:
        return -1 if correction.value in _NOT_RAISED else 1
    if correction.label is Label.PERSONAL_DATA:
        return 1 if value in correction.value.split(",") else -1
    return 1 if value == correction.value else 0


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text[:_READ]).text)


def _grams(words: list[str]) -> _Grams:
    """Return how often each word, pair of words and piece of a word occurs; any number is like any other."""
    words = [_DIGIT.sub("0", word) if word[0].isdigit() else word for word in words]
    grams: list[_Gram] = [*words, *pairwise(words)]
    for word in words:
        grams += _pieces(word)
    return Counter(grams)


@lru_cache(maxsize=1 << 14)
def _pieces(word: str) -> tuple[str, ...]:
    padded = f" {word} "
    return tuple(padded[start : start + _LETTERS] for start in range(len(padded) - _LETTERS + 1))


def _length(grams: _Grams) -> float:
    return sqrt(sum(times * times for times in grams.values()))


NO_LESSONS: Final = Lessons(())
