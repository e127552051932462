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
def _patterns() -> tuple[re.Pattern[str], ...]:
    jobs = "|".join(re.escape(word) for words in _tree()["jobs"].values() for word in sorted(words, key=len)[::-1])
    small = "|".join(map(re.escape, _tree()["particles"]))
    greets = "|".join(re.escape(word) for word in sorted(_tree()["greets"], key=len)[::-1])
    job, name = rf"(?P<job>(?i:{jobs}))\b", rf"(?P<name>{_NAME}(?:\s(?:{small}|{_NAME})){{0,4}})"
    greet, mine = rf"(?<!\w)(?i:{greets})\b[\s,.!\-–]*(?i:van\s)?", r"(?i:uw\s|jullie\s|de\s)?"
    gap = r"[\s,\-–(/|]{0,4}"
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"{greet}{gap}{name}{gap}{mine}{job}[^.!?\n]{{0,40}}\W*$",  # Groet, Peter, wijkagent Kralingen
            rf"{greet}{gap}{mine}{job}(?:\s(?!{small}\b)[a-zà-þ]+)?[\s,]{{0,2}}{name}[^.!?\n]{{0,40}}\W*$",  # Groet, wijkagent Peter
            rf"[.!?\n]\s*[\-–]*\s*{name}{gap}{mine}{job}[^.!?\n]{{0,40}}\W*$",  # ... Peter, wijkagent
            rf"^\W*{mine}{job}\s{name}\s*(?:(?i:hier))?\s*[:,\-–]",  # Wijkagent Fatima:
            rf"^\W*(?i:hier(?:\sis)?|u spreekt met|met)\s{mine}{job}\s{name}",  # Hier wijkagent Fatima
            rf"^\W*{name},\s{mine}{job}\b[^.!?\n:]{{0,30}}:",  # Fatima, wijkagent:
            rf"(?i:^|[.!,]\s?|\b(?:hoi|hallo|dag|goedemorgen|goedemiddag|goedenavond)\b[^.!?]{{0,20}}\s)"
            rf"(?i:mijn naam is)\s{name}[^.!?]{{0,60}}?\b{mine}{job}",  # Mijn naam is Fatima, ik ben uw wijkagent
            rf"(?i:\bik ben)\s{name},?\s(?:en\s)?(?:(?i:ik ben)\s)?(?:(?i:de|uw|jullie)\s)(?:(?i:nieuwe)\s)?{job}",
            rf"(?i:\bik ben (?:uw|jullie|de nieuwe)\s(?:nieuwe\s)?){job}(?P<name>)",
            rf"(?i:\bik ben (?:de\s)?){job}\s(?i:van|in|voor)\b(?P<name>)",
            rf"^\W*{mine}{job}(?:\s{_NAME})?\s(?i:hier)\b(?P<name>)",  # Wijkagent hier
        )
    )


def signed(text: str, author: str) -> Signature | None:
    """Return who signs a message as a professional, when that may be its author; None when nobody does."""
    begin, end = text[:_READ], text[-_READ:].rstrip()
    if any(word in fold(text[:_READ]).text for word in _tree()["forwards"]):
        return None
    for pattern in _patterns():
        part = begin if pattern.pattern.startswith("^") else end if pattern.pattern.endswith("$") else text[:600]
        found = pattern.search(part)
        if found is not None and _may_be(
            found["name"], author, is_own="ik ben" in found[0].lower() or "hier" in found[0].lower()
        ):
            return Signature(
                found["name"], _jobs()[fold(found["job"]).text], " ".join(found[0].split()).strip(" .,!:-–")
            )
    return None


def _may_be(name: str, author: str, *, is_own: bool) -> bool:
    """Return whether a name that signs may be the author's; without one he must speak of himself."""
    if not name:
        return is_own
    if _NUMBER.fullmatch(author):
        return True
    known = set(re.findall(r"\w+", fold(author).text))
    return any(part in known for part in re.findall(r"\w+", fold(name).text) if part not in _tree()["particles"])
