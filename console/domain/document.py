"""A text of several pages: parts under a heading, with paragraphs, items and tables."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph on its own, or an item of a list."""

    text: str
    is_item: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of as many cells as there are columns; an empty cell is to be filled in by hand.

    ``widths`` are those of the columns beside each other.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]


Block = Words | Table


@dataclass(frozen=True, slots=True)
class Part:
    """What stands under one heading."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole text. ``foot`` stands under every page, with the blanks ``{page}`` and ``{pages}``."""

    title: str
    language: str
    lead: tuple[Block, ...]
    parts: tuple[Part, ...]
    foot: str
