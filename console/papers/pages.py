"""A text on as many pages of A4 as it needs, each with its number. Its letters do not shrink.

A heading stands on the page of what it is about, a row of a table on one page where it can, and the names of the
columns above the rows of every page.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import zip_longest
from typing import Final

from console.domain.document import Block, Document, Table, Words
from console.papers.lines import Line
from console.papers.page import BLACK, MM, Colour, Page

_WIDTH: Final = 210 * MM
_HEIGHT: Final = 297 * MM
_MARGIN: Final = 18 * MM
_FOOT: Final = 10 * MM  # for the number of the page, above the margin
_ROOM: Final = _WIDTH - 2 * _MARGIN
_BODY: Final = _HEIGHT - 2 * _MARGIN - _FOOT  # how high the text of a page is

_SIZE: Final = 9.5  # of the letters, in points
_TITLE: Final = 17.0
_HEADING: Final = 12.0
_SMALL: Final = 8.0  # the foot
_LEADING: Final = 1.4  # height of a row, in letters
_GAP: Final = 6.0  # between paragraphs
_INDENT: Final = 12.0  # of an item
_PAD: Final = 4.0  # around the words of a cell
_LINE: Final = 0.6
_MOST_TOGETHER: Final = _BODY / 3
_TO_FILL_IN: Final = 3  # rows of an empty cell, for a pen
_MOST_ROWS: Final = 24  # of a cell on one page, so that a long one is cut and no page stays half empty

_INK: Final[Colour] = (22, 58, 95)
_GREY: Final[Colour] = (150, 158, 168)
_PALE: Final[Colour] = (237, 242, 248)


def pdf(document: Document, made_at: datetime) -> bytes:
    """Return the document as PDF. ``made_at`` is aware. Takes about half a second."""
    with Page(_WIDTH, _HEIGHT, title=document.title, language=document.language, made_at=made_at) as page:
        pages = list(_divided(_pieces(page, document)))
        for number, pieces in enumerate(pages, start=1):
            if number > 1:
                page.next_page()
            _draw(pieces)
            _write_foot(page, document.title, document.foot.format(page=number, pages=len(pages)))
        return page.finished()


@dataclass(frozen=True, slots=True)
class _Piece:
    """What cannot be cut; ``draw`` it at a height. ``above`` is the white over it, but for the top of a page.

    ``keeps``: it stands on the page of the next piece. ``head`` comes above it where a page begins with it.
    """

    height: float
    draw: Callable[[float], None]
    above: float = 0.0
    keeps: bool = False
    head: "_Piece | None" = None


# --- what stands on which page --------------------------------------------------------------------------------------


def _divided(pieces: Iterable[_Piece]) -> Iterator[list[_Piece]]:
    """Yield the pieces of every page."""
    page: list[_Piece] = []
    left = _BODY
    for together in _together(pieces):
        height = sum(piece.above + piece.height for piece in together)
        if page and height > left:
            yield page
            head = together[0].head
            page = [head] if head is not None else []
            left = _BODY - sum(piece.height for piece in page)
        page += together
        left -= height
    yield page


def _together(pieces: Iterable[_Piece]) -> Iterator[list[_Piece]]:
    """Yield the pieces that stand on one page together, never much of a page."""
    group: list[_Piece] = []
    for piece in pieces:
        group.append(piece)
        if not piece.keeps or sum(one.height for one in group) > _MOST_TOGETHER:
            yield group
            group = []
    if group:
        yield group


def _draw(pieces: Sequence[_Piece]) -> None:
    top = _MARGIN
    for number, piece in enumerate(pieces):
        top += piece.above if number else 0
        piece.draw(top)
        top += piece.height


def _write_foot(page: Page, title: str, number: str) -> None:
    top = _HEIGHT - _MARGIN - _SMALL
    right = page.paragraph(number).lines(_ROOM / _SMALL)
    taken = max((line.width for line in right), default=0.0) * _SMALL
    for line in right[:1]:
        page.write(line, _WIDTH - _MARGIN - taken, top, _SMALL, colour=_INK)
    for line in page.paragraph(title).lines((_ROOM - taken - _INDENT) / _SMALL)[:1]:
        page.write(line, _MARGIN, top, _SMALL, colour=_INK)


# --- the pieces, from the top ---------------------------------------------------------------------------------------


def _pieces(page: Page, document: Document) -> Iterator[_Piece]:
    yield from _headed(page, document.title, _TITLE, above=0)
    yield from _blocks(page, document.lead)
    for part in document.parts:
        yield from _headed(page, part.heading, _HEADING, above=2.5 * _GAP)
        yield from _blocks(page, part.blocks)


def _headed(page: Page, text: str, size: float, *, above: float) -> Iterator[_Piece]:
    for line in page.paragraph(text, is_bold=True).lines(_ROOM / size):
        yield _row(page, line, _MARGIN, size, above=above, is_bold=True, keeps=True)
        above = 0


def _blocks(page: Page, blocks: Sequence[Block]) -> Iterator[_Piece]:
    for block, after in zip_longest(blocks, blocks[1:]):
        if isinstance(block, Table):
            yield from _table(page, block)
        elif block is not None:
            yield from _words(page, block, keeps=isinstance(after, Table))


def _words(page: Page, words: Words, *, keeps: bool) -> Iterator[_Piece]:
    """Yield the lines of a paragraph; with ``keeps`` it stands above the table that it tells of."""
    left = _INDENT if words.is_item else 0.0
    above = _GAP / 2 if words.is_item else _GAP
    lines = page.paragraph(words.text).lines((_ROOM - left) / _SIZE)
    for number, line in enumerate(lines):
        first = number == 0
        piece = _row(
            page, line, _MARGIN + left, _SIZE, above=above if first else 0, keeps=keeps or (first and len(lines) > 1)
        )
        yield replace(piece, draw=_dotted(page, piece.draw)) if first and words.is_item else piece


def _row(
    page: Page, line: Line, left: float, size: float, *, above: float, is_bold: bool = False, keeps: bool = False
) -> _Piece:
    colour = _INK if is_bold else BLACK

    def draw(top: float) -> None:
        page.write(line, left, top, size, is_bold=is_bold, colour=colour)

    return _Piece(size * _LEADING, draw, above=above, keeps=keeps)


def _dotted(page: Page, draw: Callable[[float], None]) -> Callable[[float], None]:
    side = _SIZE * 0.35

    def both(top: float) -> None:
        page.disc(_MARGIN + side, top + (_SIZE * _LEADING - side) / 2 - 0.5, side, _INK)
        draw(top)

    return both


# --- tables ---------------------------------------------------------------------------------------------------------


def _table(page: Page, table: Table) -> Iterator[_Piece]:
    whole = sum(table.widths)
    widths = tuple(_ROOM * width / whole for width in table.widths)
    head = _cells(page, _lines(page, table.columns, widths, is_bold=True), widths, rows=1, is_head=True)
    yield replace(head, above=_GAP, keeps=True)
    for number, row in enumerate(table.rows):
        is_alone = number == 0 and len(table.rows) > 1  # one row and the rest on the next page looks like the end
        yield from (replace(piece, keeps=is_alone) for piece in _table_row(page, row, widths, head))


def _table_row(page: Page, row: Sequence[str], widths: Sequence[float], head: _Piece) -> Iterator[_Piece]:
    lines = _lines(page, row, widths)
    least = _TO_FILL_IN if "" in row else 1
    for start in range(0, max(map(len, lines)) or 1, _MOST_ROWS):
        part = [cell[start : start + _MOST_ROWS] for cell in lines]
        yield replace(_cells(page, part, widths, rows=least), head=head)


def _lines(page: Page, cells: Sequence[str], widths: Sequence[float], *, is_bold: bool = False) -> list[list[Line]]:
    return [
        page.paragraph(text, is_bold=is_bold).lines((width - 2 * _PAD) / _SIZE)
        for text, width in zip(cells, widths, strict=True)
    ]


def _cells(
    page: Page, cells: Sequence[Sequence[Line]], widths: Sequence[float], *, rows: int, is_head: bool = False
) -> _Piece:
    """Return a row of a table, at least so many lines of words high."""
    height = max(rows, *map(len, cells)) * _SIZE * _LEADING + 2 * _PAD

    def draw(top: float) -> None:
        if is_head:
            page.box(_MARGIN, top, _ROOM, height, _PALE)
        page.boxes(_frame(top, height, widths), _GREY)
        left = _MARGIN
        for lines, width in zip(cells, widths, strict=True):
            for number, line in enumerate(lines):
                down = top + _PAD + number * _SIZE * _LEADING
                page.write(line, left + _PAD, down, _SIZE, is_bold=is_head, colour=_INK if is_head else BLACK)
            left += width

    return _Piece(height, draw)


def _frame(top: float, height: float, widths: Sequence[float]) -> Iterator[tuple[float, float, float, float]]:
    yield _MARGIN, top, _ROOM, _LINE
    yield _MARGIN, top + height - _LINE, _ROOM + _LINE, _LINE
    left = _MARGIN
    for width in (*widths, 0.0):
        yield left, top, _LINE, height
        left += width
