"""What the models must learn of labelled messages, as numbers in the order of the heads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from console.domain.judgement import Stigma
from console.judge.evaluation.labelled import Gold, Labelled
from console.judge.model.heads import HEADS


@dataclass(frozen=True, slots=True)
class Targets:
    """Per head the right answers: an index (exclusive heads) or noughts and ones; ``known`` says for which rows.

    The kind of stigma is known only of messages that stigmatise, a call only of urgent ones.
    """

    values: Mapping[str, NDArray[Any]]
    known: Mapping[str, NDArray[np.bool_]]


def targets_of(rows: Sequence[Labelled]) -> Targets:
    """Return the targets of messages, in their order."""
    values: dict[str, NDArray[Any]] = {}
    known: dict[str, NDArray[np.bool_]] = {}
    for head in HEADS.values():
        said = [_said(head.name, row.gold) for row in rows]
        if head.is_exclusive:
            values[head.name] = np.array([head.values.index(one) if one in head.values else -1 for one in said])
            known[head.name] = values[head.name] >= 0
        else:
            values[head.name] = np.array([[float(_holds(value, one)) for value in head.values] for one in said])
            known[head.name] = np.ones(len(rows), np.bool_)
    return Targets(values, known)


def _said(name: str, gold: Gold) -> object:
    if name == "stigma":
        return gold.stigma is not Stigma.NONE
    if name == "stigma_kind":
        return gold.stigma
    return getattr(gold, name)


def _holds(value: object, said: object) -> bool:
    return value in said if isinstance(said, tuple) else value == said
