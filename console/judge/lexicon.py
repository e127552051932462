"""The words that the rules go by, read once from ``resources/lexicon/*.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from console.assets import resource
from console.domain.judgement import Category
from console.judge.cues import Cues

TOPIC: Final = "topic."

Scores = Mapping[Category, float]


@dataclass(frozen=True, slots=True)
class TopicWeights:
    """What each cue, signal and shape adds to the score of a category (``resources/lexicon/topics.toml``)."""

    start: Scores
    cues: Mapping[Category, Mapping[str, float]]
    signals: Mapping[str, Scores]
    shape: Mapping[str, Scores]


@dataclass(frozen=True, slots=True)
class ServiceNumbers:
    """Numbers and addresses that belong to an office and never to a person (``service_numbers.toml``).

    ``numbers`` are digits only, in full; ``beginnings`` are digits that only service numbers start with;
    ``mail_domains`` are patterns of what stands behind the ``@``, ``mail_boxes`` are whole names before it.
    """

    numbers: frozenset[str]
    beginnings: tuple[str, ...]
    mail_domains: tuple[str, ...]
    mail_boxes: frozenset[str]


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(resource("lexicon", f"{name}.toml").read_text(encoding="utf-8"))


def _scores(entry: Mapping[str, float]) -> Scores:
    return {Category(name): float(value) for name, value in entry.items()}


@cache
def topic_weights() -> TopicWeights:
    """Return the weights of ``topics.toml``."""
    tree = _table("topics")
    steps = tree["steps"]
    return TopicWeights(
        start=_scores(tree["start"]),
        cues={
            Category(name): {cue: steps[step] for step, cues in lists.items() for cue in cues}
            for name, lists in tree["cues"].items()
        },
        signals={name: _scores(entry) for name, entry in tree["signals"].items()},
        shape={name: _scores(entry) for name, entry in tree["shape"].items()},
    )


@cache
def cues() -> Cues:
    """Return every list of cues, compiled for one pass: ``section.list`` of ``signals.toml`` and ``topic.category``."""
    lists = {
        f"{section}.{name}": words for section, entries in _table("signals").items() for name, words in entries.items()
    }
    return Cues(lists | {TOPIC + category: list(words) for category, words in topic_weights().cues.items()})


@cache
def service_numbers() -> ServiceNumbers:
    """Return the numbers and addresses of ``service_numbers.toml``."""
    tree = _table("service_numbers")
    return ServiceNumbers(
        numbers=frozenset(number for entries in tree["numbers"].values() for number in entries),
        beginnings=tuple(tree["beginnings"]["digits"]),
        mail_domains=tuple(tree["mail"]["domains"]),
        mail_boxes=frozenset(tree["mail"]["boxes"]),
    )
