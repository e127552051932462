"""The recovery sheet: a page of A4 with a code in large letters, to print and keep away from the computer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from console.papers.page import BLACK, LEADING, MM, Colour, Page

_WIDTH: Final = 210 * MM
_HEIGHT: Final = 297 * MM
_MARGIN: Final = 20 * MM
_ROOM: Final = _WIDTH - 2 * _MARGIN
_COLUMNS: Final = 3
_ROW: Final = 26 * MM  # height of a row of groups
_TITLE, _HEADING, _PLAIN, _SMALL, _CODE = 22, 15, 13, 10, 30  # points
_PALE: Final[Colour] = (237, 242, 248)
_GREY: Final[Colour] = (90, 96, 104)


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """What stands on it: the groups of the code, and paragraphs before and after it, some under a heading."""

    title: str
    lead: str
    groups: Sequence[str]
    below: str
    sections: Sequence[tuple[str, Sequence[str]]]
    language: str


def pdf(sheet: RecoverySheet, made_at: datetime) -> bytes:
    """Return the sheet as a PDF of one page. ``made_at`` is aware."""
    with Page(_WIDTH, _HEIGHT, title=sheet.title, language=sheet.language, made_at=made_at) as page:
        top = _MARGIN
        top = _write(page, sheet.title, top, _TITLE, is_bold=True) + 4 * MM
        top = _write(page, sheet.lead, top, _PLAIN) + 6 * MM
        top = _write_code(page, sheet.groups, top) + 3 * MM
        top = _write(page, sheet.below, top, _PLAIN, is_bold=True) + 4 * MM
        for heading, paragraphs in sheet.sections:
            top = _write(page, heading, top + 3 * MM, _HEADING, is_bold=True) + 1 * MM
            for paragraph in paragraphs:
                top = _write(page, paragraph, top, _PLAIN) + 2 * MM
        return page.finished()


def _write_code(page: Page, groups: Sequence[str], top: float) -> float:
    """Write the groups in rows of three, each with its number, and return where they end."""
    width = _ROOM / _COLUMNS
    for place, group in enumerate(groups):
        left, upper = _MARGIN + place % _COLUMNS * width, top + place // _COLUMNS * _ROW
        page.box(left + 1 * MM, upper + 1 * MM, width - 2 * MM, _ROW - 2 * MM, _PALE, radius=2 * MM)
        (number,) = page.paragraph(f"{place + 1}").lines(width)
        page.write(number, left + 4 * MM, upper + 2.5 * MM, _SMALL, colour=_GREY)
        (line,) = page.paragraph(group, is_bold=True).lines(width)
        middle = upper + (_ROW - _CODE * LEADING) / 2
        page.write(line, left + (width - line.width * _CODE) / 2, middle + 1 * MM, _CODE, is_bold=True)
    return top + -(-len(groups) // _COLUMNS) * _ROW


def _write(page: Page, text: str, top: float, size: float, *, is_bold: bool = False) -> float:
    """Write a paragraph and return where it ends."""
    for line in page.paragraph(text, is_bold=is_bold).lines(_ROOM / size):
        page.write(line, _MARGIN, top, size, is_bold=is_bold, colour=BLACK)
        top += size * LEADING
    return top
