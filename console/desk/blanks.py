"""Blanks in a text that an administrator may send: words in square brackets, ``[naam]``. Pure."""

import re
from collections.abc import Mapping
from typing import Final

from console.domain.judgement import Span

# A few words on one line. "[HIC]" in a text of one's own is a blank too, and asks to be looked at; the number of a line
# of the ledger ("[BC-12]") is none.
_BLANK: Final = re.compile(r"(?P<space> ?)\[(?!BC-\d+\])(?P<name>[^\W\d_][^\[\]\n]{0,59})\]")
_BLANK_AND_STOP: Final = re.compile(_BLANK.pattern + r"(?P<stop>\.?)")
_ROUND: Final = str.maketrans("[]", "()")
_UNSEEN: Final = re.compile("[\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069\u200e\u200f]")
_BLANK_LINES: Final = re.compile(r"\n{3,}")
_SPACES_AT_END: Final = re.compile(r"[ \t]+(?=\n)")


def open_blanks(text: str) -> tuple[Span, ...]:
    """Return where a text still has blanks, brackets included, in order."""
    return tuple(Span(match.end("space"), match.end()) for match in _BLANK.finditer(text))


def fill(text: str, values: Mapping[str, str]) -> str:
    """Return a text with the blanks that ``values`` names filled, the others left open.

    A value is filled in as it is, but for square brackets: those of a group's name become round, so that they are no
    blank. An empty value takes the space before it along: "Hoi [naam]," becomes "Hoi,". A value that ends a sentence
    takes the full stop after it along: "[vraag]." becomes "Wie weet het?".
    """

    def words(blank: re.Match[str]) -> str:
        value = values.get(blank["name"])
        if value is None:
            return blank[0]
        stop = "" if value.endswith((".", "?", "!")) else blank["stop"]
        return blank["space"] + value.translate(_ROUND) + stop if value else blank["stop"]

    return _BLANK_AND_STOP.sub(words, text)


def preview(text: str) -> str:
    """Return a text as its reader will see it: no space at its ends, no rows of empty lines, no marks nobody sees."""
    lines = _SPACES_AT_END.sub("", _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))
    return _BLANK_LINES.sub("\n\n", lines).strip()
