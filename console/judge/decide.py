"""From scores, cues and lessons to one judgement: every flag weighed, each that is raised with its reason."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from console.domain.judgement import Abuse, Call112, Category, Feedback, Flag, Judgement, PersonalData, Span, Stigma
from console.domain.profile import Profile
from console.judge import policy, verdicts
from console.judge.asked import Asked, wants_reminder
from console.judge.guide import examine
from console.judge.languages import is_dutch
from console.judge.lexicon import cues
from console.judge.model import Scores, models
from console.judge.personal_data import Owner, PersonalItem, find_personal_data
from console.judge.verdicts import Case, Verdict

MAX_READ: Final = 65_536  # characters of a message that are looked at
_TYPES: Final = list(PersonalData)


@dataclass(frozen=True, slots=True)
class Decided:
    """A judgement, and what it came from: the case and the verdict on every flag, raised or not."""

    judgement: Judgement
    case: Case
    verdicts: tuple[Verdict, ...]


def decide_all(asked: Sequence[Asked]) -> list[Decided]:
    """Return what the judge makes of many messages by itself, in order."""
    return [decided for (decided,) in decide_under(asked, [(one.profile,) for one in asked])]


def decide_under(asked: Sequence[Asked], profiles: Sequence[Sequence[Profile]]) -> list[list[Decided]]:
    """Return what the judge makes of each message under each of its profiles; the models read a message once."""
    read = models().read_all([one.statement for one in asked])
    return [
        [_decide(_case(replace(one, profile=profile), scores)) for profile in its]
        for one, scores, its in zip(asked, read, profiles, strict=True)
    ]


def _case(asked: Asked, scores: Scores) -> Case:
    # Nobody writes so much; a pasted book must not keep the judge busy for seconds.
    text = asked.statement.text[:MAX_READ]
    reading = cues().read(text)
    return Case(asked, reading, scores, examine(reading), models().mixture.bounds, is_dutch(text) is False)


def _decide(case: Case) -> Decided:
    profile = case.asked.profile
    emergency = verdicts.call112(case)
    category = Category.URGENT if emergency.is_raised else verdicts.category_of(case)
    stigma, abuse = verdicts.stigma(case), verdicts.abuse(case)
    vigilantism, feedback = verdicts.vigilantism(case), verdicts.feedback(case)
    off_topic = verdicts.off_topic(case, category)
    data = _personal_data(case, category)

    weighed: list[policy.Weighed] = []
    if emergency.is_raised and wants_reminder(case.asked, case.reading, emergency.value):
        weighed.append(policy.weigh_call112(Call112(str(emergency.value)), emergency.spans, profile))
    if vigilantism.is_raised:
        weighed.append(policy.weigh_vigilantism(vigilantism.spans, profile))
    if abuse.is_raised:
        weighed.append(policy.weigh_abuse(Abuse(str(abuse.value)), abuse.spans, profile))
    if stigma.is_raised:
        weighed.append(policy.weigh_stigma(Stigma(str(stigma.value)), case.guide.answer, stigma.spans, profile))
    unusual = tuple(item for item in data if not verdicts.is_used_to_data(case, item.kind))
    weighed += policy.weigh_personal_data(unusual, profile)
    # Who plans a beating or calls names need not hear as well that it belongs elsewhere.
    if off_topic.is_raised and not any(verdict.is_raised for verdict in (emergency, vigilantism, abuse, stigma)):
        weighed.append(policy.weigh_off_topic(category, off_topic.spans, profile))
    if feedback.is_raised:
        weighed.append(policy.weigh_feedback(Feedback(str(feedback.value)), feedback.spans, profile))
    if case.is_foreign:
        weighed.append(policy.weigh_language(profile))
    reasons, attention = policy.conclude(weighed)
    judgement = Judgement(
        category=category,
        primary=case.scores.primary >= 0.5,
        stigma=_raised(stigma, Stigma.NONE),
        abuse=_raised(abuse, Abuse.NONE),
        vigilantism=vigilantism.is_raised,
        personal_data=tuple(sorted({item.kind for item in data}, key=_TYPES.index)),
        call112=Call112(str(emergency.value)) if category is Category.URGENT else None,
        feedback=_raised(feedback, Feedback.NONE),
        off_topic=off_topic.is_raised,
        attention=attention,
        reasons=reasons,
    )
    return Decided(judgement, case, (emergency, vigilantism, stigma, abuse, off_topic, feedback))


def _raised(verdict: Verdict, none: Any) -> Any:  # noqa: ANN401  # the same enumeration in as out
    return verdict.value if verdict.is_raised else none


def _personal_data(case: Case, category: Category) -> tuple[PersonalItem, ...]:
    """Return what patterns found, and what the models are sure of besides."""
    # What a foreign message is about is a guess, and must not make somebody's number the writer's own.
    about = Category.REPLY if case.is_foreign else category
    found = find_personal_data(case.reading, case.asked.statement.role, about)
    kinds = {item.kind for item in found}
    likely = [kind for kind in verdicts.likely_data(case) if kind not in kinds]
    if not likely:
        return found
    spans: Sequence[Span] = case.telling(Flag.PERSONAL_DATA, 1.0) or (Span(0, 0),)
    return (*found, *(PersonalItem(kind, Owner.OTHER, span) for kind in likely for span in spans))
