"""What the models, the rules and the lessons of a group say together of each flag, and who decided.

The models say how likely; the group's strictness says how likely is enough; lessons move what looks like a corrected
message; a rule raises where words leave no doubt, or overrules the model where the guide's test does. Pure.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final, TypeVar

from console.domain.judgement import (
    Abuse,
    Call112,
    Category,
    Feedback,
    Flag,
    Label,
    PersonalData,
    Role,
    Span,
    Stigma,
    Strictness,
)
from console.judge.asked import Asked
from console.judge.conduct import own_justice, threats
from console.judge.cues import Reading
from console.judge.feedback import feedback_spans
from console.judge.guide import Guide, raises, vetoes
from console.judge.languages import common_words
from console.judge.lessons import Habit
from console.judge.model import READ_BY_MEANING, Scores
from console.judge.urgency import NOW_IN_WORDS, is_going_on, says_called, urgent_spans

MAX_WORDS: Final = 6  # that are shown as the ones that decided
_TELLING: Final = 0.7  # part of all that speaks for a flag which the shown words hold
_NEARLY: Final = 1e-6
_WITHIN_PHRASE: Final = " ,-'’"  # between words that are marked as one; not the end of a sentence
WORTH_TELLING: Final = 0.2  # a flag less likely than this nobody asks about

Value = TypeVar("Value", bound=StrEnum)


class By(StrEnum):
    """Who decided about a flag."""

    MODEL = "model"
    RULE = "rule"  # raised it, whatever the model says
    VETO = "veto"  # overruled the model
    LANGUAGE = "language"  # the model does not read this language
    HABIT = "habit"  # the group found the same Goed zo so often that the model is overruled


@dataclass(frozen=True, slots=True)
class Verdict:
    """One flag: raised or not, how likely (0 to 1, lessons included) beside how likely is enough, and who decided.

    ``value`` is what it would be if raised; ``spans`` are the words that speak for it.
    """

    flag: Flag
    value: StrEnum | bool
    chance: float
    bound: float
    is_raised: bool
    by: By = By.MODEL
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """Everything that is known of one message before it is judged."""

    asked: Asked
    reading: Reading
    scores: Scores
    guide: Guide
    bounds: Mapping[Flag, Mapping[Strictness, float]]
    is_foreign: bool

    def strictness(self, flag: Flag) -> Strictness:
        """Return how strict the group is about a flag."""
        return self.asked.profile.strictness.get(flag, Strictness.NORMAL)

    def bound(self, flag: Flag) -> float:
        """Return how likely is enough in this group."""
        return self.bounds[flag][self.strictness(flag)]

    def moved(self, chance: float, label: Label, value: str | None = None) -> float:
        """Return a chance after what this group's corrections say of messages like this one."""
        shift = self.asked.lessons.shift(label, self.asked.statement.text, value)
        return _shifted(chance, shift) if shift else chance

    def used_to(self, chance: float, label: Label, value: str) -> float:
        """Return a chance after what this group found Goed zo in messages like this one."""
        shift = self.habit(label, value).shift
        return _shifted(chance, shift) if shift else chance

    def habit(self, label: Label, value: str) -> Habit:
        """Return how often this group found a value of a label Goed zo in messages like this one."""
        return self.asked.lessons.habit(label, self.asked.statement.text, value)

    def best(self, chances: Mapping[Value, float], label: Label, but: Value | None = None) -> Value:
        """Return the likeliest value of a label, ``but`` one left out."""
        values = [value for value in chances if value is not but]
        return max(values, key=lambda value: self.moved(chances[value], label, value))

    def is_taught_not(self, label: Label) -> bool:
        """Return whether this group's corrections of messages like this one speak against a flag."""
        return self.asked.lessons.shift(label, self.asked.statement.text) < 0

    def telling(self, flag: Flag, chance: float) -> tuple[Span, ...]:
        """Return the words that the models found most telling for a flag; none for one that nobody will ask about."""
        if chance < min(WORTH_TELLING, self.bound(flag)):
            return ()
        return telling(self.scores.weights.get(flag, ()), self.asked.statement.text)


