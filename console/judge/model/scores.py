"""What the model says of a message before any rule or threshold: a probability for every value of every label."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from console.domain.judgement import Abuse, Call112, Category, Feedback, Flag, PersonalData, Span, Stigma
from console.judge.model.heads import HEADS, Row

READ_BY_MEANING: Final = frozenset({PersonalData.NAME, PersonalData.PHOTO, PersonalData.MINOR, PersonalData.ADDRESS})
"""What only its meaning gives away; a number that no pattern finds is none."""


@dataclass(frozen=True, slots=True)
class Scores:
    """Probabilities, from 0 to 1.

    ``category``, ``abuse`` and ``feedback`` sum to 1 over all their values; so do ``call112``, given that the message
    is urgent, and ``stigma_kind`` (without ``NONE``), given that it stigmatises. Each type of ``personal_data`` stands
    alone. ``weights`` says per flag how much each word spoke for it (positive) or against it, in log-odds, at its place
    in the text.
    """

    category: Mapping[Category, float]
    stigma: float
    stigma_kind: Mapping[Stigma, float]
    abuse: Mapping[Abuse, float]
    vigilantism: float
    call112: Mapping[Call112, float]
    feedback: Mapping[Feedback, float]
    primary: float
    personal_data: Mapping[PersonalData, float]
    weights: Mapping[Flag, tuple[tuple[Span, float], ...]]


def scores_of(likely: Row, weights: Mapping[Flag, tuple[tuple[Span, float], ...]] | None = None) -> Scores:
    """Return a row of probabilities (``heads.probabilities``) with a name for every number."""

    def each(name: str) -> dict[Any, float]:
        head = HEADS[name]
        return {value: float(likely[head.place(value)]) for value in head.values}

    return Scores(
        category=each("category"),
        stigma=each("stigma")[True],
        stigma_kind=each("stigma_kind"),
        abuse=each("abuse"),
        vigilantism=each("vigilantism")[True],
        call112=each("call112"),
        feedback=each("feedback"),
        primary=each("primary")[True],
        personal_data=each("personal_data"),
        weights={} if weights is None else weights,
    )
