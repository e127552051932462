"""What the judge is asked about one message, and how a person's word stands above what it found by itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from console.domain.judgement import (
    Abuse,
    Attention,
    Call112,
    Category,
    Feedback,
    Flag,
    Judgement,
    Label,
    PersonalData,
    Reason,
    Role,
    Statement,
    Stigma,
)
from console.domain.profile import Profile
from console.judge import policy
from console.judge.cues import Reading
from console.judge.lessons import NO_LESSONS, Lessons
from console.judge.lexicon import cues
from console.judge.reasons import explain, explain_off_topic
from console.judge.urgency import call_112, is_named, urgent_spans, was_called_before

NONE: Final = "none"

_VALUES: Final[Mapping[Label, frozenset[str]]] = {
    Label.CATEGORY: frozenset(Category),
    Label.STIGMA: frozenset(Stigma),
    Label.ABUSE: frozenset(Abuse),
    Label.VIGILANTISM: frozenset({"yes", "no"}),
    Label.PERSONAL_DATA: frozenset(PersonalData),
    Label.CALL112: frozenset({NONE, *Call112}),
    Label.FEEDBACK: frozenset(Feedback),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """One question to the judge: a message, the rules of its group, and what people taught.

    ``lessons`` are the corrections in this group, ``said`` what a person said of this very message: it replaces what
    the judge makes of those labels, and the rest follows from it.
    """

    statement: Statement
    profile: Profile
    lessons: Lessons = NO_LESSONS
    said: Mapping[Label, str] = field(default_factory=dict)


def wants_reminder(asked: Asked, reading: Reading, state: object) -> bool:
    """Return whether somebody should hear that 112 was not called about this emergency.

    Not in a group that leaves that to people, not when a message before says that it was, and not for one that itself
    tells people to call ("wie hem ziet: 112"). ``state`` is what the message says about 112, ``reading`` its words.
    """
    if not asked.profile.expects_112 or (state is Call112.UNCLEAR and is_named(reading)):
        return False
    return not was_called_before([cues().read(text) for text in asked.statement.context])


# --- labels as text, as the label guide writes them ------------------------------------------------------------------


def as_written(label: Label, value: str) -> str:
    """Return a value in its one spelling. Raises ``ValueError`` for one that the label guide does not know."""
    if label is Label.PERSONAL_DATA:
        types = {part.strip() for part in value.split(",")}
        if types <= _VALUES[label]:
            return ",".join(kind for kind in PersonalData if kind in types)
        if types == {NONE}:
            return NONE
    elif value in _VALUES.get(label, frozenset()):
        return value
    message = f"not a value of {label}: {value!r}"
    raise ValueError(message)


def value_of(judgement: Judgement, label: Label) -> str:
    """Return what a judgement says of a label."""
    if label is Label.VIGILANTISM:
        return "yes" if judgement.vigilantism else "no"
    if label is Label.PERSONAL_DATA:
        return ",".join(judgement.personal_data) or NONE
    if label is Label.CALL112:
        return judgement.call112 or NONE
    if label is Label.OFF_TOPIC:
        return judgement.category if judgement.off_topic else NONE
    return {
        Label.CATEGORY: judgement.category,
        Label.STIGMA: judgement.stigma,
        Label.ABUSE: judgement.abuse,
        Label.FEEDBACK: judgement.feedback,
    }[label].value


# --- a person's word -------------------------------------------------------------------------------------------------


def settle(found: Judgement, asked: Asked) -> Judgement:
    """Return what the judge found by itself, with what people said of this message or an equal one in its place.

    Reasons for what nobody denied stay as they are. That a message is off-topic by its corrected category asks for no
    attention, for somebody just looked; what somebody said was missed does.
    """
    said = {**asked.lessons.said(asked.statement.text), **asked.said}
    if not said:
        return found
    if said.get(Label.CALL112, NONE) != NONE:
        said.setdefault(Label.CATEGORY, Category.URGENT)  # the guide asks after 112 of nothing else
    judgement = _with_values(found, said, asked)
    profile = asked.profile
    weighed = [(reason, policy.attention_of(reason, profile)) for reason in found.reasons]
    weighed = [pair for pair in weighed if _still_holds(pair[0], found, judgement, said)]
    weighed += [(reason, policy.attention_of(reason, profile)) for reason in _added(found, judgement, asked, said)]
    if judgement.off_topic and Label.CATEGORY in said:
        redirect = profile.redirects.get(judgement.category)
        weighed.append((explain_off_topic(profile.key, judgement.category, redirect, ()), Attention.NONE))
    reasons, attention = policy.conclude(weighed)
    return replace(judgement, reasons=reasons, attention=attention)


def _with_values(found: Judgement, said: Mapping[Label, str], asked: Asked) -> Judgement:
    values = {label: said.get(label) or value_of(found, label) for label in Label}
    category = Category(values[Label.CATEGORY])
    types = values[Label.PERSONAL_DATA].split(",")
    call112 = None if values[Label.CALL112] == NONE else Call112(values[Label.CALL112])
    if category is not Category.URGENT:
        call112 = None
    elif Label.CALL112 not in said and category is not found.category:
        call112 = call_112(cues().read(asked.statement.text), category, asked.statement.role)
    belongs = asked.statement.role is not Role.MEMBER or category in asked.profile.on_topic
    return replace(
        found,
        category=category,
        stigma=Stigma(values[Label.STIGMA]),
        abuse=Abuse(values[Label.ABUSE]),
        vigilantism=values[Label.VIGILANTISM] == "yes",
        personal_data=tuple(kind for kind in PersonalData if kind in types),
        call112=call112,
        feedback=Feedback(values[Label.FEEDBACK]),
        off_topic=not belongs if Label.CATEGORY in said else found.off_topic,
    )


_LABELS: Final = {Flag(label.value): label for label in Label if label is not Label.CATEGORY}
"""What a person can say about a flag; of the other flags nobody can."""


def _still_holds(reason: Reason, found: Judgement, judgement: Judgement, said: Mapping[Label, str]) -> bool:
    if reason.flag is Flag.OFF_TOPIC:
        return Label.CATEGORY not in said
    if reason.flag is Flag.PERSONAL_DATA:  # personal_data.phone, personal_data.phone.own
        return reason.rule.split(".")[1] in judgement.personal_data
    label = _LABELS.get(reason.flag)
    return label is None or value_of(found, label) == value_of(judgement, label)


def _added(found: Judgement, judgement: Judgement, asked: Asked, said: Mapping[Label, str]) -> Iterator[Reason]:
    """Yield a reason for every flag that the judge did not raise by itself."""
    if judgement.call112 not in {None, Call112.CALLED}:
        if Label.CALL112 in said and not _is_standing(found, judgement):
            yield explain(Flag.CALL112, "call112.said")
        elif judgement.call112 is not found.call112:
            yield from _reminder(judgement, asked)
    if judgement.vigilantism and not found.vigilantism:
        yield explain(Flag.VIGILANTISM, "vigilantism.said")
    if set(judgement.personal_data) - set(found.personal_data):
        yield explain(Flag.PERSONAL_DATA, "personal_data.said")
    if judgement.stigma not in {Stigma.NONE, found.stigma}:
        yield explain(Flag.STIGMA, "stigma.said")
    if judgement.abuse not in {Abuse.NONE, found.abuse}:
        yield explain(Flag.ABUSE, f"abuse.said.{judgement.abuse}")
    if judgement.feedback not in {Feedback.NONE, found.feedback}:
        yield explain(Flag.FEEDBACK, f"feedback.said.{judgement.feedback}")


def _is_standing(found: Judgement, judgement: Judgement) -> bool:
    """Return whether the judge asked for 112 by itself, and for the same reason."""
    return judgement.call112 is found.call112 and any(reason.flag is Flag.CALL112 for reason in found.reasons)


def _reminder(judgement: Judgement, asked: Asked) -> Iterator[Reason]:
    reading = cues().read(asked.statement.text)
    if judgement.call112 is not None and wants_reminder(asked, reading, judgement.call112):
        yield policy.weigh_call112(judgement.call112, urgent_spans(reading), asked.profile)[0]
