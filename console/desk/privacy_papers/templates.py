"""Reads ``resources/privacy`` and fills it in. Pure but for the files.

A file has a ``title``, a ``lead`` and ``parts``; the lead and each part hold blocks: a ``text``, a list of ``items``,
or ``columns`` with ``rows``. What has ``when`` stands there only where that holds, with ``unless`` only where it does
not; a row with ``each`` stands there once for everything of that kind. ``{blanks}`` are filled in, ``[these]`` are for
a person.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from console.assets import resource
from console.domain.document import Block, Document, Part, Table, Words
from console.domain.privacy import Paper

LANGUAGE: Final = "nl"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known: ``values`` for the blanks, ``lists`` for rows that repeat, and which ``conditions`` hold."""

    values: Mapping[str, str]
    lists: Mapping[str, Sequence[Mapping[str, str]]]
    conditions: Mapping[str, bool]


def document(paper: Paper, facts: Facts) -> Document:
    """Return a paper, filled in. Raises ``KeyError`` for a blank or condition of which nothing is known."""
    tree = _tree(paper.value)
    return Document(
        title=_filled(tree["title"], facts.values),
        language=LANGUAGE,
        lead=tuple(_blocks(tree["lead"], facts)),
        parts=tuple(
            Part(_filled(part["heading"], facts.values), tuple(_blocks(part["blocks"], facts)))
            for part in tree["parts"]
            if _holds(part, facts)
        ),
        foot=words()["foot"]["page"],
    )


def message(facts: Facts) -> str:
    """Return the notice as one message of a chat."""
    return "\n\n".join(_lines(_tree(Paper.NOTICE.value)["message"], facts))


@cache
def words() -> Mapping[str, Any]:
    """Return the words for what is filled in (``words.toml``)."""
    return _tree("words")


@cache
def _tree(name: str) -> Mapping[str, Any]:
    return tomllib.loads(resource("privacy", f"{name}.toml").read_text(encoding="utf-8"))


def _blocks(blocks: Sequence[Mapping[str, Any]], facts: Facts) -> Iterator[Block]:
    for block in blocks:
        if not _holds(block, facts):
            continue
        if "text" in block:
            yield Words(_filled(block["text"], facts.values))
        elif "items" in block:
            yield from (Words(text, is_item=True) for text in _lines(block["items"], facts))
        else:
            rows = tuple(_rows(block["rows"], facts))
            widths = block.get("widths", [1] * len(block["columns"]))
            yield Table(tuple(block["columns"]), rows, tuple(map(float, widths)))


def _lines(lines: Sequence[str | Mapping[str, Any]], facts: Facts) -> Iterator[str]:
    """Yield those lines that hold; one without a condition may be no more than its words."""
    for line in lines:
        if isinstance(line, str):
            yield _filled(line, facts.values)
        elif _holds(line, facts):
            yield _filled(line["text"], facts.values)


def _rows(rows: Sequence[Any], facts: Facts) -> Iterator[tuple[str, ...]]:
    for row in rows:
        if not isinstance(row, Mapping):
            yield _cells(row, facts.values)
        elif _holds(row, facts):
            own: Sequence[Mapping[str, str]] = facts.lists[row["each"]] if "each" in row else ({},)
            yield from (_cells(row["cells"], {**facts.values, **values}) for values in own)


def _cells(cells: Sequence[str], values: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(_filled(cell, values) for cell in cells)


def _filled(text: str, values: Mapping[str, str]) -> str:
    return text.format_map(values)


def _holds(entry: Mapping[str, Any], facts: Facts) -> bool:
    holds = facts.conditions
    return ("when" not in entry or holds[entry["when"]]) and ("unless" not in entry or not holds[entry["unless"]])
