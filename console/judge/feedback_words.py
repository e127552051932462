"""What one message says of answers that are owed: an answer, a question for news, that something was passed on.

By the words of ``resources/lexicon/feedback.toml``, beside the judge's own label (``Feedback``). Precision goes first:
what is missed a person writes down himself, what is wrong costs his trust. Pure.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, Final, NamedTuple

from console.assets import resource
from console.domain.judgement import Feedback
from console.domain.report import Result
from console.judge.cues import Cues, Reading
from console.judge.feedback_subject import subject_of
from console.judge.normalise import fold
from console.judge.thread_words import story_lists

_BETWEEN: Final = re.compile(r"(?<=[.!?])\s+|\n+")
_TO_WHOM: Final = frozenset({"aan", "naar", "bij"})
_READ: Final = 5_000  # characters; whoever passes something on says so in few
_OUTCOMES: Final = ("story.held", "story.innocent", "story.nothing", "story.solved", "story.acted", "answer.says")
_RESULTS: Final = {
    "held": Result.SUSPECT_HELD,
    "innocent": Result.NO_OFFENCE,
    "nothing": Result.NOTHING_FOUND,
    "solved": Result.SOLVED,
}
_FEWEST_WORDS: Final = 4  # of an answer; "opgelost" alone may be about anything
_LONGEST_QUESTION: Final = 14  # words; a longer text with a question mark may answer something too
_LETTERS: Final = re.compile(r"\w+")


class Says(StrEnum):
    """What a professional's message is to somebody who waits for an answer."""

    ANSWER = "answer"  # it says what came of something, or what is going to be done
    ADVICE = "advice"  # where to report, what to do: an answer only when it is clear to what
    TAKES = "takes"  # he takes it upon himself, and so owes an answer
    NOTHING = "nothing"


class Passed(NamedTuple):
    """That an administrator passed something on. ``recipient`` is the name of a service, "" when he does not say.

    ``jobs`` are the kinds of work of the people whom that may be. ``is_done``: he did so; else he promises it.
    ``sentence`` is where he says so.
    """

    recipient: str
    jobs: tuple[str, ...]
    is_done: bool
    sentence: str


@cache
def _tree() -> Mapping[str, Any]:
    return tomllib.loads(resource("lexicon", "feedback.toml").read_text(encoding="utf-8"))


@cache
def _cues() -> Cues:
    tree = _tree()
    parts = ("passed", "answer", "asks")
    lists: dict[str, list[str]] = {f"{part}.{name}": tree[part][name] for part in parts for name in tree[part]}
    lists |= {f"to.{one['name']}": one["words"] for one in tree["recipients"]}
    return Cues({**lists, **story_lists()})


def _sentences(text: str) -> Iterator[str]:
    return (sentence for sentence in map(str.strip, _BETWEEN.split(text[:_READ])) if sentence)


# --- passed on -------------------------------------------------------------------------------------------------------


def passed_on(text: str) -> Passed | None:
    """Return to whom an administrator says that he passed something on; None when he does not say so."""
    found = [passed for sentence in _sentences(text) if (passed := _passed_in(sentence)) is not None]
    return next((passed for passed in found if passed.is_done), found[0] if found else None)


def _passed_in(sentence: str) -> Passed | None:
    reading = _cues().read(sentence)
    if "?" in reading.words or reading.has("passed.not_done", "passed.emergency", "passed.joined"):
        return None
    recipient, jobs = _recipient(reading)
    is_done, is_promised = reading.has("passed.done"), reading.has("passed.promised")
    if not (is_done or is_promised) or not _is_ours(reading):
        return None
    if is_promised and not reading.has("passed.alone"):
        is_done = False  # "ik vraag het de wijkagent, die weet het"
    if not recipient and not (is_done and reading.has("passed.alone") and _is_just_it(reading)):
        return None
    return Passed(recipient, jobs, is_done, sentence)


