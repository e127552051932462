"""What ties a message to a thread, and what says that it begins one: named features, weighed (``resources/models``).

A feature is a fact that can be told in a sentence; ``reasons`` turns those that weighed most into links.
"""

import math
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache
from typing import Final, NamedTuple

from console.assets import resource
from console.domain.judgement import Role
from console.domain.message import MessageId
from console.domain.report import Link, LinkKind
from console.judge.sealed import read_sealed
from console.judge.thread_state import Memory, Open, Said
from console.judge.thread_words import Heard
from console.texts import say

Features = dict[str, float]

_OWN: Final = frozenset({"mijn", "onze", "wij", "we", "mn", "ik"})
_HOUR: Final = 60.0
_DAY: Final = 24 * _HOUR
_FAR: Final = 4 * _HOUR
_MOST_WORDS: Final = 2.5
_MOST_FIELDS: Final = 2.0
_MOST_LINKS: Final = 3
_TIES: Final = frozenset({"words", "place", "field", "person", "person_before"})
_GRAVE_MINUTES: Final = 20
_PAUSE: Final = 3 * _HOUR
_SILENT: Final = 2 * _DAY
_LONG_SILENT: Final = 7 * _DAY
_OLD: Final = 14 * _DAY
_RARE_ON: Final = 3  # days of the whole chat on which a word was said
_SHORT_QUIET: Final = math.log2(1 + 15)
_SUSPECT: Final = "fields.suspect"
# The cues that say something of beginning or leaning, and the features that they are.
_CUES: Final[Mapping[str, str]] = {
    **{f"opens.{name}": name for name in ("asks", "offers", "warns", "sees", "tells", "turns")},
    **{f"leans.{name}": name for name in ("anywhere", "again", "also")},
    **{f"about.{name}": name for name in ("emergency", "danger", "result")},
}
_KINDS: Final[Mapping[str, LinkKind]] = {
    "place": LinkKind.PLACE,
    "words": LinkKind.WORDS,
    "person": LinkKind.PERSON,
    "answers": LinkKind.QUESTION,
    "goes_on": LinkKind.GOES_ON,
    "opener": LinkKind.GOES_ON,
    "again_words": LinkKind.AGAIN,
    "services": LinkKind.SERVICES,
    "professional": LinkKind.SERVICES,
    "last": LinkKind.SOON,
}


class Weights(NamedTuple):
    """What each feature counts for a thread that goes on, for one that fell silent, for a new one, and for none."""

    join: Mapping[str, float]
    later: Mapping[str, float]
    new: Mapping[str, float]
    none: Mapping[str, float]


@cache
def weights() -> Weights:
    """Return the weights of ``resources/models/threads.toml``; ``tests/tools/fit_threads.py`` makes them.

    Raises ``ModelError`` when the file is missing or changed.
    """
    tree = read_sealed(resource("models", "threads.toml"))
    return Weights(tree["join"], tree["later"], tree["new"], tree["none"])


def weigh(features: Features, by: Mapping[str, float]) -> float:
    """Return the sum of features, each by its weight."""
    total = 0.0
    for name, value in features.items():
        if name in by:
            total += value * by[name]
    return total


def of_silence(features: Features, by: Weights) -> Mapping[str, float]:
    """Return the weights for what ties a message to a thread: after hours of silence other things count."""
    return by.later if "far" in features else by.join


def minutes_between(earlier: datetime, later: datetime) -> float:
    """Return minutes, never below zero: an export may put a late line after an early one."""
    return max(0.0, (later - earlier).total_seconds() / 60)


# --- a message and a thread ------------------------------------------------------------------------------------------


def shared(heard: Heard, thread: Open) -> dict[str, str]:
    """Return the words and places that a message has in common with a thread, as it writes them."""
    return {
        token: written
        for its in (heard.places, heard.words)
        for token, written in its.items()
        if token in thread.tokens
    }


def is_grave_now(said: Said, thread: Open) -> bool:
    """Return whether somebody spoke of danger within the hour: then a question about 112 is about that (finding 4)."""
    return thread.is_grave and minutes_between(thread.last_at, said.sent_at) <= _HOUR


def may_go_on(said: Said, heard: Heard, thread: Open, memory: Memory, people: tuple[str, ...]) -> bool:
    """Return whether a thread that was silent for days, or began weeks ago, can go on with a message.

    The weights were learnt from conversations of a few situations. In a chat of a year, in which nobody speaks for days
    on end, one common word would do for them, and a thread that took everything in would take in ever more. So after
    two days of silence something must tie the two; two things after a week, or where the thread is old. Who speaks is
    no such tie in an old one.
    """
    gap, age = minutes_between(thread.last_at, said.sent_at), minutes_between(thread.began_at, said.sent_at)
    is_old = age > _OLD
    wanted = 2 if gap > _LONG_SILENT or (is_old and gap > _PAUSE) else int(gap > _SILENT)
    if not wanted:
        return True
    common = shared(heard, thread)
    is_openers = thread.opener == said.author
    ties = [
        sum(memory.days_of[token] <= _RARE_ON for token in common),
        any(token in heard.places or token in thread.places for token in common),
        "leans.again" in heard.cues and bool(common),
        "about.result" in heard.cues and is_openers,
    ]
    if not is_old:
        is_officers = said.role is Role.PROFESSIONAL and thread.is_serious
        ties += [is_openers, is_officers, any(person in thread.authors for person in people)]
    return sum(ties) >= wanted


