"""A leaflet in letters of one size: what stands where on its page, and whether it fits.

From the top: what it is, what to do when it is urgent, the rules with a tick or a cross before them, and at the foot
how to say that they were read, with the code to join.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from console.domain.welcome import Leaflet, Mark, Section
from console.papers.lines import Line
from console.papers.page import BLACK, LEADING, Colour, Page
from console.papers.qr_code import squares

INK: Final[Colour] = (27, 31, 36)
BLUE: Final[Colour] = (22, 58, 95)
GREEN: Final[Colour] = (26, 107, 60)
RED: Final[Colour] = (179, 38, 30)
WHITE: Final[Colour] = (255, 255, 255)
PALE: Final[Colour] = (237, 242, 248)

_LONGEST_TITLE: Final = 120  # characters

_HEADS: Final = {Mark.DO: GREEN, Mark.DONT: RED}
_PICTOGRAMS: Final = {Mark.DO: "do", Mark.DONT: "dont"}


@dataclass(frozen=True, slots=True)
class Shape:
    """What a page looks like, in points. ``sizes`` are those of the letters it may take, smallest first.

    ``module`` is how wide the smallest square of a code must be. ``is_card``: a picture for a telephone, with a
    coloured head; on paper that would only take ink.
    """

    width: float
    height: float
    margin: float
    sizes: tuple[float, ...]
    code: float
    module: float
    is_narrow: bool = True
    is_card: bool = False


@dataclass(frozen=True, slots=True)
class _Block:
    """Something that takes some height of the page; ``draw`` it at a height. White may come before one that gives."""

    height: float
    draw: Callable[[float], None]
    gives: bool = False


class Layout:
    """A leaflet in letters of one size; ``is_close``: with less white between its parts."""

    def __init__(self, page: Page, leaflet: Leaflet, shape: Shape, size: float, *, is_close: bool = False) -> None:
        self._air = size * (0.5 if is_close else 1)
        self._page, self._leaflet, self._shape, self._size = page, leaflet, shape, size
        self._is_rtl = leaflet.direction == "rtl"
        self._room = shape.width - 2 * shape.margin
        self._head = self._title_and_lead()
        self._blocks = [*self._call_112(), *(block for section in leaflet.sections for block in self._section(section))]
        self._foot = self._foot_and_code()

    def height_of(self, text: str) -> float:
        """Return how many points a text takes as an item."""
        return self._height(self._lines(text, self._room - self._marks), self._size)

    def fits(self) -> bool:
        """Whether all of it stands on the page."""
        return self._free() >= 0

    def draw(self) -> None:
        """Draw all of it; white that is left goes between the items."""
        giving = sum(block.gives for block in self._blocks)
        white = min(max(self._free(), 0) / max(giving, 1), self._size * 0.6)
        self._head.draw(0)
        top = self._head.height
        for block in self._blocks:
            top += white if block.gives else 0
            block.draw(top)
            top += block.height
        self._foot.draw(self._shape.height - self._foot.height)

    def _free(self) -> float:
        taken = self._head.height + sum(block.height for block in self._blocks) + self._foot.height
        return self._shape.height - taken

    # --- the parts, from the top --------------------------------------------------------------------------------------

    def _title_and_lead(self) -> _Block:
        shape, size, is_card = self._shape, self._size, self._shape.is_card
        title = self._leaflet.title
        title = title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1] + "…"
        titles, large = self._on_one_line(title, self._room, (1.6, 1.4, 1.25))
        leads = [self._lines(text, self._room) for text in self._leaflet.lead]
        over = shape.margin * (0.7 if is_card else 1)
        gap = self._air * 0.4
        height = over + self._height(titles, large) + sum(self._height(lead, size) + gap for lead in leads)

        def draw(top: float) -> None:
            if is_card:
                self._page.box(0, top, shape.width, height + gap, BLUE)
            top = self._write(titles, top + over, large, is_bold=True, colour=WHITE if is_card else BLUE)
            for lead in leads:
                top = self._write(lead, top + gap, size, colour=WHITE if is_card else INK)

        return _Block(height + gap + self._air * 0.5, draw)

    def _call_112(self) -> Iterator[_Block]:
        if not self._leaflet.call_112:
            return
        side, pad = self._size * 2, self._size * 0.3
        lines, large = self._on_one_line(self._leaflet.call_112, self._room - side - 4 * pad, (1.5, 1.3, 1.15))
        inner = max(side, self._height(lines, large))
        shape = self._shape

        def draw(top: float) -> None:
            self._page.box(shape.margin, top, self._room, inner + 2 * pad, RED, radius=self._size * 0.5)
            left = shape.margin + (self._room - side - pad if self._is_rtl else pad)
            self._page.pictogram("telephone", left, top + pad + (inner - side) / 2, side)
            down = top + pad + (inner - self._height(lines, large)) / 2
            self._write(lines, down, large, start=side + 3 * pad, is_bold=True, colour=WHITE)

        yield _Block(inner + 2 * pad, draw)

    def _section(self, section: Section) -> Iterator[_Block]:
        if not section.items:
            return
        size = self._size
        colour = _HEADS.get(section.mark, BLUE)
        if section.title:
            over = self._air * 0.8
            titles = self._bold(section.title, self._room, size * 1.2)

            def draw(top: float) -> None:
                self._write(titles, top + over, size * 1.2, is_bold=True, colour=colour)

            yield _Block(over + self._height(titles, size * 1.2), draw, gives=True)
        for number, item in enumerate(section.items, 1):
            yield self._item(item, section.mark, number)

    def _item(self, text: str, mark: Mark, number: int) -> _Block:
        size = self._size
        start = 0.0 if mark is Mark.NONE else self._marks
        lines = self._lines(text, self._room - start)
        gap = self._air * 0.28

        def draw(top: float) -> None:
            self._mark(mark, number, top + gap)
            self._write(lines, top + gap, size, start=start)

        return _Block(gap + self._height(lines, size), draw, gives=True)

    def _mark(self, mark: Mark, number: int, top: float) -> None:
        """Draw what stands before an item; a tick and a cross differ in shape as well as in colour."""
        size, right = self._size, self._shape.width - self._shape.margin
        if mark in _PICTOGRAMS:
            side = size * 1.05
            left = right - side if self._is_rtl else self._shape.margin
            self._page.pictogram(_PICTOGRAMS[mark], left, top + size * 0.06, side)
        elif mark is Mark.NUMBER:
            self._write(self._bold(f"{number}.", self._marks, size), top, size, is_bold=True, colour=BLUE)
        elif mark is Mark.DOT:
            side = size * 0.36
            left = right - side * 2 if self._is_rtl else self._shape.margin + side
            self._page.disc(left, top + size * 0.46, side, BLUE)

    def _foot_and_code(self) -> _Block:
        """How to say that it was read; for who may join, how, with the code beside it."""
        shape, size, air = self._shape, self._size, self._air
        pad, gap = size * 0.6, air * 0.3
        address = self._leaflet.link.strip()
        beside = shape.code + size * 0.5 if address else 0.0
        width = self._room - beside - 2 * pad
        large = size * (1.1 if self._leaflet.foot else 1.6)
        caption = self._bold(self._leaflet.link_caption, width, large) if address else []
        texts = [self._lines(text, width) for text in self._leaflet.foot]
        inner = self._height(caption, large) + sum(self._height(lines, size) + gap for lines in texts)
        inner -= 0 if caption or not texts else gap
        height = max(inner + 2 * air * 0.6 if inner else 0.0, shape.code if address else 0.0)

        def draw(top: float) -> None:
            top += air * 0.8
            if inner:
                left = shape.margin + (beside if self._is_rtl else 0)
                self._page.box(left, top, self._room - beside, height, PALE, radius=size * 0.5)
            down = self._write(caption, top + (height - inner) / 2, large, start=pad, is_bold=True, colour=BLUE)
            down -= 0 if caption else gap
            for lines in texts:
                down = self._write(lines, down + gap, size, start=pad)
            if address:
                self._code(address, top + (height - shape.code) / 2)

        return _Block(air * 0.8 * (height > 0) + height + shape.margin * (0.7 if shape.is_card else 1), draw)

    def _code(self, address: str, top: float) -> None:
        side = self._shape.code
        left = self._shape.margin if self._is_rtl else self._shape.width - self._shape.margin - side
        self._page.boxes(squares(address, left, top, side, self._shape.module), BLACK)
        self._page.link(left, top, side, side, address)

    # --- letters ------------------------------------------------------------------------------------------------------

    @property
    def _marks(self) -> float:
        """How wide the column of ticks and crosses is."""
        return self._size * 1.55

    def _lines(self, text: str, width: float) -> list[Line]:
        return self._page.paragraph(text, is_rtl=self._is_rtl).lines(width / self._size)

    def _bold(self, text: str, width: float, size: float) -> list[Line]:
        return self._page.paragraph(text, is_bold=True, is_rtl=self._is_rtl).lines(width / size)

    def _on_one_line(self, text: str, width: float, scales: Sequence[float]) -> tuple[list[Line], float]:
        """Return bold lines and how large their letters are: the largest that need one line, or else the smallest."""
        for scale in scales:
            lines = self._bold(text, width, self._size * scale)
            if len(lines) <= 1:
                break
        return lines, self._size * scale

    def _height(self, lines: Sequence[Line], size: float) -> float:
        return len(lines) * size * LEADING

    def _write(
        self,
        lines: Sequence[Line],
        top: float,
        size: float,
        *,
        start: float = 0,
        is_bold: bool = False,
        colour: Colour = INK,
    ) -> float:
        """Write lines so far from where the language starts to read; return where the next one comes."""
        margin, width = self._shape.margin, self._shape.width
        for line in lines:
            left = width - margin - start - line.width * size if self._is_rtl else margin + start
            self._page.write(line, left, top, size, is_bold=is_bold, colour=colour)
            top += size * LEADING
        return top
