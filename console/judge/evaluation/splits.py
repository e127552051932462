"""Which messages belong together, and splits that keep them together.

A model that learnt from one half of a contrast set or a conversation has seen the other half too, and would look better
than it is.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import ceil
from random import Random
from typing import Final

from console.judge.evaluation.labelled import Labelled, LabelledError
from console.judge.normalise import fold

# Two texts are near-identical when they share this part of all their words: one word in six may differ.
_NEAR: Final = 0.7
_WORD: Final = re.compile(r"\w+")

Unit = tuple[int, ...]  # places in the rows, in order


def units(rows: Sequence[Labelled]) -> tuple[Unit, ...]:
    """Return what must stay whole: contrast sets, conversations and near-identical texts, chained.

    Every row is in one unit. A conversation is a message with those whose text or context stands in its context, of
    the same hand. Units and the places in them are in the order of the rows.
    """
    leader = list(range(len(rows)))

    def find(place: int) -> int:
        while leader[place] != place:
            leader[place] = leader[leader[place]]
            place = leader[place]
        return place

    for one, other in (*_in_one_set(rows), *_in_one_conversation(rows), *_near_identical(rows)):
        first, second = sorted((find(one), find(other)))
        leader[second] = first
    members: dict[int, list[int]] = defaultdict(list)
    for place in range(len(rows)):
        members[find(place)].append(place)
    return tuple(tuple(places) for places in members.values())


def folds(rows: Sequence[Labelled], n: int, seed: int) -> tuple[Unit, ...]:
    """Return ``n`` parts that together hold every row once, units whole, each hand spread over all parts.

    The same rows, number and seed give the same parts. Raises ``LabelledError`` when there are fewer units than parts.
    """
    whole = list(units(rows))
    if not 2 <= n <= len(whole):
        raise LabelledError(f"{len(whole)} units cannot be split into {n} parts; ask for 2 to {len(whole)}")
    Random(seed).shuffle(whole)  # noqa: S311 - a split, no secret
    whole.sort(key=len, reverse=True)  # the small ones even out what the large ones leave
    parts: list[list[int]] = [[] for _ in range(n)]
    by_hand = [Counter[str]() for _ in range(n)]
    for unit in whole:
        hand = rows[unit[0]].hand
        smallest = min(range(n), key=lambda part: (by_hand[part][hand], len(parts[part])))
        parts[smallest] += unit
        by_hand[smallest].update(rows[place].hand for place in unit)
    return tuple(tuple(sorted(part)) for part in parts)


def alikeness(one: str, other: str) -> float:
    """Return which part of all their words two texts share, from 0 to 1."""
    return _overlap(_words(one), _words(other))


def _in_one_set(rows: Sequence[Labelled]) -> Iterator[tuple[int, int]]:
    return _chained(((row.hand, row.set), place) for place, row in enumerate(rows) if row.set is not None)


def _in_one_conversation(rows: Sequence[Labelled]) -> Iterator[tuple[int, int]]:
    quoted = {(row.hand, _plain(line)) for row in rows for line in row.statement.context}
    lines = [
        ((row.hand, line), place)
        for place, row in enumerate(rows)
        for line in {_plain(row.statement.text), *map(_plain, row.statement.context)}
    ]
    return _chained((key, place) for key, place in lines if key in quoted)


def _near_identical(rows: Sequence[Labelled]) -> Iterator[tuple[int, int]]:
    """Yield pairs whose sets of words overlap enough.

    Of two such texts, the rarest words of both meet already in their first few: only those are looked up.
    """
    texts = [_words(row.statement.text) for row in rows]
    frequency = Counter(word for words in texts for word in words)
    seen: dict[str, list[int]] = defaultdict(list)
    for place, words in enumerate(texts):
        rarest = sorted(words, key=lambda word: (frequency[word], word))
        telling = rarest[: len(words) - ceil(_NEAR * len(words)) + 1]
        for other in {other for word in telling for other in seen[word]}:
            if _overlap(words, texts[other]) >= _NEAR:
                yield other, place
        for word in telling:
            seen[word].append(place)


def _chained(keyed: Iterable[tuple[object, int]]) -> Iterator[tuple[int, int]]:
    """Yield each place with the one before it of the same key."""
    last: dict[object, int] = {}
    for key, place in keyed:
        if key in last:
            yield last[key], place
        last[key] = place


def _words(text: str) -> frozenset[str]:
    """Return the words of a text; one without words is a word itself."""
    return frozenset(_WORD.findall(fold(text).text)) or frozenset({text})


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)


def _plain(text: str) -> str:
    return " ".join(fold(text).text.split())
