"""Breaks a paragraph into lines and puts their words in the order in which they are seen, from the left.

Arabic runs from the right and the numbers in it from the left: which sign runs where is the bidirectional algorithm of
Unicode (UAX 9), over the whole paragraph; what stands first on a line is found again for each line.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

Measure = Callable[[str, bool], float]
"""How wide a text is in letters of size 1; the second value says whether it runs from the right."""

_RIGHT_TO_LEFT: Final = frozenset({"R", "AL"})
ISOLATES: Final = "\u2066\u2067\u2068\u2069"  # keep words of another direction apart; nothing to draw
_NARROWEST: Final = 0.2  # of a sign, in letters: it says how many can stand on a line at most
# 0900-8844, 14 010 and 1-12-2026 19:30: between Arabic words their parts change places.
_NUMBER: Final = re.compile(r"\+?\d+(?:[ .:/,-]\d+)+")
_BREAK: Final = re.compile(r" +(?!\d)")  # not before a number: "bel 112" and "14 010" stay on one line


@dataclass(frozen=True, slots=True)
class Run:
    """Signs of a line that run in one direction, in the order in which they are read."""

    text: str
    is_rtl: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a paragraph: its runs as seen from the left, and its width in letters of size 1."""

    runs: tuple[Run, ...]
    width: float


@dataclass(frozen=True, slots=True)
class _Sign:
    character: str
    level: int  # of embedding: odd runs from the right


@dataclass(frozen=True, slots=True)
class _Word:
    signs: tuple[_Sign, ...]
    width: float
    gap: int = 0  # level of the space before it


class Paragraph:
    """A text, measured once, that can be broken for any width. ``is_rtl`` is the direction of the page it stands on."""

    def __init__(self, text: str, measure: Measure, *, is_rtl: bool = False) -> None:
        self._measure = measure
        signs = _signs(text, is_rtl=runs_right_to_left(text, is_rtl))
        self._words = [self._word(part, gap) for part, gap in _split(signs)]
        self._space = measure(" ", False)  # a space runs nowhere

    def lines(self, width: float) -> list[Line]:
        """Return the lines for a width in letters of size 1; a word that is wider is broken. None for no words."""
        lines: list[Line] = []
        row: list[_Word] = []
        taken = 0.0
        for word in self._pieces(width):
            with_word = taken + self._space + word.width if row else word.width
            if row and with_word > width:
                lines.append(self._line(row, taken))
                row, with_word = [], word.width
            row.append(word)
            taken = with_word
        return [*lines, self._line(row, taken)] if row else lines

    def _word(self, signs: Sequence[_Sign], gap: int = 0) -> _Word:
        return _Word(tuple(signs), sum(self._measure(run.text, run.is_rtl) for run in _runs(signs)), gap)

    def _pieces(self, width: float) -> Iterator[_Word]:
        """Yield the words, those that are too wide in pieces."""
        for word in self._words:
            if word.width <= width:
                yield word
                continue
            rest, left = word.signs, word.width
            while left > width and len(rest) > 1:
                piece = self._beginning(rest, word.gap, width)
                yield piece
                rest, left = rest[len(piece.signs) :], left - piece.width
            if rest:
                yield self._word(rest)

    def _beginning(self, signs: tuple[_Sign, ...], gap: int, width: float) -> _Word:
        """Return as many of the signs as fit in a width, and at least one."""
        counts = range(1, min(len(signs), int(width / _NARROWEST) + 1) + 1)
        fitting = bisect_right(counts, width, key=lambda count: self._word(signs[:count]).width)
        return self._word(signs[: max(fitting, 1)], gap)

    def _line(self, words: Sequence[_Word], width: float) -> Line:
        signs = [*words[0].signs]
        for word in words[1:]:
            signs += [_Sign(" ", word.gap), *word.signs]
        return Line(tuple(_runs(signs)), width)


def runs_right_to_left(text: str, is_rtl: bool) -> bool:
    """Whether a paragraph runs from the right on a page that does so or not.

    It follows the page, unless none of its letters do: a Dutch rule on an Arabic page, an Arabic one on a Dutch page.
    """
    kinds = {unicodedata.bidirectional(character) for character in text}
    others = {"L"} if is_rtl else _RIGHT_TO_LEFT
    own = _RIGHT_TO_LEFT if is_rtl else {"L"}
    return is_rtl if own & kinds or not others & kinds else not is_rtl


def _signs(text: str, *, is_rtl: bool) -> list[_Sign]:
    """Return the signs that are drawn, each with its level."""
    if not is_rtl and not any(unicodedata.bidirectional(sign) in {*_RIGHT_TO_LEFT, "AN"} for sign in text):
        return [_Sign(sign, 0) for sign in text if sign not in ISOLATES]
    from fpdf.bidi import BidiParagraph
    from fpdf.enums import TextDirection

    base = TextDirection.RTL if is_rtl else TextDirection.LTR
    text = _NUMBER.sub(lambda found: f"\u2066{found[0]}\u2069", text)
    found = BidiParagraph(text, base_direction=base).get_characters_with_embedding_level()
    return [_Sign(sign.character, sign.embedding_level) for sign in found if sign.character not in ISOLATES]


def _split(signs: Sequence[_Sign]) -> Iterator[tuple[Sequence[_Sign], int]]:
    """Yield the words, each with the level of the space before it."""
    text = "".join(sign.character for sign in signs)
    start = gap = 0
    for space in _BREAK.finditer(text):
        if space.start() > start:
            yield signs[start : space.start()], gap
        start, gap = space.end(), signs[space.start()].level
    if start < len(signs):
        yield signs[start:], gap


def _runs(signs: Iterable[_Sign]) -> list[Run]:
    """Return the runs of a line as seen from the left (UAX 9, rule L2)."""
    runs = [
        (level, "".join(sign.character for sign in group)) for level, group in groupby(signs, lambda sign: sign.level)
    ]
    odd = [level for level, _ in runs if level % 2]
    for level in range(max((level for level, _ in runs), default=0), min(odd, default=1) - 1, -1):
        runs = _turned(runs, level)
    return [Run(text, level % 2 == 1) for level, text in runs]


def _turned(runs: Sequence[tuple[int, str]], level: int) -> list[tuple[int, str]]:
    """Return the runs, with those of this level and deeper the other way round wherever they stand together."""
    turned: list[tuple[int, str]] = []
    for is_deep, group in groupby(runs, lambda run: run[0] >= level):
        together = list(group)
        turned += reversed(together) if is_deep else together
    return turned
