"""The errors that teach most: where the judge was sure, and wrong."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from console.domain.judgement import Judgement, PersonalData, Stigma
from console.judge.evaluation.labelled import Gold, Said
from console.judge.evaluation.measures import is_urgent
from console.judge.evaluation.predictions import Judged
from console.judge.model.scores import Scores

_EVEN: Final = 0.5  # where the model gives no probability


@dataclass(frozen=True, slots=True)
class Wrong:
    """One label of one message that was judged wrongly. ``confidence`` is the probability of what was said."""

    judged: Judged
    label: str
    gold: str
    said: str
    confidence: float


def worst(judged: Sequence[Judged], count: int) -> list[Wrong]:
    """Return the most confident errors, at most one of each message, the surest first."""
    surest = [max(errors, key=lambda wrong: wrong.confidence) for one in judged if (errors := _errors(one))]
    return sorted(surest, key=lambda wrong: -wrong.confidence)[:count]


def _errors(one: Judged) -> list[Wrong]:
    gold, said = one.row.gold, one.said
    return [
        Wrong(one, label, read(gold), read(said), confidence(one.scores, gold, said))
        for label, (read, confidence) in _LABELS.items()
        if read(gold) != read(said) and (label != "call112" or (is_urgent(gold) and is_urgent(said)))
    ]


def _stigma(scores: Scores, gold: Gold, said: Judgement) -> float:
    if said.stigma is Stigma.NONE:
        return 1 - scores.stigma
    return scores.stigma if gold.stigma is Stigma.NONE else scores.stigma_kind[said.stigma]


def _personal_data(scores: Scores, gold: Gold, said: Judgement) -> float:
    """Return the confidence in the type that was most surely missed, or found where it is not."""

    def of(kind: PersonalData) -> float:
        likely = scores.personal_data.get(kind, _EVEN)
        return likely if kind in said.personal_data else 1 - likely

    return max(map(of, set(gold.personal_data) ^ set(said.personal_data)))


def _call112(scores: Scores, _: Gold, said: Judgement) -> float:
    return _EVEN if said.call112 is None else scores.call112[said.call112]


_LABELS: Final[Mapping[str, tuple[Callable[[Said], str], Callable[[Scores, Gold, Judgement], float]]]] = {
    "category": (lambda said: said.category, lambda scores, _, said: scores.category[said.category]),
    "stigma": (lambda said: said.stigma, _stigma),
    "abuse": (lambda said: said.abuse, lambda scores, _, said: scores.abuse[said.abuse]),
    "vigilantism": (
        lambda said: "yes" if said.vigilantism else "no",
        lambda scores, _, said: scores.vigilantism if said.vigilantism else 1 - scores.vigilantism,
    ),
    "personal_data": (lambda said: ", ".join(said.personal_data) or "none", _personal_data),
    "call112": (lambda said: said.call112 or "none", _call112),
    "feedback": (lambda said: said.feedback, lambda scores, _, said: scores.feedback[said.feedback]),
}
