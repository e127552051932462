"""What makes a text hard to read, as it was measured (``console/readability``), and as a person is told.

The bounds are those of the writing rules (``domain/onboarding.md``, T1 to T4): B1, a level that most people can read.
"""

from dataclasses import dataclass
from enum import StrEnum

from console.domain.judgement import Span


class Hurdle(StrEnum):
    """What makes a text hard; what breaks the rules first, tone last."""

    SENTENCE = "sentence"  # more words than a sentence may have
    AVERAGE = "average"  # the sentences together are too long
    OFFICIAL = "official"  # a word of letters from offices, for which there is a plain one
    FIGURE = "figure"  # a figure of speech
    PASSIVE = "passive"  # it does not say who does it
    LONG = "long"  # a long word
    RARE = "rare"  # a word that few texts have
    SHOUT = "shout"  # capitals or rows of exclamation marks: a matter of tone


WORDS: frozenset[Hurdle] = frozenset({Hurdle.LONG, Hurdle.RARE})
"""Hard words: a text may have a few of them (T3: explain them)."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One place that is hard to read. Spans are character offsets into the text that was measured.

    ``instead`` is what may stand there, in the language of the text, "" where nothing is known: plain words for a word,
    and of a long sentence the word before which it can be cut ("maar"). ``count`` is how many words the sentence has.
    """

    hurdle: Hurdle
    span: Span
    sentence: Span
    instead: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """What was measured of a text in ``language``.

    ``reasons`` are the hurdles for which it is not B1, each once; ``is_full`` is False for a language of which only
    lengths are measured. ``mean`` is in words per sentence, 0.0 without words.
    """

    language: str
    words: int
    sentences: int
    mean: float
    longest: int
    findings: tuple[Finding, ...] = ()
    reasons: tuple[Hurdle, ...] = ()
    is_full: bool = True

    @property
    def is_b1(self) -> bool:
        """Whether nothing in it breaks the writing rules."""
        return not self.reasons


@dataclass(frozen=True, slots=True)
class FindingTold:
    """One finding in whole sentences. ``marks`` are the (start, end) in ``sentence`` of the words it is about."""

    hurdle: Hurdle
    sentence: str
    marks: tuple[tuple[int, int], ...]
    what: str
    proposal: str


@dataclass(frozen=True, slots=True)
class ReadingTold:
    """A reading for a person: sentences in the language of the console, quotes in that of the text.

    ``counted`` are the figures in words, "" for an empty text; ``hint`` is the first thing to change, "" where it is
    B1; ``how`` says what is measured, with what, and what not.
    """

    is_b1: bool
    verdict: str
    counted: str
    hint: str
    found: tuple[FindingTold, ...]
    how: tuple[str, ...]
