"""From a rule to the sentence that a volunteer reads: Dutch and English, from ``[reasons]`` in ``resources/text``.

A sentence says what stands in the message and never what somebody is: advice, no accusation.
"""

from console.domain.judgement import Category, Flag, Reason, Span
from console.texts import say


def explain(flag: Flag, rule: str, spans: tuple[Span, ...] = ()) -> Reason:
    """Return the reason of a rule whose sentence has no blanks."""
    key = f"reasons.{rule}"
    return Reason(flag, rule, say(key, "nl"), say(key, "en"), spans)


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
