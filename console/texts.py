"""Sentences for people that the console itself speaks, in Dutch and English, kept in ``resources/text/*.toml``.

The window has its own translations (Qt); these are the sentences that the command line needs too.
"""

import tomllib
from functools import cache
from typing import Final

from console.assets import resource

LANGUAGES: Final = ("nl", "en")
DEFAULT_LANGUAGE: Final = "nl"


@cache
def _catalogue(language: str) -> dict[str, str]:
    tree = tomllib.loads(resource("text", f"{language}.toml").read_text(encoding="utf-8"))
    return {f"{section}.{key}": text for section, entries in tree.items() for key, text in entries.items()}


def say(key: str, language: str = DEFAULT_LANGUAGE, **values: object) -> str:
    """Return the sentence ``section.name`` in a language with its ``{blanks}`` filled.

    Raises ``KeyError`` for a key or blank that does not exist: that is a mistake in the program, not of its user.
    """
    return _catalogue(language if language in LANGUAGES else DEFAULT_LANGUAGE)[key].format(**values)
