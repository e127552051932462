"""What one message brings to the search for its report: the words that tell, the places, and how it speaks.

Everything comes from ``resources/lexicon/threads.toml`` and the endings of streets in ``description.toml``. Pure.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple

from console.assets import resource
from console.judge.cues import Cues, Reading
from console.judge.observed import lexicon as description

_FEWEST_LETTERS: Final = 3
_FIELD: Final = "fields."
_MOST_WORDS: Final = 40  # of a message; what it is about stands in those
_ENDS: Final = ("tjes", "jes", "tje", "en", "je", "er", "s", "e")
_SHORTEST_STEM: Final = 3


class Heard(NamedTuple):
    """What stands in one message. ``words`` and ``places`` map what is compared to how it was written.

    ``names`` are its words as they are typed but in lower case, to find who is spoken to. ``cues`` are the names of
    the lists of ``threads.toml`` that have a word in it, ``fields`` what its words belong to.
    """

    words: Mapping[str, str]
    places: Mapping[str, str]
    names: tuple[str, ...]
    cues: frozenset[str]
    fields: frozenset[str]
    first: str
    length: int
    is_question: bool
    domains: frozenset[str] = frozenset()

    @property
    def asks_112(self) -> bool:
        """Whether it asks if 112 was called, or tells to call."""
        return "asks_112" in self.cues

    @property
    def is_greeting(self) -> bool:
        """Whether every word is one of those that people greet with; pictures alone are no greeting."""
        return self.length > 0 and all(name in _greetings() for name in self.names)


@cache
def _tree() -> Mapping[str, Any]:
    return tomllib.loads(resource("lexicon", "threads.toml").read_text(encoding="utf-8"))


@cache
def _cues() -> Cues:
    tree = _tree()
    lists = {f"{part}.{name}": tree[part][name] for part in ("opens", "about", "fields") for name in tree[part]}
    return Cues(
        lists
        | {f"leans.{name}": tree["leans"][name] for name in ("anywhere", "also", "again")}
        | {"asks_112": tree["story"]["asks_112"]}
    )


@cache
def story_lists() -> Mapping[str, list[str]]:
    """Return the lists of ``[story]``, which say how a report went on."""
    return {f"story.{name}": words for name, words in _tree()["story"].items()}


@cache
def _first() -> Cues:
    return Cues({"first": _tree()["leans"]["first"]})


@cache
def _greetings() -> frozenset[str]:
    return frozenset(_tree()["greets"]["words"])


@cache
def _empty() -> frozenset[str]:
    return frozenset(_tree()["empty"]["words"]) | _greetings()


@cache
def _endings() -> tuple[tuple[str, ...], tuple[str, ...]]:
    where = description()["where"]
    return tuple(where["streets"]), tuple(where["streets_with_capital"])


@cache
def _domains() -> Mapping[str, frozenset[str]]:
    """Return the domains of each field, by its name among the cues."""
    pairs = [(f"{_FIELD}{name}", domain) for domain, names in _tree()["domains"].items() for name in names]
    return {name: frozenset(domain for other, domain in pairs if other == name) for name, _ in pairs}


@lru_cache(maxsize=1 << 14)
def _leans_first(word: str) -> bool:
    return _first().read(word).has("first")


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """Return what is left of a Dutch word when its ending goes: "honden", "hondje" and "hond" are one."""
    for end in _ENDS:
        if word.endswith(end) and len(word) - len(end) >= _SHORTEST_STEM:
            word = word[: -len(end)]
            break
    if len(word) > _SHORTEST_STEM and word[-1] == word[-2]:
        word = word[:-1]  # "katten" and "kat"
    last = {"v": "f", "z": "s"}.get(word[-1], word[-1])  # "duiven" and "duif"
    return re.sub(r"([aeou])\1", r"\1", word[:-1] + last)  # "straten" and "straat"


@lru_cache(maxsize=1 << 15)
def _ends_like_street(word: str) -> tuple[bool, bool]:
    """Return whether a word ends like a street whatever its first letter, and whether it does with a capital."""
    sure, with_capital = _endings()
    fits = tuple(end for end in (*sure, *with_capital) if word.endswith(end) and len(word) - len(end) >= 3)
    return any(end in sure for end in fits), bool(fits)


def hear(text: str) -> Heard:
    """Return what a message brings. Never raises for any text."""
    reading = _cues().read(text)
    words: dict[str, str] = {}
    places: dict[str, str] = {}
    for word, start in zip(reading.words[:_MOST_WORDS], reading.starts, strict=False):
        if not word[0].isalnum():
            continue
        if _is_street(reading, word, start):
            places[stem(word)] = word
        elif word not in _empty() and (len(word) >= _FEWEST_LETTERS or word.isdigit()) and not _is_small(word):
            words[stem(word) if word.isalpha() else word] = word
    fields = frozenset(name for name in reading.hits if name.startswith(_FIELD))
    letters = tuple(word for word in reading.words if word[0].isalnum())
    return Heard(
        words,
        places,
        letters[:_MOST_WORDS],
        frozenset(name for name in reading.hits if not name.startswith(_FIELD)),
        fields,
        "first" if letters and _leans_first(letters[0]) else "",
        len(letters),
        "?" in reading.words,
        frozenset(domain for name in fields for domain in _domains().get(name, ())),
    )


def _is_small(word: str) -> bool:
    """Return whether a word is a number that says nothing: "2 mannen", "10 minuten"."""
    return word.isdigit() and len(word) < 2


def _is_street(reading: Reading, word: str, start: int) -> bool:
    is_sure, with_capital = _ends_like_street(word)
    if not with_capital:
        return False
    return is_sure or reading.folded.as_written(start, start + 1).isupper()
