"""Reads lines as reports quote them from the Veiligebuurt app: ``12 december 2018, 20:17 [deelnemer]: tekst``.

The app has no export that is known (``design/chat-exports.md`` 6); this is the form in which people copy from it.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from typing import Final

from console.chats.decode import text_blocks
from console.chats.fields import MONTHS, clean_name, clean_text, local_time
from console.chats.headers import MARKS
from console.chats.lines import gather, mark_doubtful, split_lines
from console.chats.reading import Notes, Options, Reading
from console.chats.source import Source
from console.domain.group import Tool
from console.domain.message import Kind, Message
from console.errors import ExpectedError

_WHEN: Final = (
    rf"[{MARKS}]*(?:[A-Za-z]+(?:dag|day),? )?(?P<day>\d{{1,2}}) (?P<month>[A-Za-z]{{3,9}})\.? (?P<year>\d{{4}}),? "
    r"(?:om |at )?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2}))?(?: uur)? "
)
_BRACKETED: Final = re.compile(_WHEN + r"(?P<author>\[[^\]:]{1,100}\]): ?(?P<text>.*)", re.DOTALL)
_NAMED: Final = re.compile(_WHEN + r"(?P<author>[^:\[]{1,100}): ?(?P<text>.*)", re.DOTALL)
_HEAD_LINES: Final = 50


@dataclass(frozen=True, slots=True)
class _Header:
    sent_at: datetime
    author: str | None
    text: str


class Veiligebuurt:
    """The format ``veiligebuurt``."""

    key = "veiligebuurt"

    def recognises(self, source: Source) -> int:
        """Return how sure it is: surely when the first line is a header, perhaps when a later line is."""
        lines = [line for line in source.head_text.splitlines()[:_HEAD_LINES] if line.strip()]
        found = [_form(line) is not None for line in lines]
        return 2 if found and found[0] else int(any(found))

    def read(self, source: Source, options: Options) -> Reading:  # noqa: ARG002 - nothing to answer
        """Start reading. The stream raises ``ExpectedError`` when no line of the file is a header."""
        notes = Notes()
        messages = mark_doubtful(_messages(source, notes), notes, timedelta(days=1))
        return Reading(format=self.key, tool=Tool.VEILIGEBUURT, messages=messages, notes=notes)


VEILIGEBUURT: Final = Veiligebuurt()


def _form(line: str) -> re.Pattern[str] | None:
    """Return which of the two forms a line has: a role in brackets, or a name."""
    return next((form for form in (_BRACKETED, _NAMED) if _header(form)(line)), None)


def _header(form: re.Pattern[str]) -> Callable[[str], _Header | None]:
    """Return what recognises a header in one form. A date that does not exist makes it a line of text."""

    def header_of(line: str) -> _Header | None:
        match = form.match(line)
        month = MONTHS.get(match["month"].lower()) if match else None
        if not match or not month:
            return None
        clock = (int(match["hour"]), int(match["minute"]), int(match["second"] or 0))
        sent_at = local_time(int(match["year"]), month, int(match["day"]), clock)
        return _Header(sent_at, clean_name(match["author"]), match["text"]) if sent_at else None

    return header_of


def _messages(source: Source, notes: Notes) -> Iterator[Message]:
    # The first header rules: in a file of "[deelnemer]:" lines, "12 mei 2018, 20:17 was er: ..." is text.
    first_lines = islice(source.head_text.splitlines(), _HEAD_LINES)
    form = next((form for line in first_lines if (form := _form(line))), _BRACKETED)
    is_empty = True
    with source.open() as stream:
        lines = split_lines(text_blocks(stream, source.encoding, notes))
        for header, more in gather(lines, _header(form), notes):
            is_empty = False
            text = clean_text("\n".join([header.text, *more]).strip("\n"), notes)
            yield Message(header.sent_at, header.author, Kind.TEXT, text)
    if is_empty:
        raise ExpectedError("not_this_format", file=source.name, format=VEILIGEBUURT.key)
