"""The text of an HTML mail. Nothing in it is loaded, run or drawn; what it costs grows with its length only."""

import html
import re
from collections.abc import Iterator
from typing import Final

LONGEST: Final = 500_000  # characters

_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,15})")
_UNSEEN: Final = frozenset({"script", "style", "head", "title", "noscript", "template", "svg", "object", "iframe"})
_LINES: Final = frozenset(
    ("br", "p", "div", "tr", "li", "ul", "ol", "table", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre")
)
_CELLS: Final = frozenset({"td", "th"})


def text_of(markup: str) -> str:
    """Return what a person would read: a line for each line, a tab between the cells of a table.

    The parser of the standard library is not used: on text made to be slow it takes minutes.
    """
    lines = html.unescape("".join(_pieces(markup[:LONGEST]))).split("\n")
    shown = ("\t".join(" ".join(cell.split()) for cell in line.split("\t")).strip() for line in lines)
    return "\n".join(line for line in shown if line)


def _pieces(markup: str) -> Iterator[str]:
    place = 0
    while (start := markup.find("<", place)) >= 0:
        yield _on_one_line(markup[place:start])
        if markup.startswith("<!--", start):
            place = _behind(markup, "-->", start)
            continue
        tag = _TAG.match(markup, start)
        if tag is None and markup[start + 1 : start + 2] not in ("!", "?"):
            yield "<"
            place = start + 1
            continue
        name = tag[2].lower() if tag else ""
        place = _behind(markup, ">", start)
        if name in _UNSEEN and tag is not None and not tag[1]:
            end = re.compile(rf"</{name}", re.IGNORECASE).search(markup, place)
            place = _behind(markup, ">", end.start()) if end else len(markup)
        elif name in _CELLS:
            yield "\t"
        elif name in _LINES:
            yield "\n"
    yield _on_one_line(markup[place:])


def _behind(markup: str, mark: str, start: int) -> int:
    found = markup.find(mark, start)
    return len(markup) if found < 0 else found + len(mark)


def _on_one_line(text: str) -> str:
    return text.replace("\r", " ").replace("\n", " ").replace("\t", " ")
