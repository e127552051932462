"""Gathers the lines of a text export into messages: a header line, and the lines after it that are no header."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from typing import Final, TypeVar

from console.chats.reading import Notes
from console.domain.message import Message

MAX_DOUBTFUL_BLOCK: Final = 500
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


def mark_doubtful(
    messages: Iterable[Message], notes: Notes, slack: timedelta, newest: datetime | None = None
) -> Iterator[Message]:
    """Mark a block that jumps more than ``slack`` back and returns: a chat pasted in another.

    ``newest`` is the newest time in what stands before these messages.

    The author that such a line names may not have written it (``design/chat-exports.md`` 7, step 7).

    Only the few messages of such a block are held back. A file that goes on in the past was simply put together so.
    """
    block: list[Message] = []
    for message in messages:
        if newest is None or message.sent_at >= newest:
            newest = message.sent_at
        elif newest - message.sent_at > slack:
            block.append(message)
            if len(block) > MAX_DOUBTFUL_BLOCK:
                newest = message.sent_at
                yield from block
                block = []
            continue
        if block:
            notes.doubtful += len(block)
            for held in block:
                yield held._replace(is_doubtful=True)
            block = []
        yield message
    yield from block
