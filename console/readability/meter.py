"""Measures how easy a text is to read against the writing rules for members (``domain/onboarding.md``, T1 to T4).

Dutch is measured in full. English too, but for its own figures of speech; of any other language only how long its
sentences and words are. The meter cannot judge what a text means, whether it is true, or whether it is kind.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from console.domain.judgement import Span
from console.domain.readability import WORDS, Finding, Hurdle, Reading
from console.readability.lists import listed
from console.readability.passive import passive
from console.readability.phrases import phrases
from console.readability.sentences import Sentence, Word, sentences
from console.readability.vocabulary import MEASURED, is_long, is_name, is_usual

MOST_WORDS: Final = 12  # in a sentence (T1)
MOST_ON_AVERAGE: Final = 10.0  # words of a sentence (T2)
AVERAGE_FROM: Final = 3  # sentences: of one or two, each says it for itself
MOST_HARD_WORDS: Final = 2  # of a text (T3)
SHORT_TEXT: Final = 40  # words: a text of less may have one
_HALF: Final = 3  # words of a sentence that is cut off at a link word, at least

_LOUD: Final = re.compile(r"(?:!\s?){2,}|\?!|!\?")


def measure(text: str, language: str = "nl") -> Reading:
    """Return how easy a text is to read.

    Blanks (``[naam]``, ``{police}``) count as one word, and names, numbers and links are never hard. The first call
    takes some tenths of a second: it loads the libraries.
    """
    found = sentences(text)
    lengths = [len(sentence.words) for sentence in found]
    mean = sum(lengths) / len(lengths) if lengths else 0.0
    findings = [*_average(found, mean), *(one for sentence in found for one in _of_sentence(text, sentence, language))]
    return Reading(
        language=language,
        words=sum(lengths),
        sentences=len(lengths),
        mean=mean,
        longest=max(lengths, default=0),
        findings=tuple(findings),
        reasons=_reasons(findings, text, sum(lengths)),
        is_full=language in MEASURED,
    )


def _reasons(findings: Sequence[Finding], text: str, words: int) -> tuple[Hurdle, ...]:
    """Return why a text is not B1. Tone is no reason; hard words are one where they are too many."""
    hard = {text[slice(*finding.span)].lower() for finding in findings if finding.hurdle in WORDS}
    has_too_many = len(hard) > (MOST_HARD_WORDS if words >= SHORT_TEXT else 1)
    hurdles = {finding.hurdle for finding in findings} - {Hurdle.SHOUT} - (frozenset() if has_too_many else WORDS)
    return tuple(hurdle for hurdle in Hurdle if hurdle in hurdles)


def _average(found: Sequence[Sentence], mean: float) -> Iterator[Finding]:
    if len(found) >= AVERAGE_FROM and mean > MOST_ON_AVERAGE:
        whole = Span(found[0].span.start, found[-1].span.end)
        yield Finding(Hurdle.AVERAGE, whole, whole)


def _of_sentence(text: str, sentence: Sentence, language: str) -> Iterator[Finding]:
    words, span = sentence.words, sentence.span
    if len(words) > MOST_WORDS:
        yield Finding(Hurdle.SENTENCE, span, span, _cut(words, language), len(words))
    taken = tuple(phrases(text, words, language))
    for phrase in taken:
        yield Finding(phrase.hurdle, phrase.span, span, phrase.instead)
    done_to = passive(text, words, language)
    if done_to is not None:
        yield Finding(Hurdle.PASSIVE, done_to, span)
    shouted = _shouted(text, sentence)
    if shouted is not None:
        yield Finding(Hurdle.SHOUT, shouted, span)
        return  # a word in capitals looks like a name: nothing is known of it
    for place, word in enumerate(words):
        hurdle = _weigh(words, place, language)
        if hurdle is not None and not any(one.span.start <= word.span.start < one.span.end for one in taken):
            yield Finding(hurdle, word.span, span)


def _weigh(words: Sequence[Word], place: int, language: str) -> Hurdle | None:
    """Return whether a word is long or rare, None for one that is neither, or a name."""
    word = words[place]
    after = words[place + 1 : place + 2]
    has_name_after = bool(after) and after[0].is_plain and after[0].text[0].isupper()
    if not word.is_plain or is_name(word.text, is_first=place == 0, has_name_after=has_name_after):
        return None
    if is_long(word.text, language):
        return Hurdle.LONG
    return None if language not in MEASURED or is_usual(word.text, language) else Hurdle.RARE


def _cut(words: Sequence[Word], language: str) -> str:
    """Return the link word nearest to the middle before which a long sentence can be cut, "" where there is none."""
    links = listed("links", language)
    places = [place for place in range(_HALF, len(words) - _HALF) if words[place].text.lower() in links]
    best = min(places, key=lambda place: abs(place - len(words) / 2), default=None)
    return "" if best is None else words[best].text


def _shouted(text: str, sentence: Sentence) -> Span | None:
    """Return where a sentence shouts: rows of marks, or two words in a row in capitals that are no names."""
    loud = _LOUD.search(text, sentence.span.start, sentence.span.end)
    if loud is not None:
        return Span(loud.start(), loud.start() + len(loud[0].rstrip()))
    for one, other in pairwise(sentence.words):
        is_beside = not text[one.span.end : other.span.start].strip()
        is_loud = is_beside and all(
            word.is_plain and word.text.isupper() and len(word.text) > 1 for word in (one, other)
        )
        if is_loud and max(len(one.text), len(other.text)) >= 4:
            return Span(one.span.start, other.span.end)
    return None