def _is_just_it(reading: Reading) -> bool:
    """Return whether nothing is said of to whom, nor of what: "ik heb het doorgegeven", and not "aan Willem"."""
    return _TO_WHOM.isdisjoint(reading.words) and (reading.has("passed.it") or len(reading.words) <= _FEWEST_WORDS)


def _is_ours(reading: Reading) -> bool:
    """Return whether the writer speaks of himself, or says that it is done without saying by whom."""
    if reading.has("passed.ours"):
        return True
    begins = set(reading.words[:2]) & {"heeft", "hebben"}
    return not begins and not {"heeft", "hebben", "had", "hadden", "hij", "zij"} & set(reading.words)


def _recipient(reading: Reading) -> tuple[str, tuple[str, ...]]:
    """Return the first service that is named; one of more precise work goes before the whole municipality."""
    for one in _tree()["recipients"]:
        if reading.has(f"to.{one['name']}"):
            return one["name"], tuple(one["jobs"])
    return "", ()


@cache
def titles() -> frozenset[str]:
    """Return the words of a name that say what somebody does, folded: "wijkagent", "gemeente"."""
    jobs = (word for words in _tree()["signature"]["jobs"].values() for word in words)
    services = (word.strip("*") for one in _tree()["recipients"] for word in one["words"])
    return frozenset(part for word in (*jobs, *services) for part in _LETTERS.findall(fold(word).text))


# --- what a professional says ----------------------------------------------------------------------------------------


def says(text: str, label: Feedback) -> Says:
    """Return what a message of a professional is to who waits; ``label`` is the judge's. Thanks are no answer."""
    reading = _cues().read(text)
    words = [word for word in reading.words if word[0].isalnum()]
    if len(words) < _FEWEST_WORDS or ("?" in reading.words and len(words) <= _LONGEST_QUESTION):
        return Says.NOTHING
    if label is Feedback.ADVICE:
        return Says.ADVICE
    if label is Feedback.RESULT or reading.has(*_OUTCOMES):
        return Says.TAKES if _only_takes(reading, label) else Says.ANSWER
    if reading.has("answer.takes"):
        return Says.ANSWER if label is Feedback.ACK and reading.has("answer.when") else Says.TAKES
    if label is Feedback.ACK and reading.has("answer.when"):
        return Says.ANSWER
    return Says.NOTHING


def _only_takes(reading: Reading, label: Feedback) -> bool:
    """Return whether somebody takes something upon himself, and the word that sounds like an outcome is of that."""
    is_outcome = label is Feedback.RESULT or reading.has("story.held", "story.innocent", "story.nothing", "answer.says")
    return reading.has("answer.takes") and not is_outcome and not reading.has("answer.when")


def result_of(text: str) -> Result:
    """Return what came of it by the words of an answer, as a suggestion."""
    reading = _cues().read(text)
    for name, result in _RESULTS.items():
        if reading.has(f"story.{name}"):
            return result
    return Result.UNKNOWN


# --- is there news? --------------------------------------------------------------------------------------------------


def asks_news(text: str, label: Feedback) -> bool:
    """Return whether a message asks whether there is an answer to something; ``label`` is the judge's.

    Who asks whether 112 was called asks for no news.
    """
    if "112" in text:
        return False
    if label is Feedback.REQUEST:
        return "?" in text or _cues().read(text).has("asks.news")
    return "?" in text and _cues().read(text).has("asks.news")


def asks_only(text: str) -> bool:
    """Return whether a question for news names no subject: "hebben jullie al iets gehoord?"."""
    reading = _cues().read(text)
    subject = subject_of([text])
    is_short = sum(word[0].isalnum() for word in reading.words) <= _LONGEST_QUESTION
    return is_short and not (subject.words or subject.places or subject.fields)


def names_service(text: str) -> bool:
    """Return whether a message names police, municipality or another service."""
    return bool(_recipient(_cues().read(text))[0])
