"""What a report says of itself: the six heads of the study, whether 112 was called, and the minutes that count.

Every head is read from words of the messages (``signals.toml``, and ``[story]`` of ``threads.toml``) and is a
suggestion. Nothing is concluded from silence: what nobody said stays unknown. Pure.
"""

from collections.abc import Sequence
from datetime import timedelta
from functools import cache
from typing import Final

from console.domain.judgement import Call112, Category, Flag, Judgement, Role
from console.domain.message import Kind
from console.domain.report import Calling, MembersDid, Nature, ProfessionalsDid, Reporter, Result, Story, Told, ToldBack
from console.judge.cues import Cues, Reading
from console.judge.lexicon import cues
from console.judge.thread_links import minutes_between
from console.judge.thread_state import Said
from console.judge.thread_words import story_lists
from console.judge.urgency import is_going_on, says_called

LONGEST_TALK: Final = 10
"""Minutes that a talk may last in a group of the HIC profile (findings 5)."""
_SILENCE: Final = timedelta(minutes=30)
"""A talk is over when nobody spoke for this long; an answer the next morning does not make it last a night."""
_NATURES: Final = {
    Category.URGENT: Nature.URGENT,
    Category.SUSPICIOUS: Nature.SUSPICIOUS,
    Category.LIVEABILITY: Nature.LIVEABILITY,
}


@cache
def _story() -> Cues:
    return Cues(story_lists())


def tell(messages: Sequence[Said]) -> Story:
    """Return what the messages of one report say, in the order in which they were sent, the primary one first.

    Raises ``ValueError`` when there are none.
    """
    if not messages:
        empty = "a report has at least one message"
        raise ValueError(empty)
    first = messages[0]
    spoken = [(said, cues().read(said.text), _story().read(said.text)) for said in messages if said.kind is Kind.TEXT]
    calling = _calling(first, spoken)
    nature = _nature(first, spoken, calling)
    result = _result(spoken)
    return Story(
        primary=first.id,
        category=first.judgement.category if first.judgement else None,
        nature=nature,
        reporter=_reporter(first),
        members=_members(first, spoken),
        professionals=_professionals(spoken),
        result=result,
        told=_told_back(first, spoken),
        calling=calling,
        question_minutes=_question_minutes(first, spoken),
        talk_minutes=_talk_minutes(messages),
    )


Spoken = Sequence[tuple[Said, Reading, Reading]]


# --- 112 -------------------------------------------------------------------------------------------------------------


def _calling(first: Said, spoken: Spoken) -> Calling:
    """Return the first message that says that 112 was called, by whoever sent it; who said "no" when nobody did."""
    asked_at = -1
    for at, (said, reading, words) in enumerate(spoken):
        is_answer = asked_at >= 0 and at - asked_at <= 2 and words.has("story.yes_called") and len(reading.words) <= 12
        if (is_answer or _is_call(reading, words)) and not words.has("story.other_number", "story.asks_112"):
            return Calling(Call112.CALLED, said.id, said.author, _minutes(first, said))
        if _asks(reading, words):
            asked_at = at
    for said, reading, _ in spoken:
        if reading.has("call112.not_called") and "?" not in reading.words:
            return Calling(Call112.NOT_CALLED, said.id)
    return Calling()


def _is_call(reading: Reading, words: Reading) -> bool:
    """Return whether somebody says that the call was made; "bel 112!" tells somebody else to make it."""
    is_order = words.has("story.tells_to_call") and not words.has("story.of_oneself")
    return says_called(reading) and words.has("story.called") and not is_order


def _asks(reading: Reading, words: Reading) -> bool:
    """Return whether somebody asks whether 112 was called, or tells to call."""
    is_about = "112" in reading.words and (not {"?", "!"}.isdisjoint(reading.words) or words.has("story.tells_to_call"))
    return words.has("story.asks_112") or is_about


def _question_minutes(first: Said, spoken: Spoken) -> int | None:
    """Return how long it took until somebody else asked whether 112 was called, or told to call."""
    for said, reading, words in spoken:
        if _is_call(reading, words):
            return None
        if said.id != first.id and _asks(reading, words):
            return _minutes(first, said)
    return None


def _minutes(first: Said, said: Said) -> int:
    return int(minutes_between(first.sent_at, said.sent_at))


def _talk_minutes(messages: Sequence[Said]) -> int:
    last = messages[0].sent_at
    for said in messages:
        if said.sent_at - last > _SILENCE:
            break
        last = said.sent_at
    return int(minutes_between(messages[0].sent_at, last))


def is_too_long(story: Story) -> bool:
    """Return whether a talk went on for more than ten minutes, which a group of the HIC profile closes."""
    return story.talk_minutes > LONGEST_TALK


# --- the heads -------------------------------------------------------------------------------------------------------