def _shifted(chance: float, shift: float) -> float:
    """Return a chance with so much added to its log-odds."""
    chance = min(max(chance, _NEARLY), 1 - _NEARLY)
    return 1 / (1 + math.exp(-math.log(chance / (1 - chance)) - shift))


def telling(weights: tuple[tuple[Span, float], ...], text: str) -> tuple[Span, ...]:
    """Return the few words that hold most of what speaks for something; neighbours are joined.

    Words such as "ik" and "die" are shown only where no other word speaks for it.
    """
    for_it = [(weight, span) for span, weight in weights if weight > 0 and text[span.start].isalnum()]
    full = [(weight, span) for weight, span in for_it if text[slice(*span)].casefold() not in common_words()]
    for_it = full or for_it
    enough = _TELLING * sum(weight for weight, _ in for_it)
    chosen: list[Span] = []
    held = 0.0
    for weight, span in sorted(for_it, key=lambda pair: (-pair[0], pair[1])):
        if held >= enough or len(chosen) == MAX_WORDS:
            break
        chosen.append(span)
        held += weight
    joined: list[Span] = []
    for span in sorted(chosen):
        if joined and text[joined[-1].end : span.start].strip(_WITHIN_PHRASE) == "":
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


# --- one flag each ---------------------------------------------------------------------------------------------------


def category_of(case: Case) -> Category:
    """Return what a message is about; one without a word in it is a reply."""
    if not any(word.isalnum() for word in case.reading.words):
        return Category.REPLY
    return case.best(case.scores.category, Label.CATEGORY)


def call112(case: Case) -> Verdict:
    """Return whether it is an emergency of which nobody said that 112 was called (label guide, rule 1)."""
    urgent = case.moved(case.scores.category[Category.URGENT], Label.CATEGORY, Category.URGENT)
    chance = case.moved(urgent * (1 - case.scores.call112[Call112.CALLED]), Label.CALL112)
    if is_going_on(case.reading):
        chance = _shifted(chance, NOW_IN_WORDS)
    bound = case.bound(Flag.CALL112)
    if says_called(case.reading):  # right for 42 of 44 urgent messages kept aside in training
        return Verdict(Flag.CALL112, Call112.CALLED, chance, bound, False, By.VETO)
    is_raised = chance >= bound and any(word.isalnum() for word in case.reading.words)
    return Verdict(
        Flag.CALL112,
        case.best(case.scores.call112, Label.CALL112, Call112.CALLED if is_raised else None),
        chance,
        bound,
        is_raised,
        spans=urgent_spans(case.reading) or case.telling(Flag.CALL112, chance),
    )


def stigma(case: Case) -> Verdict:
    """Return whether suspicion or contempt rests on a trait, and which kind it is (taxonomy.md 4.2)."""
    chance = case.moved(case.scores.stigma, Label.STIGMA)
    kind = case.best(case.scores.stigma_kind, Label.STIGMA, Stigma.NONE)
    chance = case.used_to(chance, Label.STIGMA, kind)
    is_raised, by = chance >= case.bound(Flag.STIGMA), By.MODEL
    slur = raises(case.guide)
    if slur is not None and not case.is_taught_not(Label.STIGMA):
        by = By.MODEL if is_raised else By.RULE
        is_raised, kind = True, slur if by is By.RULE else kind
    elif case.is_foreign:
        is_raised, by = False, By.LANGUAGE
    elif is_raised and vetoes(case.guide):
        is_raised, by = False, By.VETO
    elif is_raised and case.habit(Label.STIGMA, kind).is_settled:
        is_raised, by = False, By.HABIT
    guide = case.guide
    spans = tuple(sorted({*guide.slurs, *guide.contempt, *guide.traits})) or case.telling(Flag.STIGMA, chance)
    return Verdict(Flag.STIGMA, kind, chance, case.bound(Flag.STIGMA), is_raised, by, spans)


