"""Puts words on paper: one page of A4 as PDF, in the largest letters that let all of it fit.

The letters travel in the file (DejaVu Sans, ``resources/fonts``), so that it looks the same on every computer.
"""

import unicodedata
import warnings
from bisect import bisect_left
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from console.assets import resource

if TYPE_CHECKING:
    from fpdf.fpdf import FPDF

_FONT: Final = "DejaVuSans"
_MARGIN: Final = 16.0  # mm
_SIZES: Final = tuple(half / 2 for half in range(12, 23))  # points: 6 up to 11
_MM_PER_POINT: Final = 25.4 / 72
_LEADING: Final = 1.35  # height of a row, in letters
_NO_SIGN: Final = "\ufffd"
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
    with closing(_Page(title, language, made_at)) as page:
        rows = [Row(page.printable(row.text), row.style, page.printable(row.lead)) for row in rows]
        fitting = bisect_left(_SIZES, 1, key=lambda size: not page.fits(rows, size))  # how many sizes are small enough
        if not fitting:
            raise DoesNotFitError
        return page.set(rows, _SIZES[fitting - 1])


class _Page:
    """One page of A4, upright."""

    def __init__(self, title: str, language: str, made_at: datetime) -> None:
        warnings.filterwarnings("ignore", "Pillow could not be imported")  # there are no pictures in it
        from fpdf.fonts import TTFFont
        from fpdf.fpdf import FPDF  # half a second that few calls need

        self._pdf = pdf = FPDF(format="A4")
        pdf.set_margin(_MARGIN)
        pdf.set_auto_page_break(auto=False, margin=_MARGIN)
        pdf.add_font(_FONT, "", resource("fonts", "DejaVuSans.ttf"))
        pdf.add_font(_FONT, "B", resource("fonts", "DejaVuSans-Bold.ttf"))
        pdf.set_title(title)
        pdf.set_lang(language)
        pdf.set_creation_date(made_at)
        pdf.add_page()
        pdf.set_font(_FONT, size=_SIZES[0])
        self._fonts = [font for font in pdf.fonts.values() if isinstance(font, TTFFont)]
        self._known = self._fonts[0].cmap

    def close(self) -> None:
        """Let go of the files of the letters."""
        for font in self._fonts:
            font.ttfont.close()

    def printable(self, text: str) -> str:
        """Return a text with only what these letters can show: no pictures, and a mark for what they lack."""
        return "".join(map(self._sign, unicodedata.normalize("NFC", text))).strip()

    def _sign(self, character: str) -> str:
        if character.isspace():
            return " "
        kind = unicodedata.category(character)
        if ord(character) in self._known and kind not in {"Cc", "Cf"}:
            return character
        return "" if kind in {"So", "Sk", "Mn", "Me", "Cc", "Cf", "Cs"} else _NO_SIGN

    def fits(self, rows: Sequence[Row], size: float) -> bool:
        """Whether all rows stand on the page in letters of so many points."""
        return self._height(rows, size, is_dry=True) <= self._pdf.eph

    def set(self, rows: Sequence[Row], size: float) -> bytes:
        """Write the rows, and return the file."""
        self._height(rows, size, is_dry=False)
        return bytes(self._pdf.output())

    def _height(self, rows: Sequence[Row], size: float, *, is_dry: bool) -> float:
        """Return how many millimetres the rows take; write them unless ``is_dry``."""
        pdf, top = self._pdf, self._pdf.t_margin
        height = size * _MM_PER_POINT * _LEADING
        leads = self._leads(rows, size)
        for row in rows:
            pdf.set_font(_FONT, "B" if row.style in {Style.TITLE, Style.HEADING} else "", size * _scale(row.style))
            if row.style is Style.EMPTY:
                top += height / 2
                continue
            if row.style is Style.ITEM and not is_dry:
                self._lead(row.lead, top, leads, height, size)
            left = leads if row.style is Style.ITEM else 0.0
            pdf.set_xy(pdf.l_margin + left, top)
            top += _paragraph(pdf, pdf.epw - left, height * _scale(row.style), row.text, is_dry=is_dry)
        return top - self._pdf.t_margin

    def _leads(self, rows: Sequence[Row], size: float) -> float:
        """Return how wide the column of numbers is."""
        self._pdf.set_font(_FONT, "B", size)
        widest = max((self._pdf.get_string_width(row.lead) for row in rows if row.style is Style.ITEM), default=0.0)
        return min(widest + size * _MM_PER_POINT, self._pdf.epw / 3)

    def _lead(self, text: str, top: float, width: float, height: float, size: float) -> None:
        self._pdf.set_font(_FONT, "B", size)
        self._pdf.set_xy(self._pdf.l_margin, top)
        self._pdf.cell(width, height, text)
        self._pdf.set_font(_FONT, "", size)


def _scale(style: Style) -> float:
    return 1.25 if style is Style.TITLE else 1.0


def _paragraph(pdf: "FPDF", width: float, height: float, text: str, *, is_dry: bool) -> float:
    """Write a paragraph where the page stands, or only measure it; return its height."""
    from fpdf.enums import Align, MethodReturnValue

    taken = pdf.multi_cell(
        width, height, text, align=Align.L, dry_run=is_dry, output=MethodReturnValue.HEIGHT, padding=0
    )
    return max(float(taken), height)  # type: ignore[arg-type]  # with this output it is a number
