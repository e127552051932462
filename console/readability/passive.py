"""Finds sentences that do not say who does it. Pure; precision first: "de buurman wordt zestig" is no passive.

Dutch: a form of "worden" and a participle in one clause, or one of "zijn" with "door". English: "to be" with a
participle and "by".
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from console.domain.judgement import Span
from console.readability.lists import listed
from console.readability.sentences import Word

_WITHOUT_GE: Final = re.compile(r"(?:be|ver|ont|her)[a-z]{3,}[dt]|[a-zï]{3,}eerd")
_ENGLISH: Final = re.compile(r"[a-z]{2,}ed")


def passive(text: str, words: Sequence[Word], language: str) -> Span | None:
    """Return where a sentence is passive, from its verb to its participle; None where it says who does it."""
    find = {"nl": _dutch, "en": _english}.get(language)
    for clause in _clauses(text, words) if find else ():
        found = find([word.text.lower() if word.is_plain else "" for word in clause]) if find else None
        if found:
            first, last = sorted(found)
            return Span(clause[first].span.start, clause[last].span.end)
    return None


def _clauses(text: str, words: Sequence[Word]) -> Iterator[list[Word]]:
    """Give the words between two commas."""
    clause: list[Word] = []
    for word in words:
        if clause and re.search("[,;:()]", text[clause[-1].span.end : word.span.start]):
            yield clause
            clause = []
        clause.append(word)
    if clause:
        yield clause


def _dutch(words: list[str]) -> tuple[int, int] | None:
    becomes = next((place for place, word in enumerate(words) if word in listed("passive_nl", "becomes")), None)
    done = [place for place, word in enumerate(words) if _is_participle(word)]
    if becomes is not None and done:
        return becomes, done[-1]
    is_ = next((place for place, word in enumerate(words) if word in listed("passive_nl", "is")), None)
    done = [place for place in done if words[place] not in listed("passive_nl", "moves")]
    return (is_, done[-1]) if is_ is not None and done and "door" in words else None


def _is_participle(word: str) -> bool:
    if word in listed("passive_nl", "look_alikes"):
        return False
    return word in listed("passive_nl", "strong") or bool(_with_ge().fullmatch(word) or _WITHOUT_GE.fullmatch(word))


@cache
def _with_ge() -> re.Pattern[str]:
    fronts = "|".join(sorted(listed("passive_nl", "fronts")))
    return re.compile(rf"(?:{fronts})?ge[a-zëï]{{2,}}(?:d|t|en|gaan|daan|zien)")


def _english(words: list[str]) -> tuple[int, int] | None:
    """Find "is ... seen by": "by" right behind the participle, and no hour or means behind that."""
    is_ = next((place for place, word in enumerate(words) if word in listed("passive_en", "is")), None)
    for place in range((is_ or 0) + 1, len(words) - 1) if is_ is not None else ():
        is_by = words[place + 1] == "by" and not ({*words[place + 2 : place + 3]} & listed("passive_en", "by_what"))
        if is_by and (words[place] in listed("passive_en", "strong") or _ENGLISH.fullmatch(words[place])):
            return is_ or 0, place
    return None
