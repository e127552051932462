"""From a message to a judgement: what it is about, what deserves a look in this group, and why.

This first judge goes by rules and words and claims only what those can decide honestly; meaning (stigma, insults) is
left to the next one behind the same interface. Pure: text in, judgement out. The lexicon is read from ``resources/`` at
the first call, which with its imports takes about a quarter of a second; after that nothing is read or written. May be
called from any thread.
"""

from collections.abc import Sequence
from typing import Final

from console.domain.judgement import Abuse, Call112, Feedback, Judgement, PersonalData, Reasoning, Statement
from console.domain.profile import Profile
from console.judge import policy
from console.judge.asked import Asked, settle
from console.judge.conduct import own_justice, threats
from console.judge.cues import Reading
from console.judge.feedback import feedback_spans, find_feedback
from console.judge.lessons import Lessons
from console.judge.lexicon import cues
from console.judge.personal_data import find_personal_data
from console.judge.profiles import load_profile, profile_keys
from console.judge.topics import Topic, find_topic, is_primary
from console.judge.urgency import call_112, is_named, names_danger, urgent_spans, was_called_before
from console.judge.why import reasoning

__all__ = ["JUDGE_VERSION", "Asked", "Lessons", "judge", "judge_all", "load_profile", "profile_keys", "why"]

JUDGE_VERSION: Final = "rules-1"

MAX_READ: Final = 65_536  # characters of a message that are looked at
_TYPES: Final = list(PersonalData)


def judge_all(asked: Sequence[Asked]) -> list[Judgement]:
    """Return what the judge says of many messages, each in its own group, in the order in which they were asked."""
    return [settle(judge(one.statement, one.profile), one) for one in asked]


def why(asked: Asked) -> Reasoning:
    """Return the judgement of one message with every step that led to it (**Waarom?**)."""
    return reasoning(judge_all([asked])[0], asked)


def judge(statement: Statement, profile: Profile) -> Judgement:
    """Return what the judge says of one message in a group with this profile. Never raises for any text."""
    # Nobody writes so much; a pasted book must not keep the judge busy for seconds.
    reading = cues().read(statement.text[:MAX_READ])
    topic = find_topic(reading, statement)
    call112 = call_112(reading, topic.category, statement.role)
    threat = threats(reading)
    vigilantism = own_justice(reading)
    items = find_personal_data(reading, statement.role, topic.category)
    feedback = find_feedback(reading, statement.role, is_answer=bool(statement.context))
    off_topic = policy.is_off_topic(topic, statement.role, profile)

    weighed: list[policy.Weighed] = []
    if call112 is not None and _wants_112(call112, statement, profile, reading, topic):
        weighed.append(policy.weigh_call112(call112, urgent_spans(reading), profile))
    if vigilantism:
        weighed.append(policy.weigh_vigilantism(vigilantism, profile))
    if threat:
        weighed.append(policy.weigh_threat(threat, profile))
    weighed += policy.weigh_personal_data(items, profile)
    if off_topic:
        weighed.append(policy.weigh_off_topic(topic, profile))
    if feedback is not Feedback.NONE:
        weighed.append(policy.weigh_feedback(feedback, feedback_spans(reading, feedback), profile))
    reasons, attention = policy.conclude(weighed)
    return Judgement(
        category=topic.category,
        primary=is_primary(reading, statement, topic.category),
        abuse=Abuse.THREAT if threat else Abuse.NONE,
        vigilantism=bool(vigilantism),
        personal_data=tuple(sorted({item.kind for item in items}, key=_TYPES.index)),
        call112=call112,
        feedback=feedback,
        off_topic=off_topic,
        attention=attention,
        reasons=reasons,
    )


def _wants_112(call112: Call112, statement: Statement, profile: Profile, reading: Reading, topic: Topic) -> bool:
    """Return whether somebody should hear that 112 was not called: not when a message before says that it was."""
    if not profile.expects_112 or call112 is Call112.CALLED or (call112 is Call112.UNCLEAR and is_named(reading)):
        return False
    before = [cues().read(text) for text in statement.context]
    names_it = any(names_danger(said) for said in (reading, *before))
    if not topic.is_certain(policy.NEEDED_LEAD if names_it else policy.NEEDED_LEAD_ON_NOW):
        return False
    return not was_called_before(before)
