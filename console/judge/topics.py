"""What a message is about: the sum of the cues that speak for each category, and whether it is a first word on it.

This is the part that the next judge replaces by a model. Until then the best guess is honest about its margin:
``policy`` says "off-topic" only where the margin is wide.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from console.domain.judgement import Category, Role, Span, Statement
from console.judge.cues import Reading
from console.judge.lexicon import TOPIC, topic_weights
from console.judge.normalise import fold

# A message of at most this many words counts as short or middle; the shapes of topics.toml were set with these.
_SHORT: Final = 6
_MIDDLE: Final = 14
# An answer to earlier messages opens its own subject only when it is longer than this and shares no word with them.
_OWN_SUBJECT: Final = 20
_TELLING_LENGTH: Final = 6
_LONG_WORD: Final = re.compile(rf"[^\W\d_]{{{_TELLING_LENGTH},}}")
_CONTEXT_READ: Final = 5000


@dataclass(frozen=True, slots=True)
class Topic:
    """The category that won, the scores of all, the points of the winner's own words, and where these stand."""

    category: Category
    scores: Mapping[Category, float]
    evidence: float
    spans: tuple[Span, ...]

    def is_certain(self, lead: float) -> bool:
        """Return whether the category is at least so many points ahead of every other."""
        return self.lead_over(frozenset(self.scores) - {self.category}) >= lead

    def lead_over(self, others: frozenset[Category]) -> float:
        """Return how many points the category is ahead of the best of ``others``."""
        return self.scores[self.category] - max((self.scores[other] for other in others), default=0.0)


def _shapes(reading: Reading, statement: Statement) -> list[str]:
    """Return the names of the shapes of ``topics.toml`` that a message has."""
    place = "answer" if statement.context else "opening"
    count = len(reading.words)
    size = "short" if count <= _SHORT else "middle" if count <= _MIDDLE else "long"
    shapes = [f"{place}_{size}"]
    if statement.role is not Role.MEMBER:
        shapes.append(f"{statement.role}_{place}")
    if "?" in reading.words:
        shapes.append("question")
    if reading.has("time.now") and reading.has("danger.acute"):
        shapes.append("danger_now")
    if reading.has("time.now") and not reading.has("time.past"):
        shapes.append("only_now")
    return shapes


def find_topic(reading: Reading, statement: Statement) -> Topic:
    """Return what a message is about. With equal scores the category that comes first in ``Category`` wins."""
    weights = topic_weights()
    scores = dict(weights.start)
    for name in reading.hits:
        for category, points in weights.signals.get(name, {}).items():
            scores[category] += points
    for shape in _shapes(reading, statement):
        for category, points in weights.shape.get(shape, {}).items():
            scores[category] += points
    spoken = dict.fromkeys(scores, 0.0)
    for category, cues in weights.cues.items():
        if hits := reading.hits.get(TOPIC + category):
            spoken[category] = sum(cues[cue] for cue in {hit.cue for hit in hits})
            scores[category] += spoken[category]
    best = max(scores, key=scores.__getitem__)
    # An empty or wordless message says nothing of its own: a reply if something came before, else a greeting at most.
    if not any(word.isalnum() for word in reading.words):
        best = Category.REPLY
    spans = {reading.folded.span(hit.start, hit.end) for hit in reading.found(TOPIC + best)}
    return Topic(best, scores, spoken[best], tuple(sorted(spans)))


def is_primary(reading: Reading, statement: Statement, category: Category) -> bool:
    """Return whether a message is the first on its subject.

    In a chat something always came before, so context alone says little. An answer opens a subject of its own only when
    it is no reply, does not begin with a word that leans on another message, is long enough to tell something, and
    shares no telling word (six letters or more; "containers" counts as "container") with what came before.
    """
    if not statement.context:
        return True
    if category is Category.REPLY or len(reading.words) <= _OWN_SUBJECT:
        return False
    if any(hit.start == reading.starts[0] for hit in reading.found("reaction.opening")):
        return False
    before = {word for text in statement.context for word in _telling(fold(text[:_CONTEXT_READ]).text)}
    return before.isdisjoint(_telling(" ".join(reading.words)))


def _telling(folded: str) -> set[str]:
    """Return the beginnings of the words that are long enough to say what a text is about."""
    return {word[:_TELLING_LENGTH] for word in _LONG_WORD.findall(folded)}