def of_thread(said: Said, heard: Heard, thread: Open, memory: Memory, people: tuple[str, ...]) -> Features:
    """Return what ties a message to a thread. Only what is there is named."""
    gap = minutes_between(thread.last_at, said.sent_at)
    features: Features = {"gap": math.log2(1 + gap), "since": math.log2(1 + memory.count - thread.count)}
    features |= _by_words(heard, thread, memory)
    if thread.key == memory.last_key:
        _add_last(features, heard, gap)
    if gap > _FAR:
        features["far"] = 1.0
        if gap > 3 * _DAY:
            features["days"] = 1.0
    if any(memory.last_of_author[person][0] == thread.key for person in people):
        features["person"] = 1.0
    elif any(person in thread.authors for person in people):
        features["person_before"] = 1.0
    if gap <= _HOUR:
        _add_turn(features, said, heard, thread, gap)
    if thread.size == 1 and thread.opener != said.author:
        features["unanswered"] = 1.0
    _add_author(features, said, thread, memory)
    _add_subject(features, heard, thread, memory)
    _add_services(features, said, heard, thread)
    return features


def _add_last(features: Features, heard: Heard, gap: float) -> None:
    """Add how a message may follow the one right before it."""
    features["last"] = 1.0
    if gap <= 2:
        features["last_fresh"] = 1.0
    if "leans.also" in heard.cues:
        features["last_also"] = 1.0
    if heard.length <= 3:
        features["last_short"] = 1.0


def _add_turn(features: Features, said: Said, heard: Heard, thread: Open, gap: float) -> None:
    """Add whose turn it is in a talk that goes on now."""
    if thread.asker is not None and thread.asker != said.author:
        features["answers"] = 1.0
    if thread.before_last == said.author and thread.last_author != said.author:
        features["turn"] = 1.0
    if thread.is_grave and gap <= _GRAVE_MINUTES:
        features["grave_now"] = 1.0
        if _SUSPECT in heard.fields:
            features["suspect_now"] = 1.0


def _by_words(heard: Heard, thread: Open, memory: Memory) -> Features:
    common = shared(heard, thread)
    features: Features = {}
    places = [token for token in common if token in heard.places or token in thread.places]
    rare = sum(1 / memory.commonness(token) for token in common if token not in places)
    if rare:
        features["words"] = min(_MOST_WORDS, rare)
        if "leans.again" in heard.cues:
            features["again_words"] = 1.0
    if places:
        features["place"] = sum(1 / memory.commonness(token) for token in places[:2])
    elif heard.places and thread.places:
        features["other_place"] = 1.0
    return features


def _add_subject(features: Features, heard: Heard, thread: Open, memory: Memory) -> None:
    common = heard.fields & thread.fields
    if common:
        features["field"] = min(_MOST_FIELDS, sum(1 / len(memory.by_field[name]) for name in common))
        features["any_field"] = 1.0
    elif heard.fields and thread.fields:
        features["other_field"] = 1.0
    if heard.domains & thread.domains:
        features["domain"] = 1.0
    elif heard.domains and thread.domains:
        features["other_domain"] = 1.0
    if "far" in features and not features.keys() & _TIES:
        features["far_and_bare"] = 1.0


def _add_author(features: Features, said: Said, thread: Open, memory: Memory) -> None:
    spoke = memory.last_of_author.get(said.author or "")
    if said.author is None or spoke is None:
        return
    key, when = spoke
    ago = minutes_between(when, said.sent_at)
    if key != thread.key and ago <= 10:
        features["spoke_elsewhere"] = 1.0
    if said.author not in thread.authors:
        return
    features["inside"] = 1.0
    if thread.opener == said.author:
        features["opener"] = 1.0
        if minutes_between(thread.last_at, said.sent_at) > _HOUR:
            features["opener_later"] = 1.0
    if key == thread.key:
        features["goes_on"] = 1.0
        if ago <= 15:
            features["goes_on_soon"] = 1.0


def _add_services(features: Features, said: Said, heard: Heard, thread: Open) -> None:
    if "about.emergency" in heard.cues:
        features["services" if thread.is_grave else "services_elsewhere"] = 1.0
    if "about.result" in heard.cues and thread.opener == said.author:
        features["result"] = 1.0
    if said.role is Role.PROFESSIONAL:
        features["professional" if thread.is_serious else "professional_elsewhere"] = 1.0
        if thread.has_professional:
            features["professional_again"] = 1.0
        if "about.result" in heard.cues:
            features["professional_result"] = 1.0
        if not features.keys().isdisjoint({"place", "words"}):
            features["professional_words"] = 1.0


