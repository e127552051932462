"""Reads ``chat.md`` of carderne/signal-export: ``[2024-01-09 10:00:00] Name: text``, in Markdown.

Source of the format: ``Message.to_md`` in sigexport/models.py; older versions write ``[2024-01-09, 10:00]``. Signal
itself has no export. A quote, reactions and attachments are written into the text, and taken out of it here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import unquote

from console.chats.decode import text_blocks
from console.chats.fields import clean_name, clean_text, local_time
from console.chats.headers import MARKS
from console.chats.lines import gather, mark_doubtful, split_lines
from console.chats.reading import Notes, Options, Reading
from console.chats.source import Source
from console.domain.group import Tool
from console.domain.message import Event, Kind, Message, Reaction
from console.errors import ExpectedError

_HEADER: Final = re.compile(
    rf"[{MARKS}]*\[(\d{{4}})-(\d\d)-(\d\d),? (\d\d):(\d\d)(?::(\d\d))?\] ([^:]{{1,200}}):(?: (.*)|)\Z", re.DOTALL
)
_FILE_NAME: Final = "chat.md"  # in a folder with the name of the chat
_DELETED: Final = "(This message was deleted)"
_NOBODY: Final = "No-Sender"  # what the tool writes for lines of Signal itself and for unknown senders
_HEAD_LINES: Final = 50
_MAX_PARTS: Final = 100  # Signal itself sends at most 32 attachments with a message


@dataclass(frozen=True, slots=True)
class _Header:
    sent_at: datetime
    author: str | None
    text: str


class SignalExport:
    """The format ``signal``."""

    key = "signal"

    def recognises(self, source: Source) -> int:
        """Return how sure it is: surely when the first line is a header and the file is Markdown, else perhaps.

        Some iPhones write the same header in WhatsApp exports, but no double space before each line break.
        """
        lines = [line for line in source.head_text.split("\n")[:_HEAD_LINES] if line.strip()]
        headers = [line.rstrip("\r") for line in lines if _header_of(line)]
        if not headers:
            return 0
        is_markdown = (
            source.name.lower().endswith(".md")
            or "](./media/" in source.head_text
            or sum(line.endswith("  ") for line in headers) * 2 > len(headers)
        )
        return 2 if is_markdown and _header_of(lines[0]) else 1

    def read(self, source: Source, options: Options) -> Reading:  # noqa: ARG002 - nothing to answer
        """Start reading. The stream raises ``ExpectedError`` when no line of the file is a header."""
        notes = Notes()
        # The tool sorts by time, so even a small step back is a line that somebody pasted into a message.
        messages = mark_doubtful(_messages(source, notes), notes, timedelta(minutes=1))
        title = source.container if source.name == _FILE_NAME else ""
        return Reading(format=self.key, tool=Tool.SIGNAL, messages=messages, title=title or None, notes=notes)


SIGNAL: Final = SignalExport()


def _header_of(line: str) -> _Header | None:
    match = _HEADER.match(line)
    if not match:
        return None
    year, month, day, hour, minute, second = (int(number or 0) for number in match.groups()[:6])
    sent_at = local_time(year, month, day, (hour, minute, second))
    return _Header(sent_at, clean_name(match[7]), match[8] or "") if sent_at else None


def _messages(source: Source, notes: Notes) -> Iterator[Message]:
    is_empty = True
    with source.open() as stream:
        lines = split_lines(text_blocks(stream, source.encoding, notes))
        for header, more in gather(lines, _header_of, notes):
            is_empty = False
            yield _message(header, more, notes)
    if is_empty:
        raise ExpectedError("not_this_format", file=source.name, format=SIGNAL.key)


def _message(header: _Header, more: list[str], notes: Notes) -> Message:
    body, attachments, has_media, reactions = _taken_apart(_without_quote([header.text, *more]))
    text = clean_text(body, notes)
    author = None if header.author == _NOBODY else header.author
    if text == _DELETED:
        return Message(header.sent_at, author, Kind.DELETED, "")
    if author is None and not text and not has_media:
        return Message(header.sent_at, None, Kind.SYSTEM, "", Event.OTHER)
    kind = Kind.MEDIA if has_media else Kind.TEXT
    files = tuple(clean_text(name, notes) for name in attachments)
    return Message(header.sent_at, author, kind, text, attachments=files, reactions=tuple(_reactions(reactions)))


def _without_quote(lines: list[str]) -> str:
    """Return a body without the quote at its start: blank lines, lines that start with ``>``, blank lines.

    Lines with ``>`` further on are what the author wrote.
    """
    start = next((number for number, line in enumerate(lines) if line.strip()), 0)
    end = next((number for number in range(start, len(lines)) if not lines[number].startswith(">")), len(lines))
    return "\n".join(lines[end:] if end > start else lines).strip("\n")


def _taken_apart(body: str) -> tuple[str, list[str], bool, str]:
    """Return the text, the names of its attachments, whether it has any or a sticker, and its reactions as written.

    All of that stands at the end.
    """
    names: list[str] = []
    reactions = ""
    has_media = False
    for _ in range(_MAX_PARTS):
        body = body.rstrip(" \n")
        before, _, last_line = body.rpartition("\n")
        if last_line.startswith("(- ") and last_line.endswith(" -)") and ": " in last_line:  # (- Aya: 👍 -)
            body, reactions = before, last_line[3:-3]
        elif last_line.startswith("(( ") and last_line.endswith(" ))"):
            body, has_media = before, True
        elif link := _last_link(body):
            start, name, is_sticker = link
            body, has_media = body[:start], True
            if not is_sticker:
                names.insert(0, name)
        else:
            break
    return body.rstrip(" \n"), names, has_media, reactions


def _reactions(written: str) -> Iterator[Reaction]:
    """Yield who put which sign under a message: "Aya: 👍, Bert: ❤"."""
    for one in filter(None, written.split(", ")):
        name, _, sign = one.rpartition(": ")
        author = clean_name(name)
        if author and sign.strip():
            yield Reaction(author, sign.strip())


def _last_link(body: str) -> tuple[int, str, bool] | None:
    """Return where ``![name](./media/name)`` at the end starts, its name, and whether it is a sticker.

    By hand, because an expression would try every bracket of a long line. A name may hold brackets: the path tells it.
    """
    middle = max(body.rfind("](./"), body.rfind("](../"))
    if middle < 0 or not body.endswith(")") or "\n" in body[middle:]:
        return None
    is_sticker = body.startswith("](../", middle)
    name = unquote(body[middle:-1].rpartition("/")[2])
    start = middle - len(name) - 1
    if start < 0 or body[start:middle] != f"[{name}":
        start = body.rfind("[", body.rfind("\n", 0, middle) + 1, middle)
        if start < 0:
            return None
        name = body[start + 1 : middle]
    return start - body.endswith("!", 0, start), name, is_sticker
