"""Who signs as a professional: "Groet, Peter, wijkagent Kralingen", "Wijkagent Fatima: ...". Pure.

Somebody may pass on what a professional wrote, signature and all. So the name that signs must be one of the author's
own, or the author be known by his number only.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any, Final, NamedTuple

from console.assets import resource
from console.judge.normalise import fold

_READ: Final = 160  # characters at either end of a message, where one signs
_NAME: Final = r"[A-ZÀ-Þ][\w'’\-]{1,20}"
_WORD: Final = re.compile(r"\w+")
_NUMBER: Final = re.compile(r"[+~\s\d().\-\u00a0\u202f]*\d[\s\d().\-\u00a0\u202f]{5,}")


class Signature(NamedTuple):
    """Who signs. ``job`` is a kind of work (``domain.professional.Job``), ``name`` "" where he gives none."""

    name: str
    job: str
    words: str


@cache
def _tree() -> Mapping[str, Any]:
    tree: dict[str, Any] = tomllib.loads(resource("lexicon", "feedback.toml").read_text(encoding="utf-8"))
    return tree["signature"]  # type: ignore[no-any-return]


@cache
def _jobs() -> Mapping[str, str]:
    """Return the kind of work for each word by which somebody signs."""
    return {fold(word).text: job for job, words in _tree()["jobs"].items() for word in words}


@cache
def _a_job() -> re.Pattern[str]:
    words = (re.escape(word) for words in _tree()["jobs"].values() for word in words)
    return re.compile("|".join(words), re.IGNORECASE)


class _Pattern(NamedTuple):
    """A way to sign: where it is looked for, and whether he who signs so speaks of himself."""

    where: str
    expression: re.Pattern[str]
    is_own: bool = False


@cache
def _patterns() -> tuple[_Pattern, ...]:
    jobs = "|".join(re.escape(word) for words in _tree()["jobs"].values() for word in sorted(words, key=len)[::-1])
    small = "|".join(map(re.escape, _tree()["particles"]))
    greets = "|".join(re.escape(word) for word in sorted(_tree()["greets"], key=len)[::-1])
    job, name = rf"(?P<job>(?i:{jobs}))\b", rf"(?P<name>{_NAME}(?:(?:\s(?:{small}))*\s{_NAME}){{0,3}})"
    greet, mine = rf"(?<!\w)(?i:{greets})\b[\s,.!\-–]*(?i:van\s)?", r"(?i:uw\s|jullie\s|de\s)?"
    gap, rest = r"[\s,\-–(/|]{0,4}", r"[^.!?\n]{0,40}\W*$"
    hello = r"^\W*(?:(?i:hoi|hallo|dag|beste|goedemorgen|goedemiddag|goedenavond)\b[^.!?]{0,20}[\s,.!]+)?"
    return tuple(
        _Pattern(where, re.compile(expression), *is_own)
        for where, expression, *is_own in (
            ("end", rf"{greet}{gap}{name}{gap}{mine}{job}{rest}"),  # Groet, Peter, wijkagent Kralingen
            ("end", rf"{greet}{gap}{mine}{job}(?:\s(?!{small}\b)[a-zà-þ]+)?[\s,]{{0,2}}{name}{rest}"),
            ("end", rf"[.!?\n]\s*[\-–]*\s*{name}\s*[,\n(/|–-]\s*{mine}{job}{rest}"),  # ... Peter, wijkagent
            ("begin", rf"^\W*{mine}{job}\s{name}\s*(?i:hier)?\s*[:,\-–]"),  # Wijkagent Fatima:
            ("begin", rf"{hello}(?i:hier(?:\sis)?|u spreekt met|met)\s{mine}{job}\s{name}"),  # Hier wijkagent Fatima
            ("begin", rf"{hello}(?i:hier(?:\sis)?|u spreekt met|met)\s{name},?\s{mine}{job}"),  # Hier Fatima, wijkagent
            ("begin", rf"{hello}{name}\s(?i:hier),?\s{mine}{job}"),  # Fatima hier, wijkagent
            ("begin", rf"^\W*{name},\s{mine}{job}\b[^.!?\n:]{{0,30}}:"),  # Fatima, wijkagent:
            ("begin", rf"(?i:mijn naam is)\s{name}[^.!?]{{0,60}}?\b{mine}{job}"),
            ("begin", rf"(?i:\bik ben)\s{name},?\s(?:en\s)?(?i:ik ben\s)?(?i:de|uw|jullie)\s(?i:nieuwe\s)?{job}"),
            ("begin", rf"(?i:\bik ben (?:uw|jullie|de nieuwe)\s(?:nieuwe\s)?){job}(?P<name>)", True),
            ("begin", rf"(?i:\bik ben (?:de\s)?){job}\s(?i:van|in|voor)\b(?P<name>)", True),
            ("begin", rf"^\W*{mine}{job}(?:\s{_NAME})?\s(?i:hier)\b(?P<name>)", True),  # Wijkagent hier
        )
    )


def signed(text: str, author: str) -> Signature | None:
    """Return who signs a message as a professional, when that may be its author; None when nobody does."""
    parts = {"begin": text[:_READ], "end": text[-_READ:].rstrip()}
    if not any(_a_job().search(part) for part in parts.values()):
        return None
    if any(word in fold(parts["begin"]).text for word in _tree()["forwards"]):
        return None
    for pattern in _patterns():
        found = pattern.expression.search(parts[pattern.where])
        if found is not None and (pattern.is_own or _may_be(found["name"], author)):
            words = " ".join(found[0].split()).strip(" .,!:-–")
            return Signature(found["name"], _jobs()[fold(found["job"]).text], words)
    return None


def _may_be(name: str, author: str) -> bool:
    """Return whether a name that signs may be the author's."""
    if _NUMBER.fullmatch(author):
        return True
    known = set(_WORD.findall(fold(author).text))
    return any(part in known for part in _WORD.findall(fold(name).text) if part not in _tree()["particles"])
