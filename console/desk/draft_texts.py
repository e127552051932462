"""Reads the drafts that the program ships (``resources/drafts/{nl,en}.toml``)."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Final, NamedTuple

from console.assets import resource
from console.domain.draft import Place, Tone

GENERAL: Final = "general"


class Shipped(NamedTuple):
    """A shipped draft: the key under which it stands, and its words."""

    key: str
    text: str


@cache
def _tree(language: str) -> Mapping[str, Any]:
    return tomllib.loads(resource("drafts", f"{language}.toml").read_text(encoding="utf-8"))


@cache
def draft_keys(language: str) -> tuple[str, ...]:
    """Return the keys of all drafts in a language, as they stand in the file."""
    return tuple(_tree(language)["drafts"])


def shipped(keys: Iterable[str], place: Place, tone: Tone, language: str) -> Shipped:
    """Return the first draft that there is for a place, of the keys in order and at last the general one."""
    drafts = _tree(language)["drafts"]
    key = next(key for key in (*keys, GENERAL) if place in drafts.get(key, {}))
    return Shipped(key, drafts[key][place][tone].strip())


def word(table: str, key: str, language: str) -> str | None:
    """Return an entry of another table of the file, such as the rule that a flag is about; None when it has none."""
    return _tree(language)[table].get(key)  # type: ignore[no-any-return]
