"""Labelled messages and what was said of them, with everything that a test does not name left plain."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from console.domain.judgement import (
    Abuse,
    Call112,
    Category,
    Feedback,
    Judgement,
    PersonalData,
    Role,
    Statement,
    Stigma,
)
from console.judge.evaluation.labelled import Gold, Labelled
from console.judge.evaluation.predictions import Judged
from console.judge.model.scores import Scores

FILE = Path(__file__).parents[3] / "data" / "judge" / "labelled.jsonl"

_PLAIN = {
    "category": Category.LIVEABILITY,
    "primary": True,
    "stigma": Stigma.NONE,
    "abuse": Abuse.NONE,
    "vigilantism": False,
    "personal_data": (),
    "call112": None,
    "feedback": Feedback.NONE,
}


def labelled(text: str = "Zwerfvuil bij de brug", **given: object) -> Labelled:
    """A message; ``given`` are fields of it, of its statement or of its labels."""
    gold = {name: given.pop(name, plain) for name, plain in _PLAIN.items()}
    statement = Statement(text, given.pop("role", Role.MEMBER), tuple(given.pop("context", ())))
    why = given.pop("why", "")
    row = {"id": "1", "profile": "broad", "hand": "a", "set": None} | given
    return Labelled(statement=statement, gold=Gold(**gold, why=why), **row)


def judged(row: Labelled, given: Scores | None = None, **said: object) -> Judged:
    """A message judged rightly but for what is said otherwise."""
    right = {name: getattr(row.gold, name) for name in _PLAIN}
    return Judged(row, Judgement(**(right | said)), given or scores())


def scores(**given: object) -> Scores:
    """Probabilities: a value or a number for what is named, nothing special for the rest."""
    stigmas = [kind for kind in Stigma if kind is not Stigma.NONE]
    plain = {
        "category": spread(Category),
        "stigma": 0.1,
        "stigma_kind": spread(stigmas),
        "abuse": spread(Abuse, Abuse.NONE),
        "vigilantism": 0.1,
        "call112": spread(Call112),
        "feedback": spread(Feedback, Feedback.NONE),
        "primary": 0.9,
        "personal_data": dict.fromkeys(PersonalData, 0.1),
        "weights": {},
    }
    return Scores(**(plain | given))


def spread(values: Iterable[StrEnum], top: StrEnum | None = None, probability: float = 0.9) -> dict[StrEnum, float]:
    """Give one value a probability and divide the rest; without such a value divide all."""
    others = [value for value in values if value is not top]
    left = 1 - probability if top is not None else 1.0
    shared = dict.fromkeys(others, left / len(others))
    return shared if top is None else {top: probability, **shared}
