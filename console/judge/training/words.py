"""Fits the word model on labelled messages: one regression a label, all on the same counts."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from console.judge.evaluation.labelled import Labelled
from console.judge.model.features import blocks
from console.judge.model.heads import HEADS, OUTPUTS, Head, Row
from console.judge.model.words import WordModel
from console.judge.training.targets import Targets, targets_of

RARELY: Final = 2  # a name in fewer messages says nothing of the next one
_PLAIN: Final = 8.0  # inverse of the penalty; set by cross-validation on the training messages
_LEANING: Final = "l:"
_UNSEEN: Final = -6.0  # log-odds of a value that no message has


def fit(rows: Sequence[Labelled]) -> WordModel:
    """Return a word model of these messages. Takes about a minute and a half for eight thousand."""
    counted = [blocks(row.statement) for row in rows]
    seen = Counter(name for four in counted for block in four for name in block)
    names = sorted(name for name, count in seen.items() if count >= RARELY)
    rarity = np.array(
        [1.0 if name.startswith(_LEANING) else np.log((1 + len(rows)) / (1 + seen[name])) + 1 for name in names],
        np.float32,
    )
    empty = WordModel(names, rarity, np.zeros((len(names), OUTPUTS), np.float32), np.zeros(OUTPUTS, np.float32))
    found = [empty.values(four) for four in counted]
    starts = np.cumsum([0, *(len(places) for places, _ in found)])
    matrix = csr_matrix(
        (
            np.array([value for _, values in found for value in values]),
            np.array([place for places, _ in found for place in places]),
            starts,
        ),
        shape=(len(rows), len(names)),
    )
    weights = np.zeros((len(names), OUTPUTS), np.float32)
    intercept = np.zeros(OUTPUTS, np.float32)
    targets = targets_of(rows)
    for head in HEADS.values():
        _fit_head(head, matrix, targets, weights, intercept)
    return WordModel(names, rarity, weights, intercept)


def _fit_head(head: Head, matrix: csr_matrix, targets: Targets, weights: Row, intercept: Row) -> None:
    known = targets.known[head.name]
    intercept[head.places] = _UNSEEN
    for place, target in _questions(head, targets.values[head.name][known]):
        values = np.unique(target)
        if len(values) < 2:  # nothing to tell apart in these messages
            if len(values) and (head.is_exclusive or values[0]):
                intercept[head.start + int(values[0]) if head.is_exclusive else place] = -_UNSEEN
            continue
        model = LogisticRegression(C=_PLAIN, max_iter=300, tol=1e-3).fit(matrix[known], target)
        if len(values) == 2:
            one = place if not head.is_exclusive else head.start + int(values[1])
            weights[:, one] = model.coef_[0]
            intercept[one] = model.intercept_[0]
        else:
            places = head.start + values.astype(int)
            weights[:, places] = model.coef_.T
            intercept[places] = model.intercept_


def _questions(head: Head, values: NDArray[Any]) -> list[tuple[int, NDArray[Any]]]:
    """Return the regressions of a head: one for an exclusive head, one a value for another."""
    if head.is_exclusive:
        return [(head.start, values)]
    return [(head.start + index, values[:, index]) for index in range(len(head.values))]
