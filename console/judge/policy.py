"""What a group makes of what was found: off-topic or not, which reasons, and how soon somebody should look.

Everything that differs between groups comes from the profile; nothing here asks for a kind of group.
"""

from typing import Final

from console.domain.judgement import Abuse, Attention, Call112, Category, Feedback, Flag, Reason, Role, Span
from console.domain.profile import Profile
from console.judge.personal_data import Owner, PersonalItem
from console.judge.reasons import explain, explain_off_topic
from console.judge.topics import Topic

# How far a category must lead every category that does belong before the judge dares to say "off-topic", in points of
# topics.toml. Set on labelled messages for precision; with less lead the message may well belong.
_CERTAIN_LEAD: Final = 1.0
# ... and how much its words must say: more than one weak word. A thanks needs none, because it asks nothing of anybody.
_CERTAIN_EVIDENCE: Final = 1.5
# How far "urgent" must lead before the judge asks after 112 in the first place of the list: a message that names the
# danger, and one that only says that it is now. Precision .84 and recall .42 on labelled messages (without: .73, .52).
NEEDED_LEAD: Final = 0.5
NEEDED_LEAD_ON_NOW: Final = 1.0
# "Dank", "top!" and a wish: off-topic in an alarm group, yet nothing that one message should ask attention for.
_COURTESY: Final = frozenset({Category.REPLY, Category.SOCIAL})
_HARMLESS: Final = frozenset({Owner.PLACE, Owner.OWN})
_ORDER: Final = (Attention.NONE, Attention.LATER, Attention.TODAY, Attention.NOW)

Weighed = tuple[Reason, Attention]


def is_off_topic(topic: Topic, role: Role, profile: Profile) -> bool:
    """Return whether a message does not belong in the group; what administrators and professionals post always does."""
    if role is not Role.MEMBER or topic.category in profile.on_topic:
        return False
    if topic.category not in _COURTESY and topic.evidence < _CERTAIN_EVIDENCE:
        return False
    return topic.lead_over(profile.on_topic) >= _CERTAIN_LEAD


def weigh_off_topic(topic: Topic, profile: Profile) -> Weighed:
    """Return why a message is off-topic, and how soon that matters."""
    redirect = profile.redirects.get(topic.category)
    return _weigh(explain_off_topic(profile.key, topic.category, redirect, topic.spans), profile)


def weigh_call112(state: Call112, spans: tuple[Span, ...], profile: Profile) -> Weighed:
    """Return why a message needs 112: nothing about a call in it, or a question who calls."""
    rule = "call112.asked" if state is Call112.NOT_CALLED else "call112.missing"
    return _weigh(explain(Flag.CALL112, rule, spans), profile)


def weigh_vigilantism(spans: tuple[Span, ...], profile: Profile) -> Weighed:
    """Return why a message calls for own action."""
    return _weigh(explain(Flag.VIGILANTISM, "vigilantism.own_action", spans), profile)


def weigh_threat(spans: tuple[Span, ...], profile: Profile) -> Weighed:
    """Return why a message threatens."""
    return _weigh(explain(Flag.ABUSE, "abuse.threat", spans), profile)


def weigh_personal_data(items: tuple[PersonalItem, ...], profile: Profile) -> list[Weighed]:
    """Return one reason per type and owner."""
    spans: dict[str, list[Span]] = {}
    for item in items:
        rule = f"personal_data.{item.kind}"
        if item.owner is not Owner.OTHER:
            rule += f".{item.owner}"
        spans.setdefault(rule, []).append(item.span)
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
