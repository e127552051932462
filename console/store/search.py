"""What a person typed in the search field, as an expression that FTS5 always understands."""

import re
import unicodedata
from typing import Final

_MAX_WORDS: Final = 32  # more than anybody types; a pasted page should not cost a second
_NOT_TEXT: Final = re.compile("[\0\ud800-\udfff]")


def search_query(text: str) -> str | None:
    """Return an expression for ``messages_fts MATCH ?`` that finds messages with every word; never raises.

    The last word may be unfinished. Everything is quoted, so nothing a person types is an operator of FTS5
    (``design/security.md`` C5). None when there is no letter or digit to search for.
    """
    words = [word for word in _NOT_TEXT.sub(" ", text).split() if any(map(_is_indexed, word))][:_MAX_WORDS]
    if not words:
        return None
    return " ".join('"' + word.replace('"', '""') + '"' for word in words) + "*"


def _is_indexed(character: str) -> bool:
    """Whether the tokenizer unicode61 makes words of it: letters, digits and private characters."""
    return unicodedata.category(character)[0] in "LN" or unicodedata.category(character) == "Co"