def _nature(first: Said, spoken: Spoken, calling: Calling) -> Nature:
    """Return the column of the study: urgent when 112 was called, else what the first words say, else the judge's word.

    The words go before the judge because they were right more often, on the conversations to tune with.
    """
    if calling.state is Call112.CALLED and calling.minutes is not None and calling.minutes <= 60:
        return Nature.URGENT
    if spoken:
        _, reading, words = spoken[0]
        if reading.has("danger.acute") and is_going_on(reading):
            return Nature.URGENT
        if words.has("story.crime"):
            return Nature.SUSPICIOUS
        if words.has("story.nuisance"):
            return Nature.LIVEABILITY
    if first.judgement is None or (
        first.judgement.category is Category.URGENT and not _is_sure(first.judgement, spoken)
    ):
        return Nature.OTHER
    return _NATURES.get(first.judgement.category, Nature.OTHER)


def _is_sure(judgement: Judgement, spoken: Spoken) -> bool:
    """Return whether a message that the judge calls urgent is: it asks for a look, or names an emergency itself.

    Otherwise "Sint is aangekomen" would count among the urgent reports.
    """
    is_named = bool(spoken) and spoken[0][1].has("danger.acute")
    return is_named or any(reason.flag is Flag.CALL112 for reason in judgement.reasons)


def _reporter(first: Said) -> Reporter:
    words = _story().read(first.text)
    if words.has("story.forwarded"):
        return Reporter.FORWARDED
    if first.role is Role.PROFESSIONAL:
        name = _story().read(first.author or "")
        return Reporter.MUNICIPALITY if name.has("story.municipality") else Reporter.OFFICER
    return Reporter.MODERATOR if first.role is Role.ADMIN else Reporter.RESIDENT


def _members(first: Said, spoken: Spoken) -> tuple[MembersDid, ...]:
    """Return what others than the reporter and the professionals did."""
    did: set[MembersDid] = set()
    for said, reading, words in spoken:
        if said.author == first.author or said.role is Role.PROFESSIONAL:
            continue
        if _is_call(reading, words) and not words.has("story.other_number"):
            did.add(MembersDid.CALLS_112)
        if words.has("story.goes_out"):
            did.add(MembersDid.GOES_OUTSIDE)
        if len(reading.words) >= 3:
            did.add(MembersDid.TIPS)
    return tuple(kind for kind in MembersDid if kind in did)


def _professionals(spoken: Spoken) -> tuple[ProfessionalsDid, ...]:
    """Return what professionals did: by what they wrote, and by what others saw of police and services."""
    did: set[ProfessionalsDid] = set()
    for said, reading, words in spoken:
        if words.has("story.services_acted"):
            did.add(ProfessionalsDid.ACTED)
        if said.role is not Role.PROFESSIONAL:
            continue
        if words.has("story.passed_on"):
            did.add(ProfessionalsDid.FORWARDED)
        if words.has("story.elsewhere"):
            did.add(ProfessionalsDid.REDIRECT)
        if reading.has("feedback.advice"):
            did.add(ProfessionalsDid.ADVICE)
        if words.has("story.acted") or reading.has("feedback.result"):
            did.add(ProfessionalsDid.ACTED)
        did.add(ProfessionalsDid.READ)
    if len(did) > 1:
        did.discard(ProfessionalsDid.READ)  # who answers has read it
    return tuple(kind for kind in ProfessionalsDid if kind in did)


def _result(spoken: Spoken) -> Result:
    """Return the last thing that was said of how it ended; an arrest outweighs what came after it."""
    found = Result.UNKNOWN
    for _, reading, words in spoken:
        if "?" in reading.words and len(reading.words) < 12:
            continue
        if words.has("story.held"):
            return Result.SUSPECT_HELD
        if words.has("story.innocent"):
            found = Result.NO_OFFENCE
        elif words.has("story.nothing"):
            found = Result.NOTHING_FOUND
        elif words.has("story.solved"):
            found = Result.SOLVED
    return found


def _told_back(first: Said, spoken: Spoken) -> ToldBack:
    """Return the first message that tells what came of it, from whomever, or what a professional did about it."""
    for said, reading, words in spoken[1:]:
        if "?" in reading.words and len(reading.words) < 12:
            continue
        is_outcome = words.has("story.held", "story.innocent", "story.nothing", "story.solved")
        is_answer = said.role is Role.PROFESSIONAL and words.has("story.acted")
        if is_outcome or is_answer:
            how = Told.OFFLINE if words.has("story.offline") else Told.IN_APP
            return ToldBack(how, said.role, said.id, _minutes(first, said))
        if said.role is not Role.MEMBER and words.has("story.private"):
            return ToldBack(Told.PRIVATE, said.role, said.id, _minutes(first, said))
    return ToldBack()
