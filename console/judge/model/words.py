"""The word model: what each word and part of a word says for each value, summed. Thousands of messages a second.

Logistic regression over counts weighed by rarity (TF-IDF; ``design/judge.md``, "hard to beat at this size"). Its files
are plain arrays; nothing in them can run.
"""

import math
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from console.domain.judgement import Span, Statement
from console.judge.model.features import MAX_READ, Block, blocks, parts_of, words_of
from console.judge.model.heads import OUTPUTS, Row, probabilities
from console.judge.model.prepare import prepare
from console.judge.model.scores import Scores, scores_of

BLOCK_LENGTHS = (1.0, 1.0, 0.5)  # of parts, words and the message before; leanings keep their own


class WordModel:
    """Weights per counted name. Immutable; may be used from any thread."""

    def __init__(self, names: Sequence[str], rarity: NDArray[np.float32], weights: Row, intercept: Row) -> None:
        """``rarity`` has one number a name, ``weights`` one row a name, ``intercept`` is one row."""
        self._places: Mapping[str, int] = {name: place for place, name in enumerate(names)}
        self._rarity = rarity.astype(np.float32)
        self._weights = weights.astype(np.float32)
        self._intercept = intercept.astype(np.float32)

    @classmethod
    def load(cls, path: Path) -> "WordModel":
        """Read a file that ``save`` wrote."""
        with np.load(path, allow_pickle=False) as arrays:
            names = bytes(arrays["names"]).decode().split("\n")
            return cls(names, arrays["rarity"], arrays["weights"], arrays["intercept"])

    def save(self, path: Path) -> None:
        """Write names as one run of UTF-8 and numbers as plain arrays, weights in half precision."""
        names = np.frombuffer("\n".join(self._places).encode(), np.uint8)
        np.savez_compressed(
            path,
            names=names,
            rarity=self._rarity,
            weights=self._weights.astype(np.float16),
            intercept=self._intercept,
        )

    def values(self, counted: Sequence[Block]) -> tuple[list[int], list[float]]:
        """Return the places of what was counted and its values: rarity-weighed, each block brought to its length."""
        places: list[int] = []
        values: list[float] = []
        for number, block in enumerate(counted):
            known = [(self._places[name], count) for name, count in block.items() if name in self._places]
            if number < len(BLOCK_LENGTHS):
                weighed = [(1 + math.log(count)) * float(self._rarity[place]) for place, count in known]
                length = math.sqrt(sum(value * value for value in weighed)) or 1.0
                values += [value * BLOCK_LENGTHS[number] / length for value in weighed]
            else:
                values += [count for _, count in known]
            places += [place for place, _ in known]
        return places, values

    def read_all(self, statements: Sequence[Statement]) -> list[Scores]:
        """Return what the words alone say of statements, as scores without words to explain them."""
        return [scores_of(row) for row in probabilities(self.logits(statements))]

    def logits(self, statements: Sequence[Statement]) -> Row:
        """Return one row of log-odds a statement."""
        rows = np.empty((len(statements), OUTPUTS), np.float32)
        for number, statement in enumerate(statements):
            places, values = self.values(blocks(statement))
            rows[number] = np.asarray(values, np.float32) @ self._weights[places] + self._intercept
        return rows

    def spoken(self, statement: Statement) -> tuple[list[Span], Row]:
        """Return the words of the text, and what each of them adds to the row: one row a word."""
        prepared = prepare(statement.text[:MAX_READ])
        text = prepared.text.lower()
        if len(text) != len(prepared.text):  # lower case that is longer would shift every place
            return [], np.zeros((0, OUTPUTS), np.float32)
        matches = list(words_of(text))
        rows = np.zeros((len(matches), OUTPUTS), np.float32)
        counted = blocks(statement)
        places, values = self.values(counted)
        each = dict(zip(places, values, strict=True))
        for index, match in enumerate(matches):
            rows[index] += self._share(f"w:{match[0]}", counted[1], each)
            if index:
                pair = self._share(f"b:{matches[index - 1][0]} {match[0]}", counted[1], each) / 2
                rows[index - 1] += pair
                rows[index] += pair
            for part in parts_of(match[0]):
                rows[index] += self._share(f"c:{part}", counted[0], each)
        return [prepared.span(*match.span()) for match in matches], rows

    def _share(self, name: str, block: Block, each: Mapping[int, float]) -> Row:
        """Return what one occurrence of a name adds."""
        place = self._places.get(name)
        if place is None or place not in each:
            return np.zeros(OUTPUTS, np.float32)
        share: Row = self._weights[place] * np.float32(each[place] / block[name])
        return share
