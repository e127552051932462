"""Which column of a sheet tells what: the words that people put above it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from console import texts
from console.chats.table_rows import MAX_COLUMNS
from console.desk.sheet_cells import Reader, text
from console.judge.normalise import fold


@dataclass(frozen=True, slots=True)
class Field:
    """What a sheet may tell. ``headings`` are words that people put above it, in small letters, without accents.

    ``title`` is the sentence of its name in ``resources/text``, "sheets.<name>" unless told otherwise.
    """

    name: str
    headings: tuple[str, ...]
    reader: Reader = text
    is_required: bool = False
    key: str = ""

    def title(self, language: str) -> str:
        """Return its name for a person."""
        return texts.say(self.key or f"sheets.{self.name}", language)


def best_columns(headings: Sequence[str], fields: Sequence[Field]) -> dict[str, int]:
    """Give every column to the field that it fits best; the surest first, each column and each field once."""
    folded = [" ".join(fold(heading).text.rstrip(":?* ").split()) for heading in headings[:MAX_COLUMNS]]
    fits = sorted(
        (-known, column, place)
        for place, field in enumerate(fields)
        for column, heading in enumerate(folded)
        if heading and (known := fit(heading, field.headings))
    )
    found: dict[str, int] = {}
    for _, column, place in fits:
        if fields[place].name not in found and column not in found.values():
            found[fields[place].name] = column
    return found


def fit(heading: str, known: Iterable[str]) -> int:
    """Return how sure a heading names a field: the same words, then the longest known words that it has in it."""
    if heading in known:
        return 1000
    padded = f" {''.join(c if c.isalnum() or c in '+-' else ' ' for c in heading)} "
    return max((len(word) for word in known if f" {word} " in padded), default=0)
