"""112 and the ten minutes: what a kind of group asks of an urgent report, said in plain sentences.

Which kinds of group ask whether 112 was called, and how long a talk may last, is data (``resources/profiles``).
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

from console import texts
from console.domain.judgement import Call112
from console.domain.report import Nature
from console.domain.report_view import Called
from console.judge.profiles import load_profile, profile_keys

COUNTED: Final = 120
"""So many minutes are counted; what was called or asked later is said to be later, and says nothing of how quick."""


class Talk(NamedTuple):
    """What is told of the minutes of a report; None: nobody asked, or it was not told yet."""

    nature: Nature
    called: Called
    question_minutes: int | None
    talk_minutes: int | None


def facts(talk: Talk, profile: str, language: str) -> tuple[str, ...]:
    """Return a sentence for each thing that this kind of group wants to know; empty where there is nothing to say.

    That nobody spoke of 112 says nothing: then it is not known whether it was called.
    """
    return tuple(_facts(talk, profile, language))


def _facts(talk: Talk, profile: str, language: str) -> Iterator[str]:
    if load_profile(profile).expects_112:
        if talk.called.state is Call112.CALLED:
            yield _called(talk.called, language)
        elif talk.called.state is Call112.NOT_CALLED:
            yield texts.say("reports.not_called", language)
        elif talk.nature is Nature.URGENT:
            yield texts.say("reports.call_unknown", language)
        if talk.question_minutes is not None:
            yield _after("asked", talk.question_minutes, language)
    if is_too_long(talk.talk_minutes, profile):
        yield too_long(talk.talk_minutes or 0, profile, language)


def _called(called: Called, language: str) -> str:
    by = texts.say("reports.by", language, name=called.by) if called.by else ""
    if called.minutes is None:
        return texts.say("reports.called", language, by=by)
    return _after("called", called.minutes, language, by=by)


def _after(key: str, minutes: int, language: str, **values: object) -> str:
    count = "later" if minutes > COUNTED else "at_once" if minutes == 0 else "one" if minutes == 1 else "minutes"
    return texts.say(f"reports.{key}_{count}", language, minutes=minutes, **values)


@cache
def longest_talks() -> Mapping[str, int]:
    """Return how many minutes a talk may last, of the kinds of group that say so, by their key."""
    found = {key: load_profile(key).longest_talk for key in profile_keys()}
    return {key: longest for key, longest in found.items() if longest is not None}


def is_too_long(talk_minutes: int | None, profile: str) -> bool:
    """Return whether a talk lasted longer than this kind of group wants; never where it says nothing of it."""
    longest = longest_talks().get(profile)
    return longest is not None and talk_minutes is not None and talk_minutes > longest


def too_long(talk_minutes: int, profile: str, language: str, *, may_close: bool = False) -> str:
    """Return the sentence that a talk lasted too long, and that it can be closed."""
    key = "reports.close" if may_close else "reports.too_long"
    return texts.say(key, language, minutes=talk_minutes, longest=longest_talks()[profile])
