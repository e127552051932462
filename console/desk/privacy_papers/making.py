"""Makes the papers: to read, to print, and as one message for the group."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final

from console.desk.console import Console
from console.desk.privacy_papers import templates
from console.desk.privacy_papers.facts import collect
from console.desk.table_files import write_whole
from console.domain.document import Block, Document, Words
from console.domain.group import GroupId
from console.domain.judgement import Span
from console.domain.privacy import Paper, Safeguards
from console.errors import ExpectedError
from console.papers import pages

SUFFIXES: Final = (".pdf", ".txt")

_OPEN: Final = re.compile(r"\[(?!haken\])[^\[\]\n]+\]")  # "[haken]" is how the papers speak of such places
_LONGEST_NAME: Final = 100  # characters of the name of a group, as many as WhatsApp takes: a message stays under 1,000


def paper(
    console: Console,
    kind: Paper,
    safeguards: Safeguards,
    group_id: GroupId | None = None,
    *,
    noticed_at: datetime | None = None,
) -> Document:
    """Return a paper about one group, or about all of them; what a person must fill in stands between brackets.

    ``noticed_at`` (aware) is when a breach was noticed: it says until when it may be reported. Raises
    ``ExpectedError("group_gone")``.
    """
    return templates.document(kind, collect(console, safeguards, group_id, noticed_at))


def message(console: Console, safeguards: Safeguards, group_id: GroupId) -> str:
    """Return the notice as one message for a group. Raises ``ExpectedError("group_gone")``."""
    facts = collect(console, safeguards, group_id)
    name = facts.values["group"]
    short = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"
    return templates.message(replace(facts, values={**facts.values, "group": short}))


def pdf(console: Console, document: Document) -> bytes:
    """Return a paper as PDF, on pages of A4. Takes about half a second."""
    return pages.pdf(document, console.now())


def save(console: Console, document: Document, path: Path) -> None:
    """Write a paper to a file that ends in .pdf or .txt. Raises ``ExpectedError``."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise ExpectedError("paper_kind", path=path, kinds=", ".join(SUFFIXES))
    made = as_text(document).encode() if suffix == ".txt" else pdf(console, document)
    write_whole(path, lambda part: part.write_bytes(made))


def as_text(document: Document) -> str:
    """Return a paper as plain text, to change in any program: a row of a table is a line for each of its cells."""
    parts = [[document.title, *_paragraphs(document.lead)]]
    parts += [[part.heading, *_paragraphs(part.blocks)] for part in document.parts]
    return "\n\n\n".join("\n\n".join(part) for part in parts) + "\n"


def open_places(text: str) -> tuple[Span, ...]:
    """Return where a person must fill something in, brackets included, in order. Pure."""
    return tuple(Span(*found.span()) for found in _OPEN.finditer(text))


def _paragraphs(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Words):
            yield f"- {block.text}" if block.is_item else block.text
        else:
            for row in block.rows:
                yield "\n".join(f"{name}: {cell}" for name, cell in zip(block.columns, row, strict=True))
