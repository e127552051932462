"""The cards beside the rules: what to expect of professionals, who is in the group, where to report what, the kick-off.

One leaflet for the message, the picture and the paper. A person mends its text line by line, and all three follow.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

from sqlalchemy import select

from console.desk import who_is_in
from console.desk.console import Console
from console.desk.welcome import expectations, kick_off, where_to_report
from console.desk.welcome.tool_marks import bold, plain
from console.desk.who_is_in import Naming
from console.domain.group import GroupId, Tool
from console.domain.professional import ProfessionalId
from console.domain.welcome import Leaflet, Mark, Section, Told
from console.errors import ExpectedError
from console.store.tables import groups

_POINTS: Final = "-–•*✓✗"


class CardKind(StrEnum):
    """Which card."""

    EXPECTATIONS = "expectations"
    WHO_IS_IN = "who_is_in"
    WHERE_TO_REPORT = "where_to_report"
    KICK_OFF = "kick_off"


@dataclass(frozen=True, slots=True)
class Card:
    """A card, and the tool in which its group reads it."""

    leaflet: Leaflet
    tool: Tool


def card(
    console: Console,
    group_id: GroupId,
    kind: CardKind,
    language: str,
    *,
    professional_id: ProfessionalId | None = None,
    naming: Naming = Naming.FIRST_NAMES,
) -> Card:
    """Return a card of a group in one of ``LANGUAGES``, of what is known now. Raises ``ExpectedError("group_gone")``.

    ``professional_id`` is of whom the expectations are (None: of all of them), ``naming`` how administrators are named.
    """
    if kind is CardKind.EXPECTATIONS:
        leaflet = expectations.leaflet(console, group_id, language, professional_id)
    elif kind is CardKind.WHO_IS_IN:
        leaflet = who_is_in.leaflet(console, group_id, language, naming)
    elif kind is CardKind.WHERE_TO_REPORT:
        leaflet = where_to_report.leaflet(console, group_id, language)
    else:
        leaflet = kick_off.leaflet(console, group_id, language)
    return Card(leaflet, tool_of(console, group_id))


def tool_of(console: Console, group_id: GroupId) -> Tool:
    """Return the tool of a group: it says what bold is. Raises ``ExpectedError("group_gone")``."""
    with console.store.reading() as connection:
        tool = connection.scalar(select(groups.c.tool).where(groups.c.id == group_id))
    if tool is None:
        raise ExpectedError("group_gone")
    return Tool(tool)


def message(found: Leaflet, tool: Tool) -> Told:
    """Return a leaflet as one message for a chat, its headings bold where the tool knows that; an empty one as none."""
    return Told(tuple(filter(None, (_told(found, tool),))))


# --- its words, line by line -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the text. ``place``: 0 the title, 1 the lead, from 2 on the sections, -1 the foot."""

    text: str
    place: int
    is_head: bool = False
    lead: str = ""  # what stands before an item


def text(found: Leaflet) -> str:
    """Return a leaflet as plain text, a line for each of its parts and an empty one between its sections."""
    return _told(found, None)


def edited(found: Leaflet, mended: str) -> Leaflet:
    """Return a leaflet with the words that a person made of its ``text``.

    A line that he changed stays what it was, a new one goes with the line above it, and one that he took out is gone.
    """
    old = list(_lines(found))
    new = [bare for line in mended.splitlines() if (bare := _bare(line))]
    lines: list[_Line] = []
    matcher = SequenceMatcher(None, [_bare(line.text) for line in old], new, autojunk=False)
    for _tag, first, last, start, end in matcher.get_opcodes():
        for offset, words in enumerate(new[start:end]):
            if first + offset < last:
                lines.append(replace(old[first + offset], text=words))
            else:
                lines.append(_after(lines[-1] if lines else None, words))
    return _put_together(found, lines)


def _told(found: Leaflet, tool: Tool | None) -> str:
    told, last = "", 0
    for line in _lines(found):
        apart = "\n" if line.place not in {0, 1} and line.place != last else ""
        words = line.text if tool is None else (bold if line.is_head else plain)(line.text, tool)
        told += f"{apart}{line.lead}{words}\n" if words else apart
        last = line.place
    return told.strip()


def _lines(found: Leaflet) -> Iterator[_Line]:
    yield _Line(found.title, 0, is_head=True)
    yield from (_Line(words, 1) for words in found.lead)
    for place, section in enumerate(found.sections, start=2):
        yield _Line(section.title, place, is_head=True)
        for number, item in enumerate(section.items, start=1):
            yield _Line(item, place, lead=_lead(section.mark, number))
    yield from (_Line(words, -1) for words in found.foot)


def _lead(mark: Mark, number: int) -> str:
    if mark is Mark.NUMBER:
        return f"{number}. "
    return "" if mark is Mark.NONE else "- "


def _bare(line: str) -> str:
    """Return the words of a line without what stands before an item."""
    words = line.strip()
    head, space, rest = words.partition(" ")
    is_lead = head in set(_POINTS) or (head.endswith(".") and head[:-1].isdigit() and len(head) <= len("20."))
    return rest.strip() if space and is_lead else words


def _after(last: _Line | None, words: str) -> _Line:
    if last is None:
        return _Line(words, 0, is_head=True)
    return _Line(words, 1) if last.place == 0 else replace(last, text=words, is_head=False)


def _put_together(found: Leaflet, lines: list[_Line]) -> Leaflet:
    def words_at(place: int, *, is_head: bool = False) -> tuple[str, ...]:
        return tuple(line.text for line in lines if line.place == place and line.is_head is is_head)

    sections = (
        Section(" ".join(words_at(place, is_head=True)), words_at(place), section.mark)
        for place, section in enumerate(found.sections, start=2)
    )
    return replace(
        found,
        title=" ".join(words_at(0, is_head=True)),
        lead=words_at(1),
        sections=tuple(section for section in sections if section.title or section.items),
        foot=words_at(-1),
    )
