"""One page of A4, in the largest letters that let all of it fit."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from math import inf
from typing import Final

from console.papers.lines import Line
from console.papers.page import MM, Page

_WIDTH: Final = 210 * MM
_HEIGHT: Final = 297 * MM
_MARGIN: Final = 16 * MM
_ROOM: Final = _WIDTH - 2 * _MARGIN  # how wide a row is
_LEADING: Final = 1.35  # height of a row, in letters
_SIZES: Final = tuple(half / 2 for half in range(12, 23))  # points: 6 up to 11
_MOST_CHARACTERS: Final = 25_000  # more than a page holds in the smallest letters; measuring it would take long


class Style(StrEnum):
    """How a row looks."""

    TITLE = "title"
    HEADING = "heading"
    PLAIN = "plain"
    ITEM = "item"  # its lead stands before it, in bold; the next rows of it begin below its first word
    EMPTY = "empty"  # half a row of white


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph; it takes as many rows of the page as it needs. ``lead`` is the number of an item."""

    text: str = ""
    style: Style = Style.PLAIN
    lead: str = ""


class DoesNotFitError(Exception):
    """The text is too long for one page, also in the smallest letters that people can read."""


def one_page(title: str, rows: Sequence[Row], language: str, made_at: datetime) -> bytes:
    """Return a PDF of one page. ``title`` stands in its properties only; ``made_at`` is aware.

    Takes about half a second. Raises ``DoesNotFitError``.
    """
    if sum(len(row.text) for row in rows) > _MOST_CHARACTERS:
        raise DoesNotFitError
    with Page(_WIDTH, _HEIGHT, title=title, language=language, made_at=made_at) as page:
        measured = [_Measured(page, row) for row in rows]
        fitting = bisect_left(_SIZES, 1, key=lambda size: not _fits(measured, size))  # how many sizes are small enough
        if not fitting:
            raise DoesNotFitError
        _write(page, measured, _SIZES[fitting - 1])
        return page.finished()


class _Measured:
    """A row whose words were measured."""

    def __init__(self, page: Page, row: Row) -> None:
        self.style = row.style
        self.is_bold = row.style in {Style.TITLE, Style.HEADING}
        self.scale = 1.25 if row.style is Style.TITLE else 1.0
        self.text = page.paragraph(row.text, is_bold=self.is_bold)
        self.lead = page.paragraph(row.lead, is_bold=True).lines(inf)

    def lines(self, size: float, leads: float) -> list[Line]:
        """Return the lines in letters of so many points, beside a column for the leads."""
        left = leads if self.style is Style.ITEM else 0.0
        return self.text.lines((_ROOM - left) / (size * self.scale))

    def height(self, size: float, leads: float) -> float:
        """Return how many points it takes; also a row without words takes one."""
        if self.style is Style.EMPTY:
            return size * _LEADING / 2
        return max(len(self.lines(size, leads)), 1) * size * self.scale * _LEADING


def _leads(rows: Sequence[_Measured], size: float) -> float:
    """Return how wide the column of numbers is."""
    widest = max((line.width for row in rows if row.style is Style.ITEM for line in row.lead), default=0.0)
    return min((widest + 1) * size, _ROOM / 3)


def _fits(rows: Sequence[_Measured], size: float) -> bool:
    leads = _leads(rows, size)
    return sum(row.height(size, leads) for row in rows) <= _HEIGHT - 2 * _MARGIN


def _write(page: Page, rows: Sequence[_Measured], size: float) -> None:
    top, leads = _MARGIN, _leads(rows, size)
    for row in rows:
        left = _MARGIN
        if row.style is Style.ITEM:
            left += leads
            for line in row.lead:
                page.write(line, _MARGIN, top, size, is_bold=True)
        letters = size * row.scale
        for number, line in enumerate(row.lines(size, leads)):
            page.write(line, left, top + number * letters * _LEADING, letters, is_bold=row.is_bold)
        top += row.height(size, leads)
