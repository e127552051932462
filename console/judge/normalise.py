"""One spelling for what people type in many: folded text that remembers where every character came from.

Lower case, accents, full-width letters, curly quotes, zero-width characters and soft hyphens are evened out, so that
one rule finds "Één", "een" and "e\\u00aden". Digits that stand for letters are left alone: a house number is no word.
Pure; may be called from any thread.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from console.domain.judgement import Span

_QUOTES = str.maketrans(
    {"‘": "'", "’": "'", "´": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‐": "-", "‑": "-"}
)
# Marks that change nothing a reader sees: accents after decomposition, and format characters such as U+200B or U+00AD.
_UNSEEN = frozenset({"Mn", "Me", "Cf"})

# One ligature stands for eighteen letters; a text of those would grow past what may be read in time, and says nothing.
_LONGEST: Final = 4


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    """Return what one character becomes: nothing, one character or several (``ß`` becomes ``ss``)."""
    plain = unicodedata.normalize("NFKD", character.translate(_QUOTES)).casefold()
    if len(plain) > _LONGEST:
        return character
    return "".join(part for part in plain if unicodedata.category(part) not in _UNSEEN)


@dataclass(frozen=True, slots=True)
class Folded:
    """A text and its folded form. ``origins[i]`` is the index in ``original`` of ``text[i]``; None means the same."""

    original: str
    text: str
    origins: tuple[int, ...] | None

    def span(self, start: int, end: int) -> Span:
        """Return where a non-empty stretch of the folded text stands in the original, in characters."""
        if self.origins is None:
            return Span(start, end)
        return Span(self.origins[start], self.origins[end - 1] + 1)

    def as_written(self, start: int, end: int) -> str:
        """Return a stretch of the folded text as it was typed."""
        return self.original[slice(*self.span(start, end))]


def fold(text: str) -> Folded:
    """Return the folded form of a text. Never raises, also not on lone surrogates or NUL."""
    if text.isascii():
        return Folded(text, text.lower().replace("`", "'"), None)
    pieces = [_fold_character(character) for character in text]
    folded = "".join(pieces)
    if len(folded) == len(text) and all(map(len, pieces)):
        return Folded(text, folded, None)
    origins = tuple(index for index, piece in enumerate(pieces) for _ in piece)
    return Folded(text, folded, origins)
