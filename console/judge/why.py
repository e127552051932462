"""Why the judge says what it says, step by step, in the order in which a person would ask: what is it about, and then
flag by flag. Sentences come from ``[why]`` and ``[reasons]`` in ``resources/text``."""

from collections.abc import Iterator
from typing import Final

from console.domain.judgement import Correction, Flag, Judgement, Label, Reasoning, Step
from console.judge.asked import Asked
from console.texts import say

_QUOTED: Final = 80  # characters of an earlier message, enough to remember it by


def reasoning(judgement: Judgement, asked: Asked) -> Reasoning:
    """Return the steps that led to a judgement; what was asked says which corrections had a part in it."""
    return Reasoning(judgement, tuple(_steps(judgement, asked)))


def _steps(judgement: Judgement, asked: Asked) -> Iterator[Step]:
    yield Step(None, _about(judgement, "nl"), _about(judgement, "en"))
    yield from _lesson(None, Label.CATEGORY, asked)
    for flag in Flag:
        found = [reason for reason in judgement.reasons if reason.flag is flag]
        yield from (Step(flag, reason.nl, reason.en, reason.spans) for reason in found)
        if flag.value in set(Label):
            yield from _lesson(flag, Label(flag.value), asked)
    if not judgement.reasons:
        yield Step(None, say("why.nothing", "nl"), say("why.nothing", "en"))


def _about(judgement: Judgement, language: str) -> str:
    return say("why.about", language, category=say(f"reasons.category.{judgement.category}", language))


def _lesson(flag: Flag | None, label: Label, asked: Asked) -> Iterator[Step]:
    """Yield the correction of a message that is like this one, unless somebody said it of this one itself."""
    nearest = None if label in asked.said else asked.lessons.nearest(label, asked.statement.text)
    if nearest is not None:
        yield Step(flag, _as_sentence(nearest, "nl"), _as_sentence(nearest, "en"))


def _as_sentence(correction: Correction, language: str) -> str:
    text = " ".join(correction.text.split())
    quoted = text if len(text) <= _QUOTED else f"{text[:_QUOTED].rstrip()}…"
    return say("why.lesson", language, date=f"{correction.said_at:%d-%m-%Y}", text=quoted)
