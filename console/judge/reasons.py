"""From a rule to the sentence that a volunteer reads: Dutch and English, from ``[reasons]`` in ``resources/text``.

A sentence says what stands in the message and never what somebody is: advice, no accusation.
"""

from console.domain.judgement import Abuse, Category, Flag, Reason, Span, Stigma
from console.judge.guide import Answer
from console.texts import say


def explain(flag: Flag, rule: str, spans: tuple[Span, ...] = ()) -> Reason:
    """Return the reason of a rule whose sentence has no blanks."""
    key = f"reasons.{rule}"
    return Reason(flag, rule, say(key, "nl"), say(key, "en"), spans)


def explain_stigma(kind: Stigma, answer: Answer, spans: tuple[Span, ...] = ()) -> Reason:
    """Return why a message stigmatises: its kind (not ``none``) and the answer to the guide's test that decided."""
    return explain(Flag.STIGMA, f"stigma.{kind}.{answer}", spans)


def explain_abuse(kind: Abuse, spans: tuple[Span, ...] = ()) -> Reason:
    """Return that a message is coarse, insults or threatens; ``kind`` is not ``none``."""
    return explain(Flag.ABUSE, f"abuse.{kind}", spans)


def explain_vigilantism(spans: tuple[Span, ...] = ()) -> Reason:
    """Return that a message calls for or plans taking the law into one's own hands."""
    return explain(Flag.VIGILANTISM, "vigilantism.own_action", spans)


def explain_off_topic(profile: str, category: Category, redirect: str | None, spans: tuple[Span, ...]) -> Reason:
    """Return why a message does not belong in a group; ``redirect`` is a key under ``[redirects]`` or None."""
    rule = f"off_topic.{profile}.{category}"
    return Reason(
        Flag.OFF_TOPIC, rule, _off_topic("nl", category, redirect), _off_topic("en", category, redirect), spans
    )


def _off_topic(language: str, category: Category, redirect: str | None) -> str:
    subject = say(f"reasons.category.{category}", language)
    if redirect is None:
        return say("reasons.off_topic", language, category=subject)
    return say("reasons.off_topic_to", language, category=subject, redirect=say(f"redirects.{redirect}", language))
