"""Gathers the lines of a text export into messages: a header line, and the lines after it that are no header."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from typing import Final, TypeVar

from console.chats.reading import Notes
from console.domain.message import Message

MAX_MESSAGE_CHARACTERS: Final = 1024 * 1024  # a file with one header must not become one message of gigabytes

Header = TypeVar("Header")


def split_lines(blocks: Iterable[str]) -> Iterator[str]:
    """Yield the lines of ``decode.text_blocks`` without their ends. Only LF and CRLF end a line."""
    for block in blocks:
        for line in block.removesuffix("\n").split("\n"):
            yield line.removesuffix("\r")


def gather(
    lines: Iterable[str], header_of: Callable[[str], Header | None], notes: Notes
) -> Iterator[tuple[Header, list[str]]]:
    """Yield each header and the lines that follow it; what stands before the first header is left out.

    Lines beyond a megabyte in one message are dropped and counted in ``notes.cut_lines``.
    """
    header: Header | None = None
    more: list[str] = []
    size = 0
    for line in lines:
        found = header_of(line)
        if found is not None:
            if header is not None:
                yield header, more
            header, more, size = found, [], 0
        elif header is not None:
            size += len(line) + 1
            if size <= MAX_MESSAGE_CHARACTERS:
                more.append(line)
            else:
                notes.cut_lines += 1
    if header is not None:
        yield header, more


def flag_jumps(messages: Iterable[Message], notes: Notes, slack: timedelta) -> Iterator[Message]:
    """Mark messages that are more than ``slack`` older than one before them as doubtful.

    An export runs forward in time. A line that does not may be text that somebody pasted, so the author that it
    names may not have written it (``design/chat-exports.md`` 7, step 7).
    """
    newest: datetime | None = None
    for message in messages:
        if newest is not None and message.sent_at < newest - slack:
            notes.doubtful += 1
            yield message._replace(is_doubtful=True)
        else:
            newest = max(newest or message.sent_at, message.sent_at)
            yield message
