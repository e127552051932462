"""What an answer is asked about, and what a person made of it: plain values between a page and its panel."""

from dataclasses import dataclass
from datetime import date

from console.domain.decision import Verb
from console.domain.draft import Draft
from console.domain.ladder import Rung


@dataclass(frozen=True, slots=True)
class Target:
    """Where an answer may point: a counter or another group. ``key`` is the desk's, ``hint`` says when it fits."""

    key: object
    name: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What an answer is about. ``rung`` is the step of the ladder that it takes, unless the person says otherwise.

    ``is_sent`` when a carrier sends it after some seconds; else a person does it on the phone. ``until`` is the day
    that is proposed where the answer has one, ``can_be_silent`` when nobody has to read a word of it,
    ``can_hand_over`` when a request can be put down in the group that it points to. ``languages`` are those in which it
    can be drafted, ``unchecked`` of which nobody whose mother tongue it is read the words.
    """

    verb: Verb
    to: str
    group: str
    draft: Draft | None  # None where nobody but the logbook reads a word of it: the reason why a member goes
    targets: tuple[Target, ...] = ()
    target: object = None
    rung: Rung | None = None
    is_sent: bool = False
    until: date | None = None
    can_be_silent: bool = False
    can_hand_over: bool = False
    languages: tuple[str, ...] = ("nl", "en")
    unchecked: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person made of it. ``is_own`` when the text is to be the group's own version of its draft.

    ``said_own`` tells that he asked for that himself, so that he hears of it when it cannot be. ``channel`` is by which
    ``Channel`` a professional is asked, None where that is no question.
    """

    verb: Verb
    text: str
    target: object
    rung: str | None
    draft: Draft | None
    is_own: bool
    said_own: bool
    stays: bool
    until: date | None = None
    hands_over: bool = False
    channel: str | None = None
