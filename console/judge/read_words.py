"""Whether somebody says that he read the rules, in the words of ``resources/lexicon/read.toml``. Pure: text in.

A sentence says so when every word of it is a word of that list, the writer's own name or the number of a house, and one
of them says "read". What stands before it may be a greeting; what he says in sentences after it is his own affair.
A question never says so.
"""

import re
import tomllib
from collections.abc import Set
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from console.assets import resource
from console.judge.normalise import fold

LONGEST: Final = 300  # characters; whoever writes more says more than this
_GREETING_WORDS: Final = 4
_MOST_SIGNS: Final = 40  # characters of an answer without words
_QUESTION: Final = re.compile("[?؟]")
_SENTENCE: Final = re.compile(r"[.!…\n]+")
_CLAUSE: Final = re.compile(r"[,;:()،؛]|\s-\s")
_WORD: Final = re.compile(r"[^\W\d_]+|\d+[a-z]?\b|\d+")
_HOUSE: Final = re.compile(r"[1-9]\d{0,2}[a-z]?", re.ASCII)
_EMERGENCY: Final = "112"
_LOOKS: Final = str.maketrans("", "", "\ufe0f\u200d\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")


@dataclass(frozen=True, slots=True)
class _Language:
    """The words of one language, each as a tuple of words, folded: those that say it, and all that may stand there.

    ``of_self`` need one of ``self`` in the clause.
    """

    read: Set[tuple[str, ...]]
    every: Set[tuple[str, ...]]
    self: Set[tuple[str, ...]]
    of_self: Set[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Words:
    languages: tuple[_Language, ...]
    any_read: re.Pattern[str]
    rules: Set[str]
    hello: Set[str]
    bye: Set[str]
    answers: tuple[str, ...]
    objections: tuple[str, ...]


def says_read(text: str, author: str = "") -> bool:
    """Return whether somebody (``author``, as the chat names him) says that he read what he was sent."""
    words = _words()
    if len(text) > LONGEST or _QUESTION.search(text) or any(sign in text for sign in words.objections):
        return False
    folded = fold(text).text
    if not words.any_read.search(folded):  # as for nearly every message: the rest takes a hundred times as long
        return False
    name = frozenset(_WORD.findall(fold(author).text))
    return any(_says(folded, language, words, name) for language in words.languages)


def names_rules(text: str) -> bool:
    """Return whether a text says of rules that it is about them, so that it answers no other message."""
    return not _words().rules.isdisjoint(_WORD.findall(fold(text).text))


def is_answer(text: str) -> bool:
    """Return whether a message is nothing but a thumb or its like, which says it right under the rules only."""
    if len(text) > _MOST_SIGNS:
        return False
    bare = "".join(text.translate(_LOOKS).split()).strip(".!")
    signs = _words().answers
    return bare != "" and (bare in signs or set(bare) <= {sign for sign in signs if len(sign) == 1})


def _says(text: str, language: _Language, words: _Words, name: Set[str]) -> bool:
    for sentence in _SENTENCE.split(text):
        is_read = False
        for clause in filter(None, map(_WORD.findall, _CLAUSE.split(sentence))):
            if clause[0] in words.bye:
                return is_read
            if clause[0] in words.hello and len(clause) <= _GREETING_WORDS:
                continue
            known = _known(clause, language, name)
            if known is None or not _is_own(known, language):
                return False
            is_read = is_read or any(one in language.read for one in known)
        if is_read:
            return True
    return False


def _is_own(known: list[tuple[str, ...]], language: _Language) -> bool:
    """Whether a clause is no order to others: "read the rules" is one, "I read the rules" is none."""
    about = any(one in language.of_self for one in known)
    return not about or any(one in language.self for one in known)


def _known(clause: list[str], language: _Language, name: Set[str]) -> list[tuple[str, ...]] | None:
    """Return the words of a clause, those that belong together as one; None where one of them may mean anything."""
    known: list[tuple[str, ...]] = []
    rest = clause
    while rest:
        together = (tuple(rest[:length]) for length in (3, 2, 1))
        found = next((one for one in together if one in language.every), None)
        if found is None and (rest[0] in name or (_HOUSE.fullmatch(rest[0]) and rest[0] != _EMERGENCY)):
            found = (rest[0],)
        if found is None:
            return None
        known.append(found)
        rest = rest[len(found) :]
    return known


@cache
def _words() -> _Words:
    tree = tomllib.loads(resource("lexicon", "read.toml").read_text(encoding="utf-8"))
    anywhere = tree.pop("anywhere")["with"]
    lists = {key: tree.pop(key) for key in ("hello", "bye", "answers", "objections")}
    languages = tuple(_language(entry, anywhere) for entry in tree.values())
    hello, bye = (frozenset(fold(word).text for word in lists[key]) for key in ("hello", "bye"))
    firsts = sorted({phrase[0] for language in languages for phrase in language.read})
    any_read = re.compile("|".join(map(re.escape, firsts)))
    rules = frozenset(fold(word).text for entry in tree.values() for word in entry["rules"])
    return _Words(languages, any_read, rules, hello, bye, tuple(lists["answers"]), tuple(lists["objections"]))


def _language(entry: dict[str, Any], anywhere: list[str]) -> _Language:
    def phrases(key: str, *more: str) -> frozenset[tuple[str, ...]]:
        return frozenset(tuple(_WORD.findall(fold(words).text)) for words in (*entry.get(key, ()), *more))

    read, of_self = phrases("read"), phrases("of_self")
    beside = phrases("with", *anywhere, *entry["rules"])
    return _Language(read, read | of_self | beside, phrases("self"), of_self)
