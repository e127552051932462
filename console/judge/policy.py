"""What a group makes of what was found: off-topic or not, which reasons, and how soon somebody should look.

Everything that differs between groups comes from the profile; nothing here asks for a kind of group.
"""

from typing import Final

from console.domain.judgement import Abuse, Attention, Call112, Category, Feedback, Flag, Reason, Span, Stigma
from console.domain.profile import Profile
from console.judge.guide import Answer
from console.judge.personal_data import Owner, PersonalItem
from console.judge.reasons import explain, explain_abuse, explain_off_topic, explain_stigma, explain_vigilantism

# "Dank", "top!" and a wish: off-topic in an alarm group, yet nothing that one message should ask attention for.
_COURTESY: Final = frozenset({Category.REPLY, Category.SOCIAL})
_HARMLESS: Final = frozenset({Owner.PLACE, Owner.OWN})
_ORDER: Final = (Attention.NONE, Attention.LATER, Attention.TODAY, Attention.NOW)

Weighed = tuple[Reason, Attention]


def weigh_off_topic(category: Category, spans: tuple[Span, ...], profile: Profile) -> Weighed:
    """Return why a message is off-topic, and how soon that matters."""
    redirect = profile.redirects.get(category)
    return _weigh(explain_off_topic(profile.key, category, redirect, spans), profile)


def weigh_call112(state: Call112, spans: tuple[Span, ...], profile: Profile) -> Weighed:
    """Return why a message needs 112: nothing about a call in it, or a question who calls."""
    rule = "call112.asked" if state is Call112.NOT_CALLED else "call112.missing"
    return _weigh(explain(Flag.CALL112, rule, spans), profile)


def weigh_vigilantism(spans: tuple[Span, ...], profile: Profile) -> Weighed:
    """Return why a message calls for own action."""
    return _weigh(explain_vigilantism(spans), profile)


def weigh_abuse(kind: Abuse, spans: tuple[Span, ...], profile: Profile) -> Weighed:
    """Return why a message swears, insults or threatens."""
    return _weigh(explain_abuse(kind, spans), profile)


def weigh_stigma(kind: Stigma, answer: Answer, spans: tuple[Span, ...], profile: Profile) -> Weighed:
    """Return why a message stigmatises, and which answer to the guide's test decided."""
    return _weigh(explain_stigma(kind, answer, spans), profile)


def weigh_language(profile: Profile) -> Weighed:
    """Return that a message is not in Dutch, so that only patterns were looked for."""
    return _weigh(explain(Flag.LANGUAGE, "language.not_dutch"), profile)


def weigh_personal_data(items: tuple[PersonalItem, ...], profile: Profile) -> list[Weighed]:
    """Return one reason per type and owner."""
    spans: dict[str, list[Span]] = {}
    for item in items:
        rule = f"personal_data.{item.kind}"
        if item.owner is not Owner.OTHER:
            rule += f".{item.owner}"
        places = spans.setdefault(rule, [])
        if item.span.start < item.span.end:  # the models may be sure and have no word to show for it
            places.append(item.span)
    return [_weigh(explain(Flag.PERSONAL_DATA, rule, tuple(places)), profile) for rule, places in spans.items()]


def weigh_feedback(kind: Feedback, spans: tuple[Span, ...], profile: Profile) -> Weighed:
    """Return what makes a message an answer, or a question for one."""
    return _weigh(explain(Flag.FEEDBACK, f"feedback.{kind}", spans), profile)


def attention_of(reason: Reason, profile: Profile) -> Attention:
    """Return how soon somebody should look because of one reason: what the profile says of its flag, with exceptions.

    A threat is as urgent as own action: they share a place in the order of work. A courtesy that is off-topic, a place
    or an own number, and an answer are mere remarks.
    """
    detail = reason.rule.rsplit(".", 1)[-1]
    is_remark = (
        (reason.flag is Flag.OFF_TOPIC and detail in _COURTESY)
        or (reason.flag is Flag.PERSONAL_DATA and detail in _HARMLESS)
        or (reason.flag is Flag.FEEDBACK and detail != Feedback.REQUEST)
    )
    if is_remark:
        return Attention.NONE
    is_threat = reason.flag is Flag.ABUSE and detail == Abuse.THREAT
    return profile.attention.get(Flag.VIGILANTISM if is_threat else reason.flag, Attention.NONE)


def conclude(weighed: list[Weighed]) -> tuple[tuple[Reason, ...], Attention]:
    """Return the reasons in the order of ``design/screens.md`` and the soonest attention that one of them asks for."""
    order = list(Flag)
    ranked = sorted(weighed, key=lambda pair: (-_ORDER.index(pair[1]), order.index(pair[0].flag)))
    soonest = max((attention for _, attention in weighed), key=_ORDER.index, default=Attention.NONE)
    return tuple(reason for reason, _ in ranked), soonest


def _weigh(reason: Reason, profile: Profile) -> Weighed:
    return reason, attention_of(reason, profile)
