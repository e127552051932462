"""Reads the drafts that the program ships (``resources/drafts``), and says which of them fits a judgement."""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from fnmatch import fnmatchcase
from functools import cache
from typing import Any, Final, NamedTuple

from console.assets import resource
from console.domain.draft import Place, Tone
from console.domain.judgement import Category, Flag, Judgement, Reason

GENERAL: Final = "general"
LANGUAGES: Final = ("nl", "en")


class Shipped(NamedTuple):
    """A shipped draft: the key under which it stands, and its words."""

    key: str
    text: str


@cache
def _tree(name: str) -> Mapping[str, Any]:
    return tomllib.loads(resource("drafts", f"{name}.toml").read_text(encoding="utf-8"))


def shipped(keys: Iterable[str], place: Place, tone: Tone, language: str) -> Shipped:
    """Return the first draft that there is for a place, of the keys in order and at last the general one."""
    drafts = _tree(language)["drafts"]
    key = next(key for key in (*keys, GENERAL) if place in drafts.get(key, {}))
    return Shipped(key, drafts[key][place][tone])


def key_for(judgement: Judgement, reason: Reason | None, *, is_over: bool) -> str:
    """Return the key of the draft that fits a reason of a judgement; the general one for none.

    ``is_over`` is whether what was going on when the message came must be over by now.
    """
    if reason is None:
        return GENERAL
    # What a person said of a message names no answer to the guide's test; its kind still decides.
    rule = f"stigma.{judgement.stigma}.said" if reason.rule == "stigma.said" else reason.rule
    choice = _tree("choice")
    key: str = next((key for pattern, key in choice["rules"] if fnmatchcase(rule, pattern)), GENERAL)
    if is_over:
        key = choice["over"].get(key, key)
    elif reason.flag is Flag.PERSONAL_DATA and judgement.category is Category.URGENT:
        key = choice["urgent"].get(key, key)
    return key


def key_of_rung(rung: str | None) -> str | None:
    """Return the key of the draft that a step of the ladder has of its own, None when it has none."""
    key: str | None = _tree("choice")["rung"].get(rung)
    return key


def key_of_verb(verb: str) -> str | None:
    """Return the key of the draft that an action has of its own, None when it has none."""
    key: str | None = _tree("choice")["verb"].get(verb)
    return key


def key_of_talk(*, is_called: bool) -> str:
    """Return the key of the draft that closes a talk of an alarm, in which somebody called 112 or nobody said so."""
    key: str = _tree("choice")["talk"]["called" if is_called else "other"]
    return key


def subjects() -> frozenset[Category]:
    """Return what a question to a professional can be about; of the rest a person says what it is."""
    return frozenset(Category(name) for name in _tree("choice")["subjects"])


def words(table: str, language: str) -> Mapping[str, str]:
    """Return one of the small tables of a language: ``blanks``, ``purposes``, ``rules``, ``where``, ``rewrite``."""
    found: Mapping[str, str] = _tree(language)[table]
    return found


def named(values: Mapping[str, str], language: str) -> dict[str, str]:
    """Return values under the names that their blanks have in a language."""
    blanks = words("blanks", language)
    return {blanks[key]: value for key, value in values.items()}


def told_day(day: date, language: str) -> str:
    """Return a day in words: "zaterdag 14 november"."""
    dates = _tree(language)["dates"]
    return f"{dates['days'][day.weekday()]} {day.day} {dates['months'][day.month - 1]}"
