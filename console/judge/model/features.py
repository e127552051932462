"""What the word model counts in a message: parts of words, words, pairs, what was said before, who writes, and cues.

One list of named counts, the same at training and at run time, so that the two cannot drift apart. Pure.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final

from console.domain.judgement import Statement
from console.judge.lexicon import cues
from console.judge.model.prepare import prepare

PART_LENGTHS: Final = range(2, 6)  # characters of a part of a word, the space at its ends included
MAX_READ: Final = 4_000  # characters; what a message is about stands in its beginning
_WORD: Final = re.compile(r"\w+|[^\w\s]")
_SIZES: Final = ((4, "tiny"), (9, "short"), (25, "middle"))
_LEANING: Final = 0.5  # how much who writes, and each cue, counts beside the words of unit length

Block = Mapping[str, float]


def words_of(text: str) -> Iterator[re.Match[str]]:
    """Yield the words and marks of a prepared, lower-case text with their places."""
    return _WORD.finditer(text)


def parts_of(word: str) -> Iterator[str]:
    """Yield the parts of a word that are counted, with a space for its beginning and end."""
    padded = f" {word} "
    for length in PART_LENGTHS:
        if length >= len(padded):
            yield padded
            return
        for start in range(len(padded) - length + 1):
            yield padded[start : start + length]


def blocks(statement: Statement) -> tuple[Block, Block, Block, Block]:
    """Return the counts of a message in four blocks: parts, words, words of the message before, and leanings.

    The first three are weighed by rarity and brought to unit length one by one; the last stands as it is.
    """
    text = prepare(statement.text[:MAX_READ]).text.lower()
    words = [match[0] for match in words_of(text)]
    parts = Counter(f"c:{part}" for word in text.split() for part in parts_of(word))
    said = Counter(f"w:{word}" for word in words)
    said.update(f"b:{first} {second}" for first, second in pairwise(words))
    before: Counter[str] = Counter()
    if statement.context:
        previous = prepare(statement.context[-1][:MAX_READ]).text.lower()
        before.update(f"x:{match[0]}" for match in words_of(previous))
    return parts, said, before, dict.fromkeys(_leanings(statement, words), _LEANING)


def _leanings(statement: Statement, words: list[str]) -> Iterator[str]:
    place = "answer" if statement.context else "opening"
    yield f"l:{statement.role}"
    yield f"l:{place}"
    yield f"l:{statement.role} {place}"
    yield "l:" + next((name for size, name in _SIZES if len(words) <= size), "long")
    for mark in "?!":
        if mark in words:
            yield f"l:{mark}"
    for name in cues().read(statement.text[:MAX_READ]).hits:
        yield f"l:{name}"
