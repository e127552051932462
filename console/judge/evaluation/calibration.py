"""Whether probabilities mean what they say: of what is given .8, four in five should be so."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from console.domain.judgement import Category, Stigma
from console.judge.evaluation.measures import ratio
from console.judge.evaluation.predictions import Judged, Value, likeliest

BINS: Final = 10

Pair = tuple[float, bool]  # a probability, and whether it is so


@dataclass(frozen=True, slots=True)
class Bin:
    """The probabilities from ``lowest`` up to the next bin: how many, their mean, and which part of them is so."""

    lowest: float
    count: int
    mean: float | None
    so: float | None


@dataclass(frozen=True, slots=True)
class Reliability:
    """The bins of a label, and how far probability and truth lie apart on average over all messages."""

    bins: tuple[Bin, ...]
    expected_error: float | None


def reliability(pairs: Iterable[Pair]) -> Reliability:
    """Return how far probabilities can be relied on, in ten bins of equal width."""
    sums = [[0, 0.0, 0] for _ in range(BINS)]  # how many, their probabilities, how many are so
    for probability, so in pairs:
        one = sums[min(int(probability * BINS), BINS - 1)]
        one[0] += 1
        one[1] += probability
        one[2] += so
    bins = tuple(
        Bin(place / BINS, int(count), ratio(total, count), ratio(so, count))
        for place, (count, total, so) in enumerate(sums)
    )
    error = ratio(sum(abs(total - so) for _, total, so in sums), sum(count for count, _, _ in sums))
    return Reliability(bins, error)


def calibration(judged: Sequence[Judged]) -> dict[str, Reliability]:
    """Return per label of the model how far its probabilities can be relied on.

    Of a label with several values it is the most likely value's probability that counts, of a flag that of the flag.
    """
    return {name: reliability(pairs(judged)) for name, pairs in _PAIRS.items()}


def _top(probabilities: Mapping[Value, float], right: Value | None) -> Pair:
    value = likeliest(probabilities)
    return probabilities[value], value == right


def _each(pair: Callable[[Judged], Pair]) -> Callable[[Sequence[Judged]], Iterator[Pair]]:
    return lambda judged: (pair(one) for one in judged)


def _kinds(judged: Sequence[Judged]) -> Iterator[Pair]:
    stigmatising = (one for one in judged if one.row.gold.stigma is not Stigma.NONE)
    return (_top(one.scores.stigma_kind, one.row.gold.stigma) for one in stigmatising)


def _calls(judged: Sequence[Judged]) -> Iterator[Pair]:
    urgent = (one for one in judged if one.row.gold.category is Category.URGENT)
    return (_top(one.scores.call112, one.row.gold.call112) for one in urgent)


def _data(judged: Sequence[Judged]) -> Iterator[Pair]:
    for one in judged:
        for kind, probability in one.scores.personal_data.items():
            yield probability, kind in one.row.gold.personal_data


_PAIRS: Final[Mapping[str, Callable[[Sequence[Judged]], Iterator[Pair]]]] = {
    "category": _each(lambda one: _top(one.scores.category, one.row.gold.category)),
    "stigma": _each(lambda one: (one.scores.stigma, one.row.gold.stigma is not Stigma.NONE)),
    "stigma, kind": _kinds,
    "abuse": _each(lambda one: _top(one.scores.abuse, one.row.gold.abuse)),
    "vigilantism": _each(lambda one: (one.scores.vigilantism, one.row.gold.vigilantism)),
    "call112": _calls,
    "feedback": _each(lambda one: _top(one.scores.feedback, one.row.gold.feedback)),
    "primary": _each(lambda one: (one.scores.primary, one.row.gold.primary)),
    "personal_data": _data,
}
