"""The words that names go by, read once from ``resources/lexicon/names.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from console.assets import resource
from console.judge.normalise import fold


@dataclass(frozen=True, slots=True)
class Names:
    """The words of ``resources/lexicon/names.toml``, folded."""

    given: frozenset[str]
    ordinary: frozenset[str]
    surnames: frozenset[str]
    surnames_or_words: frozenset[str]
    titles: frozenset[str]
    relations: frozenset[str]
    family: frozenset[str]
    third: frozenset[str]
    naming: frozenset[str]
    offices: frozenset[str]
    named_after: frozenset[str]
    greetings: frozenset[str]
    pets: frozenset[str]
    things: tuple[str, ...]
    cues: frozenset[str]


@cache
def names() -> Names:
    """Return the words that names go by, read once."""
    tree: Mapping[str, Any] = tomllib.loads(resource("lexicon", "names.toml").read_text(encoding="utf-8"))
    given, surnames, beside = tree["given"], tree["surnames"], tree["beside"]
    things = tuple(beside.pop("things"))
    lists = {name: _words(text) for name, text in beside.items()}
    first = _words(" ".join(text for name, text in given.items() if name != "ordinary"))
    return Names(
        given=first,
        ordinary=_words(given["ordinary"]),
        surnames=_words(surnames["sure"]),
        surnames_or_words=_words(surnames["ordinary"]),
        things=things,
        cues=first | lists["titles"] | lists["relations"] | lists["naming"] | lists["family"],
        **lists,
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).text.split())