# --- a message by itself ---------------------------------------------------------------------------------------------


def of_beginning(said: Said, heard: Heard, memory: Memory, people: tuple[str, ...]) -> Features:
    """Return what says that a message begins a thread, or that it leans on what was said."""
    features: Features = {"one": 1.0, "length": math.log2(1 + heard.length), "quiet": _quiet(said, memory)}
    features |= {name: 1.0 for cue, name in _CUES.items() if cue in heard.cues}
    features["new_words"] = math.log2(1 + sum(token not in memory.by_token for token in heard.words))
    facts = {
        "new_place": any(place not in memory.by_token for place in heard.places),
        "first": heard.first,
        "people": people,
        "wordless": heard.length == 0,
        "short": heard.length <= 3,
        "question": heard.is_question,
        "own": heard.names and heard.names[0] in _OWN,
        "unheard": said.author not in memory.last_of_author,
        said.role.value: said.role is not Role.MEMBER,
    }
    features |= {name: 1.0 for name, holds in facts.items() if holds}
    _add_newness(features, said, heard, memory)
    return features


def _add_newness(features: Features, said: Said, heard: Heard, memory: Memory) -> None:
    """Add how a message differs from the thread that went on last."""
    last = memory.open.get(memory.last_key) if memory.last_key is not None else None
    is_leaning = heard.first or "leans.anywhere" in heard.cues
    is_related = any(token in memory.by_token for its in (heard.places, heard.words) for token in its)
    is_stranger = last is None or said.author not in last.authors
    is_grave = last is not None and last.is_grave and features["quiet"] < _SHORT_QUIET
    facts = {
        "stranger": is_stranger,
        "stranger_stands": is_stranger and not is_leaning,
        "unrelated": not is_related and not is_leaning and heard.length > 3,
        "grave_now": is_grave,
        "suspect_now": is_grave and _SUSPECT in heard.fields,
        "grave_place": is_grave and "new_place" in features,
        "other_field_than_last": last is not None and heard.fields and not heard.fields & last.fields,
    }
    features |= {name: 1.0 for name, holds in facts.items() if holds}


def of_none(said: Said, heard: Heard, memory: Memory, people: tuple[str, ...]) -> Features:
    """Return what says that a message belongs to no report: a greeting, small talk."""
    features: Features = {"one": 1.0, "length": math.log2(1 + heard.length), "quiet": _quiet(said, memory)}
    if heard.is_greeting:
        features["greeting"] = 1.0
    if heard.length == 0:
        features["wordless"] = 1.0
    if people:
        features["people"] = 1.0
    if heard.fields:
        features["field"] = 1.0
    if said.role is Role.ADMIN:
        features["admin"] = 1.0
    return features


def _quiet(said: Said, memory: Memory) -> float:
    """Return how long nobody spoke: two to this power is minutes and one."""
    return math.log2(1 + (minutes_between(memory.last_at, said.sent_at) if memory.last_at else _DAY))


# --- why -------------------------------------------------------------------------------------------------------------


def reasons(said: Said, heard: Heard, thread: Open, features: Features) -> tuple[Link, ...]:
    """Return why a message is in a thread, what weighed most first; never none."""
    by = of_silence(features, weights())
    told = sorted(
        (name for name in features if name in _KINDS and features[name] * by.get(name, 0.0) > 0.2),
        key=lambda name: -features[name] * by.get(name, 0.0),
    )
    links: dict[LinkKind, Link] = {}
    for name in told:
        links.setdefault(_KINDS[name], _link(name, said, heard, thread))
    if not links:
        links[LinkKind.SOON] = _link("last", said, heard, thread)
    return tuple(links.values())[:_MOST_LINKS]


def _link(name: str, said: Said, heard: Heard, thread: Open) -> Link:
    minutes = int(minutes_between(thread.last_at, said.sent_at))
    if name in ("words", "place", "again_words"):
        common = shared(heard, thread)
        is_place = [token in heard.places or token in thread.places for token in common]
        wanted = [token for token, place in zip(common, is_place, strict=True) if place == (name == "place")]
        return Link(_KINDS[name], _first_of(thread, wanted), tuple(common[token] for token in wanted[:3]), minutes)
    if name in ("goes_on", "opener") and said.author is not None:
        return Link(_KINDS[name], thread.authors.get(said.author, thread.key), (), minutes)
    return Link(_KINDS[name], thread.last_id, (), minutes)


def _first_of(thread: Open, tokens: Iterable[str]) -> MessageId:
    return next((thread.tokens[token] for token in tokens), thread.last_id)


def sentence(link: Link, language: str) -> str:
    """Return a reason as a plain sentence in a language of the interface."""
    if link.kind is LinkKind.SOON:
        minutes = link.minutes or 0
        key = "soon_now" if minutes < 2 else "soon" if minutes <= _HOUR else "soon_hours"
        return say(f"links.{key}", language, minutes=minutes)
    return say(f"links.{link.kind}", language, words=", ".join(link.words))
