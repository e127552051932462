"""Tables for a person who reads them as plain text, and for a program that reads them as JSON."""

from collections.abc import Sequence
from dataclasses import dataclass

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns. ``name`` is its key in JSON; a cell of None is one where there was nothing to count."""

    name: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def as_text(self) -> str:
        """Return the table as lines: the first column to the left, the others to the right."""
        cells = [self.columns, *(tuple(map(_as_text, row)) for row in self.rows)]
        widths = [max(len(row[place]) for row in cells) for place in range(len(self.columns))]
        return "\n".join([self.title, *(_line(row, widths) for row in cells)]) + "\n"

    def as_json(self) -> list[dict[str, Cell]]:
        """Return one object a row."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    first = f"  {row[0]:<{widths[0]}}"
    rest = (f"{cell:>{width}}" for cell, width in zip(row[1:], widths[1:], strict=True))
    return "  ".join([first, *rest]).rstrip()


def _as_text(cell: Cell) -> str:
    if cell is None:
        return "-"
    return f"{cell:.3f}" if isinstance(cell, float) else str(cell)
