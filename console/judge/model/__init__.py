"""The learned part of the judge: two models, mixed, that say how likely every value of every label is.

Loaded once, at the first message, from ``resources/models``: about a second, off the GUI thread. Nothing is downloaded.
"""

import threading
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, partial
from typing import Any, Final

import numpy as np
from typing_extensions import override

from console.assets import resource
from console.domain.judgement import Abuse, Category, Feedback, Flag, Span, Statement
from console.judge.model.heads import HEADS, OUTPUTS, Row, probabilities
from console.judge.model.mixture import NETWORK, PIECES, WORDS, Mixture, read_mixture
from console.judge.model.network import Answer, Network
from console.judge.model.scores import READ_BY_MEANING, Scores, scores_of
from console.judge.model.words import WordModel

__all__ = ["READ_BY_MEANING", "Models", "Scores", "models", "read_all"]

_LOADING: Final = threading.Lock()
_LIKELY: Final = 0.1  # a flag less likely than this needs no words to explain it


Weights = tuple[tuple[Span, float], ...]


class WhenAsked(Mapping[Flag, Weights]):
    """Weights of words that are found at the first look: most messages raise no flag, and nobody asks for theirs."""

    def __init__(self, find: Callable[[], Mapping[Flag, Weights]]) -> None:
        self._found: Mapping[Flag, Weights] | None = None
        self._find = find

    def _all(self) -> Mapping[Flag, Weights]:
        if self._found is None:
            self._found = self._find()
        return self._found

    @override
    def __getitem__(self, flag: Flag) -> Weights:
        return self._all()[flag]

    @override
    def __iter__(self) -> Iterator[Flag]:
        return iter(self._all())

    @override
    def __len__(self) -> int:
        return len(self._all())


@dataclass(frozen=True, slots=True)
class Models:
    """Everything that is loaded. Immutable; may be used from any thread."""

    mixture: Mixture
    words: WordModel
    network: Network

    def read_all(self, statements: Sequence[Statement]) -> list[Scores]:
        """Return what the models say of each statement, in order."""
        if not statements:
            return []
        answers = [self.network.read(statement) for statement in statements]
        rows = self.mixture.mixed(self.words.logits(statements), np.stack([joined(windows) for windows in answers]))
        likely = probabilities(rows)
        return [
            scores_of(row, WhenAsked(partial(self._weights, statement, windows, row)))
            for statement, windows, row in zip(statements, answers, likely, strict=True)
        ]

    def _weights(self, statement: Statement, windows: Sequence[Answer], likely: Row) -> dict[Flag, Weights]:
        """Return for each flag that is at all likely how much every word speaks for it."""
        asked = directions(likely)
        if not asked:
            return {}
        spans, by_words = self.words.spoken(statement)
        shares = by_words * self.mixture.by_words
        place_of = {place: number for number, span in enumerate(spans) for place in range(span.start, span.end)}
        for window in windows:
            for piece, share in window.spoken():
                if piece.start in place_of:
                    shares[place_of[piece.start]] += share * self.mixture.by_network
        return {
            flag: tuple((span, float(share @ direction)) for span, share in zip(spans, shares, strict=True))
            for flag, direction in asked.items()
        }


@cache
def _load() -> Models:
    folder = resource("models")
    mixture = read_mixture(folder)
    return Models(mixture, WordModel.load(folder / WORDS), Network(folder / NETWORK, folder / PIECES))


def models() -> Models:
    """Return the models, loaded at the first call.

    Raises ``ModelError`` when a file is missing or changed.
    """
    with _LOADING:
        return _load()


def read_all(statements: Sequence[Statement]) -> list[Scores]:
    """Return what the shipped models say of each statement, in order."""
    return models().read_all(statements)


def joined(windows: Sequence[Answer]) -> Row:
    """Return one row for a text that was read in several windows.

    What it is about stands in the first; what it does to somebody is as bad as its worst window.
    """
    row = windows[0].row.copy()
    for window in windows[1:]:
        abuse, stigma, kind = HEADS["abuse"], HEADS["stigma"], HEADS["stigma_kind"]
        none = abuse.place(Abuse.NONE)
        if probabilities(window.row)[none] < probabilities(row)[none]:
            row[abuse.places] = window.row[abuse.places]
        if window.row[stigma.start] > row[stigma.start]:
            row[kind.places] = window.row[kind.places]
        for head in HEADS.values():
            if not head.is_exclusive and head.name != "primary":
                row[head.places] = np.maximum(row[head.places], window.row[head.places])
    return row


def directions(likely: Row) -> dict[Flag, Row]:
    """Return per likely flag which outputs speak for it (positive) and against.

    ``likely`` is a row of probabilities. Of personal data only what meaning gives away: patterns show the rest.
    """
    found: dict[Flag, Row] = {}

    def add(flag: Flag, head: str, value: StrEnum | bool, against: StrEnum | None = None) -> None:
        direction = np.zeros(OUTPUTS, np.float32)
        direction[HEADS[head].place(value)] = 1
        if against is not None:
            direction[HEADS[head].place(against)] = -1
        found[flag] = direction

    def best(head: str, among: Collection[StrEnum | bool]) -> tuple[Any, float]:
        values = [value for value in HEADS[head].values if value in among]
        value = max(values, key=lambda value: float(likely[HEADS[head].place(value)]))
        return value, float(likely[HEADS[head].place(value)])

    for flag, head in ((Flag.STIGMA, "stigma"), (Flag.VIGILANTISM, "vigilantism")):
        if likely[HEADS[head].start] > _LIKELY:
            add(flag, head, True)
    for flag, head, none in ((Flag.ABUSE, "abuse", Abuse.NONE), (Flag.FEEDBACK, "feedback", Feedback.NONE)):
        value, chance = best(head, {*HEADS[head].values} - {none})
        if chance > _LIKELY:
            add(flag, head, value, none)
    if likely[HEADS["category"].place(Category.URGENT)] > _LIKELY:
        add(Flag.CALL112, "category", Category.URGENT)
    value, chance = best("personal_data", READ_BY_MEANING)
    if chance > _LIKELY:
        add(Flag.PERSONAL_DATA, "personal_data", value)
    topic, _ = best("category", tuple(Category))
    add(Flag.OFF_TOPIC, "category", topic)
    return found
