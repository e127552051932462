"""The lists of words that the meter reads (``resources/onboarding``)."""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from console.assets import resource


@cache
def tree(name: str) -> Mapping[str, Any]:
    """Return one of the files, by its name without ``.toml``."""
    return tomllib.loads(resource("onboarding", f"{name}.toml").read_text(encoding="utf-8"))


@cache
def listed(table: str, name: str) -> frozenset[str]:
    """Return one list of ``sentences.toml``; nothing for a language that it has no list of."""
    return frozenset(tree("sentences")[table].get(name, "").split())
