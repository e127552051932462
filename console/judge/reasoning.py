"""Why the judge says what it says, step by step, in the order in which a person would ask: what is it about, and then
flag by flag: what the language model makes of it, what the guide's test finds, who decided and how strict the group is.

Only flags that somebody could doubt are told: raised, or not wholly unlikely. Sentences come from ``[why]`` and
``[reasons]`` in ``resources/text``; certainty is said in words, never as a number.
"""

from collections.abc import Iterator
from typing import Final

from console.domain.judgement import Abuse, Correction, Flag, Judgement, Label, Reasoning, Span, Step
from console.judge.asked import Asked, settle
from console.judge.decide import Decided
from console.judge.fine import NEVER_FINE
from console.judge.guide import Answer, Guide
from console.judge.lessons import Habit
from console.judge.verdicts import WORTH_TELLING, By, Case, Verdict
from console.texts import LANGUAGES, say

_QUOTED: Final = 80  # characters of an earlier message, enough to remember it by
_WORDS: Final = 8  # of the message that one sentence names
_EVEN: Final = 0.5
# What follows from the category: when a person gave another, what the model made of these no longer matters.
_OF_CATEGORY: Final = frozenset({Flag.OFF_TOPIC.value, Flag.CALL112.value})
_CERTAINTY: Final = ((0.95, "sure"), (0.8, "clear"), (0.6, "likely"), (0.0, "doubtful"))


def reasoning(decided: Decided, asked: Asked) -> Reasoning:
    """Return the steps that led to a judgement, what people said of this message or an equal one included."""
    judgement = settle(decided.judgement, asked)
    return Reasoning(judgement, tuple(_steps(judgement, decided, asked)))


def _steps(judgement: Judgement, decided: Decided, asked: Asked) -> Iterator[Step]:
    yield Step(None, _about(judgement, "nl"), _about(judgement, "en"))
    yield from _lesson(None, Label.CATEGORY, asked)
    verdicts = {verdict.flag: verdict for verdict in decided.verdicts}
    settled = {label.value for label in asked.said}
    if judgement.category is not decided.judgement.category:
        settled |= _OF_CATEGORY
    for flag in Flag:
        reasons = [reason for reason in judgement.reasons if reason.flag is flag]
        verdict = verdicts.get(flag)
        if verdict is not None and flag.value not in settled and (reasons or verdict.chance >= WORTH_TELLING):
            yield from _weighing(verdict, decided.case, is_told=bool(reasons))
        yield from (Step(flag, reason.nl, reason.en, reason.spans) for reason in reasons)
        if flag.value in set(Label):
            yield from _lesson(flag, Label(flag.value), asked)
            yield from _habit(flag, Label(flag.value), judgement, verdict, decided.case)
    if not judgement.reasons:
        yield _step(None, "nothing")


def _weighing(verdict: Verdict, case: Case, *, is_told: bool) -> Iterator[Step]:
    """Yield what the model makes of a flag, what the guide's test finds, and who decided."""
    flag = verdict.flag
    yield _by_model(verdict)
    if flag is Flag.CALL112 and not is_told:
        if verdict.by is By.VETO:
            yield _step(flag, "called")
        elif verdict.is_raised:
            yield _step(flag, "reminded" if case.asked.profile.expects_112 else "leaves_112")
        return
    if flag is Flag.STIGMA:
        yield from _by_guide(case.guide, case.asked.statement.text)
    if verdict.by is By.VETO:
        yield _step(flag, f"veto.{case.guide.answer}")
    elif verdict.by is By.RULE:
        yield _step(flag, f"raise.{flag}")
    elif verdict.by is By.MODEL:
        yield _step(flag, f"strictness.{case.strictness(flag)}")


def _by_model(verdict: Verdict) -> Step:
    is_so = verdict.chance >= _EVEN
    sure = verdict.chance if is_so else 1 - verdict.chance
    certainty = next(word for least, word in _CERTAINTY if sure >= least)
    what = f"why.{'is' if is_so else 'is_not'}.{verdict.flag}"
    is_unsure = verdict.is_raised and verdict.by is By.MODEL and not is_so

    def sentence(language: str) -> str:
        if is_unsure:
            return say("why.model_unsure", language, what=say(f"why.is.{verdict.flag}", language))
        return say(
            "why.model", language, certainty=say(f"why.certainty.{certainty}", language), what=say(what, language)
        )

    return Step(verdict.flag, sentence("nl"), sentence("en"), verdict.spans if is_so or is_unsure else ())


def _by_guide(guide: Guide, text: str) -> Iterator[Step]:
    """Yield the guide's questions with their answers (taxonomy.md 4.2, test order)."""
    found = (
        ("act", "no_act", guide.acts),
        ("trait", "no_trait", guide.traits),
        ("features", "no_features" if guide.traits and guide.acts else None, guide.features),
        ("contempt", None, guide.contempt),
        ("slur", None, guide.slurs),
        ("counter", None, guide.counter if guide.answer is Answer.COUNTER_SPEECH else ()),
    )
    for yes, no, spans in found:
        if spans:
            yield _step(Flag.STIGMA, yes, spans, text)
        elif no is not None:
            yield _step(Flag.STIGMA, no)


def _step(flag: Flag | None, key: str, spans: tuple[Span, ...] = (), text: str = "") -> Step:
    words = ", ".join(dict.fromkeys(f"“{text[span.start : span.end]}”" for span in spans[:_WORDS]))
    blanks = {"words": words} if words else {}
    return Step(flag, say(f"why.{key}", "nl", **blanks), say(f"why.{key}", "en", **blanks), spans)


def _about(judgement: Judgement, language: str) -> str:
    return say("why.about", language, category=say(f"reasons.category.{judgement.category}", language))


def _lesson(flag: Flag | None, label: Label, asked: Asked) -> Iterator[Step]:
    """Yield the correction of a message that is like this one, unless somebody said it of this one itself."""
    nearest = None if label in asked.said else asked.lessons.nearest(label, asked.statement.text)
    if nearest is not None:
        yield Step(flag, _as_sentence(nearest, "nl"), _as_sentence(nearest, "en"))


def _habit(flag: Flag, label: Label, judgement: Judgement, verdict: Verdict | None, case: Case) -> Iterator[Step]:
    """Yield how often somebody found this Goed zo in messages like it, unless he said of this one what it is."""
    if label in case.asked.said or label in NEVER_FINE:
        return
    values = [str(verdict.value)] if verdict is not None else list(judgement.personal_data)
    habits = [case.habit(label, value) for value in values if value != Abuse.THREAT]
    habit = max(habits, key=lambda one: one.times, default=Habit())
    if habit.times == 0:
        return
    key = "habit" if habit.is_strong else "habit_once" if habit.times == 1 else "habit_weak"
    nl, en = (say(f"why.{key}", language, times=habit.times) for language in LANGUAGES)
    yield Step(flag, nl, en)


def _as_sentence(correction: Correction, language: str) -> str:
    text = " ".join(correction.text.split())
    quoted = text if len(text) <= _QUOTED else f"{text[:_QUOTED].rstrip()}…"
    return say("why.lesson", language, date=f"{correction.said_at:%d-%m-%Y}", text=quoted)
