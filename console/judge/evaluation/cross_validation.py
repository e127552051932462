"""What the word model would say of messages that it did not learn from, and how it grows with more of them."""

import importlib
from collections.abc import Callable, Sequence
from random import Random
from typing import Final, Protocol

from console.domain.judgement import Statement
from console.errors import ConsoleError
from console.judge.evaluation.labelled import Labelled
from console.judge.evaluation.predictions import Judged, read_only
from console.judge.evaluation.splits import folds, units
from console.judge.model.scores import Scores

SHARES: Final = (1 / 8, 1 / 4, 1 / 2, 1.0)  # of the units to learn from, in a learning curve


class Model(Protocol):
    """A model that was fitted on labelled messages."""

    def read_all(self, statements: list[Statement]) -> list[Scores]:
        """Return what it says of each message."""
        ...


Fit = Callable[[Sequence[Labelled]], Model]


def fit_words(rows: Sequence[Labelled]) -> Model:
    """Return a word model that learnt from these messages. Raises ``ConsoleError`` without the packages of training."""
    try:
        words = importlib.import_module("console.judge.training.words")  # only who fits needs it
    except ModuleNotFoundError as error:
        message = f"Fitting the word model needs {error.name}. Install it with pip install -e '.[train]'."
        raise ConsoleError(message) from None
    model: Model = words.fit(rows)
    return model


def cross_validate(
    rows: Sequence[Labelled], n: int, seed: int, share: float = 1.0, fit: Fit = fit_words
) -> tuple[list[Judged], float]:
    """Return each message as a model reads it that learnt from the other parts, and the mean number it learnt from.

    ``share`` is the part of the units of those other parts that it may learn from; a larger share holds the smaller
    ones. Messages are in the order of the rows. Raises ``LabelledError`` when there are fewer units than ``n``.
    """
    whole = list(units(rows))
    Random(seed).shuffle(whole)  # noqa: S311 - a split, no secret
    judged: dict[int, Judged] = {}
    learnt = 0
    for part in folds(rows, n, seed):
        others = [unit for unit in whole if unit[0] not in part]
        chosen = [place for unit in others[: max(1, round(share * len(others)))] for place in unit]
        model = fit([rows[place] for place in sorted(chosen)])
        judged |= zip(part, read_only([rows[place] for place in part], model.read_all), strict=True)
        learnt += len(chosen)
    return [judged[place] for place in range(len(rows))], learnt / n
