"""The rules of the catalogue and their words: ``resources/onboarding``, one file for each language."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from console.assets import resource
from console.domain.judgement import Flag
from console.domain.welcome import LANGUAGES, Rule


@dataclass(frozen=True, slots=True)
class Words:
    """All words for members in one language, each section as its file has it, the ``{blanks}`` open.

    ``name`` is the language in itself ("العربية"), ``direction`` "ltr" or "rtl". ``is_checked``: somebody whose mother
    tongue it is read them before they were shipped. ``agenda`` are the items of a first meeting.
    ``blanks`` are what stands between square brackets where a person must fill it in; ``dates`` has ``days`` from
    Monday, ``months`` from January, and how a moment is ``told``.
    """

    language: str
    name: str
    direction: str
    is_checked: bool
    rules: Mapping[str, str] = field(repr=False)
    variants: Mapping[str, str] = field(repr=False)
    frame: Mapping[str, str] = field(repr=False)
    purposes: Mapping[str, str] = field(repr=False)
    expectations: Mapping[str, str] = field(repr=False)
    who_is_in: Mapping[str, str] = field(repr=False)
    where_to_report: Mapping[str, str] = field(repr=False)
    texts: Mapping[str, str] = field(repr=False)
    kick_off: Mapping[str, str] = field(repr=False)
    agenda: tuple[str, ...] = field(repr=False)
    jobs: Mapping[str, str] = field(repr=False)
    blanks: Mapping[str, str] = field(repr=False)
    dates: Mapping[str, Any] = field(repr=False)


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules in the order of ``domain/onboarding.md``."""
    tree = tomllib.loads(resource("onboarding", "rules.toml").read_text(encoding="utf-8"))
    return tuple(_rule(entry) for entry in tree["rules"])


@cache
def words(language: str) -> Words:
    """Return the words of one of ``LANGUAGES``. Raises ``ValueError`` for another."""
    if language not in LANGUAGES:
        raise ValueError(f"no words for members in {language!r}")
    tree = tomllib.loads(resource("onboarding", f"{language}.toml").read_text(encoding="utf-8"))
    agenda = tuple(tree["kick_off"].pop("items"))
    return Words(language=language, agenda=agenda, **tree)


def _rule(entry: Mapping[str, Any]) -> Rule:
    return Rule(
        id=entry["id"],
        number=entry["number"],
        profiles=frozenset(entry["profiles"]),
        is_dont=entry["is_dont"],
        weight=entry["weight"],
        source=entry["source"],
        prevents=frozenset(Flag(name) for name in entry["prevents"]),
        needs=frozenset(entry["needs"]),
    )
