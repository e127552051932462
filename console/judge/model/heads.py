"""The outputs of the models: which place in a row of log-odds stands for which value of which label."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from console.domain.judgement import Abuse, Call112, Category, Feedback, PersonalData, Stigma

Row = NDArray[np.float32]  # shape (..., OUTPUTS)


class Head(NamedTuple):
    """A label's places. Of an exclusive head exactly one value holds; of another each may hold or not."""

    name: str
    values: tuple[StrEnum | bool, ...]
    is_exclusive: bool
    start: int

    @property
    def places(self) -> slice:
        """Where the head stands in a row."""
        return slice(self.start, self.start + len(self.values))

    def place(self, value: StrEnum | bool) -> int:
        """Return where one value stands in a row."""
        return self.start + self.values.index(value)


def _heads() -> tuple[Head, ...]:
    labels: Sequence[tuple[str, Sequence[StrEnum | bool], bool]] = (
        ("category", tuple(Category), True),
        ("stigma", (True,), False),
        ("stigma_kind", tuple(kind for kind in Stigma if kind is not Stigma.NONE), True),  # given that it stigmatises
        ("abuse", tuple(Abuse), True),
        ("vigilantism", (True,), False),
        ("call112", tuple(Call112), True),  # given that it is urgent
        ("feedback", tuple(Feedback), True),
        ("primary", (True,), False),
        ("personal_data", tuple(PersonalData), False),
    )
    start, heads = 0, []
    for name, values, is_exclusive in labels:
        heads.append(Head(name, tuple(values), is_exclusive, start))
        start += len(values)
    return tuple(heads)


HEADS: Final = {head.name: head for head in _heads()}
OUTPUTS: Final = sum(len(head.values) for head in HEADS.values())


def levelled(rows: Row) -> Row:
    """Return rows of log-odds with each exclusive head as log-probabilities, so that two models can be averaged."""
    level = np.array(rows, np.float32)
    for head in HEADS.values():
        if head.is_exclusive:
            part = level[..., head.places]
            part -= part.max(axis=-1, keepdims=True)
            part -= np.log(np.exp(part).sum(axis=-1, keepdims=True))
    return level


def probabilities(rows: Row) -> Row:
    """Return rows of log-odds as probabilities, head by head."""
    level = levelled(rows)
    for head in HEADS.values():
        part = level[..., head.places]
        part[...] = np.exp(part) if head.is_exclusive else 1 / (1 + np.exp(-np.clip(part, -30, 30)))
    return level
