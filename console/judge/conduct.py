"""Threats and calls to take the law into one's own hands, where the wording leaves no doubt.

Only unmistakable phrases count (``[certain]`` in ``signals.toml``), and not when they are denied ("hou hem niet vast").
What else speaks for a threat or own action the model weighs.
"""

from bisect import bisect_left
from typing import Final

from console.domain.judgement import Span
from console.judge.cues import Hit, Reading

_DENIALS: Final = frozenset({"niet", "nooit", "geen", "niemand", "zonder", "stop", "liever", "verboden"})
_WORDS_BEFORE: Final = 3
_WORDS_AFTER: Final = 1


def threats(reading: Reading) -> tuple[Span, ...]:
    """Return the words that threaten somebody with violence or damage; empty when none do."""
    return _said(reading, "certain.threat")


def own_justice(reading: Reading) -> tuple[Span, ...]:
    """Return the words that call for or plan detaining, chasing, hitting, trapping or exposing somebody; else empty."""
    return _said(reading, "certain.vigilantism")


def _said(reading: Reading, name: str) -> tuple[Span, ...]:
    hits = (hit for hit in reading.found(name) if not _is_denied(reading, hit))
    return tuple(sorted({reading.folded.span(hit.start, hit.end) for hit in hits}))


def _is_denied(reading: Reading, hit: Hit) -> bool:
    """Return whether a word of denial stands close before a phrase, right after it, or in a gap of it."""
    first = bisect_left(reading.starts, hit.start)
    after = bisect_left(reading.starts, hit.end)
    own = set(hit.cue.split())
    around = (*reading.words[max(0, first - _WORDS_BEFORE) : first], *reading.words[after : after + _WORDS_AFTER])
    inside = (word for word in reading.words[first:after] if word not in own)
    return not _DENIALS.isdisjoint((*around, *inside))
