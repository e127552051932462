"""Finds figures of speech, and words of offices for which there are plain ones. Pure.

The lists are data (``resources/onboarding/plain_words.toml`` and ``figures_of_speech.toml``). In a pattern, ``*`` at
the end of a word stands for any ending, and a loose ``*`` for one to three words.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

from console.domain.judgement import Span
from console.domain.readability import Hurdle
from console.readability.lists import tree

_LISTS: Final = {Hurdle.OFFICIAL: "plain_words", Hurdle.FIGURE: "figures_of_speech"}


class Phrase(NamedTuple):
    """What was found, and what may stand there instead ("" where nothing plain says the same)."""

    hurdle: Hurdle
    span: Span
    instead: str


def phrases(text: str, language: str) -> Iterator[Phrase]:
    """Give every phrase of the lists of a language that stands in a text, in order of the lists."""
    for hurdle in _LISTS:
        pattern, instead = _patterns(hurdle, language)
        for found in pattern.finditer(text) if pattern else ():
            yield Phrase(hurdle, Span(*found.span()), instead[(found.lastindex or 1) - 1])


@cache
def _patterns(hurdle: Hurdle, language: str) -> tuple[re.Pattern[str] | None, tuple[str, ...]]:
    """Return one pattern with a group for each phrase of a list, and what may stand in the place of each."""
    say: Mapping[str, str] = tree(_LISTS[hurdle]).get(language, {}).get("say", {})
    if not say:
        return None, ()
    longest_first = sorted(say, key=len, reverse=True)
    pattern = "|".join(f"({_regex(phrase)})" for phrase in longest_first)
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE), tuple(say[one] for one in longest_first)


def _regex(phrase: str) -> str:
    return r"\s+".join(_word(word) for word in phrase.split())


def _word(word: str) -> str:
    if word == "*":
        return r"\w+(?:\s+\w+){0,2}"
    choices = (re.escape(choice).replace(r"\*", r"\w*") for choice in word.split("/"))
    return f"(?:{'|'.join(choices)})"
