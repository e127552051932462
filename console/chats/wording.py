"""What WhatsApp itself writes: system lines, and the marks that stand for a file, an edit or a deleted message.

The wordings are data in ``resources/lexicon/whatsapp.toml``.
"""

import re
import tomllib
from collections.abc import Callable, Container
from dataclasses import dataclass
from functools import cache
from typing import Final, Self

from console.assets import resource
from console.domain.message import Event

_NAME: Final = "(?P<{}>.{{1,200}}?)"


@dataclass(frozen=True, slots=True)
class EventPattern:
    """How one kind of system line is written. ``word`` occurs in every such line: a fast first look."""

    event: Event
    word: str
    lines: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """All wordings, ready for use. ``deleted`` and ``omitted`` hold whole texts without a full stop at the end."""

    chat_names: tuple[re.Pattern[str], ...]
    announcements: frozenset[str]
    deleted: frozenset[str]
    omitted: frozenset[str]
    edited: tuple[str, ...]
    attached: re.Pattern[str]
    location: tuple[str, ...]
    events: tuple[EventPattern, ...]

    @classmethod
    def load(cls) -> Self:
        """Read the wordings from the resources."""
        tree = tomllib.loads(resource("lexicon", "whatsapp.toml").read_text(encoding="utf-8"))
        texts = tree["texts"]
        before = "|".join(re.escape(mark) for mark in texts["attached_before"])
        after = "|".join(re.escape(mark) for mark in texts["attached_after"])
        return cls(
            chat_names=tuple(
                re.compile(re.escape(name).replace(r"\{title\}", r"(.+?)") + r"(?: \(\d+\))?(?:\.txt|\.zip)?")
                for name in tree["chat_names"]
            ),
            announcements=frozenset(tree["announcements"]),
            deleted=frozenset(texts["deleted"]),
            omitted=frozenset(texts["omitted"]),
            edited=tuple(texts["edited"]),
            attached=re.compile(
                rf"\u200e?(?:{before})(?P<ios>[^<>\n]{{1,255}})>"
                rf"|^\u200e?(?P<android>[^\n]{{1,255}}?) (?:{after})(?=\n|$)"
            ),
            location=tuple(texts["location"]),
            events=tuple(_event_pattern(entry) for entry in tree["events"]),
        )


def _event_pattern(entry: dict[str, object]) -> EventPattern:
    lines = entry["lines"]
    assert isinstance(lines, list)
    compiled = (
        re.compile(line.replace("{who}", _NAME.format("who")).replace("{actor}", _NAME.format("actor")), re.DOTALL)
        for line in lines
    )
    return EventPattern(Event(str(entry["event"])), str(entry["word"]), tuple(compiled))


@cache
def wording() -> Wording:
    """Return the wordings; they are read once."""
    return Wording.load()


def find_event(line: str) -> tuple[Event, str | None] | None:
    """Return what a system line tells and, as written, whom it is about; None when no known wording fits."""
    for pattern in wording().events:
        if pattern.word in line:
            for expression in pattern.lines:
                if match := expression.fullmatch(line):
                    return pattern.event, match.groupdict().get("who")
    return None


def split_names(written: str, known: Container[str], clean: Callable[[str], str]) -> tuple[str, ...]:
    """Return the people of "Bert, Carla en Dirk". "Jan en Els" stays one contact unless both are known alone."""
    parts = [clean(part) for part in re.split(r", (?:and )?", written)]
    head, *joined = re.split(r" (?:en|and|&) ", parts[-1])
    if joined and (len(parts) > 1 or all(part in known or part.startswith(("+", "~")) for part in (head, *joined))):
        parts[-1:] = [head, *joined]
    return tuple(part for part in parts if part)
