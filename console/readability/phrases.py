"""Finds figures of speech, and words of offices for which there are plain ones. Pure.

The lists are data (``resources/onboarding/plain_words.toml`` and ``figures_of_speech.toml``). In a pattern, ``*`` at
the end of a word stands for any ending, a loose ``*`` for one to three words, and ``/`` for either.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from console.domain.judgement import Span
from console.domain.readability import Hurdle
from console.readability.lists import tree
from console.readability.sentences import Word

_LISTS: Final = {Hurdle.OFFICIAL: "plain_words", Hurdle.FIGURE: "figures_of_speech"}
_PLAIN: Final = "="  # of what only looks like such a phrase: "iets slechts"
_KEY: Final = 3  # letters of its first word under which a phrase is found


class Phrase(NamedTuple):
    """What was found, and what may stand there instead ("" where nothing plain says the same)."""

    hurdle: Hurdle
    span: Span
    instead: str


def phrases(text: str, words: Sequence[Word], language: str) -> Iterator[Phrase]:
    """Give every phrase of the lists of a language that begins at one of these words; the longest at each place."""
    known, end = _known(language), 0
    for word in words:
        if word.span.start < end:
            continue
        for hurdle, phrase, instead in known.get(word.text[:_KEY].lower(), ()):
            found = _pattern(phrase).match(text, word.span.start)
            if found:
                end = found.end()
                if instead != _PLAIN:
                    yield Phrase(hurdle, Span(found.start(), end), instead)
                break


@cache
def _known(language: str) -> Mapping[str, Sequence[tuple[Hurdle, str, str]]]:
    """Return the phrases by how their first word begins, the longest first."""
    found = defaultdict(list)
    for hurdle, name in _LISTS.items():
        say: Mapping[str, str] = tree(name).get(language, {}).get("say", {})
        for phrase, instead in say.items():
            for choice in phrase.split()[0].split("/"):
                found[choice[:_KEY].rstrip("*")].append((hurdle, phrase, instead))
    return {key: sorted(entries, key=lambda entry: -len(entry[1])) for key, entries in found.items()}


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    """Return what finds a phrase; made when its first word is met, for hundreds at once take a while."""
    return re.compile(rf"{_regex(phrase)}(?![^\W_])", re.IGNORECASE)


def _regex(phrase: str) -> str:
    return r"\s+".join(_word(word) for word in phrase.split())


def _word(word: str) -> str:
    if word == "*":
        return r"\w+(?:\s+\w+){0,2}"
    choices = (re.escape(choice).replace(r"\*", r"\w*") for choice in word.split("/"))
    return f"(?:{'|'.join(choices)})"
