"""What the judge, or one model of it, says of labelled messages: asked once for all of them, and kept."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar

from console.domain.judgement import Call112, Category, Flag, Judgement, PersonalData, Statement, Stigma
from console.judge import Asked, judge_all
from console.judge.evaluation.labelled import Labelled, is_off_topic
from console.judge.model.scores import Scores
from console.judge.profiles import load_profile
from console.judge.reasons import explain

_EVEN: Final = 0.5

Value = TypeVar("Value", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled message, what was said of it, and the probabilities behind that."""

    row: Labelled
    said: Judgement
    scores: Scores


ReadAll = Callable[[list[Statement]], list[Scores]]
JudgeAll = Callable[[Sequence[Asked]], list[Judgement]]


def read_all(statements: list[Statement]) -> list[Scores]:
    """Return the probabilities that the judge's models give each message."""
    from console.judge import model  # slow to load, and nothing else here needs it

    return model.read_all(statements)


def predict(rows: Sequence[Labelled], judge_all: JudgeAll = judge_all, read_all: ReadAll = read_all) -> list[Judged]:
    """Return each message with the judgement that the program gives and the probabilities of its model."""
    judgements = judge_all([Asked(row.statement, load_profile(row.profile)) for row in rows])
    scores = read_all([row.statement for row in rows])
    return [Judged(*one) for one in zip(rows, judgements, scores, strict=True)]


def read_only(rows: Sequence[Labelled], read_all: ReadAll) -> list[Judged]:
    """Return each message with what one model says of it by itself, without rules or thresholds."""
    scores = read_all([row.statement for row in rows])
    return [Judged(row, most_likely(score, row), score) for row, score in zip(rows, scores, strict=True)]


def most_likely(scores: Scores, row: Labelled) -> Judgement:
    """Return the most likely value of every label; a flag is raised from a probability of one half.

    Its only reason is that of the flag for 112, where the group expects a call.
    """
    profile = load_profile(row.profile)
    category = likeliest(scores.category)
    call112 = likeliest(scores.call112) if category is Category.URGENT else None
    raised = profile.expects_112 and call112 not in (None, Call112.CALLED)
    return Judgement(
        category=category,
        primary=scores.primary >= _EVEN,
        stigma=likeliest(scores.stigma_kind) if scores.stigma >= _EVEN else Stigma.NONE,
        abuse=likeliest(scores.abuse),
        vigilantism=scores.vigilantism >= _EVEN,
        personal_data=tuple(kind for kind in PersonalData if scores.personal_data.get(kind, 0) >= _EVEN),
        call112=call112,
        feedback=likeliest(scores.feedback),
        off_topic=is_off_topic(category, row),
        reasons=(explain(Flag.CALL112, "call112.missing"),) if raised else (),
    )


def likeliest(probabilities: Mapping[Value, float]) -> Value:
    """Return the value with the highest probability."""
    return max(probabilities, key=probabilities.__getitem__)