def abuse(case: Case) -> Verdict:
    """Return whether a message swears, insults or threatens; a group never gets used to a threat."""
    chance = case.moved(1 - case.scores.abuse[Abuse.NONE], Label.ABUSE)
    kind = case.best(case.scores.abuse, Label.ABUSE, Abuse.NONE)
    if kind is not Abuse.THREAT:
        threat = case.moved(case.scores.abuse[Abuse.THREAT], Label.ABUSE)
        chance = min(chance, max(threat, case.used_to(chance, Label.ABUSE, kind)))
    threatening = threats(case.reading)
    verdict = _by_model(case, Flag.ABUSE, kind, chance)
    if kind is not Abuse.THREAT and case.scores.abuse[Abuse.THREAT] < case.bound(Flag.ABUSE):
        verdict = _unless_settled(case, verdict, Label.ABUSE)
    if threatening and not case.is_taught_not(Label.ABUSE):
        return _by_rule(verdict, Abuse.THREAT, threatening)
    return verdict


def vigilantism(case: Case) -> Verdict:
    """Return whether a message calls for, plans or praises taking the law into one's own hands."""
    chance = case.moved(case.scores.vigilantism, Label.VIGILANTISM)
    spans = own_justice(case.reading)
    verdict = _by_model(case, Flag.VIGILANTISM, True, chance)  # a value, no switch
    if spans and not case.is_taught_not(Label.VIGILANTISM):
        return _by_rule(verdict, True, spans)
    return verdict


def feedback(case: Case) -> Verdict:
    """Return whether a message answers a report, or asks what came of one."""
    chance = case.moved(1 - case.scores.feedback[Feedback.NONE], Label.FEEDBACK)
    kind = case.best(case.scores.feedback, Label.FEEDBACK, Feedback.NONE)
    chance = case.used_to(chance, Label.FEEDBACK, kind)
    verdict = _unless_settled(case, _by_model(case, Flag.FEEDBACK, kind, chance), Label.FEEDBACK)
    return replace(verdict, spans=feedback_spans(case.reading, kind) or verdict.spans)


def off_topic(case: Case, category: Category) -> Verdict:
    """Return whether a member's message does not belong in this group; what others post always does."""
    profile = case.asked.profile
    chances = {kind: case.moved(chance, Label.CATEGORY, kind) for kind, chance in case.scores.category.items()}
    away = sum(chance for kind, chance in chances.items() if kind not in profile.on_topic) / sum(chances.values())
    away = case.used_to(away, Label.OFF_TOPIC, category)
    is_away = case.asked.statement.role is Role.MEMBER and category not in profile.on_topic
    verdict = Verdict(
        Flag.OFF_TOPIC,
        category,
        away,
        case.bound(Flag.OFF_TOPIC),
        is_away and away >= case.bound(Flag.OFF_TOPIC) and not case.is_foreign,
        spans=case.telling(Flag.OFF_TOPIC, away if is_away else 0.0),
    )
    return _unless_settled(case, verdict, Label.OFF_TOPIC)


def likely_data(case: Case) -> tuple[PersonalData, ...]:
    """Return the types of personal data that the models are sure of though no pattern found them."""
    if case.is_foreign:
        return ()
    bound = case.bound(Flag.PERSONAL_DATA)
    return tuple(
        kind
        for kind, chance in case.scores.personal_data.items()
        if kind in READ_BY_MEANING
        and case.used_to(case.moved(chance, Label.PERSONAL_DATA, kind), Label.PERSONAL_DATA, kind) >= bound
    )


def is_used_to_data(case: Case, kind: PersonalData) -> bool:
    """Return whether this group found a kind of personal data Goed zo so often that it asks for no look."""
    return case.habit(Label.PERSONAL_DATA, kind).is_settled


def _by_model(case: Case, flag: Flag, value: Any, chance: float) -> Verdict:  # noqa: ANN401
    is_raised = chance >= case.bound(flag)
    verdict = Verdict(flag, value, chance, case.bound(flag), is_raised, spans=case.telling(flag, chance))
    if is_raised and case.is_foreign:
        return replace(verdict, is_raised=False, by=By.LANGUAGE)
    return verdict


def _unless_settled(case: Case, verdict: Verdict, label: Label) -> Verdict:
    if verdict.is_raised and case.habit(label, str(verdict.value)).is_settled:
        return replace(verdict, is_raised=False, by=By.HABIT)
    return verdict


def _by_rule(verdict: Verdict, value: StrEnum | bool, spans: tuple[Span, ...]) -> Verdict:
    return replace(verdict, value=value, is_raised=True, by=By.MODEL if verdict.is_raised else By.RULE, spans=spans)
